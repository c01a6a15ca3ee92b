# The same workbook gives the same bytes: from each format, in any locale, zone, umask and folder.
suite=same
. tests/lib.sh

made=$scratch/made
"$BOARDPACK" build "$sample" -o "$made" -q 2>"$err" || echo "build failed: $(head -n 3 "$err")"

same_as_made() {
    for file in packet.pdf map.svg map.png assessment.json; do
        cmp "$made/$file" "$1/$file" || return 1
    done
}
four_files() {
    for file in packet.pdf map.svg map.png assessment.json; do
        [ -s "$made/$file" ] || {
            echo "no $file"
            return 1
        }
    done
    [ "$(find "$made" -type f | wc -l)" = 4 ]
}
again() {
    "$BOARDPACK" build "$sample" -o "$scratch/again" -q && same_as_made "$scratch/again"
}
from() { # FORMAT'S FILE
    "$BOARDPACK" build "$1" -o "$scratch/from" -q && same_as_made "$scratch/from"
}
dumps_agree() {
    for stage in plan assessment; do
        for file in "$sample" "$excel" "$canonical"; do
            "$BOARDPACK" check --emit=$stage "$file" 2>"$err" >"$scratch/dump" || return 1
            if [ "$file" = "$sample" ]; then
                cp "$scratch/dump" "$scratch/first"
            else
                cmp "$scratch/first" "$scratch/dump" || return 1
            fi
        done
    done
}
canonical_again() { # canonical XML of the canonical file is a workbook that means the same
    "$BOARDPACK" check --emit=canonical "$sample" >"$scratch/regional-blood-service.xml" 2>"$err" &&
        from "$scratch/regional-blood-service.xml"
}
in_locale() { # NAME, made here if localedef and its sources are there
    mkdir -p "$BUILD/locale"
    if [ "$1" != C ] && [ ! -d "$BUILD/locale/$1.UTF-8" ]; then
        localedef -i "$1" -f UTF-8 "$BUILD/locale/$1.UTF-8" >"$scratch/localedef" 2>&1 ||
            [ -d "$BUILD/locale/$1.UTF-8" ] || {
            cat "$scratch/localedef"
            return 1
        }
    fi
    name=$1.UTF-8
    [ "$1" != C ] || name=C
    LOCPATH=$BUILD/locale LC_ALL=$name LANGUAGE=$name "$BOARDPACK" build "$sample" -o "$scratch/locale" -q &&
        same_as_made "$scratch/locale"
}
in_zone() {
    TZ=$1 "$BOARDPACK" build "$sample" -o "$scratch/zone" -q && same_as_made "$scratch/zone"
}
with_umask() {
    (umask "$1" && "$BOARDPACK" build "$sample" -o "$scratch/umask$1" -q) &&
        same_as_made "$scratch/umask$1" &&
        [ "$(stat -c %a "$scratch/umask$1/packet.pdf")" = "$2" ]
}
elsewhere() {
    here=$PWD
    (mkdir -p "$scratch/x y" && cd "$scratch/x y" &&
        "$BOARDPACK" build "$here/$sample" -o out -q) && same_as_made "$scratch/x y/out"
}
single_commands() { # packet and map write what build writes
    "$BOARDPACK" packet "$sample" -o "$scratch/p.pdf" -q && cmp "$made/packet.pdf" "$scratch/p.pdf" &&
        "$BOARDPACK" map "$sample" -o "$scratch/m.svg" -q && cmp "$made/map.svg" "$scratch/m.svg" &&
        "$BOARDPACK" map "$sample" -o "$scratch/m.png" -q && cmp "$made/map.png" "$scratch/m.png" &&
        "$BOARDPACK" packet "$sample" -o - -q | cmp "$made/packet.pdf" -
}
nothing_of_the_machine() { # no path, user or host in the files
    ! grep -aqF -e "$PWD" -e "$(id -un)@" -e "$scratch" "$made/packet.pdf" "$made/map.svg" \
        "$made/assessment.json"
}

test_that "build makes four files and no more" four_files
test_that "a second run gives the same bytes" again
test_that "Excel's XML gives the same bytes" from "$excel"
test_that "canonical XML gives the same bytes" from "$canonical"
test_that "plan and assessment of the formats agree" dumps_agree
test_that "canonical XML can be made and read back" canonical_again
test_that "locale C" in_locale C
test_that "locale de_DE" in_locale de_DE
test_that "locale tr_TR" in_locale tr_TR
test_that "zone UTC" in_zone UTC
test_that "zone Pacific/Kiritimati" in_zone Pacific/Kiritimati
test_that "zone America/Vancouver" in_zone America/Vancouver
test_that "umask 022 gives mode 644" with_umask 022 644
test_that "umask 077 gives mode 600" with_umask 077 600
test_that "another folder gives the same bytes" elsewhere
test_that "packet and map write what build writes" single_commands
test_that "the files tell nothing of the machine" nothing_of_the_machine
closing
