# What is said about a workbook, and where.
suite=findings
. tests/lib.sh

sound() {
    exits_with 0 "$BOARDPACK" check "$sample" && silent "$out"
}
spoilt() {
    exits_with 1 "$BOARDPACK" check "$spoiled" && silent "$out" &&
        grep -qE "^$spoiled:[0-9]+:[0-9]+: error: .* \[BP3[0-9]{3}\]$" "$err" &&
        grep -qE '^  at .+![A-Z]+[0-9]+$' "$err" && says "$err" 'did you mean' && says "$err" ' errors, '
}
in_order() { # by line of the file
    "$BOARDPACK" check "$spoiled" 2>&1 | sed -n "s|^$spoiled:\([0-9]*\):.*|\1|p" >"$scratch/lines"
    sort -n -c "$scratch/lines" && [ -s "$scratch/lines" ]
}
no_results_from_errors() {
    for command in assess 'packet -o -' 'map --format=svg -o -' "build -o $scratch/never"; do
        # shellcheck disable=SC2086
        exits_with 1 "$BOARDPACK" $command "$spoiled" && silent "$out" || return 1
    done
    [ ! -e "$scratch/never/packet.pdf" ]
}
warnings_count() {
    "$BOARDPACK" check "$sample" 2>"$err"
    if grep -q ': warning:' "$err"; then
        exits_with 1 "$BOARDPACK" check --fail-on=warning "$sample"
    else
        exits_with 0 "$BOARDPACK" check --fail-on=warning "$sample"
    fi
}
quiet() {
    "$BOARDPACK" check -q "$spoiled" 2>"$err"
    ! grep -q '^boardpack:' "$err"
}
piped() { # - is standard input, and gives the same judgement
    "$BOARDPACK" assess --format=csv "$sample" >"$scratch/named" 2>"$err" &&
        "$BOARDPACK" assess --format=csv - <"$sample" >"$scratch/piped" 2>"$err" &&
        cmp "$scratch/named" "$scratch/piped"
}
each_code_is_explained() {
    "$BOARDPACK" check "$spoiled" 2>&1 | sed -n 's/.*\[\(BP[0-9]*\)\]$/\1/p' | sort -u >"$scratch/codes"
    # shellcheck disable=SC2046
    exits_with 0 "$BOARDPACK" explain $(cat "$scratch/codes")
}
shown_safely() { # a control character in a name does not reach the terminal
    printf '<?xml version="1.0"?>\n<a\342\200\256b/>' >"$scratch/bidi.xml"
    "$BOARDPACK" check "$scratch/bidi.xml" 2>"$err"
    ! grep -q "$(printf '\342\200\256')" "$err"
}

every_mistake() { # the list beside the spoiled copy names the cells
    "$BOARDPACK" check "$spoiled" 2>&1 | tr -d "'" >"$scratch/told"
    sed -n 's/^\([^:]*\):.*/\1/p' "${spoiled%.fods}.txt" >"$scratch/mistakes"
    while read -r cell; do
        grep -qwF -e "$cell" "$scratch/told" || echo "$cell"
    done <"$scratch/mistakes" >"$scratch/missed"
    [ -s "$scratch/mistakes" ] && silent "$scratch/missed"
}
test_that "every mistake of the spoiled copy is named at its cell" every_mistake
test_that "the sample is sound" sound
test_that "findings have file, line, column, cell, code and a hint" spoilt
test_that "findings stand in the order of the file" in_order
test_that "errors stop every result" no_results_from_errors
test_that "--fail-on=warning counts warnings" warnings_count
test_that "--quiet leaves the summary out" quiet
test_that "standard input is a workbook" piped
test_that "every code of the spoiled sample is explained" each_code_is_explained
test_that "text of the input is made safe to print" shown_safely
closing
