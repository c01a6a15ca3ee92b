#include "workbook/mapping.h"
#include "base/ascii.h"
#include "base/utf8.h"
#include "workbook/header.h"
#include "workbook/record.h"
#include "workbook/staffmatrix.h"
#include <string.h>

#define PROPERTY_TITLES "Property;Properties;Setting;Settings;Option;Item;Name;Field"
#define SAME_STAFF_MOST 64u

/* One sheet on its way into a table. */
struct mapper {
    struct fieldcheck *check;
    struct workbook *workbook;
    const struct sheet *sheet;
    enum schema_sheet kind;
    const struct schema_sheet_def *def;
    struct header header;
    const uint16_t *cols;         /* the sheet's column of each of the schema, 0 for none */
    const struct field **periods; /* wide form: beside the header's columns */
};

static const char *path_of(const struct workbook *workbook, const struct sheet *sheet) {
    return sheet->path ? sheet->path : workbook->path;
}

static struct place place_of(const struct mapper *mapper, const struct cell *cell) {
    return header_place(path_of(mapper->workbook, mapper->sheet), mapper->sheet, cell);
}

/* Reads a cell that stands in the row and column of the draft. */
static void read_field(const struct mapper *mapper, struct record_draft *draft, int column,
                       const struct cell *cell) {
    record_place(draft, column, (struct record_spot){.line = cell->line, .column = cell->column});
    record_read(mapper->check, draft, column, cell, place_of(mapper, cell));
}

/* Notes how many numbers of the sheet were rounded. */
static void report_rounded(const struct mapper *mapper) {
    struct fieldcheck *check = mapper->check;
    if (check->rounded > 0) {
        diag_report(check->diags, BP2016, check->rounded_at,
                    arena_printf(check->arena, "%zu", check->rounded), mapper->sheet->title, NULL);
        check->rounded = 0;
    }
}

/* ---- rows that are no data ---- */

/* True if one of the words begins with the same two letters; of most ids none does. */
static bool begins_like_one(const char *text) {
    for (const char *at = MAPPING_SKIP_WORDS; *at;) {
        if (ascii_lower(at[0]) == ascii_lower(text[0]) &&
            ascii_lower(at[1]) == ascii_lower(text[1])) {
            return true;
        }
        const char *next = strchr(at, ';');
        at = next ? next + 1 : "";
    }
    return false;
}

/* True for Total, Sum, Note and their like, alone or followed by a blank or colon. */
static bool skip_word(const char *text, bool alone) {
    if (!begins_like_one(text)) {
        return false;
    }
    if (schema_title_among(MAPPING_SKIP_WORDS, text)) {
        return true;
    }
    for (const char *at = MAPPING_SKIP_WORDS; !alone && *at;) {
        size_t length = strcspn(at, ";");
        size_t i = 0;
        while (i < length && ascii_lower(text[i]) == ascii_lower(at[i])) {
            i++;
        }
        if (i == length && (text[i] == ' ' || text[i] == ':')) {
            return true;
        }
        at += length + (at[length] == ';');
    }
    return false;
}

static void report_skipped(const struct mapper *mapper, const struct cell *cell) {
    diag_report(mapper->check->diags, BP2010, place_of(mapper, cell),
                utf8_squeeze(mapper->check->arena, fieldcheck_text(mapper->check->arena, cell)),
                NULL);
}

static bool filled(const struct cell *cell) {
    return cell && !fieldcheck_missing(cell);
}

/* A row without id: blank, a total or note, or a mistake. */
static void judge_nameless(const struct mapper *mapper, struct header_row row,
                           const struct cell *const *by_column, int key) {
    bool content = false;
    for (size_t i = 0; i < mapper->def->column_count; i++) {
        content = content || filled(by_column[i]);
    }
    if (!content) {
        return;
    }
    const struct cell *first = &row.cells[0];
    if (skip_word(fieldcheck_text(mapper->check->arena, first), false)) {
        report_skipped(mapper, first);
        return;
    }
    mapper->workbook->tables[mapper->kind].unread = true;
    if (mapper->check->merged) {
        return;
    }
    struct place place = place_of(mapper, first);
    place.col = mapper->header.columns.items[0].col;
    for (size_t i = 0; i < mapper->header.columns.count; i++) {
        if (mapper->header.columns.items[i].column == key) {
            place.col = mapper->header.columns.items[i].col;
        }
    }
    diag_report(mapper->check->diags, BP2009, place, mapper->def->columns[key].title, NULL);
}

/* Decides whether a row is data; says why not, where that is worth a word. */
static bool row_counts(const struct mapper *mapper, struct header_row row,
                       const struct cell *const *by_column, int key) {
    const struct cell *id = by_column[key];
    if (!id || !filled(id)) {
        judge_nameless(mapper, row, by_column, key);
        return false;
    }
    bool named = mapper->def->columns[key].type == FIELD_TITLE;
    if (mapper->kind != SHEET_BENCHMARKS && id->kind == CELL_TEXT &&
        skip_word(fieldcheck_text(mapper->check->arena, id), named)) {
        report_skipped(mapper, id);
        return false;
    }
    return true;
}

/* ---- reading rows ---- */

/* First header column at or right of col. */
static size_t column_from(const struct header *header, uint32_t col) {
    size_t low = 0, high = header->columns.count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (header->columns.items[middle].col < col) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

/* Reports merged cells between the first and last column read. */
static void check_merged(const struct mapper *mapper, struct header_row row) {
    uint32_t first = mapper->header.columns.items[0].col;
    uint32_t last = mapper->header.columns.items[mapper->header.columns.count - 1].col;
    for (size_t i = 0; i < row.count; i++) {
        const struct cell *cell = &row.cells[i];
        if (cell->merged && cell->col >= first && cell->col <= last) {
            diag_report(mapper->check->diags, BP2008, place_of(mapper, cell), NULL);
            mapper->check->merged = true;
        }
    }
}

/* Calls visit for each header column that a cell of the row fills. */
static bool each_cell(const struct mapper *mapper, struct header_row row, void *user,
                      bool (*visit)(const struct mapper *mapper, void *user,
                                    const struct header_column *column, const struct cell *cell)) {
    const struct header *header = &mapper->header;
    for (size_t i = 0; i < row.count; i++) {
        const struct cell *cell = &row.cells[i];
        uint32_t last = cell->col + (cell->across > 1 ? cell->across - 1 : 0);
        for (size_t k = column_from(header, cell->col);
             k < header->columns.count && header->columns.items[k].col <= last; k++) {
            if (!visit(mapper, user, &header->columns.items[k], cell)) {
                return false;
            }
        }
    }
    return true;
}

static bool note_cell(const struct mapper *mapper, void *user, const struct header_column *column,
                      const struct cell *cell) {
    (void)mapper;
    const struct cell **by_column = user;
    if (column->column >= 0) {
        by_column[column->column] = cell;
    }
    return true;
}

/* How many records a row gives that the file repeats; copies of all but staff are mistakes. */
static uint32_t copies(const struct mapper *mapper, const struct cell *first) {
    if (first->down <= 1) {
        return 1;
    }
    if (mapper->kind == SHEET_STAFFING && first->down <= SAME_STAFF_MOST) {
        return first->down;
    }
    diag_report(mapper->check->diags, BP2031, place_of(mapper, first),
                arena_printf(mapper->check->arena, "%u", first->down), NULL);
    return 1;
}

/* A draft that knows where the row's cells stand, filled or not. */
static void begin_row(const struct mapper *mapper, struct header_row row,
                      struct record_draft *draft) {
    const struct cell *first = &row.cells[0];
    record_begin(draft, mapper->kind, first->line, first->column);
    draft->spot.row = first->row;
    draft->sheet_title = mapper->sheet->title;
    draft->cols = mapper->cols;
}

static bool map_row(const struct mapper *mapper, struct header_row row,
                    const struct cell *const *by_column) {
    uint32_t count = copies(mapper, &row.cells[0]);
    for (uint32_t copy = 0; copy < count; copy++) {
        struct record_draft draft;
        begin_row(mapper, row, &draft);
        draft.spot.row += copy;
        for (size_t i = 0; i < mapper->def->column_count; i++) {
            if (by_column[i]) {
                read_field(mapper, &draft, (int)i, by_column[i]);
            }
        }
        if (!record_keep(mapper->check, mapper->workbook, &draft)) {
            return false;
        }
    }
    return true;
}

/* ---- the wide form ---- */

/* The period that heads a column, as a field of every value below it. */
static const struct field *period_field(struct fieldcheck *check,
                                        const struct header_column *column) {
    char text[16] = "";
    if (period_set(column->period)) {
        period_format(column->period, &check->fiscal, text);
    }
    struct field field = {
        .filled = true, .date = column->date, .period = column->period, .text = text};
    return record_share(check, &field);
}

/* The draft already has what the row's values have in common; what is this value's own is taken
 * out again. */
static bool map_wide_cell(const struct mapper *mapper, void *user,
                          const struct header_column *column, const struct cell *cell) {
    struct record_draft *draft = user;
    if (column->column >= 0 || !filled(cell)) {
        return true;
    }
    struct cell at = *cell;
    at.col = column->col;
    uint64_t columns = draft->columns, placed = draft->placed;
    draft->spot = (struct record_spot){cell->line, cell->column, cell->row, 0};
    record_set(draft, COLUMN_VALUES_PERIOD, mapper->periods[column - mapper->header.columns.items]);
    record_place(draft, COLUMN_VALUES_PERIOD,
                 (struct record_spot){column->title->line, column->title->column,
                                      column->title->row, column->col});
    record_place(draft, COLUMN_VALUES_VALUE,
                 (struct record_spot){cell->line, cell->column, cell->row, column->col});
    record_read(mapper->check, draft, COLUMN_VALUES_VALUE, &at, place_of(mapper, &at));
    bool more = record_keep(mapper->check, mapper->workbook, draft);
    draft->columns = columns;
    draft->placed = placed;
    return more;
}

static bool map_wide_row(const struct mapper *mapper, struct header_row row,
                         const struct cell *const *by_column) {
    static const int shared[] = {COLUMN_VALUES_MEASURE, COLUMN_VALUES_SERIES, COLUMN_VALUES_UNIT};
    static const struct field wrong = {.text = "", .wrong = true};
    copies(mapper, &row.cells[0]);
    struct record_draft wide; /* measure, series, unit */
    begin_row(mapper, row, &wide);
    for (size_t i = 0; i < sizeof shared / sizeof shared[0]; i++) {
        if (by_column[shared[i]]) {
            read_field(mapper, &wide, shared[i], by_column[shared[i]]);
        }
    }
    if (!(wide.columns & UINT64_C(1) << COLUMN_VALUES_SERIES)) {
        struct place place = place_of(mapper, &row.cells[0]);
        place.col = mapper->cols[COLUMN_VALUES_SERIES];
        diag_report(mapper->check->diags, BP2011, place,
                    mapper->def->columns[COLUMN_VALUES_SERIES].title, NULL);
        record_set(&wide, COLUMN_VALUES_SERIES, &wrong); /* said once, not for each value */
    }
    return each_cell(mapper, row, &wide, map_wide_cell);
}

/* ---- sheets ---- */

static int key_of(const struct schema_sheet_def *def) {
    int first = -1;
    for (size_t i = 0; i < def->column_count; i++) {
        if (def->columns[i].flags & FIELD_KEY) {
            return (int)i;
        }
        if (first < 0 && (def->columns[i].flags & FIELD_REQUIRED)) {
            first = (int)i;
        }
    }
    return first;
}

/* What all rows of the sheet have in common. */
static void share_header(struct mapper *mapper) {
    const struct header *header = &mapper->header;
    struct fieldcheck *check = mapper->check;
    uint16_t *cols = arena_array(check->arena, mapper->def->column_count, sizeof *cols);
    mapper->periods = arena_array(check->arena, header->columns.count, sizeof *mapper->periods);
    for (size_t i = 0; i < header->columns.count; i++) {
        const struct header_column *column = &header->columns.items[i];
        if (column->column >= 0) {
            cols[column->column] = (uint16_t)column->col;
        } else {
            mapper->periods[i] = period_field(check, column);
        }
    }
    mapper->cols = cols;
}

static void map_rows(struct mapper *mapper, bool wide) {
    if (mapper->sheet->cells.count == 0 ||
        !header_find(mapper->check, path_of(mapper->workbook, mapper->sheet), mapper->sheet,
                     mapper->kind, wide, &mapper->header)) {
        if (mapper->sheet->cells.count > 0) {
            mapper->workbook->tables[mapper->kind].unread = true;
        }
        return;
    }
    int key = key_of(mapper->def);
    share_header(mapper);
    for (size_t at = 0; at < mapper->sheet->cells.count;) {
        struct header_row row = header_next_row(mapper->sheet, &at);
        if (row.cells[0].row <= mapper->header.row) {
            continue;
        }
        const struct cell *by_column[WORKBOOK_COLUMNS_MOST] = {NULL};
        check_merged(mapper, row);
        each_cell(mapper, row, by_column, note_cell);
        if (!row_counts(mapper, row, by_column, key)) {
            continue;
        }
        if (!(wide ? map_wide_row(mapper, row, by_column) : map_row(mapper, row, by_column))) {
            break;
        }
    }
    mapper->check->merged = false;
    report_rounded(mapper);
}

/* What stands in the sheet's column col, or, while no heading has told which that is (0), beside
 * the name. */
static const struct cell *value_cell(struct header_row row, uint32_t col) {
    const struct cell *cell = row.cells;
    if (col == 0) {
        return row.count > 1 ? cell + 1 : NULL;
    }
    for (const struct cell *end = cell + row.count; cell < end; cell++) {
        uint32_t across = cell->across > 1 ? cell->across : 1;
        if (cell->col <= col && col - cell->col < across) {
            return cell;
        }
    }
    return NULL;
}

/* One row of Property and Value. */
static void map_property(const struct mapper *mapper, struct header_row row, uint32_t value_col,
                         const struct cell **by_column, struct record_draft *draft) {
    struct fieldcheck *check = mapper->check;
    const struct cell *name = &row.cells[0];
    const struct cell *value = value_cell(row, value_col);
    const char *title = fieldcheck_text(check->arena, name);
    int column = schema_column_titled(mapper->kind, title);
    if (column < 0) {
        if (value && !schema_title_among(PROPERTY_TITLES, title)) {
            const char *near = schema_nearest_column(check->arena, mapper->kind, title);
            diag_report_hint(check->diags, BP2028, place_of(mapper, name),
                             diag_did_you_mean(check->arena, near), title, NULL);
        }
        return;
    }
    if (by_column[column]) {
        diag_report(check->diags, BP2029, place_of(mapper, name), title,
                    diag_cell(check->arena, place_of(mapper, by_column[column])), NULL);
        return;
    }
    by_column[column] = name;
    struct record_spot spot = {name->line, name->column, name->row,
                               value_col ? value_col : name->col + 1};
    if (value) {
        spot = (struct record_spot){value->line, value->column, value->row, value->col};
        record_read(mapper->check, draft, column, value, place_of(mapper, value));
    }
    record_place(draft, column, spot);
}

/* The column of the values, if the row only heads the table, else 0: "Name | Value" is no property
 * called Name, and remarks may stand beside the values. */
static uint32_t heads_properties(const struct mapper *mapper, struct header_row row) {
    struct arena *arena = mapper->check->arena;
    if (!schema_title_among(PROPERTY_TITLES, fieldcheck_text(arena, &row.cells[0]))) {
        return 0;
    }
    for (size_t i = 1; i < row.count; i++) {
        if (schema_title_among("Value;Values", fieldcheck_text(arena, &row.cells[i]))) {
            return row.cells[i].col;
        }
    }
    return 0;
}

static void map_properties(struct mapper *mapper) {
    const struct sheet *sheet = mapper->sheet;
    const struct cell *by_column[WORKBOOK_COLUMNS_MOST] = {NULL};
    struct record_draft draft;
    record_begin(&draft, mapper->kind, sheet->line, sheet->column);
    draft.sheet_title = sheet->title;
    uint32_t value_col = 0;
    for (size_t at = 0; at < sheet->cells.count;) {
        struct header_row row = header_next_row(sheet, &at);
        uint32_t heading = heads_properties(mapper, row);
        if (heading) {
            value_col = heading;
        } else {
            map_property(mapper, row, value_col, by_column, &draft);
        }
    }
    record_keep(mapper->check, mapper->workbook, &draft);
    report_rounded(mapper);
}

static void open_table(struct mapper *mapper) {
    struct table *table = &mapper->workbook->tables[mapper->kind];
    if (!table->present) {
        table->present = true;
        table->title = mapper->sheet->title;
        table->place = (struct place){.file = path_of(mapper->workbook, mapper->sheet),
                                      .line = mapper->sheet->line,
                                      .column = mapper->sheet->column,
                                      .sheet = mapper->sheet->title};
    }
}

static enum schema_sheet kind_of(const struct sheet *sheet) {
    if (schema_staffing_matrix(sheet->title)) {
        return SHEET_STAFFING;
    }
    return schema_wide_sheet(sheet->title) ? SHEET_VALUES : schema_sheet_named(sheet->title);
}

static bool wide_form(const struct sheet *sheet) {
    return schema_wide_sheet(sheet->title) || schema_staffing_matrix(sheet->title);
}

/* A known sheet that this one may have been meant for: one that the workbook does not have. */
static const char *meant(struct fieldcheck *check, const struct sheets *sheets,
                         const struct sheet *sheet) {
    const char *near = schema_nearest_sheet(check->arena, sheet->title);
    struct sheet known = {.title = near};
    for (size_t i = 0; near && i < sheets->items.count; i++) {
        const struct sheet *other = &sheets->items.items[i];
        if (kind_of(other) == kind_of(&known) && wide_form(other) == wide_form(&known)) {
            return NULL;
        }
    }
    return near;
}

static void report_unknown(struct fieldcheck *check, const struct workbook *workbook,
                           const struct sheets *sheets, const struct sheet *sheet) {
    struct place place = {
        .file = path_of(workbook, sheet), .line = sheet->line, .column = sheet->column};
    diag_report_hint(check->diags, BP2002, place,
                     diag_did_you_mean(check->arena, meant(check, sheets, sheet)), sheet->title,
                     NULL);
}

/* True (reported) if another sheet is the same table already. */
static bool second_sheet(struct mapper *mapper, bool wide, const char **seen) {
    bool staff = mapper->kind == SHEET_STAFFING;
    const char **first = &seen[wide ? SHEET_COUNT + staff : (int)mapper->kind];
    if (!*first) {
        *first = mapper->sheet->title;
        return false;
    }
    struct place place = {.file = path_of(mapper->workbook, mapper->sheet),
                          .line = mapper->sheet->line,
                          .column = mapper->sheet->column,
                          .sheet = mapper->sheet->title};
    diag_report(mapper->check->diags, BP2003, place, *first, mapper->sheet->title,
                !wide   ? mapper->def->title
                : staff ? SCHEMA_MATRIX_TITLE
                        : SCHEMA_WIDE_TITLE,
                NULL);
    return true;
}

static void map_sheet(struct fieldcheck *check, struct workbook *workbook,
                      const struct sheet *sheet, enum schema_sheet kind, const char **seen) {
    bool wide = wide_form(sheet);
    struct mapper mapper = {check,      workbook, sheet, kind, schema_sheet(kind),
                            {.row = 0}, NULL,     NULL};
    if (second_sheet(&mapper, wide, seen)) {
        return;
    }
    open_table(&mapper);
    if (mapper.def->form == SHEET_PROPERTIES) {
        map_properties(&mapper);
        record_learn(check, workbook);
        check->style = workbook->number_style;
    } else if (kind == SHEET_STAFFING && staffmatrix_is(check, workbook, sheet)) {
        struct table *table = &workbook->tables[SHEET_STAFFING];
        table->unread = !staffmatrix_read(check, workbook, sheet) || table->unread;
        report_rounded(&mapper);
    } else {
        map_rows(&mapper, wide);
    }
}

static void map_all(struct fieldcheck *check, struct workbook *workbook,
                    const struct sheets *sheets, enum schema_sheet from, enum schema_sheet to,
                    const char **seen) {
    for (size_t i = 0; i < sheets->items.count && !diags_full(check->diags); i++) {
        const struct sheet *sheet = &sheets->items.items[i];
        enum schema_sheet kind = kind_of(sheet);
        if (kind != SHEET_NONE && kind >= from && kind <= to) {
            map_sheet(check, workbook, sheet, kind, seen);
        }
    }
}

void mapping_run(struct fieldcheck *check, struct workbook *workbook, const struct sheets *sheets) {
    const char *seen[SHEET_COUNT + 2] = {NULL}; /* the last two: wide forms */
    for (size_t i = 0; i < sheets->items.count; i++) {
        const struct sheet *sheet = &sheets->items.items[i];
        workbook->hidden_sheets += sheet->hidden;
        workbook->hidden_rows += sheet->hidden_rows;
        workbook->hidden_columns += sheet->hidden_columns;
        if (kind_of(sheet) == SHEET_NONE && !schema_prose_sheet(sheet->title)) {
            report_unknown(check, workbook, sheets, sheet);
        }
    }
    /* First what tells how to read the others: number style, language, fiscal calendar. */
    check->defer_periods = true;
    map_all(check, workbook, sheets, SHEET_ORGANIZATION, SHEET_ORGANIZATION, seen);
    map_all(check, workbook, sheets, SHEET_SETTINGS, SHEET_SETTINGS, seen);
    check->defer_periods = false;
    /* The wide form of Staffing has columns headed by processes. */
    map_all(check, workbook, sheets, SHEET_UNITS, SHEET_PROCESSES, seen);
    map_all(check, workbook, sheets, (enum schema_sheet)(SHEET_PROCESSES + 1),
            (enum schema_sheet)(SHEET_COUNT - 1), seen);
}
