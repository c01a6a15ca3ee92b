#include "base/scratch.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <string.h>

static void what_a_library_writes_to_the_path_is_read_back(void **state) {
    (void)state;
    struct arena *arena = arena_new(0, NULL, NULL);
    struct scratch *scratch = scratch_new(arena);
    assert_non_null(scratch);
    FILE *file = fopen(scratch_path(scratch), "wb");
    assert_non_null(file);
    char block[1000];
    memset(block, 'x', sizeof block);
    for (int i = 0; i < 300; i++)
        assert_int_equal(fwrite(block, 1, sizeof block, file), sizeof block);
    assert_int_equal(fclose(file), 0);
    struct textbuf out;
    textbuf_init(&out, arena);
    textbuf_str(&out, "before ");
    assert_true(scratch_bytes(scratch, &out));
    assert_int_equal(out.length, 300007);
    assert_memory_equal(out.bytes, "before xxx", 10);
    arena_free(arena);
}

static void an_unused_one_is_empty_and_two_are_apart(void **state) {
    (void)state;
    struct arena *arena = arena_new(0, NULL, NULL);
    struct scratch *one = scratch_new(arena), *two = scratch_new(arena);
    assert_non_null(one);
    assert_non_null(two);
    assert_string_not_equal(scratch_path(one), scratch_path(two));
    struct textbuf out;
    textbuf_init(&out, arena);
    assert_true(scratch_bytes(one, &out));
    assert_int_equal(out.length, 0);
    arena_free(arena);
}

static void it_is_gone_with_its_arena(void **state) {
    (void)state;
    char path[64];
    struct arena *arena = arena_new(0, NULL, NULL);
    struct scratch *scratch = scratch_new(arena);
    assert_non_null(scratch);
    snprintf(path, sizeof path, "%s", scratch_path(scratch));
    arena_free(arena);
    assert_null(fopen(path, "rb"));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_a_library_writes_to_the_path_is_read_back),
        cmocka_unit_test(an_unused_one_is_empty_and_two_are_apart),
        cmocka_unit_test(it_is_gone_with_its_arena),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
