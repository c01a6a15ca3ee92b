"""Writes the files of 60_strangers.sh into a folder."""
import io
import os
import sys
import zipfile

folder = sys.argv[1]
SPACE = 'xmlns="urn:boardpack:strategy-workbook:1" version="1.0"'
FODS = ('<?xml version="1.0" encoding="UTF-8"?>\n<office:document '
        'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2" '
        'office:mimetype="application/vnd.oasis.opendocument.spreadsheet">'
        '<office:body><office:spreadsheet>\n')


def write(name, data):
    with open(os.path.join(folder, name), 'wb') as file:
        file.write(data if isinstance(data, bytes) else data.encode())


laughs = '<?xml version="1.0"?>\n<!DOCTYPE workbook [\n<!ENTITY a0 "ha">\n'
for i in range(1, 30):
    laughs += f'<!ENTITY a{i} "{f"&a{i - 1};" * 10}">\n'
write('laughs.xml', laughs + f']>\n<workbook {SPACE}>&a29;</workbook>\n')
write('entity.xml', '<?xml version="1.0"?>\n<!DOCTYPE workbook [<!ENTITY a SYSTEM "file:///etc/passwd">]>\n'
                    f'<workbook {SPACE}>&a;</workbook>\n')
write('deep.xml', '<?xml version="1.0"?>\n' + f'<workbook {SPACE}>' + '<a>' * 300000)
write('attributes.xml', f'<?xml version="1.0"?>\n<workbook {SPACE}><units><unit '
      + ' '.join(f'a{i}=""' for i in range(80000)) + '/></units></workbook>\n')
write('cell.xml', f'<?xml version="1.0"?>\n<workbook {SPACE}><units><unit id="U" name="'
      + 'x' * 12000000 + '"/></units></workbook>\n')
write('utf7.xml', '<?xml version="1.0" encoding="UTF-7"?>\n+ADw-workbook/+AD4-\n')
write('bytes.xml', b'<?xml version="1.0"?>\n<workbook ' + SPACE.encode() + b'>\xff\xfe\x00</workbook>')
with open('samples/regional-blood-service.fods', 'rb') as file:
    write('cut.fods', file.read()[:500000])
write('repeated.fods', FODS + '<table:table table:name="Units">'
      + ('<table:table-row table:number-rows-repeated="1000000">'
         '<table:table-cell table:number-columns-repeated="16000" office:value-type="string">'
         '<text:p>x</text:p></table:table-cell></table:table-row>') * 100
      + '</table:table></office:spreadsheet></office:body></office:document>\n')
write('mistakes.xml', f'<?xml version="1.0"?>\n<workbook {SPACE}><units>\n'
      + '<unit id="?" kind="what" wrong="x"/>\n' * 300000 + '</units></workbook>\n')
write('zip.xml', b'PK\x03\x04\x14\x00\x00\x00\x08\x00' + bytes(range(256)) * 8)
write('include.xml', f'<?xml version="1.0"?>\n<workbook {SPACE} xmlns:xi="http://www.w3.org/2001/XInclude">'
      '<xi:include href="/etc/passwd" parse="text"/></workbook>\n')


# ---- packages: Excel's layout of tests/packages with something wrong in it ----

PARTS = {os.path.relpath(os.path.join(at, name), 'tests/packages/excel'): os.path.join(at, name)
         for at, _, names in os.walk('tests/packages/excel') for name in names}
SHEET = 'xl/worksheets/sheet1.xml'


def package(changes=(), more=(), level=9):
    made = io.BytesIO()
    with zipfile.ZipFile(made, 'w', zipfile.ZIP_DEFLATED, compresslevel=level) as out:
        for name, path in sorted(PARTS.items()):
            with open(path, 'rb') as part:
                data = part.read()
            out.writestr(zipfile.ZipInfo(name), dict(changes).get(name, data), zipfile.ZIP_DEFLATED)
        for name, data in more:
            out.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return made.getvalue()


HEAD = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
write('bomb.xlsx', package({SHEET: HEAD + '<row/>' * 20000000}))
# As many blank rows as fit, not quite 200 to 1: unpacked, and read in time.
write('rows.xlsx', package({SHEET: HEAD + ''.join(f'<row r="{i}"><c r="A{i}"/></row>'
                                                 for i in range(1, 1048577)) + '<row/>'}))
write('deep.xlsx', package({SHEET: HEAD + '<row>' * 100000}))
write('laughs.xlsx', package({'xl/sharedStrings.xml': laughs + ']><sst>&a29;</sst>'}))
write('attributes.xlsx', package({SHEET: HEAD + '<row ' + ' '.join(f'a{i}=""' for i in range(80000))
                                  + '/>'}))
write('members.xlsx', package(more=[(f'xl/media/{i}', b'') for i in range(65600)], level=1))
write('outside.xlsx', package(more=[('../../etc/cron.d/x', b'x')]))
twice = package(more=[('xl/workbook.xmk', b'<x/>')])
write('twice.xlsx', twice.replace(b'xl/workbook.xmk', b'xl/workbook.xml'))
write('merged.xlsx', package({SHEET: HEAD + '<row><c><v>1</v></c></row>' * 9000 + '</sheetData><mergeCells>'
                              + '<mergeCell ref="A1:XFD1048576"/>' * 9000 + '</mergeCells></worksheet>'}))
inner = package({SHEET: HEAD + ' ' * 50000000})
write('nested.xlsx', package({SHEET: inner}))
write('fifty.xlsx', package({'xl/workbook.xml': b'<workbook xmlns="x"'}))
liar = bytearray(package())
at = liar.rindex(b'PK\x01\x02', 0, liar.rindex(b'xl/workbook.xml'))
liar[at + 24:at + 28] = (10).to_bytes(4, 'little')
write('liar.xlsx', bytes(liar))
