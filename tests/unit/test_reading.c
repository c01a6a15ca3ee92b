#include "derivecase.h"

#include "assess/reading.h"

static struct fixture *f;
static struct objective *home;

static int setup(void **state) {
    (void)state;
    f = fixture_new();
    home = one_objective(f);
    return 0;
}

static int teardown(void **state) {
    (void)state;
    fixture_free(f);
    return 0;
}

static struct reading read_of(const struct measure *measure) {
    const struct assessment *a = fixture_assess(f);
    return reading_of(a, assess_measure(a, measure));
}

/* Judged in 2026-10 with the same target each month. */
static struct measure *months(const char *id, const char *target, const char *const *actuals,
                              size_t count) {
    struct measure *m = add_measure(f, id, home);
    struct period first = period_next(span(f, "2026-10"), 1 - (int)count);
    char text[16];
    period_format(first, &f->plan.organization.fiscal, text);
    add_months(f, m, arena_strdup(f->arena, text), target, actuals, count);
    return m;
}
#define MONTHS(id, target, ...)                                                                    \
    months(id, target, (const char *[]){__VA_ARGS__},                                              \
           sizeof((const char *[]){__VA_ARGS__}) / sizeof(char *))

static void equals(struct decimal value, const char *expected) {
    assert_int_equal(value.micro, dec(expected).micro);
}

static void a_move_is_the_exact_difference_from_the_period_before(void **state) {
    (void)state;
    struct reading r = read_of(MONTHS("M1", "100", "95", "93.1"));
    assert_int_equal(r.move, READING_DOWN);
    equals(r.before, "95");
    equals(r.change, "-1.9");
    r = read_of(MONTHS("M2", "100", "93.1", "95"));
    assert_int_equal(r.move, READING_UP);
    equals(r.change, "1.9");
}

static void within_the_dead_band_it_is_flat(void **state) {
    (void)state;
    struct reading r = read_of(MONTHS("M1", "100", "95", "95.01"));
    assert_int_equal(r.move, READING_FLAT);
    equals(r.change, "0.01");
}

static void the_first_period_has_no_move(void **state) {
    (void)state;
    struct reading r = read_of(MONTHS("M1", "100", "95"));
    assert_int_equal(r.move, READING_NO_MOVE);
    equals(r.change, "0");
}

static void a_year_to_date_has_no_move(void **state) {
    (void)state;
    f->plan.settings.headline_ytd = true;
    struct measure *m = MONTHS("M1", "100", "95", "93");
    m->aggregation = AGGREGATE_SUM;
    assert_int_equal(read_of(m).move, READING_NO_MOVE);
}

static void a_carried_value_has_no_move(void **state) {
    (void)state;
    f->plan.settings.missing = MISSING_CARRY;
    f->plan.settings.carry_periods = 2;
    struct measure *m = MONTHS("M1", "100", "90", "95", "");
    struct reading r = read_of(m);
    assert_true(period_set(r.result->carried));
    assert_int_equal(r.move, READING_NO_MOVE);
}

static void a_yes_or_no_has_no_move_and_is_met_or_not(void **state) {
    (void)state;
    struct measure *met = MONTHS("M1", "1", "0", "1");
    met->polarity = POLARITY_BINARY;
    struct measure *missed = MONTHS("M2", "1", "1", "0");
    missed->polarity = POLARITY_BINARY;
    struct reading r = read_of(met);
    assert_int_equal(r.move, READING_NO_MOVE);
    assert_int_equal(r.side, READING_MET);
    assert_int_equal(read_of(missed).side, READING_NOT_MET);
}

static void a_change_too_large_for_a_number_is_no_move(void **state) {
    (void)state;
    struct measure *m = MONTHS("M1", "100", "-9000000000000", "9000000000000");
    assert_int_equal(read_of(m).move, READING_NO_MOVE);
}

static void the_side_is_that_of_the_exact_gap(void **state) {
    (void)state;
    struct reading r = read_of(MONTHS("M1", "95", "93.1"));
    assert_int_equal(r.side, READING_UNDER);
    equals(r.gap, "-1.9");
    assert_int_equal(read_of(MONTHS("M2", "95", "95")).side, READING_ON);
    r = read_of(MONTHS("M3", "95", "95.000001"));
    assert_int_equal(r.side, READING_OVER);
    equals(r.gap, "0.000001");
    struct measure *info = MONTHS("M4", "95", "94");
    info->polarity = POLARITY_INFO;
    assert_int_equal(read_of(info).side, READING_UNDER);
}

static void without_a_target_there_is_no_side(void **state) {
    (void)state;
    struct reading r = read_of(MONTHS("M1", NULL, "93.1"));
    assert_int_equal(r.side, READING_NO_TARGET);
    assert_int_equal(r.run, 0);
    assert_false(period_set(r.since));
}

static struct measure *band(const char *id, const char *actual) {
    struct measure *m = add_measure(f, id, home);
    m->polarity = POLARITY_RANGE;
    struct threshold *t = add_threshold(f, m, NULL);
    t->lower = known("5");
    t->upper = known("9");
    t->margin = known("1");
    add_value(f, m, SERIES_ACTUAL, "2026-10", actual);
    return m;
}

static void a_range_is_measured_from_the_edge_that_was_passed(void **state) {
    (void)state;
    struct reading r = read_of(band("M1", "4.6"));
    assert_int_equal(r.side, READING_BELOW_BAND);
    equals(r.gap, "-0.4");
    assert_int_equal(read_of(band("M2", "9")).side, READING_IN_BAND);
    r = read_of(band("M3", "9.3"));
    assert_int_equal(r.side, READING_ABOVE_BAND);
    equals(r.gap, "0.3");
}

static void a_run_counts_periods_and_is_open_where_the_actuals_begin(void **state) {
    (void)state;
    struct reading r = read_of(MONTHS("M1", "100", "99", "80", "81", "82"));
    assert_int_equal(r.run, 3);
    assert_false(r.run_open);
    assert_true(period_equal(r.since, span(f, "2026-08")));
    r = read_of(MONTHS("M2", "100", "80", "81"));
    assert_int_equal(r.run, 2);
    assert_true(r.run_open);
    /* A gap ends the run, but not what is on record. */
    r = read_of(MONTHS("M3", "100", "80", "", "81"));
    assert_int_equal(r.run, 1);
    assert_false(r.run_open);
}

static void a_ratio_is_on_record_by_its_parts(void **state) {
    (void)state;
    struct measure *m = add_measure(f, "M1", home);
    m->aggregation = AGGREGATE_RATIO;
    for (int back = 0; back < 2; back++) {
        const char *period = back ? "2026-09" : "2026-10";
        add_value(f, m, SERIES_NUMERATOR, period, back ? "100" : "80");
        add_value(f, m, SERIES_DENOMINATOR, period, "1");
        add_value(f, m, SERIES_TARGET, period, "100");
    }
    struct reading r = read_of(m);
    assert_int_equal(r.run, 1);
    assert_false(r.run_open);
    assert_int_equal(r.move, READING_DOWN);
}

static void what_is_missing_names_its_last_actual(void **state) {
    (void)state;
    struct measure *m = MONTHS("M1", "100", "80", "81", "", "");
    add_value(f, m, SERIES_ACTUAL, "2026-12", "3"); /* not yet */
    struct reading r = read_of(m);
    assert_false(r.result->has_actual);
    assert_true(period_equal(r.last, span(f, "2026-08")));
    assert_false(period_set(read_of(MONTHS("M2", "100", "", "")).last));
    assert_false(period_set(read_of(MONTHS("M3", "100", "81", "82")).last));
}

static void a_measure_that_takes_no_part_has_nothing_to_say(void **state) {
    (void)state;
    struct measure *m = MONTHS("M1", "100", "80");
    m->state = STATE_NOT_APPLICABLE;
    struct reading r = read_of(m);
    assert_int_equal(r.run, 0);
    assert_false(period_set(r.last));
}

static void noise_needs_twelve_points(void **state) {
    (void)state;
    assert_int_equal(read_of(MONTHS("M1", "100", "90", "91")).noise, READING_NOISE_UNKNOWN);
    assert_int_equal(read_of(MONTHS("M2", "100", "90", "91", "90", "91", "90", "91", "90")).noise,
                     READING_NOISE_UNKNOWN);
    assert_int_equal(read_of(MONTHS("M3", "100", "90", "91", "90", "91", "90", "91", "90", "91",
                                    "90", "91", "90", "91"))
                         .noise,
                     READING_NOISE);
    assert_int_equal(read_of(MONTHS("M4", "100", "90", "91", "90", "91", "90", "91", "90", "91",
                                    "90", "91", "90", "120"))
                         .noise,
                     READING_SIGNAL);
}

static void the_year_s_end_has_a_side_where_it_has_a_target(void **state) {
    (void)state;
    static const char *const actuals[] = {"90", "90"};
    struct measure *m = months("M1", "100", actuals, 2);
    add_value(f, m, SERIES_TARGET, "2026-12", "100");
    struct reading r = read_of(m);
    assert_int_equal(r.year_side, READING_UNDER);
    equals(r.year_gap, "-10");
    m->polarity = POLARITY_LOWER;
    assert_int_equal(read_of(m).year_side, READING_UNDER);
    m->polarity = POLARITY_INFO;
    assert_int_equal(read_of(m).year_side, READING_NO_TARGET);
    m->polarity = POLARITY_HIGHER;
    m->series[SERIES_TARGET].count--;
    assert_int_equal(read_of(m).year_side, READING_NO_TARGET);
    assert_int_equal(read_of(MONTHS("M2", "100", "90", "")).year_side, READING_NO_TARGET);
}

static void a_forecast_too_far_from_its_target_has_no_side(void **state) {
    (void)state;
    struct measure *m = MONTHS("M1", "100", "9000000000000");
    add_value(f, m, SERIES_TARGET, "2026-12", "-9000000000000");
    assert_int_equal(read_of(m).year_side, READING_NO_TARGET);
}

static void the_lead_is_the_lowest_score_then_the_first(void **state) {
    (void)state;
    MONTHS("M1", "100", "95");
    struct measure *second = MONTHS("M2", "100", "92");
    MONTHS("M3", "100", "92");
    MONTHS("M4", "100", "");
    const struct assessment *a = fixture_assess(f);
    assert_ptr_equal(reading_lead(a, home, false)->measure, second);
}

static void the_lead_of_the_year_is_by_the_forecast(void **state) {
    (void)state;
    struct measure *now = MONTHS("M1", "100", "92");
    struct measure *later = MONTHS("M2", "100", "95");
    add_value(f, now, SERIES_TARGET, "2026-12", "92");
    add_value(f, later, SERIES_TARGET, "2026-12", "200");
    const struct assessment *a = fixture_assess(f);
    assert_ptr_equal(reading_lead(a, home, false)->measure, now);
    assert_ptr_equal(reading_lead(a, home, true)->measure, later);
}

static void without_a_score_there_is_no_lead(void **state) {
    (void)state;
    MONTHS("M1", "100", "");
    assert_null(reading_lead(fixture_assess(f), home, false));
}

static void names_are_for_data(void **state) {
    (void)state;
    assert_null(reading_move_name(READING_NO_MOVE));
    assert_string_equal(reading_move_name(READING_FLAT), "flat");
    assert_null(reading_side_name(READING_NO_TARGET));
    assert_string_equal(reading_side_name(READING_ABOVE_BAND), "above-band");
    assert_string_equal(reading_side_name(READING_NOT_MET), "not-met");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(a_move_is_the_exact_difference_from_the_period_before),
        TEST(within_the_dead_band_it_is_flat),
        TEST(the_first_period_has_no_move),
        TEST(a_year_to_date_has_no_move),
        TEST(a_carried_value_has_no_move),
        TEST(a_yes_or_no_has_no_move_and_is_met_or_not),
        TEST(a_change_too_large_for_a_number_is_no_move),
        TEST(the_side_is_that_of_the_exact_gap),
        TEST(without_a_target_there_is_no_side),
        TEST(a_range_is_measured_from_the_edge_that_was_passed),
        TEST(a_run_counts_periods_and_is_open_where_the_actuals_begin),
        TEST(a_ratio_is_on_record_by_its_parts),
        TEST(what_is_missing_names_its_last_actual),
        TEST(a_measure_that_takes_no_part_has_nothing_to_say),
        TEST(noise_needs_twelve_points),
        TEST(the_year_s_end_has_a_side_where_it_has_a_target),
        TEST(a_forecast_too_far_from_its_target_has_no_side),
        TEST(the_lead_is_the_lowest_score_then_the_first),
        TEST(the_lead_of_the_year_is_by_the_forecast),
        TEST(without_a_score_there_is_no_lead),
        TEST(names_are_for_data),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
