#!/bin/sh
# build-if-stale.sh PROJECT: builds the program where it was never built or the sources have changed since.
# All output goes to stderr: stdout belongs to the program, whose --json is read by other programs.
set -u
cd -- "$1" || exit 1
stamp=app/target/.built
log=app/target/.build.log
lock=app/target/.building

# changed MODULE FILE: whether a source of the module is newer than the file, or the file is not there.
# A changed folder counts too: that is how a deleted source shows.
changed() {
    [ -f "$2" ] || return 0
    [ -n "$(find "$1/src/main" "$1/pom.xml" pom.xml -newer "$2" 2>/dev/null | head -n 1)" ]
}

stale() {
    [ -s app/target/class-path.txt ] || return 0
    for module in resources model app; do
        set -- "$module/target/dalescope-$module"-*.jar
        [ -f "$1" ] || return 0
        changed "$module" "$stamp" || continue
        # A build by Maven alone, such as ./mvnw verify, is as good: its jar is newer than the sources, and so is the list
        # that the compiler left, which tells of sources edited while the tests ran.
        compiled=$module/target/maven-status/maven-compiler-plugin/compile/default-compile/inputFiles.lst
        [ -f "$compiled" ] || compiled=$1
        if changed "$module" "$compiled" || changed "$module" "$1"; then
            return 0
        fi
    done
    # The libraries lie in Maven's own folder, which people clear.
    libraries=$(cat app/target/class-path.txt)
    while [ -n "$libraries" ]; do
        [ -e "${libraries%%:*}" ] || return 0
        case $libraries in *:*) libraries=${libraries#*:} ;; *) libraries='' ;; esac
    done
    return 1
}
stale || exit 0

# Two first starts at once: the second waits and then finds everything built.
mkdir -p app/target || exit 1
if command -v flock >/dev/null 2>&1; then
    exec 9>"$lock"
    flock -n 9 || { echo "Waiting for another Dalescope that is building ..." >&2 && flock 9; }
else
    # A link is made and named in one step; its target is the process that builds.
    until ln -s $$ "$lock.link" 2>/dev/null; do
        owner=$(readlink "$lock.link") || continue
        kill -0 "$owner" 2>/dev/null || rm -f "$lock.link"
        sleep 1
    done
    trap 'rm -f "$lock.link"' EXIT
    trap 'exit 130' HUP INT TERM
fi
stale || exit 0

if [ -f "$stamp" ]; then
    echo "Building Dalescope (something changed) ..." >&2
else
    echo "Building Dalescope (first start, a few minutes) ..." >&2
fi
# The stamp bears the time the build began: what is edited meanwhile counts as newer.
touch "$stamp.begun"
sh ./mvnw --batch-mode --no-transfer-progress --quiet -DskipTests -Dmaven.test.skip=true -Dspotless.check.skip=true \
    -pl resources,model,app package </dev/null >"$log" 2>&1 9>&-
status=$?
if [ "$status" = 0 ] && [ -s app/target/class-path.txt ]; then
    mv -f "$stamp.begun" "$stamp"
    exit 0
fi
rm -f "$stamp.begun"
[ "$status" -lt 128 ] || exit "$status"
tail -n 25 "$log" >&2
echo "Dalescope could not be built; the whole output is in $1/$log." >&2
exit 1
