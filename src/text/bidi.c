#include "text/bidi.h"

#include "base/utf8.h"
#include <assert.h>
#include <fribidi.h>

/* Right-to-left letters and the controls that ask for it. */
static bool right_to_left(uint32_t rune) {
    return (rune >= 0x590 && rune <= 0x8FF) || rune == 0x200F ||
           (rune >= 0x202A && rune <= 0x202E) || (rune >= 0x2066 && rune <= 0x2069) ||
           (rune >= 0xFB1D && rune <= 0xFDFF) || (rune >= 0xFE70 && rune <= 0xFEFC) ||
           (rune >= 0x10800 && rune <= 0x10FFF) || (rune >= 0x1E800 && rune <= 0x1EFFF);
}

bool bidi_needed(const char *text, size_t bytes) {
    for (size_t at = 0; at < bytes;) {
        /* All of them begin with a byte of 0xD6 or more. */
        if ((unsigned char)text[at] < 0xD6) {
            at++;
            continue;
        }
        if (right_to_left(utf8_next(text, bytes, &at)))
            return true;
    }
    return false;
}

int bidi_levels(struct arena *arena, const char *text, size_t bytes, uint8_t *levels) {
    assert(bytes < INT32_MAX);
    FriBidiChar *runes = arena_array(arena, bytes, sizeof *runes);
    uint32_t *starts = arena_array(arena, bytes + 1, sizeof *starts);
    int count = 0;
    for (size_t at = 0; at < bytes; count++) {
        starts[count] = (uint32_t)at;
        runes[count] = utf8_next(text, bytes, &at);
    }
    starts[count] = (uint32_t)bytes;
    if (count == 0)
        return 0;
    FriBidiCharType *types = arena_array(arena, (size_t)count, sizeof *types);
    FriBidiBracketType *brackets = arena_array(arena, (size_t)count, sizeof *brackets);
    FriBidiLevel *found = arena_array(arena, (size_t)count, sizeof *found);
    FriBidiParType base = FRIBIDI_PAR_ON;
    fribidi_get_bidi_types(runes, count, types);
    fribidi_get_bracket_types(runes, count, types, brackets);
    /* 0 means that it found no memory: all left to right is the safe reading. */
    if (!fribidi_get_par_embedding_levels_ex(types, brackets, count, &base, found))
        base = FRIBIDI_PAR_LTR;
    for (int i = 0; i < count; i++)
        for (uint32_t at = starts[i]; at < starts[i + 1]; at++)
            levels[at] = (uint8_t)(found[i] > 0 ? found[i] : 0);
    return FRIBIDI_IS_RTL(base) ? 1 : 0;
}

static void reverse(size_t *order, size_t from, size_t to) {
    while (from + 1 < to) {
        size_t kept = order[from];
        order[from++] = order[--to];
        order[to] = kept;
    }
}

/* Rule L2 of the bidirectional algorithm: from the highest level down to the lowest odd one,
 * reverse each sequence of pieces at that level or above. */
void bidi_reorder(const uint8_t *levels, size_t count, size_t *order) {
    uint8_t highest = 0;
    for (size_t i = 0; i < count; i++) {
        order[i] = i;
        if (levels[i] > highest)
            highest = levels[i];
    }
    for (unsigned level = highest; level > 0; level--) {
        for (size_t i = 0; i < count;) {
            size_t end = i;
            while (end < count && levels[order[end]] >= level)
                end++;
            reverse(order, i, end);
            i = end > i ? end : i + 1;
        }
    }
}
