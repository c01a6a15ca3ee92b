#include "layout/paragraph.h"
#include "layout/paragraphdraw.h"
#include "layoutcase.h"
#include "text/hyphen.h"

static struct paragraph *made(const struct content *content, mp width) {
    const struct paragraph_spec spec = {
        .style = STYLE_BODY, .colour = COLOUR_INHERIT, .width = width};
    return paragraph_make(&composer, content, &spec);
}

static const char *text_of_line(const struct line *line) {
    struct textbuf out;
    textbuf_init(&out, arena);
    for (size_t i = 0; i < line->count; i++)
        for (size_t k = 0; line->pieces[i].shaped && k < line->pieces[i].shaped->count; k++)
            textbuf_str(&out, line->pieces[i].shaped->runs[k]->text);
    while (out.length > 0 && out.bytes[out.length - 1] == ' ')
        out.bytes[--out.length] = '\0';
    return textbuf_text(&out);
}

static void words_fill_lines_and_none_is_wider_than_the_column(void **state) {
    (void)state;
    const struct paragraph *p = made(
        plain("The collection plan still follows last year\u2019s calendar, not demand."), MM(40));
    assert_true(p->count > 2);
    for (size_t i = 0; i < p->count; i++) {
        assert_true(p->lines[i].width <= MM(40));
        assert_int_equal(p->lines[i].height, PT(13.5));
    }
    assert_int_equal(p->height, (mp)p->count * PT(13.5));
    assert_string_equal(text_of_line(&p->lines[0]), "The collection plan still");
}

static void a_blank_at_the_end_of_a_line_does_not_count(void **state) {
    (void)state;
    const mp width = composer_text_width(&composer, STYLE_BODY, "one two");
    const struct paragraph *p = made(plain("one two three"), width);
    assert_string_equal(text_of_line(&p->lines[0]), "one two");
    assert_near(p->lines[0].width, width, 200);
    assert_near(paragraph_natural_width(p), width, 200);
}

static void no_text_makes_no_line(void **state) {
    (void)state;
    assert_int_equal(made(plain(""), MM(40))->count, 0);
    const struct content empty = {0};
    assert_int_equal(made(&empty, MM(40))->height, 0);
}

static void line_feeds_and_breaks_end_lines(void **state) {
    (void)state;
    struct content *content = plain("one\ntwo");
    content_break(arena, content);
    content_text(arena, content, "three");
    const struct paragraph *p = made(content, MM(80));
    assert_int_equal(p->count, 3);
    assert_string_equal(text_of_line(&p->lines[1]), "two");
    assert_string_equal(text_of_line(&p->lines[2]), "three");
}

static void styles_change_inside_a_word(void **state) {
    (void)state;
    struct content *content = plain("un");
    content_styled(arena, content, STYLE_BODY_BOLD, COLOUR_INHERIT, "broken ");
    content_text(arena, content, "word");
    const struct paragraph *p = made(content, MM(80));
    assert_int_equal(p->lines[0].count, 3);
    assert_int_equal(p->lines[0].pieces[1].role, FONT_BOLD);
    /* Too narrow for the whole: the word of two styles goes to the next line in one piece. */
    content = plain("a long un");
    content_styled(arena, content, STYLE_BODY_BOLD, COLOUR_INHERIT, "broken");
    p = made(content, composer_text_width(&composer, STYLE_BODY, "a long unbro"));
    assert_string_equal(text_of_line(&p->lines[0]), "a long");
    assert_string_equal(text_of_line(&p->lines[1]), "unbroken");
}

static void titles_have_lines_of_about_equal_length(void **state) {
    (void)state;
    const struct paragraph_spec spec = {
        .style = STYLE_TITLE, .colour = COLOUR_INHERIT, .width = MM(168), .balanced = true};
    const struct paragraph *p = paragraph_make(
        &composer,
        plain("Group O cover has fallen for five months because collection follows the calendar, "
              "not demand"),
        &spec);
    assert_int_equal(p->count, 2);
    assert_near(p->lines[0].width, p->lines[1].width, MM(25));
}

static void a_title_breaks_behind_its_first_sentence(void **state) {
    (void)state;
    struct paragraph_spec spec = {
        .style = STYLE_TITLE, .colour = COLOUR_INHERIT, .width = MM(168), .balanced = true};
    static const char *const titles[] = {
        "28 of 63 dates of the strategy year are past; the next is on 5 Oct",
        "Source plasma collected fell to 7,420 litres, 1,635 litres under target"};
    for (size_t i = 0; i < 2; i++) {
        const struct paragraph *p = paragraph_make(&composer, plain(titles[i]), &spec);
        assert_int_equal(p->count, 2);
        assert_string_equal(text_of_line(&p->lines[0]),
                            i == 0 ? "28 of 63 dates of the strategy year are past;"
                                   : "Source plasma collected fell to 7,420 litres,");
    }
}

static void a_figure_in_a_title_stays_with_what_it_counts(void **state) {
    (void)state;
    struct paragraph_spec spec = {
        .style = STYLE_TITLE, .colour = COLOUR_INHERIT, .width = MM(168), .balanced = true};
    const struct paragraph *p = paragraph_make(&composer,
                                               plain("Eight measures now need an explanation and 3 "
                                                     "have been off track for two periods or more"),
                                               &spec);
    assert_int_equal(p->count, 2);
    for (size_t i = 0; i < p->count; i++) {
        const char *line = text_of_line(&p->lines[i]);
        assert_false(strlen(line) > 1 && line[strlen(line) - 1] == '3');
    }
}

static void a_long_word_breaks_at_its_joints(void **state) {
    (void)state;
    const struct paragraph *p = made(plain("warehouse/strategy/measures_export.csv"), MM(30));
    assert_string_equal(text_of_line(&p->lines[0]), "warehouse/strategy/");
    for (size_t i = 0; i < p->count; i++)
        assert_true(p->lines[i].width <= MM(30));
}

static void a_word_without_joints_breaks_anywhere_and_loses_nothing(void **state) {
    (void)state;
    char word[301];
    for (size_t i = 0; i < 300; i++)
        word[i] = (char)('a' + i % 26);
    word[300] = '\0';
    const struct paragraph *p = made(plain(word), MM(30));
    struct textbuf all;
    textbuf_init(&all, arena);
    for (size_t i = 0; i < p->count; i++) {
        assert_true(p->lines[i].width <= MM(30) + 200);
        textbuf_str(&all, text_of_line(&p->lines[i]));
    }
    assert_string_equal(textbuf_text(&all), word);
}

static void the_width_that_would_have_kept_words_whole_is_known(void **state) {
    (void)state;
    const struct paragraph *p = made(plain("for information"), MM(12));
    assert_true(p->uncut > MM(12));
    assert_int_equal(made(plain("for information"), p->uncut)->uncut, 0);
    assert_int_equal(made(plain("for information"), p->uncut)->count, 2);
    assert_int_equal(made(plain("one-two-six/ten"), MM(12))->uncut, 0); /* ends at its joints */
    char long_word[200];
    memset(long_word, 'n', sizeof long_word);
    long_word[sizeof long_word - 1] = '\0';
    assert_true(made(plain(long_word), MM(12))->uncut > MM(300));
}

static void a_shape_stays_with_the_word_after_it(void **state) {
    (void)state;
    struct content *content = plain("is now ");
    content_mark(arena, content, MARK_RED, NULL, "off track");
    content_text(arena, content, " worse");
    const struct paragraph *p =
        made(content, composer_text_width(&composer, STYLE_BODY, "is now ") + MM(4));
    assert_int_equal(p->count, 2);
    assert_int_equal(p->lines[1].pieces[0].item->kind, INLINE_MARK);
}

static mp width_after_mark(const char *text) {
    struct content *content = arena_alloc(arena, sizeof *content);
    content_mark(arena, content, MARK_RED, NULL, "off track");
    content_text(arena, content, text);
    return made(content, MM(80))->lines[0].width;
}

static void a_blank_that_binds_a_shape_to_its_word_does_not_part_them(void **state) {
    (void)state;
    assert_near(width_after_mark("\u00a0N01"), width_after_mark("N01"), 20);
}

static void a_mark_with_its_letter_may_end_a_line(void **state) {
    (void)state;
    struct content *content = arena_alloc(arena, sizeof *content);
    content_mark(arena, content, MARK_RED, "R", "off track");
    content_text(arena, content, " and more");
    const struct paragraph *p = made(content, MM(9));
    assert_int_equal(p->lines[0].count, 2); /* the blank hangs on */
    assert_string_equal(text_of_line(&p->lines[1]), "and");
    assert_int_equal(p->lines[0].pieces[0].colour, mark_colours(MARK_RED)->text);
}

static void a_page_number_takes_the_room_of_two_digits(void **state) {
    (void)state;
    struct content *content = plain("page ");
    content_page(arena, content, "there");
    const struct paragraph *p = made(content, MM(80));
    assert_true(p->lines[0].has_page);
    assert_near(p->lines[0].width, composer_text_width(&composer, STYLE_BODY, "page 00"), 400);
}

/* The first text that an element of the scene says instead of what is drawn. */
static const char *said_instead(const struct paragraph *p) {
    struct pen pen = new_page(SCENE_ROOT);
    pen.element = scene_add_element(composer.scene, SCENE_ROOT, TAG_P);
    struct paragraph copy = *p;
    paragraphdraw_all(&composer, &copy, pen, 0, 0, p->width);
    const char *said = NULL;
    size_t count = 0;
    for (size_t i = 0; i < composer.scene->elements.count; i++)
        if (scene_detail(&composer.scene->elements.items[i])->actual) {
            said = scene_detail(&composer.scene->elements.items[i])->actual;
            count++;
        }
    assert_true(count <= 1);
    return said;
}

static void a_soft_hyphen_shows_only_where_a_line_ends(void **state) {
    (void)state;
    const char *text = "Die Versorgungs\u00ADsicherheit";
    const mp whole = composer_text_width(&composer, STYLE_BODY, text);
    const struct paragraph *p = made(plain(text), whole + PT(1));
    assert_int_equal(p->count, 1);
    assert_null(said_instead(p));
    p = made(plain(text), whole - PT(10));
    assert_int_equal(p->count, 2);
    assert_string_equal(text_of_line(&p->lines[0]), "Die Versorgungs-");
    assert_string_equal(text_of_line(&p->lines[1]), "sicherheit");
    assert_near(p->lines[0].width, composer_text_width(&composer, STYLE_BODY, "Die Versorgungs-"),
                500);
    assert_string_equal(said_instead(p), "Versorgungssicherheit");
}

static void words_of_another_language_stay_whole(void **state) {
    (void)state;
    composer.hyphens = hyphen_open(arena, "de");
    document->language = "de";
    struct content *content = plain("Krankenhausapotheken haben ");
    content_text(arena, content, "responsibilities")->language = "en";
    content_text(arena, content, " in Krankenhausapotheken")->language = "de-AT";
    const struct paragraph *p = made(content, MM(27));
    bool whole = false, divided = false;
    for (size_t i = 0; i < p->count; i++) {
        const char *line = text_of_line(&p->lines[i]);
        whole |= strstr(line, "responsibilities") != NULL;
        divided |= strncmp(line, "Krankenhaus", 11) == 0 && line[strlen(line) - 1] == '-';
    }
    assert_true(whole);
    assert_true(divided);
}

static void words_are_divided_if_the_document_asks(void **state) {
    (void)state;
    const char *text = "Wir beraten Versorgungssicherheitskonzepte in jedem Krankenhaus.";
    const size_t lines = made(plain(text), MM(30))->count;
    composer.hyphens = hyphen_open(arena, "de");
    assert_non_null(composer.hyphens);
    const struct paragraph *p = made(plain(text), MM(30));
    assert_true(p->count <= lines);
    size_t hyphens = 0;
    for (size_t i = 0; i < p->count; i++) {
        const char *line = text_of_line(&p->lines[i]);
        hyphens += line[strlen(line) - 1] == '-';
        assert_true(p->lines[i].width <= MM(30));
    }
    assert_int_equal(hyphens, 2);
    assert_string_equal(said_instead(p), "Versorgungssicherheitskonzepte ");
    /* Parts that stay together are one piece again. */
    p = made(plain("Krankenhausapotheke"), MM(80));
    assert_int_equal(p->lines[0].count, 1);
}

static void hebrew_runs_from_right_to_left(void **state) {
    (void)state;
    const struct paragraph *p =
        made(plain("\u05E9\u05D9\u05E8\u05D5\u05EA \u05D4\u05D3\u05DD"), MM(80));
    assert_int_equal(p->align, ALIGN_RIGHT);
    assert_int_equal(p->lines[0].count, 2);
    assert_true(p->lines[0].pieces[0].x > p->lines[0].pieces[1].x);
}

static void the_taller_style_of_a_line_decides_its_height(void **state) {
    (void)state;
    struct content *content = plain("Small ");
    content_styled(arena, content, STYLE_COVER_TITLE, COLOUR_INHERIT, "large");
    const struct paragraph *p = made(content, MM(160));
    assert_int_equal(p->lines[0].height, style_spec(STYLE_COVER_TITLE)->leading);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        CASE(words_fill_lines_and_none_is_wider_than_the_column),
        CASE(a_blank_at_the_end_of_a_line_does_not_count),
        CASE(no_text_makes_no_line),
        CASE(line_feeds_and_breaks_end_lines),
        CASE(styles_change_inside_a_word),
        CASE(titles_have_lines_of_about_equal_length),
        CASE(a_title_breaks_behind_its_first_sentence),
        CASE(a_figure_in_a_title_stays_with_what_it_counts),
        CASE(a_long_word_breaks_at_its_joints),
        CASE(a_word_without_joints_breaks_anywhere_and_loses_nothing),
        CASE(the_width_that_would_have_kept_words_whole_is_known),
        CASE(a_shape_stays_with_the_word_after_it),
        CASE(a_blank_that_binds_a_shape_to_its_word_does_not_part_them),
        CASE(a_mark_with_its_letter_may_end_a_line),
        CASE(a_page_number_takes_the_room_of_two_digits),
        CASE(a_soft_hyphen_shows_only_where_a_line_ends),
        CASE(words_of_another_language_stay_whole),
        CASE(words_are_divided_if_the_document_asks),
        CASE(hebrew_runs_from_right_to_left),
        CASE(the_taller_style_of_a_line_decides_its_height)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
