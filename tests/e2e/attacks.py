"""Writes the files of 61_attacks.sh into a folder, and into attacks.txt, one a line: name, exit
status that is due, findings that are due (one or some) and how they are placed: by line and column,
or by the file alone."""
import gzip
import lzma
import os
import sys

folder = sys.argv[1]
names = []
SPACE = 'xmlns="urn:boardpack:strategy-workbook:1" version="1.0"'
XML = '<?xml version="1.0" encoding="UTF-8"?>\n'
ODF = 'urn:oasis:names:tc:opendocument:xmlns:'
FODS = (XML + '<office:document ' + ' '.join(f'xmlns:{p}="{ODF}{p}:1.0"' for p in ('office', 'table', 'text'))
        + ' office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">'
        '<office:body><office:spreadsheet>\n')
FODS_END = '</office:spreadsheet></office:body></office:document>\n'
EXCEL = (XML + '<?mso-application progid="Excel.Sheet"?>\n'
         '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"'
         ' xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">\n')
CELL = '<table:table-cell office:value-type="string"{}><text:p>x</text:p></table:table-cell>'


def attack(name, data, status=3, place='line', findings='one'):
    with open(os.path.join(folder, name), 'wb') as file:
        file.write(data if isinstance(data, bytes) else data.encode())
    names.append(f'{name} {status} {findings} {place}\n')


def workbook(inside):
    return f'{XML}<workbook {SPACE}>{inside}</workbook>\n'


def sheet(rows, name='Units'):
    return f'{FODS}<table:table table:name="{name}">{rows}</table:table>{FODS_END}'


# ---- what a document type could bring in ----
laughs = ''.join(f'<!ENTITY a{i} "{f"&a{i - 1};" * 10}">\n' for i in range(1, 30))
attack('laughs-in-text.xml', f'{XML}<!DOCTYPE workbook [\n<!ENTITY a0 "ha">\n{laughs}]>\n'
       f'<workbook {SPACE}>&a29;</workbook>')
attack('laughs-in-attribute.xml', f'{XML}<!DOCTYPE workbook [\n<!ENTITY a0 "ha">\n{laughs}]>\n'
       f'<workbook {SPACE}><units><unit id="&a29;"/></units></workbook>')
attack('laughs-of-parameters.xml', f'{XML}<!DOCTYPE workbook [\n<!ENTITY % b0 "ha">\n'
       + ''.join(f'<!ENTITY % b{i} "{f"&#37;b{i - 1};" * 10}">\n' for i in range(1, 30))
       + f'%b29;\n]>\n<workbook {SPACE}/>')
attack('entity-file.xml', f'{XML}<!DOCTYPE workbook [<!ENTITY a SYSTEM "file:///etc/passwd">]>\n'
       f'<workbook {SPACE}>&a;</workbook>')
attack('entity-web.xml', f'{XML}<!DOCTYPE workbook SYSTEM "http://127.0.0.1:9/x.dtd">\n<workbook {SPACE}/>')
attack('entity-device.xml', f'{XML}<!DOCTYPE workbook [<!ENTITY % a SYSTEM "file:///dev/zero"> %a;]>\n'
       f'<workbook {SPACE}/>')
attack('attributes-declared.xml', f'{XML}<!DOCTYPE workbook [\n'
       + ''.join(f'<!ATTLIST workbook a{i} CDATA "x">\n' for i in range(100_000)) + f']>\n<workbook {SPACE}/>')
attack('laughs.fods', FODS.replace('<office:document ', f'<!DOCTYPE d [<!ENTITY a0 "ha">\n{laughs}]>\n<office:document ')
       + FODS_END)

# ---- too much of one thing ----
attack('deep-300.xml', workbook('<a>' * 300 + '</a>' * 300))
attack('deep-million.xml', f'{XML}<workbook {SPACE}>' + '<a>' * 1_000_000)
attack('deep.fods', FODS + '<table:table-row-group>' * 500_000)
attack('attributes.xml', workbook('<units><unit ' + ' '.join(f'a{i}=""' for i in range(100_000)) + '/></units>'))
attack('attributes-same.xml', workbook('<units><unit ' + 'a="" ' * 100_000 + '/></units>'))
attack('namespaces.xml', workbook('<units><unit ' + ' '.join(f'xmlns:a{i}="u{i}"' for i in range(50_000))
                                  + '/></units>'))
attack('names-of-elements.fods', FODS + '<table:table table:name="Units">'
       + ''.join(f'<e{i}/>' for i in range(1_000_000)) + '</table:table>' + FODS_END)
attack('names-of-attributes.fods', FODS + '<table:table table:name="Units">'
       + ''.join(f'<e a{i}=""/>' for i in range(500_000)) + '</table:table>' + FODS_END)
attack('names-of-namespaces.fods', FODS + '<table:table table:name="Units">'
       + ''.join(f'<e xmlns="u{i}"/>' for i in range(500_000)) + '</table:table>' + FODS_END)
attack('tag.xml', workbook('<units><unit id="' + 'x' * 11_000_000 + '"/></units>'))
attack('name.xml', workbook('<' + 'x' * 11_000_000 + '/>'))
attack('open.xml', f'{XML}<workbook {SPACE}><units ' + 'x' * 20_000_000)
attack('comment.xml', workbook('<!--' + 'x' * 20_000_000 + '-->'))
attack('comment-open.xml', f'{XML}<workbook {SPACE}><!--' + 'x' * 20_000_000)
attack('comments-open.xml', f'{XML}<workbook {SPACE}>' + '<!--' * 5_000_000)
attack('instruction.xml', workbook('<?x ' + 'x' * 20_000_000 + '?>'))
attack('section.xml', workbook('<![CDATA[' + 'x' * 20_000_000 + ']]>'))
attack('brackets.xml', workbook('<![CDATA[' * 2_000_000))
attack('arrows.xml', f'{XML}<workbook {SPACE}>' + '<' * 20_000_000)
attack('ampersands.xml', workbook('&' * 20_000_000))
attack('references.xml', workbook('&#x41' * 4_000_000))
attack('sheets.fods', FODS + '<table:table table:name="x"/>' * 300_000 + FODS_END)

# ---- repeated beyond reason ----
most = 'table:number-columns-repeated="2147483647"'
attack('repeated-cell.fods', sheet('<table:table-row>' + CELL.format(' ' + most) + '</table:table-row>'))
attack('repeated-row.fods', sheet('<table:table-row table:number-rows-repeated="2147483647">' + CELL.format('')
                                  + '</table:table-row>'))
attack('repeated-both.fods', sheet(('<table:table-row table:number-rows-repeated="60000">'
                                    + CELL.format(' table:number-columns-repeated="1000"')
                                    + '</table:table-row>') * 1000))
attack('far-row.fods', sheet(('<table:table-row table:number-rows-repeated="900000000"/>' * 9)
                             + '<table:table-row>' + CELL.format('') + '</table:table-row>'))
attack('far-column.fods', sheet('<table:table-row>' + f'<table:table-cell {most}/>' * 9 + CELL.format('')
                                + '</table:table-row>'))
attack('index.xml', EXCEL + '<Worksheet ss:Name="Units"><Table><Row ss:Index="2147483647"><Cell>'
       '<Data ss:Type="String">x</Data></Cell></Row></Table></Worksheet></Workbook>')
attack('index-back.xml', EXCEL + '<Worksheet ss:Name="Units"><Table><Row ss:Index="5"/><Row ss:Index="2"><Cell>'
       '<Data ss:Type="String">x</Data></Cell></Row></Table></Worksheet></Workbook>')

# ---- not what they say they are ----
attack('bomb.xml', gzip.compress(b' ' * 100_000_000, 9), place='file')
attack('bomb-of-bombs.xml', gzip.compress(gzip.compress(b' ' * 100_000_000, 9), 9), place='file')
attack('bomb-xz.xml', lzma.compress(b' ' * 100_000_000), place='file')
attack('old.xls', bytes.fromhex('d0cf11e0a1b11ae1') + b'\0' * 100_000, place='file')
attack('page.xls', '<html><body><table><tr><td>x</td></tr></table></body></html>', place='file')
attack('empty.xml', b'', place='file')
attack('zeros.xml', b'\0' * 20_000_000)
attack('noise.xml', bytes((i * 7919 + i // 251) % 255 + 1 for i in range(1_000_000)))

# ---- broken encodings ----
plain = f'<?xml version="1.0"?>\n<workbook {SPACE}/>\n'
attack('utf7.xml', '<?xml version="1.0" encoding="UTF-7"?>\n+ADw-workbook/+AD4-\n')
attack('unknown-encoding.xml', plain.replace('?>', ' encoding="x-klingon"?>', 1))
attack('utf16-odd.xml', b'\xff\xfe' + plain.encode('utf-16-le') + b'<')
attack('utf16-surrogate.xml', b'\xff\xfe' + plain.replace('/>', '>').encode('utf-16-le') + b'\x00\xd8' * 1000)
attack('utf32.xml', b'\xff\xfe\0\0' + plain.encode('utf-32-le'))
attack('overlong.xml', plain.replace('/>', '>').encode() + b'\xc0\xbc/workbook>')
attack('surrogate.xml', plain.replace('/>', '>').encode() + b'\xed\xa0\x80</workbook>')
attack('cut-letter.xml', plain.replace('/>', '>').encode() + b'\xe2\x82')
attack('zero.xml', plain.encode() + b'\0')
attack('control.xml', workbook('&#27;'))
attack('latin.xml', workbook('').encode().replace(b'</', b'\xe9</'))

# ---- malformed ----
attack('unbound.xml', workbook('<x:units/>'))
attack('rebound.xml', workbook('<units xmlns:xml="urn:x"/>'))
attack('twice.xml', workbook('<units a="1" a="2"/>'))
attack('second-root.xml', workbook('') * 2)
attack('crossed.xml', workbook('<units><unit></units></unit>'))
attack('late.xml', workbook('<values>' + '<value measure="?" period="?" series="?" v="?"/>\n' * 9 + '<values>'))

# ---- well-formed, and full of mistakes or of nothing ----
attack('text.xml', workbook('x' * 20_000_000), 1, findings='some')
attack('blanks.xml', workbook(' ' * 50_000_000), 1, 'file', 'some')
attack('field.xml', workbook('<organization><vision>' + 'x' * 20_000_000 + '</vision></organization>'), 1,
       findings='some')
attack('sections.xml', workbook('<organization><vision>' + '<![CDATA[<&]]>' * 1_500_000
                                + '</vision></organization>'), 1, findings='some')
attack('mistakes.xml', workbook('<units>' + '<unit id="?" kind="what" wrong="x"/>\n' * 300_000 + '</units>'), 1,
       findings='some')
attack('unknown.xml', workbook(''.join(f'<e{i}/>' for i in range(1_000_000))), 1, findings='some')
attack('dangling.xml', workbook('<units>' + ''.join(f'<unit id="U{i}" name="n" parent="V{i}" kind="business"/>\n'
                                                    for i in range(100_000)) + '</units>'), 1, findings='some')
attack('circle.xml', workbook('<units>' + ''.join(f'<unit id="U{i}" name="n" parent="U{(i + 1) % 100_000}" kind="business"/>\n'
                                                  for i in range(100_000)) + '</units>'), 1, findings='some')

with open(os.path.join(folder, 'attacks.txt'), 'w', encoding='ascii') as file:
    file.writelines(names)
