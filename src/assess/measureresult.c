#include "assess/measureresult.h"

#include "assess/aggregate.h"
#include "assess/forecast.h"
#include "assess/judge.h"
#include "assess/score.h"
#include "assess/trend.h"
#include "assess/variance.h"

/* The figures that are judged at a period: of the period, or of the year to date. */
struct headline {
    bool has_actual, has_target;
    struct exact actual, target;
    struct judged_thresholds thresholds;
    enum threshold_result resolved;
    int have, due;
    struct period carried; /* unset unless the actual is an older one */
    enum status status;
};

/* A walk through the measure's periods, oldest first. */
struct walk {
    struct arena *arena;
    const struct measure *measure;
    const struct settings *settings;
    const struct fiscal *fiscal;
    struct period year_first, year_last; /* of the basis */
    struct aggregate_basis basis;        /* the year to date; only for that headline */
    bool has_older;
    struct period older_period;
    struct exact older;
    enum status status, previous;
    int consecutive;
    struct measure_trouble *trouble;
    struct point_result *points; /* from the period `points_from` on; NULL: none wanted */
    struct period points_from;
    size_t points_count;
};

static bool is_trouble(enum threshold_result result) {
    return result != THRESHOLD_KNOWN && result != THRESHOLD_NO_TARGET;
}

static void note_trouble(struct walk *walk, enum threshold_result result, struct period period) {
    if (is_trouble(result) && !is_trouble(walk->trouble->result)) {
        *walk->trouble = (struct measure_trouble){result, period};
    }
}

static void enter_year(struct walk *walk, struct period period) {
    if (period_set(walk->year_last) && period.start <= walk->year_last.start) {
        return;
    }
    judge_year(judge_anchor(period), period.frequency, walk->fiscal, &walk->year_first,
               &walk->year_last);
    aggregate_basis_start(&walk->basis, walk->arena, walk->measure);
    walk->has_older = false; /* an older year to date says nothing about this one */
}

static void headline_of_period(const struct observation *o, struct headline *h) {
    h->has_actual = o->has_actual;
    h->actual = o->actual;
    h->has_target = o->has_target;
    h->target = o->target;
    h->thresholds = o->thresholds;
    h->resolved = o->resolved;
}

static void headline_to_date(struct walk *walk, const struct observation *o, struct headline *h) {
    enter_year(walk, o->period);
    bool pairs = aggregate_pairs(walk->measure->polarity, o);
    if (pairs) {
        aggregate_basis_add(&walk->basis, o, true);
    }
    h->have = (int)walk->basis.periods;
    h->due = period_between(walk->year_first, o->period) + 1;
    if (!pairs && walk->basis.periods == 0) {
        headline_of_period(o, h); /* shown, not judged */
        h->thresholds.known = false;
        return;
    }
    bool complete = walk->basis.targets == walk->basis.periods;
    bool fits = aggregate_result(&walk->basis.actual, &h->actual) &&
                (!complete || aggregate_result(&walk->basis.target, &h->target));
    h->has_actual = fits && pairs;
    h->has_target = fits && complete;
    h->resolved =
        fits ? aggregate_basis_thresholds(&walk->basis, &h->thresholds) : THRESHOLD_OVERFLOW;
}

static void judge_headline(struct walk *walk, const struct observation *o, struct headline *h) {
    *h = (struct headline){.status = STATUS_NO_DATA};
    if (walk->settings->headline_ytd) {
        headline_to_date(walk, o, h);
    } else {
        headline_of_period(o, h);
    }
    note_trouble(walk, h->resolved, o->period);
    const struct exact *used = NULL;
    struct judge_input input = {
        .arena = walk->arena,
        .polarity = walk->measure->polarity,
        .thresholds = &h->thresholds,
        .actual = h->has_actual ? &h->actual : NULL,
        .older = walk->has_older ? &walk->older : NULL,
        .age = walk->has_older ? period_between(walk->older_period, o->period) : 0,
        .missing = walk->settings->missing,
        .carry_periods = walk->settings->carry_periods,
    };
    h->status = judge(&input, &used);
    if (used && used == input.older) {
        h->has_actual = true;
        h->actual = walk->older;
        h->carried = walk->older_period;
    } else if (h->has_actual) {
        walk->has_older = true;
        walk->older = h->actual;
        walk->older_period = o->period;
    }
}

static void fill_point(struct walk *walk, const struct observation *o, bool past) {
    struct point_result point = {.period = o->period,
                                 .has_target = o->has_target,
                                 .target = o->target.rounded,
                                 .status = STATUS_NOT_DUE};
    if (past) {
        point.has_actual = o->has_actual;
        point.actual = o->actual.rounded;
        point.exact_actual = o->actual.fraction;
        point.status = STATUS_NO_DATA;
    }
    const struct value *forecast = observation_value(walk->measure, SERIES_FORECAST, o->period);
    if (forecast) {
        point.has_forecast = true;
        point.forecast = forecast->value;
    }
    enum polarity polarity = walk->measure->polarity;
    if (o->thresholds.known && (polarity == POLARITY_HIGHER || polarity == POLARITY_LOWER)) {
        point.has_red = true;
        point.red = o->thresholds.red;
    }
    if (polarity == POLARITY_INFO) {
        point.status = STATUS_UNSCORED;
    } else if (point.has_actual && o->thresholds.known) {
        point.status = threshold_status(walk->arena, polarity, &o->thresholds, o->actual);
    }
    bool silent = !point.has_actual && !point.has_target && !point.has_forecast;
    if (!silent || walk->points_count > 0) {
        walk->points[walk->points_count++] = point;
    }
}

static void step(struct walk *walk, struct period period, struct headline *h) {
    struct observation o;
    observation_read(walk->arena, walk->measure, walk->settings, period, &o);
    judge_headline(walk, &o, h);
    walk->previous = walk->status;
    walk->consecutive = h->status == walk->status ? walk->consecutive + 1 : 1;
    walk->status = h->status;
    if (walk->points && period.start >= walk->points_from.start) {
        fill_point(walk, &o, true);
    }
}

/* The periods of the reporting period's fiscal year that are still to come. */
static void add_rest_of_year(struct walk *walk, struct period judged, struct period last) {
    for (struct period p = period_next(judged, 1); p.start <= last.start; p = period_next(p, 1)) {
        struct observation o;
        observation_read(walk->arena, walk->measure, walk->settings, p, &o);
        note_trouble(walk, o.resolved, p);
        fill_point(walk, &o, false);
    }
}

static struct trend trend_to(struct arena *arena, const struct trend_input *input,
                             const struct observation *o, const struct measure *measure,
                             size_t count) {
    struct exact older[4];
    struct trend none = {.direction = DIRECTION_UNKNOWN};
    for (size_t i = 0; i < count; i++) {
        struct period period = period_next(o->period, -1 - (int)i);
        if (!observation_actual(arena, measure, period, &older[i])) {
            return none;
        }
    }
    return trend_of(arena, input, o->actual, older, count);
}

static void fill_trends(struct arena *arena, const struct plan *plan, const struct measure *measure,
                        struct measure_result *r) {
    struct observation o;
    observation_read(arena, measure, &plan->settings, r->period, &o);
    if (!o.has_actual) {
        return;
    }
    struct trend_input input = {.polarity = measure->polarity,
                                .thresholds = &o.thresholds,
                                .dead_band = &measure->dead_band,
                                .dead_percent = plan->settings.dead_band};
    r->trend = trend_to(arena, &input, &o, measure, 1);
    r->trend_mean = trend_to(arena, &input, &o, measure, 4);
    struct exact before;
    if (observation_last_year(arena, measure, r->period, &before)) {
        r->trend_year = trend_of(arena, &input, o.actual, &before, 1);
    }
}

/* Last year's figure on the basis of the headline; false if there is none. */
static bool last_year(struct arena *arena, const struct plan *plan, const struct measure *measure,
                      struct period period, struct exact *out) {
    if (!plan->settings.headline_ytd) {
        return observation_last_year(arena, measure, period, out);
    }
    struct period first, last;
    judge_year(judge_anchor(period), measure->frequency, &plan->organization.fiscal, &first, &last);
    struct aggregate before;
    aggregate_start(&before, arena, measure->aggregation);
    for (struct period p = first; p.start <= period.start; p = period_next(p, 1)) {
        struct observation o;
        struct exact value;
        observation_read(arena, measure, &plan->settings, p, &o);
        if (!aggregate_pairs(measure->polarity, &o)) {
            continue;
        }
        if (!observation_last_year(arena, measure, p, &value)) {
            return false;
        }
        aggregate_add(&before, value, NULL);
    }
    return aggregate_result(&before, out);
}

static void fill_last_year(struct arena *arena, const struct plan *plan,
                           const struct measure *measure, struct measure_result *r) {
    struct exact before;
    r->has_last_year = last_year(arena, plan, measure, r->period, &before);
    if (r->has_last_year) {
        r->last_year = before.rounded;
        r->exact_last_year = before.fraction;
    }
}

static void fill_headline(struct arena *arena, const struct measure *measure,
                          const struct headline *h, bool to_date, struct measure_result *r) {
    r->has_actual = h->has_actual;
    r->has_target = h->has_target;
    const struct exact none = {0};
    struct exact actual = h->has_actual ? h->actual : none;
    struct exact target = h->has_target ? h->target : none;
    r->actual = actual.rounded;
    r->exact_actual = actual.fraction;
    r->target = target.rounded;
    r->exact_target = target.fraction;
    r->thresholds = h->thresholds;
    r->carried = h->carried;
    r->ytd_have = to_date ? h->have : 0;
    r->ytd_due = to_date ? h->due : 0;
    r->status = h->status;
    if (status_scored(h->status)) {
        r->score = score_make(score_of(arena, measure->polarity, &h->thresholds, h->actual));
    }
    bool range = measure->polarity == POLARITY_RANGE; /* its band needs no target */
    if (!h->has_actual || (!h->has_target && !range)) {
        return;
    }
    bool percent = observation_percent(measure);
    struct variance v =
        variance_of(arena, measure->polarity, percent, h->actual, h->target, &h->thresholds);
    r->has_variance = v.known;
    r->has_variance_percent = v.has_percent;
    r->variance_in_points = percent;
    r->variance = v.difference;
    r->variance_side = v.side;
    r->variance_percent = v.percent;
    r->favourable = v.favourable;
}

static void fill_forecast(struct arena *arena, const struct plan *plan,
                          const struct measure *measure, struct period reporting,
                          struct period judged, struct measure_result *r) {
    bool current = period_set(r->carried) || observation_has_actual(measure, judged);
    struct forecast_result f = forecast_year(arena, plan, measure, reporting, judged, current);
    r->forecast_method = f.method;
    r->forecast = f.value.rounded;
    r->exact_forecast = f.value.fraction;
    r->has_year_target = f.has_target;
    r->year_target = f.has_target ? f.target.rounded : decimal_micro(0);
    r->exact_year_target = f.has_target ? f.target.fraction : NULL;
    r->forecast_status = r->status == STATUS_NOT_DUE ? STATUS_NOT_DUE : STATUS_NO_DATA;
    if (measure->polarity == POLARITY_INFO) {
        r->forecast_status = STATUS_UNSCORED;
    } else if (f.method != FORECAST_NONE && f.thresholds.known) {
        r->forecast_status = threshold_status(arena, measure->polarity, &f.thresholds, f.value);
        r->forecast_score = score_of(arena, measure->polarity, &f.thresholds, f.value);
    }
}

/* Walks from the first period the sheet tells of; false if the measure is not due yet. */
static bool walk_to(struct walk *walk, struct period judged, struct headline *h) {
    struct period first = judge_first(walk->measure);
    if (period_set(first) && first.start > judged.start) {
        return false;
    }
    if (!period_set(first)) {
        first = judged;
        walk->status = STATUS_NO_DATA; /* nor was there any before */
    }
    for (struct period p = first; p.start <= judged.start; p = period_next(p, 1)) {
        step(walk, p, h);
    }
    return true;
}

static void start_history(struct arena *arena, struct walk *walk, struct period judged,
                          struct period last) {
    int rest = judged.start < last.start ? period_between(judged, last) : 0;
    walk->points = arena_array(arena, (size_t)(MEASURERESULT_HISTORY + rest), sizeof *walk->points);
    walk->points_from = period_next(judged, 1 - MEASURERESULT_HISTORY);
}

void measureresult_make(struct arena *arena, const struct plan *plan, const struct measure *measure,
                        struct period reporting, bool history, struct measure_result *out,
                        struct measure_trouble *trouble) {
    *out = (struct measure_result){.measure = measure};
    *trouble = (struct measure_trouble){.result = THRESHOLD_KNOWN};
    enum status state = judge_state(measure->state);
    out->status = out->previous_status = out->forecast_status = state;
    if (state != STATUS_NO_DATA) {
        return;
    }
    const struct fiscal *fiscal = &plan->organization.fiscal;
    struct period judged = judge_period(measure->frequency, reporting, fiscal);
    struct period first, last;
    judge_year(period_last(reporting), measure->frequency, fiscal, &first, &last);
    struct walk walk = {.arena = arena,
                        .measure = measure,
                        .settings = &plan->settings,
                        .fiscal = fiscal,
                        .status = STATUS_NOT_DUE,
                        .trouble = trouble};
    if (history) {
        start_history(arena, &walk, judged, last);
    }
    struct headline h = {.status = STATUS_NOT_DUE};
    out->status = out->previous_status = STATUS_NOT_DUE;
    if (walk_to(&walk, judged, &h)) {
        out->period = judged;
        fill_headline(arena, measure, &h, plan->settings.headline_ytd, out);
        fill_trends(arena, plan, measure, out);
        fill_last_year(arena, plan, measure, out);
        out->previous_status = walk.previous;
        out->consecutive = walk.consecutive;
    }
    out->history_now = walk.points_count;
    bool judged_shown = walk.points_count > 0;
    if (history) {
        add_rest_of_year(&walk, judged, last);
    }
    out->history = walk.points;
    out->history_count = walk.points_count;
    out->history_now = judged_shown ? out->history_now - 1 : out->history_count;
    fill_forecast(arena, plan, measure, reporting, judged, out);
}

/* Walks on to a period, not before the one of the last call. */
static void walk_on(struct walk *walk, struct period *next, struct period judged,
                    struct headline *h) {
    for (; next->start <= judged.start; *next = period_next(*next, 1)) {
        step(walk, *next, h);
    }
}

void measureresult_scores(struct arena *arena, const struct plan *plan,
                          const struct measure *measure, const struct period *judged, size_t count,
                          struct past_score *out) {
    enum status state = judge_state(measure->state);
    struct measure_trouble trouble = {.result = THRESHOLD_KNOWN};
    struct walk walk = {.arena = arena,
                        .measure = measure,
                        .settings = &plan->settings,
                        .fiscal = &plan->organization.fiscal,
                        .trouble = &trouble};
    struct headline h = {.status = STATUS_NOT_DUE};
    struct period next = judge_first(measure);
    const bool valued = period_set(next);
    for (size_t i = 0; i < count; i++) {
        out[i] = (struct past_score){.status = state};
        if (state != STATUS_NO_DATA) {
            continue;
        }
        if (!valued) {
            next = judged[i]; /* without any value each period is like the other */
        }
        walk_on(&walk, &next, judged[i], &h);
        out[i].status = h.status;
        if (status_scored(h.status)) {
            out[i].score = score_of(arena, measure->polarity, &h.thresholds, h.actual);
        }
    }
}
