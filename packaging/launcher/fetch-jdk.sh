#!/bin/sh
# fetch-jdk.sh FOLDER: downloads Temurin 25 for this system into FOLDER and prints its home on stdout.
# DALESCOPE_JDK_URL names another server that speaks Adoptium's API (a mirror, or a test).
# Everything happens in a temporary folder; only a whole, verified JDK 25 is moved into place.
# shellcheck disable=SC2015,SC2317  # "a && b || fail" ends the script either way; clean is called by the trap
set -u
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P) || exit 1
# shellcheck source-path=SCRIPTDIR source=jdk-check.sh
. "$here/jdk-check.sh"
folder=$1
work=

fail() {
    echo "Temurin 25 was not installed: $1" >&2
    exit 1
}
why() {
    tail -n 1 "$work/why" 2>/dev/null
}
clean() {
    [ -z "$work" ] || rm -rf -- "$work"
    rmdir -- "$folder" 2>/dev/null
}
trap clean EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM

# fetch URL FILE
fetch() {
    if command -v curl >/dev/null 2>&1; then
        curl --fail --silent --show-error --location --connect-timeout 20 --retry 2 --output "$2" "$1" 2>"$work/why"
    elif command -v wget >/dev/null 2>&1; then
        wget -nv -t 2 -T 60 -O "$2" "$1" 2>"$work/why"
    else
        fail "neither curl nor wget is installed."
    fi
}
checksum() {
    if command -v sha256sum >/dev/null 2>&1; then
        sha256sum "$1"
    elif command -v shasum >/dev/null 2>&1; then
        shasum -a 256 "$1"
    else
        fail "neither sha256sum nor shasum is installed, so the download cannot be verified."
    fi
}

case $(uname -s) in
    Linux) os=linux ;;
    Darwin) os=mac ;;
    *) fail "no download is known for the system $(uname -s); install it from https://adoptium.net." ;;
esac
for musl in /lib/ld-musl-*; do
    [ ! -e "$musl" ] || [ -e /lib64/ld-linux-x86-64.so.2 ] || [ -e /lib/ld-linux-aarch64.so.1 ] || os=alpine-linux
done
case $(uname -m) in
    x86_64 | amd64) arch=x64 ;;
    aarch64 | arm64) arch=aarch64 ;;
    *) fail "no download is known for the processor $(uname -m); install it from https://adoptium.net." ;;
esac

mkdir -p -- "$folder" && work=$(mktemp -d "$folder/download.XXXXXX") || fail "the folder $folder cannot be written."
base=${DALESCOPE_JDK_URL:-https://api.adoptium.net/v3}
question="$base/assets/latest/25/hotspot?architecture=$arch&image_type=jdk&os=$os&vendor=eclipse"
fetch "$question" "$work/answer.json" ||
    fail "$base cannot be reached ($(why)); try again, or install it from https://adoptium.net."

# The archive stands in "package": {...}, next to an "installer" of the same shape.
package=$(tr -d ' \t\r\n' <"$work/answer.json" | sed -n 's/.*"package":{\([^}]*\)}.*/\1/p')
link=$(printf '%s\n' "$package" | sed -n 's/.*"link":"\([^"]*\)".*/\1/p')
wanted=$(printf '%s\n' "$package" | sed -n 's/.*"checksum":"\([0-9a-fA-F]*\)".*/\1/p' | tr A-F a-f)
[ -n "$link" ] && [ "${#wanted}" = 64 ] || fail "$base offers no JDK 25 with a checksum for $os on $arch."

echo "Downloading Temurin 25 for $os on $arch (about 200 MB) ..." >&2
fetch "$link" "$work/jdk.tar.gz" || fail "$link cannot be downloaded ($(why))."
found=$(checksum "$work/jdk.tar.gz") || exit 1
[ "${found%% *}" = "$wanted" ] || fail "the checksum of $link is ${found%% *}, not $wanted as announced; nothing was kept."

mkdir "$work/unpacked" && tar -xzf "$work/jdk.tar.gz" -C "$work/unpacked" 2>"$work/why" ||
    fail "the archive cannot be unpacked ($(why))."
for top in "$work"/unpacked/*; do
    inner=
    [ ! -d "$top/Contents/Home" ] || inner=/Contents/Home
    is_jdk_25 "$top$inner" || continue
    target=$folder/temurin-25
    # Someone else may have finished first; what stands there broken makes room.
    if ! is_jdk_25 "$target$inner"; then
        rm -rf -- "$target" && mv -- "$top" "$target" || fail "the folder $target cannot be written."
    fi
    echo "Temurin 25 is in $target." >&2
    printf '%s\n' "$target$inner"
    exit 0
done
fail "the archive $link holds no JDK 25."
