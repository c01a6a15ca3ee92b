#include "planfixture.h"

#include "assess/signal.h"

#include "unit/arenacase.h" /* last: it has an `arena` */

/* Points of values separated by blanks. */
static struct signal_point *points_of(const char *values, size_t *count) {
    struct signal_point *points = arena_array(arena, 64, sizeof *points);
    struct period first = {FREQUENCY_MONTHLY, 2024 * 12};
    *count = 0;
    for (const char *at = values; *at;) {
        size_t length = strcspn(at, " ");
        points[*count].period = period_next(first, (int)*count);
        points[(*count)++].value = exact_decimal(dec(arena_strndup(arena, at, length)));
        at += length + strspn(at + length, " ");
    }
    return points;
}

static const struct signal_result *judged(const char *values) {
    size_t count;
    struct signal_point *points = points_of(values, &count);
    return signal_judge(arena, points, count);
}

/* "outside 5 +; run 0-6 -" */
static const char *told_signals(const struct signal_result *r) {
    if (!r)
        return "none";
    struct textbuf out;
    textbuf_init(&out, arena);
    for (size_t i = 0; i < r->signals.count; i++) {
        const struct signal *s = &r->signals.items[i];
        textbuf_printf(&out, "%s%s %zu-%zu %s", i ? "; " : "", signal_name(s->kind), s->first,
                       s->last, s->side > 0 ? "up" : "down");
        assert_true(s->side == 1 || s->side == -1);
    }
    return textbuf_text(&out);
}

static void signals_are(const char *values, const char *expected) {
    assert_string_equal(told_signals(judged(values)), expected);
}

static void figure_is(struct decimal value, const char *expected) {
    char text[32];
    decimal_format(value, -1, text);
    assert_string_equal(text, expected);
}

/* ---- figures ---- */

static void mean_range_and_limits_are_those_worked_out_by_hand(void **state) {
    (void)state;
    /* ranges 2 4 1 3 2 1 5, sum 18, mean 18/7; 2.66 x 18/7 = 6.84 */
    const struct signal_result *r = judged("10 12 8 9 12 14 13 18");
    assert_int_equal(r->count, 8);
    figure_is(r->mean, "12");
    figure_is(r->range, "2.571429");
    figure_is(r->upper, "18.84");
    figure_is(r->lower, "5.16");
    assert_int_equal(r->dropped, 0);
    assert_int_equal(r->signals.count, 0);
    assert_false(r->now);
}

static void fewer_than_five_points_say_nothing(void **state) {
    (void)state;
    assert_null(judged(""));
    assert_null(judged("1 9 1 9"));
    assert_non_null(judged("1 9 1 9 1"));
}

static void fewer_than_twelve_points_are_a_trial(void **state) {
    (void)state;
    assert_true(judged("1 2 1 2 1")->trial);
    assert_true(judged("1 2 1 2 1 2 1 2 1 2 1")->trial);
    assert_false(judged("1 2 1 2 1 2 1 2 1 2 1 2")->trial);
}

static void a_range_of_3_267_times_the_mean_is_dropped_and_a_smaller_one_is_not(void **state) {
    (void)state;
    /* ten ranges that sum to 10000, so that the mean is 1000 and the bound 3267 */
    const struct signal_result *r = judged("0 748 0 748 0 748 0 748 0 749 -2518");
    assert_int_equal(r->dropped, 1);
    figure_is(r->range, "748.111111");
    r = judged("0 748 0 748 0 748 0 748 0 749 -2517");
    assert_int_equal(r->dropped, 0);
    figure_is(r->range, "999.9");
}

static void ranges_are_dropped_once_only(void **state) {
    (void)state;
    /* 1 x 8, then 9, then 100: mean 117/10, 100 goes; of the rest the mean is 17/9 and 9 would go
     */
    const struct signal_result *r = judged("0 1 0 1 0 1 0 1 0 9 109");
    assert_int_equal(r->dropped, 1);
    figure_is(r->range, "1.888889");
}

static void a_measure_that_stood_still_is_judged_by_its_one_move(void **state) {
    (void)state;
    const struct signal_result *r = judged("10 10 10 10 10 10 20");
    assert_int_equal(r->dropped, 0);
    figure_is(r->range, "1.666667");
    assert_string_equal(told_signals(r), "outside 6-6 up");
    assert_true(r->now);
    signals_are("10 10 10 10 10 10 10 10", "");
}

static void values_too_large_for_limits_give_no_chart(void **state) {
    (void)state;
    assert_null(judged("0 9000000000000 0 9000000000000 0"));
    assert_null(judged("9000000000000 9100000000000 9000000000000 9100000000000 9000000000000"));
    assert_null(
        judged("-9000000000000 -9100000000000 -9000000000000 -9100000000000 -9000000000000"));
    assert_null(judged("9000000000000 -9000000000000 9000000000000 -9000000000000 9000000000000"));
    assert_non_null(
        judged("9000000000000 9000000000000 9000000000000 9000000000000 9000000000000"));
}

/* ---- the four signals ---- */

static void a_point_on_the_limit_is_not_outside(void **state) {
    (void)state;
    /* mean 76.25, mean range 62.5, upper limit 242.5 */
    figure_is(judged("0 -5 50 100 70 242.5")->upper, "242.5");
    signals_are("0 -5 50 100 70 242.5", "");
    signals_are("0 5 -50 -100 -70 -242.5", "");
    signals_are("0 -5 50 100 70 242.500004", "outside 5-5 up");
    signals_are("0 5 -50 -100 -70 -242.500004", "outside 5-5 down");
}

static void seven_points_on_one_side_are_a_run_and_six_are_not(void **state) {
    (void)state;
    signals_are("1 4 1 4 1 4 9 6 9 6 9 6", "");
    signals_are("1 4 1 4 1 4 1 9 6 9 6 9 6 9", "run 0-6 down; run 7-13 up");
    signals_are("9 1 4 1 4 1 4 1 4 9 6 9 6 9 6", "run 1-8 down");
}

static void a_point_on_the_mean_ends_a_run(void **state) {
    (void)state;
    figure_is(judged("1 4 1 5 4 1 4 9 6 9 6 9 6")->mean, "5");
    signals_are("1 4 1 5 4 1 4 9 6 9 6 9 6", "");
    signals_are("1 4 1 4.999999 4 1 4 9 6 9 6 9 6.000001", "run 0-6 down");
}

static void seven_rising_points_are_a_slope_and_six_are_not(void **state) {
    (void)state;
    signals_are("3 1 2 3 4 5 6 2 5 1 4 3", "");
    signals_are("6 3 1 2 3 4 5 6 7 3 4 2 5", "slope 2-8 up");
    signals_are("2 5 7 6 5 4 3 2 1 5 4 6 3", "slope 2-8 down");
}

static void equal_neighbours_end_a_slope(void **state) {
    (void)state;
    signals_are("6 3 1 2 3 3 4 5 6 7 3 4 2 5", "");
    signals_are("2 1 2 3 4 4 5 6 7 2 5 3", "");
}

static void a_peak_ends_one_slope_and_begins_the_next(void **state) {
    (void)state;
    /* mean 49/13, mean range 1: limits at 1.11 and 6.43, two thirds of the way at 2.00 and 5.54 */
    signals_are("1 2 3 4 5 6 7 6 5 4 3 2 1",
                "outside 0-0 down; outside 6-6 up; outside 12-12 down; run 3-9 up; "
                "slope 0-6 up; slope 6-12 down; near 5-7 up");
}

static void two_of_three_near_the_same_limit_are_a_signal(void **state) {
    (void)state;
    /* mean 14/15, mean range 46/14: two thirds of the way lie at 6.76 and -4.89 */
    signals_are("0 1 -1 1 -1 1 -1 1 -1 7 0 7 1 -1 0", "near 9-11 up");
    signals_are("0 1 -1 1 -1 1 -1 1 -1 7 0 0 7 -1 0", "");
    signals_are("0 1 -1 1 -1 1 -1 1 -1 6 6 1 0 -1 0", "near 9-10 up");
    signals_are("0 -1 1 -1 1 -1 1 -1 1 -7 0 -7 -1 1 0", "near 9-11 down");
    signals_are("0 1 -1 1 -1 1 -1 1 -1 6 0 -6 1 -1 0", "");
}

static void a_point_on_two_thirds_of_the_way_is_not_near(void **state) {
    (void)state;
    /* mean 5, mean range 26.785714: two thirds of the way lie at 52.5 */
    signals_are("-5 -30 -15 10 -30 5 52.5 52.5", "");
    signals_are("5 30 15 -10 30 -5 -52.5 -52.5", "");
    signals_are("-5 -30 -15 10 -30 5 52.500004 52.500004", "near 6-7 up");
}

static void near_points_that_overlap_are_told_once(void **state) {
    (void)state;
    signals_are("0 1 -1 1 -1 1 -1 1 -1 1 -1 1 -1 1 -1 7 7 0 7 0 1 0 -1 1", "near 15-18 up");
}

static void a_signal_of_the_last_point_is_one_of_now(void **state) {
    (void)state;
    assert_true(judged("6 3 1 2 3 4 5 6 7")->now);
    assert_false(judged("6 3 1 2 3 4 5 6 7 3")->now);
}

/* ---- laws ---- */

static void same_but_for_figures(const struct signal_result *a, const struct signal_result *b,
                                 int mirror) {
    assert_int_equal(a->signals.count, b->signals.count);
    assert_int_equal(a->dropped, b->dropped);
    assert_int_equal(a->now, b->now);
    for (size_t i = 0; i < a->signals.count; i++) {
        const struct signal *s = &a->signals.items[i];
        bool found = false;
        for (size_t j = 0; j < b->signals.count; j++) {
            const struct signal *t = &b->signals.items[j];
            found = found || (s->kind == t->kind && s->first == t->first && s->last == t->last &&
                              s->side == mirror * t->side);
        }
        assert_true(found);
    }
}

static const struct signal_result *transformed(const struct signal_point *points, size_t count,
                                               int64_t factor, int64_t shift) {
    struct signal_point *moved = arena_array(arena, count, sizeof *moved);
    for (size_t i = 0; i < count; i++) {
        moved[i] = points[i];
        moved[i].value =
            exact_decimal(decimal_micro(points[i].value.rounded.micro * factor + shift));
    }
    return signal_judge(arena, moved, count);
}

/* The same points, each divided by that. */
static const struct signal_result *divided(const struct signal_point *points, size_t count,
                                           int64_t by) {
    struct signal_point *parts = arena_array(arena, count, sizeof *parts);
    for (size_t i = 0; i < count; i++) {
        parts[i] = points[i];
        assert_true(
            exact_div(arena, points[i].value, exact_decimal(decimal_of(by)), &parts[i].value));
    }
    return signal_judge(arena, parts, count);
}

static const struct signal_result *divided_text(const char *values, int64_t by) {
    size_t count;
    const struct signal_point *points = points_of(values, &count);
    return divided(points, count, by);
}

static void a_third_is_on_its_limit_although_no_decimal_is(void **state) {
    (void)state;
    const struct signal_result *r = divided_text("0 -5 50 100 70 242.5", 3);
    figure_is(r->mean, "25.416667");
    figure_is(r->range, "20.833333");
    figure_is(r->upper, "80.833333");
    figure_is(r->lower, "-30");
    /* as decimals: 0, -1.666667, ... 80.833333 under a limit of 80.833333..., or beyond by chance
     */
    for (int64_t by = 3; by < 200; by++) {
        assert_string_equal(told_signals(divided_text("0 -5 50 100 70 242.5", by)), "");
        assert_string_equal(told_signals(divided_text("0 5 -50 -100 -70 -242.5", by)), "");
        assert_string_equal(told_signals(divided_text("0 -5 50 100 70 242.500004", by)),
                            "outside 5-5 up");
        assert_string_equal(told_signals(divided_text("0 5 -50 -100 -70 -242.500004", by)),
                            "outside 5-5 down");
    }
}

static const struct signal_result *with_a_third_more(const char *values) {
    size_t count;
    struct signal_point *points = points_of(values, &count);
    struct exact *last = &points[count - 1].value, third;
    assert_true(exact_fraction(rational_of(arena, 1, 3), &third));
    assert_true(exact_add(arena, *last, third, last));
    return signal_judge(arena, points, count);
}

static void fractions_have_no_chart_where_a_figure_is_too_large(void **state) {
    (void)state;
    assert_non_null(with_a_third_more("1000000000000 0 1000000000000 0 1000000000000"));
    assert_null(with_a_third_more("5000000000000 7000000000000 5000000000000 7000000000000 1"));
    assert_null(
        with_a_third_more("5000000000000 7000000000000 5000000000000 7000000000000 5000000000000"));
    assert_null(with_a_third_more(
        "-5000000000000 -7000000000000 -5000000000000 -7000000000000 -5000000000000"));
    assert_null(with_a_third_more(
        "9000000000000 -9000000000000 9000000000000 -9000000000000 9000000000000"));
}

/* As with decimals: the largest are dropped once, and not if nothing but zeros were left. */
static void of_fractions_too_large_ranges_are_dropped(void **state) {
    (void)state;
    assert_int_equal(with_a_third_more("1 2 1 2 1 2 1 2 1 2 1 20")->dropped, 1);
    assert_int_equal(with_a_third_more("1 1 1 1 1 1 1 1 1 1 1 20")->dropped, 0);
    const struct signal_result *still = divided_text("1 1 1 1 1 1 1", 3); /* no range at all */
    assert_int_equal(still->dropped, 0);
    assert_int_equal(still->signals.count, 0);
    figure_is(still->upper, "0.333333");
}

static void signals_do_not_depend_on_origin_unit_or_direction(void **state) {
    (void)state;
    struct dice dice = {7};
    size_t signals = 0;
    for (int trial = 0; trial < 2000; trial++) {
        struct signal_point points[24] = {0};
        size_t count = 5 + roll(&dice, 20);
        int64_t level = 0;
        for (size_t i = 0; i < count; i++) {
            level += (int64_t)roll(&dice, 7) - 3;
            points[i].value =
                exact_decimal(decimal_micro((level + (int64_t)roll(&dice, 5)) * 500000));
        }
        const struct signal_result *r = signal_judge(arena, points, count);
        signals += r->signals.count;
        same_but_for_figures(r, transformed(points, count, 1, 123456789), 1);
        same_but_for_figures(r, transformed(points, count, 1 + (int64_t)roll(&dice, 9999), 0), 1);
        same_but_for_figures(r, transformed(points, count, -1, 0), -1);
        same_but_for_figures(r, divided(points, count, 2 + (int64_t)roll(&dice, 99)), 1);
    }
    assert_true(signals > 500);
}

/* ---- of a measure ---- */

static const struct signal_result *of_measure(struct fixture *f, enum polarity polarity) {
    struct measure *m =
        add_measure(f, "M", add_objective(f, "O", add_unit(f, "U"), add_perspective(f, "P")));
    m->polarity = polarity;
    static const char *const actuals[] = {"6", "3", "", "1", "2", "3", "4", "5", "6", "7", "1"};
    add_months(f, m, "2026-01", "5", actuals, 11); /* the last is of after the reporting period */
    return fixture_assess(f)->signals[0];
}

static void points_are_actuals_up_to_the_judged_period(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    const struct signal_result *r = of_measure(f, POLARITY_HIGHER);
    assert_int_equal(r->count, 9);
    assert_string_equal(told_signals(r), "slope 2-8 up");
    assert_true(r->now);
    char text[16];
    period_format(r->points[2].period, &f->plan.organization.fiscal, text);
    assert_string_equal(text, "2026-04");
    fixture_free(f);
}

static void measures_for_information_have_signals_and_binary_ones_have_none(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    assert_non_null(of_measure(f, POLARITY_INFO));
    fixture_free(f);
    f = fixture_new();
    assert_null(of_measure(f, POLARITY_BINARY));
    fixture_free(f);
}

static void the_assessment_before_has_no_signals(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    add_simple(f, "M", add_objective(f, "O", add_unit(f, "U"), add_perspective(f, "P")), "100");
    const struct assessment *a = fixture_assess(f);
    assert_null(a->signals[0]);
    assert_null(a->previous->signals);
    fixture_free(f);
}

#define TEST(name) ARENA_TEST(name)

static void the_smallest_rest_of_ranges_is_enough_to_drop_the_largest(void **state) {
    (void)state;
    const struct signal_result *r = judged("0 0 0 0.000001 0.000001 0.000001 10");
    assert_int_equal(r->dropped, 1);
    assert_int_equal(r->range.micro, 0); /* a fifth of the smallest number */
    r = judged("0 0 0 0 0 0 10");
    assert_int_equal(r->dropped, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(mean_range_and_limits_are_those_worked_out_by_hand),
        TEST(fewer_than_five_points_say_nothing),
        TEST(fewer_than_twelve_points_are_a_trial),
        TEST(a_range_of_3_267_times_the_mean_is_dropped_and_a_smaller_one_is_not),
        TEST(ranges_are_dropped_once_only),
        TEST(a_measure_that_stood_still_is_judged_by_its_one_move),
        TEST(values_too_large_for_limits_give_no_chart),
        TEST(a_point_on_the_limit_is_not_outside),
        TEST(seven_points_on_one_side_are_a_run_and_six_are_not),
        TEST(a_point_on_the_mean_ends_a_run),
        TEST(seven_rising_points_are_a_slope_and_six_are_not),
        TEST(equal_neighbours_end_a_slope),
        TEST(a_peak_ends_one_slope_and_begins_the_next),
        TEST(two_of_three_near_the_same_limit_are_a_signal),
        TEST(a_point_on_two_thirds_of_the_way_is_not_near),
        TEST(near_points_that_overlap_are_told_once),
        TEST(a_signal_of_the_last_point_is_one_of_now),
        TEST(signals_do_not_depend_on_origin_unit_or_direction),
        TEST(a_third_is_on_its_limit_although_no_decimal_is),
        TEST(fractions_have_no_chart_where_a_figure_is_too_large),
        TEST(of_fractions_too_large_ranges_are_dropped),
        TEST(points_are_actuals_up_to_the_judged_period),
        TEST(measures_for_information_have_signals_and_binary_ones_have_none),
        TEST(the_assessment_before_has_no_signals),
        TEST(the_smallest_rest_of_ranges_is_enough_to_drop_the_largest),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
