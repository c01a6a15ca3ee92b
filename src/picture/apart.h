/* apart: work on a stranger's data in a process of its own, which may die alone.
 *
 * The child opens no files and starts no programs; its memory and its seconds are bounded.  What it
 * finds it leaves in memory shared with us. */
#ifndef PICTURE_APART_H
#define PICTURE_APART_H

#include "base/arena.h"
#include <stddef.h>

/* Zeroed memory that a child's work can be seen in; goes with the arena.  NULL: there is none. */
void *apart_memory(struct arena *arena, size_t size);

enum apart_end {
    APART_DONE,
    APART_DIED, /* fell, or was stopped for taking too long */
    APART_NONE  /* no process is to be had */
};

/* Runs work(context) in a child and waits for it.  The work must not allocate from an arena but by
 * arena_try(), and must not print. */
enum apart_end apart_run(void (*work)(void *context), void *context);

#endif
