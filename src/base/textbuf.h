/* textbuf: bytes that grow, in an arena; always NUL-terminated after the first call. */
#ifndef BASE_TEXTBUF_H
#define BASE_TEXTBUF_H

#include "base/arena.h"
#include "base/decimal.h"
#include <stddef.h>
#include <stdint.h>
#include <string.h>

struct textbuf {
    struct arena *arena;
    char *bytes; /* NULL while empty */
    size_t length;
    size_t capacity;
};

void textbuf_init(struct textbuf *buf, struct arena *arena);
void textbuf_clear(struct textbuf *buf);
/* Makes the room of textbuf_room(). */
void textbuf_grow(struct textbuf *buf, size_t more);

/* Room for `more` bytes and a NUL after those there are: the address of the first.  Who writes
 * there adds to the length, and ends with a NUL. */
static inline char *textbuf_room(struct textbuf *buf, size_t more) {
    if (buf->capacity - buf->length <= more)
        textbuf_grow(buf, more);
    return buf->bytes + buf->length;
}

void textbuf_bytes(struct textbuf *buf, const void *bytes, size_t length);

/* Written where they are called: the length of a constant is known there. */
static inline void textbuf_str(struct textbuf *buf, const char *text) {
    const size_t length = strlen(text);
    if (__builtin_constant_p(length) && length <= 16) {
        memcpy(textbuf_room(buf, length), text, length + 1);
        buf->length += length;
    } else {
        textbuf_bytes(buf, text, length);
    }
}

static inline void textbuf_char(struct textbuf *buf, char c) {
    char *to = textbuf_room(buf, 1);
    to[0] = c;
    to[1] = '\0';
    buf->length++;
}

void textbuf_rune(struct textbuf *buf, uint32_t rune); /* as UTF-8 */
void textbuf_int(struct textbuf *buf, int64_t value);
/* Writes the digits of a number below 10000, none of 0, into room that there is: the address after
 * them.  Most numbers of a document are so small, and there are a hundred thousand. */
static inline char *textbuf_digits(char *to, uint32_t value) {
    const uint32_t high = value / 100, low = value % 100;
    if (high >= 10)
        *to++ = (char)('0' + high / 10);
    if (high > 0)
        *to++ = (char)('0' + high % 10);
    if (value >= 10)
        *to++ = (char)('0' + low / 10);
    if (value > 0)
        *to++ = (char)('0' + low % 10);
    return to;
}
/* Plain decimal notation, no exponent, no trailing zeros: -12.5 */
void textbuf_decimal(struct textbuf *buf, struct decimal value);
/* A fixed-point number value / 10^places without trailing zeros (for PDF and SVG). */
void textbuf_fixed(struct textbuf *buf, int64_t value, unsigned places);
void textbuf_printf(struct textbuf *buf, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
/* JSON string with quotes. */
void textbuf_json(struct textbuf *buf, const char *text);
/* XML text or attribute value: & < > " escaped, tab and line feed as references in attributes. */
void textbuf_xml(struct textbuf *buf, const char *text);
/* NUL-terminated view; "" while empty. */
const char *textbuf_text(const struct textbuf *buf);
/* The same of a text that is finished and stays: the room that it does not need is given back where
 * that is possible.  The buffer is empty then, as if new. */
const char *textbuf_finish(struct textbuf *buf);

#endif
