#include "derivecase.h"

static struct process *add_process(struct fixture *f, const char *id, enum process_group group) {
    struct process *p = FIXTURE_NEXT(f, processes);
    *p = (struct process){.id = id,
                          .name = "Reviews",
                          .owner = "Office",
                          .group = group,
                          .in_scope = true,
                          .benchmarked = true,
                          .fte_min = dec("0.5"),
                          .fte_max = dec("1")};
    return p;
}

static struct staffing *add_share(struct fixture *f, struct process *p, const char *phase,
                                  const char *fte, bool filled) {
    struct staffing *s = FIXTURE_NEXT(f, staffing);
    *s = (struct staffing){
        .person = "Ann", .process = p, .fte = dec(fte), .filled = filled, .phase = phase};
    return s;
}

static void a_phase_stands_with_those_before_it(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct process *p3 = add_process(f, "3", PROCESS_CORE);
    struct process *p5 = add_process(f, "5", PROCESS_CORE);
    add_share(f, p3, "1", "0.25", true);
    add_share(f, p5, "2", "1", false);
    add_share(f, p5, "2", "0.1", true)->dotted = true;
    add_share(f, p5, "", "3", true);
    add_share(f, p5, NULL, "1", true);
    add_share(f, p5, "2", "9", true)->to = day("2026-01-31");
    const struct derivation *d = derived(f, "roadmap");
    assert_string_equal(d->answer,
                        "roadmap: 3 phases, 5.25 FTE planned, 4.25 filled, as of 2026-10-31");
    step_is(d, "phase 1: planned FTE", "0.25", "");
    step_is(d, "phase 1: against the benchmark", "under", "0.5 - 0.25 > 0.005 -> under");
    step_is(d, "phase 1: gap in FTE", "-0.25", "0.25 - 0.5 = -0.25");
    step_is(d, "phase 2: filled FTE", "0", "");
    step_is(d, "phase 2: dotted-line FTE", "0.1", "");
    assert_false(has_step(d, "phase 1: dotted-line FTE"));
    step_is(d, "phase 2: planned FTE so far", "1.25", "0.25 + 1 = 1.25");
    step_is(d, "phase 2: filled FTE so far", "0.25", "0.25 + 0 = 0.25");
    step_is(d, "phase 2: benchmark so far, least", "1", "0.5 + 0.5 = 1");
    step_is(d, "phase 2: against the benchmark", "within",
            "1 - 1.25 <= 0.005 and 1.25 - 2 <= 0.005 -> within");
    assert_false(has_step(d, "phase 2: gap in FTE"));
    step_is(d, "phase without a phase: against the benchmark", "over", "5.25 - 2 > 0.005 -> over");
    step_is(d, "phase without a phase: gap in FTE", "3.25", "5.25 - 2 = 3.25");
    fixture_free(f);
}

static void without_phases_it_goes_by_groups(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct process *p3 = add_process(f, "3", PROCESS_CORE);
    struct process *p5 = add_process(f, "5", PROCESS_DESIRABLE);
    p3->benchmarked = false;
    add_share(f, p3, NULL, "0.25", true);
    add_share(f, p5, NULL, "0.5", true);
    add_process(f, "6", PROCESS_DESIRABLE)->in_scope = false;
    add_share(f, &f->plan.processes.items[2], NULL, "0.5", true);
    const struct derivation *d = derived(f, "roadmap");
    step_is(d, "group core: planned FTE", "0.25", "");
    step_is(d, "group core: against the benchmark", "none", "");
    step_is(d, "group desirable: planned FTE", "1", "0.5 + 0.5 = 1");
    step_is(d, "group desirable: benchmark so far, most", "1", "");
    p5->group = PROCESS_CORE;
    f->plan.processes.items[2].group = PROCESS_CORE;
    assert_string_equal(derived(f, "roadmap")->answer,
                        "roadmap: 1 phase, 1.25 FTE planned, 1.25 filled, as of 2026-10-31");
    fixture_free(f);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_phase_stands_with_those_before_it),
        cmocka_unit_test(without_phases_it_goes_by_groups),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
