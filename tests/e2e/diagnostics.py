#!/usr/bin/env python3
"""Holds findings in a form for programs against its schema or grammar, and against the text.

diagnostics.py [text=FILE] FORMAT=FILE...: each FILE is what --diagnostics=FORMAT wrote, text what the
same run says to people.  Prints what is wrong; exit status 1.
"""
import json
import re
import sys
import urllib.parse
import xml.etree.ElementTree

import jsonschema

SCHEMAS = 'tests/schemas/'


def validate(name, value):
    with open(SCHEMAS + name, encoding='utf-8') as file:
        schema = json.load(file)
    validator = jsonschema.Draft202012Validator(schema)
    for error in validator.iter_errors(value):
        yield f'{list(error.absolute_path)}: {error.message}'[:300]


def told(text):
    """(file, line, bytes before, severity, message, code, cell) of what people are told, and how
    many more there are."""
    found, more = [], 0
    for line in text.split('\n'):
        match = re.match(r'(?:(.*?):(?:(\d+):)?(?:(\d+):)? )?(note|warning|error): (.*) \[BP(\d{4})\]$', line)
        if match:
            file, number, column, severity, message, code = match.groups()
            found.append([file, int(number or 0), int(column or 0), severity, message, 'BP' + code, None])
        elif line.startswith('  at '):
            found[-1][6] = line[5:]
        elif re.match(r'and \d+ more$', line):
            more = int(line.split()[1])
    return found, more


def column_of(file, line, column):
    """The column in characters, counted here from the file once more."""
    with open(file, 'rb') as stream:
        start = stream.read().split(b'\n')[line - 1][:column - 1]
    return len(start.decode('utf-8').lstrip('\ufeff')) + 1


def more_in(text):
    """Of "and 7 more findings" the 7, else 0."""
    match = re.search(r'\band (\d+) more findings', text)
    return int(match.group(1)) if match else 0


def compare(what, expected, found):
    if expected != found:
        yield f'{what}: expected {expected}, found {found}'


def of_json(data, text):
    lines = [json.loads(line) for line in data.splitlines()]
    for number, line in enumerate(lines, 1):
        for problem in validate('diagnostics.schema.json', line):
            yield f'line {number}: {problem}'
    summary = lines[-1]
    findings = lines[:-1]
    yield from compare('summary last', 'summary', summary['type'])
    live = [f for f in findings if not f['suppressed']]
    yield from compare('total', summary['errors'] + summary['warnings'] + summary['notes'],
                       len(live) + summary['not_listed'])
    prints = [f['fingerprint'] for f in findings]
    yield from compare('fingerprints differ', len(prints), len(set(prints)))
    if text is None:
        return
    expected, more = told(text)
    yield from compare('shown and more', len(expected) + more, len(live) + summary['not_listed'])
    for said, item in zip(expected, live):
        yield from compare('message', [said[3], said[4], said[5], said[6]],
                           [item['severity'], item['message'], item['code'], item['cell']])
        if item['column']:
            yield from compare('column', column_of(item['file'], said[1], said[2]), item['column'])


def of_sarif(data, text):
    log = json.loads(data)
    yield from validate('sarif-2.1.0.json', log)
    run = log['runs'][0]
    rules = run['tool']['driver']['rules']
    yield from compare('rules in order', sorted(r['id'] for r in rules), [r['id'] for r in rules])
    yield from compare('column kind', 'unicodeCodePoints', run['columnKind'])
    for result in run['results']:
        rule = rules[result['ruleIndex']]
        yield from compare('rule', result['ruleId'], rule['id'])
        yield from compare('level', rule['defaultConfiguration']['level'], result['level'])
        if re.search(r'(?<!\{)\{(\{\{)*(?!\{)', result['message']['text']):
            yield 'a brace that is a placeholder: ' + result['message']['text']
        if re.search(r'(?<!\\)\](?=\()', result['message']['text']):
            yield 'brackets that are a link: ' + result['message']['text']
        for location in result['locations']:
            uri = location.get('physicalLocation', {}).get('artifactLocation', {}).get('uri', '')
            if not re.fullmatch(r"(file:///)?[A-Za-z0-9._~/%-]*", uri):
                yield 'not a URI: ' + uri
    if text is None:
        return
    expected, more = told(text)
    live = [r for r in run['results'] if not r['suppressions']]
    notes = run['invocations'][0].get('toolExecutionNotifications', [])
    unlisted = more_in(notes[0]['message']['text']) if notes else 0
    yield from compare('as many', len(expected) + more, len(live) + unlisted)
    for said, result in zip(expected, live):
        where = result['locations'][0] if result['locations'] else {}
        names = [n['fullyQualifiedName'] for n in where.get('logicalLocations', [])]
        yield from compare('cell', [said[6]] if said[6] else [], names)
        region = where.get('physicalLocation', {}).get('region', {})
        if said[0] and region:
            uri = where['physicalLocation']['artifactLocation']['uri'].replace('file://', '')
            yield from compare('file', said[0], urllib.parse.unquote(uri))
            yield from compare('line', said[1], region['startLine'])
            if 'startColumn' in region:
                yield from compare('column', column_of(said[0], said[1], said[2]), region['startColumn'])


def of_junit(data, text):
    root = xml.etree.ElementTree.fromstring(data)
    for suite in root:
        cases = suite.findall('testcase')
        for attribute, element in (('failures', 'failure'), ('errors', 'error'), ('skipped', 'skipped')):
            yield from compare(attribute, int(suite.get(attribute)),
                               sum(1 for case in cases if case.find(element) is not None))
        yield from compare('tests', int(suite.get('tests')), len(cases))
        names = [(case.get('classname'), case.get('name')) for case in cases]
        yield from compare('names of their own', len(set(names)), len(names))
        if text is not None:
            expected, more = told(text)
            bad = [case for case in cases if len(case)]
            unlisted = more_in(bad[-1][0].get('message')) if bad else 0
            listed = len(bad) - (1 if unlisted else 0)
            yield from compare('as many', len(expected) + more, listed + unlisted)
            for said, case in zip(expected, bad):
                if said[4] not in case[0].get('message') or said[5] not in case.get('name'):
                    yield f'{said[5]}: not in {case.get("name")}'


def unescaped(text):
    for code, character in (('%0D', '\r'), ('%0A', '\n'), ('%3A', ':'), ('%2C', ','), ('%25', '%')):
        text = text.replace(code, character)
    return text


def of_github(data, text):
    """::command key=value,key=value::message, each on a line of its own."""
    value = r'(?:[^%\r\n:,]|%25|%0D|%0A|%3A|%2C)+'
    line = re.compile(rf'::(error|warning|notice) ((?:file={value},(?:line=[1-9]\d*,(?:col=[1-9]\d*,)?)?)?'
                      rf'title={value})::((?:[^%\r\n]|%25|%0D|%0A)+)')
    lines = data.split('\n')
    yield from compare('ends with a line feed', '', lines[-1])
    for number, said in enumerate(lines[:-1], 1):
        if not line.fullmatch(said):
            yield f'line {number}: {said[:200]}'
    if text is None:
        return
    expected, more = told(text)
    lines.pop()
    unlisted = more_in(lines[-1]) if lines else 0
    yield from compare('as many', len(expected) + more, len(lines) + (unlisted - 1 if unlisted else 0))
    for said, got in zip(expected, lines):
        match = line.fullmatch(got)
        if match and said[4] not in unescaped(match.group(3)):
            yield f'{said[4]}: not in {got}'


def of_gitlab(data, text):
    report = json.loads(data)
    yield from validate('gitlab-codequality.schema.json', report)
    prints = [f['fingerprint'] for f in report]
    yield from compare('fingerprints differ', len(prints), len(set(prints)))
    if text is None:
        return
    expected, more = told(text)
    unlisted = more_in(report[-1]['description']) if report else 0
    yield from compare('as many', len(expected) + more, len(report) + (unlisted - 1 if unlisted else 0))
    for said, item in zip(expected, report):
        yield from compare('code', said[5], item['check_name'])
        if said[4] not in item['description']:
            yield f'{said[4]}: not in {item["description"]}'


def main():
    text, wrong = None, False
    for argument in sys.argv[1:]:
        form, path = argument.split('=', 1)
        with open(path, 'rb') as file:
            data = file.read().decode('utf-8')
        if form == 'text':
            text = data
            continue
        for problem in list(globals()['of_' + form](data, text))[:5]:
            wrong = True
            print(f'{form}: {problem}')
    return 1 if wrong else 0


if __name__ == '__main__':
    sys.exit(main())
