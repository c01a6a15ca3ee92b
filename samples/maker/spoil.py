"""Makes the spoiled copy: every mistake of source/spoiled.csv, put into the tabs of the sample, and
the list of the cells where each stands."""

import copy

from maker.book import Cell, read_csv, typed_cell
from maker.grid import grids, letters


def place_of(book, tabs, step):
    """The cell of a set or merge, as (grid, address)."""
    sheet, row, column = step["Sheet"], step["Row"], step["Column"]
    if sheet == "MONTHLY":
        keys = [f"{measure} {series}" for measure, series, _ in book.wide.rows]
    else:
        keys = [r[0] for r in book.tables[sheet].rows]
    return tabs[sheet], tabs[sheet].where[keys.index(row), column]


def split_address(text):
    name = text.rstrip("0123456789")
    column = 0
    for letter in name:
        column = column * 26 + ord(letter) - 64
    return int(text[len(name):]), column


def new_cell(book, step):
    value = step["Value"]
    if value == "":
        return None
    kind, colon, rest = value.partition(":")
    if colon and kind in ("text", "error"):
        return Cell(kind, rest)
    table = copy.copy(book.tables[step["Sheet"]])
    row = [""] * len(table.titles)
    row[0] = step["Row"]
    if "Method" in table.titles:
        row[table.column("Method")] = "absolute"
    row[table.column(step["Column"])] = value
    return typed_cell(book, table, row, table.column(step["Column"]))


def add_row(book, step):
    table = book.tables[step["Sheet"]]
    row = [""] * len(table.titles)
    for part in step["Value"].split("|"):
        title, _, value = part.partition("=")
        row[table.column(title)] = value
    table.rows.append(row)
    return len(table.rows) - 1


def spoil(book, source):
    """(tabs, lines): the spoiled tabs and one line a mistake, "Measures!C12: what is wrong"."""
    rows = read_csv(f"{source}/spoiled.csv")
    steps = [dict(zip(rows[0], cells)) for cells in rows[1:]]
    book = copy.deepcopy(book)
    added = {i: add_row(book, s) for i, s in enumerate(steps) if s["Operation"] == "add"}
    tabs = grids(book)
    lines = []
    for index, step in enumerate(steps):
        if index in added:
            grid = tabs[step["Sheet"]]
            where = grid.where[added[index], step["Column"]]
        else:
            grid, where = place_of(book, tabs, step)
            row, column = split_address(where)
            assert letters(column) in where
            if step["Operation"] == "merge":
                grid.rows[row - 1][column - 1].span = int(step["Value"])
            else:
                grid.rows[row - 1][column - 1] = new_cell(book, step)
        lines.append(f"{grid.name}!{where}: {step['Mistake']}")
    return tabs, lines
