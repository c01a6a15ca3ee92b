#include "compare/comparevalues.h"

#include <string.h>

/* What it is when a value of a series is changed; one that is taken away or comes in is of the
 * same kind for targets, else withdrawn, added. */
static const enum change_kind changes[SERIES_COUNT] = {
    [SERIES_ACTUAL] = CHANGED_RESTATED,     [SERIES_TARGET] = CHANGED_AGREED,
    [SERIES_FORECAST] = CHANGED_OTHER,      [SERIES_PRIOR_YEAR] = CHANGED_RESTATED,
    [SERIES_BENCHMARK] = CHANGED_OTHER,     [SERIES_NUMERATOR] = CHANGED_RESTATED,
    [SERIES_DENOMINATOR] = CHANGED_RESTATED};

struct serieswork {
    struct comparing *c;
    enum series series;
    struct difference base; /* of the measure */
    bool agreed;            /* the measure was in force */
    bool open;              /* a run is being gathered: the last difference kept */
    size_t added;
    struct period first_added, last_added;
    const struct value *value_added;
};

static const char *number(struct arena *arena, const struct value *value) {
    char text[32] = "";
    if (value)
        decimal_format(value->value, -1, text);
    return arena_strdup(arena, text);
}

static struct place place_of(const struct plan *plan, const struct value *value) {
    return value ? plan_value_place(plan, value) : (struct place){0};
}

/* True if it is the same change as that of the period before it; then the run is longer by one. */
static bool joins_run(struct serieswork *work, const struct difference *d) {
    if (!work->open)
        return false;
    struct difference *run = &work->c->out->differences.items[work->c->out->differences.count - 1];
    if (run->kind != d->kind || run->approval != d->approval || run->request != d->request ||
        run->marked != d->marked || strcmp(run->before, d->before) != 0 ||
        strcmp(run->after, d->after) != 0 || run->last.frequency != d->period.frequency ||
        !period_equal(period_next(run->last, 1), d->period))
        return false;
    run->last = d->period;
    run->count++;
    return true;
}

/* Either value may be missing. */
static void add_value(struct serieswork *work, struct period period, const struct value *before,
                      const struct value *after) {
    struct difference d = work->base;
    bool target = work->series == SERIES_TARGET;
    d.kind = !after && changes[work->series] == CHANGED_RESTATED ? CHANGED_WITHDRAWN
                                                                 : changes[work->series];
    if (target && !work->agreed)
        d.kind = CHANGED_OTHER;
    d.period = d.last = period;
    d.before = number(work->c->arena, before);
    d.after = number(work->c->arena, after);
    d.marked = before && after && (after->restated || before->provisional);
    d.old_place = place_of(work->c->before.plan, before);
    d.new_place = place_of(work->c->after.plan, after);
    approval_decide(work->c->approvals, &d, d.kind == CHANGED_AGREED);
    if (joins_run(work, &d))
        return;
    vec_push(work->c->arena, &work->c->out->differences, d);
    work->open = true;
}

/* A target for a period that had ended when the older workbook was made judges what is known. */
static bool too_late(const struct serieswork *work, const struct value *value) {
    return work->series == SERIES_TARGET &&
           date_compare(period_last(value->period), work->c->before.plan->organization.as_of) <= 0;
}

static void count_value(struct serieswork *work, const struct value *value) {
    if (work->added++ == 0) {
        work->first_added = value->period;
        work->value_added = value;
    }
    work->last_added = value->period;
}

static void add_counted(struct serieswork *work) {
    if (work->added == 0)
        return;
    struct difference d = work->base;
    d.kind = CHANGED_ADDED;
    d.count = work->added;
    d.period = work->first_added;
    d.last = work->last_added;
    d.old_place = (struct place){0};
    d.new_place = place_of(work->c->after.plan, work->value_added);
    if (work->added == 1)
        d.after = number(work->c->arena, work->value_added);
    comparing_add(work->c, &d, false);
}

static void compare_series(struct serieswork *work, const struct value *before, size_t old_count,
                           const struct value *after, size_t new_count) {
    size_t i = 0, j = 0;
    while (i < old_count || j < new_count) {
        int order = i == old_count   ? 1
                    : j == new_count ? -1
                                     : period_compare(before[i].period, after[j].period);
        if (order < 0) {
            add_value(work, before[i].period, &before[i], NULL);
            i++;
        } else if (order > 0) {
            if (too_late(work, &after[j]))
                add_value(work, after[j].period, NULL, &after[j]);
            else
                count_value(work, &after[j]);
            j++;
        } else {
            if (decimal_compare(before[i].value, after[j].value) != 0)
                add_value(work, before[i].period, &before[i], &after[j]);
            i++;
            j++;
        }
    }
    add_counted(work);
}

static struct difference base_of(const struct comparing *c, const struct comparerow *row) {
    struct difference base = comparing_difference(c, SHEET_MEASURES, row->other, row);
    base.sheet = SHEET_VALUES;
    base.column = COLUMN_VALUES_VALUE;
    return base;
}

void comparevalues(struct comparing *c) {
    const struct comparerow_table *measures = &c->after.tables[SHEET_MEASURES];
    for (size_t i = 0; i < measures->count; i++) {
        const struct comparerow *row = measures->order[i];
        const struct measure *after = plan_measure(c->after.plan, row->id);
        const struct measure *before =
            row->other ? plan_measure(c->before.plan, row->other->id) : NULL;
        if (!before || !after)
            continue;
        struct difference base = base_of(c, row);
        for (int series = 0; series < SERIES_COUNT; series++) {
            struct serieswork work = {.c = c,
                                      .series = (enum series)series,
                                      .base = base,
                                      .agreed = row->other->in_force};
            work.base.field = plan_series_name(work.series);
            compare_series(&work, before->series[series].items, before->series[series].count,
                           after->series[series].items, after->series[series].count);
        }
    }
}
