/* Numbers at the ends of what a decimal can hold are judged and derived like others: for random
 * measures and initiatives whose figures lie there, every derivation is made (its assertions hold)
 * and has the status and the score of the assessment. */
#include "unit/derivecase.h"

#include "assess/wide.h"

#define TRIALS 1500

static const char *extreme(struct dice *dice) {
    static const char *const numbers[] = {"9200000000000",
                                          "-9200000000000",
                                          "9000000000000",
                                          "-9000000000000",
                                          "4700000000000.000001",
                                          "-4700000000000.000001",
                                          "0.000001",
                                          "-0.000001",
                                          "0",
                                          "33.333333",
                                          "1",
                                          "-100"};
    return numbers[roll(dice, sizeof numbers / sizeof *numbers)];
}

static void add_extremes(struct fixture *f, struct dice *dice, struct measure *m,
                         enum series series, const char *const *periods, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (roll(dice, 8))
            add_value(f, m, series, periods[i], extreme(dice));
}

static struct quantity maybe(struct dice *dice) {
    return roll(dice, 3) ? known(extreme(dice)) : (struct quantity){.known = false};
}

static struct measure *extreme_measure(struct fixture *f, struct dice *dice) {
    static const char *const periods[] = {"2025-H1", "2025-H2", "2026-H1", "2026-H2"};
    struct measure *m = add_measure(f, "M1", one_objective(f));
    m->polarity = (enum polarity)roll(dice, 5);
    m->aggregation = (enum aggregation)roll(dice, 6);
    m->frequency = FREQUENCY_HALF_YEARLY;
    m->unit_of_measure = roll(dice, 3) ? "days" : "%";
    m->dead_band = roll(dice, 4) ? (struct quantity){.known = false} : known(extreme(dice));
    add_extremes(f, dice, m, SERIES_ACTUAL, periods, 3);
    add_extremes(f, dice, m, SERIES_TARGET, periods, 4);
    if (roll(dice, 3) == 0)
        add_extremes(f, dice, m, SERIES_FORECAST, &periods[3], 1);
    if (m->aggregation == AGGREGATE_RATIO) {
        add_extremes(f, dice, m, SERIES_NUMERATOR, periods, 4);
        add_extremes(f, dice, m, SERIES_DENOMINATOR, periods, 4);
    }
    if (roll(dice, 4)) {
        struct threshold *t = add_threshold(f, m, NULL);
        t->method = (enum threshold_method)roll(dice, 3);
        t->red = maybe(dice);
        t->stretch = maybe(dice);
        t->worst = maybe(dice);
        t->lower = known(extreme(dice));
        t->upper = known(extreme(dice));
        t->margin = known(extreme(dice));
    }
    return m;
}

/* With a decimal where the step has one. */
static void check(struct fixture *f, const struct measure_result *r, const struct derivation *d) {
    assert_string_equal(step_of(d, "status")->result, status_words(r->status));
    if (r->score.exact)
        assert_string_equal(step_of(d, "score")->result,
                            wide_text(f->arena, r->score.rounded.micro));
    if (r->has_actual)
        assert_string_equal(step_of(d, "actual")->result, wide_text(f->arena, r->actual.micro));
    if (r->forecast_method != FORECAST_NONE)
        assert_string_equal(step_of(d, "forecast")->result, wide_text(f->arena, r->forecast.micro));
}

static void numbers_of_any_size_can_be_derived(void **state) {
    (void)state;
    struct dice dice = {20261031};
    size_t judged = 0;
    for (int trial = 0; trial < TRIALS; trial++) {
        struct fixture *f = fixture_new_sized(4);
        f->plan.settings.headline_ytd = roll(&dice, 2) == 1;
        f->plan.settings.missing = (enum missing_policy)roll(&dice, 4);
        if (roll(&dice, 3) == 0)
            f->plan.settings.dead_band = dec("9000000000000");
        if (roll(&dice, 5) == 0)
            f->plan.settings.tolerance = dec("9000000000000");
        f->plan.settings.tolerance_in_points = roll(&dice, 2) == 1;
        f->plan.organization.as_of = day(roll(&dice, 2) ? "2026-10-31" : "2026-12-31");
        f->plan.organization.period =
            span(f, f->plan.organization.as_of.month == 12 ? "2026-12" : "2026-10");
        extreme_measure(f, &dice);
        const struct assessment *a = fixture_assess(f);
        struct derivations all = {.list = {0}};
        derivation_of(f->arena, a, "M1", 0, &all);
        derivation_of(f->arena, a, "O1", 1, &all);
        check(f, &a->measures[0], all.list.items[0]);
        judged += a->measures[0].score.exact != NULL;
        fixture_free(f);
    }
    assert_true(judged > TRIALS / 10);
}

/* Not below 0, as the plan demands of costs. */
static struct quantity cost(struct dice *dice) {
    struct quantity q = maybe(dice);
    q.value = decimal_abs(q.value);
    return q;
}

static struct initiative *extreme_initiative(struct fixture *f, struct dice *dice) {
    struct initiative *i = FIXTURE_NEXT(f, initiatives);
    *i = (struct initiative){.id = "I1",
                             .name = "I1",
                             .unit = add_unit(f, "U1"),
                             .start = day("1900-01-01"),
                             .end = day("2199-12-31"),
                             .budget = cost(dice),
                             .forecast_cost = cost(dice),
                             .benefit_planned = maybe(dice),
                             .benefit_forecast = maybe(dice)};
    if (roll(dice, 2)) /* a case of its own comes before that of its benefits */
        i->benefit_planned.known = i->benefit_forecast.known = false;
    for (size_t n = roll(dice, 4); n > 0; n--) {
        struct benefit *b = FIXTURE_NEXT(f, benefits);
        *b = (struct benefit){.id = arena_printf(f->arena, "B%zu", n),
                              .name = "B",
                              .unit_of_value = roll(dice, 4) ? "" : "days",
                              .initiative = i,
                              .due = span(f, roll(dice, 2) ? "2026-Q1" : "2027"),
                              .planned = maybe(dice),
                              .forecast = maybe(dice),
                              .realised = maybe(dice)};
        vec_push(f->arena, &i->benefits, b);
    }
    for (size_t n = roll(dice, 3); n > 0; n--) {
        struct milestone *m = FIXTURE_NEXT(f, milestones);
        *m = (struct milestone){.id = arena_printf(f->arena, "S%zu", n),
                                .name = "S",
                                .initiative = i,
                                .due = day(roll(dice, 2) ? "2026-10-31" : "2026-11-01"),
                                .done = roll(dice, 2) ? day("2026-10-31") : (struct date){0},
                                .weight = cost(dice)};
        vec_push(f->arena, &i->milestones, m);
    }
    return i;
}

static void money_of_any_size_can_be_derived(void **state) {
    (void)state;
    struct dice dice = {51};
    size_t summed = 0;
    for (int trial = 0; trial < TRIALS; trial++) {
        struct fixture *f = fixture_new_sized(4);
        extreme_initiative(f, &dice);
        const struct assessment *a = fixture_assess(f);
        const struct initiative_result *r = &a->initiatives[0];
        struct derivations all = {.list = {0}};
        derivation_of(f->arena, a, "I1", 0, &all);
        const struct derivation *d = all.list.items[0];
        assert_string_equal(step_of(d, "status")->result, status_words(r->status));
        if (status_scored(r->budget))
            assert_string_equal(step_of(d, "budget")->result, status_words(r->budget));
        if (status_scored(r->benefit))
            assert_string_equal(step_of(d, "benefit")->result, status_words(r->benefit));
        if (r->has_expected)
            assert_string_equal(step_of(d, "expected %")->result,
                                wide_text(f->arena, r->expected_percent.micro));
        summed += r->benefit_summed;
        fixture_free(f);
    }
    assert_true(summed > TRIALS / 100);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_of_any_size_can_be_derived),
        cmocka_unit_test(money_of_any_size_can_be_derived),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
