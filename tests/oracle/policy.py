"""A second opinion on scores: the rules of domain.md section 4 (and 2) as tables and small
functions over exact fractions, written from the text alone.

    Assessment(book).json()      what `boardpack assess --format=json` must say of the book

A book is a dict of sheets, each a list of rows, each a dict of attributes as they stand in the
canonical XML (books.py reads and writes it).  Where the text leaves a choice, the choice stands
here as it does for users in doc/scoring.md.
"""
import datetime
from fractions import Fraction as F

from periods import Calendar, Period, a_year_before, between, first_day, last_day, step
from signals import signals

# Rule 2: what each polarity asks of target (t) and red flag (r), and the sign that makes more good.
SIGN = {'higher': 1, 'lower': -1}
# Rule 2 to 4: statuses from best to worst, and the greys.
RANK = {'exceeds': 0, 'green': 1, 'amber': 2, 'red': 3}
GREYS = {'no-data', 'not-due', 'not-applicable', 'stale', 'insufficient', 'unscored'}
OUT_OF_SCOPE = {'not-applicable', 'not-due', 'unscored'}
NOT_OF_THE_PLAN = {'proposed', 'retired'}
THIRD, TWO_THIRDS, WHOLE = F(100, 3), F(200, 3), F(100)
# Rule 11: (limit, status), the first that holds; beyond the last is red.
SCHEDULE_GAP = ((5, 'green'), (15, 'amber'))
COST_OVER = ((5, 'green'), (10, 'amber'))
BENEFIT_SHARE = ((95, 'green'), (80, 'amber'))
OVERDUE_RED = 30
FTE_TOLERANCE = F(5, 1000)
# Rule 6: one figure of several.
COMBINE = {'sum': sum, 'mean': lambda v: sum(v) / len(v), 'last': lambda v: v[-1], 'min': min, 'max': max,
           'ratio': lambda v: sum(v) / len(v)}
LINES = {'direct': 'green', 'dotted to CEO with solid to CFO/COO': 'green', 'two levels below': 'amber',
         'three or more levels below': 'red'}


class BookError(Exception):
    """The book must be refused."""


def number(text):
    return None if text is None else F(text.rstrip('%'))


def date(text):
    return datetime.date.fromisoformat(text) if text else None


def rounded(value, places=6):
    """Half away from zero."""
    if value is None:
        return None
    scaled = abs(value) * 10 ** places
    whole = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    return F(whole if value >= 0 else -whole, 10 ** places)


def sign(value):
    return (value > 0) - (value < 0)


def band(score):
    """Rule 4: the status of an exact score."""
    return 'red' if score < THIRD else 'amber' if score < TWO_THIRDS else 'green'


def interpolate(points, value):
    """Rule 3: piecewise linear through (value, score) points in ascending order, clamped.  Where two
    points share a value it has the later one's score, which is the better for all but ranges, whose
    points never do: a boundary belongs to the better band."""
    if value >= points[-1][0]:
        return points[-1][1]
    for (x0, y0), (x1, y1) in reversed(list(zip(points, points[1:]))):
        if value >= x0:
            return y0 + (y1 - y0) * (value - x0) / (x1 - x0)
    return points[0][1]


class Bands:
    """What a value is judged by.  For higher and lower: target, red, stretch, worst; for a range:
    lower, upper, margin; for binary: target."""

    def __init__(self, polarity, target=None, red=None, stretch=None, worst=None, lower=None, upper=None, margin=None):
        self.polarity, self.target, self.red = polarity, target, red
        self.lower, self.upper, self.margin = lower, upper, margin
        self.stretch_given, self.worst_given = stretch is not None, worst is not None
        if polarity in SIGN:
            s = SIGN[polarity]
            self.worst = worst if worst is not None else red - (target - red)
            self.stretch = stretch if stretch is not None else target + (target - red)
            if not s * self.worst <= s * red < s * target <= s * self.stretch:
                raise BookError('thresholds in the wrong order')
        elif polarity == 'range' and (lower > upper or margin <= 0):
            raise BookError('no range')

    def off(self, value):
        """How far a value lies outside the band of a range."""
        return max(self.lower - value, value - self.upper, F(0))

    def edge(self, value):
        """The edge outside of which a value lies, or None."""
        return self.lower if value < self.lower else self.upper if value > self.upper else None

    def status(self, value):
        if self.polarity in SIGN:
            s = SIGN[self.polarity]
            for limit, status in ((self.stretch if self.stretch_given else None, 'exceeds'),
                                  (self.target, 'green'), (self.red, 'amber')):
                if limit is not None and s * value >= s * limit:
                    return status
            return 'red'
        if self.polarity == 'range':
            off = self.off(value)
            return 'green' if off == 0 else 'amber' if off <= self.margin else 'red'
        return 'green' if value == self.target else 'red'

    def score(self, value):
        if self.polarity in SIGN:
            s = SIGN[self.polarity]
            return interpolate([(s * self.worst, F(0)), (s * self.red, THIRD), (s * self.target, TWO_THIRDS),
                                (s * self.stretch, WHOLE)], s * value)
        if self.polarity == 'range':
            off = self.off(value)
            if off > 0:
                return interpolate([(F(0), TWO_THIRDS), (self.margin, THIRD), (2 * self.margin, F(0))], off)
            half = (self.upper - self.lower) / 2
            return WHOLE if half == 0 else WHOLE - THIRD * abs(value - self.lower - half) / half
        return WHOLE if self.status(value) == 'green' else F(0)

    def width(self):
        """Rule 7: the distance of target and red flag, of which the dead band is a share."""
        if self.polarity in SIGN:
            return abs(self.target - self.red)
        return self.margin if self.polarity == 'range' else F(0)


def bands_of(row, polarity, target, tolerance, points):
    """Rule 2: the bands for a target under a row of thresholds (None: there is no row)."""
    row = row or {}
    method = row.get('method', 'absolute')
    given = {k: number(row.get(k)) for k in ('redFlag', 'stretch', 'worst', 'lower', 'upper', 'margin')}
    if polarity == 'binary':
        return Bands(polarity, target=target)
    if polarity == 'range':
        if None in (given['lower'], given['upper'], given['margin']):
            raise BookError('a limit of the range is missing')
        lower, upper, margin = given['lower'], given['upper'], given['margin']
        if method == 'ratio of target':
            lower, upper, margin = sorted((lower * target, upper * target)) + [margin * abs(target)]
        elif method == 'deviation from target':
            lower, upper = target - lower, target + upper
        return Bands(polarity, lower=lower, upper=upper, margin=margin)
    s = SIGN[polarity]
    make = {'absolute': lambda v, good: v, 'ratio of target': lambda v, good: v * target,
            'deviation from target': lambda v, good: target + s * v if good else target - s * v}[method]
    red, stretch, worst = (None if given[k] is None else make(given[k], k == 'stretch')
                           for k in ('redFlag', 'stretch', 'worst'))
    if red is None:
        if points:
            red = target - s * tolerance
        elif target == 0:
            raise BookError('the target is 0 and there is no red flag')
        else:
            red = target - s * abs(target) * tolerance / 100
    return Bands(polarity, target, red, stretch, worst)


def rollup(children, options):
    """Rule 4 and 5.  Children have weight, status, score, coverage (0 to 1), scope, critical.
    Returns status, score, coverage, scope."""
    if not children:
        return 'no-data', None, F(0), True
    scope = [c for c in children if c['scope']]
    weight = sum(c['weight'] for c in scope)
    if not scope or weight == 0:
        statuses = {c['status'] for c in children}
        return ('not-due' if 'not-due' in statuses else 'not-applicable'), None, F(0), False
    coverage = sum(c['weight'] * c['coverage'] for c in scope) / weight
    scored = [c for c in scope if c['score'] is not None]
    missing = len(scored) < len(scope)
    if options['missing'] == 'zero':
        scored = [c if c['score'] is not None else dict(c, score=F(0), status='red', critical=False) for c in scope]
    if (options['missing'] == 'strict' and missing) or coverage * 100 < options['minimum']:
        return 'insufficient', None, coverage, True
    weight = sum(c['weight'] for c in scored)
    if weight == 0:
        return 'no-data', None, coverage, True
    score = sum(c['weight'] * c['score'] for c in scored) / weight
    ranks = [max(RANK[c['status']], RANK['green']) for c in scored if c['weight'] > 0]
    rank = {'weighted': lambda: RANK[band(score)], 'worst': lambda: max(ranks),
            'majority': lambda: max(ranks, key=lambda r: (ranks.count(r), r))}[options['rollup']]()
    if any(c['critical'] and c['status'] == 'red' for c in scored):
        rank = max(rank, RANK['amber'])
    return next(s for s, r in RANK.items() if r == rank and s != 'exceeds'), score, coverage, True


def tally(statuses):
    counts = {s: statuses.count(s) for s in RANK}
    return {**counts, 'grey': len(statuses) - sum(counts.values())}


def tally_of(children):
    return tally([c['status'] for c in children if c['state'] not in NOT_OF_THE_PLAN])


def weights(rows, key='weight'):
    """Weights of siblings: all blank are all 1, some blank are an error."""
    given = [number(r.get(key)) for r in rows]
    if all(w is None for w in given):
        return [F(1)] * len(rows)
    if None in given:
        raise BookError('some weights are blank')
    if sum(given) == 0:
        raise BookError('weights add up to 0')
    return given


def by_limits(value, limits, rising=True):
    for limit, status in limits:
        if (value <= limit) if rising else (value >= limit):
            return status
    return 'red'


def worst_of(statuses):
    known = [s for s in statuses if s in RANK]
    return max(known, key=RANK.get) if known else 'no-data'


class Assessment:
    def __init__(self, book, period=None, as_of=None, check=True):
        self.book = book
        settings, organization = book.get('settings', [{}])[0], book['organization'][0]
        self.calendar = Calendar(int(organization['fiscalYearStart'][:2]), settings.get('fiscalYearNamedBy', 'end'))
        self.period = period or self.calendar.parse(organization['period'])
        self.as_of = as_of or date(organization['asOf'])
        self.options = {
            'rollup': settings.get('rollupPolicy', 'weighted'),
            'missing': settings.get('missingDataPolicy', 'exclude'),
            'carry': int(settings.get('carryPeriods', 1)),
            'tolerance': number(settings.get('defaultTolerance', '10')),
            'points': settings.get('toleranceUnit') == 'points',
            'minimum': number(settings.get('minimumCoverage', '50')),
            'ytd': settings.get('headline') == 'ytd',
            'dead': number(settings.get('trendDeadBand', '1')),
            'line': settings.get('reportingLine'),
        }
        self.series, self.judgements = {}, {}
        for row in self.rows('values'):
            key = (row['measure'], row['series'])
            self.series.setdefault(key, {})[self.calendar.parse(row['period'])] = number(row['v'])
        self.measures = {m['id']: m for m in self.rows('measures')}
        for m in self.measures.values():
            self.own_rhythm(m)
        if check:
            self.check_weights()
            self.check_thresholds()
        self.results = {}

    def rows(self, sheet):
        return self.book.get(sheet, [])

    def check_weights(self):
        for o in self.rows('objectives'):
            weights(self.children_of(o))
        weights(self.rows('perspectives'))
        for u in self.rows('units'):
            for p in self.perspectives_of(u):
                weights([o for o in self.rows('objectives') if (o['unit'], o['perspective']) == (u['id'], p['id'])])

    def check_thresholds(self):
        """Every target must lie in order with the thresholds of its period, judged or not."""
        for m in self.measures.values():
            for p, target in self.series[(m['id'], 'target')].items():
                if m['polarity'] != 'info':
                    self.bands(m, p, target)

    # ---- figures in the measure's own rhythm (rule 5 and 6) ----

    def own_rhythm(self, m):
        """Shorter periods make one of the measure's own, if all of them are there."""
        for series in ('actual', 'target', 'forecast', 'prior-year', 'benchmark', 'numerator', 'denominator'):
            values = self.series.get((m['id'], series), {})
            own = {p: v for p, v in values.items() if p.frequency == m['frequency']}
            groups = {}
            for p, v in values.items():
                if p.frequency != m['frequency']:
                    inside = self.calendar.holding(first_day(p), m['frequency'])
                    groups.setdefault(inside, {})[p] = v
            combine = COMBINE['sum' if series in ('numerator', 'denominator') else m['aggregation']]
            for whole, parts in groups.items():
                wanted = [Period('monthly', whole.start + i) for i in range(between_months(whole))]
                if all(p in parts for p in wanted):
                    own[whole] = combine([parts[p] for p in wanted])
            self.series[(m['id'], series)] = own
        if m['aggregation'] == 'ratio':
            above, below = self.series[(m['id'], 'numerator')], self.series[(m['id'], 'denominator')]
            for p in above.keys() & below.keys():
                if below[p] != 0:
                    self.series[(m['id'], 'actual')].setdefault(p, self.ratio(m, [p]))

    def ratio(self, m, periods):
        above, below = self.series[(m['id'], 'numerator')], self.series[(m['id'], 'denominator')]
        value = sum(above[p] for p in periods) / sum(below[p] for p in periods)
        return value * 100 if m['unitOfMeasure'] == '%' else value

    def combine(self, m, series, periods):
        """Rule 6: one figure of several periods, by the measure's aggregation."""
        values = self.series[(m['id'], series)]
        if m['aggregation'] == 'ratio' and series == 'actual' and all(
                p in self.series[(m['id'], s)] for s in ('numerator', 'denominator') for p in periods):
            return self.ratio(m, periods)
        return self.together(m, periods, [values[p] for p in periods])

    def together(self, m, periods, values):
        """Targets and thresholds of a ratio weigh as much as the denominators of their periods, once
        all of them are over."""
        below = self.series[(m['id'], 'denominator')]
        over = max(periods) <= self.calendar.ended(last_day(self.period), m['frequency'])
        if m['aggregation'] == 'ratio' and over and all(p in self.series[(m['id'], 'numerator')] and below.get(p, 0) > 0
                                               for p in periods):
            return sum(v * below[p] for p, v in zip(periods, values)) / sum(below[p] for p in periods)
        return COMBINE[m['aggregation']](values)

    def threshold_row(self, m, p):
        """The row in force on the last day of a period."""
        rows = [t for t in self.rows('thresholds') if t['measure'] == m['id']]
        held = [t for t in rows if not t.get('from') or date(t['from']) <= last_day(p)]
        return max(held, key=lambda t: t.get('from') or '') if held else None

    def needs_target(self, m, p):
        row = self.threshold_row(m, p)
        if m['polarity'] == 'range':
            return (row or {}).get('method', 'absolute') != 'absolute'
        return m['polarity'] != 'info'

    def bands(self, m, p, target):
        return bands_of(self.threshold_row(m, p), m['polarity'], target, self.options['tolerance'],
                        self.options['points'] and m['unitOfMeasure'] == '%')

    def bands_at(self, m, p):
        """The bands of one period, or None."""
        target = self.series[(m['id'], 'target')].get(p)
        if m['polarity'] == 'info' or (target is None and self.needs_target(m, p)):
            return None
        return self.bands(m, p, target)

    def bands_to_date(self, m, periods, target):
        """Rule 6: the thresholds of several periods, combined like the targets."""
        if len(periods) == 1:
            return self.bands(m, periods[0], target)
        targets = self.series[(m['id'], 'target')]
        each = [self.bands(m, p, targets.get(p)) for p in periods]
        together = lambda name: self.together(m, periods, [getattr(b, name) for b in each])
        if m['polarity'] == 'range':
            return Bands('range', lower=together('lower'), upper=together('upper'), margin=together('margin'))
        if m['polarity'] == 'binary':
            return Bands('binary', target=target)
        given = lambda name: together(name) if all(getattr(b, name + '_given') for b in each) else None
        return Bands(m['polarity'], target, together('red'), given('stretch'), given('worst'))

    def judge(self, m, p):
        """A measure at one of its own periods: a dict of status, score, actual, target, bands,
        ytd (have, due) and carried."""
        key = (m['id'], p)
        if key not in self.judgements:
            self.judgements[key] = self.judge_anew(m, p)
        return self.judgements[key]

    def to_date(self, p, there):
        """The periods of the fiscal year up to one that can be compared, and (have, due)."""
        year = [q for q in self.calendar.periods_of(self.calendar.year_of(p), p.frequency) if q <= p]
        periods = [q for q in year if there(q)]
        return periods, (len(periods), len(year))

    def judge_anew(self, m, p):
        blank = dict(status='no-data', score=None, actual=None, target=None, bands=None, ytd=None, carried=None, at=p)
        if m.get('state', 'active') != 'active':
            return dict(blank, status='not-due' if m['state'] == 'proposed' else 'not-applicable')
        actuals, targets = self.series[(m['id'], 'actual')], self.series[(m['id'], 'target')]
        known = [q for q in (*actuals, *targets)]
        if known and min(known) > p:
            return dict(blank, status='not-due')
        ytd = self.options['ytd']
        comparable = lambda q: q in actuals and (q in targets or not self.needs_target(m, q))
        there = comparable if ytd else actuals.__contains__
        source, carried = p, None
        judgeable = bool(self.to_date(p, there)[0]) if ytd else p in targets or not self.needs_target(m, p)
        if not there(p) and self.options['missing'] == 'carry' and m['polarity'] != 'info' and judgeable:
            back = [q for q in (step(p, -i) for i in range(1, self.options['carry'] + 1)) if there(q)]
            if back:
                source = carried = back[0]
            elif any(there(q) for q in actuals if q < p):
                return dict(blank, status='stale', target=targets.get(p), ytd=self.to_date(p, there)[1] if ytd else None)
        actual, target, periods, due = actuals.get(source), targets.get(p), [p], None
        if ytd:
            periods, due = self.to_date(p, there)
            actual = target = None
            if there(source):
                periods = periods if source in periods else self.to_date(source, there)[0]
                actual = self.combine(m, 'actual', periods)
                target = self.combine(m, 'target', periods) if all(q in targets for q in periods) else None
        result = dict(blank, actual=actual, target=target, ytd=due, carried=carried)
        if m['polarity'] == 'info':
            return dict(result, status='unscored')
        if actual is None or (target is None and self.needs_target(m, p)):
            return result
        bands = self.bands_to_date(m, periods, target)
        return dict(result, bands=bands, status=bands.status(actual), score=bands.score(actual))

    # ---- measures ----

    def variance(self, m, j):
        """Rule 8: points for percentages, else per cent of the target; a range from its edge."""
        if j['actual'] is None or (j['target'] is None and m['polarity'] != 'range'):
            return None
        base = j['target']
        if m['polarity'] == 'range':
            if not j['bands']:
                return None
            base = j['bands'].edge(j['actual'])
            if base is None:
                return F(0)
        if m['unitOfMeasure'] == '%':
            return j['actual'] - base
        return None if base == 0 else (j['actual'] - base) / abs(base) * 100

    def trend(self, m, j, before, now):
        """Rule 7: direction and goodness against an earlier figure."""
        dead, bands = number(m.get('trendDeadBand')), self.bands_at(m, j['at'])
        if dead is None and bands:
            dead = bands.width() * self.options['dead'] / 100
        if dead is None and m['polarity'] == 'info':
            dead = F(0)
        if m.get('state', 'active') != 'active' or None in (before, now, dead) or (m['polarity'] != 'info' and not bands):
            return {'direction': None, 'goodness': None}
        moved = lambda change: 0 if abs(change) <= dead else sign(change)
        direction = moved(now - before)
        if m['polarity'] == 'info':
            return {'direction': ('down', 'flat', 'up')[direction + 1], 'goodness': None}
        if m['polarity'] == 'range':
            good = -moved(bands.off(now) - bands.off(before))
        else:
            good = direction * SIGN.get(m['polarity'], 1)
        return {'direction': ('down', 'flat', 'up')[direction + 1],
                'goodness': ('worsening', 'steady', 'improving')[good + 1]}

    def consecutive(self, m, p, j):
        if j['status'] not in RANK:
            return None
        count = 1
        while count < 500 and self.judge(m, step(p, -count))['status'] == j['status']:
            count += 1
        return count

    def forecast(self, m, p, j):
        """Rule 9: method, value, target of the year, status and score."""
        none = dict(method='none', value=None, target=None, status=j['status'] if j['status'] in OUT_OF_SCOPE
                    else 'no-data', score=None)
        if m.get('state', 'active') != 'active':
            return none
        actuals, targets, forecasts = (self.series[(m['id'], s)] for s in ('actual', 'target', 'forecast'))
        fiscal = self.calendar.holding(last_day(self.period), 'yearly')
        year = self.calendar.periods_of(fiscal, p.frequency)
        have = [q for q in year if q <= p and q in actuals]
        kind, method, value = m['aggregation'], 'none', None
        known = {**{q: forecasts[q] for q in year if q in forecasts}, **{q: actuals[q] for q in have}}
        declared = [q for q in (year[-1:] if kind == 'last' else year)]
        if any(q > p or (kind == 'last' and q not in have) for q in declared) and all(q in known for q in declared):
            method, value = 'declared', COMBINE[kind]([known[q] for q in declared])
        elif kind == 'last' and (p in actuals or j['carried']) and not have:
            method, value = 'last', actuals[p if p in actuals else j['carried']]
        elif have and (p in actuals or j['carried']):
            method = {'sum': 'run rate', 'mean': 'mean', 'ratio': 'mean'}.get(kind, 'last')
            so_far = value = self.combine(m, 'actual', have)
            if kind == 'sum':
                value = so_far * len(year) / len(have)
            last_year = {q: self.a_year_ago(m, q) for q in year}
            wanted = year[-1:] + have if kind == 'last' else year
            if len(have) < len(year) and kind not in ('min', 'max') and m['polarity'] != 'binary' and all(
                    last_year[q] is not None for q in wanted):
                whole = COMBINE[kind]([v for v in last_year.values() if v is not None])
                same = COMBINE[kind]([last_year[q] for q in have])
                season = whole * so_far / same if min(whole, same, so_far) > 0 else None
                if season and not (m['unitOfMeasure'] == '%' and season > 100 and max(whole, so_far) <= 100):
                    method, value = 'seasonal', season
        target = None
        wanted = year[-1:] if kind == 'last' else year
        if all(q in targets for q in wanted):
            target = self.combine(m, 'target', wanted)
        result = dict(none, method=method, value=value, target=target)
        if m['polarity'] == 'info':
            return dict(result, status='unscored')
        if value is None or (target is None and self.needs_target(m, year[-1])):
            return result
        bands = self.bands_to_date(m, wanted, target)
        return dict(result, status=bands.status(value), score=bands.score(value))

    def a_year_ago(self, m, p):
        """What the series prior-year says of a period, else the actual of a year before."""
        return self.series[(m['id'], 'prior-year')].get(p, self.series[(m['id'], 'actual')].get(a_year_before(p)))

    def measure(self, m):
        p = self.calendar.ended(last_day(self.period), m['frequency'])
        j = self.judge(m, p)
        actuals, last_year = self.series[(m['id'], 'actual')], self.a_year_ago(m, p)
        four = [actuals.get(step(p, -i)) for i in (1, 2, 3, 4)]
        now = actuals.get(p)
        return dict(
            j, id=m['id'], period=p, variance=self.variance(m, j),
            trend=self.trend(m, j, actuals.get(step(p, -1)), now),
            trend_year=self.trend(m, j, last_year, now),
            trend_mean=self.trend(m, j, None if None in four else sum(four) / 4, now),
            consecutive=self.consecutive(m, p, j), forecast=self.forecast(m, p, j))

    def signals_of(self, m, r):
        """Rule 10: of the measure's own periods up to the judged one, the last 24."""
        if m['polarity'] == 'binary' or r['status'] in ('not-due', 'not-applicable'):
            return None
        periods = [step(r['period'], -i) for i in reversed(range(24))]
        actuals = self.series[(m['id'], 'actual')]
        told = signals([(p, actuals[p]) for p in periods if p in actuals])
        return told and {k: rounded(v) if isinstance(v, F) else v for k, v in told.items()}

    # ---- rollups ----

    def children_of(self, o):
        """The measures and contributory objectives of an objective, as rows with a weight."""
        found = [m for m in self.measures.values() if o['id'] in ids(m['objectives'])]
        below = [dict(c, weight=c.get('supportWeight')) for c in self.rows('objectives')
                 if c.get('linkKind') == 'contributory' and o['id'] in ids(c.get('supports'))]
        return found + [{k: v for k, v in c.items() if v is not None} for c in below]

    def perspectives_of(self, u):
        return [p for p in self.rows('perspectives')
                if any((o['unit'], o['perspective']) == (u['id'], p['id']) for o in self.rows('objectives'))]

    def objective(self, o):
        if o['id'] in self.results:
            return self.results[o['id']]
        rows = self.children_of(o)
        children, forecasts = [], []
        for row, weight in zip(rows, weights(rows)):
            if row['id'] in self.measures:
                r = self.measure(row)
                coverage = lambda x: F(1 if x['score'] is not None else 0)
                scope = lambda x: x['status'] not in OUT_OF_SCOPE
                f = r['forecast']
            else:
                r = self.objective(next(x for x in self.rows('objectives') if x['id'] == row['id']))
                coverage, scope = lambda x: x['coverage'], lambda x: x['scope']
                f = r['forecast']
            for into, x in ((children, r), (forecasts, f)):
                if x['status'] == 'unscored':
                    continue
                into.append(dict(weight=weight, status=x['status'], score=x['score'], coverage=coverage(x),
                                 scope=scope(x), critical=row.get('critical') == 'Y', state=row.get('state')))
        if o.get('state', 'active') != 'active':
            status, score, cover, scope = 'not-due' if o['state'] == 'proposed' else 'not-applicable', None, F(0), False
            forecast, children = dict(status=status, score=None, coverage=F(0), scope=False), []
        else:
            status, score, cover, scope = rollup(children, self.options)
            forecast = dict(zip(('status', 'score', 'coverage', 'scope'), rollup(forecasts, self.options)))
        self.results[o['id']] = dict(
            id=o['id'], status=status, score=score, coverage=cover, scope=scope, forecast=forecast,
            tally=tally_of(children), declared=o.get('declaredStatus'))
        return self.results[o['id']]

    def group(self, objectives):
        """A perspective or theme of a unit."""
        children = [dict(self.objective(o), weight=w, critical=o.get('critical') == 'Y', state=o.get('state'))
                    for o, w in zip(objectives, weights(objectives))]
        status, score, cover, scope = rollup(children, self.options)
        return dict(status=status, score=score, coverage=cover, scope=scope, tally=tally_of(children))

    def groups(self, sheet, column):
        found = {}
        for u in self.rows('units'):
            for g in self.rows(sheet):
                inside = [o for o in self.rows('objectives') if (o['unit'], o.get(column)) == (u['id'], g['id'])]
                if inside:
                    found[u['id'], g['id']] = self.group(inside)
        return found

    def unit(self, u):
        rows = self.perspectives_of(u)
        children = [dict(self.group([o for o in self.rows('objectives')
                                     if (o['unit'], o['perspective']) == (u['id'], p['id'])]), weight=w, critical=False)
                    for p, w in zip(rows, weights(rows))]
        status, score, cover, scope = rollup(children, self.options)
        own = [self.objective(o)['status'] for o in self.rows('objectives')
               if o['unit'] == u['id'] and o.get('state') not in NOT_OF_THE_PLAN]
        return dict(status=status, score=score, coverage=cover, scope=scope, tally=tally(own))

    # ---- initiatives (rule 11) ----

    def initiative(self, i):
        blank = dict(status='no-data', schedule='no-data', budget='no-data', benefit='no-data')
        if i.get('state', 'active') in ('proposed', 'stopped'):
            return dict.fromkeys(blank, 'not-due' if i['state'] == 'proposed' else 'not-applicable')
        done = i.get('state') == 'done'
        parts = {'schedule': 'not-applicable' if done else self.schedule(i), 'budget': 'no-data', 'benefit': 'no-data'}
        budget, cost = number(i.get('budget')), number(i.get('forecast'))
        if budget and cost is not None:
            parts['budget'] = by_limits((cost / budget - 1) * 100, COST_OVER)
        planned, expected = number(i.get('benefitPlanned')), number(i.get('benefitForecast'))
        if planned and expected is not None:
            parts['benefit'] = by_limits(expected / planned * 100, BENEFIT_SHARE, rising=False)
        status = worst_of(parts.values())
        return dict(parts, status='not-applicable' if done and status == 'no-data' else status)

    def schedule(self, i):
        done = number(i.get('complete'))
        milestones = [m for m in self.rows('milestones') if m['initiative'] == i['id']]
        weighted = any(m.get('weight') for m in milestones)
        share = lambda held: sum(w for m, w in zip(milestones, weights(milestones)) if held(m)) / \
            sum(weights(milestones)) * 100
        if done is None and weighted:
            done = share(lambda m: m.get('actual'))
        overdue = [m for m in milestones if not m.get('actual') and date(m['planned']) < self.as_of]
        start, end = date(i['start']), date(i['end'])
        found = []
        if done is not None:
            if weighted:
                expected = share(lambda m: date(m['planned']) <= self.as_of)
            else:
                expected = min(max(F((self.as_of - start).days, (end - start).days or 1), F(0)), F(1)) * 100
            found.append(by_limits(expected - done, SCHEDULE_GAP))
        if overdue:
            late = max((self.as_of - date(m['planned'])).days for m in overdue)
            found.append('red' if late > OVERDUE_RED else 'amber')
        if self.as_of > end and done != 100:
            found.append('red')
        return worst_of(found)

    # ---- staffing (section 2) ----

    def staffing(self):
        benchmarks = {b['process']: (number(b['fteMin']), number(b['fteMax'])) for b in self.rows('benchmarks')}

        def verdict(planned, limits):
            if not limits:
                return 'none', None
            low, high = limits
            if planned < low - FTE_TOLERANCE:
                return 'under', planned - low
            if planned > high + FTE_TOLERANCE:
                return 'over', planned - high
            return 'within', F(0)

        processes, shares = [], [s for s in self.rows('staffing') if s.get('line', 'solid') == 'solid']
        for process in self.rows('processes'):
            own = [s for s in shares if s['process'] == process['id']]
            planned = sum((number(s['fte']) for s in own), F(0))
            filled = sum((number(s['fte']) for s in own if s.get('status', 'filled') == 'filled'), F(0))
            word, gap = verdict(planned, benchmarks.get(process['id']))
            processes.append(dict(id=process['id'], planned=planned, filled=filled, verdict=word, gap=gap))
        total = sum((p['planned'] for p in processes), F(0))
        sums = tuple(sum((benchmarks[p['id']][k] for p in processes if p['id'] in benchmarks), F(0)) for k in (0, 1))
        return dict(processes=processes, planned=total, filled=sum((p['filled'] for p in processes), F(0)),
                    verdict=verdict(total, benchmarks.get('TOTAL'))[0], sum_min=sums[0], sum_max=sums[1],
                    line=LINES.get(self.options['line'], 'no-data'))

    # ---- all of it ----

    def objective_trends(self):
        """Rule 7 for objectives: the score against that of the reporting period before."""
        before = step(self.period, -1)
        earlier = Assessment(self.book, before, last_day(before))
        found = {}
        for o in self.rows('objectives'):
            now, then = self.objective(o)['score'], earlier.objective(o)['score']
            dead = self.options['dead'] / 100 * THIRD  # target and red flag are a third apart
            found[o['id']] = None if now is None or then is None else \
                ('worsening', 'steady', 'improving')[(sign(now - then) if abs(now - then) > dead else 0) + 1]
        return found

    def json(self):
        """In the shape of the program's own JSON."""
        def judged(r):
            return dict(status=r['status'], score=rounded(r['score']), coverage=rounded(r['coverage'] * 100), tally=r['tally'])

        trends = self.objective_trends()
        measures = {}
        for m in self.measures.values():
            r = self.measure(m)
            f = r['forecast']
            measures[m['id']] = dict(
                status=r['status'], score=rounded(r['score']), actual=rounded(r['actual']), target=rounded(r['target']),
                variance=rounded(r['variance']), **r['trend'], trend_year=r['trend_year'], trend_mean=r['trend_mean'],
                consecutive=r['consecutive'], year_to_date=r['ytd'],
                carried_from=self.calendar.parse(self.calendar.write(r['carried'])) if r['carried'] else None,
                period=r['period'] if r['status'] not in ('not-due', 'not-applicable') else None,
                signals=self.signals_of(m, r),
                forecast=dict(method=f['method'], value=rounded(f['value']), target=rounded(f['target']), status=f['status']))
        return dict(
            units={u['id']: judged(self.unit(u)) for u in self.rows('units')},
            perspectives={k: judged(g) for k, g in self.groups('perspectives', 'perspective').items()},
            themes={k: judged(g) for k, g in self.groups('themes', 'theme').items()},
            objectives={o['id']: dict(judged(self.objective(o)), goodness=trends[o['id']],
                                      declared=self.objective(o)['declared'],
                                      forecast_status=self.objective(o)['forecast']['status'])
                        for o in self.rows('objectives')},
            measures=measures,
            initiatives={i['id']: self.initiative(i) for i in self.rows('initiatives')},
            staffing=self.staffing())


def ids(text):
    return [part.strip() for part in (text or '').split(';') if part.strip()]


def between_months(whole):
    return {'quarterly': 3, 'half-yearly': 6, 'yearly': 12}.get(whole.frequency, 1)
