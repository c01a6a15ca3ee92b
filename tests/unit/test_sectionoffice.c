#include "sectioncase.h"

report_section_fn section_office;

static const char *said(struct sectioncase *s) {
    return sectioncase_text(s, section_office, "office");
}

/* The sample without what the research published. */
static struct sectioncase *without_benchmark(struct reportcase *c) {
    struct sectioncase *s = sectioncase_new(c);
    const size_t count = s->plan.processes.count;
    struct process *processes = arena_array(c->arena, count, sizeof *processes);
    memcpy(processes, s->plan.processes.items, count * sizeof *processes);
    for (size_t i = 0; i < count; i++)
        processes[i].benchmarked = false;
    s->plan.processes.items = processes;
    s->plan.published_total_source = "";
    s->assessment.staffing.has_total = false;
    return s;
}

static void the_office_stands_beside_its_benchmark(void **state) {
    struct sectioncase *s = sectioncase_new(*state);
    const char *text = said(s);
    assert_says(text, "benchmark: Kaplan & Norton (2005), published total");
    assert_says(text, "filled; the published benchmark is 6–8.");
    assert_says(text, "The rows of the benchmark add up to 6.0–8.5; the published total is 6–8.");
}

static void a_benchmark_nobody_gave_is_not_told_as_zero(void **state) {
    const char *text = said(without_benchmark(*state));
    assert_says(text, "no benchmark tells whether that is enough");
    assert_says(text, "no benchmark is given");
    assert_says(text, "The office plans 6.65 FTE and has 5.80 filled.");
    assert_silent(text, "add up to");
    assert_silent(text, "published");
    assert_silent(text, "benchmark shaded");
    assert_silent(text, "against the benchmark band");
}

static void rows_without_a_published_total_add_up_alone(void **state) {
    struct sectioncase *s = sectioncase_new(*state);
    s->plan.published_total_source = "";
    s->assessment.staffing.has_total = false;
    const char *text = said(s);
    assert_says(text, "The rows of the benchmark add up to 6.0–8.5.");
    assert_silent(text, "the published total is");
}

static void a_total_without_a_source_is_told_by_its_figures(void **state) {
    struct sectioncase *s = sectioncase_new(*state);
    s->plan.published_total_source = "";
    assert_says(said(s), "benchmark: 6–8");
}

static void more_processes_than_fit_side_by_side_go_on_below(void **state) {
    struct sectioncase *s = sectioncase_new(*state);
    const size_t usual = sectioncase_count(said(s), "Person or vacancy");
    const size_t old = s->plan.processes.count;
    const size_t count = 30;
    struct arena *arena = s->report.arena;
    struct process *processes = arena_array(arena, count, sizeof *processes);
    struct process_result *results = arena_array(arena, count, sizeof *results);
    for (size_t i = 0; i < count; i++) {
        processes[i] = s->plan.processes.items[i % old];
        results[i] = s->assessment.staffing.processes[i % old];
    }
    struct staffing_result *staffing = &s->assessment.staffing;
    struct person_result *people = arena_array(arena, staffing->people_count, sizeof *people);
    for (size_t i = 0; i < staffing->people_count; i++) {
        struct decimal *shares = arena_array(arena, count, sizeof *shares);
        memcpy(shares, staffing->people[i].by_process, old * sizeof *shares);
        if (i == 0)
            shares[count - 1] = decimal_of(1);
        people[i] = staffing->people[i];
        people[i].by_process = shares;
    }
    s->plan.processes.items = processes;
    s->plan.processes.count = count;
    staffing->processes = results;
    staffing->people = people;
    const char *text = said(s);
    assert_int_equal(usual, 1);
    assert_int_equal(sectioncase_count(text, "Person or vacancy"), 2); /* nobody in the second */
    assert_true(sectioncase_count(text, people[0].person) > 1);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_office_stands_beside_its_benchmark),
        cmocka_unit_test(a_benchmark_nobody_gave_is_not_told_as_zero),
        cmocka_unit_test(rows_without_a_published_total_add_up_alone),
        cmocka_unit_test(a_total_without_a_source_is_told_by_its_figures),
        cmocka_unit_test(more_processes_than_fit_side_by_side_go_on_below),
    };
    return SECTIONCASE_MAIN(tests);
}
