"""What several programs see in a PDF: the same letters on each page, and the same picture.

    renderers.py text FILE.pdf FOLDER      poppler, MuPDF, Ghostscript and pdf.js, page by page
    renderers.py order FILE.pdf FOLDER WORKBOOK.xml
                                           each name of the workbook, and each row of links, is
                                           copied in the order in which it is written
    renderers.py pictures FILE.pdf FOLDER  poppler, MuPDF and Ghostscript, in grey at 100 dots an inch

A reader that is not installed is left out and named.  Order and blanks are each reader's own
guess, so pages are compared by how often each letter occurs; compatibility forms (ligatures,
joined Arabic letters) count as the letters they stand for.
"""
import collections
import glob
import html
import os
import re
import shutil
import subprocess
import sys
import unicodedata

DOTS = 100
BLOCK = 16         # pixels: what is compared is the mean grey of squares
DIFFERENCE = 25    # of 255: no square may differ by more
MEAN = 2           # of 255: all squares of a page together
PDF_JS = '/usr/share/javascript/pdf/build/pdf.js'
SCRIPT = '''
const pdfjs = require(process.argv[1]), fs = require('fs');
(async () => {
  const data = new Uint8Array(fs.readFileSync(process.argv[2]));
  const file = await pdfjs.getDocument({data, disableFontFace: true, verbosity: 0}).promise;
  for (let i = 1; i <= file.numPages; i++) {
    const text = await (await file.getPage(i)).getTextContent();
    console.log(text.items.map(item => item.str + ' ').join('') + '\\f');
  }
})().catch(error => { console.error(String(error)); process.exit(1); });
'''


def run(*command):
    return subprocess.run(command, capture_output=True, check=True).stdout.decode('utf-8', 'replace')


def have(*programs):
    return all(shutil.which(program) for program in programs)


# ---- text ------------------------------------------------------------------------------------

# What it calls the last two of the three letters of "ffi", "ffl" and "tti".
PAIRS = {'\uCF00': 'fi', '\uD200': 'fl', '\uDD00': 'ti'}


def turned(text):
    """Ghostscript 10 turns the bytes round of what a ligature stands for; among characters of
    Japanese only that of ff can be told from them."""
    if re.search('[\u3040-\u30FF]', text):
        return text.replace('\u6600', 'f')
    for told, meant in PAIRS.items():
        text = text.replace(told, meant)
    return ''.join(chr(ord(c) >> 8) if ord(c) & 0xFF == 0 and chr(ord(c) >> 8).isalpha() and ord(c) < 0x8000
                   else c for c in text)


# What a reader is known to get wrong, and so is not asked for: Ghostscript 10 joins the bytes of
# ligatures in other scripts; MuPDF 1.21 and pdf.js heed no replacement text, which clusters of
# Devanagari need.
KNOWN = {'Ghostscript': lambda c: c.isascii(),
         'MuPDF': lambda c: not '\u0900' <= c <= '\u097F',
         'pdf.js': lambda c: not '\u0900' <= c <= '\u097F'}


def readers(path, folder):
    if have('pdftotext'):
        yield 'poppler', run('pdftotext', '-raw', path, '-')
    if have('mutool'):
        yield 'MuPDF', run('mutool', 'draw', '-q', '-F', 'text', path)
    if have('gs'):
        out = os.path.join(folder, 'gs-%03d.txt')
        run('gs', '-q', '-dSAFER', '-dBATCH', '-dNOPAUSE', '-sDEVICE=txtwrite', '-sOutputFile=' + out, path)
        pages = sorted(glob.glob(os.path.join(folder, 'gs-*.txt')))
        yield 'Ghostscript', '\f'.join(turned(open(page, encoding='utf-8', errors='surrogatepass').read()) for page in pages)
    if have('node') and os.path.exists(PDF_JS):
        yield 'pdf.js', run('node', '-e', SCRIPT, PDF_JS, path)


def letters(text):
    """Each page's letters: blanks, controls and marks of direction left out.  The middle dots of
    Japanese and of Latin are one shape, which of them only a replacement text tells."""
    pages = text.replace('\u30FB', '\u00B7').rstrip('\f\n').split('\f')
    return [collections.Counter(c for c in unicodedata.normalize('NFKC', page)
                                if not c.isspace() and unicodedata.category(c) not in ('Cf', 'Cc'))
            for page in pages]


def compare_text(path, folder):
    seen = {name: letters(text) for name, text in readers(path, folder)}
    first, *others = seen
    bad = 0
    for other in others:
        if len(seen[first]) != len(seen[other]):
            print(f'{first} sees {len(seen[first])} pages, {other} {len(seen[other])}')
            bad += 1
        for number, (a, b) in enumerate(zip(seen[first], seen[other]), 1):
            for who, more in ((first, a - b), (other, b - a)):
                more = collections.Counter({c: n for c, n in more.items() if KNOWN.get(other, bool)(c)})
                if more:
                    shown = ' '.join(f'{c!r}x{n}' for c, n in more.most_common(8))
                    print(f'page {number}: only {who} (of {first} and {other}) sees {shown}')
                    bad += 1
    total = sum(sum(page.values()) for page in seen[first])
    print(f'{total} letters on {len(seen[first])} pages: {", ".join(seen)}')
    return bad or total == 0


# ---- order ---------------------------------------------------------------------------------

# Ghostscript guesses the order of a page by places; MuPDF 1.21 copies text from the right as it
# is painted; poppler 22 parts a word from the right at a letter with a mark.
RIGHT = re.compile('[\u0590-\u08FF]')
MARKED = re.compile('[\u064B-\u0655]')
ORDERED = {'poppler': lambda name: not MARKED.search(name), 'pdf.js': lambda name: True,
           'MuPDF': lambda name: not RIGHT.search(name), 'Ghostscript': lambda name: False}


def flat(text):
    """Letters without blanks and marks; without lam and alef, which poppler 22 turns round."""
    return ''.join(c for c in unicodedata.normalize('NFKC', text)
                   if not c.isspace() and unicodedata.category(c) not in ('Cf', 'Cc', 'Mn')
                   and c not in '\u0622\u0623\u0625\u0627\u0644')


def compare_order(path, folder, workbook):
    with open(workbook, encoding='utf-8') as file:
        xml = file.read()
    known = {key: html.unescape(name) for key, name in re.findall(r'<objective id="([^"]*)" name="([^"]*)"', xml)}
    names = [html.unescape(name) for name in
             re.findall(r'<(?:objective|measure|initiative|action|decision) [^>]*?\bname="([^"]*)"', xml)]
    links = [(known[a], known[b]) for a, b in re.findall(r'<link from="([^"]*)" to="([^"]*)"', xml)]
    bad, readings = 0, []
    for who, text in readers(path, folder):
        asked = [name for name in names if ORDERED[who](name)]
        if not asked:
            continue
        readings.append(f'{who} {len(asked)}')
        seen = flat(text)
        lost = [name for name in asked if flat(name) not in seen]
        # Between the two stand the mark of the one and the id of the other.
        parted = [f'{a} | {b}' for a, b in links if ORDERED[who](a + b)
                  and not re.search(re.escape(flat(a)) + '.{1,14}?' + re.escape(flat(b)), seen)]
        for what in (lost + parted)[:8]:
            print(f'{who} does not copy in order: {what}')
        bad += len(lost) + len(parted)
    print(f'{len(names)} names, {len(links)} rows: {", ".join(readings)}')
    return bad or not names or not links or not readings


# ---- pictures --------------------------------------------------------------------------------

def painters(path, folder):
    if have('pdftoppm'):
        run('pdftoppm', '-r', str(DOTS), '-gray', path, os.path.join(folder, 'poppler'))
        yield 'poppler', sorted(glob.glob(os.path.join(folder, 'poppler-*.pgm')))
    if have('mutool'):
        run('mutool', 'draw', '-q', '-r', str(DOTS), '-F', 'pgm', '-o', os.path.join(folder, 'mupdf-%03d.pgm'), path)
        yield 'MuPDF', sorted(glob.glob(os.path.join(folder, 'mupdf-*.pgm')))
    if have('gs'):
        run('gs', '-q', '-dSAFER', '-dBATCH', '-dNOPAUSE', '-sDEVICE=pgmraw', f'-r{DOTS}', '-dTextAlphaBits=4',
            '-dGraphicsAlphaBits=4', '-sOutputFile=' + os.path.join(folder, 'gs-%03d.pgm'), path)
        yield 'Ghostscript', sorted(glob.glob(os.path.join(folder, 'gs-*.pgm')))


def squares(path):
    """Mean grey of each square of BLOCK pixels; what is left over at right and bottom is dropped."""
    with open(path, 'rb') as file:
        data = file.read()
    head = re.match(rb'P5\s(?:#[^\n]*\n)?\s*(\d+)\s+(\d+)\s+255\s', data)
    width, height = int(head.group(1)), int(head.group(2))
    at = head.end()
    rows = []
    for top in range(0, height - BLOCK + 1, BLOCK):
        row = [0] * (width // BLOCK)
        for y in range(top, top + BLOCK):
            line = data[at + y * width:at + (y + 1) * width]
            for i in range(len(row)):
                row[i] += sum(line[i * BLOCK:(i + 1) * BLOCK])
        rows.append([total / BLOCK / BLOCK for total in row])
    return width, height, rows


def compare_pictures(path, folder):
    seen = {name: [squares(page) for page in pages] for name, pages in painters(path, folder)}
    first, *others = seen
    bad = 0
    worst = largest = 0
    for other in others:
        for number, (a, b) in enumerate(zip(seen[first], seen[other]), 1):
            if abs(a[0] - b[0]) > 1 or abs(a[1] - b[1]) > 1:
                print(f'page {number}: {first} draws {a[0]}x{a[1]}, {other} {b[0]}x{b[1]}')
                bad += 1
                continue
            apart = [(abs(p - q), x, y) for y, (s, t) in enumerate(zip(a[2], b[2])) for x, (p, q) in enumerate(zip(s, t))]
            most, x, y = max(apart)
            mean = sum(d for d, _, _ in apart) / len(apart)
            far = sum(d > DIFFERENCE for d, _, _ in apart)
            worst, largest = max(worst, most), max(largest, mean)
            if far or mean > MEAN:
                print(f'page {number}: {first} and {other} differ in {far} squares, by {most:.0f} at '
                      f'{x * BLOCK},{y * BLOCK}, by {mean:.2f} on average')
                bad += 1
    pages = len(seen[first])
    print(f'{pages} pages: {", ".join(seen)}; a square differs by {worst:.0f} at most, '
          f'a page by {largest:.2f}')
    return bad or pages == 0 or any(len(found) != pages for found in seen.values())


def main():
    what, path, folder, *others = sys.argv[1:]
    os.makedirs(folder, exist_ok=True)
    compare = {'text': compare_text, 'order': compare_order, 'pictures': compare_pictures}[what]
    return 1 if compare(path, folder, *others) else 0


if __name__ == '__main__':
    sys.exit(main())
