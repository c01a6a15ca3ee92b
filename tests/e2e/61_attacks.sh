# Files built to exhaust or to deceive the reader: each is refused at a place, in a second of CPU
# time and little memory, with one finding (BP1001 to BP1031), and nothing is written.
suite=attacks
. tests/lib.sh

python3 -B tests/e2e/attacks.py "$scratch"

case $CONFIG in
release) seconds=2 memory=1048576 ;; # a second on a slow machine, and the start
*) seconds=20 memory=unlimited ;;    # sanitizers reserve address space of their own
esac

refused() { # FILE STATUS FINDINGS PLACE
    (
        ulimit -t "$seconds"
        ulimit -v "$memory"
        exits_with "$2" "$BOARDPACK" build "$1" -o made
    ) || return 1
    [ ! -e made ] || {
        echo "something was written"
        return 1
    }
    case $4 in
    line) where="^$1:[0-9]*:[0-9]*: error: .* \[BP[0-9]*\]\$" ;;
    *) where="^$1[:0-9]*: error: .* \[BP[0-9]*\]\$" ;;
    esac
    found=$(grep -c "$where" "$err")
    [ "$3" = some ] && [ "$found" -gt 0 ] && [ "$(wc -l <"$err")" -lt 500 ] && return 0
    [ "$found" = 1 ] && [ "$(grep -c '\[BP' "$err")" = 1 ] && return 0
    echo "findings: $found"
    head -n 5 "$err"
    return 1
}

BOARDPACK=$(realpath "$BOARDPACK") err=$(realpath "$scratch")/err out=$(realpath "$scratch")/out
cd "$scratch" || exit 1
while read -r name status findings place; do
    test_that "$name" refused "$name" "$status" "$findings" "$place"
done <attacks.txt
rm -f ./*.xml ./*.fods ./*.xls
closing
