#include "report/exceptioncharts.h"

#include "report/compose.h"
#include <string.h>

enum { CHARTS_MOST = 3, BULLETS_TOGETHER = 10 };
#define CHART_HEIGHT  MM(47) /* three of them and the table fill a page of Letter */
#define LANE          MM(20) /* the same for all, so that their years stand below one another */
#define BULLET_WIDTH  MM(62)
#define BULLET_HEIGHT MM(4.4)

static struct chart_value value_of(struct report *report, const struct measure *measure, bool known,
                                   struct decimal value) {
    struct chart_value at = {known, decimal_double(value), NULL};
    if (known)
        at.label = compose_figure(report, measure, true, value, false);
    return at;
}

static const char *period_name(struct report *report, struct period period) {
    const int months =
        period.frequency == FREQUENCY_WEEKLY ? 0 : 12 / period_per_year(period.frequency);
    const struct date start = period_first(period);
    if (months <= 1)
        return words_month_initial(report->words, start.month);
    if (months == 12)
        return NULL; /* the year's name stands below */
    const int into = (start.month - report->plan->organization.fiscal.start_month + 12) % 12;
    return words_fill(report->arena, report->words,
                      months == 3 ? "exceptions.chart.quarter" : "exceptions.chart.half",
                      arena_printf(report->arena, "%d", into / months + 1), NULL);
}

/* The fiscal year of the judged period and the one before it, as far as the history goes. */
static size_t first_shown(const struct report *report, const struct measure_result *result,
                          size_t *split) {
    const struct fiscal *fiscal = &report->plan->organization.fiscal;
    struct period year = period_year_start(period_last(result->period), fiscal);
    struct date this_year = period_first(year);
    struct date last_year = period_first(period_next(year, -12));
    size_t first = result->history_count;
    *split = result->history_count;
    for (size_t i = result->history_count; i-- > 0;) {
        struct date start = period_first(result->history[i].period);
        if (date_compare(start, this_year) >= 0)
            *split = i;
        if (date_compare(start, last_year) >= 0)
            first = i;
    }
    *split -= first;
    return first;
}

/* "-1.2" for what the strip shows: the actual, else the forecast, against the plan. */
static const char *variance_label(const struct report *report, const struct measure *measure,
                                  const struct point_result *point, bool future) {
    if (!point->has_target || !(point->has_actual || (future && point->has_forecast)))
        return NULL;
    struct decimal variance;
    if (!decimal_sub(point->has_actual ? point->actual : point->forecast, point->target, &variance))
        return NULL;
    return words_number(report->arena, report->words, variance, measure->decimals, true);
}

static bool has_red_line(const struct measure *measure) {
    return measure->polarity == POLARITY_HIGHER || measure->polarity == POLARITY_LOWER;
}

static struct chart_month month_of(struct report *report, const struct measure_result *result,
                                   size_t index, bool prior) {
    const struct point_result *point = &result->history[index];
    const struct measure *measure = result->measure;
    bool future = index > result->history_now;
    return (struct chart_month){
        .initial = period_name(report, point->period),
        .actual = value_of(report, measure, point->has_actual, point->actual),
        .plan = value_of(report, measure, point->has_target && !prior, point->target),
        .forecast = value_of(report, measure, future && point->has_forecast, point->forecast),
        .variance_label = prior ? NULL : variance_label(report, measure, point, future),
        .prior_year = prior,
        .has_red = point->has_red && !prior && has_red_line(measure),
        .red = decimal_double(point->red),
        .status = compose_mark(point->status)};
}

static const char *year_name(struct report *report, struct period period) {
    char year[16];
    period_fiscal_year(period_first(period), &report->plan->organization.fiscal, year);
    return arena_strdup(report->arena, year);
}

/* A red flag by tolerance may lie between two steps of the measure's decimals: one more decimal
 * where it would else read like the plan. */
static const char *red_text(const struct report *report, const struct measure *measure,
                            const struct point_result *point) {
    const char *red = compose_figure(report, measure, true, point->red, false);
    if (!point->has_target || decimal_compare(point->red, point->target) == 0 ||
        strcmp(red, compose_figure(report, measure, true, point->target, false)) != 0)
        return red;
    return words_number(report->arena, report->words, point->red, measure->decimals + 1, false);
}

/* Plan and red flag at the right end are those of the last period that has them. */
static void line_labels(struct report *report, const struct measure_result *result, size_t first,
                        struct chart_columns *columns) {
    const struct measure *measure = result->measure;
    for (size_t i = 0; i < columns->count; i++) {
        const struct point_result *point = &result->history[first + i];
        if (columns->months[i].plan.known)
            columns->plan_label =
                words_fill(report->arena, report->words, "exceptions.chart.plan",
                           compose_figure(report, measure, true, point->target, false), NULL);
        if (columns->months[i].has_red)
            columns->red_label = words_fill(report->arena, report->words, "exceptions.chart.red",
                                            red_text(report, measure, point), NULL);
    }
}

/* What the columns of a year are, after its name: the chart needs no key. */
static const char *year_note(struct report *report, const struct chart_columns *columns) {
    bool forecast = false;
    bool plan = false;
    for (size_t i = columns->year_split; i < columns->count; i++) {
        const struct chart_month *month = &columns->months[i];
        forecast |= month->forecast.known && !month->actual.known;
        plan |= month->plan.known;
    }
    const struct words *words = report->words;
    return arena_printf(report->arena, "%s%s%s", words_text(words, "exceptions.chart.actual"),
                        forecast ? words_text(words, "exceptions.chart.forecast") : "",
                        plan ? words_text(words, "exceptions.chart.outline") : "");
}

static void year_labels(struct report *report, const struct measure_result *result, size_t first,
                        struct chart_columns *columns) {
    const size_t split = columns->year_split;
    columns->first_year = year_name(report, result->history[first].period);
    columns->first_note = words_text(report->words, "exceptions.chart.prior");
    if (split < columns->count)
        columns->second_year = year_name(report, result->history[first + split].period);
    columns->second_note = year_note(report, columns);
}

static const struct chart *month_chart(struct report *report, const struct measure_result *result) {
    struct arena *arena = report->arena;
    const struct measure *measure = result->measure;
    struct chart *chart = arena_alloc(arena, sizeof *chart);
    struct chart_columns *columns = &chart->as.columns;
    chart->kind = CHART_COLUMNS;
    chart->height = CHART_HEIGHT;
    size_t split;
    size_t first = first_shown(report, result, &split);
    columns->count = result->history_count - first;
    columns->year_split = split;
    struct chart_month *months = arena_array(arena, columns->count, sizeof *months);
    for (size_t i = 0; i < columns->count; i++)
        months[i] = month_of(report, result, first + i, i < split);
    columns->months = months;
    columns->lower_better = measure->polarity == POLARITY_LOWER;
    columns->variance_strip = true;
    columns->variance_label = words_text(report->words, "exceptions.chart.variance");
    columns->lane = LANE;
    columns->months_each = measure->frequency == FREQUENCY_WEEKLY
                               ? 1
                               : (unsigned)(12 / period_per_year(measure->frequency));
    year_labels(report, result, first, columns);
    line_labels(report, result, first, columns);
    chart->alt = words_fill(
        arena, report->words, "exceptions.chart.alt", measure->name,
        arena_printf(arena, "%zu", columns->count),
        compose_quantity(report, measure, result->has_actual, result->actual),
        compose_quantity(report, measure, result->has_target, result->target),
        compose_figure(report, measure, result->thresholds.known, result->thresholds.red, false),
        NULL);
    return chart;
}

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
        block->chart = month_chart(report, result);
        caption(report, block, result->measure);
    }
}

static double least(double a, double b) {
    return a < b ? a : b;
}

static double most(double a, double b) {
    return a > b ? a : b;
}

/* What is marked in a bullet graph, from the least to the most. */
struct span {
    double low, high;
};

static struct span marked(const struct measure_result *result) {
    const struct judged_thresholds *t = &result->thresholds;
    const bool range = result->measure->polarity == POLARITY_RANGE;
    const double margin = decimal_double(t->margin);
    const double a = range ? decimal_double(t->lower) - margin : decimal_double(t->red);
    const double b = range ? decimal_double(t->upper) + margin : decimal_double(t->target);
    const double actual = result->has_actual ? decimal_double(result->actual) : a;
    return (struct span){least(actual, least(a, b)), most(actual, most(a, b))};
}

/* From zero to a little beyond the most.  Where nothing could be told apart on that scale, as
 * between 95 and 97 %, only the part that matters. */
static void scale(struct chart_bullet *bullet, const struct measure_result *result) {
    const struct judged_thresholds *t = &result->thresholds;
    const struct span span = marked(result);
    double high = span.high;
    if (t->stretch_given && result->measure->polarity != POLARITY_RANGE)
        high = most(high, decimal_double(t->stretch));
    bullet->from = least(span.low * 1.05, 0);
    bullet->to = most(high * 1.05, 0);
    if (bullet->to <= bullet->from)
        bullet->to = bullet->from + 1;
    const double spread = span.high - span.low;
    bullet->zoomed = spread < (bullet->to - bullet->from) * 0.15;
    if (!bullet->zoomed)
        return;
    const double room = spread > 0 ? spread * 0.3 : most(span.high, -span.high) * 0.05;
    bullet->from = span.low - room;
    bullet->to = span.high + (room > 0 ? room : 1);
}

/* Dark where the status is off track, middle at risk, light on track. */
static void zones(struct chart_bullet *bullet, const struct judged_thresholds *t,
                  enum polarity polarity) {
    const double lower = decimal_double(t->lower);
    const double upper = decimal_double(t->upper);
    const double margin = decimal_double(t->margin);
    const struct chart_zone range[] = {{lower - margin, SHADE_DARK},
                                       {lower, SHADE_MIDDLE},
                                       {upper, SHADE_LIGHT},
                                       {upper + margin, SHADE_MIDDLE},
                                       {bullet->to, SHADE_DARK}};
    const bool low = polarity == POLARITY_LOWER;
    const struct chart_zone one_sided[] = {
        {low ? bullet->target : bullet->red, low ? SHADE_LIGHT : SHADE_DARK},
        {low ? bullet->red : bullet->target, SHADE_MIDDLE},
        {bullet->to, low ? SHADE_DARK : SHADE_LIGHT}};
    bullet->zone_count = polarity == POLARITY_RANGE ? 5 : 3;
    for (size_t i = 0; i < bullet->zone_count; i++)
        bullet->zones[i] = polarity == POLARITY_RANGE ? range[i] : one_sided[i];
}

static const struct chart *bullet_chart(struct report *report,
                                        const struct measure_result *result) {
    const struct judged_thresholds *t = &result->thresholds;
    const struct measure *measure = result->measure;
    bool range = measure->polarity == POLARITY_RANGE;
    struct chart *chart = arena_alloc(report->arena, sizeof *chart);
    chart->kind = CHART_BULLET;
    chart->width = BULLET_WIDTH;
    chart->height = BULLET_HEIGHT;
    struct chart_bullet *bullet = &chart->as.bullet;
    bullet->range = range;
    bullet->lower_better = measure->polarity == POLARITY_LOWER;
    bullet->has_red = bullet->has_target = true;
    bullet->red = decimal_double(range ? t->lower : t->red);
    bullet->target = decimal_double(range ? t->upper : t->target);
    bullet->actual = value_of(report, measure, result->has_actual, result->actual);
    scale(bullet, result);
    zones(bullet, t, measure->polarity);
    chart->alt = words_fill(
        report->arena, report->words, "exceptions.bullet.alt",
        compose_quantity(report, measure, result->has_actual, result->actual),
        compose_quantity(report, measure, result->has_target, result->target),
        compose_figure(report, measure, !range, t->red, false),
        bullet->zoomed ? words_text(report->words, "exceptions.bullet.zoomed") : "", NULL);
    return chart;
}

static bool drawable(const struct report *report, const struct measure_result *result) {
    enum polarity polarity = result->measure->polarity;
    return compose_measure_here(report, result->measure) && result->thresholds.known &&
           result->has_actual &&
           (polarity == POLARITY_HIGHER || polarity == POLARITY_LOWER ||
            polarity == POLARITY_RANGE) &&
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
    const struct chart *chart = bullet_chart(report, result);
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
