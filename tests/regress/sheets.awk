# Makes a workbook of the tables in the files given: a base and what a case changes in it.
#   awk -v dialect=flat|excel -f sheets.awk base.sheets CASE.sheets >workbook
#
# What the files hold, one a line; // starts a remark, blank lines count for nothing:
#   = Measures                        a sheet begins; one that was there is replaced
#   = Notes (hidden)                  a hidden one
#   Measure ID | Measure | Decimals   a row of cells
#   ~ M1 | Orders filled | 1          a hidden row
#   @20                               the next row is row 20
#   + Measures | M3 | Repeats | 2     adds a row to a sheet
#   - Measures                        leaves a sheet out
#   Measures / M1 / Decimals = 2      changes a cell: sheet, first cell of the row, title; a title
#                                     that is not there becomes a column
#   Measures / row 3 / B = 2          the same by the numbers of row and column
#   Organization / Base Currency = X  changes or adds a property
# A cell is what a spreadsheet makes of it: 12.5, 87%, 2026-10-31, TRUE and FALSE get their types,
# the rest is text.  Besides: text:12.5, error:#DIV/0!, formula: (one that was never calculated),
# merge2x1:Text (columns x rows), \u00A0 for a letter that cannot be seen.

function trim(s) { sub(/^[ \t]+/, "", s); sub(/[ \t]+$/, "", s); return s }

function sheet_named(name,    hidden) {
    hidden = sub(/ \(hidden\)$/, "", name)
    if (!(name in number)) { number[name] = ++sheets; title[sheets] = name }
    sheet_hidden[number[name]] = hidden
    return number[name]
}

function put_row(s, text,    cells, n, i) {
    rows[s]++
    if (sub(/^~ */, "", text)) row_hidden[s, rows[s]] = 1
    n = split(text, cells, "|")
    for (i = 1; i <= n; i++) cell[s, rows[s], i] = trim(cells[i])
    if (n > columns[s]) columns[s] = n
}

function fail(message) { print FILENAME ":" FNR ": " message >"/dev/stderr"; failed = 1; exit 1 }

function row_of(s, key,    r) {
    if (key ~ /^row [0-9]+$/) return substr(key, 5) + 0
    for (r = 1; r <= rows[s]; r++) if (cell[s, r, 1] == key) return r
    fail("no row " key)
}

# The titles stand in the first row unless there is none of that name: then in any above the data.
function column_of(s, name,    r, c) {
    if (name ~ /^[A-Z]$/) return index("ABCDEFGHIJKLMNOPQRSTUVWXYZ", name)
    for (r = 1; r <= rows[s]; r++)
        for (c = 1; c <= columns[s]; c++) if (cell[s, r, c] == name) return c
    cell[s, 1, ++columns[s]] = name
    return columns[s]
}

function put_property(s, name,    r) {
    for (r = 1; r <= rows[s]; r++) if (cell[s, r, 1] == name) return
    put_row(s, name)
}

function change(line,    at, part, n, s, r, c) {
    at = index(line, " =")
    n = split(substr(line, 1, at - 1), part, " / ")
    if (!(part[1] in number)) fail("no sheet " part[1])
    s = number[part[1]]
    if (n == 2) put_property(s, trim(part[2]))
    r = row_of(s, trim(part[2]))
    c = n == 2 ? 2 : column_of(s, trim(part[3]))
    if (c > columns[s]) columns[s] = c
    if (r > rows[s]) rows[s] = r
    cell[s, r, c] = trim(substr(line, at + 2))
}

{ sub(/\r$/, "") }
/^[ \t]*(\/\/|$)/ { next }
/^= / {
    current = sheet_named(trim(substr($0, 3)))
    for (r = 1; r <= rows[current]; r++)
        for (c = 1; c <= columns[current]; c++) cell[current, r, c] = ""
    rows[current] = columns[current] = 0
    left_out[current] = 0
    next
}
/^- / {
    if (!(trim(substr($0, 3)) in number)) fail("no sheet " $0)
    left_out[number[trim(substr($0, 3))]] = 1
    next
}
/^\+ / {
    text = substr($0, 3)
    at = index(text, "|")
    put_row(sheet_named(trim(substr(text, 1, at - 1))), substr(text, at + 1))
    next
}
/^@[0-9]+$/ { rows[current] = substr($0, 2) - 1; next }
/^[A-Z][^|]* \/ [^|]* =/ { change($0); next }
{ put_row(current, $0) }

# ---- writing ----

function escaped(s,    out, at) {
    gsub(/&/, "\\&amp;", s); gsub(/</, "\\&lt;", s); gsub(/>/, "\\&gt;", s)
    out = ""
    while ((at = index(s, "\\u")) > 0) {
        out = out substr(s, 1, at - 1) "&#x" substr(s, at + 2, 4) ";"
        s = substr(s, at + 6)
    }
    return out s
}

function fods_cell(value,    span) {
    span = ""
    if (across * down > 1)
        span = " table:number-columns-spanned=\"" across "\" table:number-rows-spanned=\"" down "\""
    if (kind == "none") return "<table:table-cell" span "/>"
    if (kind == "formula") return "<table:table-cell table:formula=\"of:=[.A1]\"/>"
    if (kind == "error")
        return "<table:table-cell office:value-type=\"string\" office:string-value=\"\" calcext:value-type=\"error\"><text:p>" escaped(value) "</text:p></table:table-cell>"
    if (kind == "number" || kind == "percent")
        return "<table:table-cell office:value-type=\"" (kind == "number" ? "float" : "percentage") "\" office:value=\"" value "\"" span "><text:p>~</text:p></table:table-cell>"
    if (kind == "date")
        return "<table:table-cell office:value-type=\"date\" office:date-value=\"" value "\"><text:p>~</text:p></table:table-cell>"
    if (kind == "flag")
        return "<table:table-cell office:value-type=\"boolean\" office:boolean-value=\"" tolower(value) "\"><text:p>~</text:p></table:table-cell>"
    return "<table:table-cell office:value-type=\"string\"" span "><text:p>" escaped(value) "</text:p></table:table-cell>"
}

function excel_cell(c, value,    open) {
    open = "<Cell ss:Index=\"" c "\""
    if (across > 1) open = open " ss:MergeAcross=\"" (across - 1) "\""
    if (down > 1) open = open " ss:MergeDown=\"" (down - 1) "\""
    if (kind == "formula") return open " ss:Formula=\"=R1C1\"/>"
    if (kind == "error") return open "><Data ss:Type=\"Error\">" escaped(value) "</Data></Cell>"
    if (kind == "number") return open "><Data ss:Type=\"Number\">" value "</Data></Cell>"
    if (kind == "percent") return open " ss:StyleID=\"p\"><Data ss:Type=\"Number\">" value "</Data></Cell>"
    if (kind == "date") return open "><Data ss:Type=\"DateTime\">" value "T00:00:00.000</Data></Cell>"
    if (kind == "flag") return open "><Data ss:Type=\"Boolean\">" (value == "TRUE" ? 1 : 0) "</Data></Cell>"
    return open "><Data ss:Type=\"String\">" escaped(value) "</Data></Cell>"
}

# Sets kind, across and down and returns the bare value.
function typed(value,    at, size) {
    kind = "text"; across = down = 1
    if (value ~ /^merge[0-9]+x[0-9]+:/) {
        at = index(value, ":")
        split(substr(value, 6, at - 6), size, "x")
        across = size[1]; down = size[2]
        value = substr(value, at + 1)
    }
    if (value == "") { kind = "none"; return "" }
    if (value ~ /^text:/) return substr(value, 6)
    if (value ~ /^error:/) { kind = "error"; return substr(value, 7) }
    if (value == "formula:") { kind = "formula"; return "" }
    if (value ~ /^-?[0-9]+(\.[0-9]+)?(E[+-]?[0-9]+)?$/) { kind = "number"; return value }
    if (value ~ /^-?[0-9]+(\.[0-9]+)?%$/) { kind = "percent"; return sprintf("%.12g", value / 100) }
    if (value ~ /^[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]$/) { kind = "date"; return value }
    if (value == "TRUE" || value == "FALSE") { kind = "flag"; return value }
    return value
}

function fods_row(s, r,    c, i, value, skip) {
    print "<table:table-row" ((s, r) in row_hidden ? " table:visibility=\"collapse\"" : "") ">"
    skip = 0
    for (c = 1; c <= columns[s]; c++) {
        if ((s, r, c) in covered) skip = covered[s, r, c]
        if (skip-- > 0) { print "<table:covered-table-cell/>"; continue }
        value = typed(cell[s, r, c])
        print fods_cell(value)
        skip = across - 1
        for (i = 1; i < down; i++) covered[s, r + i, c] = across
    }
    print "</table:table-row>"
}

function excel_row(s, r,    c, value) {
    print "<Row ss:Index=\"" r "\"" ((s, r) in row_hidden ? " ss:Hidden=\"1\"" : "") ">"
    for (c = 1; c <= columns[s]; c++) {
        value = typed(cell[s, r, c])
        if (kind != "none" || across * down > 1) print excel_cell(c, value)
    }
    print "</Row>"
}

function fods(    s, r) {
    print "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
    print "<office:document xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" xmlns:calcext=\"urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0\" office:version=\"1.3\" office:mimetype=\"application/vnd.oasis.opendocument.spreadsheet\">"
    print "<office:automatic-styles><style:style style:name=\"unseen\" style:family=\"table\"><style:table-properties table:display=\"false\"/></style:style></office:automatic-styles>"
    print "<office:body><office:spreadsheet>"
    for (s = 1; s <= sheets; s++) {
        if (left_out[s]) continue
        print "<table:table table:name=\"" escaped(title[s]) "\"" (sheet_hidden[s] ? " table:style-name=\"unseen\"" : "") ">"
        for (r = 1; r <= rows[s]; r++) fods_row(s, r)
        print "</table:table>"
    }
    print "</office:spreadsheet></office:body></office:document>"
}

function excel(    s, r) {
    print "<?xml version=\"1.0\"?>"
    print "<?mso-application progid=\"Excel.Sheet\"?>"
    print "<Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\" xmlns:x=\"urn:schemas-microsoft-com:office:excel\">"
    print "<Styles><Style ss:ID=\"p\"><NumberFormat ss:Format=\"0.0%\"/></Style></Styles>"
    for (s = 1; s <= sheets; s++) {
        if (left_out[s]) continue
        print "<Worksheet ss:Name=\"" escaped(title[s]) "\"><Table>"
        for (r = 1; r <= rows[s]; r++) excel_row(s, r)
        print "</Table>"
        if (sheet_hidden[s]) print "<x:WorksheetOptions><x:Visible>SheetHidden</x:Visible></x:WorksheetOptions>"
        print "</Worksheet>"
    }
    print "</Workbook>"
}

END {
    if (failed) exit 1
    if (dialect == "excel") excel()
    else fods()
}
