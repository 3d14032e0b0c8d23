#!/bin/sh
# Prints the home of a JDK 25 on stdout; whatever a person should read goes to stderr. Exit 1: none found.
# --yes (or DALESCOPE_YES=1) downloads Temurin 25 into .jdk/ where none is found.
# DALESCOPE_JDK_ROOTS: folders that hold JDKs, colon-separated, instead of the usual ones.
set -u
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P) || exit 1
root=$(CDPATH='' cd -- "$here/../.." && pwd -P) || exit 1
# shellcheck source-path=SCRIPTDIR source=jdk-check.sh
. "$here/jdk-check.sh"
passed_over=

# try HOME: ends the search where HOME is what we need.
try() {
    [ -n "$1" ] && [ -d "$1" ] || return 0
    if is_jdk_25 "$1"; then
        printf '%s\n' "$1"
        exit 0
    fi
    [ -z "$feature" ] || [ -n "$passed_over" ] || passed_over=" (only Java $feature in $1)"
}

# try_all ROOT: every folder in ROOT; Apple's bundles keep the home two levels deeper.
try_all() {
    for folder in "$1"/*; do
        try "$folder"
        try "$folder/Contents/Home"
    done
}

# try_command NAME: the home of a command on PATH, asked from Java itself since shims (jenv, asdf) hide it.
try_command() {
    command -v "$1" >/dev/null 2>&1 || return 0
    program=$(command -v "$1")
    while [ -h "$program" ]; do
        link=$(readlink "$program") || break
        case $link in
            /*) program=$link ;;
            *) program=$(dirname "$program")/$link ;;
        esac
    done
    home=$(CDPATH='' cd -- "$(dirname "$program")/.." 2>/dev/null && pwd -P) || return 0
    # Apple's /usr/bin/java is a stub that opens a dialogue; /usr/libexec/java_home below knows better.
    [ "$home" = /usr ] && [ -x /usr/libexec/java_home ] && return 0
    [ -r "$home/release" ] || [ "$1" != java ] ||
        home=$(java -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java\.home = //p' | head -n 1)
    try "$home"
}

if [ -n "${DALESCOPE_JAVA_HOME-}" ]; then
    try "$DALESCOPE_JAVA_HOME"
    echo "DALESCOPE_JAVA_HOME=$DALESCOPE_JAVA_HOME is not a JDK 25; looking elsewhere." >&2
fi
try "${JAVA_HOME-}"
try_all "$root/.jdk"
try_command javac
try_command java
if [ -n "${DALESCOPE_JDK_ROOTS+set}" ]; then
    roots=$DALESCOPE_JDK_ROOTS
else
    user=${HOME:-/nonexistent}
    roots=/usr/lib/jvm:/usr/lib64/jvm:/usr/java:/opt:$user/.sdkman/candidates/java:$user/.jdks
    roots=$roots:/Library/Java/JavaVirtualMachines:$user/Library/Java/JavaVirtualMachines
    roots=$roots:/opt/homebrew/opt/openjdk@25/libexec:/usr/local/opt/openjdk@25/libexec
    [ ! -x /usr/libexec/java_home ] || try "$(/usr/libexec/java_home -v 25 2>/dev/null)"
fi
old_ifs=$IFS
IFS=:
for folder_of_jdks in $roots; do
    IFS=$old_ifs
    try_all "$folder_of_jdks"
done
IFS=$old_ifs

[ "${1-}" != --yes ] || DALESCOPE_YES=1
if [ "${DALESCOPE_YES-}" != 1 ] && [ -t 0 ] && [ -t 2 ]; then
    printf 'Dalescope needs a JDK 25 and found none%s. Download Temurin 25 (about 200 MB) into .jdk/? [y/N] ' \
        "$passed_over" >&2
    read -r answer || answer=
    case $answer in [yY]*) DALESCOPE_YES=1 ;; esac
fi
if [ "${DALESCOPE_YES-}" = 1 ]; then
    exec sh "$here/fetch-jdk.sh" "$root/.jdk"
fi

if command -v brew >/dev/null 2>&1; then
    advice="run 'brew install --cask temurin@25'"
elif command -v dnf >/dev/null 2>&1; then
    advice="run 'sudo dnf install java-25-openjdk-devel'"
elif command -v apt-cache >/dev/null 2>&1 && apt-cache show openjdk-25-jdk >/dev/null 2>&1; then
    advice="run 'sudo apt install openjdk-25-jdk'"
else
    advice="install Temurin 25 from https://adoptium.net"
fi
echo "Dalescope needs a JDK 25 and found none$passed_over: $advice, set JAVA_HOME to one," \
    "or give --yes to download Temurin 25 into this project's folder .jdk." >&2
exit 1
