#include "layout/charttable.h"

#include "layout/style.h"

#define NUMBER_WIDTH MM(24)
#define CELL_WIDTH   MM(12)

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

static void value_cell(const struct writing *w, struct table_row *row,
                       const struct chart_value *value) {
    text_cell(w, row, value->known ? value->label : NULL);
}

static struct table_row *body_row(const struct writing *w) {
    return table_row(w->document->arena, w->table, ROW_BODY);
}

/* ---- over time -------------------------------------------------------------------------------
 */

static void write_months(const struct writing *w, const struct chart_columns *columns) {
    head(w, CHARTWORD_HEAD_PERIOD, false);
    head(w, CHARTWORD_HEAD_ACTUAL, true);
    head(w, CHARTWORD_HEAD_FORECAST, true);
    head(w, CHARTWORD_HEAD_PLAN, true);
    head(w, CHARTWORD_HEAD_VARIANCE, true);
    for (size_t i = 0; i < columns->count; i++) {
        const struct chart_month *month = &columns->months[i];
        struct table_row *row = body_row(w);
        name_cell(w, row, month->name ? month->name : month->initial);
        value_cell(w, row, &month->actual);
        value_cell(w, row, &month->forecast);
        value_cell(w, row, &month->plan);
        text_cell(w, row, month->variance_label);
    }
}

static void write_level(const struct writing *w, const struct chart_value *value) {
    if (!value->known || !value->label)
        return;
    struct table_row *row = table_row(w->document->arena, w->table, ROW_TOTAL);
    name_cell(w, row, value->label);
    table_text(w->document->arena, row, "");
    table_text(w->document->arena, row, "");
}

static void write_xmr(const struct writing *w, const struct chart_xmr *xmr) {
    head(w, CHARTWORD_HEAD_PERIOD, false);
    head(w, CHARTWORD_HEAD_VALUE, true);
    head(w, CHARTWORD_HEAD_SIGNAL, true);
    for (size_t i = 0; i < xmr->count; i++) {
        const struct chart_xmr_point *point = &xmr->points[i];
        struct table_row *row = body_row(w);
        name_cell(w, row, point->name ? point->name : point->initial);
        value_cell(w, row, &point->value);
        table_text(w->document->arena, row, point->signal ? word(w, CHARTWORD_IS_SIGNAL) : "");
    }
    if (!xmr->has_limits)
        return;
    write_level(w, &xmr->mean);
    write_level(w, &xmr->lower);
    write_level(w, &xmr->upper);
}

/* ---- others ----------------------------------------------------------------------------------
 */

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

static void write_matrix_cells(const struct writing *w, struct table_row *row,
                               const struct chart_matrix *matrix,
                               const struct chart_matrix_row *data) {
    for (size_t k = 0; k < matrix->column_count; k++) {
        const struct chart_matrix_cell *cell = &data->cells[k];
        const char *label = cell->mark != MARK_NONE ? mark_letter(cell->mark) : "0";
        table_text(w->document->arena, row, cell->label ? cell->label : label);
    }
    for (size_t k = 0; k < matrix->end_count; k++)
        text_cell(w, row, data->ends ? data->ends[k].text : NULL);
}

/* Many columns are narrow ones: the names of the rows take what is left. */
static void write_matrix(const struct writing *w, const struct chart_matrix *matrix) {
    head(w, CHARTWORD_HEAD_NAME, false);
    const mp width = matrix->column_count > 8 ? MM(4.4) : CELL_WIDTH;
    for (size_t k = 0; k < matrix->column_count; k++)
        table_column(w->document->arena, w->table, matrix->heads[k] ? matrix->heads[k] : "",
                     ALIGN_RIGHT, width, STYLE_DENSE)
            ->gap = matrix->column_count > 8 ? MM(0.6) : 0;
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

static void write_chart(const struct writing *w, const struct chart *chart) {
    switch ((int)chart->kind) {
    case CHART_COLUMNS:
    case CHART_LINE:
        write_months(w, &chart->as.columns);
        break;
    case CHART_XMR:
        write_xmr(w, &chart->as.xmr);
        break;
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

void charttable_add(struct document *document, struct block_list *list, const struct chart *chart,
                    const char *name, const char *anchor, const struct chartwords *words) {
    if (!charttable_has(chart))
        return;
    block_heading(document, list, name, NULL)->anchor = anchor;
    const struct writing w = {document, block_table(document, list, name)->table, words};
    w.table->head_style = STYLE_DENSE_HEAD;
    w.table->padding = MM(0.5);
    write_chart(&w, chart);
}

void charttable_link(struct document *document, struct content *caption, const char *anchor,
                     const struct chartwords *words) {
    content_text(document->arena, caption, words->text[CHARTWORD_FIGURES]);
    content_page(document->arena, caption, anchor);
}
