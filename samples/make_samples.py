#!/usr/bin/env python3
"""Makes the sample workbooks from samples/source: the same content as canonical XML, as flat
OpenDocument and as XML Spreadsheet 2003, and a spoiled copy with the list of its mistakes. Needs nothing but Python 3; the same
source gives the same bytes."""

import argparse
import sys
from pathlib import Path

sys.dont_write_bytecode = True
HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

from maker import book as books  # noqa: E402
from maker import canonical, excel, fods, grid, schema, series, spoil, stress, worlds  # noqa: E402

STEM = "regional-blood-service"


def load_book(root):
    source = root / "samples" / "source"
    sheets = schema.load(root / "src" / "workbook" / "schema.def")
    tables = books.read_tables(sheets, source)
    measures = tables["MEASURES"]
    unit, digits = measures.column("Unit of Measure"), measures.column("Decimals")
    percent = {row[0] for row in measures.rows if row[unit] == "%"}
    decimals = {row[0]: int(row[digits]) for row in measures.rows}
    wide = series.monthly(source, decimals)
    book = books.Book(sheets, tables, wide, percent, decimals)
    add_long_values(book, source)
    return book


def add_long_values(book, source):
    """Quarterly values go to Measure Data; a month told there is left blank in Monthly Data."""
    table = book.tables["VALUES"]
    head = ("Measure ID", "Period", "Series", "Value")
    told = {tuple(row[table.column(t)] for t in head[:3]) for row in table.rows}
    for measure, series_name, values in book.wide.rows:
        for index, month in enumerate(book.wide.months):
            if (measure, month, series_name) in told:
                values[index] = ""
    extra = []
    for fields in series.quarterly(source):
        row = [""] * len(table.titles)
        for title, value in zip(head, fields):
            row[table.column(title)] = value
        extra.append(row)
    table.rows[:0] = extra


def outputs(book):
    tabs = grid.grids(book)
    yield f"{STEM}.xml", canonical.write(book)
    yield f"{STEM}.fods", fods.write(tabs)
    yield f"{STEM}.excel.xml", excel.write(tabs)
    yield "stress.xml", canonical.write(stress.stress(book, HERE / "source"))
    tabs, mistakes = spoil.spoil(book, HERE / "source")
    yield f"{STEM}-spoiled.fods", fods.write(tabs)
    yield f"{STEM}-spoiled.txt", "".join(f"{line}\n" for line in mistakes)
    for world in sorted((HERE / "source" / "worlds").glob("*.txt")):
        yield f"{world.stem}.xml", worlds.write(world)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("-o", "--output", type=Path, default=HERE, help="folder to write to")
    options = parser.parse_args()
    book = load_book(HERE.parent)
    for name, text in outputs(book):
        (options.output / name).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
