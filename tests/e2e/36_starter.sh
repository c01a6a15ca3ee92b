# The workbook that init writes: sound in every dialect, and as good after a spreadsheet program has
# opened and saved it.
suite=starter
. tests/lib.sh

planned() { # the plan a workbook makes
    "$BOARDPACK" check --emit=plan "$@" 2>"$err"
}
init() {
    exits_with 0 "$BOARDPACK" init -o "$1"
}
every_dialect_is_sound() {
    for name in a.xml a.fods a.ods a.xlsx a.excel.xml; do
        init "$scratch/$name" && exits_with 0 "$BOARDPACK" check --fail-on=warning "$scratch/$name" || return 1
        planned "$scratch/$name" >"$scratch/$name.plan"
        cmp "$scratch/a.xml.plan" "$scratch/$name.plan" || return 1
    done
    init "$scratch/folder/" && exits_with 0 "$BOARDPACK" check --fail-on=warning --csv "$scratch/folder" &&
        planned --csv "$scratch/folder" | cmp - "$scratch/a.xml.plan" &&
        [ "$(wc -l <"$scratch/a.xml.plan")" -gt 100 ]
}
makes_a_packet() {
    exits_with 0 "$BOARDPACK" build "$scratch/a.fods" -o "$scratch/packet" &&
        pdftotext "$scratch/packet/packet.pdf" "$scratch/packet.txt" &&
        says "$scratch/packet.txt" 'Riverside Public Libraries' &&
        grep -q 'Every child reads' "$scratch/packet/map.svg"
}
overwrites_nothing() {
    echo precious >"$scratch/mine.xlsx"
    exits_with 4 "$BOARDPACK" init -o "$scratch/mine.xlsx" && says "$err" BP9033 &&
        [ "$(cat "$scratch/mine.xlsx")" = precious ] &&
        rm -rf "$scratch/mine" && mkdir "$scratch/mine" && echo precious >"$scratch/mine/Units.csv" &&
        exits_with 4 "$BOARDPACK" init -o "$scratch/mine/" && says "$err" "mine/Units.csv' exists already" &&
        [ "$(cat "$scratch/mine/Units.csv")" = precious ] && [ "$(ls "$scratch/mine")" = Units.csv ]
}
empty_has_all_sheets() {
    exits_with 0 "$BOARDPACK" init --empty -o "$scratch/empty.fods" &&
        grep -qF 'Strategic Initiative *' "$scratch/empty.fods" &&
        grep -q 'Scorecard Management' "$scratch/empty.fods" &&
        ! grep -q Riverside "$scratch/empty.fods" &&
        exits_with 1 "$BOARDPACK" check "$scratch/empty.fods" && says "$err" BP2040
}
describes_every_column() { # each column of the schema has a head and a note
    "$BOARDPACK" schema --format=text | sed -n 's/^  \([^:]*\): .*/\1/p' >"$scratch/titles"
    [ "$(wc -l <"$scratch/titles")" -gt 200 ] || return 1
    tr '>' '\n' <"$scratch/a.fods" | sed -n 's/<\/text:p$//p' | sed 's/&amp;/\&/g' | sort -u >"$scratch/cells"
    sort -u "$scratch/titles" | while read -r title; do
        grep -qxF -e "$title" "$scratch/cells" || echo "$title"
    done >"$scratch/untold"
    silent "$scratch/untold" && [ "$(grep -o '<office:annotation ' "$scratch/a.fods" | wc -l)" -ge \
        "$(wc -l <"$scratch/titles")" ]
}
member() { # FILE NAME: a member of an archive
    python3 -c 'import sys, zipfile; sys.stdout.buffer.write(zipfile.ZipFile(sys.argv[1]).read(sys.argv[2]))' "$@"
}
# LibreOffice opens what was written and saves it in its own words, where it is installed.
office() { # FORMAT FILE: into $scratch/office
    soffice --headless "-env:UserInstallation=file://$scratch/profile" --convert-to "$1" \
        --outdir "$scratch/office" "$2" >"$scratch/office.log" 2>&1
}
survives_libreoffice() {
    for pair in a.fods:xlsx a.xlsx:fods a.ods:ods a.excel.xml:fods; do
        rm -rf "$scratch/office"
        office "${pair#*:}" "$scratch/${pair%:*}" || return 1
        saved=$(find "$scratch/office" -type f)
        [ -f "$saved" ] || return 1
        planned "$saved" >"$scratch/saved.plan"
        cmp "$scratch/a.xml.plan" "$scratch/saved.plan" || return 1
    done
}
keeps_lists_and_notes() { # where the heads are frozen it does not save without a window
    rm -rf "$scratch/office"
    office xlsx "$scratch/a.fods" && saved=$scratch/office/a.xlsx && [ -f "$saved" ] || return 1
    python3 -m zipfile -l "$saved" | grep -q comments && member "$saved" xl/worksheets/sheet4.xml | grep -q '<dataValidation '
}
heads_stay_in_sight() {
    member "$scratch/a.xlsx" xl/worksheets/sheet4.xml | grep -q 'state="frozen"' &&
        grep -q 'config:name="VerticalSplitMode" config:type="short">2<' "$scratch/a.fods" &&
        grep -q '<FreezePanes/>' "$scratch/a.excel.xml"
}

test_that "every dialect of the starter passes the check and says the same" every_dialect_is_sound
test_that "the starter makes a packet and a map" makes_a_packet
test_that "init overwrites nothing" overwrites_nothing
test_that "--empty leaves the example out" empty_has_all_sheets
test_that "every column is there and has a note" describes_every_column
test_that "heads stay in sight" heads_stay_in_sight
if command -v soffice >/dev/null; then
    test_that "LibreOffice saves it without a change" survives_libreoffice
    test_that "lists and notes are known to LibreOffice" keeps_lists_and_notes
fi
closing
