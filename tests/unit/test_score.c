#include "planfixture.h"

#include "assess/score.h"
#include "assess/threshold.h"

#include "unit/arenacase.h" /* last: it has an `arena` */

/* target/red or lower/upper/margin, separated by blanks in the table below */
struct vector {
    enum polarity polarity;
    const char *a, *b, *c, *value, *expected;
};

static struct judged_thresholds made(const struct vector *v) {
    struct settings settings = plain_settings();
    struct judged_thresholds t;
    struct exact target = figure(v->a);
    struct threshold given = {.method = THRESHOLD_ABSOLUTE};
    if (v->polarity == POLARITY_RANGE) {
        given.lower = known(v->a);
        given.upper = known(v->b);
        given.margin = known(v->c);
    } else if (v->b) {
        given.red = known(v->b);
    }
    assert_int_equal(threshold_resolve(arena, v->polarity, false, &given, &target, &settings, &t),
                     THRESHOLD_KNOWN);
    return t;
}

static void check_vectors(const struct vector *vectors, size_t count) {
    for (size_t i = 0; i < count; i++) {
        struct judged_thresholds t = made(&vectors[i]);
        struct exact value = figure(vectors[i].value);
        const char *got = told(arena, score_of(arena, vectors[i].polarity, &t, value),
                               threshold_status(arena, vectors[i].polarity, &t, value));
        if (strcmp(got, vectors[i].expected) != 0)
            fail_msg("%s: %s, expected %s", vectors[i].value, got, vectors[i].expected);
    }
}

static void scores_and_statuses_match_the_test_vectors(void **state) {
    (void)state;
    static const struct vector vectors[] = {
        {POLARITY_HIGHER, "260000", "255000", NULL, "260000", "66.67 green"},
        {POLARITY_HIGHER, "260000", "255000", NULL, "257500", "50.00 amber"},
        {POLARITY_HIGHER, "260000", "255000", NULL, "255000", "33.33 amber"},
        {POLARITY_HIGHER, "260000", "255000", NULL, "254999", "33.33 red"},
        {POLARITY_HIGHER, "260000", "255000", NULL, "265000", "100.00 green"},
        {POLARITY_HIGHER, "260000", "255000", NULL, "250000", "0.00 red"},
        {POLARITY_LOWER, "7", "14", NULL, "7", "66.67 green"},
        {POLARITY_LOWER, "7", "14", NULL, "10.5", "50.00 amber"},
        {POLARITY_LOWER, "7", "14", NULL, "14", "33.33 amber"},
        {POLARITY_LOWER, "7", "14", NULL, "0", "100.00 green"},
        {POLARITY_LOWER, "7", "14", NULL, "21", "0.00 red"},
        {POLARITY_RANGE, "95", "105", "5", "100", "100.00 green"},
        {POLARITY_RANGE, "95", "105", "5", "105", "66.67 green"},
        {POLARITY_RANGE, "95", "105", "5", "107.5", "50.00 amber"},
        {POLARITY_RANGE, "95", "105", "5", "110", "33.33 amber"},
        {POLARITY_RANGE, "95", "105", "5", "112", "20.00 red"},
    };
    check_vectors(vectors, sizeof vectors / sizeof *vectors);
}

static void scores_are_clamped_and_linear_between_the_corners(void **state) {
    (void)state;
    static const struct vector vectors[] = {
        {POLARITY_HIGHER, "100", "90", NULL, "1000", "100.00 green"},
        {POLARITY_HIGHER, "100", "90", NULL, "105", "83.33 green"},
        {POLARITY_HIGHER, "100", "90", NULL, "85", "16.67 red"},
        {POLARITY_HIGHER, "100", "90", NULL, "-1000", "0.00 red"},
        {POLARITY_RANGE, "95", "105", "5", "95", "66.67 green"},
        {POLARITY_RANGE, "95", "105", "5", "97.5", "83.33 green"},
        {POLARITY_RANGE, "95", "105", "5", "115", "0.00 red"},
        {POLARITY_RANGE, "95", "105", "5", "85", "0.00 red"},
        {POLARITY_RANGE, "95", "105", "5", "92.5", "50.00 amber"},
        {POLARITY_RANGE, "95", "105", "5", "1000", "0.00 red"},
        {POLARITY_RANGE, "7", "7", "2", "7", "100.00 green"},
        {POLARITY_RANGE, "7", "7", "2", "9", "33.33 amber"},
        {POLARITY_BINARY, "1", NULL, NULL, "1", "100.00 green"},
        {POLARITY_BINARY, "1", NULL, NULL, "0", "0.00 red"},
        {POLARITY_HIGHER, "9000000000000", "8900000000000", NULL, "8950000000000", "50.00 amber"},
    };
    check_vectors(vectors, sizeof vectors / sizeof *vectors);
}

static void given_stretch_and_worst_bend_the_line(void **state) {
    (void)state;
    struct judged_thresholds t = {.target = dec("100"),
                                  .red = dec("90"),
                                  .stretch_given = true,
                                  .stretch = dec("140"),
                                  .worst = dec("10")};
    assert_int_equal(threshold_complete(arena, POLARITY_HIGHER, &t), THRESHOLD_KNOWN);
    assert_string_equal(
        told(arena, score_of(arena, POLARITY_HIGHER, &t, figure("120")), STATUS_GREEN),
        "83.33 green");
    assert_string_equal(told(arena, score_of(arena, POLARITY_HIGHER, &t, figure("50")), STATUS_RED),
                        "16.67 red");
}

static void stretch_at_the_target_and_worst_at_the_red_flag_leave_no_gap(void **state) {
    (void)state;
    struct judged_thresholds t = {.target = dec("100"),
                                  .red = dec("90"),
                                  .stretch_given = true,
                                  .stretch = dec("100"),
                                  .worst = dec("90")};
    assert_int_equal(threshold_complete(arena, POLARITY_HIGHER, &t), THRESHOLD_KNOWN);
    const struct rational *at = score_of(arena, POLARITY_HIGHER, &t, figure("100"));
    assert_string_equal(told(arena, at, STATUS_EXCEEDS), "100.00 exceeds");
    at = score_of(arena, POLARITY_HIGHER, &t, figure("90"));
    assert_string_equal(told(arena, at, STATUS_AMBER), "33.33 amber");
    at = score_of(arena, POLARITY_HIGHER, &t, figure("89.999999"));
    assert_string_equal(told(arena, at, STATUS_RED), "0.00 red");
}

static void info_has_no_score(void **state) {
    (void)state;
    struct judged_thresholds t = {.known = false};
    assert_null(score_of(arena, POLARITY_INFO, &t, figure("1")));
    struct score none = score_make(NULL);
    assert_null(none.exact);
    assert_int_equal(none.rounded.micro, 0);
    assert_int_equal(score_make(rational_of(arena, 200, 3)).rounded.micro, 66666667);
}

static void bands_are_cut_exactly(void **state) {
    (void)state;
    assert_int_equal(score_status(rational_of(arena, 200, 3)), STATUS_GREEN);
    assert_int_equal(score_status(rational_of(arena, 100, 3)), STATUS_AMBER);
    assert_int_equal(score_status(rational_of(arena, 66666666, 1000000)), STATUS_AMBER);
    assert_int_equal(score_status(rational_of(arena, 33333333, 1000000)), STATUS_RED);
}

/* An independent reading of rule 3 in doubles. */
static double reference_score(double w, double r, double t, double x, double a) {
    if (w > r)
        return reference_score(-w, -r, -t, -x, -a);
    double s = a >= t   ? 200.0 / 3 + (x > t ? (a - t) / (x - t) : 1) * 100 / 3
               : a >= r ? 100.0 / 3 + (a - r) / (t - r) * 100 / 3
                        : (a - w) / (r - w) * 100 / 3;
    return s < 0 ? 0 : s > 100 ? 100 : s;
}

static void scores_agree_with_an_independent_reading(void **state) {
    (void)state;
    struct dice dice = {11};
    for (int i = 0; i < 5000; i++) {
        bool more = roll(&dice, 2);
        int64_t sign = more ? 1 : -1;
        struct judged_thresholds t = {.worst_default = true};
        t.target = decimal_of((int64_t)roll(&dice, 2000) - 1000);
        t.red.micro = t.target.micro - sign * (1000 + (int64_t)roll(&dice, 1000000));
        enum polarity polarity = more ? POLARITY_HIGHER : POLARITY_LOWER;
        assert_int_equal(threshold_complete(arena, polarity, &t), THRESHOLD_KNOWN);
        struct decimal a = {t.red.micro + (int64_t)roll(&dice, 4000000) - 2000000};
        struct score got = score_make(score_of(arena, polarity, &t, exact_decimal(a)));
        double expected =
            reference_score(decimal_double(t.worst), decimal_double(t.red),
                            decimal_double(t.target), decimal_double(t.stretch), decimal_double(a));
        double difference = decimal_double(got.rounded) - expected;
        if (difference > 0.0001 || difference < -0.0001)
            fail_msg("%f instead of %f", decimal_double(got.rounded), expected);
        assert_int_equal(score_status(got.exact),
                         threshold_status(arena, polarity, &t, exact_decimal(a)));
    }
}

static void a_better_value_never_scores_worse(void **state) {
    (void)state;
    struct dice dice = {13};
    for (int i = 0; i < 5000; i++) {
        struct judged_thresholds t = {.known = true};
        t.lower.micro = (int64_t)roll(&dice, 1000000) - 500000;
        t.upper.micro = t.lower.micro + (int64_t)roll(&dice, 1000000);
        t.margin.micro = 1 + (int64_t)roll(&dice, 300000);
        int64_t middle = (t.lower.micro + t.upper.micro) / 2;
        int64_t far = (int64_t)roll(&dice, 2000000);
        int64_t near = far - (int64_t)roll(&dice, 500000);
        struct exact better = {{middle + (near > 0 ? near : 0)}, NULL};
        struct exact worse = {{middle + far + 1}, NULL};
        const struct rational *a = score_of(arena, POLARITY_RANGE, &t, better);
        const struct rational *b = score_of(arena, POLARITY_RANGE, &t, worse);
        assert_true(rational_compare(a, b) >= 0);
        assert_true(threshold_status(arena, POLARITY_RANGE, &t, better) <=
                    threshold_status(arena, POLARITY_RANGE, &t, worse));
    }
}

/* A decimal said as a fraction goes the other way through the code. */
static void fractions_and_decimals_score_the_same(void **state) {
    (void)state;
    struct dice dice = {23};
    for (int i = 0; i < 4000; i++) {
        enum polarity polarity = (enum polarity)roll(&dice, 3);
        int64_t sign = polarity == POLARITY_LOWER ? -1 : 1;
        struct judged_thresholds t = {.worst_default = true};
        t.target = decimal_of((int64_t)roll(&dice, 40) - 20);
        t.red = decimal_micro(t.target.micro - sign * (1 + (int64_t)roll(&dice, 4000000)));
        if (polarity == POLARITY_RANGE) {
            t.known = true;
            t.lower = t.red;
            t.upper = t.target;
            t.margin = decimal_micro(1 + (int64_t)roll(&dice, 3000000));
        } else {
            assert_int_equal(threshold_complete(arena, polarity, &t), THRESHOLD_KNOWN);
        }
        int64_t off = (int64_t)roll(&dice, 20000000) - 10000000;
        struct exact value = exact_decimal(decimal_micro(t.target.micro + off));
        const struct rational *plain = score_of(arena, polarity, &t, value);
        enum status status = threshold_status(arena, polarity, &t, value);
        const struct {
            const struct rational **fraction;
            struct decimal value;
        } said[] = {{&value.fraction, value.rounded},
                    {&t.exact.target, t.target},
                    {&t.exact.red, t.red},
                    {&t.exact.stretch, t.stretch},
                    {&t.exact.worst, t.worst},
                    {&t.exact.lower, t.lower},
                    {&t.exact.upper, t.upper},
                    {&t.exact.margin, t.margin}};
        size_t which = roll(&dice, 8);
        *said[which].fraction = rational_decimal(arena, said[which].value);
        assert_int_equal(rational_compare(plain, score_of(arena, polarity, &t, value)), 0);
        assert_int_equal(threshold_status(arena, polarity, &t, value), status);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ARENA_TEST(scores_and_statuses_match_the_test_vectors),
        ARENA_TEST(scores_are_clamped_and_linear_between_the_corners),
        ARENA_TEST(given_stretch_and_worst_bend_the_line),
        ARENA_TEST(stretch_at_the_target_and_worst_at_the_red_flag_leave_no_gap),
        ARENA_TEST(info_has_no_score),
        ARENA_TEST(bands_are_cut_exactly),
        ARENA_TEST(scores_agree_with_an_independent_reading),
        ARENA_TEST(a_better_value_never_scores_worse),
        ARENA_TEST(fractions_and_decimals_score_the_same),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
