"""Checks the shape of the assessment's JSON: assessment.py ALL.json UNIT.json"""
import json
import sys

STATUSES = set('exceeds green amber red no-data not-due not-applicable stale insufficient unscored'.split())
SHAPE = {
    'units': ['id', 'status', 'score', 'coverage', 'tally'],
    'perspectives': ['unit', 'id', 'status', 'score', 'coverage'],
    'objectives': ['id', 'unit', 'status', 'score', 'coverage', 'goodness'],
    'measures': ['id', 'period', 'actual', 'target', 'status', 'score', 'variance', 'direction', 'goodness'],
    'initiatives': ['id', 'status', 'schedule', 'budget', 'benefit'],
}


def check(path):
    with open(path, encoding='utf-8') as file:
        data = json.load(file)
    assert {'sha256', 'as_of', 'period'} <= set(data['workbook']), data['workbook']
    for name, fields in SHAPE.items():
        assert data[name], f'{path}: no {name}'
        for row in data[name]:
            missing = [field for field in fields if field not in row]
            assert not missing, f'{path}: {name}: {row} lacks {missing}'
            assert row['status'] in STATUSES, row
    for row in data['units']:
        assert list(row['tally']) == ['exceeds', 'green', 'amber', 'red', 'grey'], row
    staffing = data['staffing']
    for row in staffing['processes']:
        assert {'id', 'planned', 'filled', 'min', 'max', 'verdict', 'gap'} <= set(row), row
    assert {'planned', 'filled', 'min', 'max', 'verdict'} <= set(staffing['total'])
    return data


everything, unit = check(sys.argv[1]), check(sys.argv[2])
assert len(everything['units']) >= len(unit['units']) >= 1
by_id = {row['id']: row for row in everything['measures']}
for row in unit['measures']:
    assert by_id[row['id']] == row, row
