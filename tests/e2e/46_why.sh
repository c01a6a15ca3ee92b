# Why a status is what it is: every id of the sample can be asked about.
suite=why
. tests/lib.sh

every_id_has_an_answer() {
    for id in $(grep -oE '<(measure|objective|perspective|theme|unit|initiative|process) id="[^"]*"' \
        "$canonical" | sed 's/.*id="//; s/"//'); do
        exits_with 0 "$BOARDPACK" why -q "$sample" "$id" && grep -qE "^([^ ]+/)?$id " "$out" || return 1
        echo "$id"
    done >"$scratch/ids"
    [ "$(wc -l <"$scratch/ids")" -gt 90 ]
}
answers_agree_with_the_assessment() { # id and status of every measure
    "$BOARDPACK" assess --format=csv "$sample" >"$scratch/assessment.csv" 2>"$err" || return 1
    "$BOARDPACK" why -q --format=json "$sample" $(grep -oE '<measure id="[^"]*"' "$canonical" |
        sed 's/.*id="//; s/"//') >"$scratch/why.json" 2>"$err" || return 1
    python3 - "$scratch/assessment.csv" "$scratch/why.json" <<'END'
import csv, json, sys
said = {d['id']: [s['result'] for s in d['steps'] if s['figure'] == 'status'][0]
        for d in json.load(open(sys.argv[2], encoding='utf-8'))}
rows = list(csv.DictReader(open(sys.argv[1], encoding='utf-8-sig')))
read = {'insufficient': 'too little data', 'unscored': 'not judged'}  # the others: blanks for hyphens
judged = {row['id']: read.get(row['status'], row['status'].replace('-', ' ')) for row in rows if row['id'] in said}
assert len(judged) == len(said) > 30, (len(judged), len(said))
assert judged == said, [(i, judged[i], said[i]) for i in said if judged[i] != said[i]]
END
}
cells_are_named() {
    exits_with 0 "$BOARDPACK" why -q "$sample" M07 &&
        says "$out" 'M07 O-negative demand met by collection is amber (score 45.3) in 2026-09' &&
        says "$out" "- actual of 2026-09: 91.8 ['Monthly Data'!Z10]" &&
        says "$out" '91.8 < 95 and 91.8 >= 90 -> amber' &&
        says "$out" '- red flag: 90 [Thresholds!D8]'
}
as_the_readme_shows() { # the example of the README is what the program prints
    cp "$sample" "$scratch/strategy.fods" &&
        "$BOARDPACK" why -q "$scratch/strategy.fods" M07 >"$scratch/shown" 2>"$err" || return 1
    awk '/^    M07 / { inside = 1 } /^    \.\.\.$/ { inside = 0 } inside' README.md |
        sed 's/^    //' >"$scratch/example"
    [ -s "$scratch/example" ] || return 1
    head -n "$(wc -l <"$scratch/example")" "$scratch/shown" | diff "$scratch/example" -
}
an_unknown_id_is_told_BP9050() {
    exits_with 2 "$BOARDPACK" why "$sample" M07 M99x && silent "$out" &&
        says "$err" "nothing that is judged has the id 'M99x' [BP9050]" || return 1
    exits_with 2 "$BOARDPACK" why "$sample" RBS/IPP && says "$err" "did you mean 'RBS/IP'?"
}
a_depth_is_a_digit_BP9051() {
    for depth in 10 x '' -1; do
        exits_with 2 "$BOARDPACK" why "$sample" "--depth=$depth" M07 &&
            says "$err" '[BP9051]' || return 1
    done
}
depth_adds_what_is_below() {
    exits_with 0 "$BOARDPACK" why -q --depth 1 "$sample" C1 &&
        says "$out" '    M01 Orders filled in full and on time is amber' &&
        says "$out" '    PRO-2 Hold group O reserves in three hubs is amber' || return 1
    exits_with 0 "$BOARDPACK" why -q "$sample" C1 && ! grep -q '^    M01' "$out"
}
several_ids_and_units_of_one_perspective() {
    exits_with 0 "$BOARDPACK" why -q "$sample" M01 RBS/CP 3 &&
        [ "$(grep -c '^[^ ].* is ' "$out")" -ge 3 ] || return 1
    exits_with 0 "$BOARDPACK" why -q "$sample" IP && says "$out" 'RBS/IP ' && says "$out" 'COL/IP '
}
without_an_id_it_lists_what_can_be_asked() {
    exits_with 2 "$BOARDPACK" why && says "$err" 'why wants a workbook' || return 1
    exits_with 0 "$BOARDPACK" why -q "$sample" && says "$out" 'measure' || return 1
    says "$out" '  M07  O-negative demand met by collection is amber (score 45.3) in 2026-09' &&
        says "$out" '  D1:C1  D1 drives C1 after 1 month: association shown' &&
        says "$out" '  office  6.65 FTE planned, 5.8 filled, within the published total of 6 to 8'
}
every_figure_of_the_assessment_is_derived() {
    "$BOARDPACK" assess -q --format=json "$sample" >"$scratch/assessment.json" 2>"$err" &&
        "$BOARDPACK" why -q --format=json "$sample" >"$scratch/list.json" 2>"$err" || return 1
    python3 -c "import json, sys
for d in json.load(open(sys.argv[1], encoding='utf-8')): print(d['id'], end='\\0')" \
        "$scratch/list.json" | sort -zu |
        xargs -0 "$BOARDPACK" why -q --format=json "$sample" >"$scratch/derivations.json" 2>"$err" &&
        python3 tests/e2e/derivations.py "$scratch/assessment.json" "$scratch/derivations.json" \
            >"$out" 2>&1
}
links_people_and_totals_have_ids() {
    exits_with 0 "$BOARDPACK" why -q "$sample" 'D1>C1' D1:C1 'Scorecard Manager' trust COL/trust \
        'Director, Plasma Centres' benefits N01/benefits BEN-1 office roadmap COL/alignment \
        M07/signal || return 1
    [ "$(grep -c '^[^ ].*:\|^BEN-1' "$out")" -eq 13 ] || return 1
    says "$out" '(4 + 1) / (1999 + 1) = 0.0025' && says "$out" '  5. against the published total: within' &&
        says "$out" "- BL-02 Mobile teams: 34200000 ['Budget Lines'!D3]" || return 1
    exits_with 2 "$BOARDPACK" why -q "$sample" COL/trus && says "$err" "did you mean 'COL/trust'?"
}
a_folder_of_csv_files_will_do() {
    "$BOARDPACK" convert "$sample" --format=csv -o "$scratch/tables" -q 2>"$err" || return 1
    exits_with 0 "$BOARDPACK" why -q --csv "$scratch/tables" M07 && says "$out" 'is amber (score 45.3)'
}
lines_are_narrow() {
    "$BOARDPACK" why -q --depth 3 "$sample" RBS N01 2 >"$scratch/all" 2>"$err" || return 1
    [ "$(wc -l <"$scratch/all")" -gt 1000 ] && ! grep -nE '^.{101}' "$scratch/all"
}
an_option_of_the_run_has_no_cell() { # another period than the sheet's
    exits_with 0 "$BOARDPACK" why -q --period 2026-08 "$sample" M07 &&
        grep -q '^      - reporting period: 2026-08$' "$out"
}

test_that "every id of the sample has an answer" every_id_has_an_answer
test_that "the answers are those of assess" answers_agree_with_the_assessment
test_that "cells and formulas are shown" cells_are_named
test_that "the README shows what is printed" as_the_readme_shows
test_that "an unknown id is told, with one that may be meant" an_unknown_id_is_told_BP9050
test_that "--depth is a digit" a_depth_is_a_digit_BP9051
test_that "--depth adds what is below" depth_adds_what_is_below
test_that "several ids may be asked about, and perspectives of all units" several_ids_and_units_of_one_perspective
test_that "without an id it lists what can be asked" without_an_id_it_lists_what_can_be_asked
test_that "links, people and totals have ids" links_people_and_totals_have_ids
test_that "every figure of the assessment is derived" every_figure_of_the_assessment_is_derived
test_that "a folder of CSV files will do" a_folder_of_csv_files_will_do
test_that "lines are at most 100 columns wide" lines_are_narrow
test_that "what the command line says has no cell" an_option_of_the_run_has_no_cell
closing
