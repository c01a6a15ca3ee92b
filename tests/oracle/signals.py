"""A second opinion on the signals in a measure (domain.md section 4, rule 10), over exact fractions.

    signals(points)     of (period, actual) pairs, oldest first: as `assess --format=json` tells them
"""
from fractions import Fraction as F
from itertools import groupby

LIMIT, LARGE = F(266, 100), F(3267, 1000)
FEWEST, FULL, LONG, MOST = 5, 12, 7, 24


def mean(values):
    return sum(values, F(0)) / len(values)


def signals(points):
    points = points[-MOST:]
    if len(points) < FEWEST:
        return None
    values = [F(v) for _, v in points]
    ranges = [abs(b - a) for a, b in zip(values, values[1:])]
    kept = [r for r in ranges if r < LARGE * mean(ranges)]
    if not any(kept):
        kept = ranges
    centre, width = mean(values), LIMIT * mean(kept)
    found = []

    def tell(kind, side, first, last):
        found.append((kind, side, points[first][0], points[last][0], last - first + 1, last + 1 == len(points)))

    def rows(signs, shortest, before):
        """(sign, first, last) of the rows of one sign, of which each has so many to begin with."""
        at = 0
        for sign, row in groupby(signs):
            length = len(list(row))
            if sign and length + before >= shortest:
                yield sign, at, at + length - 1 + before
            at += length

    off = [(v > centre) - (v < centre) for v in values]
    for i, v in enumerate(values):
        if abs(v - centre) > width:
            tell('outside', 'above' if off[i] > 0 else 'below', i, i)
    for sign, first, last in rows(off, LONG, 0):
        tell('run', 'above' if sign > 0 else 'below', first, last)
    steps = [(b > a) - (b < a) for a, b in zip(values, values[1:])]
    for sign, first, last in rows(steps, LONG, 1):
        tell('slope', 'rising' if sign > 0 else 'falling', first, last)
    for sign, name in (1, 'above'), (-1, 'below'):
        near = [i for i, v in enumerate(values) if sign * (v - centre) > width * F(2, 3)]
        rest = near
        while rest:
            row = [rest[0]]
            for i in rest[1:]:
                if i - row[-1] > 2:
                    break
                row.append(i)
            rest = rest[len(row):]
            if len(row) > 1:
                tell('near', name, row[0], row[-1])
    return dict(points=len(points), trial=len(points) < FULL, mean=centre, range=mean(kept),
                dropped=len(ranges) - len(kept), lower=centre - width, upper=centre + width, found=found)
