#!/bin/sh
# Runs each test program named, as many at a time as there are processors (JOBS); shows the output of
# those that fail and one line for the rest, in cmocka's own words, so that whoever reads the log
# finds the counts it expects.
folder=$(mktemp -d) || exit 1
trap 'rm -rf "$folder"' EXIT
# The program and the folder are arguments of the inner shell.
# shellcheck disable=SC2016
printf '%s\n' "$@" | xargs -P "${JOBS:-$(nproc 2>/dev/null || echo 1)}" -n 1 sh -c '
    "$1" >"$0/${1##*/}.out" 2>&1
    echo $? >"$0/${1##*/}.status"' "$folder"
count_of() { # WORD: of tests that cmocka says passed or failed
    sed -n "s/^\[  $1  \] \([0-9]*\) test.*/\1/p" "$out" | awk '{n += $1} END {print n + 0}'
}
failed=0
passed=0
for program in "$@"; do
    out=$folder/${program##*/}.out
    status=$(cat "$folder/${program##*/}.status")
    count=$(count_of PASSED)
    if [ "$status" = 0 ]; then
        printf '  ok      %4d  %s\n' "$count" "${program##*/}"
    else
        grep -v -e '^\[ RUN' -e '^\[       OK' "$out"
        bad=$(count_of FAILED)
        [ "$bad" -gt 0 ] || bad=1
        printf '  FAILED  %4d  %s (exit status %d)\n' "$bad" "${program##*/}" "$status"
        failed=$((failed + bad))
    fi
    passed=$((passed + count))
done
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
