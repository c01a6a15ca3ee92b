#include "app/suppression.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

/* A job with an empty workbook whose plan has waivers only. */
struct desk {
    struct arena *arena;
    struct options options;
    struct job *job;
    struct plan *plan;
};

static int open_desk(void **state) {
    struct arena *arena = arena_new(0, NULL, NULL);
    struct desk *desk = arena_alloc(arena, sizeof *desk);
    desk->arena = arena;
    desk->job = job_new(arena, &desk->options);
    struct workbook *workbook = arena_alloc(arena, sizeof *workbook);
    workbook->path = "a.xml";
    desk->job->workbook = workbook;
    desk->plan = arena_alloc(arena, sizeof *desk->plan);
    desk->plan->organization.as_of = (struct date){2026, 10, 31};
    desk->job->plan = desk->plan;
    desk->job->assessment = arena_alloc(arena, sizeof *desk->job->assessment);
    *state = desk;
    return 0;
}

static int close_desk(void **state) {
    struct desk *desk = *state;
    arena_free(desk->arena);
    return 0;
}

static void waive(struct desk *desk, unsigned code, const char *id, struct date expires) {
    struct waiver waiver = {.code = code,
                            .linked_id = id,
                            .reason = "known",
                            .approved_by = "CFO",
                            .expires = expires,
                            .place = {"a.xml", 90, 1, NULL, 0, 0}};
    vec_push(desk->arena, &desk->plan->waivers, waiver);
}

static void report(struct desk *desk, const char *theme) {
    diag_report(desk->job->diags, BP3809, (struct place){"a.xml", 5, 1, NULL, 0, 0}, theme, NULL);
}

static size_t told_of(struct desk *desk, enum diag_code code) {
    size_t count, found = 0;
    const struct diag *all = diags_sorted(desk->job->diags, &count);
    for (size_t i = 0; i < count; i++)
        found += all[i].code == code && all[i].suppression == DIAG_TOLD;
    return found;
}

static const struct date later = {2026, 12, 31}, today = {2026, 10, 31}, past = {2026, 10, 30};

static void a_waiver_is_for_the_id_it_names_until_its_day_has_passed(void **state) {
    struct desk *desk = *state;
    waive(desk, BP3809, "T1", today);
    report(desk, "T1");
    report(desk, "T10");
    suppression_waive(desk->job);
    assert_int_equal(diags_suppressed(desk->job->diags, DIAG_WAIVED), 1);
    assert_int_equal(told_of(desk, BP3809), 1);
    size_t count;
    const struct diag *all = diags_sorted(desk->job->diags, &count);
    assert_string_equal(all[0].justification, "known (approved by CFO, until 2026-10-31)");
    assert_int_equal(all[0].waiver.line, 90);
}

static void a_waiver_without_an_id_is_for_every_row_and_for_its_code_only(void **state) {
    struct desk *desk = *state;
    waive(desk, BP3809, "", later);
    report(desk, "T1");
    report(desk, "T2");
    diag_report(desk->job->diags, BP3102, (struct place){0}, "theme", "t", "T", NULL);
    suppression_waive(desk->job);
    assert_int_equal(diags_suppressed(desk->job->diags, DIAG_WAIVED), 2);
    assert_int_equal(told_of(desk, BP3102), 1);
}

static void BP3941_an_expired_waiver_is_told_and_hides_nothing(void **state) {
    struct desk *desk = *state;
    waive(desk, BP3809, "T1", past);
    report(desk, "T1");
    suppression_waive(desk->job);
    assert_int_equal(told_of(desk, BP3809), 1);
    assert_int_equal(told_of(desk, BP3941), 1);
    assert_int_equal(told_of(desk, BP3942), 0);
}

static void BP3942_a_waiver_that_meets_nothing_is_told(void **state) {
    struct desk *desk = *state;
    waive(desk, BP3809, "T1", later);
    suppression_waive(desk->job);
    assert_int_equal(told_of(desk, BP3942), 1);
}

static void nothing_is_said_of_waivers_for_what_was_not_looked_at(void **state) {
    struct desk *desk = *state;
    waive(desk, 5001, "", later);
    suppression_waive(desk->job);
    assert_int_equal(told_of(desk, BP3942), 0);
    waive(desk, BP3809, "T1", later);
    desk->job->waivers_told = false;
    desk->job->assessment = NULL;
    suppression_waive(desk->job);
    assert_int_equal(told_of(desk, BP3942), 0);
    desk->job->waivers_told = false;
    desk->job->assessment = arena_alloc(desk->arena, sizeof *desk->job->assessment);
    desk->options.given[SWITCH_AS_OF] = true;
    suppression_waive(desk->job);
    assert_int_equal(told_of(desk, BP3942), 0);
}

static void asked_again_it_waives_what_is_new_and_repeats_nothing(void **state) {
    struct desk *desk = *state;
    waive(desk, BP3809, "", later);
    waive(desk, BP3102, "", past);
    report(desk, "T1");
    suppression_waive(desk->job);
    report(desk, "T2");
    suppression_waive(desk->job);
    assert_int_equal(diags_suppressed(desk->job->diags, DIAG_WAIVED), 2);
    assert_int_equal(told_of(desk, BP3941), 1);
}

static void a_waiver_for_what_is_ignored_is_not_idle(void **state) {
    struct desk *desk = *state;
    waive(desk, BP3809, "T1", later);
    diags_ignore(desk->job->diags, BP3809);
    report(desk, "T1");
    suppression_waive(desk->job);
    assert_int_equal(diags_suppressed(desk->job->diags, DIAG_WAIVED), 0);
    assert_int_equal(told_of(desk, BP3942), 0);
}

static void of_two_days_the_first_and_the_last_are_remembered(void **state) {
    struct desk *desk = *state;
    waive(desk, BP3809, "T1", later);
    waive(desk, BP3809, "T2", today);
    report(desk, "T1");
    report(desk, "T2");
    suppression_waive(desk->job);
    assert_int_equal(date_compare(desk->job->waived_until, today), 0);
    assert_int_equal(date_compare(desk->job->waived_to, later), 0);
}

static void every_code_to_ignore_is_read_and_the_wrong_ones_are_told(void **state) {
    struct desk *desk = *state;
    desk->options.value[SWITCH_IGNORE] = "BP3809,3102,bp4001";
    assert_int_equal(suppression_ignore(desk->job), OUTCOME_DONE);
    report(desk, "T1");
    assert_int_equal(diags_suppressed(desk->job->diags, DIAG_IGNORED), 1);
    desk->options.value[SWITCH_IGNORE] = "BP3104,,nonsense";
    assert_int_equal(suppression_ignore(desk->job), OUTCOME_USAGE);
    assert_int_equal(told_of(desk, BP9041), 1);
    assert_int_equal(told_of(desk, BP9040), 2);
}

int main(void) {
    const struct CMUnitTest tests[] = {
#define AT_DESK(name) cmocka_unit_test_setup_teardown(name, open_desk, close_desk)
        AT_DESK(a_waiver_is_for_the_id_it_names_until_its_day_has_passed),
        AT_DESK(a_waiver_without_an_id_is_for_every_row_and_for_its_code_only),
        AT_DESK(BP3941_an_expired_waiver_is_told_and_hides_nothing),
        AT_DESK(BP3942_a_waiver_that_meets_nothing_is_told),
        AT_DESK(nothing_is_said_of_waivers_for_what_was_not_looked_at),
        AT_DESK(asked_again_it_waives_what_is_new_and_repeats_nothing),
        AT_DESK(a_waiver_for_what_is_ignored_is_not_idle),
        AT_DESK(of_two_days_the_first_and_the_last_are_remembered),
        AT_DESK(every_code_to_ignore_is_read_and_the_wrong_ones_are_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
