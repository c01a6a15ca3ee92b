#include "assess/deriveseries.h"

#include "assess/assessview.h"
#include <assert.h>
#include <string.h>

const char *deriveseries_rule_words(enum aggregation aggregation) {
    static const char *const words[] = {
        [AGGREGATE_LAST] = "the latest of",
        [AGGREGATE_SUM] = "the sum of",
        [AGGREGATE_MEAN] = "the mean of",
        [AGGREGATE_RATIO] = "the ratio (by denominators where all have them, else the mean) over",
        [AGGREGATE_MIN] = "the least of",
        [AGGREGATE_MAX] = "the greatest of"};
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

static struct formula mean_of(struct deriving *d, const struct formula *items, size_t count) {
    if (count == 1) {
        return items[0];
    }
    return formula_div(d->arena, sum_of(d, items, count), formula_whole(d->arena, (int64_t)count));
}

static struct formula last_of(struct deriving *d, const struct formula *items, size_t count) {
    (void)d;
    return items[count - 1];
}

static struct formula least_of(struct deriving *d, const struct formula *items, size_t count) {
    return formula_min(d->arena, items, count);
}

static struct formula greatest_of(struct deriving *d, const struct formula *items, size_t count) {
    return formula_max(d->arena, items, count);
}

typedef struct formula combination(struct deriving *d, const struct formula *items, size_t count);

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
    static combination *const combinations[] = {
        [AGGREGATE_LAST] = last_of,  [AGGREGATE_SUM] = sum_of,   [AGGREGATE_MEAN] = mean_of,
        [AGGREGATE_RATIO] = mean_of, [AGGREGATE_MIN] = least_of, [AGGREGATE_MAX] = greatest_of};
    if (measure->aggregation == AGGREGATE_RATIO && all_weighted(parts, count)) {
        return ratio_of(d, measure, parts, count);
    }
    return combinations[measure->aggregation](d, items, count);
}

/* ---- shorter periods ---- */

#define MOST_SHORTER 54 /* weeks that touch a year */

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
    return workbook_field(value->record, COLUMN_VALUES_PERIOD)->period.frequency <
           measure->frequency;
}

/* True for what is counted, in whatever unit the measure is. */
static bool counted(enum series series) {
    return series == SERIES_NUMERATOR || series == SERIES_DENOMINATOR;
}

/* How shorter periods are combined: counts add up, and what cannot be a ratio of ratios is taken
 * as a mean. */
static enum aggregation rule_of(const struct measure *measure, enum series series) {
    if (counted(series)) {
        return AGGREGATE_SUM;
    }
    return measure->aggregation == AGGREGATE_RATIO ? AGGREGATE_MEAN : measure->aggregation;
}

/* What a row gives in the measure's own unit: a cell that shows 87 % holds 0.87. */
static struct decimal own_number(const struct measure *measure, const struct record *row,
                                 enum series series) {
    const struct field *field = workbook_field(row, COLUMN_VALUES_VALUE);
    struct decimal number = field->number;
    if (field->percent && observation_percent(measure) && !counted(series)) {
        bool fits = decimal_mul(number, decimal_of(100), &number);
        assert(fits);
    }
    return number;
}

/* A measure has the values of its home unit; those of others are not used. */
static bool of_own_unit(const struct measure *measure, const struct record *row) {
    const struct field *unit = workbook_field(row, COLUMN_VALUES_UNIT);
    return !unit->filled || strcmp(unit->text, assessview_measure_unit(measure)->id) == 0;
}

/* In a sound workbook every row of values says of what, when and how much. */
static bool is_part(const struct deriving *d, const struct measure *measure, enum series series,
                    const struct value *value, enum frequency shorter, const struct record *row) {
    struct period period = workbook_field(row, COLUMN_VALUES_PERIOD)->period;
    return strcmp(workbook_field(row, COLUMN_VALUES_MEASURE)->text, measure->id) == 0 &&
           workbook_field(row, COLUMN_VALUES_SERIES)->choice == (int)series &&
           period.frequency == shorter &&
           period_equal(own_period(d, measure, period), value->period) && of_own_unit(measure, row);
}

/* The rows of the shorter periods, oldest first, the first one of each. */
static size_t rows_of(const struct deriving *d, const struct measure *measure, enum series series,
                      const struct value *value, const struct record ***out) {
    const struct workbook *workbook = d->plan->workbook;
    enum frequency shorter = workbook_field(value->record, COLUMN_VALUES_PERIOD)->period.frequency;
    const struct period first =
        period_holding(period_first(value->period), shorter, &d->plan->organization.fiscal);
    const struct record *slots[MOST_SHORTER] = {NULL};
    for (size_t i = 0; i < workbook->tables[SHEET_VALUES].records.count; i++) {
        const struct record *row = &workbook->tables[SHEET_VALUES].records.items[i];
        if (!is_part(d, measure, series, value, shorter, row)) {
            continue;
        }
        struct period period = workbook_field(row, COLUMN_VALUES_PERIOD)->period;
        int at = period_between(first, period);
        assert(at >= 0 && at < MOST_SHORTER);
        slots[at] = slots[at] ? slots[at] : row;
    }
    const struct record **rows = arena_array(d->arena, MOST_SHORTER, sizeof *rows);
    size_t count = 0;
    for (int at = 0; at < MOST_SHORTER; at++) {
        if (slots[at]) {
            rows[count++] = slots[at];
        }
    }
    *out = rows;
    return count;
}

static const char *input_name(const struct deriving *d, enum series series, struct period period) {
    return arena_printf(d->arena, "%s of %s", plan_series_name(series),
                        derive_period_text(d, period));
}

/* The rows that a value was put together from, as inputs, or its own. */
static void row_inputs(struct deriving *d, const struct measure *measure, enum series series,
                       const struct value *value) {
    if (!combined(measure, value)) {
        derive_number(d, input_name(d, series, value->period), value->value,
                      plan_value_place(d->plan, value));
        return;
    }
    const struct record **rows;
    size_t count = rows_of(d, measure, series, value, &rows);
    for (size_t i = 0; i < count; i++) {
        struct period period = workbook_field(rows[i], COLUMN_VALUES_PERIOD)->period;
        derive_number(d, input_name(d, series, period), own_number(measure, rows[i], series),
                      workbook_place(d->plan->workbook, rows[i], COLUMN_VALUES_VALUE));
    }
}

/* A value as it stands in its row, or as it was put together. */
static struct formula value_of(struct deriving *d, const struct measure *measure,
                               enum series series, const struct value *value) {
    if (!combined(measure, value)) {
        return formula_decimal(d->arena, value->value);
    }
    const struct record **rows;
    size_t count = rows_of(d, measure, series, value, &rows);
    struct deriveseries_part *parts = arena_array(d->arena, count, sizeof *parts);
    for (size_t i = 0; i < count; i++) {
        parts[i].formula = formula_decimal(d->arena, own_number(measure, rows[i], series));
    }
    const struct measure rule = {.aggregation = rule_of(measure, series)};
    return deriveseries_aggregate(d, &rule, parts, count);
}

/* ---- one period ---- */

/* For an actual that there is, but no row gives: it is the ratio of what the rows do give. */
static bool from_ratio(const struct measure *measure, struct period period) {
    const struct value *actual = observation_value(measure, SERIES_ACTUAL, period);
    bool written = actual && (!actual->record ||
                              workbook_field(actual->record, COLUMN_VALUES_SERIES)->choice ==
                                  (int)SERIES_ACTUAL);
    return measure->aggregation == AGGREGATE_RATIO && !written;
}

static void ratio_step(struct deriving *d, const struct measure *measure, struct period period,
                       struct exact result) {
    const struct value *top = observation_value(measure, SERIES_NUMERATOR, period);
    const struct value *bottom = observation_value(measure, SERIES_DENOMINATOR, period);
    struct formula over = value_of(d, measure, SERIES_NUMERATOR, top);
    if (observation_percent(measure)) {
        over = formula_mul(d->arena, formula_whole(d->arena, 100), over);
    }
    derive_figure(d, formula_div(d->arena, over, value_of(d, measure, SERIES_DENOMINATOR, bottom)),
                  result);
    row_inputs(d, measure, SERIES_NUMERATOR, top);
    row_inputs(d, measure, SERIES_DENOMINATOR, bottom);
}

void deriveseries_step(struct deriving *d, const struct measure *measure, enum series series,
                       struct period period, const char *figure) {
    const char *name = input_name(d, series, period);
    if (series == SERIES_ACTUAL && from_ratio(measure, period)) {
        struct exact actual;
        bool found = observation_actual(d->arena, measure, period, &actual);
        assert(found);
        derive_step(d, figure ? figure : name, RULE_PERIODS, "Numerator over denominator.");
        ratio_step(d, measure, period, actual);
        return;
    }
    const struct value *value = observation_value(measure, series, period);
    assert(value);
    derive_step(d, figure ? figure : name, RULE_PERIODS,
                combined(measure, value)
                    ? arena_printf(d->arena, "It is %s the shorter periods of %s.",
                                   deriveseries_rule_words(rule_of(measure, series)),
                                   derive_period_text(d, period))
                    : arena_printf(d->arena, "The %s.", name));
    derive_figure(d, value_of(d, measure, series, value), observation_exact(value));
    row_inputs(d, measure, series, value);
}

/* True if a row gives the figure. */
static bool direct(const struct measure *measure, enum series series, struct period period) {
    if (series == SERIES_ACTUAL && from_ratio(measure, period)) {
        return false;
    }
    const struct value *value = observation_value(measure, series, period);
    assert(value);
    return !combined(measure, value);
}

void deriveseries_settle(struct deriving *d, const struct measure *measure, enum series series,
                         struct period period) {
    if (direct(measure, series, period)) {
        return;
    }
    const char *name = input_name(d, series, period);
    for (size_t i = 0; i < d->out->steps.count; i++) {
        if (strcmp(d->out->steps.items[i].figure, name) == 0) {
            return;
        }
    }
    deriveseries_step(d, measure, series, period, NULL);
}

void deriveseries_input(struct deriving *d, const struct measure *measure, enum series series,
                        struct period period) {
    const struct value *value = observation_value(measure, series, period);
    struct decimal number;
    struct place place = {0};
    if (series == SERIES_ACTUAL) {
        bool found = observation_shown(measure, period, &number);
        assert(found);
    } else {
        number = value->value;
    }
    if (direct(measure, series, period)) {
        place = plan_value_place(d->plan, value);
    }
    derive_number(d, input_name(d, series, period), number, place);
}
