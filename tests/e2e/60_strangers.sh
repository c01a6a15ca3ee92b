# Files made to hurt: refused at a place, quickly, in little memory, and nothing is written.
suite=strangers
. tests/lib.sh

python3 tests/e2e/strangers.py "$scratch"

refused() { # FILE STATUS TEXT
    start=$(date +%s)
    (
        ulimit -v 2097152 2>/dev/null
        exits_with "$2" timeout 10 "$BOARDPACK" build "$scratch/$1" -o "$scratch/made"
    ) || return 1
    says "$err" "$3" && [ ! -e "$scratch/made" ] && [ $(($(date +%s) - start)) -le 3 ] || {
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
fi
closing
