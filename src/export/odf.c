#include "export/odf.h"
#include "base/version.h"
#include "export/looks.h"
#include <string.h>

#define PAGES_MOST   6u
#define HEIGHTS_MOST 4096u
#define LINED_ROWS   2000u

#define NAMESPACE "urn:oasis:names:tc:opendocument:xmlns:"

void odf_namespaces(struct textbuf *out) {
    textbuf_str(out, " xmlns:office=\"" NAMESPACE "office:1.0\""
                     " xmlns:table=\"" NAMESPACE "table:1.0\""
                     " xmlns:text=\"" NAMESPACE "text:1.0\""
                     " xmlns:style=\"" NAMESPACE "style:1.0\""
                     " xmlns:number=\"" NAMESPACE "datastyle:1.0\""
                     " xmlns:fo=\"" NAMESPACE "xsl-fo-compatible:1.0\""
                     " xmlns:svg=\"" NAMESPACE "svg-compatible:1.0\""
                     " xmlns:draw=\"" NAMESPACE "drawing:1.0\""
                     " xmlns:meta=\"" NAMESPACE "meta:1.0\""
                     " xmlns:config=\"" NAMESPACE "config:1.0\""
                     " xmlns:of=\"" NAMESPACE "of:1.2\""
                     " xmlns:ooo=\"http://openoffice.org/2004/office\""
                     " office:version=\"1.3\"");
}

/* ---- styles ---- */

static const char data_styles[] =
    "<number:date-style style:name=\"Nday\"><number:year number:style=\"long\"/>"
    "<number:text>-</number:text><number:month number:style=\"long\"/><number:text>-</number:text>"
    "<number:day number:style=\"long\"/></number:date-style>\n"
    "<number:percentage-style style:name=\"Npercent\"><number:number number:min-integer-digits="
    "\"1\" number:decimal-places=\"2\" "
    "number:min-decimal-places=\"0\"/><number:text>%</number:text>"
    "</number:percentage-style>\n"
    "<number:number-style style:name=\"Nwhole\"><number:number number:min-integer-digits=\"1\""
    " number:decimal-places=\"0\" number:grouping=\"true\"/></number:number-style>\n"
    "<number:text-style style:name=\"Ntext\"><number:text-content/></number:text-style>\n";

static void put_cell_style(const struct looks_style *style, struct textbuf *out) {
    static const char *const data[] = {[LOOKS_GENERAL] = "",
                                       [LOOKS_TEXT] = " style:data-style-name=\"Ntext\"",
                                       [LOOKS_WHOLE] = " style:data-style-name=\"Nwhole\"",
                                       [LOOKS_PERCENT] = " style:data-style-name=\"Npercent\"",
                                       [LOOKS_DAY] = " style:data-style-name=\"Nday\""};
    textbuf_printf(out,
                   "<style:style style:name=\"%s\" style:family=\"table-cell\""
                   " style:parent-style-name=\"Default\"%s><style:table-cell-properties"
                   " style:vertical-align=\"top\" fo:padding=\"0.6mm\"%s%s",
                   style->name, data[style->format],
                   style->right ? " fo:padding-right=\"2.5mm\"" : "",
                   style->wrap ? " fo:wrap-option=\"wrap\"" : "");
    if (style->fill) {
        textbuf_printf(out, " fo:background-color=\"#%06x\"", style->fill);
    }
    if (style->line) {
        textbuf_printf(out, " fo:border-bottom=\"0.5pt solid #%06x\"", LOOKS_LINE);
    }
    if (style->left || style->right) {
        textbuf_printf(out,
                       " style:text-align-source=\"fix\"/><style:paragraph-properties"
                       " fo:text-align=\"%s\"",
                       style->left ? "start" : "end");
    }
    textbuf_str(out, "/>");
    textbuf_printf(out, "<style:text-properties fo:font-size=\"%upt\" fo:color=\"#%06x\"%s/>",
                   style->size, style->ink, style->bold ? " fo:font-weight=\"bold\"" : "");
    textbuf_str(out, "</style:style>\n");
}

void odf_styles(struct textbuf *out) {
    textbuf_str(out,
                "<office:styles>\n<style:default-style style:family=\"table-cell\">"
                "<style:text-properties style:font-name=\"Liberation Sans\""
                " fo:font-family=\"'Liberation Sans', Arial, sans-serif\" fo:font-size=\"10pt\""
                "/></style:default-style>\n"
                "<style:style style:name=\"Default\" style:family=\"table-cell\"/>\n"
                "</office:styles>\n");
}

/* One kind of page for each number of pages side by side. */
void odf_page_layout(struct textbuf *out) {
    for (unsigned across = 1; across <= PAGES_MOST; across++) {
        textbuf_printf(out,
                       "<style:page-layout style:name=\"across%u\"><style:page-layout-properties"
                       " fo:page-width=\"297mm\" fo:page-height=\"210mm\""
                       " style:print-orientation=\"landscape\" fo:margin=\"12mm\""
                       " style:scale-to-X=\"%u\" style:scale-to-Y=\"0\" style:print=\"charts "
                       "drawings objects zero-values\"/>"
                       "</style:page-layout>\n",
                       across, across);
    }
}

void odf_master_styles(struct textbuf *out) {
    textbuf_str(out, "<office:master-styles>");
    for (unsigned across = 1; across <= PAGES_MOST; across++) {
        textbuf_printf(out,
                       "<style:master-page style:name=\"across%u\""
                       " style:page-layout-name=\"across%u\"/>",
                       across, across);
    }
    textbuf_str(out, "</office:master-styles>\n");
}

static unsigned pages_across(const struct sheetplan_sheet *sheet) {
    unsigned across = looks_pages_across(sheet);
    return across > PAGES_MOST ? PAGES_MOST : across;
}

/* A width in characters as millimetres of Liberation Sans at 10 pt, with some air. */
static unsigned millimetres(unsigned characters) {
    return characters * 21 / 10 + 4;
}

/* A style for each height; LibreOffice takes them as they are until a cell is edited. */
static void put_row_styles(const struct sheetplan *plan, struct textbuf *out) {
    bool done[HEIGHTS_MOST] = {false};
    for (size_t i = 0; i < plan->sheets.count; i++) {
        for (uint32_t row = 1; row <= plan->sheets.items[i].rows; row++) {
            unsigned height = looks_row_height(&plan->sheets.items[i], row);
            if (done[height % HEIGHTS_MOST]) {
                continue;
            }
            done[height % HEIGHTS_MOST] = true;
            textbuf_printf(out,
                           "<style:style style:name=\"h%u\" style:family=\"table-row\">"
                           "<style:table-row-properties style:row-height=\"%u.%upt\""
                           " style:use-optimal-row-height=\"true\"/></style:style>\n",
                           height, height / 10, height % 10);
        }
    }
}

void odf_automatic_styles(const struct sheetplan *plan, struct textbuf *out) {
    textbuf_str(out, data_styles);
    for (size_t i = 0; i < LOOKS_COUNT; i++) {
        put_cell_style(&looks_styles[i], out);
    }
    bool done[128] = {false};
    for (size_t i = 0; i < plan->sheets.count; i++) {
        const struct sheetplan_sheet *sheet = &plan->sheets.items[i];
        for (size_t k = 0; k < sheet->columns.count; k++) {
            unsigned width = sheet->columns.items[k].width % 128;
            if (done[width]) {
                continue;
            }
            done[width] = true;
            textbuf_printf(out,
                           "<style:style style:name=\"w%u\" style:family=\"table-column\">"
                           "<style:table-column-properties style:column-width=\"%umm\"/>"
                           "</style:style>\n",
                           width, millimetres(width));
        }
    }
    put_row_styles(plan, out);
    for (unsigned across = 1; across <= PAGES_MOST; across++) {
        textbuf_printf(out,
                       "<style:style style:name=\"sheet%u\" style:family=\"table\""
                       " style:master-page-name=\"across%u\">"
                       "<style:table-properties table:display=\"true\"/></style:style>\n",
                       across, across);
    }
    textbuf_str(out, "<style:style style:name=\"note\" style:family=\"graphic\">"
                     "<style:graphic-properties draw:fill=\"solid\" draw:fill-color=\"#fffbe6\""
                     " draw:auto-grow-height=\"true\" fo:padding=\"2mm\"/></style:style>\n");
}

/* ---- text ---- */

/* White space collapses in OpenDocument: blanks after the first, and at the ends of a line, are
 * elements; so are tabs. */
static void put_blanks(size_t count, bool edge, struct textbuf *out) {
    if (count > 0 && !edge) {
        textbuf_char(out, ' ');
        count--;
    }
    if (count > 0) {
        textbuf_printf(out, "<text:s text:c=\"%zu\"/>", count);
    }
}

static void put_line(struct arena *arena, const char *line, size_t length, struct textbuf *out) {
    textbuf_str(out, "<text:p>");
    for (size_t at = 0; at < length;) {
        size_t run = at;
        while (run < length && line[run] == ' ') {
            run++;
        }
        if (run > at) {
            put_blanks(run - at, at == 0 || run == length, out);
            at = run;
        } else if (line[at] == '\t') {
            textbuf_str(out, "<text:tab/>");
            at++;
        } else {
            while (run < length && line[run] != ' ' && line[run] != '\t') {
                run++;
            }
            textbuf_xml(out, arena_strndup(arena, line + at, run - at));
            at = run;
        }
    }
    textbuf_str(out, "</text:p>");
}

static void put_paragraphs(struct arena *arena, const char *text, struct textbuf *out) {
    for (;;) {
        size_t length = strcspn(text, "\r\n");
        put_line(arena, text, length, out);
        text += length;
        if (*text == '\0') {
            return;
        }
        text += text[0] == '\r' && text[1] == '\n' ? 2 : 1;
    }
}

/* ---- cells ---- */

static void put_value(const struct sheetplan_cell *cell, struct textbuf *out) {
    char day[11];
    switch (cell->kind) {
    case CELL_NUMBER:
        textbuf_str(out, " office:value-type=\"float\" office:value=\"");
        textbuf_decimal(out, cell->number);
        break;
    case CELL_PERCENT:
        textbuf_str(out, " office:value-type=\"percentage\" office:value=\"");
        textbuf_decimal(out, cell->number);
        break;
    case CELL_DATE:
        date_format(cell->date, day);
        textbuf_printf(out, " office:value-type=\"date\" office:date-value=\"%s", day);
        break;
    case CELL_TEXT:
    case CELL_FLAG:
    case CELL_ERROR:
        textbuf_str(out, " office:value-type=\"string");
        break;
    }
    textbuf_char(out, '"');
}

static const struct sheetplan_note *note_at(const struct sheetplan_sheet *sheet, uint32_t row,
                                            uint32_t col) {
    for (size_t i = 0; i < sheet->notes.count; i++) {
        if (sheet->notes.items[i].row == row && sheet->notes.items[i].col == col) {
            return &sheet->notes.items[i];
        }
    }
    return NULL;
}

/* The number of the list that holds for a cell, counted through all sheets from `first`; 0: none.
 */
static size_t list_at(const struct sheetplan_sheet *sheet, size_t first, uint32_t row,
                      uint32_t col) {
    for (size_t i = 0; i < sheet->lists.count; i++) {
        const struct sheetplan_list *list = &sheet->lists.items[i];
        if (list->col == col && row >= list->first_row && row <= list->last_row) {
            return first + i;
        }
    }
    return 0;
}

static void put_list_name(size_t list, struct textbuf *out) {
    if (list > 0) {
        textbuf_printf(out, " table:content-validation-name=\"list%zu\"", list);
    }
}

static void put_cell(struct arena *arena, const struct sheetplan_sheet *sheet,
                     const struct sheetplan_cell *cell, size_t list, struct textbuf *out) {
    const struct sheetplan_note *note =
        cell->look == SHEETPLAN_BODY ? NULL : note_at(sheet, cell->row, cell->col);
    textbuf_printf(out, "<table:table-cell table:style-name=\"%s\"",
                   looks_styles[looks_of_cell(sheet, cell)].name);
    put_value(cell, out);
    put_list_name(list, out);
    textbuf_char(out, '>');
    if (note) {
        textbuf_str(out, "<office:annotation draw:style-name=\"note\" svg:width=\"75mm\""
                         " svg:height=\"28mm\">");
        put_paragraphs(arena, note->text, out);
        textbuf_str(out, "</office:annotation>");
    }
    put_paragraphs(arena, cell->text, out);
    textbuf_str(out, "</table:table-cell>");
}

/* A run of blank cells. */
struct blanks {
    unsigned count;
    size_t list;        /* 0: none */
    enum looks_id look; /* LOOKS_COUNT: that of their columns */
};

static void end_blanks(struct blanks *blanks, struct textbuf *out) {
    if (blanks->count > 0) {
        textbuf_str(out, "<table:table-cell");
        if (blanks->look != LOOKS_COUNT) {
            textbuf_printf(out, " table:style-name=\"%s\"", looks_styles[blanks->look].name);
        }
        put_list_name(blanks->list, out);
        if (blanks->count > 1) {
            textbuf_printf(out, " table:number-columns-repeated=\"%u\"", blanks->count);
        }
        textbuf_str(out, "/>");
    }
    blanks->count = 0;
}

static void add_blank(struct blanks *blanks, size_t list, enum looks_id look, struct textbuf *out) {
    if (blanks->count > 0 && (blanks->list != list || blanks->look != look)) {
        end_blanks(blanks, out);
    }
    blanks->list = list;
    blanks->look = look;
    blanks->count++;
}

/* The look of a blank cell; that of its column, which needs no word, below the table and in tables
 * so long that nobody looks at their lines. */
static enum looks_id blank_look(const struct sheetplan_sheet *sheet, uint32_t row, uint32_t col) {
    bool plain = row > sheet->rows || sheet->kind == SHEET_NONE || sheet->rows > LINED_ROWS;
    return plain ? LOOKS_COUNT : looks_of_blank(sheet->columns.items[col - 1].type);
}

/* One row; `at` walks along the cells of the sheet. */
static void put_row(struct arena *arena, const struct sheetplan_sheet *sheet, size_t first_list,
                    uint32_t row, size_t *at, struct textbuf *out) {
    struct blanks blanks = {.count = 0};
    for (uint32_t col = 1; col <= sheet->columns.count; col++) {
        const struct sheetplan_cell *cell =
            *at < sheet->cells.count ? &sheet->cells.items[*at] : NULL;
        size_t list = row == 1 ? 0 : list_at(sheet, first_list, row, col);
        if (cell && cell->row == row && cell->col == col) {
            end_blanks(&blanks, out);
            put_cell(arena, sheet, cell, list, out);
            (*at)++;
        } else {
            add_blank(&blanks, list, blank_look(sheet, row, col), out);
        }
    }
    end_blanks(&blanks, out);
    textbuf_str(out, "</table:table-row>\n");
}

static void put_columns(const struct sheetplan_sheet *sheet, struct textbuf *out) {
    for (size_t i = 0; i < sheet->columns.count; i++) {
        const struct sheetplan_column *column = &sheet->columns.items[i];
        bool heads = i == 0 && sheet->kind != SHEET_NONE && !sheet->properties;
        textbuf_printf(out,
                       "%s<table:table-column table:style-name=\"w%u\""
                       " table:default-cell-style-name=\"%s\"/>%s\n",
                       heads ? "<table:table-header-columns>" : "", column->width % 128,
                       looks_styles[looks_of_column(column->type)].name,
                       heads ? "</table:table-header-columns>" : "");
    }
}

static void put_table(struct arena *arena, const struct sheetplan_sheet *sheet, size_t first_list,
                      struct textbuf *out) {
    textbuf_printf(out, "<table:table table:style-name=\"sheet%u\" table:name=\"",
                   pages_across(sheet));
    textbuf_xml(out, sheet->title);
    textbuf_str(out, "\">\n");
    put_columns(sheet, out);
    bool table = sheet->kind != SHEET_NONE;
    size_t at = 0;
    for (uint32_t row = 1; row <= sheet->rows; row++) {
        textbuf_str(out, row == 1 && table ? "<table:table-header-rows>" : "");
        textbuf_printf(out, "<table:table-row table:style-name=\"h%u\">",
                       looks_row_height(sheet, row));
        put_row(arena, sheet, first_list, row, &at, out);
        textbuf_str(out, row == 1 && table ? "</table:table-header-rows>\n" : "");
    }
    if (table && !sheet->properties) {
        textbuf_printf(out, "<table:table-row table:number-rows-repeated=\"%u\">",
                       sheetplan_reach(sheet) - sheet->rows);
        put_row(arena, sheet, first_list, sheet->rows + 1, &at, out);
    }
    textbuf_str(out, "</table:table>\n");
}

/* ---- lists to choose from, names, filters ---- */

static void put_choices(const char *choices, struct textbuf *out) {
    for (const char *first = choices; *choices;) {
        size_t length = strcspn(choices, ";");
        textbuf_str(out, choices == first ? "\"" : ";\"");
        textbuf_bytes(out, choices, length);
        textbuf_char(out, '"');
        choices += length + (choices[length] == ';');
    }
}

static void put_list(const struct sheetplan *plan, const struct sheetplan_list *list, size_t number,
                     struct textbuf *out) {
    struct textbuf condition;
    textbuf_init(&condition, plan->arena);
    textbuf_str(&condition, "of:cell-content-is-in-list(");
    const struct sheetplan_sheet *target =
        list->choices ? NULL : sheetplan_sheet_of(plan, list->target);
    if (list->choices) {
        put_choices(list->choices, &condition);
    } else if (target && target->key) {
        textbuf_printf(
            &condition, "[%s]",
            sheetplan_area(plan, target, target->key, 2, sheetplan_reach(target), false));
    } else {
        textbuf_str(&condition, "\"\"");
    }
    textbuf_str(&condition, ")");
    textbuf_printf(out, "<table:content-validation table:name=\"list%zu\" table:condition=\"",
                   number);
    textbuf_xml(out, textbuf_text(&condition));
    textbuf_printf(out, "\" table:allow-empty-cell=\"true\" table:display-list=\"unsorted\">"
                        "<table:error-message table:message-type=\"warning\" table:display=\"true\""
                        " table:title=\"");
    textbuf_xml(out, list->title);
    textbuf_printf(out, "\"><text:p>%s</text:p></table:error-message></table:content-validation>\n",
                   list->choices ? "This is not one of the words of the list."
                                 : "No row has this id yet. It is needed before the check.");
}

static void put_lists(const struct sheetplan *plan, struct textbuf *out) {
    size_t number = 0;
    textbuf_str(out, "<table:content-validations>\n");
    for (size_t i = 0; i < plan->sheets.count; i++) {
        for (size_t k = 0; k < plan->sheets.items[i].lists.count; k++) {
            put_list(plan, &plan->sheets.items[i].lists.items[k], ++number, out);
        }
    }
    textbuf_str(out, "</table:content-validations>\n");
}

static void put_names(const struct sheetplan *plan, struct textbuf *out) {
    textbuf_str(out, "<table:named-expressions>\n");
    for (size_t i = 0; i < plan->sheets.count; i++) {
        const struct sheetplan_sheet *sheet = &plan->sheets.items[i];
        if (sheet->kind == SHEET_NONE || !sheet->key) {
            continue;
        }
        const char *area =
            sheetplan_area(plan, sheet, sheet->key, 2, sheetplan_reach(sheet), false);
        textbuf_printf(out, "<table:named-range table:name=\"ids_%s\" table:base-cell-address=\"",
                       schema_sheet(sheet->kind)->container);
        textbuf_bytes(out, area, strcspn(area, ":"));
        textbuf_printf(out, "\" table:cell-range-address=\"%s\"/>\n", area);
    }
    textbuf_str(out, "</table:named-expressions>\n<table:database-ranges>\n");
    for (size_t i = 0; i < plan->sheets.count; i++) {
        const struct sheetplan_sheet *sheet = &plan->sheets.items[i];
        if (sheet->kind == SHEET_NONE || sheet->properties) {
            continue;
        }
        const char *first = sheetplan_area(plan, sheet, 1, 1, sheet->rows, false);
        const char *last =
            sheetplan_area(plan, sheet, (uint32_t)sheet->columns.count, 1, sheet->rows, false);
        textbuf_printf(out,
                       "<table:database-range table:name=\"filter_%s\""
                       " table:display-filter-buttons=\"true\" table:target-range-address=\"",
                       schema_sheet(sheet->kind)->container);
        textbuf_bytes(out, first, strcspn(first, ":"));
        textbuf_printf(out, "%s\"/>\n", strchr(last, ':'));
    }
    textbuf_str(out, "</table:database-ranges>\n");
}

void odf_body(const struct sheetplan *plan, struct textbuf *out) {
    textbuf_str(out, "<office:body>\n<office:spreadsheet>\n");
    put_lists(plan, out);
    size_t first_list = 1;
    for (size_t i = 0; i < plan->sheets.count; i++) {
        put_table(plan->arena, &plan->sheets.items[i], first_list, out);
        first_list += plan->sheets.items[i].lists.count;
    }
    put_names(plan, out);
    textbuf_str(out, "</office:spreadsheet>\n</office:body>\n");
}

/* ---- about the file ---- */

void odf_meta(struct textbuf *out) {
    textbuf_str(out, "<office:meta><meta:generator>" BOARDPACK_NAME "/" BOARDPACK_VERSION
                     "</meta:generator></office:meta>\n");
}

static void put_setting(const char *name, const char *type, const char *value,
                        struct textbuf *out) {
    textbuf_printf(out, "<config:config-item config:name=\"%s\" config:type=\"%s\">", name, type);
    textbuf_xml(out, value);
    textbuf_str(out, "</config:config-item>");
}

/* The header row, and the first column of tables, stay in sight. */
static void put_view(const struct sheetplan_sheet *sheet, struct textbuf *out) {
    bool table = sheet->kind != SHEET_NONE;
    bool column = table && !sheet->properties;
    textbuf_str(out, "<config:config-item-map-entry config:name=\"");
    textbuf_xml(out, sheet->title);
    textbuf_str(out, "\">");
    put_setting("CursorPositionX", "int", "0", out);
    put_setting("CursorPositionY", "int", table ? "1" : "0", out);
    put_setting("HorizontalSplitMode", "short", column ? "2" : "0", out);
    put_setting("VerticalSplitMode", "short", table ? "2" : "0", out);
    put_setting("HorizontalSplitPosition", "int", column ? "1" : "0", out);
    put_setting("VerticalSplitPosition", "int", table ? "1" : "0", out);
    put_setting("ActiveSplitRange", "short", column ? "3" : "2", out);
    put_setting("PositionRight", "int", column ? "1" : "0", out);
    put_setting("PositionBottom", "int", table ? "1" : "0", out);
    put_setting("ShowZeroValues", "boolean", "true", out);
    put_setting("ShowGrid", "boolean", table ? "true" : "false", out);
    textbuf_str(out, "</config:config-item-map-entry>\n");
}

void odf_settings(const struct sheetplan *plan, struct textbuf *out) {
    textbuf_str(out, "<office:settings><config:config-item-set config:name=\"ooo:view-settings\">"
                     "<config:config-item-map-indexed config:name=\"Views\">"
                     "<config:config-item-map-entry>");
    put_setting("ViewId", "string", "view1", out);
    textbuf_str(out, "<config:config-item-map-named config:name=\"Tables\">\n");
    for (size_t i = 0; i < plan->sheets.count; i++) {
        put_view(&plan->sheets.items[i], out);
    }
    textbuf_str(out, "</config:config-item-map-named>");
    if (plan->sheets.count > 0) {
        put_setting("ActiveTable", "string", plan->sheets.items[0].title, out);
    }
    textbuf_str(out, "</config:config-item-map-entry></config:config-item-map-indexed>"
                     "</config:config-item-set></office:settings>\n");
}
