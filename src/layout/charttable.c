#include "layout/charttable.h"

#include "base/utf8.h"
#include "layout/chartperiods.h"
#include "layout/style.h"
#include <string.h>

#define NUMBER_WIDTH MM(24)
#define CELL_WIDTH   MM(12)
#define STATUS_WIDTH MM(17)
#define NARROW_WIDTH MM(4.4)
#define NARROW_GAP   MM(0.6)

enum { CELLS_MOST = 8, NARROW_MOST = 24, HEAD_SHORT = 5 };

struct writing {
    struct document *document;
    struct table_block *table;
    const struct chartwords *words;
};

static const char *word(const struct writing *w, enum chartword which) {
    return w->words->text[which];
}

static void head(const struct writing *w, enum chartword which, bool figures) {
    table_column(w->document->arena, w->table, word(w, which), figures ? ALIGN_RIGHT : ALIGN_LEFT,
                 figures ? NUMBER_WIDTH : 0, STYLE_DENSE);
}

static void name_cell(const struct writing *w, struct table_row *row, const char *text) {
    table_text(w->document->arena, row, text ? text : "")->header = true;
}

static void text_cell(const struct writing *w, struct table_row *row, const char *text) {
    table_text(w->document->arena, row, text ? text : word(w, CHARTWORD_DASH));
}

static struct table_row *body_row(const struct writing *w) {
    return table_row(w->document->arena, w->table, ROW_BODY);
}

static void write_step(const struct writing *w, enum row_kind kind, const char *name,
                       const char *label) {
    struct table_row *row = table_row(w->document->arena, w->table, kind);
    name_cell(w, row, name);
    text_cell(w, row, label);
}

static void write_waterfall(const struct writing *w, const struct chart_waterfall *chart) {
    head(w, CHARTWORD_HEAD_STEP, false);
    head(w, CHARTWORD_HEAD_VALUE, true);
    write_step(w, ROW_BODY, chart->from_name, chart->from.known ? chart->from.label : NULL);
    for (size_t i = 0; i < chart->count; i++)
        write_step(w, ROW_BODY, chart->steps[i].name, chart->steps[i].label);
    if (chart->done.known)
        write_step(w, ROW_BODY, chart->done_word, chart->done.label);
    if (chart->rest.known)
        write_step(w, ROW_BODY, chart->rest_word, chart->rest.label);
    write_step(w, ROW_TOTAL, chart->to_name, chart->to.known ? chart->to.label : NULL);
}

/* "4 × 5 = 20", likelihood by impact; NULL: not rated. */
static const char *rating(const struct writing *w, int likelihood, int impact) {
    if (likelihood < 1 || impact < 1)
        return NULL;
    return arena_printf(w->document->arena, "%d\u00A0\u00D7\u00A0%d\u00A0=\u00A0%d", likelihood,
                        impact, likelihood * impact);
}

static void write_risks(const struct writing *w, const struct chart_riskmap *map) {
    head(w, CHARTWORD_HEAD_RISK, false);
    head(w, CHARTWORD_HEAD_INHERENT, true);
    head(w, CHARTWORD_HEAD_RESIDUAL, true);
    head(w, CHARTWORD_HEAD_POSITION, true);
    for (size_t i = 0; i < map->count; i++) {
        const struct chart_risk *risk = &map->risks[i];
        struct table_row *row = body_row(w);
        name_cell(w, row, risk->id);
        text_cell(w, row, rating(w, risk->inherent_likelihood, risk->inherent_impact));
        text_cell(w, row, rating(w, risk->likelihood, risk->impact));
        struct table_cell *position =
            table_text(w->document->arena, row,
                       word(w, risk->above ? CHARTWORD_IS_ABOVE : CHARTWORD_IS_WITHIN));
        position->style = risk->above ? STYLE_DENSE_BOLD : STYLE_INHERIT;
        position->colour = risk->above ? BAD_TEXT : COLOUR_INHERIT;
    }
}

/* Shape, letter and word of a status, then what stands beside it in the picture. */
static void status_cell(const struct writing *w, struct table_row *row,
                        const struct chart_matrix_cell *cell) {
    struct arena *arena = w->document->arena;
    const char *letter = mark_letter(cell->mark);
    struct content *content = cell_content(arena, table_cell(arena, row));
    content_mark(arena, content, cell->mark, letter, cell->word ? cell->word : letter);
    if (cell->label && strcmp(cell->label, letter) != 0)
        content_text(arena, content, arena_printf(arena, "\u00A0%s", cell->label));
}

static bool has_statuses(const struct chart_matrix *matrix) {
    for (size_t i = 0; i < matrix->row_count; i++)
        for (size_t k = 0; k < matrix->column_count; k++)
            if (matrix->rows[i].cells[k].mark != MARK_NONE)
                return true;
    return false;
}

/* Columns of a matrix that stand side by side; what it ends with, after the last of them. */
struct matrix_part {
    size_t from, to;
    bool ends;
};

static bool short_heads(const struct chart_matrix *matrix) {
    for (size_t k = 0; k < matrix->column_count; k++)
        if (matrix->heads[k] && utf8_runes(matrix->heads[k]) > HEAD_SHORT)
            return false;
    return true;
}

static void matrix_heads(const struct writing *w, const struct chart_matrix *matrix,
                         const struct matrix_part *part, mp width) {
    head(w, CHARTWORD_HEAD_NAME, false);
    for (size_t k = part->from; k < part->to; k++)
        table_column(w->document->arena, w->table, matrix->heads[k] ? matrix->heads[k] : "",
                     ALIGN_RIGHT, width, STYLE_DENSE)
            ->gap = width == NARROW_WIDTH ? NARROW_GAP : 0;
    for (size_t k = 0; part->ends && k < matrix->end_count; k++)
        table_column(w->document->arena, w->table, matrix->end_heads[k] ? matrix->end_heads[k] : "",
                     ALIGN_RIGHT, CELL_WIDTH, STYLE_DENSE);
}

static void matrix_row(const struct writing *w, const struct chart_matrix *matrix,
                       const struct matrix_part *part, const struct chart_matrix_row *data) {
    struct table_row *row = body_row(w);
    name_cell(w, row, data->name);
    for (size_t k = part->from; k < part->to; k++)
        if (data->cells[k].mark != MARK_NONE)
            status_cell(w, row, &data->cells[k]);
        else
            text_cell(w, row, data->cells[k].label);
    for (size_t k = 0; part->ends && k < matrix->end_count; k++)
        text_cell(w, row, data->ends ? data->ends[k].text : NULL);
}

static void matrix_total(const struct writing *w, const struct chart_matrix *matrix,
                         const struct matrix_part *part) {
    struct table_row *total = table_row(w->document->arena, w->table, ROW_TOTAL);
    name_cell(w, total, matrix->total_name);
    for (size_t k = part->from; k < part->to; k++)
        text_cell(w, total, matrix->totals ? matrix->totals[k].text : NULL);
    for (size_t k = 0; part->ends && k < matrix->end_count; k++)
        text_cell(w, total, matrix->total_ends ? matrix->total_ends[k].text : NULL);
}

static struct table_block *new_table(struct document *document, struct block_list *list,
                                     const char *name) {
    struct table_block *table = block_table(document, list, name)->table;
    table->head_style = STYLE_DENSE_HEAD;
    table->padding = MM(0.5);
    return table;
}

/* Many columns are narrow ones, as far as their heads are short: the names of the rows take what is
 * left.  More than fit side by side go on in a further table. */
static void write_matrix(struct writing w, const struct chart_matrix *matrix,
                         struct block_list *list, const char *name) {
    const bool statuses = has_statuses(matrix);
    const bool narrow = matrix->column_count > CELLS_MOST && !statuses && short_heads(matrix);
    const mp width = narrow ? NARROW_WIDTH : statuses ? STATUS_WIDTH : CELL_WIDTH;
    const size_t most = narrow ? NARROW_MOST : CELLS_MOST;
    const size_t parts = (matrix->column_count + most - 1) / most;
    for (size_t i = 0; i < parts || i == 0; i++) {
        const struct matrix_part part = {.from = parts > 0 ? matrix->column_count * i / parts : 0,
                                         .to =
                                             parts > 0 ? matrix->column_count * (i + 1) / parts : 0,
                                         .ends = i + 1 >= parts};
        w.table = new_table(w.document, list, name);
        matrix_heads(&w, matrix, &part, width);
        for (size_t k = 0; k < matrix->row_count; k++)
            matrix_row(&w, matrix, &part, &matrix->rows[k]);
        if (matrix->total_name)
            matrix_total(&w, matrix, &part);
    }
}

static void write_scatter(const struct writing *w, const struct chart_scatter *scatter) {
    head(w, CHARTWORD_HEAD_PERIOD, false);
    table_column(w->document->arena, w->table, scatter->x_label, ALIGN_RIGHT, MM(50), STYLE_DENSE);
    table_column(w->document->arena, w->table, scatter->y_label, ALIGN_RIGHT, MM(50), STYLE_DENSE);
    for (size_t i = 0; i < scatter->count; i++) {
        const struct chart_pair *pair = &scatter->pairs[i];
        struct table_row *row = body_row(w);
        name_cell(w, row,
                  pair->name    ? pair->name
                  : pair->label ? pair->label
                                : arena_printf(w->document->arena, "%zu", i + 1));
        text_cell(w, row, pair->x_text);
        text_cell(w, row, pair->y_text);
    }
}

bool charttable_has(const struct chart *chart) {
    switch ((int)chart->kind) {
    case CHART_COLUMNS:
    case CHART_LINE:
    case CHART_XMR:
    case CHART_WATERFALL:
    case CHART_RISKMAP:
    case CHART_MATRIX:
    case CHART_SCATTER:
        return !chart_empty(chart);
    default:
        return false;
    }
}

static void write_chart(const struct writing *w, const struct chart *chart) {
    switch ((int)chart->kind) {
    case CHART_WATERFALL:
        write_waterfall(w, &chart->as.waterfall);
        break;
    case CHART_RISKMAP:
        write_risks(w, &chart->as.riskmap);
        break;
    case CHART_SCATTER:
    default:
        write_scatter(w, &chart->as.scatter);
    }
}

static bool over_time(const struct chart *chart) {
    return chart->kind == CHART_COLUMNS || chart->kind == CHART_LINE || chart->kind == CHART_XMR;
}

void charttable_add(struct document *document, struct block_list *list,
                    const struct charttable *figures, const struct chartwords *words) {
    const struct chart *chart = figures->chart;
    if (!charttable_has(chart))
        return;
    struct block_list *kept = &block_add(document, list, BLOCK_KEEP)->children;
    block_heading(document, kept, figures->name, figures->about)->anchor = figures->anchor;
    if (over_time(chart)) {
        chartperiods_add(document, kept, chart, figures->noise, figures->name, words);
    } else if (chart->kind == CHART_MATRIX) {
        write_matrix((struct writing){document, NULL, words}, &chart->as.matrix, kept,
                     figures->name);
    } else {
        const struct writing w = {document, new_table(document, kept, figures->name), words};
        write_chart(&w, chart);
    }
    if (figures->note)
        block_text(document, kept, STYLE_KEY, figures->note);
}

void charttable_link(struct document *document, struct content *caption, const char *anchor,
                     const struct chartwords *words) {
    content_text(document->arena, caption, words->text[CHARTWORD_FIGURES]);
    content_page(document->arena, caption, anchor);
}
