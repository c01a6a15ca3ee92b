#include "layout/longword.h"

#include "base/utf8.h"
#include <string.h>

/* No line holds more characters of 7 pt than this. */
#define MOST_RUNES 400u

/* A character that must not be parted from the one before it. */
static bool clings(uint32_t rune) {
    return (rune >= 0x300 && rune <= 0x36F) || (rune >= 0x483 && rune <= 0x489) ||
           (rune >= 0x591 && rune <= 0x5C7) || (rune >= 0x610 && rune <= 0x61A) ||
           (rune >= 0x64B && rune <= 0x65F) || (rune >= 0x900 && rune <= 0x903) ||
           (rune >= 0x93A && rune <= 0x94F) || (rune >= 0xE31 && rune <= 0xE3A) ||
           (rune >= 0x200B && rune <= 0x200F) || (rune >= 0xFE00 && rune <= 0xFE0F);
}

static mp width_of(const struct longword *word, const char *text, size_t bytes) {
    return shape_width(shape_text(word->fonts, word->role, text, bytes, word->language, NULL),
                       word->size);
}

/* Byte offset after the n-th character that may end a part, or `bytes`. */
static size_t offset_of(const char *text, size_t bytes, size_t n) {
    size_t at = 0;
    for (size_t i = 0; i < n && at < bytes; i++) {
        utf8_next(text, bytes, &at);
        for (size_t next = at; next < bytes; at = next)
            if (!clings(utf8_next(text, bytes, &next)))
                break;
    }
    return at;
}

size_t longword_part(const struct longword *word, const char *text, size_t bytes) {
    size_t end = 0;
    for (size_t runes = 0; end < bytes && runes < MOST_RUNES; runes++) {
        const char c = text[end];
        utf8_next(text, bytes, &end);
        if (strchr("-/_.@ ", c) && c)
            break;
    }
    while (end < bytes && text[end] == ' ')
        end++;
    if (width_of(word, text, end) <= word->width)
        return end;
    size_t low = 1;
    size_t high = MOST_RUNES;
    while (high - low > 1) {
        const size_t middle = low + (high - low) / 2;
        const size_t at = offset_of(text, end, middle);
        if (width_of(word, text, at) <= word->width)
            low = middle;
        else
            high = middle;
    }
    return offset_of(text, end, low);
}
