#include "planfixture.h"

#include "assess/variance.h"

#include "unit/arenacase.h" /* last: it has an `arena` */

static void absolute_figures_differ_in_percent(void **state) {
    (void)state;
    struct judged_thresholds t = {.known = false};
    struct variance v = variance_of(arena, POLARITY_HIGHER, false, figure("95"), figure("100"), &t);
    assert_true(v.known);
    assert_int_equal(v.difference.micro, dec("-5").micro);
    assert_true(v.has_percent);
    assert_int_equal(v.percent.micro, dec("-5").micro);
    v = variance_of(arena, POLARITY_HIGHER, false, figure("-95"), figure("-100"), &t);
    assert_int_equal(v.percent.micro, dec("5").micro);
    v = variance_of(arena, POLARITY_HIGHER, false, figure("1"), figure("3"), &t);
    assert_int_equal(v.percent.micro, -66666667);
}

static void percentages_differ_in_points_and_zero_has_no_percentage(void **state) {
    (void)state;
    struct judged_thresholds t = {.known = false};
    struct variance v = variance_of(arena, POLARITY_HIGHER, true, figure("87"), figure("90"), &t);
    assert_int_equal(v.difference.micro, dec("-3").micro);
    assert_false(v.has_percent);
    v = variance_of(arena, POLARITY_LOWER, false, figure("4"), figure("0"), &t);
    assert_true(v.known);
    assert_false(v.has_percent);
}

static void the_effect_decides_what_is_good(void **state) {
    (void)state;
    struct judged_thresholds band = {
        .known = true, .lower = dec("95"), .upper = dec("105"), .margin = dec("5")};
    static const struct {
        enum polarity polarity;
        const char *actual;
        int expected;
    } cases[] = {
        {POLARITY_HIGHER, "101", 1}, {POLARITY_HIGHER, "99", -1}, {POLARITY_HIGHER, "100", 0},
        {POLARITY_LOWER, "99", 1},   {POLARITY_LOWER, "101", -1}, {POLARITY_LOWER, "100", 0},
        {POLARITY_BINARY, "100", 0}, {POLARITY_BINARY, "0", -1},  {POLARITY_RANGE, "104", 0},
        {POLARITY_RANGE, "106", -1}, {POLARITY_RANGE, "94", -1},  {POLARITY_INFO, "7", 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct variance v = variance_of(arena, cases[i].polarity, false, figure(cases[i].actual),
                                        figure("100"), &band);
        assert_int_equal(v.favourable, cases[i].expected);
    }
}

static void a_difference_that_does_not_fit_is_unknown(void **state) {
    (void)state;
    struct judged_thresholds t = {.known = false};
    struct variance v = variance_of(arena, POLARITY_HIGHER, false, figure("9000000000000"),
                                    figure("-9000000000000"), &t);
    assert_false(v.known);
    v = variance_of(arena, POLARITY_HIGHER, false, figure("9000000000000"), figure("0.000001"), &t);
    assert_true(v.known);
    assert_false(v.has_percent);
}

static void a_range_is_measured_from_the_edge_that_was_passed(void **state) {
    (void)state;
    struct judged_thresholds band = {
        .known = true, .lower = dec("80"), .upper = dec("125"), .margin = dec("5")};
    static const struct {
        const char *actual, *difference, *percent;
        int favourable;
    } cases[] = {{"79", "-1", "-1.25", -1}, {"80", "0", "0", 0},        {"100", "0", "0", 0},
                 {"125", "0", "0", 0},      {"130", "5", "4", -1},      {"0", "-80", "-100", -1},
                 {"81", "0", "0", 0},       {"-80", "-160", "-200", -1}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct variance v = variance_of(arena, POLARITY_RANGE, false, figure(cases[i].actual),
                                        figure("100"), &band);
        assert_true(v.known);
        assert_true(v.has_percent);
        assert_int_equal(v.difference.micro, dec(cases[i].difference).micro);
        assert_int_equal(v.percent.micro, dec(cases[i].percent).micro);
        assert_int_equal(v.favourable, cases[i].favourable);
        v = variance_of(arena, POLARITY_RANGE, true, figure(cases[i].actual), figure("100"), &band);
        assert_int_equal(v.difference.micro, dec(cases[i].difference).micro);
        assert_false(v.has_percent);
    }
}

static void an_edge_of_zero_has_no_percentage_and_no_band_no_variance(void **state) {
    (void)state;
    struct judged_thresholds band = {
        .known = true, .lower = dec("-4"), .upper = dec("0"), .margin = dec("1")};
    struct variance v = variance_of(arena, POLARITY_RANGE, false, figure("2"), figure("-2"), &band);
    assert_int_equal(v.difference.micro, dec("2").micro);
    assert_false(v.has_percent);
    v = variance_of(arena, POLARITY_RANGE, false, figure("-5"), figure("-2"), &band);
    assert_int_equal(v.percent.micro, dec("-25").micro);
    v = variance_of(arena, POLARITY_RANGE, false, figure("0"), figure("-2"), &band);
    assert_true(v.has_percent);
    assert_int_equal(v.percent.micro, 0);
    band.known = false;
    assert_false(variance_of(arena, POLARITY_RANGE, false, figure("1"), figure("2"), &band).known);
}

static void the_seventh_decimal_decides_on_which_side_a_figure_lies(void **state) {
    (void)state;
    struct judged_thresholds t = {.known = false};
    struct exact two_thirds;
    assert_true(exact_div(arena, figure("2"), figure("3"), &two_thirds));
    struct variance v =
        variance_of(arena, POLARITY_HIGHER, false, two_thirds, figure("0.666667"), &t);
    assert_int_equal(v.difference.micro, 0);
    assert_int_equal(v.side, -1);
    assert_int_equal(v.favourable, -1);
    assert_true(v.has_percent);
    assert_int_equal(v.percent.micro, dec("-0.00005").micro);
    v = variance_of(arena, POLARITY_HIGHER, false, figure("1"), two_thirds, &t);
    assert_int_equal(v.percent.micro, dec("50").micro);
    v = variance_of(arena, POLARITY_LOWER, true, figure("0.666667"), two_thirds, &t);
    assert_int_equal(v.favourable, -1);
    assert_false(v.has_percent);
    struct judged_thresholds band = {.known = true, .lower = dec("0.666667"), .upper = dec("1")};
    assert_int_equal(variance_of(arena, POLARITY_RANGE, true, two_thirds, two_thirds, &band).side,
                     -1);
}

static void fractions_may_differ_by_a_decimal(void **state) {
    (void)state;
    struct judged_thresholds t = {.known = false};
    struct exact third, more;
    assert_true(exact_div(arena, figure("1"), figure("3"), &third));
    assert_true(exact_add(arena, third, figure("1"), &more));
    struct variance v = variance_of(arena, POLARITY_HIGHER, false, more, third, &t);
    assert_int_equal(v.difference.micro, DECIMAL_ONE);
    assert_int_equal(v.percent.micro, dec("300").micro);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(absolute_figures_differ_in_percent),
        cmocka_unit_test(percentages_differ_in_points_and_zero_has_no_percentage),
        cmocka_unit_test(the_effect_decides_what_is_good),
        cmocka_unit_test(a_difference_that_does_not_fit_is_unknown),
        cmocka_unit_test(a_range_is_measured_from_the_edge_that_was_passed),
        cmocka_unit_test(an_edge_of_zero_has_no_percentage_and_no_band_no_variance),
        cmocka_unit_test(the_seventh_decimal_decides_on_which_side_a_figure_lies),
        cmocka_unit_test(fractions_may_differ_by_a_decimal),
    };
    return cmocka_run_group_tests(tests, arenacase_begin, arenacase_end);
}
