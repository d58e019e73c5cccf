# shellcheck shell=bash
# SPDX-FileCopyrightText: Slipway contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Sourced by app/run and tests/run: installs what is missing of the Debian packages that files such as app/packages name.

# One line for each package: its name, or the names it has in different releases.
wantedPackages()
{
    sed -e 's/#.*//' -e 's/|/ /g' -- "$@" | awk 'NF { $1 = $1; print }'
}

installedPackages()
{
    # shellcheck disable=SC2046 # a list of words is wanted
    dpkg-query --show --showformat='${db:Status-Status} ${Package}\n' $(wantedPackages "$@") 2>/dev/null |
        sed -n 's/^installed //p'
}

# Lines of wantedPackages of which no name is installed.
missingPackages()
{
    awk 'FILENAME == ARGV[1] { installed[$1]; next }
         { for (i = 1; i <= NF; i++) if ($i in installed) next; print }' \
        <(installedPackages "$@") <(wantedPackages "$@")
}

# The first of the names given that this release has and can install.
availableName()
{
    local name
    for name in "$@"; do
        if apt-cache show --no-all-versions -- "$name" >/dev/null 2>&1; then
            echo "$name"
            return
        fi
    done
    echo "$1"
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

# Installs one name of each line of a list; looks for newer package lists only if those at hand do not do.
installList()
{
    local names=() line
    while read -r line; do
        # shellcheck disable=SC2086 # the words of a line are names
        names+=("$(availableName $line)")
    done <<<"$1"
    aptGet install --no-install-recommends "${names[@]}"
}

installFromApt()
{
    local missing=$1 log
    log=$(mktemp) || return 1
    if ! installList "$missing" >"$log" 2>&1; then
        { aptGet update && installList "$missing"; } >"$log" 2>&1 || { cat -- "$log" >&2; rm -f -- "$log"; return 1; }
    fi
    rm -f -- "$log"
}

# Answers 0 once every package that the files given name is installed; otherwise says in one sentence which are not.
ensurePackages()
{
    [[ -z ${SLIPWAY_SKIP_INSTALL:-} ]] || return 0
    local missing names why
    missing=$(missingPackages "$@")
    [[ -n $missing ]] || return 0
    names=$(awk '{ print $1 }' <<<"$missing" | paste -sd ' ')
    if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
        why='this system has no apt (set SLIPWAY_SKIP_INSTALL=1 once you have their like)'
    elif ! canBecomeRoot; then
        why='you are neither root nor allowed to use sudo here'
    else
        echo "Installing $(wc -w <<<"$names") packages: $names" >&2
        installFromApt "$missing" && return 0
        why='apt failed as shown above'
    fi
    echo "Slipway needs these Debian packages, which could not be installed because $why: $names." >&2
    return 1
}
