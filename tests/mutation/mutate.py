#!/usr/bin/env python3
"""A spot check of the tests: would they notice a mistake?  mutate.py [options]; see --help.

Small mistakes are made in src/assess, one at a time, chosen by a seed, in a copy of the committed
tree.  Each is compiled and tried against the file's own unit test, then those of the whole room,
then the laws of tests/property, until one fails.  What none of them notices is listed: either it
changes nothing that could be noticed (then it is written down in tests/mutation/equivalent, and
why), or a test is missing.
"""
import argparse
import collections
import glob
import io
import os
import random
import re
import shutil
import subprocess
import sys
import tarfile
import time

ROOM = 'src/assess'
HERE = os.path.dirname(os.path.abspath(__file__))
# Slow laws, only tried on what they are about.
SLOW = {'evidence': {'association', 'evidence', 'pastscores', 'cascade', 'measureresult'}}
ELSEWHERE = {'roundtrip'}  # laws of other rooms
TIME_LIMIT = {'unit': 20, 'property': 120}  # seconds: a mutant may run for ever
MEMORY_LIMIT = 4 << 20  # KiB, for the same reason
# Quick to compile, and nothing that a compiler would not let pass for right.
FLAGS = '-O0 -U_FORTIFY_SOURCE -Werror=int-conversion -Werror=incompatible-pointer-types'

Mutant = collections.namedtuple('Mutant', 'path line start end text kind')


# ---- what may go wrong ----

def blank(match):
    """Comments and literals become blanks of the same length."""
    return re.sub(r'[^\n]', ' ', match.group(0))


def code_of(text):
    pattern = r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\''
    return re.sub(pattern, blank, text, flags=re.S)


def enums():
    """Constant -> the others of its enum."""
    others = {}
    for path in sorted(glob.glob('src/*/*.h')):
        with open(path, encoding='utf-8') as file:
            code = code_of(file.read())
        for body in re.findall(r'\benum\s+\w+\s*\{([^}]*)\}', code):
            names = re.findall(r'\b([A-Z][A-Z0-9_]+)\b', body)
            for name in names:
                others[name] = [other for other in names if other != name]
    return others


RELATIONS = {'<': ('<=', '>='), '<=': ('<', '>'), '>': ('>=', '<'), '>=': ('>', '<='),
             '==': ('!=',), '!=': ('==',)}
SWAPPED = {'&&': '||', '||': '&&', '+': '-', '-': '+', '/': '*', '+=': '-=', '-=': '+=',
           'true': 'false', 'false': 'true', 'min': 'max', 'max': 'min',
           'lower': 'upper', 'upper': 'lower', 'first': 'last', 'last': 'first'}
STATEMENT = re.compile(r'^( +)([a-z*(][\w.\->\[\]*()+ ]*?(?: = | [-+*|&]= |\+\+|--|\().*|break|continue);$')
DECLARATION = re.compile(r'^ +(?:const |static |struct |enum |bool |int |size_t |wide |char |double |'
                         r'u?int\d+_t |return\b|typedef |goto )')


def whole_line_statements(lines):
    """Numbers of lines that hold one whole statement that could be left out."""
    before = '{'
    for number, line in enumerate(lines):
        bare = line.strip()
        if STATEMENT.match(line) and not DECLARATION.match(line) and before[-1] in '{};:':
            yield number
        if bare:
            before = bare


def mutants_of(path, text, others):
    code = code_of(text)
    offset = 0
    lines = code.split('\n')
    droppable = set(whole_line_statements(lines))
    for number, line in enumerate(lines):
        def at(start, end, new, kind):
            return Mutant(path, number + 1, offset + start, offset + end, new, kind)
        inside = line.startswith('    ')
        constant = re.match(r'#define \w+ +(?=\d+\b)', line)
        if re.match(r'\s*(assert\(|#include|static_assert)', line) or not (inside or constant):
            offset += len(line) + 1
            continue
        for m in re.finditer(r' (<=|>=|==|!=|<|>) ', line):
            for new in RELATIONS[m.group(1)]:
                yield at(m.start(1), m.end(1), new, 'relation')
        for m in re.finditer(r' (&&|\|\||\+=|-=|\+|-|/) ', line):
            kind = 'logic' if m.group(1) in ('&&', '||') else 'arithmetic'
            yield at(m.start(1), m.end(1), SWAPPED[m.group(1)], kind)
        for m in re.finditer(r' (&&|\|\|)$| (\+|-)$', line):
            sign = m.group(1) or m.group(2)
            yield at(m.end() - len(sign), m.end(), SWAPPED[sign],
                     'logic' if m.group(1) else 'arithmetic')
        for m in re.finditer(r'!(?=[\w(*])', line):
            yield at(m.start(), m.end(), '', 'negation')
        m = re.match(r'( +(?:\} else )?if \()(.*)(\) \{)$', line)
        if m and m.group(2).count('(') == m.group(2).count(')'):
            yield at(m.start(2), m.end(2), '!(%s)' % text[offset + m.start(2):offset + m.end(2)],
                     'condition')
        for m in re.finditer(r'(?<![\w.])(\d+)(?![\w.])', line):
            for new in (int(m.group(1)) + 1, int(m.group(1)) - 1):
                yield at(m.start(), m.end(), str(new), 'constant')
        for m in re.finditer(r'(?<![\w])(true|false|min|max|lower|upper|first|last)(?![\w(])', line):
            if m.group(1) in ('true', 'false') or line[m.start() - 1] in '.>':
                yield at(m.start(), m.end(), SWAPPED[m.group(1)], 'name')
        if not line.lstrip().startswith('case '):
            for m in re.finditer(r'\b([A-Z][A-Z0-9_]{2,})\b', line):
                for new in others.get(m.group(1), ())[:3]:
                    yield at(m.start(), m.end(), new, 'enum')
        for m in re.finditer(r'\b(\w[\w.>\-]*), (\w[\w.>\-]*)(?=[,)])', line):
            if m.group(1) != m.group(2) and not re.match(r'\s*(?:static|const|struct|enum|bool|int)\b',
                                                         line):
                yield at(m.start(), m.end(), '%s, %s' % (m.group(2), m.group(1)), 'arguments')
        if number in droppable:
            start = len(line) - len(line.lstrip())
            yield at(start, len(line), ';', 'dropped')
        offset += len(line) + 1


def choose(seed, count, only):
    """In an order that depends on the seed alone; kinds take turns, so that none drowns the rest."""
    others = enums()
    kinds = collections.defaultdict(list)
    for path in sorted(glob.glob(ROOM + '/*.c')):
        name = os.path.basename(path)[:-2]
        if only and name not in only:
            continue
        with open(path, encoding='utf-8') as file:
            for mutant in mutants_of(path, file.read(), others):
                kinds[mutant.kind].append(mutant)
    dice = random.Random(seed)
    for kind in sorted(kinds):
        dice.shuffle(kinds[kind])
    total = sum(map(len, kinds.values()))
    order, touched = [], set()
    while len(order) < 4 * count and any(kinds.values()):
        for kind in sorted(kinds):
            while kinds[kind]:
                mutant = kinds[kind].pop()
                if (mutant.path, mutant.line) not in touched:
                    touched.add((mutant.path, mutant.line))
                    order.append(mutant)
                    break
    return order, total


# ---- trying one ----

class Bench:
    def __init__(self, scratch, jobs):
        self.tree = os.path.join(scratch, 'tree')
        self.build = os.path.join(scratch, 'build')
        self.jobs = jobs

    def copy(self, revision):
        data = subprocess.run(['git', 'archive', revision], stdout=subprocess.PIPE, check=True).stdout
        shutil.rmtree(self.tree, ignore_errors=True)
        with tarfile.open(fileobj=io.BytesIO(data)) as tree:
            for member in tree:
                member.mtime = time.time()  # older than nothing that was built before
                tree.extract(member, self.tree)

    def make(self, *programs):
        """True if all were built."""
        command = ['make', '-s', '-j%d' % self.jobs, 'BUILD=' + self.build, 'CFLAGS=' + FLAGS]
        command += ['%s/release/%s' % (self.build, program) for program in programs]
        return subprocess.run(command, cwd=self.tree, stdout=subprocess.DEVNULL,
                              stderr=subprocess.DEVNULL, check=False).returncode == 0

    def passes(self, program):
        command = 'ulimit -v %d; exec %s/release/%s' % (MEMORY_LIMIT, self.build, program)
        try:
            return subprocess.run(['sh', '-c', command], cwd=self.tree, stdout=subprocess.DEVNULL,
                                  stderr=subprocess.DEVNULL,
                                  timeout=TIME_LIMIT[os.path.dirname(program)],
                                  check=False).returncode == 0
        except subprocess.TimeoutExpired:
            return False

    def killer(self, name, units, laws):
        """Name of the first test program that fails; None: survived; '': does not compile."""
        own = 'unit/test_' + name
        stages = [[own]] if own in units else []
        stages.append([unit for unit in units if unit != own])
        stages.append(['property/' + law for law in laws if name in SLOW.get(law, {name})])
        for stage in stages:
            if not self.make(*stage):
                return ''
            for program in stage:
                if not self.passes(program):
                    return program
        return None


def equivalents():
    """(path, old line, new line) -> why it cannot be noticed."""
    known, block = {}, {}
    with open(os.path.join(HERE, 'equivalent'), encoding='utf-8') as file:
        for line in file:
            line = line.rstrip('\n')
            if line.startswith('- ') or line.startswith('+ '):
                block[line[0]] = line[2:]
            elif line.startswith('= '):
                known[block['path'], block['-'], block['+']] = line[2:]
            elif line and not line.startswith('#'):
                block['path'] = line
    return known


def lines_of(text, mutant):
    """The line(s) as they are and as they would be."""
    start = text.rfind('\n', 0, mutant.start) + 1
    end = text.find('\n', mutant.end)
    return (text[start:end].strip(),
            (text[start:mutant.start] + mutant.text + text[mutant.end:end]).strip())


def again(report):
    """The survivors of an earlier report, as far as their lines still stand."""
    with open(report, encoding='utf-8') as file:
        blocks = re.findall(r'^survived: (.*):(\d+): (\w+)\n  - (.*)\n  \+ (.*)$', file.read(), re.M)
    for path, number, kind, old, new in blocks:
        with open(path, encoding='utf-8') as file:
            text = file.read()
        lines = text.split('\n')
        places = [i for i, line in enumerate(lines) if line.strip() == old]
        if not places:
            print('no longer there: %s: %s' % (path, old))
            continue
        at = min(places, key=lambda i: abs(i + 1 - int(number)))
        start = sum(len(line) + 1 for line in lines[:at]) + lines[at].index(old)
        yield Mutant(path, at + 1, start, start + len(old), new, kind)


def main():
    parser = argparse.ArgumentParser(description='Makes small mistakes in src/assess and looks '
                                     'whether a test notices.')
    parser.add_argument('--seed', type=int, default=1)
    parser.add_argument('--count', type=int, default=150, help='mistakes that compile')
    parser.add_argument('--scratch', default='build/mutation', help='folder for copy and objects')
    parser.add_argument('--revision', default='HEAD')
    parser.add_argument('--only', nargs='*', help='files of src/assess, without .c')
    parser.add_argument('--skip', type=int, default=0, help='leave the first so many out')
    parser.add_argument('--again', metavar='REPORT', help='only what survived in this one')
    parser.add_argument('--list', action='store_true', help='only show them')
    parser.add_argument('--verbose', action='store_true', help='show those that were noticed, too')
    parser.add_argument('--jobs', type=int, default=2)
    options = parser.parse_args()
    bench = Bench(os.path.abspath(options.scratch), options.jobs)
    report = options.again and os.path.abspath(options.again)
    bench.copy(options.revision)
    os.chdir(bench.tree)
    order, total = choose(options.seed, options.skip + options.count, options.only)
    order = list(again(report)) if report else order[options.skip:]
    files = {os.path.basename(path)[:-2] for path in glob.glob(ROOM + '/*.c')}
    units = ['unit/test_' + name for name in sorted(files)
             if os.path.exists('tests/unit/test_%s.c' % name)]
    laws = [os.path.basename(path)[:-2] for path in sorted(glob.glob('tests/property/*.c'))]
    laws = [law for law in laws if law not in ELSEWHERE]
    print('%d possible mistakes in %d files; seed %d' % (total, len(files), options.seed), flush=True)
    if not options.list:
        programs = units + ['property/' + law for law in laws]
        if not bench.make(*programs):
            sys.exit('the tree itself cannot be built')
        failing = [program for program in programs if not bench.passes(program)]
        if failing:
            sys.exit('the tree itself fails in ' + ' '.join(failing))
    known = equivalents()
    counts = collections.Counter()
    began = time.monotonic()
    for mutant in order:
        if counts['killed'] + counts['survived'] + counts['equivalent'] >= options.count:
            break
        name = os.path.basename(mutant.path)[:-2]
        with open(mutant.path, encoding='utf-8') as file:
            text = file.read()
        old, new = lines_of(text, mutant)
        told = '%s:%d: %s\n  - %s\n  + %s' % (mutant.path, mutant.line, mutant.kind, old, new)
        if options.list:
            print(told)
            counts['survived'] += 1
            continue
        if (mutant.path, old, new) in known:
            counts['equivalent'] += 1
            continue
        with open(mutant.path, 'w', encoding='utf-8') as file:
            file.write(text[:mutant.start] + mutant.text + text[mutant.end:])
        try:
            killer = bench.killer(name, units, laws)
        except KeyboardInterrupt:
            break
        finally:
            with open(mutant.path, 'w', encoding='utf-8') as file:
                file.write(text)
        if killer == '':
            counts['not compiled'] += 1
            continue
        counts['survived' if killer is None else 'killed'] += 1
        if options.verbose and killer:
            print('killed by %s: %s' % (killer, told), flush=True)
        if killer is None:
            print('survived: ' + told, flush=True)
        elif killer == 'unit/test_' + name:
            counts['by its own test'] += 1
        elif killer.startswith('property/'):
            counts['by a law'] += 1
    print('%d mistakes tried: %d killed (%d by the file\'s own test, %d by a law), %d equivalent, '
          '%d survived; %d more did not compile; %d s' %
          (counts['killed'] + counts['survived'] + counts['equivalent'], counts['killed'],
           counts['by its own test'], counts['by a law'], counts['equivalent'], counts['survived'],
           counts['not compiled'], time.monotonic() - began))
    sys.exit(1 if counts['survived'] and not options.list else 0)


if __name__ == '__main__':
    main()
