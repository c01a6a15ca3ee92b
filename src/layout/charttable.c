#include "layout/charttable.h"

#include "layout/chartperiods.h"
#include "layout/style.h"
#include <string.h>

#define NUMBER_WIDTH MM(24)
#define CELL_WIDTH   MM(12)
#define STATUS_WIDTH MM(17)

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

static void write_matrix_cells(const struct writing *w, struct table_row *row,
                               const struct chart_matrix *matrix,
                               const struct chart_matrix_row *data) {
    for (size_t k = 0; k < matrix->column_count; k++)
        if (data->cells[k].mark != MARK_NONE)
            status_cell(w, row, &data->cells[k]);
        else
            text_cell(w, row, data->cells[k].label);
    for (size_t k = 0; k < matrix->end_count; k++)
        text_cell(w, row, data->ends ? data->ends[k].text : NULL);
}

static bool has_statuses(const struct chart_matrix *matrix) {
    for (size_t i = 0; i < matrix->row_count; i++)
        for (size_t k = 0; k < matrix->column_count; k++)
            if (matrix->rows[i].cells[k].mark != MARK_NONE)
                return true;
    return false;
}

/* Many columns are narrow ones: the names of the rows take what is left. */
static void write_matrix(const struct writing *w, const struct chart_matrix *matrix) {
    head(w, CHARTWORD_HEAD_NAME, false);
    const bool narrow = matrix->column_count > 8;
    const mp width = narrow ? MM(4.4) : has_statuses(matrix) ? STATUS_WIDTH : CELL_WIDTH;
    for (size_t k = 0; k < matrix->column_count; k++)
        table_column(w->document->arena, w->table, matrix->heads[k] ? matrix->heads[k] : "",
                     ALIGN_RIGHT, width, STYLE_DENSE)
            ->gap = narrow ? MM(0.6) : 0;
    for (size_t k = 0; k < matrix->end_count; k++)
        table_column(w->document->arena, w->table, matrix->end_heads[k] ? matrix->end_heads[k] : "",
                     ALIGN_RIGHT, CELL_WIDTH, STYLE_DENSE);
    for (size_t i = 0; i < matrix->row_count; i++) {
        struct table_row *row = body_row(w);
        name_cell(w, row, matrix->rows[i].name);
        write_matrix_cells(w, row, matrix, &matrix->rows[i]);
    }
    if (!matrix->total_name)
        return;
    struct table_row *total = table_row(w->document->arena, w->table, ROW_TOTAL);
    name_cell(w, total, matrix->total_name);
    for (size_t k = 0; k < matrix->column_count; k++)
        text_cell(w, total, matrix->totals ? matrix->totals[k].text : NULL);
    for (size_t k = 0; k < matrix->end_count; k++)
        text_cell(w, total, matrix->total_ends ? matrix->total_ends[k].text : NULL);
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

static struct table_block *new_table(struct document *document, struct block_list *list,
                                     const char *name) {
    struct table_block *table = block_table(document, list, name)->table;
    table->head_style = STYLE_DENSE_HEAD;
    table->padding = MM(0.5);
    return table;
}

static void write_chart(const struct writing *w, const struct chart *chart) {
    switch ((int)chart->kind) {
    case CHART_WATERFALL:
        write_waterfall(w, &chart->as.waterfall);
        break;
    case CHART_RISKMAP:
        write_risks(w, &chart->as.riskmap);
        break;
    case CHART_MATRIX:
        write_matrix(w, &chart->as.matrix);
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
