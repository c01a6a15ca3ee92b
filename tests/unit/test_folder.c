#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/folder.h"
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Each test runs in an empty directory of its own. */
struct room {
    struct arena *arena;
    char directory[64];
    int before;
};

static int enter(void **state) {
    struct room *room = calloc(1, sizeof *room);
    room->arena = arena_new(0, NULL, NULL);
    room->before = open(".", O_RDONLY | O_DIRECTORY);
    const char *base = getenv("TMPDIR");
    snprintf(room->directory, sizeof room->directory, "%.40s/folder-XXXXXX",
             base ? base : P_tmpdir);
    *state = room;
    return mkdtemp(room->directory) && chdir(room->directory) == 0 && mkdir("in", 0777) == 0 ? 0
                                                                                             : -1;
}

static int leave(void **state) {
    struct room *room = *state;
    arena_free(room->arena);
    char command[200];
    snprintf(command, sizeof command, "rm -rf '%s'", room->directory);
    int result = fchdir(room->before);
    close(room->before);
    if (system(command) != 0)
        result = -1;
    free(room);
    return result;
}

static void put(const char *path, const char *text) {
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fputs(text, file);
    fclose(file);
}

static enum file_result read_folder(struct room *room, struct folder *out, const char **why) {
    return folder_read(room->arena, "in", ".csv", 3, 100, out, why);
}

static void files_of_the_kind_come_sorted_by_name(void **state) {
    struct folder folder;
    const char *why;
    put("in/units.csv", "u");
    put("in/Measures.CSV", "mm");
    put("in/notes.txt", "no");
    put("in/.units.csv", "no");
    put("in/.csv", "no");
    assert_int_equal(read_folder(*state, &folder, &why), FILE_OK);
    assert_int_equal(folder.files.count, 2);
    assert_string_equal(folder.files.items[0].name, "Measures.CSV");
    assert_string_equal(folder.files.items[0].path, "in/Measures.CSV");
    assert_int_equal(folder.files.items[0].length, 2);
    assert_string_equal(folder.files.items[1].bytes, "u");
}

static void a_slash_at_the_end_of_the_folder_is_not_doubled(void **state) {
    struct room *room = *state;
    struct folder folder;
    const char *why;
    put("in/units.csv", "u");
    assert_int_equal(folder_read(room->arena, "in/", ".csv", 3, 100, &folder, &why), FILE_OK);
    assert_string_equal(folder.files.items[0].path, "in/units.csv");
}

static void an_empty_folder_holds_no_files(void **state) {
    struct folder folder;
    const char *why;
    assert_int_equal(read_folder(*state, &folder, &why), FILE_OK);
    assert_int_equal(folder.files.count, 0);
}

static void what_is_no_folder_is_missing(void **state) {
    struct room *room = *state;
    struct folder folder;
    const char *why;
    put("file.csv", "x");
    assert_int_equal(folder_read(room->arena, "absent", ".csv", 3, 100, &folder, &why),
                     FILE_MISSING);
    assert_string_equal(folder.culprit, "absent");
    assert_int_equal(folder_read(room->arena, "file.csv", ".csv", 3, 100, &folder, &why),
                     FILE_MISSING);
    assert_string_equal(why, "Not a directory");
}

static void a_link_is_not_followed(void **state) {
    struct folder folder;
    const char *why;
    put("secret.csv", "x");
    assert_int_equal(symlink("../secret.csv", "in/units.csv"), 0);
    assert_int_equal(read_folder(*state, &folder, &why), FILE_IRREGULAR);
    assert_string_equal(folder.culprit, "in/units.csv");
    assert_string_equal(why, "is a symbolic link, which is not followed");
}

static void a_folder_or_pipe_of_such_a_name_is_refused(void **state) {
    struct folder folder;
    const char *why;
    assert_int_equal(mkdir("in/units.csv", 0777), 0);
    assert_int_equal(read_folder(*state, &folder, &why), FILE_IRREGULAR);
    assert_int_equal(rmdir("in/units.csv"), 0);
    assert_int_equal(mkfifo("in/units.csv", 0666), 0);
    assert_int_equal(read_folder(*state, &folder, &why), FILE_IRREGULAR);
    assert_string_equal(why, "is not a regular file");
}

static void the_files_share_one_cap(void **state) {
    struct folder folder;
    const char *why;
    char text[61];
    memset(text, 'x', 60);
    text[60] = '\0';
    put("in/a.csv", text);
    assert_int_equal(read_folder(*state, &folder, &why), FILE_OK);
    put("in/b.csv", text);
    assert_int_equal(read_folder(*state, &folder, &why), FILE_TOO_LARGE);
    assert_string_equal(folder.culprit, "in/b.csv");
}

static void more_files_than_allowed_are_refused(void **state) {
    struct folder folder;
    const char *why;
    put("in/a.csv", "");
    put("in/b.csv", "");
    put("in/c.csv", "");
    assert_int_equal(read_folder(*state, &folder, &why), FILE_OK);
    put("in/d.csv", "");
    assert_int_equal(read_folder(*state, &folder, &why), FILE_TOO_LARGE);
    assert_string_equal(why, "holds more than 3 .csv files");
    assert_string_equal(folder.culprit, "in");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(files_of_the_kind_come_sorted_by_name, enter, leave),
        cmocka_unit_test_setup_teardown(a_slash_at_the_end_of_the_folder_is_not_doubled, enter,
                                        leave),
        cmocka_unit_test_setup_teardown(an_empty_folder_holds_no_files, enter, leave),
        cmocka_unit_test_setup_teardown(what_is_no_folder_is_missing, enter, leave),
        cmocka_unit_test_setup_teardown(a_link_is_not_followed, enter, leave),
        cmocka_unit_test_setup_teardown(a_folder_or_pipe_of_such_a_name_is_refused, enter, leave),
        cmocka_unit_test_setup_teardown(the_files_share_one_cap, enter, leave),
        cmocka_unit_test_setup_teardown(more_files_than_allowed_are_refused, enter, leave),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
