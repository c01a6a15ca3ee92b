# Logos, and the workbook inside the packet.
suite=pictures
. tests/lib.sh
logo=samples/logo.png
checkers=tests/checkers

python3 - "$scratch" <<'END'
import struct, sys, zlib
folder = sys.argv[1]

def chunk(name, body):
    return struct.pack('>I', len(body)) + name + body + struct.pack('>I', zlib.crc32(name + body))

def png(name, width, height, rows=None, before=b'', form=(8, 2)):
    header = chunk(b'IHDR', struct.pack('>IIBBBBB', width, height, *form, 0, 0, 0))
    if rows is None:
        rows = (b'\0' + b'\x30\x60\x90' * width) * height
    with open(folder + '/' + name, 'wb') as file:
        file.write(b'\x89PNG\r\n\x1a\n' + header + before + chunk(b'IDAT', zlib.compress(rows)) + chunk(b'IEND', b''))

png('wide.png', 1200, 100)
png('tall.png', 100, 1200)
png('tiny.png', 8, 8)
png('bomb.png', 60000, 60000, b'')
png('animated.png', 8, 8, before=chunk(b'acTL', b'\0' * 8))
png('short.png', 80, 80, b'\0' * 100)
png('grey.png', 30, 30, (b'\0' + b'\x80' * 30) * 30, form=(8, 0))
with open(folder + '/text.png', 'w') as file:
    file.write('<svg xmlns="http://www.w3.org/2000/svg"/>')
with open(folder + '/huge.png', 'wb') as file:
    file.write(b'\x89PNG\r\n\x1a\n' + b'\0' * (1 << 20))
# A JPEG that is only looked through: camera data that turn it, then a frame header.
exif = b'Exif\0\0MM\0*\0\0\0\x08\0\1' + struct.pack('>HHIHH', 0x112, 3, 1, 6, 0) + b'\0' * 4
with open(folder + '/turned.jpg', 'wb') as file:
    file.write(b'\xff\xd8\xff\xe1' + struct.pack('>H', len(exif) + 2) + exif + b'\xff\xd9')
with open(folder + '/cmyk.jpg', 'wb') as file:
    file.write(b'\xff\xd8\xff\xc0' + struct.pack('>HBHHB', 20, 8, 8, 8, 4) + b'\1\x11\0' * 4 + b'\xff\xd9')
with open(folder + '/frameless.jpg', 'wb') as file:
    file.write(b'\xff\xd8\xff\xda\0\x08\1\1\0\0\x3f\0' + b'\0' * 50 + b'\xff\xd9')
END

packet() { # NAME OPTION...: of a unit, because readers take long for the structure of many pages
    name=$1
    shift
    exits_with 0 "$BOARDPACK" packet -q "$sample" --kind unit --unit COL -o "$scratch/$name.pdf" "$@"
}
sound() { # NAME
    qpdf --check "$scratch/$1.pdf" && python3 $checkers/check_pdfua.py --board "$scratch/$1.pdf" &&
        python3 $checkers/check_pdfa.py --level A "$scratch/$1.pdf"
}
with_logo() { # FILE NAME: a packet that every checker takes
    packet "$2" --logo "$1" && sound "$2"
}
once() { # however many pages show it
    packet once --logo $logo && pdfimages -list "$scratch/once.pdf" >"$scratch/images" &&
        [ "$(awk '$3 == "image" { print $11 }' "$scratch/images" | sort -u | wc -l)" = 1 ] &&
        [ "$(awk '$3 == "image"' "$scratch/images" | wc -l)" -gt 5 ]
}
voiced() { # NAME TEXT: the packet has a figure that says it
    qpdf --qdf --object-streams=disable "$scratch/$1.pdf" "$scratch/$1.qdf" && grep -aqF "/Alt ($2)" "$scratch/$1.qdf"
}
spoken() {
    packet spoken --logo $logo && voiced spoken 'Logo of Regional Blood Service' &&
        packet named --logo $logo --logo-alt 'A drop with a cross' && voiced named 'A drop with a cross'
}
ornament() { # an empty text: no figure on the cover, and the rest of the tree is as without a logo
    packet ornament --logo $logo --logo-alt '' && packet without && sound ornament &&
        pdfinfo -struct-text "$scratch/ornament.pdf" | grep -v 'Object ' >"$out" &&
        pdfinfo -struct-text "$scratch/without.pdf" | grep -v 'Object ' >"$err" && cmp "$out" "$err"
}
on_the_map() {
    for suffix in svg png; do
        exits_with 0 "$BOARDPACK" map -q --logo $logo "$sample" -o "$scratch/map.$suffix" || return 1
    done
    says "$scratch/map.svg" 'aria-label="Logo of Regional Blood Service"' &&
        says "$scratch/map.svg" 'data:image/png;base64,' && python3 $checkers/check_svg.py "$scratch/map.svg"
}
reproducible() {
    for name in first second; do
        packet $name --logo $logo --attach-workbook || return 1
    done
    cmp "$scratch/first.pdf" "$scratch/second.pdf"
}
refuses() { # STATUS CODE FILE: one finding, at the file, and nothing is written
    rm -f "$scratch/refused.pdf"
    exits_with "$1" "$BOARDPACK" packet -q --ignore=BP2010,BP2030,BP3331,BP3503,BP3704,BP4002,BP4007,BP4008,BP4011,BP4012 \
        --logo "$3" "$sample" -o "$scratch/refused.pdf" && says "$err" "$2" || return 1
    [ "$(grep -c "$2" "$err")" = 1 ] && grep -q "^$3: error: " "$err" && [ ! -e "$scratch/refused.pdf" ]
}
coarse() { # BP5061
    packet coarse --logo "$scratch/tiny.png" && says "$err" BP5061
}
text_without_picture() { # BP5063
    exits_with 2 "$BOARDPACK" packet -q "$sample" --logo-alt text -o "$scratch/refused.pdf" && says "$err" BP5063
}
no_such_logo() {
    exits_with 3 "$BOARDPACK" packet -q "$sample" --logo "$scratch/none.png" -o "$scratch/refused.pdf" &&
        says "$err" BP9001
}
not_over_the_logo() {
    cp $logo "$scratch/precious.png"
    exits_with 4 "$BOARDPACK" map -q "$sample" --logo "$scratch/precious.png" -o "$scratch/precious.png" &&
        says "$err" BP9005 && cmp $logo "$scratch/precious.png"
}
attached() { # BP5062: the workbook comes out as it went in
    packet attached --attach-workbook && says "$err" BP5062 && sound attached &&
        python3 $checkers/check_pdfa.py --level A "$scratch/attached.pdf" | grep -q 'PDF/A-3a' &&
        pdfdetach -saveall -o "$scratch" "$scratch/attached.pdf" &&
        cmp "$scratch/regional-blood-service.fods" "$sample"
}
attached_alone() { # what stands beside the workbook stays at home
    cp "$canonical" "$scratch/earlier.xml" && "$BOARDPACK" template show board >"$scratch/house.xml" &&
        exits_with 0 "$BOARDPACK" packet -q --attach-workbook --since "$scratch/earlier.xml" \
            --template "$scratch/house.xml" "$sample" -o "$scratch/alone.pdf" &&
        [ "$(pdfdetach -list "$scratch/alone.pdf" | head -n 1)" = '1 embedded files' ]
}
attached_folder() {
    exits_with 0 "$BOARDPACK" convert -q "$canonical" -o "$scratch/tables/" &&
        exits_with 0 "$BOARDPACK" packet -q --csv "$scratch/tables" --attach-workbook -o "$scratch/folder.pdf" &&
        pdfdetach -list "$scratch/folder.pdf" >"$out" &&
        [ "$(grep -c '\.csv$' "$out")" = "$(find "$scratch/tables" -name '*.csv' | wc -l)" ] && sound folder
}
attached_from_a_pipe() {
    "$BOARDPACK" packet -q --attach-workbook - -o "$scratch/piped.pdf" <"$canonical" 2>"$err" &&
        pdfdetach -list "$scratch/piped.pdf" | grep -q 'workbook\.xml'
}
not_attached() {
    packet plain && [ "$(pdfdetach -list "$scratch/plain.pdf")" = '0 embedded files' ] &&
        python3 $checkers/check_pdfa.py --level A "$scratch/plain.pdf" | grep -q 'PDF/A-2a'
}
encrypted() { # as the README says: AES-256, open to screen readers, the same text
    packet open && (umask 077 && printf '%s\n' --encrypt read change 256 -- >"$scratch/secret") &&
        qpdf "@$scratch/secret" "$scratch/open.pdf" "$scratch/locked.pdf" &&
        ! pdftotext "$scratch/locked.pdf" - >/dev/null 2>&1 &&
        qpdf --password=read --show-encryption "$scratch/locked.pdf" >"$out" && says "$out" 'stream encryption method: AESv3' &&
        says "$out" 'extract for accessibility: allowed' &&
        [ "$(pdftotext -upw read "$scratch/locked.pdf" - | cksum)" = "$(pdftotext "$scratch/open.pdf" - | cksum)" ]
}

test_that "a transparent logo" with_logo $logo logo
for kind in wide tall grey; do
    test_that "a $kind logo" with_logo "$scratch/$kind.png" $kind
done
test_that "a picture is in the packet once" once
test_that "a voice says whose logo it is" spoken
test_that "a logo without a text is an ornament" ornament
test_that "the map shows the logo" on_the_map
test_that "the same logo gives the same bytes" reproducible
test_that "no picture BP5055" refuses 3 BP5055 "$scratch/text.png"
test_that "a bomb BP5056" refuses 3 BP5056 "$scratch/bomb.png"
test_that "a large file BP5056" refuses 3 BP5056 "$scratch/huge.png"
test_that "too few data BP5057" refuses 3 BP5057 "$scratch/short.png"
test_that "no frame header BP5057" refuses 3 BP5057 "$scratch/frameless.jpg"
test_that "an animation BP5058" refuses 3 BP5058 "$scratch/animated.png"
test_that "colours of a press BP5058" refuses 3 BP5058 "$scratch/cmyk.jpg"
test_that "turned by the camera BP5059" refuses 3 BP5059 "$scratch/turned.jpg"
test_that "a coarse logo is noted BP5061" coarse
test_that "a text without a logo BP5063" text_without_picture
test_that "a logo that is not there" no_such_logo
test_that "nothing is written over the logo" not_over_the_logo
test_that "the workbook travels inside BP5062" attached
test_that "nothing but the workbook travels inside" attached_alone
test_that "a folder of CSV files travels inside" attached_folder
test_that "a workbook from a pipe travels inside" attached_from_a_pipe
test_that "without being asked nothing travels inside" not_attached
test_that "qpdf adds a password" encrypted
closing
