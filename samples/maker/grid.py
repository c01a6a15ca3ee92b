"""Lays the book out as spreadsheet tabs: titles, headers, comments, blank rows and totals, as a
scorecard manager would. Both spreadsheet dialects write the same grids."""

from dataclasses import dataclass, field
from decimal import Decimal

from maker.book import SHEETS, Cell, measure_cell, number_text, typed_cell

AUTHOR = "Scorecard Manager"
# Tabs that carry a heading above their table.
HEADINGS = {
    "MEASURES": "Measures of the strategy, fiscal years 2025 to 2027",
    "INITIATIVES": "Portfolio of strategic initiatives, amounts in CAD",
    "ACTIONS": "Action log of the board and the Executive Committee",
    "MONTHLY": "Monthly data: actuals and targets",
}
# A blank row before the first row of this id.
BREAKS = {("OBJECTIVES", "COL-1"), ("MEASURES", "M35"), ("INITIATIVES", "N14")}
TOTALS = {
    "INITIATIVES": ("Strategic Initiative", ("Budget", "Spend to Date", "Forecast at Completion",
                                             "Benefit Planned", "Benefit Forecast")),
}
COMMENTS = {
    ("OBJECTIVES", "Support Weight"): "Only for contributory: weight beside the measures of the "
                                      "objective above.",
    ("MEASURES", "Polarity"): "range: good inside a band; binary: 1 or 0; info: never scored.",
    ("THRESHOLDS", "Method"): "ratio of target: 0.9 means 90 % of the target of the month.",
    ("INITIATIVES", "Forecast at Completion"): "From the ledger, on the 5th working day.",
    ("STAFFING", "Line"): "dotted: lent to the office, not counted.",
}
MONTHLY_COMMENT = ("M19", "actual", "2026-06", "Log lost when the data centre moved. Do not guess.")
WIDE_TITLES = ("Measure ID", "Series")


@dataclass
class Grid:
    name: str  # of the tab
    widths: list
    rows: list = field(default_factory=list)  # of lists of Cell or None, the first is row 1
    where: dict = field(default_factory=dict)  # (table row, title) -> "D14"


def letters(column):
    """1 -> A, 27 -> AA."""
    text = ""
    while column:
        column, digit = divmod(column - 1, 26)
        text = chr(65 + digit) + text
    return text


def address(row, column):
    return f"{letters(column)}{row}"


def width_of(column):
    if column.kind == "TEXT":
        return "wide"
    if column.kind == "TITLE" and column.required:
        return "middle"
    return "narrow"


def head_cells(name, titles):
    return [Cell("head", title, comment=COMMENTS.get((name, title), "")) for title in titles]


def heading_rows(name, across):
    if name not in HEADINGS:
        return []
    return [[Cell("title", HEADINGS[name], digits=across)], []]


def property_grid(book, name):
    table = book.tables[name]
    grid = Grid(table.sheet.title, ["middle", "wide"])
    grid.rows.append(head_cells(name, ["Property", "Value"]))
    for index, title in enumerate(table.titles):
        cell = typed_cell(book, table, table.rows[0], index)
        grid.rows.append([Cell("text", title), cell])
        grid.where[0, title] = address(len(grid.rows), 2)
    return grid


def total_row(name, table, first, last):
    """Sums of the amount columns; cached values as the program would have computed them."""
    label, summed = TOTALS[name]
    row = [None] * len(table.titles)
    row[table.column(label)] = Cell("text", "Total")
    for title in summed:
        index = table.column(title)
        values = [r[index] for r in table.rows]
        total = sum((Decimal(v) for v in values if v and set(v) <= set("0123456789.-")), Decimal(0))
        row[index] = Cell("money", number_text(total), formula=f"SUM {first} {last}")
    return row


def table_grid(book, name):
    table = book.tables[name]
    columns = [table.sheet.column(title) for title in table.titles]
    grid = Grid(table.sheet.title, [width_of(column) for column in columns])
    grid.rows += heading_rows(name, 4)
    grid.rows.append(head_cells(name, table.titles))
    first = len(grid.rows) + 1
    for number, row in enumerate(table.rows):
        if (name, row[0]) in BREAKS:
            grid.rows.append([])
        grid.rows.append([typed_cell(book, table, row, i) for i in range(len(row))])
        for index, title in enumerate(table.titles):
            grid.where[number, title] = address(len(grid.rows), index + 1)
    if name in TOTALS:
        last = len(grid.rows)
        grid.rows += [[], total_row(name, table, first, last)]
    return grid


def average_cell(cells, row, first, last):
    values = [Decimal(cell.value) for cell in cells if cell and cell.value]
    mean = sum(values, Decimal(0)) / len(values)
    shown = next(cell for cell in cells if cell and cell.value)
    return Cell(shown.kind, f"{mean:.15g}", formula=f"AVERAGE {first} {last} {row}", digits=2)


def monthly_grid(book):
    wide = book.wide
    grid = Grid("Monthly Data", ["narrow"] * (len(wide.months) + 3))
    grid.rows += heading_rows("MONTHLY", 6)
    head = [Cell("head", title) for title in WIDE_TITLES]
    head += [Cell("month", f"{month}-01") for month in wide.months]
    grid.rows.append(head + [Cell("head", "Average")])
    for number, (measure, series, values) in enumerate(wide.rows):
        cells = [measure_cell(book, measure, v) if v else None for v in values]
        noted = MONTHLY_COMMENT
        if (measure, series) == noted[:2] and noted[2] in wide.months:
            cells[wide.months.index(noted[2])] = Cell("text", "", comment=noted[3])
        row = len(grid.rows) + 1
        mean = average_cell(cells, row, 3, 2 + len(cells))
        grid.rows.append([Cell("text", measure), Cell("text", series), *cells, mean])
        for index, month in enumerate(wide.months):
            grid.where[number, month] = address(row, index + 3)
    return grid


def grids(book):
    """The tabs by sheet name, MONTHLY after VALUES."""
    result = {}
    for _, name in SHEETS:
        maker = property_grid if book.tables[name].sheet.properties else table_grid
        result[name] = maker(book, name)
        if name == "VALUES":
            result["MONTHLY"] = monthly_grid(book)
    return result
