"""Workbooks of every dialect as grids of cells in which a test spoils one thing at a time.

Only what the starter needs: its files have blank cells in place of jumps, and repeat only what is
blank.  Standard library only.
"""
import csv
import os
import re
import shutil
import xml.etree.ElementTree as tree
import zipfile


def letters(column):
    """0 is A."""
    name = ''
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord('A') + rest) + name
    return name


def number_of(name):
    """A is 0."""
    column = 0
    for letter in name:
        column = column * 26 + ord(letter) - ord('A') + 1
    return column - 1


def parse(data):
    """The root, with the file's own prefixes kept for writing."""
    for prefix, uri in re.findall(r'xmlns:?(\w*)="([^"]*)"', data[:10000].decode()):
        tree.register_namespace(prefix, uri)
    return tree.fromstring(data)


class Book:
    """Sheets by name; a sheet is a list of rows, a row a list of cells of the dialect."""

    def __init__(self):
        self.sheets = {}

    # Where things are: by the words a reader sees.
    def head(self, sheet):
        """The number of the row that holds the titles."""
        for at, row in enumerate(self.sheets[sheet]):
            if sum(bool(self.shown(cell)) for cell in row) > 1:
                return at
        raise KeyError(sheet)

    def column(self, sheet, title):
        heads = [self.shown(cell).rstrip(' *') for cell in self.sheets[sheet][self.head(sheet)]]
        return heads.index(title)

    def row(self, sheet, *key):
        for at, row in enumerate(self.sheets[sheet]):
            if [self.shown(cell) for cell in row[:len(key)]] == list(key):
                return at
        raise KeyError(key)

    def at(self, sheet, key, title):
        """The place (sheet, row, column) of a row's cell; KEY is what its first cells show."""
        key = (key,) if isinstance(key, str) else key
        return sheet, self.row(sheet, *key), self.column(sheet, title)

    def cell(self, place):
        sheet, row, column = place
        return self.sheets[sheet][row][column]

    # What people do to it.
    def text(self, place, words):
        self.put(self.cell(place), 'text', words)

    def number(self, place, digits):
        self.put(self.cell(place), 'number', digits)

    def date(self, place, day):
        self.put(self.cell(place), 'date', day)

    def clear(self, place):
        self.put(self.cell(place), 'nothing', '')

    def add_row(self, sheet, at, words):
        """A row of texts before row AT."""
        row = []
        for word in words:
            row.append(self.blank())
            if word:
                self.put(row[-1], 'text', word)
        self.sheets[sheet].insert(at, row)

    def copy_row(self, sheet, at):
        """Twice the same row; the second is returned."""
        self.sheets[sheet].insert(at + 1, [self.copied(cell) for cell in self.sheets[sheet][at]])
        return at + 1

    def drop_row(self, sheet, at):
        del self.sheets[sheet][at]

    def drop_column(self, sheet, column):
        for row in self.sheets[sheet]:
            del row[column:column + 1]

    def add_column(self, sheet, title):
        """At the right, under TITLE; its number is returned."""
        width = max(len(row) for row in self.sheets[sheet])
        for row in self.sheets[sheet]:
            row.extend(self.blank() for _ in range(width + 1 - len(row)))
        self.text((sheet, self.head(sheet), width), title)
        return width

    def rename(self, sheet, name):
        self.sheets = {name if one == sheet else one: rows for one, rows in self.sheets.items()}

    def drop(self, sheet):
        del self.sheets[sheet]


class Csv(Book):
    """A folder of files; a cell is a list of one text."""
    merges = formulas = types = False

    def __init__(self, path):
        super().__init__()
        for name in sorted(os.listdir(path)):
            with open(os.path.join(path, name), encoding='utf-8', newline='') as file:
                self.sheets[name[:-len('.csv')]] = [[[word] for word in row] for row in csv.reader(file)]

    def shown(self, cell):
        return cell[0]

    def blank(self):
        return ['']

    def copied(self, cell):
        return list(cell)

    def put(self, cell, _, words):
        cell[0] = words

    def error(self, place, words):
        self.text(place, words)

    def write(self, path):
        shutil.rmtree(path, ignore_errors=True)
        os.mkdir(path)
        for name, rows in self.sheets.items():
            with open(os.path.join(path, name + '.csv'), 'w', encoding='utf-8', newline='') as file:
                csv.writer(file).writerows([[word for [word] in row] for row in rows])


class Marked(Book):
    """What the dialects of XML have in common: a cell is an element."""
    merges = formulas = types = True

    def copied(self, cell):
        return tree.fromstring(tree.tostring(cell))


OFFICE = '{urn:oasis:names:tc:opendocument:xmlns:office:1.0}'
TABLE = '{urn:oasis:names:tc:opendocument:xmlns:table:1.0}'
WORDS = '{urn:oasis:names:tc:opendocument:xmlns:text:1.0}'
EXTRA = '{urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}'


class Odf(Marked):
    """A flat file, or the content of a package."""

    def __init__(self, path):
        super().__init__()
        self.package = None
        if zipfile.is_zipfile(path):
            self.package = zipfile.ZipFile(path)
            data = self.package.read('content.xml')
        else:
            with open(path, 'rb') as file:
                data = file.read()
        self.root = parse(data)
        self.tables = {}
        for table in self.root.iter(TABLE + 'table'):
            name = table.get(TABLE + 'name')
            self.tables[name] = table
            self.sheets[name] = [list(self.cells(row)) for row in table.iter(TABLE + 'table-row')
                                 if self.repeats(row, 'rows') == 1]

    def repeats(self, element, what):
        return int(element.attrib.pop(f'{TABLE}number-{what}-repeated', '1'))

    def cells(self, row):
        for cell in row:
            times = self.repeats(cell, 'columns')
            assert times == 1 or not self.shown(cell)
            yield cell
            for _ in range(times - 1):
                yield self.copied(cell)

    def rename(self, sheet, name):
        super().rename(sheet, name)
        self.tables[name] = self.tables.pop(sheet)
        self.tables[name].set(TABLE + 'name', name)

    def shown(self, cell):
        return '\n'.join(''.join(part.itertext()) for part in cell.findall(WORDS + 'p'))

    def blank(self):
        return tree.Element(TABLE + 'table-cell')

    def put(self, cell, kind, words):
        for part in cell.findall(WORDS + 'p'):
            cell.remove(part)
        for name in list(cell.attrib):
            if name.startswith((OFFICE, EXTRA)) or name == TABLE + 'formula':
                del cell.attrib[name]
        if kind == 'nothing':
            return
        cell.set(OFFICE + 'value-type', {'text': 'string', 'number': 'float'}.get(kind, kind))
        if kind != 'text':
            cell.set(OFFICE + {'number': 'value', 'date': 'date-value'}[kind], words)
        tree.SubElement(cell, WORDS + 'p').text = words

    def error(self, place, words):
        """As LibreOffice writes it."""
        cell = self.cell(place)
        self.put(cell, 'text', words)
        cell.set(TABLE + 'formula', 'of:=[.#REF!]')
        cell.set(OFFICE + 'string-value', '')
        cell.set(EXTRA + 'value-type', 'error')

    def never_calculated(self, place):
        cell = self.cell(place)
        self.put(cell, 'nothing', '')
        cell.set(TABLE + 'formula', 'of:=[.A1]*2')

    def merge(self, place, rows, columns):
        sheet, row, column = place
        self.cell(place).set(TABLE + 'number-rows-spanned', str(rows))
        self.cell(place).set(TABLE + 'number-columns-spanned', str(columns))
        for down in range(rows):
            for right in range(columns):
                if down or right:
                    under = self.cell((sheet, row + down, column + right))
                    self.put(under, 'nothing', '')
                    under.tag = TABLE + 'covered-table-cell'

    def write(self, path):
        for name, table in self.tables.items():
            for part in list(table):
                if part.tag.endswith(('table-row', 'table-header-rows')):
                    table.remove(part)
            for cells in self.sheets.get(name, []):
                tree.SubElement(table, TABLE + 'table-row').extend(cells)
        for parent in self.root.iter():
            for name, table in self.tables.items():
                if name not in self.sheets and table in list(parent):
                    parent.remove(table)
        data = tree.tostring(self.root, encoding='UTF-8', xml_declaration=True)
        if not self.package:
            with open(path, 'wb') as file:
                file.write(data)
            return
        replaced(self.package, path, {'content.xml': data})


def replaced(package, path, parts):
    """The package again, with some PARTS in other words."""
    with zipfile.ZipFile(path, 'w') as out:
        for member in package.infolist():
            out.writestr(member, parts.get(member.filename, package.read(member.filename)))


MAIN = '{http://schemas.openxmlformats.org/spreadsheetml/2006/main}'
LINK = '{http://schemas.openxmlformats.org/officeDocument/2006/relationships}'


class Xlsx(Marked):
    def __init__(self, path):
        super().__init__()
        self.package = zipfile.ZipFile(path)
        self.strings = [''.join(part.text or '' for part in one.iter(MAIN + 't'))
                        for one in self.part('xl/sharedStrings.xml')]
        targets = {one.get('Id'): one.get('Target') for one in self.part('xl/_rels/workbook.xml.rels')}
        self.book = self.part('xl/workbook.xml')
        self.files = {}
        for one in self.book.iter(MAIN + 'sheet'):
            name = one.get('name')
            path = 'xl/' + targets[one.get(LINK + 'id')]
            self.files[name] = one, path, self.part(path)
            self.sheets[name] = list(self.rows(self.files[name][2]))

    def part(self, path):
        return parse(self.package.read(path))

    def rows(self, root):
        for row in root.iter(MAIN + 'row'):
            cells = list(row)
            for at, cell in enumerate(cells):
                assert cell.get('r') == letters(at) + row.get('r')
            yield cells

    def rename(self, sheet, name):
        super().rename(sheet, name)
        self.files[name] = self.files.pop(sheet)
        self.files[name][0].set('name', name)

    def shown(self, cell):
        value = cell.find(MAIN + 'v')
        if value is None:
            return ''.join(part.text or '' for part in cell.iter(MAIN + 't'))
        return self.strings[int(value.text)] if cell.get('t') == 's' else value.text

    def blank(self):
        return tree.Element(MAIN + 'c')

    def put(self, cell, kind, words):
        for part in list(cell):
            cell.remove(part)
        cell.attrib.pop('t', None)
        if kind == 'text':
            cell.set('t', 'inlineStr')
            text = tree.SubElement(tree.SubElement(cell, MAIN + 'is'), MAIN + 't')
            text.text = words
            text.set('{http://www.w3.org/XML/1998/namespace}space', 'preserve')
        elif kind == 'date':
            cell.set('t', 'd')
        if kind in ('number', 'date'):
            tree.SubElement(cell, MAIN + 'v').text = words

    def error(self, place, words):
        cell = self.cell(place)
        self.put(cell, 'nothing', '')
        cell.set('t', 'e')
        tree.SubElement(cell, MAIN + 'f').text = '#REF!*2'
        tree.SubElement(cell, MAIN + 'v').text = words

    def never_calculated(self, place):
        cell = self.cell(place)
        self.put(cell, 'nothing', '')
        tree.SubElement(cell, MAIN + 'f').text = 'A1*2'

    def merge(self, place, rows, columns):
        sheet, row, column = place
        root = self.files[sheet][2]
        for down in range(rows):
            for right in range(columns):
                if down or right:
                    self.clear((sheet, row + down, column + right))
        merges = tree.Element(MAIN + 'mergeCells')
        tree.SubElement(merges, MAIN + 'mergeCell', ref=f'{letters(column)}{row + 1}:'
                        f'{letters(column + columns - 1)}{row + rows}')
        root.insert(list(root).index(root.find(MAIN + 'sheetData')) + 1, merges)

    def write(self, path):
        parts = {}
        for name, (entry, file, root) in list(self.files.items()):
            if name not in self.sheets:
                self.book.find(MAIN + 'sheets').remove(entry)
                continue
            data = root.find(MAIN + 'sheetData')
            for row in list(data):
                data.remove(row)
            for down, cells in enumerate(self.sheets[name], 1):
                row = tree.SubElement(data, MAIN + 'row', r=str(down))
                for right, cell in enumerate(cells):
                    cell.set('r', f'{letters(right)}{down}')
                    row.append(cell)
            parts[file] = tree.tostring(root, encoding='UTF-8', xml_declaration=True)
        parts['xl/workbook.xml'] = tree.tostring(self.book, encoding='UTF-8', xml_declaration=True)
        replaced(self.package, path, parts)


SHEET = '{urn:schemas-microsoft-com:office:spreadsheet}'


class Excel2003(Marked):
    def __init__(self, path):
        super().__init__()
        with open(path, 'rb') as file:
            self.root = parse(file.read())
        self.tables = {}
        for sheet in self.root.iter(SHEET + 'Worksheet'):
            name = sheet.get(SHEET + 'Name')
            table = sheet.find(SHEET + 'Table')
            self.tables[name] = sheet, table
            self.sheets[name] = [list(row) for row in table.findall(SHEET + 'Row')]
        assert not any(SHEET + 'Index' in cell.attrib for cell in self.root.iter(SHEET + 'Cell'))

    def rename(self, sheet, name):
        super().rename(sheet, name)
        self.tables[name] = self.tables.pop(sheet)
        self.tables[name][0].set(SHEET + 'Name', name)

    def shown(self, cell):
        data = cell.find(SHEET + 'Data')
        return '' if data is None else ''.join(data.itertext())

    def blank(self):
        return tree.Element(SHEET + 'Cell')

    def put(self, cell, kind, words):
        for part in cell.findall(SHEET + 'Data'):
            cell.remove(part)
        cell.attrib.pop(SHEET + 'Formula', None)
        if kind == 'nothing':
            return
        data = tree.Element(SHEET + 'Data')
        data.set(SHEET + 'Type', {'text': 'String', 'number': 'Number', 'date': 'DateTime'}.get(kind, kind))
        data.text = words + 'T00:00:00.000' if kind == 'date' else words
        cell.insert(0, data)

    def error(self, place, words):
        self.put(self.cell(place), 'Error', words)
        self.cell(place).set(SHEET + 'Formula', '=#REF!*2')

    def never_calculated(self, place):
        self.put(self.cell(place), 'nothing', '')
        self.cell(place).set(SHEET + 'Formula', '=RC[-1]*2')

    def merge(self, place, rows, columns):
        sheet, row, column = place
        self.cell(place).set(SHEET + 'MergeDown', str(rows - 1))
        self.cell(place).set(SHEET + 'MergeAcross', str(columns - 1))
        for down in range(rows):
            cells = self.sheets[sheet][row + down]
            if columns + down > 1 and column + columns < len(cells):
                cells[column + columns].set(SHEET + 'Index', str(column + columns + 1))
            del cells[column + (down == 0):column + columns]

    def write(self, path):
        for name, (sheet, table) in self.tables.items():
            if name not in self.sheets:
                self.root.remove(sheet)
                continue
            for row in table.findall(SHEET + 'Row'):
                table.remove(row)
            for cells in self.sheets[name]:
                tree.SubElement(table, SHEET + 'Row').extend(cells)
        tree.ElementTree(self.root).write(path, encoding='UTF-8', xml_declaration=True)


READERS = {'fods': Odf, 'ods': Odf, 'xlsx': Xlsx, 'excel.xml': Excel2003, 'csv': Csv}
