"""Makes the stress copy: legal but extreme contents that a page must hold (source/stress.csv)."""

import copy

from maker.book import read_csv
from maker.spoil import add_row


def stress(book, source):
    """The book with every step applied; its files are never shown to a user, only to the eye."""
    book = copy.deepcopy(book)
    rows = read_csv(f"{source}/stress.csv")
    for step in (dict(zip(rows[0], cells)) for cells in rows[1:]):
        if step["Operation"] == "add":
            add_row(book, step)
        elif step["Sheet"] == "MONTHLY":
            measure, series = step["Row"].split()
            values = next(v for m, s, v in book.wide.rows if (m, s) == (measure, series))
            values[book.wide.months.index(step["Column"])] = step["Value"]
        else:
            table = book.tables[step["Sheet"]]
            row = next(r for r in table.rows if r[0] == step["Row"])
            row[table.column(step["Column"])] = step["Value"]
    return book
