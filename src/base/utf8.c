#include "base/utf8.h"

#include "base/textbuf.h"
#include <string.h>

#define REPLACEMENT 0xFFFDu

/* How many bytes the sequence at text has, 0 if it is not valid. */
static size_t sequence(const unsigned char *text, size_t length, uint32_t *rune) {
    static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    unsigned char lead = text[0];
    size_t size = lead < 0x80 ? 1 : lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    if (lead > 0xF4 || size == 0 || size > length)
        return 0;
    if (size == 1) {
        *rune = lead;
        return 1;
    }
    uint32_t value = lead & (0x7Fu >> size);
    for (size_t i = 1; i < size; i++) {
        if ((text[i] & 0xC0) != 0x80)
            return 0;
        value = value << 6 | (text[i] & 0x3Fu);
    }
    if (value < least[size] || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF))
        return 0;
    *rune = value;
    return size;
}

uint32_t utf8_next_wide(const char *text, size_t length, size_t *at) {
    uint32_t rune = REPLACEMENT;
    size_t size = sequence((const unsigned char *)text + *at, length - *at, &rune);
    *at += size ? size : 1;
    return size ? rune : REPLACEMENT;
}

bool utf8_valid(const char *text, size_t length) {
    uint32_t rune;
    for (size_t at = 0; at < length;) {
        size_t size = sequence((const unsigned char *)text + at, length - at, &rune);
        if (size == 0)
            return false;
        at += size;
    }
    return true;
}

size_t utf8_encode(uint32_t rune, char out[4]) {
    if (rune > 0x10FFFF || (rune >= 0xD800 && rune <= 0xDFFF))
        rune = REPLACEMENT;
    if (rune < 0x80) {
        out[0] = (char)rune;
        return 1;
    }
    size_t size = rune < 0x800 ? 2 : rune < 0x10000 ? 3 : 4;
    for (size_t i = size - 1; i > 0; i--) {
        out[i] = (char)(0x80u | (rune & 0x3Fu));
        rune >>= 6;
    }
    out[0] = (char)((0xF00u >> size & 0xFFu) | rune);
    return size;
}

size_t utf8_runes(const char *text) {
    size_t length = strlen(text);
    size_t count = 0;
    for (size_t at = 0; at < length; count++)
        utf8_next(text, length, &at);
    return count;
}

bool utf8_space(uint32_t rune) {
    return rune == ' ' || (rune >= '\t' && rune <= '\r') || rune == 0xA0 ||
           (rune >= 0x2000 && rune <= 0x200A) || rune == 0x202F || rune == 0x205F ||
           rune == 0x3000 || rune == 0xFEFF;
}

/* How many bytes at the start are ASCII and no white space. */
static size_t solid(const char *text) {
    size_t length = 0;
    while (text[length] > ' ' && (unsigned char)text[length] < 0x80)
        length++;
    return length;
}

char *utf8_squeeze(struct arena *arena, const char *text) {
    size_t length = strlen(text);
    char *copy = arena_alloc(arena, length + 1);
    size_t used = 0;
    bool blank = false;
    for (size_t at = 0; at < length;) {
        const size_t start = at;
        at += solid(text + at);
        if (at == start && utf8_space(utf8_next(text, length, &at))) {
            blank = used > 0;
            continue;
        }
        if (blank)
            copy[used++] = ' ';
        blank = false;
        memcpy(copy + used, text + start, at - start);
        used += at - start;
    }
    copy[used] = '\0';
    return copy;
}

const char *utf8_bare(const char *text, size_t *bytes) {
    size_t length = strlen(text);
    size_t first = length, end = length;
    for (size_t at = 0; at < length;) {
        size_t start = at;
        if (utf8_space(utf8_next(text, length, &at)))
            continue;
        if (first == length)
            first = start;
        end = at;
    }
    *bytes = end - first;
    return text + first;
}

char *utf8_trim(struct arena *arena, const char *text) {
    size_t bytes;
    text = utf8_bare(text, &bytes);
    return arena_strndup(arena, text, bytes);
}

/* Characters that change how others look or cannot be seen at all. */
static bool hidden(uint32_t rune) {
    static const struct {
        uint32_t first, last;
    } ranges[] = {
        {0x00, 0x1F},        {0x7F, 0x9F},     {0xAD, 0xAD},       {0x34F, 0x34F},
        {0x61C, 0x61C},      {0x115F, 0x1160}, {0x17B4, 0x17B5},   {0x180B, 0x180F},
        {0x200B, 0x200F},    {0x2028, 0x202E}, {0x2060, 0x206F},   {0x3164, 0x3164},
        {0xFDD0, 0xFDEF},    {0xFE00, 0xFE0F}, {0xFEFF, 0xFEFF},   {0xFFA0, 0xFFA0},
        {0xFFF0, 0xFFFB},    {0xFFFE, 0xFFFF}, {0x1D173, 0x1D17A}, {0xE0000, 0xE0FFF},
        {0xF0000, 0x10FFFF},
    };
    for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++)
        if (rune >= ranges[i].first && rune <= ranges[i].last)
            return true;
    return false;
}

char *utf8_printable(struct arena *arena, const char *text) {
    size_t length = strlen(text);
    struct textbuf out;
    textbuf_init(&out, arena);
    textbuf_bytes(&out, "", 0);
    for (size_t at = 0; at < length;) {
        uint32_t rune = utf8_next(text, length, &at);
        if (hidden(rune))
            textbuf_printf(&out, "\\u{%X}", rune);
        else
            textbuf_rune(&out, rune);
    }
    return out.bytes;
}
