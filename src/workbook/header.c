#include "workbook/header.h"
#include "base/ascii.h"
#include "workbook/periodtext.h"
#include <assert.h>
#include <stdlib.h>
#include <string.h>

#define TOP_ROWS     20
#define COLUMNS_MOST 64

#define COMPUTED                                                                                   \
    "YTD;Year to Date;Total;Sum;Average;Mean;Comment;Comments;Note;Notes;Remark;Remarks"

/* How well a row serves as header: for each schema column the cell that names it. */
struct match {
    const struct cell *cells[COLUMNS_MOST];
    bool exact[COLUMNS_MOST]; /* by its title, not by an alias */
    size_t required, found;   /* required titles found, all titles found */
};

struct finder {
    struct fieldcheck *check;
    const char *path;
    const struct sheet *sheet;
    const struct schema_sheet_def *def;
    enum schema_sheet kind;
    bool wide;
    struct header *out;
};

struct place header_place(const char *path, const struct sheet *sheet, const struct cell *cell) {
    return (struct place){path, cell->line, cell->column, sheet->title, cell->row, cell->col};
}

struct header_row header_next_row(const struct sheet *sheet, size_t *at) {
    struct header_row row = {.cells = sheet->cells.items + *at};
    while (*at < sheet->cells.count && sheet->cells.items[*at].row == row.cells[0].row) {
        (*at)++;
        row.count++;
    }
    return row;
}

static bool needed(const struct finder *finder, int column) {
    if (finder->wide) {
        return column == COLUMN_VALUES_MEASURE || column == COLUMN_VALUES_SERIES;
    }
    return (finder->def->columns[column].flags & FIELD_REQUIRED) != 0;
}

/* The schema column a title cell names, or -1. */
static int column_of(const struct finder *finder, const struct cell *cell, bool *exact) {
    const char *title = fieldcheck_text(finder->check->arena, cell);
    int column = schema_column_titled(finder->kind, title);
    if (column < 0 || (finder->wide && !needed(finder, column) && column != COLUMN_VALUES_UNIT)) {
        return -1;
    }
    *exact = schema_same_title(finder->def->columns[column].title, title);
    return column;
}

static struct match match_row(const struct finder *finder, struct header_row row) {
    struct match match = {.found = 0};
    for (size_t i = 0; i < row.count; i++) {
        bool exact;
        int column = column_of(finder, &row.cells[i], &exact);
        if (column < 0 || (match.cells[column] && (match.exact[column] || !exact))) {
            continue;
        }
        if (!match.cells[column]) {
            match.found++;
            match.required += needed(finder, column);
        }
        match.cells[column] = &row.cells[i];
        match.exact[column] = exact;
    }
    return match;
}

/* ---- what the chosen row lacks or has twice ---- */

static bool report_missing(const struct finder *finder, const struct match *match,
                           const struct cell *first) {
    bool complete = true;
    for (size_t i = 0; i < finder->def->column_count; i++) {
        if (!needed(finder, (int)i) || match->cells[i]) {
            continue;
        }
        complete = false;
        struct place place = header_place(finder->path, finder->sheet, first);
        diag_report(finder->check->diags, BP2005, place, finder->sheet->title,
                    finder->def->columns[i].title, NULL);
    }
    return complete;
}

/* Two cells of equal standing that name one column. */
static bool report_double(const struct finder *finder, const struct match *match,
                          struct header_row row) {
    bool any = false;
    for (size_t i = 0; i < row.count; i++) {
        bool exact;
        int column = column_of(finder, &row.cells[i], &exact);
        if (column < 0 || match->cells[column] == &row.cells[i] || match->exact[column] != exact) {
            continue;
        }
        any = true;
        struct arena *arena = finder->check->arena;
        struct place first = header_place(finder->path, finder->sheet, match->cells[column]);
        diag_report(finder->check->diags, BP2006,
                    header_place(finder->path, finder->sheet, &row.cells[i]),
                    fieldcheck_text(arena, &row.cells[i]), diag_cell(arena, first), NULL);
    }
    return any;
}

/* ---- titles that are no columns ---- */

struct titles {
    struct textbuf list;
    const struct cell *first;
};

static void add_title(struct fieldcheck *check, struct titles *titles, const struct cell *cell) {
    if (!titles->first) {
        textbuf_init(&titles->list, check->arena);
        titles->first = cell;
    }
    if (titles->list.length < 120) {
        textbuf_printf(&titles->list, "%s'%s'", titles->list.length ? ", " : "",
                       fieldcheck_text(check->arena, cell));
    } else if (titles->list.bytes[titles->list.length - 1] != '.') {
        textbuf_str(&titles->list, ", ...");
    }
}

static void report_titles(const struct finder *finder, struct titles *titles, enum diag_code code,
                          const char *hint) {
    if (titles->first) {
        diag_report_hint(finder->check->diags, code,
                         header_place(finder->path, finder->sheet, titles->first), hint,
                         textbuf_text(&titles->list), NULL);
    }
}

/* A title that looks like a slip in one that is absent. */
static const char *slip(const struct finder *finder, const struct match *match,
                        const struct cell *cell) {
    struct arena *arena = finder->check->arena;
    const char *near = schema_nearest_column(arena, finder->kind, fieldcheck_text(arena, cell));
    int column = near ? schema_column_titled(finder->kind, near) : -1;
    return column >= 0 && !match->cells[column] && !finder->wide ? diag_did_you_mean(arena, near)
                                                                 : NULL;
}

/* ---- columns headed by periods ---- */

static bool period_title(const struct finder *finder, const struct cell *cell,
                         struct header_column *column) {
    struct fieldcheck *check = finder->check;
    *column = (struct header_column){.col = cell->col, .column = -1, .title = cell};
    if (cell->kind == CELL_DATE) {
        column->date = cell->date;
        return true;
    }
    const char *text = fieldcheck_text(check->arena, cell);
    return date_parse(text, &column->date) ||
           periodtext_parse(text, &check->fiscal, check->language, &column->period);
}

static bool same_period(const struct header_column *a, const struct header_column *b) {
    return a->column < 0 && b->column < 0 && period_equal(a->period, b->period) &&
           a->date.year == b->date.year && a->date.month == b->date.month &&
           a->date.day == b->date.day;
}

static void add_period(const struct finder *finder, struct header_column column) {
    struct header *out = finder->out;
    struct arena *arena = finder->check->arena;
    for (size_t i = 0; i < out->columns.count && i < 512; i++) {
        if (same_period(&out->columns.items[i], &column)) {
            struct place first =
                header_place(finder->path, finder->sheet, out->columns.items[i].title);
            diag_report(finder->check->diags, BP2038,
                        header_place(finder->path, finder->sheet, column.title),
                        fieldcheck_text(arena, column.title), diag_cell(arena, first), NULL);
            return;
        }
    }
    vec_push(arena, &out->columns, column);
    if (column.title->across > 1) {
        add_period(finder, column); /* the next column has the same title: reported above */
    }
}

/* One title cell of the wide form that is not Measure ID, Series or Unit ID. */
static void read_period_title(const struct finder *finder, const struct cell *cell,
                              struct titles *computed, struct titles *unknown) {
    struct fieldcheck *check = finder->check;
    struct header_column column;
    const char *text = fieldcheck_text(check->arena, cell);
    if (period_title(finder, cell, &column)) {
        add_period(finder, column);
    } else if (schema_title_among(COMPUTED, text) || ascii_starts(text, "YTD")) {
        add_title(check, computed, cell);
    } else if (strpbrk(text, "0123456789")) {
        diag_report(check->diags, BP2037, header_place(finder->path, finder->sheet, cell), text,
                    NULL);
    } else {
        add_title(check, unknown, cell);
    }
}

/* ---- all together ---- */

static bool any_period(const struct header *header) {
    for (size_t i = 0; i < header->columns.count; i++) {
        if (header->columns.items[i].column < 0) {
            return true;
        }
    }
    return false;
}

static void read_titles(const struct finder *finder, const struct match *match,
                        struct header_row row) {
    struct titles computed = {.first = NULL}, unknown = {.first = NULL};
    const char *hint = NULL;
    for (size_t i = 0; i < row.count; i++) {
        const struct cell *cell = &row.cells[i];
        bool exact;
        int column = column_of(finder, cell, &exact);
        if (column >= 0 && match->cells[column] == cell) {
            vec_push(finder->check->arena, &finder->out->columns,
                     ((struct header_column){.col = cell->col, .column = column, .title = cell}));
        } else if (finder->wide) {
            read_period_title(finder, cell, &computed, &unknown);
        } else if (column < 0 || match->exact[column] != exact) { /* not one reported as double */
            hint = hint ? hint : slip(finder, match, cell);
            add_title(finder->check, &unknown, cell);
        }
    }
    report_titles(finder, &computed, BP2030, NULL);
    if (!finder->wide || any_period(finder->out)) { /* else that is what is to be said */
        report_titles(finder, &unknown, BP2007, hint);
    }
}

/* The header row: the first of the top rows with all required titles, else the one with most. */
static struct header_row choose(const struct finder *finder, struct match *best) {
    struct header_row chosen = {.count = 0};
    size_t required = 0;
    for (size_t i = 0; i < finder->def->column_count; i++) {
        required += needed(finder, (int)i);
    }
    *best = (struct match){.found = 0};
    for (size_t at = 0; at < finder->sheet->cells.count;) {
        struct header_row row = header_next_row(finder->sheet, &at);
        if (row.cells[0].row > TOP_ROWS) {
            break;
        }
        struct match match = match_row(finder, row);
        if (match.required == required) {
            *best = match;
            return row;
        }
        if (match.found > best->found) {
            *best = match;
            chosen = row;
        }
    }
    return chosen;
}

/* What may be wrong with a sheet without header: text of another program that was pasted, or a CSV
 * file that divides its cells by something else. */
static const char *undivided(const struct sheet *sheet) {
    for (size_t i = 0; i < sheet->cells.count; i++) {
        if (sheet->cells.items[i].col > 1 || sheet->cells.items[i].across > 1) {
            return NULL;
        }
    }
    return "everything stands in column A: it has to be divided into columns";
}

bool header_find(struct fieldcheck *check, const char *path, const struct sheet *sheet,
                 enum schema_sheet kind, bool wide, struct header *out) {
    struct finder finder = {check, path, sheet, schema_sheet(kind), kind, wide, out};
    assert(finder.def->column_count <= COLUMNS_MOST);
    *out = (struct header){.row = 0};
    struct match match;
    struct header_row row = choose(&finder, &match);
    /* One title may stand in a heading by chance. */
    if (row.count == 0 || match.found < 2) {
        struct place place = {
            .file = path, .line = sheet->line, .column = sheet->column, .sheet = sheet->title};
        diag_report_hint(check->diags, BP2004, place, undivided(sheet), sheet->title, NULL);
        return false;
    }
    bool complete = report_missing(&finder, &match, &row.cells[0]);
    bool twice = report_double(&finder, &match, row);
    out->row = row.cells[0].row;
    read_titles(&finder, &match, row);
    if (complete && !twice && wide && !any_period(out)) {
        diag_report(check->diags, BP2039, header_place(path, sheet, &row.cells[0]), sheet->title,
                    NULL);
        return false;
    }
    return complete && !twice;
}
