# The checkers of tests/checkers on what the program makes: every packet is PDF/UA-1 and PDF/A-2a,
# every map keeps its geometry.  THOROUGH=1 (make gates) also spoils a packet in many ways and
# expects each to be noticed, which takes a while.
suite=gates
. tests/lib.sh
checkers=tests/checkers

makes() { # WORKBOOK NAME [OPTION...]
    workbook=$1
    folder=$scratch/$2
    shift 2
    "$BOARDPACK" build "$workbook" "$@" -o "$folder" -q 2>"$err" &&
        "$BOARDPACK" map "$workbook" "$@" -o "$folder/again.svg" --layout-json "$folder/layout.json" -q 2>>"$err" || {
        grep error "$err" | head -n 3
        return 1
    }
}
readable() {
    python3 $checkers/check_pdfua.py --board "$scratch/$1/packet.pdf"
}
archival() {
    python3 $checkers/check_pdfa.py --level A "$scratch/$1/packet.pdf"
}
drawn() {
    python3 $checkers/check_svg.py "$scratch/$1/map.svg"
}
clear() { # WORKBOOK.xml NAME [UNIT]
    python3 tests/e2e/mapmodel.py "$1" ${3:+"$3"} >"$scratch/$2/model.json" &&
        python3 $checkers/score_map.py "$scratch/$2/model.json" "$scratch/$2/layout.json" >"$scratch/$2/score" || {
        grep 'must be' "$scratch/$2/score"
        return 1
    }
}
all_gates() { # WORKBOOK.xml NAME [UNIT]
    test_that "$2: made" makes "$1" "$2" ${3:+--unit="$3"}
    test_that "$2: PDF/UA-1" readable "$2"
    test_that "$2: PDF/A-2a" archival "$2"
    test_that "$2: accessible SVG" drawn "$2"
    test_that "$2: nothing on the map touches what it should not" clear "$1" "$2" ${3:+"$3"}
}

all_gates "$canonical" sample
all_gates samples/stress.xml stress
all_gates "$canonical" unit COL
# Every style and chart, where `make specimen` has been here: make gates sees to that.
for kind in specimen monochrome right-to-left; do
    [ -e "$BUILD/specimen/$kind.pdf" ] || continue
    mkdir -p "$scratch/$kind"
    cp "$BUILD/specimen/$kind.pdf" "$scratch/$kind/packet.pdf"
    test_that "$kind: PDF/UA-1" python3 $checkers/check_pdfua.py "$scratch/$kind/packet.pdf"
    test_that "$kind: PDF/A-2a" archival "$kind"
done
[ -z "${THOROUGH:-}" ] || test_that "the checkers notice what is wrong with a packet" \
    python3 $checkers/selftest.py "$scratch/sample/packet.pdf"
closing
