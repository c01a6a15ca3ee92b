#include "planfixture.h"

#include "assess/signalwords.h"

static const struct assessment *with_months(struct fixture *f, const char *const *actuals,
                                            size_t count, const char *first) {
    struct measure *m =
        add_measure(f, "M1", add_objective(f, "O1", add_unit(f, "U1"), add_perspective(f, "P1")));
    add_months(f, m, first, "100", actuals, count);
    return fixture_assess(f);
}

static void a_run_is_told_with_its_length_and_its_beginning(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    static const char *const actuals[] = {"1", "5",   "1", "5",   "1", "3",  "3.6",
                                          "4", "3.6", "4", "3.6", "4", "3.6"};
    const struct assessment *a = with_months(f, actuals, 13, "2025-10");
    const struct signal_result *r = a->signals[0];
    assert_string_equal(signalwords_now(f->arena, a, r), "7 months above the mean since 2026-04");
    assert_string_equal(signalwords_line(f->arena, a, r),
                        "signal: 7 months above the mean since 2026-04");
    assert_string_equal(signalwords_side(&r->signals.items[0]), "above");
    fixture_free(f);
}

static void what_is_over_is_told_with_its_end(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    static const char *const actuals[] = {"1", "2", "3", "4", "5", "6", "7", "5", "4.5"};
    const struct assessment *a = with_months(f, actuals, 9, "2026-02");
    const struct signal_result *r = a->signals[0];
    bool found = false;
    for (size_t i = 0; i < r->signals.count; i++) {
        const struct signal *s = &r->signals.items[i];
        if (s->kind == SIGNAL_SLOPE) {
            found = true;
            assert_false(signalwords_present(r, s));
            assert_string_equal(signalwords(f->arena, a, r, s),
                                "7 months rising without a break from 2026-02 to 2026-08");
        }
    }
    assert_true(found);
    assert_false(r->now);
    assert_null(signalwords_now(f->arena, a, r));
    assert_null(signalwords_line(f->arena, a, r));
    assert_null(signalwords_now(f->arena, a, NULL));
    assert_null(signalwords_line(f->arena, a, NULL));
    fixture_free(f);
}

static void under_twelve_it_is_on_trial(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    static const char *const actuals[] = {"10", "11", "10", "11", "10", "9", "8", "7", "6"};
    const struct assessment *a = with_months(f, actuals, 9, "2026-02");
    const struct signal_result *r = a->signals[0];
    assert_true(r->trial);
    const char *now = signalwords_now(f->arena, a, r);
    assert_memory_equal(now, "trial: ", 7);
    assert_non_null(strstr(now, "below the lower limit in 2026-10"));
    assert_non_null(strstr(now, "; close to the lower limit more than once since 2026-09"));
    assert_string_equal(signalwords_line(f->arena, a, r),
                        "signal (trial): close to the lower limit more than once since 2026-09");
    fixture_free(f);
}

static void each_kind_has_its_words(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    static const char *const actuals[] = {"1", "2", "1", "2", "1", "2", "1", "2", "1"};
    const struct assessment *a = with_months(f, actuals, 9, "2026-02");
    const struct signal_result *r = a->signals[0];
    static const struct {
        struct signal signal;
        const char *words;
    } cases[] = {
        {{SIGNAL_OUTSIDE, 2, 2, 1}, "above the upper limit in 2026-04"},
        {{SIGNAL_RUN, 2, 8, -1}, "7 months below the mean since 2026-04"},
        {{SIGNAL_SLOPE, 0, 6, -1}, "7 months falling without a break from 2026-02 to 2026-08"},
        {{SIGNAL_NEAR, 7, 8, 1}, "close to the upper limit more than once since 2026-09"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(signalwords(f->arena, a, r, &cases[i].signal), cases[i].words);
    struct signal_result both = {.points = r->points, .count = 9};
    vec_push(f->arena, &both.signals, cases[1].signal);
    vec_push(f->arena, &both.signals, cases[3].signal);
    assert_string_equal(signalwords_line(f->arena, a, &both),
                        "signal: 7 months below the mean since 2026-04");
    fixture_free(f);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_run_is_told_with_its_length_and_its_beginning),
        cmocka_unit_test(what_is_over_is_told_with_its_end),
        cmocka_unit_test(under_twelve_it_is_on_trial),
        cmocka_unit_test(each_kind_has_its_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
