#include "planfixture.h"

#include "assess/judge.h"

static void reads_as(struct period p, const struct fiscal *fiscal, const char *expected) {
    char text[16];
    period_format(p, fiscal, text);
    assert_string_equal(text, expected);
}

static void the_judged_period_is_the_last_that_ended(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    const struct fiscal *year = &f->plan.organization.fiscal;
    struct period october = span(f, "2026-10");
    reads_as(judge_period(FREQUENCY_MONTHLY, october, year), year, "2026-10");
    reads_as(judge_period(FREQUENCY_QUARTERLY, october, year), year, "2026-Q3");
    reads_as(judge_period(FREQUENCY_HALF_YEARLY, october, year), year, "2026-H1");
    reads_as(judge_period(FREQUENCY_YEARLY, october, year), year, "2025");
    reads_as(judge_period(FREQUENCY_WEEKLY, october, year), year, "2026-W43");
    struct period december = span(f, "2026-12");
    reads_as(judge_period(FREQUENCY_YEARLY, december, year), year, "2026");
    reads_as(judge_period(FREQUENCY_MONTHLY, span(f, "2026-Q3"), year), year, "2026-09");
    fixture_free(f);
}

static void quarters_follow_the_fiscal_year(void **state) {
    (void)state;
    struct fiscal february = {.start_month = 2};
    struct fiscal january = {.start_month = 1};
    struct period first;
    assert_true(period_parse("2026-Q1", &january, &first));
    /* the fiscal quarter that ended by the end of March began in November */
    struct period judged = judge_period(FREQUENCY_QUARTERLY, first, &february);
    assert_int_equal(period_first(judged).month, 11);
    assert_int_equal(period_last(judged).month, 1);
}

static void the_first_due_period_is_the_earliest_of_actual_and_target(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct measure *m = add_measure(f, "M1", NULL);
    assert_false(period_set(judge_first(m)));
    add_value(f, m, SERIES_ACTUAL, "2026-03", "1");
    reads_as(judge_first(m), &f->plan.organization.fiscal, "2026-03");
    add_value(f, m, SERIES_TARGET, "2026-01", "1");
    reads_as(judge_first(m), &f->plan.organization.fiscal, "2026-01");
    add_value(f, m, SERIES_NUMERATOR, "2026-02", "1");
    add_value(f, m, SERIES_FORECAST, "2025-02", "1");
    reads_as(judge_first(m), &f->plan.organization.fiscal, "2026-01");
    fixture_free(f);
}

static void a_fiscal_year_has_its_periods(void **state) {
    (void)state;
    struct fiscal april = {.start_month = 4};
    struct period first, last;
    judge_year((struct date){2026, 2, 3}, FREQUENCY_MONTHLY, &april, &first, &last);
    reads_as(first, &april, "2025-04");
    reads_as(last, &april, "2026-03");
    judge_year((struct date){2026, 2, 3}, FREQUENCY_QUARTERLY, &april, &first, &last);
    assert_int_equal(period_between(first, last), 3);
    judge_year((struct date){2026, 2, 3}, FREQUENCY_YEARLY, &april, &first, &last);
    assert_true(period_equal(first, last));
}

static void weeks_belong_to_the_year_of_their_thursday(void **state) {
    (void)state;
    struct fiscal year = {.start_month = 1};
    struct period first, last;
    judge_year((struct date){2026, 6, 1}, FREQUENCY_WEEKLY, &year, &first, &last);
    reads_as(first, &year, "2026-W01");
    reads_as(last, &year, "2026-W53");
    judge_year((struct date){2027, 6, 1}, FREQUENCY_WEEKLY, &year, &first, &last);
    reads_as(first, &year, "2027-W01");
    reads_as(last, &year, "2027-W52");
    judge_year((struct date){2024, 6, 1}, FREQUENCY_WEEKLY, &year, &first, &last);
    reads_as(first, &year, "2024-W01");
    reads_as(last, &year, "2024-W52");
}

static void states_come_before_data(void **state) {
    (void)state;
    assert_int_equal(judge_state(STATE_ACTIVE), STATUS_NO_DATA);
    assert_int_equal(judge_state(STATE_PROPOSED), STATUS_NOT_DUE);
    assert_int_equal(judge_state(STATE_RETIRED), STATUS_NOT_APPLICABLE);
    assert_int_equal(judge_state(STATE_NOT_APPLICABLE), STATUS_NOT_APPLICABLE);
}

static void missing_actuals_follow_the_policy(void **state) {
    (void)state;
    struct judged_thresholds t = {
        .known = true, .target = dec("10"), .red = dec("9"), .stretch = dec("11")};
    struct exact ten = figure("10"), eight = figure("8");
    static const struct {
        bool actual, older, known;
        int age;
        enum missing_policy missing;
        enum status expected;
        int used; /* 1 actual, 2 older */
    } cases[] = {
        {true, true, true, 1, MISSING_EXCLUDE, STATUS_GREEN, 1},
        {true, true, true, 1, MISSING_CARRY, STATUS_GREEN, 1},
        {true, false, false, 0, MISSING_EXCLUDE, STATUS_NO_DATA, 1},
        {false, true, true, 1, MISSING_EXCLUDE, STATUS_NO_DATA, 0},
        {false, true, true, 1, MISSING_STRICT, STATUS_NO_DATA, 0},
        {false, true, true, 1, MISSING_ZERO, STATUS_NO_DATA, 0},
        {false, true, true, 2, MISSING_CARRY, STATUS_RED, 2},
        {false, true, true, 3, MISSING_CARRY, STATUS_STALE, 0},
        {false, true, false, 1, MISSING_CARRY, STATUS_NO_DATA, 0},
        {false, false, true, 0, MISSING_CARRY, STATUS_NO_DATA, 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        t.known = cases[i].known;
        struct judge_input input = {.polarity = POLARITY_HIGHER,
                                    .thresholds = &t,
                                    .actual = cases[i].actual ? &ten : NULL,
                                    .older = cases[i].older ? &eight : NULL,
                                    .age = cases[i].age,
                                    .missing = cases[i].missing,
                                    .carry_periods = 2};
        const struct exact *used;
        assert_int_equal(judge(&input, &used), cases[i].expected);
        const struct exact *which[] = {NULL, &ten, &eight};
        assert_ptr_equal(used, which[cases[i].used]);
    }
}

static void info_is_shown_whatever_is_missing(void **state) {
    (void)state;
    struct judged_thresholds t = {.known = false};
    struct judge_input input = {.polarity = POLARITY_INFO, .thresholds = &t};
    const struct exact *used;
    assert_int_equal(judge(&input, &used), STATUS_UNSCORED);
    assert_null(used);
}

static void what_an_owner_declares_is_a_colour_or_nothing(void **state) {
    (void)state;
    assert_int_equal(judge_declared(DECLARED_NONE), STATUS_NO_DATA);
    assert_int_equal(judge_declared(DECLARED_GREEN), STATUS_GREEN);
    assert_int_equal(judge_declared(DECLARED_AMBER), STATUS_AMBER);
    assert_int_equal(judge_declared(DECLARED_RED), STATUS_RED);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_judged_period_is_the_last_that_ended),
        cmocka_unit_test(quarters_follow_the_fiscal_year),
        cmocka_unit_test(the_first_due_period_is_the_earliest_of_actual_and_target),
        cmocka_unit_test(a_fiscal_year_has_its_periods),
        cmocka_unit_test(weeks_belong_to_the_year_of_their_thursday),
        cmocka_unit_test(states_come_before_data),
        cmocka_unit_test(missing_actuals_follow_the_policy),
        cmocka_unit_test(info_is_shown_whatever_is_missing),
        cmocka_unit_test(what_an_owner_declares_is_a_colour_or_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
