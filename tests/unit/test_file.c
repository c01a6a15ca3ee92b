#include "unit/roomcase.h"

#include <errno.h>
#include <sched.h>
#include <signal.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>

static void a_file_is_read_whole(void **state) {
    struct room *room = *state;
    roomcase_put("a.xml", "one\ntwo");
    char *bytes;
    size_t length;
    const char *why = "x";
    assert_int_equal(file_read(room->arena, "a.xml", 7, &bytes, &length, &why), FILE_OK);
    assert_int_equal(length, 7);
    assert_string_equal(bytes, "one\ntwo");
    assert_null(why);
    roomcase_put("empty", "");
    assert_int_equal(file_read(room->arena, "empty", 0, &bytes, &length, &why), FILE_OK);
    assert_int_equal(length, 0);
    assert_string_equal(bytes, "");
}

static void what_cannot_be_read_says_why(void **state) {
    struct room *room = *state;
    char *bytes;
    size_t length;
    const char *why;
    roomcase_put("a.xml", "12345678");
    assert_int_equal(file_read(room->arena, "a.xml", 7, &bytes, &length, &why), FILE_TOO_LARGE);
    assert_non_null(why);
    assert_int_equal(file_read(room->arena, "none", 7, &bytes, &length, &why), FILE_MISSING);
    assert_string_equal(why, "No such file or directory");
    assert_int_equal(file_read(room->arena, ".", 7, &bytes, &length, &why), FILE_IRREGULAR);
    assert_int_equal(file_read(room->arena, "/dev/zero", 7, &bytes, &length, &why), FILE_IRREGULAR);
    assert_int_equal(mkfifo("pipe", 0600), 0);
    assert_int_equal(file_read(room->arena, "pipe", 7, &bytes, &length, &why), FILE_IRREGULAR);
}

/* Runs the read of "-" with a pipe of that many bytes as standard input. */
static enum file_result read_pipe(struct arena *arena, size_t bytes_sent, size_t cap,
                                  size_t *length) {
    int ends[2];
    assert_int_equal(pipe(ends), 0);
    pid_t child = fork();
    if (child == 0) {
        signal(SIGPIPE, SIG_DFL);
        close(ends[0]);
        for (size_t i = 0; i < bytes_sent; i++)
            if (write(ends[1], "x", 1) != 1)
                break;
        _exit(0);
    }
    int before = dup(STDIN_FILENO);
    dup2(ends[0], STDIN_FILENO);
    close(ends[0]);
    close(ends[1]);
    char *bytes;
    const char *why;
    enum file_result result = file_read(arena, "-", cap, &bytes, length, &why);
    dup2(before, STDIN_FILENO);
    close(before);
    waitpid(child, NULL, 0);
    if (result == FILE_OK)
        assert_int_equal(strlen(bytes), *length);
    return result;
}

static void a_dash_reads_standard_input_within_the_cap(void **state) {
    struct room *room = *state;
    size_t length;
    assert_int_equal(read_pipe(room->arena, 0, 100, &length), FILE_OK);
    assert_int_equal(length, 0);
    assert_int_equal(read_pipe(room->arena, 100, 100, &length), FILE_OK);
    assert_int_equal(length, 100);
    assert_int_equal(read_pipe(room->arena, 101, 100, &length), FILE_TOO_LARGE);
    assert_int_equal(read_pipe(room->arena, 150000, 1 << 20, &length), FILE_OK);
    assert_int_equal(length, 150000);
    assert_int_equal(read_pipe(room->arena, 150000, 149999, &length), FILE_TOO_LARGE);
}

static void an_output_appears_at_its_commit_and_not_before(void **state) {
    struct room *room = *state;
    struct file_sink *sink = file_sink_open(room->arena, "out.pdf");
    file_sink_write(sink, "hello ", 6);
    file_sink_write(sink, "board", 5);
    assert_int_not_equal(access("out.pdf", F_OK), 0);
    assert_true(file_sink_commit(sink));
    assert_null(file_sink_error(sink));
    assert_string_equal(roomcase_text(room->arena, "out.pdf"), "hello board");
    assert_int_equal(roomcase_entries("."), 1);
}

static void large_outputs_are_written_in_order(void **state) {
    struct room *room = *state;
    size_t size = 300000;
    char *bytes = arena_alloc(room->arena, size);
    for (size_t i = 0; i < size; i++)
        bytes[i] = (char)('a' + i % 26);
    assert_true(file_make_directory("deep/er"));
    struct file_sink *sink = file_sink_open(room->arena, "deep/er/out");
    for (size_t at = 0, step = 1; at < size; at += step, step = step * 3 % 99991 + 1) {
        if (step > size - at)
            step = size - at;
        file_sink_write(sink, bytes + at, step);
    }
    assert_true(file_sink_commit(sink));
    const char *back = roomcase_text(room->arena, "deep/er/out");
    assert_int_equal(strlen(back), size);
    assert_memory_equal(back, bytes, size);
    assert_int_equal(roomcase_entries("deep/er"), 1);
}

static mode_t mode_of(const char *path) {
    struct stat status;
    assert_int_equal(stat(path, &status), 0);
    return status.st_mode & 0777;
}

static void write_text(struct arena *arena, const char *path, const char *text) {
    struct file_sink *sink = file_sink_open(arena, path);
    file_sink_write(sink, text, strlen(text));
    assert_true(file_sink_commit(sink));
}

static void permissions_follow_the_umask_or_the_file_that_was_there(void **state) {
    struct room *room = *state;
    mode_t before = umask(027);
    write_text(room->arena, "fresh", "x");
    assert_int_equal(mode_of("fresh"), 0640);
    assert_int_equal(umask(before), 027);
    roomcase_put("secret", "old");
    chmod("secret", 0600);
    write_text(room->arena, "secret", "new");
    assert_int_equal(mode_of("secret"), 0600);
    assert_string_equal(roomcase_text(room->arena, "secret"), "new");
}

static void an_abandoned_output_leaves_the_old_file_and_nothing_else(void **state) {
    struct room *room = *state;
    roomcase_put("out", "old");
    struct file_sink *sink = file_sink_open(room->arena, "out");
    file_sink_write(sink, "new", 3);
    assert_int_equal(roomcase_entries("."), 2);
    file_sink_abandon(sink);
    assert_string_equal(roomcase_text(room->arena, "out"), "old");
    assert_int_equal(roomcase_entries("."), 1);
    file_sink_abandon(sink);
    struct arena *job = arena_new(0, NULL, NULL);
    file_sink_open(job, "out");
    assert_int_equal(roomcase_entries("."), 2);
    arena_free(job);
    assert_int_equal(roomcase_entries("."), 1);
}

static void a_directory_that_is_missing_or_a_target_that_is_one_fails(void **state) {
    struct room *room = *state;
    struct file_sink *sink = file_sink_open(room->arena, "none/out");
    assert_string_equal(file_sink_error(sink), "No such file or directory");
    file_sink_write(sink, "x", 1);
    assert_false(file_sink_commit(sink));
    assert_int_equal(mkdir("taken", 0700), 0);
    sink = file_sink_open(room->arena, "taken");
    file_sink_write(sink, "x", 1);
    assert_false(file_sink_commit(sink));
    assert_string_equal(file_sink_error(sink), "Is a directory");
    assert_int_equal(roomcase_entries("."), 1);
    assert_int_equal(roomcase_entries("taken"), 0);
}

static void an_unwritable_directory_keeps_the_old_file(void **state) {
    struct room *room = *state;
    assert_true(file_make_directory("locked"));
    roomcase_put("locked/out", "old");
    chmod(".", 0755);
    chmod("locked", 0555);
    pid_t child = fork();
    if (child == 0) {
        /* Nothing is unwritable to root. */
        if (geteuid() == 0 && (setgid(65534) != 0 || setuid(65534) != 0))
            _exit(2);
        struct file_sink *sink = file_sink_open(room->arena, "locked/out");
        const char *error = file_sink_error(sink);
        file_sink_write(sink, "new", 3);
        _exit(error && strcmp(error, "Permission denied") == 0 && !file_sink_commit(sink) ? 0 : 1);
    }
    int status;
    waitpid(child, &status, 0);
    assert_int_equal(status, 0);
    assert_string_equal(roomcase_text(room->arena, "locked/out"), "old");
    assert_int_equal(roomcase_entries("locked"), 1);
}

static void a_full_device_is_a_failure_and_stays_a_device(void **state) {
    struct room *room = *state;
    struct file_sink *sink = file_sink_open(room->arena, "/dev/full");
    file_sink_write(sink, "x", 1);
    assert_false(file_sink_commit(sink));
    assert_string_equal(file_sink_error(sink), "No space left on device");
    struct stat status;
    assert_int_equal(stat("/dev/full", &status), 0);
    assert_true(S_ISCHR(status.st_mode));
    write_text(room->arena, "/dev/null", "x");
    assert_int_equal(stat("/dev/null", &status), 0);
    assert_true(S_ISCHR(status.st_mode));
}

static void a_file_size_limit_is_a_failure_that_keeps_the_old_file(void **state) {
    struct room *room = *state;
    roomcase_put("out", "old");
    pid_t child = fork(); /* a limit cannot be raised again */
    if (child == 0) {
        const struct rlimit limit = {100000, 100000};
        signal(SIGXFSZ, SIG_IGN);
        setrlimit(RLIMIT_FSIZE, &limit);
        struct file_sink *sink = file_sink_open(room->arena, "out");
        for (int i = 0; i < 200000; i++)
            file_sink_write(sink, "x", 1);
        bool done = file_sink_commit(sink);
        const char *error = file_sink_error(sink);
        _exit(!done && error && strcmp(error, "File too large") == 0 ? 0 : 1);
    }
    int status;
    waitpid(child, &status, 0);
    assert_int_equal(status, 0);
    assert_string_equal(roomcase_text(room->arena, "out"), "old");
    assert_int_equal(roomcase_entries("."), 1);
}

static void a_symbolic_link_is_replaced_and_not_followed(void **state) {
    struct room *room = *state;
    roomcase_put("target", "old");
    assert_int_equal(symlink("target", "link"), 0);
    write_text(room->arena, "link", "new");
    assert_string_equal(roomcase_text(room->arena, "target"), "old");
    assert_string_equal(roomcase_text(room->arena, "link"), "new");
}

/* Writes to standard output with that descriptor in its place; the exit code is 0 for success,
 * 1 for a failure, 3 if SIGPIPE was still pending. */
static int write_as_stdout(int descriptor, size_t size) {
    pid_t child = fork();
    if (child == 0) {
        signal(SIGPIPE, SIG_DFL);
        dup2(descriptor, STDOUT_FILENO);
        struct arena *arena = arena_new(0, NULL, NULL);
        char *bytes = arena_alloc(arena, size);
        struct file_sink *sink = file_sink_open(arena, "-");
        file_sink_write(sink, bytes, size);
        file_sink_write(sink, bytes, size);
        bool done = file_sink_commit(sink);
        sigset_t pending;
        sigpending(&pending);
        _exit(sigismember(&pending, SIGPIPE) ? 3 : done ? 0 : 1);
    }
    int status;
    waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 100 + WTERMSIG(status);
}

static void a_reader_that_left_is_no_failure_and_no_signal(void **state) {
    (void)state;
    int ends[2];
    assert_int_equal(pipe(ends), 0);
    close(ends[0]);
    assert_int_equal(write_as_stdout(ends[1], 100), 0);
    assert_int_equal(write_as_stdout(ends[1], 200000), 0);
    close(ends[1]);
}

/* The kernel sends the signal then too, with a count of what was taken and no error. */
static void a_reader_that_leaves_in_the_middle_is_no_failure_and_no_signal(void **state) {
    (void)state;
    int ends[2];
    char some[100];
    assert_int_equal(pipe(ends), 0);
    pid_t reader = fork();
    if (reader == 0) {
        int waiting = 0;
        close(ends[1]);
        /* The pipe is full: the writer is in the middle of its call. */
        while (ioctl(ends[0], FIONREAD, &waiting) == 0 && waiting < fcntl(ends[0], F_GETPIPE_SZ))
            sched_yield();
        _exit(read(ends[0], some, sizeof some) == sizeof some ? 0 : 1);
    }
    close(ends[0]);
    assert_int_equal(write_as_stdout(ends[1], 200000), 0);
    close(ends[1]);
    waitpid(reader, NULL, 0);
}

static void the_name_of_an_open_descriptor_is_written_to_and_not_replaced(void **state) {
    struct room *room = *state;
    int file = open("out", O_RDWR | O_CREAT, 0600);
    char *names[] = {arena_printf(room->arena, "/dev/fd/%d", file),
                     arena_printf(room->arena, "/proc/self/fd/%d", file)};
    assert_int_equal(write(file, "0", 1), 1);
    write_text(room->arena, names[0], "1");
    write_text(room->arena, names[1], "2");
    assert_int_equal(write(file, "3", 1), 1);
    assert_string_equal(roomcase_text(room->arena, "out"), "0123");
    close(file);
    /* Standard error, in a file: the sink takes the descriptor and never looks for a folder. */
    int before = dup(STDERR_FILENO);
    assert_int_equal(dup2(open("told", O_WRONLY | O_CREAT, 0600), STDERR_FILENO), STDERR_FILENO);
    struct file_sink *sink = file_sink_open(room->arena, "/dev/stderr");
    file_sink_write(sink, "told", 4);
    bool done = file_sink_commit(sink);
    dup2(before, STDERR_FILENO);
    close(before);
    assert_true(done);
    assert_string_equal(roomcase_text(room->arena, "told"), "told");
    sink = file_sink_open(room->arena, "/dev/fd/12345");
    file_sink_write(sink, "x", 1);
    assert_false(file_sink_commit(sink));
    assert_string_equal(file_sink_error(sink), "Bad file descriptor");
}

static void the_same_entry_of_a_folder_is_known_under_other_paths(void **state) {
    (void)state;
    assert_int_equal(mkdir("folder", 0700), 0);
    assert_int_equal(symlink("folder", "link"), 0);
    assert_true(file_same_entry("none", "./none"));
    assert_true(file_same_entry("link/a", "folder/../folder/a"));
    assert_true(file_same_entry("no/a", "no/a"));
    assert_true(file_same_entry("-", "/dev/stdout"));
    assert_false(file_same_entry("a", "b"));
    assert_false(file_same_entry("a", "folder/a"));
    assert_false(file_same_entry("no/a", "./no/a")); /* neither can be written */
    assert_false(file_same_entry("-", "./-"));
    assert_false(file_same_entry("/dev/fd/1x", "/dev/stdout"));
}

static void standard_output_reports_a_full_device(void **state) {
    (void)state;
    int full = open("/dev/full", O_WRONLY);
    assert_true(full >= 0);
    assert_int_equal(write_as_stdout(full, 100), 1);
    close(full);
    int file = open("out", O_WRONLY | O_CREAT, 0600);
    assert_int_equal(write_as_stdout(file, 100000), 0);
    struct stat status;
    fstat(file, &status);
    assert_int_equal(status.st_size, 200000);
    close(file);
}

static void a_signal_handler_can_remove_all_temporary_files(void **state) {
    struct room *room = *state;
    struct file_sink *first = file_sink_open(room->arena, "a");
    struct file_sink *second = file_sink_open(room->arena, "b");
    assert_int_equal(roomcase_entries("."), 2);
    file_sinks_remove_all();
    assert_int_equal(roomcase_entries("."), 0);
    assert_false(file_sink_commit(first));
    file_sink_abandon(second);
    assert_int_equal(roomcase_entries("."), 0);
}

static void a_child_does_not_remove_what_its_parent_writes(void **state) {
    struct room *room = *state;
    struct file_sink *sink = file_sink_open(room->arena, "a");
    pid_t child = fork();
    if (child == 0) {
        file_sinks_remove_all();
        file_sink_abandon(sink);
        _exit(0);
    }
    waitpid(child, NULL, 0);
    assert_int_equal(roomcase_entries("."), 1);
    assert_true(file_sink_commit(sink));
    assert_int_equal(access("a", F_OK), 0);
}

static void more_outputs_than_can_be_registered_fail_softly(void **state) {
    struct room *room = *state;
    struct file_sink *sinks[70];
    char name[16];
    size_t failed = 0;
    for (size_t i = 0; i < 70; i++) {
        snprintf(name, sizeof name, "out%zu", i);
        sinks[i] = file_sink_open(room->arena, name);
        failed += file_sink_error(sinks[i]) != NULL;
    }
    assert_int_equal(failed, 6);
    for (size_t i = 0; i < 70; i++)
        file_sink_commit(sinks[i]);
    assert_int_equal(roomcase_entries("."), 64);
}

static void a_very_long_name_can_be_written(void **state) {
    struct room *room = *state;
    char name[256];
    memset(name, 'n', 255);
    name[255] = '\0';
    write_text(room->arena, name, "x");
    assert_string_equal(roomcase_text(room->arena, name), "x");
}

static void directories_are_made_with_their_parents(void **state) {
    (void)state;
    assert_true(file_make_directory("a/b//c/"));
    assert_true(file_make_directory("a/b/c"));
    assert_true(file_make_directory("."));
    assert_true(file_make_directory("/"));
    struct stat status;
    assert_int_equal(stat("a/b/c", &status), 0);
    roomcase_put("a/file", "");
    assert_false(file_make_directory("a/file"));
    assert_int_equal(errno, ENOTDIR);
    assert_false(file_make_directory("a/file/b"));
    assert_int_equal(errno, ENOTDIR);
    assert_false(file_make_directory(""));
}

static void two_names_of_one_file_are_the_same(void **state) {
    (void)state;
    roomcase_put("a", "");
    roomcase_put("b", "");
    assert_int_equal(link("a", "c"), 0);
    assert_true(file_same("a", "./a"));
    assert_true(file_same("a", "c"));
    assert_false(file_same("a", "b"));
    assert_false(file_same("a", "none"));
    assert_false(file_same("none", "none"));
}

static void a_finished_output_only_wants_its_name(void **state) {
    struct room *room = *state;
    roomcase_put("a.txt", "old");
    struct file_sink *sink = file_sink_open(room->arena, "a.txt");
    file_sink_write(sink, "new", 3);
    assert_true(file_sink_finish(sink));
    assert_string_equal(roomcase_text(room->arena, "a.txt"), "old");
    assert_true(file_sink_commit(sink));
    assert_string_equal(roomcase_text(room->arena, "a.txt"), "new");
    sink = file_sink_open(room->arena, "a.txt");
    assert_true(file_sink_finish(sink));
    file_sink_abandon(sink);
    assert_string_equal(roomcase_text(room->arena, "a.txt"), "new");
    assert_int_equal(roomcase_entries("."), 1);
}

static void names_and_stems_are_cut_from_paths(void **state) {
    struct room *room = *state;
    assert_string_equal(file_name("a/b/plan.xml"), "plan.xml");
    assert_string_equal(file_name("plan"), "plan");
    assert_string_equal(file_name("a/"), "");
    assert_string_equal(file_stem(room->arena, "a.d/plan.tar.gz"), "plan");
    assert_string_equal(file_stem(room->arena, "plan"), "plan");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ROOM_TEST(a_file_is_read_whole),
        ROOM_TEST(what_cannot_be_read_says_why),
        ROOM_TEST(a_dash_reads_standard_input_within_the_cap),
        ROOM_TEST(an_output_appears_at_its_commit_and_not_before),
        ROOM_TEST(large_outputs_are_written_in_order),
        ROOM_TEST(permissions_follow_the_umask_or_the_file_that_was_there),
        ROOM_TEST(an_abandoned_output_leaves_the_old_file_and_nothing_else),
        ROOM_TEST(a_directory_that_is_missing_or_a_target_that_is_one_fails),
        ROOM_TEST(an_unwritable_directory_keeps_the_old_file),
        ROOM_TEST(a_full_device_is_a_failure_and_stays_a_device),
        ROOM_TEST(a_file_size_limit_is_a_failure_that_keeps_the_old_file),
        ROOM_TEST(a_symbolic_link_is_replaced_and_not_followed),
        ROOM_TEST(a_reader_that_left_is_no_failure_and_no_signal),
        ROOM_TEST(a_reader_that_leaves_in_the_middle_is_no_failure_and_no_signal),
        ROOM_TEST(the_name_of_an_open_descriptor_is_written_to_and_not_replaced),
        ROOM_TEST(the_same_entry_of_a_folder_is_known_under_other_paths),
        ROOM_TEST(standard_output_reports_a_full_device),
        ROOM_TEST(a_signal_handler_can_remove_all_temporary_files),
        ROOM_TEST(a_child_does_not_remove_what_its_parent_writes),
        ROOM_TEST(more_outputs_than_can_be_registered_fail_softly),
        ROOM_TEST(a_very_long_name_can_be_written),
        ROOM_TEST(directories_are_made_with_their_parents),
        ROOM_TEST(two_names_of_one_file_are_the_same),
        ROOM_TEST(a_finished_output_only_wants_its_name),
        ROOM_TEST(names_and_stems_are_cut_from_paths),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
