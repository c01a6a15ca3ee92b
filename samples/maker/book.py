"""The workbook as data: sheets of rows of typed values, read from source/*.csv."""

import csv
import re
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

# Source file and sheet, in the order of the tabs.
SHEETS = [
    ("organization", "ORGANIZATION"),
    ("settings", "SETTINGS"),
    ("units", "UNITS"),
    ("perspectives", "PERSPECTIVES"),
    ("themes", "THEMES"),
    ("objectives", "OBJECTIVES"),
    ("objective-links", "LINKS"),
    ("measures", "MEASURES"),
    ("thresholds", "THRESHOLDS"),
    ("measure-data", "VALUES"),
    ("initiatives", "INITIATIVES"),
    ("milestones", "MILESTONES"),
    ("benefits", "BENEFITS"),
    ("budget-lines", "BUDGET_LINES"),
    ("risks", "RISKS"),
    ("controls", "CONTROLS"),
    ("processes", "PROCESSES"),
    ("staffing", "STAFFING"),
    ("benchmarks", "BENCHMARKS"),
    ("calendar", "CALENDAR"),
    ("meetings", "MEETINGS"),
    ("agenda", "AGENDA"),
    ("decision-papers", "PAPERS"),
    ("actions", "ACTIONS"),
    ("decisions", "DECISIONS"),
    ("commentary", "COMMENTARY"),
    ("changes", "CHANGES"),
    ("attestations", "ATTESTATIONS"),
    ("waivers", "WAIVERS"),
    ("versions", "VERSIONS"),
    ("people", "PEOPLE"),
    ("workforce", "WORKFORCE"),
    ("best-practices", "PRACTICES"),
    ("environment", "ENVIRONMENT"),
    ("strategic-jobs", "JOBS"),
]
PLAIN_NUMBER = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?")
DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


@dataclass
class Cell:
    """One cell of a spreadsheet. kind: text, number, percent, money, date, month (a date that
    heads a column), flag, error, head, title; a percent holds the share (0.87), a flag Y or N."""

    kind: str
    value: str
    comment: str = ""
    formula: str = ""  # "SUM first-row last-row" or "AVERAGE first-column last-column row"
    digits: int = 0  # decimals shown; of a title, the columns it spans
    span: int = 1  # columns a merged cell takes


@dataclass
class Table:
    """One sheet's records, as text in the columns of the source file."""

    sheet: object
    titles: list
    rows: list = field(default_factory=list)

    def column(self, title):
        return self.titles.index(title)


@dataclass
class Wide:
    """Monthly values, one row per measure and series."""

    months: list
    rows: list  # (measure, series, [text or ""])


@dataclass
class Book:
    schema: dict
    tables: dict  # by sheet name
    wide: Wide
    percent_measures: set
    decimals: dict  # by measure


def read_csv(path):
    with open(path, encoding="utf-8", newline="") as file:
        rows = [row for row in csv.reader(file) if row]
    for number, row in enumerate(rows, 1):
        if len(row) != len(rows[0]):
            raise ValueError(f"{path}: row {number} has {len(row)} cells, not {len(rows[0])}")
    return rows


def read_tables(schema, source):
    tables = {}
    for stem, name in SHEETS:
        rows = read_csv(Path(source) / f"{stem}.csv")
        sheet = schema[name]
        if sheet.properties:
            titles = [row[0] for row in rows[1:]]
            table = Table(sheet, titles, [[row[1] for row in rows[1:]]])
        else:
            table = Table(sheet, rows[0], rows[1:])
        for title in table.titles:
            sheet.column(title)
        tables[name] = table
    return tables


def number_text(value):
    """A decimal without exponent and without needless zeros."""
    text = format(Decimal(value).normalize(), "f")
    return "0" if text in ("-0", "") else text


def share_text(value):
    """87.3 as a share: 0.873."""
    return number_text(Decimal(value) / 100)


def measure_cell(book, measure, value):
    """A value of a measure as its sheet shows it: percentages as percent cells."""
    digits = book.decimals[measure]
    if measure in book.percent_measures:
        return Cell("percent", share_text(value), digits=digits)
    return Cell("number", number_text(value), digits=digits)


def typed_cell(book, table, row, index):
    """The cell for one field, or None if it is blank."""
    value, column = row[index], table.sheet.column(table.titles[index])
    if value == "":
        return None
    if column.kind == "DATE" and DATE.fullmatch(value):
        return Cell("date", value)
    if column.kind == "FLAG" and table.sheet.name == "PROCESSES":
        return Cell("flag", value)
    if not PLAIN_NUMBER.fullmatch(value):
        return Cell("text", value)
    if column.kind == "SHARE":
        return Cell("percent", share_text(value))
    if column.kind == "NUMBER":
        return number_cell(book, table, row, column, value)
    count = column.kind == "COUNT_OF" or (column.kind == "CHOICE" and table.sheet.name == "RISKS")
    if count or column.title in ("Process ID", "Phase", "Priority"):
        return Cell("number", value)
    return Cell("text", value)


def number_cell(book, table, row, column, value):
    sheet = table.sheet.name
    own_unit = sheet == "VALUES" or column.title == "Baseline"
    if sheet == "THRESHOLDS":
        own_unit = row[table.column("Method")] == "absolute"
    if own_unit:
        return measure_cell(book, row[table.column("Measure ID")], value)
    if column.title in ("Budget", "Spend to Date", "Forecast at Completion", "Benefit Planned",
                        "Benefit Forecast", "Amount", "Cost"):
        return Cell("money", value)
    digits = 2 if column.title in ("FTE", "FTE Min", "FTE Max") else 0
    digits = 1 if column.title == "Executive Hours per Month" else digits
    return Cell("number", value, digits=digits)
