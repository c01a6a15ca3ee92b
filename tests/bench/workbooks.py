"""Workbooks of any size for the benchmarks: a large organization, made of plain patterns.

Every unit has five objectives, every objective five measures, every measure an actual and a target
for each month of ten years.  The same arguments give the same bytes.
"""
from xml.sax.saxutils import escape

YEARS = range(2017, 2027)
PERIODS = [f'{year}-{month:02}' for year in YEARS for month in range(1, 13)]
PERSPECTIVES = ['Stakeholders', 'Finance', 'Process', 'People', 'Partners']
ODF = 'urn:oasis:names:tc:opendocument:xmlns:'


def tables(values):
    """(container, row, sheet, {attribute: title}, rows) of everything but the values."""
    measures = -(-values // (2 * len(PERIODS)))
    units = -(-measures // 25)
    unit_rows = [('U0', 'Enterprise', '', 'enterprise', 'Chief Executive')] + [
        (f'U{u}', f'Business unit {u}', 'U0', 'business', f'Director {u}') for u in range(1, units + 1)]
    perspective_rows = [(f'P{i}', name, str(i)) for i, name in enumerate(PERSPECTIVES, 1)]
    objective_rows, measure_rows, link_rows = [], [], []
    for m in range(measures):
        unit, place = m // 25 + 1, m // 5 % 5 + 1
        objective = f'O{unit}.{place}'
        if m % 5 == 0:
            objective_rows.append((objective, f'Objective {place} of unit {unit}', f'U{unit}', f'P{place}',
                                   f'Director {unit}'))
            if place > 1:
                link_rows.append((objective, f'O{unit}.{place - 1}'))
        measure_rows.append((f'M{m:05}', f'Measure {m}', objective, 'days', 'higher', 'monthly', 'mean',
                             f'Manager {m % 97}', 'Ledger', f'What measure {m} counts, per month'))
    return [
        ('units', 'unit', 'Units', {'id': 'Unit ID', 'name': 'Unit Name', 'parent': 'Parent Unit ID',
                                    'kind': 'Unit Kind', 'head': 'Unit Head'}, unit_rows),
        ('perspectives', 'perspective', 'Perspectives',
         {'id': 'Perspective ID', 'name': 'Perspective Name', 'order': 'Display Order'}, perspective_rows),
        ('objectives', 'objective', 'Objectives',
         {'id': 'Objective ID', 'name': 'Objective', 'unit': 'Unit ID', 'perspective': 'Perspective ID',
          'owner': 'Objective Owner'}, objective_rows),
        ('links', 'link', 'Objective Links', {'from': 'From Objective ID', 'to': 'To Objective ID'},
         link_rows),
        ('measures', 'measure', 'Measures',
         {'id': 'Measure ID', 'name': 'Measure', 'objectives': 'Objective ID',
          'unitOfMeasure': 'Unit of Measure', 'polarity': 'Polarity', 'frequency': 'Frequency',
          'aggregation': 'Aggregation', 'owner': 'Measure Owner', 'dataSource': 'Data Source',
          'definition': 'Definition/Formula'}, measure_rows),
    ], measure_rows


def value_rows(measure_rows, values):
    """(measure, period, series, value): each measure about a level of its own, most values new."""
    left = values
    for m, measure in enumerate(measure_rows):
        level = 1000 + m * 7919 % 90_000
        for p, period in enumerate(PERIODS):
            for series, share in ('actual', 110), ('target', 100):
                if left == 0:
                    return
                left -= 1
                number = level * share // 100 + (m * 7919 + p * 104729 + share) % (level // 5)
                yield measure[0], period, series, f'{number // 100}.{number % 100:02}'.rstrip('0').rstrip('.')


def mixed(*numbers):
    """0 to 999, as if by chance."""
    state = 0
    for number in numbers:
        state = (state + number + 1) * 0x9e3779b97f4a7c15 % 2**64
        state ^= state >> 31
    return (state * 0xbf58476d1ce4e5b9 % 2**64 >> 32) % 1000


def parent(unit):
    """One unit at the top, thirteen commands below it, all others below those."""
    return (unit - 14) % 13 + 1 if unit > 13 else 0


def write_organization(path, units, measures, months):
    """A tree of units with scorecards that are used in full: for assess and build.

    Every unit has eight objectives in a chain of links, which share its measures: of each polarity
    and aggregation some, with weights, half of them with a threshold row.  Each measure has an
    actual and a target a month, which rises every year; of the links one in four leaves the lag open.
    Actuals are noise, but in one unit of three half of it is handed down the chain.
    """
    rows = [f'  <unit id="U{u}" name="Unit {u}" kind="{"business" if u else "enterprise"}" head="Head {u}"'
            + (f' parent="U{parent(u)}"/>' if u else '/>') for u in range(units)]
    sheets = {'units': rows, 'perspectives': [
        f'  <perspective id="P{i}" name="{name}" order="{i}"/>' for i, name in enumerate(PERSPECTIVES[:4], 1)],
        'objectives': [], 'links': [], 'measures': [], 'thresholds': [], 'values': []}
    periods = PERIODS[-months:]
    aggregations = ['sum', 'mean', 'last', 'mean', 'max']
    for u in range(units):
        for o in range(8):
            sheets['objectives'].append(f'  <objective id="O{u}.{o}" name="Objective {o} of unit {u}" unit="U{u}"'
                                        f' perspective="P{o // 2 + 1}" owner="Head {u}" weight="{10 + o}"/>')
            if o > 0:
                lag = f' lag="{o % 3 + 1}"' if (u + o) % 4 else ''
                sheets['links'].append(f'  <link from="O{u}.{o}" to="O{u}.{o - 1}"{lag}/>')
        for m in range(measures):
            name, number = f'M{u}.{m}', u * measures + m
            polarity = ['higher', 'lower', 'higher', 'range'][number % 4]
            sheets['measures'].append(
                f'  <measure id="{name}" name="Measure {m} of unit {u}" objectives="O{u}.{m % 8}"'
                f' unitOfMeasure="days" decimals="1" polarity="{polarity}" frequency="monthly"'
                f' aggregation="{aggregations[number % 5]}" weight="{5 + m % 7}" owner="Manager {number % 97}"'
                f' dataSource="Ledger"><definition>What measure {m} counts</definition></measure>')
            level = 1000 + number * 7919 % 90_000
            if polarity == 'range':
                sheets['thresholds'].append(f'  <threshold measure="{name}" method="ratio of target" lower="0.95"'
                                            f' upper="1.07" margin="0.1"/>')
            elif number % 2:
                sheets['thresholds'].append(f'  <threshold measure="{name}" method="ratio of target"'
                                            f' redFlag="{0.93 if polarity == "higher" else 1.07}"/>')
            for p, period in enumerate(periods):
                noise = mixed(number, p)
                if u % 3 == 0:
                    noise = (noise + mixed(u, p + 2 * (m % 8))) // 2
                target = level * (100 + p // 12) // 100
                for series, value in ('actual', target * (4500 + noise) // 5000), ('target', target):
                    sheets['values'].append(f'  <value measure="{name}" period="{period}" series="{series}"'
                                            f' v="{value // 100}.{value % 100:02}"/>')
    with open(path, 'w', encoding='utf-8') as out:
        write_start(out)
        for name, lines in sheets.items():
            out.write(f' <{name}>\n' + '\n'.join(lines) + f'\n </{name}>\n')
        out.write('</workbook>\n')


def write_start(out):
    out.write('<?xml version="1.0" encoding="UTF-8"?>\n'
              '<workbook xmlns="urn:boardpack:strategy-workbook:1" version="1.0">\n <organization'
              + ''.join(f' {name}="{value}"' for name, value in ORGANIZATION.items()) + '/>\n')


ORGANIZATION = {'id': 'BIG', 'name': 'Large Organization', 'currency': 'EUR', 'fiscalYearStart': '01-01',
                'asOf': '2026-12-31', 'period': '2026-12', 'conventionVersion': '1'}
ORGANIZATION_TITLES = ['Organization ID', 'Organization Name', 'Base Currency', 'Fiscal Year Start',
                       'Reporting Date', 'Reporting Period', 'Convention Version']


def write_canonical(path, values):
    sheets, measure_rows = tables(values)
    with open(path, 'w', encoding='utf-8') as out:
        write_start(out)
        for container, row, _, columns, rows in sheets:
            out.write(f' <{container}>\n')
            for cells in rows:
                fields = [(name, escape(cell)) for name, cell in zip(columns, cells) if cell]
                text = [f' {name}="{cell}"' for name, cell in fields if name != 'definition']
                child = ''.join(f'<{name}>{cell}</{name}>' for name, cell in fields if name == 'definition')
                out.write(f'  <{row}{"".join(text)}' + (f'>{child}</{row}>\n' if child else '/>\n'))
            out.write(f' </{container}>\n')
        out.write(' <values>\n')
        out.writelines(f'  <value measure="{m}" period="{p}" series="{s}" v="{v}"/>\n'
                       for m, p, s, v in value_rows(measure_rows, values))
        out.write(' </values>\n</workbook>\n')


def cell(text):
    if not text:
        return '<table:table-cell/>'
    return (f'<table:table-cell office:value-type="string">'
            f'<text:p>{escape(text)}</text:p></table:table-cell>')


def number(text):
    return (f'<table:table-cell office:value-type="float" office:value="{text}">'
            f'<text:p>{text}</text:p></table:table-cell>')


def write_flat(path, values):
    sheets, measure_rows = tables(values)
    start, end = '<table:table-row>', '</table:table-row>\n'
    with open(path, 'w', encoding='utf-8') as out:
        out.write('<?xml version="1.0" encoding="UTF-8"?>\n<office:document'
                  + ''.join(f' xmlns:{name}="{ODF}{name}:1.0"' for name in ('office', 'table', 'text'))
                  + ' office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">\n'
                  '<office:body><office:spreadsheet>\n<table:table table:name="Organization">\n')
        for title, value in zip(ORGANIZATION_TITLES, ORGANIZATION.values()):
            out.write(f'{start}{cell(title)}{cell(value)}{end}')
        out.write('</table:table>\n')
        for _, _, sheet, columns, rows in sheets:
            out.write(f'<table:table table:name="{sheet}">\n{start}{"".join(map(cell, columns.values()))}{end}')
            for cells in rows:
                text = [number(c) if name == 'order' else cell(c) for name, c in zip(columns, cells)]
                out.write(f'{start}{"".join(text)}{end}')
            out.write('</table:table>\n')
        titles = ''.join(map(cell, ('Measure ID', 'Period', 'Series', 'Value')))
        out.write(f'<table:table table:name="Measure Data">\n{start}{titles}{end}')
        out.writelines(f'{start}{cell(m)}{cell(p)}{cell(s)}{number(v)}{end}'
                       for m, p, s, v in value_rows(measure_rows, values))
        out.write('</table:table>\n</office:spreadsheet></office:body></office:document>\n')
