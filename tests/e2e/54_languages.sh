# The pages in other languages: which one, from where, complete, and nothing hard-coded.
suite=languages
. tests/lib.sh

invented="$scratch/invented"
mkdir "$invented" && python3 tests/e2e/languages.py make templates "$invented"

# Every word is another and 40 % longer, so what is left is hard-coded, or cut, or lies outside.
invented_packet() { # WORKBOOK
    "$BOARDPACK" packet "$1" --language=en --catalogues "$invented" -o "$scratch/invented.pdf" -q 2>"$err" || {
        cat "$err"
        return 1
    }
    ! grep -E 'BP(5001|5002|5003|5004|5010|9014)' "$err" && pdftotext -layout "$scratch/invented.pdf" "$scratch/text" &&
        python3 tests/e2e/languages.py stray "$1" "$scratch/text"
}
invented_document() { # what is only told to those who do not see it as well
    "$BOARDPACK" packet "$1" --catalogues "$invented" --emit=document 2>"$err" | grep -oE '"[^"]*"' >"$scratch/text"
    [ -s "$scratch/text" ] && python3 tests/e2e/languages.py stray "$1" "$scratch/text"
}
invented_map() { # WORKBOOK
    "$BOARDPACK" map "$1" --catalogues "$invented" -o "$scratch/invented.svg" -q 2>"$err" || return 1
    ! grep -E 'BP(5001|5010|9014)' "$err" &&
        grep -oE '(<title[^>]*>|<desc[^>]*>|<text[^>]*>|aria-label=")[^<"]+' "$scratch/invented.svg" |
        sed -E 's/^<[^>]*>//; s/^aria-label="//' >"$scratch/text" && [ -s "$scratch/text" ] &&
        python3 tests/e2e/languages.py stray "$1" "$scratch/text"
}
invented_brief() {
    exits_with 0 "$BOARDPACK" brief --catalogues "$invented" "$sample" &&
        sed 's/ boardpack why .*//' "$out" >"$scratch/text" && python3 tests/e2e/languages.py stray "$sample" "$scratch/text"
}
hard_coded_is_found() { # the test can fail
    echo 'Hardcoded' >"$scratch/text"
    ! python3 tests/e2e/languages.py stray "$sample" "$scratch/text" >/dev/null
}

speaks() { # CODE, a word of its contents page
    "$BOARDPACK" packet "$sample" --language="$1" -o "$scratch/$1.pdf" -q 2>"$err" &&
        pdftotext "$scratch/$1.pdf" "$scratch/$1.txt" && says "$scratch/$1.txt" "$2" &&
        qpdf --qdf --object-streams=disable "$scratch/$1.pdf" - | grep -aqF "/Lang ($1)" || return 1
    "$BOARDPACK" map "$sample" --language="$1" -o "$scratch/$1.svg" -q 2>"$err" && says "$scratch/$1.svg" "xml:lang=\"$1\""
}
asks() { # CODE on the sheet Organization
    sed "s,<text:p>en</text:p>,<text:p>$1</text:p>," "$sample" >"$scratch/asks.fods" && ! cmp -s "$sample" "$scratch/asks.fods"
}
unknown_is_refused() {
    for command in packet map build brief; do
        exits_with 2 "$BOARDPACK" $command "$sample" --language=xx -o "$scratch/none.svg" && says "$err" '[BP5037]' &&
            says "$err" 'there are' && [ ! -e "$scratch/none.svg" ] || return 1
    done
    exits_with 2 "$BOARDPACK" brief "$sample" --language=../en && says "$err" '[BP5037]'
}
BP5038_the_workbook_asks_for_another() {
    asks it && exits_with 0 "$BOARDPACK" brief "$scratch/asks.fods" &&
        says "$err" '[BP5038]' && says "$out" 'as of'
}
a_broken_catalogue_is_located() {
    mkdir -p "$scratch/broken" && sed 's/<word key="yes">.*//' "$invented/words.en.xml" >"$scratch/broken/words.en.xml"
    exits_with 1 "$BOARDPACK" packet "$sample" --catalogues "$scratch/broken" -o "$scratch/none.pdf" &&
        says "$err" 'words.en.xml:' && says "$err" '[BP5030]' && [ ! -e "$scratch/none.pdf" ]
}

stress=samples/stress.xml
test_that "a hard-coded word would be found" hard_coded_is_found
test_that "words 40 % longer fit the pages of the sample, and none is hard-coded" invented_packet "$sample"
test_that "and those of the stress sample" invented_packet "$stress"
test_that "no text for voices is hard-coded" invented_document "$sample"
test_that "words 40 % longer fit the map, and none is hard-coded" invented_map "$sample"
test_that "and that of the stress sample" invented_map "$stress"
test_that "no word of the brief is hard-coded" invented_brief
test_that "the pages are French on request" speaks fr "Base de préparation"
test_that "the pages are German on request" speaks de "Grundlagen der Erstellung"
test_that "a region keeps the language" speaks fr-CA "Base de préparation"
test_that "a language without catalogues is refused" unknown_is_refused
test_that "a workbook may ask for a language that there is not: BP5038" BP5038_the_workbook_asks_for_another
test_that "a catalogue that lacks a word is refused with its place" a_broken_catalogue_is_located
closing
