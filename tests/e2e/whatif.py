#!/usr/bin/env python3
"""A what-if says what the assessment of an edited copy says.

whatif.py BOARDPACK SAMPLE CANONICAL FOLDER: SAMPLE is the workbook in another dialect than
CANONICAL.  Each edit is tried with --what-if on both, and made in a copy of CANONICAL by replacing
text; the copy is then assessed like any workbook.
"""
import json
import re
import subprocess
import sys

program, sample, canonical, folder = sys.argv[1:]


def attribute(row, name, value):
    """Sets an attribute of the row that begins so."""
    def change(book):
        start = book.index(row)
        end = book.index('>', start)
        tag = book[start:end]
        if re.search(rf' {name}="', tag):
            tag = re.sub(rf' {name}="[^"]*"', f' {name}="{value}"', tag, count=1)
        else:
            tag = tag.rstrip('/') + f' {name}="{value}"' + ('/' if tag.endswith('/') else '')
        return book[:start] + tag + book[end:]
    return change


def value(measure, period, series, number):
    """Sets a value, adds one that is not there, drops one for None."""
    def change(book):
        row = f'<value measure="{measure}" period="{period}" series="{series}" v="'
        if row not in book:
            before, after = book.rsplit('</values>', 1)
            return f'{before}{row}{number}"/></values>{after}'
        if number is None:
            return re.sub(re.escape(row) + r'[^>]*/>', '', book, count=1)
        return re.sub(re.escape(row) + '[^"]*', row + number, book, count=1)
    return change


EDITS = [
    (['policy.rollup=worst'], [attribute('<settings', 'rollupPolicy', 'worst')]),
    (['policy.rollup=majority'], [attribute('<settings', 'rollupPolicy', 'majority')]),
    (['policy.missing=strict'], [attribute('<settings', 'missingDataPolicy', 'strict')]),
    (['policy.missing=zero'], [attribute('<settings', 'missingDataPolicy', 'zero')]),
    (['policy.headline=ytd'], [attribute('<settings', 'headline', 'ytd')]),
    (['Settings/Minimum Coverage %=100'], [attribute('<settings', 'minimumCoverage', '100')]),
    (['Default Tolerance=5'], [attribute('<settings', 'defaultTolerance', '5')]),
    (['Measures/M07/Weight=20'], [attribute('<measure id="M07"', 'weight', '20')]),
    (['Measures/M07/Polarity=lower', 'Thresholds/M07/Red Flag=99'],
     [attribute('<measure id="M07"', 'polarity', 'lower'),
      attribute('<threshold measure="M07"', 'redFlag', '99')]),
    (['M07/2026-09/actual=95'], [value('M07', '2026-09', 'actual', '95')]),
    (['M07/2026-09/target=90.5'], [value('M07', '2026-09', 'target', '90.5')]),
    (['M07/2026-09/actual='], [value('M07', '2026-09', 'actual', None)]),
    (['M24/2026-09/actual=99.5'], [value('M24', '2026-09', 'actual', '99.5')]),
    (['M16/2027-03/forecast=30000'], [value('M16', '2027-03', 'forecast', '30000')]),
    (['Thresholds/M07/Red Flag=92'], [attribute('<threshold measure="M07"', 'redFlag', '92')]),
    (['Objectives/C1/Perspective ID=IP'], [attribute('<objective id="C1"', 'perspective', 'IP')]),
    (['Objectives/C3/Critical=Y'], [attribute('<objective id="C3"', 'critical', 'Y')]),
    (['Initiatives/N01/Budget=25000000'], [attribute('<initiative id="N01"', 'budget', '25000000')]),
    (['Initiatives/N02/% Complete=20'], [attribute('<initiative id="N02"', 'complete', '20')]),
    (['Benchmarks/1/FTE Min=2', 'Benchmarks/1/FTE Max=3'],
     [attribute('<benchmark process="1"', 'fteMin', '2'),
      attribute('<benchmark process="1"', 'fteMax', '3')]),
]


def run(*arguments):
    done = subprocess.run([program, *arguments, '-q', '--format=json'], capture_output=True,
                          text=True, check=False)
    assert done.returncode == 0, (arguments, done.stderr[-2000:])
    return json.loads(done.stdout)


def entities(assessment):
    """(kind, id, part) -> what the assessment says of it."""
    found = {}
    for unit in assessment['units']:
        found['unit', unit['id'], ''] = [unit['status'], unit['score'], unit['coverage']]
    for row in assessment['perspectives']:
        found['perspective', f"{row['unit']}/{row['id']}", ''] = \
            [row['status'], row['score'], row['coverage']]
    for row in assessment['objectives']:
        found['objective', row['id'], ''] = \
            [row['status'], row['score'], row['coverage'], row['forecast_status']]
    for row in assessment['measures']:
        found['measure', row['id'], ''] = [row['status'], row['score'], None,
                                           row['forecast']['status']]
    for row in assessment['initiatives']:
        for part in ('status', 'schedule', 'budget', 'benefit'):
            found['initiative', row['id'], '' if part == 'status' else part] = [row[part]]
    for row in assessment['staffing']['processes']:
        found['process', row['id'], ''] = [row['verdict']]
    return found


def side(kind, told):
    if told is None:
        return None
    figures = {'unit': 3, 'perspective': 3, 'objective': 4, 'measure': 4, 'initiative': 1,
               'process': 1}[kind]
    return [told['status'], told['score'], told['coverage'], told['forecast_status']][:figures]


def check(requests, before, after, result):
    assert result['workbook']['sha256'] == before['workbook']['sha256'], requests
    assert result['workbook']['sha256_what_if'] == after['workbook']['sha256'], requests
    then, now = entities(before), entities(after)
    moved = {key for key in then.keys() | now.keys() if then.get(key) != now.get(key)}
    told = set()
    for change in result['changes']:
        key = change['kind'], change['id'], change['part']
        told.add(key)
        assert side(key[0], change['before']) == then.get(key), (requests, key)
        assert side(key[0], change['after']) == now.get(key), (requests, key)
        assert change['before'] != change['after'], (requests, key)
    assert moved <= told, (requests, moved - told)
    for which, assessment in (('before', before), ('after', after)):
        sums = {}
        for unit in assessment['units']:
            for colour, count in unit['tally'].items():
                sums[colour] = sums.get(colour, 0) + count
        assert sums == result['objectives'][which], (requests, sums)
    return len(moved)


def main():
    with open(canonical, encoding='utf-8') as file:
        book = file.read()
    before = run('assess', canonical)
    changed = 0
    for requests, changes in EDITS:
        copy = book
        for change in changes:
            copy = change(copy)
        assert copy != book, requests
        path = f'{folder}/edited.xml'
        with open(path, 'w', encoding='utf-8') as file:
            file.write(copy)
        after = run('assess', path)
        options = [f'--what-if={request}' for request in requests]
        count = check(requests, before, after, run('assess', canonical, *options))
        assert count == check(requests, before, after, run('assess', sample, *options)), requests
        changed += count > 0
    assert changed >= 18, changed
    print(f'{len(EDITS)} edits')


main()
