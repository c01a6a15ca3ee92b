#include "assess/pastscores.h"

#include "assess/cascade.h"
#include "assess/judge.h"
#include "assess/measureresult.h"
#include "assess/score.h"

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
static struct past_score **walk_measures(struct arena *arena, const struct plan *plan,
                                         const struct period *periods, const bool *needed) {
    struct past_score **rows = arena_array(arena, plan->measures.count, sizeof *rows);
    struct arena *work = arena_aside(arena);
    struct period judged[FREQUENCY_YEARLY + 1][COUNT]; /* the same for all of a frequency */
    for (int f = FREQUENCY_WEEKLY; f <= FREQUENCY_YEARLY; f++) {
        for (size_t i = 0; i < COUNT; i++) {
            judged[f][i] = judge_period((enum frequency)f, periods[i], &plan->organization.fiscal);
        }
    }
    for (size_t i = 0; i < plan->measures.count; i++) {
        const struct measure *measure = &plan->measures.items[i];
        if (measure_needed(plan, measure, needed)) {
            rows[i] = arena_array(arena, COUNT, sizeof **rows);
            measureresult_scores(work, plan, measure, judged[measure->frequency], COUNT, rows[i]);
            for (size_t j = 0; j < COUNT; j++) {
                rows[i][j].score = rational_copy(arena, rows[i][j].score);
            }
            arena_clear(work);
        }
    }
    arena_free(work);
    return rows;
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
    struct past_score *const *rows =
        cascade_scores(arena, plan, walk_measures(arena, plan, periods, needed), needed, COUNT);
    struct association_series *out = arena_array(arena, objectives, sizeof *out);
    for (size_t i = 0; i < objectives; i++) {
        for (size_t at = 0; wanted[i] && at < COUNT; at++) {
            out[i].known[at] = rows[i][at].score != NULL;
            out[i].score[at] = score_make(rows[i][at].score).rounded;
        }
    }
    return out;
}
