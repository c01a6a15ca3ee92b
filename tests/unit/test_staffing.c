#include "planfixture.h"

#include "assess/staffing.h"

static const struct date today = {2026, 10, 31};

static struct process *add_process(struct fixture *f, const char *id, enum process_group group,
                                   const char *min, const char *max) {
    struct process *p = FIXTURE_NEXT(f, processes);
    *p = (struct process){.id = id, .name = id, .owner = "", .group = group, .in_scope = true};
    if (min) {
        p->benchmarked = true;
        p->fte_min = dec(min);
        p->fte_max = dec(max);
    }
    return p;
}

static struct staffing *add_post(struct fixture *f, const char *person, struct process *process,
                                 const char *fte) {
    struct staffing *s = FIXTURE_NEXT(f, staffing);
    *s = (struct staffing){.person = person, .process = process, .fte = dec(fte), .filled = true};
    return s;
}

static void compared(const char *planned, const char *min, const char *max,
                     enum staffing_verdict verdict, const char *gap) {
    struct decimal got;
    assert_int_equal(staffing_verdict_of(dec(planned), dec(min), dec(max), &got), verdict);
    assert_int_equal(got.micro, dec(gap).micro);
}

static void a_plan_is_under_within_or_over_its_benchmark(void **state) {
    (void)state;
    compared("0.5", "1", "1.5", STAFFING_UNDER, "-0.5");
    compared("1", "1", "1.5", STAFFING_WITHIN, "0");
    compared("1.25", "1", "1.5", STAFFING_WITHIN, "0");
    compared("1.5", "1", "1.5", STAFFING_WITHIN, "0");
    compared("2", "1", "1.5", STAFFING_OVER, "0.5");
    compared("1", "1", "1", STAFFING_WITHIN, "0");
}

static void half_a_hundredth_is_nothing(void **state) {
    (void)state;
    compared("0.995", "1", "1.5", STAFFING_WITHIN, "0");
    compared("0.994999", "1", "1.5", STAFFING_UNDER, "-0.005001");
    compared("1.505", "1", "1.5", STAFFING_WITHIN, "0");
    compared("1.505001", "1", "1.5", STAFFING_OVER, "0.005001");
    compared("0.99", "1", "1.5", STAFFING_UNDER, "-0.01");
}

static void colours_follow_the_group(void **state) {
    (void)state;
    static const struct {
        enum process_group group;
        enum staffing_verdict verdict;
        const char *gap;
        bool partner;
        enum status expected;
    } cases[] = {
        {PROCESS_CORE, STAFFING_UNDER, "-0.51", true, STATUS_RED},
        {PROCESS_CORE, STAFFING_UNDER, "-0.5", true, STATUS_AMBER},
        {PROCESS_CORE, STAFFING_UNDER, "-0.505", false, STATUS_AMBER},
        {PROCESS_CORE, STAFFING_UNDER, "-0.01", false, STATUS_AMBER},
        {PROCESS_DESIRABLE, STAFFING_UNDER, "-3", true, STATUS_AMBER},
        {PROCESS_INTEGRATIVE, STAFFING_UNDER, "-3", true, STATUS_NO_DATA},
        {PROCESS_INTEGRATIVE, STAFFING_UNDER, "-0.1", false, STATUS_AMBER},
        {PROCESS_CORE, STAFFING_WITHIN, "0", false, STATUS_GREEN},
        {PROCESS_CORE, STAFFING_OVER, "20", false, STATUS_NO_DATA},
        {PROCESS_INTEGRATIVE, STAFFING_NO_BENCHMARK, "0", false, STATUS_NO_DATA},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_int_equal(
            staffing_colour(cases[i].group, cases[i].verdict, dec(cases[i].gap), cases[i].partner),
            cases[i].expected);
}

static void coverage_and_fill_rate_are_percentages(void **state) {
    (void)state;
    struct decimal rate;
    assert_int_equal(staffing_coverage(dec("0.5"), dec("1")).micro, dec("50").micro);
    assert_int_equal(staffing_coverage(dec("2"), dec("1")).micro, dec("100").micro);
    assert_int_equal(staffing_coverage(dec("0"), dec("0")).micro, dec("100").micro);
    assert_true(staffing_fill_rate(dec("1"), dec("3"), &rate));
    assert_int_equal(rate.micro, 33333333);
    assert_false(staffing_fill_rate(dec("0"), dec("0"), &rate));
}

static void the_reporting_line_has_a_colour(void **state) {
    (void)state;
    assert_int_equal(staffing_line(LINE_DIRECT), STATUS_GREEN);
    assert_int_equal(staffing_line(LINE_DOTTED), STATUS_GREEN);
    assert_int_equal(staffing_line(LINE_TWO_BELOW), STATUS_AMBER);
    assert_int_equal(staffing_line(LINE_THREE_BELOW), STATUS_RED);
    assert_int_equal(staffing_line(LINE_UNKNOWN), STATUS_NO_DATA);
}

/* The nine processes with their typical FTE. */
static void add_benchmark(struct fixture *f) {
    static const struct {
        const char *id;
        enum process_group group;
        const char *min, *max;
    } rows[] = {
        {"P1", PROCESS_CORE, "1.0", "1.0"},        {"P2", PROCESS_CORE, "1.0", "1.5"},
        {"P3", PROCESS_CORE, "0.5", "1.0"},        {"P4", PROCESS_DESIRABLE, "0.5", "0.5"},
        {"P5", PROCESS_DESIRABLE, "0.5", "1.0"},   {"P6", PROCESS_DESIRABLE, "1.0", "1.5"},
        {"P7", PROCESS_INTEGRATIVE, "0.5", "0.5"}, {"P8", PROCESS_INTEGRATIVE, "0.5", "0.5"},
        {"P9", PROCESS_INTEGRATIVE, "0.5", "1.0"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        add_process(f, rows[i].id, rows[i].group, rows[i].min, rows[i].max);
    f->plan.published_total_min = known("6");
    f->plan.published_total_max = known("8");
}

static void the_rows_of_the_benchmark_do_not_add_up_to_its_total(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    add_benchmark(f);
    struct staffing_result r = staffing_judge(f->arena, &f->plan, today);
    assert_int_equal(r.sum_min.micro, dec("6").micro);
    assert_int_equal(r.sum_max.micro, dec("8.5").micro);
    assert_true(r.has_total);
    assert_int_equal(r.total_max.micro, dec("8").micro);
    assert_int_equal(r.verdict, STAFFING_UNDER);
    fixture_free(f);
}

static void a_total_is_compared_with_the_published_one(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    add_benchmark(f);
    for (size_t i = 0; i < 9; i++)
        add_post(f, f->plan.processes.items[i].id, &f->plan.processes.items[i], "0.92");
    struct staffing_result r = staffing_judge(f->arena, &f->plan, today);
    assert_int_equal(r.planned.micro, dec("8.28").micro);
    assert_int_equal(r.verdict, STAFFING_OVER);
    f->plan.published_total_max.known = false;
    r = staffing_judge(f->arena, &f->plan, today);
    assert_false(r.has_total);
    assert_int_equal(r.verdict, STAFFING_NO_BENCHMARK);
    f->plan.published_total_min.known = false;
    assert_false(staffing_judge(f->arena, &f->plan, today).has_total);
    fixture_free(f);
}

static void vacancies_are_planned_and_dotted_people_only_listed(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct process *p = add_process(f, "P1", PROCESS_CORE, "1", "1.5");
    struct process *q = add_process(f, "P2", PROCESS_INTEGRATIVE, "0.5", "0.5");
    add_post(f, "Ann", p, "0.4");
    add_post(f, "Ann", q, "0.2");
    add_post(f, "Analyst", p, "0.5")->filled = false;
    add_post(f, "Bo", p, "0.3")->dotted = true;
    struct staffing_result r = staffing_judge(f->arena, &f->plan, today);
    assert_int_equal(r.processes[0].planned.micro, dec("0.9").micro);
    assert_int_equal(r.processes[0].filled.micro, dec("0.4").micro);
    assert_int_equal(r.processes[0].verdict, STAFFING_UNDER);
    assert_int_equal(r.processes[0].gap.micro, dec("-0.1").micro);
    assert_int_equal(r.processes[0].colour, STATUS_AMBER);
    assert_int_equal(r.processes[0].coverage.micro, dec("90").micro);
    assert_int_equal(r.processes[0].fill_rate.micro, 44444444);
    assert_int_equal(r.planned.micro, dec("1.1").micro);
    assert_int_equal(r.filled.micro, dec("0.6").micro);
    assert_int_equal(r.people_count, 3);
    assert_string_equal(r.people[0].person, "Ann");
    assert_int_equal(r.people[0].total.micro, dec("0.6").micro);
    assert_int_equal(r.people[0].by_process[1].micro, dec("0.2").micro);
    assert_true(r.people[1].vacancy);
    assert_true(r.people[2].dotted);
    fixture_free(f);
}

static void posts_count_between_their_dates(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct process *p = add_process(f, "P1", PROCESS_CORE, "1", "1.5");
    add_post(f, "Gone", p, "1")->to = day("2026-10-30");
    add_post(f, "Leaving", p, "0.1")->to = today;
    add_post(f, "Coming", p, "0.2")->from = day("2026-11-01");
    add_post(f, "Starting", p, "0.3")->from = today;
    struct staffing_result r = staffing_judge(f->arena, &f->plan, today);
    assert_int_equal(r.planned.micro, dec("0.6").micro);
    assert_int_equal(r.filled.micro, dec("0.4").micro);
    assert_int_equal(r.people_count, 3);
    assert_true(r.people[1].vacancy);
    fixture_free(f);
}

static void a_process_out_of_scope_is_not_compared(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct process *p = add_process(f, "P1", PROCESS_CORE, "1", "1.5");
    p->in_scope = false;
    add_process(f, "P2", PROCESS_CORE, NULL, NULL);
    struct process *run_by_hr = add_process(f, "P3", PROCESS_INTEGRATIVE, "1", "1.5");
    run_by_hr->owner = "Human resources";
    add_process(f, "P4", PROCESS_INTEGRATIVE, "1", "1.5")->owner = NULL;
    struct staffing_result r = staffing_judge(f->arena, &f->plan, today);
    assert_int_equal(r.processes[0].verdict, STAFFING_NO_BENCHMARK);
    assert_int_equal(r.processes[1].verdict, STAFFING_NO_BENCHMARK);
    assert_int_equal(r.processes[1].colour, STATUS_NO_DATA);
    assert_int_equal(r.processes[2].colour, STATUS_NO_DATA);
    assert_int_equal(r.processes[3].colour, STATUS_AMBER);
    assert_false(r.processes[1].has_fill_rate);
    assert_int_equal(r.sum_min.micro, dec("2").micro);
    fixture_free(f);
}

static void a_process_planned_that_nobody_fills_is_vacant_whatever_its_colour(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct process *vacant = add_process(f, "P1", PROCESS_CORE, "1", "1.5");
    struct process *partly = add_process(f, "P2", PROCESS_CORE, "1", "1.5");
    add_process(f, "P3", PROCESS_CORE, "1", "1.5");
    struct process *lent = add_process(f, "P4", PROCESS_INTEGRATIVE, "0.5", "0.5");
    add_post(f, "Analyst", vacant, "1")->filled = false;
    add_post(f, "Analyst", partly, "0.9")->filled = false;
    add_post(f, "Ann", partly, "0.1");
    add_post(f, "Bo", lent, "0.3")->dotted = true;
    add_post(f, "Cy", lent, "0.2")->dotted = true;
    struct staffing *gone = add_post(f, "Di", lent, "0.4");
    gone->dotted = true;
    gone->to = day("2026-10-30");
    struct staffing *coming = add_post(f, "Ed", lent, "0.8");
    coming->dotted = true;
    coming->from = day("2026-11-01");
    struct staffing_result r = staffing_judge(f->arena, &f->plan, today);
    static const bool expected[] = {true, false, false, false};
    for (size_t i = 0; i < 4; i++)
        assert_int_equal(r.processes[i].vacant, expected[i]);
    assert_int_equal(r.processes[0].verdict, STAFFING_WITHIN);
    assert_int_equal(r.processes[0].colour, STATUS_GREEN);
    assert_int_equal(r.processes[0].dotted.micro, 0);
    assert_int_equal(r.processes[3].dotted.micro, dec("0.5").micro);
    assert_int_equal(r.processes[3].planned.micro, 0);
    assert_int_equal(r.processes[3].verdict, STAFFING_UNDER);
    add_post(f, "Vacancy", lent, "0.5")->filled = false;
    assert_true(staffing_judge(f->arena, &f->plan, today).processes[3].vacant);
    fixture_free(f);
}

static struct staffing *in_phase(struct staffing *post, const char *phase) {
    post->phase = phase;
    return post;
}

static void the_roadmap_adds_up_phase_by_phase(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    add_benchmark(f);
    struct process *p = f->plan.processes.items;
    in_phase(add_post(f, "Late", &p[5], "1"), "10")->filled = false;
    in_phase(add_post(f, "Ann", &p[0], "1"), "1");
    in_phase(add_post(f, "Bo", &p[1], "0.5"), "2");
    in_phase(add_post(f, "Lent", &p[8], "0.3"), "2")->dotted = true;
    in_phase(add_post(f, "Gone", &p[8], "0.7"), "3")->to = day("2026-09-30");
    add_post(f, "Loose", &p[4], "0.25");
    struct staffing_result r = staffing_judge(f->arena, &f->plan, today);
    assert_int_equal(r.phase_count, 4);
    static const struct {
        const char *phase, *planned, *filled, *so_far, *filled_so_far, *min, *max, *gap;
        enum staffing_verdict verdict;
    } expected[] = {
        {"1", "1", "1", "1", "1", "1", "1", "0", STAFFING_WITHIN},
        {"2", "0.5", "0.5", "1.5", "1.5", "2", "2.5", "-0.5", STAFFING_UNDER},
        {"10", "1", "0", "2.5", "1.5", "3", "4", "-0.5", STAFFING_UNDER},
        {NULL, "0.25", "0.25", "2.75", "1.75", "3.5", "5", "-0.75", STAFFING_UNDER},
    };
    for (size_t i = 0; i < 4; i++) {
        const struct phase_result *phase = &r.phases[i];
        if (expected[i].phase)
            assert_string_equal(phase->phase, expected[i].phase);
        else
            assert_null(phase->phase);
        assert_false(phase->by_group);
        assert_int_equal(phase->planned.micro, dec(expected[i].planned).micro);
        assert_int_equal(phase->filled.micro, dec(expected[i].filled).micro);
        assert_int_equal(phase->planned_so_far.micro, dec(expected[i].so_far).micro);
        assert_int_equal(phase->filled_so_far.micro, dec(expected[i].filled_so_far).micro);
        assert_int_equal(phase->min.micro, dec(expected[i].min).micro);
        assert_int_equal(phase->max.micro, dec(expected[i].max).micro);
        assert_int_equal(phase->gap.micro, dec(expected[i].gap).micro);
        assert_int_equal(phase->verdict, expected[i].verdict);
    }
    assert_int_equal(r.phases[1].dotted.micro, dec("0.3").micro);
    assert_int_equal(r.phases[3].planned_so_far.micro, r.planned.micro);
    assert_int_equal(r.vacant.micro, dec("1").micro);
    assert_int_equal(r.dotted.micro, dec("0.3").micro);
    fixture_free(f);
}

static void without_phases_the_roadmap_goes_core_desirable_integrative(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    add_benchmark(f);
    struct process *p = f->plan.processes.items;
    add_post(f, "Cy", &p[8], "0.5");
    add_post(f, "Ann", &p[0], "1");
    struct staffing_result r = staffing_judge(f->arena, &f->plan, today);
    assert_int_equal(r.phase_count, 3);
    assert_string_equal(r.phases[0].phase, "core");
    assert_string_equal(r.phases[1].phase, "desirable");
    assert_string_equal(r.phases[2].phase, "integrative");
    assert_true(r.phases[0].by_group);
    assert_int_equal(r.phases[0].planned.micro, dec("1").micro);
    assert_int_equal(r.phases[1].planned.micro, 0);
    assert_int_equal(r.phases[1].verdict, STAFFING_WITHIN); /* only what was begun is compared */
    assert_int_equal(r.phases[2].planned_so_far.micro, dec("1.5").micro);
    f->plan.processes.count = 0;
    f->plan.staffing.count = 0;
    assert_int_equal(staffing_judge(f->arena, &f->plan, today).phase_count, 0);
    fixture_free(f);
}

static void a_phase_without_benchmarks_is_not_compared(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct process *loose = add_process(f, "P1", PROCESS_CORE, NULL, NULL);
    struct process *outside = add_process(f, "P2", PROCESS_CORE, "1", "2");
    outside->in_scope = false;
    in_phase(add_post(f, "Ann", loose, "0.5"), "A");
    in_phase(add_post(f, "Bo", outside, "0.5"), "B");
    struct staffing_result r = staffing_judge(f->arena, &f->plan, today);
    assert_int_equal(r.phase_count, 2);
    assert_false(r.phases[1].has_band);
    assert_int_equal(r.phases[1].verdict, STAFFING_NO_BENCHMARK);
    assert_int_equal(r.row_verdict, STAFFING_NO_BENCHMARK);
    fixture_free(f);
}

static void phases_stand_in_natural_order(void **state) {
    (void)state;
    static const char *const order[] = {"",        "1",        "2",       "010",     "10",
                                        "Phase 2", "Phase 2b", "Phase 9", "Phase 11"};
    for (size_t i = 0; i < sizeof order / sizeof *order; i++)
        for (size_t j = 0; j < sizeof order / sizeof *order; j++) {
            int found = staffing_compare_phases(order[i], order[j]);
            assert_int_equal((found > 0) - (found < 0), (i > j) - (i < j));
        }
}

static void the_total_is_compared_with_the_sum_of_the_rows_too(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    add_benchmark(f);
    for (size_t i = 0; i < 9; i++)
        add_post(f, f->plan.processes.items[i].id, &f->plan.processes.items[i], "0.92");
    struct staffing_result r = staffing_judge(f->arena, &f->plan, today);
    assert_int_equal(r.verdict, STAFFING_OVER);       /* of 6 to 8 */
    assert_int_equal(r.row_verdict, STAFFING_WITHIN); /* of 6 to 8.5 */
    fixture_free(f);
}

/* BP4055 is told once, at that line. */
static void too_large_at(struct fixture *f, unsigned line, const char *what) {
    assert_true(staffing_judge(f->arena, &f->plan, today).too_large);
    fixture_assess(f);
    size_t count;
    const struct diag *all = diags_sorted(f->diags, &count);
    size_t told_at = 0;
    for (size_t i = 0; i < count; i++)
        told_at +=
            all[i].code == BP4055 && all[i].place.line == line && strstr(all[i].message, what);
    assert_int_equal(told_at, 1);
    assert_int_equal(count_code(f, BP4055), 1);
}

static void BP4055_shares_too_large_to_add_up_are_told(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct process *p = add_process(f, "P1", PROCESS_CORE, "1", "1");
    add_post(f, "Many", p, "5000000000000")->filled = false;
    add_post(f, "More", p, "5000000000001")->filled = false;
    add_post(f, "Few", p, "1")->filled = false;
    f->plan.staffing.items[1].place.line = 91;
    too_large_at(f, 91, "shares of FTE");
    fixture_free(f);
}

static void BP4055_benchmarks_too_large_to_add_up_are_told_without_any_staffing(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    add_process(f, "P1", PROCESS_CORE, "1", "5000000000000");
    add_process(f, "P2", PROCESS_CORE, "1", "5000000000001")->place.line = 92;
    add_process(f, "P3", PROCESS_CORE, "1", "2");
    too_large_at(f, 92, "benchmarks of FTE");
    fixture_free(f);
}

static void a_fill_rate_too_large_to_print_is_none(void **state) {
    (void)state;
    struct decimal rate;
    assert_false(staffing_fill_rate(dec("9000000000000"), dec("0.000001"), &rate));
}

static void a_phase_left_blank_is_none(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct process *p = add_process(f, "P1", PROCESS_CORE, "1", "1");
    add_post(f, "Ann", p, "0.5")->phase = "";
    add_post(f, "Bo", p, "0.5")->phase = "2";
    struct staffing_result r = staffing_judge(f->arena, &f->plan, today);
    assert_int_equal(r.phase_count, 2);
    size_t named = r.phases[0].phase ? 0 : 1;
    assert_string_equal(r.phases[named].phase, "2");
    assert_null(r.phases[1 - named].phase);
    assert_int_equal(r.phases[1 - named].planned.micro, dec("0.5").micro);
    fixture_free(f);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_plan_is_under_within_or_over_its_benchmark),
        cmocka_unit_test(half_a_hundredth_is_nothing),
        cmocka_unit_test(colours_follow_the_group),
        cmocka_unit_test(coverage_and_fill_rate_are_percentages),
        cmocka_unit_test(the_reporting_line_has_a_colour),
        cmocka_unit_test(the_rows_of_the_benchmark_do_not_add_up_to_its_total),
        cmocka_unit_test(a_total_is_compared_with_the_published_one),
        cmocka_unit_test(vacancies_are_planned_and_dotted_people_only_listed),
        cmocka_unit_test(posts_count_between_their_dates),
        cmocka_unit_test(a_process_out_of_scope_is_not_compared),
        cmocka_unit_test(a_process_planned_that_nobody_fills_is_vacant_whatever_its_colour),
        cmocka_unit_test(the_roadmap_adds_up_phase_by_phase),
        cmocka_unit_test(without_phases_the_roadmap_goes_core_desirable_integrative),
        cmocka_unit_test(a_phase_without_benchmarks_is_not_compared),
        cmocka_unit_test(phases_stand_in_natural_order),
        cmocka_unit_test(the_total_is_compared_with_the_sum_of_the_rows_too),
        cmocka_unit_test(BP4055_shares_too_large_to_add_up_are_told),
        cmocka_unit_test(BP4055_benchmarks_too_large_to_add_up_are_told_without_any_staffing),
        cmocka_unit_test(a_fill_rate_too_large_to_print_is_none),
        cmocka_unit_test(a_phase_left_blank_is_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
