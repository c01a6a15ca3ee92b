# The files as other programs see them.
suite=pages
. tests/lib.sh

"$BOARDPACK" build "$sample" -o "$scratch" -q 2>"$err" || head -n 3 "$err"
pdf=$scratch/packet.pdf

syntax() {
    qpdf --check "$pdf"
}
fonts() { # embedded, subset, with a way back to text
    pdffonts "$pdf" | tail -n +3 >"$scratch/fonts"
    [ -s "$scratch/fonts" ] && ! awk '{ if ($(NF-4) != "yes" || $(NF-3) != "yes" || $(NF-2) != "yes") print }' \
        "$scratch/fonts" | grep .
}
tagged() {
    pdfinfo "$pdf" >"$scratch/info" && says "$scratch/info" 'Tagged:          yes' &&
        grep -q '^Title: *[^ ]' "$scratch/info"
}
tree() { # headings, tables with heads, figures and a contents list, no complaint of the reader
    pdfinfo -struct-text "$pdf" >"$scratch/tree" 2>"$scratch/tree.err"
    silent "$scratch/tree.err" || return 1
    for tag in H1 H2 Table TH TD Figure TOC Link; do
        grep -qE "^ *$tag\\b" "$scratch/tree" || {
            echo "no $tag in the tree"
            return 1
        }
    done
}
text() { # what a board reads can be searched and copied
    pdftotext -layout "$pdf" "$scratch/text" && grep -qi 'scorecard' "$scratch/text" &&
        ! grep -q "$(printf '\357\277\275')" "$scratch/text"
}
whole_model() { # pages of the whole model, and the figures that `why` and `assess` give for them
    for words in 'Deep dive' 'Cashable benefits' 'Above appetite' 'Beside what research found' \
        'Moved without approval' 'numbers behind'; do
        says "$scratch/text" "$words" || return 1
    done
    "$BOARDPACK" why "$sample" RBS/alignment >"$scratch/why" 2>"$err" && says "$scratch/why" '7 of 8' &&
        says "$scratch/text" 'Seven of eight unit objectives'
}
outline_and_links() {
    qpdf --qdf --object-streams=disable "$pdf" "$scratch/plain.pdf" &&
        grep -aq '/Outlines' "$scratch/plain.pdf" && grep -aq '/Subtype */Link' "$scratch/plain.pdf"
}
numbers_agree() { # status words of the JSON are those of the command
    "$BOARDPACK" assess --format=json "$sample" >"$scratch/all.json" 2>"$err" &&
        python3 tests/e2e/assessment.py "$scratch/all.json" "$scratch/assessment.json"
}
svg() {
    xmllint --noout --nonet "$scratch/map.svg" && grep -q '<title' "$scratch/map.svg" &&
        grep -q '<text' "$scratch/map.svg" && ! grep -qE '<script|<foreignObject|href="https?:' "$scratch/map.svg"
}
png() {
    python3 - "$scratch/map.png" <<'END'
import struct, sys, zlib
data = open(sys.argv[1], 'rb').read()
assert data[:8] == b'\x89PNG\r\n\x1a\n', 'signature'
at, kinds = 8, []
while at < len(data):
    length, kind = struct.unpack('>I4s', data[at:at + 8])
    body = data[at + 8:at + 8 + length]
    assert zlib.crc32(kind + body) == struct.unpack('>I', data[at + 8 + length:at + 12 + length])[0], kind
    kinds.append(kind)
    if kind == b'IHDR':
        width, height = struct.unpack('>II', body[:8])
        assert width > 1000 and height > 500, (width, height)
    at += 12 + length
assert kinds[0] == b'IHDR' and kinds[-1] == b'IEND'
assert b'tIME' not in kinds
END
}
extremes() { # long names, many rows: still a sound packet
    "$BOARDPACK" build samples/stress.xml -o "$scratch/stress" -q && qpdf --check "$scratch/stress/packet.pdf" &&
        xmllint --noout --nonet "$scratch/stress/map.svg"
}
schema_accepts() {
    "$BOARDPACK" schema >"$scratch/workbook.xsd" &&
        xmllint --noout --nonet --schema "$scratch/workbook.xsd" "$canonical"
}

test_that "qpdf finds no fault in the packet" syntax
test_that "every font is embedded, subset and searchable" fonts
test_that "the packet is tagged and has a title" tagged
test_that "the structure tree has what a reader needs" tree
test_that "text comes out as text" text
test_that "there are pages of the whole model" whole_model
test_that "there are an outline and links" outline_and_links
test_that "the assessment has its shape and the packet's unit" numbers_agree
test_that "the map is sound SVG with live text" svg
test_that "the map is a sound PNG" png
test_that "extreme contents make a sound packet" extremes
test_that "the schema accepts the canonical sample" schema_accepts
closing
