# What the pages look like on request: without colour, with divided words.
suite=looks
. tests/lib.sh

grey_pages() { # no pixel of any page has a colour, logos included
    "$BOARDPACK" packet "$sample" --mono --logo=samples/logo.png -o "$scratch/mono.pdf" -q 2>"$err" || return 1
    pdftoppm -r 24 "$scratch/mono.pdf" "$scratch/mono" && python3 tests/e2e/colours.py 0 "$scratch"/mono-*.ppm
}
coloured_pages() { # the same test sees the colours of the usual packet
    "$BOARDPACK" packet "$sample" --logo=samples/logo.png -o "$scratch/colour.pdf" -q 2>"$err" || return 1
    pdftoppm -r 24 -l 5 "$scratch/colour.pdf" "$scratch/colour" &&
        ! python3 tests/e2e/colours.py 0 "$scratch"/colour-*.ppm >/dev/null
}
grey_map() {
    "$BOARDPACK" map "$sample" --mono -o "$scratch/mono.svg" -q 2>"$err" || return 1
    # The outline of what has the keyboard is not printed.
    grep -v ':focus' "$scratch/mono.svg" | grep -oE '#[0-9A-Fa-f]{6}' | sort -u >"$scratch/colours"
    [ -s "$scratch/colours" ] && ! grep -viE '#(..)\1\1' "$scratch/colours"
}
same_words() { # colour or not, the packet says the same
    pdftotext "$scratch/mono.pdf" "$scratch/mono.txt" && pdftotext "$scratch/colour.pdf" "$scratch/colour.txt" &&
        cmp "$scratch/mono.txt" "$scratch/colour.txt"
}
divided() { # words divided at line ends are still found whole
    "$BOARDPACK" packet "$sample" --hyphenate -o "$scratch/divided.pdf" -q 2>"$err" || return 1
    pdftotext "$scratch/divided.pdf" "$scratch/divided.txt" &&
        "$BOARDPACK" packet "$sample" --hyphenate --emit=document 2>"$err" >"$scratch/document" &&
        [ -s "$scratch/document" ] && qpdf --check "$scratch/divided.pdf" >/dev/null
}

test_that "--mono leaves no colour on any page" grey_pages
test_that "and that could be seen" coloured_pages
test_that "--mono leaves no colour in the map" grey_map
test_that "a packet without colour has the same words" same_words
test_that "a packet with divided words is sound" divided
closing
