# Files made to hurt: refused at a place, quickly, in little memory, and nothing is written.
suite=strangers
. tests/lib.sh

python3 tests/e2e/strangers.py "$scratch"

refused() { # FILE STATUS TEXT
    (
        ulimit -v 2097152 2>/dev/null
        exits_with "$2" within 3 "$BOARDPACK" build "$scratch/$1" -o "$scratch/made"
    ) || return 1
    says "$err" "$3" && [ ! -e "$scratch/made" ] || {
        head -n 3 "$err"
        return 1
    }
}
few_lines() { # a million mistakes are not a million lines
    refused mistakes.xml 1 'more' && [ "$(wc -l <"$err")" -lt 500 ]
}
ulimit_is_for_release() { # sanitizers reserve address space of their own
    [ "$CONFIG" != asan ]
}

if ulimit_is_for_release; then
    test_that "laughs by the billion" refused laughs.xml 3 'laughs.xml:2:'
    test_that "a file named by an entity" refused entity.xml 3 'entity.xml:2:'
    test_that "elements 300 000 deep" refused deep.xml 3 'deep.xml:'
    test_that "80 000 attributes in a tag" refused attributes.xml 3 'attributes.xml:'
    test_that "a cell of 12 million characters" refused cell.xml 3 'cell.xml:'
    test_that "another encoding than it says" refused utf7.xml 3 'utf7.xml:'
    test_that "bytes that are no text" refused bytes.xml 3 'bytes.xml'
    test_that "a workbook cut off" refused cut.fods 3 'cut.fods:'
    test_that "rows and columns repeated beyond reason" refused repeated.fods 3 'repeated.fods:'
    test_that "a million mistakes" few_lines
    test_that "a zip that is called .xml" refused zip.xml 3 'zip.xml'
    test_that "XInclude is not followed" refused include.xml 1 'include.xml:'
    test_that "a zip bomb" refused bomb.xlsx 3 'bomb.xlsx: error: its part '
    test_that "a million blank rows, packed" refused rows.xlsx 3 'out of order or out of range [BP1017]'
    test_that "elements 100 000 deep in a part" refused deep.xlsx 3 '(BP1005) [BP1049]'
    test_that "laughs in a part" refused laughs.xlsx 3 '(BP1002) [BP1049]'
    test_that "80 000 attributes in a part" refused attributes.xlsx 3 '(BP1006) [BP1049]'
    test_that "a package of 65 600 parts" refused members.xlsx 3 'more than 4096 parts [BP1043]'
    test_that "a part whose name climbs out" refused outside.xlsx 3 '[BP1045]'
    test_that "two parts of one name" refused twice.xlsx 3 '[BP1044]'
    test_that "merged ranges that all overlap" refused merged.xlsx 3 '[BP1019]'
    test_that "a bomb inside a package inside a package" refused nested.xlsx 3 '[BP1049]'
    test_that "a part cut off" refused fifty.xlsx 3 "its part 'xl/workbook.xml' is damaged"
    test_that "a part longer than it says" refused liar.xlsx 3 '[BP1041]'
fi
closing
