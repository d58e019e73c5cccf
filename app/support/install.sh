# shellcheck shell=bash
# SPDX-FileCopyrightText: Slipway contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Sourced by app/run and tests/run: installs what is missing of the Debian packages that files such as app/packages name.

wantedPackages()
{
    sed -e 's/#.*//' -- "$@" | awk 'NF { print $1 }' | sort -u
}

installedPackages()
{
    # shellcheck disable=SC2046 # a list of words is wanted
    dpkg-query --show --showformat='${db:Status-Status} ${Package}\n' $(wantedPackages "$@") 2>/dev/null |
        sed -n 's/^installed //p' | sort -u
}

missingPackages()
{
    comm -23 <(wantedPackages "$@") <(installedPackages "$@")
}

asRoot()
{
    if ((EUID == 0)); then
        "$@"
    else
        sudo -- "$@"
    fi
}

# By sudo only if it wants no password or a person is there to type it.
canBecomeRoot()
{
    ((EUID == 0)) && return
    command -v sudo >/dev/null || return
    sudo -n true 2>/dev/null || { [[ -t 0 ]] && sudo -v; }
}

aptGet()
{
    asRoot env DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 apt-get -qq -y -o DPkg::Lock::Timeout=300 \
        -o Dpkg::Use-Pty=0 "$@"
}

# Looks for newer package lists only if those at hand do not do.
installFromApt()
{
    local log
    log=$(mktemp) || return 1
    if ! aptGet install --no-install-recommends "$@" >"$log" 2>&1 &&
        ! { aptGet update && aptGet install --no-install-recommends "$@"; } >"$log" 2>&1; then
        cat -- "$log" >&2
        rm -f -- "$log"
        return 1
    fi
    rm -f -- "$log"
}

# Answers 0 once every package that the files given name is installed; otherwise says in one sentence which are not.
ensurePackages()
{
    [[ -z ${SLIPWAY_SKIP_INSTALL:-} ]] || return 0
    local missing why
    mapfile -t missing < <(missingPackages "$@")
    ((${#missing[@]})) || return 0
    if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
        why='this system has no apt (set SLIPWAY_SKIP_INSTALL=1 once you have their like)'
    elif ! canBecomeRoot; then
        why='you are neither root nor allowed to use sudo here'
    else
        echo "Installing Debian packages: ${missing[*]}" >&2
        installFromApt "${missing[@]}" && return 0
        why='apt failed as shown above'
    fi
    echo "Slipway needs these Debian packages, which could not be installed because $why: ${missing[*]}." >&2
    return 1
}
