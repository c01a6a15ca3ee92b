# A house's fonts, colours and mark in all that is made; and what no output tells: names of people
# with --redact=people, the machine, its user. Beside it, what every page tells: its classification.
suite=house
. tests/lib.sh

fonts=
for folder in /usr/share/fonts/truetype/noto /usr/share/fonts/noto /usr/share/fonts/google-noto; do
    [ ! -f "$folder/NotoSerif-Bold.ttf" ] || fonts=$folder
done
text='<font of="text" regular="house/NotoSerif-Regular.ttf" bold="house/NotoSerif-Bold.ttf"/>'
colours='<colour of="navy" value="#5B2245"/><colour of="on-track" value="#1B7FA8"/>'
branded() { # KIND BRAND: as $scratch/KIND.xml, two lines below its first
    awk -v brand="$2" '/<sections>/ && !done { print "  <brand logo=\"logo.png\">"; print brand; print "</brand>"; done = 1 } { print }' \
        "templates/$1.xml" >"$scratch/$1.xml"
}
a_house_is_made() {
    mkdir -p "$scratch/house" && cp "$fonts/NotoSerif-Regular.ttf" "$fonts/NotoSerif-Bold.ttf" "$scratch/house/" && cp samples/logo.png "$scratch/" || return 1
    for kind in unit prebrief poster; do
        branded $kind "$text$colours" && exits_with 0 "$BOARDPACK" template check "$scratch/$kind.xml" || return 1
    done
}
has_fonts() { # PDF...
    for file in "$@"; do
        pdffonts "$file" >"$out" && says "$out" NotoSerif-Regular && says "$out" NotoSerif-Bold || return 1
    done
}
has_colours() { # PDF...
    for file in "$@"; do
        qpdf --qdf --object-streams=disable "$file" - >"$out" && grep -aq '0*\.357 0*\.133 0*\.271' "$out" && grep -aq '/Subtype */Image' "$out" || return 1
    done
}
the_house_is_everywhere() {
    all=$scratch/all
    exits_with 0 "$BOARDPACK" build "$canonical" --units COL,DIG --template "$scratch/unit.xml" -o "$all" -q &&
        has_fonts "$all/book.pdf" "$all"/units/*/packet.pdf && has_colours "$all/book.pdf" "$all"/units/*/packet.pdf || return 1
    for map in "$all"/units/*/map.svg; do
        says "$map" "font-family:'Noto Serif'" && says "$map" '#5b2245' && says "$map" '#1b7fa8' && says "$map" 'data:image/' &&
            python3 tests/checkers/check_svg.py "$map" >"$out" || return 1
    done
    says "$all/index.html" '--head: #5b2245' && says "$all/index.html" 'fill="#1b7fa8"' && says "$all/index.html" 'font-family: "House"' &&
        says "$all/index.html" '<img class="logo" src="data:image/png;base64,'
}
maps_take_the_brand() {
    for file in map.svg map.pdf map.png; do
        exits_with 0 "$BOARDPACK" map "$canonical" --template "$scratch/unit.xml" -o "$scratch/$file" || return 1
    done
    says "$err" 'unit.xml:' && says "$err" '[BP5029]' && says "$err" "one is '−' (U+2212)" || return 1
    exits_with 0 "$BOARDPACK" packet "$canonical" --template "$scratch/poster.xml" -o "$scratch/poster.pdf" -q &&
        has_fonts "$scratch/map.pdf" "$scratch/poster.pdf" && has_colours "$scratch/map.pdf" "$scratch/poster.pdf" && says "$scratch/map.svg" '#5b2245'
}
pages_pass() {
    exits_with 0 "$BOARDPACK" packet "$canonical" --template "$scratch/prebrief.xml" -o "$scratch/first.pdf" -q &&
        python3 tests/checkers/check_pdfua.py --board "$scratch/first.pdf" >"$out" && python3 tests/checkers/check_pdfa.py --level A "$scratch/first.pdf" >"$out"
}
same_bytes_elsewhere() {
    mkdir -p "$scratch/elsewhere" && cp -r "$scratch/house" "$scratch/logo.png" "$scratch/prebrief.xml" "$scratch/elsewhere/" &&
        LC_ALL=C TZ=Asia/Tokyo exits_with 0 "$BOARDPACK" packet "$canonical" --template "$scratch/elsewhere/prebrief.xml" -o "$scratch/second.pdf" -q &&
        cmp "$scratch/first.pdf" "$scratch/second.pdf"
}
refused() { # STATUS WORDS CODE BRAND
    branded unit "$4"
    exits_with "$1" "$BOARDPACK" template check "$scratch/unit.xml" && says "$err" "unit.xml:" && says "$err" "$2" && says "$err" "[$3]" &&
        exits_with "$1" "$BOARDPACK" packet "$canonical" --template "$scratch/unit.xml" -o "$scratch/none.pdf" -q && [ ! -e "$scratch/none.pdf" ]
}
spoiled_fonts_are_refused() {
    head -c 5000 "$scratch/house/NotoSerif-Bold.ttf" >"$scratch/house/cut.ttf"
    refused 3 'it is damaged' BP5027 '<font of="headings" bold="house/cut.ttf"/>' && refused 3 'cannot be read' BP5027 '<font of="headings" bold="house/none.ttf"/>' &&
        refused 3 'no TrueType or OpenType font' BP5027 '<font of="headings" bold="logo.png"/>' &&
        refused 3 'no heavier' BP5027 '<font of="text" regular="house/NotoSerif-Bold.ttf" bold="house/NotoSerif-Regular.ttf"/>'
}

# Names where people stand and in texts: in other capitals, without accents, alone, in curly quotes.
named="$scratch/Ada Brandt.xml"
names='Ada|Brandt|Tomasz|Wieczorek|Ren.{1,4}e|Lef.{1,4}bvre|Xiong|ada@'
with_names() {
    sed -e 's/name="VP Plasma Program" title="[^"]*"/name="Ada Brandt" title="Vice president"/; s/"VP Plasma Program"/"Ada Brandt"/g' \
        -e 's/"Chief People Officer"/"Tomasz Wieczorek"/g; s/"Chief Financial Officer"/"Renée Lefèbvre"/g; s/"Scorecard Manager"/"Q. Xiong"/g' \
        -e 's/Approve the recovery plan/Ask BRANDT, “Ada Brandt”, ada, Brandt, Ada and RENEE LEFEBVRE; approve Wieczorek’s recovery plan/' \
        -e 's/version="1.0"\(.*encoding\)/version="1.0"\1/' "$canonical" >"$named" && grep -ciE "$names" "$named" >"$out" && [ "$(cat "$out")" -gt 20 ]
}
all_that_is_said() { # of a PDF: pages, metadata, alternative texts, bookmarks
    qpdf --qdf --object-streams=disable "$1" "$scratch/plain.pdf" 2>"$err"
    pdftotext "$1" - && pdfinfo -meta "$1" && pdfinfo "$1" && python3 tests/e2e/pdfstrings.py "$scratch/plain.pdf"
}
said_in() { # FOLDER: all of its files, as text
    find "$1" -name '*.pdf' | sort | while read -r file; do all_that_is_said "$file" || exit 1; done >"$scratch/said" &&
        find "$1" -type f ! -name '*.pdf' ! -name '*.png' -exec cat {} + | sed 's/base64,[A-Za-z0-9+/=]*//g' >>"$scratch/said" && cat "$scratch/log" >>"$scratch/said"
}
everything() { # OPTION...: of the named workbook, in $scratch/everything
    rm -rf "$scratch/everything" && mkdir -p "$scratch/everything" && cd "$scratch" || return 1
    "$BOARDPACK" build "Ada Brandt.xml" --units COL,DIG "$@" -o everything/all 2>log &&
        "$BOARDPACK" map "Ada Brandt.xml" "$@" --layout-json everything/map.json -o everything/map.svg 2>>log &&
        "$BOARDPACK" map "Ada Brandt.xml" "$@" -o everything/map.pdf 2>>log && "$BOARDPACK" packet "Ada Brandt.xml" "$@" -o everything/board.pdf 2>>log
    status=$?
    sed 's/^[^ ]*Ada Brandt.xml[^ ]*//; s/boardpack: Ada Brandt.xml//' log >log.own && mv log.own log # the path that was typed
    cd - >/dev/null && return $status
}
no_name_is_told() {
    for language in ${THOROUGH:+fr de es pt ja} ar; do
        everything --redact=people --language=$language && said_in "$scratch/everything" || return 1
        ! grep -aoiwE "$names" "$scratch/said" || return 1
    done
    says "$scratch/said" 'الشخص 1'
}
the_names_would_be_found() { # the test can fail
    rm -rf "$scratch/everything" && mkdir "$scratch/everything" && "$BOARDPACK" packet "$named" -o "$scratch/everything/board.pdf" 2>"$scratch/log" &&
        said_in "$scratch/everything" || return 1
    for name in 'Ada Brandt' 'Tomasz Wieczorek' 'Renée Lefèbvre' BRANDT 'Wieczorek’s'; do says "$scratch/said" "$name" || return 1; done
}
nothing_of_the_machine_is_told() {
    rm -rf "$scratch/okafor home" && mkdir -p "$scratch/okafor home" && cp "$canonical" "$scratch/okafor home/book.xml" || return 1
    (
        cd "$scratch/okafor home" && export USER=okafor LOGNAME=okafor HOSTNAME=desk17 HOME="$PWD" EMAIL=okafor@desk17 &&
            "$BOARDPACK" build "$PWD/book.xml" --units COL -o "$PWD/all" -q 2>"$err" && "$BOARDPACK" build "$PWD/book.xml" -o "$PWD/one" -q 2>"$err" &&
            "$BOARDPACK" map "$PWD/book.xml" -o "$PWD/map.pdf" --layout-json "$PWD/map.json" -q 2>"$err"
    ) || return 1
    find "$scratch/okafor home" -name '*.pdf' | while read -r file; do
        qpdf --qdf --object-streams=disable "$file" "$file.plain" && rm -f "$file" || exit 1
    done && rm -f "$scratch/okafor home/book.xml" || return 1
    [ "$(find "$scratch/okafor home" -type f | wc -l)" -gt 12 ] && ! grep -raoE "okafor|desk17|$scratch" "$scratch/okafor home"
}
the_classification_is_everywhere() {
    says "$scratch/map.svg" 'Board confidential' && says "$scratch/all/index.html" 'Board confidential' || return 1
    for file in "$scratch/map.pdf" "$scratch/poster.pdf" "$scratch/all/book.pdf" "$scratch"/all/units/*/packet.pdf; do
        pages=$(pdfinfo "$file" | sed -n 's/^Pages: *//p')
        pdftotext "$file" - | awk -v pages="$pages" 'BEGIN { RS = "\f" } /Board confidential/ { n++ } END { exit n != pages }' || {
            echo "$file has pages without it"
            return 1
        }
    done
}

[ -n "$fonts" ] || echo "  no Noto Serif: the tests of fonts fail"
test_that "a house has templates with fonts, colours and a mark" a_house_is_made
test_that "they are on every page, map and index of all units" the_house_is_everywhere
test_that "maps and posters have them, and what a font lacks is told: BP5029" maps_take_the_brand
test_that "the pages pass the checkers" pages_pass
test_that "elsewhere they have the same bytes" same_bytes_elsewhere
test_that "the classification is on every page, map and index" the_classification_is_everywhere
test_that "fonts that are none, or do not fit, are refused at their line: BP5027" spoiled_fonts_are_refused
test_that "a family without bold is refused: BP5028" refused 1 'lack the attribute bold' BP5028 '<font of="text" regular="house/NotoSerif-Regular.ttf"/>'
test_that "colours too pale, too alike or in another order are refused: BP5021" refused 1 'contrast of' BP5021 '<colour of="grey" value="#9AA5B1"/>'
test_that "marks too pale are refused: BP5022" refused 1 'marks need 3' BP5022 '<colour of="on-track" value="#A0E0C0"/>'
test_that "statuses too alike are refused: BP5023" refused 1 'apart for' BP5023 '<colour of="off-track" value="#148A6A"/>'
test_that "statuses in another order are refused: BP5024" refused 1 'order of lightness' BP5024 '<colour of="exceeds" value="#C02020"/>'
test_that "a colour of nothing is refused: BP5020" refused 1 'no colour of' BP5020 '<colour of="violet" value="#5B2245"/>'
test_that "the sample gets names to look for" with_names
test_that "no name of a person is in any output with --redact=people" no_name_is_told
test_that "without it they would be found" the_names_would_be_found
test_that "nothing of the machine or its user is in any output" nothing_of_the_machine_is_told
closing
