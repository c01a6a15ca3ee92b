# What the command line may be, and the exit status of each kind of trouble.
suite=usage
. tests/lib.sh

prints() { # TEXT ARGUMENT...: status 0, the text on standard output, silence on standard error
    text=$1
    shift
    exits_with 0 "$BOARDPACK" "$@" && says "$out" "$text" && silent "$err"
}
complains() { # STATUS TEXT ARGUMENT...: the text on standard error, nothing on standard output
    wanted=$1
    text=$2
    shift 2
    exits_with "$wanted" "$BOARDPACK" "$@" && says "$err" "$text" && silent "$out"
}

test_that "help is a result, not a complaint" prints 'Commands:' --help
test_that "each command has help of its own" prints '--layout-json=FILE' map --help
test_that "help COMMAND is the same" prints '--layout-json=FILE' help map
test_that "the version is one line" prints 'boardpack 0.' --version
test_that "no command is wrong usage" complains 2 'no command is given'
test_that "an unknown command is wrong usage" complains 2 "did you mean 'build'?" biuld x.fods
test_that "an unknown option is wrong usage" complains 2 "did you mean '--format'?" assess --formt=json x
test_that "an option of another command is wrong usage" complains 2 "unknown option of check" check --layout-json x y
test_that "a choice must be one of its words" complains 2 'one of text|csv|json' assess --format=yaml x
test_that "an option wants its argument" complains 2 'wants an argument' check --as-of
test_that "a flag takes no argument" complains 2 'takes no argument' check --quiet=yes x
test_that "a workbook is wanted" complains 2 'wants a workbook' check
test_that "only one workbook is taken" complains 2 'is too many' check a b
test_that "build wants a folder" complains 2 '-o' build "$sample"
test_that "packet wants a file" complains 2 '-o' packet "$sample"
test_that "a code must exist" complains 2 'BP9008' explain BP0000
test_that "help is for commands" complains 2 'BP9006' help nonsense
on_a_terminal() {
    python3 tests/e2e/terminal.py "$BOARDPACK" packet "$sample" -o - >"$out" 2>"$err"
    status=$?
    [ $status != 77 ] || return 0 # nowhere to try it
    [ $status = 4 ] && says "$err" BP9007 && silent "$out"
}
test_that "a PDF does not go to a terminal" on_a_terminal
test_that "a unit must exist" complains 2 'BP9004' assess --unit=NOWHERE "$sample"
test_that "--as-of must be a day" complains 2 'BP9010' check --as-of=31.12.2025 "$sample"
test_that "--period must be a period" complains 2 'BP9011' check --period=sometime "$sample"
test_that "--memory must be a number" complains 2 'MiB' check --memory=lots "$sample"
test_that "explain explains" prints "… '…' refers to unknown … '…'" explain BP3104
test_that "explain takes small letters and bare numbers" prints 'BP3104 error' explain 9001 bp3104
test_that "explain without a code lists all" prints 'BP9001' explain
test_that "explain says that an error stays" prints 'neither ignored nor waived' explain BP3104
test_that "explain says how a warning is accepted" prints 'a row of the sheet Waivers' explain BP3502
test_that "explain prints JSON" prints '"code":"BP3502","severity":"warning"' explain --format=json BP3502
test_that "explain looks for the code that was meant" complains 2 "did you mean 'BP3104'?" explain BP3194
test_that "schema prints an XML Schema" prints '<xs:schema' schema
test_that "schema lists the sheets" prints 'Measures' schema --format=text
test_that "a missing input is status 3" complains 3 'BP9001' check "$scratch/nothing.fods"
test_that "a folder as input is status 3" complains 3 'BP9001' check "$scratch"
printf '<broken' >"$scratch/broken.xml"
test_that "malformed XML is status 3" complains 3 'broken.xml:1:' check "$scratch/broken.xml"
printf 'PK\003\004 not XML' >"$scratch/zip.xml"
test_that "something else than XML is status 3" complains 3 'zip.xml' check "$scratch/zip.xml"
: >"$scratch/empty.xml"
test_that "an empty file is status 3" complains 3 'empty.xml' check "$scratch/empty.xml"
printf '<?xml version="1.0"?>\n<!DOCTYPE x [<!ENTITY a "b">]>\n<x>&a;</x>' >"$scratch/entity.xml"
test_that "a DOCTYPE is refused" complains 3 'entity.xml:2:' check "$scratch/entity.xml"
closing
