#include "unit/roomcase.h"

#include "base/folder.h"
#include <string.h>
#include <sys/stat.h>

static int enter(void **state) {
    int entered = roomcase_enter(state);
    return entered == 0 ? mkdir("in", 0777) : entered;
}

static enum file_result read_folder(struct room *room, struct folder *out, const char **why) {
    return folder_read(room->arena, "in", ".csv", 3, 100, out, why);
}

static void files_of_the_kind_come_sorted_by_name(void **state) {
    struct folder folder;
    const char *why;
    roomcase_put("in/units.csv", "u");
    roomcase_put("in/Measures.CSV", "mm");
    roomcase_put("in/notes.txt", "no");
    roomcase_put("in/.units.csv", "no");
    roomcase_put("in/.csv", "no");
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
    roomcase_put("in/units.csv", "u");
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
    roomcase_put("file.csv", "x");
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
    roomcase_put("secret.csv", "x");
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
    roomcase_put("in/a.csv", text);
    assert_int_equal(read_folder(*state, &folder, &why), FILE_OK);
    roomcase_put("in/b.csv", text);
    assert_int_equal(read_folder(*state, &folder, &why), FILE_TOO_LARGE);
    assert_string_equal(folder.culprit, "in/b.csv");
}

static void more_files_than_allowed_are_refused(void **state) {
    struct folder folder;
    const char *why;
    roomcase_put("in/a.csv", "");
    roomcase_put("in/b.csv", "");
    roomcase_put("in/c.csv", "");
    assert_int_equal(read_folder(*state, &folder, &why), FILE_OK);
    roomcase_put("in/d.csv", "");
    assert_int_equal(read_folder(*state, &folder, &why), FILE_TOO_LARGE);
    assert_string_equal(why, "holds more than 3 .csv files");
    assert_string_equal(folder.culprit, "in");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(files_of_the_kind_come_sorted_by_name, enter,
                                        roomcase_leave),
        cmocka_unit_test_setup_teardown(a_slash_at_the_end_of_the_folder_is_not_doubled, enter,
                                        roomcase_leave),
        cmocka_unit_test_setup_teardown(an_empty_folder_holds_no_files, enter, roomcase_leave),
        cmocka_unit_test_setup_teardown(what_is_no_folder_is_missing, enter, roomcase_leave),
        cmocka_unit_test_setup_teardown(a_link_is_not_followed, enter, roomcase_leave),
        cmocka_unit_test_setup_teardown(a_folder_or_pipe_of_such_a_name_is_refused, enter,
                                        roomcase_leave),
        cmocka_unit_test_setup_teardown(the_files_share_one_cap, enter, roomcase_leave),
        cmocka_unit_test_setup_teardown(more_files_than_allowed_are_refused, enter, roomcase_leave),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
