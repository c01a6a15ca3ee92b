# The pages in other languages: which one, from where, complete, and nothing hard-coded.
suite=languages
. tests/lib.sh

invented="$scratch/invented"
mkdir "$invented" && python3 tests/e2e/languages.py make templates "$invented"

# Every word is another and 40 % longer, so what is left is hard-coded, or cut, or lies outside.
# What longer words may do is to move pages to the appendix (BP5071); the map of the stress sample is
# too dense in every language (BP5005).
fits() { ! grep -E 'BP(5[0-9]{3}|9014)' "$err" | grep -vE 'BP(5071|5005)'; }
invented_packet() { # WORKBOOK PAPER
    "$BOARDPACK" packet "$1" --language=en --catalogues "$invented" --paper="$2" -o "$scratch/invented.pdf" -q 2>"$err" || {
        cat "$err"
        return 1
    }
    fits && pdftotext -layout "$scratch/invented.pdf" "$scratch/text" &&
        python3 tests/e2e/languages.py stray "$1" "$scratch/text"
}
invented_document() { # what is only told to those who do not see it as well
    "$BOARDPACK" packet "$1" --catalogues "$invented" --emit=document 2>"$err" | grep -oE '"[^"]*"' | sed 's/\\n/ /g' >"$scratch/text"
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
# The other kinds: their own pages, the map of the poster, the book of all units and the page of links.
invented_kind() { # KIND ARGUMENT...
    kind=$1
    shift
    exits_with 0 "$BOARDPACK" packet "$sample" --kind "$kind" "$@" --catalogues "$invented" -o "$scratch/kind.pdf" -q &&
        fits && pdftotext -layout "$scratch/kind.pdf" "$scratch/text" && [ -s "$scratch/text" ] &&
        python3 tests/e2e/languages.py stray "$sample" "$scratch/text"
}
invented_units() { # what is read and told on the page, less the map in it
    exits_with 0 "$BOARDPACK" build "$sample" --units COL --language en,fr --catalogues "$invented" -o "$scratch/units" -q &&
        python3 tests/e2e/languages.py page "$scratch/units/index.html" >"$scratch/text" &&
        grep -q '\(Français\)' "$scratch/text" && sed -i 's/Français//' "$scratch/text" &&
        python3 tests/e2e/languages.py stray "$sample" "$scratch/text"
}
hard_coded_is_found() { # the test can fail
    echo 'Hardcoded' >"$scratch/text"
    ! python3 tests/e2e/languages.py stray "$sample" "$scratch/text" >/dev/null || return 1
    printf '\342\200\271\303\246 cut' >"$scratch/text"
    python3 tests/e2e/languages.py stray "$sample" "$scratch/text" | grep -q '^cut: 1 texts begin'
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
# One packet, a part for each language with its own labels of pages, and names in that language.
two_languages() {
    both=samples/ferry-service-en-fr.xml
    "$BOARDPACK" packet $both -o "$scratch/both.pdf" -q 2>"$err" && fits &&
        python3 tests/checkers/check_pdfua.py --board "$scratch/both.pdf" &&
        python3 tests/checkers/check_pdfa.py --level A "$scratch/both.pdf" || return 1
    pdftotext "$scratch/both.pdf" "$scratch/both.txt"
    for text in 'Sail on time in every season' 'Partir à l’heure en toute saison' 'Board packet' 'Dossier du conseil' \
        'Approve retention pay' 'Approuver une prime'; do
        says "$scratch/both.txt" "$text" || return 1
    done
    qpdf --qdf --object-streams=disable "$scratch/both.pdf" - >"$scratch/both.qdf"
    for text in '/Lang (en-CA)' '/Lang (fr-CA)' '/P (EN-)' '/P (FR-)'; do
        grep -aqF "$text" "$scratch/both.qdf" || {
            echo "expected: $text"
            return 1
        }
    done
    [ "$(grep -ac '/S /Part' "$scratch/both.qdf")" = 2 ]
}
# Of what speaks one language at a time there is one for each, and cards lead into their part.
build_in_two_languages() {
    exits_with 0 "$BOARDPACK" build samples/ferry-service-en-fr.xml -o "$scratch/two" --card-links packet \
        --layout-json "$scratch/two.json" -q || return 1
    [ "$(ls "$scratch/two" | tr '\n' ' ')" = 'assessment.json map.en-CA.png map.en-CA.svg map.fr-CA.png map.fr-CA.svg packet.pdf ' ] &&
        [ -s "$scratch/two.en-CA.json" ] && [ -s "$scratch/two.fr-CA.json" ] &&
        says "$scratch/two/map.fr-CA.svg" 'Entretenir avant la panne' || return 1
    page=$(grep -o 'packet.pdf#page=[0-9]*' "$scratch/two/map.fr-CA.svg" | sed 's/.*=//; q')
    pdftotext -f "$page" -l "$page" "$scratch/two/packet.pdf" - | grep -q 'Exercice\|exercice\|Tableau' || {
        echo "page $page is not French"
        return 1
    }
    grep -aq '<dc:language><rdf:Bag><rdf:li>en-CA</rdf:li><rdf:li>fr-CA</rdf:li></rdf:Bag>' "$scratch/two/packet.pdf" &&
        grep -aq '<rdf:li xml:lang="fr-CA">Service des traversiers' "$scratch/two/packet.pdf"
}
poster_in_two_languages() {
    exits_with 0 "$BOARDPACK" packet samples/ferry-service-en-fr.xml --kind poster -o "$scratch/poster.pdf" -q &&
        [ "$(qpdf --show-npages "$scratch/poster.pdf")" = 2 ] && pdftotext "$scratch/poster.pdf" - | grep -q 'Entretenir avant' &&
        python3 tests/checkers/check_pdfua.py "$scratch/poster.pdf"
}
BP5084_a_language_is_named_once() {
    exits_with 0 "$BOARDPACK" brief "$sample" --language=en,en && says "$err" '[BP5084]' &&
        exits_with 0 "$BOARDPACK" packet samples/ferry-service-en-fr.xml --language=fr,fr -o "$scratch/once.pdf" &&
        says "$err" '[BP5084]' && ! pdftotext "$scratch/once.pdf" - | grep -q 'FR-1'
}
one_of_two_languages() { # nothing of the other shows
    "$BOARDPACK" packet samples/ferry-service-en-fr.xml --language=fr-CA -o "$scratch/one.pdf" -q 2>"$err" &&
        pdftotext "$scratch/one.pdf" "$scratch/one.txt" && says "$scratch/one.txt" 'Partir à l’heure en toute saison' &&
        ! grep -E 'Sail on time|Board packet|Approve' "$scratch/one.txt" || return 1
    "$BOARDPACK" brief samples/ferry-service-en-fr.xml --language=fr >"$scratch/brief" 2>"$err" &&
        says "$scratch/brief" 'Quarts dotés d’un équipage bilingue' || return 1
    "$BOARDPACK" map samples/ferry-service-en-fr.xml --language=fr -o "$scratch/one.svg" -q 2>"$err" &&
        says "$scratch/one.svg" 'Entretenir avant la panne'
}
BP5069_one_language_at_a_time() {
    for command in map brief; do
        exits_with 2 "$BOARDPACK" $command "$sample" --language=en,fr -o "$scratch/none.svg" && says "$err" '[BP5069]' &&
            [ ! -e "$scratch/none.svg" ] || return 1
    done
    exits_with 2 "$BOARDPACK" packet "$sample" --language=en,xx -o "$scratch/none.pdf" && says "$err" '[BP5037]'
}
# Figures, ids and findings are those of the workbook, whatever language its names are shown in.
same_in_other_forms() {
    "$BOARDPACK" convert samples/ferry-service-en-fr.xml -o "$scratch/ferry.fods" -q 2>"$err" &&
        "$BOARDPACK" diff samples/ferry-service-en-fr.xml "$scratch/ferry.fods" >"$out" 2>"$err" &&
        "$BOARDPACK" check "$scratch/ferry.fods" --emit=plan 2>"$err" | grep -q 'translation kind=objective linked=C1' || return 1
    sed 's/Une flotte plus verte/Une flotte verte/' samples/ferry-service-en-fr.xml >"$scratch/ferry.xml"
    "$BOARDPACK" diff samples/ferry-service-en-fr.xml "$scratch/ferry.xml" 2>"$err" | grep -q 'translation'
}
written_from_the_right() { # the sample in Arabic, and its map
    "$BOARDPACK" packet samples/water-authority-ar.xml -o "$scratch/ar.pdf" -q 2>"$err" && fits &&
        python3 tests/checkers/check_pdfua.py --board "$scratch/ar.pdf" || return 1
    "$BOARDPACK" map samples/water-authority-ar.xml -o "$scratch/ar.svg" -q 2>"$err" && fits &&
        python3 tests/checkers/check_svg.py "$scratch/ar.svg"
}
without_blanks_between_words() { # the sample in Japanese
    "$BOARDPACK" packet samples/machine-maker-ja.xml -o "$scratch/ja.pdf" -q 2>"$err" && fits &&
        python3 tests/checkers/check_pdfua.py --board "$scratch/ja.pdf" && pdftotext -layout "$scratch/ja.pdf" "$scratch/ja.txt" &&
        ! grep -nE '^ *[、。，．）」』】？！ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ]' "$scratch/ja.txt" && ! grep -nE '[（「『【] *$' "$scratch/ja.txt"
}
from_right_to_left_to() { # a change of status leads to the left, as the page is read
    speaks ar "أسس" && says "$scratch/ar.txt" '←' && ! grep -n '→' "$scratch/ar.txt"
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
test_that "words 40 % longer fit the pages of the sample, and none is hard-coded" invented_packet "$sample" a4
test_that "and on Letter" invented_packet "$sample" letter
test_that "and those of the stress sample" invented_packet "$stress" a4
test_that "and those on Letter" invented_packet "$stress" letter
test_that "no text for voices is hard-coded" invented_document "$sample"
test_that "words 40 % longer fit the map, and none is hard-coded" invented_map "$sample"
test_that "and that of the stress sample" invented_map "$stress"
test_that "no word of the brief is hard-coded" invented_brief
for kind in monthly prebrief 'unit --unit=COL' 'theme --theme=T1' 'committee --meeting=OR-2026-05' employee \
    'owner --owner=VP_Plasma_Program' poster book; do
    # shellcheck disable=SC2046,SC2086
    test_that "nor of the kind $kind" eval invented_kind $(echo $kind | sed "s/_/\\\\ /g")
done
test_that "nor of the page of units" invented_units
test_that "the pages are French on request" speaks fr "Base de préparation"
test_that "the pages are German on request" speaks de "Grundlagen der Erstellung"
test_that "the pages are Spanish on request" speaks es "Bases de preparación"
test_that "the pages are Portuguese on request" speaks pt "Base de preparação"
test_that "the pages are Japanese on request" speaks ja "作成の基礎"
test_that "the pages are Arabic on request, and lead to the left" from_right_to_left_to
test_that "a packet speaks two languages, a part for each" two_languages
test_that "a build makes its map and figures in each" build_in_two_languages
test_that "a poster has a sheet for each" poster_in_two_languages
test_that "a language named twice is spoken once: BP5084" BP5084_a_language_is_named_once
test_that "names have translations, on pages, map and brief" one_of_two_languages
test_that "a map or brief speaks one language at a time: BP5069" BP5069_one_language_at_a_time
test_that "translations are converted, compared and dumped" same_in_other_forms
test_that "a packet and a map are written from right to left" written_from_the_right
test_that "no line of Japanese begins with a stop or ends with a bracket" without_blanks_between_words
test_that "a region keeps the language" speaks fr-CA "Base de préparation"
test_that "a language without catalogues is refused" unknown_is_refused
test_that "a workbook may ask for a language that there is not: BP5038" BP5038_the_workbook_asks_for_another
test_that "a catalogue that lacks a word is refused with its place" a_broken_catalogue_is_located
closing
