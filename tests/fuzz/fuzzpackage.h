/* Packages for fuzz targets.  Bytes of a zip are taken as they are; but who changes a byte of a
 * zip breaks a checksum and gets no further, so other input is text that names the parts:
 *
 *   %% xl/workbook.xml
 *   <workbook ...
 *
 * and is made into a package here, so that changes reach the readers of the parts. */
#ifndef TESTS_FUZZPACKAGE_H
#define TESTS_FUZZPACKAGE_H

#include "base/arena.h"
#include <assert.h>
#include <stddef.h>
#include <string.h>
#include <zip.h>

#define FUZZPACKAGE_PARTS 64

struct fuzzpackage {
    const char *bytes;
    size_t length;
};

/* Adds the part whose name begins at `at`; gives where the next one begins. */
static size_t fuzzpackage_add(struct arena *arena, zip_t *zip, const char *text, size_t length,
                              size_t at) {
    const char *end = memchr(text + at, '\n', length - at);
    size_t name = end ? (size_t)(end - text) : length;
    size_t from = name < length ? name + 1 : length;
    const char *next = memmem(text + from, length - from, "\n%% ", 4);
    size_t to = next ? (size_t)(next - text) : length;
    zip_source_t *source = zip_source_buffer(zip, text + from, to - from, 0);
    zip_int64_t index =
        zip_file_add(zip, arena_strndup(arena, text + at, name - at), source, ZIP_FL_ENC_GUESS);
    if (index < 0)
        zip_source_free(source);
    else
        zip_set_file_compression(zip, (zip_uint64_t)index, ZIP_CM_STORE, 0);
    return next ? to + 4 : length;
}

static struct fuzzpackage fuzzpackage_of(struct arena *arena, const char *text, size_t length) {
    struct fuzzpackage made = {text, length};
    if (length < 3 || memcmp(text, "%% ", 3) != 0)
        return made;
    zip_source_t *source = zip_source_buffer_create(NULL, 0, 0, NULL);
    zip_source_keep(source);
    zip_t *zip = zip_open_from_source(source, ZIP_TRUNCATE, NULL);
    size_t at = 3;
    for (int i = 0; i < FUZZPACKAGE_PARTS && at < length; i++)
        at = fuzzpackage_add(arena, zip, text, length, at);
    if (zip_close(zip) != 0)
        zip_discard(zip);
    zip_stat_t stat;
    if (zip_source_open(source) == 0) {
        int failed = zip_source_stat(source, &stat);
        assert(failed == 0);
        char *bytes = arena_alloc(arena, (size_t)stat.size + 1);
        zip_int64_t had = zip_source_read(source, bytes, stat.size);
        made = (struct fuzzpackage){bytes, had < 0 ? 0 : (size_t)had};
        zip_source_close(source);
    }
    zip_source_free(source);
    return made;
}

#endif
