/* The chart of a measure's changes: its mean, its limits, and what stands out (domain.md section
 * 4, rule 10). */
#include "assess/deriveseries.h"
#include "assess/signal.h"
#include "assess/signalwords.h"

#include <assert.h>

#define LIMIT INT64_C(2660000) /* 2.66: of the mean moving range, from the mean to a limit */
#define LARGE INT64_C(3267000) /* 3.267: of their mean, from which a moving range is dropped */

/* The work on one measure. */
struct work {
    struct deriving d;
    const struct measure *measure;
    const struct signal_result *chart;
    bool *dropped; /* parallel to the points; the range that leads to the point */
    struct formula mean, range;
};

/* How far a point is from the one before it. */
static struct formula change(struct work *w, size_t at) {
    struct arena *arena = w->d.arena;
    struct exact now = w->chart->points[at].value, before = w->chart->points[at - 1].value, size;
    if (exact_sub(arena, now, before, &size)) {
        return formula_exact(arena, exact_abs(arena, size));
    }
    return formula_abs(arena,
                       formula_sub(arena, formula_exact(arena, now), formula_exact(arena, before)));
}

static const char *change_name(struct work *w, size_t at) {
    return arena_printf(w->d.arena, "from %s to %s",
                        derive_period_text(&w->d, w->chart->points[at - 1].period),
                        derive_period_text(&w->d, w->chart->points[at].period));
}

static void points_steps(struct work *w) {
    struct deriving *d = &w->d;
    const struct signal_result *chart = w->chart;
    for (size_t i = 0; i < chart->count; i++) {
        deriveseries_settle(d, w->measure, SERIES_ACTUAL, chart->points[i].period);
    }
    derive_step(
        d, "mean", RULE_NONE,
        arena_printf(d->arena,
                     "Of the %zu actuals up to the judged one; of more, the last 24 would do.",
                     chart->count));
    struct formula sum = formula_exact(d->arena, chart->points[0].value);
    for (size_t i = 0; i < chart->count; i++) {
        deriveseries_input(d, w->measure, SERIES_ACTUAL, chart->points[i].period);
        if (i > 0) {
            sum = formula_add(d->arena, sum, formula_exact(d->arena, chart->points[i].value));
        }
    }
    struct formula mean =
        formula_div(d->arena, sum, formula_whole(d->arena, (int64_t)chart->count));
    derive_rounds(d, mean, chart->mean);
    w->mean = formula_shown(d->arena, mean.value);
}

/* The mean of the moving ranges: of all, or of those that are kept. */
static struct formula mean_range(struct work *w, bool all) {
    struct deriving *d = &w->d;
    struct formula sum = formula_whole(d->arena, 0);
    int64_t count = 0;
    for (size_t i = 1; i < w->chart->count; i++) {
        struct formula size = change(w, i);
        if (all || !w->dropped[i]) {
            sum = count == 0 ? size : formula_add(d->arena, sum, size);
            count++;
            derive_input(d, change_name(w, i), size.text, (struct place){0});
        }
    }
    return formula_div(d->arena, sum, formula_whole(d->arena, count));
}

/* For what fits because the limits do. */
static void derive_exact(struct work *w, struct formula formula) {
    struct decimal rounded;
    bool fits = rational_round(formula.value, DECIMAL_PLACES, &rounded);
    assert(fits);
    derive_rounds(&w->d, formula, rounded);
}

/* Ranges of 3.267 times the mean of all and more are dropped. */
static void dropped_steps(struct work *w) {
    struct deriving *d = &w->d;
    derive_step(d, "mean of all moving ranges", RULE_NONE,
                "A moving range is how far an actual is from the one before it.");
    struct formula all = mean_range(w, true);
    derive_exact(w, all);
    derive_step(d, "large from", RULE_NONE,
                "Moving ranges of 3.267 times their mean and more are dropped, once.");
    struct formula bound = formula_mul(d->arena, formula_decimal(d->arena, decimal_micro(LARGE)),
                                       formula_shown(d->arena, all.value));
    struct decimal rounded;
    if (rational_round(bound.value, DECIMAL_PLACES, &rounded)) {
        derive_rounds(d, bound, rounded);
    } else {
        derive_result(d, "too large a number");
    }
    derive_step(d, "moving ranges dropped", RULE_NONE, "Those that are not smaller.");
    derive_result(d, arena_printf(d->arena, "%zu", w->chart->dropped));
    for (size_t i = 1; i < w->chart->count; i++) {
        struct formula size = change(w, i);
        w->dropped[i] = rational_compare(size.value, bound.value) >= 0;
        if (w->dropped[i]) {
            derive_input(d, change_name(w, i), size.text, (struct place){0});
        }
    }
}

static void range_step(struct work *w) {
    struct deriving *d = &w->d;
    if (w->chart->dropped > 0) {
        dropped_steps(w);
    }
    derive_step(d, "mean moving range", RULE_NONE,
                w->chart->dropped > 0
                    ? "Of those that are left."
                    : "A moving range is how far an actual is from the one before it.");
    struct formula mean = mean_range(w, false);
    derive_rounds(d, mean, w->chart->range);
    w->range = formula_shown(d->arena, mean.value);
}

static void limit_step(struct work *w, const char *figure, const char *words, int sign,
                       struct formula width) {
    struct deriving *d = &w->d;
    derive_step(d, figure, RULE_NONE, words);
    derive_exact(w, sign > 0 ? formula_add(d->arena, w->mean, width)
                             : formula_sub(d->arena, w->mean, width));
}

static void limit_steps(struct work *w) {
    struct deriving *d = &w->d;
    struct formula width =
        formula_mul(d->arena, formula_decimal(d->arena, decimal_micro(LIMIT)), w->range);
    const char *words = "2.66 times the mean moving range from the mean.";
    limit_step(w, "upper limit", words, 1, width);
    limit_step(w, "lower limit", words, -1, width);
    struct formula near =
        formula_div(d->arena, formula_mul(d->arena, formula_whole(d->arena, 2), width),
                    formula_whole(d->arena, 3));
    words = "Two thirds of the way from the mean to the limit.";
    limit_step(w, "close to the upper limit from", words, 1, near);
    limit_step(w, "close to the lower limit from", words, -1, near);
}

/* What was found of a kind: "none", or all of it with "; " between. */
static void kind_step(struct work *w, enum signal_kind kind, const char *figure,
                      const char *words) {
    struct deriving *d = &w->d;
    struct textbuf found;
    textbuf_init(&found, d->arena);
    derive_step(d, figure, RULE_NONE, words);
    for (size_t i = 0; i < w->chart->signals.count; i++) {
        const struct signal *signal = &w->chart->signals.items[i];
        if (signal->kind == kind) {
            textbuf_str(&found, found.length > 0 ? "; " : "");
            textbuf_str(&found, signalwords(d->arena, d->assessment, w->chart, signal));
        }
    }
    derive_result(d, found.length > 0 ? textbuf_text(&found) : "none");
}

static void signal_steps(struct work *w) {
    struct deriving *d = &w->d;
    kind_step(w, SIGNAL_OUTSIDE, "outside the limits", "Actuals beyond a limit, not on it.");
    kind_step(w, SIGNAL_RUN, "on one side of the mean",
              "Seven or more neighbours above the mean, or below it; one on the mean ends a row.");
    kind_step(w, SIGNAL_SLOPE, "rising or falling",
              "Seven or more neighbours of which each is higher than the one before, or lower.");
    kind_step(w, SIGNAL_NEAR, "close to a limit",
              "Two of three neighbours more than two thirds of the way to the same limit.");
    const char *now = signalwords_now(d->arena, d->assessment, w->chart);
    derive_step(d, "signal", RULE_NONE,
                w->chart->trial ? "What lasts until the last actual.  It is on trial: fewer than "
                                  "12 actuals make poor limits."
                                : "What lasts until the last actual: more than the usual ups and "
                                  "downs, whether good or bad.");
    derive_result(d, now ? now : "none");
}

const struct derivation *derivesignal(struct arena *arena, const struct assessment *assessment,
                                      const struct measure_result *result) {
    const struct measure *measure = result->measure;
    const char *id = arena_printf(arena, "%s/signal", measure->id);
    struct work w = {.d = derive_begin(arena, assessment, 0, "signal", id, measure->name),
                     .measure = measure,
                     .chart = assessment->signals[measure - assessment->plan->measures.items]};
    const char *now = signalwords_now(arena, assessment, w.chart);
    w.d.out->place = measure->place;
    w.d.out->answer =
        arena_printf(arena, "%s %s: %s", id, measure->name, now ? now : "nothing stands out now");
    w.dropped = arena_array(arena, w.chart->count, sizeof *w.dropped);
    points_steps(&w);
    range_step(&w);
    limit_steps(&w);
    signal_steps(&w);
    return w.d.out;
}
