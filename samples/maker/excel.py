"""Writes the tabs as XML Spreadsheet 2003, the way Excel's "Save As" lays it out."""

from xml.sax.saxutils import escape

from maker.grid import AUTHOR

PREAMBLE = """<?xml version="1.0"?>
<?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"
 xmlns:o="urn:schemas-microsoft-com:office:office"
 xmlns:x="urn:schemas-microsoft-com:office:excel"
 xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"
 xmlns:html="http://www.w3.org/TR/REC-html40">
 <DocumentProperties xmlns="urn:schemas-microsoft-com:office:office">
  <Author>Scorecard Manager</Author>
  <LastAuthor>Scorecard Manager</LastAuthor>
  <Created>2026-10-05T09:00:00Z</Created>
  <Version>16.00</Version>
 </DocumentProperties>
 <OfficeDocumentSettings xmlns="urn:schemas-microsoft-com:office:office">
  <AllowPNG/>
 </OfficeDocumentSettings>
 <ExcelWorkbook xmlns="urn:schemas-microsoft-com:office:excel">
  <WindowHeight>9900</WindowHeight>
  <WindowWidth>24240</WindowWidth>
  <ProtectStructure>False</ProtectStructure>
  <ProtectWindows>False</ProtectWindows>
 </ExcelWorkbook>"""
WIDTHS = {"narrow": "65.25", "middle": "187.5", "wide": "302.25"}
FONT = '<Font ss:FontName="Calibri" x:Family="Swiss" ss:Size="{}" ss:Color="#000000"{}/>'
FILL = '<Interior ss:Color="#DCE5EF" ss:Pattern="Solid"/>'
WRAP = '<Alignment ss:Vertical="Top" ss:WrapText="1"/>'
# Style of each kind of cell: id, then what it holds. The built-in Percent has no decimals.
STYLES = [
    ("Default", ' ss:Name="Normal"', '<Alignment ss:Vertical="Bottom"/>' + FONT.format(11, "")),
    ("s16", ' ss:Name="Percent"', '<NumberFormat ss:Format="0%"/>'),
    ("s62", "", FONT.format(14, ' ss:Bold="1"')),
    ("s63", "", WRAP + FONT.format(11, ' ss:Bold="1"') + FILL),
    ("s64", "", WRAP),
    ("s65", "", '<NumberFormat ss:Format="yyyy\\-mm\\-dd"/>'),
    ("s66", "", FONT.format(11, ' ss:Bold="1"') + FILL + '<NumberFormat ss:Format="mmm\\-yy"/>'),
    ("s67", "", '<NumberFormat ss:Format="#,##0"/>'),
    ("s70", "", '<NumberFormat ss:Format="0"/>'),
    ("s71", "", '<NumberFormat ss:Format="0.0"/>'),
    ("s72", "", '<NumberFormat ss:Format="Fixed"/>'),
    ("s80", ' ss:Parent="s16"', '<NumberFormat ss:Format="0%"/>'),
    ("s81", ' ss:Parent="s16"', '<NumberFormat ss:Format="0.0%"/>'),
    ("s82", ' ss:Parent="s16"', '<NumberFormat ss:Format="Percent"/>'),
]
STYLE_OF = {"title": "s62", "head": "s63", "text": "s64", "date": "s65", "month": "s66",
            "money": "s67", "flag": "s64", "error": "s64"}


def escaped(text):
    return escape(text, {"\n": "&#10;", '"': "&quot;"})


def style_of(cell):
    if cell.kind in ("number", "percent"):
        return f"s{7 if cell.kind == 'number' else 8}{min(cell.digits, 2)}"
    return STYLE_OF[cell.kind]


def data(cell):
    if cell.kind in ("number", "percent", "money"):
        return f'<Data ss:Type="Number">{cell.value}</Data>'
    if cell.kind in ("date", "month"):
        return f'<Data ss:Type="DateTime">{cell.value}T00:00:00.000</Data>'
    if cell.kind == "flag":
        return f'<Data ss:Type="Boolean">{1 if cell.value == "Y" else 0}</Data>'
    if cell.kind == "error":
        return f'<Data ss:Type="Error">{escaped(cell.value)}</Data>'
    return f'<Data ss:Type="String">{escaped(cell.value)}</Data>'


def comment(text):
    if not text:
        return ""
    return (f'<Comment ss:Author="{AUTHOR}"><ss:Data xmlns="http://www.w3.org/TR/REC-html40">'
            f'<B><Font html:Face="Tahoma" html:Size="9" html:Color="#000000">{AUTHOR}:</Font></B>'
            f'<Font html:Face="Tahoma" html:Size="9" html:Color="#000000">&#10;{escaped(text)}'
            "</Font></ss:Data></Comment>")


def formula(cell, row, column):
    """The stored formula in R1C1, relative to this cell."""
    if cell.kind == "error":
        return ' ss:Formula="=1/0"'
    if not cell.formula:
        return ""
    parts = cell.formula.split()
    first, last = int(parts[1]), int(parts[2])
    if parts[0] == "SUM":
        return f' ss:Formula="=SUM(R[{first - row}]C:R[{last - row}]C)"'
    return f' ss:Formula="=AVERAGE(RC[{first - column}]:RC[{last - column}])"'


def cells_xml(row, number):
    """Cells of a row; a cell after a gap names its column."""
    expected = 1
    for column, cell in enumerate(row, 1):
        if cell is None or (cell.value == "" and not cell.comment):
            continue
        index = f' ss:Index="{column}"' if column != expected else ""
        across = cell.digits if cell.kind == "title" else cell.span
        merged = f' ss:MergeAcross="{across - 1}"' if across > 1 else ""
        held = data(cell) if cell.value != "" else ""
        yield (f'    <Cell{index}{merged} ss:StyleID="{style_of(cell)}"'
               f"{formula(cell, number, column)}>{held}{comment(cell.comment)}</Cell>")
        expected = column + max(across, 1)


def rows_xml(grid):
    expected = 1
    for number, row in enumerate(grid.rows, 1):
        cells = list(cells_xml(row, number))
        if not cells:
            continue
        index = f' ss:Index="{number}"' if number != expected else ""
        yield f'   <Row{index} ss:AutoFitHeight="0">'
        yield from cells
        yield "   </Row>"
        expected = number + 1


def columns_xml(widths):
    at = 0
    while at < len(widths):
        end = at
        while end < len(widths) and widths[end] == widths[at]:
            end += 1
        span = f' ss:Span="{end - at - 1}"' if end - at > 1 else ""
        yield (f'   <Column ss:Index="{at + 1}" ss:AutoFitWidth="0" '
               f'ss:Width="{WIDTHS[widths[at]]}"{span}/>')
        at = end


def worksheet(grid, selected):
    lines = [f' <Worksheet ss:Name="{escaped(grid.name)}">']
    lines.append(f'  <Table ss:ExpandedColumnCount="{len(grid.widths)}" '
                 f'ss:ExpandedRowCount="{len(grid.rows)}" x:FullColumns="1" x:FullRows="1" '
                 'ss:DefaultRowHeight="15">')
    lines += columns_xml(grid.widths)
    lines += rows_xml(grid)
    lines.append("  </Table>")
    lines.append('  <WorksheetOptions xmlns="urn:schemas-microsoft-com:office:excel">')
    if selected:
        lines.append("   <Selected/>")
    lines += ["   <ProtectObjects>False</ProtectObjects>",
              "   <ProtectScenarios>False</ProtectScenarios>",
              "  </WorksheetOptions>", " </Worksheet>"]
    return lines


def names(grids):
    grid = grids["ORGANIZATION"]
    yield " <Names>"
    for name, title in (("Reporting_Date", "Reporting Date"),
                        ("Reporting_Period", "Reporting Period")):
        yield (f'  <NamedRange ss:Name="{name}" '
               f'ss:RefersTo="=Organization!R{grid.where[0, title][1:]}C2"/>')
    yield " </Names>"


def write(grids):
    lines = [PREAMBLE, " <Styles>"]
    for name, attributes, content in STYLES:
        lines.append(f'  <Style ss:ID="{name}"{attributes}>{content}</Style>')
    lines.append(" </Styles>")
    lines += names(grids)
    for place, grid in enumerate(grids.values()):
        lines += worksheet(grid, place == 0)
    lines.append("</Workbook>")
    return "\n".join(lines) + "\n"
