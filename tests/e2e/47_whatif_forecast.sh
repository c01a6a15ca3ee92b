# What if, and what next: against assessments of edited copies, and against sums done by hand.
suite=whatif
. tests/lib.sh

# Two objectives, 60 and 40 of the score.  M1 adds up: 10 months of 95 for a target of 100 a month.
# M2 stands at 9 with a target of 10 now and 8 at year end; M3 has targets only.
small=$scratch/small.xml
months() { # MEASURE SERIES VALUE MONTH...
    row_measure=$1 row_series=$2 row_value=$3
    shift 3
    for month in "$@"; do
        printf '<value measure="%s" period="2026-%s" series="%s" v="%s"/>\n' \
            "$row_measure" "$month" "$row_series" "$row_value"
    done
}
write_small() {
    ten='01 02 03 04 05 06 07 08 09 10'
    always='owner="Owner" dataSource="Source" frequency="monthly"'
    meaning='<definition>What it is.</definition>'
    cat <<END
<workbook xmlns="urn:boardpack:strategy-workbook:1" version="1.0">
<organization id="ORG" name="Organization" currency="CAD" conventionVersion="1"
 fiscalYearStart="01-01" asOf="2026-10-31" period="2026-10"/>
<units><unit id="U0" name="All of it" kind="enterprise"/></units>
<perspectives><perspective id="P1" name="Patients" order="1"/></perspectives>
<objectives>
<objective id="O1" name="Deliver" unit="U0" perspective="P1" owner="Owner" weight="60"/>
<objective id="O2" name="Be fast" unit="U0" perspective="P1" owner="Owner" weight="40"/>
</objectives>
<measures>
<measure id="M1" name="Deliveries" objectives="O1" unitOfMeasure="parcels" polarity="higher"
 aggregation="sum" $always>$meaning</measure>
<measure id="M2" name="Days taken" objectives="O2" unitOfMeasure="days" polarity="lower" decimals="1"
 aggregation="last" $always>$meaning</measure>
<measure id="M3" name="Promises kept" objectives="O2" unitOfMeasure="%" polarity="higher"
 aggregation="mean" $always>$meaning</measure>
</measures>
<thresholds><threshold measure="M1" redFlag="90"/><threshold measure="M2" redFlag="12"/></thresholds>
<values>
$(months M1 target 100 $ten 11 12)
$(months M1 actual 95 $ten)
$(months M2 target 10 $ten 11)
$(months M2 target 8 12)
$(months M2 actual 9 $ten)
$(months M3 target 90 $ten 11 12)
</values>
</workbook>
END
}
write_small >"$small"

an_edited_copy_is_assessed_the_same() {
    python3 tests/e2e/whatif.py "$BOARDPACK" "$sample" "$canonical" "$scratch"
}
# The value at a path of keys and indexes in the JSON that was printed.
told() { # PATH EXPECTED
    python3 - "$out" "$1" "$2" <<'END'
import json, sys
with open(sys.argv[1], encoding='utf-8') as file:
    found = json.load(file)
for key in sys.argv[2].split('.'):
    found = found[int(key)] if key.isdigit() else found[key]
said = found if isinstance(found, str) else json.dumps(found)
assert said == sys.argv[3], (sys.argv[2], said)
END
}

# ---- what if ----

the_question_stands_first() {
    exits_with 0 "$BOARDPACK" assess -q "$sample" --what-if policy.rollup=worst \
        --what-if M07/2026-09/actual=95 || return 1
    cat >"$scratch/expected" <<'END'
What if Settings/Rollup Policy were worst? (the workbook says weighted: Settings!B2)
What if M07/2026-09/actual were 95? (the workbook says 91.8%: 'Monthly Data'!Z10)
The workbook itself is not changed.
END
    head -n 3 "$out" | diff "$scratch/expected" -
}
sums_done_by_hand() { # M1 100 is 66 2/3 of 100; the year 955 + 2 x 95.5 = 1146 of 1200: 51.67
    exits_with 0 "$BOARDPACK" assess -q "$small" --what-if M1/2026-10/actual=100 &&
        says "$out" 'as it is        1      1    0     0' &&
        says "$out" 'what if         2      0    0     0' &&
        says "$out" 'U0  All of it  amber -> green  63.3 -> 73.3  80 %' &&
        says "$out" 'O1  Deliver  amber -> green  50.0 -> 66.7  100 %     amber 50.0 -> amber 51.7' &&
        says "$out" 'M1  Deliveries  amber -> green  50.0 -> 66.7  amber 50.0 -> amber 51.7' &&
        ! grep -q 'O2' "$out"
}
a_forecast_may_change_alone() { # declared to the end: 950 + 125 + 125 = 1200
    exits_with 0 "$BOARDPACK" assess -q "$small" --what-if M1/2026-11/forecast=125 \
        --what-if M1/2026-12/forecast=125 &&
        says "$out" 'M1  Deliveries  amber   50.0   amber 50.0 -> green 66.7'
}
nothing_changes_is_said() {
    exits_with 0 "$BOARDPACK" assess -q "$small" --what-if policy.carry=1 &&
        says "$out" 'Nothing changes: every status, score, coverage and forecast stays as it is.' &&
        says "$out" 'What if Settings/Carry Periods were 1? (the workbook says nothing there)' &&
        exits_with 0 "$BOARDPACK" assess -q "$small" --what-if M1/2026-10/actual=95 &&
        says "$out" 'What if M1/2026-10/actual were 95? (the workbook says so already)'
}
initiatives_and_staffing_change_too() {
    exits_with 0 "$BOARDPACK" assess -q "$sample" --what-if Initiatives/N01/Budget=25000000 &&
        says "$out" 'N01  Plasma centre build-out: budget  amber -> green' || return 1
    exits_with 0 "$BOARDPACK" assess -q "$sample" --what-if 'Benchmarks/1/FTE Max=3' \
        --what-if 'Benchmarks/1/FTE Min=2' && says "$out" '1  Scorecard Management  within -> under'
}
a_unit_has_its_own() {
    exits_with 0 "$BOARDPACK" assess -q "$sample" --unit PEO --what-if policy.rollup=worst &&
        says "$out" 'PEO-1' && ! grep -q '^  RBS' "$out"
}
what_if_has_forms_for_programs() {
    exits_with 0 "$BOARDPACK" assess -q "$small" --format=json --what-if M1/2026-10/actual=100 &&
        told what_if.0.name M1/2026-10/actual && told what_if.0.before 95 &&
        told what_if.0.cell null && told objectives.after.green 2 &&
        told changes.0.id U0 && told changes.0.after.score 73.333333 &&
        told changes.3.id M1 && told changes.3.after.forecast_score 51.666667 || return 1
    exits_with 0 "$BOARDPACK" assess -q "$small" --format=csv --what-if M1/2026-10/actual=100 &&
        tr -d '\r' <"$out" >"$scratch/csv" && [ "$(wc -l <"$scratch/csv")" = 5 ] &&
        says "$scratch/csv" 'measure,M1,U0,Deliveries,,amber,green,50,66.666667,,,amber,amber,50,51.666667'
}
the_file_stays_as_it_was() {
    cp "$small" "$scratch/copy.xml" && before=$(cksum <"$scratch/copy.xml") &&
        exits_with 0 "$BOARDPACK" assess -q "$scratch/copy.xml" --what-if M1/2026-10/actual=100 &&
        [ "$(cksum <"$scratch/copy.xml")" = "$before" ]
}
standard_input_is_read_once() {
    "$BOARDPACK" assess -q - --what-if policy.rollup=worst <"$small" >"$scratch/piped" 2>"$err" &&
        "$BOARDPACK" assess -q "$small" --what-if policy.rollup=worst >"$scratch/named" 2>"$err" &&
        [ -s "$scratch/piped" ] && cmp "$scratch/piped" "$scratch/named"
}
a_wrong_value_stands_at_the_request() {
    exits_with 2 "$BOARDPACK" assess "$small" --what-if policy.rollup=worts && silent "$out" &&
        says "$err" "--what-if policy.rollup=worts: error: 'worts' is not one of: weighted; worst; majority [BP2019]" &&
        says "$err" "did you mean 'worst'?"
}
rules_hold_for_what_is_tried() { # negative weights are an error of any workbook
    exits_with 1 "$BOARDPACK" assess "$small" --what-if Objectives/O1/Weight=-60 && silent "$out" &&
        grep -q '^--what-if Objectives/O1/Weight=-60: error: ' "$err"
}
what_is_wrong_with_a_request_BP9052_BP9053_BP9055_BP9056() {
    exits_with 2 "$BOARDPACK" assess "$small" --what-if policy.rollup && says "$err" '[BP9052]' &&
        exits_with 2 "$BOARDPACK" assess "$small" --what-if polcy.rollup=worst &&
        says "$err" '[BP9053]' && says "$err" "did you mean 'policy.rollup'?" &&
        exits_with 2 "$BOARDPACK" assess "$small" --what-if 'Measures/M1/Measure ID=M9' &&
        says "$err" '[BP9055]' &&
        exits_with 2 "$BOARDPACK" assess "$small" --what-if rollup=worst --what-if rollup=majority &&
        says "$err" '[BP9056]'
}
several_rows_are_told_with_their_cells_BP9054() {
    exits_with 2 "$BOARDPACK" assess "$sample" --what-if 'Objective Links/I1/Sign=-' &&
        says "$err" '[BP9054]' && says "$err" "'Objective Links'!A"
}
errors_of_the_workbook_come_first() {
    exits_with 1 "$BOARDPACK" assess "$spoiled" --what-if policy.rollup=worst && silent "$out" &&
        cp "$err" "$scratch/tried" && exits_with 1 "$BOARDPACK" assess "$spoiled" &&
        diff "$scratch/tried" "$err"
}

# ---- what next ----

the_early_warning_comes_first() {
    cat >"$scratch/expected" <<'END'
U0  All of it and all its units: the end of 2026 as expected on 2026-10-31
0 of 2 objectives are likely to end the year off track, 2 at risk, 0 cannot be said.
1 of those is on target now.

On target now, expected to miss the year end

  O2  Be fast
    now green (83.3), expected amber (58.3); 40.0 % of U0
      M2  Days taken, now green (83.3)
        expected amber: 9.0 days as it stands for a target of 8.0 days: 1.0 days (12.5 %) over
        needed: at most 8.0 days in 2026-12
      M3  Promises kept, now no-data
        no forecast: no actual for the period that is judged, and none declared by the owner for the rest of the year

Expected to miss the year end

  O1  Deliver
    now amber (50.0), expected amber (50.0); 60.0 % of U0
      M1  Deliveries, now amber (50.0)
        expected amber: 1140 parcels by the run rate for a target of 1200 parcels: 60 parcels (5.0 %) under
        needed: at least 125 parcels on average in the 2 months without an actual; so far the average is 95
END
    exits_with 0 "$BOARDPACK" forecast -q "$small" && diff "$scratch/expected" "$out"
}
the_same_for_programs() { # 40 % x (66 2/3 - 58 1/3), 60 % x (66 2/3 - 50)
    exits_with 0 "$BOARDPACK" forecast -q --format=json "$small" &&
        told summary.at_risk 2 && told summary.warnings 1 && told objectives.0.id O2 &&
        told objectives.0.urgency 3.333333 && told objectives.1.urgency 10 &&
        told objectives.1.share 0.6 && told objectives.1.measures.0.least 125 &&
        told objectives.1.measures.0.gap -60 && told objectives.0.measures.1.reason no-forecast &&
        told objectives.0.measures.0.need at-end || return 1
    exits_with 0 "$BOARDPACK" forecast -q --format=csv "$small" && tr -d '\r' <"$out" >"$scratch/csv" &&
        [ "$(wc -l <"$scratch/csv")" = 6 ] && says "$scratch/csv" \
        'measure,M1,O1,U0,Deliveries,,amber,amber,50,1,,,expected,run rate,1140,1200,-60,-5,average,2,95,125,'
}
what_is_needed_is_just_enough() { # the needed value in every open month meets the target, no less
    exits_with 0 "$BOARDPACK" forecast -q --format=json "$sample" &&
        python3 - "$out" "$BOARDPACK" "$sample" <<'END'
import json, subprocess, sys
with open(sys.argv[1], encoding='utf-8') as file:
    told = json.load(file)
tried = 0
months = ['2026-10', '2026-11', '2026-12', '2027-01', '2027-02', '2027-03']
for objective in told['objectives']:
    for m in objective['measures']:
        rising = m['least'] is not None
        if m['need'] not in ('average', 'at-end') or m['periods'] != 12 or m['have'] != 6:
            continue
        limit = m['least'] if rising else m['most']
        for step, good in ((0, True), (-0.001 if rising else 0.001, False)):
            options = [f"--what-if={m['id']}/{month}/forecast={round(limit + step, 6)}"
                       for month in months]
            done = subprocess.run([sys.argv[2], 'assess', '-q', '--format=json', sys.argv[3], *options],
                                  capture_output=True, text=True, check=False)
            assert done.returncode == 0, done.stderr[-500:]
            after = {c['id']: c['after'] for c in json.loads(done.stdout)['changes']
                     if c['kind'] == 'measure'}
            status = after[m['id']]['forecast_status'] if m['id'] in after else m['forecast_status']
            assert (status in ('green', 'exceeds')) == good, (m['id'], limit + step, status)
        tried += 1
assert tried >= 10, tried
END
}
every_objective_is_counted_once() {
    exits_with 0 "$BOARDPACK" forecast -q --format=json "$sample" && python3 - "$out" <<'END'
import json, sys
with open(sys.argv[1], encoding='utf-8') as file:
    told = json.load(file)
s, rows = told['summary'], told['objectives']
assert s['objectives'] == len(rows) == s['off_track'] + s['at_risk'] + s['on_target'] + s['unsaid'] > 20
order = ['warning', 'missing', 'recovering', 'unsaid', 'on-target']
places = [order.index(row['group']) for row in rows]
assert places == sorted(places)
for group in ('warning', 'missing'):
    urgency = [row['urgency'] for row in rows if row['group'] == group]
    assert urgency == sorted(urgency, reverse=True), urgency
for row in rows:
    assert row['shortfall'] is None or abs(row['urgency'] - row['share'] * row['shortfall']) < 2e-4
    assert sum(m['weight'] for m in row['measures']) <= 1.00001
END
}
forecasts_agree_with_the_assessment() {
    "$BOARDPACK" assess -q --format=json "$sample" >"$scratch/assessment" 2>"$err" &&
        exits_with 0 "$BOARDPACK" forecast -q --format=json "$sample" &&
        python3 - "$out" "$scratch/assessment" <<'END'
import json, sys
told, assessed = (json.load(open(path, encoding='utf-8')) for path in sys.argv[1:])
objectives = {row['id']: row for row in assessed['objectives']}
measures = {row['id']: row for row in assessed['measures']}
assert told['workbook'] == assessed['workbook']
for row in told['objectives']:
    assert row['forecast_status'] == objectives[row['id']]['forecast_status']
    for m in row['measures']:
        forecast = measures[m['id']]['forecast']
        assert (m['method'], m['expected'], m['target'], m['forecast_status']) == \
            (forecast['method'], forecast['value'], forecast['target'], forecast['status']), m
END
}
a_unit_alone() {
    exits_with 0 "$BOARDPACK" forecast -q --unit PEO "$sample" && says "$out" 'PEO-1' &&
        says "$out" 'PEO  People & Culture: the end of 2026/27 as expected on 2026-09-30' &&
        ! grep -q '^  C3' "$out" &&
        exits_with 2 "$BOARDPACK" forecast -q --unit PEOO "$sample" && says "$err" '[BP9004]'
}
as_the_readme_shows() { # what stands there is how the output begins
    cp "$sample" "$scratch/strategy.fods" || return 1
    for command in "assess --what-if M07/2026-09/actual=95" "forecast"; do
        # shellcheck disable=SC2086
        "$BOARDPACK" $command -q "$scratch/strategy.fods" >"$scratch/shown" 2>"$err" || return 1
        awk -v first="    $(head -n 1 "$scratch/shown")" '$0 == first { inside = 1 }
            /^    \.\.\.$/ { inside = 0 } inside' README.md | sed 's/^    //' >"$scratch/example"
        [ "$(wc -l <"$scratch/example")" -gt 5 ] || return 1
        head -n "$(wc -l <"$scratch/example")" "$scratch/shown" | diff "$scratch/example" - || return 1
    done
}

test_that 'the assessment of an edited copy is what a what-if says' an_edited_copy_is_assessed_the_same
test_that 'what is asked stands first, with what the workbook says' the_question_stands_first
test_that 'a what-if gives what a calculator gives' sums_done_by_hand
test_that 'a forecast may change alone' a_forecast_may_change_alone
test_that 'nothing changes is said' nothing_changes_is_said
test_that 'initiatives and staffing change too' initiatives_and_staffing_change_too
test_that 'a unit has what is its own' a_unit_has_its_own
test_that 'a what-if has forms for programs' what_if_has_forms_for_programs
test_that 'the file stays as it was' the_file_stays_as_it_was
test_that 'standard input is read once' standard_input_is_read_once
test_that 'a wrong value is told at the request' a_wrong_value_stands_at_the_request
test_that 'rules hold for what is tried' rules_hold_for_what_is_tried
test_that 'requests that mean nothing are told' what_is_wrong_with_a_request_BP9052_BP9053_BP9055_BP9056
test_that 'several rows of one name are told with their cells' several_rows_are_told_with_their_cells_BP9054
test_that 'errors of the workbook come first' errors_of_the_workbook_come_first
test_that 'the early warning comes first' the_early_warning_comes_first
test_that 'the forecast has forms for programs' the_same_for_programs
test_that 'what is needed is just enough' what_is_needed_is_just_enough
test_that 'every objective is counted once, the most urgent first' every_objective_is_counted_once
test_that 'the forecast agrees with the assessment' forecasts_agree_with_the_assessment
test_that 'a unit has an outlook of its own' a_unit_alone
test_that 'the README shows what is printed' as_the_readme_shows
closing
