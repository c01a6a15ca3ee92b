#include "reportcase.h"

static void every_status_has_a_mark_and_a_word(void **state) {
    struct reportcase *c = *state;
    static const enum mark marks[] = {MARK_EXCEEDS, MARK_GREEN, MARK_AMBER, MARK_RED,  MARK_GREY,
                                      MARK_GREY,    MARK_GREY,  MARK_GREY,  MARK_GREY, MARK_GREY};
    for (int s = STATUS_EXCEEDS; s <= STATUS_UNSCORED; s++) {
        assert_int_equal(compose_mark((enum status)s), marks[s]);
        assert_true(strlen(compose_status_word(&c->report, (enum status)s)) > 3);
    }
    assert_int_equal(diags_count(c->diags, DIAG_ERROR), 0);
}

static void figures_keep_the_decimals_of_their_measure(void **state) {
    struct reportcase *c = *state;
    const struct measure *m = plan_measure(c->plan, "M03");
    struct decimal value = decimal_micro(1695000);
    assert_string_equal(compose_figure(&c->report, m, true, value, false), "1.70");
    assert_string_equal(compose_figure(&c->report, m, true, value, true), "+1.70");
    assert_string_equal(compose_figure(&c->report, m, false, value, false), "\u2013");
}

static void units_stand_behind_and_currencies_before(void **state) {
    struct reportcase *c = *state;
    assert_string_equal(
        compose_quantity(&c->report, plan_measure(c->plan, "M32"), true, decimal_of(431)),
        "CAD\u00a0431");
    assert_string_equal(
        compose_quantity(&c->report, plan_measure(c->plan, "M01"), true, decimal_micro(95600000)),
        "95.6\u00a0%");
    assert_string_equal(
        compose_quantity(&c->report, plan_measure(c->plan, "M04"), true, decimal_of(2)), "2");
}

static void yes_and_no_stand_for_binary_figures(void **state) {
    struct reportcase *c = *state;
    const struct measure *m = plan_measure(c->plan, "M34");
    assert_string_equal(compose_quantity(&c->report, m, true, decimal_of(1)), "yes");
    assert_string_equal(compose_quantity(&c->report, m, true, decimal_of(0)), "no");
}

static void the_plan_of_a_range_is_its_band(void **state) {
    struct reportcase *c = *state;
    assert_string_equal(
        compose_plan(&c->report, assess_measure(c->assessment, plan_measure(c->plan, "M02"))),
        "5.0\u20139.0");
    assert_string_equal(
        compose_plan(&c->report, assess_measure(c->assessment, plan_measure(c->plan, "M01"))),
        "96.5");
}

static void money_is_told_in_millions(void **state) {
    struct reportcase *c = *state;
    assert_string_equal(compose_millions(&c->report, decimal_of(18449999)), "CAD 18.4 m");
}

static void the_tally_counts_the_objectives_of_the_unit(void **state) {
    struct reportcase *c = *state;
    int counts[5];
    compose_tally(&c->report, c->assessment, counts);
    const int expected[5] = {0, 10, 6, 3, 1};
    assert_memory_equal(counts, expected, sizeof counts);
}

static void a_sparkline_is_filled_from_the_right_and_keeps_its_gaps(void **state) {
    struct reportcase *c = *state;
    const struct chart *chart = compose_sparkline(
        &c->report, assess_measure(c->assessment, plan_measure(c->plan, "M19")), 1000, 1000);
    assert_int_equal(chart->as.sparkline.count, 12);
    assert_true(chart->as.sparkline.points[11].known);
    assert_false(chart->as.sparkline.points[8].known); /* June 2026 is missing */
    assert_true(chart->as.sparkline.has_low);
    assert_false(chart->as.sparkline.has_high);
}

static void initiatives_of_units_below_belong_to_the_packet(void **state) {
    struct reportcase *c = *state;
    int here = 0;
    for (size_t i = 0; i < c->plan->initiatives.count; i++)
        here += compose_initiative_here(&c->report, &c->plan->initiatives.items[i]);
    assert_int_equal(here, 14);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_status_has_a_mark_and_a_word),
        cmocka_unit_test(figures_keep_the_decimals_of_their_measure),
        cmocka_unit_test(units_stand_behind_and_currencies_before),
        cmocka_unit_test(yes_and_no_stand_for_binary_figures),
        cmocka_unit_test(the_plan_of_a_range_is_its_band),
        cmocka_unit_test(money_is_told_in_millions),
        cmocka_unit_test(the_tally_counts_the_objectives_of_the_unit),
        cmocka_unit_test(a_sparkline_is_filled_from_the_right_and_keeps_its_gaps),
        cmocka_unit_test(initiatives_of_units_below_belong_to_the_packet),
    };
    return cmocka_run_group_tests(tests, reportcase_sample, reportcase_close);
}
