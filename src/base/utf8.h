/* utf8: decoding, checking, showing. */
#ifndef BASE_UTF8_H
#define BASE_UTF8_H

#include "base/arena.h"
#include <assert.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Decodes one code point at text[*at] (at < length), advances *at.  Bad bytes give U+FFFD and
 * advance by one. */
static inline uint32_t utf8_next(const char *text, size_t length, size_t *at);
/* The same where it is not ASCII. */
uint32_t utf8_next_wide(const char *text, size_t length, size_t *at);
bool utf8_valid(const char *text, size_t length);
/* Writes 1..4 bytes, returns how many. */
size_t utf8_encode(uint32_t rune, char out[4]);
size_t utf8_runes(const char *text);
/* White space: ASCII blanks, U+00A0, U+2000..U+200A, U+202F, U+205F, U+3000, U+FEFF. */
bool utf8_space(uint32_t rune);
/* Copy without white space at both ends and with inner runs as one blank. */
char *utf8_squeeze(struct arena *arena, const char *text);
/* Where a text begins without white space at both ends, and its bytes. */
const char *utf8_bare(const char *text, size_t *bytes);
/* Copy of that. */
char *utf8_trim(struct arena *arena, const char *text);
/* Copy that is safe to print: control, bidi and other invisible characters as \u{202E}. */
char *utf8_printable(struct arena *arena, const char *text);

static inline uint32_t utf8_next(const char *text, size_t length, size_t *at) {
    assert(*at < length);
    const unsigned char byte = (unsigned char)text[*at];
    if (byte >= 0x80)
        return utf8_next_wide(text, length, at);
    ++*at;
    return byte;
}

#endif
