#include "planfixture.h"

#include "assess/threshold.h"

#include "unit/arenacase.h" /* last: it has an `arena` */

/* Resolves from texts; NULL: not given. */
struct given {
    enum polarity polarity;
    enum threshold_method method;
    const char *target, *red, *stretch, *worst, *lower, *upper, *margin;
    bool percent;
};

static enum threshold_result resolve_with(const struct given *g, const struct settings *settings,
                                          struct judged_thresholds *out) {
    struct threshold t = {.method = g->method};
    const char *texts[] = {g->red, g->stretch, g->worst, g->lower, g->upper, g->margin};
    struct quantity *fields[] = {&t.red, &t.stretch, &t.worst, &t.lower, &t.upper, &t.margin};
    bool any = false;
    for (size_t i = 0; i < 6; i++)
        if (texts[i]) {
            *fields[i] = known(texts[i]);
            any = true;
        }
    struct exact target;
    if (g->target)
        target = figure(g->target);
    return threshold_resolve(arena, g->polarity, g->percent, any ? &t : NULL,
                             g->target ? &target : NULL, settings, out);
}

static enum threshold_result resolved(const struct given *g, struct judged_thresholds *out) {
    struct settings settings = plain_settings();
    return resolve_with(g, &settings, out);
}

static void judged_as(const struct given *g, const char *value, enum status expected) {
    struct judged_thresholds t;
    assert_int_equal(resolved(g, &t), THRESHOLD_KNOWN);
    enum status got = threshold_status(arena, g->polarity, &t, figure(value));
    if (got != expected)
        fail_msg("%s is %s, not %s", value, status_name(got), status_name(expected));
}

static void a_higher_measure_is_judged_as_in_the_vectors(void **state) {
    (void)state;
    struct given g = {.polarity = POLARITY_HIGHER, .target = "260000", .red = "255000"};
    judged_as(&g, "260000", STATUS_GREEN);
    judged_as(&g, "257500", STATUS_AMBER);
    judged_as(&g, "255000", STATUS_AMBER);
    judged_as(&g, "254999", STATUS_RED);
    judged_as(&g, "265000", STATUS_GREEN);
    judged_as(&g, "250000", STATUS_RED);
    judged_as(&g, "259999.999999", STATUS_AMBER);
    judged_as(&g, "254999.999999", STATUS_RED);
}

static void a_lower_measure_is_judged_as_in_the_vectors(void **state) {
    (void)state;
    struct given g = {.polarity = POLARITY_LOWER, .target = "7", .red = "14"};
    judged_as(&g, "7", STATUS_GREEN);
    judged_as(&g, "10.5", STATUS_AMBER);
    judged_as(&g, "14", STATUS_AMBER);
    judged_as(&g, "0", STATUS_GREEN);
    judged_as(&g, "21", STATUS_RED);
    judged_as(&g, "7.000001", STATUS_AMBER);
    judged_as(&g, "14.000001", STATUS_RED);
}

static void a_range_is_judged_as_in_the_vectors(void **state) {
    (void)state;
    struct given g = {.polarity = POLARITY_RANGE, .lower = "95", .upper = "105", .margin = "5"};
    judged_as(&g, "100", STATUS_GREEN);
    judged_as(&g, "105", STATUS_GREEN);
    judged_as(&g, "107.5", STATUS_AMBER);
    judged_as(&g, "110", STATUS_AMBER);
    judged_as(&g, "112", STATUS_RED);
    judged_as(&g, "95", STATUS_GREEN);
    judged_as(&g, "94.999999", STATUS_AMBER);
    judged_as(&g, "90", STATUS_AMBER);
    judged_as(&g, "89.999999", STATUS_RED);
}

static void binary_is_green_at_its_target_only(void **state) {
    (void)state;
    struct given yes = {.polarity = POLARITY_BINARY, .target = "1"};
    judged_as(&yes, "1", STATUS_GREEN);
    judged_as(&yes, "0", STATUS_RED);
    struct given no = {.polarity = POLARITY_BINARY, .target = "0"};
    judged_as(&no, "0", STATUS_GREEN);
    judged_as(&no, "1", STATUS_RED);
}

static void info_is_never_judged(void **state) {
    (void)state;
    struct given g = {.polarity = POLARITY_INFO, .target = "1"};
    struct judged_thresholds t;
    assert_int_equal(resolved(&g, &t), THRESHOLD_NO_TARGET);
    assert_int_equal(threshold_status(arena, POLARITY_INFO, &t, figure("3")), STATUS_UNSCORED);
}

static void exceeds_needs_a_stretch_that_was_given(void **state) {
    (void)state;
    struct given g = {.polarity = POLARITY_HIGHER, .target = "100", .red = "90"};
    judged_as(&g, "200", STATUS_GREEN);
    g.stretch = "105";
    judged_as(&g, "105", STATUS_EXCEEDS);
    judged_as(&g, "104.999999", STATUS_GREEN);
    struct given less = {.polarity = POLARITY_LOWER, .target = "7", .red = "14", .stretch = "3"};
    judged_as(&less, "3", STATUS_EXCEEDS);
    judged_as(&less, "3.1", STATUS_GREEN);
}

static void level(enum polarity polarity, const char *target, const char *expected_red) {
    struct given g = {.polarity = polarity, .target = target};
    struct judged_thresholds t;
    assert_int_equal(resolved(&g, &t), THRESHOLD_KNOWN);
    assert_int_equal(t.red.micro, dec(expected_red).micro);
    assert_true(t.red_default);
    assert_true(t.stretch_default);
    assert_true(t.worst_default);
}

static void the_default_tolerance_is_a_share_of_the_target(void **state) {
    (void)state;
    level(POLARITY_HIGHER, "100", "90");
    level(POLARITY_LOWER, "100", "110");
    level(POLARITY_HIGHER, "-100", "-110");
    level(POLARITY_LOWER, "-100", "-90");
    level(POLARITY_HIGHER, "0.5", "0.45");
}

static void the_tolerance_may_be_points_for_measures_in_percent(void **state) {
    (void)state;
    struct settings settings = plain_settings();
    settings.tolerance_in_points = true;
    settings.tolerance = dec("3");
    struct judged_thresholds t;
    struct given g = {.polarity = POLARITY_HIGHER, .target = "90", .percent = true};
    assert_int_equal(resolve_with(&g, &settings, &t), THRESHOLD_KNOWN);
    assert_int_equal(t.red.micro, dec("87").micro);
    g.polarity = POLARITY_LOWER;
    g.target = "0";
    assert_int_equal(resolve_with(&g, &settings, &t), THRESHOLD_KNOWN);
    assert_int_equal(t.red.micro, dec("3").micro);
    g.percent = false;
    g.target = "200";
    assert_int_equal(resolve_with(&g, &settings, &t), THRESHOLD_KNOWN);
    assert_int_equal(t.red.micro, dec("206").micro);
}

static void a_target_of_zero_needs_a_red_flag(void **state) {
    (void)state;
    struct judged_thresholds t;
    struct given g = {.polarity = POLARITY_LOWER, .target = "0"};
    assert_int_equal(resolved(&g, &t), THRESHOLD_ZERO_TARGET);
    assert_false(t.known);
    g.red = "2";
    assert_int_equal(resolved(&g, &t), THRESHOLD_KNOWN);
}

static void without_a_target_nothing_is_known_but_a_range(void **state) {
    (void)state;
    struct judged_thresholds t;
    struct given g = {.polarity = POLARITY_HIGHER, .red = "2"};
    assert_int_equal(resolved(&g, &t), THRESHOLD_NO_TARGET);
    g.polarity = POLARITY_BINARY;
    assert_int_equal(resolved(&g, &t), THRESHOLD_NO_TARGET);
    struct given range = {.polarity = POLARITY_RANGE, .lower = "1", .upper = "1", .margin = "1"};
    assert_int_equal(resolved(&range, &t), THRESHOLD_KNOWN);
}

static void methods_say_what_the_figures_mean(void **state) {
    (void)state;
    struct judged_thresholds t;
    struct given g = {.polarity = POLARITY_HIGHER,
                      .method = THRESHOLD_RATIO,
                      .target = "200",
                      .red = "0.9",
                      .stretch = "1.1",
                      .worst = "0.5"};
    assert_int_equal(resolved(&g, &t), THRESHOLD_KNOWN);
    assert_int_equal(t.red.micro, dec("180").micro);
    assert_int_equal(t.stretch.micro, dec("220").micro);
    assert_int_equal(t.worst.micro, dec("100").micro);
    g = (struct given){.polarity = POLARITY_HIGHER,
                       .method = THRESHOLD_DEVIATION,
                       .target = "200",
                       .red = "20",
                       .stretch = "5",
                       .worst = "50"};
    assert_int_equal(resolved(&g, &t), THRESHOLD_KNOWN);
    assert_int_equal(t.red.micro, dec("180").micro);
    assert_int_equal(t.stretch.micro, dec("205").micro);
    assert_int_equal(t.worst.micro, dec("150").micro);
    g.polarity = POLARITY_LOWER;
    assert_int_equal(resolved(&g, &t), THRESHOLD_KNOWN);
    assert_int_equal(t.red.micro, dec("220").micro);
    assert_int_equal(t.stretch.micro, dec("195").micro);
    assert_int_equal(t.worst.micro, dec("250").micro);
}

static void stretch_and_worst_mirror_the_red_flag_by_default(void **state) {
    (void)state;
    struct judged_thresholds t;
    struct given g = {.polarity = POLARITY_LOWER, .target = "7", .red = "14"};
    assert_int_equal(resolved(&g, &t), THRESHOLD_KNOWN);
    assert_int_equal(t.stretch.micro, 0);
    assert_int_equal(t.worst.micro, dec("21").micro);
    assert_false(t.stretch_given);
    assert_false(t.red_default);
}

static void the_wrong_order_for_the_kind_is_an_error(void **state) {
    (void)state;
    static const struct given cases[] = {
        {.polarity = POLARITY_HIGHER, .target = "10", .red = "10"},
        {.polarity = POLARITY_LOWER, .target = "10", .red = "10"},
        {.polarity = POLARITY_HIGHER, .target = "10", .red = "11"},
        {.polarity = POLARITY_LOWER, .target = "10", .red = "9"},
        {.polarity = POLARITY_HIGHER, .target = "10", .red = "9", .stretch = "9.5"},
        {.polarity = POLARITY_LOWER, .target = "10", .red = "12", .stretch = "10.1"},
        {.polarity = POLARITY_HIGHER, .target = "10", .red = "9", .worst = "9.1"},
        {.polarity = POLARITY_LOWER, .target = "10", .red = "12", .worst = "11"},
        {.polarity = POLARITY_RANGE, .lower = "2", .upper = "1", .margin = "1"},
        {.polarity = POLARITY_RANGE, .lower = "1", .upper = "2", .margin = "0"},
        {.polarity = POLARITY_RANGE, .lower = "1", .upper = "2", .margin = "-1"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct judged_thresholds t;
        assert_int_equal(resolved(&cases[i], &t), THRESHOLD_ORDER);
        assert_false(t.known);
    }
}

static void a_range_needs_all_three_limits(void **state) {
    (void)state;
    static const struct given cases[] = {
        {.polarity = POLARITY_RANGE, .target = "10"},
        {.polarity = POLARITY_RANGE, .upper = "2", .margin = "1"},
        {.polarity = POLARITY_RANGE, .lower = "2", .margin = "1"},
        {.polarity = POLARITY_RANGE, .lower = "2", .upper = "3"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct judged_thresholds t;
        assert_int_equal(resolved(&cases[i], &t), THRESHOLD_INCOMPLETE);
    }
}

static void figures_that_do_not_fit_are_refused(void **state) {
    (void)state;
    static const struct given cases[] = {
        {.polarity = POLARITY_HIGHER, .target = "9000000000000"}, /* stretch */
        {.polarity = POLARITY_HIGHER,
         .target = "9000000000000",
         .red = "1",
         .stretch = "9200000000000",
         .method = THRESHOLD_ABSOLUTE,
         .worst = NULL}, /* worst fits: known */
        {.polarity = POLARITY_HIGHER,
         .target = "9000000000000",
         .red = "2",
         .method = THRESHOLD_RATIO},
        {.polarity = POLARITY_HIGHER,
         .target = "9000000000000",
         .red = "1",
         .stretch = "9000000000000",
         .method = THRESHOLD_DEVIATION},
        {.polarity = POLARITY_LOWER,
         .target = "-9000000000000",
         .red = "1",
         .worst = "1",
         .stretch = "9000000000000",
         .method = THRESHOLD_DEVIATION},
        {.polarity = POLARITY_HIGHER,
         .target = "-9000000000000",
         .red = "-9200000000000",
         .worst = "9000000000000",
         .method = THRESHOLD_DEVIATION},
        {.polarity = POLARITY_HIGHER, .target = "0", .red = "-9200000000000", .stretch = "1"},
        {.polarity = POLARITY_LOWER, .target = "9000000000000"}, /* red */
    };
    static const enum threshold_result expected[] = {
        THRESHOLD_OVERFLOW, THRESHOLD_KNOWN,    THRESHOLD_OVERFLOW, THRESHOLD_OVERFLOW,
        THRESHOLD_OVERFLOW, THRESHOLD_OVERFLOW, THRESHOLD_OVERFLOW, THRESHOLD_OVERFLOW};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct judged_thresholds t;
        enum threshold_result got = resolved(&cases[i], &t);
        if (got != expected[i])
            fail_msg("case %zu: %d", i, (int)got);
    }
}

static void a_tolerance_that_does_not_fit_is_refused(void **state) {
    (void)state;
    struct settings settings = plain_settings();
    settings.tolerance = dec("200");
    struct judged_thresholds t;
    struct given g = {.polarity = POLARITY_HIGHER, .target = "9000000000000"};
    assert_int_equal(resolve_with(&g, &settings, &t), THRESHOLD_OVERFLOW);
}

static void a_distance_too_large_for_a_decimal_is_off_the_margin(void **state) {
    (void)state;
    struct judged_thresholds t = {.known = true,
                                  .lower = dec("9000000000000"),
                                  .upper = dec("9000000000000"),
                                  .margin = dec("9000000000000")};
    static const struct {
        const char *value;
        enum status expected;
    } cases[] = {{"-9000000000000", STATUS_RED},
                 {"9000000000000", STATUS_GREEN},
                 {"9000000000001", STATUS_AMBER},
                 {"0", STATUS_AMBER},
                 {"-0.000001", STATUS_RED}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_int_equal(threshold_status(arena, POLARITY_RANGE, &t, figure(cases[i].value)),
                         cases[i].expected);
}

static void a_better_value_never_has_a_worse_status(void **state) {
    (void)state;
    struct dice dice = {7};
    for (int i = 0; i < 20000; i++) {
        bool more = roll(&dice, 2);
        int64_t sign = more ? 1 : -1;
        struct judged_thresholds t = {.stretch_given = roll(&dice, 2), .worst_default = true};
        t.target = decimal_of((int64_t)roll(&dice, 2000) - 1000);
        t.red.micro = t.target.micro - sign * (1 + (int64_t)roll(&dice, 1000000));
        t.stretch.micro = t.target.micro + sign * (int64_t)roll(&dice, 1000000);
        enum polarity polarity = more ? POLARITY_HIGHER : POLARITY_LOWER;
        assert_int_equal(threshold_complete(arena, polarity, &t), THRESHOLD_KNOWN);
        struct exact a = {{t.red.micro + (int64_t)roll(&dice, 3000000) - 1500000}, NULL};
        struct exact b = {{a.rounded.micro + sign * (int64_t)roll(&dice, 1000000)}, NULL};
        assert_true(threshold_status(arena, polarity, &t, b) <=
                    threshold_status(arena, polarity, &t, a));
    }
}

static void a_range_may_hang_on_its_target(void **state) {
    (void)state;
    struct judged_thresholds t;
    struct given g = {.polarity = POLARITY_RANGE,
                      .method = THRESHOLD_RATIO,
                      .target = "200",
                      .lower = "0.9",
                      .upper = "1.2",
                      .margin = "0.05"};
    assert_int_equal(resolved(&g, &t), THRESHOLD_KNOWN);
    assert_int_equal(t.lower.micro, dec("180").micro);
    assert_int_equal(t.upper.micro, dec("240").micro);
    assert_int_equal(t.margin.micro, dec("10").micro);
    judged_as(&g, "170", STATUS_AMBER);
    judged_as(&g, "169", STATUS_RED);
    g.method = THRESHOLD_DEVIATION;
    g.lower = "20";
    g.upper = "30";
    g.margin = "10";
    assert_int_equal(resolved(&g, &t), THRESHOLD_KNOWN);
    assert_int_equal(t.lower.micro, dec("180").micro);
    assert_int_equal(t.upper.micro, dec("230").micro);
    assert_int_equal(t.margin.micro, dec("10").micro);
    g.target = NULL;
    assert_int_equal(resolved(&g, &t), THRESHOLD_NO_TARGET);
    assert_false(t.known);
    g.method = THRESHOLD_RATIO;
    g.target = "9000000000000";
    assert_int_equal(resolved(&g, &t), THRESHOLD_OVERFLOW);
    g.target = "-1";
    g.upper = "21"; /* a band turned upside down by a negative target */
    assert_int_equal(resolved(&g, &t), THRESHOLD_ORDER);
}

static void a_target_of_zero_needs_a_red_flag_for_a_tolerance_in_percent_too(void **state) {
    (void)state;
    struct judged_thresholds t;
    struct given g = {.polarity = POLARITY_LOWER, .target = "0", .percent = true};
    assert_int_equal(resolved(&g, &t), THRESHOLD_ZERO_TARGET);
    struct settings settings = plain_settings();
    settings.tolerance_in_points = true;
    g.percent = false; /* points are for measures in % only */
    assert_int_equal(resolve_with(&g, &settings, &t), THRESHOLD_ZERO_TARGET);
}

static void each_limit_of_a_range_must_fit(void **state) {
    (void)state;
    static const struct given cases[] = {
        {.polarity = POLARITY_RANGE,
         .method = THRESHOLD_DEVIATION,
         .target = "-9000000000000",
         .lower = "9000000000000",
         .upper = "1",
         .margin = "1"},
        {.polarity = POLARITY_RANGE,
         .method = THRESHOLD_DEVIATION,
         .target = "9000000000000",
         .lower = "1",
         .upper = "9000000000000",
         .margin = "1"},
        {.polarity = POLARITY_RANGE,
         .method = THRESHOLD_RATIO,
         .target = "9000000000000",
         .lower = "0.1",
         .upper = "1",
         .margin = "2"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct judged_thresholds t;
        assert_int_equal(resolved(&cases[i], &t), THRESHOLD_OVERFLOW);
        assert_false(t.known);
    }
}

static void each_threshold_that_does_not_fit_is_refused(void **state) {
    (void)state;
    static const struct given cases[] = {
        {.polarity = POLARITY_HIGHER, .target = "9000000000000", .red = "-9000000000000"},
        {.polarity = POLARITY_HIGHER, .target = "9000000000000", .red = "0"},
        {.polarity = POLARITY_HIGHER, .target = "0", .red = "-9000000000000", .stretch = "1"},
        {.polarity = POLARITY_HIGHER,
         .target = "9000000000000",
         .red = "-9000000000000",
         .stretch = "9000000000000"},
        {.polarity = POLARITY_HIGHER,
         .target = "9000000000000",
         .red = "2",
         .stretch = "3",
         .worst = "1",
         .method = THRESHOLD_RATIO},
        {.polarity = POLARITY_HIGHER,
         .target = "9000000000000",
         .red = "0.5",
         .stretch = "3",
         .worst = "0.1",
         .method = THRESHOLD_RATIO},
        {.polarity = POLARITY_HIGHER,
         .target = "9000000000000",
         .red = "0.5",
         .stretch = "1",
         .worst = "-3",
         .method = THRESHOLD_RATIO}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct judged_thresholds t;
        assert_int_equal(resolved(&cases[i], &t), THRESHOLD_OVERFLOW);
    }
}

static void a_tolerance_of_a_third_is_a_fraction(void **state) {
    (void)state;
    struct settings settings = plain_settings();
    struct judged_thresholds t;
    struct exact target;
    assert_true(exact_div(arena, figure("-100"), figure("3"), &target));
    assert_int_equal(threshold_resolve(arena, POLARITY_HIGHER, false, NULL, &target, &settings, &t),
                     THRESHOLD_KNOWN);
    assert_string_equal(rational_text(arena, t.exact.red), "-110/3");
    assert_int_equal(t.stretch.micro, dec("-30").micro);
    assert_null(t.exact.stretch);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_higher_measure_is_judged_as_in_the_vectors),
        cmocka_unit_test(a_lower_measure_is_judged_as_in_the_vectors),
        cmocka_unit_test(a_range_is_judged_as_in_the_vectors),
        cmocka_unit_test(binary_is_green_at_its_target_only),
        cmocka_unit_test(info_is_never_judged),
        cmocka_unit_test(exceeds_needs_a_stretch_that_was_given),
        cmocka_unit_test(the_default_tolerance_is_a_share_of_the_target),
        cmocka_unit_test(the_tolerance_may_be_points_for_measures_in_percent),
        cmocka_unit_test(a_target_of_zero_needs_a_red_flag),
        cmocka_unit_test(without_a_target_nothing_is_known_but_a_range),
        cmocka_unit_test(methods_say_what_the_figures_mean),
        cmocka_unit_test(stretch_and_worst_mirror_the_red_flag_by_default),
        cmocka_unit_test(the_wrong_order_for_the_kind_is_an_error),
        cmocka_unit_test(a_range_needs_all_three_limits),
        cmocka_unit_test(figures_that_do_not_fit_are_refused),
        cmocka_unit_test(a_tolerance_that_does_not_fit_is_refused),
        cmocka_unit_test(a_distance_too_large_for_a_decimal_is_off_the_margin),
        cmocka_unit_test(a_better_value_never_has_a_worse_status),
        cmocka_unit_test(a_range_may_hang_on_its_target),
        cmocka_unit_test(a_target_of_zero_needs_a_red_flag_for_a_tolerance_in_percent_too),
        cmocka_unit_test(each_limit_of_a_range_must_fit),
        cmocka_unit_test(each_threshold_that_does_not_fit_is_refused),
        cmocka_unit_test(a_tolerance_of_a_third_is_a_fraction),
    };
    return cmocka_run_group_tests(tests, arenacase_begin, arenacase_end);
}
