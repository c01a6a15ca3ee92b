#!/usr/bin/env python3
"""The sample as it stood a month before, made of its canonical XML: what came in during September is
taken out, and a few figures are what they were before somebody moved them.

Usage: lastmonth.py CANONICAL.xml >OLDER.xml
"""
import re
import sys

# What was different then: each must be found, so that a change of the sample is noticed here.
THEN = [
    ('asOf="2026-09-30" period="2026-09"', 'asOf="2026-08-31" period="2026-08"'),
    # moved and approved: the targets of CR-04
    *[(f'measure="M08" period="2026-{month}" series="target" v="11.5"',
       f'measure="M08" period="2026-{month}" series="target" v="11"') for month in (10, 11, 12)],
    ('newValue="11.5" status="approved" approvedBy="Executive Committee" approvedOn="2026-08-20"',
     'newValue="11.5" status="submitted"'),
    # moved without a word
    ('measure="M26" method="absolute" redFlag="12"', 'measure="M26" method="absolute" redFlag="10"'),
    ('name="Donor retention review" planned="2026-11-30"',
     'name="Donor retention review" planned="2026-10-30"'),
    # corrected afterwards
    ('measure="M01" period="2026-08" series="actual" v="96.8"',
     'measure="M01" period="2026-08" series="actual" v="97.1"'),
    # another name
    ('name="Supply every hospital order on time"', 'name="Supply hospitals on time"'),
]


def main():
    with open(sys.argv[1], encoding='utf-8') as file:
        text = file.read()
    for now, then in THEN:
        if text.count(now) != 1:
            sys.exit(f'found {text.count(now)} times: {now}')
        text = text.replace(now, then)
    # Rows of September, with what they hold.
    gone = r'(?:raised|date|attestedOn|reconciledOn|requestedOn)="2026-(?:09|1[0-2])-..'
    for row in ('value', 'attestation', 'comment', 'action', 'decision', 'change'):
        pattern = rf'^ *<{row} (?:[^>]*[^>/])?(?:/>|>.*?</{row}>)\n'
        text = re.sub(pattern, lambda m: '' if is_later(m.group(0), row, gone) else m.group(0), text,
                      flags=re.S | re.M)
    # What was done in September was still open.
    text = re.sub(r' (?:actual|closed|lastTested)="2026-(?:09|1[0-2])-\d\d"', '', text)
    sys.stdout.write(text)


def is_later(row, name, dates):
    ended = 'period="2026-09"' in row or 'period="2026-Q3"' in row
    if name == 'value':
        return ended and 'series="target"' not in row
    return bool(re.search(dates, row) or ended and name != 'change')


if __name__ == '__main__':
    main()
