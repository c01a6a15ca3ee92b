#include "app/diagnostics.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

/* A job over a file of which only the lines matter. */
struct desk {
    struct arena *arena;
    struct options options;
    struct job *job;
    const char *operand;
};

static int open_desk(void **state) {
    struct arena *arena = arena_new(0, NULL, NULL);
    struct desk *desk = arena_alloc(arena, sizeof *desk);
    desk->arena = arena;
    desk->operand = "./a.xml";
    desk->options.operands = &desk->operand;
    desk->options.operand_count = 1;
    desk->job = job_new(arena, &desk->options);
    desk->job->input = desk->operand;
    static char text[] = "<a>\n \u6f22<b/>\n";
    vec_push(arena, &desk->job->files,
             ((struct job_file){desk->operand, text, sizeof text - 1, false}));
    *state = desk;
    return 0;
}

static int close_desk(void **state) {
    struct desk *desk = *state;
    arena_free(desk->arena);
    return 0;
}

static struct place at(uint32_t line, uint32_t column) {
    return (struct place){"./a.xml", line, column, "Themes", 4, 1};
}

static void places_are_those_that_programs_understand(void **state) {
    struct desk *desk = *state;
    diag_report_hint(desk->job->diags, BP3809, at(2, 5), "delete it", "T1", NULL);
    const struct diagnostics *all = diagnostics_of(desk->job, OUTCOME_DONE);
    assert_int_equal(all->count, 1);
    assert_string_equal(all->items[0].path, "a.xml");
    assert_int_equal(all->items[0].line, 2);
    assert_int_equal(all->items[0].column, 3);
    assert_string_equal(all->items[0].cell, "Themes!A4");
    assert_string_equal(all->items[0].sentence,
                        "Themes!A4: theme 'T1' has no objective (delete it)");
}

static void a_file_that_was_not_read_has_no_lines(void **state) {
    struct desk *desk = *state;
    static char package[] = "PK\x03\x04";
    desk->job->files.items[0].bytes = package;
    desk->job->files.items[0].length = 4;
    diag_report(desk->job->diags, BP3809, at(2, 5), "T1", NULL);
    diag_report(desk->job->diags, BP3809, (struct place){"z.xml", 2, 5, NULL, 0, 0}, "T1", NULL);
    const struct diagnostics *all = diagnostics_of(desk->job, OUTCOME_DONE);
    assert_int_equal(all->items[0].line, 0);
    assert_int_equal(all->items[1].line, 0);
    assert_string_equal(all->items[1].path, "z.xml");
}

static void fingerprints_differ_by_what_is_said_and_of_which_cell_not_by_line(void **state) {
    struct desk *desk = *state;
    diag_report(desk->job->diags, BP3809, at(1, 1), "T1", NULL);
    diag_report(desk->job->diags, BP3809, at(2, 1), "T1", NULL);
    diag_report(desk->job->diags, BP3809, at(3, 1), "T2", NULL);
    const struct diagnostics *all = diagnostics_of(desk->job, OUTCOME_DONE);
    assert_string_not_equal(all->items[0].fingerprint, all->items[1].fingerprint);
    assert_string_not_equal(all->items[0].fingerprint, all->items[2].fingerprint);
    struct diags *later = desk->job->diags = diags_new(desk->arena);
    diag_report(later, BP3809, at(3, 1), "T1", NULL);
    const struct diagnostics *moved = diagnostics_of(desk->job, OUTCOME_DONE);
    assert_string_equal(moved->items[0].fingerprint, all->items[0].fingerprint);
}

static void totals_count_what_is_told(void **state) {
    struct desk *desk = *state;
    diags_ignore(desk->job->diags, BP3102);
    diag_report(desk->job->diags, BP9001, at(1, 1), "a", "b", NULL);
    diag_report(desk->job->diags, BP3809, at(1, 1), "T1", NULL);
    diag_report(desk->job->diags, BP3102, at(1, 1), "unit", "a", "A", NULL);
    const struct diagnostics *all = diagnostics_of(desk->job, OUTCOME_FINDINGS);
    assert_int_equal(all->count, 3);
    assert_int_equal(all->errors, 1);
    assert_int_equal(all->warnings, 0);
    assert_int_equal(all->notes, 1);
    assert_int_equal(all->ignored, 1);
    assert_int_equal(all->unlisted, 0);
    assert_false(all->read || all->planned || all->assessed);
}

static const char *written(struct desk *desk, enum diagnostics_format format) {
    struct textbuf out;
    textbuf_init(&out, desk->arena);
    diagnostics_write(diagnostics_of(desk->job, OUTCOME_FINDINGS), format, &out);
    return textbuf_text(&out);
}

static void each_format_leaves_out_or_marks_what_is_ignored(void **state) {
    struct desk *desk = *state;
    diags_ignore(desk->job->diags, BP3102);
    diag_report(desk->job->diags, BP3809, at(2, 5), "T,1:%", NULL);
    diag_report(desk->job->diags, BP3102, at(1, 1), "unit", "a", "A", NULL);
    assert_string_equal(written(desk, DIAGNOSTICS_GITHUB),
                        "::notice file=a.xml,line=2,col=3,title=BP3809::Themes!A4: theme "
                        "'T,1:%25' has no objective\n");
    assert_null(strstr(written(desk, DIAGNOSTICS_GITLAB), "BP3102"));
    assert_null(strstr(written(desk, DIAGNOSTICS_JUNIT), "BP3102"));
    assert_non_null(strstr(written(desk, DIAGNOSTICS_JSON),
                           "\"suppressed\":true,\"suppressed_by\":\"ignore\""));
    assert_non_null(strstr(written(desk, DIAGNOSTICS_SARIF), "\"suppressions\":[{\"kind\":"
                                                             "\"external\""));
}

static void a_report_of_tests_fails_as_the_run_does(void **state) {
    struct desk *desk = *state;
    diag_report(desk->job->diags, BP3809, at(2, 5), "T1", NULL);
    assert_non_null(
        strstr(written(desk, DIAGNOSTICS_JUNIT), "failures=\"0\" errors=\"0\" skipped=\"1\""));
    desk->options.given[SWITCH_FAIL_ON] = true;
    desk->options.choice[SWITCH_FAIL_ON] = 0;
    assert_non_null(
        strstr(written(desk, DIAGNOSTICS_JUNIT), "failures=\"1\" errors=\"0\" skipped=\"0\""));
    diag_report(desk->job->diags, BP9001, at(1, 1), "a", "b", NULL);
    assert_non_null(
        strstr(written(desk, DIAGNOSTICS_JUNIT), "failures=\"1\" errors=\"1\" skipped=\"0\""));
}

/* Programs that read reports of tests keep one test of a name. */
static void tests_that_say_the_same_are_numbered(void **state) {
    struct desk *desk = *state;
    for (uint32_t line = 1; line <= 3; line++)
        diag_report(desk->job->diags, BP2011, (struct place){"./a.xml", line, 1, NULL, 0, 0},
                    "Objective Owner", NULL);
    const char *report = written(desk, DIAGNOSTICS_JUNIT);
    assert_non_null(strstr(report, "name=\"BP2011 'Objective Owner' is empty\""));
    assert_non_null(strstr(report, "name=\"BP2011 'Objective Owner' is empty (2)\""));
    assert_non_null(strstr(report, "name=\"BP2011 'Objective Owner' is empty (3)\""));
}

int main(void) {
    const struct CMUnitTest tests[] = {
#define AT_DESK(name) cmocka_unit_test_setup_teardown(name, open_desk, close_desk)
        AT_DESK(places_are_those_that_programs_understand),
        AT_DESK(a_file_that_was_not_read_has_no_lines),
        AT_DESK(fingerprints_differ_by_what_is_said_and_of_which_cell_not_by_line),
        AT_DESK(totals_count_what_is_told),
        AT_DESK(each_format_leaves_out_or_marks_what_is_ignored),
        AT_DESK(a_report_of_tests_fails_as_the_run_does),
        AT_DESK(tests_that_say_the_same_are_numbered),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
