#!/bin/sh
# Prints what the tests reached, by room and in all: coverage.sh BUILD (after make CONFIG=cov ...).
# An assertion states what always holds: its failing branch is no case that a test could reach.
build=$1
gcovr --fail-under-line 90 --fail-under-branch 80 --root . --filter 'src/' --object-directory "$build/cov" --exclude-throw-branches \
    --exclude-unreachable-branches --exclude-branches-by-pattern '^\s*assert\(.*' --print-summary --txt "$build/coverage.txt" \
    --html-details "$build/coverage.html" --json "$build/coverage.json" "$build/cov" >"$build/coverage.summary" 2>&1 || {
    cat "$build/coverage.summary"
    exit 1
}
awk '
    /^src\// {
        split($1, path, "/"); lines[path[2]] += $2; hit[path[2]] += $3
    }
    END {
        for (room in lines) printf "  %-9s %5.1f %% of %d lines\n", room, 100 * hit[room] / lines[room], lines[room]
    }' "$build/coverage.txt" | sort
grep -E '^(lines|branches)' "$build/coverage.summary"
# What judges must leave no branch untried.
python3 tests/lint/branches.py "$build/coverage.json" src/assess
