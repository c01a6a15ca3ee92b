#include "text/bidi.h"

#include "base/utf8.h"
#include <assert.h>
#include <fribidi.h>
#include <string.h>

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

static bool any_letter(const char *text, size_t bytes, bool from_right) {
    for (size_t at = 0; at < bytes;) {
        FriBidiCharType type = fribidi_get_bidi_type(utf8_next(text, bytes, &at));
        if (FRIBIDI_IS_LETTER(type) && (FRIBIDI_IS_RTL(type) != 0) == from_right)
            return true;
    }
    return false;
}

bool bidi_has_right(const char *text, size_t bytes) {
    return any_letter(text, bytes, true);
}

bool bidi_left_to_right(const char *text, size_t bytes) {
    return any_letter(text, bytes, false) && !any_letter(text, bytes, true);
}

/* The characters with the byte where each begins; those that open and close isolates have none. */
struct characters {
    FriBidiChar *runes;
    uint32_t *starts;
    int count;
};

static void put(struct characters *to, uint32_t rune, size_t at) {
    to->starts[to->count] = (uint32_t)at;
    to->runes[to->count++] = rune;
}

static struct characters read_characters(struct arena *arena, const char *text, size_t bytes,
                                         const struct bidi_isolate *isolates, size_t count) {
    const size_t most = bytes + 2 * count + 1;
    struct characters out = {arena_array(arena, most, sizeof *out.runes),
                             arena_array(arena, most, sizeof *out.starts), 0};
    size_t next = 0;
    bool open = false;
    for (size_t at = 0; at < bytes;) {
        if (open && at >= isolates[next].to) {
            put(&out, 0x2069, at);
            open = false;
            next++;
        }
        if (!open && next < count && at >= isolates[next].from) {
            put(&out, 0x2066, at);
            open = true;
        }
        const size_t start = at;
        put(&out, utf8_next(text, bytes, &at), start);
    }
    out.starts[out.count] = (uint32_t)bytes;
    return out;
}

/* The direction of the first letter: outside isolates, else in them, as in a date whose month and
 * year are parts. */
static FriBidiParType first_letter(const FriBidiCharType *types, size_t count) {
    FriBidiParType inside = FRIBIDI_PAR_ON;
    int depth = 0;
    for (size_t i = 0; i < count; i++) {
        if (FRIBIDI_IS_ISOLATE(types[i]))
            depth += types[i] == FRIBIDI_TYPE_PDI ? (depth > 0 ? -1 : 0) : 1;
        if (!FRIBIDI_IS_LETTER(types[i]))
            continue;
        const FriBidiParType found = FRIBIDI_IS_RTL(types[i]) ? FRIBIDI_PAR_RTL : FRIBIDI_PAR_LTR;
        if (depth == 0)
            return found;
        if (inside == FRIBIDI_PAR_ON)
            inside = found;
    }
    return inside;
}

static int find_levels(struct arena *arena, const struct characters *text, FriBidiParType base,
                       uint8_t *levels) {
    if (text->count == 0)
        return 0;
    const size_t count = (size_t)text->count;
    FriBidiCharType *types = arena_array(arena, count, sizeof *types);
    FriBidiBracketType *brackets = arena_array(arena, count, sizeof *brackets);
    FriBidiLevel *found = arena_array(arena, count, sizeof *found);
    fribidi_get_bidi_types(text->runes, text->count, types);
    fribidi_get_bracket_types(text->runes, text->count, types, brackets);
    if (base == FRIBIDI_PAR_ON)
        base = first_letter(types, count);
    /* 0 means that it found no memory: all left to right is the safe reading. */
    if (!fribidi_get_par_embedding_levels_ex(types, brackets, text->count, &base, found))
        base = FRIBIDI_PAR_LTR;
    for (size_t i = 0; i < count; i++)
        for (uint32_t at = text->starts[i]; at < text->starts[i + 1]; at++)
            levels[at] = (uint8_t)(found[i] > 0 ? found[i] : 0);
    return FRIBIDI_IS_RTL(base) ? 1 : 0;
}

/* Bytes of the blank at `at`, in a text that goes on up to `end`; 0: there is none. */
static size_t blank(const char *text, size_t at, size_t end) {
    static const char hard[] = "\u00A0";
    const size_t length = sizeof hard - 1;
    if (text[at] == ' ')
        return 1;
    return end - at >= length && memcmp(text + at, hard, length) == 0 ? length : 0;
}

struct bidi_isolate bidi_inside(const char *text, struct bidi_isolate part) {
    size_t length;
    while (part.from < part.to && (length = blank(text, part.from, part.to)) > 0)
        part.from += length;
    while (part.from < part.to) {
        if (blank(text, part.to - 1, part.to) == 1)
            part.to--;
        else if (part.to - part.from >= 2 && blank(text, part.to - 2, part.to) == 2)
            part.to -= 2;
        else
            break;
    }
    return part;
}

int bidi_levels(struct arena *arena, const char *text, size_t bytes, uint8_t *levels) {
    assert(bytes < INT32_MAX / 4);
    const struct bidi_isolate none = {0, 0};
    const struct characters all = read_characters(arena, text, bytes, &none, 0);
    return find_levels(arena, &all, FRIBIDI_PAR_ON, levels);
}

int bidi_levels_from_right(struct arena *arena, const char *text, size_t bytes,
                           const struct bidi_isolate *isolates, size_t isolate_count,
                           uint8_t *levels) {
    assert(bytes < INT32_MAX / 4 && isolate_count <= bytes);
    const struct characters all = read_characters(arena, text, bytes, isolates, isolate_count);
    return find_levels(arena, &all, FRIBIDI_PAR_RTL, levels);
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
