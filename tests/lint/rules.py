#!/usr/bin/env python3
"""House rules that no compiler knows.  Usage: rules.py RULE; prints what breaks it, exit status 1.

Exceptions stand in tests/lint/exceptions, one a line: RULE PLACE NUMBER.  One that is no longer
needed, or higher than needed, is itself an error: the list may only shrink.
"""
import glob
import os
import re
import sys

SOURCES = sorted(glob.glob('src/*/*.[ch]'))
DEFS = sorted(glob.glob('src/base/diag_[0-9]_*.def'))


def blank(match):
    """Comments and literals become blanks of the same shape, so that lines keep their numbers."""
    text = match.group(0)
    if text.startswith('/'):
        return re.sub(r'[^\n]', ' ', text)
    return text[0] + re.sub(r'[^\n]', ' ', text[1:-1]) + text[-1]


def code(path, keep_strings=False):
    with open(path, encoding='utf-8') as file:
        text = file.read()
    pattern = r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\''
    if keep_strings:
        return re.sub(pattern, lambda m: blank(m) if m.group(0)[0] == '/' else m.group(0), text,
                      flags=re.S)
    return re.sub(pattern, blank, text, flags=re.S)


def functions(path):
    """(name, is static, first line, lines) of each function; relies on the layout of clang-format:
    a definition starts in the first column and ends with a brace in the first column."""
    lines = code(path).split('\n')
    start = None
    head = ''
    for number, line in enumerate(lines):
        if start is None:
            if re.match(r'[A-Za-z_]', line):
                head = line
            elif line.startswith(' ') and head:
                head += ' ' + line.strip()
            else:
                head = ''
            if head.rstrip().endswith('{') or line == '{':
                name = re.match(r'[^=;]*?\b([A-Za-z_]\w*)\s*\(', head)
                if name and '=' not in head.split('(')[0]:
                    start = (name.group(1), head.startswith('static'), number)
                head = ''
            elif ';' in head:
                head = ''
        elif line.startswith('}'):
            yield start[0], start[1], start[2] + 1, lines[start[2]:number + 1]
            start = None


def exceptions(rule):
    found = {}
    with open('tests/lint/exceptions', encoding='utf-8') as file:
        for line in file:
            fields = line.split('#')[0].split()
            if fields and fields[0] == rule:
                found[fields[1]] = int(fields[2]) if len(fields) > 2 else 1
    return found


def within(rule, limit, measured):
    """measured: place -> number.  Complaints for what is over the limit and not excepted."""
    allowed = exceptions(rule)
    for place, number in sorted(measured.items()):
        most = allowed.pop(place, None)
        if most is None and number > limit:
            yield f'{place}: {number}, at most {limit}'
        elif most is not None and number > most:
            yield f'{place}: {number}, its exception allows {most}'
        elif most is not None and number < most:
            yield f'{place}: its exception must shrink from {most} to {number if number > limit else "nothing"}'
    for place in allowed:
        yield f'{place}: the exception is for nothing'


def rule_layers():
    allowed, third, system, standard = {}, {}, {}, set()
    with open('src/LAYERS', encoding='utf-8') as file:
        for line in file:
            line = line.split('#')[0].strip()
            if not line:
                continue
            name, rest = line.split(':', 1)
            if name == 'standard':
                standard = set(rest.split())
                continue
            left, right = (part.split() for part in rest.split('|'))
            if name == 'system':
                for room in left:
                    system.setdefault(room, set()).update(right)
            else:
                allowed[name] = set(left) - {'-'} | {name}
                third[name] = [h for h in right if h != '-']
    for path in SOURCES:
        room = path.split('/')[1]
        if room not in allowed:
            yield f'{path}: the room {room} is not in src/LAYERS'
            continue
        for number, line in enumerate(code(path, True).split('\n'), 1):
            own = re.match(r'\s*#\s*include\s*"([^"]*)"', line)
            other = re.match(r'\s*#\s*include\s*<([^>]*)>', line)
            if own and own.group(1).split('/')[0] not in allowed[room]:
                yield f'{path}:{number}: {room} may not include {own.group(1)}'
            if other:
                header = other.group(1)
                free = header in standard or header in system.get(room, ())
                if not free and not any(header == h or (h[-1] in '/_' and header.startswith(h))
                                        for h in third[room]):
                    yield f'{path}:{number}: {room} may not include <{header}>'


BANNED = [  # pattern, rooms that may, why
    (r'\b(strtod|strtof|strtold|atof|atoi|atol|sscanf|scanf|fscanf)\s*\(', (), 'parse with decimal and number'),
    (r'\b(setlocale|localeconv|strcoll|strxfrm|strcasecmp|strncasecmp)\s*\(', (), 'depends on the locale'),
    (r'\b(toupper|tolower|is(alpha|alnum|digit|space|upper|lower|punct|print))\s*\(', (), 'use ascii.h'),
    (r'\b(localtime|gmtime|mktime|strftime|time|clock|gettimeofday|clock_gettime)\s*\(', (), 'no clock'),
    (r'\b(sprintf|vsprintf|strcpy|strcat|strncpy|strncat|gets|strtok|alloca|stpcpy)\s*\(', (), 'unbounded or treacherous'),
    (r'\b(system|popen|fork|execv\w*|tmpnam|mktemp|tempnam)\s*\(', (), 'no other programs'),
    (r'\b(rand|srand|random|drand48|qsort_r)\s*\(', (), 'not the same everywhere'),
    (r'\b(malloc|calloc|realloc|reallocarray|strdup|strndup|asprintf)\s*\(', ('base', 'output'), 'use the arena'),
    (r'\b(printf|fprintf|puts|fputs|putchar|perror|vfprintf)\s*\(', ('app',), 'library code does not print'),
    (r'\b(exit|_exit|abort|quick_exit)\s*\(', ('app',), 'library code does not end the process'),
    (r'\b(getenv|secure_getenv|setenv|putenv)\s*\(', (), 'no hidden inputs'),
    (r'\bassert\s*\(\s*(0|false)\s*\)', (), 'say what is asserted'),
    (r'\b(float)\b', ('output', 'text'), 'no single precision'),
    (r'\b(longjmp|setjmp)\b', ('output', 'picture'), 'no unwinding'),
    (r'\bNDEBUG\b', (), 'assertions stay on'),
]


def rule_banned():
    allowed = exceptions('banned')
    for path in SOURCES:
        room = path.split('/')[1]
        text = code(path)
        for pattern, rooms, why in BANNED:
            if room in rooms:
                continue
            for match in re.finditer(pattern, text):
                word = match.group(0).rstrip('( \n')
                place = f'{path}:{word}'
                if place in allowed:
                    allowed[place] -= 1
                    continue
                number = text.count('\n', 0, match.start()) + 1
                yield f'{path}:{number}: {word}: {why}'
        for number, line in enumerate(code(path, True).split('\n'), 1):
            if re.search(r'"[^"]*%[-+ #0]*[0-9*]*(\.[0-9*]+)?l?[aefgAEFG]\b', line):
                yield f'{path}:{number}: floating point in a format: depends on the locale'
    for path in sorted(glob.glob('src/app/*.c')):
        if path != 'src/app/main.c' and re.search(r'\b_?exit\s*\(', code(path)):
            yield f'{path}: only main.c ends the process'
    for place, left in allowed.items():
        if left != 0:
            yield f'{place}: its exception does not match ({left} left over)'


def rule_file_lines():
    measured = {}
    for path in SOURCES:
        with open(path, encoding='utf-8') as file:
            measured[path] = sum(1 for _ in file)
    return within('file_lines', 700, measured)


def rule_function_lines():
    return within('function_lines', 60, {
        f'{path}:{name}': len(lines) for path in SOURCES for name, _, _, lines in functions(path)})


def rule_complexity():
    """Decisions + 1; a switch counts once, as each case is a row of a table."""
    measured = {}
    for path in SOURCES:
        for name, _, _, lines in functions(path):
            body = '\n'.join(line for line in lines if not line.lstrip().startswith('#'))
            decisions = re.findall(r'\b(?:if|for|while|switch)\b|&&|\|\||\?', body)
            measured[f'{path}:{name}'] = len(decisions) + 1
    return within('complexity', 15, measured)


def rule_names():
    seen = {}
    for path in SOURCES:
        base = os.path.basename(path)
        if base in seen:
            yield f'{path}: the name stands also at {seen[base]}'
        seen[base] = path
    allowed = exceptions('names')
    for path in SOURCES:
        text = code(path)
        for match in re.finditer(r'\btypedef\b[^;{]*?\b(\w+_t)\s*;|\b(?:struct|enum|union)\s+(\w+_t)\b', text):
            name = match.group(1) or match.group(2)
            if not name.startswith(('hb_', 'cairo_')):
                yield f'{path}: {name}: names in _t belong to the system'
        stem = os.path.basename(path)[:-2]
        if not path.endswith('.c') or stem == 'main':
            continue
        for name, static, line, _ in functions(path):
            if re.search(r'(^|_)get(_|$)', name):
                yield f'{path}:{line}: {name}: say what it gives, not that it gets'
            if not static and not (stem + 's').startswith(name.split('_')[0].lower()):
                if allowed.pop(f'{path}:{name}', None) is None:
                    yield f'{path}:{line}: {name}: the file name is the prefix of its functions'
    for place in allowed:
        yield f'{place}: the exception is for nothing'


def rule_codes():
    """Each code once, in the file of its family, explained, and reported by some code."""
    reported = set()
    for path in SOURCES:
        reported.update(re.findall(r'\bBP(\d{4})\b', code(path, True)))
    seen = {}
    for path in DEFS:
        family = os.path.basename(path).split('_')[1]
        with open(path, encoding='utf-8') as file:
            text = file.read()
        for match in re.finditer(r'^DIAG\((\d+),\s*(\w+),\s*((?:"(?:\\.|[^"\\])*"\s*)+),\s*((?:"(?:\\.|[^"\\])*"\s*)+)\)',
                                 text, re.M):
            number, _, message, about = match.groups()
            about = ''.join(re.findall(r'"((?:\\.|[^"\\])*)"', about))
            message = ''.join(re.findall(r'"((?:\\.|[^"\\])*)"', message))
            if number in seen:
                yield f'{path}: {number} stands also in {seen[number]}'
            seen[number] = path
            if len(number) != 4 or number[0] != family:
                yield f'{path}: {number} is not of this family'
            if len(about) < 20 or not about.endswith('.'):
                yield f'{path}: {number}: the explanation is too short or no sentence'
            if message.endswith('.'):
                yield f'{path}: {number}: a message ends without a stop'
            if number not in reported:
                yield f'{path}: {number} is reported nowhere'
        if len(re.findall(r'^DIAG\(', text, re.M)) != sum(1 for n in seen if seen[n] == path):
            yield f'{path}: an entry is not written DIAG(number, SEVERITY, "text", "explanation")'


def rule_texts():
    """Nothing in the tree names the machine it was made on."""
    pattern = re.compile(r'(?<![\w.])/(work|tmp|home|root|farm)(/|\b)')
    for top in ('src', 'tests', 'doc', 'samples', 'templates', 'fonts', '.ci', 'Makefile', 'README.md',
                'CHANGELOG.md', 'CONTRIBUTING.md'):
        for folder, _, names in (os.walk(top) if os.path.isdir(top) else [('', [], [top])]):
            for name in names:
                path = os.path.join(folder, name)
                if path == 'tests/lint/rules.py' or path.startswith('tests/checkers') or not os.path.exists(path):
                    continue
                with open(path, 'rb') as file:
                    text = file.read()
                if b'\0' in text:
                    continue
                for number, line in enumerate(text.decode('utf-8', 'replace').split('\n'), 1):
                    if pattern.search(line):
                        yield f'{path}:{number}: names a folder of some machine'


def rule_ellipses():
    """Places that may shorten a text; each tells it, where it could be missed."""
    allowed = {
        'src/app/locate.c': 'reads those of messages',
        'src/base/diag.c': 'names in messages',
        'src/layout/chartplace.c': 'alternative texts, whose figures a table tells in full',
        'src/layout/frame.c': 'the lines at the top and foot of pages: BP5073',
        'src/report/maptext.c': 'single lines of the map: BP5053',
        'src/workbook/stratml.c': 'names made of sentences: BP2094'}
    found = set()
    for path in SOURCES:
        with open(path, encoding='utf-8') as file:
            if re.search(r'\\u2026|\u2026', file.read()):
                found.add(path)
    for path in sorted(found - set(allowed)):
        yield f'{path}: an ellipsis in a place that this rule does not declare'
    for path in sorted(set(allowed) - found):
        yield f'{path}: is declared and has no ellipsis'


def main():
    rule = globals()['rule_' + sys.argv[1]]
    problems = list(rule())
    for problem in problems:
        print('  ' + problem)
    return 1 if problems else 0


if __name__ == '__main__':
    sys.exit(main())
