# The same workbook written oddly in other dialects: read alike, or refused at its cell.
suite=odd-dialects
. tests/lib.sh

"$BOARDPACK" init -o "$scratch/starter/" 2>"$err" || head -n 3 "$err"
mkdir "$scratch/cases"
python3 tests/e2e/odddialects.py "$scratch/starter" "$scratch/cases"
"$BOARDPACK" check --emit=plan --csv "$scratch/starter" >"$scratch/plan" 2>"$err"

# A folder is given by its option.
checked() { # STATUS CASE OPTION...
    status=$1
    case=$2
    shift 2
    if [ -d "$case" ]; then
        exits_with "$status" within 10 "$BOARDPACK" check "$@" --csv "$case"
    else
        exits_with "$status" within 10 "$BOARDPACK" check "$@" "$case"
    fi
}
as_expected() { # CASE
    if [ "$(cat "$1.expect")" = same ]; then
        checked 0 "$1" --emit=plan && cmp "$out" "$scratch/plan"
        return
    fi
    {
        read -r expected
        checked "$expected" "$1" || return 1
        while IFS= read -r line; do
            says "$err" "$line" || return 1
        done
    } <"$1.expect"
}
for case in "$scratch"/cases/*.expect; do
    case=${case%.expect}
    test_that "${case##*/}: $(head -n 1 "$case.expect" | sed 's/^same$/as the starter/; s/^[0-9]$/exit status &/')" \
        as_expected "$case"
done

there_and_back() { # every text as it was, whatever a spreadsheet may take it for
    "$BOARDPACK" convert -q --csv "$scratch/starter" -o "$scratch/plain.xml" 2>"$err" &&
        sed "s|</themes>|&|; /<themes>/r $scratch/cases/texts.part" "$scratch/plain.xml" >"$scratch/texts.xml" &&
        exits_with 0 "$BOARDPACK" check --emit=plan "$scratch/texts.xml" && mv "$out" "$scratch/texts.plan" &&
        [ "$(grep -c '=1+1' "$scratch/texts.plan")" -gt 0 ] || return 1
    for name in t.fods t.ods t.xlsx t.excel.xml t; do
        format=
        [ "$name" != t ] || format=--format=csv
        exits_with 0 "$BOARDPACK" convert -q $format "$scratch/texts.xml" -o "$scratch/$name" &&
            checked 0 "$scratch/$name" --emit=plan && cmp "$out" "$scratch/texts.plan" || return 1
    done
}
returns_are_told() { # of CSV too
    sed 's|</vision>|\&#13;x&|' "$scratch/plain.xml" >"$scratch/returns.xml" &&
        exits_with 0 "$BOARDPACK" convert "$scratch/returns.xml" -o "$scratch/returns/" && says "$err" BP2072
}
requests_by_the_thousand() {
    exits_with 1 within 10 "$BOARDPACK" diff -q "$scratch/cases/agreed.book" "$scratch/cases/moved.book" &&
        says "$out" '15000 agreed figures moved without approval'
}
test_that "texts that look like formulas, errors and numbers come back as they were" there_and_back
test_that "carriage returns that a folder of CSV loses are told" returns_are_told
test_that "thousands of moves under thousands of requests are told in time" requests_by_the_thousand
closing
