#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "output/subset.h"
#include <hb-ot.h>
#include <hb.h>
#include <string.h>

static struct arena *arena;
static const struct face *face;

static int setup(void **state) {
    (void)state;
    arena = arena_new(0, NULL, NULL);
    struct fontset *fonts = fontset_open(arena, diags_new(arena));
    if (!fonts)
        return -1;
    face = fontset_face(fonts, FONT_REGULAR);
    return 0;
}

static int teardown(void **state) {
    (void)state;
    arena_free(arena);
    return 0;
}

static hb_face_t *reopen(const struct subset *subset) {
    hb_blob_t *blob = hb_blob_create(subset->bytes, (unsigned)subset->length,
                                     HB_MEMORY_MODE_READONLY, NULL, NULL);
    hb_face_t *opened = hb_face_create(blob, 0);
    hb_blob_destroy(blob);
    return opened;
}

static uint32_t glyph_of(const struct face *of, uint32_t rune) {
    hb_codepoint_t glyph = 0;
    hb_font_get_nominal_glyph(of->shaper, rune, &glyph);
    return glyph;
}

static void glyphs_are_numbered_densely_and_keep_their_widths(void **state) {
    (void)state;
    unsigned count = hb_face_get_glyph_count(face->hb);
    uint8_t *used = arena_array(arena, count, 1);
    uint16_t *ids = arena_array(arena, count, sizeof *ids);
    const uint32_t a = glyph_of(face, 'a'), z = glyph_of(face, 'z');
    used[a] = used[z] = 1;
    struct subset subset;
    const char *why = NULL;
    assert_true(subset_glyphs(arena, face, used, ids, &subset, &why));
    assert_false(subset.cff);
    assert_true(subset.length > 100 && subset.length < 4000);
    assert_int_equal(ids[a], 1);
    assert_int_equal(ids[z], 2);
    hb_face_t *opened = reopen(&subset);
    assert_int_equal(hb_face_get_glyph_count(opened), 3);
    hb_font_t *font = hb_font_create(opened);
    assert_int_equal(hb_font_get_glyph_h_advance(font, 1),
                     hb_font_get_glyph_h_advance(face->shaper, a));
    hb_font_destroy(font);
    hb_face_destroy(opened);
}

static void an_accented_letter_brings_its_parts(void **state) {
    (void)state;
    unsigned count = hb_face_get_glyph_count(face->hb);
    uint8_t *used = arena_array(arena, count, 1);
    uint16_t *ids = arena_array(arena, count, sizeof *ids);
    const uint32_t accented = glyph_of(face, 0xC9);
    used[accented] = 1;
    struct subset subset;
    const char *why = NULL;
    assert_true(subset_glyphs(arena, face, used, ids, &subset, &why));
    hb_face_t *opened = reopen(&subset);
    hb_font_t *font = hb_font_create(opened);
    hb_glyph_extents_t mine, original;
    assert_true(hb_font_get_glyph_extents(font, ids[accented], &mine));
    assert_true(hb_font_get_glyph_extents(face->shaper, accented, &original));
    assert_memory_equal(&mine, &original, sizeof mine);
    hb_font_destroy(font);
    hb_face_destroy(opened);
}

static void the_web_font_shapes_as_the_whole_one(void **state) {
    (void)state;
    static const uint32_t runes[] = {'A', 'V', 'o', 'f', 'i', 'c', 'e', '1'};
    struct subset subset;
    const char *why = NULL;
    assert_true(subset_characters(arena, face, runes, 8, &subset, &why));
    assert_true(subset.length < 20000);
    hb_face_t *opened = reopen(&subset);
    hb_font_t *font = hb_font_create(opened);
    hb_font_t *const fonts[] = {font, face->shaper};
    int64_t widths[2] = {0, 0};
    unsigned counts[2] = {0, 0};
    for (int i = 0; i < 2; i++) {
        hb_buffer_t *buffer = hb_buffer_create();
        hb_buffer_add_utf8(buffer, "AVoffice111", -1, 0, -1);
        hb_buffer_guess_segment_properties(buffer);
        hb_feature_t tnum = {HB_TAG('t', 'n', 'u', 'm'), 1, 0, (unsigned)-1};
        hb_shape(fonts[i], buffer, &tnum, 1);
        const hb_glyph_position_t *at = hb_buffer_get_glyph_positions(buffer, &counts[i]);
        for (unsigned k = 0; k < counts[i]; k++)
            widths[i] += at[k].x_advance;
        hb_buffer_destroy(buffer);
    }
    assert_int_equal(counts[0], counts[1]);
    assert_int_equal(counts[0], 9); /* the ligature is there */
    assert_int_equal(widths[0], widths[1]);
    hb_font_destroy(font);
    hb_face_destroy(opened);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(glyphs_are_numbered_densely_and_keep_their_widths, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(an_accented_letter_brings_its_parts, setup, teardown),
        cmocka_unit_test_setup_teardown(the_web_font_shapes_as_the_whole_one, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
