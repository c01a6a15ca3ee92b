/* The entry of the targets that fuzz one reader: an arena with a cap, thrown away after each input.
 * A target includes this and defines fuzz_reader(). */
#ifndef TESTS_FUZZREADER_H
#define TESTS_FUZZREADER_H

#include "base/bounds.h"
#include "workbook/workbook.h"
#include <assert.h>
#include <setjmp.h>
#include <stdint.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

static void fuzz_reader(struct arena *arena, const char *text, size_t length);

static jmp_buf full; /* one input at a time */

static void exhausted(void *user) {
    (void)user;
    longjmp(full, 1);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length) {
    struct arena *arena = arena_new((size_t)256 * 1024 * 1024, exhausted, NULL);
    if (arena && setjmp(full) == 0)
        fuzz_reader(arena, (const char *)bytes, length);
    arena_free(arena);
    return 0;
}

#endif
