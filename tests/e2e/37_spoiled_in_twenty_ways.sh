# What every office does to its workbook sooner or later, one thing at a time, in each dialect: one
# finding at the cell that must be changed, in words that say what is wrong with it, and nothing
# that only follows from it.
suite=spoiled
. tests/lib.sh

spoiled_ways() { # DIALECT STARTER
    exits_with 0 "$BOARDPACK" init -o "$scratch/$2" &&
        python3 tests/e2e/spoil.py "$BOARDPACK" "$1" "$scratch/${2%/}" "$scratch/$1" >"$scratch/$1.ways" || {
        cat "$scratch/$1.ways"
        return 1
    }
    [ "$(sed -n '$s/ ways$//p' "$scratch/$1.ways")" -ge 8 ]
}

for pair in fods:plan.fods ods:plan.ods xlsx:plan.xlsx excel.xml:plan.excel.xml csv:plan/; do
    test_that "each way of spoiling is told once and at its cell, as ${pair%%:*}" spoiled_ways "${pair%%:*}" "${pair#*:}"
done
closing
