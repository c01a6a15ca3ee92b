#include "workbook/xlsxsheet.h"
#include "base/ascii.h"
#include "base/bounds.h"
#include "workbook/ladder.h"
#include <string.h>

enum level {
    AT_TOP,
    AT_SKIP,
    AT_SHEET,
    AT_COLUMNS,
    AT_COLUMN,
    AT_DATA,
    AT_ROW,
    AT_CELL,
    AT_VALUE,
    AT_FORMULA,
    AT_INLINE,
    AT_RUN,
    AT_TEXT,
    AT_MERGES,
    AT_MERGE
};

static const struct ladder_step steps[] = {
    {AT_CELL, OOXML_SHEET, "v", AT_VALUE},
    {AT_ROW, OOXML_SHEET, "c", AT_CELL},
    {AT_CELL, OOXML_SHEET, "f", AT_FORMULA},
    {AT_DATA, OOXML_SHEET, "row", AT_ROW},
    {AT_CELL, OOXML_SHEET, "is", AT_INLINE},
    {AT_INLINE, OOXML_SHEET, "t", AT_TEXT},
    {AT_INLINE, OOXML_SHEET, "r", AT_RUN},
    {AT_RUN, OOXML_SHEET, "t", AT_TEXT},
    {AT_MERGES, OOXML_SHEET, "mergeCell", AT_MERGE},
    {AT_COLUMNS, OOXML_SHEET, "col", AT_COLUMN},
    {AT_SHEET, OOXML_SHEET, "cols", AT_COLUMNS},
    {AT_SHEET, OOXML_SHEET, "sheetData", AT_DATA},
    {AT_SHEET, OOXML_SHEET, "mergeCells", AT_MERGES},
    {AT_TOP, OOXML_SHEET, "worksheet", AT_SHEET},
};

/* What the markup says a cell's value is. */
enum value_type {
    VALUE_NUMBER,
    VALUE_SHARED, /* the number of a shared text */
    VALUE_TEXT,   /* of a formula, or in the cell itself */
    VALUE_FLAG,
    VALUE_ERROR,
    VALUE_DATE
};

struct machine {
    const struct xlsxsheet_context *context;
    struct ladder ladder;
    struct sheet_builder *builder;
    uint32_t row, col; /* the last ones; 0 before the first */
    bool row_hidden, row_filled;
    struct cell cell;
    enum value_type type;
    enum cellformat format;
    bool has_value, has_formula;
    size_t merge_visits;
    bool worksheet; /* the part is one */
};

static struct place place_of(const struct machine *m) {
    return (struct place){.file = m->builder->path,
                          .sheet = sheet_current(m->builder)->title,
                          .row = m->row,
                          .col = m->col};
}

static const char *decimal_text(const struct machine *m, uint32_t number) {
    return arena_printf(m->builder->arena, "%u", number);
}

/* ---- positions ---- */

static bool bad_number(struct machine *m, const char *what, const char *text) {
    struct place place = place_of(m);
    place.row = place.col = 0;
    diag_report_hint(m->builder->diags, BP1017, place,
                     arena_printf(m->builder->arena, "on the sheet '%s'", place.sheet), what, text,
                     NULL);
    return false;
}

/* "B7" at the start of text; NULL if there is none, else what follows it. */
static const char *address(const char *text, uint32_t *row, uint32_t *col) {
    uint32_t column = 0, line = 0;
    for (; ascii_letter(*text) && column <= BOUND_SHEET_COLUMNS; text++) {
        column = column * 26 + (uint32_t)(ascii_lower(*text) - 'a') + 1;
    }
    const char *digits = text;
    for (; ascii_digit(*text) && line <= BOUND_SHEET_ROWS; text++) {
        line = line * 10 + (uint32_t)(*text - '0');
    }
    if (column == 0 || column > BOUND_SHEET_COLUMNS || text == digits || line == 0 ||
        line > BOUND_SHEET_ROWS) {
        return NULL;
    }
    *row = line;
    *col = column;
    return text;
}

static bool start_row(struct machine *m, const struct xmlread_element *element) {
    const char *text = xmlread_value(element, "", "r");
    uint32_t row = m->row + 1;
    if ((text && (!sheet_whole(text, &row) || row <= m->row)) || row > BOUND_SHEET_ROWS) {
        return bad_number(m, "row", text ? text : decimal_text(m, row));
    }
    m->row = row;
    m->col = 0;
    m->row_hidden = ooxml_true(element, "hidden");
    m->row_filled = false;
    return true;
}

static bool place_cell(struct machine *m, const struct xmlread_element *element) {
    const char *text = xmlread_value(element, "", "r");
    uint32_t row = m->row, col = m->col + 1;
    const char *rest = text ? address(text, &row, &col) : "";
    if (!rest || *rest || row != m->row || col <= m->col || col > BOUND_SHEET_COLUMNS) {
        return bad_number(m, "cell", text ? text : decimal_text(m, col));
    }
    m->col = col;
    return true;
}

static bool start_column(struct machine *m, const struct xmlread_element *element) {
    const char *min = xmlread_value(element, "", "min");
    const char *max = xmlread_value(element, "", "max");
    uint32_t first, last;
    if (!min || !max || !sheet_whole(min, &first) || !sheet_whole(max, &last) || first == 0) {
        return bad_number(m, "column", min ? min : "");
    }
    last = last < BOUND_SHEET_COLUMNS ? last : BOUND_SHEET_COLUMNS;
    if (ooxml_true(element, "hidden") && first <= last) {
        vec_push(m->builder->arena, &m->builder->hidden_columns,
                 ((struct sheet_range){first, last}));
    }
    return true;
}

/* ---- cells ---- */

static enum value_type type_of(const char *text) {
    static const struct {
        const char *word;
        enum value_type type;
    } types[] = {{"n", VALUE_NUMBER},       {"s", VALUE_SHARED}, {"str", VALUE_TEXT},
                 {"inlineStr", VALUE_TEXT}, {"b", VALUE_FLAG},   {"e", VALUE_ERROR},
                 {"d", VALUE_DATE}};
    for (size_t i = 0; text && i < sizeof types / sizeof types[0]; i++) {
        if (strcmp(text, types[i].word) == 0) {
            return types[i].type;
        }
    }
    return text ? VALUE_TEXT : VALUE_NUMBER;
}

static bool beyond(struct machine *m, const char *what, const char *number, size_t count) {
    diag_report(m->builder->diags, BP1051, place_of(m), what, number,
                arena_printf(m->builder->arena, "%zu", count), NULL);
    return false;
}

static bool start_cell(struct machine *m, const struct xmlread_element *element) {
    if (!place_cell(m, element)) {
        return false;
    }
    const char *style = xmlread_value(element, "", "s");
    uint32_t index = 0;
    size_t count = m->context->styles->formats.count;
    if (style && (!sheet_whole(style, &index) || index >= count)) {
        return beyond(m, "format", style, count);
    }
    m->format = (enum cellformat)m->context->styles->formats.items[index];
    m->type = type_of(xmlread_value(element, "", "t"));
    m->cell = (struct cell){.row = m->row, .col = m->col};
    m->has_value = m->has_formula = false;
    textbuf_clear(&m->builder->text);
    m->builder->overlong = false;
    return true;
}

/* Of a date that is too far to be one its owner knows the day, not the serial number. */
static void show_far(struct machine *m) {
    char day[11];
    if (date_set(m->cell.date)) {
        date_format(m->cell.date, day);
        m->cell.text = arena_strdup(m->builder->arena, day);
    }
    m->cell.date = (struct date){.year = 0};
}

/* A number that its format shows as a date or a time. */
static void set_moment(struct machine *m, const char *text) {
    struct cell *cell = &m->cell;
    struct decimal serial;
    enum decimal_parse parsed = decimal_parse(text, strlen(text), &serial);
    cell->kind = CELL_TEXT;
    if (parsed != DECIMAL_OK && parsed != DECIMAL_ROUNDED) {
        return;
    }
    bool time_of_day = serial.micro > 0 && serial.micro < DECIMAL_ONE;
    if (m->format == CELLFORMAT_TIME || time_of_day) {
        char time[32];
        cellformat_time(serial, time);
        cell->text = arena_strdup(m->builder->arena, time);
        return;
    }
    cell->text = arena_strdup(m->builder->arena, text);
    switch (cellformat_date(serial, m->context->book->base, &cell->date)) {
    case CELLFORMAT_GOOD:
        cell->kind = CELL_DATE;
        break;
    case CELLFORMAT_EARLY:
        cell->early = true;
        break;
    case CELLFORMAT_FAR:
        show_far(m);
        break;
    }
}

static void set_number(struct machine *m, const char *text) {
    struct cell *cell = &m->cell;
    if (m->format == CELLFORMAT_DATE || m->format == CELLFORMAT_TIME) {
        set_moment(m, text);
        return;
    }
    cell->kind = m->format == CELLFORMAT_PERCENT ? CELL_PERCENT : CELL_NUMBER;
    sheet_set_number(m->builder, cell, text);
}

static bool set_shared(struct machine *m, const char *text) {
    const struct xlsxstrings *strings = m->context->strings;
    uint32_t index;
    if (!sheet_whole(text, &index) || index >= strings->items.count) {
        return beyond(m, "text", text, strings->items.count);
    }
    m->cell.text = strings->items.items[index].text;
    m->builder->overlong = strings->items.items[index].overlong;
    return true;
}

static bool set_value(struct machine *m) {
    struct sheet_builder *builder = m->builder;
    const char *text = textbuf_text(&builder->text);
    m->cell.kind = CELL_TEXT;
    switch (m->type) {
    case VALUE_NUMBER:
        set_number(m, text);
        break;
    case VALUE_SHARED:
        return set_shared(m, text);
    case VALUE_TEXT:
        m->cell.text = ooxml_text(builder->arena, text);
        break;
    case VALUE_FLAG:
        sheet_set_number(builder, &m->cell, text);
        m->cell.kind = m->cell.number.micro == 0 && strcmp(text, "0") != 0 ? CELL_TEXT : CELL_FLAG;
        break;
    case VALUE_ERROR:
        m->cell.kind = CELL_ERROR;
        break;
    case VALUE_DATE:
        sheet_set_date(builder, &m->cell, text);
        break;
    }
    return true;
}

/* A formula without a result: none is written, or the 0 of a program that does not calculate. */
static bool uncalculated(const struct machine *m) {
    if (!m->has_formula) {
        return false;
    }
    const char *text = textbuf_text(&m->builder->text);
    return !m->has_value ||
           (m->type == VALUE_NUMBER &&
            (*text == '\0' || (m->context->book->uncalculated && strcmp(text, "0") == 0)));
}

static bool end_cell(struct machine *m) {
    if (uncalculated(m)) {
        m->cell.kind = CELL_TEXT;
        m->cell.uncalculated = true;
        m->cell.text = "";
    } else if (!m->has_value || m->builder->text.length == 0) {
        return true;
    } else if (!set_value(m)) {
        return false;
    }
    m->row_filled = true;
    return sheet_add(m->builder, m->cell);
}

/* ---- merged cells, which are listed after all others ---- */

/* The first cell that does not lie before row and column. */
static size_t cell_from(const struct sheet *sheet, uint32_t row, uint32_t col) {
    size_t low = 0, high = sheet->cells.count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        const struct cell *cell = &sheet->cells.items[middle];
        if (cell->row < row || (cell->row == row && cell->col < col)) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

static bool too_many_merges(struct machine *m) {
    diag_report(m->builder->diags, BP1019, (struct place){.file = m->builder->path},
                decimal_text(m, BOUND_CELLS), "merged cells", NULL);
    return false;
}

/* Marks what a merged range holds: its first cell, and any that a program left under it. */
static bool start_merge(struct machine *m, const struct xmlread_element *element) {
    const char *text = xmlread_value(element, "", "ref");
    uint32_t top, left, bottom, right;
    const char *rest = text ? address(text, &top, &left) : NULL;
    rest = rest && *rest == ':' ? address(rest + 1, &bottom, &right) : NULL;
    if (!rest || *rest) {
        return bad_number(m, "merged cell", text ? text : "");
    }
    struct sheet *sheet = sheet_current(m->builder);
    for (size_t at = cell_from(sheet, top, left); at < sheet->cells.count;) {
        struct cell *cell = &sheet->cells.items[at];
        if (++m->merge_visits > BOUND_CELLS) {
            return too_many_merges(m);
        }
        if (cell->row > bottom) {
            break;
        }
        if (cell->col > right) {
            at = cell_from(sheet, cell->row + 1, left);
        } else if (cell->col < left) {
            at = cell_from(sheet, cell->row, left);
        } else {
            cell->merged = cell->merged || top != bottom || left != right;
            at++;
        }
    }
    return true;
}

/* ---- the machine ---- */

static bool on_start(void *user, const struct xmlread_element *element) {
    struct machine *m = user;
    switch ((enum level)ladder_enter(&m->ladder, element)) {
    case AT_COLUMN:
        return start_column(m, element);
    case AT_ROW:
        return start_row(m, element);
    case AT_CELL:
        return start_cell(m, element);
    case AT_VALUE:
    case AT_INLINE:
        m->has_value = true;
        return true;
    case AT_FORMULA:
        m->has_formula = true;
        return true;
    case AT_MERGE:
        return start_merge(m, element);
    case AT_SHEET:
        m->worksheet = true;
        return true;
    case AT_TOP:
    case AT_SKIP:
    case AT_COLUMNS:
    case AT_DATA:
    case AT_RUN:
    case AT_TEXT:
    case AT_MERGES:
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
    if (level == AT_ROW && m->row_hidden && m->row_filled) {
        sheet_current(m->builder)->hidden_rows++;
    }
    return true;
}

static bool on_text(void *user, const char *text, size_t length) {
    struct machine *m = user;
    unsigned level = ladder_level(&m->ladder);
    if (level == AT_VALUE || level == AT_TEXT) {
        sheet_text(m->builder, text, length);
    }
    return true;
}

bool xlsxsheet_read(const struct xlsxsheet_context *context, const char *part,
                    struct sheet_builder *builder) {
    struct machine *m = arena_alloc(builder->arena, sizeof *m);
    *m = (struct machine){.context = context,
                          .ladder = {.steps = steps, .count = sizeof steps / sizeof steps[0]},
                          .builder = builder};
    struct xmlread_handler handler = {on_start, on_end, on_text, m};
    if (ooxml_parse(context->package, part, &handler) != XMLREAD_DONE) {
        return false;
    }
    if (!m->worksheet) {
        diag_report(
            builder->diags, BP1052, package_place(context->package),
            arena_printf(builder->arena, "cells for the sheet '%s'", sheet_current(builder)->title),
            NULL);
    }
    return m->worksheet;
}
