#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/vec.h"
#include <string.h>

static jmp_buf out_of_memory;

static void leave(void *user) {
    ++*(int *)user;
    longjmp(out_of_memory, 1);
}

static void memory_is_zeroed_and_aligned_for_any_type(void **state) {
    (void)state;
    static const unsigned char zeros[300];
    struct arena *arena = arena_new(0, NULL, NULL);
    for (size_t size = 0; size < 300; size++) {
        unsigned char *bytes = arena_alloc(arena, size);
        assert_int_equal((uintptr_t)bytes % _Alignof(max_align_t), 0);
        assert_memory_equal(bytes, zeros, size);
        memset(bytes, 0xAB, size);
    }
    arena_free(arena);
}

static void allocations_larger_than_a_block_are_served(void **state) {
    (void)state;
    struct arena *arena = arena_new(0, NULL, NULL);
    char *small = arena_strdup(arena, "before");
    char *large = arena_alloc(arena, (size_t)5 * 1024 * 1024);
    char *after = arena_strdup(arena, "after");
    large[5 * 1024 * 1024 - 1] = 1;
    assert_string_equal(small, "before");
    assert_string_equal(after, "after");
    assert_true(arena_used(arena) >= (size_t)5 * 1024 * 1024);
    arena_free(arena);
}

static void the_hook_is_called_when_the_cap_is_reached(void **state) {
    (void)state;
    int calls = 0;
    struct arena *volatile arena = arena_new(100000, leave, &calls);
    if (setjmp(out_of_memory) == 0) {
        for (int i = 0; i < 1000; i++)
            arena_alloc(arena, 1000);
        fail_msg("the cap was not kept");
    }
    assert_int_equal(calls, 1);
    assert_true(arena_used(arena) <= 100000);
    arena_free(arena);
}

static void an_array_whose_size_overflows_counts_as_exhaustion(void **state) {
    (void)state;
    int calls = 0;
    struct arena *volatile arena = arena_new(0, leave, &calls);
    if (setjmp(out_of_memory) == 0) {
        arena_array(arena, SIZE_MAX / 2, 3);
        fail_msg("an overflowing array was handed out");
    }
    assert_int_equal(calls, 1);
    arena_free(arena);
}

static void try_gives_null_instead_of_leaving(void **state) {
    (void)state;
    int calls = 0;
    struct arena *arena = arena_new(50000, leave, &calls);
    assert_non_null(arena_try(arena, 40000));
    assert_null(arena_try(arena, 40000));
    assert_null(arena_try(arena, SIZE_MAX));
    assert_null(arena_try(arena, SIZE_MAX - 8));
    assert_non_null(arena_try(arena, 100));
    assert_int_equal(calls, 0);
    arena_free(arena);
}

static void strings_are_copied_with_their_end(void **state) {
    (void)state;
    struct arena *arena = arena_new(0, NULL, NULL);
    assert_null(arena_strdup(arena, NULL));
    assert_string_equal(arena_strndup(arena, "objective", 3), "obj");
    assert_string_equal(arena_strndup(arena, "", 0), "");
    assert_string_equal(arena_printf(arena, "%s-%03u of %zu%c", "M", 7u, (size_t)12, '.'),
                        "M-007 of 12.");
    arena_free(arena);
}

static void a_growing_vector_keeps_its_items(void **state) {
    (void)state;
    struct arena *arena = arena_new(0, NULL, NULL);
    VEC(uint32_t) numbers = {0};
    VEC(char) between = {0};
    for (uint32_t i = 0; i < 300000; i++) {
        vec_push(arena, &numbers, i * 3);
        if (i % 1000 == 0)
            vec_push(arena, &between, 'x');
    }
    assert_int_equal(numbers.count, 300000);
    for (uint32_t i = 0; i < 300000; i++)
        assert_int_equal(numbers.items[i], i * 3);
    uint32_t *fresh = vec_add(arena, &numbers);
    assert_int_equal(*fresh, 0);
    arena_free(arena);
}

static void growing_fails_softly_at_the_cap(void **state) {
    (void)state;
    struct arena *arena = arena_new(200000, NULL, NULL);
    size_t capacity = 0;
    int *items = NULL;
    size_t count = 0;
    for (; count < 1000000; count++) {
        int *grown = arena_try_grow(arena, items, count, &capacity, sizeof *items);
        if (!grown)
            break;
        items = grown;
        items[count] = (int)count;
    }
    assert_true(count > 1000 && count < 50001);
    assert_int_equal(count, capacity);
    for (size_t i = 0; i < count; i++)
        assert_int_equal(items[i], i);
    arena_free(arena);
}

static void the_end_of_the_latest_is_handed_out_again_zeroed(void **state) {
    (void)state;
    struct arena *arena = arena_new(0, NULL, NULL);
    unsigned char *text = arena_alloc(arena, 200), *before = text;
    memset(text, 0xCD, 200);
    arena_trim(arena, text, 200, 20);
    assert_true(arena_used(arena) < 100);
    unsigned char *next = arena_alloc(arena, 100);
    assert_true(next >= text + 20 && next < text + 200);
    for (size_t i = 0; i < 100; i++)
        assert_int_equal(next[i], 0);
    const size_t used = arena_used(arena);
    arena_trim(arena, before, 20, 1); /* no longer the latest */
    assert_int_equal(arena_used(arena), used);
    next = arena_resize(arena, next, 100, 150);
    assert_int_equal(next[149], 0);
    assert_int_equal(text[19], 0xCD);
    arena_free(arena);
}

static void a_large_block_keeps_its_items_when_it_is_mapped(void **state) {
    (void)state;
    struct arena *arena = arena_new(0, NULL, NULL);
    size_t size = (size_t)700 * 1024;
    unsigned char *bytes = arena_alloc(arena, size), *other = arena_alloc(arena, size);
    for (int turn = 0; turn < 4; turn++) {
        bytes[0] = bytes[size - 1] = (unsigned char)(turn + 1);
        bytes = arena_resize(arena, bytes, size, size * 2);
        assert_int_equal(bytes[0], turn + 1);
        assert_int_equal(bytes[size - 1], turn + 1);
        assert_int_equal(bytes[size], 0);
        size *= 2;
        assert_int_equal(bytes[size - 1], 0);
    }
    assert_true(arena_holds(arena, bytes + size - 1));
    arena_release(arena, bytes);
    assert_false(arena_holds(arena, bytes));
    assert_true(arena_holds(arena, other));
    arena_free(arena);
}

static void small_things_of_a_large_arena_are_zeroed_and_kept(void **state) {
    (void)state;
    struct arena *arena = arena_new(0, NULL, NULL);
    enum { SIZE = 1000, COUNT = 6000 }; /* more than two chunks */
    static unsigned char *all[COUNT];
    for (size_t i = 0; i < COUNT; i++) {
        all[i] = arena_alloc(arena, SIZE);
        assert_int_equal(all[i][0] | all[i][SIZE - 1], 0);
        memset(all[i], (int)(i % 251 + 1), SIZE);
    }
    for (size_t i = 0; i < COUNT; i++)
        assert_int_equal(all[i][SIZE - 1], i % 251 + 1);
    arena_clear(arena);
    assert_int_equal(arena_used(arena), 0);
    for (size_t i = 0; i < COUNT; i++) {
        const unsigned char *again = arena_alloc(arena, SIZE);
        assert_int_equal(again[0] | again[SIZE / 2] | again[SIZE - 1], 0);
    }
    arena_free(arena);
}

static void the_new_part_of_a_resized_array_is_zeroed(void **state) {
    (void)state;
    static const size_t sizes[] = {10, 20, 100, 5000, 100000, 140000, 1000000};
    struct arena *arena = arena_new(0, NULL, NULL);
    unsigned char *bytes = NULL;
    size_t old = 0;
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        bytes = arena_resize(arena, bytes, old, sizes[i]);
        for (size_t j = 0; j < old; j++)
            assert_int_equal(bytes[j], 0xCD);
        for (size_t j = old; j < sizes[i]; j++)
            assert_int_equal(bytes[j], 0);
        memset(bytes, 0xCD, sizes[i]);
        old = sizes[i];
        if (i % 2)
            arena_alloc(arena, 1); /* the next cannot grow in place */
    }
    arena_free(arena);
}

static char order[8];

static void note(void *handle) {
    strcat(order, handle);
}

static void releases_run_in_reverse_order(void **state) {
    (void)state;
    static char a[] = "a", b[] = "b", c[] = "c";
    struct arena *arena = arena_new(0, NULL, NULL);
    arena_defer(arena, note, a);
    arena_defer(arena, note, b);
    arena_defer(arena, note, c);
    assert_string_equal(order, "");
    arena_free(arena);
    assert_string_equal(order, "cba");
    arena_free(NULL);
}

static void a_full_arena_releases_what_it_cannot_note(void **state) {
    (void)state;
    static char d[] = "d";
    int calls = 0;
    struct arena *volatile arena = arena_new(20000, leave, &calls);
    order[0] = '\0';
    if (setjmp(out_of_memory) == 0) {
        while (arena_try(arena, 16))
            ;
        arena_defer(arena, note, d);
        fail_msg("a full arena noted a release");
    }
    assert_string_equal(order, "d");
    arena_free(arena);
    assert_string_equal(order, "d");
}

static void work_aside_has_what_is_left_and_is_given_back(void **state) {
    (void)state;
    struct arena *arena = arena_new(100000, NULL, NULL);
    arena_alloc(arena, 40000);
    for (int i = 0; i < 50; i++) {
        struct arena *aside = arena_aside(arena);
        assert_non_null(arena_try(aside, 50000));
        assert_null(arena_try(aside, 50000));
        arena_free(aside);
    }
    assert_true(arena_used(arena) < 45000);
    arena_free(arena);
    arena = arena_new(0, NULL, NULL);
    struct arena *aside = arena_aside(arena);
    assert_non_null(arena_try(aside, 10000000));
    arena_free(aside);
    arena_free(arena);
}

static void a_cleared_arena_is_as_good_as_new(void **state) {
    (void)state;
    static const unsigned char zeros[1000];
    static char a[] = "a", b[] = "b";
    struct arena *arena = arena_new(300000, NULL, NULL);
    for (int round = 0; round < 20; round++) {
        order[0] = '\0';
        arena_defer(arena, note, a);
        arena_defer(arena, note, b);
        memset(arena_alloc(arena, 200000), 0xAB, 200000); /* by itself */
        for (int i = 0; i < 50; i++) {
            unsigned char *bytes = arena_alloc(arena, 1000);
            assert_memory_equal(bytes, zeros, sizeof zeros);
            memset(bytes, 0xAB, sizeof zeros);
        }
        arena_clear(arena);
        assert_string_equal(order, "ba");
        assert_int_equal(arena_used(arena), 0);
    }
    arena_free(arena);
    assert_string_equal(order, "ba"); /* releases run once */
}

static void what_lies_by_itself_is_given_back_at_once(void **state) {
    (void)state;
    struct arena *arena = arena_new(1000000, NULL, NULL);
    char *small = arena_strdup(arena, "small"); /* at the start of its block */
    for (int i = 0; i < 50; i++) {
        char *older = arena_alloc(arena, 200000), *newer = arena_alloc(arena, 600000);
        arena_release(arena, i % 2 ? older : newer);
        arena_release(arena, i % 2 ? newer : older);
    }
    size_t used = arena_used(arena);
    arena_release(arena, small);
    arena_release(arena, NULL);
    assert_string_equal(small, "small");
    assert_int_equal(arena_used(arena), used);
    arena_free(arena);
}

static void an_arena_knows_its_own_memory(void **state) {
    (void)state;
    struct arena *one = arena_new(0, NULL, NULL), *other = arena_new(0, NULL, NULL);
    const char *small = arena_alloc(one, 10), *large = arena_alloc(one, 5000000);
    assert_true(arena_holds(one, small) && arena_holds(one, large + 4999999));
    assert_false(arena_holds(other, small) || arena_holds(other, large) || arena_holds(one, NULL));
    assert_false(arena_holds(one, &one));
    arena_free(one);
    arena_free(other);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_arena_knows_its_own_memory),
        cmocka_unit_test(memory_is_zeroed_and_aligned_for_any_type),
        cmocka_unit_test(allocations_larger_than_a_block_are_served),
        cmocka_unit_test(the_hook_is_called_when_the_cap_is_reached),
        cmocka_unit_test(an_array_whose_size_overflows_counts_as_exhaustion),
        cmocka_unit_test(try_gives_null_instead_of_leaving),
        cmocka_unit_test(strings_are_copied_with_their_end),
        cmocka_unit_test(a_growing_vector_keeps_its_items),
        cmocka_unit_test(growing_fails_softly_at_the_cap),
        cmocka_unit_test(the_end_of_the_latest_is_handed_out_again_zeroed),
        cmocka_unit_test(a_large_block_keeps_its_items_when_it_is_mapped),
        cmocka_unit_test(small_things_of_a_large_arena_are_zeroed_and_kept),
        cmocka_unit_test(the_new_part_of_a_resized_array_is_zeroed),
        cmocka_unit_test(releases_run_in_reverse_order),
        cmocka_unit_test(a_full_arena_releases_what_it_cannot_note),
        cmocka_unit_test(work_aside_has_what_is_left_and_is_given_back),
        cmocka_unit_test(a_cleared_arena_is_as_good_as_new),
        cmocka_unit_test(what_lies_by_itself_is_given_back_at_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
