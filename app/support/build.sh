# shellcheck shell=bash
# SPDX-FileCopyrightText: Slipway contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Sourced by app/run, tests/run and .ci/run from the root of the checkout: configures and builds one preset of
# CMakePresets.json.

# Runs a command without a word as long as it succeeds, and shows all it said when it fails.
quietly()
{
    local log
    log=$(mktemp) || return 1
    if ! "$@" >"$log" 2>&1; then
        cat -- "$log" >&2
        rm -f -- "$log"
        return 1
    fi
    rm -f -- "$log"
}

# False as well for a tree that was configured elsewhere and then moved or copied here.
isConfigured()
{
    local tree=build/$1
    [[ $tree/build.ninja -nt CMakePresets.json ]] &&
        grep -qsxF "CMAKE_HOME_DIRECTORY:INTERNAL=$(pwd -P)" "$tree/CMakeCache.txt"
}

# configurePreset PRESET [arguments of cmake]
configurePreset()
{
    if command -v ccache >/dev/null; then
        export CMAKE_CXX_COMPILER_LAUNCHER=${CMAKE_CXX_COMPILER_LAUNCHER-ccache}
    fi
    LC_ALL=C.UTF-8 quietly cmake --fresh --preset "$@"
}

# A person at a terminal sees how far it is, a log sees only what went wrong.
compilePreset()
{
    local tree=build/$1 compile=(env LC_ALL=C.UTF-8 flock "build/$1.lock" cmake --build "build/$1")
    if [[ -t 1 ]] && ! isUpToDate "$tree"; then
        "${compile[@]}"
    else
        quietly "${compile[@]}"
    fi
}

isUpToDate()
{
    LC_ALL=C.UTF-8 ninja -C "$1" -n 2>/dev/null | grep -q 'no work to do'
}

buildPreset()
{
    if { isConfigured "$1" || configurePreset "$1"; } && compilePreset "$1"; then
        return 0
    fi
    echo "Slipway could not be built (preset $1); the reason stands above." >&2
    return 1
}
