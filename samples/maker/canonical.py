"""Writes canonical XML: one element a row, short fields as attributes, long texts as children."""

from xml.sax.saxutils import escape, quoteattr

NAMESPACE = "urn:boardpack:strategy-workbook:1"


def row_lines(table, row, indent):
    attributes, children = [], []
    by_title = dict(zip(table.titles, row))
    for column in table.sheet.columns:
        value = by_title.get(column.title, "")
        if value == "":
            continue
        if column.kind == "TEXT":
            children.append(f"{indent} <{column.attribute}>{escape(value)}</{column.attribute}>")
        else:
            attributes.append(f" {column.attribute}={quoteattr(value)}")
    head = f"{indent}<{table.sheet.row}{''.join(attributes)}"
    if not children:
        return [head + "/>"]
    return [head + ">", *children, f"{indent}</{table.sheet.row}>"]


def value_lines(book, indent):
    for measure, series, values in book.wide.rows:
        for month, value in zip(book.wide.months, values):
            if value:
                yield (f'{indent}<value measure="{measure}" period="{month}" series="{series}"'
                       f' v="{value}"/>')


def write(book):
    lines = ['<?xml version="1.0" encoding="UTF-8"?>',
             f'<workbook xmlns="{NAMESPACE}" version="1.0">']
    for name, sheet in book.schema.items():
        table = book.tables.get(name)
        if table is None:
            continue
        if sheet.properties:
            lines += row_lines(table, table.rows[0], " ")
            continue
        lines.append(f" <{sheet.container}>")
        for row in table.rows:
            lines += row_lines(table, row, "  ")
        if name == "VALUES":
            lines += value_lines(book, "  ")
        lines.append(f" </{sheet.container}>")
    lines.append("</workbook>")
    return "\n".join(lines) + "\n"
