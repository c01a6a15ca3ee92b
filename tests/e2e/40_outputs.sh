# Outputs appear whole or not at all.
suite=outputs
. tests/lib.sh

old=$scratch/old
keep() { # makes a folder with an old packet in it
    rm -rf "$old"
    mkdir -p "$old"
    echo old >"$old/packet.pdf"
}
old_is_kept() {
    [ "$(cat "$old/packet.pdf")" = old ] && [ "$(find "$old" -type f | wc -l)" = 1 ]
}
full_disk() {
    for command in 'assess' 'schema' 'packet -o -' 'map --format=png -o -' '--help'; do
        file=$sample
        case $command in schema | --help) file= ;; esac
        # shellcheck disable=SC2086
        "$BOARDPACK" $command $file >/dev/full 2>"$err"
        status=$?
        [ $status = 4 ] || {
            echo "$command: exit status $status"
            return 1
        }
        says "$err" BP9002 || return 1
    done
}
limited_size() {
    keep
    (
        ulimit -f 32
        exits_with 4 "$BOARDPACK" packet -q "$sample" -o "$old/packet.pdf" || exit
        ! "$BOARDPACK" build -q --units=all "$sample" -o "$old" 2>>"$err"
    ) && says "$err" "$old/packet.pdf': File too large" && [ "$(grep -c 'File too large' "$err")" = 2 ] && old_is_kept
}
missing_folder() {
    exits_with 4 "$BOARDPACK" packet "$sample" -o "$scratch/no/such/packet.pdf" && says "$err" BP9002
}
folder_is_made() {
    exits_with 0 "$BOARDPACK" build "$sample" -o "$scratch/new/deep" && [ -s "$scratch/new/deep/map.svg" ]
}
folder_cannot_be_made() {
    : >"$scratch/file"
    exits_with 4 "$BOARDPACK" build "$sample" -o "$scratch/file/deep" && says "$err" BP9013
}
target_is_a_folder() {
    keep
    mkdir "$old/map.svg"
    exits_with 4 "$BOARDPACK" build "$sample" -o "$old"
    rmdir "$old/map.svg" && [ ! -e "$old/assessment.json" ]
}
read_only() { # as nobody, since root may write anywhere
    keep
    command -v setpriv >/dev/null || return 0
    [ "$(id -u)" = 0 ] || {
        chmod a-w "$old"
        exits_with 4 "$BOARDPACK" build "$sample" -o "$old"
        result=$?
        chmod u+w "$old"
        return $result
    }
    cp "$sample" "$scratch/in.fods"
    cp "$BOARDPACK" "$scratch/program"
    chmod -R a+rX "$scratch"
    setpriv --reuid=65534 --clear-groups true 2>/dev/null || return 0
    # The folders above may be closed to others: then there is nothing to learn here.
    setpriv --reuid=65534 --clear-groups test -r "$scratch/in.fods" || return 0
    exits_with 4 setpriv --reuid=65534 --clear-groups "$scratch/program" build "$scratch/in.fods" -o "$old" &&
        old_is_kept
}
errors_keep_the_old() {
    keep
    exits_with 1 "$BOARDPACK" build "$spoiled" -o "$old" && old_is_kept
}
never_the_input() {
    cp "$sample" "$scratch/input.fods"
    exits_with 4 "$BOARDPACK" packet "$scratch/input.fods" -o "$scratch/input.fods" &&
        says "$err" BP9005 && cmp "$sample" "$scratch/input.fods" || return 1
    ln -sf input.fods "$scratch/link.svg"
    exits_with 4 "$BOARDPACK" map "$scratch/input.fods" -o "$scratch/link.svg" &&
        cmp "$sample" "$scratch/input.fods"
}
never_what_was_read() {
    "$BOARDPACK" template show board >"$scratch/house.xml" && cp "$scratch/house.xml" "$scratch/house.old" &&
        exits_with 4 "$BOARDPACK" packet -q "$sample" --template "$scratch/house.xml" -o "$scratch/house.xml" &&
        says "$err" BP9005 && cmp "$scratch/house.old" "$scratch/house.xml" || return 1
    cp "$sample" "$scratch/last.fods"
    exits_with 4 "$BOARDPACK" packet -q "$sample" --since "$scratch/last.fods" -o "$scratch/last.fods" &&
        says "$err" BP9005 && cmp "$sample" "$scratch/last.fods" || return 1
    mkdir -p "$scratch/made" && cp "$sample" "$scratch/made/index.html"
    exits_with 4 "$BOARDPACK" build -q --units=all "$scratch/made/index.html" -o "$scratch/made" &&
        says "$err" BP9005 && cmp "$sample" "$scratch/made/index.html" && [ "$(ls -A "$scratch/made")" = index.html ]
}
one_name_for_two() { # BP5025
    exits_with 4 "$BOARDPACK" map -q "$sample" -o "$scratch/two.svg" --layout-json "$scratch/./two.svg" &&
        says "$err" BP5025 && [ ! -e "$scratch/two.svg" ]
}
unknown_picture() {
    exits_with 2 "$BOARDPACK" map "$sample" -o "$scratch/map.gif" && says "$err" BP9012 &&
        exits_with 0 "$BOARDPACK" map "$sample" -o "$scratch/map.gif" --format=png
}
closed_pipe() {
    { "$BOARDPACK" schema 2>"$err"; echo $? >"$scratch/status"; } | true
    silent "$err"
}
memory_cap() {
    exits_with 5 "$BOARDPACK" build --memory=1 "$sample" -o "$scratch/capped" && says "$err" BP9009 &&
        [ ! -e "$scratch/capped/packet.pdf" ] && [ -z "$(find "$scratch/capped" -type f 2>/dev/null)" ]
}
geometry() {
    exits_with 0 "$BOARDPACK" map "$sample" -o "$scratch/g.svg" --layout-json "$scratch/g.json" &&
        python3 -m json.tool "$scratch/g.json" >/dev/null
}
one_unit() { # the packet of a unit differs from that of the whole
    unit=$("$BOARDPACK" assess --format=json "$sample" 2>"$err" |
        python3 -c 'import json, sys; print(json.load(sys.stdin)["units"][1]["id"])') &&
        exits_with 0 "$BOARDPACK" build "$sample" --unit="$unit" -o "$scratch/unit" &&
        ! cmp -s "$scratch/unit/packet.pdf" "$scratch/new/deep/packet.pdf" &&
        pdftotext "$scratch/unit/packet.pdf" - | grep -q .
}

test_that "a full disk is status 4" full_disk
test_that "a limit on the size of files is status 4 and says which" limited_size
test_that "a missing folder is status 4" missing_folder
test_that "build makes its folder" folder_is_made
test_that "a folder that cannot be made is status 4" folder_cannot_be_made
test_that "a folder in the place of an output is status 4 and nothing is replaced" target_is_a_folder
test_that "a folder closed to the user is status 4, the old packet intact" read_only
test_that "errors in the workbook leave the old packet alone" errors_keep_the_old
test_that "the input is never overwritten" never_the_input
test_that "nothing that was read is overwritten" never_what_was_read
test_that "two results of one name are refused" one_name_for_two
test_that "the kind of a picture must be known" unknown_picture
test_that "a reader that goes away is no complaint" closed_pipe
test_that "--memory is kept to and leaves nothing behind" memory_cap
test_that "the map's geometry is JSON" geometry
test_that "--unit reports on that unit" one_unit
closing
