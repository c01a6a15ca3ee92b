"""Seeded random workbooks for the oracle, and their canonical XML.

    make(seed)    a book: sheets, rows, attributes      write(book)    its XML
    read(path)    the book of a canonical XML file
"""
import datetime
import random
import xml.etree.ElementTree as tree
from fractions import Fraction as F
from xml.sax.saxutils import escape, quoteattr

from periods import Calendar, Period, first_day, last_day, step

NAMESPACE = 'urn:boardpack:strategy-workbook:1'
ROW = {'units': 'unit', 'perspectives': 'perspective', 'themes': 'theme', 'objectives': 'objective',
       'measures': 'measure', 'thresholds': 'threshold', 'values': 'value', 'initiatives': 'initiative',
       'milestones': 'milestone', 'benefits': 'benefit', 'processes': 'process', 'staffing': 'share',
       'benchmarks': 'benchmark'}
# Columns of several lines are elements of their own.
LINES = {'definition', 'declaredReason', 'description'}


def element(name, row, indent):
    attributes = ''.join(f' {k}={quoteattr(v)}' for k, v in row.items() if k not in LINES)
    lines = ''.join(f'{indent} <{k}>{escape(v)}</{k}>\n' for k, v in row.items() if k in LINES)
    return f'{indent}<{name}{attributes}>\n{lines}{indent}</{name}>\n' if lines else f'{indent}<{name}{attributes}/>\n'


def write(book):
    text = f'<?xml version="1.0" encoding="UTF-8"?>\n<workbook xmlns="{NAMESPACE}" version="1.0">\n'
    for sheet in ('organization', 'settings'):
        text += element(sheet, book[sheet][0], ' ')
    for sheet, name in ROW.items():
        if book.get(sheet):
            text += f' <{sheet}>\n' + ''.join(element(name, row, '  ') for row in book[sheet]) + f' </{sheet}>\n'
    return text + '</workbook>\n'


def read(path):
    book = {}
    for sheet in tree.parse(path).getroot():
        name = sheet.tag.split('}')[1]
        rows = [sheet] if name in ('organization', 'settings') else list(sheet)
        book[name] = [dict(row.attrib, **{c.tag.split('}')[1]: c.text or '' for c in row}) for row in rows]
    return book


def decimal(value):
    """A fraction of at most six decimals as text."""
    micro = value * 10 ** 6
    assert micro.denominator == 1, value
    digits = f'{abs(micro.numerator):07d}'
    return ('-' if micro < 0 else '') + digits[:-6] + ('.' + digits[-6:]).rstrip('0').rstrip('.')


def some(dice, low, high, decimals):
    return F(dice.randint(low * 10 ** decimals, high * 10 ** decimals), 10 ** decimals)


class Maker:
    def __init__(self, seed):
        self.dice = random.Random(seed)
        self.book = {'settings': [{}]}

    def chance(self, share):
        return self.dice.random() < share

    def pick(self, *words):
        return self.dice.choice(words)

    def spoil(self):
        """Now and then what must be refused: target 0 without a red flag, wrong order, blank weights."""
        kind = self.pick('zero', 'order', 'weights')
        measures = [m for m in self.book['measures'] if m['polarity'] == 'higher' and m.get('state', 'active') == 'active']
        if kind == 'weights' and len(self.book['perspectives']) > 1:
            for p in self.book['perspectives']:
                p.pop('weight', None)
            self.book['perspectives'][0]['weight'] = '5'
        for m in measures[:1]:
            p = self.calendar.write(self.calendar.ended(last_day(self.now), m['frequency']))
            rows = [v for v in self.book['values'] if v['measure'] == m['id'] and v['period'] == p]
            if kind == 'zero':
                self.book['thresholds'] = [t for t in self.book['thresholds'] if t['measure'] != m['id']]
                self.book['settings'][0].pop('toleranceUnit', None)
                for v in rows:
                    v['v'] = '0'
            elif kind == 'order':
                self.book['thresholds'] = [t for t in self.book['thresholds'] if t['measure'] != m['id']]
                self.book['thresholds'].append(dict(measure=m['id'], method='absolute', redFlag='999999'))

    def make(self):
        self.organization()
        self.settings()
        self.units()
        self.objectives()
        self.supports()
        for i in range(self.dice.randint(8, 18)):
            self.measure(f'M{i + 1}')
        self.weigh_measures()
        for i in range(self.dice.randint(2, 6)):
            self.initiative(f'I{i + 1}')
        self.staffing()
        if self.chance(0.05):
            self.spoil()
        return self.book

    # ---- frame ----

    def organization(self):
        month = self.pick(1, 1, 4, 7, 10, 2, 12)
        named = self.pick('start', 'end')
        self.calendar = Calendar(month, named)
        frequency = self.pick('monthly', 'monthly', 'monthly', 'quarterly')
        self.now = self.calendar.holding(datetime.date(2026, self.dice.randint(1, 12), 15), frequency)
        self.as_of = last_day(self.now) + datetime.timedelta(days=self.pick(0, 0, 5, 20, 50))
        self.book['organization'] = [dict(
            id='ORG', name='Northern Service', currency='EUR', fiscalYearStart=f'{month:02d}-01',
            asOf=self.as_of.isoformat(), period=self.calendar.write(self.now), language='en', conventionVersion='1')]
        self.book['settings'][0]['fiscalYearNamedBy'] = named

    def settings(self):
        row = self.book['settings'][0]
        options = {'rollupPolicy': ('weighted', 'worst', 'majority'),
                   'missingDataPolicy': ('exclude', 'exclude', 'strict', 'zero', 'carry'),
                   'defaultTolerance': ('10', '5', '2.5', '12.345'), 'toleranceUnit': ('percent', 'points'),
                   'minimumCoverage': ('50', '0', '33.333333', '75', '100'), 'headline': ('period', 'ytd'),
                   'trendDeadBand': ('1', '0', '10', '33.333333')}
        for name, words in options.items():
            if self.chance(0.6):
                row[name] = self.pick(*words)
        if row.get('missingDataPolicy') == 'carry':
            row['carryPeriods'] = self.pick('1', '2', '3')
        if self.chance(0.7):
            row['reportingLine'] = self.pick('direct', 'dotted to CEO with solid to CFO/COO', 'two levels below',
                                             'three or more levels below')

    def weigh(self, rows, name='weight'):
        """All of them or none; sometimes thirds that do not add up to a round number."""
        if self.chance(0.6):
            for row in rows:
                row[name] = self.pick('33.33', '1', '20', '50', '0.000001', decimal(some(self.dice, 1, 99, 2)))

    def units(self):
        self.book['units'] = [dict(id='U0', name='Head office', kind='enterprise')]
        for i in range(1, self.dice.randint(2, 4)):
            self.book['units'].append(dict(id=f'U{i}', name=f'Unit {i}', parent=self.pick(*[u['id'] for u in self.book['units']]),
                                           kind='business'))
        self.book['perspectives'] = [dict(id=f'P{i}', name=f'Row {i}', order=str(i)) for i in (1, 2, 3)]
        self.weigh(self.book['perspectives'])
        self.book['themes'] = [dict(id=f'T{i}', name=f'Theme {i}') for i in (1, 2)]

    def objectives(self):
        rows = self.book['objectives'] = []
        for u in self.book['units']:
            for i in range(self.dice.randint(1, 5)):
                row = dict(id=f'O{len(rows) + 1}', name=f'Reach aim {len(rows) + 1}', unit=u['id'],
                           perspective=self.pick('P1', 'P2', 'P3'), owner='Head')
                if self.chance(0.6):
                    row['theme'] = self.pick('T1', 'T2')
                if self.chance(0.2):
                    row['critical'] = 'Y'
                if self.chance(0.1):
                    row['state'] = self.pick('active', 'proposed', 'retired')
                if self.chance(0.15):
                    row.update(declaredStatus=self.pick('green', 'amber', 'red'), declaredBy='Head',
                               declaredOn=self.as_of.isoformat(), declaredReason='A contract starts next month.',
                               declaredExpires=(self.as_of + datetime.timedelta(days=30)).isoformat())
                rows.append(row)
        self.weigh(rows)

    def supports(self):
        parents = {u['id']: u.get('parent') for u in self.book['units']}
        for row in self.book['objectives']:
            above = [o['id'] for o in self.book['objectives'] if o['unit'] == parents[row['unit']]]
            if above and self.chance(0.6):
                row['supports'] = '; '.join(self.dice.sample(above, min(len(above), self.pick(1, 1, 2))))
                row['linkKind'] = self.pick('contributory', 'contributory', 'identical', 'shared')

    # ---- measures ----

    def measure(self, id):
        polarity = self.pick('higher', 'higher', 'lower', 'lower', 'range', 'binary', 'info')
        row = dict(id=id, name=f'Measure {id}', unitOfMeasure=self.pick('%', 'days', 'EUR'),
                   polarity=polarity, frequency=self.pick('monthly', 'monthly', 'monthly', 'quarterly', 'half-yearly', 'yearly', 'weekly'),
                   aggregation=self.pick('last', 'sum', 'mean', 'min', 'max', 'ratio'), owner='Head', dataSource='Books',
                   definition='Counted by hand.')
        objectives = self.book['objectives']
        row['objectives'] = '; '.join(o['id'] for o in self.dice.sample(objectives, min(len(objectives), self.pick(1, 1, 1, 2))))
        if self.chance(0.2):
            row['critical'] = 'Y'
        if self.chance(0.3) and polarity != 'binary':
            row['trendDeadBand'] = self.pick('0', '0.5', '2', '0.000001')
        if self.chance(0.12):
            row['state'] = self.pick('proposed', 'retired', 'not applicable')
        self.book.setdefault('measures', []).append(row)
        self.shape(row)
        self.values(row)

    def shape(self, row):
        """Target and thresholds: what self.bad and self.good (distances from the target) are."""
        self.target = some(self.dice, -200, 200, self.pick(0, 1, 2)) or F(7)
        self.width = some(self.dice, 1, 20, self.pick(0, 1, 3))
        polarity, sign = row['polarity'], -1 if row['polarity'] == 'lower' else 1
        self.sign, self.marks = sign, [F(0)]
        threshold = dict(measure=row['id'])
        if polarity == 'binary':
            self.target = F(1)
        elif polarity == 'range':
            below, above = some(self.dice, 0, 9, 1), some(self.dice, 0, 9, 1)
            self.marks = [-below, above, (above - below) / 2, -below - self.width, above + self.width,
                          -below - 2 * self.width, above + self.width / 2]
            method = self.pick('absolute', 'deviation from target')
            threshold['method'] = method
            ends = (self.target - below, self.target + above) if method == 'absolute' else (below, above)
            threshold.update(lower=decimal(ends[0]), upper=decimal(ends[1]), margin=decimal(self.width))
            self.book.setdefault('thresholds', []).append(threshold)
        elif polarity != 'info' and self.chance(0.75):
            method = self.pick('absolute', 'absolute', 'deviation from target', 'ratio of target')
            threshold['method'] = method
            red = self.width
            self.marks = [F(0), -red, -2 * red, red, -red / 2]
            if method == 'ratio of target':
                share = some(self.dice, 1, 4, 2) / 10
                # the bad side of the target: a factor that leads there for its sign
                factor = 1 - share * sign * (1 if self.target > 0 else -1)
                self.width = abs(self.target) * share
                self.marks = [F(0), -self.width, -2 * self.width, self.width]
                threshold['redFlag'] = decimal(factor)
            else:
                place = lambda d: decimal(self.target + sign * d) if method == 'absolute' else decimal(abs(d))
                threshold['redFlag'] = place(-red)
                if self.chance(0.5):
                    best = some(self.dice, 0, 30, 1) * self.pick(0, 1, 1, 1)
                    threshold['stretch'] = place(best)
                    self.marks.append(best)
                if self.chance(0.4):
                    worst = red + some(self.dice, 0, 30, 1) * self.pick(0, 1, 1, 1)
                    threshold['worst'] = place(-worst)
                    self.marks.append(-worst)
            self.book.setdefault('thresholds', []).append(threshold)
            if self.chance(0.25) and method != 'ratio of target':
                self.change(threshold, method)
        else:
            self.width = abs(self.target) / 10

    def change(self, threshold, method):
        """A second row from some day on, which may lie inside a period: half as far from the target."""
        day = last_day(self.now) - datetime.timedelta(days=self.dice.randint(-20, 200))
        red = F(threshold['redFlag'])
        half = (self.target + red) / 2 if method == 'absolute' else red / 2
        self.book['thresholds'].append(dict(measure=threshold['measure'], method=method, redFlag=decimal(half),
                                            **{'from': day.isoformat()}))

    def around(self, row):
        """A value that lies on a mark, beside one, or anywhere."""
        if row['polarity'] == 'binary':
            return F(self.dice.randint(0, 1))
        kind = self.dice.random()
        if kind < 0.35:
            value = self.target + self.sign * self.dice.choice(self.marks)
        elif kind < 0.55:
            value = self.target + self.sign * self.dice.choice(self.marks) + F(self.pick(-1, 1), 10 ** 6)
        else:
            value = self.target + some(self.dice, -3, 3, 3) * self.width
        return F(round(value * 10 ** 6), 10 ** 6)

    def values(self, row):
        rows = self.book.setdefault('values', [])
        frequency = row['frequency']
        last = self.calendar.ended(last_day(self.now), frequency)
        # sometimes not due yet, sometimes a short history
        count = self.pick(3, 8, 14, 26) if frequency != 'weekly' else self.pick(3, 30, 60)
        start = self.pick(0, 0, 0, 0, 0, 0, 1, 2)
        if self.chance(0.08):
            return
        put = lambda p, series, v: rows.append(dict(measure=row['id'], period=self.calendar.write(p), series=series, v=decimal(v)))
        holes = self.pick(0, 0, 0, 0.05, 0.2)
        first = start if self.chance(0.08) else -count
        fixed = self.chance(0.7) or row['polarity'] == 'range'
        # only where the thresholds move along with the target
        threshold = next((t for t in self.book.get('thresholds', []) if t['measure'] == row['id']), {})
        if threshold.get('method', 'absolute') == 'absolute' and threshold:
            fixed = True
        moves = abs(self.target) / 100 if not fixed else F(0)
        moves = F(round(moves * 1000), 1000)
        finer = frequency == 'quarterly' and row['aggregation'] != 'ratio' and self.chance(0.3)
        for i in range(first, 14 if frequency != 'weekly' else 8):
            p = step(last, i)
            target = self.target if fixed or row['polarity'] == 'binary' else self.target + moves * (i % 5)
            if not self.chance(holes) and (row['polarity'] != 'info' or self.chance(0.3)):
                put(p, 'target', target)
            if last_day(p) <= self.as_of and not self.chance(holes) and not (i == 0 and self.chance(0.08)):
                self.actual(row, p, put, finer)
        if self.chance(0.2):
            for p in self.calendar.periods_of(self.calendar.year_of(last), frequency):
                if p > last or self.chance(0.1):
                    put(p, 'forecast', self.around(row))
        if self.chance(0.2):
            put(last, 'prior-year', self.around(row))

    def actual(self, row, p, put, finer):
        value = self.around(row)
        if row['aggregation'] == 'ratio' and self.chance(0.8):
            below = F(self.dice.randint(1, 40))
            put(p, 'numerator', F(round(value * below / (100 if row['unitOfMeasure'] == '%' else 1) * 10 ** 4), 10 ** 4))
            put(p, 'denominator', below)
        elif finer:
            for i in range(3):
                put(Period('monthly', p.start + i), 'actual', value if row['aggregation'] != 'sum' else F(round(value * 10 ** 5) // 3, 10 ** 5))
        else:
            put(p, 'actual', value)

    def weigh_measures(self):
        """The measures and contributory objectives that share an objective have weights, or none has."""
        if self.chance(0.6):
            for m in self.book['measures']:
                m['weight'] = self.pick('33.33', '1', '20', '50', '0.000001', decimal(some(self.dice, 1, 99, 2)))
            for o in self.book['objectives']:
                if o.get('linkKind') == 'contributory':
                    o['supportWeight'] = self.pick('10', '33.33', '1')

    # ---- initiatives and staff ----

    def near(self, planned, percent):
        """A share of a plan, on a band of rule 11 or beside it."""
        return planned * F(self.dice.choice(percent)) / 100 + F(self.pick(0, 0, 0, 1, -1), 10 ** self.pick(2, 6))

    def initiative(self, id):
        start = self.as_of - datetime.timedelta(days=self.dice.randint(-20, 400))
        end = start + datetime.timedelta(days=self.pick(1, 100, 365, 700))
        row = dict(id=id, name=f'Work {id}', unit=self.pick(*[u['id'] for u in self.book['units']]), owner='Head',
                   objectives=self.pick(*[o['id'] for o in self.book['objectives']]), start=start.isoformat(),
                   end=end.isoformat(), state=self.pick('active', 'active', 'active', 'active', 'on hold', 'proposed', 'done', 'stopped'))
        if self.chance(0.85):
            row['complete'] = decimal(some(self.dice, 0, 100, self.pick(0, 2)))
        if row['state'] == 'done':
            row['complete'] = '100'
        if self.chance(0.8):
            budget = some(self.dice, 100, 9000, 0)
            row['budget'] = decimal(budget)
            if self.chance(0.8):
                row['forecast'] = decimal(self.near(budget, (100, 105, 110, 90, 130)))
        if self.chance(0.8):
            planned = some(self.dice, 100, 9000, 0)
            row['benefitPlanned'] = decimal(planned)
            if self.chance(0.8):
                row['benefitForecast'] = decimal(self.near(planned, (100, 95, 80, 79, 130, 0)))
        self.book.setdefault('initiatives', []).append(row)
        if self.chance(0.7):
            self.milestones(row, start, end)

    def milestones(self, row, start, end):
        rows = []
        for i in range(self.dice.randint(1, 5)):
            due = self.pick(start + (end - start) * self.dice.random(), self.as_of, self.as_of - datetime.timedelta(days=self.pick(1, 30, 31)))
            m = dict(id=f'{row["id"]}-{i}', initiative=row['id'], name=f'Step {i}', planned=due.isoformat())
            if due <= self.as_of and self.chance(0.7):
                m['actual'] = due.isoformat()
            rows.append(m)
        self.weigh(rows)
        due = sum(F(m.get('weight', '1')) for m in rows if m['planned'] <= self.as_of.isoformat())
        whole = sum(F(m.get('weight', '1')) for m in rows)
        if 'complete' in row and row['state'] != 'done' and self.chance(0.5):
            done = due / whole * 100 - self.pick(0, 5, 15, 16)
            if (done * 10 ** 6).denominator == 1 and 0 <= done <= 100:
                row['complete'] = decimal(done)
        if self.chance(0.2) and row['state'] != 'done':
            rows = self.thirds(row)
        self.book.setdefault('milestones', []).extend(rows)

    def thirds(self, row):
        """What is done follows from milestones: a third, and due is exactly 5 or 15 points more."""
        row.pop('complete', None)
        more, late = self.pick((3, 0), (9, 1), (9, 30), (3, 1))
        rows = []
        for i, (weight, days, done) in enumerate(((20, 40, True), (more, late, False), (40 - more, -20, False))):
            day = (self.as_of - datetime.timedelta(days=days)).isoformat()
            rows.append(dict(id=f'{row["id"]}-{i}', initiative=row['id'], name=f'Step {i}', planned=day, weight=str(weight)))
            if done:
                rows[-1]['actual'] = day
        return rows

    def staffing(self):
        groups = ('core',) * 3 + ('desirable',) * 3 + ('integrative',) * 3
        self.book['processes'] = [dict(id=str(i + 1), name=f'Process {i + 1}', group=g, role='runs', owner='Office')
                                  for i, g in enumerate(groups)]
        shares = []
        for i in range(self.dice.randint(3, 12)):
            left = F(1)
            for process in self.dice.sample(range(1, 10), self.pick(1, 1, 2, 3)):
                fte = min(left, self.pick(F(1, 2), F(1, 4), F(1), some(self.dice, 0, 1, 2)))
                left -= fte
                if fte > 0:
                    shares.append(dict(name=f'Person {i}', process=str(process), fte=decimal(fte),
                                       status=self.pick('filled', 'filled', 'vacant', 'planned'),
                                       line=self.pick('solid', 'solid', 'solid', 'dotted')))
        self.book['staffing'] = shares
        limits = [('1', '1'), ('1', '1.5'), ('0.5', '1'), ('0.5', '0.5'), ('0.5', '1'), ('1', '1.5'), ('0.5', '0.5'),
                  ('0.5', '0.5'), ('0.5', '1')]
        rows = [dict(process=str(i + 1), fteMin=a, fteMax=b, source='A study') for i, (a, b) in enumerate(limits)
                if self.chance(0.9)]
        if self.chance(0.8):
            rows.append(dict(process='TOTAL', fteMin='6', fteMax='8', source='A study'))
        self.book['benchmarks'] = rows


def make(seed):
    return Maker(seed).make()
