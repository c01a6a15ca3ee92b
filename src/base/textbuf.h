/* textbuf: bytes that grow, in an arena; always NUL-terminated after the first call. */
#ifndef BASE_TEXTBUF_H
#define BASE_TEXTBUF_H

#include "base/arena.h"
#include "base/decimal.h"
#include <stddef.h>
#include <stdint.h>

struct textbuf {
    struct arena *arena;
    char *bytes; /* NULL while empty */
    size_t length;
    size_t capacity;
};

void textbuf_init(struct textbuf *buf, struct arena *arena);
void textbuf_clear(struct textbuf *buf);
void textbuf_bytes(struct textbuf *buf, const void *bytes, size_t length);
void textbuf_str(struct textbuf *buf, const char *text);
void textbuf_char(struct textbuf *buf, char c);
void textbuf_rune(struct textbuf *buf, uint32_t rune); /* as UTF-8 */
void textbuf_int(struct textbuf *buf, int64_t value);
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

#endif
