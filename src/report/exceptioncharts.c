#include "report/exceptioncharts.h"

#include "report/compose.h"
#include "report/measurechart.h"

enum { CHARTS_MOST = 3, BULLETS_TOGETHER = 10 };
#define CHART_HEIGHT  MM(47) /* three of them and the table fill a page of Letter */
#define BULLET_WIDTH  MM(62)
#define BULLET_HEIGHT MM(4.4)

static bool lasting(const struct report *report, const struct measure_result *result) {
    return compose_measure_here(report, result->measure) && result->status == STATUS_RED &&
           result->history_count > 0 && period_set(result->period);
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

/* A measure that is off track. */
struct red {
    const struct measure_result *result;
    int days;    /* for so long, about */
    bool leads;  /* the longest off track of its objective */
    bool chosen; /* for a chart */
};

struct reds {
    struct red *items; /* as in the plan */
    size_t count;
};

/* Of the same objective, and off track for longer; of two alike the first in the plan. */
static bool outlasts(const struct red *a, const struct red *b) {
    return a->result->measure->objectives.items[0] == b->result->measure->objectives.items[0] &&
           (a->days > b->days || (a->days == b->days && a < b));
}

/* Objectives before their further measures, then the longest off track. */
static bool precedes(const struct red *a, const struct red *b) {
    if (a->leads != b->leads)
        return a->leads;
    return a->days != b->days ? a->days > b->days : a < b;
}

static struct reds choose(struct report *report) {
    struct reds reds = {
        arena_array(report->arena, report->plan->measures.count, sizeof *reds.items), 0};
    for (size_t i = 0; i < report->plan->measures.count; i++) {
        const struct measure_result *result = &report->assessment->measures[i];
        if (lasting(report, result))
            reds.items[reds.count++] = (struct red){
                .result = result,
                .days = result->consecutive * (364 / period_per_year(result->measure->frequency)),
                .leads = true};
    }
    for (size_t i = 0; i < reds.count; i++)
        for (size_t j = 0; j < reds.count; j++)
            if (outlasts(&reds.items[j], &reds.items[i]))
                reds.items[i].leads = false;
    for (size_t i = 0; i < reds.count; i++) {
        size_t ahead = 0;
        for (size_t j = 0; j < reds.count; j++)
            ahead += precedes(&reds.items[j], &reds.items[i]);
        reds.items[i].chosen = ahead < CHARTS_MOST;
    }
    return reds;
}

/* Which measures are off track, too, but have no chart: nobody is to think them fine. */
static const char *others(struct report *report, const struct reds *reds) {
    struct arena *arena = report->arena;
    const char **names = arena_array(arena, reds->count, sizeof *names);
    size_t count = 0;
    for (size_t i = 0; i < reds->count; i++) {
        const struct measure *measure = reds->items[i].result->measure;
        if (!reds->items[i].chosen)
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
                                  const struct reds *reds) {
    const struct words *words = report->words;
    struct block *keep = block_add(report->document, &section->blocks, BLOCK_KEEP);
    block_heading(report->document, &keep->children, words_text(words, "exceptions.detail"),
                  words_text(words, "exceptions.detail.note"));
    const char *more = others(report, reds);
    if (more)
        block_text(report->document, &keep->children, STYLE_CAPTION, more)->colour = GREY;
    return &keep->children;
}

static void month_charts(struct report *report, struct section *section) {
    const struct reds reds = choose(report);
    bool opened = false;
    for (size_t i = 0; i < reds.count; i++) {
        const struct measure_result *result = reds.items[i].result;
        if (!reds.items[i].chosen)
            continue;
        struct block_list *list = opened ? &section->blocks : opening(report, section, &reds);
        opened = true;
        struct block *block = block_add(report->document, list, BLOCK_CHART);
        block->chart = measurechart_months(report, result, CHART_HEIGHT);
        caption(report, block, result->measure);
    }
}

static bool drawable(const struct report *report, const struct measure_result *result) {
    return compose_measure_here(report, result->measure) && measurechart_has_bullet(result) &&
           (result->status == STATUS_RED ||
            (result->status == STATUS_AMBER && status_scored(result->previous_status) &&
             result->previous_status < STATUS_AMBER));
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
