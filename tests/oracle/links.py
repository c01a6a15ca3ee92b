"""Does p again, from what `boardpack why FROM:TO --format=json` prints and doc/evidence.md says.

    python3 tests/oracle/links.py PROGRAM BOOK.xml      every link that was tested, the first 20

The ranks and the pairs are those of the text; the orders are drawn anew.
"""
import json
import subprocess
import sys
from fractions import Fraction as F

WORD = 2 ** 64


def draws(state):
    """SplitMix64."""
    while True:
        state = (state + 0x9e3779b97f4a7c15) % WORD
        z = (state ^ state >> 30) * 0xbf58476d1ce4e5b9 % WORD
        z = (z ^ z >> 27) * 0x94d049bb133111eb % WORD
        yield z ^ z >> 31


def orders(seed, count, block=4):
    draw, order, blocks = draws(seed), list(range(count)), max(count // block, 1)
    while True:
        for b in range(blocks):
            first, end = b * count // blocks, (b + 1) * count // blocks
            for i in range(end - 1, first, -1):
                j = first + ((next(draw) >> 32) * (i - first + 1) >> 32)
                order[i], order[j] = order[j], order[i]
        yield order


def strength(pairs):
    """rho squared times the pairs less one."""
    n, x, y = len(pairs), sum(a for a, _ in pairs), sum(b for _, b in pairs)
    spread = (n * sum(a * a for a, _ in pairs) - x * x) * (n * sum(b * b for _, b in pairs) - y * y)
    return F((n * sum(a * b for a, b in pairs) - x * y) ** 2 * (n - 1), spread) if spread else F(0)


def ranks(step):
    """Ranks of moves by period, doubled so that they are whole."""
    return {i['name']: int(2 * F(i['value'].split('(rank ')[1].rstrip(')'))) for i in step['inputs']}


def place(period):
    """Consecutive numbers for consecutive periods."""
    year, _, part = period.removeprefix('FY').partition('-')
    part = part.lstrip('QH')
    return int(year) * {'': 1}.get(part, 12 if '-Q' not in period and '-H' not in period else 4 if '-Q' in period else 2) \
        + int(part or 0)


def again(derivation):
    steps = {s['figure']: s for s in derivation['steps']}
    driver, outcome = derivation['id'].split(':')
    seed = int(steps['orders tried']['inputs'][0]['value'], 16)
    tried, strong = int(steps['orders tried']['result']), int(steps['orders at least as strong']['result'])
    left, right = ranks(steps['moves of ' + driver]), ranks(steps['moves of ' + outcome])
    scores = [{place(i['name']) for i in steps[name + ' less its trend']['inputs']} for name in (driver, outcome)]
    periods = [place(p) for p in left]
    values, there = list(left.values()), {place(p): r for p, r in right.items()}
    step = {'monthly': 1, 'quarterly': 3, 'half-yearly': 6, 'yearly': 12}[steps['scores compared']['result']]
    searched = 'each lag' in steps['orders tried']['words']
    lags = range(6 // step + 1) if searched else [round(F(steps['lag in months']['result']) / step)]
    lags = [lag for lag in lags if sum(p + lag in there for p in periods) >= 11
            and sum(p + lag in scores[1] for p in scores[0]) >= 12]

    def strongest(row):
        return max(strength([(r, there[p + lag]) for p, r in zip(periods, row) if p + lag in there]) for lag in lags)

    found, count, made = strongest(values), 0, 0
    for order in orders(seed, len(values)):
        made += 1
        count += strongest([values[i] for i in order]) >= found
        if made == 1999 or count == 100:
            break
    p = F(count, made) if count == 100 else F(count + 1, made + 1)
    ok = (made, count) == (tried, strong) and abs(p - F(steps['p']['result'])) <= F(1, 10 ** 6)
    return ok, f'{derivation["id"]}: {count} of {made} orders, p {float(p):.6f}'


def main():
    program, book = sys.argv[1:]
    run = lambda *more: json.loads(subprocess.run([program, 'why', '-q', '--format=json', book, *more],
                                                  capture_output=True, check=True).stdout)
    links = [d['id'] for d in run() if d['entity'] == 'link' and 'too little data' not in d['answer']][:20]
    failed = 0
    for derivation in run(*links):
        ok, text = again(derivation)
        failed += not ok
        if not ok:
            print('  ' + text + ', but the program says otherwise')
    print(f'  p of {len(links)} links done again\n{len(links) - failed} passed, {failed} failed')
    return 1 if failed or not links else 0


if __name__ == '__main__':
    sys.exit(main())
