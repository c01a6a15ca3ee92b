#include "text/kerning.h"

#include <hb-ot.h>
#include <hb.h>

/* As the format has it: bytes, and places in tables. */
enum {
    LOOKUPS_AT = 8,
    PAIRS = 2,
    EXTENSION = 9,
    GLYPHS_LISTED = 1, /* of pairs, and of sets of glyphs */
    BY_CLASSES = 2,
    ADVANCE_ONLY = 4,
    RANGE = 6,
    LISTS_AT = 10,
    CLASSES_AT = 16,
    SUBTABLES_MOST = 1000 /* of one face, ours: Lato has 28 */
};

struct subtable {
    uint32_t at;
    uint16_t lookup; /* the how manieth that is used */
};

struct kerning {
    const unsigned char *bytes;
    size_t length;
    VEC(struct subtable) subtables;
};

/* Beyond the end of the table there are zeros. */
static unsigned number(const struct kerning *k, size_t at) {
    return at + 2 <= k->length ? (unsigned)k->bytes[at] << 8 | k->bytes[at + 1] : 0;
}

static int32_t value(const struct kerning *k, size_t at) {
    const int32_t read = (int32_t)number(k, at);
    return read < 0x8000 ? read : read - 0x10000;
}

/* Of sorted entries of so many bytes, the first that does not begin below the glyph. */
static unsigned first_from(const struct kerning *k, size_t at, unsigned count, unsigned size,
                           unsigned glyph) {
    unsigned from = 0, to = count;
    while (from < to) {
        const unsigned middle = (from + to) / 2;
        if (number(k, at + (size_t)middle * size) < glyph)
            from = middle + 1;
        else
            to = middle;
    }
    return from;
}

/* The byte of the range that has the glyph; 0: none. */
static size_t range_with(const struct kerning *k, size_t at, unsigned count, unsigned glyph) {
    const unsigned next = first_from(k, at, count, RANGE, glyph + 1);
    const size_t range = at + (size_t)(next - 1) * RANGE;
    return next > 0 && glyph <= number(k, range + 2) ? range : 0;
}

/* The glyph's number in a coverage table; -1: not in it. */
static int covered(const struct kerning *k, size_t at, unsigned glyph) {
    const unsigned count = number(k, at + 2);
    if (number(k, at) == GLYPHS_LISTED) {
        const unsigned found = first_from(k, at + 4, count, 2, glyph);
        return found < count && number(k, at + 4 + 2 * (size_t)found) == glyph ? (int)found : -1;
    }
    const size_t range = range_with(k, at + 4, count, glyph);
    return range ? (int)(number(k, range + 4) + glyph - number(k, range)) : -1;
}

static unsigned class_of(const struct kerning *k, size_t at, unsigned glyph) {
    if (number(k, at) == GLYPHS_LISTED) {
        const unsigned start = number(k, at + 2);
        return glyph >= start && glyph - start < number(k, at + 4)
                   ? number(k, at + 6 + 2 * (size_t)(glyph - start))
                   : 0;
    }
    const size_t range = range_with(k, at + 4, number(k, at + 2), glyph);
    return range ? number(k, range + 4) : 0;
}

/* ---- opening -------------------------------------------------------------------------------- */

/* Pairs that change no more than the advance of the first glyph. */
static bool add_subtable(struct arena *arena, struct kerning *k, unsigned type, size_t at,
                         unsigned lookup) {
    if (type == EXTENSION) {
        type = number(k, at + 2);
        at += (size_t)number(k, at + 4) << 16 | number(k, at + 6);
    }
    const unsigned format = number(k, at);
    if (type != PAIRS || at >= k->length || (format != GLYPHS_LISTED && format != BY_CLASSES) ||
        number(k, at + 4) != ADVANCE_ONLY || number(k, at + 6) != 0 ||
        k->subtables.count == SUBTABLES_MOST)
        return false;
    vec_push(arena, &k->subtables, ((struct subtable){(uint32_t)at, (uint16_t)lookup}));
    return true;
}

static bool add_lookup(struct arena *arena, struct kerning *k, unsigned index, unsigned lookup) {
    const size_t list = number(k, LOOKUPS_AT), at = list + number(k, list + 2 + 2 * (size_t)index);
    const unsigned type = number(k, at), flags = number(k, at + 2), count = number(k, at + 4);
    if (index >= number(k, list) || flags != 0)
        return false;
    for (unsigned i = 0; i < count; i++)
        if (!add_subtable(arena, k, type, at + number(k, at + 6 + 2 * (size_t)i), lookup))
            return false;
    return true;
}

static void release_blob(void *blob) {
    hb_blob_destroy(blob);
}

const struct kerning *kerning_open(struct arena *arena, struct hb_face_t *face,
                                   const struct hb_set_t *lookups) {
    hb_blob_t *blob = hb_face_reference_table(face, HB_OT_TAG_GPOS);
    arena_defer(arena, release_blob, blob);
    unsigned length = 0;
    const char *bytes = hb_blob_get_data(blob, &length);
    struct kerning *k = arena_alloc(arena, sizeof *k);
    k->bytes = (const unsigned char *)bytes;
    k->length = length;
    unsigned lookup = 0;
    for (hb_codepoint_t i = HB_SET_VALUE_INVALID; hb_set_next(lookups, &i);)
        if (!add_lookup(arena, k, i, lookup++))
            return NULL;
    return k;
}

/* ---- asking --------------------------------------------------------------------------------- */

struct kerning_first kerning_of(struct arena *arena, const struct kerning *k, uint32_t first) {
    struct kerning_first out = {0};
    for (size_t i = 0; i < k->subtables.count; i++) {
        const struct subtable *sub = &k->subtables.items[i];
        const size_t at = sub->at;
        const int index = covered(k, at + number(k, at + 2), first);
        if (index < 0)
            continue;
        struct kerning_row row = {.lookup = sub->lookup};
        if (number(k, at) == GLYPHS_LISTED) {
            const size_t pairs = at + number(k, at + LISTS_AT + 2 * (size_t)index);
            row.count = (uint16_t)number(k, pairs);
            row.at = (uint32_t)pairs + 2;
        } else {
            const unsigned kind = class_of(k, at + number(k, at + 8), first);
            row.count = (uint16_t)number(k, at + 14);
            row.at = (uint32_t)(at + CLASSES_AT + 2 * (size_t)kind * row.count);
            row.classes = (uint32_t)at + number(k, at + 10);
            if (kind >= number(k, at + 12))
                continue;
        }
        vec_push(arena, &out.rows, row);
    }
    return out;
}

/* In a lookup the first part that knows the pair has the say. */
int32_t kerning_between(const struct kerning *k, const struct kerning_first *first,
                        uint32_t second) {
    int32_t sum = 0;
    int done = -1;
    for (size_t i = 0; i < first->rows.count; i++) {
        const struct kerning_row *row = &first->rows.items[i];
        if (row->lookup == done)
            continue;
        size_t at = row->at;
        if (row->classes) {
            const unsigned kind = class_of(k, row->classes, second);
            if (kind >= row->count)
                continue;
            at += 2 * (size_t)kind;
        } else {
            at += 4 * (size_t)first_from(k, at, row->count, 4, second);
            if (at >= row->at + 4 * (size_t)row->count || number(k, at) != second)
                continue;
            at += 2;
        }
        sum += value(k, at);
        done = row->lookup;
    }
    return sum;
}
