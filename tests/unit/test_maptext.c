#include "mapfixture.h"

static void titles_break_between_words_and_never_lose_one(void **state) {
    (void)state;
    struct mapfixture *f = map_new(1, 0);
    struct map_words words = maptext_words(f->arena, f->fonts, FONT_SEMIBOLD,
                                           "Supply every hospital order on time", "en", f->diags);
    assert_int_equal(words.count, 6);
    assert_int_equal(maptext_count(&words, PT(10), MM(400)), 1);
    struct map_lines lines = maptext_lines(f->arena, f->fonts, &words, PT(10), MM(30));
    assert_true(lines.count > 1);
    assert_int_equal(lines.count, maptext_count(&words, PT(10), MM(30)));
    struct textbuf all;
    textbuf_init(&all, f->arena);
    for (size_t i = 0; i < lines.count; i++) {
        assert_true(shape_measure(f->fonts, FONT_SEMIBOLD, PT(10), lines.lines[i], f->diags) <=
                    MM(30));
        textbuf_printf(&all, "%s%s", i ? " " : "", lines.lines[i]);
    }
    assert_string_equal(textbuf_text(&all), "Supply every hospital order on time");
    arena_free(f->arena);
}

static void lines_of_a_title_are_about_equally_long(void **state) {
    (void)state;
    struct mapfixture *f = map_new(1, 0);
    struct map_words words =
        maptext_words(f->arena, f->fonts, FONT_SEMIBOLD, "aaaa bbbb cccc dddd", "en", f->diags);
    mp three = shape_measure(f->fonts, FONT_SEMIBOLD, PT(10), "aaaa bbbb cccc", f->diags);
    struct map_lines lines = maptext_lines(f->arena, f->fonts, &words, PT(10), three + PT(1));
    assert_int_equal(lines.count, 2);
    assert_string_equal(lines.lines[0], "aaaa bbbb");
    assert_string_equal(lines.lines[1], "cccc dddd");
    arena_free(f->arena);
}

static void a_word_wider_than_the_card_is_divided_with_a_hyphen(void **state) {
    (void)state;
    struct mapfixture *f = map_new(1, 0);
    struct map_words words = maptext_words(f->arena, f->fonts, FONT_SEMIBOLD,
                                           "Donaudampfschifffahrtsgesellschaft", "de", f->diags);
    assert_false(maptext_fits(&words, PT(12), MM(25)));
    struct map_lines lines = maptext_lines(f->arena, f->fonts, &words, PT(12), MM(25));
    assert_true(lines.broken);
    assert_true(lines.count >= 3);
    for (size_t i = 0; i + 1 < lines.count; i++)
        assert_int_equal(lines.lines[i][strlen(lines.lines[i]) - 1], '-');
    arena_free(f->arena);
}

static void a_soft_hyphen_shows_only_where_a_line_ends_at_it(void **state) {
    (void)state;
    struct mapfixture *f = map_new(1, 0);
    struct map_words words =
        maptext_words(f->arena, f->fonts, FONT_SEMIBOLD, "Kunden\u00ADzufrieden\u00ADheit sichern",
                      "de", f->diags);
    assert_int_equal(words.count, 4);
    struct map_lines lines = maptext_lines(f->arena, f->fonts, &words, PT(12), MM(200));
    assert_int_equal(lines.count, 1);
    assert_string_equal(lines.lines[0], "Kundenzufriedenheit sichern");
    mp width = shape_measure(f->fonts, FONT_SEMIBOLD, PT(12), "Kundenzufrieden-", f->diags);
    lines = maptext_lines(f->arena, f->fonts, &words, PT(12), width + PT(1));
    assert_int_equal(lines.count, 2);
    assert_string_equal(lines.lines[0], "Kundenzufrieden-");
    assert_string_equal(lines.lines[1], "heit sichern");
    /* No room for the hyphen itself. */
    lines = maptext_lines(f->arena, f->fonts, &words, PT(12), width - PT(1));
    assert_string_equal(lines.lines[0], "Kunden-");
    arena_free(f->arena);
}

static void no_two_letters_of_a_divided_word_stand_alone(void **state) {
    (void)state;
    struct mapfixture *f = map_new(1, 0);
    const char *text = "rungsma\u00DFnahmen";
    struct map_words words = maptext_words(f->arena, f->fonts, FONT_SEMIBOLD, text, "de", f->diags);
    mp width = shape_measure(f->fonts, FONT_SEMIBOLD, PT(12), text, f->diags);
    struct map_lines lines = maptext_lines(f->arena, f->fonts, &words, PT(12), width - 1);
    assert_int_equal(lines.count, 2);
    assert_true(strlen(lines.lines[1]) >= 3);
    arena_free(f->arena);
}

static void shortening_tells_that_it_cut_BP5053(void **state) {
    (void)state;
    struct mapfixture *f = map_new(1, 0);
    bool cut = true;
    assert_string_equal(
        maptext_shorten(f->arena, f->fonts, FONT_REGULAR, PT(8), "Finance", MM(50), &cut, f->diags),
        "Finance");
    assert_false(cut);
    assert_int_equal(diags_count(f->diags, DIAG_NOTE), 0);
    const char *text = maptext_shorten(f->arena, f->fonts, FONT_REGULAR, PT(8),
                                       "Director, Donor Recruitment", MM(20), &cut, f->diags);
    assert_true(cut);
    assert_true(strncmp(text, "Director", 8) == 0);
    assert_int_equal(diags_count(f->diags, DIAG_NOTE), 1);
    assert_true(shape_measure(f->fonts, FONT_REGULAR, PT(8), text, f->diags) <= MM(20));
    arena_free(f->arena);
}

static void text_stands_left_right_or_centred(void **state) {
    (void)state;
    struct mapfixture *f = map_new(1, 0);
    struct map_layout layout = {.title_size = 0};
    struct map_text_style style = {FONT_REGULAR, PT(10), 0, MAP_LEFT, "note", "en"};
    maptext_add(f->arena, f->fonts, &layout, HOLDER_PAGE, 0, style, PT(100), PT(50), "abc",
                f->diags);
    style.align = MAP_RIGHT;
    maptext_add(f->arena, f->fonts, &layout, HOLDER_PAGE, 0, style, PT(100), PT(50), "abc",
                f->diags);
    style.align = MAP_CENTRE;
    maptext_add(f->arena, f->fonts, &layout, HOLDER_PAGE, 0, style, PT(100), PT(50), "abc",
                f->diags);
    const struct map_piece *p = layout.pieces.items;
    assert_int_equal(p[0].x, PT(100));
    assert_int_equal(p[1].x + p[1].rect.w, PT(100));
    assert_in_range(p[2].x + p[2].rect.w / 2, PT(100) - 2, PT(100) + 2);
    arena_free(f->arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(titles_break_between_words_and_never_lose_one),
        cmocka_unit_test(lines_of_a_title_are_about_equally_long),
        cmocka_unit_test(a_word_wider_than_the_card_is_divided_with_a_hyphen),
        cmocka_unit_test(a_soft_hyphen_shows_only_where_a_line_ends_at_it),
        cmocka_unit_test(no_two_letters_of_a_divided_word_stand_alone),
        cmocka_unit_test(shortening_tells_that_it_cut_BP5053),
        cmocka_unit_test(text_stands_left_right_or_centred),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
