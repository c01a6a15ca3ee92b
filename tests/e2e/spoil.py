"""python3 spoil.py PROGRAM DIALECT STARTER FOLDER: what people do to a workbook, one thing at a time.

Each way is a function, or a line of the table CELLS: it spoils a book and returns what the program
has to say of it, (severity, code, place, words): the words are what the owner needs in order to
mend it.  Printed are the ways of which the program says anything else, and how many there were.

Each way is tried in one of the dialects it can be done in, in turn; with THOROUGH set, in all.
"""
import json
import os
import subprocess
import sys
import typing

from spoiling import READERS, letters

ALL = tuple(READERS)
BOOKS = ('fods', 'ods', 'xlsx', 'excel.xml')
WAYS = []


class Cell(typing.NamedTuple):
    """A way that changes one cell: where, how, and what the program then says of that cell."""
    name: str
    at: tuple
    edit: str
    value: object
    severity: str
    code: int
    words: tuple
    dialects: tuple = ALL

    def __call__(self, book):
        place = book.at(*self.at)
        getattr(book, self.edit)(place, *([] if self.value is None else [self.value]))
        return [(self.severity, self.code, place, self.words)]


def way(name, dialects=ALL):
    def keep(spoil):
        WAYS.append((name, dialects, spoil))
        return spoil
    return keep


def error(code, place, *words):
    return 'error', code, place, words


def warning(code, place, *words):
    return 'warning', code, place, words


def note(code, place, *words):
    return 'note', code, place, words


# What stands otherwise in one cell than it should.
CELLS = (
    # ids
    Cell('an id mistyped', ('Actions', 'A1', 'Linked ID'),
         'text', 'I55', 'error', 3104, ("'I55'", "did you mean 'I5'?")),
    Cell('a measure of a mistyped objective', ('Measures', 'M7', 'Objective ID'),
         'text', 'O77', 'error', 3104, ("'O77'",)),
    Cell('an id in small letters', ('Commentary', 'M8', 'Linked ID'),
         'text', 'm8', 'error', 3104, ("'m8'", "did you mean 'M8'?")),
    Cell('a blank within an id', ('Milestones', 'I5-2', 'Milestone ID'),
         'text', 'I5 2', 'error', 2012, ("'I5 2'",)),
    Cell('an id that became a date', ('Milestones', 'I5-2', 'Milestone ID'),
         'date', '2026-05-02', 'error', 2051, ('2026-05-02',), BOOKS),
    Cell('a blank within the id of a measure', ('Measures', 'M7', 'Measure ID'),
         'text', 'M 7', 'error', 2012, ("'M 7'",)),
    Cell('commas between ids', ('Initiatives', 'I7', 'Objective IDs'),
         'text', 'O7, O3', 'error', 2012, ("'O7, O3'",)),
    # numbers
    Cell('a number as text with a decimal comma',
         ('Measure Data', ('M1', '2026-10', 'actual'), 'Value'),
         'text', '56,1', 'error', 2014, ("'56,1'", '1,234.56')),
    Cell('words in a number column', ('Measure Data', ('M1', '2026-10', 'actual'), 'Value'),
         'text', 'about 56', 'error', 2013, ("'about 56'",)),
    Cell('a number with its unit', ('Initiatives', 'I5', 'Budget'),
         'text', '640 kEUR', 'error', 2013, ("'640 kEUR'",)),
    Cell('a number that became a date', ('Measure Data', ('M1', '2026-10', 'actual'), 'Value'),
         'date', '2026-06-05', 'error', 2027, ('2026-06-05',), BOOKS),
    Cell('a fraction in a measure of percent',
         ('Measure Data', ('M2', '2026-10', 'actual'), 'Value'),
         'number', '0.403', 'warning', 3325, ('0.403', 'M2')),
    Cell('a percentage over 100', ('Initiatives', 'I6', '% Complete'),
         'number', '161', 'error', 2021, ('161',)),
    Cell('an amount with its unit', ('Initiatives', 'I5', 'Budget'),
         'text', '640,000 \u20ac', 'error', 2013, ("'640,000 \u20ac'",)),
    Cell('half a person counted', ('Units', 'U1', 'Employees'),
         'number', '395.5', 'error', 2022, ('395.5',)),
    Cell('a formula that failed', ('Measure Data', ('M1', '2026-10', 'actual'), 'Value'),
         'error', '#REF!', 'error', 2024, ('#REF!',), BOOKS),
    Cell('an error pasted as text', ('Measure Data', ('M1', '2026-10', 'actual'), 'Value'),
         'text', '#REF!', 'error', 2024, ('#REF!',), ('csv',)),
    Cell('a formula never calculated', ('Measure Data', ('M1', '2026-10', 'actual'), 'Value'),
         'never_calculated', None, 'error', 2025, (), BOOKS),
    # dates and periods
    Cell('a date with slashes', ('Milestones', 'I5-2', 'Planned Date'),
         'text', '30/11/2026', 'error', 2017, ("'30/11/2026'",)),
    Cell('a day that does not exist', ('Milestones', 'I5-2', 'Planned Date'),
         'text', '2026-11-31', 'error', 2017, ("'2026-11-31'",)),
    Cell('a period misspelt', ('Measure Data', ('M1', '2026-10', 'actual'), 'Period'),
         'text', '2026-13', 'error', 2018, ("'2026-13'",)),
    Cell('an end before its start', ('Initiatives', 'I4', 'End Date'),
         'text', '2025-06-30', 'error', 3501, ('2025-06-30', '2026-02-01')),
    Cell('an actual of the future', ('Measure Data', ('M1', '2026-10', 'actual'), 'Period'),
         'text', '2026-11', 'error', 3324, ('2026-11', '2026-10-31')),
    Cell('a closing date of the future', ('Actions', 'A2', 'Closed On'),
         'text', '2026-12-12', 'error', 3703, ('2026-12-12', '2026-10-31')),
    # words to choose from, cells to fill
    Cell('a word that is not on the list', ('Measures', 'M7', 'Polarity'),
         'text', 'up', 'error', 2019, ("'up'", 'higher')),
    Cell('a word of the list mistyped', ('Measures', 'M7', 'Frequency'),
         'text', 'quaterly', 'error', 2019, ("'quaterly'", "did you mean 'quarterly'?")),
    Cell('neither yes nor no', ('Processes', 'PR3', 'In Scope'),
         'text', 'partly', 'error', 2020, ("'partly'",)),
    Cell('an owner missing', ('Measures', 'M7', 'Measure Owner'),
         'clear', None, 'error', 2011, ('Measure Owner',)),
    Cell('a row without its id', ('Actions', 'A1', 'Action ID'),
         'clear', None, 'error', 2009, ('Action ID',)),
    Cell('a measure without its id', ('Measures', 'M7', 'Measure ID'),
         'clear', None, 'error', 2009, ('Measure ID',)),
    Cell('a value without its measure', ('Measure Data', ('M1', '2026-10', 'actual'), 'Measure ID'),
         'clear', None, 'error', 2009, ('Measure ID',)),
    Cell('the reporting period missing', ('Organization', 'Reporting Period *', 'Value'),
         'clear', None, 'error', 2040, ('Reporting Period',)),
    Cell('a currency by its name', ('Organization', 'Base Currency *', 'Value'),
         'text', 'Euro', 'error', 3921, ("'Euro'",)),
    Cell('a month in words for the fiscal year', ('Organization', 'Fiscal Year Start *', 'Value'),
         'text', 'April', 'error', 2023, ("'April'",)),
    # what does not hang together
    Cell('weights partly blank', ('Milestones', 'I4-2', 'Weight'),
         'clear', None, 'error', 3301, ('I4-2',)),
    Cell('a threshold on the wrong side', ('Thresholds', 'M4', 'Red Flag'),
         'number', '4.5', 'error', 3311, ('M4', '4.5')),
    Cell('causes in a circle', ('Objective Links', 'O4', 'To Objective ID'),
         'text', 'O6', 'error', 3201, ('O4', 'O6')),
    Cell('a link to itself', ('Objective Links', 'O9', 'To Objective ID'),
         'text', 'O9', 'error', 3203, ('O9',)),
    Cell('units in a circle', ('Units', 'U0', 'Parent Unit ID'),
         'text', 'U1', 'error', 3107, ('U0', 'U1')),
    Cell('two tops', ('Units', 'U3', 'Parent Unit ID'),
         'clear', None, 'error', 3106, ('U3', 'U0')),
    Cell('more than a whole person', ('Staffing', 'Scorecard manager', 'FTE'),
         'number', '1.5', 'error', 3601, ('Scorecard manager', '1.5')),
    Cell('a value of a longer period', ('Measure Data', ('M1', '2026-09', 'actual'), 'Period'),
         'text', '2026-Q3', 'error', 3321, ('M1', 'monthly')),
)


# ---- ids ----

@way('a blank after an id')
def trailing_blank(book):
    book.text(book.at('Commentary', 'M8', 'Linked ID'), 'M8 ')
    return []


@way('a row copied and its id left')
def copied_row(book):
    at = book.copy_row('Actions', book.row('Actions', 'A1'))
    return [error(3101, ('Actions', at, 0), "'A1'", 'Actions!A2')]


@way('a measure copied and its id left')
def copied_measure(book):
    at = book.copy_row('Measures', book.row('Measures', 'M7'))
    return [error(3101, ('Measures', at, 0), "'M7'", 'Measures!A8')]


# ---- sheets, rows, columns ----

@way('a title renamed')
def renamed_title(book):
    at = book.head('Measures')
    column = book.column('Measures', 'Polarity')
    book.text(('Measures', at, column), 'Good is')
    return [error(2005, ('Measures', at, 0), 'Polarity'),
            note(2007, ('Measures', at, column), "'Good is'")]


@way('a title twice')
def title_twice(book):
    column = book.add_column('Measures', 'Measure Owner')
    return [error(2006, ('Measures', 0, column), 'Measure Owner', 'Measures!K1')]


@way('a column deleted')
def deleted_column(book):
    book.drop_column('Objectives', book.column('Objectives', 'Perspective ID'))
    return [error(2005, ('Objectives', 0, 0), 'Perspective ID')]


@way('the column of ids deleted')
def deleted_ids(book):
    book.drop_column('Actions', 0)
    return [error(2005, ('Actions', 0, 0), 'Action ID')]


@way('the row of titles deleted')
def deleted_titles(book):
    book.drop_row('Actions', 0)
    return [error(2004, None, 'Actions')]


@way('cells merged', BOOKS)
def merged(book):
    place = book.at('Initiatives', 'I4', 'Programme')
    book.merge(place, 2, 1)
    return [error(2008, place)]


@way('a row of remarks below the titles')
def remarks(book):
    book.add_row('Actions', 1, ['', 'what is to be done', 'who'])
    return [error(2009, ('Actions', 1, 0), 'Action ID')]


@way('a heading above the titles')
def heading(book):
    book.add_row('Actions', 0, ['Actions of the board'])
    book.add_row('Actions', 1, [''])
    return []


@way('a sheet renamed')
def renamed_sheet(book):
    book.rename('Measures', 'Measures 2026')
    return [error(2001, None, "'Measures'"),
            note(2002, None, "'Measures 2026'", "did you mean 'Measures'?")]


@way('a sheet deleted')
def deleted_sheet(book):
    book.drop('Perspectives')
    return [error(2001, None, 'Perspectives')]


@way('a sheet twice')
def sheet_twice(book):
    book.rename('Waivers', 'KPIs')
    book.sheets['KPIs'] = [[book.copied(cell) for cell in row] for row in book.sheets['Measures']]
    return [error(2003 if book.types else 1066, None, "'Measures'", 'KPIs')]


@way('a sheet renamed that others lead to')
def renamed_themes(book):
    book.rename('Themes', 'Pillars')
    return [error(3104, book.at('Objectives', 'O1', 'Theme ID'), "'T1'", "'Themes'"),
            note(2002, None, "'Pillars'")]


# ---- what does not hang together ----

@way('a link twice')
def link_twice(book):
    at = book.copy_row('Objective Links', book.row('Objective Links', 'O7'))
    return [error(3202, ('Objective Links', at, 1), 'O7', 'O5')]


@way('a value twice, and different')
def value_twice(book):
    first = book.at('Measure Data', ('M1', '2026-09', 'actual'), 'Period')
    place = book.at('Measure Data', ('M1', '2026-10', 'actual'), 'Value')
    book.text(first, '2026-10')
    return [error(3322, place, '56.1', '55.2', shown((first[0], first[1], place[2])))]


def shown(place):
    if not place:
        return '-'
    sheet, row, column = place
    sheet = f"'{sheet}'" if ' ' in sheet else sheet
    return f'{sheet}!{letters(column)}{row + 1}'


def told(program, dialect, path):
    """What the program says of a file: its exit status and findings, as (what, words)."""
    run = subprocess.run([program, 'check', '--diagnostics=json',
                          *(['--csv'] if dialect == 'csv' else []), path],
                         capture_output=True, check=False)
    findings = []
    for line in run.stdout.decode().splitlines():
        line = json.loads(line)
        if line['type'] == 'finding':
            findings.append(((line['severity'], line['code'], line['cell'] or '-'),
                             f"{line['message']} {line['hint'] or ''}"))
    return run.returncode, findings


def differences(expected, status, findings):
    """What is said and should not be, what is not and should, and what is said too vaguely."""
    wanted = {(severity, f'BP{code}', shown(place)): words
              for severity, code, place, words in expected}
    for what, message in findings:
        if what not in wanted:
            yield f"told: {' '.join(what)} {message}"
            continue
        for word in wanted.pop(what):
            if word not in message:
                yield f"{' '.join(what)} does not say {word}: {message}"
    for what in wanted:
        yield f"not told: {' '.join(what)}"
    if status != any(severity == 'error' for severity, *_ in expected):
        yield f'exit status {status}'


def ways(dialect):
    every = [(cell.name, cell.dialects, cell) for cell in CELLS] + WAYS
    for at, (name, dialects, spoil) in enumerate(every):
        if dialect in (dialects if os.environ.get('THOROUGH') else [dialects[at % len(dialects)]]):
            yield name, spoil


def main():
    program, dialect, starter, folder = sys.argv[1:]
    os.makedirs(folder, exist_ok=True)
    wrong = count = 0
    for name, spoil in ways(dialect):
        book = READERS[dialect](starter)
        path = os.path.join(folder, f"{name.replace(' ', '-')}.{dialect}")
        expected = spoil(book)
        book.write(path)
        count += 1
        for difference in differences(expected, *told(program, dialect, path)):
            wrong += 1
            print(f'{name}: {difference}')
    print(f'{count} ways')
    return wrong > 0


if __name__ == '__main__':
    sys.exit(main())
