#include "derivecase.h"

/* A measure with one actual and target of the reporting month. */
static struct measure *judged(struct fixture *f, enum polarity polarity, const char *target,
                              const char *actual) {
    struct measure *m = add_measure(f, "M1", one_objective(f));
    m->polarity = polarity;
    if (target)
        add_value(f, m, SERIES_TARGET, "2026-10", target);
    add_value(f, m, SERIES_ACTUAL, "2026-10", actual);
    return m;
}

struct vector {
    const char *actual, *status, *status_formula, *score, *score_formula;
};

static void check(struct fixture *f, const struct vector *v) {
    const struct derivation *d = derived(f, "M1");
    step_is(d, "status", v->status, v->status_formula);
    step_is(d, "score", v->score, v->score_formula);
    fixture_free(f);
}

/* Test vectors of domain.md section 4. */
static void more_is_better(void **state) {
    (void)state;
    static const struct vector vectors[] = {
        {"260000", "green", "260000 >= 260000 -> green", "66.666667",
         "(200/3) + (100/3) x (260000 - 260000) / (265000 - 260000) = (200/3) = 66.666667 rounded"},
        {"257500", "amber", "257500 < 260000 and 257500 >= 255000 -> amber", "50",
         "(100/3) + (100/3) x (257500 - 255000) / (260000 - 255000) = 50"},
        {"255000", "amber", "255000 < 260000 and 255000 >= 255000 -> amber", "33.333333",
         "(100/3) + (100/3) x (255000 - 255000) / (260000 - 255000) = (100/3) = 33.333333 rounded"},
        {"254999", "red", "254999 < 255000 -> red", "33.326667",
         "(100/3) x (254999 - 250000) / (255000 - 250000) = (4999/150) = 33.326667 rounded"},
        {"265000", "green", "265000 >= 260000 -> green", "100", "265000 >= 265000 -> 100"},
        {"250000", "red", "250000 < 255000 -> red", "0", "250000 <= 250000 -> 0"}};
    for (size_t i = 0; i < sizeof vectors / sizeof *vectors; i++) {
        struct fixture *f = fixture_new();
        add_threshold(f, judged(f, POLARITY_HIGHER, "260000", vectors[i].actual), "255000");
        check(f, &vectors[i]);
    }
}

static void less_is_better(void **state) {
    (void)state;
    static const struct vector vectors[] = {
        {"7", "green", "7 <= 7 -> green", "66.666667",
         "(200/3) + (100/3) x (7 - 7) / (7 - 0) = (200/3) = 66.666667 rounded"},
        {"10.5", "amber", "10.5 > 7 and 10.5 <= 14 -> amber", "50",
         "(100/3) + (100/3) x (14 - 10.5) / (14 - 7) = 50"},
        {"14", "amber", "14 > 7 and 14 <= 14 -> amber", "33.333333",
         "(100/3) + (100/3) x (14 - 14) / (14 - 7) = (100/3) = 33.333333 rounded"},
        {"0", "green", "0 <= 7 -> green", "100", "0 <= 0 -> 100"},
        {"21", "red", "21 > 14 -> red", "0", "21 >= 21 -> 0"}};
    for (size_t i = 0; i < sizeof vectors / sizeof *vectors; i++) {
        struct fixture *f = fixture_new();
        add_threshold(f, judged(f, POLARITY_LOWER, "7", vectors[i].actual), "14");
        check(f, &vectors[i]);
    }
}

static void a_band_is_best(void **state) {
    (void)state;
    static const struct vector vectors[] = {
        {"100", "green", "0 = 0 -> green", "100",
         "(200/3) + (100/3) x (105 - 95 - abs(2 x 100 - 95 - 105)) / (105 - 95) = 100"},
        {"105", "green", "0 = 0 -> green", "66.666667",
         "(200/3) + (100/3) x (105 - 95 - abs(2 x 105 - 95 - 105)) / (105 - 95) = (200/3) = "
         "66.666667 rounded"},
        {"107.5", "amber", "2.5 > 0 and 2.5 <= 5 -> amber", "50",
         "(100/3) x (2 x 5 - 2.5) / 5 = 50"},
        {"110", "amber", "5 > 0 and 5 <= 5 -> amber", "33.333333",
         "(100/3) x (2 x 5 - 5) / 5 = (100/3) = 33.333333 rounded"},
        {"112", "red", "7 > 5 -> red", "20", "(100/3) x (2 x 5 - 7) / 5 = 20"},
        {"115", "red", "10 > 5 -> red", "0", "10 >= 2 x 5 -> 0"}};
    for (size_t i = 0; i < sizeof vectors / sizeof *vectors; i++) {
        struct fixture *f = fixture_new();
        struct threshold *t =
            add_threshold(f, judged(f, POLARITY_RANGE, NULL, vectors[i].actual), NULL);
        t->lower = known("95");
        t->upper = known("105");
        t->margin = known("5");
        check(f, &vectors[i]);
    }
}

static void yes_or_no(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    judged(f, POLARITY_BINARY, "1", "1");
    check(f, &(struct vector){"1", "green", "1 = 1 -> green", "100", "1 = 1 -> 100"});
    f = fixture_new();
    judged(f, POLARITY_BINARY, "1", "0");
    check(f, &(struct vector){"0", "red", "0 < 1 -> red", "0", "0 < 1 -> 0"});
}

static void a_stretch_that_is_given_is_exceeded(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct threshold *t = add_threshold(f, judged(f, POLARITY_HIGHER, "100", "125"), "0.9");
    t->method = THRESHOLD_RATIO;
    t->stretch = known("1.2");
    const struct derivation *d = derived(f, "M1");
    step_is(d, "red flag", "90", "0.9 x 100 = 90");
    step_is(d, "stretch", "120", "1.2 x 100 = 120");
    step_is(d, "worst", "80", "90 - (100 - 90) = 80");
    step_is(d, "status", "exceeds", "125 >= 120 -> exceeds");
    fixture_free(f);
}

static void a_distance_lies_on_the_bad_side_of_the_target(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct threshold *t = add_threshold(f, judged(f, POLARITY_LOWER, "100", "104"), "5");
    t->method = THRESHOLD_DEVIATION;
    step_is(derived(f, "M1"), "red flag", "105", "100 + 5 = 105");
    fixture_free(f);
}

static void the_default_tolerance_is_named_as_an_option(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    judged(f, POLARITY_HIGHER, "100", "95");
    const struct derivation *d = derived(f, "M1");
    step_is(d, "red flag", "90", "100 - 100 x 10 / 100 = 90");
    const struct derivation_input *option =
        input_of(step_of(d, "red flag"), "option: default tolerance");
    assert_true(option->standard);
    assert_string_equal(option->value, "10");
    fixture_free(f);
}

static void a_tolerance_has_as_many_decimals_as_it_needs(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    judged(f, POLARITY_HIGHER, "0.000015", "0.00001");
    const struct derivation *d = derived(f, "M1");
    step_is(d, "red flag", "0.000014",
            "0.000015 - 0.000015 x 10 / 100 = 0.0000135 = 0.000014 rounded");
    fixture_free(f);
}

static void the_tolerance_of_a_target_below_0_is_a_share_of_its_size(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    judged(f, POLARITY_HIGHER, "-100", "-105");
    const struct derivation *d = derived(f, "M1");
    step_is(d, "red flag", "-110", "-100 - abs(-100) x 10 / 100 = -110");
    step_is(d, "status", "amber", "-105 < -100 and -105 >= -110 -> amber");
    fixture_free(f);
}

static void at_a_worst_that_is_the_red_flag_a_third_is_reached(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct threshold *t = add_threshold(f, judged(f, POLARITY_HIGHER, "100", "90"), "90");
    t->worst = known("90");
    const struct derivation *d = derived(f, "M1");
    step_is(d, "score", "33.333333",
            "(100/3) + (100/3) x (90 - 90) / (100 - 90) = (100/3) = 33.333333 rounded");
    fixture_free(f);
}

static void a_band_of_one_value_is_reached_or_not(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct threshold *t = add_threshold(f, judged(f, POLARITY_RANGE, NULL, "100"), NULL);
    t->lower = t->upper = known("100");
    t->margin = known("10");
    const struct derivation *d = derived(f, "M1");
    step_is(d, "score", "100", "100 = 100 -> 100");
    fixture_free(f);
}

static void distances_of_a_band_lie_on_both_sides_of_the_target(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct threshold *t = add_threshold(f, judged(f, POLARITY_RANGE, "100", "104"), NULL);
    t->method = THRESHOLD_DEVIATION;
    t->lower = known("5");
    t->upper = known("3");
    t->margin = known("2");
    t->effective = day("2026-01-01");
    const struct derivation *d = derived(f, "M1");
    step_is(d, "lower limit", "95", "100 - 5 = 95");
    step_is(d, "upper limit", "103", "100 + 3 = 103");
    step_is(d, "margin", "2", "");
    assert_string_equal(step_of(d, "margin")->words, "As given.");
    assert_non_null(input_of(step_of(d, "lower limit"), "lower limit, distance"));
    assert_non_null(input_of(step_of(d, "margin"), "margin"));
    fixture_free(f);
}

static void a_distance_where_more_is_better_lies_below(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct threshold *t = add_threshold(f, judged(f, POLARITY_HIGHER, "100", "104"), "5");
    t->method = THRESHOLD_DEVIATION;
    t->stretch = known("7");
    const struct derivation *d = derived(f, "M1");
    step_is(d, "red flag", "95", "100 - 5 = 95");
    step_is(d, "stretch", "107", "100 + 7 = 107");
    step_is(d, "status", "green", "104 >= 100 and 104 < 107 -> green");
    fixture_free(f);
}

static void a_tolerance_may_be_in_points(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    f->plan.settings.tolerance_in_points = true;
    struct measure *m = judged(f, POLARITY_HIGHER, "50", "42");
    m->unit_of_measure = "%";
    const struct derivation *d = derived(f, "M1");
    step_is(d, "red flag", "40", "50 - 10 = 40");
    assert_non_null(input_of(step_of(d, "red flag"), "option: unit of the tolerance"));
    f->plan.settings.tolerance_in_points = false;
    step_is(derived(f, "M1"), "red flag", "45", "50 - 50 x 10 / 100 = 45");
    fixture_free(f);
}

/* Three months to date, the last two under a row of their own. */
static struct measure *to_date(struct fixture *f, const char *target) {
    struct measure *m = add_measure(f, "M1", one_objective(f));
    m->aggregation = AGGREGATE_SUM;
    f->plan.settings.headline_ytd = true;
    add_months(f, m, "2026-08", target, (const char *[]){"95", "95", "95"}, 3);
    return m;
}

static void thresholds_to_date_are_those_of_the_periods(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct measure *m = to_date(f, "100");
    add_threshold(f, m, "80")->red.place = (struct place){.file = "b.xml", .line = 7};
    struct threshold *later = add_threshold(f, m, "0.9");
    later->effective = day("2026-09-01");
    later->method = THRESHOLD_RATIO;
    const struct derivation *d = derived(f, "M1");
    const struct derivation_step *step = step_of(d, "red flag");
    step_is(d, "red flag", "260", "80 + 0.9 x 100 + 0.9 x 100 = 260");
    assert_int_equal(input_of(step, "red flag of 2026-08")->place.line, 7);
    assert_null(input_of(step, "red flag of 2026-09 to 2026-10, each")->place.file);
    assert_string_equal(input_of(step, "red flag, factor")->value, "0.9");
    assert_int_equal(step->inputs.count, 3); /* what is alike once */
    fixture_free(f);
}

/* 80 in one row, 80 in another, 80 by a factor: three places, or the figure tells them apart. */
static void alike_are_thresholds_of_one_figure_and_one_cell(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct measure *m = to_date(f, "100");
    add_threshold(f, m, "80")->red.place = (struct place){.file = "b.xml", .line = 7};
    struct threshold *next = add_threshold(f, m, "80");
    next->effective = day("2026-09-01");
    next->red.place = (struct place){.file = "b.xml", .line = 7, .column = 9};
    struct threshold *last = add_threshold(f, m, "81");
    last->effective = day("2026-10-01");
    last->red.place = next->red.place;
    const struct derivation_step *step = step_of(derived(f, "M1"), "red flag");
    assert_int_equal(input_of(step, "red flag of 2026-08")->place.column, 0);
    assert_int_equal(input_of(step, "red flag of 2026-09")->place.column, 9);
    assert_string_equal(input_of(step, "red flag of 2026-10")->value, "81");
    last->red.value = next->red.value;
    last->red.place.line = 8;
    assert_int_equal(step_of(derived(f, "M1"), "red flag")->inputs.count, 3);
    fixture_free(f);
}

static void the_default_tolerance_may_stand_in_for_some_periods(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct measure *m = to_date(f, "0.000015");
    struct threshold *later = add_threshold(f, m, "0.00001");
    later->effective = day("2026-09-01");
    const struct derivation *d = derived(f, "M1");
    step_is(d, "red flag", "0.000034",
            "0.000015 - 0.000015 x 10 / 100 + 0.00001 + 0.00001 = 0.0000335 = 0.000034 rounded");
    assert_string_equal(input_of(step_of(d, "red flag"), "red flag of 2026-08, unrounded")->value,
                        "0.0000135");
    assert_non_null(input_of(step_of(d, "red flag"), "option: default tolerance"));
    fixture_free(f);
}

static void a_factor_that_needs_more_than_six_decimals_is_rounded_at_the_end(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    add_threshold(f, to_date(f, "0.000015"), "0.9")->method = THRESHOLD_RATIO;
    step_is(derived(f, "M1"), "red flag", "0.000041",
            "0.9 x 0.000015 + 0.9 x 0.000015 + 0.9 x 0.000015 = 0.0000405 = 0.000041 rounded");
    fixture_free(f);
}

static void a_band_to_date_is_that_of_its_periods(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct measure *m = to_date(f, NULL);
    m->polarity = POLARITY_RANGE;
    struct threshold *t = add_threshold(f, m, NULL);
    t->lower = known("90");
    t->upper = known("100");
    t->margin = known("5");
    const struct derivation *d = derived(f, "M1");
    step_is(d, "lower limit", "270", "90 + 90 + 90 = 270");
    step_is(d, "upper limit", "300", "100 + 100 + 100 = 300");
    step_is(d, "margin", "15", "5 + 5 + 5 = 15");
    fixture_free(f);
}

static void a_distance_may_be_larger_than_any_value(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct threshold *t = add_threshold(f, judged(f, POLARITY_RANGE, NULL, "-9000000000000"), NULL);
    t->lower = t->upper = t->margin = known("9100000000000");
    const struct derivation *d = derived(f, "M1");
    step_is(d, "distance to the band", "18100000000000",
            "max(9100000000000 - (-9000000000000), -9000000000000 - 9100000000000, 0) = "
            "18100000000000");
    step_is(d, "status", "red", "18100000000000 > 9100000000000 -> red");
    step_is(d, "score", "0.3663",
            "(100/3) x (2 x 9100000000000 - 18100000000000) / 9100000000000 = (100/273) = "
            "0.3663 rounded");
    fixture_free(f);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(more_is_better),
        cmocka_unit_test(less_is_better),
        cmocka_unit_test(a_band_is_best),
        cmocka_unit_test(yes_or_no),
        cmocka_unit_test(a_stretch_that_is_given_is_exceeded),
        cmocka_unit_test(a_distance_lies_on_the_bad_side_of_the_target),
        cmocka_unit_test(the_default_tolerance_is_named_as_an_option),
        cmocka_unit_test(a_tolerance_has_as_many_decimals_as_it_needs),
        cmocka_unit_test(the_tolerance_of_a_target_below_0_is_a_share_of_its_size),
        cmocka_unit_test(at_a_worst_that_is_the_red_flag_a_third_is_reached),
        cmocka_unit_test(a_band_of_one_value_is_reached_or_not),
        cmocka_unit_test(distances_of_a_band_lie_on_both_sides_of_the_target),
        cmocka_unit_test(a_distance_where_more_is_better_lies_below),
        cmocka_unit_test(a_tolerance_may_be_in_points),
        cmocka_unit_test(thresholds_to_date_are_those_of_the_periods),
        cmocka_unit_test(alike_are_thresholds_of_one_figure_and_one_cell),
        cmocka_unit_test(the_default_tolerance_may_stand_in_for_some_periods),
        cmocka_unit_test(a_factor_that_needs_more_than_six_decimals_is_rounded_at_the_end),
        cmocka_unit_test(a_band_to_date_is_that_of_its_periods),
        cmocka_unit_test(a_distance_may_be_larger_than_any_value),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
