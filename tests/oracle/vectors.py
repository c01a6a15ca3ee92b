"""The test vectors of domain.md section 4, as one workbook: a measure and an objective for each."""
from fractions import Fraction as F

# polarity, thresholds (target, then what the sheet Thresholds holds), then actual -> status, score
MEASURES = (
    ('higher', 260000, dict(redFlag='255000'), (
        ('260000', 'green', F(200, 3)), ('257500', 'amber', F(50)), ('255000', 'amber', F(100, 3)),
        ('254999', 'red', F(100, 3) * F(4999, 5000)), ('265000', 'green', F(100)), ('250000', 'red', F(0)))),
    ('lower', 7, dict(redFlag='14'), (
        ('7', 'green', F(200, 3)), ('10.5', 'amber', F(50)), ('14', 'amber', F(100, 3)), ('0', 'green', F(100)),
        ('21', 'red', F(0)))),
    ('range', 100, dict(lower='95', upper='105', margin='5'), (
        ('100', 'green', F(100)), ('105', 'green', F(200, 3)), ('107.5', 'amber', F(50)),
        ('110', 'amber', F(100, 3)), ('112', 'red', F(20)))),
)
# (weight, score or None) of each measure; option; status, score and coverage of the objective
ROLLUPS = (
    ((('50', 100), ('30', 50), ('20', None)), 'exclude', 'green', F(325, 4), F(80)),
    ((('50', 100), ('30', 50), ('20', None)), 'zero', 'amber', F(65), F(80)),
    ((('50', 100), ('30', 50), ('20', None)), 'strict', 'insufficient', None, F(80)),
    ((('33.33', 100), ('33.33', 100), ('33.33', 100)), 'exclude', 'green', F(100), F(100)),
)
PERIOD = '2026-10'


def frame(policy='exclude'):
    return {
        'organization': [dict(id='ORG', name='Vectors', currency='EUR', fiscalYearStart='01-01', asOf='2026-10-31',
                              period=PERIOD, language='en', conventionVersion='1')],
        'settings': [dict(missingDataPolicy=policy)],
        'units': [dict(id='U0', name='Head office', kind='enterprise')],
        'perspectives': [dict(id='P1', name='Row 1', order='1')],
        'objectives': [], 'measures': [], 'thresholds': [], 'values': []}


def add(book, objective, polarity, thresholds, target, actual, **more):
    id = f'M{len(book["measures"]) + 1}'
    if objective not in [o['id'] for o in book['objectives']]:
        book['objectives'].append(dict(id=objective, name=f'Reach {objective}', unit='U0', perspective='P1', owner='Head'))
    book['measures'].append(dict(id=id, name=id, unitOfMeasure='days', polarity=polarity, frequency='monthly',
                                 aggregation='last', owner='Head', dataSource='Books', objectives=objective,
                                 definition='Counted by hand.', **more))
    book['thresholds'].append(dict(measure=id, **thresholds))
    for series, value in (('target', target), ('actual', actual)):
        if value is not None:
            book['values'].append(dict(measure=id, period=PERIOD, series=series, v=str(value)))
    return id


def books():
    """Pairs of a name and (book, what must come of it: id -> status, score, coverage)."""
    book, wanted = frame(), {}
    for polarity, target, thresholds, cases in MEASURES:
        for actual, status, score in cases:
            id = add(book, f'O{len(wanted) + 1}', polarity, thresholds, target, actual)
            wanted[id] = (status, score, None)
    yield 'measures', book, wanted
    for number, (children, policy, status, score, coverage) in enumerate(ROLLUPS):
        book = frame(policy)
        for weight, child in children:
            # on the line from worst 0 to stretch 100 with target 66 2/3 the score is not a decimal: 40 to 100
            actual = {100: '100', 50: '55', None: None}[child]
            add(book, 'O1', 'higher', dict(redFlag='40'), 70, actual, weight=weight)
        yield f'rollup {number + 1}', book, {'O1': (status, score, coverage)}
    book = frame()
    add(book, 'O1', 'higher', dict(redFlag='5'), 5, 5)
    yield 'target on red flag', book, None  # an error
    book = frame()
    add(book, 'O1', 'higher', dict(redFlag='40'), 70, '55', state='not applicable')
    add(book, 'O2', 'higher', dict(redFlag='40'), 70, '55')
    yield 'not applicable', book, {'O1': ('not-applicable', None, F(0)), 'O2': ('amber', F(50), F(100)),
                                  'U0': ('amber', F(50), F(100))}
    # 40 % of the time gone by, 28 % done, a milestone 12 days late
    book = frame()
    add(book, 'O1', 'higher', dict(redFlag='40'), 70, '55')
    book['initiatives'] = [dict(id='I1', name='Work', unit='U0', owner='Head', objectives='O1', start='2026-09-21',
                                end='2026-12-30', complete='28')]
    book['milestones'] = [dict(id='I1-1', initiative='I1', name='Step', planned='2026-10-19')]
    yield 'initiative', book, {'I1': ('amber', None, None)}
