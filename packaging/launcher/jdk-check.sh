# shellcheck shell=sh
# What counts as a JDK 25; sourced by the finder and by the download, so that both judge alike.

# java_feature HOME: sets $feature to the feature release (17, 25, ...), empty where HOME holds no Java.
java_feature() {
    feature=
    [ -x "$1/bin/java" ] || return 0
    if [ -r "$1/release" ]; then
        while IFS='=' read -r key value || [ -n "$key" ]; do
            [ "$key" != JAVA_VERSION ] || feature=${value#\"}
        done <"$1/release"
    fi
    # Some distributions leave the release file out: then the program itself has to say.
    [ -n "$feature" ] || feature=$("$1/bin/java" -version 2>&1 | sed -n 's/.* version "\([^"]*\)".*/\1/p' | head -n 1)
    feature=${feature%%[!0-9]*}
}

# is_jdk_25 HOME: true for a JDK (a JRE has no javac) of feature release 25.
is_jdk_25() {
    java_feature "$1"
    [ "$feature" = 25 ] && [ -x "$1/bin/javac" ]
}
