#!/bin/sh
# window-archive.sh ARCHIVE CLASSPATH [ARGUMENT]...: whether Java should keep the classes of the window in ARCHIVE. It makes one when
# the window closes and there is none, and with it the window is there sooner the next time.
# Not where dalescope with these arguments prints its help or has no display: that archive would lack the window.
set -u
archive=$1 classpath=$2
shift 2
[ "${1-window}" = window ] || exit 1
for argument do
    case $argument in -*) exit 1 ;; esac
done
[ -n "${DISPLAY-}${WAYLAND_DISPLAY-}" ] || [ "$(uname -s)" = Darwin ] || exit 1
mkdir -p "$(dirname -- "$archive")" 2>/dev/null || exit 1
[ -e "$archive" ] || exit 0

# Java does not replace one that belongs to other jars (their times of change tell, which no build sets), nor one that a power cut
# left full of zeros.
set -f
IFS=:
# shellcheck disable=SC2086  # the class path is split on purpose
if [ -n "$(find $classpath -cnewer "$archive" 2>/dev/null | head -n 1)" ] || [ -z "$(head -c 4 "$archive" 2>/dev/null | tr -d '\0')" ]; then
    rm -f -- "$archive" 2>/dev/null || exit 1
fi
