#include "app/memory.h"

#include <errno.h>
#include <stddef.h>

#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(memory_sanitizer)
#define SANITIZED
#endif
#endif
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define SANITIZED
#endif

#if defined(__GLIBC__) && !defined(SANITIZED)
#include <malloc.h>

/* Arenas map what is larger (base/arena.c). */
#define OF_THE_HEAP (4 * 1024 * 1024)

/* Process-wide by nature: it speaks of the one heap. */
static volatile bool failed;

/* The entries of glibc behind malloc() and its kin.  Defining the public names here puts them in
 * front of every library's calls. */
void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *old, size_t size);
void *__libc_memalign(size_t alignment, size_t size);

void *aligned_alloc(size_t alignment, size_t size);
int posix_memalign(void **out, size_t alignment, size_t size);

static void *watched(void *memory) {
    if (!memory)
        failed = true;
    return memory;
}

void *malloc(size_t size) {
    return watched(__libc_malloc(size));
}

void *calloc(size_t count, size_t size) {
    return watched(__libc_calloc(count, size));
}

void *realloc(void *old, size_t size) {
    void *memory = __libc_realloc(old, size);
    return size > 0 ? watched(memory) : memory;
}

void *memalign(size_t alignment, size_t size) {
    return watched(__libc_memalign(alignment, size));
}

void *aligned_alloc(size_t alignment, size_t size) {
    return watched(__libc_memalign(alignment, size));
}

int posix_memalign(void **out, size_t alignment, size_t size) {
    if (alignment % sizeof(void *) != 0 || (alignment & (alignment - 1)) != 0 || alignment == 0)
        return EINVAL;
    void *memory = watched(__libc_memalign(alignment, size));
    if (!memory)
        return ENOMEM;
    *out = memory;
    return 0;
}

bool memory_failed(void) {
    return failed;
}

void memory_begin(void) {
    mallopt(M_MMAP_THRESHOLD, OF_THE_HEAP);
}

#else

void memory_begin(void) {
}

bool memory_failed(void) {
    return false;
}

#endif
