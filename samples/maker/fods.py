"""Writes the tabs as flat OpenDocument, the way LibreOffice Calc lays out a .fods file."""

from xml.sax.saxutils import escape, quoteattr

from maker import shown
from maker.grid import AUTHOR, letters

NAMESPACES = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
    "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
    "xlink": "http://www.w3.org/1999/xlink",
    "dc": "http://purl.org/dc/elements/1.1/",
    "meta": "urn:oasis:names:tc:opendocument:xmlns:meta:1.0",
    "number": "urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0",
    "svg": "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
    "of": "urn:oasis:names:tc:opendocument:xmlns:of:1.2",
    "calcext": "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0",
    "config": "urn:oasis:names:tc:opendocument:xmlns:config:1.0",
}
WIDTHS = {"narrow": "0.9in", "middle": "2.6in", "wide": "4.2in"}
CELL_STYLES = {"title": "ce1", "head": "ce2", "text": "ce3", "date": "ce4", "month": "ce5",
               "money": "ce6", "flag": "ce3", "error": "ce3"}
LAST_ROW = 1048576
COMMENT_DATE = "2026-10-05T09:00:00"


def number_styles():
    for digits in range(3):
        yield (f'  <number:number-style style:name="N{10 + digits}"><number:number '
               f'number:decimal-places="{digits}" number:min-decimal-places="{digits}" '
               f'number:min-integer-digits="1"/></number:number-style>')
        yield (f'  <number:percentage-style style:name="N{20 + digits}"><number:number '
               f'number:decimal-places="{digits}" number:min-decimal-places="{digits}" '
               f'number:min-integer-digits="1"/><number:text>%</number:text>'
               f'</number:percentage-style>')
    yield ('  <number:number-style style:name="N30"><number:number number:decimal-places="0" '
           'number:min-decimal-places="0" number:min-integer-digits="1" number:grouping="true"/>'
           '</number:number-style>')
    yield ('  <number:date-style style:name="N40"><number:year number:style="long"/>'
           '<number:text>-</number:text><number:month number:style="long"/>'
           '<number:text>-</number:text><number:day number:style="long"/></number:date-style>')
    yield ('  <number:date-style style:name="N41"><number:month number:textual="true"/>'
           '<number:text> </number:text><number:year/></number:date-style>')


def cell_style(name, data_style="", properties=""):
    data = f' style:data-style-name="{data_style}"' if data_style else ""
    return (f'  <style:style style:name="{name}" style:family="table-cell" '
            f'style:parent-style-name="Default"{data}>{properties}</style:style>')


def automatic_styles():
    lines = [" <office:automatic-styles>"]
    for name, width in WIDTHS.items():
        lines.append(f'  <style:style style:name="co-{name}" style:family="table-column">'
                     f'<style:table-column-properties fo:break-before="auto" '
                     f'style:column-width="{width}"/></style:style>')
    lines.append('  <style:style style:name="ro1" style:family="table-row">'
                 '<style:table-row-properties style:row-height="0.178in" fo:break-before="auto" '
                 'style:use-optimal-row-height="true"/></style:style>')
    lines.append('  <style:style style:name="ta1" style:family="table" '
                 'style:master-page-name="Default"><style:table-properties table:display="true" '
                 'style:writing-mode="lr-tb"/></style:style>')
    lines += number_styles()
    bold = '<style:text-properties fo:font-weight="bold"{}/>'
    lines.append(cell_style("ce1", "", bold.format(' fo:font-size="14pt"')))
    fill = '<style:table-cell-properties fo:background-color="#dce5ef" fo:wrap-option="wrap"/>'
    lines.append(cell_style("ce2", "", fill + bold.format("")))
    lines.append(cell_style("ce3", "", '<style:table-cell-properties fo:wrap-option="wrap" '
                                       'style:vertical-align="top"/>'))
    lines += [cell_style("ce4", "N40"), cell_style("ce5", "N41", fill + bold.format("")),
              cell_style("ce6", "N30")]
    for digits in range(3):
        lines.append(cell_style(f"ce1{digits}", f"N1{digits}"))
        lines.append(cell_style(f"ce2{digits}", f"N2{digits}"))
    lines.append('  <style:page-layout style:name="Mpm1"><style:page-layout-properties '
                 'style:print-orientation="landscape"/></style:page-layout>')
    lines.append(" </office:automatic-styles>")
    return lines


def preamble():
    names = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())
    return [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<office:document {names} office:version="1.3" '
        'office:mimetype="application/vnd.oasis.opendocument.spreadsheet">',
        f" <office:meta><meta:creation-date>{COMMENT_DATE}</meta:creation-date>"
        f"<dc:creator>{AUTHOR}</dc:creator></office:meta>",
        ' <office:settings><config:config-item-set config:name="ooo:view-settings">'
        '<config:config-item config:name="VisibleAreaTop" config:type="int">0</config:config-item>'
        "</config:config-item-set></office:settings>",
        ' <office:font-face-decls><style:font-face style:name="Liberation Sans" '
        "svg:font-family=\"'Liberation Sans'\"/></office:font-face-decls>",
        " <office:styles>",
        '  <style:default-style style:family="table-cell"><style:text-properties '
        'style:font-name="Liberation Sans" fo:font-size="10pt" fo:language="en" '
        'fo:country="CA"/></style:default-style>',
        '  <style:style style:name="Default" style:family="table-cell"/>',
        " </office:styles>",
        *automatic_styles(),
        " <office:master-styles>",
        '  <style:master-page style:name="Default" style:page-layout-name="Mpm1"/>',
        " </office:master-styles>",
        " <office:body>",
        "  <office:spreadsheet>",
        '   <table:calculation-settings table:automatic-find-labels="false" '
        'table:use-regular-expressions="false" table:use-wildcards="true"/>',
    ]


def formula(cell, column):
    """The stored formula, relative to this cell's own column (or row, for a mean)."""
    parts = cell.formula.split()
    if parts[0] == "SUM":
        where = f"[.{letters(column)}{parts[1]}:.{letters(column)}{parts[2]}]"
    else:
        where = f"[.{letters(int(parts[1]))}{parts[3]}:.{letters(int(parts[2]))}{parts[3]}]"
    return f' table:formula="of:={parts[0]}({where})"'


def value_attributes(cell):
    value = quoteattr(cell.value)
    if cell.kind == "percent":
        return f' office:value-type="percentage" office:value={value} ' \
               'calcext:value-type="percentage"'
    if cell.kind in ("number", "money"):
        return f' office:value-type="float" office:value={value} calcext:value-type="float"'
    if cell.kind in ("date", "month"):
        return f' office:value-type="date" office:date-value={value} calcext:value-type="date"'
    if cell.kind == "flag":
        truth = "true" if cell.value == "Y" else "false"
        return f' office:value-type="boolean" office:boolean-value="{truth}" ' \
               'calcext:value-type="boolean"'
    if cell.kind == "error":
        return ' table:formula="of:=1/0" office:value-type="string" office:string-value="" ' \
               'calcext:value-type="error"'
    return ' office:value-type="string" calcext:value-type="string"'


def style_of(cell):
    if cell.kind in ("number", "percent"):
        return f"ce{1 if cell.kind == 'number' else 2}{min(cell.digits, 2)}"
    return CELL_STYLES[cell.kind]


def annotation(comment):
    if not comment:
        return ""
    return ('<office:annotation svg:width="1.1417in" svg:height="0.7083in">'
            f"<dc:creator>{AUTHOR}</dc:creator><dc:date>{COMMENT_DATE}</dc:date>"
            f"<text:p>{escape(comment)}</text:p></office:annotation>")


def spaced(line):
    """Runs of blanks are written as text:s; sample texts hold single blanks only."""
    assert "  " not in line and "\t" not in line, line
    return escape(line)


def cell_xml(cell, column):
    if cell.value == "":
        return f"<table:table-cell>{annotation(cell.comment)}</table:table-cell>"
    across = cell.digits if cell.kind == "title" else cell.span
    spanned = f' table:number-columns-spanned="{across}" table:number-rows-spanned="1"' \
        if across > 1 else ""
    how = formula(cell, column) if cell.formula else ""
    lines = "".join(f"<text:p>{spaced(line)}</text:p>" for line in shown.text(cell).split("\n"))
    xml = (f'<table:table-cell table:style-name="{style_of(cell)}"{how}{value_attributes(cell)}'
           f"{spanned}>{annotation(cell.comment)}{lines}</table:table-cell>")
    if across > 1:
        xml += f'<table:covered-table-cell table:number-columns-repeated="{across - 1}"/>'
    return xml


def blank_cells(count):
    if count == 1:
        return "<table:table-cell/>"
    return f'<table:table-cell table:number-columns-repeated="{count}"/>' if count else ""


def row_xml(row, columns):
    parts, blanks, column, at = [], 0, 0, 0
    while at < len(row):
        cell, column = row[at], at + 1
        if cell is None or (cell.value == "" and not cell.comment):
            blanks += 1
            at += 1
            continue
        parts += [blank_cells(blanks), cell_xml(cell, column)]
        blanks = 0
        at += (cell.digits if cell.kind == "title" else cell.span) or 1
    parts.append(blank_cells(blanks + max(columns - max(at, len(row)), 0)))
    return f'    <table:table-row table:style-name="ro1">{"".join(parts)}</table:table-row>'


def columns_xml(widths):
    at = 0
    while at < len(widths):
        end = at
        while end < len(widths) and widths[end] == widths[at]:
            end += 1
        repeated = f' table:number-columns-repeated="{end - at}"' if end - at > 1 else ""
        yield (f'    <table:table-column table:style-name="co-{widths[at]}"{repeated} '
               'table:default-cell-style-name="Default"/>')
        at = end


def table_xml(grid):
    lines = [f'   <table:table table:name={quoteattr(grid.name)} table:style-name="ta1">']
    lines += columns_xml(grid.widths)
    lines += [row_xml(row, len(grid.widths)) for row in grid.rows]
    left = LAST_ROW - len(grid.rows)
    lines.append(f'    <table:table-row table:style-name="ro1" table:number-rows-repeated="{left}">'
                 f"{blank_cells(len(grid.widths))}</table:table-row>")
    lines.append("   </table:table>")
    return lines


def names_xml(grids):
    grid = grids["ORGANIZATION"]
    lines = ["   <table:named-expressions>"]
    for name, title in (("Reporting_Date", "Reporting Date"),
                        ("Reporting_Period", "Reporting Period")):
        row = grid.where[0, title][1:]
        lines.append(f'    <table:named-range table:name="{name}" '
                     f'table:base-cell-address="$Organization.$A$1" '
                     f'table:cell-range-address="$Organization.$B${row}"/>')
    measures = grids["MEASURES"]
    last = letters(len(measures.widths)) + str(len(measures.rows))
    return lines + [
        "   </table:named-expressions>",
        "   <table:database-ranges>",
        '    <table:database-range table:name="__Anonymous_Sheet_DB__7" '
        f'table:target-range-address="Measures.A3:Measures.{last}" '
        'table:display-filter-buttons="true"/>',
        "   </table:database-ranges>",
    ]


def write(grids):
    lines = preamble()
    for grid in grids.values():
        lines += table_xml(grid)
    lines += names_xml(grids)
    lines += ["  </office:spreadsheet>", " </office:body>", "</office:document>"]
    return "\n".join(lines) + "\n"
