"""Writes the starter, given as a folder of CSV files, in odd ways that are legal and in some that are
not: STARTER FOLDER.  Beside each NAME stands NAME.expect: "same", for the plan of the starter, or the
exit status of check and a line for each thing that must be said.
"""
import csv
import datetime
import os
import re
import shutil
import sys
import zipfile
from xml.sax.saxutils import escape, quoteattr

STARTER, FOLDER = sys.argv[1:]
MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships'
BOOK = {name[:-4]: list(csv.reader(open(f'{STARTER}/{name}', encoding='utf-8', newline='')))
        for name in sorted(os.listdir(STARTER))}


def expect(name, *lines):
    with open(f'{FOLDER}/{name}.expect', 'w', encoding='utf-8') as file:
        file.write('\n'.join(str(line) for line in lines) + '\n')


# ---- CSV ----

def tables(name, *expected, **changed):
    """A copy of the starter with other bytes for some of its files."""
    shutil.copytree(STARTER, f'{FOLDER}/{name}')
    for table, change in changed.items():
        path = f'{FOLDER}/{name}/{table}.csv'
        with open(path, 'rb') as file:
            old = file.read()
        with open(path, 'wb') as file:
            file.write(change(old))
    expect(name, *expected)


def divided_by(separator):
    def change(old):
        lines = []
        for row in csv.reader(old.decode().splitlines()):
            lines.append(separator.join('"' + cell.replace('"', '""') + '"' for cell in row))
        return '\r\n'.join(lines).encode()
    return change


tables('csv-utf16', 'same', Units=lambda old: old.decode().encode('utf-16'))
tables('csv-mark-and-returns', 'same', Units=lambda old: b'\xef\xbb\xbf' + old.replace(b'\r\n', b'\r'))
tables('csv-blank-lines', 'same', Units=lambda old: b'\r\n' * 15 + old.replace(b'\r\n', b'\n\n\n'))
tables('csv-says-its-separator', 'same', Units=lambda old: b'sep=;\r\n' + divided_by(';')(old))
tables('csv-tabs', 'same', Units=divided_by('\t'))
tables('csv-bars', 1, "Units.csv:1:1: error: the sheet 'Units' has no header row [BP2004]",
       'everything stands in column A', Units=lambda old: old.replace(b',', b'|'))
tables('csv-nul', 3, 'Units.csv:2:3: error: the file holds the control character U+0000',
       Units=lambda old: old.replace(b'U0', b'U0\0', 1))
tables('csv-latin-1', 3, 'the bytes here are not UTF-8 [BP1008]', "save the sheet as 'CSV UTF-8",
       Units=lambda old: old + b'U9,Caf\xe9,U0,support\r\n')
tables('csv-open-quote', 3, 'the quote that opens this cell is never closed [BP1062]',
       Units=lambda old: old + b'"U9,Library,U0,support\r\n')
tables('csv-failed-formula', 1, '[BP2024]', "Units!C6", Units=lambda old: old + b'U9,x,#REF!,support\r\n')


def with_remarks(old):
    rows = [row + [''] for row in csv.reader(old.decode().splitlines())]
    rows[0][2] = 'Remark'
    absent = {'Carry Periods', 'Trend Dead Band %'} - {row[0] for row in rows}
    rows.extend([name, '', '7 if you like'] for name in absent)
    return '\r\n'.join(','.join('"' + cell.replace('"', '""') + '"' for cell in row) for row in rows).encode()


tables('csv-remarks-beside-values', 'same', Settings=with_remarks)


# ---- Excel ----

def letters(number):
    text = ''
    while number:
        number, rest = divmod(number - 1, 26)
        text = chr(65 + rest) + text
    return text


def cell(text, where, base):
    if re.fullmatch(r'\d{4}-\d\d-\d\d', text):
        days = (datetime.date.fromisoformat(text) - datetime.date(1899, 12, 30)).days - base
        return f'<c r="{where}" s="1"><v>{days}</v></c>'
    half = len(text) // 2
    runs = ''.join(f'<r><t xml:space="preserve">{escape(part)}</t></r>' for part in (text[:half], text[half:]))
    return f'<c r="{where}" t="inlineStr"><is>{runs}<rPh sb="0" eb="1"><t>sound</t></rPh></is></c>'


def excel(name, *expected, base=0, change=None, extra=None):
    parts = {'_rels/.rels': f'<Relationships xmlns="{PACKAGE}"><Relationship Id="r" Type="{OFFICE}/officeDocument" '
                            'Target="xl/workbook.xml"/></Relationships>',
             'xl/styles.xml': f'<styleSheet xmlns="{MAIN}"><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>'
                              '</styleSheet>',
             'xl/sharedStrings.xml': f'<sst xmlns="{MAIN}"><si><t>shared</t></si></sst>'}
    sheets = relations = ''
    for number, (title, rows) in enumerate(BOOK.items(), 1):
        data = ''.join(f'<row r="{r}">' + ''.join(cell(text, f'{letters(c)}{r}', base)
                                                for c, text in enumerate(row, 1) if text) + '</row>'
                       for r, row in enumerate(rows, 1))
        parts[f'xl/{title}.xml'] = f'<worksheet xmlns="{MAIN}"><sheetData>{data}</sheetData></worksheet>'
        sheets += f'<sheet name={quoteattr(title)} sheetId="{number}" r:id="r{number}"/>'
        relations += f'<Relationship Id="r{number}" Type="{OFFICE}/worksheet" Target="{title}.xml"/>'
    for kind in ('styles', 'sharedStrings'):
        relations += f'<Relationship Id="{kind}" Type="{OFFICE}/{kind}" Target="{kind}.xml"/>'
    parts['xl/workbook.xml'] = (f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><workbookPr date1904="{int(base > 0)}"/>'
                                f'<sheets>{sheets}</sheets></workbook>')
    parts['xl/_rels/workbook.xml.rels'] = f'<Relationships xmlns="{PACKAGE}">{relations}</Relationships>'
    for part, (old, new) in (change or {}).items():
        assert old in parts[part], (part, old)
        parts[part] = parts[part].replace(old, new, 1)
    with zipfile.ZipFile(f'{FOLDER}/{name}.xlsx', 'w', zipfile.ZIP_DEFLATED) as package:
        for part, text in parts.items():
            package.writestr(part, '<?xml version="1.0" encoding="UTF-8"?>\n' + text)
        for part in extra or []:
            package.writestr(part, 'x')
    expect(f'{name}.xlsx', *expected)


UNITS = 'xl/Units.xml'
A2 = '<c r="A2" t="inlineStr">'
excel('excel-rich-text', 'same')
excel('excel-from-1904', 'same', base=1462)
excel('excel-no-such-text', 3, 'the cell uses text number 7, but the file has 1 [BP1051]', 'Units!A2',
      change={UNITS: (A2, '<c r="A2" t="s"><v>7</v></c><c t="inlineStr">')})
excel('excel-no-such-format', 3, 'the cell uses format number 2, but the file has 2 [BP1051]',
      change={UNITS: (A2, '<c r="A2" s="2" t="inlineStr">')})
excel('excel-rows-out-of-order', 3, "the row number '1' is out of order", "on the sheet 'Units'",
      change={UNITS: ('<row r="2">', '<row r="1">')})
excel('excel-no-worksheet', 3, "the file names no cells for the sheet 'Units' [BP1052]",
      change={UNITS: (f'<worksheet xmlns="{MAIN}">', '<worksheet xmlns="urn:other">')})
excel('excel-outside', 3, 'outside the file [BP1050]',
      change={'xl/_rels/workbook.xml.rels': ('Target="Units.xml"', 'Target="../../Units.xml"')})
excel('excel-part-that-leads-out', 3, '[BP1045]', extra=['../../evil'])
excel('excel-never-calculated', 1, 'the formula in this cell was never calculated [BP2025]', 'Units!C2',
      change={UNITS: ('<c r="D2"', '<c r="C2"><f>B2</f></c><c r="D2"')})
FIRST_DATE = re.search(r'(<c r="[A-Z]+2" s="1">)<v>\d+</v>', ''.join(
    cell(text, f'{letters(column)}2', 0) for column, text in enumerate(BOOK['Initiatives'][1], 1)))
excel('excel-far-date', 1, "'9999-12-31' is not a date [BP2017]", 'only the years 1900 to 2199',
      change={'xl/Initiatives.xml': (FIRST_DATE[0], FIRST_DATE[1] + '<v>2958465</v>')})

# ---- canonical ----

# One row for each of the texts that a spreadsheet might take for something else.
TEXTS = ['=1+1', '+5', '-5', '@SUM(A1)', '#REF!', "'quoted", '_x0041_', '{=1}', 'a\tb', 'a\nb', 'a  b', 'sep=;', '007',
         '1e5', 'TRUE', '2026-01-01', '"', '<&>', '\u202e\U0001F600']
rows = ''.join(f'<theme id="T{i}" name={quoteattr(" ".join(text.split()))}><description>{escape(text)}</description>'
               '</theme>' for i, text in enumerate(TEXTS, 100))
with open(f'{FOLDER}/texts.part', 'w', encoding='utf-8') as part:
    part.write(rows)


def many(name, target, requests):
    """A year of weeks, again and again, and more change requests, of which none fits."""
    weeks = [f'{1900 + i // 52}-W{i % 52 + 1:02}' for i in range(15000)]
    with open(f'{FOLDER}/{name}.book', 'w', encoding='utf-8') as book:
        book.write('<workbook xmlns="urn:boardpack:strategy-workbook:1" version="1.0">'
                   '<organization id="O" name="O" currency="EUR" fiscalYearStart="01-01" asOf="2026-10-31" '
                   'period="2026-10" conventionVersion="1"/><units><unit id="U" name="U" kind="enterprise"/></units>'
                   '<perspectives><perspective id="P" name="P" order="1"/></perspectives><objectives>'
                   '<objective id="O1" name="Improve" unit="U" perspective="P" owner="X"/></objectives><measures>'
                   '<measure id="M" objectives="O1" name="M" unitOfMeasure="days" polarity="higher" '
                   'frequency="weekly" aggregation="mean" owner="X" dataSource="S"><definition>d</definition>'
                   '</measure></measures><values>')
        for i, week in enumerate(weeks):
            book.write(f'<value measure="M" period="{week}" series="target" v="{target + 2 * i}"/>')
        book.write('</values>')
        if requests:
            book.write('<changes>')
            for i in range(40000):
                book.write(f'<change id="C{i}" requestedOn="2026-01-01" requestedBy="X" linked="M" field="target" '
                           f'newValue="{i}.5" status="approved" approvedBy="Y" approvedOn="2026-01-02">'
                           '<reason>r</reason></change>')
            book.write('</changes>')
        book.write('</workbook>')


many('agreed', 100, False)
many('moved', 101, True)
