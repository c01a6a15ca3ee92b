#include "outlookcase.h"

/* What is said of the one measure of the one objective. */
static const char *said_of(struct fixture *f) {
    return printed(f, NULL, outlook_text);
}

static void a_sum_is_told_with_gap_need_and_average(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    lone_year(f, AGGREGATE_SUM, "11");
    const char *text = said_of(f);
    has(text,
        "U1  U1 and all its units: the end of 2026 as expected on 2026-10-31\n"
        "0 of 1 objective are likely to end the year off track, 1 at risk, 0 cannot be said.\n"
        "\nExpected to miss the year end\n"
        "\n  O1  O1\n    now amber");
    has(text, "; 100.0 % of U1\n      M1  M1, now amber");
    has(text, "        expected amber: 120 days by the run rate for a target of 132 days: 12 days "
              "(9.1 %) under\n"
              "        needed: at least 16 days on average in the 2 months without an actual; so "
              "far the average is 10\n");
    fixture_free(f);
}

static void needs_have_their_words(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct measure *m = lone_year(f, AGGREGATE_MIN, "10");
    m->series[SERIES_ACTUAL].items[9].value = dec("9.5");
    m->series[SERIES_ACTUAL].items[8].value = dec("9.5");
    has(said_of(f), "        the target of the year can no longer be met\n");
    m->aggregation = AGGREGATE_RATIO;
    has(said_of(f), "        what is needed depends on figures to come that nothing is known of\n");
    fixture_free(f);
}

static void one_of_the_months_may_do(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    lone_year(f, AGGREGATE_MAX, "11");
    has(said_of(f), "needed: at least 11 days in one of the 2 months without an actual\n");
    fixture_free(f);
}

static void all_of_the_months_may_be_needed(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct measure *m = add_year(f, lone_objective(f), AGGREGATE_MAX, "9", NULL, 0);
    m->polarity = POLARITY_LOWER;
    for (int month = 1; month <= 12; month++)
        add_value(f, m, SERIES_FORECAST, arena_printf(f->arena, "2026-%02d", month), "9.5");
    has(said_of(f), "needed: at most 9 days in each of the 12 months without an actual\n");
    has(said_of(f), "declared by the owner");
    fixture_free(f);
}

static void a_range_is_told_with_both_edges(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct measure *m = lone_year(f, AGGREGATE_LAST, "12");
    m->polarity = POLARITY_RANGE;
    m->unit_of_measure = NULL;
    struct threshold *t = add_threshold(f, m, NULL);
    t->lower = known("11");
    t->upper = known("13");
    t->margin = known("2");
    const char *text = said_of(f);
    has(text, "expected amber: 10 as it stands for a range of 11 to 13: 1 (9.1 %) under\n");
    has(text, "        needed: 11 to 13 in 2026-12\n");
    fixture_free(f);
}

static void done_or_not_is_one_figure(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct measure *m = lone_year(f, AGGREGATE_LAST, "1");
    m->polarity = POLARITY_BINARY;
    m->unit_of_measure = "";
    has(said_of(f), "        needed: 1 in 2026-12\n");
    fixture_free(f);
}

static void points_are_points(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct measure *m = lone_year(f, AGGREGATE_MEAN, "9");
    m->polarity = POLARITY_LOWER;
    m->unit_of_measure = "%";
    m->decimals = 1;
    const char *text = said_of(f);
    has(text, "10.0 % by the mean so far for a target of 9.0 %: 1.0 points over\n");
    has(text, "needed: at most 4.0 % on average");
    fixture_free(f);
}

static void a_year_that_is_over_leaves_nothing_to_need(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    f->plan.organization.as_of = day("2026-12-31");
    f->plan.organization.period = span(f, "2026-12");
    add_year(f, lone_objective(f), AGGREGATE_SUM, "11", tens, 12);
    has(said_of(f), "        no month of the year is left\n");
    fixture_free(f);
}

static void quarters_are_quarters(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct measure *m = add_measure(f, "M1", lone_objective(f));
    m->frequency = FREQUENCY_QUARTERLY;
    m->aggregation = AGGREGATE_SUM;
    static const char *const quarters[] = {"2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"};
    for (size_t i = 0; i < 4; i++)
        add_value(f, m, SERIES_TARGET, quarters[i], "11");
    for (size_t i = 0; i < 3; i++)
        add_value(f, m, SERIES_ACTUAL, quarters[i], "10");
    has(said_of(f), "in the 1 quarter without an actual");
    fixture_free(f);
}

static void what_recovers_is_told_with_what_turns(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct objective *o = lone_objective(f);
    for (size_t i = 0; i < 3; i++) {
        struct measure *m = add_measure(f, (const char *[]){"M1", "M2", "M3"}[i], o);
        add_months(f, m, "2026-10", "100", NULL, 3);
        add_value(f, m, SERIES_ACTUAL, "2026-10", (const char *[]){"95", "85", "100"}[i]);
        add_value(f, m, SERIES_FORECAST, "2026-12", "105");
    }
    const char *text = said_of(f);
    has(text, "1 that is not on target now is expected to recover.\n");
    has(text, "\nNot on target now, expected to recover\n");
    has(text,
        "      M1  M1, now amber (50.0)\n        expected green: 105 days declared by the owner "
        "for a target of 100 days: 5 days (5.0 %) over\n");
    has(text, "      M2  M2, now red (16.7)\n");
    has_not(text, "M3");
    fixture_free(f);
}

static void an_early_warning_says_what_is_not_known(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct unit *u = add_unit(f, "U1");
    struct perspective *p = add_perspective(f, "P1");
    for (size_t i = 0; i < 2; i++) {
        struct objective *o = add_objective(f, i ? "O2" : "O1", u, p);
        struct measure *m = add_measure(f, "M1", o);
        add_months(f, m, "2026-10", "100", NULL, 3);
        add_value(f, m, SERIES_ACTUAL, "2026-10", "100");
        add_value(f, m, SERIES_FORECAST, "2026-12", "80");
        add_measure(f, "M2", o)->polarity = POLARITY_INFO;
        struct measure *blind = add_measure(f, "M3", o);
        add_value(f, blind, SERIES_TARGET, "2026-10", "100");
        add_value(f, blind, SERIES_ACTUAL, "2026-10", "100");
    }
    const char *text = said_of(f);
    has(text,
        "2 of 2 objectives are likely to end the year off track, 0 at risk, 0 cannot be said.\n"
        "2 of those are on target now.\n");
    has(text, "\nOn target now, expected to miss the year end\n");
    has(text,
        "      M3  M3, now green (66.7)\n        no expected status: not every period of the year "
        "has a target and thresholds to judge by\n");
    has_not(text, "M2");
    fixture_free(f);
}

static void several_recover(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct unit *u = add_unit(f, "U1");
    struct perspective *p = add_perspective(f, "P1");
    for (size_t i = 0; i < 2; i++) {
        struct measure *m = add_measure(f, "M1", add_objective(f, i ? "O2" : "O1", u, p));
        add_months(f, m, "2026-10", "100", NULL, 3);
        add_value(f, m, SERIES_ACTUAL, "2026-10", "95");
        add_value(f, m, SERIES_FORECAST, "2026-12", "100");
    }
    has(said_of(f), "2 that are not on target now are expected to recover.\n");
    fixture_free(f);
}

static void of_some_nothing_can_be_said(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct objective *o = lone_objective(f);
    o->name = NULL;
    add_months(f, add_measure(f, "M1", o), "2026-10", "100", NULL, 3);
    const char *text = printed(f, &f->plan.units.items[0], outlook_text);
    has(text, "U1  U1: the end of 2026 as expected on 2026-10-31\n");
    has(text,
        "\nOf these it cannot be said\n\n  O1  \n    now insufficient, expected insufficient");
    has(text, "no forecast: no actual for the period that is judged");
    fixture_free(f);
}

static void a_contribution_that_misses_is_named(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct unit *u1 = add_unit(f, "U1"), *u2 = add_unit(f, "U2");
    u2->parent = u1;
    struct perspective *p = add_perspective(f, "P1");
    struct objective *parent = add_objective(f, "O1", u1, p),
                     *child = add_objective(f, "O2", u2, p);
    add_support(f, child, parent, LINK_CONTRIBUTORY, NULL);
    struct measure *m = add_measure(f, "M1", child);
    add_months(f, m, "2026-10", "100", NULL, 3);
    add_value(f, m, SERIES_ACTUAL, "2026-10", "95");
    has(said_of(f), "      + O2  O2 (contributory), expected amber (50.0)\n");
    fixture_free(f);
}

static void without_any_actual_there_is_no_average(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct measure *m = add_year(f, lone_objective(f), AGGREGATE_SUM, "11", NULL, 0);
    for (int month = 1; month <= 12; month++)
        add_value(f, m, SERIES_FORECAST, arena_printf(f->arena, "2026-%02d", month), "10");
    has(said_of(f), "needed: at least 11 days on average in the 12 months without an actual\n");
    fixture_free(f);
}

static void a_gap_that_does_not_fit_is_left_out(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    static const char *const low[] = {"-9000000000000"};
    struct measure *m = add_year(f, lone_objective(f), AGGREGATE_LAST, "5000000000000", NULL, 0);
    add_value(f, m, SERIES_ACTUAL, "2026-10", low[0]);
    add_threshold(f, m, "4900000000000");
    has(said_of(f), "expected red: -9000000000000 days as it stands for a target of 5000000000000 "
                    "days\n");
    fixture_free(f);
}

static void groups_follow_one_another(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct unit *u = add_unit(f, "U1");
    struct perspective *p = add_perspective(f, "P1");
    for (size_t i = 0; i < 2; i++) {
        struct measure *m = add_measure(f, "M1", add_objective(f, i ? "O2" : "O1", u, p));
        add_months(f, m, "2026-10", "100", NULL, 3);
        add_value(f, m, SERIES_ACTUAL, "2026-10", i ? "100" : "95");
        add_value(f, m, SERIES_FORECAST, "2026-12", "95");
    }
    const char *text = said_of(f), *warning = strstr(text, "\n  O2  O2\n");
    assert_non_null(warning);
    has(warning, "\nExpected to miss the year end\n\n  O1  O1\n");
    fixture_free(f);
}

static void hindsight_is_told(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct measure *m = add_measure(f, "M1", lone_objective(f));
    m->aggregation = AGGREGATE_MAX;
    add_months(f, m, "2025-01", NULL, tens, 12);
    add_months(f, m, "2026-01", "11", NULL, 12);
    add_months(f, m, "2026-01", NULL, tens, 10);
    m->series[SERIES_ACTUAL].items[11].value = dec("12");
    has(said_of(f),
        "        a year ago the same method expected 10 days, and it came to 12 days\n");
    fixture_free(f);
}

static void what_is_too_large_says_so(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    static const char *const huge[] = {"-9000000000000", "-9000000000000"};
    struct measure *m = add_measure(f, "M1", lone_objective(f));
    m->frequency = FREQUENCY_MONTHLY;
    m->aggregation = AGGREGATE_MEAN;
    add_months(f, m, "2026-01", "10", NULL, 12);
    add_months(f, m, "2026-01", NULL,
               (const char *[]){huge[0], huge[0], huge[0], huge[0], huge[0], huge[0], huge[0],
                                huge[0], huge[0], huge[0]},
               10);
    has(said_of(f), "needed: at least (too large) on average");
    fixture_free(f);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_sum_is_told_with_gap_need_and_average),
        cmocka_unit_test(needs_have_their_words),
        cmocka_unit_test(one_of_the_months_may_do),
        cmocka_unit_test(all_of_the_months_may_be_needed),
        cmocka_unit_test(a_range_is_told_with_both_edges),
        cmocka_unit_test(done_or_not_is_one_figure),
        cmocka_unit_test(points_are_points),
        cmocka_unit_test(a_year_that_is_over_leaves_nothing_to_need),
        cmocka_unit_test(quarters_are_quarters),
        cmocka_unit_test(what_recovers_is_told_with_what_turns),
        cmocka_unit_test(an_early_warning_says_what_is_not_known),
        cmocka_unit_test(several_recover),
        cmocka_unit_test(of_some_nothing_can_be_said),
        cmocka_unit_test(a_contribution_that_misses_is_named),
        cmocka_unit_test(without_any_actual_there_is_no_average),
        cmocka_unit_test(a_gap_that_does_not_fit_is_left_out),
        cmocka_unit_test(groups_follow_one_another),
        cmocka_unit_test(hindsight_is_told),
        cmocka_unit_test(what_is_too_large_says_so),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
