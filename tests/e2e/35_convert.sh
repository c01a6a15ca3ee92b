# A workbook goes from any dialect to any other and back, and nothing is lost on the way.
suite=convert
. tests/lib.sh

# What a workbook says, without the places where it says so.
said() {
    "$BOARDPACK" check --emit=workbook "$@" 2>/dev/null | sed 's/^\([a-zA-Z]*\) @.*/\1/'
}
convert() {
    exits_with 0 "$BOARDPACK" convert "$@"
}
keeps() { # NAME: to a file of this name and back
    rm -rf "${scratch:?}/$1"
    convert "$sample" -o "$scratch/$1" || return 1
    said "$sample" >"$scratch/before"
    [ "$(wc -l <"$scratch/before")" -gt 1000 ] || return 1
    case $1 in
    */) said --csv "$scratch/$1" ;;
    *) said "$scratch/$1" ;;
    esac >"$scratch/after"
    diff "$scratch/before" "$scratch/after"
}
canonical_keeps() { # its rows of values are sorted
    convert "$sample" -o "$scratch/a.xml" || return 1
    said "$sample" | sort >"$scratch/before"
    said "$scratch/a.xml" | sort >"$scratch/after"
    diff "$scratch/before" "$scratch/after"
}
canonical_is_stable() { # by way of every other dialect, without a difference
    convert "$sample" -o "$scratch/a.xml" && xmllint --noout --schema templates/workbook.xsd "$scratch/a.xml" || return 1
    for name in b.fods b.ods b.xlsx b.excel.xml; do
        convert "$scratch/a.xml" -o "$scratch/$name" && convert "$scratch/$name" -o "$scratch/b.xml" &&
            cmp "$scratch/a.xml" "$scratch/b.xml" || return 1
    done
}
same_results() { # the same order of rows wherever a reader sees it
    convert "$sample" -o "$scratch/a.xml" || return 1
    for file in "$sample" "$scratch/a.xml"; do
        exits_with 0 "$BOARDPACK" map "$file" -o "$scratch/map.svg" --layout-json "$scratch/$(basename "$file").json" &&
            sed -i '/ source [0-9a-f]/d' "$scratch/$(basename "$file").json" && # of the input itself
            exits_with 0 "$BOARDPACK" assess "$file" && mv "$out" "$scratch/$(basename "$file").txt" || return 1
    done
    cmp "$scratch/$(basename "$sample").json" "$scratch/a.xml.json" &&
        cmp "$scratch/$(basename "$sample").txt" "$scratch/a.xml.txt"
}
same_bytes() {
    for name in c.fods c.ods c.xlsx c.excel.xml c.xml; do
        convert "$sample" -o "$scratch/$name" && mv "$scratch/$name" "$scratch/first" || return 1
        (
            TZ=Asia/Tokyo LC_ALL=de_DE.UTF-8 SOURCE_DATE_EPOCH=1
            export TZ LC_ALL SOURCE_DATE_EPOCH
            sleep 1
            convert "$sample" -o "$scratch/$name"
        ) && cmp "$scratch/first" "$scratch/$name" || return 1
    done
}
to_standard_output() {
    convert "$sample" -o "$scratch/a.xml" && convert "$sample" -o - && cmp "$out" "$scratch/a.xml" &&
        convert "$sample" --format=fods -o "$scratch/a.unusual" && head -c 300 "$scratch/a.unusual" >"$out" &&
        says "$out" office:document
}
places() {
    convert "$sample" --places -o - && says "$out" 'src="' && convert "$sample" -o - && ! says "$out" 'src="' >/dev/null
}
stops_at_errors() {
    echo old >"$scratch/kept.xml"
    exits_with 1 "$BOARDPACK" convert "$spoiled" -o "$scratch/kept.xml" && says "$err" BP9030 &&
        ! grep -q ':[0-9]*: note: nothing was written' "$err" &&
        [ "$(cat "$scratch/kept.xml")" = old ]
}
unknown_kind() {
    exits_with 2 "$BOARDPACK" convert "$sample" -o "$scratch/plan.doc" && says "$err" BP9031 &&
        [ ! -e "$scratch/plan.doc" ] || return 1
    exits_with 2 "$BOARDPACK" convert "$sample" --format=csv -o - && says "$err" BP9034 && [ ! -e ./- ]
}
tells_what_stays() {
    convert "$sample" -o "$scratch/d.xml" && says "$err" BP2074 && says "$err" "'Average'" &&
        convert "$scratch/d.xml" -o "$scratch/d.fods" && silent "$err"
}
folder_of_another() {
    rm -rf "$scratch/mixed"
    mkdir "$scratch/mixed"
    echo 'a,b' >"$scratch/mixed/Older.csv"
    exits_with 4 "$BOARDPACK" convert "$sample" -o "$scratch/mixed/" && says "$err" BP9032 &&
        [ "$(find "$scratch/mixed" -type f | wc -l)" = 1 ] && rm "$scratch/mixed/Older.csv" &&
        convert "$sample" -o "$scratch/mixed/" && convert "$sample" --format=csv -o "$scratch/mixed"
}
never_the_input() {
    cp "$sample" "$scratch/in.fods"
    exits_with 4 "$BOARDPACK" convert "$scratch/in.fods" -o "$scratch/in.fods" && says "$err" BP9005
}
# A canonical workbook with a theme that has this id and this description.
with_theme() { # ID DESCRIPTION
    sed "s|<themes>|<themes><theme id=\"$1\" name=\"x\"><description>$2</description></theme>|" \
        "$canonical" >"$scratch/theme.xml"
}
row_taken_for_a_total() {
    with_theme Total x
    exits_with 1 "$BOARDPACK" convert "$scratch/theme.xml" -o "$scratch/t.fods" && says "$err" BP2070 &&
        convert "$scratch/theme.xml" -o "$scratch/t.xml"
}
carriage_returns() {
    with_theme T99 'one\&#13;two'
    convert "$scratch/theme.xml" -o "$scratch/t.fods" && says "$err" BP2072 || return 1
    convert "$scratch/theme.xml" -o "$scratch/t.xml" && silent "$err"
}

# A disk that is full where a library keeps its temporary files: no file may be longer than 200 kB.
short_of_room() {
    echo old >"$scratch/full.xlsx"
    (
        trap '' XFSZ
        ulimit -f 400
        exits_with 4 "$BOARDPACK" convert -q "$sample" -o "$scratch/full.xlsx"
    ) && says "$err" BP9014 && says "$err" 'cannot be read back' && [ "$(cat "$scratch/full.xlsx")" = old ]
}

test_that "flat ODF keeps everything" keeps a.fods
test_that "ODS keeps everything" keeps a.ods
test_that "XLSX keeps everything" keeps a.xlsx
test_that "XML Spreadsheet 2003 keeps everything" keeps a.excel.xml
test_that "a folder of CSV keeps everything" keeps a/
test_that "canonical XML keeps everything" canonical_keeps
test_that "canonical XML is valid and the same by way of every dialect" canonical_is_stable
test_that "canonical XML gives the map and the assessment of the spreadsheet" same_results
test_that "the same workbook gives the same bytes, here and elsewhere" same_bytes
test_that "canonical XML goes to standard output, and --format chooses" to_standard_output
test_that "--places tells the cells" places
test_that "errors stop a conversion and leave the old file" stops_at_errors
test_that "the kind of a workbook must be known" unknown_kind
test_that "what stays behind is told" tells_what_stays
test_that "a folder with other tables is left alone" folder_of_another
test_that "the input is never overwritten" never_the_input
test_that "a row that would be taken for a total stops the conversion" row_taken_for_a_total
test_that "carriage returns are told" carriage_returns
test_that "an Excel workbook that is not whole replaces nothing" short_of_room
closing
