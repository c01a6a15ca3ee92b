#include "report/exceptioncharts.h"

#include "report/compose.h"
#include "report/divechoice.h"
#include "report/measurechart.h"

enum { CHARTS_MOST = 3, BULLETS_TOGETHER = 10 };
#define CHART_HEIGHT  MM(47) /* three of them and the table fill a page of Letter */
#define BULLET_WIDTH  MM(62)
#define BULLET_HEIGHT MM(4.4)

/* There is something to draw of its months. */
static bool lasting(const struct report *report, const struct measure_result *result) {
    return compose_measure_here(report, result->measure) && result->history_count > 0 &&
           period_set(result->period);
}

/* At risk, and on track before. */
static bool slipped(const struct measure_result *result) {
    return result->status == STATUS_AMBER && status_scored(result->previous_status) &&
           result->previous_status < STATUS_AMBER;
}

static bool drawable(const struct report *report, const struct measure_result *result) {
    return compose_measure_here(report, result->measure) && measurechart_has_bullet(result) &&
           (result->status == STATUS_RED || slipped(result));
}

static void caption(struct report *report, struct block *block, const struct measure *measure) {
    struct arena *arena = report->arena;
    const struct words *words = report->words;
    content_styled(arena, &block->content, STYLE_CAPTION_NAME, NAVY,
                   arena_printf(arena, "%s ", measure->objectives.items[0]->id));
    content_styled(arena, &block->content, STYLE_CAPTION_NAME, INK, measure->name);
    content_styled(
        arena, &block->content, STYLE_CAPTION, GREY,
        words_fill(arena, words, "exceptions.chart.unit", compose_unit(report, measure),
                   words_text(words, arena_printf(arena, "dictionary.frequency.%s",
                                                  period_frequency_name(measure->frequency))),
                   NULL));
}

/* A measure that may have a chart here. */
struct candidate {
    const struct measure_result *result;
    int days;    /* of the same status for so long, about */
    bool leads;  /* the longest of its objective */
    bool chosen; /* for a chart */
};

/* The measures off track; where some have their chart in the deep dives, those that slipped take
 * their places. */
struct candidates {
    struct candidate *items; /* off track, then at risk; each as in the plan */
    size_t count;
    size_t elsewhere; /* off track, and shown in the deep dives */
};

/* Of the same objective and status, and so for longer; of two alike the first in the plan. */
static bool outlasts(const struct candidate *a, const struct candidate *b) {
    return a->result->measure->objectives.items[0] == b->result->measure->objectives.items[0] &&
           a->result->status == b->result->status &&
           (a->days > b->days || (a->days == b->days && a < b));
}

/* What is off track, objectives before their further measures, then the longest. */
static bool precedes(const struct candidate *a, const struct candidate *b) {
    if (a->result->status != b->result->status)
        return a->result->status == STATUS_RED;
    if (a->leads != b->leads)
        return a->leads;
    return a->days != b->days ? a->days > b->days : a < b;
}

static void add_candidate(struct candidates *candidates, const struct measure_result *result) {
    candidates->items[candidates->count++] = (struct candidate){
        .result = result,
        .days = result->consecutive * (364 / period_per_year(result->measure->frequency)),
        .leads = true};
}

static struct candidates gather(struct report *report) {
    const size_t count = report->plan->measures.count;
    const struct divechoice dives = divechoice_promised(report);
    struct candidates candidates = {
        .items = arena_array(report->arena, count, sizeof *candidates.items)};
    for (size_t i = 0; i < count; i++) {
        const struct measure_result *result = &report->assessment->measures[i];
        if (result->status != STATUS_RED || !lasting(report, result))
            continue;
        if (divechoice_shows(report, &dives, result))
            candidates.elsewhere++;
        else
            add_candidate(&candidates, result);
    }
    for (size_t i = 0; i < count && candidates.elsewhere > 0; i++) {
        const struct measure_result *result = &report->assessment->measures[i];
        if (slipped(result) && lasting(report, result) && !divechoice_shows(report, &dives, result))
            add_candidate(&candidates, result);
    }
    return candidates;
}

static struct candidates choose(struct report *report) {
    struct candidates all = gather(report);
    for (size_t i = 0; i < all.count; i++)
        for (size_t j = 0; j < all.count; j++)
            if (outlasts(&all.items[j], &all.items[i]))
                all.items[i].leads = false;
    for (size_t i = 0; i < all.count; i++) {
        size_t ahead = 0;
        for (size_t j = 0; j < all.count; j++)
            ahead += precedes(&all.items[j], &all.items[i]);
        all.items[i].chosen = ahead < CHARTS_MOST;
    }
    return all;
}

/* Which measures are off track, too, but have no chart: nobody is to think them fine. */
static const char *others(struct report *report, const struct candidates *candidates) {
    struct arena *arena = report->arena;
    const char **names = arena_array(arena, candidates->count, sizeof *names);
    size_t count = 0;
    for (size_t i = 0; i < candidates->count; i++) {
        const struct candidate *candidate = &candidates->items[i];
        const struct measure *measure = candidate->result->measure;
        if (!candidate->chosen && candidate->result->status == STATUS_RED)
            names[count++] =
                arena_printf(arena, "%s\u00a0%s", measure->objectives.items[0]->id, measure->name);
    }
    if (count == 0)
        return NULL;
    return words_fill(arena, report->words, "exceptions.chart.others",
                      words_list(arena, report->words, names, count), NULL);
}

/* Heading, who else is off track, and the first chart: what stays together. */
static struct block_list *opening(struct report *report, struct section *section,
                                  const struct candidates *candidates) {
    const struct words *words = report->words;
    struct block *keep = block_add(report->document, &section->blocks, BLOCK_KEEP);
    const bool dives = candidates->elsewhere > 0;
    block_heading(
        report->document, &keep->children,
        words_text(words, dives ? "exceptions.detail.further" : "exceptions.detail"),
        words_text(words, dives ? "exceptions.detail.further.note" : "exceptions.detail.note"));
    const char *more = others(report, candidates);
    if (more)
        block_text(report->document, &keep->children, STYLE_CAPTION, more)->colour = GREY;
    return &keep->children;
}

static void month_charts(struct report *report, struct section *section) {
    const struct candidates all = choose(report);
    bool opened = false;
    for (size_t i = 0; i < all.count; i++) {
        const struct measure_result *result = all.items[i].result;
        if (!all.items[i].chosen)
            continue;
        struct block_list *list = opened ? &section->blocks : opening(report, section, &all);
        opened = true;
        struct block *block = block_add(report->document, list, BLOCK_CHART);
        block->chart = measurechart_months(report, result, CHART_HEIGHT);
        caption(report, block, result->measure);
    }
}

/* True if its scale is zoomed. */
static bool bullet_row(struct report *report, struct table_block *table,
                       const struct measure_result *result) {
    struct arena *arena = report->arena;
    const struct measure *measure = result->measure;
    struct table_row *row = table_row(arena, table, ROW_BODY);
    compose_mark_cell(report, row, result->status, false);
    compose_id_cell(report, row, measure->objectives.items[0]->id, NULL);
    table_text(arena, row, measure->name)->header = true;
    table_text(arena, row, compose_unit(report, measure));
    table_text(arena, row,
               compose_figure(report, measure, result->has_actual, result->actual, false));
    table_text(arena, row, compose_plan(report, result));
    const struct chart *chart = measurechart_bullet(report, result, BULLET_WIDTH, BULLET_HEIGHT);
    table_chart(arena, row, chart);
    return chart->as.bullet.zoomed;
}

static struct table_block *bullet_table(struct report *report, struct block_list *list) {
    struct arena *arena = report->arena;
    const struct words *words = report->words;
    block_heading(report->document, list, words_text(words, "exceptions.bullets"),
                  words_text(words, "exceptions.bullets.note"));
    struct table_block *table =
        block_table(report->document, list, words_text(words, "exceptions.bullets.summary"))->table;
    table->padding = MM(0.6);
    table_column(arena, table, "", ALIGN_LEFT, MM(3.4), STYLE_TABLE)->head_actual =
        words_text(words, "column.status");
    table_column(arena, table, "", ALIGN_LEFT, MM(8), STYLE_TABLE_BOLD)->head_actual =
        words_text(words, "column.id");
    table_column(arena, table, words_text(words, "scorecard.measure"), ALIGN_LEFT, 0, STYLE_TABLE);
    table_column(arena, table, words_text(words, "scorecard.unit"), ALIGN_LEFT, MM(11),
                 STYLE_TABLE_GREY);
    table_column(arena, table, words_text(words, "scorecard.actual"), ALIGN_RIGHT, MM(13),
                 STYLE_TABLE_BOLD);
    table_column(arena, table, words_text(words, "scorecard.plan"), ALIGN_RIGHT, MM(13),
                 STYLE_TABLE);
    table_column(arena, table, "", ALIGN_LEFT, BULLET_WIDTH, STYLE_TABLE)->head_actual =
        words_text(words, "exceptions.bullets");
    return table;
}

static size_t bullet_count(const struct report *report) {
    size_t count = 0;
    for (size_t i = 0; i < report->plan->measures.count; i++)
        count += drawable(report, &report->assessment->measures[i]);
    return count;
}

static void bullets(struct report *report, struct section *section) {
    const size_t count = bullet_count(report);
    if (count == 0)
        return;
    struct block_list *list = &section->blocks;
    if (count <= BULLETS_TOGETHER)
        list = &block_add(report->document, list, BLOCK_KEEP)->children;
    struct table_block *table = bullet_table(report, list);
    bool zoomed = false;
    for (int pass = 0; pass < 2; pass++) {
        enum status status = pass == 0 ? STATUS_RED : STATUS_AMBER;
        for (size_t i = 0; i < report->plan->measures.count; i++) {
            const struct measure_result *result = &report->assessment->measures[i];
            if (result->status == status && drawable(report, result))
                zoomed |= bullet_row(report, table, result);
        }
    }
    block_text(
        report->document, list, STYLE_KEY,
        arena_printf(report->arena, "%s%s", words_text(report->words, "exceptions.bullets.key"),
                     zoomed ? words_text(report->words, "exceptions.bullets.key.zoomed") : ""));
}

/* The charts come last: each is high enough that the last page is never nearly empty. */
void exceptioncharts_add(struct report *report, struct section *section) {
    bullets(report, section);
    month_charts(report, section);
}
