# The documents of every unit in one folder: complete, linked, listed, whole or not at all.
suite=units
. tests/lib.sh

all=$scratch/all
made() {
    exits_with 0 "$BOARDPACK" build "$canonical" --units all --jobs 1 -o "$all" -q && [ ! -e "$all/.boardpack"* ]
}
hands_change_nothing() {
    for hands in 2 7; do
        exits_with 0 "$BOARDPACK" build "$canonical" --units all --jobs $hands -o "$scratch/hands" -q &&
            diff -r "$all" "$scratch/hands" || return 1
    done
}
as_alone() { # a unit's documents are those that are made for it alone
    exits_with 0 "$BOARDPACK" packet "$canonical" --unit COL --kind unit -o "$scratch/COL.pdf" -q &&
        cmp "$scratch/COL.pdf" "$all/units/COL/packet.pdf" &&
        exits_with 0 "$BOARDPACK" map "$canonical" --unit COL -o "$scratch/COL.svg" -q &&
        cmp "$scratch/COL.svg" "$all/units/COL/map.svg" &&
        exits_with 0 "$BOARDPACK" packet "$canonical" -o "$scratch/RBS.pdf" -q &&
        cmp "$scratch/RBS.pdf" "$all/units/RBS/packet.pdf"
}
some() { # and their index names no others
    exits_with 0 "$BOARDPACK" build "$canonical" --units COL,DIG -o "$scratch/some" -q &&
        [ "$(ls "$scratch/some/units" | tr '\n' ' ')" = 'COL DIG RBS ' ] &&
        python3 tests/e2e/units.py "$scratch/some" "$canonical"
}
below() {
    exits_with 0 "$BOARDPACK" build "$canonical" --unit COL --units all -o "$scratch/below" -q &&
        [ "$(ls "$scratch/below/units")" = COL ]
}
linked() { # the cards of each map lead into the packet beside it, and those in the index too
    exits_with 0 "$BOARDPACK" build "$canonical" --unit COL --units all --card-links packet -o "$scratch/linked" -q || return 1
    page=$(sed -n 's/^<a xlink:href="packet.pdf#page=\([0-9]*\)" aria-label="COL-1 .*/\1/p' "$scratch/linked/units/COL/map.svg")
    says "$scratch/linked/index.html" "<a xlink:href=\"units/COL/packet.pdf#page=$page\" aria-label=\"COL-1 " &&
        pdftotext -f "$page" -l "$page" "$scratch/linked/units/COL/packet.pdf" "$scratch/linked.txt" &&
        says "$scratch/linked.txt" 'COL-1' && says "$scratch/linked.txt" 'Measure'
}
linked_elsewhere() { # an address that is none is told before anything is made
    exits_with 2 "$BOARDPACK" build "$canonical" --units COL --card-links 'javascript:{id}' -o "$scratch/nowhere" -q &&
        says "$err" BP5081 && [ ! -e "$scratch/nowhere" ]
}
spoken() { # CODE DIRECTION WORDS
    exits_with 0 "$BOARDPACK" build "$canonical" --units COL --language "$1" -o "$scratch/spoken" -q &&
        says "$scratch/spoken/index.html" "<html lang=\"$1\" dir=\"$2\">" && says "$scratch/spoken/index.html" "$3"
}
several() { # in each language what speaks one, and the same bytes however many hands
    for hands in 1 3; do
        exits_with 0 "$BOARDPACK" build "$canonical" --units COL --language en,fr-CA --watermark Brouillon --jobs $hands -o "$scratch/several$hands" -q || return 1
    done
    diff -r "$scratch/several1" "$scratch/several3" && python3 tests/e2e/units.py "$scratch/several1" "$canonical" &&
        says "$scratch/several1/index.fr-CA.html" 'Toutes les unités en un volume' &&
        says "$scratch/several1/units/COL/map.fr-CA.svg" 'xml:lang="fr-CA"' || return 1
    # A unit's part in French is of the same kind as its first: that of units.
    exits_with 0 "$BOARDPACK" packet "$canonical" --unit COL --kind unit --language en,fr-CA --watermark Brouillon -o "$scratch/COL.pdf" -q &&
        cmp "$scratch/COL.pdf" "$scratch/several1/units/COL/packet.pdf" &&
        [ "$(pale "$scratch/several1/book.pdf")" -gt $(($(pale "$all/book.pdf") + 600)) ]
}
pale() { # FILE: how much of its last page is as pale as words behind it, which no text tells
    page=$(qpdf --show-npages "$1")
    pdftoppm -gray -r 24 -singlefile -f "$page" -l "$page" "$1" "$scratch/pale" &&
        python3 -c 'import sys
print(sum(205 <= byte <= 240 for byte in open(sys.argv[1], "rb").read()[15:]))' "$scratch/pale.pgm"
}
refused() { # WORDS ARGUMENT...
    words=$1
    shift
    exits_with 2 "$BOARDPACK" build "$canonical" -o "$scratch/refused" -q "$@" && says "$err" "$words" &&
        [ ! -e "$scratch/refused" ]
}
errors_write_nothing() {
    exits_with 1 "$BOARDPACK" build "$spoiled" --units all -o "$scratch/refused" -q && [ ! -e "$scratch/refused" ]
}
old_is_kept() { # when a name is taken, and when the program is ended
    rm -rf "$scratch/old"
    mkdir -p "$scratch/old/units/COL/packet.pdf/taken"
    echo old >"$scratch/old/index.html"
    exits_with 4 "$BOARDPACK" build "$canonical" --units all -o "$scratch/old" -q && says "$err" BP9013 &&
        [ "$(cat "$scratch/old/index.html")" = old ] && [ -z "$(find "$scratch/old" -name '.boardpack*')" ]
}
ended() {
    rm -rf "$scratch/ended"
    "$BOARDPACK" build "$canonical" --units all -o "$scratch/ended" -q 2>"$err" &
    while kill -0 $! 2>/dev/null && [ -z "$(find "$scratch/ended" -path '*/.boardpack*/*' 2>/dev/null | head -n 1)" ]; do :; done
    kill -TERM $!
    wait $!
    status=$?
    [ -z "$(find "$scratch/ended" -name '.boardpack*')" ] || return 1
    [ $status = 143 ] && [ -z "$(find "$scratch/ended" -type f)" ] || [ $status = 0 ] # it was quicker
}
killed() { # with no time to clean up: the old documents are whole, and the next run sweeps
    rm -rf "$scratch/killed"
    cp -r "$all" "$scratch/killed"
    "$BOARDPACK" build "$canonical" --units all -o "$scratch/killed" -q 2>"$err" &
    while kill -0 $! 2>/dev/null && [ -z "$(find "$scratch/killed" -path '*/.boardpack*/*' 2>/dev/null | head -n 1)" ]; do :; done
    kill -KILL $!
    wait $! 2>/dev/null
    diff -r -x '.boardpack*' "$all" "$scratch/killed" &&
        exits_with 0 "$BOARDPACK" build "$canonical" --units all -o "$scratch/killed" -q &&
        diff -r "$all" "$scratch/killed"
}
full() { # a disk on which no packet has room
    rm -rf "$scratch/full"
    cp -r "$all" "$scratch/full"
    exits_with 4 sh -c 'ulimit -f 40; trap "" XFSZ; exec "$@"' full \
        "$BOARDPACK" build "$canonical" --units all --language fr -o "$scratch/full" -q &&
        says "$err" 'File too large' && says "$err" BP9013 && diff -r "$all" "$scratch/full"
}

test_that "every unit has its documents" made
test_that "the page and the manifest list what there is, with its digest and how each unit stands" \
    python3 tests/e2e/units.py "$all" "$canonical"
test_that "side by side they are the same bytes" hands_change_nothing
test_that "they are those that are made of one unit alone" as_alone
test_that "some units may be named" some
test_that "a unit and those below it may be chosen" below
test_that "cards lead into the packet of their unit" linked
test_that "no card of a unit runs a script" linked_elsewhere
test_that "the page speaks German" spoken de ltr 'Wie jede Einheit steht'
test_that "the page speaks Arabic, from the right" spoken ar rtl 'حال كل وحدة'
test_that "in several languages each has its documents, and a page that leads to the others" several
test_that "a unit that does not exist is told" refused "did you mean 'COL'?" --units RBS,CO
test_that "hands are counted from 1 to 64 [BP9045]" refused BP9045 --units all --jobs 0
test_that "a layout is of one map alone [BP9046]" refused BP9046 --units all --layout-json "$scratch/layout.json"
test_that "errors in the workbook write nothing" errors_write_nothing
test_that "what cannot get its name leaves the old index" old_is_kept
test_that "ended halfway, nothing stays" ended
test_that "killed, the old documents are whole and the next run leaves no trace" killed
test_that "a disk that is full leaves the old documents" full
closing
