#include "planfixture.h"

#include "assess/findings.h"

struct small {
    struct fixture *f;
    struct unit *unit;
    struct objective *o;
};

static struct small small_new(void) {
    struct small s = {.f = fixture_new()};
    s.unit = add_unit(s.f, "U1");
    s.o = add_objective(s.f, "O1", s.unit, add_perspective(s.f, "P1"));
    s.o->place.line = 50;
    return s;
}

static size_t found(struct small *s, enum diag_code code) {
    s->f->diags = diags_new(s->f->arena);
    fixture_assess(s->f);
    return count_code(s->f, code);
}

static void comment(struct small *s, const char *id, const char *period) {
    struct commentary *c = FIXTURE_NEXT(s->f, commentaries);
    *c = (struct commentary){.linked_id = id, .period = span(s->f, period), .analysis = "Because"};
}

static void a_red_measure_asks_for_commentary_of_its_period(void **state) {
    (void)state;
    struct small s = small_new();
    struct measure *m = add_simple(s.f, "M1", s.o, "80");
    m->place.line = 77;
    assert_int_equal(found(&s, BP4002), 1);
    size_t count;
    const struct diag *all = diags_sorted(s.f->diags, &count);
    struct diag told_of = {.code = BP4001};
    for (size_t i = 0; i < count; i++)
        if (all[i].code == BP4002)
            told_of = all[i];
    assert_int_equal(told_of.code, BP4002);
    assert_int_equal(told_of.place.line, 77);
    assert_non_null(strstr(told_of.message, "'M1'"));
    assert_non_null(strstr(told_of.message, "2026-10"));
    comment(&s, "M1", "2026-09");
    comment(&s, "M2", "2026-10");
    assert_int_equal(found(&s, BP4002), 1);
    comment(&s, "M1", "2026-10");
    comment(&s, "M1", "2026-08");
    assert_int_equal(found(&s, BP4002), 0);
    fixture_free(s.f);
}

static void commentary_for_the_reporting_period_answers_a_quarterly_measure(void **state) {
    (void)state;
    struct small s = small_new();
    struct measure *m = add_measure(s.f, "M1", s.o);
    m->frequency = FREQUENCY_QUARTERLY;
    add_value(s.f, m, SERIES_TARGET, "2026-Q3", "100");
    add_value(s.f, m, SERIES_ACTUAL, "2026-Q3", "1");
    assert_int_equal(found(&s, BP4002), 1);
    comment(&s, "M1", "2026-10");
    assert_int_equal(found(&s, BP4002), 0);
    s.f->plan.commentaries.items[0].period = span(s.f, "2026-Q3");
    assert_int_equal(found(&s, BP4002), 0);
    fixture_free(s.f);
}

static void a_month_that_lapsed_is_reported_and_a_longer_gap_left_to_the_plan(void **state) {
    (void)state;
    struct small s = small_new();
    struct measure *m = add_measure(s.f, "M1", s.o);
    add_months(s.f, m, "2026-08", "100", (const char *[]){"100", "100", ""}, 3);
    assert_int_equal(found(&s, BP4015), 1);
    m->series[SERIES_ACTUAL].count = 1;
    assert_int_equal(found(&s, BP4015), 0);
    fixture_free(s.f);
}

static void carried_and_stale_values_are_told(void **state) {
    (void)state;
    struct small s = small_new();
    s.f->plan.settings.missing = MISSING_CARRY;
    struct measure *m = add_measure(s.f, "M1", s.o);
    add_months(s.f, m, "2026-08", "100", (const char *[]){"100", "100", ""}, 3);
    assert_int_equal(found(&s, BP4005), 1);
    assert_int_equal(found(&s, BP4003), 0);
    m->series[SERIES_ACTUAL].count = 1;
    assert_int_equal(found(&s, BP4005), 0);
    assert_int_equal(found(&s, BP4003), 1);
    fixture_free(s.f);
}

static void an_actual_without_a_target_is_told(void **state) {
    (void)state;
    struct small s = small_new();
    struct measure *m = add_measure(s.f, "M1", s.o);
    add_value(s.f, m, SERIES_ACTUAL, "2026-10", "3");
    assert_int_equal(found(&s, BP4004), 0); /* without any target it is the plan's finding */
    add_value(s.f, m, SERIES_TARGET, "2026-09", "3");
    assert_int_equal(found(&s, BP4004), 1);
    m->polarity = POLARITY_INFO;
    assert_int_equal(found(&s, BP4004), 0);
    fixture_free(s.f);
}

static void a_red_objective_needs_a_running_initiative(void **state) {
    (void)state;
    struct small s = small_new();
    add_simple(s.f, "M1", s.o, "80");
    assert_int_equal(found(&s, BP4006), 1);
    struct initiative *i = FIXTURE_NEXT(s.f, initiatives);
    *i = (struct initiative){.id = "I1", .name = "I1", .unit = s.unit};
    vec_push(s.f->arena, &s.o->initiatives, i);
    assert_int_equal(found(&s, BP4006), 0);
    i->closed = true;
    assert_int_equal(found(&s, BP4006), 1);
    i->closed = false;
    i->state = STATE_RETIRED;
    assert_int_equal(found(&s, BP4006), 1);
    fixture_free(s.f);
}

static void thin_coverage_is_told_with_its_percentage(void **state) {
    (void)state;
    struct small s = small_new();
    add_simple(s.f, "M1", s.o, "100")->weight = known("1");
    add_simple(s.f, "M2", s.o, NULL)->weight = known("2");
    assert_int_equal(found(&s, BP4007), 1);
    size_t count;
    const struct diag *all = diags_sorted(s.f->diags, &count);
    bool seen = false;
    for (size_t i = 0; i < count; i++)
        seen = seen || strstr(all[i].message, "only 33 %");
    assert_true(seen);
    fixture_free(s.f);
}

static void an_initiative_that_flatters_itself_is_told(void **state) {
    (void)state;
    struct small s = small_new();
    struct initiative *i = FIXTURE_NEXT(s.f, initiatives);
    *i = (struct initiative){.id = "I1", .name = "I1", .unit = s.unit};
    i->budget = known("100");
    i->forecast_cost = known("108");
    assert_int_equal(found(&s, BP4008), 0);
    i->self_reported = DECLARED_GREEN;
    assert_int_equal(found(&s, BP4008), 1);
    i->self_reported = DECLARED_AMBER;
    assert_int_equal(found(&s, BP4008), 0);
    i->self_reported = DECLARED_RED;
    assert_int_equal(found(&s, BP4008), 0);
    i->self_reported = DECLARED_GREEN;
    i->budget.known = false;
    assert_int_equal(found(&s, BP4008), 0);
    fixture_free(s.f);
}

static void the_reporting_line_is_judged(void **state) {
    (void)state;
    struct small s = small_new();
    struct workbook workbook = {.path = "x.fods"};
    s.f->plan.settings.reporting_line = LINE_DOTTED;
    assert_int_equal(found(&s, BP4009) + found(&s, BP4010), 0);
    s.f->plan.settings.reporting_line = LINE_TWO_BELOW;
    assert_int_equal(found(&s, BP4009), 1);
    s.f->plan.settings.reporting_line = LINE_THREE_BELOW;
    s.f->plan.workbook = &workbook;
    assert_int_equal(found(&s, BP4010), 1);
    assert_int_equal(found(&s, BP4009), 0);
    fixture_free(s.f);
}

static void understaffed_processes_are_told_by_their_colour(void **state) {
    (void)state;
    struct small s = small_new();
    struct process *p = FIXTURE_NEXT(s.f, processes);
    *p = (struct process){.id = "PR1",
                          .name = "Reviews",
                          .owner = "Partner",
                          .in_scope = true,
                          .benchmarked = true,
                          .fte_min = dec("1"),
                          .fte_max = dec("1.5")};
    assert_int_equal(found(&s, BP4011), 0); /* no staffing sheet, nothing to compare */
    struct staffing *post = FIXTURE_NEXT(s.f, staffing);
    *post = (struct staffing){.person = "A", .process = p, .fte = dec("0.5"), .filled = true};
    assert_int_equal(found(&s, BP4011), 1);
    p->group = PROCESS_INTEGRATIVE;
    assert_int_equal(found(&s, BP4011), 0);
    assert_int_equal(found(&s, BP4012), 1);
    post->fte = dec("3");
    assert_int_equal(found(&s, BP4012), 0);
    assert_int_equal(found(&s, BP4013), 1);
    s.f->plan.published_total_min = known("6");
    s.f->plan.published_total_max = known("8");
    assert_int_equal(found(&s, BP4014), 1);
    post->fte = dec("7");
    assert_int_equal(found(&s, BP4014), 0);
    fixture_free(s.f);
}

static void figures_that_cannot_be_judged_are_errors(void **state) {
    (void)state;
    struct small s = small_new();
    struct measure *order = add_simple(s.f, "M1", s.o, "80");
    add_threshold(s.f, order, "120");
    struct measure *zero = add_measure(s.f, "M2", s.o);
    add_value(s.f, zero, SERIES_TARGET, "2026-10", "0");
    struct measure *range = add_measure(s.f, "M3", s.o);
    range->polarity = POLARITY_RANGE;
    add_value(s.f, range, SERIES_ACTUAL, "2026-10", "0");
    struct measure *large = add_measure(s.f, "M4", s.o);
    add_value(s.f, large, SERIES_TARGET, "2026-10", "9000000000000");
    assert_int_equal(found(&s, BP4023), 1);
    assert_int_equal(count_code(s.f, BP4022), 1);
    assert_int_equal(count_code(s.f, BP4021), 1);
    assert_int_equal(count_code(s.f, BP4024), 1);
    assert_int_equal(diags_count(s.f->diags, DIAG_ERROR), 4);
    fixture_free(s.f);
}

static void a_workbook_without_any_figure_is_told_once(void **state) {
    (void)state;
    struct small s = small_new();
    assert_int_equal(found(&s, BP4001), 0);
    struct workbook workbook = {.path = "x.fods"};
    s.f->plan.workbook = &workbook;
    struct measure *m = add_simple(s.f, "M1", s.o, NULL);
    assert_int_equal(found(&s, BP4001), 1);
    s.f->plan.workbook = NULL;
    assert_int_equal(found(&s, BP4001), 1);
    add_value(s.f, m, SERIES_ACTUAL, "2026-10", "1");
    assert_int_equal(found(&s, BP4001), 0);
    fixture_free(s.f);
}

static void a_period_that_is_not_over_excuses_what_is_missing(void **state) {
    (void)state;
    struct small s = small_new();
    struct measure *m = add_measure(s.f, "M1", s.o);
    add_months(s.f, m, "2026-08", "100", (const char *[]){"100", "100", ""}, 3);
    assert_int_equal(found(&s, BP4015), 1);
    assert_int_equal(found(&s, BP4007), 1);
    assert_int_equal(found(&s, BP4001), 1);
    s.f->plan.organization.as_of.day = 30;
    assert_int_equal(found(&s, BP4015), 0);
    assert_int_equal(found(&s, BP4007), 0);
    assert_int_equal(found(&s, BP4001), 0);
    fixture_free(s.f);
}

static void the_year_to_date_blames_the_side_that_is_missing(void **state) {
    (void)state;
    struct small s = small_new();
    s.f->plan.settings.headline_ytd = true;
    struct measure *m = add_measure(s.f, "M1", s.o);
    add_months(s.f, m, "2026-08", "100", (const char *[]){"100", "100", "100"}, 3);
    m->series[SERIES_TARGET].count = 2;
    assert_int_equal(found(&s, BP4004), 1);
    assert_int_equal(found(&s, BP4015), 0);
    m->series[SERIES_TARGET].count = 0;
    assert_int_equal(found(&s, BP4004), 0);
    assert_int_equal(found(&s, BP4015), 0);
    m->series[SERIES_ACTUAL].count = 2;
    assert_int_equal(found(&s, BP4004), 0);
    assert_int_equal(found(&s, BP4015), 1);
    fixture_free(s.f);
}

static void BP4056_carrying_for_no_period_is_told(void **state) {
    (void)state;
    struct small s = small_new();
    s.f->plan.settings.missing = MISSING_CARRY;
    assert_int_equal(found(&s, BP4056), 0);
    s.f->plan.settings.carry_periods = 0;
    assert_int_equal(found(&s, BP4056), 1);
    s.f->plan.settings.missing = MISSING_EXCLUDE;
    assert_int_equal(found(&s, BP4056), 0);
    fixture_free(s.f);
}

static void BP4057_periods_of_a_policy_that_is_not_chosen_are_told(void **state) {
    (void)state;
    struct small s = small_new();
    assert_int_equal(found(&s, BP4057), 0);
    s.f->plan.settings.carry_periods = 3;
    s.f->plan.settings.changed[OPTION_CARRY] = true;
    assert_int_equal(found(&s, BP4057), 1);
    s.f->plan.settings.missing = MISSING_CARRY;
    assert_int_equal(found(&s, BP4057), 0);
    fixture_free(s.f);
}

static void BP4058_spending_beyond_the_forecast_is_told(void **state) {
    (void)state;
    struct small s = small_new();
    struct initiative *i = FIXTURE_NEXT(s.f, initiatives);
    *i = (struct initiative){.id = "I1", .name = "I1", .unit = s.unit, .spent = known("90")};
    assert_int_equal(found(&s, BP4058), 0); /* nothing to hold it against */
    i->budget = known("89");
    assert_int_equal(found(&s, BP4058), 1);
    i->forecast_cost = known("90");
    assert_int_equal(found(&s, BP4058), 0);
    i->forecast_cost = known("89.999999");
    assert_int_equal(found(&s, BP4058), 1);
    i->state = STATE_RETIRED;
    assert_int_equal(found(&s, BP4058), 0);
    i->state = STATE_ACTIVE;
    i->spent.known = false;
    assert_int_equal(found(&s, BP4058), 0);
    fixture_free(s.f);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_red_measure_asks_for_commentary_of_its_period),
        cmocka_unit_test(commentary_for_the_reporting_period_answers_a_quarterly_measure),
        cmocka_unit_test(a_month_that_lapsed_is_reported_and_a_longer_gap_left_to_the_plan),
        cmocka_unit_test(carried_and_stale_values_are_told),
        cmocka_unit_test(an_actual_without_a_target_is_told),
        cmocka_unit_test(a_red_objective_needs_a_running_initiative),
        cmocka_unit_test(thin_coverage_is_told_with_its_percentage),
        cmocka_unit_test(an_initiative_that_flatters_itself_is_told),
        cmocka_unit_test(the_reporting_line_is_judged),
        cmocka_unit_test(understaffed_processes_are_told_by_their_colour),
        cmocka_unit_test(figures_that_cannot_be_judged_are_errors),
        cmocka_unit_test(a_workbook_without_any_figure_is_told_once),
        cmocka_unit_test(a_period_that_is_not_over_excuses_what_is_missing),
        cmocka_unit_test(the_year_to_date_blames_the_side_that_is_missing),
        cmocka_unit_test(BP4056_carrying_for_no_period_is_told),
        cmocka_unit_test(BP4057_periods_of_a_policy_that_is_not_chosen_are_told),
        cmocka_unit_test(BP4058_spending_beyond_the_forecast_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
