#include "layout/chartalt.h"

#include <string.h>

/* A voice reads it in one breath: of long lists only so many are named. */
enum { SIGNALS_NAMED = 4, RUN_LEAST = 3, IDS_NAMED = 16, STEPS_NAMED = 3 };

/* A text that grows: facts joined by the word for "and". */
struct telling {
    struct arena *arena;
    const struct chartwords *words;
    const char *told;
};

static void add(struct telling *t, const char *fact) {
    t->told = chartwords_join(t->arena, t->words, t->told, fact && *fact ? fact : NULL);
}

static void tell(struct telling *t, enum chartword word, const char *first, const char *second) {
    add(t, chartwords_fill(t->arena, t->words, word, first, second));
}

static const char *number(struct telling *t, size_t n) {
    return arena_printf(t->arena, "%zu", n);
}

static void tell_value(struct telling *t, enum chartword word, const char *name,
                       const struct chart_value *value) {
    if (value->known && value->label)
        tell(t, word, name, value->label);
}

/* A list that grows: names joined, as many as there may be. */
struct naming {
    const char *named;
    size_t count, most;
};

static void put_name(struct telling *t, struct naming *names, const char *one) {
    if (names->count++ < names->most)
        names->named = chartwords_join(t->arena, t->words, names->named, one);
}

/* "R1, R2, 3 more"; NULL: none. */
static const char *named(struct telling *t, const struct naming *names) {
    if (names->count <= names->most)
        return names->named;
    return chartwords_join(t->arena, t->words, names->named,
                           chartwords_fill(t->arena, t->words, CHARTWORD_MORE,
                                           number(t, names->count - names->most), NULL));
}

/* ---- over time -------------------------------------------------------------------------------
 */

struct marks {
    size_t known, last, low, high; /* indexes */
};

/* Which of the actual values are worth telling. */
static struct marks marks_of(const struct chart_month *months, size_t count) {
    struct marks marks = {0, count, count, count};
    for (size_t i = 0; i < count; i++) {
        const struct chart_value *value = &months[i].actual;
        if (!value->known)
            continue;
        marks.known++;
        marks.last = i;
        if (marks.low == count || value->at < months[marks.low].actual.at)
            marks.low = i;
        if (marks.high == count || value->at > months[marks.high].actual.at)
            marks.high = i;
    }
    return marks;
}

static void tell_extremes(struct telling *t, const struct chart_month *months, size_t count) {
    const struct marks marks = marks_of(months, count);
    if (marks.known < 2)
        return;
    const struct chart_month *low = &months[marks.low];
    const struct chart_month *high = &months[marks.high];
    tell_value(t, CHARTWORD_LOWEST, chart_month_name(low), &low->actual);
    tell_value(t, CHARTWORD_HIGHEST, chart_month_name(high), &high->actual);
}

static void tell_months(struct telling *t, const struct chart_columns *columns) {
    const struct chart_month *months = columns->months;
    const struct marks marks = marks_of(months, columns->count);
    if (marks.known > 0) {
        const struct chart_month *last = &months[marks.last];
        tell_value(t, CHARTWORD_LAST, chart_month_name(last), &last->actual);
        if (last->plan.known && last->plan.label)
            tell(t, CHARTWORD_PLAN, last->plan.label, NULL);
        else
            add(t, columns->plan_label);
        add(t, columns->red_label);
    }
    for (size_t i = columns->count; i-- > 0;) {
        if (months[i].actual.known || !months[i].forecast.known)
            continue;
        tell_value(t, CHARTWORD_FORECAST, chart_month_name(&months[i]), &months[i].forecast);
        break;
    }
    tell_extremes(t, months, columns->count);
    size_t missing = 0;
    for (size_t i = 0; i < columns->count; i++)
        missing += !months[i].actual.known && !months[i].forecast.known;
    if (missing > 0 && marks.known > 0)
        tell(t, CHARTWORD_MISSING, number(t, missing), number(t, columns->count));
}

static size_t run_end(const struct chart_xmr *xmr, size_t first) {
    size_t end = first;
    while (end < xmr->count && xmr->points[end].signal)
        end++;
    return end;
}

/* Runs of signals by their ends, others one by one. */
static void tell_signals(struct telling *t, const struct chart_xmr *xmr) {
    struct naming names = {NULL, 0, SIGNALS_NAMED};
    bool any = false;
    size_t end = 0;
    for (size_t i = 0; i<xmr->count; i = end> i ? end : i + 1) {
        end = run_end(xmr, i);
        any |= end > i;
        if (end >= i + RUN_LEAST)
            tell(t, CHARTWORD_SIGNALS_RUN, chart_point_name(&xmr->points[i]),
                 chart_point_name(&xmr->points[end - 1]));
        for (size_t k = i; end < i + RUN_LEAST && k < end; k++)
            put_name(t, &names, chart_point_name(&xmr->points[k]));
    }
    if (names.count > 0)
        tell(t, CHARTWORD_SIGNALS, named(t, &names), NULL);
    if (!any)
        tell(t, CHARTWORD_NO_SIGNAL, NULL, NULL);
}

static void tell_xmr(struct telling *t, const struct chart_xmr *xmr) {
    for (size_t i = xmr->count; i-- > 0;) {
        const struct chart_xmr_point *point = &xmr->points[i];
        if (!point->value.known)
            continue;
        tell_value(t, CHARTWORD_LAST, chart_point_name(point), &point->value);
        break;
    }
    if (!xmr->has_limits)
        return;
    add(t, xmr->mean.label);
    add(t, xmr->lower.label);
    add(t, xmr->upper.label);
    tell_signals(t, xmr);
}

/* ---- others ----------------------------------------------------------------------------------
 */

/* The totals, then the first changes, which are the largest. */
static void tell_waterfall(struct telling *t, const struct chart_waterfall *chart) {
    tell_value(t, CHARTWORD_STEP, chart->from_name, &chart->from);
    tell_value(t, CHARTWORD_STEP, chart->to_name, &chart->to);
    tell_value(t, CHARTWORD_STEP, chart->done_word, &chart->done);
    tell_value(t, CHARTWORD_STEP, chart->rest_word, &chart->rest);
    struct naming names = {NULL, 0, STEPS_NAMED};
    for (size_t i = 0; i < chart->count; i++)
        if (chart->steps[i].label)
            put_name(t, &names,
                     chartwords_fill(t->arena, t->words, CHARTWORD_STEP, chart->steps[i].name,
                                     chart->steps[i].label));
    add(t, named(t, &names));
}

static void tell_risks(struct telling *t, const struct chart_riskmap *map) {
    struct naming names = {NULL, 0, IDS_NAMED};
    for (size_t i = 0; i < map->count; i++)
        if (map->risks[i].above)
            put_name(t, &names, map->risks[i].id);
    tell(t, CHARTWORD_RISKS, number(t, map->count), NULL);
    tell(t, names.count > 0 ? CHARTWORD_ABOVE : CHARTWORD_NONE_ABOVE, named(t, &names), NULL);
}

static void tell_status(struct telling *t, const struct chart_matrix *matrix, enum mark mark) {
    const char *word = mark_letter(mark);
    size_t found = 0;
    for (size_t i = 0; i < matrix->row_count; i++)
        for (size_t k = 0; k < matrix->column_count; k++) {
            const struct chart_matrix_cell *cell = &matrix->rows[i].cells[k];
            if (cell->mark != mark)
                continue;
            found++;
            word = cell->word ? cell->word : word;
        }
    if (found > 0)
        tell(t, CHARTWORD_STATUS, number(t, found), word);
}

static void tell_matrix(struct telling *t, const struct chart_matrix *matrix) {
    struct naming without = {NULL, 0, IDS_NAMED};
    for (size_t k = 0; matrix->totals && k < matrix->column_count; k++)
        if (matrix->totals[k].bad)
            put_name(t, &without, matrix->heads[k]);
    tell(t, CHARTWORD_ROWS, number(t, matrix->row_count), number(t, matrix->column_count));
    if (without.count > 0)
        tell(t, CHARTWORD_WITHOUT, named(t, &without), NULL);
    for (int mark = MARK_EXCEEDS; mark <= MARK_GREY; mark++)
        tell_status(t, matrix, (enum mark)mark);
}

static void tell_scatter(struct telling *t, const struct chart_scatter *scatter) {
    add(t, scatter->verdict);
    tell(t, CHARTWORD_POINTS, number(t, scatter->count), NULL);
    tell(t, CHARTWORD_AXES, scatter->x_label, scatter->y_label);
}

static void tell_tally(struct telling *t, const struct chart_tally *tally) {
    static const int places[5] = {0, 1, 2, 3, 4};
    for (size_t i = 0; i < tally->count; i++)
        for (int k = 0; tally->rows[i].strong && k < 5; k++)
            if (tally->rows[i].counts[k] > 0)
                tell(t, CHARTWORD_STEP, tally->words[places[k]],
                     arena_printf(t->arena, "%d", tally->rows[i].counts[k]));
}

static void tell_fte(struct telling *t, const struct chart_fte *fte) {
    add(t, fte->planned_label);
    add(t, fte->filled_label);
    add(t, fte->has_band ? fte->band_label : NULL);
}

static void tell_bars(struct telling *t, const struct chart *chart) {
    const struct chart_value *own =
        chart->kind == CHART_RATE ? &chart->as.rate.own : &chart->as.variance.value;
    add(t, own->known ? own->label : NULL);
    if (chart->kind == CHART_RATE && chart->as.rate.base.known)
        tell(t, CHARTWORD_BASE, chart->as.rate.base.label, NULL);
}

/* False: no picture of its own. */
static bool tell_chart(struct telling *t, const struct chart *chart) {
    switch ((int)chart->kind) {
    case CHART_COLUMNS:
    case CHART_LINE:
        tell_months(t, &chart->as.columns);
        return true;
    case CHART_XMR:
        tell_xmr(t, &chart->as.xmr);
        return true;
    case CHART_WATERFALL:
        tell_waterfall(t, &chart->as.waterfall);
        return true;
    case CHART_RISKMAP:
        tell_risks(t, &chart->as.riskmap);
        return true;
    case CHART_MATRIX:
        tell_matrix(t, &chart->as.matrix);
        return true;
    case CHART_SCATTER:
        tell_scatter(t, &chart->as.scatter);
        return true;
    case CHART_TALLY:
        tell_tally(t, &chart->as.tally);
        return true;
    case CHART_FTE_TOTAL:
        tell_fte(t, &chart->as.fte);
        return true;
    case CHART_VARIANCE:
    case CHART_RATE:
        tell_bars(t, chart);
        return true;
    default:
        return false;
    }
}

/* A sentence within the sentence would end it twice. */
static const char *unstopped(struct arena *arena, const char *text) {
    static const char *const stops[] = {".", "\u3002"};
    const size_t length = strlen(text);
    for (size_t i = 0; i < sizeof stops / sizeof *stops; i++) {
        const size_t bytes = strlen(stops[i]);
        if (length > bytes && strcmp(text + length - bytes, stops[i]) == 0)
            return arena_printf(arena, "%.*s", (int)(length - bytes), text);
    }
    return text;
}

const char *chartalt_text(struct arena *arena, const struct chart *chart, const char *name,
                          const struct chartwords *words) {
    struct telling t = {arena, words, NULL};
    if (chart_empty(chart))
        add(&t, chart->empty ? chart->empty : words->text[CHARTWORD_NOTHING]);
    else if (!tell_chart(&t, chart))
        return NULL;
    if (!t.told)
        add(&t, words->text[CHARTWORD_NOTHING]);
    return chartwords_fill(arena, words, CHARTWORD_TELL, name, unstopped(arena, t.told));
}
