#include "workbook/staffmatrix.h"
#include "base/idmap.h"
#include "base/utf8.h"
#include "workbook/header.h"
#include "workbook/mapping.h"
#include "workbook/record.h"
#include "workbook/schema.h"

#define TOP_ROWS  20
#define COMPUTED  "Total;Sum;Total FTE;FTE;All;Comment;Comments;Note;Notes;Remark;Remarks"
#define COPY_MOST 64u

enum { COLUMN_PROCESS_SHARE = -1 };

/* A column that is read: one of the schema, or the shares of a process. */
struct matrix_column {
    uint32_t col;
    int column; /* of the schema, or COLUMN_PROCESS_SHARE */
    const struct cell *title;
    const struct record *process;
    const struct field *process_id; /* the field of every share below it */
};

struct matrix {
    struct fieldcheck *check;
    struct workbook *workbook;
    const struct sheet *sheet;
    const char *path;
    uint32_t row; /* of the header */
    uint16_t cols[COLUMNS_STAFFING];
    VEC(struct matrix_column) columns;
};

static struct place place_of(const struct matrix *matrix, const struct cell *cell) {
    return header_place(matrix->path, matrix->sheet, cell);
}

/* ---- titles ---- */

/* The process that a title names by id or name, or NULL. */
static const struct record *process_titled(const struct workbook *workbook, const char *title) {
    const struct table *processes = &workbook->tables[SHEET_PROCESSES];
    static const int columns[] = {COLUMN_PROCESSES_ID, COLUMN_PROCESSES_NAME};
    for (size_t k = 0; k < sizeof columns / sizeof *columns; k++) {
        for (size_t i = 0; i < processes->records.count; i++) {
            const struct record *record = &processes->records.items[i];
            const struct field *field = workbook_field(record, columns[k]);
            if (field->filled && schema_same_title(field->text, title)) {
                return record;
            }
        }
    }
    return NULL;
}

static const char *nearest_process(const struct matrix *matrix, const char *title) {
    const struct table *processes = &matrix->workbook->tables[SHEET_PROCESSES];
    struct idmap *names = idmap_new(matrix->check->arena);
    for (size_t i = 0; i < processes->records.count; i++) {
        const struct record *record = &processes->records.items[i];
        idmap_put(names, workbook_field(record, COLUMN_PROCESSES_NAME)->text, i);
        idmap_put(names, workbook_field(record, COLUMN_PROCESSES_ID)->text, i);
    }
    return idmap_nearest(names, title);
}

/* How a row would serve as header. */
struct header_match {
    bool role, process_id;
    size_t processes;
};

static struct header_match match_row(const struct fieldcheck *check,
                                     const struct workbook *workbook, struct header_row row) {
    struct header_match match = {.role = false};
    for (size_t i = 0; i < row.count; i++) {
        const char *title = fieldcheck_text(check->arena, &row.cells[i]);
        /* An id may be the title of a column of the schema: a process called Line. */
        if (process_titled(workbook, title)) {
            match.processes++;
            continue;
        }
        int column = schema_column_titled(SHEET_STAFFING, title);
        match.role = match.role || column == COLUMN_STAFFING_NAME;
        match.process_id = match.process_id || column == COLUMN_STAFFING_PROCESS;
    }
    return match;
}

/* The first of the top rows with a role and a process; its number, or 0. */
static uint32_t find_header(const struct fieldcheck *check, const struct workbook *workbook,
                            const struct sheet *sheet, bool any_process,
                            struct header_row *header) {
    for (size_t at = 0; at < sheet->cells.count;) {
        *header = header_next_row(sheet, &at);
        if (header->cells[0].row > TOP_ROWS) {
            break;
        }
        struct header_match match = match_row(check, workbook, *header);
        if (match.role && !match.process_id && (match.processes || any_process)) {
            return header->cells[0].row;
        }
    }
    return 0;
}

bool staffmatrix_is(const struct fieldcheck *check, const struct workbook *workbook,
                    const struct sheet *sheet) {
    struct header_row header;
    return schema_staffing_matrix(sheet->title) ||
           find_header(check, workbook, sheet, false, &header) != 0;
}

/* ---- the header ---- */

static bool is_twice(const struct matrix *matrix, const struct matrix_column *column) {
    for (size_t i = 0; i < matrix->columns.count; i++) {
        const struct matrix_column *other = &matrix->columns.items[i];
        if (other->column == column->column && other->process == column->process) {
            diag_report(matrix->check->diags, BP2006, place_of(matrix, column->title),
                        fieldcheck_text(matrix->check->arena, column->title),
                        diag_cell(matrix->check->arena, place_of(matrix, other->title)), NULL);
            return true;
        }
    }
    return false;
}

static const struct field *process_field(struct fieldcheck *check, const struct record *process) {
    struct field field = {.filled = true,
                          .text = workbook_field(process, COLUMN_PROCESSES_ID)->text};
    return record_share(check, &field);
}

/* False (reported) if the title stands for nothing that can be read. */
static bool read_title(struct matrix *matrix, const struct cell *cell) {
    struct fieldcheck *check = matrix->check;
    const char *title = fieldcheck_text(check->arena, cell);
    const struct record *process = process_titled(matrix->workbook, title);
    struct matrix_column column = {.col = cell->col, .column = COLUMN_PROCESS_SHARE, .title = cell};
    if (process) {
        column.process = process;
        column.process_id = process_field(check, process);
    } else if (schema_title_among(COMPUTED, title)) {
        diag_report(check->diags, BP2030, place_of(matrix, cell),
                    arena_printf(check->arena, "'%s'", title), NULL);
        return true;
    } else {
        column.column = schema_column_titled(SHEET_STAFFING, title);
    }
    if (column.column < 0 && !process) {
        diag_report_hint(check->diags, BP3978, place_of(matrix, cell),
                         diag_did_you_mean(check->arena, nearest_process(matrix, title)), title,
                         NULL);
        return false;
    }
    if (is_twice(matrix, &column)) {
        return false;
    }
    if (column.column >= 0) {
        matrix->cols[column.column] = (uint16_t)cell->col;
    }
    vec_push(check->arena, &matrix->columns, column);
    return true;
}

static bool read_header(struct matrix *matrix) {
    struct header_row header;
    struct fieldcheck *check = matrix->check;
    matrix->row = find_header(check, matrix->workbook, matrix->sheet, true, &header);
    if (!matrix->row) {
        struct place place = {.file = matrix->path,
                              .line = matrix->sheet->line,
                              .column = matrix->sheet->column,
                              .sheet = matrix->sheet->title};
        diag_report(check->diags, BP2004, place, matrix->sheet->title, NULL);
        return false;
    }
    bool good = true;
    for (size_t i = 0; i < header.count; i++) {
        good = read_title(matrix, &header.cells[i]) && good;
    }
    return good;
}

/* ---- rows ---- */

static const struct cell *cell_of(struct header_row row, uint32_t col) {
    for (size_t i = 0; i < row.count && row.cells[i].col <= col; i++) {
        uint32_t across = row.cells[i].across > 1 ? row.cells[i].across : 1;
        if (col - row.cells[i].col < across) {
            return fieldcheck_missing(&row.cells[i]) ? NULL : &row.cells[i];
        }
    }
    return NULL;
}

/* True if the row has something under a title; sets the cell of the role, NULL for none. */
static bool has_content(const struct matrix *matrix, struct header_row row,
                        const struct cell **role) {
    bool content = false;
    *role = NULL;
    for (size_t i = 0; i < matrix->columns.count; i++) {
        const struct cell *cell = cell_of(row, matrix->columns.items[i].col);
        content = content || cell;
        if (matrix->columns.items[i].column == COLUMN_STAFFING_NAME) {
            *role = cell;
        }
    }
    return content;
}

/* False for rows that are no data: blank ones, totals, and, reported, those without a role. */
static bool row_counts(const struct matrix *matrix, struct header_row row) {
    struct fieldcheck *check = matrix->check;
    const struct cell *role;
    if (!has_content(matrix, row, &role)) {
        return false;
    }
    const struct cell *first = role ? role : &row.cells[0];
    const char *text = utf8_squeeze(check->arena, fieldcheck_text(check->arena, first));
    if (schema_title_among(MAPPING_SKIP_WORDS, text)) {
        diag_report(check->diags, BP2010, place_of(matrix, first), text, NULL);
        return false;
    }
    if (!role) {
        struct place place = place_of(matrix, first);
        place.col = matrix->cols[COLUMN_STAFFING_NAME];
        diag_report(check->diags, BP2009, place,
                    schema_sheet(SHEET_STAFFING)->columns[COLUMN_STAFFING_NAME].title, NULL);
    }
    return role;
}

static void report_merged(const struct matrix *matrix, struct header_row row) {
    uint32_t first = matrix->columns.items[0].col;
    uint32_t last = matrix->columns.items[matrix->columns.count - 1].col;
    for (size_t i = 0; i < row.count; i++) {
        const struct cell *cell = &row.cells[i];
        if (cell->merged && cell->col >= first && cell->col <= last) {
            diag_report(matrix->check->diags, BP2008, place_of(matrix, cell), NULL);
        }
    }
}

/* One share; the draft has what the row's shares have in common, and gets back to that. */
static bool read_share(const struct matrix *matrix, struct record_draft *draft,
                       const struct matrix_column *column, const struct cell *cell) {
    struct cell at = *cell;
    at.col = column->col;
    uint64_t columns = draft->columns, placed = draft->placed;
    record_set(draft, COLUMN_STAFFING_PROCESS, column->process_id);
    record_place(draft, COLUMN_STAFFING_PROCESS,
                 (struct record_spot){column->title->line, column->title->column,
                                      column->title->row, column->col});
    record_place(draft, COLUMN_STAFFING_FTE,
                 (struct record_spot){at.line, at.column, draft->spot.row, at.col});
    record_read(matrix->check, draft, COLUMN_STAFFING_FTE, &at, place_of(matrix, &at));
    const struct field *fte = draft->columns & UINT64_C(1) << COLUMN_STAFFING_FTE
                                  ? draft->fields[COLUMN_STAFFING_FTE]
                                  : NULL;
    bool none = !fte || (fte->filled && decimal_zero(fte->number));
    bool more = none || record_keep(matrix->check, matrix->workbook, draft);
    draft->columns = columns;
    draft->placed = placed;
    return more;
}

static bool read_shares(const struct matrix *matrix, struct header_row row, uint32_t copy) {
    struct record_draft draft;
    record_begin(&draft, SHEET_STAFFING, row.cells[0].line, row.cells[0].column);
    draft.spot.row = row.cells[0].row + copy;
    draft.sheet_title = matrix->sheet->title;
    draft.cols = matrix->cols;
    for (size_t i = 0; i < matrix->columns.count; i++) {
        const struct matrix_column *column = &matrix->columns.items[i];
        const struct cell *cell = cell_of(row, column->col);
        if (column->column >= 0 && cell) {
            record_place(&draft, column->column,
                         (struct record_spot){.line = cell->line, .column = cell->column});
            record_read(matrix->check, &draft, column->column, cell, place_of(matrix, cell));
        }
    }
    for (size_t i = 0; i < matrix->columns.count; i++) {
        const struct matrix_column *column = &matrix->columns.items[i];
        const struct cell *cell = cell_of(row, column->col);
        if (column->process && cell && !read_share(matrix, &draft, column, cell)) {
            return false;
        }
    }
    return true;
}

bool staffmatrix_read(struct fieldcheck *check, struct workbook *workbook,
                      const struct sheet *sheet) {
    struct matrix *matrix = arena_alloc(check->arena, sizeof *matrix);
    matrix->check = check;
    matrix->workbook = workbook;
    matrix->sheet = sheet;
    matrix->path = sheet->path ? sheet->path : workbook->path;
    if (sheet->cells.count == 0) {
        return true;
    }
    if (!read_header(matrix)) {
        return false;
    }
    for (size_t at = 0; at < sheet->cells.count;) {
        struct header_row row = header_next_row(sheet, &at);
        if (row.cells[0].row <= matrix->row) {
            continue;
        }
        report_merged(matrix, row);
        if (!row_counts(matrix, row)) {
            continue;
        }
        uint32_t copies = row.cells[0].down > 1 ? row.cells[0].down : 1;
        if (copies > COPY_MOST) {
            diag_report(check->diags, BP2031, place_of(matrix, &row.cells[0]),
                        arena_printf(check->arena, "%u", copies), NULL);
            copies = 1;
        }
        for (uint32_t copy = 0; copy < copies; copy++) {
            if (!read_shares(matrix, row, copy)) {
                return true;
            }
        }
    }
    return true;
}
