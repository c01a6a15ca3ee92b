"""Laws that need no second opinion: what must not matter to the program does not.

    others(book, dice)    pairs of a name and a book of which the program must say the same
"""
import copy

# Where ids stand: sheet -> columns.  The first is the row's own, if it is called id.
IDS = {'units': ('id', 'parent'), 'perspectives': ('id', 'unit'), 'themes': ('id', 'unit'),
       'objectives': ('id', 'unit', 'perspective', 'theme', 'supports'), 'measures': ('id', 'objectives'),
       'thresholds': ('measure',), 'values': ('measure',), 'initiatives': ('id', 'unit', 'objectives'),
       'milestones': ('id', 'initiative'), 'processes': ('id',), 'staffing': ('process',), 'benchmarks': ('process',)}


def new_id(old):
    """Another id, in another order among its like."""
    return old if old == 'TOTAL' else 'x.' + old[::-1]


def old_id(new):
    return new[2:][::-1] if isinstance(new, str) and new.startswith('x.') else new


def renamed(book):
    book = copy.deepcopy(book)
    for sheet, columns in IDS.items():
        for row in book.get(sheet, []):
            for column in columns:
                if column in row:
                    row[column] = '; '.join(new_id(part.strip()) for part in row[column].split(';'))
    return book


def named_back(result):
    """A result with its ids as they were; lists of rows by id, because order is no result."""
    if isinstance(result, dict):
        return {tuple(map(old_id, k)) if isinstance(k, tuple) else old_id(k): named_back(v) for k, v in result.items()}
    if isinstance(result, list):
        return sorted((named_back(r) for r in result), key=str)
    return old_id(result)


def shuffled(book, dice):
    book = copy.deepcopy(book)
    for sheet in IDS:
        dice.shuffle(book.get(sheet, []))
    return book


def weighed(book):
    """Weights that are all blank are all 1; those of milestones are not, they are none."""
    book = copy.deepcopy(book)
    for sheet in ('perspectives', 'objectives', 'measures'):
        for row in book.get(sheet, []):
            row.setdefault('weight', '1')
    for row in book['objectives']:
        if row.get('linkKind') == 'contributory':
            row.setdefault('supportWeight', '1')
    return book


def others(book, dice):
    yield 'other ids', renamed(book)
    yield 'rows in another order', shuffled(book, dice)
    yield 'weights of 1 for none', weighed(book)
