# Dialects that are no spreadsheet: a folder of CSV files, StratML.
suite=dialects
. tests/lib.sh
plan=tests/regress/stratml/oddities.stratml
: "${STRATML_XSD:=tests/schemas/stratml-part2.xsd}"

# ---- CSV ----

# Of the workbook's own name, which the packet tells.
csv=$scratch/regional-blood-service
as_csv() {
    [ -d "$csv" ] || exits_with 0 "$BOARDPACK" convert -q "$sample" -o "$csv/"
}
the_same_plan() {
    as_csv && "$BOARDPACK" check --emit=plan "$sample" >"$scratch/plan" 2>"$err" &&
        "$BOARDPACK" check --emit=plan --csv "$csv" >"$scratch/again" 2>"$err" &&
        cmp "$scratch/plan" "$scratch/again"
}
the_same_packet() {
    as_csv && "$BOARDPACK" packet -q "$sample" -o "$scratch/a.pdf" 2>"$err" &&
        "$BOARDPACK" packet -q --csv "$csv" -o "$scratch/b.pdf" 2>"$err" &&
        cmp "$scratch/a.pdf" "$scratch/b.pdf"
}
# However a spreadsheet program writes it: other separators, ends of lines, encodings.
another_way_of_writing() {
    as_csv && rm -rf "$scratch/other" && mkdir "$scratch/other" && python3 - "$csv" "$scratch/other" <<'PY' || return 1
import csv, os, sys
ways = [(';', 'utf-8-sig', '\r\n'), ('\t', 'utf-16', '\r\n'), (',', 'utf-8', '\n'), (';', 'utf-8', '\r')]
for i, name in enumerate(sorted(os.listdir(sys.argv[1]))):
    separator, encoding, end = ways[i % len(ways)]
    rows = list(csv.reader(open(f'{sys.argv[1]}/{name}', encoding='utf-8', newline='')))
    out = name.lower().replace(' ', '-_'[i % 2])
    with open(f'{sys.argv[2]}/{out}', 'w', encoding=encoding, newline='') as file:
        csv.writer(file, delimiter=separator, lineterminator=end, quoting=csv.QUOTE_ALL if end == '\r' else csv.QUOTE_MINIMAL).writerows(rows)
PY
    "$BOARDPACK" check --emit=plan --csv "$csv" >"$scratch/plan" 2>"$err" &&
        "$BOARDPACK" check --emit=plan --csv "$scratch/other" >"$scratch/again" 2>"$err" &&
        cmp "$scratch/plan" "$scratch/again"
}
a_folder_is_no_operand() { # but is told how it is read
    exits_with 3 "$BOARDPACK" check samples && says "$err" 'is a directory' && says "$err" 'with --csv' &&
        exits_with 2 "$BOARDPACK" check --csv samples "$sample" &&
        says "$err" '--csv takes the place of the workbook'
}
no_such_folder() {
    exits_with 3 "$BOARDPACK" check --csv "$scratch/nowhere" && says "$err" '[BP9001]' &&
        mkdir -p "$scratch/bare" && exits_with 3 "$BOARDPACK" check --csv "$scratch/bare" &&
        says "$err" '[BP1065]'
}
links_are_not_followed() {
    as_csv && rm -rf "$scratch/linked" && cp -r "$csv" "$scratch/linked" &&
        rm "$scratch/linked/Themes.csv" && ln -s ../regional-blood-service/Themes.csv "$scratch/linked/Themes.csv" &&
        exits_with 3 "$BOARDPACK" check --csv "$scratch/linked" &&
        says "$err" 'Themes.csv' && says "$err" 'is a symbolic link'
}
inputs_are_not_written_over() {
    as_csv && cp "$csv/Themes.csv" "$scratch/themes" &&
        exits_with 4 "$BOARDPACK" assess --csv "$csv" -o "$csv/Themes.csv" &&
        cmp "$scratch/themes" "$csv/Themes.csv"
}

test_that "a workbook as a folder of CSV gives the same plan" the_same_plan
test_that "and the same packet, byte by byte" the_same_packet
test_that "separators, line ends, encodings and names may differ" another_way_of_writing
test_that "a folder is read by its option only" a_folder_is_no_operand
test_that "a folder that is not there or holds no table is told" no_such_folder
test_that "a link in the folder is not followed" links_are_not_followed
test_that "a file of the folder is not written over" inputs_are_not_written_over

# ---- StratML ----

valid() { # xmllint does not notice two elements with one identifier
    xmllint --noout --schema "$STRATML_XSD" "$1" 2>"$scratch/xmllint" || {
        head -n 3 "$scratch/xmllint"
        return 1
    }
    sed -n 's/.*<Identifier>\(.*\)<.*/\1/p' "$1" | sort | uniq -d >"$scratch/twice" &&
        silent "$scratch/twice"
}
written_is_valid() {
    for book in "$sample" samples/stress.xml tests/regress/plan/everything.xml \
        tests/regress/plan/BP3101-duplicate-id.xml tests/regress/stratml/[!n]*[!3].stratml; do
        exits_with 0 "$BOARDPACK" convert "$book" -o "$scratch/out.stratml" &&
            valid "$scratch/out.stratml" || return 1
    done
}
losses_are_listed() {
    exits_with 0 "$BOARDPACK" convert "$sample" -o "$scratch/out.stratml" &&
        says "$err" 'Thresholds (44), Initiatives (14)' && says "$err" '[BP2096]'
}
packets_of_plans() { # with all that StratML cannot say left blank
    exits_with 0 "$BOARDPACK" check "$plan" && says "$err" 'until then it is shown but not scored' &&
        exits_with 0 "$BOARDPACK" build -q "$plan" -o "$scratch/packet" &&
        qpdf --check "$scratch/packet/packet.pdf" >"$scratch/qpdf" 2>&1 &&
        exits_with 0 "$BOARDPACK" assess --format=json "$plan" && ! grep -q '"score": *[0-9]' "$out"
}
what_is_missing_is_asked_for() { # once the plan is a workbook
    exits_with 0 "$BOARDPACK" convert "$plan" -o "$scratch/plan.ods" &&
        exits_with 1 "$BOARDPACK" check "$scratch/plan.ods" &&
        says "$err" "'Polarity' is empty" && says "$err" "gives no 'Base Currency'"
}
dates_can_be_given() { # by options, or in the workbook made of the plan
    cat >"$scratch/undated.stratml" <<'END'
<StrategicPlan xmlns="http://www.stratml.net"><Name>Plan</Name><StrategicPlanCore><Goal>
<Name>G</Name><Description/><Objective><Name>O</Name></Objective></Goal></StrategicPlanCore></StrategicPlan>
END
    exits_with 1 "$BOARDPACK" check "$scratch/undated.stratml" && says "$err" '[BP2095]' &&
        exits_with 0 "$BOARDPACK" map --as-of=2026-01-31 --period=2025 "$scratch/undated.stratml" \
            -o "$scratch/undated.svg" &&
        exits_with 0 "$BOARDPACK" convert "$scratch/undated.stratml" -o "$scratch/undated.fods" &&
        exits_with 1 "$BOARDPACK" check "$scratch/undated.fods" &&
        says "$err" "gives no 'Reporting Date'" && says "$err" "gives no 'Reporting Period'" &&
        exits_with 0 "$BOARDPACK" convert "$scratch/undated.stratml" -o "$scratch/out.stratml" &&
        valid "$scratch/out.stratml"
}
# What StratML can hold comes back as it was: out, in, out again.  Perspectives are told as text,
# and objectives without a theme get one.
in_stratml() {
    sed '/<OtherInformation>Perspectives: /d; /Further objectives/,/SequenceIndicator/d' "$1"
}
there_and_back() {
    exits_with 0 "$BOARDPACK" convert -q "$sample" -o "$scratch/1.stratml" &&
        exits_with 0 "$BOARDPACK" convert -q "$scratch/1.stratml" -o - --format=stratml &&
        in_stratml "$scratch/1.stratml" >"$scratch/first" &&
        in_stratml "$out" >"$scratch/second" && diff "$scratch/first" "$scratch/second"
}
no_starter() { # there is nothing in StratML to fill in
    exits_with 2 "$BOARDPACK" init -o "$scratch/new.stratml" && [ ! -e "$scratch/new.stratml" ]
}

test_that "what is written as StratML is valid by its schema" written_is_valid
test_that "what StratML has no place for is listed" losses_are_listed
test_that "a plan of StratML makes a packet in which nothing is scored" packets_of_plans
test_that "what a plan lacks is asked for in the workbook made of it" what_is_missing_is_asked_for
test_that "a plan without dates takes them from options or asks for them in the workbook" dates_can_be_given
test_that "what StratML holds survives the way there and back" there_and_back
test_that "no starter is written as StratML" no_starter
closing
