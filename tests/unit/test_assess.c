#include "planfixture.h"

static void the_previous_reporting_period_is_judged_first(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct objective *o = add_objective(f, "O1", add_unit(f, "U1"), add_perspective(f, "P1"));
    struct measure *m = add_measure(f, "M1", o);
    add_months(f, m, "2026-09", "100", (const char *[]){"80", "100"}, 2);
    struct initiative *i = FIXTURE_NEXT(f, initiatives);
    *i = (struct initiative){
        .id = "I1", .name = "I1", .budget = known("1"), .forecast_cost = known("1")};
    const struct assessment *a = fixture_assess(f);
    assert_ptr_equal(a->plan, &f->plan);
    assert_int_equal(a->measures[0].status, STATUS_GREEN);
    assert_int_equal(a->previous->measures[0].status, STATUS_RED);
    assert_int_equal(a->previous->units[0].status, STATUS_RED);
    assert_true(period_equal(a->previous->period, span(f, "2026-09")));
    assert_int_equal(date_compare(a->previous->as_of, day("2026-09-30")), 0);
    assert_null(a->previous->previous);
    assert_int_equal(a->previous->measures[0].history_count, 0);
    assert_int_equal(a->initiatives[0].status, STATUS_GREEN);
    assert_int_equal(a->previous->initiatives[0].status, STATUS_NO_DATA);
    assert_ptr_equal(assess_measure(a, m), &a->measures[0]);
    assert_ptr_equal(assess_objective(a, o), &a->objectives[0]);
    fixture_free(f);
}

static void findings_are_those_of_the_current_period_only(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct objective *o = add_objective(f, "O1", add_unit(f, "U1"), add_perspective(f, "P1"));
    struct measure *m = add_measure(f, "M1", o);
    add_months(f, m, "2026-09", "100", (const char *[]){"80", "100"}, 2);
    fixture_assess(f);
    assert_int_equal(count_code(f, BP4002), 0);
    fixture_free(f);
}

static void an_empty_plan_is_judged_without_complaint(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    const struct assessment *a = fixture_assess(f);
    assert_int_equal(a->perspective_count, 0);
    assert_int_equal(a->theme_count, 0);
    assert_int_equal(diags_count(f->diags, DIAG_NOTE), 0);
    fixture_free(f);
}

static void forecasts_and_verdicts_have_words(void **state) {
    (void)state;
    assert_string_equal(assess_forecast_name(FORECAST_NONE), "none");
    assert_string_equal(assess_forecast_name(FORECAST_RUN_RATE), "run rate");
    assert_string_equal(assess_forecast_name(FORECAST_MEAN), "mean");
    assert_string_equal(assess_verdict_name(STAFFING_UNDER), "under");
    assert_string_equal(assess_verdict_name(STAFFING_NO_BENCHMARK), "none");
}

/* The same plan with its rows in another order. */
static struct fixture *shuffled(const int *order, size_t count) {
    struct fixture *f = fixture_new();
    struct unit *u = add_unit(f, "U1");
    struct perspective *p = add_perspective(f, "P1");
    struct objective *o = add_objective(f, "O1", u, p);
    static const char *const actuals[] = {"101", "95", "88", "107", "99"};
    static const char *const weights[] = {"5", "1", "2", "3", "4"};
    for (size_t i = 0; i < count; i++)
        add_simple(f, "M", o, actuals[order[i]])->weight = known(weights[order[i]]);
    return f;
}

static void the_order_of_rows_changes_nothing(void **state) {
    (void)state;
    static const int orders[][5] = {{0, 1, 2, 3, 4}, {4, 3, 2, 1, 0}, {2, 0, 4, 1, 3}};
    struct decimal first = {0};
    for (size_t i = 0; i < 3; i++) {
        struct fixture *f = shuffled(orders[i], 5);
        const struct assessment *a = fixture_assess(f);
        if (i == 0)
            first = a->units[0].score.rounded;
        assert_int_equal(a->units[0].score.rounded.micro, first.micro);
        fixture_free(f);
    }
    assert_int_not_equal(first.micro, 0);
}

static void a_perspective_is_found_among_those_of_other_units(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct unit *units[] = {add_unit(f, "U1"), add_unit(f, "U2"), add_unit(f, "U3")};
    struct perspective *both[] = {add_perspective(f, "P1"), add_perspective(f, "P2")};
    for (size_t i = 0; i < 5; i++) /* U3 has but one of the two */
        add_objective(f, "O", units[i / 2], both[i % 2]);
    const struct assessment *a = fixture_assess(f);
    for (size_t i = 0; i < 5; i++) {
        const struct group_result *found = assess_perspective(a, units[i / 2], both[i % 2]);
        assert_non_null(found);
        assert_ptr_equal(found->unit, units[i / 2]);
        assert_ptr_equal(found->perspective, both[i % 2]);
    }
    assert_null(assess_perspective(a, units[2], both[1]));
    fixture_free(f);
}

static void of_initiatives_nothing_is_known_of_the_period_before(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct initiative *i = FIXTURE_NEXT(f, initiatives);
    *i = (struct initiative){.id = "I1",
                             .name = "I1",
                             .self_reported = DECLARED_RED,
                             .start = day("2026-01-01"),
                             .end = day("2026-12-31"),
                             .done_percent = known("100"),
                             .budget = known("1"),
                             .forecast_cost = known("1"),
                             .benefit_planned = known("1"),
                             .benefit_forecast = known("1")};
    const struct assessment *a = fixture_assess(f);
    const struct initiative_result *before = &a->previous->initiatives[0];
    assert_ptr_equal(before->initiative, i);
    const enum status then[] = {before->status, before->schedule, before->budget, before->benefit,
                                before->reported};
    const struct initiative_result *now = &a->initiatives[0];
    const enum status here[] = {now->status, now->schedule, now->budget, now->benefit};
    for (size_t k = 0; k < sizeof then / sizeof *then; k++)
        assert_int_equal(then[k], STATUS_NO_DATA);
    for (size_t k = 0; k < sizeof here / sizeof *here; k++)
        assert_int_equal(here[k], STATUS_GREEN);
    assert_int_equal(now->reported, STATUS_RED);
    fixture_free(f);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_previous_reporting_period_is_judged_first),
        cmocka_unit_test(findings_are_those_of_the_current_period_only),
        cmocka_unit_test(an_empty_plan_is_judged_without_complaint),
        cmocka_unit_test(forecasts_and_verdicts_have_words),
        cmocka_unit_test(the_order_of_rows_changes_nothing),
        cmocka_unit_test(a_perspective_is_found_among_those_of_other_units),
        cmocka_unit_test(of_initiatives_nothing_is_known_of_the_period_before),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
