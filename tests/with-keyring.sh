#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Handrail authors
# SPDX-License-Identifier: MPL-2.0
#
# with-keyring.sh COMMAND [ARG ...]: runs a command with an empty home and a real, unlocked keychain (Secret Service) of its own, so
# that nothing of the person who runs it is read or changed. Needs dbus and gnome-keyring; no display, no systemd.
set -eu

has_keychain() {
    dbus-send --session --print-reply --dest=org.freedesktop.DBus / org.freedesktop.DBus.NameHasOwner \
        string:org.freedesktop.secrets 2>/dev/null | grep -q 'boolean true'
}

if [ "${1:-}" = --on-own-bus ]; then
    shift
    # In the foreground, so that it is known by its process id. It reads the password of its first, empty keychain from its input.
    printf test | gnome-keyring-daemon --foreground --unlock --components=secrets >/dev/null 2>&1 &
    daemon=$!
    export HANDRAIL_KEYRING_PID=$daemon # for tests that stop it for a while
    trap 'kill -CONT $daemon 2>/dev/null; kill $daemon 2>/dev/null; wait $daemon 2>/dev/null || true' EXIT
    tries=0
    until has_keychain; do
        tries=$((tries + 1))
        if [ $tries -gt 100 ] || ! kill -0 $daemon 2>/dev/null; then
            echo "with-keyring.sh: the keychain did not start" >&2
            exit 2
        fi
        sleep 0.1
    done
    status=0
    "$@" || status=$?
    exit $status
fi

[ $# -gt 0 ] || { echo "Usage: with-keyring.sh COMMAND [ARG ...]" >&2; exit 2; }
# 77: ctest's "skipped". Only for a machine without this keychain; whatever else is wrong fails, and in CI that fails too.
if ! command -v gnome-keyring-daemon >/dev/null; then
    echo "with-keyring.sh: gnome-keyring-daemon is not installed" >&2
    [ -z "${CI:-}" ] || exit 2
    exit 77
fi
for program in dbus-run-session dbus-send; do
    command -v "$program" >/dev/null || { echo "with-keyring.sh: $program is not installed" >&2; exit 2; }
done

place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM
mkdir -m 700 "$place/home" "$place/run"
export HOME="$place/home" XDG_RUNTIME_DIR="$place/run"
export XDG_DATA_HOME="$HOME/.local/share" XDG_CONFIG_HOME="$HOME/.config" XDG_CACHE_HOME="$HOME/.cache"
unset XDG_CURRENT_DESKTOP DESKTOP_SESSION DBUS_SESSION_BUS_ADDRESS GNOME_KEYRING_CONTROL

status=0
dbus-run-session -- "$0" --on-own-bus "$@" || status=$?
exit $status
