#include "output/subset.h"

#include <hb-ot.h>
#include <hb-subset.h>
#include <hb.h>
#include <string.h>

#define TABLE(a, b, c, d) HB_TAG(a, b, c, d)

/* A PDF reader needs outlines and their measures alone. */
static const hb_tag_t not_for_pdf[] = {
    TABLE('G', 'S', 'U', 'B'), TABLE('G', 'P', 'O', 'S'), TABLE('G', 'D', 'E', 'F'),
    TABLE('B', 'A', 'S', 'E'), TABLE('S', 'T', 'A', 'T'), TABLE('n', 'a', 'm', 'e'),
    TABLE('p', 'o', 's', 't'), TABLE('O', 'S', '/', '2'), TABLE('c', 'm', 'a', 'p'),
    TABLE('p', 'r', 'e', 'p'), TABLE('f', 'p', 'g', 'm'), TABLE('c', 'v', 't', ' '),
    TABLE('g', 'a', 's', 'p'), TABLE('k', 'e', 'r', 'n'), TABLE('D', 'S', 'I', 'G'),
    TABLE('h', 'd', 'm', 'x'), TABLE('V', 'D', 'M', 'X'), TABLE('L', 'T', 'S', 'H'),
    TABLE('m', 'e', 't', 'a'), TABLE('F', 'F', 'T', 'M'), TABLE('v', 'h', 'e', 'a'),
    TABLE('v', 'm', 't', 'x'), TABLE('V', 'O', 'R', 'G'), TABLE('M', 'A', 'T', 'H'),
    TABLE('P', 'C', 'L', 'T'), TABLE('J', 'S', 'T', 'F')};
static const hb_tag_t not_for_web[] = {
    TABLE('D', 'S', 'I', 'G'), TABLE('h', 'd', 'm', 'x'), TABLE('V', 'D', 'M', 'X'),
    TABLE('L', 'T', 'S', 'H'), TABLE('m', 'e', 't', 'a'), TABLE('F', 'F', 'T', 'M'),
    TABLE('P', 'C', 'L', 'T'), TABLE('S', 'T', 'A', 'T'), TABLE('g', 'a', 's', 'p')};
/* What the text shaper asks for, and what some scripts cannot do without. */
static const hb_tag_t web_features[] = {
    TABLE('k', 'e', 'r', 'n'), TABLE('l', 'i', 'g', 'a'), TABLE('l', 'n', 'u', 'm'),
    TABLE('t', 'n', 'u', 'm'), TABLE('m', 'a', 'r', 'k'), TABLE('m', 'k', 'm', 'k'),
    TABLE('c', 'c', 'm', 'p'), TABLE('l', 'o', 'c', 'l'), TABLE('c', 'l', 'i', 'g'),
    TABLE('c', 'a', 'l', 't'), TABLE('r', 'l', 'i', 'g'), TABLE('i', 'n', 'i', 't'),
    TABLE('m', 'e', 'd', 'i'), TABLE('f', 'i', 'n', 'a'), TABLE('i', 's', 'o', 'l'),
    TABLE('n', 'u', 'k', 't'), TABLE('a', 'k', 'h', 'n'), TABLE('r', 'p', 'h', 'f'),
    TABLE('b', 'l', 'w', 'f'), TABLE('h', 'a', 'l', 'f'), TABLE('p', 's', 't', 'f'),
    TABLE('v', 'a', 't', 'u'), TABLE('c', 'j', 'c', 't'), TABLE('p', 'r', 'e', 's'),
    TABLE('a', 'b', 'v', 's'), TABLE('b', 'l', 'w', 's'), TABLE('p', 's', 't', 's'),
    TABLE('h', 'a', 'l', 'n'), TABLE('r', 'k', 'r', 'f'), TABLE('p', 'r', 'e', 'f'),
    TABLE('a', 'b', 'v', 'm'), TABLE('b', 'l', 'w', 'm'), TABLE('d', 'i', 's', 't'),
    TABLE('c', 'u', 'r', 's'), TABLE('r', 'v', 'r', 'n')};

static bool has_table(hb_face_t *face, hb_tag_t tag) {
    hb_blob_t *table = hb_face_reference_table(face, tag);
    bool present = hb_blob_get_length(table) > 0;
    hb_blob_destroy(table);
    return present;
}

/* The first operator of the top dictionary of a CID-keyed font is ROS, 12 30, after operands. */
static bool is_cid_keyed(hb_face_t *face) {
    hb_blob_t *table = hb_face_reference_table(face, TABLE('C', 'F', 'F', ' '));
    unsigned length = 0;
    const unsigned char *bytes = (const unsigned char *)hb_blob_get_data(table, &length);
    bool keyed = false;
    /* Header, the index of names, then the index of top dictionaries: look for ROS where it must
     * be, at the start of the first dictionary. */
    size_t at = length > 4 ? bytes[2] : length;
    for (int index = 0; index < 2 && at + 3 < length; index++) {
        size_t count = (size_t)bytes[at] << 8 | bytes[at + 1], size = bytes[at + 2];
        size_t last = at + 3 + count * size, data = at + 3 + (count + 1) * size;
        if (size < 1 || size > 4 || data >= length)
            break;
        if (index == 1) {
            /* Operands of ROS are two string numbers (3 bytes or fewer each) and a number. */
            for (size_t i = data; i + 1 < length && i < data + 12 && !keyed; i++)
                keyed = bytes[i] == 12 && bytes[i + 1] == 30;
            break;
        }
        size_t end = 0;
        for (size_t i = 0; i < size; i++)
            end = end << 8 | bytes[last + i];
        at = data + end - 1;
    }
    hb_blob_destroy(table);
    return keyed;
}

static void release_blob(void *blob) {
    hb_blob_destroy(blob);
}

static void add_tags(hb_set_t *set, const hb_tag_t *tags, size_t count) {
    for (size_t i = 0; i < count; i++)
        hb_set_add(set, tags[i]);
}

static hb_subset_input_t *new_input(hb_face_t *face, const hb_tag_t *dropped, size_t count) {
    hb_subset_input_t *input = hb_subset_input_create_or_fail();
    if (!input)
        return NULL;
    unsigned flags = (unsigned)HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_NOTDEF_OUTLINE;
    if (has_table(face, TABLE('C', 'F', 'F', ' ')))
        flags |= HB_SUBSET_FLAGS_DESUBROUTINIZE;
    hb_subset_input_set_flags(input, flags);
    add_tags(hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG), dropped, count);
    return input;
}

/* Runs a plan and keeps its bytes (or one of its tables) in the arena's life. */
static bool execute(struct arena *arena, hb_subset_plan_t *plan, hb_tag_t table,
                    struct subset *out) {
    hb_face_t *face = hb_subset_plan_execute_or_fail(plan);
    if (!face)
        return false;
    hb_blob_t *blob = table ? hb_face_reference_table(face, table) : hb_face_reference_blob(face);
    hb_face_destroy(face);
    unsigned length = 0;
    out->bytes = hb_blob_get_data(blob, &length);
    out->length = length;
    arena_defer(arena, release_blob, blob);
    return length > 0;
}

bool subset_glyphs(struct arena *arena, const struct face *face, const uint8_t *used,
                   uint16_t *new_ids, struct subset *out, const char **why) {
    *out = (struct subset){.cff = has_table(face->hb, TABLE('C', 'F', 'F', ' '))};
    out->cid_keyed = out->cff && is_cid_keyed(face->hb);
    *why = "a font cannot be reduced to the glyphs in use";
    hb_subset_input_t *input =
        new_input(face->hb, not_for_pdf, sizeof not_for_pdf / sizeof *not_for_pdf);
    if (!input)
        return false;
    unsigned count = hb_face_get_glyph_count(face->hb);
    hb_set_t *glyphs = hb_subset_input_glyph_set(input);
    hb_set_add(glyphs, 0);
    for (unsigned i = 0; i < count; i++)
        if (used[i])
            hb_set_add(glyphs, i);
    hb_subset_plan_t *plan = hb_subset_plan_create_or_fail(face->hb, input);
    hb_subset_input_destroy(input);
    if (!plan)
        return false;
    const hb_map_t *map = hb_subset_plan_old_to_new_glyph_mapping(plan);
    for (unsigned i = 0; i < count; i++)
        if (used[i])
            new_ids[i] = (uint16_t)(out->cid_keyed ? i : hb_map_get(map, i));
    bool good = execute(arena, plan, out->cff ? TABLE('C', 'F', 'F', ' ') : 0, out);
    hb_subset_plan_destroy(plan);
    return good;
}

bool subset_characters(struct arena *arena, const struct face *face, const uint32_t *runes,
                       size_t count, struct subset *out, const char **why) {
    *out = (struct subset){.cff = has_table(face->hb, TABLE('C', 'F', 'F', ' '))};
    *why = "a font cannot be reduced to the characters in use";
    hb_subset_input_t *input =
        new_input(face->hb, not_for_web, sizeof not_for_web / sizeof *not_for_web);
    if (!input)
        return false;
    hb_set_t *characters = hb_subset_input_unicode_set(input);
    for (size_t i = 0; i < count; i++)
        hb_set_add(characters, runes[i]);
    hb_set_t *features = hb_subset_input_set(input, HB_SUBSET_SETS_LAYOUT_FEATURE_TAG);
    hb_set_clear(features);
    add_tags(features, web_features, sizeof web_features / sizeof *web_features);
    hb_subset_plan_t *plan = hb_subset_plan_create_or_fail(face->hb, input);
    hb_subset_input_destroy(input);
    if (!plan)
        return false;
    bool good = execute(arena, plan, 0, out);
    hb_subset_plan_destroy(plan);
    return good;
}
