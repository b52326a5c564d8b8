#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Handrail authors
# SPDX-License-Identifier: MPL-2.0
#
# Installs the packages of packages.txt that are missing, and nothing else. Quick when nothing is missing.
# Exit: 0 all there, 1 failed, 2 wrong use, 3 the packages could not be fetched.
set -euo pipefail

usage() {
    cat <<'END'
Usage: install-packages.sh [--what build|run|test|lint|fuzz|all] [--yes] [--list]

  --what build   what compiling needs (default)
  --what run     and what the programs need when they run
  --what test    and what the tests need
  --what lint    what "make lint" needs
  --what fuzz    what "make fuzz" needs
  --what all     everything, with what .ci/run needs
  --yes          do not ask before installing
  --list         only print what is missing, one name a line
END
}

what=build assume_yes=no only_list=no
while [ $# -gt 0 ]; do
    case $1 in
        --what) what=${2:?--what needs a word}; shift ;;
        --yes) assume_yes=yes ;;
        --list) only_list=yes ;;
        --help) usage; exit 0 ;;
        *) usage >&2; exit 2 ;;
    esac
    shift
done
case $what in
    build) sections=" build " ;;
    run) sections=" build run " ;;
    test) sections=" build run test " ;;
    lint) sections=" build lint " ;;
    fuzz) sections=" build run fuzz " ;;
    all) sections=" build run test lint fuzz ci " ;;
    *) usage >&2; exit 2 ;;
esac

list=$(dirname "$(readlink -f "$0")")/packages.txt
# shellcheck source=/dev/null
. /etc/os-release
case "${ID:-}-${VERSION_ID:-}" in
    debian-12) column=1 ;;
    debian-13) column=2 ;;
    ubuntu-24.04) column=3; echo "Note: Ubuntu 24.04 has the same Qt as Debian 12, but Handrail was not run on it." >&2 ;;
    *)
        echo "Note: this script knows Debian 12, Debian 13 and Ubuntu 24.04, not ${PRETTY_NAME:-this system}." >&2
        echo "      Please install the counterparts of the packages in $list yourself." >&2
        exit 0
        ;;
esac

declare -A installed=()
while read -r name status; do
    [ "$status" != installed ] || installed[$name]=yes
done < <(dpkg-query --show --showformat='${Package} ${db:Status-Status}\n')

missing=() reasons=()
while read -r section debian12 debian13 ubuntu2404 why; do
    case $section in '' | '#'*) continue ;; esac
    case $sections in *" $section "*) ;; *) continue ;; esac
    case $column in 1) name=$debian12 ;; 2) name=$debian13 ;; *) name=$ubuntu2404 ;; esac
    [ "$name" != - ] || continue
    [ "$name" != = ] || name=$debian12
    if [ -z "${installed[$name]:-}" ]; then
        missing+=("$name")
        reasons+=("$why")
    fi
done <"$list"

if [ "$only_list" = yes ]; then
    [ ${#missing[@]} -eq 0 ] || printf '%s\n' "${missing[@]}"
    exit 0
fi
[ ${#missing[@]} -gt 0 ] || exit 0

as_root=()
if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null; then
        echo "These packages are missing, and there is no sudo here. As root, please run:" >&2
        echo "  apt-get install ${missing[*]}" >&2
        exit 1
    fi
    as_root=(sudo)
fi

echo "Handrail needs ${#missing[@]} packages that are not installed:"
for i in "${!missing[@]}"; do
    printf '  %-36s %s\n' "${missing[$i]}" "${reasons[$i]}"
done
[ ${#as_root[@]} -eq 0 ] || echo "They are installed with apt-get through sudo, which may ask for your password."
if [ "$assume_yes" = no ] && [ -t 0 ]; then
    read -r -p "Install them now? [Y/n] " answer
    case $answer in [nN]*) echo "Nothing was installed."; exit 1 ;; esac
fi

apt() {
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get --yes --quiet --no-install-recommends \
        -o Acquire::Retries=3 -o DPkg::Lock::Timeout=300 "$@" </dev/null
}

# A package list that cannot be refreshed is no reason to stop: the one at hand may do.
apt update || echo "Note: the package lists could not be refreshed." >&2
if ! apt install --simulate "${missing[@]}" >/dev/null; then
    if [ -z "$(apt-cache pkgnames build-essential)" ]; then
        echo "No package lists could be fetched. Is there a network?" >&2
        exit 3
    fi
    echo "Some of these packages do not exist here or do not go together; see above." >&2
    exit 1
fi
if ! apt install --download-only "${missing[@]}"; then
    echo "The packages could not be fetched. Is there a network?" >&2
    exit 3
fi
apt install "${missing[@]}"
