"""python3 spoil.py PROGRAM DIALECT STARTER FOLDER: what people do to a workbook, one thing at a time.

Each way is a function: it spoils a book and returns what the program has to say of it, (severity,
code, place, words): the words are what the owner needs in order to mend it.  Printed are the ways
of which the program says anything else, and how many ways there were.

Each way is tried in one of the dialects it can be done in, in turn; with THOROUGH set, in all.
"""
import json
import os
import subprocess
import sys

from spoiling import READERS, letters

WAYS = []
ALL = tuple(READERS)
BOOKS = ('fods', 'ods', 'xlsx', 'excel.xml')


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


# ---- ids ----

@way('an id mistyped')
def mistyped_id(book):
    place = book.at('Actions', 'A1', 'Linked ID')
    book.text(place, 'I55')
    return [error(3104, place, "'I55'", "did you mean 'I5'?")]


@way('a measure of a mistyped objective')
def mistyped_objective(book):
    place = book.at('Measures', 'M7', 'Objective ID')
    book.text(place, 'O77')
    return [error(3104, place, "'O77'")]


@way('an id in small letters')
def small_letters(book):
    place = book.at('Commentary', 'M8', 'Linked ID')
    book.text(place, 'm8')
    return [error(3104, place, "'m8'", "did you mean 'M8'?")]


@way('a blank after an id')
def trailing_blank(book):
    book.text(book.at('Commentary', 'M8', 'Linked ID'), 'M8 ')
    return []


@way('a blank within an id')
def blank_within(book):
    place = book.at('Milestones', 'I5-2', 'Milestone ID')
    book.text(place, 'I5 2')
    return [error(2012, place, "'I5 2'")]


@way('a row copied and its id left')
def copied_row(book):
    at = book.copy_row('Actions', book.row('Actions', 'A1'))
    return [error(3101, ('Actions', at, 0), "'A1'", 'Actions!A2')]


@way('a measure copied and its id left')
def copied_measure(book):
    at = book.copy_row('Measures', book.row('Measures', 'M7'))
    return [error(3101, ('Measures', at, 0), "'M7'", 'Measures!A8')]


@way('an id that became a date', BOOKS)
def dated_id(book):
    place = book.at('Milestones', 'I5-2', 'Milestone ID')
    book.date(place, '2026-05-02')
    return [error(2051, place, '2026-05-02')]


@way('a blank within the id of a measure')
def blank_within_measure(book):
    place = book.at('Measures', 'M7', 'Measure ID')
    book.text(place, 'M 7')
    return [error(2012, place, "'M 7'")]


@way('commas between ids')
def commas(book):
    place = book.at('Initiatives', 'I7', 'Objective IDs')
    book.text(place, 'O7, O3')
    return [error(2012, place, "'O7, O3'")]


# ---- numbers ----

@way('a number as text with a decimal comma')
def decimal_comma(book):
    place = book.at('Measure Data', ('M1', '2026-10', 'actual'), 'Value')
    book.text(place, '56,1')
    return [error(2014, place, "'56,1'", '1,234.56')]


@way('words in a number column')
def words(book):
    place = book.at('Measure Data', ('M1', '2026-10', 'actual'), 'Value')
    book.text(place, 'about 56')
    return [error(2013, place, "'about 56'")]


@way('a number with its unit')
def with_unit(book):
    place = book.at('Initiatives', 'I5', 'Budget')
    book.text(place, '640 kEUR')
    return [error(2013, place, "'640 kEUR'")]


@way('a number that became a date', BOOKS)
def dated_number(book):
    place = book.at('Measure Data', ('M1', '2026-10', 'actual'), 'Value')
    book.date(place, '2026-06-05')
    return [error(2027, place, '2026-06-05')]


@way('a fraction in a measure of percent')
def fraction(book):
    place = book.at('Measure Data', ('M2', '2026-10', 'actual'), 'Value')
    book.number(place, '0.403')
    return [warning(3325, place, '0.403', 'M2')]


@way('a percentage over 100')
def over_hundred(book):
    place = book.at('Initiatives', 'I6', '% Complete')
    book.number(place, '161')
    return [error(2021, place, '161')]


@way('an amount with its unit')
def with_currency(book):
    place = book.at('Initiatives', 'I5', 'Budget')
    book.text(place, '640,000 \u20ac')
    return [error(2013, place, "'640,000 \u20ac'")]


@way('half a person counted')
def half_a_person(book):
    place = book.at('Units', 'U1', 'Employees')
    book.number(place, '395.5')
    return [error(2022, place, '395.5')]


@way('a formula that failed', BOOKS)
def failed_formula(book):
    place = book.at('Measure Data', ('M1', '2026-10', 'actual'), 'Value')
    book.error(place, '#REF!')
    return [error(2024, place, '#REF!')]


@way('an error pasted as text', ('csv',))
def pasted_error(book):
    place = book.at('Measure Data', ('M1', '2026-10', 'actual'), 'Value')
    book.text(place, '#REF!')
    return [error(2024, place, '#REF!')]


@way('a formula never calculated', BOOKS)
def never_calculated(book):
    place = book.at('Measure Data', ('M1', '2026-10', 'actual'), 'Value')
    book.never_calculated(place)
    return [error(2025, place)]


# ---- dates and periods ----

@way('a date with slashes')
def slashes(book):
    place = book.at('Milestones', 'I5-2', 'Planned Date')
    book.text(place, '30/11/2026')
    return [error(2017, place, "'30/11/2026'")]


@way('a day that does not exist')
def no_such_day(book):
    place = book.at('Milestones', 'I5-2', 'Planned Date')
    book.text(place, '2026-11-31')
    return [error(2017, place, "'2026-11-31'")]


@way('a period misspelt')
def misspelt_period(book):
    place = book.at('Measure Data', ('M1', '2026-10', 'actual'), 'Period')
    book.text(place, '2026-13')
    return [error(2018, place, "'2026-13'")]


@way('an end before its start')
def end_before_start(book):
    place = book.at('Initiatives', 'I4', 'End Date')
    book.text(place, '2025-06-30')
    return [error(3501, place, '2025-06-30', '2026-02-01')]


@way('an actual of the future')
def future_actual(book):
    place = book.at('Measure Data', ('M1', '2026-10', 'actual'), 'Period')
    book.text(place, '2026-11')
    return [error(3324, place, '2026-11', '2026-10-31')]


@way('a closing date of the future')
def future_closing(book):
    place = book.at('Actions', 'A2', 'Closed On')
    book.text(place, '2026-12-12')
    return [error(3703, place, '2026-12-12', '2026-10-31')]


# ---- words to choose from, cells to fill ----

@way('a word that is not on the list')
def not_on_the_list(book):
    place = book.at('Measures', 'M7', 'Polarity')
    book.text(place, 'up')
    return [error(2019, place, "'up'", 'higher')]


@way('a word of the list mistyped')
def mistyped_word(book):
    place = book.at('Measures', 'M7', 'Frequency')
    book.text(place, 'quaterly')
    return [error(2019, place, "'quaterly'", "did you mean 'quarterly'?")]


@way('neither yes nor no')
def neither(book):
    place = book.at('Processes', 'PR3', 'In Scope')
    book.text(place, 'partly')
    return [error(2020, place, "'partly'")]


@way('an owner missing')
def no_owner(book):
    place = book.at('Measures', 'M7', 'Measure Owner')
    book.clear(place)
    return [error(2011, place, 'Measure Owner')]


@way('a row without its id')
def no_id(book):
    place = book.at('Actions', 'A1', 'Action ID')
    book.clear(place)
    return [error(2009, place, 'Action ID')]


@way('a measure without its id')
def measure_without_id(book):
    place = book.at('Measures', 'M7', 'Measure ID')
    book.clear(place)
    return [error(2009, place, 'Measure ID')]


@way('a value without its measure')
def value_without_measure(book):
    place = book.at('Measure Data', ('M1', '2026-10', 'actual'), 'Measure ID')
    book.clear(place)
    return [error(2009, place, 'Measure ID')]


@way('the reporting period missing')
def no_period(book):
    place = book.at('Organization', 'Reporting Period *', 'Value')
    book.clear(place)
    return [error(2040, place, 'Reporting Period')]


@way('a currency by its name')
def currency(book):
    place = book.at('Organization', 'Base Currency *', 'Value')
    book.text(place, 'Euro')
    return [error(3921, place, "'Euro'")]


@way('a month in words for the fiscal year')
def fiscal_year(book):
    place = book.at('Organization', 'Fiscal Year Start *', 'Value')
    book.text(place, 'April')
    return [error(2023, place, "'April'")]


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

@way('weights partly blank')
def blank_weights(book):
    place = book.at('Milestones', 'I4-2', 'Weight')
    book.clear(place)
    return [error(3301, place, 'I4-2')]


@way('a threshold on the wrong side')
def wrong_side(book):
    place = book.at('Thresholds', 'M4', 'Red Flag')
    book.number(place, '4.5')
    return [error(3311, place, 'M4', '4.5')]


@way('causes in a circle')
def circle(book):
    place = book.at('Objective Links', 'O4', 'To Objective ID')
    book.text(place, 'O6')
    return [error(3201, place, 'O4', 'O6')]


@way('a link twice')
def link_twice(book):
    at = book.copy_row('Objective Links', book.row('Objective Links', 'O7'))
    return [error(3202, ('Objective Links', at, 1), 'O7', 'O5')]


@way('a link to itself')
def link_to_itself(book):
    place = book.at('Objective Links', 'O9', 'To Objective ID')
    book.text(place, 'O9')
    return [error(3203, place, 'O9')]


@way('units in a circle')
def unit_circle(book):
    place = book.at('Units', 'U0', 'Parent Unit ID')
    book.text(place, 'U1')
    return [error(3107, place, 'U0', 'U1')]


@way('two tops')
def two_tops(book):
    place = book.at('Units', 'U3', 'Parent Unit ID')
    book.clear(place)
    return [error(3106, place, 'U3', 'U0')]


@way('more than a whole person')
def whole_person(book):
    place = book.at('Staffing', 'Scorecard manager', 'FTE')
    book.number(place, '1.5')
    return [error(3601, place, 'Scorecard manager', '1.5')]


@way('a value twice, and different')
def value_twice(book):
    first = book.at('Measure Data', ('M1', '2026-09', 'actual'), 'Period')
    place = book.at('Measure Data', ('M1', '2026-10', 'actual'), 'Value')
    book.text(first, '2026-10')
    return [error(3322, place, '56.1', '55.2', shown((first[0], first[1], place[2])))]


@way('a value of a longer period')
def longer_period(book):
    place = book.at('Measure Data', ('M1', '2026-09', 'actual'), 'Period')
    book.text(place, '2026-Q3')
    return [error(3321, place, 'M1', 'monthly')]


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
    for at, (name, dialects, spoil) in enumerate(WAYS):
        if dialect in (dialects if os.environ.get('THOROUGH') else [dialects[at % len(dialects)]]):
            yield name, spoil


def main():
    program, dialect, starter, folder = sys.argv[1:]
    os.makedirs(folder, exist_ok=True)
    wrong = count = 0
    for name, spoil in ways(dialect):
        book = READERS[dialect](starter)
        path = os.path.join(folder, f'{spoil.__name__}.{dialect}')
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
