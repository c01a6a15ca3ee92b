# What moved between two workbooks, and whether somebody approved it.
suite=diff
. tests/lib.sh
older=$scratch/older.xml
python3 tests/e2e/lastmonth.py "$canonical" >"$older" || exit 1

nothing() { # between these two workbooks
    exits_with 0 "$BOARDPACK" diff -q "$1" "$2" && says "$out" 'Nothing moved.'
}
the_dialect_does_not_matter() {
    "$BOARDPACK" convert "$sample" -o "$scratch/same.xlsx" -q 2>"$err" &&
        "$BOARDPACK" convert "$sample" -o "$scratch/same.ods" -q 2>"$err" &&
        "$BOARDPACK" convert "$sample" --format=csv -o "$scratch/same" -q 2>"$err" || return 1
    for other in "$excel" "$canonical" "$scratch/same.xlsx" "$scratch/same.ods" "$scratch/same"; do
        nothing "$sample" "$other" && nothing "$other" "$sample" || return 1
    done
}
unapproved() {
    exits_with 1 "$BOARDPACK" diff "$older" "$sample" &&
        says "$out" '2 agreed figures moved without approval, 1 with it.' &&
        says "$out" '    Red Flag (threshold)  10 -> 12                  no change request'
}
as_the_readme_shows() { # the example of the README is what the program prints
    cp "$older" "$scratch/august.xml" && cp "$canonical" "$scratch/september.xml" || return 1
    (cd "$scratch" && "$BOARDPACK" diff -q august.xml september.xml 2>/dev/null) >"$scratch/shown"
    awk '/^    old  august.xml/ { inside = 1 } /^    \.\.\.$/ { inside = 0 } inside' README.md |
        sed 's/^    //' >"$scratch/example"
    [ -s "$scratch/example" ] || return 1
    head -n "$(wc -l <"$scratch/example")" "$scratch/shown" | diff "$scratch/example" -
}
approved_is_done() { # once only what was approved has moved the status is 0
    sed 's/redFlag="10"/redFlag="12"/; s/\(name="Donor retention review" planned=\)"2026-10-30"/\1"2026-11-30"/' \
        "$older" >"$scratch/clean.xml"
    exits_with 0 "$BOARDPACK" diff "$scratch/clean.xml" "$sample" &&
        says "$out" '0 agreed figures moved without approval, 1 with it.' &&
        says "$out" 'approved by Executive Committee on 2026-08-20 (CR-04)'
}
json_agrees_with_the_text() {
    "$BOARDPACK" diff --format=json "$older" "$sample" >"$scratch/diff.json" 2>"$err"
    "$BOARDPACK" diff "$older" "$sample" >"$scratch/diff.txt" 2>"$err"
    python3 tests/e2e/differences.py "$scratch/diff.json" "$scratch/diff.txt"
}
json_of_nothing() {
    exits_with 0 "$BOARDPACK" diff --format=json "$sample" "$canonical" &&
        python3 -c 'import json, sys; sys.exit(json.load(open(sys.argv[1]))["differences"] != [])' "$out"
}
cells_on_request() {
    "$BOARDPACK" convert "$older" -o "$scratch/older.fods" -q 2>"$err"
    exits_with 1 "$BOARDPACK" diff -v "$scratch/older.fods" "$sample" &&
        grep -qE '^        old Thresholds![A-Z]+[0-9]+, new Thresholds![A-Z]+[0-9]+$' "$out" &&
        exits_with 1 "$BOARDPACK" diff "$scratch/older.fods" "$sample" && ! grep -q 'Thresholds!' "$out"
}
turned_round() { # BP9036 asks whether it is meant
    exits_with 1 "$BOARDPACK" diff "$sample" "$older" && says "$err" '[BP9036]' && says "$out" 'measure M08' && says "$out" '11.5 -> 11 '
}
other_organization() { # BP9037
    sed 's/<organization id="RBS"/<organization id="XYZ"/' "$canonical" >"$scratch/other.xml"
    "$BOARDPACK" diff "$canonical" "$scratch/other.xml" >"$out" 2>"$err"
    says "$err" "the workbooks are those of two organizations, 'RBS' and 'XYZ' [BP9037]" &&
        exits_with 1 "$BOARDPACK" diff "$older" "$canonical" && ! grep -qE 'BP903[67]' "$err"
}
one_day_for_both() { # then only figures move statuses, not the month
    exits_with 1 "$BOARDPACK" diff --as-of=2026-08-31 --period=2026-08 "$older" "$sample" &&
        says "$out" 'new  samples/regional-blood-service.fods: as of 2026-08-31, period 2026-08' &&
        ! grep -q 'The periods differ' "$out"
}
unreadable() {
    exits_with 3 "$BOARDPACK" diff "$scratch/none.xml" "$sample" && says "$err" none.xml && silent "$out" &&
        exits_with 3 "$BOARDPACK" diff "$sample" "$scratch/none.xml" && says "$err" none.xml && silent "$out"
}
errors_of_either_are_told() {
    exits_with 1 "$BOARDPACK" diff "$spoiled" "$sample" && silent "$out" && says "$err" "$spoiled:" &&
        exits_with 1 "$BOARDPACK" diff "$sample" "$spoiled" && silent "$out" && says "$err" "$spoiled:" || return 1
    cp "$spoiled" "$scratch/second.fods"
    exits_with 1 "$BOARDPACK" diff "$spoiled" "$scratch/second.fods" && says "$err" "$spoiled:" &&
        says "$err" "$scratch/second.fods:"
}
only_the_newer_ones_warnings() { # those of the older one were told when it was the newest
    exits_with 1 "$BOARDPACK" diff "$older" "$sample" && ! grep -q "^$older:" "$err" && grep -q "^$sample:" "$err"
}
findings_count_as_elsewhere() {
    exits_with 1 "$BOARDPACK" diff -q --fail-on=warning "$sample" "$canonical" && says "$out" 'Nothing moved.'
}
two_workbooks() {
    exits_with 2 "$BOARDPACK" diff "$sample" && says "$err" 'two workbooks, the older one first' &&
        exits_with 2 "$BOARDPACK" diff "$sample" "$excel" "$canonical" &&
        says "$err" "'$canonical' is too many" && exits_with 2 "$BOARDPACK" diff --csv=x "$sample" "$excel"
}
one_from_standard_input() { # BP9035 for both
    exits_with 2 "$BOARDPACK" diff - - && says "$err" '[BP9035]' || return 1
    "$BOARDPACK" diff -q - "$sample" <"$canonical" >"$out" 2>"$err" && says "$out" 'old  standard input: as of'
}
inputs_are_kept() {
    cp "$older" "$scratch/kept.xml"
    exits_with 4 "$BOARDPACK" diff -o "$scratch/kept.xml" "$scratch/kept.xml" "$sample" && says "$err" BP9005 &&
        cmp "$older" "$scratch/kept.xml"
}
into_a_file() {
    exits_with 1 "$BOARDPACK" diff -o "$scratch/moved.txt" "$older" "$sample" && silent "$out" &&
        says "$scratch/moved.txt" 'moved without approval'
}
the_same_everywhere() {
    "$BOARDPACK" diff "$older" "$sample" >"$scratch/here" 2>"$err"
    LC_ALL=de_DE.UTF-8 TZ=Asia/Tokyo "$BOARDPACK" diff "$older" "$sample" >"$scratch/there" 2>"$err"
    cmp "$scratch/here" "$scratch/there"
}
narrow_lines() {
    "$BOARDPACK" diff -v "$older" "$sample" 2>"$err" | awk 'length > 100 { print; wide = 1 } END { exit wide }'
}

test_that "workbooks of any dialect with the same content differ in nothing" the_dialect_does_not_matter
test_that "what nobody approved gives exit status 1" unapproved
test_that "the README shows what is printed" as_the_readme_shows
test_that "what was approved gives exit status 0" approved_is_done
test_that "the JSON says what the text says" json_agrees_with_the_text
test_that "JSON without a difference is JSON too" json_of_nothing
test_that "--verbose names the cells" cells_on_request
test_that "turned round the figures go back" turned_round
test_that "workbooks of two organizations are pointed out" other_organization
test_that "--as-of and --period hold for both workbooks" one_day_for_both
test_that "a workbook that cannot be read gives exit status 3" unreadable
test_that "errors of either workbook are told and stop the comparison" errors_of_either_are_told
test_that "warnings of the older workbook are not told again" only_the_newer_ones_warnings
test_that "--fail-on means the findings, as with other commands" findings_count_as_elsewhere
test_that "it takes two workbooks" two_workbooks
test_that "one of them may come from standard input" one_from_standard_input
test_that "neither is overwritten" inputs_are_kept
test_that "-o names a file for the differences" into_a_file
test_that "locale and time zone do not matter" the_same_everywhere
test_that "lines are at most 100 columns wide" narrow_lines
closing
