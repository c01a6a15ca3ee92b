# Kinds of packets: by templates built in and of one's own; about a part of the strategy; without
# names of people; and with a page more, as the contributor's guide says.
suite=templates
. tests/lib.sh

kinds="board committee employee monthly owner poster prebrief theme unit"
asked() { # KIND: what it cannot do without
    case $1 in
    theme) echo --theme=T1 ;;
    owner) echo "--owner=VP Plasma Program" ;;
    committee) echo --meeting=BM-2026-10 ;;
    *) echo --quiet ;;
    esac
}
packet() { # NAME OPTION...: as $scratch/NAME.pdf
    name=$1
    shift
    "$BOARDPACK" packet "$sample" "$@" -o "$scratch/$name.pdf" -q 2>"$err" || {
        cat "$err"
        return 1
    }
}
pages() { # FILE NUMBER
    found=$(pdfinfo "$1" | sed -n 's/^Pages: *//p')
    [ "$found" = "$2" ] || {
        echo "$1 has $found pages, not $2"
        return 1
    }
}
all_are_listed() {
    exits_with 0 "$BOARDPACK" template list && awk 'NF < 4 { exit 1 }' "$out" || return 1
    for kind in $kinds; do
        grep -q "^$kind " "$out" || return 1
    done
}
each_is_shown_and_sound() {
    for kind in $kinds; do
        exits_with 0 "$BOARDPACK" template show $kind && cp "$out" "$scratch/$kind.xml" && cmp "$scratch/$kind.xml" templates/$kind.xml &&
            exits_with 0 "$BOARDPACK" template check "$scratch/$kind.xml" && says "$out" "$kind.xml" || return 1
    done
}
each_is_made_and_sound() { # THOROUGH: in another language too
    for kind in $kinds; do
        for language in en ${THOROUGH:+de}; do
            packet $kind-$language --kind=$kind --language=$language "$(asked $kind)" && ! grep -E 'BP(5001|5002|5003|5004|5010|5015|9014)' "$err" || return 1
        done
        qpdf --check "$scratch/$kind-en.pdf" >"$out" 2>&1 || return 1
    done
}
checkers_pass() {
    for kind in prebrief employee ${THOROUGH:+owner committee theme unit monthly}; do
        python3 tests/checkers/check_pdfua.py --board "$scratch/$kind-en.pdf" >"$out" &&
            python3 tests/checkers/check_pdfa.py --level A "$scratch/$kind-en.pdf" >"$out" || {
            cat "$out"
            return 1
        }
    done
}
copies_give_the_same_bytes() {
    packet first --kind=prebrief && packet second --template "$scratch/prebrief.xml" && cmp "$scratch/first.pdf" "$scratch/second.pdf"
}
short_ones_keep_their_pages() {
    for language in de ${THOROUGH:+en fr es pt}; do
        for paper in letter ${THOROUGH:+a4}; do
            packet prebrief --kind=prebrief --language=$language --paper=$paper && pages "$scratch/prebrief.pdf" 2 &&
                packet employee --kind=employee --language=$language --paper=$paper && pages "$scratch/employee.pdf" 1 || return 1
        done
    done
    "$BOARDPACK" packet samples/stress.xml --kind=employee -o "$scratch/stress.pdf" -q 2>"$err" && pages "$scratch/stress.pdf" 1
}
a_budget_of_the_workbook_holds() { # for the kind it asks for alone: the core of the monthly review has its own
    sed 's/pageBudget="20"/pageBudget="9"/' samples/regional-blood-service.xml >"$scratch/short.xml" &&
        exits_with 0 "$BOARDPACK" packet "$scratch/short.xml" -o "$scratch/short.pdf" -q && says "$err" 'should have at most 9: ' &&
        exits_with 0 "$BOARDPACK" packet "$scratch/short.xml" --kind=monthly -o "$scratch/short.pdf" -q && ! grep 'at most 9' "$err" &&
        exits_with 0 "$BOARDPACK" packet "$scratch/short.xml" --template templates/board.xml -o "$scratch/short.pdf" -q && ! grep 'at most 9' "$err"
}
a_poster_has_its_paper() {
    packet poster --kind=poster --paper=a1 && pages "$scratch/poster.pdf" 1 && pdfinfo "$scratch/poster.pdf" >"$out" && says "$out" '(A1)'
}
a_theme_is_told_alone() {
    packet theme --kind=theme --theme='donors who stay' && pdftotext "$scratch/theme.pdf" "$out" &&
        says "$out" 'Donors who stay' && says "$out" 'Welcome younger and more diverse donors' && ! grep -q 'Meet patients’ need for plasma' "$out" &&
        ! grep -q "Meet patients' need for plasma" "$out"
}
an_owner_is_told_alone() {
    packet owner --kind=owner --owner='director, logistics & fleet' && pdftotext "$scratch/owner.pdf" "$out" &&
        says "$out" 'Find a second supplier' && ! grep -q 'Front-line nursing' "$out"
}
refused() { # CODE HINT OPTION...
    code=$1
    hint=$2
    shift 2
    exits_with 2 "$BOARDPACK" packet "$sample" "$@" -o "$scratch/none.pdf" && says "$err" "[$code]" && says "$err" "$hint" && [ ! -e "$scratch/none.pdf" ]
}
BP5019_unknown_names_get_the_nearest() {
    refused BP5019 "did you mean 'Secure supply'" --theme 'Secure suply' && refused BP5019 "did you mean 'VP Plasma Program'" --owner 'VP Plasma Programme' &&
        refused BP5019 "did you mean 'BM-2026-10'" --meeting BM-2026-11 && refused BP5019 "no objective 'X9'" --objective X9
}
BP5019_in_a_template_is_located() {
    sed 's,<sections>,<filter theme="T77"/><sections>,' templates/unit.xml >"$scratch/filter.xml"
    exits_with 2 "$BOARDPACK" packet "$sample" --template "$scratch/filter.xml" -o "$scratch/none.pdf" && says "$err" 'filter.xml:' && says "$err" '[BP5019]'
}
BP5015_what_never_fits_is_told() {
    sed 's/kind="dictionary"/kind="dictionary" pages="1"/' templates/unit.xml >"$scratch/tight.xml" &&
        packet tight --template "$scratch/tight.xml" && says "$err" '[BP5015]' && says "$err" 'tight.xml:'
}
a_bad_template_is_refused_with_its_line() {
    sed 's/kind="brief"/kind="breif"/' templates/monthly.xml >"$scratch/bad.xml"
    exits_with 1 "$BOARDPACK" template check "$scratch/bad.xml" && says "$err" "bad.xml:8:5: error: unknown section kind 'breif' [BP5011]" &&
        says "$err" "did you mean 'brief'" && exits_with 1 "$BOARDPACK" packet "$sample" --template "$scratch/bad.xml" -o "$scratch/none.pdf"
    [ ! -e "$scratch/none.pdf" ] && exits_with 3 "$BOARDPACK" template check "$scratch/nosuch.xml" && exits_with 2 "$BOARDPACK" template show nosuch &&
        exits_with 2 "$BOARDPACK" template && exits_with 2 "$BOARDPACK" template show
}
a_house_has_its_colours() {
    sed 's,<sections>,<brand logo="logo.png"><colour of="navy" value="#5B2245"/></brand><sections>,' templates/prebrief.xml >"$scratch/brand.xml" &&
        cp samples/logo.png "$scratch/" && packet brand --template "$scratch/brand.xml" &&
        qpdf --qdf --object-streams=disable "$scratch/brand.pdf" - >"$out" && grep -aq '0*\.357 0*\.133 0*\.271 rg' "$out" &&
        pdfimages -list "$scratch/brand.pdf" >"$out" && [ "$(wc -l <"$out")" -gt 2 ]
}

# Real names in the place of some of the sample's posts, also in a text, in a measure and as a surname.
named="$scratch/named.xml"
names="Ada Brandt|Tomasz Wieczorek|Renée Lefèbvre|Q. Xiong"
with_names() {
    sed -e 's/name="VP Plasma Program"/name="Ada Brandt"/; s/"VP Plasma Program"/"Ada Brandt"/g' \
        -e 's/"Chief People Officer"/"Tomasz Wieczorek"/g; s/"Chief Financial Officer"/"Renée Lefèbvre"/g' \
        -e 's/"Scorecard Manager"/"Q. Xiong"/g; s/Approve the recovery plan/Ask Brandt and Renée Lefèbvre; approve the recovery plan/' \
        "$canonical" >"$named" && grep -cE "$names" "$named" >"$out" && [ "$(cat "$out")" -gt 20 ]
}
all_that_is_said() { # of FILE, as text: pages, metadata, alternative texts
    qpdf --qdf --object-streams=disable "$1" "$scratch/plain.pdf" 2>"$err"
    pdftotext "$1" - && pdfinfo -meta "$1" && pdfinfo "$1" &&
        python3 tests/e2e/pdfstrings.py "$scratch/plain.pdf"
}
no_name_is_told() {
    rm -rf "$scratch/redacted"
    "$BOARDPACK" build "$named" --redact=people -o "$scratch/redacted" >"$out" 2>"$err" || return 1
    cat "$err" "$scratch/redacted"/map.svg "$scratch/redacted"/*.json >"$scratch/said"
    all_that_is_said "$scratch/redacted/packet.pdf" >>"$scratch/said" || return 1
    for kind in prebrief ${THOROUGH:+employee committee} "owner --owner=Ada\ Brandt"; do
        eval "\"$BOARDPACK\"" packet "\"$named\"" --redact=people --kind=$kind "$(asked "${kind%% *}" | sed 's/--owner.*/--quiet/')" -o "\"$scratch/kind.pdf\"" 2>>"$scratch/said" || return 1
        all_that_is_said "$scratch/kind.pdf" >>"$scratch/said" || return 1
    done
    for command in brief forecast; do
        "$BOARDPACK" $command "$named" --redact=people --format=json >>"$scratch/said" 2>&1
    done
    ! grep -aoE "$names|Brandt|Wieczorek|Lef.{1,4}bvre" "$scratch/said" && says "$scratch/said" 'Member of the Executive Committee'
}
the_names_would_be_found() { # the test can fail
    rm -rf "$scratch/open"
    "$BOARDPACK" build "$named" -o "$scratch/open" >"$out" 2>"$err" && all_that_is_said "$scratch/open/packet.pdf" >"$scratch/said" &&
        for name in 'Ada Brandt' 'Tomasz Wieczorek' 'Renée Lefèbvre' 'Q. Xiong'; do says "$scratch/said" "$name" || return 1; done &&
        says "$scratch/open/map.svg" 'Ada Brandt'
}
BP5048_the_workbook_is_not_attached() {
    refused BP5048 'exclude each other' --redact=people --attach-workbook
}
# How much of a page is as pale as the words behind it; with PAGE both files have one.
shaded() { # FILE PAGE
    pdftoppm -gray -r 24 -f "$2" -l "$2" "$1" "$scratch/shade" && cat "$scratch"/shade-*.pgm >"$scratch/shade.pgm" && rm -f "$scratch"/shade-*.pgm &&
        python3 -c 'import sys
bytes = open(sys.argv[1], "rb").read()
print(sum(205 <= b <= 240 for b in bytes[15:]))' "$scratch/shade.pgm"
}
a_watermark_stands_behind_each_page() { # the map's too, and nobody has to hear it
    for language in en ${THOROUGH:+ar ja}; do
        packet marked --kind=board --language=$language --watermark='NOT FOR VOTING' && packet plain --kind=board --language=$language || return 1
        for page in 1 3 5 7; do
            [ "$(shaded "$scratch/marked.pdf" $page)" -gt $(($(shaded "$scratch/plain.pdf" $page) + 600)) ] || return 1
        done
    done
    packet marked --kind=prebrief --watermark='NOT FOR VOTING' && python3 tests/checkers/check_pdfua.py --board "$scratch/marked.pdf" >"$out" &&
        python3 tests/checkers/check_pdfa.py --level A "$scratch/marked.pdf" >"$out" && pdfinfo -struct-text "$scratch/marked.pdf" >"$out" &&
        ! grep -q 'NOT FOR VOTING' "$out"
}
nothing_of_the_machine_is_told() {
    for kind in unit prebrief; do
        USER=okafor HOSTNAME=desk17 packet $kind --kind=$kind && qpdf --qdf --object-streams=disable "$scratch/$kind.pdf" "$scratch/plain.pdf" &&
            ! grep -aqE "okafor|desk17|$scratch|$(uname -n)" "$scratch/plain.pdf" || return 1
    done
}
the_classification_is_on_each_page() {
    for kind in employee prebrief owner; do
        last=$(pdfinfo "$scratch/$kind-en.pdf" | sed -n 's/^Pages: *//p')
        page=1
        while [ $page -le "$last" ]; do
            pdftotext -f $page -l $page "$scratch/$kind-en.pdf" "$out" && says "$out" 'Board confidential' || return 1
            page=$((page + 1))
        done
    done
}

# The guide's two texts, in a copy of the tree that borrows what is built already.
guide() { # LANGUAGE: the text between its fences
    awk -v fence="\`\`\`$1" '$0 == fence { inside = 1; next } /^```$/ { inside = 0 } inside' CONTRIBUTING.md
}
a_section_is_added_as_the_guide_says() {
    tree="$scratch/tree" objects="$scratch/tree/build/$CONFIG"
    rm -rf "$tree" && mkdir -p "$objects" && cp -pr src templates fonts Makefile "$tree/" &&
        cp -al "$BUILD/$CONFIG/src" "$BUILD/$CONFIG/gen" "$objects/" && cp -al "$BUILD/$CONFIG/"*.a "$objects/" &&
        cp -p "$BUILD/$CONFIG/flags" "$objects/" && rm -f "$objects"/gen/sections.* || return 1
    find "$objects" -name '*.d' -exec rm -f {} + # they name the other folder
    guide c >"$tree/src/report/sectionpromises.c" && guide xml >"$tree/promises.xml" &&
        make -s -C "$tree" BUILD=build CONFIG="$CONFIG" WERROR=-Werror "build/$CONFIG/boardpack" >"$out" 2>&1 || {
        cat "$out"
        return 1
    }
    "$objects/boardpack" packet "$sample" --template "$tree/promises.xml" -o "$scratch/promises.pdf" -q 2>"$err" || {
        cat "$err"
        return 1
    }
    pdftotext "$scratch/promises.pdf" "$out" && says "$out" 'What we have promised and not yet kept' && says "$out" 'Find a second supplier' &&
        python3 tests/checkers/check_pdfua.py --board "$scratch/promises.pdf" >"$out"
    status=$?
    rm -rf "$tree"
    return $status
}

test_that "all kinds are listed with what they are for" all_are_listed
test_that "each is shown as it is, and is sound" each_is_shown_and_sound
test_that "each is made" each_is_made_and_sound
test_that "their pages pass the checkers" checkers_pass
test_that "a copy gives the same bytes as its kind" copies_give_the_same_bytes
test_that "the pre-brief has two pages and the employee's one, whatever the language and paper" short_ones_keep_their_pages
test_that "the workbook says how long the core of its kind of packet may be" a_budget_of_the_workbook_holds
test_that "a poster has the paper it is asked for" a_poster_has_its_paper
test_that "a theme is told alone" a_theme_is_told_alone
test_that "an owner is told alone" an_owner_is_told_alone
test_that "--kind takes a kind: BP5017" refused BP5017 "did you mean 'prebrief'" --kind=prebreif
test_that "--kind and --template exclude each other: BP5047" refused BP5047 exclude --kind=unit --template=templates/unit.xml
test_that "a kind says what it needs: BP5018" refused BP5018 --theme --kind=theme
test_that "unknown names get the nearest: BP5019" BP5019_unknown_names_get_the_nearest
test_that "in a template they are located: BP5019" BP5019_in_a_template_is_located
test_that "a section that never fits is told: BP5015" BP5015_what_never_fits_is_told
test_that "paper for posters is refused for pages: BP5016" refused BP5016 'A3' --paper=a3
test_that "a bad template is refused with its line" a_bad_template_is_refused_with_its_line
test_that "a house has its colours and its mark" a_house_has_its_colours
test_that "the sample gets names to look for" with_names
test_that "no name of a person is told anywhere with --redact=people" no_name_is_told
test_that "without it they would be found" the_names_would_be_found
test_that "the workbook is not attached to what tells no names: BP5048" BP5048_the_workbook_is_not_attached
test_that "a watermark stands behind each page, and is no text of it" a_watermark_stands_behind_each_page
test_that "a poster has none: BP5049" refused BP5049 watermark --kind=poster --watermark=DRAFT
test_that "nothing of the machine or its user is told" nothing_of_the_machine_is_told
test_that "the classification is on each page" the_classification_is_on_each_page
[ "$CONFIG" != release ] ||
    test_that "a section is added by a file and a template, as the contributor's guide says" a_section_is_added_as_the_guide_says
closing
