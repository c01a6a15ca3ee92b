#include "report/measurechart.h"
#include "reportcase.h"

static const struct measure_result *result_of(struct reportcase *c, const char *id) {
    return assess_measure(c->assessment, plan_measure(c->plan, id));
}

static void months_carry_their_names_for_those_who_do_not_see_them(void **state) {
    struct reportcase *c = *state;
    const struct chart *chart = measurechart_months(&c->report, result_of(c, "M25"), MM(40));
    assert_int_equal(chart->kind, CHART_COLUMNS);
    assert_int_equal(chart->as.columns.count, 24);
    assert_string_equal(chart->as.columns.months[17].name, "September 2026");
    assert_true(chart->as.columns.months[17].actual.at ==
                decimal_double(result_of(c, "M25")->actual));
}

static void limits_are_those_of_the_assessment(void **state) {
    struct reportcase *c = *state;
    const struct measure_result *result = result_of(c, "M25");
    const struct signal_result *signals =
        c->assessment->signals[result->measure - c->plan->measures.items];
    assert_non_null(signals);
    const struct chart_xmr *xmr = &measurechart_xmr(&c->report, result, signals, MM(30))->as.xmr;
    assert_true(xmr->mean.at == decimal_double(signals->mean));
    assert_true(xmr->upper.at == decimal_double(signals->upper));
    assert_true(xmr->lower.at == decimal_double(signals->lower));
    assert_string_equal(xmr->second_year, "2026/27");
    /* a rate that should be low and rises is no good news */
    assert_int_equal(xmr->points[signals->count - 1].effect, EFFECT_BAD);
}

static void yes_or_no_and_what_is_only_told_have_no_bullet_graph(void **state) {
    struct reportcase *c = *state;
    assert_true(measurechart_has_bullet(result_of(c, "M25")));
    assert_true(measurechart_has_bullet(result_of(c, "M02")));  /* a range */
    assert_false(measurechart_has_bullet(result_of(c, "M27"))); /* for information */
    assert_false(measurechart_has_bullet(result_of(c, "M34"))); /* yes or no */
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(months_carry_their_names_for_those_who_do_not_see_them),
        cmocka_unit_test(limits_are_those_of_the_assessment),
        cmocka_unit_test(yes_or_no_and_what_is_only_told_have_no_bullet_graph),
    };
    return cmocka_run_group_tests(tests, reportcase_sample, reportcase_close);
}
