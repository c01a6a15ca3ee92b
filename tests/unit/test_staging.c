#include "unit/roomcase.h"

#include "base/crew.h"
#include "base/staging.h"
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>

static void files_appear_under_their_names_once_all_are_written(void **state) {
    struct room *room = *state;
    struct staging *staging = staging_open(room->arena, "out/deep");
    staging_write(staging, 0, "zero", 4);
    staging_write(staging, 12, "twelve", 6);
    assert_int_equal(roomcase_entries("out/deep"), 1); /* the hidden folder */
    assert_true(staging_finish(staging));
    assert_true(staging_name(staging, 12, "units/U1/packet.pdf"));
    assert_true(staging_name(staging, 0, "index.html"));
    staging_close(staging);
    assert_int_equal(roomcase_entries("out/deep"), 2);
    assert_string_equal(roomcase_text(room->arena, "out/deep/index.html"), "zero");
    assert_string_equal(roomcase_text(room->arena, "out/deep/units/U1/packet.pdf"), "twelve");
    assert_null(staging_error(staging));
}

static void what_has_no_name_at_the_end_is_gone_and_old_files_are_intact(void **state) {
    struct room *room = *state;
    assert_int_equal(mkdir("out", 0777), 0);
    roomcase_put("out/index.html", "old");
    struct arena *arena = arena_new(0, NULL, NULL);
    struct staging *staging = staging_open(arena, "out");
    for (size_t i = 0; i < 300; i++)
        staging_write(staging, i, "new", 3);
    arena_free(arena); /* as when a run ends early */
    assert_int_equal(roomcase_entries("out"), 1);
    assert_string_equal(roomcase_text(room->arena, "out/index.html"), "old");
}

struct task {
    struct staging *staging;
};

static void write_piece(void *context, size_t piece) {
    const struct task *task = context;
    char text[24];
    int length = snprintf(text, sizeof text, "piece %zu", piece);
    staging_write(task->staging, piece, text, (size_t)length);
}

static void several_hands_may_write(void **state) {
    struct room *room = *state;
    struct task task = {staging_open(room->arena, "out")};
    crew_run(4, 200, write_piece, &task);
    assert_true(staging_finish(task.staging));
    for (size_t i = 0; i < 200; i++)
        assert_true(staging_name(task.staging, i, arena_printf(room->arena, "f%zu", i)));
    staging_close(task.staging);
    assert_int_equal(roomcase_entries("out"), 200);
    assert_string_equal(roomcase_text(room->arena, "out/f137"), "piece 137");
}

static void files_have_the_permissions_of_the_umask(void **state) {
    struct room *room = *state;
    mode_t before = umask(027);
    struct staging *staging = staging_open(room->arena, "out");
    staging_write(staging, 0, "x", 1);
    umask(before);
    assert_true(staging_finish(staging) && staging_name(staging, 0, "x"));
    struct stat status;
    assert_int_equal(stat("out/x", &status), 0);
    assert_int_equal(status.st_mode & 0777, 0640);
}

static void a_folder_that_cannot_be_made_is_told(void **state) {
    struct room *room = *state;
    roomcase_put("out", "a file");
    struct staging *staging = staging_open(room->arena, "out/deep");
    assert_string_equal(staging_error(staging), "Not a directory");
    staging_write(staging, 0, "x", 1);
    assert_false(staging_finish(staging));
    assert_false(staging_name(staging, 0, "x"));
    staging_close(staging);
    char long_name[5000];
    memset(long_name, 'a', sizeof long_name - 1);
    long_name[sizeof long_name - 1] = '\0';
    assert_non_null(staging_error(staging_open(room->arena, long_name)));
}

static void a_name_that_is_taken_by_a_folder_is_told(void **state) {
    struct room *room = *state;
    assert_true(file_make_directory("out/index.html/deep"));
    struct staging *staging = staging_open(room->arena, "out");
    staging_write(staging, 0, "x", 1);
    assert_true(staging_finish(staging));
    assert_false(staging_name(staging, 0, "index.html"));
    assert_non_null(staging_error(staging));
    staging_close(staging);
    assert_int_equal(roomcase_entries("out"), 1);
}

static void a_full_disk_is_told_and_nothing_stays(void **state) {
    struct room *room = *state;
    signal(SIGXFSZ, SIG_IGN);
    struct rlimit before, little;
    getrlimit(RLIMIT_FSIZE, &before);
    little = (struct rlimit){1000, before.rlim_max};
    struct staging *staging = staging_open(room->arena, "out");
    static char bytes[4000];
    setrlimit(RLIMIT_FSIZE, &little);
    staging_write(staging, 0, bytes, sizeof bytes);
    setrlimit(RLIMIT_FSIZE, &before);
    assert_string_equal(staging_error(staging), "File too large");
    assert_false(staging_finish(staging));
    staging_close(staging);
    assert_int_equal(roomcase_entries("out"), 0);
}

static void on_signal(int number) {
    staging_remove();
    _exit(100 + number % 50);
}

static void a_signal_leaves_nothing(void **state) {
    struct room *room = *state;
    pid_t child = fork();
    if (child == 0) {
        struct staging *staging = staging_open(room->arena, "out");
        for (size_t i = 0; i < 12; i++)
            staging_write(staging, i, "x", 1);
        signal(SIGTERM, on_signal);
        raise(SIGTERM);
        _exit(1);
    }
    int status = 0;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_int_equal(WEXITSTATUS(status), 100 + SIGTERM % 50);
    assert_int_equal(roomcase_entries("out"), 0);
}

/* A run of another process that has written two files and then ends as if it were killed. */
static pid_t begin_and_wait(int *ready) {
    int ends[2];
    assert_int_equal(pipe(ends), 0);
    pid_t child = fork();
    if (child == 0) {
        struct staging *staging = staging_open(arena_new(0, NULL, NULL), "out");
        staging_write(staging, 0, "x", 1);
        staging_write(staging, 11, "x", 1);
        if (write(ends[1], "!", 1) == 1)
            pause();
        _exit(1);
    }
    close(ends[1]);
    *ready = ends[0];
    char said;
    assert_int_equal(read(*ready, &said, 1), 1);
    return child;
}

static void what_a_killed_run_left_goes_with_the_next_but_not_what_is_in_use(void **state) {
    struct room *room = *state;
    int ready;
    pid_t child = begin_and_wait(&ready);
    assert_true(file_make_directory("out/.boardpack.kept"));      /* not of our making */
    assert_true(file_make_directory("out/.boardpack.abcdef/in")); /* nor this */
    staging_close(staging_open(room->arena, "out"));
    assert_int_equal(roomcase_entries("out"), 3); /* the other one is at work */
    kill(child, SIGKILL);
    assert_int_equal(waitpid(child, NULL, 0), child);
    close(ready);
    staging_close(staging_open(room->arena, "out"));
    assert_int_equal(roomcase_entries("out"), 2);
    assert_int_equal(roomcase_entries("out/.boardpack.abcdef"), 1);
}

static void a_child_process_leaves_the_staging_of_its_parent(void **state) {
    struct room *room = *state;
    struct staging *staging = staging_open(room->arena, "out");
    staging_write(staging, 0, "x", 1);
    pid_t child = fork();
    if (child == 0) {
        staging_remove();
        staging_close(staging);
        _exit(0);
    }
    int status = 1;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(staging_finish(staging) && staging_name(staging, 0, "x"));
    staging_remove(); /* nothing is without a name */
    assert_string_equal(roomcase_text(room->arena, "out/x"), "x");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ROOM_TEST(files_appear_under_their_names_once_all_are_written),
        ROOM_TEST(what_has_no_name_at_the_end_is_gone_and_old_files_are_intact),
        ROOM_TEST(several_hands_may_write),
        ROOM_TEST(files_have_the_permissions_of_the_umask),
        ROOM_TEST(a_folder_that_cannot_be_made_is_told),
        ROOM_TEST(a_name_that_is_taken_by_a_folder_is_told),
        ROOM_TEST(a_full_disk_is_told_and_nothing_stays),
        ROOM_TEST(a_signal_leaves_nothing),
        ROOM_TEST(what_a_killed_run_left_goes_with_the_next_but_not_what_is_in_use),
        ROOM_TEST(a_child_process_leaves_the_staging_of_its_parent),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
