#include "export/writespreadsheetml.h"
#include "export/looks.h"
#include <string.h>

#define OFFICE "urn:schemas-microsoft-com:office:"

/* ---- styles ---- */

static void put_style(const struct looks_style *style, struct textbuf *out) {
    static const char *const formats[] = {[LOOKS_GENERAL] = "General",
                                          [LOOKS_TEXT] = "@",
                                          [LOOKS_WHOLE] = "#,##0",
                                          [LOOKS_PERCENT] = "0.##%",
                                          [LOOKS_DAY] = "yyyy\\-mm\\-dd"};
    textbuf_printf(out, "<Style ss:ID=\"%s\"><Alignment%s ss:Vertical=\"Top\"%s/>", style->name,
                   style->left    ? " ss:Horizontal=\"Left\""
                   : style->right ? " ss:Horizontal=\"Right\" ss:Indent=\"1\""
                                  : "",
                   style->wrap ? " ss:WrapText=\"1\"" : "");
    if (style->line) {
        textbuf_printf(out,
                       "<Borders><Border ss:Position=\"Bottom\" ss:LineStyle=\"Continuous\""
                       " ss:Weight=\"1\" ss:Color=\"#%06X\"/></Borders>",
                       LOOKS_LINE);
    }
    textbuf_printf(out, "<Font ss:FontName=\"Calibri\" ss:Size=\"%u\"%s ss:Color=\"#%06X\"/>",
                   style->size, style->bold ? " ss:Bold=\"1\"" : "", style->ink);
    if (style->fill) {
        textbuf_printf(out, "<Interior ss:Color=\"#%06X\" ss:Pattern=\"Solid\"/>", style->fill);
    }
    textbuf_printf(out, "<NumberFormat ss:Format=\"%s\"/></Style>\n", formats[style->format]);
}

static void put_styles(struct textbuf *out) {
    textbuf_str(out, "<Styles>\n<Style ss:ID=\"Default\" ss:Name=\"Normal\"><Alignment"
                     " ss:Vertical=\"Top\"/><Font ss:FontName=\"Calibri\" ss:Size=\"10\"/>"
                     "</Style>\n");
    for (size_t i = 0; i < LOOKS_COUNT; i++) {
        put_style(&looks_styles[i], out);
    }
    textbuf_str(out, "</Styles>\n");
}

/* ---- cells ---- */

static void put_data(const struct sheetplan_cell *cell, struct textbuf *out) {
    char day[11];
    switch (cell->kind) {
    case CELL_NUMBER:
    case CELL_PERCENT:
        textbuf_str(out, "<Data ss:Type=\"Number\">");
        textbuf_decimal(out, cell->number);
        break;
    case CELL_DATE:
        date_format(cell->date, day);
        textbuf_printf(out, "<Data ss:Type=\"DateTime\">%sT00:00:00.000", day);
        break;
    case CELL_TEXT:
    case CELL_FLAG:
    case CELL_ERROR:
        textbuf_str(out, "<Data ss:Type=\"String\">");
        textbuf_xml(out, cell->text);
        break;
    }
    textbuf_str(out, "</Data>");
}

static void put_note(const struct sheetplan_sheet *sheet, const struct sheetplan_cell *cell,
                     struct textbuf *out) {
    for (size_t i = 0; i < sheet->notes.count; i++) {
        const struct sheetplan_note *note = &sheet->notes.items[i];
        if (note->row == cell->row && note->col == cell->col) {
            textbuf_str(out, "<Comment><ss:Data xmlns=\"http://www.w3.org/TR/REC-html40\">");
            textbuf_xml(out, note->text);
            textbuf_str(out, "</ss:Data></Comment>");
        }
    }
}

static void put_cell(const struct sheetplan_sheet *sheet, const struct sheetplan_cell *cell,
                     struct textbuf *out) {
    textbuf_printf(out, "<Cell ss:StyleID=\"%s\">", looks_styles[looks_of_cell(sheet, cell)].name);
    put_data(cell, out);
    if (cell->look != SHEETPLAN_BODY) {
        put_note(sheet, cell, out);
    }
    textbuf_str(out, "</Cell>");
}

static void put_rows(const struct sheetplan_sheet *sheet, struct textbuf *out) {
    size_t at = 0;
    for (uint32_t row = 1; row <= sheet->rows; row++) {
        textbuf_str(out, "<Row ss:AutoFitHeight=\"1\" ss:Height=\"");
        textbuf_fixed(out, looks_row_height(sheet, row), 1);
        textbuf_str(out, "\">");
        for (uint32_t col = 1; col <= sheet->columns.count; col++) {
            if (at < sheet->cells.count && sheet->cells.items[at].row == row &&
                sheet->cells.items[at].col == col) {
                put_cell(sheet, &sheet->cells.items[at++], out);
            } else if (sheet->kind == SHEET_NONE) {
                textbuf_str(out, "<Cell/>");
            } else {
                enum looks_id look = looks_of_blank(sheet->columns.items[col - 1].type);
                textbuf_printf(out, "<Cell ss:StyleID=\"%s\"/>", looks_styles[look].name);
            }
        }
        textbuf_str(out, "</Row>\n");
    }
}

/* ---- what Excel keeps beside the table ---- */

/* A list in one formula: words with commas between them, in quotes, at most 255 characters. */
static bool put_choices(const char *choices, struct textbuf *out) {
    if (strlen(choices) > 255 || strpbrk(choices, ",\"")) {
        return false;
    }
    textbuf_str(out, "<CellRangeList/><Value>&quot;");
    for (; *choices; choices++) {
        if (*choices == ';') {
            textbuf_char(out, ',');
        } else {
            textbuf_xml(out, (char[]){*choices, '\0'});
        }
    }
    textbuf_str(out, "&quot;</Value>");
    return true;
}

static void put_list(const struct sheetplan *plan, const struct sheetplan_list *list,
                     struct textbuf *out) {
    struct textbuf value;
    textbuf_init(&value, plan->arena);
    if (list->choices) {
        if (!put_choices(list->choices, &value)) {
            return;
        }
    } else {
        const struct sheetplan_sheet *target = sheetplan_sheet_of(plan, list->target);
        if (!target || !target->key) {
            return;
        }
        textbuf_printf(&value, "<Value>ids_%s</Value>", schema_sheet(list->target)->container);
    }
    textbuf_printf(out,
                   "<DataValidation xmlns=\"" OFFICE "excel\"><Range>R%uC%u:R%uC%u</Range>"
                   "<Type>List</Type>%s<ErrorStyle>Warn</ErrorStyle></DataValidation>\n",
                   list->first_row, list->col, list->last_row, list->col, textbuf_text(&value));
}

/* Header row, and the first column of tables, stay in sight. */
static void put_options(const struct sheetplan_sheet *sheet, struct textbuf *out) {
    bool table = sheet->kind != SHEET_NONE, column = table && !sheet->properties;
    textbuf_str(out, "<WorksheetOptions xmlns=\"" OFFICE "excel\">"
                     "<PageSetup><Layout x:Orientation=\"Landscape\" xmlns:x=\"" OFFICE "excel\"/>"
                     "</PageSetup><FitToPage/>");
    textbuf_printf(out, "<Print><FitWidth>%u</FitWidth><FitHeight>0</FitHeight></Print>",
                   looks_pages_across(sheet));
    if (!table) {
        textbuf_str(out, "<DoNotDisplayGridlines/></WorksheetOptions>\n");
        return;
    }
    textbuf_str(out, "<FreezePanes/><FrozenNoSplit/><SplitHorizontal>1</SplitHorizontal>"
                     "<TopRowBottomPane>1</TopRowBottomPane>");
    if (column) {
        textbuf_str(out, "<SplitVertical>1</SplitVertical>"
                         "<LeftColumnRightPane>1</LeftColumnRightPane>");
    }
    textbuf_printf(out, "<ActivePane>%u</ActivePane></WorksheetOptions>\n", column ? 0u : 2u);
    if (column) {
        textbuf_printf(out,
                       "<AutoFilter x:Range=\"R1C1:R%uC%zu\" xmlns=\"" OFFICE "excel\""
                       " xmlns:x=\"" OFFICE "excel\"/>\n",
                       sheet->rows, sheet->columns.count);
    }
}

static void put_names(const struct sheetplan *plan, struct textbuf *out) {
    textbuf_str(out, "<Names>\n");
    for (size_t i = 0; i < plan->sheets.count; i++) {
        const struct sheetplan_sheet *sheet = &plan->sheets.items[i];
        if (sheet->kind != SHEET_NONE && sheet->key) {
            textbuf_printf(out, "<NamedRange ss:Name=\"ids_%s\" ss:RefersTo=\"='",
                           schema_sheet(sheet->kind)->container);
            textbuf_xml(out, sheet->title);
            textbuf_printf(out, "'!R2C%u:R%uC%u\"/>\n", sheet->key, sheetplan_reach(sheet),
                           sheet->key);
        }
    }
    textbuf_str(out, "</Names>\n");
}

/* ---- sheets ---- */

static void put_sheet(const struct sheetplan *plan, const struct sheetplan_sheet *sheet,
                      struct textbuf *out) {
    textbuf_str(out, "<Worksheet ss:Name=\"");
    textbuf_xml(out, sheet->title);
    textbuf_str(out, "\">\n<Table>\n");
    for (size_t i = 0; i < sheet->columns.count; i++) {
        const struct sheetplan_column *column = &sheet->columns.items[i];
        textbuf_printf(out, "<Column ss:StyleID=\"%s\" ss:AutoFitWidth=\"0\" ss:Width=\"%u\"/>\n",
                       looks_styles[looks_of_column(column->type)].name,
                       column->width * 11 / 2 + 8);
    }
    put_rows(sheet, out);
    textbuf_str(out, "</Table>\n");
    put_options(sheet, out);
    for (size_t i = 0; i < sheet->lists.count; i++) {
        put_list(plan, &sheet->lists.items[i], out);
    }
    textbuf_str(out, "</Worksheet>\n");
}

void writespreadsheetml(const struct sheetplan *plan, struct textbuf *out) {
    textbuf_str(out,
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                "<?mso-application progid=\"Excel.Sheet\"?>\n"
                "<Workbook xmlns=\"" OFFICE "spreadsheet\" xmlns:ss=\"" OFFICE "spreadsheet\">\n");
    put_styles(out);
    put_names(plan, out);
    for (size_t i = 0; i < plan->sheets.count; i++) {
        put_sheet(plan, &plan->sheets.items[i], out);
    }
    textbuf_str(out, "</Workbook>\n");
}
