/* jsonread: reads JSON of strangers into a tree, with caps on size, depth and number of values.
 *
 * Strict: one value, UTF-8, no comments, no comma too many, no key twice in an object.  Every value
 * knows its line and column, so that what is wrong with its meaning can be said where it stands.
 * Numbers are exact decimals; one that is none (too large, too many digits) is kept as a number
 * without a value. */
#ifndef BASE_JSONREAD_H
#define BASE_JSONREAD_H

#include "base/arena.h"
#include "base/decimal.h"
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define JSONREAD_BYTES  (8u * 1024 * 1024)
#define JSONREAD_DEPTH  32u
#define JSONREAD_VALUES 200000u
#define JSONREAD_FIELDS 200u /* of one object */

enum jsonread_kind {
    JSONREAD_NULL,
    JSONREAD_FLAG,
    JSONREAD_NUMBER,
    JSONREAD_TEXT,
    JSONREAD_ARRAY,
    JSONREAD_OBJECT
};

struct jsonread {
    enum jsonread_kind kind;
    uint32_t line, column; /* from 1; column in bytes */
    const char *key;       /* inside an object */
    const char *text;      /* TEXT; without U+0000, which is a fault */
    bool flag;             /* FLAG */
    bool exact;            /* NUMBER: number holds its value */
    struct decimal number;
    size_t count; /* ARRAY, OBJECT */
    const struct jsonread *first, *next;
};

struct jsonread_fault {
    uint32_t line, column;
    const char *what; /* "a comma or a closing bracket is missing" */
};

/* NULL if the bytes are not JSON or exceed a cap: fault says where and why.  The tree lives in the
 * arena and borrows nothing. */
const struct jsonread *jsonread_parse(struct arena *arena, const char *bytes, size_t length,
                                      struct jsonread_fault *fault);
/* A field of an object; NULL if there is none or value is no object (or NULL). */
const struct jsonread *jsonread_field(const struct jsonread *value, const char *key);
/* A whole number between least and most; false if it is none. */
bool jsonread_whole(const struct jsonread *value, int64_t least, int64_t most, int64_t *out);

#endif
