# What is judged is exact: a third of a millionth decides a colour, and `why` shows it.
suite=exact
. tests/lib.sh

book() { # TARGET: two thirds are done
    cat <<END
<workbook xmlns="urn:boardpack:strategy-workbook:1" version="1.0">
<organization id="ORG" name="Organization" currency="CAD" fiscalYearStart="01-01" asOf="2026-10-31" period="2026-10" conventionVersion="1"/>
<units><unit id="U0" name="Unit" kind="enterprise"/></units>
<perspectives><perspective id="P0" name="Row" order="1"/></perspectives>
<objectives><objective id="O0" name="Finish orders" unit="U0" perspective="P0" owner="Owner"/></objectives>
<measures><measure id="M0" name="Orders finished" objectives="O0" unitOfMeasure="%" polarity="higher" frequency="monthly" aggregation="ratio" owner="Owner" dataSource="Source"><definition>Finished of begun.</definition></measure></measures>
<values>
<value measure="M0" period="2026-10" series="target" v="$1"/>
<value measure="M0" period="2026-10" series="numerator" v="2"/>
<value measure="M0" period="2026-10" series="denominator" v="3"/>
</values>
</workbook>
END
}
status_at() { # TARGET STATUS: and both print the same actual
    book "$1" >"$scratch/book.xml"
    "$BOARDPACK" assess -q --format=csv "$scratch/book.xml" >"$scratch/a.csv" 2>"$err"
    python3 - "$scratch/a.csv" "$2" <<'END'
import csv, sys
row = next(r for r in csv.DictReader(open(sys.argv[1], encoding='utf-8-sig')) if r['id'] == 'M0')
assert (row['status'], row['actual']) == (sys.argv[2], '66.666667'), row
END
}
the_formula_tells() {
    book 66.666667 >"$scratch/book.xml"
    "$BOARDPACK" why -q "$scratch/book.xml" M0 >"$out" 2>"$err"
    says "$out" '100 x 2 / 3 = (200/3) = 66.666667 rounded' &&
        says "$out" '(200/3) < 66.666667'
}

test_that "two thirds fall short of 66.666667" status_at 66.666667 amber
test_that "two thirds reach 66.666666" status_at 66.666666 green
test_that "a derivation shows the fraction that decides" the_formula_tells
closing
