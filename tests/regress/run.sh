#!/bin/sh
# The files present decide what runs.  Each tests/regress/TOPIC/CASE.xml or .fods goes through
# `boardpack check`; what it prints is compared with CASE.diag, and where CASE.plan exists the dump
# of the plan with that.  CASE.options holds further options of the command.  CASE.sheets tells what
# it changes in base.sheets (sheets.awk says how); it is made into flat ODF and into XML Spreadsheet
# 2003, and both must be judged alike; its CASE.plan is what it changes in the plan of base.sheets.
# CASE.stratml is a plan of StratML; CASE.books a folder of CSV files (its CASE.records, as for a
# plan, what --emit=canonical makes of it).  UPDATE=1 writes the expected files anew: read the
# difference before it is committed.  CASES='tests/regress/rules/*' runs some.
#
# A case named after a code provokes exactly that: one finding, nothing else.
suite=regress
. tests/lib.sh

# same EXPECTED FOUND
same() {
    [ -z "${UPDATE:-}" ] || cp "$2" "$1"
    diff "$1" "$2"
}

# A folder is read by an option.
operand() {
    [ ! -d "$1" ] || printf '%s ' --csv
    printf '%s' "$1"
}

# checked CASE INPUT: 0 and 1 are what a check of data may end with, 3 what a refusal does.
run_check() {
    options=
    [ ! -f "$1.options" ] || options=$(cat "$1.options")
    # The options are words: they are meant to be split.
    # shellcheck disable=SC2086
    "$BOARDPACK" check $options $(operand "$2") >"$out" 2>&1 </dev/null
    status=$?
    [ $status -le 1 ] || [ $status = 3 ] || {
        echo "exit status $status"
        cat "$out"
        return 1
    }
}

checked() {
    run_check "$1" "$2" && same "$1.diag" "$out"
}

dumped() {
    "$BOARDPACK" check --emit=plan "$2" >"$out" 2>"$err" </dev/null
    same "$1.plan" "$out"
}

recorded() { # as records, where the plan does not show them
    # shellcheck disable=SC2046
    "$BOARDPACK" check --emit=canonical $(operand "$2") >"$out" 2>"$err" </dev/null
    same "$1.records" "$out"
}

changes_the_plan() {
    "$BOARDPACK" check --emit=plan "$2" 2>"$err" </dev/null | diff "$scratch/base.plan" - |
        grep '^[<>]' >"$out"
    same "$1.plan" "$out"
}

# Who handed in sheets reads of sheets, rows and columns, not of what XML is made of.
in_the_words_of_sheets() {
    ! grep -iE 'attribute|element' "$1"
}

# But for those that are about whole sheets: missing, unknown, taken twice, without titles, empty.
each_names_its_cell() {
    awk '/\[BP[0-9]+\]$/ { if (told) print told; told = /\[BP(200[1-4]|3111)\]$/ ? "" : $0; next }
         /^  at / { told = "" }
         END { if (told) print told }' "$1" >"$scratch/nowhere"
    silent "$scratch/nowhere"
}

# sheets_checked CASE DIALECT SUFFIX: places in the file differ by dialect, so they are cut off.
sheets_checked() {
    awk -v dialect="$2" -f tests/regress/sheets.awk tests/regress/base.sheets "$1.sheets" \
        >"$scratch/case.$3" || return 1
    (cd "$scratch" && run_check "$home/$1" "case.$3") || return 1
    sed -e "s/^case\.$3:[0-9:]* //" -e "s/^boardpack: case\.$3: //" "$out" >"$err"
    same "$1.diag" "$err" && in_the_words_of_sheets "$err" && each_names_its_cell "$err" || return 1
    [ ! -f "$1.plan" ] || changes_the_plan "$1" "$scratch/case.$3"
}

# exactly CASE: the finding the name tells, and no other.
exactly() {
    code=${1##*/}
    code=${code%%-*}
    grep -o '\[BP[0-9]*\]$' "$1.diag" >"$out"
    [ "$(cat "$out")" = "[$code]" ] || {
        echo "expected $code alone, found:"
        cat "$1.diag"
        return 1
    }
}

base_is_dumped() {
    awk -v dialect=flat -f tests/regress/sheets.awk tests/regress/base.sheets >"$scratch/base.fods" &&
        "$BOARDPACK" check --emit=plan "$scratch/base.fods" >"$scratch/base.plan"
}

# A rule without a case is a rule nobody has seen at work; elsewhere.txt says of some why not here.
# From 2070 on stand findings of commands that write, which their own tests provoke.
every_rule_has_a_case() {
    "$BOARDPACK" explain | sed -n 's/^\(BP20[0-6][0-9]\|BP[34][0-9]*\) .*/\1/p' >"$scratch/rules"
    [ -s "$scratch/rules" ] || return 1
    while read -r code; do
        set -- tests/regress/*/"$code"-*
        [ -e "$1" ] || grep -q "^$code " tests/regress/elsewhere.txt ||
            echo "no case tests/regress/rules/$code-*.sheets, and no line in elsewhere.txt"
    done <"$scratch/rules" >"$scratch/without"
    silent "$scratch/without"
}

home=$PWD
test_that "the base of the sheets has a plan" base_is_dumped
[ -z "${CASES:-}" ] || CASES_GIVEN=yes
: "${CASES:=tests/regress/*/*}"
# shellcheck disable=SC2086
for input in $CASES; do
    case=${input%.*}
    case $input in
    *.sheets)
        test_that "$input is judged as before in flat ODF" sheets_checked "$case" flat fods
        test_that "$input is judged alike in XML Spreadsheet 2003" sheets_checked "$case" excel xml
        ;;
    *.xml | *.fods | *.stratml | *.books)
        test_that "$input is judged as before" checked "$case" "$input"
        if [ -f "$case.plan" ]; then
            test_that "$input has the same plan as before" dumped "$case" "$input"
        fi
        if [ -f "$case.records" ]; then
            test_that "$input gives the same records as before" recorded "$case" "$input"
        fi
        ;;
    *) continue ;;
    esac
    case ${case##*/} in
    BP[0-9]*) test_that "$input provokes exactly its code" exactly "$case" ;;
    esac
done
[ -n "${CASES_GIVEN:-}" ] || test_that "every rule has a case" every_rule_has_a_case
closing
