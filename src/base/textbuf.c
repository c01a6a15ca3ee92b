#include "base/textbuf.h"

#include "base/utf8.h"
#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum { PRINTED = 63 }; /* most of what is printed is shorter, and need not be printed twice */

void textbuf_init(struct textbuf *buf, struct arena *arena) {
    *buf = (struct textbuf){.arena = arena};
}

void textbuf_clear(struct textbuf *buf) {
    buf->length = 0;
    if (buf->bytes)
        buf->bytes[0] = '\0';
}

void textbuf_grow(struct textbuf *buf, size_t more) {
    assert(more < SIZE_MAX / 4 && buf->length < SIZE_MAX / 4);
    size_t needed = buf->length + more + 1;
    size_t wanted = buf->capacity ? arena_more(buf->capacity) : 64;
    if (wanted < needed)
        wanted = needed;
    buf->bytes = arena_resize(buf->arena, buf->bytes, buf->capacity, wanted);
    buf->capacity = wanted;
}

void textbuf_bytes(struct textbuf *buf, const void *bytes, size_t length) {
    char *to = textbuf_room(buf, length);
    if (length)
        memcpy(to, bytes, length);
    to[length] = '\0';
    buf->length += length;
}

void textbuf_rune(struct textbuf *buf, uint32_t rune) {
    char bytes[4];
    size_t length = utf8_encode(rune, bytes);
    textbuf_bytes(buf, bytes, length);
}

void textbuf_int(struct textbuf *buf, int64_t value) {
    char *to = textbuf_room(buf, 20);
    if (value > 0 && value < 10000) {
        to = textbuf_digits(to, (uint32_t)value);
        *to = '\0';
        buf->length = (size_t)(to - buf->bytes);
        return;
    }
    uint64_t rest = value < 0 ? 0 - (uint64_t)value : (uint64_t)value;
    unsigned count = 1;
    for (uint64_t limit = 10; rest >= limit && count < 19; limit *= 10)
        count++;
    if (value < 0)
        *to++ = '-';
    to[count] = '\0';
    for (unsigned i = count; i-- > 0; rest /= 10)
        to[i] = (char)('0' + rest % 10);
    buf->length += count + (value < 0);
}

void textbuf_decimal(struct textbuf *buf, struct decimal value) {
    textbuf_fixed(buf, value.micro, DECIMAL_PLACES);
}

void textbuf_fixed(struct textbuf *buf, int64_t value, unsigned places) {
    assert(places <= 18);
    char digits[24]; /* from the end */
    size_t at = sizeof digits;
    uint64_t rest = value < 0 ? 0 - (uint64_t)value : (uint64_t)value;
    while (places > 0 && rest % 10 == 0 && rest != 0) {
        rest /= 10;
        places--;
    }
    if (rest == 0)
        places = 0;
    for (unsigned i = 0; i < places; i++, rest /= 10)
        digits[--at] = (char)('0' + rest % 10);
    if (places > 0)
        digits[--at] = '.';
    do {
        digits[--at] = (char)('0' + rest % 10);
        rest /= 10;
    } while (rest != 0);
    if (value < 0)
        digits[--at] = '-';
    textbuf_bytes(buf, digits + at, sizeof digits - at);
}

void textbuf_printf(struct textbuf *buf, const char *format, ...) {
    char *to = textbuf_room(buf, PRINTED);
    va_list args;
    va_start(args, format);
    int length = vsnprintf(to, PRINTED + 1, format, args);
    va_end(args);
    assert(length >= 0);
    if (length > PRINTED) {
        to = textbuf_room(buf, (size_t)length);
        va_start(args, format);
        vsnprintf(to, (size_t)length + 1, format, args);
        va_end(args);
    }
    buf->length += (size_t)length;
}

static void json_rune(struct textbuf *buf, uint32_t rune) {
    static const char named[] = "\bb\ff\nn\rr\tt\"\"\\\\";
    for (const char *pair = named; *pair; pair += 2) {
        if (rune == (uint32_t)*pair) {
            textbuf_char(buf, '\\');
            textbuf_char(buf, pair[1]);
            return;
        }
    }
    /* U+2028 and U+2029 end a line in scripts that embed JSON. */
    if (rune < 0x20 || rune == 0x7F || rune == 0x2028 || rune == 0x2029)
        textbuf_printf(buf, "\\u%04x", rune);
    else
        textbuf_rune(buf, rune);
}

/* How many bytes at the start stand in JSON as they are. */
static size_t json_plain(const char *text) {
    size_t length = 0;
    while (text[length] >= 0x20 && text[length] < 0x7F && text[length] != '"' &&
           text[length] != '\\')
        length++;
    return length;
}

void textbuf_json(struct textbuf *buf, const char *text) {
    const size_t length = strlen(text);
    textbuf_char(buf, '"');
    for (size_t at = 0; at < length;) {
        const size_t plain = json_plain(text + at);
        textbuf_bytes(buf, text + at, plain);
        at += plain;
        if (at < length)
            json_rune(buf, utf8_next(text, length, &at));
    }
    textbuf_char(buf, '"');
}

static void xml_rune(struct textbuf *buf, uint32_t rune) {
    switch (rune) {
    case '&':
        textbuf_str(buf, "&amp;");
        return;
    case '<':
        textbuf_str(buf, "&lt;");
        return;
    case '>':
        textbuf_str(buf, "&gt;");
        return;
    case '"':
        textbuf_str(buf, "&quot;");
        return;
    case '\t':
    case '\n':
    case '\r':
        /* As references they survive the normalisation of attribute values. */
        textbuf_printf(buf, "&#%u;", rune);
        return;
    default:
        /* XML has no way to write other controls nor these two. */
        if (rune < 0x20 || rune == 0xFFFE || rune == 0xFFFF)
            rune = 0xFFFD;
        textbuf_rune(buf, rune);
    }
}

void textbuf_xml(struct textbuf *buf, const char *text) {
    size_t length = strlen(text);
    for (size_t at = 0; at < length;)
        xml_rune(buf, utf8_next(text, length, &at));
}

const char *textbuf_text(const struct textbuf *buf) {
    return buf->bytes ? buf->bytes : "";
}

const char *textbuf_finish(struct textbuf *buf) {
    const char *text = textbuf_text(buf);
    if (buf->bytes)
        arena_trim(buf->arena, buf->bytes, buf->capacity, buf->length + 1);
    textbuf_init(buf, buf->arena);
    return text;
}
