#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/lateload.h"
#include <string.h>
#include <zip.h>

#define CALLS(CALL) CALL(libzip_version) CALL(stat_init)
#define FIELD(name) LATELOAD_FIELD(zip_, name)
#define NAME(name)  LATELOAD_NAME(zip_, name)

struct calls {
    CALLS(FIELD)
};

static int setup(void **state) {
    *state = arena_new(0, NULL, NULL);
    return *state ? 0 : -1;
}

static int teardown(void **state) {
    arena_free(*state);
    return 0;
}

static void functions_are_found_by_their_names_and_can_be_called(void **state) {
    static const char *const names[] = {CALLS(NAME)};
    struct calls calls = {0};
    const char *why = NULL;
    assert_true(lateload_calls(*state, LATE_zip, names, 2, &calls, &why));
    assert_null(why);
    assert_string_equal(calls.libzip_version(), zip_libzip_version());
    zip_stat_t stat = {.valid = 1};
    calls.stat_init(&stat);
    assert_int_equal(stat.valid, 0);
}

static void a_missing_library_is_named(void **state) {
    static const char *const names[] = {"zip_stat_init"};
    struct calls calls = {0};
    const char *why = NULL;
    assert_false(lateload_calls(*state, "libnothing-here.so.7", names, 1, &calls, &why));
    assert_non_null(strstr(why, "a library cannot be loaded: libnothing-here.so.7: "));
}

static void a_missing_function_is_named(void **state) {
    static const char *const names[] = {"zip_libzip_version", "zip_nothing_here"};
    struct calls calls = {0};
    const char *why = NULL;
    assert_false(lateload_calls(*state, LATE_zip, names, 2, &calls, &why));
    assert_non_null(strstr(why, "zip_nothing_here"));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(functions_are_found_by_their_names_and_can_be_called),
        TEST(a_missing_library_is_named),
        TEST(a_missing_function_is_named),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
