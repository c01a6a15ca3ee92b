#!/bin/sh
# Each fuzz target under libFuzzer for SECONDS_EACH seconds, from its corpus: smoke.sh NAME...
# As many at a time as there are processors.
suite=fuzz
. tests/lib.sh
: "${SECONDS_EACH:=10}"
export SECONDS_EACH
# The name and the folder are arguments of the inner shell.
# shellcheck disable=SC2016
printf '%s\n' "$@" | xargs -P "${JOBS:-$(nproc 2>/dev/null || echo 1)}" -n 1 sh -c '
    work=$BUILD/fuzz/corpus/$1
    mkdir -p "$work"
    dictionary=
    [ ! -f "tests/fuzz/$1.dict" ] || dictionary=-dict=tests/fuzz/$1.dict
    "$BUILD/fuzz/fuzz/$1" -max_total_time="$SECONDS_EACH" -max_len=65536 -timeout=5 \
        -rss_limit_mb=1024 -seed=1 -print_final_stats=1 -artifact_prefix="$work/../$1-" \
        $dictionary "$work" "tests/fuzz/corpus/$1" >"$0/$1.log" 2>&1 && : >"$0/$1.clean"' "$scratch"
nothing_found() { # NAME
    [ -e "$scratch/$1.clean" ] || {
        tail -n 8 "$scratch/$1.log"
        return 1
    }
}
for name in "$@"; do
    test_that "$name finds nothing in $SECONDS_EACH seconds" nothing_found "$name"
done
closing
