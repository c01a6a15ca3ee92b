"""Writes the files of 60_strangers.sh into a folder."""
import os
import sys

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
