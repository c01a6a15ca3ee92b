/* What the tests of derivations look at. */
#ifndef TESTS_DERIVECASE_H
#define TESTS_DERIVECASE_H

#include "planfixture.h"

#include "assess/derivation.h"

/* The one derivation of an id. */
static inline const struct derivation *derived(struct fixture *f, const char *id) {
    struct derivations all = {.list = {0}};
    derivation_of(f->arena, fixture_assess(f), id, 0, &all);
    assert_int_equal(all.list.count, 1);
    return all.list.items[0];
}

static inline const struct derivation_step *step_of(const struct derivation *d,
                                                    const char *figure) {
    for (size_t i = 0; i < d->steps.count; i++)
        if (strcmp(d->steps.items[i].figure, figure) == 0)
            return &d->steps.items[i];
    fail_msg("%s has no step %s", d->id, figure);
    return &d->steps.items[0];
}

static inline bool has_step(const struct derivation *d, const char *figure) {
    for (size_t i = 0; i < d->steps.count; i++)
        if (strcmp(d->steps.items[i].figure, figure) == 0)
            return true;
    return false;
}

static inline void step_is(const struct derivation *d, const char *figure, const char *result,
                           const char *formula) {
    const struct derivation_step *step = step_of(d, figure);
    assert_string_equal(step->result, result);
    assert_string_equal(step->formula, formula);
}

static inline const struct derivation_input *input_of(const struct derivation_step *step,
                                                      const char *name) {
    for (size_t i = 0; i < step->inputs.count; i++)
        if (strcmp(step->inputs.items[i].name, name) == 0)
            return &step->inputs.items[i];
    fail_msg("%s has no input %s", step->figure, name);
    return &step->inputs.items[0];
}

/* A unit, a perspective and an objective for measures. */
static inline struct objective *one_objective(struct fixture *f) {
    return add_objective(f, "O1", add_unit(f, "U1"), add_perspective(f, "P1"));
}

#endif
