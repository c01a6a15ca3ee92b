#include "report/evidencechart.h"

#include "assess/evidence.h"
#include "assess/judge.h"
#include "assess/pastscores.h"

#define CHART_WIDTH  MM(84)
#define CHART_HEIGHT MM(58)
enum { TICKS = 3 };

static size_t place_of(const struct report *report, const struct objective *objective) {
    return (size_t)(objective - report->plan->objectives.items);
}

struct chart_scatter evidencechart_pairs(const struct report *report,
                                         const struct evidence_result *result) {
    struct arena *arena = report->arena;
    const struct words *words = report->words;
    bool *wanted = arena_array(arena, report->plan->objectives.count, sizeof *wanted);
    size_t from = place_of(report, result->link->from);
    size_t to = place_of(report, result->link->to);
    wanted[from] = wanted[to] = true;
    const struct association_series *series =
        pastscores(arena, report->assessment, result->step, wanted);
    const struct association_moves left = association_moves(&series[from], ASSOCIATION_MOST);
    const struct association_moves right = association_moves(&series[to], ASSOCIATION_MOST);
    const struct fiscal *fiscal = &report->plan->organization.fiscal;
    struct period last = judge_period(result->step, report->assessment->period, fiscal);
    int lag = result->lag * period_per_year(result->step) / 12;
    struct chart_pair *pairs = arena_array(arena, ASSOCIATION_MOST, sizeof *pairs);
    struct chart_scatter scatter = {.pairs = pairs};
    for (int i = 0; i + lag < ASSOCIATION_MOST; i++) {
        if (!left.known[i] || !right.known[i + lag])
            continue;
        struct period period = period_next(last, i - (ASSOCIATION_MOST - 1));
        pairs[scatter.count++] =
            (struct chart_pair){.x = decimal_double(left.size[i]),
                                .y = decimal_double(right.size[i + lag]),
                                .name = words_period(arena, words, period, fiscal),
                                .x_text = words_number(arena, words, left.size[i], 1, true),
                                .y_text = words_number(arena, words, right.size[i + lag], 1, true)};
    }
    return scatter;
}

/* Lowest, zero and highest. */
static const struct chart_value *ticks(const struct report *report,
                                       const struct chart_scatter *scatter, bool upright) {
    struct chart_value *ticks = arena_array(report->arena, TICKS, sizeof *ticks);
    for (int t = 0; t < TICKS; t++)
        ticks[t] = (struct chart_value){.known = true, .label = "0"};
    for (size_t i = 0; i < scatter->count; i++) {
        const struct chart_pair *pair = &scatter->pairs[i];
        double at = upright ? pair->y : pair->x;
        const char *label = upright ? pair->y_text : pair->x_text;
        if (at < ticks[0].at)
            ticks[0] = (struct chart_value){true, at, label};
        if (at > ticks[TICKS - 1].at)
            ticks[TICKS - 1] = (struct chart_value){true, at, label};
    }
    return ticks;
}

static const char *const verdicts[] = {"map.evidence.unknown", "map.evidence.not-shown",
                                       "map.evidence.shown", "map.evidence.against"};

static void add_chart(struct report *report, struct block *columns,
                      const struct evidence_result *result) {
    struct arena *arena = report->arena;
    const struct words *words = report->words;
    const struct link *link = result->link;
    struct block_list *list = vec_add(arena, &columns->columns);
    vec_push(arena, &columns->column_widths, CHART_WIDTH);
    struct chart *chart = arena_alloc(arena, sizeof *chart);
    chart->kind = CHART_SCATTER;
    chart->width = CHART_WIDTH;
    chart->height = CHART_HEIGHT;
    struct chart_scatter *scatter = &chart->as.scatter;
    *scatter = evidencechart_pairs(report, result);
    const char *lag = arena_printf(arena, "%d", result->lag);
    scatter->x_label = words_fill(arena, words, "evidence.axis.cause", link->from->id, NULL);
    scatter->y_label = words_fill(arena, words, "evidence.axis.effect", link->to->id, lag, NULL);
    scatter->x_ticks = ticks(report, scatter, false);
    scatter->y_ticks = ticks(report, scatter, true);
    scatter->x_tick_count = scatter->y_tick_count = TICKS;
    scatter->verdict = words_text(words, verdicts[result->verdict]);
    chart->alt = words_fill(arena, words, "evidence.chart.alt", link->from->name, link->to->name,
                            lag, words_text(words, verdicts[result->verdict]),
                            arena_printf(arena, "%d", result->moves), NULL);
    struct block *block = block_add(report->document, list, BLOCK_CHART);
    block->chart = chart;
    content_styled(
        arena, &block->content, STYLE_CAPTION_NAME, INK,
        words_fill(arena, words, "evidence.chart.name", link->from->id, link->to->id, NULL));
    content_styled(arena, &block->content, STYLE_CAPTION, GREY,
                   words_fill(arena, words, "evidence.chart.figures",
                              words_number(arena, words, result->moved, 2, true),
                              words_number(arena, words, result->p, 3, false),
                              arena_printf(arena, "%d", result->moves), NULL));
}

/* Of a smaller p, then of stronger moves, then first on the sheet. */
static bool clearer(const struct evidence_result *a, const struct evidence_result *b) {
    int order = decimal_compare(a->p, b->p);
    return order < 0 ||
           (order == 0 && decimal_compare(decimal_abs(a->moved), decimal_abs(b->moved)) > 0);
}

/* The clearest of what was found so, or of all that was tested. */
static const struct evidence_result *clearest(const struct report *report, bool any,
                                              enum evidence_verdict verdict) {
    const struct evidence_result *found = NULL;
    for (size_t i = 0; report->assessment->evidence && i < report->plan->links.count; i++) {
        const struct evidence_result *one = &report->assessment->evidence[i];
        if (evidence_concerns(one, report->unit) && one->verdict != FOUND_TOO_LITTLE &&
            (any || one->verdict == verdict) && (!found || clearer(one, found)))
            found = one;
    }
    return found;
}

static const struct evidence_result *least_clear(const struct report *report) {
    const struct evidence_result *found = NULL;
    for (size_t i = 0; i < report->plan->links.count; i++) {
        const struct evidence_result *one = &report->assessment->evidence[i];
        if (evidence_concerns(one, report->unit) && one->verdict != FOUND_TOO_LITTLE &&
            (!found || clearer(found, one)))
            found = one;
    }
    return found;
}

void evidencechart_add(struct report *report, struct section *section) {
    const struct evidence_result *most = clearest(report, true, FOUND_SUPPORTED);
    if (!most)
        return;
    const struct evidence_result *other = clearest(
        report, false, most->verdict == FOUND_CONTRADICTED ? FOUND_SUPPORTED : FOUND_CONTRADICTED);
    if (!other)
        other = least_clear(report);
    struct block *columns = block_add(report->document, &section->blocks, BLOCK_COLUMNS);
    add_chart(report, columns, most);
    if (other != most)
        add_chart(report, columns, other);
}
