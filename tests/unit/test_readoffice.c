#include "unit/plancase.h"

#define PROCESS(id, group, more)                                                                   \
    "<process id='" id "' name='Process " id "' group='" group "' " more "/>"
#define OWNED "owner='CFO' "
#define SHARE(name, process, fte, more)                                                            \
    "<share name='" name "' process='" process "' fte='" fte "' " more "/>"
#define RANGE(process, min, max)                                                                   \
    "<benchmark process='" process "' fteMin='" min "' fteMax='" max "' source='Study'/>"
#define CORE PROCESS("PR1", "core", OWNED)

static void processes_have_groups_roles_and_benchmarks(void **state) {
    struct built built = plan_of(
        state,
        (struct sections){.processes = CORE PROCESS("PR2", "integrative", OWNED "inScope='N'")
                              PROCESS("PR3", "desirable", OWNED "role='runs'"),
                          .benchmarks = RANGE("PR1", "1", "1.5") RANGE("TOTAL", "6", "8")});
    assert_codes(&built, "");
    const struct process *processes = built.plan->processes.items;
    assert_int_equal(processes[0].group, PROCESS_CORE);
    assert_int_equal(processes[0].role, ROLE_RUNS);
    assert_true(processes[0].in_scope);
    assert_true(processes[0].benchmarked);
    assert_int_equal(processes[0].fte_max.micro, 1500000);
    assert_string_equal(processes[0].benchmark_source, "Study");
    assert_int_equal(processes[1].role, ROLE_INTEGRATES);
    assert_false(processes[1].in_scope);
    assert_false(processes[1].benchmarked);
    assert_int_equal(processes[2].role, ROLE_RUNS);
    assert_int_equal(built.plan->published_total_min.value.micro, 6 * DECIMAL_ONE);
    assert_int_equal(built.plan->published_total_max.value.micro, 8 * DECIMAL_ONE);
    assert_string_equal(built.plan->published_total_source, "Study");
}

static void a_core_process_without_owner_is_an_error(void **state) {
    struct built built = plan_of(state, (struct sections){.processes = PROCESS("PR1", "core", "")});
    assert_codes(&built, "3604");
    assert_says(&built, BP3604, "core process 'Process PR1' has no owner");
}

static void any_other_process_without_owner_is_a_warning(void **state) {
    struct built built =
        plan_of(state, (struct sections){.processes = PROCESS("PR4", "desirable", "")
                                             PROCESS("PR7", "integrative", "")
                                                 PROCESS("PR9", "integrative", "inScope='N'")});
    assert_codes(&built, "3605 3605");
}

static void a_benchmark_from_more_to_less_is_an_error(void **state) {
    struct built built = plan_of(
        state, (struct sections){.processes = CORE, .benchmarks = RANGE("PR1", "1.5", "1")});
    assert_codes(&built, "3606");
    assert_says(&built, BP3606, "benchmark of 'PR1': the least FTE 1.5 is more than the most 1");
    assert_false(built.plan->processes.items[0].benchmarked);
}

static void a_second_benchmark_of_a_process_is_an_error(void **state) {
    struct built built = plan_of(
        state, (struct sections){.processes = CORE,
                                 .benchmarks = RANGE("PR1", "1", "1") "\n" RANGE("PR1", "1", "2")});
    assert_codes(&built, "3607");
}

static void a_benchmark_of_an_unknown_process_is_an_error(void **state) {
    struct built built =
        plan_of(state, (struct sections){.processes = CORE, .benchmarks = RANGE("PR", "1", "2")});
    assert_codes(&built, "3104");
    assert_string_equal(finding(&built, BP3104)->hint, "did you mean 'PR1'?");
}

static void shares_tell_who_is_there(void **state) {
    struct built built = plan_of(
        state, (struct sections){.processes = CORE,
                                 .staffing = SHARE("Ann", "PR1", "1", "basis='dedicated'")
                                     SHARE("Analyst", "PR1", "0.5", "status='vacant' phase='2'")
                                         SHARE("Ben", "PR1", "0.5", "line='dotted' unit='U0'")});
    assert_codes(&built, "");
    const struct staffing *shares = built.plan->staffing.items;
    assert_true(shares[0].filled);
    assert_false(shares[0].dotted);
    assert_string_equal(shares[0].basis, "dedicated");
    assert_false(shares[1].filled);
    assert_string_equal(shares[1].phase, "2");
    assert_true(shares[2].dotted);
    assert_string_equal(shares[2].unit->id, "U0");
}

static void a_negative_share_is_an_error(void **state) {
    struct built built =
        plan_of(state, (struct sections){.processes = CORE,
                                         .staffing = SHARE("Ann", "PR1", "-0.5", "")
                                             SHARE("Ann", "PR1", "1.5", "")});
    assert_codes(&built, "3603");
}

static void leaving_before_the_start_is_an_error(void **state) {
    struct built built =
        plan_of(state, (struct sections){.processes = CORE,
                                         .staffing = SHARE("Ann", "PR1", "1",
                                                           "from='2026-05-01' to='2026-04-30'")});
    assert_codes(&built, "3608");
}

static void work_for_a_process_out_of_scope_is_a_warning(void **state) {
    struct built built =
        plan_of(state, (struct sections){.processes = PROCESS("PR1", "core", OWNED "inScope='N'"),
                                         .staffing = SHARE("Ann", "PR1", "1", "")});
    assert_codes(&built, "3609");
}

static void a_post_that_is_planned_is_not_filled(void **state) {
    struct built built =
        plan_of(state, (struct sections){.processes = CORE,
                                         .staffing = SHARE("Analyst", "PR1", "1", "status='vacant'")
                                             SHARE("Trainer", "PR1", "1", "status='planned'")});
    assert_codes(&built, "");
    const struct staffing *shares = built.plan->staffing.items;
    assert_false(shares[0].filled || shares[0].planned);
    assert_false(shares[1].filled);
    assert_true(shares[1].planned);
}

#define EVENT(id, more) "<event id='" id "' name='Event " id "' start='2026-06-15' " more "/>"
#define EVENTS(rows)    ((struct sections){.processes = CORE, .more = "<calendar>" rows "</calendar>"})

static void events_last_from_a_day_to_a_day(void **state) {
    struct built built =
        plan_of(state, EVENTS(EVENT("E1", "end='2026-06-16' process='PR1' recurrence='half-yearly' "
                                          "owner='Ann' unit='U0'") EVENT("E2", "")));
    assert_codes(&built, "");
    const struct calendar_event *event = &built.plan->calendar.items[0];
    assert_int_equal(event->end.day, 16);
    assert_ptr_equal(event->process, &built.plan->processes.items[0]);
    assert_ptr_equal(event->unit, plan_unit(built.plan, "U0"));
    assert_int_equal(event->recurrence, RECURS_HALF_YEARLY);
    assert_string_equal(event->owner, "Ann");
    event = &built.plan->calendar.items[1];
    assert_int_equal(date_compare(event->end, event->start), 0);
    assert_null(event->process);
    assert_null(event->unit);
    assert_int_equal(event->recurrence, RECURS_ONCE);
}

static void an_event_that_ends_before_it_starts_is_an_error_BP3951(void **state) {
    struct built built = plan_of(state, EVENTS(EVENT("E1", "end='2026-06-14'")));
    assert_codes(&built, "3951");
    assert_says(&built, BP3951, "event 'E1' ends on 2026-06-14, before it starts on 2026-06-15");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        fixture_test(processes_have_groups_roles_and_benchmarks),
        fixture_test(a_core_process_without_owner_is_an_error),
        fixture_test(any_other_process_without_owner_is_a_warning),
        fixture_test(a_benchmark_from_more_to_less_is_an_error),
        fixture_test(a_second_benchmark_of_a_process_is_an_error),
        fixture_test(a_benchmark_of_an_unknown_process_is_an_error),
        fixture_test(shares_tell_who_is_there),
        fixture_test(a_negative_share_is_an_error),
        fixture_test(leaving_before_the_start_is_an_error),
        fixture_test(work_for_a_process_out_of_scope_is_a_warning),
        fixture_test(a_post_that_is_planned_is_not_filled),
        fixture_test(events_last_from_a_day_to_a_day),
        fixture_test(an_event_that_ends_before_it_starts_is_an_error_BP3951),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
