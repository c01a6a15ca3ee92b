#include "assess/outlookneed.h"

#include "assess/forecast.h"
#include "assess/judge.h"
#include "assess/variance.h"
#include <assert.h>

/* The fiscal year of the reporting period in the measure's own periods. */
struct year {
    const struct measure *measure;
    struct period first, last, judged;
    int periods, have;          /* with an actual by the judged one */
    bool ended;                 /* the last one has an actual */
    bool negative;              /* some actual is below 0 */
    const struct rational *sum; /* of actuals */
    struct exact least, most;   /* of them */
};

static struct year year_of(struct arena *arena, const struct plan *plan,
                           const struct measure *measure, struct period reporting) {
    const struct fiscal *fiscal = &plan->organization.fiscal;
    struct year year = {.measure = measure, .sum = rational_of(arena, 0, 1)};
    year.judged = judge_period(measure->frequency, reporting, fiscal);
    judge_year(period_last(reporting), measure->frequency, fiscal, &year.first, &year.last);
    for (struct period p = year.first; p.start <= year.last.start; p = period_next(p, 1)) {
        struct exact actual;
        year.periods++;
        if (p.start > year.judged.start || !observation_actual(arena, measure, p, &actual)) {
            continue;
        }
        bool first = year.have++ == 0;
        year.ended = p.start == year.last.start;
        year.negative = year.negative || exact_sign(actual) < 0;
        year.sum = rational_add(arena, year.sum, exact_rational(arena, actual));
        year.least = first || exact_compare(actual, year.least) < 0 ? actual : year.least;
        year.most = first || exact_compare(actual, year.most) > 0 ? actual : year.most;
    }
    return year;
}

/* ---- what is needed ---- */

static const struct rational *average(struct arena *arena, const struct rational *sum, int count) {
    return rational_div(arena, sum, rational_of(arena, count, 1));
}

/* For a year's figure of `edge` by the mean or the sum. */
static const struct rational *rest_for(struct arena *arena, const struct year *year,
                                       struct exact edge) {
    int times = year->measure->aggregation == AGGREGATE_MEAN ? year->periods : 1;
    const struct rational *whole =
        rational_mul(arena, exact_rational(arena, edge), rational_of(arena, times, 1));
    return average(arena, rational_sub(arena, whole, year->sum), year->periods - year->have);
}

static void need_average(struct arena *arena, const struct year *year, const struct exact *least,
                         const struct exact *most, struct outlook_measure *m) {
    m->need = NEED_AVERAGE;
    m->least = least ? rest_for(arena, year, *least) : NULL;
    m->most = most ? rest_for(arena, year, *most) : NULL;
    /* What only ever adds up does not come down again. */
    bool adds = year->measure->aggregation == AGGREGATE_SUM && !year->negative;
    if (adds && m->most && rational_sign(m->most) < 0) {
        m->need = NEED_TOO_LATE;
        m->least = m->most = NULL;
    }
}

static void need_limits(struct arena *arena, enum outlook_need need, const struct exact *least,
                        const struct exact *most, struct outlook_measure *m) {
    m->need = need;
    m->least = least ? exact_rational(arena, *least) : NULL;
    m->most = most ? exact_rational(arena, *most) : NULL;
}

/* The least or greatest of the year. */
static void need_extreme(struct arena *arena, const struct year *year, const struct exact *least,
                         const struct exact *most, struct outlook_measure *m) {
    bool lowest = year->measure->aggregation == AGGREGATE_MIN;
    const struct exact *every = lowest ? least : most;
    if (least && most) {
        return;
    }
    if (!every) {
        need_limits(arena, NEED_ONCE, least, most, m);
        return;
    }
    bool passed = year->have > 0 && (lowest ? exact_compare(year->least, *every) < 0
                                            : exact_compare(year->most, *every) > 0);
    if (passed) {
        m->need = NEED_TOO_LATE;
        return;
    }
    need_limits(arena, NEED_EVERY, least, most, m);
}

static void fill_need(struct arena *arena, const struct year *year,
                      const struct judged_thresholds *t, struct outlook_measure *m) {
    enum polarity polarity = year->measure->polarity;
    bool range = polarity == POLARITY_RANGE;
    const struct exact bottom = range ? threshold_lower(t) : threshold_target(t);
    const struct exact top = range ? threshold_upper(t) : threshold_target(t);
    const struct exact *least = polarity == POLARITY_LOWER ? NULL : &bottom;
    const struct exact *most = polarity == POLARITY_HIGHER ? NULL : &top;
    enum aggregation rule = year->measure->aggregation;
    if (rule == AGGREGATE_LAST ? year->ended : year->have == year->periods) {
        m->need = NEED_OVER;
    } else if (rule == AGGREGATE_LAST) {
        need_limits(arena, NEED_AT_END, least, most, m);
    } else if (rule == AGGREGATE_MIN || rule == AGGREGATE_MAX) {
        need_extreme(arena, year, least, most, m);
    } else if (rule != AGGREGATE_RATIO) {
        need_average(arena, year, least, most, m);
    }
}

/* ---- how far it is ---- */

static void fill_gap(struct arena *arena, const struct measure_result *r,
                     const struct judged_thresholds *t, struct outlook_measure *m) {
    enum polarity polarity = r->measure->polarity;
    bool percent = observation_percent(r->measure);
    struct variance v = variance_of(
        arena, polarity, percent, exact_of(r->forecast, r->exact_forecast), threshold_target(t), t);
    m->has_gap = v.known;
    m->gap = v.difference;
    m->has_gap_percent = v.known && v.has_percent;
    m->gap_percent = v.percent;
    m->gap_in_points = percent;
    m->has_band = polarity == POLARITY_RANGE;
    m->lower = t->lower;
    m->upper = t->upper;
}

static enum outlook_reason reason_of(const struct measure_result *r) {
    if (r->measure->polarity == POLARITY_INFO) {
        return OUTLOOK_INFO;
    }
    if (r->forecast_method == FORECAST_NONE) {
        return OUTLOOK_NO_FORECAST;
    }
    return status_scored(r->forecast_status) ? OUTLOOK_EXPECTED : OUTLOOK_NO_TARGET;
}

/* ---- a year ago ---- */

static void look_back(struct arena *arena, const struct plan *plan, struct period reporting,
                      const struct measure_result *r, struct outlook_measure *m) {
    const struct measure *measure = r->measure;
    const struct fiscal *fiscal = &plan->organization.fiscal;
    if (r->forecast_method == FORECAST_DECLARED) {
        return;
    }
    struct period then = period_next(reporting, -period_per_year(reporting.frequency));
    struct year year = year_of(arena, plan, measure, then);
    if (year.judged.start >= year.last.start || !observation_has_actual(measure, year.judged)) {
        return;
    }
    struct period end = period_next(period_year_start(period_last(then), fiscal), 11);
    struct year whole = year_of(arena, plan, measure, end);
    if (measure->aggregation == AGGREGATE_LAST ? !whole.ended : whole.have < whole.periods) {
        return;
    }
    struct forecast_result foreseen = forecast_year(arena, plan, measure, then, year.judged, true);
    struct forecast_result ended = forecast_year(arena, plan, measure, end, whole.last, true);
    assert(ended.method != FORECAST_DECLARED); /* nothing of that year is left to declare */
    m->has_hindsight = foreseen.method == r->forecast_method;
    m->foreseen = foreseen.value.rounded;
    m->ended = ended.value.rounded;
}

struct outlook_measure outlookneed(struct arena *arena, const struct assessment *assessment,
                                   const struct measure_result *result) {
    const struct plan *plan = assessment->plan;
    struct outlook_measure m = {.result = result, .reason = reason_of(result)};
    struct year year = year_of(arena, plan, result->measure, assessment->period);
    m.periods = year.periods;
    m.have = year.have;
    m.last = year.last;
    if (m.reason != OUTLOOK_EXPECTED) {
        return m;
    }
    bool current =
        period_set(result->carried) || observation_has_actual(result->measure, year.judged);
    struct forecast_result f =
        forecast_year(arena, plan, result->measure, assessment->period, year.judged, current);
    fill_gap(arena, result, &f.thresholds, &m);
    fill_need(arena, &year, &f.thresholds, &m);
    if (m.need == NEED_AVERAGE && year.have > 0) {
        m.so_far = average(arena, year.sum, year.have);
    }
    look_back(arena, plan, assessment->period, result, &m);
    return m;
}
