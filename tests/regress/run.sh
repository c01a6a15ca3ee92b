#!/bin/sh
# The files present decide what runs.  Each tests/regress/TOPIC/CASE.xml or .fods goes through
# `boardpack check`; what it prints is compared with CASE.diag, and where CASE.plan exists the dump
# of the plan with that.  CASE.options holds further options of the command.  UPDATE=1 writes the
# expected files anew: read the difference before it is committed.
suite=regress
. tests/lib.sh

# same EXPECTED FOUND
same() {
    [ -z "${UPDATE:-}" ] || cp "$2" "$1"
    diff "$1" "$2"
}

# run CASE INPUT: 0 and 1 are what a check of data may end with.
checked() {
    options=
    [ ! -f "$1.options" ] || options=$(cat "$1.options")
    # The options are words: they are meant to be split.
    # shellcheck disable=SC2086
    "$BOARDPACK" check $options "$2" >"$out" 2>&1 </dev/null
    status=$?
    [ $status -le 1 ] || [ $status = 3 ] || {
        echo "exit status $status"
        cat "$out"
        return 1
    }
    same "$1.diag" "$out"
}

dumped() {
    "$BOARDPACK" check --emit=plan "$2" >"$out" 2>"$err" </dev/null
    same "$1.plan" "$out"
}

for input in tests/regress/*/*.xml tests/regress/*/*.fods; do
    [ -f "$input" ] || continue
    case=${input%.*}
    test_that "$input is judged as before" checked "$case" "$input"
    if [ -f "$case.plan" ]; then
        test_that "$input has the same plan as before" dumped "$case" "$input"
    fi
done
closing
