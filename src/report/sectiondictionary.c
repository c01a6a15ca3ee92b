/* Measure dictionary: what each measure is, how it is judged, who answers for it. */
#include "report/bearing.h"
#include "report/columnchoice.h"
#include "report/compose.h"
#include "report/section.h"

static void columns(struct report *report, struct table_block *table) {
    struct arena *arena = report->arena;
    const struct words *words = report->words;
    table_column(arena, table, words_text(words, "column.id"), ALIGN_LEFT, MM(9), STYLE_DENSE_BOLD);
    table_column(arena, table, words_text(words, "dictionary.measure"), ALIGN_LEFT, 0, STYLE_DENSE);
    table_column(arena, table, words_text(words, "dictionary.unit"), ALIGN_LEFT, MM(16),
                 STYLE_DENSE)
        ->gap = MM(3);
    table_column(arena, table, words_text(words, "dictionary.better"), ALIGN_LEFT, MM(13),
                 STYLE_DENSE);
    static const char *const heads[] = {"dictionary.target", "dictionary.red", "dictionary.stretch",
                                        "dictionary.worst"};
    for (size_t i = 0; i < sizeof heads / sizeof heads[0]; i++)
        table_column(arena, table, words_text(words, heads[i]), ALIGN_RIGHT, MM(11), STYLE_DENSE);
    table_column(arena, table, words_text(words, "dictionary.source"), ALIGN_LEFT, MM(30),
                 STYLE_DENSE)
        ->gap = MM(3);
}

/* Decimals to print thresholds with: one more than the measure's if rounding would make two
 * different ones look the same. */
static unsigned threshold_places(const struct measure_result *result) {
    const struct judged_thresholds *t = &result->thresholds;
    unsigned places = result->measure->decimals;
    const struct decimal values[] = {t->target, t->red, t->worst};
    for (size_t i = 0; i + 1 < sizeof values / sizeof values[0]; i++) {
        struct decimal a = decimal_round(values[i], places);
        struct decimal b = decimal_round(values[i + 1], places);
        if (decimal_compare(a, b) == 0 && decimal_compare(values[i], values[i + 1]) != 0)
            return places < DECIMAL_PLACES ? places + 1 : places;
    }
    return places;
}

/* A threshold; those the workbook did not give stand in brackets: they follow from the policy. */
static void threshold(struct report *report, struct table_row *row,
                      const struct measure_result *result, bool known, struct decimal value,
                      bool by_default) {
    const char *text =
        known ? words_number(report->arena, report->words, value, threshold_places(result), false)
              : words_text(report->words, "missing");
    if (known && by_default)
        text = words_fill(report->arena, report->words, "dictionary.default", text, NULL);
    struct table_cell *cell = table_text(report->arena, row, text);
    if (by_default || !known)
        cell->style = STYLE_DENSE_GREY;
}

static void range_cells(struct report *report, struct table_row *row,
                        const struct measure_result *result) {
    const struct judged_thresholds *t = &result->thresholds;
    const struct measure *measure = result->measure;
    struct arena *arena = report->arena;
    struct table_cell *cell =
        table_text(arena, row,
                   words_fill(arena, report->words, "dictionary.range",
                              compose_figure(report, measure, true, t->lower, false),
                              compose_figure(report, measure, true, t->upper, false),
                              compose_figure(report, measure, true, t->margin, false), NULL));
    cell->column_span = 4;
    cell->own_align = true;
    cell->align = ALIGN_LEFT;
}

static void threshold_cells(struct report *report, struct table_row *row,
                            const struct measure_result *result) {
    const struct judged_thresholds *t = &result->thresholds;
    enum polarity polarity = result->measure->polarity;
    if (polarity == POLARITY_RANGE && t->known) {
        range_cells(report, row, result);
        return;
    }
    bool banded = t->known && (polarity == POLARITY_HIGHER || polarity == POLARITY_LOWER);
    if (polarity == POLARITY_BINARY)
        table_text(report->arena, row,
                   compose_figure(report, result->measure, t->known, t->target, false));
    else
        threshold(report, row, result, t->known && polarity != POLARITY_RANGE, t->target, false);
    threshold(report, row, result, banded, t->red, t->red_default);
    /* The default stretch only serves the score: it is no ambition anyone stated. */
    threshold(report, row, result, banded && t->stretch_given, t->stretch, false);
    threshold(report, row, result, banded, t->worst, t->worst_default);
}

static void measure_row(struct report *report, struct table_block *table,
                        const struct measure_result *result) {
    struct arena *arena = report->arena;
    const struct words *words = report->words;
    const struct measure *measure = result->measure;
    struct table_row *row = table_row(arena, table, ROW_BODY);
    compose_id_cell(report, row, measure->id, NULL);
    struct table_cell *cell = table_cell(arena, row);
    cell->header = true;
    content_styled(arena, cell_content(arena, cell), STYLE_DENSE_BOLD, INK, measure->name);
    if (measure->definition && *measure->definition)
        content_styled(arena, cell_paragraph(arena, cell), STYLE_DENSE_GREY, GREY,
                       measure->definition);
    cell = table_text(arena, row, compose_unit(report, measure));
    content_styled(arena, cell_paragraph(arena, cell), STYLE_DENSE_GREY, GREY,
                   words_text(words, arena_printf(arena, "dictionary.frequency.%s",
                                                  period_frequency_name(measure->frequency))));
    content_styled(arena, cell_paragraph(arena, cell), STYLE_DENSE_GREY, GREY,
                   words_text(words, arena_printf(arena, "aggregation.%s",
                                                  plan_aggregation_name(measure->aggregation))));
    cell = table_text(arena, row,
                      words_text(words, arena_printf(arena, "polarity.%s",
                                                     plan_polarity_name(measure->polarity))));
    content_styled(
        arena, cell_paragraph(arena, cell), STYLE_DENSE_GREY, GREY,
        words_text(words, measure->leading ? "dictionary.leading" : "dictionary.lagging"));
    threshold_cells(report, row, result);
    cell = compose_or_none(report, row, measure->data_source);
    if (measure->owner && *measure->owner)
        content_styled(arena, cell_paragraph(arena, cell), STYLE_DENSE_GREY, GREY, measure->owner);
}

/* What the packet judges: with full scorecards also the measures of the units right below. */
static bool defined_here(const struct report *report, const struct measure *measure) {
    return compose_measure_here(report, measure) ||
           (!report->filter && bearing_has(report, "scorecards") &&
            compose_measure_listed(report, measure));
}

SECTION(dictionary) {
    struct section *section = compose_section(report, template);
    int count = 0;
    for (size_t i = 0; i < report->plan->measures.count; i++)
        count += defined_here(report, &report->plan->measures.items[i]);
    block_title(report->document, &section->blocks,
                words_fill(report->arena, report->words,
                           count > 0 ? "dictionary.title" : "dictionary.title.empty",
                           arena_printf(report->arena, "%d", count), NULL),
                words_text(report->words, "dictionary.subtitle"));
    if (count == 0) {
        compose_none(report, &section->blocks, "dictionary.none");
        return;
    }
    struct table_block *table = block_table(report->document, &section->blocks,
                                            words_text(report->words, "dictionary.summary"))
                                    ->table;
    table->continued = words_text(report->words, "continued");
    columns(report, table);
    for (size_t p = 0; p < report->plan->perspectives.count; p++) {
        const struct perspective *perspective = &report->plan->perspectives.items[p];
        bool first = true;
        for (size_t i = 0; i < report->plan->measures.count; i++) {
            const struct measure_result *result = &report->assessment->measures[i];
            if (!defined_here(report, result->measure) ||
                result->measure->objectives.items[0]->perspective != perspective)
                continue;
            if (first)
                table_text(report->arena, table_row(report->arena, table, ROW_GROUP),
                           perspective->name);
            first = false;
            measure_row(report, table, result);
        }
    }
    columnchoice_apply(report, table);
}
