#include "plan/readmeasures.h"

#include <stdlib.h>
#include <string.h>

static const enum frequency frequencies[] = {FREQUENCY_WEEKLY, FREQUENCY_MONTHLY,
                                             FREQUENCY_QUARTERLY, FREQUENCY_HALF_YEARLY,
                                             FREQUENCY_YEARLY};
/* In the order of the sheet's choices. */
static const enum aggregation aggregations[] = {AGGREGATE_LAST,  AGGREGATE_SUM, AGGREGATE_MEAN,
                                                AGGREGATE_RATIO, AGGREGATE_MIN, AGGREGATE_MAX};
static const enum entity_state states[] = {STATE_PROPOSED, STATE_ACTIVE, STATE_RETIRED,
                                           STATE_NOT_APPLICABLE};

/* A quantity in the measure's own unit: a cell formatted as a percentage holds 0.87 where a measure
 * in % means 87. */
static struct quantity own_quantity(struct planbuild *b, const struct record *record, int column,
                                    const struct measure *measure) {
    struct quantity quantity = planbuild_quantity(b, record, column);
    if (quantity.known && workbook_field(record, column)->percent &&
        strcmp(measure->unit_of_measure, "%") == 0)
        decimal_mul(quantity.value, decimal_of(100), &quantity.value);
    return quantity;
}

static unsigned read_decimals(struct planbuild *b, const struct record *record) {
    const struct field *field = workbook_field(record, COLUMN_MEASURES_DECIMALS);
    if (!field->filled)
        return 0;
    if (decimal_compare(field->number, decimal_of(DECIMAL_PLACES)) > 0) {
        diag_report(b->diags, BP3341, planbuild_place(b, record, COLUMN_MEASURES_DECIMALS),
                    planbuild_text(record, COLUMN_MEASURES_ID), field->text, NULL);
        return DECIMAL_PLACES;
    }
    return (unsigned)(field->number.micro / DECIMAL_ONE);
}

static void read_objectives_of(struct planbuild *b, const struct record *record,
                               struct measure *measure) {
    size_t *objectives;
    size_t count = planbuild_references(b, record, COLUMN_MEASURES_OBJECTIVE, &objectives);
    for (size_t i = 0; i < count; i++) {
        struct objective *objective = &b->plan->objectives.items[objectives[i]];
        vec_push(b->arena, &measure->objectives, objective);
        vec_push(b->arena, &objective->measures, measure);
    }
}

static void read_measure(struct planbuild *b, const struct record *record, size_t index) {
    struct measure *measure = &b->plan->measures.items[index];
    *measure = (struct measure){
        .id = planbuild_text(record, COLUMN_MEASURES_ID),
        .name = planbuild_text(record, COLUMN_MEASURES_NAME),
        .definition = planbuild_text(record, COLUMN_MEASURES_DEFINITION),
        .unit_of_measure = planbuild_text(record, COLUMN_MEASURES_UNIT_OF_MEASURE),
        .owner = planbuild_text(record, COLUMN_MEASURES_OWNER),
        .data_source = planbuild_text(record, COLUMN_MEASURES_DATA_SOURCE),
        .steward = planbuild_text(record, COLUMN_MEASURES_DATA_STEWARD),
        .decimals = read_decimals(b, record),
        .polarity =
            (enum polarity)planbuild_choice(record, COLUMN_MEASURES_POLARITY, (int)POLARITY_INFO),
        .leading = planbuild_choice(record, COLUMN_MEASURES_LEADING_LAGGING, 1) == 0,
        .frequency = frequencies[planbuild_choice(record, COLUMN_MEASURES_FREQUENCY, 1)],
        .aggregation = aggregations[planbuild_choice(record, COLUMN_MEASURES_AGGREGATION, 0)],
        .weight = planbuild_quantity(b, record, COLUMN_MEASURES_WEIGHT),
        .critical = planbuild_choice(record, COLUMN_MEASURES_CRITICAL, 0) == 1,
        .state = states[planbuild_choice(record, COLUMN_MEASURES_STATE, 1)],
        .place = planbuild_place(b, record, COLUMN_MEASURES_ID),
    };
    measure->baseline = own_quantity(b, record, COLUMN_MEASURES_BASELINE, measure);
    measure->baseline_date = planbuild_date(record, COLUMN_MEASURES_BASELINE_DATE);
    measure->dead_band = own_quantity(b, record, COLUMN_MEASURES_TREND_DEAD_BAND, measure);
    measure->parent = planbuild_measure(b, record, COLUMN_MEASURES_PARENT);
    read_objectives_of(b, record, measure);
    if (measure->parent == measure) {
        measure->parent = NULL;
        diag_report(b->diags, BP3342, planbuild_place(b, record, COLUMN_MEASURES_PARENT),
                    measure->id, NULL);
    }
}

/* ---- thresholds ---- */

/* Factors of the target have no unit; everything else is in the measure's own. */
static struct quantity level(struct planbuild *b, const struct record *record, int column,
                             const struct measure *measure, enum threshold_method method) {
    return method == THRESHOLD_RATIO ? planbuild_quantity(b, record, column)
                                     : own_quantity(b, record, column, measure);
}

static void read_threshold(struct planbuild *b, const struct record *record) {
    size_t index = planbuild_reference(b, record, COLUMN_THRESHOLDS_MEASURE);
    if (index == IDMAP_NONE)
        return;
    struct measure *measure = &b->plan->measures.items[index];
    enum threshold_method method =
        (enum threshold_method)planbuild_choice(record, COLUMN_THRESHOLDS_METHOD, 0);
    struct threshold *threshold = vec_add(b->arena, &measure->thresholds);
    *threshold = (struct threshold){
        .effective = planbuild_date(record, COLUMN_THRESHOLDS_EFFECTIVE_FROM),
        .method = method,
        .red = level(b, record, COLUMN_THRESHOLDS_RED_FLAG, measure, method),
        .stretch = level(b, record, COLUMN_THRESHOLDS_STRETCH, measure, method),
        .worst = level(b, record, COLUMN_THRESHOLDS_WORST, measure, method),
        .lower = level(b, record, COLUMN_THRESHOLDS_LOWER, measure, method),
        .upper = level(b, record, COLUMN_THRESHOLDS_UPPER, measure, method),
        .margin = level(b, record, COLUMN_THRESHOLDS_MARGIN, measure, method),
        .place = planbuild_place(b, record, COLUMN_THRESHOLDS_MEASURE),
    };
}

/* Unset dates come first. */
static int32_t date_key(struct date date) {
    return date.year * 512 + date.month * 32 + date.day;
}

static int compare_thresholds(const void *a, const void *b) {
    const struct threshold *left = a;
    const struct threshold *right = b;
    int32_t order = date_key(left->effective) - date_key(right->effective);
    if (order)
        return order;
    if (left->place.line != right->place.line)
        return left->place.line < right->place.line ? -1 : 1;
    return left->place.row < right->place.row ? -1 : left->place.row > right->place.row;
}

static void sort_thresholds(struct planbuild *b, struct measure *measure) {
    if (measure->thresholds.count < 2)
        return;
    qsort(measure->thresholds.items, measure->thresholds.count, sizeof *measure->thresholds.items,
          compare_thresholds);
    for (size_t i = 1; i < measure->thresholds.count; i++) {
        const struct threshold *first = &measure->thresholds.items[i - 1];
        const struct threshold *second = &measure->thresholds.items[i];
        if (date_key(first->effective) == date_key(second->effective))
            diag_report(b->diags, BP3319, second->place, measure->id,
                        planbuild_where(b, first->place), NULL);
    }
}

void readmeasures(struct planbuild *b) {
    const struct plan_rows *rows = &b->rows[SHEET_MEASURES];
    struct plan *plan = b->plan;
    plan->measures.items = arena_array(b->arena, rows->list.count, sizeof(struct measure));
    plan->measures.capacity = plan->measures.count = rows->list.count;
    for (size_t i = 0; i < rows->list.count; i++)
        read_measure(b, rows->list.items[i], i);
    const struct plan_rows *thresholds = &b->rows[SHEET_THRESHOLDS];
    for (size_t i = 0; i < thresholds->list.count; i++)
        read_threshold(b, thresholds->list.items[i]);
    for (size_t i = 0; i < plan->measures.count; i++)
        sort_thresholds(b, &plan->measures.items[i]);
}
