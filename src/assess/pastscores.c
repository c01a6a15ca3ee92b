#include "assess/pastscores.h"

#include "assess/cascade.h"
#include "assess/judge.h"
#include "assess/measureresult.h"
#include <string.h>

#define COUNT ((size_t)ASSOCIATION_MOST)

static enum frequency shorter(enum frequency a, enum frequency b) {
    if (a == FREQUENCY_NONE || b == FREQUENCY_NONE) {
        return a == FREQUENCY_NONE ? b : a;
    }
    return a < b ? a : b; /* they rise from weekly to yearly */
}

/* Supports lead up the unit tree, so that this ends. */
static enum frequency shortest(const struct objective *objective) {
    enum frequency found = FREQUENCY_NONE;
    for (size_t i = 0; i < objective->measures.count; i++) {
        const struct measure *measure = objective->measures.items[i];
        if (measure->state == STATE_ACTIVE && measure->polarity != POLARITY_INFO) {
            found = shorter(found, measure->frequency);
        }
    }
    for (size_t i = 0; i < objective->supported_by.count; i++) {
        const struct objective *child = objective->supported_by.items[i];
        for (size_t j = 0; j < child->supports.count; j++) {
            const struct support *support = &child->supports.items[j];
            if (support->parent == objective && support->kind == LINK_CONTRIBUTORY) {
                found = shorter(found, shortest(child));
            }
        }
    }
    return found;
}

enum frequency pastscores_frequency(const struct objective *objective) {
    enum frequency found = shortest(objective);
    return found == FREQUENCY_WEEKLY ? FREQUENCY_MONTHLY : found;
}

static size_t index_of(const struct plan *plan, const struct objective *objective) {
    return (size_t)(objective - plan->objectives.items);
}

static void mark(const struct plan *plan, const struct objective *objective, bool *needed) {
    size_t at = index_of(plan, objective);
    if (needed[at]) {
        return;
    }
    needed[at] = true;
    for (size_t i = 0; i < objective->supported_by.count; i++) {
        mark(plan, objective->supported_by.items[i], needed);
    }
}

static bool measure_needed(const struct plan *plan, const struct measure *measure,
                           const bool *needed) {
    for (size_t i = 0; i < measure->objectives.count; i++) {
        if (needed[index_of(plan, measure->objectives.items[i])]) {
            return true;
        }
    }
    return false;
}

/* One row of COUNT scores a measure that is needed, else NULL. */
static struct measure_score **walk_measures(struct arena *arena, const struct plan *plan,
                                            const struct period *periods, const bool *needed) {
    struct measure_score **rows = arena_array(arena, plan->measures.count, sizeof *rows);
    for (size_t i = 0; i < plan->measures.count; i++) {
        const struct measure *measure = &plan->measures.items[i];
        if (measure_needed(plan, measure, needed)) {
            rows[i] = arena_array(arena, COUNT, sizeof **rows);
            measureresult_scores(arena, plan, measure, periods, COUNT, rows[i]);
        }
    }
    return rows;
}

static void score_period(struct arena *arena, struct assessment *past, size_t at,
                         struct measure_score *const *rows, const bool *needed,
                         struct association_series *out) {
    const struct plan *plan = past->plan;
    for (size_t i = 0; i < plan->measures.count; i++) {
        if (rows[i]) {
            past->measures[i].status = rows[i][at].status;
            past->measures[i].score.exact = rows[i][at].score;
        }
    }
    cascade_scores(arena, past, needed);
    for (size_t i = 0; i < plan->objectives.count; i++) {
        const struct score *score = &past->objectives[i].score;
        if (needed[i] && score->exact) {
            out[i].known[at] = true;
            out[i].score[at] = score->rounded;
        }
    }
}

const struct association_series *pastscores(struct arena *arena,
                                            const struct assessment *assessment,
                                            enum frequency frequency, const bool *wanted) {
    const struct plan *plan = assessment->plan;
    size_t objectives = plan->objectives.count;
    struct period periods[ASSOCIATION_MOST];
    struct period last = judge_period(frequency, assessment->period, &plan->organization.fiscal);
    for (size_t i = 0; i < COUNT; i++) {
        periods[i] = period_next(last, (int)i + 1 - ASSOCIATION_MOST);
    }
    bool *needed = arena_array(arena, objectives, sizeof *needed);
    for (size_t i = 0; i < objectives; i++) {
        if (wanted[i]) {
            mark(plan, &plan->objectives.items[i], needed);
        }
    }
    struct measure_score **rows = walk_measures(arena, plan, periods, needed);
    struct association_series *out = arena_array(arena, objectives, sizeof *out);
    struct assessment past = {.plan = plan};
    past.measures = arena_array(arena, plan->measures.count, sizeof *past.measures);
    for (size_t at = 0; at < COUNT; at++) {
        past.period = periods[at];
        past.as_of = period_last(periods[at]);
        score_period(arena, &past, at, rows, needed, out);
    }
    for (size_t i = 0; i < objectives; i++) {
        if (!wanted[i]) {
            memset(&out[i], 0, sizeof out[i]);
        }
    }
    return out;
}
