# Several programs see the same map: our PNG against the SVG in librsvg and, where they are installed,
# Chromium and Inkscape, and the PDF in poppler.  THOROUGH=1 (make gates) only.
suite=map-views
. tests/lib.sh
[ -n "${THOROUGH:-}" ] || exit 0
command -v rsvg-convert >/dev/null || {
    echo "  map-views: no rsvg-convert, nothing tried"
    exit 0
}
width=1191
height=842

chromium_view() { # NAME: the SVG as a browser shows it, with the fonts that it carries
    chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --force-device-scale-factor=0.75 \
        --window-size=1588,1123 --user-data-dir="$scratch/chromium" --screenshot="$scratch/$1.chromium.png" \
        "file://$scratch/$1.svg" >/dev/null 2>&1
}
seen_alike() { # NAME WORKBOOK OPTION...
    name=$1
    workbook=$2
    shift 2
    for kind in svg pdf; do
        exits_with 0 "$BOARDPACK" map -q "$workbook" -o "$scratch/$name.$kind" "$@" || return 1
    done
    exits_with 0 "$BOARDPACK" map -q "$workbook" -o "$scratch/$name.png" --dpi 72 "$@" || return 1
    "$BOARDPACK" map -q "$workbook" -o "$scratch/$name.outlines.svg" --outlines "$@" 2>"$err" || return 1
    rsvg-convert -w $width -h $height "$scratch/$name.svg" -o "$scratch/$name.rsvg.png" &&
        rsvg-convert -w $width -h $height "$scratch/$name.outlines.svg" -o "$scratch/$name.outlines.png" &&
        pdftoppm -r 72 -singlefile "$scratch/$name.pdf" "$scratch/$name.poppler" || return 1
    set -- "$scratch/$name.rsvg.png" "$scratch/$name.outlines.png" "$scratch/$name.poppler.ppm"
    if command -v chromium >/dev/null && chromium_view "$name"; then
        set -- "$@" "$scratch/$name.chromium.png"
    fi
    if command -v inkscape >/dev/null &&
        inkscape -w $width -h $height "$scratch/$name.svg" -o "$scratch/$name.inkscape.png" >/dev/null 2>&1; then
        set -- "$@" "$scratch/$name.inkscape.png"
    fi
    python3 tests/e2e/mapviews.py "$scratch/$name.png" "$@"
}
edited() { # NAME WORKBOOK ID OLD NEW: a designer changes a line of a title, moves the title and saves it
    "$BOARDPACK" map -q "$2" -o "$scratch/$1.svg" 2>"$err" &&
        sed "s|>$4</tspan></text>|>$5</tspan></text>|" "$scratch/$1.svg" >"$scratch/$1.open.svg" &&
        inkscape "$scratch/$1.open.svg" --actions="select-by-id:title-$3;transform-translate:0,-3;export-filename:$scratch/$1.saved.svg;export-do;export-plain-svg;export-filename:$scratch/$1.plain.svg;export-do" >"$out" 2>&1 &&
        inkscape --query-all "$scratch/$1.saved.svg" >"$scratch/$1.boxes" 2>/dev/null &&
        for file in saved plain; do
            python3 tests/e2e/mapfiles.py edited "$scratch/$1.svg" "$scratch/$1.$file.svg" "$scratch/$1.boxes" "$3" "$5" || return 1
        done
}
notices() { # what is not alike is noticed: a map of another kind
    ! python3 tests/e2e/mapviews.py "$scratch/colour.png" "$scratch/mono.rsvg.png" >/dev/null &&
        ! python3 tests/e2e/mapviews.py "$scratch/colour.png" "$scratch/stress.rsvg.png" >/dev/null
}

test_that "all see the same map" seen_alike colour "$canonical" --logo samples/logo.png
test_that "all see the same map without colour" seen_alike mono "$canonical" --mono
test_that "all see the same map on a dark ground" seen_alike dark "$canonical" --dark
test_that "all see the same crowded map with names in other scripts" seen_alike stress samples/stress.xml
test_that "all see the same map that reads from the right" seen_alike right samples/water-authority-ar.xml
if [ -n "$(fc-list :lang=ja 2>/dev/null)" ]; then
    test_that "all see the same map without blanks between words" seen_alike japanese samples/machine-maker-ja.xml
fi
test_that "and that could fail" notices
if command -v inkscape >/dev/null; then
    test_that "a title is one object that Inkscape edits and saves" edited latin "$canonical" C1 'order on time' 'within the day'
    test_that "also where it reads from the right" edited arabic samples/water-authority-ar.xml C1 \
        'إيصال ماء آمن دون انقطاع' 'إيصال ماء آمن دائما'
fi
closing
