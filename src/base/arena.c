#include "base/arena.h"

#include <assert.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#define FIRST_BYTES 64u /* of a growing list */

#if defined(__SANITIZE_ADDRESS__)
#define ARENA_GUARDED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define ARENA_GUARDED 1
#endif
#endif

#ifdef ARENA_GUARDED
#include <sanitizer/asan_interface.h>
#define guard(start, size)   ASAN_POISON_MEMORY_REGION(start, size)
#define unguard(start, size) ASAN_UNPOISON_MEMORY_REGION(start, size)
#define GUARD_BYTES          16u
#define MAPPED               false /* what is mapped is not searched for leaks */
#else
#define guard(start, size)   ((void)(start), (void)(size))
#define unguard(start, size) ((void)(start), (void)(size))
#define GUARD_BYTES          0u
#define MAPPED               true
#endif

#define ALIGNMENT   16u
#define FIRST_BLOCK (16u * 1024)
/* Shared blocks are each twice as large as the one before, up to LAST_BLOCK, then chunks: those who
 * need little take little, those who need much take few pages. */
#define LAST_BLOCK  (128u * 1024)
#define CHUNK       ((size_t)2 * 1024 * 1024) /* a huge page's size and alignment */
#define CHUNK_BYTES (CHUNK - sizeof(struct block))
/* Allocations of this size and more have a block of their own, so that they can be resized. */
#define OWN_BLOCK (128u * 1024)
#define LARGE     (1024u * 1024) /* grows by less than twice */
/* Of those, what is so large is mapped by itself: pages of it that nobody uses take no memory. */
#define MAPPED_LEAST LARGE

struct block {
    struct block *newer, *older;
    size_t size; /* of the bytes */
    size_t used;
    bool own;    /* of one large allocation */
    bool mapped; /* not of the heap */
    _Alignas(ALIGNMENT) unsigned char bytes[];
};

struct release {
    struct release *older;
    void (*run)(void *handle);
    void *handle;
};

struct arena {
    size_t cap;
    size_t used;
    size_t next_block;
    arena_exhausted_fn *hook;
    void *user;
    struct block *shared; /* where small allocations come from */
    struct block *newest; /* of all blocks */
    unsigned char *last;  /* the latest small allocation: it alone can grow in place */
    struct release *releases;
};

static void *map(size_t size) {
    void *start = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    return start == MAP_FAILED ? NULL : start;
}

/* A chunk out of two, since only an aligned one can be a huge page.  A system without those gives
 * the same memory page by page. */
static void *map_chunk(void) {
    unsigned char *start = map(2 * CHUNK);
    if (!start)
        return NULL;
    const size_t before = (CHUNK - (uintptr_t)start % CHUNK) % CHUNK;
    if (before > 0)
        munmap(start, before);
    munmap(start + before + CHUNK, CHUNK - before);
#ifdef MADV_HUGEPAGE
    madvise(start + before, CHUNK, MADV_HUGEPAGE);
#endif
    return start + before;
}

static bool is_mapped(size_t size) {
    return MAPPED && size >= MAPPED_LEAST;
}

static struct block *block_link(struct arena *arena, struct block *block, size_t size) {
    if (!block)
        return NULL;
    block->size = size;
    block->older = arena->newest;
    if (block->older)
        block->older->newer = block;
    arena->newest = block;
    return block;
}

/* Zeroed; NULL if there is no memory. */
static struct block *block_add(struct arena *arena, size_t size) {
    if (size > SIZE_MAX - sizeof(struct block))
        return NULL;
    const size_t whole = sizeof(struct block) + size;
    struct block *block = is_mapped(size) ? map(whole) : calloc(1, whole);
    if (block)
        block->mapped = is_mapped(size);
    return block_link(arena, block, size);
}

/* For allocations of `room` bytes and less. */
static struct block *block_add_shared(struct arena *arena, size_t room) {
    if (MAPPED && arena->next_block > LAST_BLOCK) {
        struct block *chunk = map_chunk();
        if (chunk)
            chunk->mapped = true;
        return block_link(arena, chunk, CHUNK_BYTES);
    }
    const size_t size = arena->next_block > room ? arena->next_block : room;
    if (arena->next_block <= LAST_BLOCK)
        arena->next_block *= 2;
    return block_add(arena, size);
}

static bool exceeds_cap(const struct arena *arena, size_t more) {
    if (more > SIZE_MAX - arena->used)
        return true;
    return arena->cap && arena->used + more > arena->cap;
}

/* The room an allocation takes in its block. */
static size_t rounded(size_t size) {
    size_t padded = size ? size : 1;
    return (padded + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT + GUARD_BYTES;
}

static _Noreturn void exhausted(struct arena *arena) {
    if (arena->hook)
        arena->hook(arena->user);
    abort();
}

void arena_exhaust(struct arena *arena) {
    exhausted(arena);
}

struct arena *arena_new(size_t cap, arena_exhausted_fn *hook, void *user) {
    struct arena *arena = calloc(1, sizeof *arena);
    if (!arena)
        return NULL;
    arena->cap = cap;
    arena->hook = hook;
    arena->user = user;
    arena->next_block = FIRST_BLOCK;
    arena->shared = block_add_shared(arena, 0);
    if (!arena->shared) {
        free(arena);
        return NULL;
    }
    guard(arena->shared->bytes, arena->shared->size);
    return arena;
}

struct arena *arena_aside(struct arena *arena) {
    if (arena->cap && arena->used >= arena->cap)
        exhausted(arena);
    struct arena *aside =
        arena_new(arena->cap ? arena->cap - arena->used : 0, arena->hook, arena->user);
    if (!aside)
        exhausted(arena);
    return aside;
}

bool arena_holds(const struct arena *arena, const void *address) {
    const uintptr_t at = (uintptr_t)address;
    for (const struct block *block = arena->newest; block; block = block->older)
        if (at >= (uintptr_t)block->bytes && at - (uintptr_t)block->bytes < block->size)
            return true;
    return false;
}

static void run_releases(struct arena *arena) {
    while (arena->releases) {
        struct release *release = arena->releases;
        arena->releases = release->older;
        release->run(release->handle);
    }
}

static void block_drop(struct block *block) {
    unguard(block->bytes, block->size);
    if (block->mapped)
        munmap(block, sizeof *block + block->size);
    else
        free(block);
}

static void block_remove(struct arena *arena, struct block *block) {
    if (block->older)
        block->older->newer = block->newer;
    if (block->newer)
        block->newer->older = block->older;
    else
        arena->newest = block->older;
    block_drop(block);
}

void arena_free(struct arena *arena) {
    if (!arena)
        return;
    run_releases(arena);
    while (arena->newest) {
        struct block *block = arena->newest;
        arena->newest = block->older;
        block_drop(block);
    }
    free(arena);
}

void arena_clear(struct arena *arena) {
    run_releases(arena);
    struct block *kept = arena->shared;
    for (struct block *block = arena->newest, *older; block; block = older) {
        older = block->older;
        if (block != kept)
            block_drop(block);
    }
    kept->older = kept->newer = NULL;
    arena->newest = kept;
    assert(!kept->own);
    unguard(kept->bytes, kept->used);
    memset(kept->bytes, 0, kept->used);
    guard(kept->bytes, kept->size);
    kept->used = 0;
    arena->used = 0;
    arena->last = NULL;
}

void arena_release(struct arena *arena, const void *items) {
    for (struct block *block = arena->newest; block; block = block->older) {
        if (!block->own || block->bytes != items)
            continue;
        arena->used -= block->size;
        block_remove(arena, block);
        return;
    }
}

static void *try_own_block(struct arena *arena, size_t size) {
    struct block *block = block_add(arena, size);
    if (!block)
        return NULL;
    block->own = true;
    block->used = size;
    arena->used += size;
    return block->bytes;
}

void *arena_try(struct arena *arena, size_t size) {
    if (exceeds_cap(arena, size))
        return NULL;
    if (size >= OWN_BLOCK)
        return try_own_block(arena, size);
    size_t room = rounded(size);
    struct block *block = arena->shared;
    if (block->size - block->used < room) {
        block = block_add_shared(arena, room);
        if (!block)
            return NULL;
        guard(block->bytes, block->size);
        arena->shared = block;
    }
    unsigned char *start = block->bytes + block->used;
    unguard(start, size ? size : 1);
    block->used += room;
    arena->used += room;
    arena->last = start;
    return start;
}

void *arena_alloc(struct arena *arena, size_t size) {
    void *start = arena_try(arena, size);
    if (!start)
        exhausted(arena);
    return start;
}

void *arena_array(struct arena *arena, size_t count, size_t size) {
    if (size && count > SIZE_MAX / size)
        exhausted(arena);
    return arena_alloc(arena, count * size);
}

char *arena_strndup(struct arena *arena, const char *text, size_t bytes) {
    if (bytes == SIZE_MAX)
        exhausted(arena);
    char *copy = arena_alloc(arena, bytes + 1);
    if (bytes)
        memcpy(copy, text, bytes);
    return copy;
}

char *arena_strdup(struct arena *arena, const char *text) {
    return text ? arena_strndup(arena, text, strlen(text)) : NULL;
}

char *arena_printf(struct arena *arena, const char *format, ...) {
    char few[200]; /* most are shorter, and need not be written twice */
    va_list args;
    va_start(args, format);
    int length = vsnprintf(few, sizeof few, format, args);
    va_end(args);
    assert(length >= 0);
    size_t size = (size_t)length + 1;
    if (size <= sizeof few)
        return arena_strndup(arena, few, size - 1);
    char *text = arena_alloc(arena, size);
    va_start(args, format);
    vsnprintf(text, size, format, args);
    va_end(args);
    return text;
}

/* A larger block with the same beginning; NULL if there is no memory.  The system zeroes what it
 * adds to a mapping, and only when it is used. */
static struct block *block_resized(struct block *block, size_t size) {
    if (size > SIZE_MAX - sizeof *block)
        return NULL;
    const size_t old = sizeof *block + block->size, whole = sizeof *block + size;
    if (block->mapped) {
        void *moved = mremap(block, old, whole, MREMAP_MAYMOVE);
        return moved == MAP_FAILED ? NULL : moved;
    }
    struct block *moved = is_mapped(size) ? map(whole) : realloc(block, whole);
    if (!moved)
        return NULL;
    if (!is_mapped(size)) {
        memset((unsigned char *)moved + old, 0, whole - old);
        return moved;
    }
    memcpy(moved, block, old);
    free(block);
    moved->mapped = true;
    return moved;
}

static void *resize_own_block(struct arena *arena, void *items, size_t old_size, size_t new_size) {
    struct block *block =
        (struct block *)(void *)((unsigned char *)items - offsetof(struct block, bytes));
    assert(block->size == old_size);
    struct block *moved = block_resized(block, new_size);
    if (!moved)
        return NULL;
    moved->size = moved->used = new_size;
    if (moved->older)
        moved->older->newer = moved;
    if (moved->newer)
        moved->newer->older = moved;
    else
        arena->newest = moved;
    arena->used += new_size - old_size;
    return moved->bytes;
}

static bool extend_in_place(struct arena *arena, const void *items, size_t old_size,
                            size_t new_size) {
    struct block *block = arena->shared;
    size_t more = rounded(new_size) - rounded(old_size);
    if (items != arena->last || new_size >= OWN_BLOCK || block->size - block->used < more)
        return false;
    unguard(arena->last, new_size);
    block->used += more;
    arena->used += more;
    return true;
}

void arena_trim(struct arena *arena, void *items, size_t old_size, size_t new_size) {
    assert(items && new_size <= old_size);
    const size_t less = rounded(old_size) - rounded(new_size);
    if (items != arena->last || less == 0)
        return;
    memset(arena->last + new_size, 0, old_size - new_size);
    arena->shared->used -= less;
    arena->used -= less;
    guard(arena->last + new_size, old_size - new_size);
}

void *arena_try_resize(struct arena *arena, void *items, size_t old_size, size_t new_size) {
    if (!items)
        return arena_try(arena, new_size);
    assert(new_size >= old_size);
    if (exceeds_cap(arena, new_size - old_size))
        return NULL;
    if (old_size >= OWN_BLOCK)
        return resize_own_block(arena, items, old_size, new_size);
    if (extend_in_place(arena, items, old_size, new_size))
        return items;
    void *moved = arena_try(arena, new_size);
    if (!moved)
        return NULL;
    memcpy(moved, items, old_size);
    guard(items, old_size);
    return moved;
}

size_t arena_more(size_t bytes) {
    return bytes < LARGE ? bytes * 2 : bytes + bytes / 4;
}

void *arena_try_grow(struct arena *arena, void *items, size_t count, size_t *capacity,
                     size_t size) {
    if (count < *capacity)
        return items;
    if (*capacity > SIZE_MAX / 2 / size)
        return NULL;
    /* Most lists of large things, such as the words of a cell, have one. */
    const size_t first = size >= FIRST_BYTES ? 1 : FIRST_BYTES / size;
    size_t wanted = *capacity ? arena_more(*capacity * size) / size : first;
    void *grown = arena_try_resize(arena, items, *capacity * size, wanted * size);
    if (grown)
        *capacity = wanted;
    return grown;
}

void *arena_grow(struct arena *arena, void *items, size_t count, size_t *capacity, size_t size) {
    void *grown = arena_try_grow(arena, items, count, capacity, size);
    if (!grown)
        exhausted(arena);
    return grown;
}

void *arena_resize(struct arena *arena, void *items, size_t old_size, size_t new_size) {
    void *moved = arena_try_resize(arena, items, old_size, new_size);
    if (!moved)
        exhausted(arena);
    return moved;
}

void arena_defer(struct arena *arena, void (*release)(void *handle), void *handle) {
    struct release *entry = arena_try(arena, sizeof *entry);
    if (!entry) {
        release(handle);
        exhausted(arena);
    }
    entry->older = arena->releases;
    entry->run = release;
    entry->handle = handle;
    arena->releases = entry;
}

size_t arena_used(const struct arena *arena) {
    return arena->used;
}
