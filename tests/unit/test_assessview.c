#include "planfixture.h"

#include "assess/assessview.h"

static void everything_is_shown_without_a_unit(void **state) {
    (void)state;
    struct unit a = {.id = "A"}, b = {.id = "B"};
    assert_true(assessview_shows(NULL, &a));
    assert_true(assessview_shows(&a, &a));
    assert_false(assessview_shows(&a, &b));
    assert_false(assessview_shows(&a, NULL));
}

static void a_measure_belongs_to_the_unit_of_its_home_objective(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct unit *u = add_unit(f, "U1");
    struct objective *o = add_objective(f, "O1", u, add_perspective(f, "P1"));
    assert_ptr_equal(assessview_measure_unit(add_measure(f, "M1", o)), u);
    assert_null(assessview_measure_unit(add_measure(f, "M2", NULL)));
    fixture_free(f);
}

static void the_variance_printed_is_points_for_percentages_and_percent_otherwise(void **state) {
    (void)state;
    struct decimal out = {0};
    struct measure_result r = {.has_variance = true,
                               .has_variance_percent = true,
                               .variance = dec("3"),
                               .variance_percent = dec("12")};
    assert_true(assessview_variance(&r, &out));
    assert_int_equal(out.micro, dec("12").micro);
    r.variance_in_points = true;
    assert_true(assessview_variance(&r, &out));
    assert_int_equal(out.micro, dec("3").micro);
    r.variance_in_points = r.has_variance_percent = false;
    assert_false(assessview_variance(&r, &out));
    r.has_variance = false;
    assert_false(assessview_variance(&r, &out));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(everything_is_shown_without_a_unit),
        cmocka_unit_test(a_measure_belongs_to_the_unit_of_its_home_objective),
        cmocka_unit_test(the_variance_printed_is_points_for_percentages_and_percent_otherwise),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
