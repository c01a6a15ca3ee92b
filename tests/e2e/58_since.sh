# Beside last month's workbook: what changed since the last packet, told, ringed and listed.
suite=since
. tests/lib.sh

older=$scratch/older.xml
python3 tests/e2e/lastmonth.py "$canonical" >"$older" || exit 1

page() { # of the appendix
    exits_with 0 "$BOARDPACK" packet "$canonical" --since "$older" -o "$scratch/packet.pdf" -q &&
        pdftotext -layout "$scratch/packet.pdf" "$scratch/text" &&
        says "$scratch/text" 'Since the last packet' && says "$scratch/text" 'Beside the packet as of 31 August 2026'
}
as_diff() { # the agreed figures without approval are those that diff finds
    exits_with 1 "$BOARDPACK" diff --format=json "$older" "$canonical"
    wanted=$(grep -c '"approval":"missing"' "$out")
    [ "$wanted" -gt 0 ] && [ "$(grep -c 'never asked for' "$scratch/text")" = "$wanted" ]
}
row() { grep -qE "$1" "$scratch/text" || { echo "no $1"; return 1; }; }
brief() { # the day, in place of the period before
    pdftotext -f 1 -l 6 "$scratch/packet.pdf" "$scratch/brief" && says "$scratch/brief" 'since 31 August 2026'
}
absent() { # without the option there is no such page, and the contents do not name it
    exits_with 0 "$BOARDPACK" packet "$canonical" -o "$scratch/alone.pdf" -q && pdftotext "$scratch/alone.pdf" "$scratch/alone" &&
        ! grep -q 'Since the last packet' "$scratch/alone"
}
rings() { # of the map: none beside itself, some beside last month's
    exits_with 0 "$BOARDPACK" map "$canonical" --since "$canonical" -o "$scratch/same.svg" -q &&
        exits_with 0 "$BOARDPACK" map "$canonical" --since "$older" -o "$scratch/map.svg" -q &&
        [ "$(wc -c <"$scratch/same.svg")" -lt "$(wc -c <"$scratch/map.svg")" ]
}
nothing() {
    exits_with 0 "$BOARDPACK" packet "$canonical" --since "$canonical" -o "$scratch/same.pdf" -q &&
        pdftotext "$scratch/same.pdf" "$scratch/same" && says "$scratch/same" 'No status moved.' &&
        says "$scratch/same" 'No agreed figure moved.'
}
later() {
    exits_with 0 "$BOARDPACK" packet "$older" --since "$canonical" -o "$scratch/later.pdf" && says "$err" BP9036
}
refused() { # STATUS WORDS OLDER
    exits_with "$1" "$BOARDPACK" packet "$canonical" --since "$3" -o "$scratch/refused.pdf" -q && says "$err" "$2" &&
        [ ! -e "$scratch/refused.pdf" ]
}
of_units() {
    exits_with 0 "$BOARDPACK" build "$canonical" --since "$older" --units COL --jobs 2 -o "$scratch/units" -q &&
        pdftotext "$scratch/units/units/RBS/packet.pdf" "$scratch/text.units" && says "$scratch/text.units" '31 August 2026'
}

test_that "the packet says what changed since the last one" page
test_that "its list of what nobody approved is that of diff" as_diff
test_that "a target has its old and new value and its request" row 'M08 .*11 +11\.5 .*CR-04'
test_that "a corrected value has both" row 'M01 .*97\.1 +96\.8'
test_that "a new name stands beside the old one" row 'renamed +Supply hospitals on time'
test_that "the brief tells from which day on" brief
test_that "without last month's workbook there is no such page" absent
test_that "the map rings what changed since then" rings
test_that "beside itself nothing changed" nothing
test_that "a later workbook is questioned" later
test_that "one that is not there is told" refused 3 BP9001 "$scratch/none.xml"
test_that "the errors of the older workbook are told" refused 1 "$spoiled" "$spoiled"
test_that "units are told beside it too" of_units
closing
