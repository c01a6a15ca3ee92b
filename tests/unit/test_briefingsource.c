#include "derivecase.h"

#include "assess/briefingsource.h"

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

/* "actual M1 2026-10, target M1 2026-10": what was found. */
static const char *told_of(const struct briefing_fact *fact) {
    struct textbuf out;
    textbuf_init(&out, f->arena);
    for (size_t i = 0; i < fact->sources.count; i++) {
        const struct briefing_source *source = &fact->sources.items[i];
        char period[16] = "";
        if (period_set(source->period))
            period_format(source->period, &f->plan.organization.fiscal, period);
        textbuf_printf(&out, "%s%s %s%s%s", i > 0 ? ", " : "", briefing_source_name(source->kind),
                       source->of, *period ? " " : "", period);
    }
    return textbuf_text(&out);
}

static const char *sources_of(const struct measure *measure) {
    const struct assessment *a = fixture_assess(f);
    const struct reading reading = reading_of(a, assess_measure(a, measure));
    struct briefing_fact fact = {.owner = ""};
    briefingsource_reading(f->arena, a, &reading, &fact);
    return told_of(&fact);
}

static void a_reading_has_its_actual_its_target_and_the_actual_before(void **state) {
    (void)state;
    struct measure *m = add_measure(f, "M1", home);
    add_months(f, m, "2026-09", "100", (const char *[]){"90", "80"}, 2);
    assert_string_equal(sources_of(m), "actual M1 2026-10, target M1 2026-10, before M1 2026-09");
    m->owner = "";
    assert_string_equal(sources_of(m), "actual M1 2026-10, target M1 2026-10, before M1 2026-09");
    m->owner = "Ann";
    assert_string_equal(sources_of(m),
                        "actual M1 2026-10, target M1 2026-10, before M1 2026-09, owner M1");
}

static void a_year_to_date_has_the_figures_of_the_year(void **state) {
    (void)state;
    f->plan.settings.headline_ytd = true;
    f->plan.organization.fiscal.start_month = 9;
    struct measure *m = add_measure(f, "M1", home);
    m->aggregation = AGGREGATE_SUM;
    add_months(f, m, "2026-08", "100", (const char *[]){"70", "90", "80"}, 3);
    assert_string_equal(sources_of(m), "actual M1 2026-09, target M1 2026-09, actual M1 2026-10, "
                                       "target M1 2026-10");
}

static void a_carried_value_has_its_own_period(void **state) {
    (void)state;
    f->plan.settings.missing = MISSING_CARRY;
    struct measure *m = add_measure(f, "M1", home);
    add_months(f, m, "2026-09", "100", (const char *[]){"90", ""}, 2);
    assert_string_equal(sources_of(m), "actual M1 2026-09, target M1 2026-09");
}

static void a_ratio_has_its_parts(void **state) {
    (void)state;
    struct measure *m = add_measure(f, "M1", home);
    m->aggregation = AGGREGATE_RATIO;
    add_value(f, m, SERIES_NUMERATOR, "2026-10", "8");
    add_value(f, m, SERIES_DENOMINATOR, "2026-10", "10");
    assert_string_equal(sources_of(m), "actual M1 2026-10, actual M1 2026-10");
}

static void a_range_has_the_edges_that_were_given(void **state) {
    (void)state;
    struct measure *m = add_measure(f, "M1", home);
    m->polarity = POLARITY_RANGE;
    add_value(f, m, SERIES_ACTUAL, "2026-10", "4");
    assert_string_equal(sources_of(m), "actual M1 2026-10");
    struct threshold *t = add_threshold(f, m, NULL);
    t->lower = known("5");
    t->margin = known("1");
    assert_string_equal(sources_of(m), "actual M1 2026-10, band M1");
    t->upper = known("9");
    assert_string_equal(sources_of(m), "actual M1 2026-10, band M1, band M1");
}

static void what_is_missing_has_its_last_actual(void **state) {
    (void)state;
    struct measure *m = add_measure(f, "M1", home);
    add_value(f, m, SERIES_ACTUAL, "2026-07", "4");
    assert_string_equal(sources_of(m), "before M1 2026-07");
}

static void what_was_never_due_has_no_source(void **state) {
    (void)state;
    assert_string_equal(sources_of(add_measure(f, "M1", home)), "");
    struct measure *idle = add_simple(f, "M2", home, "90");
    idle->state = STATE_NOT_APPLICABLE;
    assert_string_equal(sources_of(idle), "");
}

static void an_initiative_has_what_its_sheet_says(void **state) {
    (void)state;
    struct initiative bare = {.id = "I1"};
    struct initiative_result result = {.initiative = &bare};
    struct briefing_fact fact = {.owner = ""};
    briefingsource_initiative(f->arena, &result, &fact);
    assert_string_equal(told_of(&fact), "status I1");
    struct milestone milestone = {.id = "S1"};
    struct initiative full = {.id = "I1",
                              .end = day("2026-12-31"),
                              .budget = known("1"),
                              .forecast_cost = known("2"),
                              .done_percent = known("3"),
                              .benefit_planned = known("4"),
                              .benefit_forecast = known("5")};
    result =
        (struct initiative_result){.initiative = &full, .overdue = &milestone, .disagrees = true};
    struct briefing_fact more = {.owner = ""};
    briefingsource_initiative(f->arena, &result, &more);
    assert_string_equal(told_of(&more),
                        "status I1, cost I1, budget I1, milestone S1, complete I1, end I1, "
                        "planned-benefit I1, forecast-benefit I1, reported I1");
    assert_false(more.sources.items[3].derived);
    assert_true(more.sources.items[4].derived);
}

static void a_case_that_is_a_sum_has_its_benefits(void **state) {
    (void)state;
    struct benefit benefit = {
        .id = "B1", .planned = known("1"), .forecast = known("2"), .realised = known("3")};
    struct initiative initiative = {.id = "I1"};
    vec_push(f->arena, &initiative.benefits, &benefit);
    const struct initiative_result result = {.initiative = &initiative, .benefit_summed = true};
    struct briefing_fact fact = {.owner = ""};
    briefingsource_initiative(f->arena, &result, &fact);
    assert_string_equal(told_of(&fact), "status I1, due B1, planned-benefit B1, forecast-benefit "
                                        "B1, realised-benefit B1");
}

static void a_process_has_its_benchmark_and_its_people(void **state) {
    (void)state;
    struct process processes[2] = {{.id = "R1"}, {.id = "R2"}};
    for (size_t i = 0; i < 3; i++) {
        struct staffing *row = FIXTURE_NEXT(f, staffing);
        *row = (struct staffing){.person = "Ann", .process = &processes[i == 1]};
    }
    struct briefing_fact fact = {.owner = ""};
    briefingsource_process(f->arena, &f->plan, &processes[0], &fact);
    assert_string_equal(told_of(&fact), "benchmark R1, staffing R1, staffing R1");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(a_reading_has_its_actual_its_target_and_the_actual_before),
        TEST(a_year_to_date_has_the_figures_of_the_year),
        TEST(a_carried_value_has_its_own_period),
        TEST(a_ratio_has_its_parts),
        TEST(a_range_has_the_edges_that_were_given),
        TEST(what_is_missing_has_its_last_actual),
        TEST(what_was_never_due_has_no_source),
        TEST(an_initiative_has_what_its_sheet_says),
        TEST(a_case_that_is_a_sum_has_its_benefits),
        TEST(a_process_has_its_benchmark_and_its_people),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
