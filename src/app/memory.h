/* memory: whether the system ever refused memory to any part of the process.
 *
 * Some libraries carry on without the memory they asked for, with a glyph or a table missing.  Such
 * a page must not reach a board, so nothing is delivered once an allocation has failed, whoever
 * made it.  The allocator itself stays the C library's. */
#ifndef APP_MEMORY_H
#define APP_MEMORY_H

#include <stdbool.h>

/* To be called once, first: what is of some hundred KiB is to be taken from pages that were used
 * before, rather than mapped and given back each time. */
void memory_begin(void);

/* Async-signal-safe.  Always false where the allocator cannot be watched (a C library other than
 * glibc, builds with a sanitizer). */
bool memory_failed(void);

#endif
