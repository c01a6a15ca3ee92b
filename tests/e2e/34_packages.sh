# Packages that real programs wrote from one workbook, tests/packages/source.fods, and one laid out
# part by part as Excel does: whoever wrote it, the same is read, and the same is found.
# UPDATE=1 writes what is expected anew.
suite=packages
. tests/lib.sh
made=tests/packages

# The dump without places, and the findings in the words that all files share.
read_in() { # FILE NAME
    "$BOARDPACK" check --emit=workbook "$1" >"$out" 2>"$err" </dev/null
    [ $? = 1 ] || return 1
    sed 's/ @[0-9:]*//' "$out" >"$scratch/$2.workbook"
    sed -e "s|^$1:[0-9:]* *||" -e '/^boardpack: /d' "$err" >"$scratch/$2.findings"
}
same() { # EXPECTED FOUND
    [ -z "${UPDATE:-}" ] || cp "$2" "$1"
    diff "$1" "$2"
}
reads_alike() { # FILE
    read_in "$1" found && same $made/source.workbook "$scratch/found.workbook" &&
        same $made/source.findings "$scratch/found.findings"
}
packed_alike() { # WAY...
    python3 $made/pack.py "$@" $made/excel "$scratch/excel.xlsx" && reads_alike "$scratch/excel.xlsx"
}
# Findings in a file of lines come in the order of its lines, else in that of its sheets' names.
source_reads_alike() {
    read_in $made/source.fods found && same $made/source.workbook "$scratch/found.workbook" &&
        sort $made/source.findings >"$scratch/expected" &&
        sort "$scratch/found.findings" | diff "$scratch/expected" -
}

for file in $made/*.ods $made/*.xlsx; do
    test_that "${file##*/} holds what its source holds" reads_alike "$file"
done
test_that "the source holds what was recorded" source_reads_alike
test_that "Excel's layout holds it too" packed_alike
test_that "the strict dialect holds it too" packed_alike --strict
test_that "parts in UTF-16 hold it too" packed_alike --utf16

# ---- parts that are not as they should be ----

# spoiled NAME SED-SCRIPT PARTS: Excel's layout with these changed
spoiled() {
    rm -rf "$scratch/parts"
    cp -R $made/excel "$scratch/parts"
    for part in $3; do
        sed -i -e "$2" "$scratch/parts/$part" || return 1
    done
    python3 $made/pack.py "$scratch/parts" "$scratch/$1.xlsx"
}
refused() { # STATUS TEXT NAME SED-SCRIPT PARTS
    spoiled "$3" "$4" "$5" && exits_with "$1" "$BOARDPACK" check "$scratch/$3.xlsx" && says "$err" "$2"
}
sheet=xl/worksheets/sheet7.xml
test_that "a formula without a result is found at its cell BP2025" refused 1 "at 'Monthly Data'!D6" \
    formula 's|<v>4.166666666666667</v>||' $sheet
test_that "a zero that no program calculated is found" refused 1 \
    'error: the formula in this cell was never calculated [BP2025]' zero \
    's|<v>4.166666666666667</v>|<v>0</v>|; s|calcId="191029"|calcId="1" fullCalcOnLoad="1"|' "$sheet xl/workbook.xml"
test_that "a date before March 1900 is found BP2041" refused 1 \
    'error: the date with the serial number 0 lies before 1900-03-01 [BP2041]' early \
    's|<v>36525</v>|<v>0</v>|' xl/worksheets/sheet4.xml
test_that "a broken part is named" refused 3 \
    "its part '$sheet' is damaged at line 9, column " broken 's|<mergeCells|<merge|' $sheet
test_that "a sheet elsewhere is not fetched" refused 3 \
    "its part 'xl/workbook.xml' refers to 'http://example.org/1.xml', outside the file [BP1050]" \
    elsewhere 's|Target="worksheets/sheet1.xml"|Target="http://example.org/1.xml" TargetMode="External"|' \
    xl/_rels/workbook.xml.rels
closing
