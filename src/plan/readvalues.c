#include "plan/readvalues.h"

#include "plan/planseries.h"
#include <string.h>

/* Where a row of Measure Data goes: measure * SERIES_COUNT + series. */
#define NOWHERE UINT32_MAX

struct intake {
    struct planbuild *b;
    uint32_t *slots;        /* parallel to the rows */
    struct idmap *unknown;  /* measure ids already reported */
    struct idmap *reported; /* other findings that are made once per measure */
};

/* True the first time it is asked about these words. */
static bool first_time(struct intake *intake, const char *kind, const char *id,
                       const char *detail) {
    struct arena *arena = intake->b->arena;
    size_t count = idmap_count(intake->reported);
    return idmap_put(intake->reported, arena_printf(arena, "%s %s %s", kind, id, detail), count) ==
           count;
}

/* One finding for an unknown measure, however many values it has. */
static size_t measure_of(struct intake *intake, const struct record *record) {
    struct planbuild *b = intake->b;
    if (!planbuild_filled(record, COLUMN_VALUES_MEASURE))
        return IDMAP_NONE;
    const char *id = planbuild_text(record, COLUMN_VALUES_MEASURE);
    size_t index = idmap_find(b->ids[SHEET_MEASURES], id);
    if (index == IDMAP_NONE && idmap_find(intake->unknown, id) == IDMAP_NONE) {
        idmap_put(intake->unknown, id, 1);
        planbuild_reference(b, record, COLUMN_VALUES_MEASURE);
    }
    return index;
}

static bool period_usable(struct intake *intake, const struct record *record,
                          const struct measure *measure, struct period period) {
    struct planbuild *b = intake->b;
    if (period.frequency > measure->frequency) {
        if (first_time(intake, "coarse", measure->id, ""))
            diag_report(b->diags, BP3321, planbuild_place(b, record, COLUMN_VALUES_PERIOD),
                        measure->id, period_frequency_name(measure->frequency),
                        planbuild_period_text(b, period), NULL);
        return false;
    }
    if (period.frequency <= FREQUENCY_MONTHLY)
        return true;
    struct period fiscal =
        period_holding(period_first(period), period.frequency, &b->plan->organization.fiscal);
    if (period_equal(fiscal, period))
        return true;
    if (first_time(intake, "fiscal", measure->id, planbuild_text(record, COLUMN_VALUES_SERIES)))
        diag_report(b->diags, BP3333, planbuild_place(b, record, COLUMN_VALUES_PERIOD), measure->id,
                    period_frequency_name(measure->frequency), planbuild_period_text(b, period),
                    NULL);
    return false;
}

/* What happened after the reporting date is an error; after an earlier date of the command line it
 * is not known yet. */
static bool happened(struct planbuild *b, const struct record *record,
                     const struct measure *measure, struct period period) {
    const struct date as_of = b->plan->organization.as_of;
    if (!date_set(as_of))
        return true;
    struct date last = period_last(period);
    if (date_compare(last, as_of) <= 0)
        return true;
    if (date_compare(last, b->horizon) > 0) {
        diag_report(b->diags, BP3324, planbuild_place(b, record, COLUMN_VALUES_PERIOD), measure->id,
                    planbuild_period_text(b, period), planbuild_date_text(b, b->horizon), NULL);
        b->unsure[measure - b->plan->measures.items] = true;
    }
    return false;
}

/* A measure has the values of its home unit. */
static bool of_own_unit(struct intake *intake, const struct record *record,
                        const struct measure *measure) {
    struct planbuild *b = intake->b;
    if (!planbuild_filled(record, COLUMN_VALUES_UNIT) || !measure->objectives.count ||
        !measure->objectives.items[0]->unit)
        return true;
    const char *unit = planbuild_text(record, COLUMN_VALUES_UNIT);
    const char *own = measure->objectives.items[0]->unit->id;
    if (strcmp(unit, own) == 0)
        return true;
    if (first_time(intake, "unit", measure->id, unit) &&
        planbuild_reference(b, record, COLUMN_VALUES_UNIT) != IDMAP_NONE)
        diag_report(b->diags, BP3332, planbuild_place(b, record, COLUMN_VALUES_UNIT), measure->id,
                    unit, own, NULL);
    return false;
}

static bool is_actual(enum series series) {
    return series == SERIES_ACTUAL || series == SERIES_NUMERATOR || series == SERIES_DENOMINATOR;
}

static bool may_be_percent(const struct measure *measure, enum series series) {
    return series != SERIES_NUMERATOR && series != SERIES_DENOMINATOR &&
           strcmp(measure->unit_of_measure, "%") == 0;
}

/* In the measure's own unit: a cell formatted as a percentage holds 0.87 where a measure in %
 * means 87.  Numerators and denominators are counts. */
static struct decimal own_value(const struct record *record, const struct measure *measure,
                                enum series series) {
    const struct field *field = workbook_field(record, COLUMN_VALUES_VALUE);
    struct decimal value = field->number;
    if (field->percent && may_be_percent(measure, series))
        decimal_mul(value, decimal_of(100), &value);
    return value;
}

/* Findings about one value that is kept. */
static void remark(struct intake *intake, const struct record *record,
                   const struct measure *measure, enum series series, const struct value *value) {
    struct planbuild *b = intake->b;
    if (series == SERIES_ACTUAL && value->restated && !planbuild_filled(record, COLUMN_VALUES_NOTE))
        diag_report(b->diags, BP3351, planbuild_place(b, record, COLUMN_VALUES_VALUE), measure->id,
                    planbuild_period_text(b, value->period), NULL);
    if (workbook_field(record, COLUMN_VALUES_VALUE)->percent && !may_be_percent(measure, series) &&
        first_time(intake, "percent", measure->id, ""))
        diag_report(b->diags, BP3352, planbuild_place(b, record, COLUMN_VALUES_VALUE), measure->id,
                    plan_series_name(series), planbuild_period_text(b, value->period),
                    measure->unit_of_measure, NULL);
}

static uint32_t slot_of(struct intake *intake, const struct record *record) {
    struct planbuild *b = intake->b;
    size_t index = measure_of(intake, record);
    if (index == IDMAP_NONE)
        return NOWHERE;
    if (!planbuild_filled(record, COLUMN_VALUES_SERIES)) {
        b->unsure[index] = true;
        return NOWHERE;
    }
    if (!planbuild_filled(b->rows[SHEET_MEASURES].list.items[index], COLUMN_MEASURES_FREQUENCY))
        return NOWHERE; /* reported; without it the periods cannot be told apart */
    return (uint32_t)(index * SERIES_COUNT) +
           (uint32_t)planbuild_choice(record, COLUMN_VALUES_SERIES, 0);
}

/* False if the value has no place in its series; the reason is reported. */
static bool read_value(struct intake *intake, const struct record *record, uint32_t slot,
                       struct value *out) {
    enum { CHOICE_PROVISIONAL, CHOICE_FINAL, CHOICE_RESTATED };
    struct planbuild *b = intake->b;
    const struct measure *measure = &b->plan->measures.items[slot / SERIES_COUNT];
    enum series series = (enum series)(slot % SERIES_COUNT);
    struct period period = workbook_field(record, COLUMN_VALUES_PERIOD)->period;
    if (!planbuild_filled(record, COLUMN_VALUES_PERIOD) ||
        !planbuild_filled(record, COLUMN_VALUES_VALUE) || !of_own_unit(intake, record, measure) ||
        !period_usable(intake, record, measure, period)) {
        b->unsure[slot / SERIES_COUNT] = true;
        return false;
    }
    if (is_actual(series) && !happened(b, record, measure, period))
        return false;
    int status = planbuild_choice(record, COLUMN_VALUES_DATA_STATUS, CHOICE_FINAL);
    *out = (struct value){
        .period = period,
        .value = own_value(record, measure, series),
        .record = record,
        .restated = status == CHOICE_RESTATED,
        .provisional = status == CHOICE_PROVISIONAL,
    };
    remark(intake, record, measure, series, out);
    return true;
}

/* Sorts the rows into the measures' series: counts, then offsets, then the values.  A row's fields
 * are far apart in memory, so each is looked at once. */
static void distribute(struct intake *intake) {
    struct planbuild *b = intake->b;
    const struct plan_rows *rows = &b->rows[SHEET_VALUES];
    size_t lists = b->plan->measures.count * SERIES_COUNT;
    size_t *first = arena_array(b->arena, lists + 1, sizeof *first);
    size_t *count = arena_array(b->arena, lists, sizeof *count);
    for (size_t i = 0; i < rows->list.count; i++) {
        uint32_t slot = slot_of(intake, rows->list.items[i]);
        intake->slots[i] = slot;
        if (slot != NOWHERE)
            first[slot + 1]++;
    }
    for (size_t i = 0; i < lists; i++)
        first[i + 1] += first[i];
    struct value *values = arena_array(b->arena, first[lists], sizeof *values);
    for (size_t i = 0; i < rows->list.count; i++) {
        uint32_t slot = intake->slots[i];
        if (slot != NOWHERE &&
            read_value(intake, rows->list.items[i], slot, &values[first[slot] + count[slot]]))
            count[slot]++;
    }
    for (size_t i = 0; i < lists; i++)
        if (count[i])
            planseries_fill(b, &b->plan->measures.items[i / SERIES_COUNT],
                            (enum series)(i % SERIES_COUNT), &values[first[i]], count[i]);
}

void readvalues(struct planbuild *b) {
    struct intake intake = {
        .b = b,
        .slots = arena_array(b->arena, b->rows[SHEET_VALUES].list.count, sizeof *intake.slots),
        .unknown = idmap_new(b->arena),
        .reported = idmap_new(b->arena),
    };
    b->unsure = arena_array(b->arena, b->plan->measures.count, sizeof *b->unsure);
    distribute(&intake);
    for (size_t i = 0; i < b->plan->measures.count; i++) {
        struct measure *measure = &b->plan->measures.items[i];
        if (measure->aggregation == AGGREGATE_RATIO)
            planseries_ratio(b, measure);
    }
}
