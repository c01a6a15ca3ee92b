"""Every figure of an assessment can be derived: derivations.py ASSESSMENT.json WHY.json

Each figure of each entity must be the result of a step of the entity's derivation, or stand as
an input of one: figures that the workbook gives are inputs, with their cells.  A key that nobody
told this file about is a failure, so that no figure of the assessment is forgotten."""
import json
import sys
from decimal import Decimal
from fractions import Fraction

assessment = json.load(open(sys.argv[1], encoding='utf-8'), parse_float=Decimal)
derivations = {}
for d in json.load(open(sys.argv[2], encoding='utf-8')):
    derivations.setdefault((d['entity'], d['id']), d)
failures = []
figures = 0


def text(value):
    if value is True or value is False:
        return 'yes' if value else 'no'
    if isinstance(value, (int, Decimal)):
        plain = format(Decimal(value), 'f')
        return plain.rstrip('0').rstrip('.') if '.' in plain else plain
    return READ.get(value, str(value))


# Status words of the data, and how a derivation says them.
READ = {'no-data': 'no data', 'not-due': 'not due', 'not-applicable': 'not applicable',
        'insufficient': 'too little data', 'unscored': 'not judged'}


def results(d, name):
    """What the steps of a name come to, then what inputs of the name say."""
    found = [s['result'] for s in d['steps'] if s['figure'] == name]
    return found + [i['value'] for s in d['steps'] for i in s['inputs'] if i['name'] == name]


def expect(entity, key, wanted, value):
    """wanted: a figure's name, or several of which one has to say it."""
    global figures
    if value is None:
        return
    figures += 1
    d = derivations.get(entity)
    if d is None:
        failures.append(f'{entity}: no derivation')
        return
    names = wanted if isinstance(wanted, tuple) else (wanted,)
    said = [r for name in names for r in results(d, name)]
    if not any(r == text(value) or r.startswith(text(value) + ',') for r in said):
        failures.append(f'{entity} {key}: {text(value)} in the assessment, {said} in the derivation')


def walk(entity, item, names, ignored=()):
    for key, value in item.items():
        if key in names:
            expect(entity, key, names[key], value)
        elif key not in ignored:
            failures.append(f'{entity}: nothing is known of {key}')


ROLLED = {'status': ('cap', 'status'), 'score': 'score'}


def rolled(entity, item, ignored=()):
    d = derivations.get(entity)
    names = dict(ROLLED)
    scored = d and results(d, 'coverage in %')
    if scored:
        names['coverage'] = 'coverage in %'
    walk(entity, item, names, ('id', 'unit', 'coverage', 'tally') + tuple(ignored))
    # the tally counts the children, which stand among the inputs with their statuses
    if entity[0] == 'unit':
        counts = item['tally']
        expect(entity, 'tally', 'objectives by status',
               ', '.join(f'{counts[s]} {s}' for s in ('green', 'amber', 'red', 'grey')))
    elif d and scored:
        words = [i['value'] for s in d['steps'] if s['figure'] == 'children' for i in s['inputs']]
        for status in ('exceeds', 'green', 'amber', 'red'):
            count = sum(1 for w in words if w.split(',')[0] == status)
            if count != item['tally'][status]:
                failures.append(f'{entity} tally: {item["tally"]} against {words}')
                break


for unit in assessment['units']:
    rolled(('unit', unit['id']), unit)
for group in assessment['perspectives']:
    rolled(('perspective', f'{group["unit"]}/{group["id"]}'), group)
for group in assessment['themes']:
    rolled(('theme', f'{group["unit"]}/{group["id"]}'), group)
for objective in assessment['objectives']:
    entity = ('objective', objective['id'])
    rolled(entity, objective, ('goodness', 'supported_by', 'forecast_status', 'declared'))
    if objective['declared']:
        expect(entity, 'declared', 'declared status',
               f'declared {objective["declared"]} (calculated {objective["status"]})')
    if derivations[entity]['steps'][-1]['figure'].startswith('forecast'):
        expect(entity, 'forecast_status', ('forecast status', 'forecast status, capped'),
               objective['forecast_status'])
    if objective['goodness']:
        said = results(derivations[entity], 'trend of the score')
        if not said or not said[0].endswith(objective['goodness']):
            failures.append(f'{entity} goodness: {said}')

SPANS = {'Q': 'quarter', 'H': 'half-year', 'W': 'week'}
for m in assessment['measures']:
    entity = ('measure', m['id'])
    d = derivations[entity]
    walk(entity, m, {'status': 'status', 'score': 'score', 'actual': 'actual', 'target': 'target',
                     'variance': ('variance in percent', 'variance')},
         ('id', 'period', 'year_to_date', 'direction', 'goodness', 'trend_year', 'trend_mean',
          'consecutive', 'carried_from', 'signals', 'forecast'))
    trends = {'trend against last year': m['trend_year']}
    for step in d['steps']:
        if step['figure'].startswith('trend against the mean') and 'better' not in step['figure']:
            trends[step['figure']] = m['trend_mean']
        elif step['figure'].startswith('trend against the') and 'better' not in step['figure']:
            trends[step['figure']] = {'direction': m['direction'], 'goodness': m['goodness']}
    for name, trend in trends.items():
        for key in ('direction', 'goodness'):
            if trend[key] is None:
                continue
            said = results(d, name) + results(d, name + ', better or worse')
            figures += 1
            if not any(trend[key] in r.split(', ') for r in said):
                failures.append(f'{entity} {name}: {trend} and {said}')
    if m['consecutive']:
        said = [s['result'] for s in d['steps'] if s['figure'].endswith('s in this status')]
        if said != [str(m['consecutive'])]:
            failures.append(f'{entity} consecutive: {m["consecutive"]} and {said}')
    forecast = m['forecast']
    if forecast['method'] != 'none':
        expect(entity, 'forecast', 'forecast', forecast['value'])
        expect(entity, 'year target', 'target of the year', forecast['target'])
        if forecast['status'] in ('exceeds', 'green', 'amber', 'red'):
            expect(entity, 'forecast status', 'forecast status', forecast['status'])
    chart = m['signals']
    if chart is None:
        continue
    of = ('signal', m['id'] + '/signal')
    walk(of, chart, {'mean': 'mean', 'range': 'mean moving range', 'lower': 'lower limit',
                     'upper': 'upper limit'}, ('points', 'trial', 'dropped', 'found'))
    if chart['dropped']:
        expect(of, 'dropped', 'moving ranges dropped', chart['dropped'])
    kinds = {'outside': 'outside the limits', 'run': 'on one side of the mean',
             'slope': 'rising or falling', 'near': 'close to a limit'}
    for kind, name in kinds.items():
        found = [f for f in chart['found'] if f['kind'] == kind]
        said = results(derivations[of], name)[0]
        figures += 1
        if (said == 'none') != (not found) or any(f['first'] not in said for f in found):
            failures.append(f'{of} {kind}: {found} and {said}')

for initiative in assessment['initiatives']:
    d = derivations[('initiative', initiative['id'])]
    walk(('initiative', initiative['id']), initiative,
         {key: key for key in ('status', 'schedule', 'budget', 'benefit')}, ('id',))

for b in assessment['benefits']:
    walk(('benefit', b['id']), b,
         {'status': 'status', 'percent': 'percent of the case', 'overdue': 'overdue',
          'reconciled': 'reconciled', 'planned': 'planned value', 'due': 'by when',
          'realised': ('realised value', 'expected value')},
         ('id', 'initiative', 'type', 'in_currency', 'forecast'))
for b in assessment['benefit_totals']:
    names = {'in_other_units': 'benefits in other units', 'benefits': 'benefits',
             'planned': 'planned', 'realised': 'realised', 'expected': 'expected',
             'percent': 'percent of the case', 'status': 'status', 'overdue': 'overdue'}
    ignored = ['initiative', 'type']
    if not b['in_other_units']:
        ignored.append('in_other_units')
    if not b['benefits']:
        ignored += ['status', 'planned', 'realised', 'expected']
    names = {key: f'{b["type"]}: {name}' for key, name in names.items() if key not in ignored}
    entity = ('benefits', f'{b["initiative"]}/benefits' if b['initiative'] else 'benefits')
    walk(entity, b, names, ignored)

for a in assessment['alignment']:
    names = {'objectives': 'objectives', 'traced': 'objectives traced', 'budget': 'budget',
             'linked': 'budget linked to the strategy', 'headcount': 'headcount',
             'goals': 'goals linked', 'goals_of': 'people asked: goals linked',
             'incentives': 'incentives linked', 'incentives_of': 'people asked: incentives linked',
             'plans': 'development plans linked',
             'plans_of': 'people asked: development plans linked',
             'aware': 'aware of the strategy', 'aware_of': 'people asked: aware of the strategy',
             'executive_hours': 'executive hours a month'}
    if a['orphaned']:
        names['orphaned'] = 'linked to initiatives that serve no objective'
    walk(('alignment', a['unit'] + '/alignment'), a, names, ('unit', 'counted', 'orphaned'))

for link in assessment['links']:
    entity = ('link', f'{link["from"]}:{link["to"]}')
    walk(entity, link, {'association': 'verdict', 'lag_months': 'lag in months',
                        'step': 'scores compared', 'points': 'pairs of scores', 'rho': 'rho',
                        'rho_of_moves': 'rho of the moves', 'p': 'p'},
         ('from', 'to', 'sign', 'lag_searched'))

for row in assessment['trust']:
    entity = (('owner', row['owner']) if row['owner'] else
              ('trust', row['unit'] + '/trust' if row['unit'] else 'trust'))
    names = {'measures': 'measures', 'with_actual': 'with an actual', 'stale': 'stale',
             'attested': 'attested', 'estimated': 'estimated', 'unattested': 'unattested',
             'restated': 'restated', 'provisional': 'provisional'}
    ignored = ['unit', 'owner']
    if row['initiatives']:
        names.update({'initiatives': 'initiatives',
                      'disagreeing': 'reported better than they come out'})
    else:
        ignored += ['initiatives', 'disagreeing']
    if row['disagreeing']:
        names.update({'bands': 'bands reported better', 'widest': 'most bands reported better'})
    else:
        ignored += ['bands', 'widest']
    walk(entity, row, names, ignored)

staffing = assessment['staffing']
for p in staffing['processes']:
    names = {'planned': 'planned FTE', 'filled': 'filled FTE', 'verdict': 'against the benchmark',
             'min': 'benchmark, least', 'max': 'benchmark, most'}
    if p['gap']:
        names['gap'] = 'gap in FTE'
    walk(('process', p['id']), p, names,
         ('id', 'gap', 'coverage', 'fill_rate', 'status', 'colour', 'dotted', 'vacant'))
for p in staffing['people']:
    kind = 'vacancy' if p['vacancy'] else 'person'
    entity = (kind + ' on a dotted line' if p['dotted'] else kind, p['person'])
    expect(entity, 'total', 'FTE', p['total'])
    for process, share in p['shares'].items():
        expect(entity, f'share of {process}', f'FTE of process {process}', share)
for p in staffing['phases']:
    name = 'without a phase' if p['phase'] is None else p['phase']
    names = {'planned': 'planned FTE', 'filled': 'filled FTE',
             'planned_so_far': 'planned FTE so far', 'filled_so_far': 'filled FTE so far',
             'min': 'benchmark so far, least', 'max': 'benchmark so far, most',
             'verdict': 'against the benchmark'}
    if p['dotted']:
        names['dotted'] = 'dotted-line FTE'
    if p['gap']:
        names['gap'] = 'gap in FTE'
    start = 'group' if p['by_group'] else 'phase'
    walk(('roadmap', 'roadmap'), p, {k: f'{start} {name}: {n}' for k, n in names.items()},
         ('phase', 'by_group', 'gap', 'dotted'))
walk(('office', 'office'), staffing['total'],
     {'planned': 'planned FTE', 'filled': 'filled FTE', 'vacant': 'vacant FTE',
      'dotted': 'dotted-line FTE', 'min': 'published total, least', 'max': 'published total, most',
      'verdict': 'against the published total', 'sum_min': 'sum of the benchmarks, least',
      'sum_max': 'sum of the benchmarks, most',
      'sum_verdict': 'against the sum of the benchmarks'})
expect(('office', 'office'), 'reporting_line', 'reporting line', staffing['reporting_line'])

known = {'workbook', 'units', 'perspectives', 'themes', 'objectives', 'measures', 'initiatives',
         'benefits', 'benefit_totals', 'alignment', 'base_rates', 'links', 'trust', 'staffing'}
failures += [f'nothing is known of {key}' for key in assessment if key not in known]
failures += [f'nothing is known of staffing/{key}' for key in staffing
             if key not in {'processes', 'people', 'phases', 'for_scale', 'reporting_line', 'total'}]
print(f'{figures} figures, {len(derivations)} derivations')
for failure in failures:
    print(failure)
sys.exit(1 if failures or figures < 1000 else 0)
