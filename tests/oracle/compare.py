"""Holds the program against the oracle.

    python3 tests/oracle/compare.py PROGRAM [--seeds=FIRST-LAST] [--vectors] [--laws=FIRST-LAST]
        [--file=BOOK.xml] [--keep=DIR]

Each seed makes a workbook; what `assess --format=json` says of it must be what policy.py says.  The
first differences are printed with the seed, with which the same workbook is made again.
"""
import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
from fractions import Fraction as F

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import books
import laws
import policy
import vectors


def run(program, path):
    done = subprocess.run([program, 'assess', '--format=json', '--quiet', path], capture_output=True, text=True)
    return done.returncode, done.stdout, done.stderr


def pick(row, names):
    return {name: row[name] for name in names}


def of_program(text, calendar):
    """The program's JSON, arranged like that of the oracle, numbers exact."""
    data = json.loads(text, parse_float=F, parse_int=F)
    judged = ('status', 'score', 'coverage', 'tally')
    period = lambda text: calendar.parse(text) if text else None
    groups = lambda name: {(r['unit'], r['id']): pick(r, judged) for r in data[name]}
    measures = {}
    for r in data['measures']:
        ytd = r['year_to_date']
        measures[r['id']] = dict(
            pick(r, ('status', 'score', 'actual', 'target', 'variance', 'direction', 'goodness', 'trend_year',
                     'trend_mean', 'consecutive', 'forecast')),
            year_to_date=(ytd['have'], ytd['due']) if ytd else None, period=period(r['period']),
            carried_from=period(r['carried_from']), signals=r['signals'] and dict(
                pick(r['signals'], ('points', 'trial', 'mean', 'range', 'dropped', 'lower', 'upper')),
                found=[(s['kind'], s['side'], period(s['first']), period(s['last']), s['points'], s['now'])
                       for s in r['signals']['found']]))
    staffing, total = data['staffing'], data['staffing']['total']
    return dict(
        units={r['id']: pick(r, judged) for r in data['units']}, perspectives=groups('perspectives'),
        themes=groups('themes'),
        objectives={r['id']: pick(r, judged + ('goodness', 'declared', 'forecast_status')) for r in data['objectives']},
        measures=measures,
        initiatives={r['id']: pick(r, ('status', 'schedule', 'budget', 'benefit')) for r in data['initiatives']},
        staffing=dict(
            processes=[pick(r, ('id', 'planned', 'filled', 'verdict', 'gap')) for r in staffing['processes']],
            line=staffing['reporting_line'], **pick(total, ('planned', 'filled', 'verdict', 'sum_min', 'sum_max'))))


def show(value):
    if isinstance(value, F):
        return str(float(value)) if value.denominator != 1 else str(value.numerator)
    if isinstance(value, tuple):
        return ' '.join(map(show, value))
    if isinstance(value, dict):
        return '{' + ' '.join(f'{k}={show(v)}' for k, v in value.items()) + '}'
    return str(value)


def forget(measures):
    """What is said of a measure without a status has no rule: how long it has none, and which part
    of a year to date it could not be judged by."""
    for r in measures.values():
        if r['status'] not in policy.RANK:
            r['consecutive'] = None
            if r['year_to_date']:
                r['actual'] = r['target'] = None


def differences(expected, found, where=()):
    if isinstance(expected, dict) and isinstance(found, dict):
        for key in list(expected) + [k for k in found if k not in expected]:
            yield from differences(expected.get(key, 'nothing'), found.get(key, 'nothing'), where + (key,))
    elif isinstance(expected, list) and isinstance(found, list) and len(expected) == len(found):
        for i, pair in enumerate(zip(expected, found)):
            yield from differences(*pair, where + (i,))
    elif expected != found:
        yield where, expected, found


def compare(program, path, book):
    """Differences as lines of text; the second value is how many figures were compared."""
    try:
        wanted = policy.Assessment(book).json()
    except policy.BookError as error:
        status, _, errors = run(program, path)
        return ([] if status == 1 else [f'exit status {status}, but the book is in error: {error}']), 1
    status, out, errors = run(program, path)
    if status != 0:
        return [f'exit status {status}: ' + next((e for e in errors.split('\n') if ' error: ' in e), errors)], 1
    calendar = policy.Assessment(book).calendar
    found = of_program(out, calendar)
    forget(wanted['measures'])
    forget(found['measures'])
    lines = [f'{" ".join(map(str, where))}: oracle {show(a)}, program {show(b)}'
             for where, a, b in differences(wanted, found)]
    return lines, len(wanted['measures'])


def said(result, id):
    """Status, score and coverage of an id in a result."""
    for sheet in ('measures', 'objectives', 'units', 'initiatives'):
        if id in result[sheet]:
            row = result[sheet][id]
            return row['status'], row.get('score'), row.get('coverage')
    return None


def against_vectors(program, folder):
    """The published test vectors, of which the oracle itself must be right."""
    for name, book, wanted in vectors.books():
        path = os.path.join(folder, 'vector.xml')
        with open(path, 'w', encoding='utf-8') as file:
            file.write(books.write(book))
        lines, _ = compare(program, path, book)
        try:
            result = policy.Assessment(book).json()
        except policy.BookError:
            result = None
        for id, expected in (wanted or {}).items():
            found = result and said(result, id)
            expected = (expected[0], policy.rounded(expected[1]), expected[2])
            if found is None or any(e is not None and e != f for e, f in zip(expected, found)):
                lines.append(f'{id}: the text says {show(expected)}, the oracle {show(found)}')
        if (wanted is None) != (result is None):
            lines.append('an error for one of the two')
        yield f'vector "{name}"', lines


def against_itself(program, folder, seed):
    """What must not matter: the program says the same of a book and of its like."""
    book = books.make(seed)
    results = {}
    for name, other in (('', book), *laws.others(book, random.Random(seed))):
        path = os.path.join(folder, 'law.xml')
        with open(path, 'w', encoding='utf-8') as file:
            file.write(books.write(other))
        status, out, _ = run(program, path)
        calendar = policy.Assessment(book, check=False).calendar
        found = of_program(out, calendar) if status == 0 else {'exit status': status}
        results[name] = laws.named_back(found)
    for name in results:
        if name:
            yield f'seed {seed}, {name}', [
                f'{" ".join(map(str, where))}: {show(a)} becomes {show(b)}'
                for where, a, b in differences(results[''], results[name])]


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument('program')
    arguments.add_argument('--seeds', default='')
    arguments.add_argument('--file')
    arguments.add_argument('--keep')
    arguments.add_argument('--most', type=int, default=12)
    arguments.add_argument('--vectors', action='store_true')
    arguments.add_argument('--laws', default='')
    options = arguments.parse_args()
    failed, passed, measures, shown = 0, 0, 0, 0
    with tempfile.TemporaryDirectory() as folder:
        if options.keep:
            folder = options.keep
            os.makedirs(folder, exist_ok=True)
        jobs = [(options.file, None)] if options.file else []
        if options.seeds:
            first, _, last = options.seeds.partition('-')
            jobs += [(None, seed) for seed in range(int(first), int(last or first) + 1)]
        results = list(against_vectors(options.program, folder)) if options.vectors else []
        if options.laws:
            first, last = map(int, options.laws.split('-'))
            for seed in range(first, last + 1):
                results += against_itself(options.program, folder, seed)
        for path, seed in jobs:
            book = books.read(path) if path else books.make(seed)
            name = path or f'seed {seed}'
            if not path:
                path = os.path.join(folder, f'{seed}.xml')
                with open(path, 'w', encoding='utf-8') as file:
                    file.write(books.write(book))
            lines, count = compare(options.program, path, book)
            measures += count
            results.append((name, lines))
    for name, lines in results:
        passed, failed = passed + (not lines), failed + bool(lines)
        for line in lines[:max(0, options.most - shown)]:
            print(f'  {name}: {line}')
            shown += 1
    print(f'  oracle: {measures} measures in {passed + failed} workbooks')
    print(f'{passed} passed, {failed} failed')
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
