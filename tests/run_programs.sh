#!/bin/sh
# Runs each test program named; shows the output of those that fail and one line for the rest, in
# cmocka's own words, so that whoever reads the log finds the counts it expects.
failed=0
passed=0
for program in "$@"; do
    if output=$("$program" 2>&1); then
        count=$(printf '%s\n' "$output" | sed -n 's/^\[  PASSED  \] \([0-9]*\) test.*/\1/p' | awk '{n += $1} END {print n + 0}')
        printf '  ok      %4d  %s\n' "$count" "${program##*/}"
    else
        status=$?
        printf '%s\n' "$output" | grep -v -e '^\[ RUN' -e '^\[       OK'
        count=$(printf '%s\n' "$output" | sed -n 's/^\[  PASSED  \] \([0-9]*\) test.*/\1/p' | awk '{n += $1} END {print n + 0}')
        bad=$(printf '%s\n' "$output" | sed -n 's/^\[  FAILED  \] \([0-9]*\) test.*/\1/p' | awk '{n += $1} END {print n + 0}')
        [ "$bad" -gt 0 ] || bad=1
        printf '  FAILED  %4d  %s (exit status %d)\n' "$bad" "${program##*/}" "$status"
        failed=$((failed + bad))
    fi
    passed=$((passed + count))
done
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
