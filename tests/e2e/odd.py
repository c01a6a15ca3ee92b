"""Writes legal but odd workbooks into a folder, and for some what the packet has to say.

CASE.xml is the workbook, CASE.says holds lines that pdftotext has to find on the pages, CASE.never
lines that it must not find, CASE.unit the unit that is reported on.  CASE.error holds what is said where nothing may be written.
"""
import os
import sys
from xml.sax.saxutils import escape, quoteattr

FOLDER = sys.argv[1]
LONG_TEXT = {'vision', 'mission', 'values', 'definition', 'intendedResult', 'analysis', 'cause',
             'recommendedAction'}
TABLES = {'units': 'unit', 'perspectives': 'perspective', 'objectives': 'objective', 'links': 'link',
          'measures': 'measure', 'thresholds': 'threshold', 'values': 'value',
          'initiatives': 'initiative', 'processes': 'process', 'actions': 'action',
          'commentary': 'comment'}


def element(tag, fields):
    plain = ''.join(f' {k}={quoteattr(str(v))}' for k, v in fields.items() if k not in LONG_TEXT)
    inner = ''.join(f'<{k}>{escape(v)}</{k}>' for k, v in fields.items() if k in LONG_TEXT)
    return f'<{tag}{plain}>{inner}</{tag}>\n'


class Book:
    def __init__(self, objectives=8, rows=4, months=14):
        self.organization = dict(id='ORG', name='Organization', currency='CAD', fiscalYearStart='01-01',
                                 asOf='2026-10-31', period='2026-10', conventionVersion='1')
        self.settings = {}
        self.tables = {name: [] for name in TABLES}
        self.add('units', id='U0', name='Enterprise', kind='enterprise')
        for p in range(rows):
            self.add('perspectives', id=f'P{p}', name=f'Row {p}', order=p + 1)
        for o in range(objectives):
            self.add('objectives', id=f'O{o}', name=f'Improve thing {o}', unit='U0',
                     perspective=f'P{o % rows}', owner='Chief Officer')
            if o % rows:
                self.add('links', **{'from': f'O{o}', 'to': f'O{o - 1}'})
            self.add('measures', id=f'M{o}', name=f'Measure {o}', objectives=f'O{o}', unitOfMeasure='days',
                     polarity='higher', frequency='monthly', aggregation='mean', owner='Owner',
                     dataSource='Source', definition='What it is.')
            for i in range(months):
                self.value(f'M{o}', i, 85 + (i * 7 + o * 5) % 30, 100)

    def add(self, table, **fields):
        self.tables[table].append(fields)

    def value(self, measure, i, actual, target):
        period = f'{2026 + (9 - i) // 12}-{(9 - i) % 12 + 1:02}'
        self.add('values', measure=measure, period=period, series='target', v=target)
        self.add('values', measure=measure, period=period, series='actual', v=actual)

    def write(self, name, encoding='utf-8', newline='\n', **expected):
        text = f'<?xml version="1.0" encoding="{encoding}"?>\n'
        text += '<workbook xmlns="urn:boardpack:strategy-workbook:1" version="1.0">\n'
        text += element('organization', self.organization)
        if self.settings:
            text += element('settings', self.settings)
        for table, tag in TABLES.items():
            rows = ''.join(element(tag, row) for row in self.tables[table])
            text += f'<{table}>\n{rows}</{table}>\n' if rows else ''
        text += '</workbook>\n'
        with open(os.path.join(FOLDER, name + '.xml'), 'wb') as file:
            file.write(text.replace('\n', newline).encode(encoding))
        for kind, lines in expected.items():
            with open(os.path.join(FOLDER, f'{name}.{kind}'), 'w', encoding='utf-8') as file:
                file.write('\n'.join(lines) + '\n')


Book(1, 1, 0).write('least', says=[
    '1 objective, 1 measure, 0 initiatives', 'No objective has a status yet',
    'One measure has no value to judge', 'One measure is defined', 'No measure is off track'],
    never=['All no', 'None objectives', '1 objectives', '1 measures'])

book = Book(1, 1)
for row in book.tables['values']:
    row['v'] = 120 if row['series'] == 'actual' else 100
book.write('only-one', says=['The only objective is on track'], never=['All one'])

book = Book()
for i in range(40):
    book.add('actions', id=f'A{i}', name=f'Do number {i}', owner='Owner', raised='2026-08-01',
             due=f'2026-{9 + i % 4}-15'.replace('-9-', '-09-'), **({'status': 'done', 'closed': '2026-10-01'}
                                                                   if i % 5 == 0 else {}))
book.write('actions', says=[f'Do number {i}' for i in range(40) if i % 5])

book = Book()
for row in book.tables['objectives'] + book.tables['measures']:
    row['name'] = ('Keep every hospital of the region supplied with what it ordered ' * 6)[:390].strip()
for row in book.tables['perspectives']:
    row['name'] = ('The perspective of all who have a stake in what we do ' * 8)[:160].strip()
book.write('long-names')

book = Book()
for name in ('classification', 'version', 'preparedBy', 'meetingPlace'):
    book.settings[name] = name[0] * 399
book.organization['name'] = book.tables['units'][0]['name'] = 'The organization of the long name ' * 11
book.organization['mission'] = 'Go far together. ' * 1900
book.organization['vision'] = 'See far. ' * 3500
book.write('long-cover')

book = Book()
for i, (actual, target) in enumerate([('4000000000000', '4100000000000'), ('0.0001', '0.00002'), ('-5', '-4'),
                                      ('1234567.891234', '1200000'), ('0', '100'),
                                      ('-4000000000000', '-3000000000000'), ('4000000000000', '0.01')]):
    book.tables['measures'][i]['decimals'] = 6
    for row in book.tables['values']:
        if row['measure'] == f'M{i}':
            row['v'] = actual if row['series'] == 'actual' else target
book.write('numbers')

book = Book()
for row in book.tables['objectives']:
    book.add('commentary', linked=row['id'], period='2026-10', author='Writer',
             analysis='What it says. ' * 2000, cause='Why it is so. ' * 2000,
             recommendedAction='What to do. ' * 2000)
book.write('long-commentary')

book = Book()
book.tables['objectives'][2]['name'] = book.tables['measures'][2]['name'] = 'תוכנית 2026 (plan B)'
book.write('right-to-left')

HARSH = 'A & B < C > D " E \' F &amp; ]]> -->'
book = Book()
for table in ('units', 'perspectives', 'objectives', 'measures'):
    for row in book.tables[table]:
        row['name'] = HARSH
book.organization.update(name=HARSH, mission=HARSH)
book.write('harsh', says=[HARSH])
book.write('harsh-utf16', encoding='utf-16', newline='\r\n', says=[HARSH])

book = Book()
book.add('processes', id='PR1', name='Lone process', group='core', owner='CFO')
book.add('initiatives', id='I1', name='Small', unit='U0', owner='Owner', start='2026-01-01',
         end='2027-01-01', objectives='O1', budget='45000')
book.write('small-office', says=['0.045', 'no benchmark tells'], never=['Desirable, should run'])

book = Book()
book.add('units', id='E.mp-ty_9', name='Empty unit', kind='support', parent='U0')
book.write('empty-unit', unit=['E.mp-ty_9'], says=['No active objective is recorded', 'No actions recorded'],
           never=['keeps its status', 'Year-end forecast'])

book = Book()
book.tables['objectives'][1]['name'] = 'Grow \U0001F680 fast'
book.write('glyph', error=['glyph.xml:15:1: error: no font has a glyph for U+1F680'])
