#include "workbook/flatodf.h"
#include "base/ascii.h"
#include "base/bounds.h"
#include "base/idmap.h"
#include "workbook/ladder.h"
#include "xml/xmlread.h"
#include <string.h>

#define ODF    "urn:oasis:names:tc:opendocument:xmlns:"
#define OFFICE FLATODF_NAMESPACE
#define TABLE  ODF "table:1.0"
#define TEXT   ODF "text:1.0"
#define STYLE  ODF "style:1.0"
#define NUMBER ODF "datastyle:1.0"
#define CALC   "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"

/* Where in the file an element stands; what is not listed is skipped with all it holds:
 * annotations, drawings, tracked changes, tables inside cells. */
enum level {
    AT_TOP,
    AT_SKIP,
    AT_DOCUMENT,
    AT_STYLES,
    AT_STYLE,
    AT_BODY,
    AT_SPREADSHEET,
    AT_TABLE,
    AT_COLUMNS, /* groups of columns */
    AT_ROWS,    /* groups of rows */
    AT_ROW,
    AT_CELL,
    AT_COVERED, /* a cell under a merged one */
    AT_PARAGRAPH,
    AT_INLINE
};

struct machine {
    struct sheet_builder builder;
    struct ladder ladder;
    struct idmap *hidden_styles;
    struct idmap *percent_formats, *percent_styles; /* of cells */
    const char *style;                              /* the style being defined */
    uint64_t next_column;                           /* of column elements */
    uint64_t row, col;                              /* of the current row and cell, from 1 */
    uint64_t row_repeat, repeat;                    /* of them */
    bool row_hidden, row_filled;
    bool row_styled, row_percent; /* its cells are percentages, if they say nothing else */
    VEC(struct sheet_range) percent_columns; /* the same of columns */
    struct cell cell;
    bool typed, own_text;         /* own_text: string-value is given */
    bool formula, without_result; /* the cell has one; it has not been calculated */
    bool blank;                   /* a blank is owed before the next letter */
    bool line_start;              /* nothing was written of this paragraph */
    size_t paragraphs;
};

/* A repeat or span: 1 if absent or unreadable, the most there is if it has too many digits. */
static uint64_t count_of(const struct xmlread_element *element, const char *name) {
    const char *text = xmlread_value(element, TABLE, name);
    uint32_t value;
    if (!text || text[0] == '\0' || text[strspn(text, "0123456789")] != '\0') {
        return 1;
    }
    if (!sheet_whole(text, &value)) {
        return UINT32_MAX;
    }
    return value > 0 ? value : 1;
}

static bool hidden(const struct xmlread_element *element) {
    const char *text = xmlread_value(element, TABLE, "visibility");
    return text && (strcmp(text, "collapse") == 0 || strcmp(text, "filter") == 0);
}

/* ---- styles: LibreOffice says of each cell that it is a percentage, Gnumeric only by its style */

static bool known(const struct idmap *map, const char *name) {
    return name && idmap_find(map, name) != IDMAP_NONE;
}

static void start_style(struct machine *m, const struct xmlread_element *element) {
    const char *format = xmlread_value(element, STYLE, "data-style-name");
    m->style = arena_strdup(m->builder.arena, xmlread_value(element, STYLE, "name"));
    bool percent =
        format ? known(m->percent_formats, format)
               : known(m->percent_styles, xmlread_value(element, STYLE, "parent-style-name"));
    if (percent && m->style) {
        idmap_put(m->percent_styles, m->style, 0);
    }
}

static void start_format(struct machine *m, const struct xmlread_element *element) {
    const char *name = xmlread_value(element, STYLE, "name");
    if (name && strcmp(element->space, NUMBER) == 0 &&
        strcmp(element->name, "percentage-style") == 0) {
        idmap_put(m->percent_formats, name, 0);
    }
}

/* The ranges grow, as the columns do. */
static bool percent_column(const struct machine *m) {
    size_t low = 0, high = m->percent_columns.count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (m->percent_columns.items[middle].last < m->col) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low < m->percent_columns.count && m->percent_columns.items[low].first <= m->col;
}

/* A cell's style is its own, else its row's, else its column's. */
static bool shown_as_percent(const struct machine *m, const struct xmlread_element *element) {
    if (idmap_count(m->percent_styles) == 0) {
        return false;
    }
    const char *style = xmlread_value(element, TABLE, "style-name");
    if (style) {
        return known(m->percent_styles, style);
    }
    return m->row_styled ? m->row_percent : percent_column(m);
}

/* ---- sheets, columns, rows ---- */

static bool start_table(struct machine *m, const struct xmlread_element *element) {
    const char *name = xmlread_value(element, TABLE, "name");
    const char *style = xmlread_value(element, TABLE, "style-name");
    m->next_column = m->row = 0;
    m->percent_columns.count = 0;
    m->row_repeat = 1;
    if (!sheet_begin(&m->builder, name ? name : "", element->line, element->column)) {
        return false;
    }
    sheet_current(&m->builder)->hidden = style && idmap_find(m->hidden_styles, style) != IDMAP_NONE;
    return true;
}

static void start_column(struct machine *m, const struct xmlread_element *element) {
    uint64_t first = m->next_column + 1;
    m->next_column += count_of(element, "number-columns-repeated");
    if (first > BOUND_SHEET_COLUMNS) {
        return;
    }
    uint64_t last = m->next_column < BOUND_SHEET_COLUMNS ? m->next_column : BOUND_SHEET_COLUMNS;
    struct sheet_range range = {(uint32_t)first, (uint32_t)last};
    if (hidden(element)) {
        vec_push(m->builder.arena, &m->builder.hidden_columns, range);
    }
    if (known(m->percent_styles, xmlread_value(element, TABLE, "default-cell-style-name"))) {
        vec_push(m->builder.arena, &m->percent_columns, range);
    }
}

static void start_row(struct machine *m, const struct xmlread_element *element) {
    m->row += m->row == 0 ? 1 : m->row_repeat;
    m->row_repeat = count_of(element, "number-rows-repeated");
    m->col = 0;
    m->repeat = 1;
    m->row_hidden = hidden(element);
    const char *style = xmlread_value(element, TABLE, "default-cell-style-name");
    m->row_styled = style != NULL;
    m->row_percent = known(m->percent_styles, style);
    m->row_filled = false;
}

static void end_row(struct machine *m) {
    if (m->row_hidden && m->row_filled) {
        sheet_current(&m->builder)->hidden_rows += m->row_repeat;
    }
}

/* ---- cells ---- */

/* PT10H30M00S as 10:30; anything else as it stands. */
static const char *time_text(struct arena *arena, const char *text) {
    unsigned parts[2] = {0, 0};
    if (!ascii_starts(text, "PT")) {
        return arena_strdup(arena, text);
    }
    const char *at = text + 2;
    for (int i = 0; i < 2; i++) {
        size_t digits = strspn(at, "0123456789");
        if (digits == 0 || digits > 4 || at[digits] != (i == 0 ? 'H' : 'M')) {
            return arena_strdup(arena, text);
        }
        for (size_t k = 0; k < digits; k++) {
            parts[i] = parts[i] * 10 + (unsigned)(at[k] - '0');
        }
        at += digits + 1;
    }
    return arena_printf(arena, "%u%u:%u%u", parts[0] / 10, parts[0] % 10, parts[1] / 10,
                        parts[1] % 10);
}

/* Text of a cell whose type promises an attribute that is not there. */
static const char *or_empty(const char *text) {
    return text ? text : "";
}

static void set_value(struct machine *m, const struct xmlread_element *element, const char *type) {
    struct sheet_builder *builder = &m->builder;
    struct cell *cell = &m->cell;
    m->typed = true;
    if (strcmp(type, "float") == 0 || strcmp(type, "currency") == 0) {
        cell->kind = shown_as_percent(m, element) ? CELL_PERCENT : CELL_NUMBER;
        sheet_set_number(builder, cell, or_empty(xmlread_value(element, OFFICE, "value")));
    } else if (strcmp(type, "percentage") == 0) {
        cell->kind = CELL_PERCENT;
        sheet_set_number(builder, cell, or_empty(xmlread_value(element, OFFICE, "value")));
    } else if (strcmp(type, "date") == 0) {
        sheet_set_date(builder, cell, or_empty(xmlread_value(element, OFFICE, "date-value")));
    } else if (strcmp(type, "time") == 0) {
        cell->text =
            time_text(builder->arena, or_empty(xmlread_value(element, OFFICE, "time-value")));
    } else if (strcmp(type, "boolean") == 0) {
        const char *value = or_empty(xmlread_value(element, OFFICE, "boolean-value"));
        cell->kind = CELL_FLAG;
        cell->text = strcmp(value, "true") == 0 ? "TRUE" : "FALSE";
        cell->number = decimal_of(strcmp(value, "true") == 0);
    } else {
        m->typed = false;
    }
}

static void start_cell(struct machine *m, const struct xmlread_element *element) {
    m->cell = (struct cell){.row = m->row > UINT32_MAX ? UINT32_MAX : (uint32_t)m->row,
                            .col = m->col > UINT32_MAX ? UINT32_MAX : (uint32_t)m->col,
                            .line = element->line,
                            .column = element->column,
                            .merged = count_of(element, "number-columns-spanned") > 1 ||
                                      count_of(element, "number-rows-spanned") > 1};
    m->typed = m->own_text = false;
    m->paragraphs = 0;
    m->formula = m->without_result = xmlread_value(element, TABLE, "formula") != NULL;
    textbuf_clear(&m->builder.text);
    m->builder.overlong = false;
    const char *type = xmlread_value(element, OFFICE, "value-type");
    const char *error = xmlread_value(element, CALC, "value-type");
    if (error && strcmp(error, "error") == 0) {
        m->cell.kind = CELL_ERROR;
    } else if (type) {
        m->without_result = false;
        set_value(m, element, type);
        const char *string = xmlread_value(element, OFFICE, "string-value");
        if (!m->typed && string) {
            m->own_text = true;
            sheet_text(&m->builder, string, strlen(string));
        }
    }
}

static bool too_often(struct machine *m, const char *what, uint64_t count) {
    struct place place = {m->builder.path, m->cell.line,
                          m->cell.column,  sheet_current(&m->builder)->title,
                          m->cell.row,     m->cell.col};
    diag_report(m->builder.diags, BP1018, place, what,
                arena_printf(m->builder.arena, "%zu", (size_t)count), NULL);
    return false;
}

static bool too_far(struct machine *m) {
    const struct cell *cell = &m->cell;
    bool rows = m->row > BOUND_SHEET_ROWS;
    struct place place = {.file = m->builder.path, .line = cell->line, .column = cell->column};
    diag_report(m->builder.diags, BP1017, place, rows ? "row" : "column",
                arena_printf(m->builder.arena, "%u", rows ? cell->row : cell->col), NULL);
    return false;
}

/* LibreOffice says of a cell that it is an error; Gnumeric only shows its word. */
static bool shows_error(const struct machine *m) {
    static const char *const words[] = {"#DIV/0!", "#N/A",  "#NAME?",  "#NULL!",
                                        "#NUM!",   "#REF!", "#VALUE!", "#UNKNOWN!"};
    const char *text = textbuf_text(&m->builder.text);
    bool candidate = m->formula && m->cell.kind == CELL_TEXT && text[0] == '#';
    for (size_t i = 0; candidate && i < sizeof words / sizeof words[0]; i++) {
        if (strcmp(text, words[i]) == 0) {
            return true;
        }
    }
    return false;
}

static bool end_cell(struct machine *m) {
    struct cell *cell = &m->cell;
    bool empty = !m->typed && m->builder.text.length == 0 && cell->kind != CELL_ERROR;
    if (empty && !m->without_result) {
        return true;
    }
    cell->uncalculated = empty;
    cell->kind = shows_error(m) ? CELL_ERROR : cell->kind;
    if (m->repeat > BOUND_REPEAT_COLUMNS) {
        return too_often(m, "cell", m->repeat);
    }
    if (m->row_repeat > BOUND_REPEAT_ROWS || m->row_repeat * m->repeat > BOUND_REPEAT_CELLS) {
        return too_often(m, "row", m->row_repeat);
    }
    if (m->row > BOUND_SHEET_ROWS || m->col > BOUND_SHEET_COLUMNS) {
        return too_far(m);
    }
    cell->across = (uint32_t)m->repeat;
    cell->down = (uint32_t)m->row_repeat;
    m->row_filled = true;
    return sheet_add(&m->builder, *cell);
}

/* ---- text of a cell: white space collapses, blanks that count are elements ---- */

static bool collecting(const struct machine *m) {
    return !m->typed && !m->own_text;
}

static void put_text(struct machine *m, const char *text, size_t length) {
    size_t from = 0;
    for (size_t at = 0; at <= length; at++) {
        char c = at < length ? text[at] : '\0';
        bool white = c == ' ' || c == '\t' || c == '\r' || c == '\n';
        if (at < length && !white) {
            continue;
        }
        if (at > from) {
            if (m->blank) {
                sheet_text(&m->builder, " ", 1);
            }
            sheet_text(&m->builder, text + from, at - from);
            m->blank = m->line_start = false;
        }
        m->blank = m->blank || (white && !m->line_start);
        from = at + 1;
    }
}

static void put_exact(struct machine *m, const char *text) {
    if (m->blank) {
        sheet_text(&m->builder, " ", 1);
    }
    m->blank = m->line_start = false;
    sheet_text(&m->builder, text, 1);
}

static void start_paragraph(struct machine *m) {
    if (m->paragraphs++ > 0 && collecting(m)) {
        sheet_text(&m->builder, "\n", 1);
    }
    m->blank = false;
    m->line_start = true;
}

/* Blanks, tabs and line breaks inside a paragraph. */
static void start_space(struct machine *m, const struct xmlread_element *element) {
    if (!collecting(m) || strcmp(element->space, TEXT) != 0) {
        return;
    }
    if (strcmp(element->name, "tab") == 0) {
        put_exact(m, "\t");
    } else if (strcmp(element->name, "line-break") == 0) {
        put_exact(m, "\n");
    } else if (strcmp(element->name, "s") == 0) {
        const char *text = xmlread_value(element, TEXT, "c");
        uint32_t count = 1;
        if (text && (!sheet_whole(text, &count) || count > BOUND_FIELD_BYTES)) {
            count = 1;
        }
        for (uint32_t i = 0; i < count; i++) {
            put_exact(m, " ");
        }
    }
}

/* ---- the machine ---- */

static const struct ladder_step steps[] = {
    {AT_TOP, OFFICE, "document", AT_DOCUMENT},
    {AT_TOP, OFFICE, "document-content", AT_DOCUMENT}, /* in a package */
    {AT_TOP, OFFICE, "document-styles", AT_DOCUMENT},  /* beside it */
    {AT_DOCUMENT, OFFICE, "styles", AT_STYLES},
    {AT_DOCUMENT, OFFICE, "automatic-styles", AT_STYLES},
    {AT_STYLES, STYLE, "style", AT_STYLE},
    {AT_DOCUMENT, OFFICE, "body", AT_BODY},
    {AT_BODY, OFFICE, "spreadsheet", AT_SPREADSHEET},
    {AT_SPREADSHEET, TABLE, "table", AT_TABLE},
    {AT_TABLE, TABLE, "table-columns", AT_COLUMNS},
    {AT_TABLE, TABLE, "table-header-columns", AT_COLUMNS},
    {AT_TABLE, TABLE, "table-column-group", AT_COLUMNS},
    {AT_COLUMNS, TABLE, "table-columns", AT_COLUMNS},
    {AT_COLUMNS, TABLE, "table-header-columns", AT_COLUMNS},
    {AT_COLUMNS, TABLE, "table-column-group", AT_COLUMNS},
    {AT_TABLE, TABLE, "table-rows", AT_ROWS},
    {AT_TABLE, TABLE, "table-header-rows", AT_ROWS},
    {AT_TABLE, TABLE, "table-row-group", AT_ROWS},
    {AT_ROWS, TABLE, "table-rows", AT_ROWS},
    {AT_ROWS, TABLE, "table-header-rows", AT_ROWS},
    {AT_ROWS, TABLE, "table-row-group", AT_ROWS},
    {AT_TABLE, TABLE, "table-row", AT_ROW},
    {AT_ROWS, TABLE, "table-row", AT_ROW},
    {AT_ROW, TABLE, "table-cell", AT_CELL},
    {AT_ROW, TABLE, "covered-table-cell", AT_COVERED},
    {AT_CELL, TEXT, "p", AT_PARAGRAPH},
    {AT_PARAGRAPH, TEXT, "span", AT_INLINE},
    {AT_PARAGRAPH, TEXT, "a", AT_INLINE},
    {AT_INLINE, TEXT, "span", AT_INLINE},
    {AT_INLINE, TEXT, "a", AT_INLINE},
};

static void start_leaf(struct machine *m, unsigned parent, const struct xmlread_element *element) {
    if (parent == AT_PARAGRAPH || parent == AT_INLINE) {
        start_space(m, element);
    } else if ((parent == AT_TABLE || parent == AT_COLUMNS) &&
               strcmp(element->name, "table-column") == 0 && strcmp(element->space, TABLE) == 0) {
        start_column(m, element);
    } else if (parent == AT_STYLES) {
        start_format(m, element);
    } else if (parent == AT_STYLE && strcmp(element->name, "table-properties") == 0) {
        const char *display = xmlread_value(element, TABLE, "display");
        if (display && strcmp(display, "false") == 0 && m->style) {
            idmap_put(m->hidden_styles, m->style, 0);
        }
    }
}

static void place_cell(struct machine *m, const struct xmlread_element *element) {
    m->col += m->col == 0 ? 1 : m->repeat;
    m->repeat = count_of(element, "number-columns-repeated");
}

static bool on_start(void *user, const struct xmlread_element *element) {
    struct machine *m = user;
    switch ((enum level)ladder_enter(&m->ladder, element)) {
    case AT_STYLE:
        start_style(m, element);
        return true;
    case AT_TABLE:
        return start_table(m, element);
    case AT_ROW:
        start_row(m, element);
        return true;
    case AT_CELL:
        place_cell(m, element);
        start_cell(m, element);
        return true;
    case AT_COVERED:
        place_cell(m, element);
        return true;
    case AT_PARAGRAPH:
        start_paragraph(m);
        return true;
    case AT_SKIP:
        start_leaf(m, ladder_parent(&m->ladder), element);
        return true;
    case AT_TOP:
    case AT_DOCUMENT:
    case AT_STYLES:
    case AT_BODY:
    case AT_SPREADSHEET:
    case AT_COLUMNS:
    case AT_ROWS:
    case AT_INLINE:
        break;
    }
    return true;
}

static bool on_end(void *user) {
    struct machine *m = user;
    unsigned level = ladder_leave(&m->ladder);
    if (level == AT_CELL) {
        return end_cell(m);
    }
    if (level == AT_ROW) {
        end_row(m);
    } else if (level == AT_TABLE) {
        sheet_end(&m->builder);
    }
    return true;
}

static bool on_text(void *user, const char *text, size_t length) {
    struct machine *m = user;
    unsigned level = ladder_level(&m->ladder);
    if ((level == AT_PARAGRAPH || level == AT_INLINE) && collecting(m)) {
        put_text(m, text, length);
    }
    return true;
}

const struct xmlread_handler *flatodf_handler(struct arena *arena, const char *path,
                                              struct diags *diags, struct sheets *out) {
    struct machine *m = arena_alloc(arena, sizeof *m);
    m->builder =
        (struct sheet_builder){.arena = arena, .diags = diags, .path = path, .sheets = out};
    textbuf_init(&m->builder.text, arena);
    m->ladder = (struct ladder){.steps = steps, .count = sizeof steps / sizeof steps[0]};
    m->hidden_styles = idmap_new(arena);
    m->percent_formats = idmap_new(arena);
    m->percent_styles = idmap_new(arena);
    struct xmlread_handler *handler = arena_alloc(arena, sizeof *handler);
    *handler = (struct xmlread_handler){on_start, on_end, on_text, m};
    return handler;
}

bool flatodf_read(struct arena *arena, const char *path, const char *bytes, size_t length,
                  struct diags *diags, struct sheets *out) {
    const struct xmlread_handler *handler = flatodf_handler(arena, path, diags, out);
    return xmlread_parse(arena, path, bytes, length, diags, handler) == XMLREAD_DONE;
}
