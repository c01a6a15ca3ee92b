#include "plan/planseries.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

/* ---- order and repetitions ---- */

/* As on the sheet; in a file of one line by column. */
static int compare_places(const struct record *left, const struct record *right) {
    struct record_spot a = workbook_spot(left, COLUMN_VALUES_VALUE);
    struct record_spot b = workbook_spot(right, COLUMN_VALUES_VALUE);
    if (a.line != b.line)
        return a.line < b.line ? -1 : 1;
    return a.column < b.column ? -1 : a.column > b.column;
}

/* Longer periods first, then by time, then as on the sheet. */
static int compare_raw(const void *a, const void *b) {
    const struct value *left = a;
    const struct value *right = b;
    if (left->period.frequency != right->period.frequency)
        return left->period.frequency > right->period.frequency ? -1 : 1;
    if (left->period.start != right->period.start)
        return left->period.start < right->period.start ? -1 : 1;
    return compare_places(left->record, right->record);
}

static void sort_raw(struct value *raw, size_t count) {
    for (size_t i = 1; i < count; i++) {
        if (compare_raw(&raw[i - 1], &raw[i]) > 0) {
            qsort(raw, count, sizeof *raw, compare_raw);
            return;
        }
    }
}

static void report_repeated(struct planbuild *b, const struct measure *measure, enum series series,
                            const struct value *first, const struct value *second) {
    struct place place = plan_value_place(b->plan, second);
    const char *where = planbuild_where(b, plan_value_place(b->plan, first));
    const char *period = planbuild_period_text(b, second->period);
    const char *name = plan_series_name(series);
    if (decimal_compare(first->value, second->value) == 0)
        diag_report(b->diags, BP3323, place, measure->id, name, period, NULL);
    else
        diag_report(b->diags, BP3322, place, measure->id, name, period,
                    planbuild_number_text(b, second->value), planbuild_number_text(b, first->value),
                    where, NULL);
}

/* Keeps the first of each period. */
static size_t drop_repeated(struct planbuild *b, const struct measure *measure, enum series series,
                            struct value *raw, size_t count) {
    size_t kept = 0;
    for (size_t i = 0; i < count; i++) {
        if (kept && period_equal(raw[kept - 1].period, raw[i].period))
            report_repeated(b, measure, series, &raw[kept - 1], &raw[i]);
        else
            raw[kept++] = raw[i];
    }
    return kept;
}

/* ---- combining shorter periods ---- */

/* The own period that a shorter one belongs to. */
static struct period own_period(const struct planbuild *b, const struct measure *measure,
                                struct period p) {
    struct date at =
        p.frequency == FREQUENCY_WEEKLY ? date_from_days(p.start + 3) : period_first(p);
    return period_holding(at, measure->frequency, &b->plan->organization.fiscal);
}

/* How many shorter periods belong to an own one. */
static size_t parts_of(struct period own, enum frequency shorter) {
    if (shorter != FREQUENCY_WEEKLY)
        return (size_t)(period_per_year(shorter) / period_per_year(own.frequency));
    /* Thursdays: day 0 of the calendar of days, 1970-01-01, was one. */
    int32_t first = date_days(period_first(own));
    int32_t last = date_days(period_last(own));
    int32_t offset = ((-first) % 7 + 7) % 7;
    return (size_t)((last - first - offset) / 7 + 1);
}

/* How a series combines: numerators and denominators add up; what cannot be a ratio of ratios is
 * taken as a mean. */
static enum aggregation rule_of(const struct measure *measure, enum series series) {
    if (series == SERIES_NUMERATOR || series == SERIES_DENOMINATOR)
        return AGGREGATE_SUM;
    return measure->aggregation == AGGREGATE_RATIO ? AGGREGATE_MEAN : measure->aggregation;
}

/* The quotient as a value: rounded, with the fraction where it needs one. */
static bool divide(struct planbuild *b, struct decimal top, struct decimal bottom,
                   struct value *out) {
    struct exact quotient;
    if (!exact_div(b->arena, exact_decimal(top), exact_decimal(bottom), &quotient))
        return false;
    out->value = quotient.rounded;
    out->fraction = quotient.fraction;
    return true;
}

static bool combine(struct planbuild *b, enum aggregation rule, const struct value *parts,
                    size_t count, struct value *out) {
    struct decimal total = parts[0].value;
    for (size_t i = 1; i < count; i++) {
        struct decimal part = parts[i].value;
        bool smaller = decimal_compare(part, total) < 0;
        if (rule == AGGREGATE_SUM || rule == AGGREGATE_MEAN) {
            if (!decimal_add(total, part, &total))
                return false;
        } else if (rule == AGGREGATE_LAST || smaller == (rule == AGGREGATE_MIN)) {
            total = part;
        }
    }
    out->value = total;
    return rule != AGGREGATE_MEAN || divide(b, total, decimal_of((int64_t)count), out);
}

static bool complete(enum aggregation rule, struct period own, const struct value *parts,
                     size_t count) {
    if (rule != AGGREGATE_LAST)
        return count == parts_of(own, parts[0].period.frequency);
    struct period after = period_next(parts[count - 1].period, 1);
    struct date at =
        after.frequency == FREQUENCY_WEEKLY ? date_from_days(after.start + 3) : period_first(after);
    return date_compare(at, period_last(own)) > 0;
}

/* An actual of a period that is not over is incomplete by nature. */
static bool still_running(const struct planbuild *b, enum series series, struct period own) {
    bool happened =
        series == SERIES_ACTUAL || series == SERIES_NUMERATOR || series == SERIES_DENOMINATOR;
    return happened && date_compare(period_last(own), b->plan->organization.as_of) > 0;
}

static void add_combined(struct planbuild *b, struct measure *measure, enum series series,
                         struct period own, const struct value *parts, size_t count) {
    enum aggregation rule = rule_of(measure, series);
    struct value value = parts[count - 1];
    if (!complete(rule, own, parts, count)) {
        if (!still_running(b, series, own))
            diag_report(b->diags, BP3326, plan_value_place(b->plan, &value), measure->id,
                        plan_series_name(series), planbuild_period_text(b, own),
                        planbuild_count_text(b, count),
                        planbuild_count_text(b, parts_of(own, parts[0].period.frequency)),
                        period_frequency_name(parts[0].period.frequency), NULL);
        return;
    }
    value.period = own;
    for (size_t i = 0; i < count; i++) {
        value.restated |= parts[i].restated;
        value.provisional |= parts[i].provisional;
    }
    if (!combine(b, rule, parts, count, &value)) {
        diag_report(b->diags, BP3330, plan_value_place(b->plan, &value), measure->id,
                    planbuild_period_text(b, own), NULL);
        return;
    }
    vec_push(b->arena, &measure->series[series], value);
}

static int compare_values(const void *a, const void *b) {
    const struct value *left = a;
    const struct value *right = b;
    return left->period.start < right->period.start ? -1 : left->period.start > right->period.start;
}

static void sort_values(struct measure *measure, enum series series) {
    if (measure->series[series].count > 1)
        qsort(measure->series[series].items, measure->series[series].count, sizeof(struct value),
              compare_values);
}

/* Adds what the values of one shorter frequency make, where nothing longer was given. */
static void add_shorter(struct planbuild *b, struct measure *measure, enum series series,
                        const struct value *raw, size_t count) {
    size_t known = measure->series[series].count;
    for (size_t i = 0, next; i < count; i = next) {
        struct period own = own_period(b, measure, raw[i].period);
        for (next = i + 1; next < count; next++)
            if (!period_equal(own_period(b, measure, raw[next].period), own))
                break;
        if (!plan_value_among(measure->series[series].items, known, own))
            add_combined(b, measure, series, own, &raw[i], next - i);
    }
    sort_values(measure, series);
}

/* A place of its own for a series that will grow by at most `more` values: as filled, it is a slice
 * of an array whose next slices are other series. */
static void make_room(struct planbuild *b, struct measure *measure, enum series series,
                      size_t more) {
    size_t count = measure->series[series].count;
    struct value *items = arena_array(b->arena, count + more, sizeof *items);
    for (size_t i = 0; i < count; i++)
        items[i] = measure->series[series].items[i];
    measure->series[series].items = items;
    measure->series[series].capacity = count + more;
}

void planseries_fill(struct planbuild *b, struct measure *measure, enum series series,
                     struct value *raw, size_t count) {
    sort_raw(raw, count);
    count = drop_repeated(b, measure, series, raw, count);
    size_t at = 0;
    while (at < count && raw[at].period.frequency == measure->frequency)
        at++;
    measure->series[series].items = raw;
    measure->series[series].capacity = measure->series[series].count = at;
    if (at < count && series == SERIES_ACTUAL && measure->aggregation == AGGREGATE_RATIO) {
        diag_report(b->diags, BP3327, plan_value_place(b->plan, &raw[at]), measure->id,
                    period_frequency_name(raw[at].period.frequency), NULL);
        return;
    }
    if (at < count)
        make_room(b, measure, series, count - at);
    while (at < count) {
        size_t next = at;
        while (next < count && raw[next].period.frequency == raw[at].period.frequency)
            next++;
        add_shorter(b, measure, series, &raw[at], next - at);
        at = next;
    }
}

/* ---- ratios ---- */

static void report_unpaired(struct planbuild *b, const struct measure *measure,
                            const struct value *value, enum series has, enum series lacks) {
    diag_report(b->diags, BP3329, plan_value_place(b->plan, value), measure->id,
                planbuild_period_text(b, value->period), plan_series_name(has),
                plan_series_name(lacks), NULL);
}

static void add_ratio(struct planbuild *b, struct measure *measure, const struct value *numerator,
                      const struct value *denominator) {
    if (decimal_zero(denominator->value)) {
        diag_report(b->diags, BP3328, plan_value_place(b->plan, denominator), measure->id,
                    planbuild_period_text(b, denominator->period), NULL);
        return;
    }
    struct value value = *numerator;
    bool fits = true;
    if (strcmp(measure->unit_of_measure, "%") == 0)
        fits = decimal_mul(value.value, decimal_of(100), &value.value);
    if (!fits || !divide(b, value.value, denominator->value, &value)) {
        diag_report(b->diags, BP3330, plan_value_place(b->plan, numerator), measure->id,
                    planbuild_period_text(b, numerator->period), NULL);
        return;
    }
    value.restated |= denominator->restated;
    value.provisional |= denominator->provisional;
    vec_push(b->arena, &measure->series[SERIES_ACTUAL], value);
}

/* Which comes first: the numerator (-1), the denominator (1), or a pair of one period (0). */
static int first_of(const struct value *tops, size_t top_count, const struct value *bottoms,
                    size_t bottom_count) {
    if (!top_count || !bottom_count)
        return top_count ? -1 : 1;
    return tops->period.start == bottoms->period.start
               ? 0
               : (tops->period.start < bottoms->period.start ? -1 : 1);
}

void planseries_ratio(struct planbuild *b, struct measure *measure) {
    assert(measure->aggregation == AGGREGATE_RATIO);
    size_t known = measure->series[SERIES_ACTUAL].count;
    const struct value *tops = measure->series[SERIES_NUMERATOR].items;
    const struct value *bottoms = measure->series[SERIES_DENOMINATOR].items;
    size_t top_count = measure->series[SERIES_NUMERATOR].count;
    size_t bottom_count = measure->series[SERIES_DENOMINATOR].count;
    if (top_count && bottom_count)
        make_room(b, measure, SERIES_ACTUAL, top_count < bottom_count ? top_count : bottom_count);
    while (top_count || bottom_count) {
        int first = first_of(tops, top_count, bottoms, bottom_count);
        const struct value *one = first <= 0 ? tops : bottoms;
        bool written = plan_value_among(measure->series[SERIES_ACTUAL].items, known, one->period);
        if (!written && first == 0)
            add_ratio(b, measure, tops, bottoms);
        else if (!written)
            report_unpaired(b, measure, one, first < 0 ? SERIES_NUMERATOR : SERIES_DENOMINATOR,
                            first < 0 ? SERIES_DENOMINATOR : SERIES_NUMERATOR);
        if (first <= 0) {
            tops++;
            top_count--;
        }
        if (first >= 0) {
            bottoms++;
            bottom_count--;
        }
    }
    sort_values(measure, SERIES_ACTUAL);
}
