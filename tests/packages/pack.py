"""Zips a folder of parts into a package: pack.py [--strict | --utf16] FOLDER OUT.

The bytes depend on the parts alone.  --strict writes the namespaces of the strict dialect, --utf16
each XML part in UTF-16 with a byte order mark; both are what the standard allows and Excel reads.
"""
import os
import sys
import zipfile

STRICT = {
    b'http://schemas.openxmlformats.org/spreadsheetml/2006/main':
        b'http://purl.oclc.org/ooxml/spreadsheetml/main',
    b'http://schemas.openxmlformats.org/officeDocument/2006/relationships':
        b'http://purl.oclc.org/ooxml/officeDocument/relationships',
}


def changed(way, data):
    if way == '--strict':
        for transitional, strict in STRICT.items():
            data = data.replace(transitional, strict)
    elif way == '--utf16':
        data = data.decode('utf-8').replace('encoding="UTF-8"', 'encoding="UTF-16"').encode('utf-16')
    return data


def main():
    way = sys.argv[1] if sys.argv[1].startswith('--') else ''
    folder, out = sys.argv[-2:]
    names = sorted(os.path.relpath(os.path.join(at, name), folder)
                   for at, _, inside in os.walk(folder) for name in inside)
    with zipfile.ZipFile(out, 'w', zipfile.ZIP_DEFLATED) as package:
        for name in names:
            with open(os.path.join(folder, name), 'rb') as file:
                package.writestr(zipfile.ZipInfo(name), changed(way, file.read()),
                                 zipfile.ZIP_DEFLATED)


if __name__ == '__main__':
    main()
