#!/usr/bin/env python3
"""The two outputs of `boardpack diff` against one another.  Usage: differences.py JSON TEXT"""
import json
import re
import sys


def main():
    with open(sys.argv[1], encoding='utf-8') as file:
        data = json.load(file)
    with open(sys.argv[2], encoding='utf-8') as file:
        text = file.read()
    differences = data['differences']
    headings = {title: int(count)
                for title, count in re.findall(r'^(\S.*) \((\d+)\)$', text, re.M)}
    unseen = headings.pop('Approved, but not carried out', 0)
    unapproved = [d for d in differences if d['needs_approval'] and d['approval'] != 'given']
    approved = [d for d in differences if d['needs_approval'] and d['approval'] == 'given']
    checks = {
        'all differences': (sum(headings.values()), len(differences)),
        'unapproved': (headings.get('Agreed figures moved without approval', 0), len(unapproved)),
        'approved': (headings.get('Agreed figures moved with approval', 0), len(approved)),
        'unapproved in the head': (data['unapproved'], len(unapproved)),
        'approved in the head': (data['approved'], len(approved)),
        'statuses': (headings.get('Statuses', 0), data['kinds']['status']),
        'requests': (unseen, len(data['requests_without_change'])),
        'kinds': (sum(data['kinds'].values()), len(differences)),
        'first line': (text.split('\n')[0].split(': ')[0].split()[1], data['old']['file']),
    }
    for kind, count in data['kinds'].items():
        checks[kind] = (count, sum(d['kind'] == kind for d in differences))
    wrong = [f'{name}: {left} and {right}' for name, (left, right) in checks.items() if left != right]
    for difference in unapproved:
        if difference['before'] and f"{difference['before']} -> {difference['after']}" not in text:
            wrong.append(f'not in the text: {difference}')
    print('\n'.join(wrong))
    sys.exit(1 if wrong else 0)


if __name__ == '__main__':
    main()
