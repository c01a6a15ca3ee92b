#include "plan/readvalues.h"

#include "plan/planseries.h"
#include <string.h>

#define NO_MEASURE UINT32_MAX

/* Where a row of Measure Data goes. */
struct slot {
    uint32_t measure; /* NO_MEASURE: nowhere */
    uint32_t series;
};

struct intake {
    struct planbuild *b;
    struct slot *slots;     /* parallel to the rows */
    struct period *periods; /* parallel to the rows */
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

/* A date stands for the period of the measure's own frequency that holds it. */
static struct period period_of(const struct planbuild *b, const struct record *record,
                               const struct measure *measure) {
    const struct field *field = &record->fields[COLUMN_VALUES_PERIOD];
    if (!field->filled)
        return (struct period){0};
    if (period_set(field->period))
        return field->period;
    if (!date_set(field->date))
        return (struct period){0};
    return period_holding(field->date, measure->frequency, &b->plan->organization.fiscal);
}

static bool period_usable(struct intake *intake, const struct record *record,
                          const struct measure *measure, struct period period) {
    struct planbuild *b = intake->b;
    struct place place = planbuild_place(b, record, COLUMN_VALUES_PERIOD);
    if (period.frequency > measure->frequency) {
        if (first_time(intake, "coarse", measure->id, planbuild_text(record, COLUMN_VALUES_SERIES)))
            diag_report(b->diags, BP3321, place, measure->id,
                        period_frequency_name(measure->frequency), planbuild_period_text(b, period),
                        NULL);
        return false;
    }
    if (period.frequency <= FREQUENCY_MONTHLY)
        return true;
    struct period fiscal =
        period_holding(period_first(period), period.frequency, &b->plan->organization.fiscal);
    if (period_equal(fiscal, period))
        return true;
    if (first_time(intake, "fiscal", measure->id, planbuild_text(record, COLUMN_VALUES_SERIES)))
        diag_report(b->diags, BP3333, place, measure->id, period_frequency_name(measure->frequency),
                    planbuild_period_text(b, period), NULL);
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
    if (date_compare(last, b->horizon) > 0)
        diag_report(b->diags, BP3324, planbuild_place(b, record, COLUMN_VALUES_PERIOD), measure->id,
                    planbuild_period_text(b, period), planbuild_date_text(b, b->horizon), NULL);
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

static void place_row(struct intake *intake, size_t row) {
    struct planbuild *b = intake->b;
    const struct record *record = b->rows[SHEET_VALUES].list.items[row];
    intake->slots[row].measure = NO_MEASURE;
    size_t index = measure_of(intake, record);
    if (index == IDMAP_NONE || !planbuild_filled(record, COLUMN_VALUES_SERIES) ||
        !planbuild_filled(record, COLUMN_VALUES_VALUE))
        return;
    const struct measure *measure = &b->plan->measures.items[index];
    if (!planbuild_filled(b->rows[SHEET_MEASURES].list.items[index], COLUMN_MEASURES_FREQUENCY))
        return; /* reported; without it the periods cannot be told apart */
    struct period period = period_of(b, record, measure);
    enum series series = (enum series)planbuild_choice(record, COLUMN_VALUES_SERIES, 0);
    if (!period_set(period) || !of_own_unit(intake, record, measure) ||
        !period_usable(intake, record, measure, period))
        return;
    if (is_actual(series) && !happened(b, record, measure, period))
        return;
    intake->slots[row] = (struct slot){(uint32_t)index, (uint32_t)series};
    intake->periods[row] = period;
}

/* In the measure's own unit: a cell formatted as a percentage holds 0.87 where a measure in %
 * means 87.  Numerators and denominators are counts. */
static struct decimal own_value(const struct record *record, const struct measure *measure,
                                enum series series) {
    const struct field *field = &record->fields[COLUMN_VALUES_VALUE];
    struct decimal value = field->number;
    if (field->percent && series != SERIES_NUMERATOR && series != SERIES_DENOMINATOR &&
        strcmp(measure->unit_of_measure, "%") == 0)
        decimal_mul(value, decimal_of(100), &value);
    return value;
}

/* Sorts the rows into the measures' series: counts, then offsets, then the values. */
static void distribute(struct intake *intake) {
    struct planbuild *b = intake->b;
    const struct plan_rows *rows = &b->rows[SHEET_VALUES];
    size_t lists = b->plan->measures.count * SERIES_COUNT;
    size_t *ends = arena_array(b->arena, lists + 1, sizeof *ends);
    for (size_t i = 0; i < rows->list.count; i++)
        if (intake->slots[i].measure != NO_MEASURE)
            ends[intake->slots[i].measure * SERIES_COUNT + intake->slots[i].series + 1]++;
    for (size_t i = 0; i < lists; i++)
        ends[i + 1] += ends[i];
    struct raw_value *raw = arena_array(b->arena, ends[lists], sizeof *raw);
    size_t *next = arena_array(b->arena, lists, sizeof *next);
    for (size_t i = 0; i < rows->list.count; i++) {
        struct slot slot = intake->slots[i];
        if (slot.measure == NO_MEASURE)
            continue;
        size_t list = slot.measure * SERIES_COUNT + slot.series;
        const struct record *record = rows->list.items[i];
        raw[ends[list] + next[list]++] = (struct raw_value){
            .period = intake->periods[i],
            .value =
                own_value(record, &b->plan->measures.items[slot.measure], (enum series)slot.series),
            .record = record,
        };
    }
    for (size_t i = 0; i < lists; i++)
        if (next[i])
            planseries_fill(b, &b->plan->measures.items[i / SERIES_COUNT],
                            (enum series)(i % SERIES_COUNT), &raw[ends[i]], next[i]);
}

void readvalues(struct planbuild *b) {
    size_t count = b->rows[SHEET_VALUES].list.count;
    struct intake intake = {
        .b = b,
        .slots = arena_array(b->arena, count, sizeof *intake.slots),
        .periods = arena_array(b->arena, count, sizeof *intake.periods),
        .unknown = idmap_new(b->arena),
        .reported = idmap_new(b->arena),
    };
    for (size_t i = 0; i < count; i++)
        place_row(&intake, i);
    distribute(&intake);
    for (size_t i = 0; i < b->plan->measures.count; i++) {
        struct measure *measure = &b->plan->measures.items[i];
        if (measure->aggregation == AGGREGATE_RATIO)
            planseries_ratio(b, measure);
    }
}
