#include "plan/rulevalues.h"

#include <string.h>

/* From this many own periods without an actual on, a measure is stale. */
#define STALE_PERIODS 2

/* By index of the objective: whether others contribute to it. */
static bool *contributed_to(struct planbuild *b) {
    const struct plan *plan = b->plan;
    bool *parents = arena_array(b->arena, plan->objectives.count, sizeof *parents);
    for (size_t i = 0; i < plan->objectives.count; i++) {
        const struct objective *child = &plan->objectives.items[i];
        for (size_t j = 0; j < child->supports.count; j++)
            if (child->supports.items[j].kind == LINK_CONTRIBUTORY)
                parents[child->supports.items[j].parent - plan->objectives.items] = true;
    }
    return parents;
}

static void check_objective(struct planbuild *b, const struct objective *objective,
                            bool contributed) {
    if (objective->state != STATE_ACTIVE || contributed)
        return;
    for (size_t i = 0; i < objective->measures.count; i++)
        if (objective->measures.items[i]->state != STATE_RETIRED)
            return;
    diag_report(b->diags, BP3401, objective->place, objective->id, NULL);
}

/* A measure whose objective could not be told (reported) may be the one that is missed. */
static bool any_homeless(const struct planbuild *b) {
    for (size_t i = 0; i < b->plan->measures.count; i++)
        if (!b->plan->measures.items[i].objectives.count)
            return true;
    return b->partial[SHEET_MEASURES] || !b->workbook->tables[SHEET_MEASURES].present;
}

static void check_home(struct planbuild *b, const struct record *record,
                       const struct measure *measure) {
    if (!measure->objectives.count)
        return; /* the empty or dangling cell was reported */
    for (size_t i = 0; i < measure->objectives.count; i++)
        if (measure->objectives.items[i]->state == STATE_ACTIVE)
            return;
    diag_report(b->diags, BP3404, planbuild_place(b, record, COLUMN_MEASURES_OBJECTIVE),
                measure->id, NULL);
}

static void check_present(struct planbuild *b, const struct record *record,
                          const struct measure *measure) {
    if (!planbuild_filled(record, COLUMN_MEASURES_FREQUENCY) ||
        !planbuild_filled(record, COLUMN_MEASURES_POLARITY))
        return; /* reported; what the values mean is not known */
    if (!b->rows[SHEET_VALUES].list.count)
        return; /* before the first values there is only the map, and that is told once */
    bool judged_by_target =
        measure->polarity != POLARITY_INFO && measure->polarity != POLARITY_RANGE;
    if (judged_by_target && !measure->series[SERIES_TARGET].count)
        diag_report(b->diags, BP3402, measure->place, measure->id, NULL);
    if (!measure->series[SERIES_ACTUAL].count)
        diag_report(b->diags, BP3403, measure->place, measure->id, NULL);
}

static void check_stale(struct planbuild *b, const struct measure *measure) {
    const struct organization *organization = &b->plan->organization;
    size_t count = measure->series[SERIES_ACTUAL].count;
    if (!count || !date_set(organization->as_of) || !period_set(organization->period))
        return;
    struct date end = period_last(organization->period);
    if (date_compare(organization->as_of, end) < 0)
        end = organization->as_of;
    struct period due = period_ended(end, measure->frequency, &organization->fiscal);
    const struct value *last = &measure->series[SERIES_ACTUAL].items[count - 1];
    int missing = period_between(last->period, due);
    if (missing >= STALE_PERIODS)
        diag_report(b->diags, BP3331, plan_value_place(b->plan, last), measure->id,
                    planbuild_period_text(b, last->period),
                    planbuild_count_text(b, (size_t)missing), planbuild_period_text(b, due), NULL);
}

/* The factor of 100 that |a| is of |b|, roughly: 1, -1 or 0. */
static int hundredfold(struct decimal a, struct decimal b) {
    struct decimal ratio;
    if (decimal_zero(a) || decimal_zero(b) || !decimal_div(decimal_abs(a), decimal_abs(b), &ratio))
        return 0;
    if (ratio.micro >= 80 * DECIMAL_ONE && ratio.micro <= 125 * DECIMAL_ONE)
        return 1;
    return ratio.micro >= DECIMAL_ONE / 125 && ratio.micro <= DECIMAL_ONE / 80 ? -1 : 0;
}

static void check_fractions(struct planbuild *b, const struct measure *measure) {
    if (strcmp(measure->unit_of_measure, "%") != 0)
        return;
    for (size_t i = 0; i < measure->series[SERIES_ACTUAL].count; i++) {
        const struct value *actual = &measure->series[SERIES_ACTUAL].items[i];
        const struct value *target = plan_value(measure, SERIES_TARGET, actual->period);
        int factor = target ? hundredfold(actual->value, target->value) : 0;
        if (!factor)
            continue;
        diag_report(b->diags, BP3325, plan_value_place(b->plan, actual), measure->id,
                    planbuild_period_text(b, actual->period),
                    planbuild_number_text(b, actual->value),
                    factor > 0 ? "100 times" : "a hundredth of",
                    planbuild_number_text(b, target->value), NULL);
        return; /* one is enough: the others were entered in the same way */
    }
}

void rulevalues(struct planbuild *b) {
    const struct plan *plan = b->plan;
    bool homeless = any_homeless(b);
    const bool *contributed = contributed_to(b);
    for (size_t i = 0; i < plan->objectives.count && !homeless; i++)
        check_objective(b, &plan->objectives.items[i], contributed[i]);
    for (size_t i = 0; i < plan->measures.count; i++) {
        const struct measure *measure = &plan->measures.items[i];
        if (measure->state != STATE_ACTIVE)
            continue;
        const struct record *record = b->rows[SHEET_MEASURES].list.items[i];
        check_home(b, record, measure);
        if (!b->unsure[i]) {
            check_present(b, record, measure);
            check_stale(b, measure);
        }
        check_fractions(b, measure);
    }
}
