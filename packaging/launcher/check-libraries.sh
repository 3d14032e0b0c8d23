#!/bin/sh
# check-libraries.sh COMMAND: exit 1 with one sentence where a system library that COMMAND draws with is missing.
# JavaFX brings its own native code but no font engine and no window toolkit: on Linux those are the system's.
set -u
[ "$(uname -s)" = Linux ] || exit 0

text='libfreetype.so.6 libfontconfig.so.1 libpango-1.0.so.0 libpangoft2-1.0.so.0'
window='libgtk-3.so.0 libXtst.so.6'
case ${1-} in
    window) wanted="$text $window" ;;
    demo)
        wanted=$text
        [ -z "${DISPLAY-}${WAYLAND_DISPLAY-}" ] || wanted="$text $window"
        ;;
    fit | report) wanted=$text ;;
    *) exit 0 ;;
esac

# /sbin is not on everyone's PATH. A system that keeps no such list is not refused on a guess.
known=$({ ldconfig -p || /sbin/ldconfig -p || /usr/sbin/ldconfig -p; } 2>/dev/null)
case $known in *.so*) ;; *) exit 0 ;; esac

on_library_path() {
    old_ifs=$IFS
    IFS=:
    for folder in ${LD_LIBRARY_PATH-}; do
        [ ! -e "$folder/$1" ] || found=yes
    done
    IFS=$old_ifs
}
apt='' dnf='' missing=''
for library in $wanted; do
    case $known in *"$library "*) continue ;; esac
    found=no
    on_library_path "$library"
    [ "$found" = no ] || continue
    missing="$missing $library"
    case $library in
        libfreetype*) packages='libfreetype6 freetype' ;;
        libfontconfig*) packages='libfontconfig1 fontconfig' ;;
        libpango-*) packages='libpango-1.0-0 pango' ;;
        libpangoft2*) packages='libpangoft2-1.0-0 pango' ;;
        libgtk*) packages='libgtk-3-0 gtk3' ;;
        *) packages='libxtst6 libXtst' ;;
    esac
    apt="$apt ${packages% *}"
    case "$dnf " in *" ${packages#* } "*) ;; *) dnf="$dnf ${packages#* }" ;; esac
done
[ -n "$missing" ] || exit 0

if command -v dnf >/dev/null 2>&1; then
    advice="sudo dnf install$dnf"
else
    advice="sudo apt install$apt"
fi
echo "Dalescope draws with system libraries that are missing here ($(echo "$missing" | sed 's/^ //; s/ /, /g')):" \
    "run '$advice' and start again." >&2
exit 1
