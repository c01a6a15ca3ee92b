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

static void a_sum_is_expected_only_if_each_of_it_is(void **state) {
    (void)state;
    struct benefit_total total = {.count = 2, .expected_of = 2};
    assert_true(assessview_expected(&total));
    total.expected_of = 1;
    assert_false(assessview_expected(&total));
    total = (struct benefit_total){.other = 1};
    assert_false(assessview_expected(&total)); /* a sum of nothing */
    total = (struct benefit_total){.count = 2, .expected_of = 2, .too_large = true};
    assert_false(assessview_expected(&total));
}

static void a_support_is_found_by_its_parent_and_named(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct unit *u = add_unit(f, "U1");
    struct perspective *p = add_perspective(f, "P1");
    struct objective *child = add_objective(f, "O1", u, p), *parent = add_objective(f, "O2", u, p);
    assert_null(assessview_support(child, parent));
    add_support(f, child, add_objective(f, "O3", u, p), LINK_SHARED, NULL);
    add_support(f, child, parent, LINK_IDENTICAL, NULL);
    assert_string_equal(assessview_support_name(assessview_support(child, parent)->kind),
                        "identical");
    assert_string_equal(assessview_support_name(LINK_CONTRIBUTORY), "contributory");
    assert_string_equal(assessview_support_name(LINK_SHARED), "shared");
    fixture_free(f);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(everything_is_shown_without_a_unit),
        cmocka_unit_test(a_measure_belongs_to_the_unit_of_its_home_objective),
        cmocka_unit_test(a_sum_is_expected_only_if_each_of_it_is),
        cmocka_unit_test(a_support_is_found_by_its_parent_and_named),
        cmocka_unit_test(the_variance_printed_is_points_for_percentages_and_percent_otherwise),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
