#include "assess/briefingsource.h"

/* The work on one measure. */
struct work {
    struct arena *arena;
    const struct plan *plan;
    const struct measure *measure;
    struct briefing_fact *fact;
};

void briefingsource_add(struct arena *arena, struct briefing_fact *fact,
                        enum briefing_source_kind kind, const char *of, bool derived,
                        struct place place) {
    struct briefing_source source = {.kind = kind, .of = of, .derived = derived, .place = place};
    vec_push(arena, &fact->sources, source);
}

/* False if the series says nothing there. */
static bool add_value(const struct work *work, enum briefing_source_kind kind, enum series series,
                      struct period period) {
    const struct value *value = plan_value(work->measure, series, period);
    if (!value) {
        return false;
    }
    struct briefing_source source = {.kind = kind,
                                     .of = work->measure->id,
                                     .derived = true,
                                     .period = period,
                                     .place = plan_value_place(work->plan, value)};
    vec_push(work->arena, &work->fact->sources, source);
    return true;
}

static void add_actual(const struct work *work, enum briefing_source_kind kind,
                       struct period period) {
    if (!add_value(work, kind, SERIES_ACTUAL, period)) {
        add_value(work, kind, SERIES_NUMERATOR, period);
        add_value(work, kind, SERIES_DENOMINATOR, period);
    }
}

static void add_known(struct arena *arena, struct briefing_fact *fact,
                      enum briefing_source_kind kind, const char *of, bool derived,
                      const struct quantity *quantity) {
    if (quantity->known) {
        briefingsource_add(arena, fact, kind, of, derived, quantity->place);
    }
}

static void add_band(const struct work *work, struct period period) {
    const struct threshold *threshold = plan_threshold(work->measure, period_last(period));
    if (threshold) {
        const char *id = work->measure->id;
        add_known(work->arena, work->fact, BRIEFING_OF_BAND, id, true, &threshold->lower);
        add_known(work->arena, work->fact, BRIEFING_OF_BAND, id, true, &threshold->upper);
    }
}

void briefingsource_reading(struct arena *arena, const struct assessment *assessment,
                            const struct reading *reading, struct briefing_fact *fact) {
    const struct measure_result *result = reading->result;
    struct work work = {arena, assessment->plan, result->measure, fact};
    struct period period = period_set(result->carried) ? result->carried : result->period;
    if (!period_set(period)) {
        return;
    }
    int back = result->ytd_due > 1 ? result->ytd_due - 1 : 0;
    for (; back >= 0; back--) {
        struct period own = period_next(period, -back);
        add_actual(&work, BRIEFING_OF_ACTUAL, own);
        add_value(&work, BRIEFING_OF_TARGET, SERIES_TARGET, own);
    }
    if (reading->move != READING_NO_MOVE) {
        add_actual(&work, BRIEFING_OF_BEFORE, period_next(period, -1));
    }
    if (result->measure->polarity == POLARITY_RANGE) {
        add_band(&work, period);
    }
    if (period_set(reading->last)) {
        add_actual(&work, BRIEFING_OF_BEFORE, reading->last);
    }
    if (result->measure->owner && *result->measure->owner) {
        briefingsource_add(arena, fact, BRIEFING_OF_OWNER, result->measure->id, true,
                           result->measure->place);
    }
}

/* The benefit is the initiative's own, or the sum of its benefits. */
static void add_case(struct arena *arena, const struct initiative_result *result,
                     struct briefing_fact *fact) {
    const struct initiative *initiative = result->initiative;
    add_known(arena, fact, BRIEFING_OF_BENEFIT_PLANNED, initiative->id, true,
              &initiative->benefit_planned);
    add_known(arena, fact, BRIEFING_OF_BENEFIT_FORECAST, initiative->id, true,
              &initiative->benefit_forecast);
    for (size_t i = 0; result->benefit_summed && i < initiative->benefits.count; i++) {
        briefingsource_benefit(arena, initiative->benefits.items[i], fact);
    }
}

void briefingsource_initiative(struct arena *arena, const struct initiative_result *result,
                               struct briefing_fact *fact) {
    const struct initiative *initiative = result->initiative;
    const char *id = initiative->id;
    briefingsource_add(arena, fact, BRIEFING_OF_STATUS, id, true, initiative->place);
    add_known(arena, fact, BRIEFING_OF_COST, id, true, &initiative->forecast_cost);
    add_known(arena, fact, BRIEFING_OF_BUDGET, id, true, &initiative->budget);
    if (result->overdue) {
        briefingsource_add(arena, fact, BRIEFING_OF_MILESTONE, result->overdue->id, false,
                           result->overdue->place);
    }
    add_known(arena, fact, BRIEFING_OF_DONE, id, true, &initiative->done_percent);
    if (date_set(initiative->end)) {
        briefingsource_add(arena, fact, BRIEFING_OF_END, id, true, initiative->place);
    }
    add_case(arena, result, fact);
    if (result->disagrees) {
        briefingsource_add(arena, fact, BRIEFING_OF_REPORTED, id, true, initiative->place);
    }
}

void briefingsource_process(struct arena *arena, const struct plan *plan,
                            const struct process *process, struct briefing_fact *fact) {
    briefingsource_add(arena, fact, BRIEFING_OF_BENCHMARK, process->id, true, process->place);
    for (size_t i = 0; i < plan->staffing.count; i++) {
        const struct staffing *row = &plan->staffing.items[i];
        if (row->process == process) {
            briefingsource_add(arena, fact, BRIEFING_OF_STAFFING, process->id, true, row->place);
        }
    }
}

void briefingsource_benefit(struct arena *arena, const struct benefit *benefit,
                            struct briefing_fact *fact) {
    const char *id = benefit->id;
    briefingsource_add(arena, fact, BRIEFING_OF_DUE, id, false, benefit->place);
    add_known(arena, fact, BRIEFING_OF_BENEFIT_PLANNED, id, false, &benefit->planned);
    add_known(arena, fact, BRIEFING_OF_BENEFIT_FORECAST, id, false, &benefit->forecast);
    add_known(arena, fact, BRIEFING_OF_BENEFIT_REALISED, id, false, &benefit->realised);
}
