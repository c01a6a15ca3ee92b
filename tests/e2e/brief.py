"""No sentence says more than the data.  brief.py ids BRIEF.json prints the ids that can be asked;
brief.py check BRIEF.json WHY.json ASSESSMENT.json CANONICAL.xml checks that every number in a sentence
is, rounded as printed, a figure of `boardpack why` or of the assessment, a date of the message, or a
day between two dates; that signs agree with words; and that the figures of the JSON are those of
the assessment."""
import datetime
import decimal
import json
import re
import sys

D = decimal.Decimal
NUMBER = re.compile('[\u2212-]?\\d+(?:[\u202f.,]\\d+)*')
UNDER = {'en': ('under target', 'under the target', 'below the target'), 'fr': ('sous la cible', 'sous la plage'),
         'de': ('unter dem Ziel',)}
OVER = {'en': ('over target', 'over the target', 'above the target'), 'fr': ('au-dessus de la',),
        'de': ('über dem Ziel',)}


def load(path):
    with open(path, encoding='utf-8') as file:
        return json.load(file, parse_float=D, parse_int=D)


def asked(brief):
    ids = []
    for message in brief['messages']:
        ids += [s['of'] for s in message['sources'] if s['why'] and s['of'] not in ids]
    return ids


def numbers(value):
    """Every number in a tree of JSON, also those within texts."""
    if isinstance(value, dict):
        return set().union(*(numbers(v) for v in value.values())) if value else set()
    if isinstance(value, list):
        return set().union(*(numbers(v) for v in value)) if value else set()
    if isinstance(value, D):
        return {abs(value)}
    if isinstance(value, str):
        return {D(n) for n in re.findall(r'\d+(?:\.\d+)?', value)}
    return set()


def printed(token, language):
    """The number of a token, and its decimals."""
    token = token.replace('\u202f', '').lstrip('-\u2212')
    if language == 'en':
        assert ',' not in token, token
    else:
        assert language == 'de' or '.' not in token, token
        token = token.replace('.', '').replace(',', '.')
    return D(token), len(token.partition('.')[2])


def rounded(value, places):
    return value.quantize(D(1).scaleb(-places), rounding=decimal.ROUND_HALF_UP)


def dates_of(message, as_of):
    """What dates of the message may print: days, years, and days up to the reporting date."""
    out = set()
    text = json.dumps(message, default=str)
    for found in re.findall(r'\d{4}-\d\d-\d\d', text):
        day = datetime.date.fromisoformat(found)
        out |= {D(day.day), D(day.year), D((as_of - day).days)}
    for year, part in re.findall(r'(\d{4})-(?:Q|H|W)?(\d+)', text):
        out |= {D(year), D(year[2:]), D(part)}
    # Quarters and halves of the fiscal year, and its name: 2026/27.
    year = as_of.year
    return out | {D(n) for n in (year - 1, year, year + 1, year % 100 + 1, year % 100)}


def without_names(text, names):
    for name in sorted(names, key=len, reverse=True):
        text = text.replace(name, '')
    return text


def year_gaps(message, figures):
    """Gaps of forecasts, if the target of the year that they are from was derived."""
    reading = message['measure'] or {}
    gap = reading.get('forecast_gap')
    if gap is None:
        return set()
    assert abs(reading['forecast'] - gap) in figures, reading
    return {abs(gap)}


def shares(initiative, figures):
    """What an initiative says in percent, if it is the share of two figures that were derived."""
    out = set()
    for key, less in (('cost_percent', 100), ('benefit_percent', 0)):
        percent = initiative.get(key)
        if percent is not None:
            assert any(b and rounded(100 * a / b, 6) == rounded(percent, 6)
                       for a in figures for b in figures), (key, initiative)
            out.add(abs(percent - less))
    return out


def check_numbers(message, language, figures, names, as_of):
    allowed = figures | dates_of(message, as_of) | year_gaps(message, figures)
    run = (message['measure'] or {}).get('run')
    if run:
        allowed.add(run)
    if message['days']:
        allowed.add(message['days'])
    allowed |= shares(message['initiative'] or {}, figures)
    for key in ('finding', 'drivers_say', 'notes'):
        text = without_names(message[key] or '', names)
        for token in NUMBER.findall(text):
            value, places = printed(token, language)
            assert any(rounded(f, places) == value for f in allowed), \
                (token, message['rank'], message['kind'], text)


def check_reading(reading, finding, language, measures):
    """The figures are the assessment's, and the words have their signs."""
    if not reading:
        return
    judged = measures[reading['id']]
    for key in ('actual', 'target', 'status'):
        assert reading[key] == judged[key], (key, reading, judged)
    if reading['side'] in ('under', 'over', 'on'):
        assert reading['gap'] == reading['actual'] - reading['target'], reading
    if reading['move']:
        assert reading['change'] == reading['actual'] - reading['before'], reading
    under = any(w in finding for w in UNDER[language])
    over = any(w in finding for w in OVER[language])
    wanted = {'under': (True, False), 'below-band': (True, False), 'over': (False, True),
              'above-band': (False, True)}.get(reading['side'])
    if wanted and reading['actual'] is not None and finding:
        assert (under, over) == wanted, (finding, reading['side'])


def main():
    brief = load(sys.argv[2])
    if sys.argv[1] == 'ids':
        print(*asked(brief))
        return
    why, assessment = load(sys.argv[3]), load(sys.argv[4])
    with open(sys.argv[5], encoding='utf-8') as file:
        text = file.read()
        names = set(re.findall(r'(?:name|owner)="([^"]*\d[^"]*)"', text))
        names |= set(re.findall(r'<objective id="([^"]*)"', text))
    as_of = datetime.date.fromisoformat(brief['as_of'])
    measures = {m['id']: m for m in assessment['measures']}
    derived = {}
    for derivation in why:
        derived.setdefault(derivation['id'].split('/')[-1], set()).update(numbers(derivation))
    for row in assessment['initiatives'] + assessment['measures'] + assessment['objectives']:
        derived.setdefault(row['id'], set()).update(numbers(row))
    assert brief['messages'], 'no message'
    for message in brief['messages']:
        figures = set()
        for source in message['sources']:
            figures |= derived.get(source['of'], set())
        if message['benefit']:
            figures |= numbers(message['benefit'])
        check_numbers(message, brief['language'], figures, names, as_of)
        if message['kind'] in ('off-track', 'critical', 'worsened', 'exceeds'):
            check_reading(message['measure'], message['finding'], brief['language'], measures)
        for driver in message['drivers']:
            check_reading(driver['measure'], '', brief['language'], measures)
    assert [m['rank'] for m in brief['messages']] == list(range(1, int(brief['facts']) + 1))


main()
