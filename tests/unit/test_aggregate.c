#include "planfixture.h"

#include "assess/aggregate.h"

#include "unit/arenacase.h" /* last: it has an `arena` */

static void combined(enum aggregation rule, const char *expected) {
    static const char *const values[] = {"4", "1", "9", "2"};
    struct aggregate a;
    struct exact out;
    aggregate_start(&a, arena, rule);
    assert_false(aggregate_result(&a, &out));
    for (size_t i = 0; i < 4; i++)
        aggregate_add(&a, figure(values[i]), NULL);
    assert_true(aggregate_result(&a, &out));
    assert_int_equal(out.rounded.micro, dec(expected).micro);
}

static void each_rule_combines_periods_its_own_way(void **state) {
    (void)state;
    combined(AGGREGATE_SUM, "16");
    combined(AGGREGATE_MEAN, "4");
    combined(AGGREGATE_LAST, "2");
    combined(AGGREGATE_MIN, "1");
    combined(AGGREGATE_MAX, "9");
    combined(AGGREGATE_RATIO, "4");
}

static void a_mean_is_rounded_once_at_the_end(void **state) {
    (void)state;
    struct aggregate a;
    struct exact out;
    aggregate_start(&a, arena, AGGREGATE_MEAN);
    aggregate_add(&a, figure("1"), NULL);
    aggregate_add(&a, figure("1"), NULL);
    aggregate_add(&a, figure("0"), NULL);
    assert_true(aggregate_result(&a, &out));
    assert_int_equal(out.rounded.micro, 666667);
    aggregate_start(&a, arena, AGGREGATE_MEAN);
    aggregate_add(&a, figure("-0.000001"), NULL);
    aggregate_add(&a, figure("0"), NULL);
    assert_true(aggregate_result(&a, &out));
    assert_int_equal(out.rounded.micro, -1);
}

static void a_ratio_is_sum_over_sum_not_the_mean_of_quotients(void **state) {
    (void)state;
    struct aggregate a;
    struct exact out;
    aggregate_start(&a, arena, AGGREGATE_RATIO);
    aggregate_add_parts(&a, figure("50"), dec("1"), dec("2"), true);
    aggregate_add_parts(&a, figure("100"), dec("8"), dec("8"), true);
    assert_true(aggregate_result(&a, &out));
    assert_int_equal(out.rounded.micro, dec("90").micro);
    aggregate_start(&a, arena, AGGREGATE_RATIO);
    aggregate_add_parts(&a, figure("0.5"), dec("1"), dec("2"), false);
    aggregate_add_parts(&a, figure("1"), dec("8"), dec("8"), false);
    assert_true(aggregate_result(&a, &out));
    assert_int_equal(out.rounded.micro, dec("0.9").micro);
}

static void a_ratio_falls_back_to_the_mean_if_a_weight_is_missing(void **state) {
    (void)state;
    struct aggregate a;
    struct exact out;
    aggregate_start(&a, arena, AGGREGATE_RATIO);
    aggregate_add_parts(&a, figure("50"), dec("1"), dec("2"), true);
    aggregate_add_parts(&a, figure("100"), dec("8"), dec("0"), true);
    assert_true(aggregate_result(&a, &out));
    assert_int_equal(out.rounded.micro, dec("75").micro);
}

static void targets_of_a_ratio_are_weighted_by_the_same_denominators(void **state) {
    (void)state;
    struct aggregate a;
    struct exact out;
    struct decimal two = dec("2"), eight = dec("8");
    aggregate_start(&a, arena, AGGREGATE_RATIO);
    aggregate_add(&a, figure("60"), &two);
    aggregate_add(&a, figure("90"), &eight);
    assert_true(aggregate_result(&a, &out));
    assert_int_equal(out.rounded.micro, dec("84").micro);
}

static void results_that_do_not_fit_are_refused(void **state) {
    (void)state;
    struct aggregate a;
    struct exact out = {{1}, NULL};
    struct decimal huge = {INT64_MAX};
    aggregate_start(&a, arena, AGGREGATE_SUM);
    aggregate_add(&a, exact_decimal(huge), NULL);
    aggregate_add(&a, exact_decimal(huge), NULL);
    assert_false(aggregate_result(&a, &out));
    aggregate_start(&a, arena, AGGREGATE_RATIO);
    for (int i = 0; i < 3; i++)
        aggregate_add(&a, exact_decimal(huge), &huge);
    assert_false(aggregate_result(&a, &out));
    aggregate_start(&a, arena, AGGREGATE_RATIO);
    aggregate_add_parts(&a, exact_decimal(huge), huge, (struct decimal){1}, true);
    assert_false(aggregate_result(&a, &out));
    assert_int_equal(out.rounded.micro, 1);
}

/* Months 1..count of a measure added to a basis. */
static enum threshold_result to_date(struct fixture *f, struct measure *m, int count,
                                     struct aggregate_basis *basis, struct judged_thresholds *t) {
    aggregate_basis_start(basis, f->arena, m);
    struct period first = span(f, "2026-01");
    for (int i = 0; i < count; i++) {
        struct observation o;
        observation_read(f->arena, m, &f->plan.settings, period_next(first, i), &o);
        if (aggregate_pairs(m->polarity, &o))
            aggregate_basis_add(basis, &o, true);
    }
    return aggregate_basis_thresholds(basis, t);
}

static void a_sum_to_date_is_judged_by_summed_thresholds(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct measure *m = add_measure(f, "M1", NULL);
    m->aggregation = AGGREGATE_SUM;
    add_months(f, m, "2026-01", "100", (const char *[]){"90", "", "120"}, 3);
    add_threshold(f, m, "80");
    struct aggregate_basis basis;
    struct judged_thresholds t;
    assert_int_equal(to_date(f, m, 3, &basis, &t), THRESHOLD_KNOWN);
    assert_int_equal(basis.periods, 2);
    assert_int_equal(t.target.micro, dec("200").micro);
    assert_int_equal(t.red.micro, dec("160").micro);
    assert_int_equal(t.stretch.micro, dec("240").micro);
    assert_int_equal(t.worst.micro, dec("120").micro);
    assert_false(t.stretch_given);
    assert_false(t.red_default);
    struct exact actual;
    assert_true(aggregate_result(&basis.actual, &actual));
    assert_int_equal(actual.rounded.micro, dec("210").micro);
    fixture_free(f);
}

static void ranges_and_binaries_are_combined_too(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct aggregate_basis basis;
    struct judged_thresholds t;
    struct measure *range = add_measure(f, "M1", NULL);
    range->polarity = POLARITY_RANGE;
    range->aggregation = AGGREGATE_MEAN;
    struct threshold *given = add_threshold(f, range, NULL);
    given->lower = known("95");
    given->upper = known("105");
    given->margin = known("5");
    add_months(f, range, "2026-01", NULL, (const char *[]){"90", "120"}, 2);
    assert_int_equal(to_date(f, range, 2, &basis, &t), THRESHOLD_KNOWN);
    assert_int_equal(t.lower.micro, dec("95").micro);
    assert_int_equal(t.margin.micro, dec("5").micro);
    assert_int_equal(basis.targets, 0);
    struct measure *binary = add_measure(f, "M2", NULL);
    binary->polarity = POLARITY_BINARY;
    add_months(f, binary, "2026-01", "1", (const char *[]){"1", "0"}, 2);
    assert_int_equal(to_date(f, binary, 2, &basis, &t), THRESHOLD_KNOWN);
    assert_int_equal(t.target.micro, DECIMAL_ONE);
    fixture_free(f);
}

static void info_pairs_with_nothing_but_its_actual(void **state) {
    (void)state;
    struct observation o = {.has_actual = true};
    assert_true(aggregate_pairs(POLARITY_INFO, &o));
    assert_false(aggregate_pairs(POLARITY_HIGHER, &o));
    o.has_actual = false;
    assert_false(aggregate_pairs(POLARITY_INFO, &o));
}

static void thresholds_are_unknown_if_one_period_has_none(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct measure *m = add_measure(f, "M1", NULL);
    struct aggregate_basis basis;
    struct judged_thresholds t;
    aggregate_basis_start(&basis, f->arena, m);
    assert_int_equal(aggregate_basis_thresholds(&basis, &t), THRESHOLD_NO_TARGET);
    struct observation o;
    add_value(f, m, SERIES_TARGET, "2026-01", "10");
    observation_read(f->arena, m, &f->plan.settings, span(f, "2026-01"), &o);
    aggregate_basis_add(&basis, &o, false);
    assert_int_equal(aggregate_basis_thresholds(&basis, &t), THRESHOLD_KNOWN);
    observation_read(f->arena, m, &f->plan.settings, span(f, "2026-02"), &o);
    aggregate_basis_add(&basis, &o, false);
    assert_int_equal(aggregate_basis_thresholds(&basis, &t), THRESHOLD_NO_TARGET);
    assert_false(t.known);
    fixture_free(f);
}

static void summed_thresholds_that_do_not_fit_are_refused(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct aggregate_basis basis;
    struct judged_thresholds t;
    struct measure *m = add_measure(f, "M1", NULL);
    m->aggregation = AGGREGATE_SUM;
    add_threshold(f, m, "1");
    add_months(f, m, "2026-01", "4600000000000", (const char *[]){"1", "1", "1"}, 3);
    assert_int_equal(to_date(f, m, 3, &basis, &t), THRESHOLD_OVERFLOW);
    struct measure *range = add_measure(f, "M2", NULL);
    range->polarity = POLARITY_RANGE;
    range->aggregation = AGGREGATE_SUM;
    struct threshold *given = add_threshold(f, range, NULL);
    given->lower = known("95");
    given->upper = known("9200000000000");
    given->margin = known("5");
    add_months(f, range, "2026-01", NULL, (const char *[]){"90", "120"}, 2);
    assert_int_equal(to_date(f, range, 2, &basis, &t), THRESHOLD_OVERFLOW);
    assert_false(t.known);
    fixture_free(f);
}

/* Two periods of these thresholds, summed. */
static enum threshold_result summed(enum polarity polarity, struct judged_thresholds t) {
    struct measure m = {.polarity = polarity, .aggregation = AGGREGATE_SUM};
    struct observation o = {.has_actual = true, .thresholds = t};
    struct aggregate_basis basis;
    aggregate_basis_start(&basis, arena, &m);
    aggregate_basis_add(&basis, &o, true);
    aggregate_basis_add(&basis, &o, true);
    struct judged_thresholds out;
    enum threshold_result result = aggregate_basis_thresholds(&basis, &out);
    assert_int_equal(out.known, result == THRESHOLD_KNOWN);
    return result;
}

static void each_figure_of_a_range_must_fit_when_summed(void **state) {
    (void)state;
    const struct decimal most = dec("9000000000000"), least = dec("-9000000000000");
    struct judged_thresholds t = {
        .known = true, .lower = dec("1"), .upper = dec("2"), .margin = dec("1")};
    assert_int_equal(summed(POLARITY_RANGE, t), THRESHOLD_KNOWN);
    t.lower = least;
    assert_int_equal(summed(POLARITY_RANGE, t), THRESHOLD_OVERFLOW);
    t.lower = dec("1");
    t.upper = most;
    assert_int_equal(summed(POLARITY_RANGE, t), THRESHOLD_OVERFLOW);
    t.upper = dec("2");
    t.margin = most;
    assert_int_equal(summed(POLARITY_RANGE, t), THRESHOLD_OVERFLOW);
}

static void each_level_must_fit_when_summed(void **state) {
    (void)state;
    const struct decimal most = dec("9000000000000"), least = dec("-9000000000000");
    struct judged_thresholds t = {.known = true,
                                  .target = dec("2"),
                                  .red = dec("1"),
                                  .stretch = dec("3"),
                                  .worst = dec("0"),
                                  .stretch_given = true};
    assert_int_equal(summed(POLARITY_HIGHER, t), THRESHOLD_KNOWN);
    struct decimal *levels[] = {&t.target, &t.red, &t.stretch, &t.worst};
    for (size_t i = 0; i < 4; i++) {
        struct decimal kept = *levels[i];
        *levels[i] = i % 2 == 0 ? most : least;
        assert_int_equal(summed(POLARITY_HIGHER, t), THRESHOLD_OVERFLOW);
        *levels[i] = kept;
    }
}

/* Thirds put together again are whole. */
static void fractions_are_put_together_without_rounding(void **state) {
    (void)state;
    static const struct {
        enum aggregation rule;
        const char *expected, *text;
    } cases[] = {{AGGREGATE_SUM, "1", NULL},          {AGGREGATE_MEAN, "0.333333", "1/3"},
                 {AGGREGATE_LAST, "0.333333", "1/3"}, {AGGREGATE_MIN, "0.333333", "1/3"},
                 {AGGREGATE_MAX, "0.333333", "1/3"},  {AGGREGATE_RATIO, "0.333333", "1/3"}};
    struct exact third;
    assert_true(exact_div(arena, figure("1"), figure("3"), &third));
    struct decimal weight = dec("7");
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct aggregate a;
        struct exact out;
        aggregate_start(&a, arena, cases[i].rule);
        for (int j = 0; j < 3; j++)
            aggregate_add(&a, third, &weight);
        assert_true(aggregate_result(&a, &out));
        assert_int_equal(out.rounded.micro, dec(cases[i].expected).micro);
        assert_true((cases[i].text == NULL) == (out.fraction == NULL));
        if (cases[i].text)
            assert_string_equal(rational_text(arena, out.fraction), cases[i].text);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_rule_combines_periods_its_own_way),
        cmocka_unit_test(a_mean_is_rounded_once_at_the_end),
        cmocka_unit_test(a_ratio_is_sum_over_sum_not_the_mean_of_quotients),
        cmocka_unit_test(a_ratio_falls_back_to_the_mean_if_a_weight_is_missing),
        cmocka_unit_test(targets_of_a_ratio_are_weighted_by_the_same_denominators),
        cmocka_unit_test(results_that_do_not_fit_are_refused),
        cmocka_unit_test(a_sum_to_date_is_judged_by_summed_thresholds),
        cmocka_unit_test(ranges_and_binaries_are_combined_too),
        cmocka_unit_test(info_pairs_with_nothing_but_its_actual),
        cmocka_unit_test(thresholds_are_unknown_if_one_period_has_none),
        cmocka_unit_test(summed_thresholds_that_do_not_fit_are_refused),
        cmocka_unit_test(each_figure_of_a_range_must_fit_when_summed),
        cmocka_unit_test(each_level_must_fit_when_summed),
        cmocka_unit_test(fractions_are_put_together_without_rounding),
    };
    return cmocka_run_group_tests(tests, arenacase_begin, arenacase_end);
}
