/* One-page scorecard: perspective, objective, measure, with every figure that judges them. */
#include "report/compose.h"
#include "report/section.h"

#define ROW_LEAST    MM(3.9)
#define ROW_MOST     MM(4.9)
#define TABLE_HEIGHT MM(154)
#define SPARK_WIDTH  MM(17)
#define SPARK_HEIGHT MM(3)

static size_t rows_of(const struct objective *objective) {
    return objective->measures.count > 0 ? objective->measures.count : 1;
}

static size_t rows_in(const struct report *report, const struct perspective *perspective) {
    size_t rows = 0;
    for (size_t i = 0; i < report->plan->objectives.count; i++) {
        const struct objective *objective = &report->plan->objectives.items[i];
        if (compose_objective_here(report, objective) && objective->perspective == perspective)
            rows += rows_of(objective);
    }
    return rows;
}

static struct table_column *column(struct report *report, struct table_block *table,
                                   const char *key, enum align align, mp width, enum style style) {
    struct table_column *column =
        table_column(report->arena, table, words_text(report->words, key), align, width, style);
    column->gap = MM(1.2);
    return column;
}

static void columns(struct report *report, struct table_block *table) {
    const struct words *words = report->words;
    table->head_style = STYLE_DENSE_HEAD;
    table->padding = MM(0.25);
    table->row_most = ROW_MOST;
    table_column(report->arena, table, "", ALIGN_LEFT, MM(18.4), STYLE_DENSE)->head_actual =
        words_text(words, "column.perspective");
    column(report, table, "column.objective", ALIGN_LEFT, MM(6.5), STYLE_DENSE_BOLD);
    struct table_column *name =
        table_column(report->arena, table, "", ALIGN_LEFT, 0, STYLE_DENSE_SEMIBOLD);
    name->gap = MM(1.2);
    name->share = 11;
    struct table_column *mark =
        table_column(report->arena, table, "", ALIGN_CENTRE, MM(4), STYLE_DENSE);
    mark->head_actual = words_text(words, "column.status");
    mark->gap = MM(1.2);
    column(report, table, "scorecard.score", ALIGN_RIGHT, MM(6.5), STYLE_DENSE_BOLD);
    column(report, table, "scorecard.weight", ALIGN_RIGHT, MM(7), STYLE_DENSE_GREY)->drop = 4;
    column(report, table, "scorecard.coverage", ALIGN_RIGHT, MM(8.5), STYLE_DENSE_GREY)->drop = 2;
    struct table_column *measure =
        column(report, table, "scorecard.measure", ALIGN_LEFT, 0, STYLE_DENSE);
    measure->gap = MM(3);
    measure->share = 10;
    column(report, table, "scorecard.unit", ALIGN_LEFT, MM(9), STYLE_DENSE_GREY);
    column(report, table, "scorecard.actual", ALIGN_RIGHT, MM(9.5), STYLE_DENSE_BOLD);
    column(report, table, "scorecard.plan", ALIGN_RIGHT, MM(9.5), STYLE_DENSE);
    column(report, table, "scorecard.delta", ALIGN_RIGHT, MM(9.5), STYLE_DENSE);
    column(report, table, "scorecard.delta-percent", ALIGN_RIGHT, MM(9), STYLE_DENSE);
    column(report, table, "scorecard.last-year", ALIGN_RIGHT, MM(9.5), STYLE_DENSE_GREY)->drop = 3;
    column(report, table, "scorecard.forecast", ALIGN_RIGHT, MM(10.5), STYLE_DENSE);
    column(report, table, "scorecard.year-plan", ALIGN_RIGHT, MM(10.5), STYLE_DENSE_GREY)->drop = 5;
    column(report, table, "column.status", ALIGN_LEFT, MM(7), STYLE_DENSE)->gap = MM(2.4);
    column(report, table, "scorecard.trend", ALIGN_CENTRE, MM(7.5), STYLE_DENSE_GREY);
    column(report, table, "scorecard.sparkline", ALIGN_LEFT, SPARK_WIDTH, STYLE_DENSE);
    column(report, table, "scorecard.weight", ALIGN_RIGHT, MM(7), STYLE_DENSE_GREY)->drop = 1;
    table->fit_height = TABLE_HEIGHT;
}

static const char *weight_text(struct report *report, struct quantity weight) {
    return weight.known ? words_number(report->arena, report->words, weight.value, 0, false)
                        : words_text(report->words, "missing");
}

static void perspective_cell(struct report *report, struct table_row *row,
                             const struct perspective *perspective, size_t rows, int order) {
    const struct group_result *result =
        assess_perspective(report->assessment, report->unit, perspective);
    struct table_cell *cell = table_cell(report->arena, row);
    cell->row_span = (unsigned)rows;
    cell->header = true;
    cell->filled = true;
    cell->fill = perspective->colour == UINT32_MAX ? style_ramp(order) : perspective->colour;
    content_styled(report->arena, cell_content(report->arena, cell), STYLE_DENSE_BOLD, WHITE,
                   perspective->name);
    if (result)
        content_styled(report->arena, cell_paragraph(report->arena, cell), STYLE_DENSE_KEY, WHITE,
                       words_fill(report->arena, report->words, "scorecard.block-score",
                                  compose_score(report, result->score), NULL));
}

static void objective_cells(struct report *report, struct table_row *row,
                            const struct objective *objective) {
    struct arena *arena = report->arena;
    const struct objective_result *result = assess_objective(report->assessment, objective);
    unsigned span = (unsigned)rows_of(objective);
    struct table_cell *cell = compose_id_cell(report, row, objective->id, NULL);
    cell->row_span = span;
    cell = table_text(arena, row, objective->name);
    cell->row_span = span;
    cell->header = true;
    if (result->declared)
        content_styled(
            arena, cell_paragraph(arena, cell), STYLE_DENSE_KEY, GREY,
            words_fill(arena, report->words, "scorecard.declared",
                       compose_in_text(report, result->declared_status),
                       compose_in_text(report, result->status),
                       words_date_short(arena, report->words, objective->declared_expires,
                                        report->assessment->as_of.year),
                       NULL));
    compose_mark_cell(report, row, result->status, false)->row_span = span;
    table_text(arena, row, compose_score(report, result->score))->row_span = span;
    table_text(arena, row, weight_text(report, objective->weight))->row_span = span;
    table_text(arena, row,
               result->in_scope ? words_number(arena, report->words, result->coverage, 0, false)
                                : words_text(report->words, "missing"))
        ->row_span = span;
}

static void actual_cell(struct report *report, struct table_row *row,
                        const struct measure_result *result) {
    const struct measure *measure = result->measure;
    struct table_cell *cell =
        table_text(report->arena, row,
                   compose_figure(report, measure, result->has_actual, result->actual, false));
    if (!period_set(result->carried))
        return;
    cell->style = STYLE_DENSE_GREY;
    struct date last = period_last(result->carried);
    content_text(report->arena, cell_content(report->arena, cell),
                 arena_printf(report->arena, " %s", words_month_short(report->words, last.month)));
}

/* The name; where the year to date lacks periods, how many of them it has. */
static void name_cell(struct report *report, struct table_row *row,
                      const struct measure_result *result) {
    struct arena *arena = report->arena;
    const struct measure *measure = result->measure;
    struct table_cell *cell = table_text(arena, row, measure->name);
    if (result->ytd_have >= result->ytd_due)
        return;
    const char *key =
        arena_printf(arena, "scorecard.to-date.%s", period_frequency_name(measure->frequency));
    content_styled(arena, cell_paragraph(arena, cell), STYLE_DENSE_KEY, GREY,
                   words_fill(arena, report->words, key,
                              arena_printf(arena, "%d", result->ytd_have),
                              arena_printf(arena, "%d", result->ytd_due), NULL));
}

static void measure_cells(struct report *report, struct table_row *row,
                          const struct measure *measure) {
    struct arena *arena = report->arena;
    const struct measure_result *result = assess_measure(report->assessment, measure);
    name_cell(report, row, result);
    table_text(arena, row, measure->unit_of_measure);
    actual_cell(report, row, result);
    table_text(arena, row, compose_plan(report, result));
    compose_variance_cell(report, row, result, false, true);
    compose_variance_cell(report, row, result, true, true);
    table_text(arena, row,
               compose_figure(report, measure, result->has_last_year, result->last_year, false));
    table_text(arena, row,
               compose_figure(report, measure, result->forecast_method != FORECAST_NONE,
                              result->forecast, false));
    table_text(arena, row,
               compose_figure(report, measure,
                              result->has_year_target && measure->polarity != POLARITY_RANGE,
                              result->year_target, false));
    if (result->status == STATUS_UNSCORED)
        table_text(arena, row, words_text(report->words, "scorecard.info"))->style =
            STYLE_DENSE_GREY;
    else
        compose_mark_cell(report, row, result->status, true);
    compose_trend_cell(report, row, result->trend.goodness);
    table_chart(arena, row, compose_sparkline(report, result, SPARK_WIDTH, SPARK_HEIGHT));
    table_text(arena, row, weight_text(report, measure->weight));
}

static void objective_rows(struct report *report, struct table_block *table,
                           const struct objective *objective, const struct perspective *perspective,
                           size_t block_rows, int order, bool last) {
    size_t rows = rows_of(objective);
    for (size_t i = 0; i < rows; i++) {
        struct table_row *row = table_row(report->arena, table, ROW_BODY);
        row->min_height = ROW_LEAST;
        row->rule = i + 1 < rows ? RULE_HAIRLINE : last ? RULE_STRONG : RULE_OBJECTIVE;
        if (block_rows > 0 && i == 0)
            perspective_cell(report, row, perspective, block_rows, order);
        if (i == 0)
            objective_cells(report, row, objective);
        if (objective->measures.count > 0) {
            measure_cells(report, row, objective->measures.items[i]);
        } else {
            struct table_cell *cell =
                table_text(report->arena, row, words_text(report->words, "scorecard.no-measure"));
            cell->style = STYLE_DENSE_GREY;
            cell->column_span = 13;
        }
    }
}

static void perspective_rows(struct report *report, struct table_block *table, size_t index) {
    const struct perspective *perspective = &report->plan->perspectives.items[index];
    size_t rows = rows_in(report, perspective);
    size_t done = 0;
    for (size_t i = 0; i < report->plan->objectives.count; i++) {
        const struct objective *objective = &report->plan->objectives.items[i];
        if (!compose_objective_here(report, objective) || objective->perspective != perspective)
            continue;
        size_t here = rows_of(objective);
        objective_rows(report, table, objective, perspective, done == 0 ? rows : 0, (int)index,
                       done + here == rows);
        done += here;
    }
}

static void key(struct report *report, struct section *section) {
    static const enum status order[] = {STATUS_EXCEEDS, STATUS_GREEN, STATUS_AMBER, STATUS_RED,
                                        STATUS_NO_DATA};
    struct arena *arena = report->arena;
    struct block *block = block_add(report->document, &section->blocks, BLOCK_TEXT);
    block->style = STYLE_DENSE_KEY;
    for (size_t i = 0; i < sizeof order / sizeof order[0]; i++) {
        enum mark mark = compose_mark(order[i]);
        content_mark(arena, &block->content, mark, mark_letter(mark), NULL);
        content_text(arena, &block->content,
                     arena_printf(arena, "\u00a0%s  ", compose_status_word(report, order[i])));
    }
    static const enum goodness trends[] = {GOODNESS_IMPROVING, GOODNESS_STEADY, GOODNESS_WORSENING};
    content_text(arena, &block->content, words_text(report->words, "scorecard.key.trend"));
    for (size_t i = 0; i < sizeof trends / sizeof trends[0]; i++) {
        content_text(arena, &block->content, " ");
        content_trend(arena, &block->content, compose_trend(trends[i]), NULL);
        content_text(arena, &block->content,
                     arena_printf(arena, "\u00a0%s ", compose_goodness_word(report, trends[i])));
    }
    content_text(arena, &block->content,
                 arena_printf(arena, "  %s", words_text(report->words, "scorecard.key")));
}

/* The perspective with the lowest score; NULL if there are not two to compare. */
static const struct group_result *weakest(const struct report *report) {
    const struct group_result *lowest = NULL;
    int scored = 0;
    for (size_t i = 0; i < report->plan->perspectives.count; i++) {
        const struct group_result *result = assess_perspective(
            report->assessment, report->unit, &report->plan->perspectives.items[i]);
        if (!result || !result->score.exact)
            continue;
        scored++;
        if (!lowest || rational_compare(result->score.exact, lowest->score.exact) < 0)
            lowest = result;
    }
    return scored > 1 ? lowest : NULL;
}

static const char *scorecard_title(struct report *report) {
    int counts[5];
    compose_tally(report, report->assessment, counts);
    int total = counts[0] + counts[1] + counts[2] + counts[3] + counts[4];
    struct arena *arena = report->arena;
    const char *plain = compose_plain_title(report, counts);
    if (plain)
        return plain;
    const struct group_result *low = weakest(report);
    if (low && counts[3] + counts[2] > 0)
        return words_fill(
            arena, report->words, "scorecard.title.weakest", low->perspective->name,
            compose_score(report, low->score),
            compose_score(report, assess_unit(report->assessment, report->unit)->score), NULL);
    const char *name = counts[3] > 0   ? "scorecard.title.red"
                       : counts[2] > 0 ? "scorecard.title"
                                       : "scorecard.title.green";
    return words_fill(arena, report->words, name,
                      words_count(arena, report->words, counts[3], true),
                      arena_printf(arena, "%d", counts[3]), arena_printf(arena, "%d", total),
                      words_count(arena, report->words, counts[2], false),
                      arena_printf(arena, "%d", counts[2]), NULL);
}

static const char *scorecard_subtitle(struct report *report) {
    const struct group_result *unit = assess_unit(report->assessment, report->unit);
    int measures = 0;
    for (size_t i = 0; i < report->plan->measures.count; i++)
        measures += compose_measure_here(report, &report->plan->measures.items[i]);
    return words_fill(report->arena, report->words, "scorecard.subtitle",
                      arena_printf(report->arena, "%d", measures), report->document->frame.period,
                      compose_score(report, unit->score), compose_percent(report, unit->coverage),
                      compose_fiscal_year(report), NULL);
}

static struct table_block *start_table(struct report *report, struct section *section) {
    struct table_block *table = block_table(report->document, &section->blocks,
                                            words_text(report->words, "scorecard.summary"))
                                    ->table;
    table->continued = words_text(report->words, "continued");
    columns(report, table);
    return table;
}

SECTION(scorecard) {
    struct section *section = compose_section(report, template);
    block_title(report->document, &section->blocks, scorecard_title(report),
                scorecard_subtitle(report));
    size_t rows = 0;
    for (size_t i = 0; i < report->plan->perspectives.count; i++)
        rows += rows_in(report, &report->plan->perspectives.items[i]);
    if (rows == 0) {
        block_text(report->document, &section->blocks, STYLE_BODY,
                   words_text(report->words, "scorecard.none"))
            ->colour = GREY;
        return;
    }
    struct table_block *table = start_table(report, section);
    for (size_t i = 0; i < report->plan->perspectives.count; i++)
        if (rows_in(report, &report->plan->perspectives.items[i]) > 0)
            perspective_rows(report, table, i);
    key(report, section);
}
