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

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_office_stands_beside_its_benchmark),
        cmocka_unit_test(a_benchmark_nobody_gave_is_not_told_as_zero),
        cmocka_unit_test(rows_without_a_published_total_add_up_alone),
        cmocka_unit_test(a_total_without_a_source_is_told_by_its_figures),
    };
    return SECTIONCASE_MAIN(tests);
}
