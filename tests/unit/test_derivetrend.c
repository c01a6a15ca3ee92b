#include "derivecase.h"

static struct fixture *falling(enum polarity polarity) {
    struct fixture *f = fixture_new();
    struct measure *m = add_measure(f, "M1", one_objective(f));
    m->polarity = polarity;
    add_months(f, m, "2026-06", "100", (const char *[]){"99", "98", "97", "96", "95"}, 5);
    return f;
}

static void a_change_is_held_against_the_dead_band(void **state) {
    (void)state;
    struct fixture *f = falling(POLARITY_HIGHER);
    const struct derivation *d = derived(f, "M1");
    step_is(d, "dead band of trends", "0.1", "1 x (100 - 90) / 100 = 0.1");
    step_is(d, "trend against the month before", "down, worsening", "95 - 96 < -0.1 -> down");
    step_is(d, "trend against the mean of the four months before", "down, worsening",
            "95 - (96 + 97 + 98 + 99) / 4 < -0.1 -> down");
    assert_false(has_step(d, "trend against last year"));
    f->plan.measures.items[0].dead_band = known("2");
    d = derived(f, "M1");
    step_is(d, "trend against the month before", "flat, steady",
            "95 - 96 <= 2 and 95 - 96 >= -2 -> flat");
    fixture_free(f);
}

static void less_may_be_better(void **state) {
    (void)state;
    struct fixture *f = falling(POLARITY_LOWER);
    assert_string_equal(step_of(derived(f, "M1"), "trend against the month before")->result,
                        "down, improving");
    fixture_free(f);
}

static void a_band_is_come_nearer_to(void **state) {
    (void)state;
    struct fixture *f = falling(POLARITY_RANGE);
    struct threshold *t = add_threshold(f, &f->plan.measures.items[0], NULL);
    t->lower = known("80");
    t->upper = known("90");
    t->margin = known("10");
    const struct derivation *d = derived(f, "M1");
    step_is(d, "trend against the month before, better or worse", "improving",
            "max(80 - 96, 96 - 90, 0) - max(80 - 95, 95 - 90, 0) > 0.1 -> improving");
    step_is(d, "variance", "5", "95 - 90 = 5");
    step_is(d, "variance in percent", "5.555556", "100 x (95 - 90) / 90 = 5.555556 rounded");
    fixture_free(f);
}

static void the_variance_says_whether_it_is_good(void **state) {
    (void)state;
    struct fixture *f = falling(POLARITY_LOWER);
    const struct derivation *d = derived(f, "M1");
    step_is(d, "variance", "-5", "95 - 100 = -5");
    step_is(d, "variance in percent", "-5", "100 x (95 - 100) / 100 = -5");
    assert_string_equal(step_of(d, "variance")->words, "Actual less target; this is good.");
    fixture_free(f);
}

static void the_periods_in_a_status_are_listed(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct measure *m = add_measure(f, "M1", one_objective(f));
    add_months(f, m, "2026-08", "100", (const char *[]){"100", "95", "94"}, 3);
    const struct derivation_step *step = step_of(derived(f, "M1"), "months in this status");
    assert_string_equal(step->result, "2");
    assert_string_equal(input_of(step, "status of 2026-09")->value, "amber");
    assert_string_equal(input_of(step, "status of 2026-08")->value, "green");
    fixture_free(f);
}

static const struct derivation_step *green_for(struct fixture *f, size_t count) {
    static const char *const green[] = {"100", "100", "100", "100", "100", "100", "100", "100",
                                        "100", "100", "100", "100", "100", "100", "100", "100"};
    struct measure *m = add_measure(f, "M1", one_objective(f));
    add_months(f, m, count == 16 ? "2025-07" : "2025-10", "100", green, count);
    return step_of(derived(f, "M1"), "months in this status");
}

static void of_many_periods_in_a_status_the_oldest_are_told_together(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    const struct derivation_step *step = green_for(f, 16);
    assert_string_equal(step->result, "16");
    assert_int_equal(step->inputs.count, 14);
    assert_string_equal(input_of(step, "status of 2025-10")->value, "green");
    assert_string_equal(input_of(step, "status of the 3 before, back to 2025-07")->value, "green");
    fixture_free(f);
    f = fixture_new();
    step = green_for(f, 13);
    assert_string_equal(step->result, "13");
    assert_int_equal(step->inputs.count, 13);
    fixture_free(f);
}

static void a_score_has_a_trend_too(void **state) {
    (void)state;
    struct fixture *f = falling(POLARITY_HIGHER);
    const struct derivation *d = derived(f, "O1");
    step_is(d, "dead band of the score", "0.333333",
            "1 x (100/3) / 100 = (1/3) = 0.333333 rounded");
    step_is(d, "trend of the score", "down, worsening", "50 - (160/3) < (-1/3) -> down");
    const struct derivation_step *step = step_of(d, "trend of the score");
    assert_string_equal(input_of(step, "score in 2026-09, see --period=2026-09")->value,
                        "(160/3) (about 53.3)");
    fixture_free(f);
}

static void a_variance_from_below_0_is_in_percent_of_its_size(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct measure *m = add_measure(f, "M1", one_objective(f));
    add_value(f, m, SERIES_TARGET, "2026-10", "-100");
    add_value(f, m, SERIES_ACTUAL, "2026-10", "-105");
    const struct derivation *d = derived(f, "M1");
    step_is(d, "variance", "-5", "-105 - (-100) = -5");
    step_is(d, "variance in percent", "-5", "100 x (-105 - (-100)) / abs(-100) = -5");
    fixture_free(f);
}

static void inside_a_band_around_0_there_is_no_variance(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct measure *m = add_measure(f, "M1", one_objective(f));
    m->polarity = POLARITY_RANGE;
    add_value(f, m, SERIES_ACTUAL, "2026-10", "0");
    struct threshold *t = add_threshold(f, m, NULL);
    t->lower = known("-5");
    t->upper = known("5");
    t->margin = known("10");
    const struct derivation *d = derived(f, "M1");
    step_is(d, "variance", "0", "0 - 0 = 0");
    step_is(d, "variance in percent", "0", "");
    fixture_free(f);
}

static void below_a_band_the_lower_limit_counts(void **state) {
    (void)state;
    struct fixture *f = falling(POLARITY_RANGE);
    struct threshold *t = add_threshold(f, &f->plan.measures.items[0], NULL);
    t->lower = known("97");
    t->upper = known("110");
    t->margin = known("10");
    const struct derivation *d = derived(f, "M1");
    step_is(d, "variance", "-2", "95 - 97 = -2");
    assert_string_equal(step_of(d, "variance")->words, "Actual less lower limit; this is bad.");
    fixture_free(f);
}

static void yes_or_no_and_information_have_no_dead_band(void **state) {
    (void)state;
    struct fixture *f = falling(POLARITY_BINARY);
    struct measure *m = &f->plan.measures.items[0];
    const struct derivation *d = derived(f, "M1");
    assert_false(has_step(d, "dead band of trends"));
    assert_string_equal(step_of(d, "trend against the month before")->result, "down");
    step_is(d, "trend against the month before, better or worse", "worsening",
            "abs(96 - 100) - abs(95 - 100) < 0 -> worsening");
    m->polarity = POLARITY_INFO;
    m->series[SERIES_ACTUAL].items[3].value = dec("95");
    d = derived(f, "M1");
    step_is(d, "trend against the month before", "flat", "95 - 95 = 0 -> flat");
    assert_false(has_step(d, "trend against the month before, better or worse"));
    fixture_free(f);
}

static void last_year_is_written_beside_this_one_or_found_in_its_own(void **state) {
    (void)state;
    struct fixture *f = falling(POLARITY_HIGHER);
    struct measure *m = &f->plan.measures.items[0];
    add_value(f, m, SERIES_ACTUAL, "2025-10", "80");
    const struct derivation *d = derived(f, "M1");
    assert_non_null(input_of(step_of(d, "trend against last year"), "actual of 2025-10"));
    add_value(f, m, SERIES_PRIOR_YEAR, "2026-10", "110");
    d = derived(f, "M1");
    step_is(d, "trend against last year", "down, worsening", "95 - 110 < -0.1 -> down");
    assert_non_null(input_of(step_of(d, "trend against last year"), "prior-year of 2026-10"));
    fixture_free(f);
}

static void at_the_edge_of_a_band_there_is_no_variance_yet(void **state) {
    (void)state;
    struct fixture *f = falling(POLARITY_RANGE);
    struct threshold *t = add_threshold(f, &f->plan.measures.items[0], NULL);
    t->lower = known("80");
    t->upper = known("95"); /* what October has */
    t->margin = known("10");
    assert_string_equal(step_of(derived(f, "M1"), "variance")->words,
                        "Inside the band there is no variance.");
    t->lower = known("95");
    t->upper = known("99");
    assert_string_equal(step_of(derived(f, "M1"), "variance")->words,
                        "Inside the band there is no variance.");
    fixture_free(f);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_change_is_held_against_the_dead_band),
        cmocka_unit_test(less_may_be_better),
        cmocka_unit_test(a_band_is_come_nearer_to),
        cmocka_unit_test(the_variance_says_whether_it_is_good),
        cmocka_unit_test(the_periods_in_a_status_are_listed),
        cmocka_unit_test(of_many_periods_in_a_status_the_oldest_are_told_together),
        cmocka_unit_test(a_score_has_a_trend_too),
        cmocka_unit_test(a_variance_from_below_0_is_in_percent_of_its_size),
        cmocka_unit_test(inside_a_band_around_0_there_is_no_variance),
        cmocka_unit_test(below_a_band_the_lower_limit_counts),
        cmocka_unit_test(yes_or_no_and_information_have_no_dead_band),
        cmocka_unit_test(last_year_is_written_beside_this_one_or_found_in_its_own),
        cmocka_unit_test(at_the_edge_of_a_band_there_is_no_variance_yet),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
