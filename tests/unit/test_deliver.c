#include "app/deliver.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Each test runs in a folder of its own and has a job whose input is in.xml. */
struct desk {
    struct arena *arena;
    struct options options;
    struct job *job;
    char folder[64];
    int before;
};

static const char *input = "in.xml";

static void put(const char *path, const char *text) {
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fputs(text, file);
    fclose(file);
}

static const char *contents(struct desk *desk, const char *path) {
    char *bytes;
    size_t length;
    const char *why;
    return file_read(desk->arena, path, 100, &bytes, &length, &why) == FILE_OK ? bytes : "none";
}

static int open_desk(void **state) {
    struct desk *desk = calloc(1, sizeof *desk);
    desk->arena = arena_new(0, NULL, NULL);
    desk->before = open(".", O_RDONLY | O_DIRECTORY);
    const char *base = getenv("TMPDIR");
    snprintf(desk->folder, sizeof desk->folder, "%.30s/deliver-XXXXXX", base ? base : P_tmpdir);
    if (!mkdtemp(desk->folder) || chdir(desk->folder) != 0)
        return -1;
    put(input, "input");
    desk->options.operands = &input;
    desk->options.operand_count = 1;
    desk->options.given[SWITCH_QUIET] = true;
    desk->job = job_new(desk->arena, &desk->options);
    desk->job->workbook = arena_alloc(desk->arena, sizeof *desk->job->workbook);
    *state = desk;
    return 0;
}

static int close_desk(void **state) {
    struct desk *desk = *state;
    arena_free(desk->arena);
    char command[120];
    snprintf(command, sizeof command, "rm -rf '%s'", desk->folder);
    int result = fchdir(desk->before) == 0 && system(command) == 0 ? 0 : -1;
    close(desk->before);
    free(desk);
    return result;
}

static struct textbuf text_of(struct desk *desk, const char *text) {
    struct textbuf out;
    textbuf_init(&out, desk->arena);
    textbuf_str(&out, text);
    return out;
}

static unsigned only_code(struct desk *desk) {
    size_t count;
    const struct diag *diags = diags_sorted(desk->job->diags, &count);
    assert_int_equal(count, 1);
    return (unsigned)diags[0].code;
}

static void files_get_their_names_at_the_commit(void **state) {
    struct desk *desk = *state;
    struct deliveries all = {{NULL, 0, 0}};
    struct textbuf one = text_of(desk, "one"), two = text_of(desk, "two");
    put("a", "old");
    assert_true(deliver_add(desk->job, &all, "a", &one, false));
    assert_true(deliver_add(desk->job, &all, "b", &two, false));
    assert_string_equal(contents(desk, "a"), "old");
    assert_int_equal(deliver_commit(desk->job, &all), OUTCOME_DONE);
    assert_string_equal(contents(desk, "a"), "one");
    assert_string_equal(contents(desk, "b"), "two");
}

static void one_that_cannot_be_written_holds_back_the_others(void **state) {
    struct desk *desk = *state;
    struct deliveries all = {{NULL, 0, 0}};
    struct textbuf text = text_of(desk, "new");
    put("a", "old");
    assert_int_equal(mkdir("b", 0777), 0);
    assert_true(deliver_add(desk->job, &all, "a", &text, false));
    assert_true(deliver_add(desk->job, &all, "b", &text, false));
    assert_int_equal(deliver_commit(desk->job, &all), OUTCOME_UNWRITTEN);
    assert_string_equal(contents(desk, "a"), "old");
    assert_int_equal(only_code(desk), 9002);
}

static void findings_hold_back_results_but_not_what_emit_shows(void **state) {
    struct desk *desk = *state;
    struct deliveries all = {{NULL, 0, 0}};
    struct textbuf text = text_of(desk, "new");
    job_complain(desk->job, BP9004, "U", NULL);
    assert_true(deliver_add(desk->job, &all, "a", &text, false));
    assert_int_equal(deliver_commit(desk->job, &all), OUTCOME_FINDINGS);
    assert_string_equal(contents(desk, "a"), "none");
    desk->options.value[SWITCH_OUTPUT] = "a";
    assert_int_equal(deliver_text(desk->job, &text), OUTCOME_DONE);
    assert_string_equal(contents(desk, "a"), "new");
}

static void the_input_is_never_an_output_under_any_name(void **state) {
    struct desk *desk = *state;
    struct deliveries all = {{NULL, 0, 0}};
    struct textbuf text = text_of(desk, "new");
    assert_int_equal(symlink(input, "link"), 0);
    assert_false(deliver_add(desk->job, &all, "link", &text, false));
    assert_int_equal(only_code(desk), 9005);
    assert_false(deliver_add(desk->job, &all, "./in.xml", &text, false));
    assert_string_equal(contents(desk, input), "input");
}

static void nothing_that_was_read_is_an_output(void **state) {
    struct desk *desk = *state;
    struct deliveries all = {{NULL, 0, 0}};
    struct textbuf text = text_of(desk, "new");
    put("board.xml", "template");
    vec_push(desk->arena, &desk->job->files, ((struct job_file){"board.xml", NULL, 0, true}));
    assert_false(deliver_add(desk->job, &all, "./board.xml", &text, false));
    assert_int_equal(only_code(desk), 9005);
    assert_string_equal(contents(desk, "board.xml"), "template");
}

static void two_results_of_one_name_are_refused_BP5025(void **state) {
    struct desk *desk = *state;
    struct deliveries all = {{NULL, 0, 0}};
    struct textbuf text = text_of(desk, "new");
    assert_true(deliver_add(desk->job, &all, "a", &text, false));
    assert_true(deliver_add(desk->job, &all, "b", &text, false));
    assert_false(deliver_add(desk->job, &all, "./a", &text, false));
    assert_int_equal(only_code(desk), 5025);
}

int main(void) {
    const struct CMUnitTest tests[] = {
#define AT_DESK(name) cmocka_unit_test_setup_teardown(name, open_desk, close_desk)
        AT_DESK(files_get_their_names_at_the_commit),
        AT_DESK(one_that_cannot_be_written_holds_back_the_others),
        AT_DESK(findings_hold_back_results_but_not_what_emit_shows),
        AT_DESK(the_input_is_never_an_output_under_any_name),
        AT_DESK(nothing_that_was_read_is_an_output),
        AT_DESK(two_results_of_one_name_are_refused_BP5025),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
