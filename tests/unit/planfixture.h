/* A plan made by hand for the tests of assess: no reader, no workbook. */
#ifndef TESTS_PLANFIXTURE_H
#define TESTS_PLANFIXTURE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "assess/assess.h"
#include "base/idmap.h"
#include "plan/plan.h"
#include "plan/planbuild.h"
#include <string.h>

/* Entities are pointed to, so that their arrays must not move. */
#define FIXTURE_ROOM 64

struct fixture {
    struct arena *arena;
    struct diags *diags;
    struct plan plan;
};

static inline struct decimal dec(const char *text) {
    struct decimal out;
    if (decimal_parse(text, strlen(text), &out) != DECIMAL_OK)
        fail_msg("'%s' is no decimal", text);
    return out;
}

static inline struct exact figure(const char *text) {
    return exact_decimal(dec(text));
}

static inline struct quantity known(const char *text) {
    return (struct quantity){.known = true, .value = dec(text)};
}

static inline struct date day(const char *text) {
    struct date out;
    if (!date_parse(text, &out))
        fail_msg("'%s' is no date", text);
    return out;
}

static inline struct period span(const struct fixture *f, const char *text) {
    struct period out;
    if (!period_parse(text, &f->plan.organization.fiscal, &out))
        fail_msg("'%s' is no period", text);
    return out;
}

static inline struct settings plain_settings(void) {
    return (struct settings){.rollup = ROLLUP_WEIGHTED,
                             .missing = MISSING_EXCLUDE,
                             .carry_periods = 1,
                             .tolerance = decimal_of(10),
                             .minimum_coverage = decimal_of(50),
                             .dead_band = decimal_of(1)};
}

#define FIXTURE_LIST(f, list, room)                                                                \
    ((f)->plan.list.items = arena_array((f)->arena, (room), sizeof *(f)->plan.list.items),         \
     (f)->plan.list.capacity = (room))

static inline struct fixture *fixture_new_sized(size_t room) {
    struct arena *arena = arena_new(0, NULL, NULL);
    struct fixture *f = arena_alloc(arena, sizeof *f);
    f->arena = arena;
    f->diags = diags_new(arena);
    memset(f->plan.digest, 'a', 64);
    f->plan.organization = (struct organization){.id = "ORG",
                                                 .name = "Fixture",
                                                 .fiscal = {.start_month = 1},
                                                 .as_of = {2026, 10, 31},
                                                 .currency = "EUR"};
    f->plan.organization.period = span(f, "2026-10");
    f->plan.settings = plain_settings();
    FIXTURE_LIST(f, units, room);
    FIXTURE_LIST(f, perspectives, room);
    FIXTURE_LIST(f, themes, room);
    FIXTURE_LIST(f, objectives, room);
    FIXTURE_LIST(f, measures, room);
    FIXTURE_LIST(f, initiatives, room);
    FIXTURE_LIST(f, milestones, room);
    FIXTURE_LIST(f, processes, room);
    FIXTURE_LIST(f, staffing, room);
    FIXTURE_LIST(f, commentaries, room);
    FIXTURE_LIST(f, benefits, room);
    FIXTURE_LIST(f, budget_lines, room);
    FIXTURE_LIST(f, workforce, room);
    FIXTURE_LIST(f, attestations, room);
    return f;
}

static inline struct fixture *fixture_new(void) {
    return fixture_new_sized(FIXTURE_ROOM);
}

static inline void fixture_free(struct fixture *f) {
    arena_free(f->arena);
}

/* The next item of a list that stays where it is. */
#define FIXTURE_NEXT(f, list)                                                                      \
    (assert_true((f)->plan.list.count < (f)->plan.list.capacity),                                  \
     &(f)->plan.list.items[(f)->plan.list.count++])

static inline struct unit *add_unit(struct fixture *f, const char *id) {
    struct unit *unit = FIXTURE_NEXT(f, units);
    *unit = (struct unit){.id = id, .name = id, .head = "Head"};
    return unit;
}

static inline struct perspective *add_perspective(struct fixture *f, const char *id) {
    struct perspective *p = FIXTURE_NEXT(f, perspectives);
    *p = (struct perspective){.id = id, .name = id, .order = (int)f->plan.perspectives.count};
    return p;
}

static inline struct theme *add_theme(struct fixture *f, const char *id) {
    struct theme *theme = FIXTURE_NEXT(f, themes);
    *theme = (struct theme){.id = id, .name = id};
    return theme;
}

static inline struct objective *add_objective(struct fixture *f, const char *id, struct unit *unit,
                                              struct perspective *perspective) {
    struct objective *o = FIXTURE_NEXT(f, objectives);
    *o = (struct objective){.id = id, .name = id, .unit = unit, .perspective = perspective};
    return o;
}

/* Monthly, higher, last, of no unit of measure in %. */
static inline struct measure *add_measure(struct fixture *f, const char *id,
                                          struct objective *objective) {
    struct measure *m = FIXTURE_NEXT(f, measures);
    *m = (struct measure){.id = id,
                          .name = id,
                          .unit_of_measure = "days",
                          .polarity = POLARITY_HIGHER,
                          .frequency = FREQUENCY_MONTHLY,
                          .aggregation = AGGREGATE_LAST};
    if (objective) {
        vec_push(f->arena, &m->objectives, objective);
        vec_push(f->arena, &objective->measures, m);
    }
    return m;
}

static inline struct threshold *add_threshold(struct fixture *f, struct measure *m,
                                              const char *red) {
    struct threshold *t = vec_add(f->arena, &m->thresholds);
    *t = (struct threshold){.method = THRESHOLD_ABSOLUTE};
    if (red)
        t->red = known(red);
    return t;
}

static inline void add_value(struct fixture *f, struct measure *m, enum series series,
                             const char *period, const char *value) {
    struct value v = {.period = span(f, period), .value = dec(value)};
    vec_push(f->arena, &m->series[series], v);
    size_t i = m->series[series].count - 1;
    struct value *items = m->series[series].items;
    for (; i > 0 && items[i].period.start < items[i - 1].period.start; i--) {
        struct value swap = items[i];
        items[i] = items[i - 1];
        items[i - 1] = swap;
    }
}

/* The same target, and actuals one a month from a first month on ("" leaves one out). */
static inline void add_months(struct fixture *f, struct measure *m, const char *first,
                              const char *target, const char *const *actuals, size_t count) {
    struct period period = span(f, first);
    for (size_t i = 0; i < count; i++) {
        struct value v = {.period = period_next(period, (int)i)};
        if (target) {
            v.value = dec(target);
            vec_push(f->arena, &m->series[SERIES_TARGET], v);
        }
        if (actuals && *actuals[i]) {
            v.value = dec(actuals[i]);
            vec_push(f->arena, &m->series[SERIES_ACTUAL], v);
        }
    }
}

static inline void add_support(struct fixture *f, struct objective *child, struct objective *parent,
                               enum link_kind kind, const char *weight) {
    struct support support = {.parent = parent, .kind = kind};
    if (weight)
        support.weight = known(weight);
    vec_push(f->arena, &child->supports, support);
    vec_push(f->arena, &parent->supported_by, child);
}

/* A measure judged red 90, target 100 in the reporting month, where the actual is its score's
 * place: 100 is 66 2/3, 95 is 50. */
static inline struct measure *add_simple(struct fixture *f, const char *id,
                                         struct objective *objective, const char *actual) {
    struct measure *m = add_measure(f, id, objective);
    add_value(f, m, SERIES_TARGET, "2026-10", "100");
    if (actual)
        add_value(f, m, SERIES_ACTUAL, "2026-10", actual);
    return m;
}

/* For the plan's lookups by id: of what there is when it is called. */
static inline void fixture_index(struct fixture *f) {
    struct plan *plan = &f->plan;
    struct plan_index *index = arena_alloc(f->arena, sizeof *index);
#define FIXTURE_INDEX(list)                                                                        \
    do {                                                                                           \
        struct idmap *ids = idmap_new(f->arena);                                                   \
        for (size_t i = 0; i < plan->list.count; i++)                                              \
            idmap_put(ids, plan->list.items[i].id, i);                                             \
        index->list = ids;                                                                         \
    } while (0)
    FIXTURE_INDEX(units);
    FIXTURE_INDEX(themes);
    FIXTURE_INDEX(objectives);
    FIXTURE_INDEX(measures);
    FIXTURE_INDEX(initiatives);
    FIXTURE_INDEX(risks);
    FIXTURE_INDEX(meetings);
    FIXTURE_INDEX(actions);
    FIXTURE_INDEX(papers);
    FIXTURE_INDEX(changes);
    plan->index = index;
}

static inline const struct assessment *fixture_assess(struct fixture *f) {
    return assess(f->arena, &f->plan, f->diags);
}

static inline size_t count_code(struct fixture *f, enum diag_code code) {
    size_t count, hits = 0;
    const struct diag *all = diags_sorted(f->diags, &count);
    for (size_t i = 0; i < count; i++)
        hits += all[i].code == code;
    return hits;
}

/* "66.67 green": a score at two decimals and a status. */
static inline const char *told(struct arena *arena, const struct rational *score,
                               enum status status) {
    char text[32] = "none";
    struct decimal rounded;
    if (score) {
        assert_true(rational_round(score, 2, &rounded));
        decimal_format(rounded, 2, text);
    }
    return arena_printf(arena, "%s %s", text, status_name(status));
}

/* Seeded numbers for property tests. */
struct dice {
    uint64_t state;
};

static inline uint32_t roll(struct dice *dice, uint32_t sides) {
    dice->state = dice->state * 6364136223846793005u + 1442695040888963407u;
    return sides ? (uint32_t)(dice->state >> 33) % sides : 0;
}

#endif
