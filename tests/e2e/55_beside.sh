# What stands beside the statuses, against the same figures worked out from the sample's sources.
suite=beside
. tests/lib.sh

figures() { # benefits, alignment, trust, staffing
    "$BOARDPACK" assess --format=json -q "$sample" >"$scratch/all.json" 2>"$err" &&
        python3 tests/e2e/beside.py samples/source "$scratch/all.json"
}
other_formats() { # the same from another dialect of the workbook
    "$BOARDPACK" assess --format=json -q "$canonical" >"$scratch/canonical.json" 2>"$err" &&
        cmp "$scratch/all.json" "$scratch/canonical.json"
}
one_unit() { # its own rows, and nobody else's
    "$BOARDPACK" assess --format=json -q --unit=COL "$sample" >"$scratch/unit.json" 2>"$err" &&
        python3 - "$scratch/all.json" "$scratch/unit.json" <<'END_OF_PYTHON'
import json, sys
whole, unit = (json.load(open(path, encoding='utf-8')) for path in sys.argv[1:])
assert [row['unit'] for row in unit['alignment']] == ['COL'], unit['alignment']
assert [row['unit'] for row in unit['trust']] == ['COL'], unit['trust']
assert {row['initiative'] for row in unit['benefits']} == {'N01', 'N02', 'N09'}
assert all(row['initiative'] for row in unit['benefit_totals'])
for name in 'alignment', 'trust', 'benefits', 'benefit_totals':
    for row in unit[name]:
        assert row in whole[name], row
assert unit['staffing'] == whole['staffing']
END_OF_PYTHON
}
words() { # as text and as CSV
    "$BOARDPACK" assess -q "$sample" >"$scratch/text" 2>"$err" &&
        "$BOARDPACK" assess --format=csv -q "$sample" >"$scratch/csv" 2>"$err" || return 1
    for line in 'Regional Blood Service  *7 of 8  *42 %  *61 %  *11 %  *56 %  *70 %  *5.0$' \
        'BEN-2  .* red  *900000  *610000  *238000  *68 %  FY2027$' \
        '^  3  *0.85  *0.00  *6.65  *5.80  *5.50 to 8.00  within$' \
        '0.85 FTE vacant, 0.95 FTE lent on a dotted line; reporting line: green$' \
        '^  All  *43 of 44  *1  *40 of 43  *2  *1  *1  *2 of 14$'; do
        grep -q "$line" "$scratch/text" || {
            echo "no $line"
            return 1
        }
    done
    python3 - "$scratch/csv" <<'END_OF_PYTHON'
import csv, sys
rows = list(csv.DictReader(open(sys.argv[1], encoding='utf-8', newline='')))
assert not any(None in row or None in row.values() for row in rows)
linked = [row for row in rows if row['figure'] == 'budget linked' and row['id'] == 'RBS']
assert [(row['value'], row['of']) for row in linked] == [('172400000', '412050000')], linked
assert {row['kind'] for row in rows} >= {'benefit', 'benefits', 'alignment', 'base rate', 'trust', 'phase'}
END_OF_PYTHON
}

test_that "benefits, alignment, trust and staffing are what the sources say" figures
test_that "they are the same from canonical XML" other_formats
test_that "a unit's assessment has the unit's own" one_unit
test_that "text and CSV tell them too" words
closing
