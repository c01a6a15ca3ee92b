/* arenacase: tests that need an arena and nothing else: ARENA_TEST(name) gives each its own. */
#ifndef TESTS_UNIT_ARENACASE_H
#define TESTS_UNIT_ARENACASE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"

static struct arena *arena;

static int arenacase_begin(void **state) {
    (void)state;
    arena = arena_new(0, NULL, NULL);
    return 0;
}

static int arenacase_end(void **state) {
    (void)state;
    arena_free(arena);
    return 0;
}

#define ARENA_TEST(name) cmocka_unit_test_setup_teardown(name, arenacase_begin, arenacase_end)

#endif
