#include "derivecase.h"

static struct process *add_process(struct fixture *f, enum process_group group) {
    struct process *p = FIXTURE_NEXT(f, processes);
    *p = (struct process){.id = "3",
                          .name = "Strategy Reviews",
                          .owner = "Office",
                          .group = group,
                          .in_scope = true,
                          .benchmarked = true,
                          .fte_min = dec("1"),
                          .fte_max = dec("1.5")};
    return p;
}

static struct staffing *add_share(struct fixture *f, struct process *p, const char *person,
                                  const char *fte, bool filled) {
    struct staffing *s = FIXTURE_NEXT(f, staffing);
    *s = (struct staffing){.person = person, .process = p, .fte = dec(fte), .filled = filled};
    return s;
}

static void a_core_process_that_is_short_is_amber_or_red(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct process *p = add_process(f, PROCESS_CORE);
    add_share(f, p, "Ann", "0.25", true);
    add_share(f, p, "Vacancy", "0.5", false);
    const struct derivation *d = derived(f, "3");
    step_is(d, "planned FTE", "0.75", "0.25 + 0.5 = 0.75");
    step_is(d, "filled FTE", "0.25", "");
    step_is(d, "against the benchmark", "under", "1 - 0.75 > 0.005 -> under");
    step_is(d, "gap in FTE", "-0.25", "0.75 - 1 = -0.25");
    step_is(d, "colour", "amber", "abs(-0.25) <= 0.505 -> amber");
    step_is(d, "coverage in %", "75", "100 x 0.75 / 1 = 75");
    step_is(d, "fill rate in %", "33.333333", "100 x 0.25 / 0.75 = 33.333333 rounded");
    assert_string_equal(d->answer,
                        "3 Strategy Reviews is amber: 0.75 FTE planned, 0.25 filled, under the "
                        "benchmark of 1 to 1.5, as of 2026-10-31");
    f->plan.staffing.items[1].fte = dec("0.1");
    step_is(derived(f, "3"), "colour", "red", "abs(-0.65) > 0.505 -> red");
    fixture_free(f);
}

static void more_than_the_benchmark_is_a_note(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct process *p = add_process(f, PROCESS_CORE);
    add_share(f, p, "Ann", "2", false);
    const struct derivation *d = derived(f, "3");
    step_is(d, "against the benchmark", "over", "2 - 1.5 > 0.005 -> over");
    step_is(d, "gap in FTE", "0.5", "2 - 1.5 = 0.5");
    step_is(d, "colour", "note only", "");
    step_is(d, "vacancy", "vacant", "");
    fixture_free(f);
}

static void people_on_a_dotted_line_are_listed_and_not_counted(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct process *p = add_process(f, PROCESS_DESIRABLE);
    add_share(f, p, "Ann", "1", true);
    add_share(f, p, "Bob", "0.2", true)->dotted = true;
    add_share(f, p, "Cid", "0.3", true)->to = day("2026-01-31");
    const struct derivation *d = derived(f, "3");
    step_is(d, "planned FTE", "1", "");
    step_is(d, "dotted-line FTE", "0.2", "");
    step_is(d, "against the benchmark", "within", "1 - 1 <= 0.005 and 1 - 1.5 <= 0.005 -> within");
    fixture_free(f);
}

static void a_partner_makes_a_note_of_a_shortage(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct process *p = add_process(f, PROCESS_INTEGRATIVE);
    add_share(f, p, "Ann", "0.5", true);
    step_is(derived(f, "3"), "colour", "note only", "");
    p->owner = "";
    step_is(derived(f, "3"), "colour", "amber", "");
    p->benchmarked = false;
    step_is(derived(f, "3"), "against the benchmark", "none", "");
    fixture_free(f);
}

static void posts_that_have_ended_or_not_begun_are_told_apart(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct process *p = add_process(f, PROCESS_DESIRABLE);
    add_share(f, p, "Ann", "0.25", true)->to = day("2026-12-31");
    add_share(f, p, "Bo", "0.5", true)->to = day("2026-10-30");
    add_share(f, p, "Cy", "0.5", true)->from = day("2026-11-01");
    add_share(f, p, "Di", "0.125", true)->from = day("2026-10-31");
    const struct derivation *d = derived(f, "3");
    step_is(d, "planned FTE", "0.875", "0.25 + 0.5 + 0.125 = 0.875");
    step_is(d, "filled FTE", "0.375", "0.25 + 0.125 = 0.375");
    step_is(d, "colour", "amber", "");
    assert_string_equal(step_of(d, "colour")->words, "A desirable process that is short is amber.");
    fixture_free(f);
}

static void without_a_benchmark_there_is_no_verdict(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct process *p = add_process(f, PROCESS_INTEGRATIVE);
    p->in_scope = false;
    add_share(f, p, "Ann", "0.25", true);
    const struct derivation *d = derived(f, "3");
    step_is(d, "against the benchmark", "none", "");
    assert_string_equal(step_of(d, "against the benchmark")->words,
                        "Out of scope: it is not compared.");
    assert_string_equal(step_of(d, "colour")->words, "Without a comparison there is no colour.");
    p->in_scope = true;
    p->benchmarked = false;
    assert_string_equal(step_of(derived(f, "3"), "against the benchmark")->words,
                        "There is no benchmark to compare with.");
    fixture_free(f);
}

static void within_the_benchmark_is_green(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    add_share(f, add_process(f, PROCESS_CORE), "Ann", "1.25", true);
    const struct derivation *d = derived(f, "3");
    step_is(d, "against the benchmark", "within",
            "1 - 1.25 <= 0.005 and 1.25 - 1.5 <= 0.005 -> within");
    step_is(d, "colour", "green", "");
    assert_false(has_step(d, "gap in FTE"));
    fixture_free(f);
}

static void posts_of_other_processes_take_no_part(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct process *p = add_process(f, PROCESS_CORE);
    struct process *other = add_process(f, PROCESS_CORE);
    other->id = "4";
    add_share(f, p, "Ann", "1", true);
    add_share(f, other, "Bo", "2", true);
    step_is(derived(f, "3"), "planned FTE", "1", "");
    fixture_free(f);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_core_process_that_is_short_is_amber_or_red),
        cmocka_unit_test(more_than_the_benchmark_is_a_note),
        cmocka_unit_test(people_on_a_dotted_line_are_listed_and_not_counted),
        cmocka_unit_test(a_partner_makes_a_note_of_a_shortage),
        cmocka_unit_test(posts_that_have_ended_or_not_begun_are_told_apart),
        cmocka_unit_test(without_a_benchmark_there_is_no_verdict),
        cmocka_unit_test(within_the_benchmark_is_green),
        cmocka_unit_test(posts_of_other_processes_take_no_part),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
