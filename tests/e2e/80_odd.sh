# Legal but odd workbooks: every output is made, is sound, and says what is so.
suite=odd
. tests/lib.sh

python3 tests/e2e/odd.py "$scratch"

checked_by() { # CHECKER ARGUMENT...
    checker=$1
    shift
    python3 "tests/checkers/$checker" "$@" >"$out" 2>&1 || {
        tail -n 4 "$out"
        return 1
    }
}

spoken() { # CASE: the pages say what they have to, and nothing that is not so
    case=$1
    pdftotext -layout "$case/packet.pdf" "$case/text" || return 1
    tr -s ' \n' '  ' <"$case/text" >"$case/words"
    if [ -f "$case.says" ]; then
        while IFS= read -r line; do
            grep -qF -e "$line" "$case/words" || {
                echo "the packet does not say: $line"
                return 1
            }
        done <"$case.says"
    fi
    if [ -f "$case.never" ]; then
        while IFS= read -r line; do
            ! grep -qF -e "$line" "$case/words" || {
                echo "the packet says: $line"
                return 1
            }
        done <"$case.never"
    fi
}

made() {
    case=$1
    unit=U0
    [ ! -f "$case.unit" ] || unit=$(cat "$case.unit")
    exits_with 0 within 20 "$BOARDPACK" build "$case.xml" --unit "$unit" -o "$case" -q && qpdf --check "$case/packet.pdf" &&
        checked_by check_pdfua.py --board "$case/packet.pdf" &&
        checked_by check_pdfa.py --level A "$case/packet.pdf" &&
        checked_by check_svg.py "$case/map.svg" && spoken "$case"
}

refused() {
    case=$1
    exits_with 1 within 20 "$BOARDPACK" build "$case.xml" -o "$case" -q && [ ! -e "$case" ] &&
        says "$err" "$(cat "$case.error")"
}

for input in "$scratch"/*.xml; do
    case=${input%.xml}
    if [ -f "$case.error" ]; then
        test_that "${case##*/} is refused at its cell" refused "$case"
    else
        test_that "${case##*/} makes a sound packet and map" made "$case"
    fi
done
closing
