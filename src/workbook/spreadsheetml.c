#include "workbook/spreadsheetml.h"
#include "base/ascii.h"
#include "base/bounds.h"
#include "base/idmap.h"
#include "workbook/ladder.h"
#include "xml/xmlread.h"
#include <string.h>

#define SS          SPREADSHEETML_NAMESPACE
#define EXCEL_SPACE "urn:schemas-microsoft-com:office:excel"
#define OFFICE_WEB  "urn:schemas-microsoft-com:office:component:spreadsheet"

/* Where in the file an element stands; what is not listed is skipped with all it holds. */
enum level {
    AT_TOP,
    AT_SKIP,
    AT_WORKBOOK,
    AT_STYLES,
    AT_STYLE,
    AT_SHEET,
    AT_TABLE,
    AT_ROW,
    AT_CELL,
    AT_DATA,
    AT_RICH, /* formatted text inside Data */
    AT_OPTIONS,
    AT_VISIBLE
};

struct style {
    bool percent;
    size_t parent; /* IDMAP_NONE: none */
};

struct column_style {
    struct sheet_range range;
    size_t style;
};

struct machine {
    struct sheet_builder builder;
    struct ladder ladder;
    struct idmap *style_ids;
    VEC(struct style) styles;
    VEC(struct column_style) column_styles;
    size_t table_style, row_style;
    uint32_t next_column; /* of Column elements */
    uint32_t row, col;    /* the last ones; 0 before the first */
    uint32_t row_skip;    /* rows that the current row's Span adds */
    uint32_t cell_skip;   /* columns that the current cell's merge adds */
    bool row_hidden, row_filled;
    struct cell cell;
    bool has_data, has_formula;
    char type[16];
    bool libreoffice;
    struct place merge; /* first cell merged downwards; line 0: none */
    bool refused;
};

static struct place place_at(const struct machine *m, const struct xmlread_element *element) {
    return (struct place){
        .file = m->builder.path, .line = element->line, .column = element->column};
}

static bool refuse(struct machine *m) {
    m->refused = true;
    return false;
}

/* ---- styles: only whether a number is shown as a percentage ---- */

static size_t style_index(struct machine *m, const char *id) {
    size_t index = idmap_put(m->style_ids, id, m->styles.count);
    if (index == m->styles.count) {
        vec_push(m->builder.arena, &m->styles, ((struct style){false, IDMAP_NONE}));
    }
    return index;
}

/* True if a number format shows percentages: a % outside quotes and escapes. */
static bool percent_format(const char *format) {
    if (ascii_same(format, "Percent")) {
        return true;
    }
    bool quoted = false;
    for (const char *at = format; *at; at++) {
        if (*at == '"') {
            quoted = !quoted;
        } else if (*at == '\\' && at[1]) {
            at++;
        } else if (*at == '%' && !quoted) {
            return true;
        }
    }
    return false;
}

static bool style_percent(const struct machine *m, size_t style) {
    for (int hops = 0; style != IDMAP_NONE && hops < 16; hops++) {
        if (m->styles.items[style].percent) {
            return true;
        }
        style = m->styles.items[style].parent;
    }
    return false;
}

static size_t style_named(struct machine *m, const struct xmlread_element *element) {
    const char *id = xmlread_value(element, SS, "StyleID");
    return id ? style_index(m, id) : IDMAP_NONE;
}

/* The style that holds for a cell: its own, else its row's, its column's, the table's. */
static size_t style_of_cell(const struct machine *m, size_t own) {
    if (own != IDMAP_NONE) {
        return own;
    }
    if (m->row_style != IDMAP_NONE) {
        return m->row_style;
    }
    for (size_t i = 0; i < m->column_styles.count; i++) {
        const struct column_style *style = &m->column_styles.items[i];
        if (m->col >= style->range.first && m->col <= style->range.last) {
            return style->style;
        }
    }
    return m->table_style;
}

static void start_style(struct machine *m, const struct xmlread_element *element) {
    const char *id = xmlread_value(element, SS, "ID");
    const char *parent = xmlread_value(element, SS, "Parent");
    size_t index = style_index(m, id ? id : "");
    size_t parent_index = parent ? style_index(m, parent) : IDMAP_NONE;
    m->styles.items[index].parent = parent_index;
    m->table_style = index; /* the style being defined, until a table starts */
}

/* ---- positions ---- */

static bool bad_number(struct machine *m, const struct xmlread_element *element, const char *what,
                       const char *text) {
    diag_report(m->builder.diags, BP1017, place_at(m, element), what, text, NULL);
    return refuse(m);
}

/* An optional whole number attribute; false if it is there and wrong. */
static bool whole(struct machine *m, const struct xmlread_element *element, const char *name,
                  uint32_t *out) {
    const char *text = xmlread_value(element, SS, name);
    *out = 0;
    if (text && (!sheet_whole(text, out) || *out > BOUND_SHEET_ROWS)) {
        return bad_number(m, element, name, text);
    }
    return true;
}

/* The index of the next Row, Cell or Column: one on, or what ss:Index says, which must grow. */
static bool advance(struct machine *m, const struct xmlread_element *element, uint32_t *at,
                    uint32_t most) {
    uint32_t index;
    if (!whole(m, element, "Index", &index)) {
        return false;
    }
    const char *text = xmlread_value(element, SS, "Index");
    if (text && (index <= *at || index > most)) {
        return bad_number(m, element, element->name, text);
    }
    if (!text && *at >= most) {
        return bad_number(m, element, element->name, arena_printf(m->builder.arena, "%u", *at + 1));
    }
    *at = text ? index : *at + 1;
    return true;
}

static bool start_column(struct machine *m, const struct xmlread_element *element) {
    uint32_t span;
    if (!advance(m, element, &m->next_column, BOUND_SHEET_COLUMNS) ||
        !whole(m, element, "Span", &span)) {
        return false;
    }
    struct sheet_range range = {m->next_column, m->next_column + span};
    m->next_column = range.last;
    const char *hidden = xmlread_value(element, SS, "Hidden");
    if (hidden && strcmp(hidden, "1") == 0) {
        vec_push(m->builder.arena, &m->builder.hidden_columns, range);
    }
    size_t style = style_named(m, element);
    if (style != IDMAP_NONE) {
        vec_push(m->builder.arena, &m->column_styles, ((struct column_style){range, style}));
    }
    return true;
}

static bool start_row(struct machine *m, const struct xmlread_element *element) {
    m->row += m->row_skip;
    if (!advance(m, element, &m->row, BOUND_SHEET_ROWS) ||
        !whole(m, element, "Span", &m->row_skip)) {
        return false;
    }
    m->col = 0;
    m->cell_skip = 0;
    m->row_style = style_named(m, element);
    const char *hidden = xmlread_value(element, SS, "Hidden");
    m->row_hidden = hidden && strcmp(hidden, "1") == 0;
    m->row_filled = false;
    return true;
}

/* ---- files that LibreOffice wrote ---- */

static bool distrust(struct machine *m, struct place place, const char *why) {
    diag_report(m->builder.diags, BP1013, place, why, NULL);
    return refuse(m);
}

static bool defines_percent(const struct machine *m) {
    for (size_t i = 0; i < m->styles.count; i++) {
        if (m->styles.items[i].percent) {
            return true;
        }
    }
    return false;
}

static bool check_origin(struct machine *m, const struct xmlread_element *element) {
    const char *formula = xmlread_value(element, SS, "Formula");
    if (formula && ascii_starts(formula, "of:")) {
        m->libreoffice = true;
    }
    if (m->cell.merged && m->merge.line == 0) {
        uint32_t down;
        if (!whole(m, element, "MergeDown", &down)) {
            return false;
        }
        if (down > 0) {
            m->merge = place_at(m, element);
            m->merge.sheet = sheet_current(&m->builder)->title;
            m->merge.row = m->row;
            m->merge.col = m->col;
        }
    }
    if (m->libreoffice && m->merge.line != 0) {
        return distrust(m, m->merge, "cells are merged over several rows");
    }
    return true;
}

/* ---- cells ---- */

static bool start_cell(struct machine *m, const struct xmlread_element *element) {
    uint32_t across, down;
    m->col += m->cell_skip;
    if (!advance(m, element, &m->col, BOUND_SHEET_COLUMNS) ||
        !whole(m, element, "MergeAcross", &across) || !whole(m, element, "MergeDown", &down)) {
        return false;
    }
    m->cell_skip = across;
    m->cell = (struct cell){.row = m->row,
                            .col = m->col,
                            .line = element->line,
                            .column = element->column,
                            .merged = across > 0 || down > 0};
    m->has_data = false;
    m->has_formula = xmlread_value(element, SS, "Formula") != NULL;
    m->cell.kind =
        style_percent(m, style_of_cell(m, style_named(m, element))) ? CELL_PERCENT : CELL_NUMBER;
    textbuf_clear(&m->builder.text);
    m->builder.overlong = false;
    return check_origin(m, element);
}

static void start_data(struct machine *m, const struct xmlread_element *element) {
    const char *type = xmlread_value(element, SS, "Type");
    size_t length = type ? strlen(type) : 0;
    length = length < sizeof m->type ? length : 0;
    memcpy(m->type, type ? type : "", length);
    m->type[length] = '\0';
    m->has_data = true;
}

/* LibreOffice writes a duration of 36 hours as hour 36 of a day. */
static bool wrong_hour(const char *text) {
    const char *time = strchr(text, 'T');
    return time && ((time[1] == '2' && time[2] >= '4') || (time[1] >= '3' && time[1] <= '9'));
}

static bool end_cell(struct machine *m) {
    struct cell cell = m->cell;
    const char *text = textbuf_text(&m->builder.text);
    if (!m->has_data) {
        if (!m->has_formula) {
            return true;
        }
        cell.kind = CELL_TEXT;
        cell.uncalculated = true;
    } else if (strcmp(m->type, "Number") == 0) {
        sheet_set_number(&m->builder, &cell, text);
    } else if (strcmp(m->type, "DateTime") == 0) {
        if (m->libreoffice && wrong_hour(text)) {
            struct place place = {m->builder.path, cell.line,
                                  cell.column,     sheet_current(&m->builder)->title,
                                  cell.row,        cell.col};
            return distrust(m, place, "it holds a time that is none");
        }
        sheet_set_date(&m->builder, &cell, text);
    } else if (strcmp(m->type, "Boolean") == 0) {
        sheet_set_number(&m->builder, &cell, text);
        cell.kind = cell.kind == CELL_TEXT ? CELL_TEXT : CELL_FLAG;
    } else {
        bool error =
            strcmp(m->type, "Error") == 0 || (m->libreoffice && m->has_formula && text[0] == '#');
        cell.kind = error ? CELL_ERROR : CELL_TEXT;
    }
    m->row_filled = true;
    return sheet_add(&m->builder, cell) || refuse(m);
}

static void end_row(struct machine *m) {
    if (m->row_hidden && m->row_filled) {
        sheet_current(&m->builder)->hidden_rows++;
    }
}

static bool start_sheet(struct machine *m, const struct xmlread_element *element) {
    const char *name = xmlread_value(element, SS, "Name");
    m->row = m->row_skip = m->next_column = 0;
    m->column_styles.count = 0;
    m->table_style = m->row_style = IDMAP_NONE;
    return sheet_begin(&m->builder, name ? name : "", element->line, element->column) || refuse(m);
}

static void end_visible(struct machine *m) {
    if (ascii_starts(textbuf_text(&m->builder.text), "SheetHidden") ||
        ascii_starts(textbuf_text(&m->builder.text), "SheetVeryHidden")) {
        sheet_current(&m->builder)->hidden = true;
    }
}

/* ---- the machine ---- */

static const struct ladder_step steps[] = {
    {AT_CELL, SS, "Data", AT_DATA},
    {AT_ROW, SS, "Cell", AT_CELL},
    {AT_TABLE, SS, "Row", AT_ROW},
    {AT_DATA, NULL, NULL, AT_RICH},
    {AT_RICH, NULL, NULL, AT_RICH},
    {AT_TOP, SS, "Workbook", AT_WORKBOOK},
    {AT_WORKBOOK, SS, "Styles", AT_STYLES},
    {AT_STYLES, SS, "Style", AT_STYLE},
    {AT_WORKBOOK, SS, "Worksheet", AT_SHEET},
    {AT_SHEET, SS, "Table", AT_TABLE},
    {AT_SHEET, EXCEL_SPACE, "WorksheetOptions", AT_OPTIONS},
    {AT_OPTIONS, EXCEL_SPACE, "Visible", AT_VISIBLE},
};

/* Elements that matter but hold nothing of interest. */
static bool start_leaf(struct machine *m, unsigned parent, const struct xmlread_element *element) {
    if (strcmp(element->space, SS) != 0) {
        return true;
    }
    if (parent == AT_TABLE && strcmp(element->name, "Column") == 0) {
        return start_column(m, element);
    }
    if (parent == AT_STYLE && strcmp(element->name, "NumberFormat") == 0) {
        const char *format = xmlread_value(element, SS, "Format");
        m->styles.items[m->table_style].percent = format && percent_format(format);
    }
    return true;
}

static void start_workbook(struct machine *m, const struct xmlread_element *element) {
    for (size_t i = 0; i < element->namespace_count; i++) {
        m->libreoffice = m->libreoffice || strcmp(element->namespaces[i], OFFICE_WEB) == 0;
    }
}

static bool on_start(void *user, const struct xmlread_element *element) {
    struct machine *m = user;
    switch ((enum level)ladder_enter(&m->ladder, element)) {
    case AT_WORKBOOK:
        start_workbook(m, element);
        return true;
    case AT_STYLE:
        start_style(m, element);
        return true;
    case AT_SHEET:
        return start_sheet(m, element);
    case AT_TABLE:
        m->table_style = style_named(m, element);
        return true;
    case AT_ROW:
        return start_row(m, element);
    case AT_CELL:
        return start_cell(m, element);
    case AT_DATA:
        start_data(m, element);
        return true;
    case AT_VISIBLE:
        textbuf_clear(&m->builder.text);
        return true;
    case AT_SKIP:
        return start_leaf(m, ladder_parent(&m->ladder), element);
    case AT_TOP:
    case AT_STYLES:
    case AT_RICH:
    case AT_OPTIONS:
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
    } else if (level == AT_SHEET) {
        sheet_end(&m->builder);
    } else if (level == AT_VISIBLE) {
        end_visible(m);
    }
    return true;
}

static bool on_text(void *user, const char *text, size_t length) {
    struct machine *m = user;
    unsigned level = ladder_level(&m->ladder);
    if (level == AT_DATA || level == AT_RICH || level == AT_VISIBLE) {
        sheet_text(&m->builder, text, length);
    }
    return true;
}

bool spreadsheetml_read(struct arena *arena, const char *path, const char *bytes, size_t length,
                        struct diags *diags, struct sheets *out) {
    struct machine *m = arena_alloc(arena, sizeof *m);
    m->builder =
        (struct sheet_builder){.arena = arena, .diags = diags, .path = path, .sheets = out};
    textbuf_init(&m->builder.text, arena);
    m->ladder = (struct ladder){.steps = steps, .count = sizeof steps / sizeof steps[0]};
    m->style_ids = idmap_new(arena);
    m->table_style = m->row_style = IDMAP_NONE;
    struct xmlread_handler handler = {on_start, on_end, on_text, m};
    if (xmlread_parse(arena, path, bytes, length, diags, &handler) != XMLREAD_DONE || m->refused) {
        return false;
    }
    if (!m->libreoffice) {
        return true;
    }
    /* Cells that take their format from their column are written without it: 93.6 % as 0.936. */
    struct place place = {.file = path, .line = 1, .column = 1};
    if (defines_percent(m)) {
        return distrust(m, place, "cells that were percentages may be plain numbers in it");
    }
    diag_report(diags, BP1014, place, NULL);
    return true;
}
