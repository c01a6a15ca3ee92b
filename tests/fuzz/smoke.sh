#!/bin/sh
# Each fuzz target under libFuzzer for SECONDS_EACH seconds, from its corpus: smoke.sh NAME...
suite=fuzz
. tests/lib.sh
: "${SECONDS_EACH:=10}"
for name in "$@"; do
    work=$BUILD/fuzz/corpus/$name
    mkdir -p "$work"
    dictionary=
    [ ! -f "tests/fuzz/$name.dict" ] || dictionary=-dict=tests/fuzz/$name.dict
    test_that "$name finds nothing in $SECONDS_EACH seconds" \
        "$BUILD/fuzz/fuzz/$name" -max_total_time="$SECONDS_EACH" -max_len=65536 -timeout=5 \
        -rss_limit_mb=1024 -seed=1 -print_final_stats=1 -artifact_prefix="$work/../$name-" \
        $dictionary "$work" "tests/fuzz/corpus/$name"
done
closing
