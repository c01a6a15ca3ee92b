#include "fontcase.h"

#include "text/byletter.h"
#include <hb.h>
#include <string.h>

/* What HarfBuzz makes of a text as a whole. */
static void assert_as_a_whole(const struct run *run, const char *text, const char *language) {
    static const char *const wanted[] = {"kern", "liga", "lnum", "tnum"};
    hb_feature_t features[4];
    for (int i = 0; i < 4; i++)
        assert_true(hb_feature_from_string(wanted[i], -1, &features[i]));
    hb_buffer_t *buffer = hb_buffer_create();
    hb_buffer_set_flags(buffer, HB_BUFFER_FLAG_REMOVE_DEFAULT_IGNORABLES);
    hb_buffer_add_utf8(buffer, text, -1, 0, -1);
    hb_buffer_set_script(buffer, HB_SCRIPT_LATIN);
    hb_buffer_set_direction(buffer, HB_DIRECTION_LTR);
    hb_buffer_set_language(buffer,
                           language ? hb_language_from_string(language, -1) : HB_LANGUAGE_INVALID);
    hb_shape(run->face->shaper, buffer, features, 4);
    unsigned count = 0;
    const hb_glyph_info_t *infos = hb_buffer_get_glyph_infos(buffer, &count);
    const hb_glyph_position_t *positions = hb_buffer_get_glyph_positions(buffer, NULL);
    int64_t advance = 0;
    assert_int_equal(run->count, count);
    for (unsigned i = 0; i < count; i++) {
        assert_int_equal(run->glyphs[i].id, infos[i].codepoint);
        assert_int_equal(run->glyphs[i].cluster, infos[i].cluster);
        assert_int_equal(run->glyphs[i].advance, positions[i].x_advance);
        assert_int_equal(run->glyphs[i].x_offset, positions[i].x_offset);
        assert_int_equal(run->glyphs[i].y_offset, positions[i].y_offset);
        advance += positions[i].x_advance;
    }
    assert_int_equal(run->advance, advance);
    hb_buffer_destroy(buffer);
}

static uint32_t next_random(uint32_t *random, uint32_t below) {
    *random = *random * 1664525u + 1013904223u;
    return (*random >> 8) % below;
}

/* Which joins, which is kerned much, which is changed by lining figures or by the language. */
static const char *const tricky[] = {
    "e",      "f",      "i",      "j",      "l",      "t",      "b",      "h",
    "k",      " ",      "A",      "V",      "T",      "W",      "f",      "y",
    "r",      ",",      ".",      "-",      "1",      "x",      "/",      "0",
    "'",      "\u00E9", "\u00ED", "\u00EE", "\u00C4", "\u0131", "\u013A", "\u0130",
    "\u015F", "\u0163", "\u2013", "\u2019", "\u00B7", "\u00A0", "\u2212", "\u202F",
    "\u00AB", "\u20AC", "\u00B2", "\u00AD", "\u0301", "\u2044"};

static void words_set_letter_by_letter_are_set_as_harfbuzz_sets_them(void **state) {
    (void)state;
    static const char *const languages[] = {NULL, NULL, "en", "tr", "ro", "de"};
    uint32_t random = 7;
    for (int role = 0; role < FONT_ROLES; role++)
        for (int i = 0; i < 1500; i++) {
            char word[40] = "";
            const uint32_t length = 1 + next_random(&random, 9);
            for (uint32_t k = 0; k < length; k++)
                if (next_random(&random, 3))
                    strcat(word, tricky[next_random(&random, sizeof tricky / sizeof *tricky)]);
                else
                    word[strlen(word)] = (char)(' ' + next_random(&random, 95));
            const char *language = languages[next_random(&random, 6)];
            const struct shaped *shaped =
                shape_text(fonts, (enum font_role)role, word, strlen(word), language, NULL);
            const struct face *face = fontset_face(fonts, (enum font_role)role);
            assert_true(face->by_pairs);
            if (shaped->count == 1 && shaped->runs[0]->face == face)
                assert_as_a_whole(shaped->runs[0], word, language);
        }
}

/* What byletter_run() asked for. */
struct asked {
    const char *text;
    size_t calls, from, to;
};

static const struct run *joined(void *user, size_t from, size_t to) {
    struct asked *asked = user;
    asked->calls++;
    asked->from = from;
    asked->to = to;
    return shape_text(fonts, FONT_REGULAR, asked->text + from, to - from, NULL, NULL)->runs[0];
}

static const struct run *set(const char *text, struct asked *asked) {
    static const hb_feature_t ligatures = {HB_TAG('l', 'i', 'g', 'a'), 1, HB_FEATURE_GLOBAL_START,
                                           HB_FEATURE_GLOBAL_END};
    const struct byletter_piece piece = {fontset_face(fonts, FONT_REGULAR), text, strlen(text),
                                         NULL};
    *asked = (struct asked){.text = text};
    return byletter_run(byletter_new(arena, &ligatures, 1), &piece, joined, asked);
}

static void only_letters_that_may_join_are_asked_for(void **state) {
    (void)state;
    struct asked asked;
    const struct run *run = set("donor", &asked);
    assert_non_null(run);
    assert_int_equal(run->count, 5);
    assert_int_equal(asked.calls, 0);
    run = set("office", &asked);
    assert_non_null(run);
    assert_int_equal(asked.calls, 1);
    assert_int_equal(asked.from, 1);
    assert_int_equal(asked.to, 4);
    assert_int_equal(run->count, 4); /* o ffi c e */
    assert_int_equal(run->glyphs[2].cluster, 4);
}

static void what_is_not_at_hand_is_left_to_others(void **state) {
    (void)state;
    struct asked asked;
    assert_null(set("", &asked));
    assert_null(set("ffi", &asked)); /* would be asked for again and again */
    assert_int_equal(asked.calls, 0);
    assert_null(set("a\u0939", &asked));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        FONT_TEST(words_set_letter_by_letter_are_set_as_harfbuzz_sets_them),
        FONT_TEST(only_letters_that_may_join_are_asked_for),
        FONT_TEST(what_is_not_at_hand_is_left_to_others),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
