#include "assess/deriveseries.h"

#include <assert.h>
#include <string.h>

const char *deriveseries_rule_words(enum aggregation aggregation) {
    static const char *const words[] = {
        [AGGREGATE_LAST] = "the latest of", [AGGREGATE_SUM] = "the sum of",
        [AGGREGATE_MEAN] = "the mean of",   [AGGREGATE_RATIO] = "the ratio over",
        [AGGREGATE_MIN] = "the least of",   [AGGREGATE_MAX] = "the greatest of"};
    return words[aggregation];
}

/* ---- aggregates ---- */

static struct formula sum_of(struct deriving *d, const struct formula *items, size_t count) {
    struct formula sum = items[0];
    for (size_t i = 1; i < count; i++) {
        sum = formula_add(d->arena, sum, items[i]);
    }
    return sum;
}

static bool all_weighted(const struct deriveseries_part *parts, size_t count) {
    for (size_t i = 0; i < count; i++) {
        if (!parts[i].weight && !parts[i].has_parts) {
            return false;
        }
    }
    return true;
}

/* Numerators over denominators, or values weighted with the denominators. */
static struct formula ratio_of(struct deriving *d, const struct measure *measure,
                               const struct deriveseries_part *parts, size_t count) {
    struct formula *tops = arena_array(d->arena, count, sizeof *tops);
    struct formula *bottoms = arena_array(d->arena, count, sizeof *bottoms);
    for (size_t i = 0; i < count; i++) {
        if (parts[i].has_parts) {
            tops[i] = formula_decimal(d->arena, parts[i].numerator);
            bottoms[i] = formula_decimal(d->arena, parts[i].denominator);
        } else {
            bottoms[i] = *parts[i].weight;
            tops[i] = formula_mul(d->arena, parts[i].formula, bottoms[i]);
        }
    }
    struct formula top = sum_of(d, tops, count);
    if (parts[0].has_parts && observation_percent(measure)) {
        top = formula_mul(d->arena, formula_whole(d->arena, 100), top);
    }
    return formula_div(d->arena, top, sum_of(d, bottoms, count));
}

struct formula deriveseries_aggregate(struct deriving *d, const struct measure *measure,
                                      const struct deriveseries_part *parts, size_t count) {
    assert(count > 0);
    struct formula *items = arena_array(d->arena, count, sizeof *items);
    for (size_t i = 0; i < count; i++) {
        items[i] = parts[i].formula;
    }
    switch (measure->aggregation) {
    case AGGREGATE_LAST:
        return items[count - 1];
    case AGGREGATE_MIN:
        return formula_min(d->arena, items, count);
    case AGGREGATE_MAX:
        return formula_max(d->arena, items, count);
    case AGGREGATE_SUM:
        return sum_of(d, items, count);
    case AGGREGATE_RATIO:
        if (all_weighted(parts, count)) {
            return ratio_of(d, measure, parts, count);
        }
        break;
    case AGGREGATE_MEAN:
        break;
    }
    if (count == 1) {
        return items[0];
    }
    return formula_div(d->arena, sum_of(d, items, count), formula_whole(d->arena, (int64_t)count));
}

/* ---- shorter periods ---- */

static struct period own_period(const struct deriving *d, const struct measure *measure,
                                struct period p) {
    struct date at =
        p.frequency == FREQUENCY_WEEKLY ? date_from_days(p.start + 3) : period_first(p);
    return period_holding(at, measure->frequency, &d->plan->organization.fiscal);
}

/* True if the value was put together from rows of shorter periods. */
static bool combined(const struct measure *measure, const struct value *value) {
    if (!value->record) {
        return false;
    }
    const struct field *field = workbook_field(value->record, COLUMN_VALUES_PERIOD);
    return field->filled && field->period.frequency < measure->frequency;
}

/* What a row gives in the measure's own unit: a cell that shows 87 % holds 0.87. */
static struct decimal own_number(const struct measure *measure, const struct record *row,
                                 enum series series) {
    const struct field *field = workbook_field(row, COLUMN_VALUES_VALUE);
    struct decimal number = field->number;
    if (field->percent && observation_percent(measure) && series != SERIES_NUMERATOR &&
        series != SERIES_DENOMINATOR) {
        bool fits = decimal_mul(number, decimal_of(100), &number);
        assert(fits);
    }
    return number;
}

static bool is_part(const struct deriving *d, const struct measure *measure, enum series series,
                    const struct value *value, enum frequency shorter, const struct record *row) {
    const struct field *id = workbook_field(row, COLUMN_VALUES_MEASURE);
    const struct field *what = workbook_field(row, COLUMN_VALUES_SERIES);
    const struct field *period = workbook_field(row, COLUMN_VALUES_PERIOD);
    return id->filled && strcmp(id->text, measure->id) == 0 && what->filled &&
           what->choice == (int)series && period->filled &&
           workbook_field(row, COLUMN_VALUES_VALUE)->filled &&
           period->period.frequency == shorter &&
           period_equal(own_period(d, measure, period->period), value->period);
}

/* The rows of the shorter periods, oldest first, the first one of each. */
static size_t rows_of(const struct deriving *d, const struct measure *measure, enum series series,
                      const struct value *value, const struct record ***out) {
    const struct workbook *workbook = d->plan->workbook;
    enum frequency shorter = workbook_field(value->record, COLUMN_VALUES_PERIOD)->period.frequency;
    VEC(const struct record *) rows = {0};
    for (size_t i = 0; i < workbook->tables[SHEET_VALUES].records.count; i++) {
        const struct record *row = &workbook->tables[SHEET_VALUES].records.items[i];
        if (!is_part(d, measure, series, value, shorter, row)) {
            continue;
        }
        struct period period = workbook_field(row, COLUMN_VALUES_PERIOD)->period;
        size_t at = rows.count;
        while (at > 0 && workbook_field(rows.items[at - 1], COLUMN_VALUES_PERIOD)->period.start >
                             period.start) {
            at--;
        }
        if (at > 0 && period_equal(workbook_field(rows.items[at - 1], COLUMN_VALUES_PERIOD)->period,
                                   period)) {
            continue;
        }
        vec_push(d->arena, &rows, row);
        memmove(&rows.items[at + 1], &rows.items[at], (rows.count - 1 - at) * sizeof *rows.items);
        rows.items[at] = row;
    }
    *out = rows.items;
    return rows.count;
}

static const char *input_name(struct deriving *d, enum series series, struct period period) {
    return arena_printf(d->arena, "%s of %s", plan_series_name(series),
                        derive_period_text(d, period));
}

void deriveseries_inputs(struct deriving *d, const struct measure *measure, enum series series,
                         const struct value *value) {
    if (!combined(measure, value)) {
        derive_number(d, input_name(d, series, value->period), value->value,
                      plan_value_place(d->plan, value));
        return;
    }
    const struct record **rows;
    size_t count = rows_of(d, measure, series, value, &rows);
    for (size_t i = 0; i < count; i++) {
        derive_number(d,
                      input_name(d, series, workbook_field(rows[i], COLUMN_VALUES_PERIOD)->period),
                      own_number(measure, rows[i], series),
                      workbook_place(d->plan->workbook, rows[i], COLUMN_VALUES_VALUE));
    }
}

/* A value that was put together from shorter periods, as it was. */
static struct formula combination(struct deriving *d, const struct measure *measure,
                                  enum series series, const struct value *value) {
    const struct record **rows;
    size_t count = rows_of(d, measure, series, value, &rows);
    struct deriveseries_part *parts = arena_array(d->arena, count, sizeof *parts);
    for (size_t i = 0; i < count; i++) {
        parts[i].formula = formula_decimal(d->arena, own_number(measure, rows[i], series));
    }
    struct measure rule = {.aggregation = measure->aggregation};
    if (series == SERIES_NUMERATOR || series == SERIES_DENOMINATOR) {
        rule.aggregation = AGGREGATE_SUM;
    }
    return deriveseries_aggregate(d, &rule, parts, count);
}

/* ---- one period's actual ---- */

/* An actual that no row gives: the ratio of what the rows do give. */
static bool from_ratio(const struct measure *measure, struct period period,
                       const struct value **top, const struct value **bottom) {
    const struct value *actual = observation_value(measure, SERIES_ACTUAL, period);
    *top = observation_value(measure, SERIES_NUMERATOR, period);
    *bottom = observation_value(measure, SERIES_DENOMINATOR, period);
    bool written = actual && (!actual->record ||
                              workbook_field(actual->record, COLUMN_VALUES_SERIES)->choice ==
                                  (int)SERIES_ACTUAL);
    return measure->aggregation == AGGREGATE_RATIO && !written && *top && *bottom;
}

void deriveseries_actual_inputs(struct deriving *d, const struct measure *measure,
                                struct period period) {
    const struct value *top, *bottom;
    if (from_ratio(measure, period, &top, &bottom)) {
        deriveseries_inputs(d, measure, SERIES_NUMERATOR, top);
        deriveseries_inputs(d, measure, SERIES_DENOMINATOR, bottom);
        return;
    }
    const struct value *value = observation_value(measure, SERIES_ACTUAL, period);
    if (value) {
        deriveseries_inputs(d, measure, SERIES_ACTUAL, value);
    }
}

static struct formula part_of_ratio(struct deriving *d, const struct measure *measure,
                                    enum series series, const struct value *value) {
    if (!combined(measure, value)) {
        return formula_decimal(d->arena, value->value);
    }
    return combination(d, measure, series, value);
}

void deriveseries_actual(struct deriving *d, const struct measure *measure, const char *figure,
                         const char *words, struct period period, struct decimal actual) {
    derive_step(d, figure, RULE_PERIODS, words);
    const struct value *top, *bottom;
    if (from_ratio(measure, period, &top, &bottom)) {
        struct formula over = part_of_ratio(d, measure, SERIES_NUMERATOR, top);
        if (observation_percent(measure)) {
            over = formula_mul(d->arena, formula_whole(d->arena, 100), over);
        }
        over = formula_div(d->arena, over, part_of_ratio(d, measure, SERIES_DENOMINATOR, bottom));
        derive_rounds(d, over, actual);
    } else {
        const struct value *value = observation_value(measure, SERIES_ACTUAL, period);
        assert(value && decimal_compare(value->value, actual) == 0);
        if (combined(measure, value)) {
            derive_rounds(d, combination(d, measure, SERIES_ACTUAL, value), actual);
        } else {
            derive_number_result(d, actual);
        }
    }
    deriveseries_actual_inputs(d, measure, period);
}
