#include "report/tallybars.h"

#include "report/compose.h"

#include <string.h>

static void forecast_tally(const struct report *report, int counts[5]) {
    memset(counts, 0, 5 * sizeof *counts);
    for (size_t i = 0; i < report->plan->objectives.count; i++)
        if (compose_objective_here(report, &report->plan->objectives.items[i]))
            counts[compose_tally_index(report->assessment->objectives[i].forecast_status)]++;
}

/* The strong row in words, then the others in the same order. */
static const char *tally_alt(struct report *report, const struct chart_tally_row *rows,
                             size_t count) {
    struct arena *arena = report->arena;
    const char *told = "", *rest = "";
    for (size_t i = 0; i < count; i++) {
        const char *numbers[4];
        for (int k = 0; k < 4; k++)
            numbers[k] =
                arena_printf(arena, "%d", rows[i].counts[k + 1] + (k ? 0 : rows[i].counts[0]));
        if (rows[i].strong)
            told = words_fill(arena, report->words, "brief.tally.alt", numbers[0], numbers[1],
                              numbers[2], numbers[3], NULL);
        else
            rest =
                arena_printf(arena, "%s %s", rest,
                             words_fill(arena, report->words, "brief.tally.alt.row", rows[i].label,
                                        numbers[0], numbers[1], numbers[2], numbers[3], NULL));
    }
    return arena_printf(arena, "%s%s", told, rest);
}

static void tally_key(struct report *report, struct block *block, const int counts[5]) {
    const struct group_result *whole =
        filter_group(report->filter, report->assessment, report->unit);
    const struct assessment *previous = report->assessment->previous;
    const struct group_result *before =
        previous ? filter_group(report->filter, previous, report->unit) : NULL;
    struct content *key = &block->second;
    int total = counts[0] + counts[1] + counts[2] + counts[3] + counts[4];
    content_text(
        report->arena, key,
        words_fill(
            report->arena, report->words,
            whole && whole->score.exact ? "brief.key" : "brief.key.unscored",
            arena_printf(report->arena, "%d", total),
            whole ? compose_score(report, whole->score) : words_text(report->words, "missing"),
            before ? compose_score(report, before->score) : words_text(report->words, "missing"),
            whole ? compose_percent(report, whole->coverage) : words_text(report->words, "missing"),
            NULL));
}

void tallybars_add(struct report *report, struct block_list *list, const int counts[5]) {
    struct chart_tally_row *rows = arena_array(report->arena, 3, sizeof *rows);
    size_t n = 0;
    if (report->assessment->previous) {
        rows[n].label = words_text(report->words, "brief.last-period");
        compose_tally(report, report->assessment->previous, rows[n++].counts);
    }
    rows[n].label = words_text(report->words, "brief.this-period");
    rows[n].strong = true;
    memcpy(rows[n++].counts, counts, 5 * sizeof *counts);
    rows[n].label = words_text(report->words, "brief.forecast");
    forecast_tally(report, rows[n++].counts);
    struct chart *chart = arena_alloc(report->arena, sizeof *chart);
    chart->kind = CHART_TALLY;
    chart->height = MM(4.6) * (mp)n + MM(1.6) * (mp)(n - 1);
    chart->alt = tally_alt(report, rows, n);
    chart->as.tally.rows = rows;
    chart->as.tally.count = n;
    static const enum status order[5] = {STATUS_EXCEEDS, STATUS_GREEN, STATUS_AMBER, STATUS_RED,
                                         STATUS_NO_DATA};
    for (size_t i = 0; i < 5; i++)
        chart->as.tally.words[i] = compose_status_word(report, order[i]);
    struct block *block = block_add(report->document, list, BLOCK_CHART);
    block->chart = chart;
    tally_key(report, block, counts);
}
