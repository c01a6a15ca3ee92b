#!/bin/sh
# The text against the program: manual, completion, codes, and every command line that is shown.
# UPDATE=1 writes the generated parts anew.
suite=docs
. tests/lib.sh

# The chapter on sheets and columns is made of the table; everything before it is written by hand.
guide_is_the_table() {
    {
        sed '/^<!-- From .*: begin -->$/q' doc/workbook.md
        "$BOARDPACK" schema --doc
        echo '<!-- end -->'
    } >"$scratch/workbook.md" || return 1
    [ -z "${UPDATE:-}" ] || cp "$scratch/workbook.md" doc/workbook.md
    diff doc/workbook.md "$scratch/workbook.md"
}
between() { # prints FILE with what TEXT holds between the marks
    awk -v text="$2" '
        /From src\/app\/options.def: begin/ { print; while ((getline line < text) > 0) print line; inside = 1 }
        /^\.\\" end$/ { inside = 0 }
        !inside && !/options.def: begin/ { print }
    ' "$1"
}
manual_is_the_table() {
    "$BOARDPACK" help --format=man >"$scratch/sections" &&
        between doc/boardpack.1 "$scratch/sections" >"$scratch/boardpack.1" || return 1
    [ -z "${UPDATE:-}" ] || cp "$scratch/boardpack.1" doc/boardpack.1
    diff doc/boardpack.1 "$scratch/boardpack.1"
}
manual_is_sound() {
    mandoc -Tlint -Wwarning doc/boardpack.1
}
manual_has_all_options() { # the page as printed names what --help of any command names
    mandoc -Tascii doc/boardpack.1 | sed 's/.\x08//g' >"$scratch/page"
    for command in build packet map check assess forecast why brief diff convert init explain schema help; do
        "$BOARDPACK" help $command
    done | grep -oE '^ +(-[a-z], +)?--[a-z-]+' | grep -oE -e '--[a-z-]+' | sort -u >"$scratch/long"
    [ -s "$scratch/long" ] || return 1
    while read -r option; do
        says "$scratch/page" "$option" && says doc/boardpack.bash "$option" || return 1
    done <"$scratch/long"
}
completion_is_the_table() {
    "$BOARDPACK" help --format=bash >"$scratch/boardpack.bash" || return 1
    [ -z "${UPDATE:-}" ] || cp "$scratch/boardpack.bash" doc/boardpack.bash
    diff doc/boardpack.bash "$scratch/boardpack.bash"
}
completes() { # WORDS... are completed to what is expected
    expected=$1
    shift
    bash -c '
        . doc/boardpack.bash
        compopt() { :; }
        COMP_WORDS=("$@")
        COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
        _boardpack
        printf "%s " "${COMPREPLY[@]}"
    ' bash "$@" >"$scratch/completed"
    says "$scratch/completed" "$expected"
}
# Every line of a document that starts a command is run as it stands, in the order shown.
shown_commands_run() { # FILE
    sed -n 's/^\(\.Dl \)\{0,1\} *\$ boardpack /boardpack /p' "$1" >"$scratch/shown"
    [ -s "$scratch/shown" ] || {
        echo "no example in $1"
        return 1
    }
    while read -r line; do
        (
            ln -sfn "$PWD/samples" "$scratch/samples" 2>/dev/null
            cp samples/regional-blood-service.excel.xml "$scratch/strategy.xml"
            cp samples/regional-blood-service.excel.xml "$scratch/last-month.xml"
            cp samples/regional-blood-service.fods "$scratch/strategy.fods"
            cp tests/regress/stratml/oddities.stratml "$scratch/plan.stratml"
            cd "$scratch" || exit 1
            boardpack() { "$BOARDPACK" "$@"; }
            eval "$line"
        ) >"$out" 2>"$err" </dev/null
        status=$?
        [ $status = 0 ] || [ $status = 1 ] && case $line in *spoiled*) [ $status = 1 ] ;; *) [ $status = 0 ] ;; esac || {
            echo "exit status $status: $line"
            head -n 5 "$err"
            return 1
        }
    done <"$scratch/shown"
}
# The pipelines of the README: each command runs, and the files that later steps take are there.
shown_pipelines_run() {
    awk '/^```yaml/ { inside = 1; next } /^```/ { inside = 0 } inside' README.md >"$scratch/pipelines"
    sed -n 's/^ *\(-\|run:\|- run:\) boardpack /boardpack /p' "$scratch/pipelines" >"$scratch/steps"
    [ "$(wc -l <"$scratch/steps")" -gt 3 ] || return 1
    cp samples/regional-blood-service.fods "$scratch/strategy.fods"
    while read -r line; do
        (
            cd "$scratch" || exit 1
            boardpack() { "$BOARDPACK" "$@"; }
            eval "$line"
        ) >"$out" 2>"$err" </dev/null
        status=$?
        case $line in *fail-on*) [ $status -le 1 ] ;; *) [ $status = 0 ] ;; esac || {
            echo "exit status $status: $line"
            return 1
        }
    done <"$scratch/steps"
    grep -oE '(sarif_file|codequality|junit): [a-z.]+' "$scratch/pipelines" | sed 's/.*: //' >"$scratch/taken"
    while read -r file; do
        [ -s "$scratch/$file" ] || {
            echo "no command writes $file"
            return 1
        }
    done <"$scratch/taken"
}
json_members_are_told() { # each that the schema names stands in the guide
    sed -n 's/^ \{8\}"\([a-z_]*\)": {.*/\1/p' tests/schemas/diagnostics.schema.json |
        grep -vx properties | sort -u >"$scratch/members"
    [ "$(wc -l <"$scratch/members")" -gt 20 ] || return 1
    while read -r member; do
        says doc/diagnostics.md "\`$member\`" || return 1
    done <"$scratch/members"
}
readme_commands() { # the two commands are there, and make knows them
    for target in demo check; do
        says README.md "make $target" && grep -q "^$target:" Makefile || return 1
    done
}
statuses_agree() { # README, manual and --help tell the same exit statuses
    for status in 0 1 2 3 4 5; do
        grep -qE "^\| $status +\|" README.md && grep -q "^\.It $status\$" doc/boardpack.1 || {
            echo "status $status"
            return 1
        }
    done
}
links_lead_somewhere() {
    for file in README.md CONTRIBUTING.md doc/*.md; do
        grep -oE '\]\([^)#: ]+' "$file" | sed 's/^](//' | while read -r target; do
            [ -e "$(dirname "$file")/$target" ] || echo "$file: $target"
        done
    done >"$scratch/dangling"
    silent "$scratch/dangling"
}
# Each code has a case: the number stands in a test or in what a test expects.
codes_have_a_case() {
    "$BOARDPACK" explain | sed -n 's/^BP\([0-9]*\) .*/\1/p' >"$scratch/codes"
    while read -r code; do
        grep -rqE "BP$code\b" tests/unit tests/e2e tests/regress tests/property tests/fault 2>/dev/null || echo "BP$code"
    done <"$scratch/codes" >"$scratch/untested"
    silent "$scratch/untested" || {
        echo "codes without a case: $(tr '\n' ' ' <"$scratch/untested")"
        return 1
    }
}
packet_is_told() { # each section has its line in the guide, and no other
    for file in src/report/section*.c; do
        kind=${file##*/section}
        echo "${kind%.c}"
    done | sort >"$scratch/sections.built"
    sed -n 's/^| `\([a-z]*\)` |.*/\1/p' doc/packet.md | sort >"$scratch/sections.told"
    diff "$scratch/sections.built" "$scratch/sections.told"
}
samples_are_made() { # of their tables, by the step their README tells
    mkdir -p "$scratch/made" && python3 samples/make_samples.py -o "$scratch/made" &&
        for file in "$scratch"/made/*; do
            cmp "$file" "samples/${file##*/}" || return 1
        done
}
fonts_are_those_listed() { # of the roles that must be there; a changed font is told, not failed
    grep '^role ' fonts/roles.txt | while read -r _ _ _ _ file package sum _; do
        path=$(find /usr/share/fonts -name "$file" | head -n 1)
        [ -n "$path" ] || {
            echo "$file of $package is not installed"
            exit 1
        }
        [ "$(sha256sum "$path" | cut -d' ' -f1)" = "$sum" ] || echo "note: $file differs from the one listed" >&2
    done
}

test_that "the manual's sections are made of the table" manual_is_the_table
test_that "the guide's chapter on sheets is made of the table" guide_is_the_table
test_that "the manual is sound" manual_is_sound
test_that "the completion is made of the table" completion_is_the_table
test_that "--help, manual and completion name the same options" manual_has_all_options
test_that "commands are completed" completes 'build ' boardpack bu
test_that "options are completed" completes '--layout-json= ' boardpack map --la
test_that "choices are completed" completes 'json ' boardpack assess --format = js
test_that "the commands of the manual run" shown_commands_run doc/boardpack.1
test_that "the commands of the README run" shown_commands_run README.md
test_that "the commands about StratML run" shown_commands_run doc/stratml.md
test_that "the pipelines of the README run" shown_pipelines_run
test_that "the guide tells every member of a finding" json_members_are_told
test_that "the two commands of the README exist" readme_commands
test_that "exit statuses are told alike" statuses_agree
test_that "links between documents lead somewhere" links_lead_somewhere
test_that "every code has a case" codes_have_a_case
test_that "the guide tells every section of a packet" packet_is_told
test_that "the samples are what their tables make" samples_are_made
test_that "the fonts are installed" fonts_are_those_listed
closing
