# The strategy map on every paper and in every kind of file.
suite=map-outputs
. tests/lib.sh
checkers=tests/checkers

map() { # NAME.KIND OPTION...
    file=$1
    shift
    exits_with 0 "$BOARDPACK" map -q "$sample" -o "$scratch/$file" "$@"
}
on_paper() { # PAPER WIDTH HEIGHT (mm) PIXELS (at 150 dpi): the SVG, the PNG and the PDF have its size
    for kind in svg png pdf; do
        map "$1.$kind" --paper "$1" || return 1
    done
    python3 tests/e2e/mapfiles.py size "$scratch/$1.svg" "$2" "$3" &&
        qpdf --qdf --object-streams=disable "$scratch/$1.pdf" "$scratch/$1.qdf" &&
        python3 tests/e2e/mapfiles.py size "$scratch/$1.qdf" "$2" "$3" &&
        python3 tests/e2e/mapfiles.py pixels "$scratch/$1.png" "$4" 150
}
usual_paper() { # A3, as it is without the option
    map plain.svg && map a3.svg --paper a3 && cmp "$scratch/plain.svg" "$scratch/a3.svg"
}
reduced() { # the ISO papers are the same drawing: positions are those of A3, times one number
    map a3.svg && map "$1.svg" --paper "$1" && python3 tests/e2e/mapfiles.py same "$scratch/a3.svg" "$scratch/$1.svg"
}
geometry_of_paper() { # --layout-json speaks of the paper
    map a4.svg --paper a4 --layout-json "$scratch/a4.json" &&
        python3 -c 'import json, sys; page = json.load(open(sys.argv[1]))["page"]; sys.exit(page != {"w": 297, "h": 210})' "$scratch/a4.json"
}
poster() { # NAME OPTION...: a PDF that every checker takes, the same bytes twice
    name=$1
    shift
    map "$name.pdf" "$@" && map again.pdf "$@" && cmp "$scratch/$name.pdf" "$scratch/again.pdf" &&
        qpdf --check "$scratch/$name.pdf" >/dev/null && python3 $checkers/check_pdfua.py "$scratch/$name.pdf" &&
        python3 $checkers/check_pdfa.py --level A "$scratch/$name.pdf" | grep -q 'PASS: PDF/A-2a' &&
        [ "$(pdfinfo "$scratch/$name.pdf" | sed -n 's/^Pages: *//p')" = 1 ]
}
told() { # the poster says in words what it shows: a heading, and every objective and link
    map told.pdf && pdfinfo -struct-text "$scratch/told.pdf" >"$out" && says "$out" 'H1 (block)' &&
        [ "$(grep -c '^  Figure' "$out")" = 1 ] &&
        qpdf --qdf --object-streams=disable "$scratch/told.pdf" "$scratch/told.qdf" &&
        python3 tests/e2e/mapfiles.py told "$scratch/told.qdf" "$scratch/text.svg"
}
by_format() { # --format wins over the name
    exits_with 0 "$BOARDPACK" map -q "$sample" --format pdf -o "$scratch/poster.bin" &&
        [ "$(head -c 5 "$scratch/poster.bin")" = %PDF- ]
}
words_of_poster() { # can be searched and copied
    map words.pdf && map text.svg && pdftotext -layout "$scratch/words.pdf" "$scratch/words.txt" &&
        says "$scratch/words.txt" 'Open plasma' && says "$scratch/words.txt" 'works against'
}
at_dpi() { # DPI PIXELS
    map "dpi$1.png" --dpi "$1" && python3 tests/e2e/mapfiles.py pixels "$scratch/dpi$1.png" "$2" "$1"
}
refuses() { # CODE TEXT NAME OPTION...: wrong usage, nothing written
    code=$1
    text=$2
    name=$3
    shift 3
    rm -f "$scratch/$name"
    exits_with 2 "$BOARDPACK" map -q "$sample" -o "$scratch/$name" "$@" && says "$err" "$code" && says "$err" "$text" &&
        [ ! -e "$scratch/$name" ]
}
outlines() { # no text, no font, all names; everything else as with text
    map text.svg && map outlines.svg --outlines && map again.svg --outlines &&
        cmp "$scratch/outlines.svg" "$scratch/again.svg" &&
        python3 tests/e2e/mapfiles.py outlines "$scratch/text.svg" "$scratch/outlines.svg" || return 1
    # The one rule that live text is for; all others hold.
    python3 $checkers/check_svg.py "$scratch/outlines.svg" >"$out"
    [ "$(grep FAIL "$out" | grep -vc 'outlines')" = 0 ]
}
linked() { # every card leads to its own address, and says so
    map linked.svg --card-links 'https://intranet.example/{id}' && python3 $checkers/check_svg.py "$scratch/linked.svg" &&
        [ "$(grep -c '^<a xlink:href="https://intranet.example/[A-Z][0-9]" aria-label="' "$scratch/linked.svg")" = 20 ]
}
linked_to_packet() { # whose pages are called as the objective is
    exits_with 0 "$BOARDPACK" build -q "$sample" -o "$scratch/both" --card-links packet || return 1
    page=$(sed -n 's/^<a xlink:href="packet.pdf#page=\([0-9]*\)" aria-label="P1 .*/\1/p' "$scratch/both/map.svg")
    pdftotext -f "$page" -l "$page" "$scratch/both/packet.pdf" "$scratch/dive.txt" && says "$scratch/dive.txt" 'P1 Fill and keep'
}
linked_poster() { # a link for each card, with its address and its words
    poster linked-poster --card-links 'https://intranet.example/{id}' &&
        qpdf --qdf --object-streams=disable "$scratch/linked-poster.pdf" "$scratch/linked-poster.qdf" &&
        [ "$(grep -ac '/URI (https://intranet.example/[A-Z][0-9])' "$scratch/linked-poster.qdf")" = 20 ] &&
        pdfinfo -struct-text "$scratch/linked-poster.pdf" >"$out" && [ "$(grep -c '^ *Link' "$out")" = 20 ]
}
dark() { # SVG, PNG and PDF on the dark ground
    map dark.svg --dark && python3 $checkers/check_svg.py "$scratch/dark.svg" && says "$scratch/dark.svg" '#0f1720' &&
        python3 tests/e2e/mapfiles.py words "$scratch/a3.svg" "$scratch/dark.svg"
}
dark_statuses() { # far enough apart for all eyes and in grey
    # shellcheck disable=SC2046
    python3 $checkers/palette_check.py $(sed -n 's/.*\[MARK_\(GREEN\|AMBER\|RED\)\] = {0x\([0-9A-F]*\).*/#\2/p' src/layout/dark.c) >"$out" &&
        [ "$(grep -c 'on white' "$out")" = 3 ]
}
titles() { # a designer finds the title of a card as one text, in a named layer
    map titles.svg && python3 tests/e2e/mapfiles.py titles "$scratch/titles.svg" "$canonical"
}
test_that "without --paper it is A3" usual_paper
test_that "A4 in exact millimetres" on_paper a4 297 210 1754x1240
test_that "A3 in exact millimetres" on_paper a3 420 297 2480x1754
test_that "A2 in exact millimetres" on_paper a2 594 420 3508x2480
test_that "A1 in exact millimetres" on_paper a1 841 594 4967x3508
test_that "Letter in exact millimetres" on_paper letter 279.4 215.9 1650x1275
test_that "Tabloid in exact millimetres" on_paper tabloid 431.8 279.4 2550x1650
for paper in a4 a2 a1; do
    test_that "$paper is A3 made smaller or larger" reduced $paper
done
test_that "the layout speaks of millimetres on the paper" geometry_of_paper
test_that "a poster is a sound, accessible PDF" poster poster
test_that "a dark poster too" poster dark --dark
test_that "a poster without colour, on Letter, with a logo too" poster mono --mono --paper letter --logo samples/logo.png
test_that "the words of a poster can be found" words_of_poster
test_that "a poster tells in words what it shows" told
test_that "--format=pdf makes a poster of any name" by_format

test_that "72 pixels to the inch" at_dpi 72 1191x842
test_that "300 pixels to the inch" at_dpi 300 4961x3508
test_that "no number of dots BP9070" refuses BP9070 "not 'fine'" map.png --dpi fine
test_that "too few dots BP9070" refuses BP9070 "not '71'" map.png --dpi 71
test_that "too many dots BP9070" refuses BP9070 "not '601'" map.png --dpi 601
test_that "no end of dots BP9070" refuses BP9070 "99999999999999999999" map.png --dpi 99999999999999999999
test_that "more pixels than there is room for BP9071" refuses BP9071 'at most 321 dpi' map.png --dpi 600 --paper a1
test_that "an SVG has no pixels BP9072" refuses BP9072 'written as SVG' map.svg --dpi 300
test_that "only an SVG has outlines BP9072" refuses BP9072 'written as PDF' map.pdf --outlines
test_that "cards lead to given addresses" linked
test_that "cards of a poster too" linked_poster
test_that "cards of a build lead into its packet" linked_to_packet
test_that "no card runs a script BP5081" refuses BP5081 'javascript:' map.svg --card-links 'javascript:{id}'
test_that "no card writes a letter BP5081" refuses BP5081 'MAILTO:' map.svg --card-links 'MAILTO:{id}@example.org'
test_that "one address for all cards BP5082" refuses BP5082 'packet.pdf' map.svg --card-links packet.pdf
test_that "an unknown name in braces BP5083" refuses BP5083 '{name}' map.svg --card-links '{id}/{name}'
test_that "only SVG and PDF have links BP9072" refuses BP9072 'written as PNG' map.png --card-links 'o/{id}'
test_that "dark and without colour exclude each other BP9073" refuses BP9073 exclude map.svg --dark --mono
test_that "outlines for print shops" outlines
test_that "a dark map reads as well as a light one" dark
test_that "statuses on the dark ground differ for all eyes" dark_statuses
test_that "titles are text that can be edited" titles
closing
