#include "layout/longword.h"

#include "base/utf8.h"
#include <string.h>

/* So many characters are looked at together: about what a line holds. */
#define MOST_RUNES 160u

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

bool longword_joint(char c) {
    return c && strchr("-/_.@ ", c);
}

/* The next place after `at` where a part may end: behind a character and what clings to it. */
static size_t next_cut(const char *text, size_t bytes, size_t at) {
    if (at < bytes)
        utf8_next(text, bytes, &at);
    for (size_t next = at; next < bytes; at = next)
        if (!clings(utf8_next(text, bytes, &next)))
            break;
    return at;
}

/* The last such place up to byte `most`; 0: none. */
static size_t cut_before(const char *text, size_t bytes, size_t most) {
    size_t best = 0;
    for (size_t end = next_cut(text, bytes, 0); end <= most; end = next_cut(text, bytes, end)) {
        best = end;
        if (end == bytes)
            break;
    }
    return best;
}

/* Bytes whose glyphs fit the width, in runs from left to right. */
static size_t fitting(const struct longword *word, const struct shaped *shaped) {
    size_t before = 0;
    int64_t room = word->width;
    for (size_t i = 0; i < shaped->count; i++) {
        const struct run *run = shaped->runs[i];
        int64_t advance = 0;
        for (size_t k = 0; k < run->count; k++) {
            advance += run->glyphs[k].advance;
            if (advance * word->size > room * run->face->upem)
                return before + run->glyphs[k].cluster;
        }
        room -= shape_run_width(run, word->size);
        before += run->bytes;
    }
    return before;
}

/* Right to left the first glyph is the last character: every place is tried. */
static size_t fitting_slowly(const struct longword *word, const char *text, size_t bytes) {
    size_t best = 0;
    for (size_t end = 0; end < bytes;) {
        end = next_cut(text, bytes, end);
        const struct shaped *shaped =
            shape_text(word->fonts, word->role, text, end, word->language, NULL);
        if (shape_width(shaped, word->size) > word->width)
            break;
        best = end;
    }
    return best;
}

static bool runs_leftwards(const struct shaped *shaped) {
    for (size_t i = 0; i < shaped->count; i++)
        if (shaped->runs[i]->rtl)
            return true;
    return false;
}

size_t longword_part(const struct longword *word, const char *text, size_t bytes) {
    size_t end = 0;
    for (size_t runes = 0; end < bytes && runes < MOST_RUNES; runes++) {
        const char c = text[end];
        utf8_next(text, bytes, &end);
        if (longword_joint(c))
            break;
    }
    while (end < bytes && text[end] == ' ')
        end++;
    const struct shaped *shaped =
        shape_text(word->fonts, word->role, text, end, word->language, NULL);
    if (shape_width(shaped, word->size) <= word->width)
        return end;
    const size_t fits = runs_leftwards(shaped) ? fitting_slowly(word, text, end)
                                               : cut_before(text, end, fitting(word, shaped));
    return fits > 0 ? fits : next_cut(text, end, 0);
}
