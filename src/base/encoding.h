/* encoding: what the bytes of a text file are, before anybody reads them as text.
 *
 * Only UTF-8 is taken, with or without its byte order mark, and UTF-16 with one: a wrong guess
 * would change names and figures without a word. */
#ifndef BASE_ENCODING_H
#define BASE_ENCODING_H

#include "base/arena.h"
#include <stdbool.h>
#include <stddef.h>

struct encoding_text {
    const char *bytes; /* into what was given, or converted in the arena */
    size_t length;
    bool was_utf16;
};

/* The bytes without byte order mark, UTF-16 as UTF-8.  False if what claims to be UTF-16 has half
 * a character somewhere; UTF-8 is not looked at. */
bool encoding_decode(struct arena *arena, const char *bytes, size_t length,
                     struct encoding_text *out);

/* Offset of the first byte that is zero or begins no character of UTF-8; length if all is sound. */
size_t encoding_sound(const char *bytes, size_t length);

#endif
