/* A test program whose tests each have an arena of their own: set_up and tear_down of cmocka. */
#ifndef ARENACASE_H
#define ARENACASE_H

/* First, so that its `arena` hides no name of theirs. */
#include "planfixture.h"

static struct arena *arena;

static int set_up(void **state) {
    (void)state;
    arena = arena_new(0, NULL, NULL);
    return 0;
}

static int tear_down(void **state) {
    (void)state;
    arena_free(arena);
    return 0;
}

#endif
