#include "layout/longword.h"

#include "base/utf8.h"
#include <string.h>

/* No line holds more characters of 7 pt than this. */
#define MOST_RUNES 400u

/* A character that must not be parted from the one before it: marks and joiners. */
static bool clings(uint32_t rune) {
    static const struct {
        uint32_t first, last;
    } ranges[] = {{0x300, 0x36F},   {0x483, 0x489},    {0x591, 0x5C7},   {0x610, 0x61A},
                  {0x64B, 0x65F},   {0x900, 0x903},    {0x93A, 0x94F},   {0x981, 0x983},
                  {0x9BC, 0x9CD},   {0xB82, 0xB82},    {0xBBE, 0xBCD},   {0xE31, 0xE31},
                  {0xE34, 0xE3A},   {0xE47, 0xE4E},    {0x200B, 0x200F}, {0x20D0, 0x20F0},
                  {0xFE00, 0xFE0F}, {0x1F3FB, 0x1F3FF}};
    for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++)
        if (rune >= ranges[i].first && rune <= ranges[i].last)
            return true;
    return false;
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
