#include "planfixture.h"

#include "assess/trend.h"

#include "unit/arenacase.h" /* last: it has an `arena` */

static const struct quantity undeclared = {.known = false};

static struct trend moved(enum polarity polarity, const struct judged_thresholds *t,
                          const struct quantity *band, const char *now, const char *before) {
    struct trend_input input = {
        .polarity = polarity, .thresholds = t, .dead_band = band, .dead_percent = decimal_of(1)};
    struct exact older = figure(before);
    return trend_of(arena, &input, figure(now), &older, 1);
}

static void is(struct trend got, enum direction direction, enum goodness goodness) {
    if (got.direction != direction || got.goodness != goodness)
        fail_msg("%s %s", direction_name(got.direction), goodness_name(got.goodness));
}

static void direction_and_goodness_are_separate(void **state) {
    (void)state;
    struct judged_thresholds t = {.known = true, .target = dec("100"), .red = dec("90")};
    is(moved(POLARITY_HIGHER, &t, &undeclared, "96", "95"), DIRECTION_UP, GOODNESS_IMPROVING);
    is(moved(POLARITY_HIGHER, &t, &undeclared, "94", "95"), DIRECTION_DOWN, GOODNESS_WORSENING);
    t.red = dec("110");
    is(moved(POLARITY_LOWER, &t, &undeclared, "96", "95"), DIRECTION_UP, GOODNESS_WORSENING);
    is(moved(POLARITY_LOWER, &t, &undeclared, "94", "95"), DIRECTION_DOWN, GOODNESS_IMPROVING);
}

static void the_dead_band_is_one_percent_of_target_minus_red(void **state) {
    (void)state;
    struct judged_thresholds t = {.known = true, .target = dec("100"), .red = dec("90")};
    is(moved(POLARITY_HIGHER, &t, &undeclared, "95.1", "95"), DIRECTION_FLAT, GOODNESS_STEADY);
    is(moved(POLARITY_HIGHER, &t, &undeclared, "95.100001", "95"), DIRECTION_UP,
       GOODNESS_IMPROVING);
    is(moved(POLARITY_HIGHER, &t, &undeclared, "94.9", "95"), DIRECTION_FLAT, GOODNESS_STEADY);
    is(moved(POLARITY_HIGHER, &t, &undeclared, "94.899999", "95"), DIRECTION_DOWN,
       GOODNESS_WORSENING);
}

static void a_declared_dead_band_is_in_the_measures_unit(void **state) {
    (void)state;
    struct judged_thresholds t = {.known = true, .target = dec("100"), .red = dec("90")};
    struct quantity two = known("2");
    is(moved(POLARITY_HIGHER, &t, &two, "97", "95"), DIRECTION_FLAT, GOODNESS_STEADY);
    is(moved(POLARITY_HIGHER, &t, &two, "97.1", "95"), DIRECTION_UP, GOODNESS_IMPROVING);
}

static void a_range_compares_the_distance_to_its_band(void **state) {
    (void)state;
    struct judged_thresholds t = {
        .known = true, .lower = dec("95"), .upper = dec("105"), .margin = dec("5")};
    is(moved(POLARITY_RANGE, &t, &undeclared, "104", "96"), DIRECTION_UP, GOODNESS_STEADY);
    is(moved(POLARITY_RANGE, &t, &undeclared, "106", "108"), DIRECTION_DOWN, GOODNESS_IMPROVING);
    is(moved(POLARITY_RANGE, &t, &undeclared, "92", "94"), DIRECTION_DOWN, GOODNESS_WORSENING);
    is(moved(POLARITY_RANGE, &t, &undeclared, "108", "92"), DIRECTION_UP, GOODNESS_STEADY);
}

static void binary_and_info_have_no_dead_band(void **state) {
    (void)state;
    struct judged_thresholds t = {.known = true, .target = dec("1")};
    is(moved(POLARITY_BINARY, &t, &undeclared, "1", "0"), DIRECTION_UP, GOODNESS_IMPROVING);
    is(moved(POLARITY_BINARY, &t, &undeclared, "0", "1"), DIRECTION_DOWN, GOODNESS_WORSENING);
    is(moved(POLARITY_BINARY, &t, &undeclared, "1", "1"), DIRECTION_FLAT, GOODNESS_STEADY);
    t.known = false;
    is(moved(POLARITY_INFO, &t, &undeclared, "1", "0"), DIRECTION_UP, GOODNESS_UNKNOWN);
    is(moved(POLARITY_INFO, &t, &undeclared, "0", "0"), DIRECTION_FLAT, GOODNESS_UNKNOWN);
}

static void without_thresholds_there_is_no_trend(void **state) {
    (void)state;
    struct judged_thresholds t = {.known = false};
    struct quantity two = known("2");
    is(moved(POLARITY_HIGHER, &t, &undeclared, "9", "1"), DIRECTION_UNKNOWN, GOODNESS_UNKNOWN);
    is(moved(POLARITY_LOWER, &t, &two, "9", "1"), DIRECTION_UNKNOWN, GOODNESS_UNKNOWN);
    is(moved(POLARITY_RANGE, &t, &undeclared, "9", "1"), DIRECTION_UNKNOWN, GOODNESS_UNKNOWN);
    is(moved(POLARITY_BINARY, &t, &undeclared, "9", "1"), DIRECTION_UNKNOWN, GOODNESS_UNKNOWN);
}

static void the_mean_of_four_is_compared_without_rounding(void **state) {
    (void)state;
    struct judged_thresholds t = {.known = true, .target = dec("100"), .red = dec("90")};
    struct trend_input input = {.polarity = POLARITY_HIGHER,
                                .thresholds = &t,
                                .dead_band = &undeclared,
                                .dead_percent = decimal_of(0)};
    /* the mean is 95.00000025 */
    struct exact older[] = {figure("95"), figure("95"), figure("95"), figure("95.000001")};
    is(trend_of(arena, &input, figure("95"), older, 4), DIRECTION_DOWN, GOODNESS_WORSENING);
    is(trend_of(arena, &input, figure("95.000001"), older, 4), DIRECTION_UP, GOODNESS_IMPROVING);
}

static void scores_have_a_dead_band_of_a_third_of_a_point(void **state) {
    (void)state;
    const struct rational *fifty = rational_of(arena, 50, 1);
    const struct rational *third = rational_of(arena, 151, 3);
    struct decimal one = decimal_of(1);
    is(trend_score(arena, one, third, fifty), DIRECTION_FLAT, GOODNESS_STEADY);
    is(trend_score(arena, one, fifty, third), DIRECTION_FLAT, GOODNESS_STEADY);
    is(trend_score(arena, one, rational_of(arena, 1511, 30), fifty), DIRECTION_UP,
       GOODNESS_IMPROVING);
    is(trend_score(arena, one, fifty, rational_of(arena, 1511, 30)), DIRECTION_DOWN,
       GOODNESS_WORSENING);
    is(trend_score(arena, one, NULL, fifty), DIRECTION_UNKNOWN, GOODNESS_UNKNOWN);
    is(trend_score(arena, one, fifty, NULL), DIRECTION_UNKNOWN, GOODNESS_UNKNOWN);
}

static struct exact over(struct exact value, int64_t parts) {
    struct exact out;
    assert_true(exact_div(arena, value, exact_decimal(decimal_of(parts)), &out));
    return out;
}

/* 1 % of 10 is 0.1: a change of just so much is flat, of a ten millionth more is not. */
static void the_seventh_decimal_decides_whether_a_change_is_flat(void **state) {
    (void)state;
    struct judged_thresholds t = {.known = true, .target = dec("100"), .red = dec("90")};
    struct trend_input input = {.polarity = POLARITY_HIGHER,
                                .thresholds = &t,
                                .dead_band = &undeclared,
                                .dead_percent = decimal_of(1)};
    struct exact now = over(figure("286"), 3); /* 95 1/3 */
    struct exact flat = over(figure("2857"), 30), down = over(figure("2857.000001"), 30);
    struct exact up = over(figure("2856.999999"), 30);
    is(trend_of(arena, &input, now, &flat, 1), DIRECTION_FLAT, GOODNESS_STEADY);
    is(trend_of(arena, &input, now, &up, 1), DIRECTION_UP, GOODNESS_IMPROVING);
    flat = over(figure("2863"), 30);
    is(trend_of(arena, &input, now, &flat, 1), DIRECTION_FLAT, GOODNESS_STEADY);
    down = over(figure("2863.000001"), 30);
    is(trend_of(arena, &input, now, &down, 1), DIRECTION_DOWN, GOODNESS_WORSENING);
    input.polarity = POLARITY_LOWER;
    is(trend_of(arena, &input, now, &down, 1), DIRECTION_DOWN, GOODNESS_IMPROVING);
}

static const struct rational *fraction_of(struct decimal value) {
    return rational_decimal(arena, value);
}

/* A decimal said as a fraction goes the other way through the code. */
static void fractions_and_decimals_come_to_the_same(void **state) {
    (void)state;
    struct dice dice = {5};
    for (int i = 0; i < 4000; i++) {
        enum polarity polarity = (enum polarity)roll(&dice, 5);
        struct judged_thresholds t = {.known = true};
        t.target = decimal_of((int64_t)roll(&dice, 40) - 20);
        t.red = decimal_micro(t.target.micro + (int64_t)roll(&dice, 4000000) - 2000000);
        t.lower = decimal_micro((int64_t)roll(&dice, 4000000) - 2000000);
        t.upper = decimal_micro(t.lower.micro + (int64_t)roll(&dice, 4000000));
        t.margin = decimal_micro((int64_t)roll(&dice, 90000000));
        struct quantity declared = known("0.5");
        struct trend_input input = {.polarity = polarity,
                                    .thresholds = &t,
                                    .dead_band = roll(&dice, 4) ? &undeclared : &declared,
                                    .dead_percent = decimal_of((int64_t)roll(&dice, 30))};
        struct exact now = exact_decimal(decimal_micro((int64_t)roll(&dice, 8000000) - 4000000));
        struct exact older[4];
        size_t count = roll(&dice, 2) ? 4 : 1;
        for (size_t j = 0; j < count; j++)
            older[j] = exact_decimal(decimal_micro((int64_t)roll(&dice, 8000000) - 4000000));
        struct trend plain = trend_of(arena, &input, now, older, count);
        const struct {
            const struct rational **fraction;
            struct decimal value;
        } said[] = {{&now.fraction, now.rounded},
                    {&t.exact.target, t.target},
                    {&t.exact.red, t.red},
                    {&t.exact.lower, t.lower},
                    {&t.exact.upper, t.upper},
                    {&t.exact.margin, t.margin},
                    {&older[0].fraction, older[0].rounded}};
        size_t which = roll(&dice, 7);
        *said[which].fraction = fraction_of(said[which].value);
        is(trend_of(arena, &input, now, older, count), plain.direction, plain.goodness);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(direction_and_goodness_are_separate),
        cmocka_unit_test(the_dead_band_is_one_percent_of_target_minus_red),
        cmocka_unit_test(a_declared_dead_band_is_in_the_measures_unit),
        cmocka_unit_test(a_range_compares_the_distance_to_its_band),
        cmocka_unit_test(binary_and_info_have_no_dead_band),
        cmocka_unit_test(without_thresholds_there_is_no_trend),
        cmocka_unit_test(the_mean_of_four_is_compared_without_rounding),
        cmocka_unit_test(scores_have_a_dead_band_of_a_third_of_a_point),
        cmocka_unit_test(the_seventh_decimal_decides_whether_a_change_is_flat),
        cmocka_unit_test(fractions_and_decimals_come_to_the_same),
    };
    return cmocka_run_group_tests(tests, arenacase_begin, arenacase_end);
}
