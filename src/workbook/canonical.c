#include "workbook/canonical.h"
#include "base/bounds.h"
#include "base/idmap.h"
#include "workbook/record.h"
#include "workbook/sheet.h"
#include "xml/xmlread.h"
#include <string.h>

enum level { AT_TOP, AT_SKIP, AT_WORKBOOK, AT_CONTAINER, AT_ROW, AT_FIELD };

/* Property tables usually come first and say how periods are to be read.  Periods that come before
 * both of them are known are kept as text; record_settle() reads them. */
struct machine {
    struct fieldcheck *check;
    struct workbook *workbook;
    enum level levels[BOUND_DEPTH + 1];
    struct { /* the elements open, for findings */
        const char *name;
        uint32_t line, column;
    } open[BOUND_DEPTH + 1];
    unsigned depth;
    enum schema_sheet kind; /* of the container */
    struct {                /* what the attributes of the last rows were, one after the other */
        const char *name;
        enum schema_sheet kind;
        int column;
    } usual[BOUND_ATTRIBUTES];
    struct record_draft draft;
    uint64_t given; /* a bit for each field element of the row */
    bool src;       /* the row names its cell: */
    uint32_t src_row, src_col;
    int column; /* of the field element */
    struct textbuf text;
    uint32_t text_line, text_column;
    bool loose; /* loose text was reported in this element */
    bool refused;
};

static struct place place_at(const struct machine *m, uint32_t line, uint32_t column) {
    struct place place = {.file = m->workbook->path, .line = line, .column = column};
    if (m->src) {
        place.sheet = m->draft.sheet_title;
        place.row = m->src_row;
        place.col = m->src_col;
    }
    return place;
}

static enum level unexpected(struct machine *m, const struct xmlread_element *element,
                             const char *nearest) {
    diag_report_hint(m->check->diags, BP2032, place_at(m, element->line, element->column),
                     diag_did_you_mean(m->check->arena, nearest), element->name,
                     m->open[m->depth - 1].name, NULL);
    return AT_SKIP;
}

/* ---- workbook and containers ---- */

static enum level start_workbook(struct machine *m, const struct xmlread_element *element) {
    const char *version = xmlread_value(element, "", "version");
    if (!version || strcmp(version, "1.0") != 0) {
        diag_report(m->check->diags, BP1015, place_at(m, element->line, element->column),
                    version ? arena_printf(m->check->arena, "version %s", version) : "no version",
                    NULL);
        m->refused = true;
    }
    return AT_WORKBOOK;
}

static const char *nearest_container(struct machine *m, const char *name) {
    struct idmap *map = idmap_new(m->check->arena);
    for (int i = 0; i < SHEET_COUNT; i++) {
        idmap_put(map, schema_sheet((enum schema_sheet)i)->container, 0);
    }
    return idmap_nearest(map, name);
}

static void start_row(struct machine *m, const struct xmlread_element *element);

static enum level start_container(struct machine *m, const struct xmlread_element *element) {
    enum schema_sheet kind = schema_sheet_contained(element->name);
    if (kind == SHEET_NONE || strcmp(element->space, SCHEMA_NAMESPACE) != 0) {
        return unexpected(m, element, nearest_container(m, element->name));
    }
    const struct schema_sheet_def *def = schema_sheet(kind);
    m->kind = kind;
    struct table *table = &m->workbook->tables[kind];
    if (table->present) {
        diag_report(m->check->diags, BP2034, place_at(m, element->line, element->column),
                    element->name, NULL);
        return AT_SKIP;
    }
    table->present = true;
    table->title = def->title;
    table->place = place_at(m, element->line, element->column);
    if (def->form == SHEET_PROPERTIES) {
        start_row(m, element);
        return AT_ROW;
    }
    return AT_CONTAINER;
}

/* ---- rows ---- */

static const char *nearest_attribute(struct machine *m, const char *name) {
    const struct schema_sheet_def *def = schema_sheet(m->kind);
    struct idmap *map = idmap_new(m->check->arena);
    for (size_t i = 0; i < def->column_count; i++) {
        idmap_put(map, def->columns[i].attribute, 0);
    }
    return idmap_nearest(map, name);
}

static void read_field(struct machine *m, int column, const char *text, uint32_t line,
                       uint32_t position) {
    struct cell cell = {.kind = CELL_TEXT, .text = text};
    m->given |= UINT64_C(1) << column;
    record_read(m->check, &m->draft, column, &cell, place_at(m, line, position));
}

/* src="Measures!B12": the cell that findings about the row name. */
static void read_src(struct machine *m, const struct xmlread_element *element) {
    const char *text = xmlread_value(element, "", "src");
    m->src = false;
    if (!text || schema_sheet(m->kind)->form == SHEET_PROPERTIES) {
        return;
    }
    const char *title;
    if (!sheet_address(m->check->arena, text, &title, &m->src_row, &m->src_col)) {
        diag_report(m->check->diags, BP2036, place_at(m, element->line, element->column), text,
                    NULL);
        return;
    }
    m->src = true;
    m->draft.sheet_title = title;
    m->draft.spot.row = m->src_row;
    m->draft.spot.col = m->src_col;
}

/* The column of the row's i-th attribute, which is mostly that of the row before. */
static int column_of(struct machine *m, size_t i, const char *name) {
    if (m->usual[i].name != name || m->usual[i].kind != m->kind) {
        m->usual[i].name = name;
        m->usual[i].kind = m->kind;
        m->usual[i].column = schema_column_attribute(m->kind, name);
    }
    return m->usual[i].column;
}

static void start_row(struct machine *m, const struct xmlread_element *element) {
    const struct schema_sheet_def *def = schema_sheet(m->kind);
    record_begin(&m->draft, m->kind, element->line, element->column);
    m->given = 0;
    read_src(m, element);
    for (size_t i = 0; i < element->attribute_count; i++) {
        const struct xmlread_attribute *attribute = &element->attributes[i];
        bool src = def->form == SHEET_ROWS && strcmp(attribute->name, "src") == 0;
        if (attribute->space[0] != '\0' || src) {
            continue;
        }
        int column = column_of(m, i, attribute->name);
        if (column >= 0 && def->columns[column].type != FIELD_TEXT) {
            read_field(m, column, attribute->value, element->line, element->column);
            continue;
        }
        const char *near = nearest_attribute(m, attribute->name);
        diag_report_hint(m->check->diags, BP2033, place_at(m, element->line, element->column),
                         column >= 0 ? "write it as a child element"
                                     : diag_did_you_mean(m->check->arena, near),
                         element->name, attribute->name, NULL);
    }
}

static enum level start_row_element(struct machine *m, const struct xmlread_element *element) {
    const struct schema_sheet_def *def = schema_sheet(m->kind);
    if (strcmp(element->name, def->row) != 0 || strcmp(element->space, SCHEMA_NAMESPACE) != 0) {
        return unexpected(m, element, def->row);
    }
    start_row(m, element);
    return AT_ROW;
}

static enum level start_field(struct machine *m, const struct xmlread_element *element) {
    int column = strcmp(element->space, SCHEMA_NAMESPACE) == 0
                     ? schema_column_attribute(m->kind, element->name)
                     : -1;
    if (column < 0 || schema_sheet(m->kind)->columns[column].type != FIELD_TEXT) {
        diag_report_hint(
            m->check->diags, BP2032, place_at(m, element->line, element->column),
            column >= 0 ? "write it as an attribute"
                        : diag_did_you_mean(m->check->arena, nearest_attribute(m, element->name)),
            element->name, m->open[m->depth - 1].name, NULL);
        return AT_SKIP;
    }
    if (m->given & (UINT64_C(1) << column)) {
        diag_report(m->check->diags, BP2034, place_at(m, element->line, element->column),
                    element->name, NULL);
        return AT_SKIP;
    }
    m->column = column;
    m->text_line = element->line;
    m->text_column = element->column;
    textbuf_clear(&m->text);
    return AT_FIELD;
}

/* ---- the machine ---- */

static enum level level_of(struct machine *m, const struct xmlread_element *element) {
    switch (m->levels[m->depth - 1]) {
    case AT_TOP:
        return start_workbook(m, element);
    case AT_WORKBOOK:
        m->kind = SHEET_NONE;
        m->src = false;
        return start_container(m, element);
    case AT_CONTAINER:
        m->src = false;
        return start_row_element(m, element);
    case AT_ROW:
        return start_field(m, element);
    case AT_FIELD:
        diag_report(m->check->diags, BP2032, place_at(m, element->line, element->column),
                    element->name, m->open[m->depth - 1].name, NULL);
        break;
    case AT_SKIP:
        break;
    }
    return AT_SKIP;
}

static bool on_start(void *user, const struct xmlread_element *element) {
    struct machine *m = user;
    bool kept = m->depth == 0 || m->levels[m->depth] != AT_SKIP;
    m->depth++;
    m->open[m->depth].name = kept ? element->name : ""; /* lasts as long as the reading */
    m->open[m->depth].line = element->line;
    m->open[m->depth].column = element->column;
    m->loose = false;
    m->levels[m->depth] = level_of(m, element);
    return !m->refused && !diags_full(m->check->diags);
}

static bool end_row(struct machine *m) {
    bool more = record_keep(m->check, m->workbook, &m->draft);
    if (schema_sheet(m->kind)->form == SHEET_PROPERTIES) {
        record_learn(m->check, m->workbook);
        m->check->defer_periods = !m->workbook->tables[SHEET_ORGANIZATION].records.count ||
                                  !m->workbook->tables[SHEET_SETTINGS].records.count;
    }
    m->src = false;
    return more;
}

static bool on_end(void *user) {
    struct machine *m = user;
    enum level level = m->levels[m->depth--];
    if (level == AT_ROW) {
        return end_row(m);
    }
    if (level == AT_FIELD) {
        read_field(m, m->column, textbuf_text(&m->text), m->text_line, m->text_column);
        record_place(&m->draft, m->column,
                     (struct record_spot){.line = m->text_line, .column = m->text_column});
    }
    return true;
}

static void field_text(struct machine *m, const char *text, size_t length) {
    if (m->text.length > BOUND_FIELD_BYTES) {
        return;
    }
    textbuf_bytes(&m->text, text, length);
    if (m->text.length > BOUND_FIELD_BYTES) {
        diag_report(m->check->diags, BP2026, place_at(m, m->text_line, m->text_column),
                    arena_printf(m->check->arena, "%u", BOUND_FIELD_BYTES), NULL);
    }
}

static bool on_text(void *user, const char *text, size_t length) {
    struct machine *m = user;
    enum level level = m->levels[m->depth];
    if (level == AT_FIELD) {
        field_text(m, text, length);
    } else if (level != AT_SKIP && !m->loose && text[strspn(text, " \t\r\n")] != '\0') {
        m->loose = true;
        diag_report(m->check->diags, BP2035,
                    place_at(m, m->open[m->depth].line, m->open[m->depth].column),
                    m->open[m->depth].name, NULL);
    }
    return true;
}

/* Rounded numbers are noted once for the file. */
static void report_rounded(struct fieldcheck *check) {
    if (check->rounded > 0) {
        diag_report(check->diags, BP2016, check->rounded_at,
                    arena_printf(check->arena, "%zu", check->rounded), "workbook", NULL);
        check->rounded = 0;
    }
}

bool canonical_read(struct fieldcheck *check, struct workbook *workbook, const char *bytes,
                    size_t length) {
    struct machine *m = arena_alloc(check->arena, sizeof *m);
    *m = (struct machine){.check = check, .workbook = workbook, .kind = SHEET_NONE};
    textbuf_init(&m->text, check->arena);
    m->open[0].name = "";
    check->style = NUMBER_PLAIN;
    check->defer_periods = true;
    struct xmlread_handler handler = {on_start, on_end, on_text, m};
    const struct diags *before = diags_mark(check->diags);
    enum xmlread_result result =
        xmlread_parse(check->arena, workbook->path, bytes, length, check->diags, &handler);
    if (result == XMLREAD_REFUSED || m->refused) {
        diags_keep_last(check->diags, before);
        return false;
    }
    report_rounded(check);
    return true;
}
