# Findings for programs: each form is valid by its schema or grammar and says what the text says.
suite=diagnostics
. tests/lib.sh

# The one that has the schema validator: Debian's, or that of the machine.
python=python3
"$python" -c 'import jsonschema' 2>/dev/null || python=/usr/bin/python3
forms='json sarif junit github gitlab'
odd="$scratch/od d,%[1](x):é{0}.xml"

# The workbooks: a sound one, a spoiled one, one whose mistakes are full of what means something to
# a form, one with more mistakes than are listed, and some that cannot be read.
make_workbooks() {
    "$python" - "$scratch" "$odd" <<'END'
import sys
folder, odd = sys.argv[1:]
with open('tests/regress/plan/BP3502-initiative-without-budget.xml', encoding='utf-8') as file:
    sound = file.read()
actual = '  <value measure="M2" period="2026-10" series="actual" v="98"/>\n'
assert actual in sound
values = ['50%::error file=x,line=1::boo', '&quot;q&quot; \'s\' &lt;b&gt; &amp;amp; ]]&gt;', '{0} {1} {', '[a](b)',
          'a&#10;::error::b', '\u202e\u0628\u200b\U0001f600', 'tab&#9;%0A \\u0041 \\', 'x' * 300,
          'x' * 300, 'x' * 300]
row = '  <!-- \u6f22\u5b57\U0001f600 --> <value measure="M2" period="2026-10" series="actual" v="%s"/>\n'
def write(path, text):
    with open(path, 'w', encoding='utf-8', newline='') as file:
        file.write(text)
write(odd, sound.replace(actual, ''.join(row % v.replace('%', '%') for v in values)))
initiative = [line for line in sound.split('\n') if '<initiative id="I1"' in line][0]
write(folder + '/many.xml', sound.replace(initiative, '\n'.join(
    initiative.replace('"I1"', f'"I{i}"') for i in range(1150))))
write(folder + '/broken.xml', '\ufeff<a>\n \u6f22\u5b57<b></c>')
write(folder + '/clean.xml', sound.replace('objectives="O1" start', 'objectives="O1" budget="1" start'))
END
}

# valid [WITH_TEXT]: what stands in $scratch/found.FORM, and that it says what $scratch/text says.
valid() {
    xmllint --noout --schema tests/schemas/junit.xsd "$scratch/found.junit" 2>&1 &&
        "$python" tests/e2e/diagnostics.py ${1:+text="$scratch/text"} json="$scratch/found.json" \
            sarif="$scratch/found.sarif" junit="$scratch/found.junit" github="$scratch/found.github" \
            gitlab="$scratch/found.gitlab"
}
# tells STATUS ARGUMENT...: check in every form ends with the status and says nothing else.
tells() {
    wanted=$1
    shift
    for form in $forms; do
        exits_with "$wanted" "$BOARDPACK" check --diagnostics="$form" "$@" && silent "$err" || return 1
        cp "$out" "$scratch/found.$form"
    done
}
hold_all() { # ARGUMENT...: all forms of a check are valid and say the same as its text
    "$BOARDPACK" check "$@" 2>"$scratch/text" </dev/null
    tells $? "$@" && valid with_text
}
more_are_told() { # 1,150 warnings: 1,000 are kept
    for form in $forms; do
        "$BOARDPACK" check --diagnostics="$form" "$scratch/many.xml" >"$out" 2>"$err"
        case $form in
        json) says "$out" '"not_listed":150' ;;
        *) says "$out" 'and 150 more findings' ;;
        esac || return 1
    done
}
piped_in() { # standard input has no path: nothing points to a file of that name
    for form in $forms; do
        "$BOARDPACK" check --diagnostics="$form" - <"$spoiled" >"$scratch/found.$form" 2>"$err"
    done
    valid && ! grep -q file= "$scratch/found.github" && ! grep -q physicalLocation "$scratch/found.sarif"
}
same_bytes() {
    for form in $forms; do
        LC_ALL=C TZ=UTC "$BOARDPACK" check --diagnostics="$form" "$spoiled" >"$scratch/one" 2>"$err"
        LC_ALL=de_DE.UTF-8 TZ=Asia/Tokyo "$BOARDPACK" check --diagnostics="$form" "$spoiled" >"$scratch/two" 2>"$err"
        [ -s "$scratch/one" ] && cmp "$scratch/one" "$scratch/two" || return 1
    done
}
fingerprints() { # CODES of a json file
    "$python" -c '
import json, sys
for line in open(sys.argv[1], encoding="utf-8"):
    item = json.loads(line)
    if item["type"] == "finding": print(item["code"], item["fingerprint"])' "$1" | sort
}
lines_do_not_count() { # rows further down are the same findings
    sed 's/^ *<table:table-row/\n\n&/' "$spoiled" >"$scratch/moved.fods"
    "$BOARDPACK" check --diagnostics=json "$spoiled" >"$scratch/one"
    "$BOARDPACK" check --diagnostics=json "$scratch/moved.fods" >"$scratch/two"
    ! grep -q '"type":"finding"' "$scratch/two" && return 1
    fingerprints "$scratch/one" >"$scratch/prints.one"
    fingerprints "$scratch/two" | diff "$scratch/prints.one" -
}
to_a_file() { # beside the text, whole, also with errors
    exits_with 1 "$BOARDPACK" check --diagnostics=sarif --diagnostics-file="$scratch/f.sarif" "$spoiled" &&
        silent "$out" && says "$err" ' errors, ' &&
        "$python" tests/e2e/diagnostics.py text="$err" sarif="$scratch/f.sarif" || return 1
    exits_with 1 "$BOARDPACK" check --diagnostics-file="$scratch/f.txt" "$spoiled" || return 1
    grep -v '^boardpack:' "$err" | diff "$scratch/f.txt" -
}
to_a_file_from_any_command() {
    exits_with 1 "$BOARDPACK" build "$spoiled" -o "$scratch/never" --diagnostics=gitlab \
        --diagnostics-file="$scratch/f.gitlab" &&
        "$python" tests/e2e/diagnostics.py text="$err" gitlab="$scratch/f.gitlab" || return 1
    exits_with 0 "$BOARDPACK" assess "$sample" --diagnostics=junit --diagnostics-file="$scratch/f.junit" &&
        [ -s "$out" ] && xmllint --noout --schema tests/schemas/junit.xsd "$scratch/f.junit" 2>&1
}
beside_a_result() { # which has standard output: the findings stay on standard error
    exits_with 0 "$BOARDPACK" assess -v --diagnostics=json "$sample" &&
        "$python" tests/e2e/diagnostics.py json="$err" && ! grep -q '"type":"summary"' "$out" || return 1
    exits_with 0 "$BOARDPACK" check --emit=plan --diagnostics=json "$sample" &&
        "$python" tests/e2e/diagnostics.py json="$err"
}
refuses() { # STATUS CODE ARGUMENT...
    wanted=$1
    code=$2
    shift 2
    exits_with "$wanted" "$BOARDPACK" "$@" && says "$err" "$code" && silent "$out"
}
untouched() { # an output that is refused or cannot be written leaves what was there
    cp "$scratch/clean.xml" "$scratch/input.xml"
    refuses 4 BP9005 check --diagnostics-file="$scratch/./input.xml" "$scratch/input.xml" &&
        cmp "$scratch/clean.xml" "$scratch/input.xml" || return 1
    exits_with 0 "$BOARDPACK" convert "$scratch/clean.xml" -o "$scratch/folder/" &&
        cp "$scratch/folder/Units.csv" "$scratch/units" &&
        refuses 4 BP9005 check --diagnostics-file="$scratch/folder/Units.csv" --csv "$scratch/folder" &&
        cmp "$scratch/units" "$scratch/folder/Units.csv" || return 1
    exits_with 4 "$BOARDPACK" build "$sample" -o "$scratch/board" --diagnostics-file="$scratch/board/map.svg" &&
        says "$err" BP9043 && head -c 100 "$scratch/board/map.svg" | grep -q '<svg\|<?xml' || return 1
    exits_with 4 "$BOARDPACK" check --diagnostics=json --diagnostics-file="$scratch/no/such/f" "$sample" &&
        says "$err" BP9002 || return 1
    exits_with 4 "$BOARDPACK" check --diagnostics=json --diagnostics-file=/dev/full "$spoiled" && says "$err" BP9002
}
trouble_has_a_form_too() { # what stops the work before a workbook is read
    tells 3 "$scratch/nothing.xml" && says "$scratch/found.gitlab" BP9001 && valid &&
        tells 2 --as-of=never "$sample" && says "$scratch/found.gitlab" BP9010 && valid
}

# ---- known findings ----
ignored() { # counted apart, and listed only where they are marked
    "$BOARDPACK" check "$spoiled" 2>"$scratch/text"
    many=$(grep -cE '\[BP(3704|3102|3809)\]$' "$scratch/text")
    exits_with 1 "$BOARDPACK" check --ignore=BP3704,3102 --ignore bp3809 "$spoiled" &&
        says "$err" ", $many ignored" && ! grep -qE 'BP(3704|3102|3809)' "$err" && [ "$many" -gt 3 ] || return 1
    hold_all "$spoiled" --ignore=BP3704 || return 1
    "$BOARDPACK" check --diagnostics=sarif --ignore=BP3704 "$spoiled" >"$out"
    says "$out" '"kind":"external","status":"accepted"' || return 1
    "$BOARDPACK" check --diagnostics=github --ignore=BP3704 "$spoiled" >"$out"
    ! grep -q BP3704 "$out"
}
ignored_do_not_fail() {
    exits_with 1 "$BOARDPACK" check --fail-on=warning tests/regress/plan/BP3502-initiative-without-budget.xml &&
        exits_with 0 "$BOARDPACK" check --fail-on=warning --ignore=BP3502 \
            tests/regress/plan/BP3502-initiative-without-budget.xml
}
notes_can_fail() { # and are counted then
    exits_with 1 "$BOARDPACK" check --fail-on=note tests/regress/waivers/BP3942-idle.xml &&
        says "$err" '0 errors, 0 warnings, 1 note' &&
        exits_with 0 "$BOARDPACK" check --fail-on=warning tests/regress/waivers/BP3942-idle.xml
}
waived() { # see tests/regress/waivers for what is waived and what not
    known=tests/regress/waivers/waived.xml
    exits_with 0 "$BOARDPACK" check --fail-on=note "$known" && says "$err" '2 waived, the first until 2026-12-31' || return 1
    hold_all "$known" || return 1
    "$BOARDPACK" check --diagnostics=json "$known" >"$out"
    says "$out" '"suppressed_by":"waiver","justification":"The budget is set in January. (approved by Chief Financial Officer, until 2026-12-31)"' || return 1
    "$BOARDPACK" check --diagnostics=sarif "$known" >"$out"
    says "$out" '"kind":"inSource"' || return 1
    exits_with 0 "$BOARDPACK" packet --fail-on=warning -o "$scratch/waived.pdf" "$known"
}
waived_beyond_the_cap() { # of 1,200 warnings a waiver for all rows reaches every one
    "$python" - "$scratch/hosts.xml" <<'END'
import sys
with open('tests/regress/waivers/waived.xml', encoding='utf-8') as file:
    text = file.read()
row = [line for line in text.split('\n') if '<initiative id="I1"' in line][0]
more = '\n'.join(row.replace('"I1"', f'"J{i}"') for i in range(1200))
text = text.replace(row, row + '\n' + more).replace(' linked="I1"', '').replace(' linked="I2"', '')
with open(sys.argv[1], 'w', encoding='utf-8') as file:
    file.write(text)
END
    exits_with 0 "$BOARDPACK" check --fail-on=warning "$scratch/hosts.xml" && says "$err" ' 1202 waived until 2026-12-31'
}

every_dialect() { # one finding is the same finding, and its waiver has a cell
    known=tests/regress/waivers/expired-and-back.xml
    "$BOARDPACK" check --diagnostics=json "$known" >"$scratch/one"
    fingerprints "$scratch/one" | grep BP3502 >"$scratch/prints.one"
    for name in k.fods k.ods k.xlsx k.excel.xml k/; do
        exits_with 0 "$BOARDPACK" convert "$known" -o "$scratch/$name" || return 1
        case $name in
        k/) set -- --csv "$scratch/k" ;;
        *) set -- "$scratch/$name" ;;
        esac
        case $name in # a zip has no lines to compare
        k.ods | k.xlsx) tells 0 "$@" && valid ;;
        *) hold_all "$@" ;;
        esac || return 1
        fingerprints "$scratch/found.json" | grep BP3502 | diff "$scratch/prints.one" - &&
            says "$scratch/found.json" '"cell":"Waivers!' && says "$scratch/found.sarif" '"fullyQualifiedName":"Waivers!A' || {
            echo "as $name"
            return 1
        }
    done
    says "$scratch/found.sarif" 'Waivers.csv"},"region":{"startLine":3}'
}
make_workbooks || exit 1
test_that "a spoiled workbook is told in every form" hold_all "$spoiled"
test_that "a sound workbook is told in every form" hold_all "$sample"
test_that "a workbook without a finding is told in every form" hold_all "$scratch/clean.xml"
test_that "names and values full of marks are told in every form" hold_all "$odd"
test_that "more mistakes than are listed are told in every form" hold_all "$scratch/many.xml"
test_that "each form tells how many are not listed" more_are_told
test_that "malformed XML is told in every form" hold_all "$scratch/broken.xml"
test_that "BP9001 and BP9010, without a place, are told in every form" trouble_has_a_form_too
test_that "--fail-on decides what fails a report" hold_all "$sample" --fail-on=note
test_that "the dialect of a workbook does not matter" every_dialect
test_that "standard input has no path" piped_in
test_that "the forms are the same bytes everywhere" same_bytes
test_that "fingerprints do not depend on lines" lines_do_not_count
test_that "--diagnostics-file has the form, standard error the text" to_a_file
test_that "commands with another result write the file too" to_a_file_from_any_command
test_that "without a file the findings stay apart from a result" beside_a_result
test_that "BP9042: a result and findings are not mixed" refuses 2 BP9042 assess --diagnostics-file=- "$sample"
test_that "BP9043: a result and findings are not one file" \
    refuses 2 BP9043 assess -o "$scratch/x" --diagnostics-file="$scratch/x" "$sample"
test_that "the input is not overwritten, a failed write is told" untouched
test_that "--ignore leaves out warnings and notes and counts them" ignored
test_that "ignored findings do not fail a run" ignored_do_not_fail
test_that "BP9040: --ignore wants a code" refuses 2 "did you mean 'BP3502'" check --ignore=BP3592 "$sample"
test_that "BP9040: --ignore wants a code, not a word" refuses 2 BP9040 check --ignore=all "$sample"
test_that "BP9041: errors cannot be ignored" refuses 2 BP9041 check --ignore=BP3502,BP3104 "$sample"
test_that "--fail-on=note makes notes fail a run" notes_can_fail
test_that "waived findings are counted apart and do not fail a run" waived
test_that "a waiver for all rows reaches findings that are not listed" waived_beyond_the_cap
closing
