#!/usr/bin/env python3
"""Fails if a branch or line of some folder was not reached: branches.py COVERAGE.JSON FOLDER.

The file is gcovr's, which has left assertions out.  A switch has a branch more than its cases: what
happens to a value that is none of its enum.  The compiler sees to it that each constant has its
case, so that this one is not counted where it was not reached; any other is.
"""
import json
import re
import sys

SHOWN = 20


def unreached(lines, entry):
    """Branches of a line, and how many of them were not reached."""
    counts = [branch['count'] for branch in entry['branches']]
    missed = counts.count(0)
    if missed and re.match(r'\s*switch \(', lines[entry['line_number'] - 1]):
        counts.remove(0)
        missed -= 1
    return len(counts), missed


def main():
    with open(sys.argv[1], encoding='utf-8') as file:
        files = [f for f in json.load(file)['files'] if f['file'].startswith(sys.argv[2] + '/')]
    total, reached, told = 0, 0, []
    for entry in sorted(files, key=lambda f: f['file']):
        with open(entry['file'], encoding='utf-8') as file:
            lines = file.read().split('\n')
        for line in entry['lines']:
            if line.get('gcovr/noncode'):
                continue
            branches, missed = unreached(lines, line)
            total += branches
            reached += branches - missed
            if missed or line['count'] == 0:
                told.append('%s:%d: %s' % (entry['file'], line['line_number'],
                                           '%d of %d branches' % (missed, branches)
                                           if line['count'] else 'the line'))
    print('%s: %d of %d branches reached' % (sys.argv[2], reached, total))
    for one in told[:SHOWN]:
        print('  not reached: ' + one)
    if len(told) > SHOWN:
        print('  and %d more' % (len(told) - SHOWN))
    sys.exit(1 if told or not files else 0)


main()
