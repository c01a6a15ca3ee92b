"""Works out benefits, alignment, trust and staffing from the sample's CSV sources, by the words of
the policy and none of the program, and compares: beside.py SOURCE_FOLDER ASSESSMENT.json"""
import csv
import json
import re
import sys
from fractions import Fraction as F
from pathlib import Path

source, assessment = Path(sys.argv[1]), json.load(open(sys.argv[2], encoding='utf-8'), parse_float=F)


def table(stem):
    with open(source / f'{stem}.csv', encoding='utf-8', newline='') as file:
        return list(csv.DictReader(file))


def number(text):
    return F(text) if text.strip() else None


def same(found, wanted, what):
    if isinstance(wanted, F) and found is not None:
        ok = abs(F(found) - wanted) <= F(1, 2000000)
    else:
        ok = found == wanted
    assert ok, f'{what}: found {found}, wanted {wanted if not isinstance(wanted, F) else float(wanted)}'


# ---- money, objectives, people

parent = {row['Unit ID']: row['Parent Unit ID'] for row in table('units')}
initiatives = {row['Initiative ID']: row for row in table('initiatives') if row['Unit ID']}
objectives = {row['Objective ID']: row for row in table('objectives')}


def below(unit):
    found = {unit}
    while True:
        more = {u for u in parent if parent[u] in found} - found
        if not more:
            return found
        found |= more


for row in assessment['alignment']:
    unit = row['unit']
    units = below(unit)
    counted = [o for o in objectives.values() if o['Unit ID'] in units and parent[o['Unit ID']]
               and o['State'] in ('', 'active')]
    same(row['objectives'], len(counted), f'{unit} objectives')
    same(row['traced'], sum(bool(o['Supports Objective IDs']) for o in counted), f'{unit} traced')
    lines = [line for line in table('budget-lines') if line['Unit ID'] in units]
    same(row['budget'], sum(F(line['Amount']) for line in lines), f'{unit} budget')
    linked = [line for line in lines if line['Linked ID'] in objectives or line['Linked ID'] in initiatives]
    same(row['linked'], sum((F(line['Amount']) for line in linked), F(0)), f'{unit} linked')
    same(row['orphaned'], sum((F(line['Amount']) for line in linked if line['Linked ID'] in initiatives
                               and not initiatives[line['Linked ID']]['Objective IDs']), F(0)), f'{unit} orphaned')
    facts = [fact for fact in table('workforce') if fact['Unit ID'] == unit]
    assert len(facts) == 1, unit  # each unit of the sample tells for itself
    for key, title in {'headcount': 'Headcount', 'goals': 'Goals Linked', 'incentives': 'Incentives Linked',
                       'plans': 'Plans Linked', 'aware': 'Aware of Strategy',
                       'executive_hours': 'Executive Hours per Month'}.items():
        same(row[key], F(facts[0][title]), f'{unit} {key}')
root = next(row for row in assessment['alignment'] if not parent[row['unit']])
assert round(100 * F(root['linked']) / F(root['budget'])) == 42
assert {row['key']: row['percent'] for row in assessment['base_rates']} == {
    'units': 67, 'budget': 60, 'incentives-managers': 70, 'incentives-front-line': 90, 'aware': 95,
    'hours-under-one': 85, 'hours-none': 50}

# ---- benefits: none of the sample's is due yet

by_type = {}
for row, wanted in zip(assessment['benefits'], table('benefits'), strict=True):
    assert row['id'] == wanted['Benefit ID']
    planned, forecast = number(wanted['Planned Value']), number(wanted['Forecast Value'])
    share = 100 * forecast / planned
    same(row['percent'], share, row['id'])
    same(row['status'], 'green' if share >= 95 else 'amber' if share >= 80 else 'red', row['id'])
    same(row['reconciled'], bool(wanted['Reconciled On']), row['id'])
    same(row['overdue'], False, row['id'])
    if not wanted['Unit']:
        sums = by_type.setdefault(wanted['Benefit Type'], [F(0), F(0), F(0)])
        for i, value in enumerate((planned, forecast, number(wanted['Realised Value']) or F(0))):
            sums[i] += value
for row in assessment['benefit_totals']:
    if row['initiative'] is None and row['benefits']:
        planned, forecast, realised = by_type.pop(row['type'])
        same(row['planned'], planned, row['type'])
        same(row['expected'], forecast, row['type'])
        same(row['realised'] or F(0), realised, row['type'])
        same(row['percent'], 100 * forecast / planned, row['type'])
assert not by_type, by_type

# ---- trust: the whole is the sum of the units, and of what the sheets say

rows = assessment['trust']
whole = rows[0]
counts = [key for key in whole if key not in ('unit', 'owner', 'widest')]
for key in counts:
    same(sum(row[key] for row in rows if row['unit']), whole[key], f'units: {key}')
    same(sum(row[key] for row in rows if row['owner']), whole[key], f'owners: {key}')
measures = {row['Measure ID']: row for row in table('measures') if row['Measure ID']}
active = [row for row in measures.values() if row['Measure State'] in ('', 'active')]
same(whole['measures'], len(active), 'measures')
judged = {'monthly': '2026-09', 'quarterly': '2026-Q3'}
statements = [row['Statement'] for row in table('attestations')
              if row['Period'] == judged.get(measures[row['Measure ID']]['Frequency'])]
same(whole['attested'], statements.count('accurate'), 'attested')
same(whole['estimated'], statements.count('estimated') + statements.count('qualified'), 'estimated')
for row in rows:
    if row['owner']:
        same(row['measures'], sum(m['Measure Owner'] == row['owner'] for m in active), row['owner'])
statuses = {row['id']: row['status'] for row in assessment['initiatives']}
order = ['green', 'amber', 'red']
running = [row for row in initiatives.values() if row['State'] in ('', 'active')]
distance = [order.index(statuses[row['Initiative ID']]) - order.index(row['Self-reported Status'])
            for row in running]
same(whole['initiatives'], len(running), 'initiatives')
same(whole['disagreeing'], sum(d > 0 for d in distance), 'disagreeing')
same(whole['bands'], sum(d for d in distance if d > 0), 'bands')

# ---- staffing

as_of = '2026-09-30'
benchmarks = {row['Process ID']: row for row in table('benchmarks')}
posts = [row for row in table('staffing') if not row['To'] or row['To'] >= as_of]


def filled(post):
    return post['Status'] == 'filled' and (not post['From'] or post['From'] <= as_of)


planned_so_far = filled_so_far = F(0)
begun = set()
phases = sorted({post['Phase'] for post in posts}, key=int)
assert [row['phase'] for row in assessment['staffing']['phases']] == phases
for row in assessment['staffing']['phases']:
    solid = [post for post in posts if post['Phase'] == row['phase'] and post['Line'] == 'solid']
    planned_so_far += sum(F(post['FTE']) for post in solid)
    filled_so_far += sum(F(post['FTE']) for post in solid if filled(post))
    begun |= {post['Process ID'] for post in solid}
    low, high = (sum(F(benchmarks[p][f'FTE {end}']) for p in begun) for end in ('Min', 'Max'))
    same(row['planned_so_far'], planned_so_far, row['phase'])
    same(row['filled_so_far'], filled_so_far, row['phase'])
    same(row['min'], low, row['phase'])
    same(row['max'], high, row['phase'])
    same(row['verdict'], 'under' if planned_so_far < low else 'over' if planned_so_far > high else 'within',
         row['phase'])
total = assessment['staffing']['total']
same(total['planned'], planned_so_far, 'planned')
same(total['vacant'], planned_so_far - filled_so_far, 'vacant')
same(total['dotted'], sum(F(p['FTE']) for p in posts if p['Line'] == 'dotted' and filled(p)), 'dotted')
assert (total['min'], total['max'], total['sum_min'], total['sum_max']) == (6, 8, 6, F(17, 2)), total
shares = {}
for post in posts:
    key = post['Role or Person'], not filled(post), post['Line'] == 'dotted'
    shares.setdefault(key, {})[post['Process ID']] = F(post['FTE'])
found = {(p['person'], p['vacancy'], p['dotted']): {k: F(v) for k, v in p['shares'].items()}
         for p in assessment['staffing']['people']}
assert found == shares, (found, shares)
assert re.fullmatch('green|amber|red|no-data', assessment['staffing']['reporting_line'])
