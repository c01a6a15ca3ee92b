/* arena: memory of one job, given back all at once.
 *
 * An arena grows in blocks up to a cap.  arena_alloc() never returns NULL: when memory or the cap
 * is exhausted it calls the hook, which must not return (the job ends there).  Code that runs
 * inside a callback of a third-party library must use arena_try() instead, because nothing may
 * unwind through a library: it returns NULL and the callback stops its parser.
 * Third-party handles are registered with arena_defer() and released in reverse order.
 *
 * The blocks of an arena that holds a quarter of a MiB are pieces of 2 MiB, mapped and aligned so
 * that the system can give each as one page: zeroing it costs a sixth of what the faults of 512
 * small pages do.  Smaller arenas, and most of what is large enough to lie by itself, are of the
 * heap, whose pages are used again. */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stdbool.h>
#include <stddef.h>

struct arena;

/* Called when the arena is exhausted; must not return. */
typedef void arena_exhausted_fn(void *user);

/* A new arena of at most `cap` bytes (0: no cap), or NULL if not even the first block is to be
 * had.  With a NULL hook exhaustion aborts the process. */
struct arena *arena_new(size_t cap, arena_exhausted_fn *hook, void *user);

/* A further arena for work whose results do not last: the same hook, and what is left of the cap.
 * To be given back with arena_free(). */
struct arena *arena_aside(struct arena *arena);
/* True if the memory at an address is the arena's. */
bool arena_holds(const struct arena *arena, const void *address);

/* Runs deferred releases in reverse order and frees everything.  NULL is allowed. */
void arena_free(struct arena *arena);

/* The same, but the arena may be used again: for work that is done many times and of which nothing
 * stays.  One block is kept, so that clearing often costs little. */
void arena_clear(struct arena *arena);

/* Gives back what one allocation handed out: at once if it is large enough to lie by itself,
 * otherwise with the arena.  It is no longer to be used. */
void arena_release(struct arena *arena, const void *items);

/* Of what an earlier call handed out as old_size bytes only new_size are needed: if nothing was
 * handed out since, and it does not lie by itself, the rest is handed out again. */
void arena_trim(struct arena *arena, void *items, size_t old_size, size_t new_size);

/* Zeroed memory, aligned for any type; size 0 gives a valid pointer. */
void *arena_alloc(struct arena *arena, size_t size);
void *arena_try(struct arena *arena, size_t size);

/* Zeroed array; overflow of count * size counts as exhaustion. */
void *arena_array(struct arena *arena, size_t count, size_t size);

/* Copies; the result is NUL-terminated.  arena_strdup(NULL) is NULL. */
char *arena_strdup(struct arena *arena, const char *text);
char *arena_strndup(struct arena *arena, const char *text, size_t bytes);

/* printf into the arena; only %s %d %u %zu %c %% and width/precision of those (no locale). */
char *arena_printf(struct arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* What to enlarge a growing thing of so many bytes to: twice as much, but once it is large only a
 * quarter more, so that little is held in vain. */
size_t arena_more(size_t bytes);

/* Grows an array for VEC: returns an array of at least count + 1 items, *capacity updated.
 * `items` must be the start of an allocation; the old address is dead after the call. */
void *arena_grow(struct arena *arena, void *items, size_t count, size_t *capacity, size_t size);
void *arena_try_grow(struct arena *arena, void *items, size_t count, size_t *capacity, size_t size);

/* Enlarges what an earlier call handed out as old_size bytes (NULL: nothing yet); the new part is
 * zeroed.  The address may change, and then the old one is no longer to be used. */
void *arena_resize(struct arena *arena, void *items, size_t old_size, size_t new_size);
void *arena_try_resize(struct arena *arena, void *items, size_t old_size, size_t new_size);

/* Calls release(handle) when the arena is freed; at once if it is exhausted. */
void arena_defer(struct arena *arena, void (*release)(void *handle), void *handle);

/* Memory that somebody else needed for the job has run out (a library's, a child process's): ends
 * it like the arena's own exhaustion. */
_Noreturn void arena_exhaust(struct arena *arena);

/* Bytes handed out so far. */
size_t arena_used(const struct arena *arena);

#endif
