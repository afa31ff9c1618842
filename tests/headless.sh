#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Daybook developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# headless.sh COMMAND...: runs COMMAND on a screen, a session bus and in a home of its own, and ends
# exactly what it started. The window tests and the screenshots run under it, so that they neither
# see nor touch the desk of whoever runs them.
#
#   SCREEN=1280x800x24   size and depth of the screen
#
# Not xvfb-run: it guesses a display number from lock files, and two in a row race for it. Here the
# server picks the number and says so (-displayfd) once it accepts clients. -noreset keeps it from
# starting over when the last client of a scenario leaves.

set -u

[ $# -gt 0 ] || { echo "usage: headless.sh COMMAND..." >&2; exit 2; }
for tool in Xvfb dbus-run-session; do
  command -v "$tool" >/dev/null || { echo "headless.sh: $tool is not installed" >&2; exit 99; }
done

exec {ready}<> <(:)     # an anonymous pipe: both of its ends stay open in this shell
Xvfb -displayfd "$ready" -screen 0 "${SCREEN:-1280x800x24}" -nolisten tcp -noreset \
  >/dev/null 2>&1 &
server=$!
if ! read -r -t 30 number <&"$ready"; then
  echo "headless.sh: Xvfb did not start" >&2
  kill "$server" 2>/dev/null
  exit 99
fi

home=$(mktemp -d "${TMPDIR:-/tmp}/daybook-headless.XXXXXX")
mkdir -m 700 "$home/run" "$home/config" "$home/data" "$home/cache" "$home/state"
mkdir "$home/config/gtk-4.0"
# Nothing that moves by itself: a picture is the same each time, and a test need not wait.
cat >"$home/config/gtk-4.0/settings.ini" <<'SETTINGS'
[Settings]
gtk-font-name=Cantarell 11
gtk-cursor-blink=false
gtk-enable-animations=false
SETTINGS
trap 'kill "$server" 2>/dev/null; wait "$server" 2>/dev/null; rm -rf "$home"' EXIT

unset WAYLAND_DISPLAY AT_SPI_BUS_ADDRESS DBUS_SESSION_BUS_ADDRESS
export DISPLAY=:$number XDG_RUNTIME_DIR=$home/run XDG_CONFIG_HOME=$home/config
export XDG_DATA_HOME=$home/data XDG_CACHE_HOME=$home/cache XDG_STATE_HOME=$home/state
export GDK_BACKEND=x11 GSK_RENDERER=${GSK_RENDERER:-cairo} GTK_A11Y=${GTK_A11Y-atspi}
export GSETTINGS_BACKEND=memory GIO_USE_VFS=local LC_ALL=${LC_ALL:-C.UTF-8}

# In the background, so that a signal reaches the trap at once, and in a process group of its own,
# which is ended as a whole: dbus-run-session alone would leave its bus and the command behind.
# What the command says is heard; the chatter of the buses is not.
# shellcheck disable=SC2016
setsid dbus-run-session -- sh -c 'exec "$@" >&3 2>&4 3>&- 4>&-' sh "$@" \
  3>&1 4>&2 >/dev/null 2>&1 <&0 &
command=$!
trap 'kill -- "-$command" 2>/dev/null; exit 143' TERM INT HUP
wait "$command"
