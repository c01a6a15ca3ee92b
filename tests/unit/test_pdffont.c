#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "output/pdffont.h"
#include "unit/scenes.h"
#include <zlib.h>

static struct arena *arena;
static struct scenes s;

static int setup(void **state) {
    (void)state;
    arena = arena_new(0, NULL, NULL);
    s = (struct scenes){arena, fontset_open(arena, diags_new(arena)), NULL, scene_new(arena), 0};
    s.page = scene_add_page(s.scene, PT(500), PT(500), NULL);
    return s.fonts ? 0 : -1;
}

static int teardown(void **state) {
    (void)state;
    arena_free(arena);
    return 0;
}

static const struct run *add(const char *text) {
    scenes_text(&s, SCENE_ARTIFACT, FONT_REGULAR, text, PT(10), PT(20), PT(9));
    const struct scene_page *page = &s.scene->pages.items[0];
    return page->items.items[page->items.count - 1].as.text.run;
}

static struct pdffonts *collect(void) {
    const char *why = NULL;
    struct pdffonts *fonts = pdffont_collect(arena, s.scene, &why);
    if (!fonts)
        fail_msg("%s", why);
    return fonts;
}

/* The ToUnicode map of the first font, inflated. */
static const char *unicode_map(struct pdffonts *fonts) {
    struct pdfobject_store *store = pdfobject_open(arena);
    struct textbuf resources;
    textbuf_init(&resources, arena);
    pdffont_write(fonts, store, &resources);
    static const char start[] = "/CIDInit";
    for (uint32_t i = 1; i < pdfobject_count(store); i++) {
        struct pdfobject object = pdfobject_at(store, i);
        uLongf size = 100000;
        char *plain = arena_alloc(arena, size + 1);
        if (object.kind == PDFOBJECT_STREAM &&
            uncompress((Bytef *)plain, &size, object.bytes, object.length) == Z_OK &&
            memcmp(plain, start, sizeof start - 1) == 0)
            return plain;
    }
    return "";
}

static void codes_are_dense_and_kerning_moves_them(void **state) {
    (void)state;
    const struct run *run = add("AV");
    struct pdffonts *fonts = collect();
    const struct pdffont_text *text = pdffont_text(fonts, run);
    /* The blank is glyph 1, then A and V; between them a kern. */
    assert_non_null(text->array);
    assert_memory_equal(text->array, "(\0\x02)", 4);
    assert_memory_equal(text->array + text->length - 4, "(\0\x03)", 4);
    assert_true(text->length > 8 && text->array[4] >= '1' && text->array[4] <= '9');
}

static void texts_know_their_ends(void **state) {
    (void)state;
    const struct run *blank = add(" a\u00A0"), *hyphen = add("re-"), *plain = add("a");
    struct pdffonts *fonts = collect();
    assert_true(pdffont_text(fonts, blank)->starts_blank);
    assert_true(pdffont_text(fonts, blank)->ends_blank);
    assert_true(pdffont_text(fonts, hyphen)->ends_hyphen);
    assert_false(pdffont_text(fonts, plain)->ends_blank);
    assert_false(pdffont_text(fonts, plain)->starts_blank);
}

static void ligatures_stand_for_all_their_letters(void **state) {
    (void)state;
    const struct run *run = add("ffi");
    assert_int_equal(run->count, 1);
    const char *map = unicode_map(collect());
    assert_non_null(strstr(map, "<006600660069>"));
}

static void kinds_of_blanks_and_hyphens_read_as_plain_ones(void **state) {
    (void)state;
    add("1\u2009234\u00A0m\u202Fx re\u2011plan");
    struct pdffonts *fonts = collect();
    const char *map = unicode_map(fonts);
    assert_null(strstr(map, "<2009>"));
    assert_null(strstr(map, "<00A0>"));
    assert_null(strstr(map, "<2011>"));
    assert_null(strstr(map, "<2010>"));
    assert_non_null(strstr(map, "<002D>"));
}

/* A line has one half of a pair, and a voice says either: what is copied has none. */
static void controls_of_direction_are_no_text(void **state) {
    (void)state;
    const struct run *run = add("a\u2068b\u2069 c\u200E d\u202C");
    struct pdffonts *fonts = collect();
    const struct pdffont_piece piece = pdffont_piece(fonts, pdffont_text(fonts, run), 0);
    assert_null(piece.actual);
    assert_int_equal(piece.to, run->count);
    assert_null(strstr(unicode_map(fonts), "<206"));
}

static void letters_beyond_the_basic_plane_map_to_surrogates(void **state) {
    (void)state;
    add("\U0001E900");
    assert_non_null(strstr(unicode_map(collect()), "<D83ADD00>"));
}

static void clusters_of_several_glyphs_tell_their_text(void **state) {
    (void)state;
    const struct run *run = add("\u0939\u093F");
    struct pdffonts *fonts = collect();
    const struct pdffont_text *text = pdffont_text(fonts, run);
    assert_null(text->array);
    struct pdffont_piece piece = pdffont_piece(fonts, text, 0);
    assert_int_equal(piece.to, run->count);
    assert_int_equal(piece.actual_bytes, 6);
    assert_memory_equal(piece.actual, "\u0939\u093F", 6);
    assert_int_equal(piece.advance, run->advance);
    struct textbuf out;
    textbuf_init(&out, arena);
    pdffont_show(fonts, text, &piece, PT(9), &out);
    assert_memory_equal(out.bytes + out.length - 4, "]TJ\n", 4);
}

static void raised_marks_are_shown_with_a_rise(void **state) {
    (void)state;
    const struct run *run = add("\u0628\u0651\u064E");
    struct pdffonts *fonts = collect();
    const struct pdffont_text *text = pdffont_text(fonts, run);
    assert_null(text->array);
    struct pdffont_piece piece = pdffont_piece(fonts, text, 0);
    struct textbuf out;
    textbuf_init(&out, arena);
    pdffont_show(fonts, text, &piece, PT(9), &out);
    size_t rises = 0;
    for (size_t i = 0; i + 4 < out.length; i++)
        rises += memcmp(out.bytes + i, " Ts", 3) == 0;
    assert_true(rises >= 2); /* up and back */
}

static void special_bytes_of_codes_are_escaped(void **state) {
    (void)state;
    /* So many glyphs that codes 10, 13, 40, 41 and 92 occur. */
    const struct run *run = add("!\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]"
                                "^_`abcdefghijklmnopqrstuvwxyz{|}~\u00A1\u00A2\u00A3\u00A5\u00A7");
    struct pdffonts *fonts = collect();
    const struct pdffont_text *text = pdffont_text(fonts, run);
    size_t codes = 0;
    bool inside = false;
    for (size_t i = 0; i < text->length;) {
        char c = text->array[i];
        if (!inside) {
            inside = c == '(';
            i++;
        } else if (c == ')') {
            inside = false;
            i++;
        } else {
            for (int byte = 0; byte < 2; byte++) {
                assert_int_not_equal(text->array[i], '\r');
                i += text->array[i] == '\\' ? 2 : 1;
            }
            codes++;
        }
    }
    assert_false(inside);
    assert_int_equal(codes, run->count);
}

static void a_run_is_collected_once(void **state) {
    (void)state;
    const struct run *first = NULL;
    for (int i = 0; i < 3000; i++) {
        const struct run *run = add(arena_printf(arena, "w%d", i % 1500));
        if (i == 7)
            first = run;
    }
    struct pdffonts *fonts = collect();
    assert_ptr_equal(pdffont_text(fonts, first)->run, first);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(codes_are_dense_and_kerning_moves_them),
        TEST(texts_know_their_ends),
        TEST(ligatures_stand_for_all_their_letters),
        TEST(kinds_of_blanks_and_hyphens_read_as_plain_ones),
        TEST(controls_of_direction_are_no_text),
        TEST(letters_beyond_the_basic_plane_map_to_surrogates),
        TEST(clusters_of_several_glyphs_tell_their_text),
        TEST(raised_marks_are_shown_with_a_rise),
        TEST(special_bytes_of_codes_are_escaped),
        TEST(a_run_is_collected_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
