# The brief in sentences: what is said, in three languages, and where it came from.
suite=brief
. tests/lib.sh

nbsp=$(printf '\302\240')

says_the_failure_with_its_run_owner_and_driver() {
    exits_with 0 "$BOARDPACK" brief "$sample" || return 1
    tr '\n' ' ' <"$out" | sed 's/   */ /g' >"$scratch/flat"
    says "$scratch/flat" "1. Immune globulin self-sufficiency rose to 19.4${nbsp}%, 5.6${nbsp}points under target; fourth quarter off track; owner VP Plasma Program; driver I2 is also off track." &&
        says "$out" "   - actual M05, Q2 2026/27: 'Measure Data'!D27" &&
        says "$out" '   boardpack why FILE C3 M05 I2 M16' &&
        says "$out" '   Asked for: Approve the recovery plan for centres three and four.'
}
says_it_in_french_and_german() {
    exits_with 0 "$BOARDPACK" brief --language=fr "$sample" &&
        says "$out" "5,6${nbsp}points sous la cible" && says "$out" 'de suite hors trajectoire' &&
        exits_with 0 "$BOARDPACK" brief --language de "$sample" &&
        says "$out" "5,6${nbsp}Punkte unter dem Ziel" && says "$out" 'Quartal in Folge nicht auf Kurs'
}
an_unknown_language_is_refused() {
    exits_with 2 "$BOARDPACK" brief --language=xx "$sample" && silent "$out"
}
shows_five_or_all() {
    exits_with 0 "$BOARDPACK" brief "$sample" && [ "$(grep -c '^[0-9]*\. ' "$out")" = 5 ] || return 1
    says "$out" '10 more messages with --all' || return 1
    exits_with 0 "$BOARDPACK" brief --all "$sample" && [ "$(grep -c '^[0-9]*\. ' "$out")" = 15 ] &&
        ! grep -q -e '--all' "$out"
}
a_unit_has_its_own_brief() {
    exits_with 0 "$BOARDPACK" brief --unit COL "$sample" && says "$out" 'Blood & Plasma Collection, ' &&
        says "$out" 'COL-1 Open the five plasma centres on schedule' || return 1
    exits_with 2 "$BOARDPACK" brief --unit NONE "$sample" && says "$err" '[BP9004]'
}
nothing_to_say_is_said() {
    "$BOARDPACK" init --empty -o "$scratch/empty.fods" 2>"$err" || return 1
    exits_with 0 "$BOARDPACK" init -o "$scratch/library.fods" &&
        exits_with 0 "$BOARDPACK" brief --all "$scratch/library.fods"
}
lines_are_narrow() {
    for language in en fr de; do
        "$BOARDPACK" brief --all --language=$language "$sample" >"$scratch/all" 2>"$err" || return 1
        LC_ALL=C.UTF-8 grep -nE '^.{101}' "$scratch/all" && return 1
    done
    return 0
}
the_packet_says_the_same() {
    exits_with 0 "$BOARDPACK" packet -q "$sample" -o "$scratch/packet.pdf" &&
        pdftotext -f 3 -l 3 "$scratch/packet.pdf" - | tr '\n' ' ' >"$scratch/page" &&
        says "$scratch/page" 'fourth quarter off track; owner VP Plasma Program; driver I2 is also off track' &&
        says "$scratch/page" '16th month off track; owner Chief People Officer'
}
the_same_input_gives_the_same_bytes() {
    "$BOARDPACK" brief --all --format=json "$sample" >"$scratch/one" 2>"$err" || return 1
    LC_ALL=de_DE.UTF-8 TZ=Asia/Tokyo "$BOARDPACK" brief --all --format=json "$sample" >"$scratch/two" 2>"$err" &&
        cmp "$scratch/one" "$scratch/two"
}
no_sentence_says_more_than_the_data() {
    "$BOARDPACK" assess --format=json "$sample" >"$scratch/assessment.json" 2>"$err" || return 1
    for unit in RBS COL PRO; do
        for language in en fr de; do
            "$BOARDPACK" brief --all --format=json --unit $unit --language=$language "$sample" \
                >"$scratch/brief.json" 2>"$err" || return 1
            ids=$(python3 tests/e2e/brief.py ids "$scratch/brief.json")
            "$BOARDPACK" why -q --format=json "$sample" $ids >"$scratch/why.json" 2>"$err" || return 1
            python3 tests/e2e/brief.py check "$scratch/brief.json" "$scratch/why.json" \
                "$scratch/assessment.json" "$canonical" || return 1
        done
    done
}
every_source_can_be_asked() {
    "$BOARDPACK" brief --all "$sample" >"$scratch/all" 2>"$err" || return 1
    sed -n 's/^   boardpack why FILE //p' "$scratch/all" >"$scratch/asked"
    [ -s "$scratch/asked" ] || return 1
    while read -r ids; do
        exits_with 0 "$BOARDPACK" why -q "$sample" $ids || return 1
    done <"$scratch/asked"
}
every_source_has_its_cell() {
    "$BOARDPACK" brief --all "$sample" >"$scratch/all" 2>"$err" || return 1
    grep '^   - ' "$scratch/all" | grep -vE "[!][A-Z]+[0-9]+$" >"$scratch/placeless"
    silent "$scratch/placeless"
}
as_the_readme_shows() { # the example of the README is what the program prints
    "$BOARDPACK" brief "$sample" >"$scratch/shown" 2>"$err" || return 1
    awk '/^    1\. Immune/ { inside = 1 } /^    \.\.\.$/ { inside = 0 } inside' README.md |
        sed 's/^    //' >"$scratch/example"
    [ -s "$scratch/example" ] || return 1
    sed '1,2d' "$scratch/shown" | head -n "$(wc -l <"$scratch/example")" | diff "$scratch/example" -
}

test_that "a failure is told with its run, owner and driver" says_the_failure_with_its_run_owner_and_driver
test_that "the brief speaks French and German" says_it_in_french_and_german
test_that "an unknown language is refused" an_unknown_language_is_refused
test_that "five messages are shown, or all" shows_five_or_all
test_that "a unit has its own brief" a_unit_has_its_own_brief
test_that "a starter has a brief" nothing_to_say_is_said
test_that "lines are narrow" lines_are_narrow
test_that "the packet says the same" the_packet_says_the_same
test_that "the same input gives the same bytes" the_same_input_gives_the_same_bytes
test_that "no sentence says more than the data" no_sentence_says_more_than_the_data
test_that "what a message names can be asked why" every_source_can_be_asked
test_that "every source has its cell" every_source_has_its_cell
test_that "the README shows what is printed" as_the_readme_shows
closing
