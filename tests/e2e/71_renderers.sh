# Several programs see the same text and the same pictures in a packet: poppler, MuPDF, Ghostscript
# and, for text, pdf.js.  THOROUGH=1 (make gates) only: not every machine has them all.
suite=renderers
. tests/lib.sh
[ -n "${THOROUGH:-}" ] || exit 0

# The sample with names in other scripts.
python3 - "$canonical" "$scratch/scripts.xml" <<'END'
import glob, sys
names = {'Regional Blood Service': '\u062e\u062f\u0645\u0629 \u0627\u0644\u062f\u0645 \u0627\u0644\u0625\u0642\u0644\u064a\u0645\u064a\u0629',
         'Supply every hospital order on time': '\u05d0\u05e1\u05e4\u05e7\u05d4 \u05dc\u05db\u05dc \u05d1\u05d9\u05ea \u05d7\u05d5\u05dc\u05d9\u05dd \u05d1\u05d6\u05de\u05df',
         'Keep transfusion safe for every patient': '\u0939\u0930 \u0930\u094b\u0917\u0940 \u0915\u0947 \u0932\u093f\u090f \u0938\u0941\u0930\u0915\u094d\u0937\u093f\u0924 \u0930\u0915\u094d\u0924',
         'Bring lapsed donors back': '\u0e40\u0e0a\u0e34\u0e0d\u0e1c\u0e39\u0e49\u0e1a\u0e23\u0e34\u0e08\u0e32\u0e04\u0e01\u0e25\u0e31\u0e1a\u0e21\u0e32'}
if glob.glob('/usr/share/fonts/**/NotoSansCJK*', recursive=True):
    names['Learn from every near miss'] = '\u4ece\u6bcf\u6b21\u9669\u60c5\u4e2d\u5b66\u4e60'
text = open(sys.argv[1], encoding='utf-8').read()
for old, new in names.items():
    assert old in text, old
    text = text.replace(old, new)
open(sys.argv[2], 'w', encoding='utf-8').write(text)
END

made() { # WORKBOOK NAME
    "$BOARDPACK" packet -q --logo samples/logo.png "$1" -o "$scratch/$2.pdf" 2>"$err" || head -n 3 "$err"
}
agree() { # WHAT NAME
    python3 tests/e2e/renderers.py "$1" "$scratch/$2.pdf" "$scratch/$2-$1"
}

both() { # WORKBOOK NAME
    made "$1" "$2"
    test_that "$2: all readers find the same letters on each page" agree text "$2"
    test_that "$2: all painters draw the same picture" agree pictures "$2"
}
both "$canonical" sample
both "$scratch/scripts.xml" scripts
both samples/stress.xml stress

# Copied text: from the left, from the right, and in characters without blanks.
copied() { # WORKBOOK NAME
    test_that "$2: names and rows are copied in the order in which they are written" \
        python3 tests/e2e/renderers.py order "$scratch/$2.pdf" "$scratch/$2-order" "$1"
}
copied "$canonical" sample
for other in water-authority-ar machine-maker-ja; do
    made "samples/$other.xml" "$other"
    test_that "$other: all readers find the same letters on each page" agree text "$other"
    copied "samples/$other.xml" "$other"
done
closing
