#!/bin/sh
# The built program from outside: one script a topic, each counts its own tests; run.sh [SCRIPT...].
# What takes long with sanitizers, or only tries other programs, is left to the usual build; for
# coverage the scripts up to 50 reach what unit tests cannot.
case ${CONFIG:-release} in
asan) left='30_ 35_real 52_ 53_ 54_ 56_ 59_ 70_ 71_ 72_' ;;
cov) left='30_ 34_ 35_ 36_ 37_ 51_ 52_ 53_ 54_ 55_ 56_ 57_ 58_ 59_ 6 7 8' ;;
*) left='' ;;
esac
folder=$(mktemp -d) || exit 1
trap 'rm -rf "$folder"' EXIT
chosen() {
    [ $# = 0 ] || {
        printf '%s\n' "$@"
        return
    }
    for script in tests/e2e/[0-9]*.sh; do
        for name in $left; do
            case ${script##*/} in
            "$name"*) continue 2 ;;
            esac
        done
        echo "$script"
    done
}
# As many at a time as there are processors, each told when it is done.  The script and the folder are
# arguments of the inner shell.
# shellcheck disable=SC2016
chosen "$@" | xargs -P "${JOBS:-$(nproc 2>/dev/null || echo 1)}" -n 1 sh -c '
    sh "$1" >"$0/${1##*/}" 2>&1 || : >"$0/failed"
    cat "$0/${1##*/}"' "$folder"
[ ! -e "$folder/failed" ]
