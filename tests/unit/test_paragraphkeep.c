#include "layout/paragraphkeep.h"
#include "samelines.h"
#include "text/hyphen.h"

static struct paragraph_spec spec_of(mp width) {
    return (struct paragraph_spec){.style = STYLE_TABLE, .colour = COLOUR_INHERIT, .width = width};
}

static const struct paragraph *kept(const struct content *content, mp width) {
    const struct paragraph_spec spec = spec_of(width);
    return paragraphkeep_make(&composer, content, &spec);
}

static const struct paragraph *made(const struct content *content, mp width) {
    const struct paragraph_spec spec = spec_of(width);
    return paragraph_make(&composer, content, &spec);
}

static const char *const texts[] = {"On track",
                                    "Wait times at donor centres, all sites",
                                    "warehouse/strategy/measures_export.csv",
                                    "Versorgungssicherheitskonzepte, Krankenhausapotheke",
                                    "one\ntwo three",
                                    "-3.5 pp",
                                    "12 weeks of 24",
                                    "\u05E9\u05D9\u05E8\u05D5\u05EA \u05D4\u05D3\u05DD",
                                    "\u0646\u0633\u0628\u0629 12 % (A+)",
                                    "\u8840\u6DB2\u4E8B\u696D\u306E\u6226\u7565\u5831\u544A\u66F8",
                                    "\uFFFC",
                                    "a\u00ADb\u00ADc soft\u00ADhy\u00ADphen"};

static struct content *mixed(void) {
    struct content *content = plain("Late ");
    content_mark(arena, content, MARK_AMBER, "W", "watch");
    content_styled(arena, content, STYLE_BODY_BOLD, NAVY, " since ");
    content_trend(arena, content, TREND_WORSENING, "worse");
    content_text(arena, content, "May");
    return content;
}

/* Narrower and wider in turn, so that each is found for some widths and set anew for others. */
static void check_widths(const struct content *content) {
    static const mp widths[] = {MM(30), MM(12), MM(80), MM(30), MM(31), MM(4), MM(200), MM(12)};
    for (size_t i = 0; i < sizeof widths / sizeof *widths; i++)
        assert_true(same_lines(kept(content, widths[i]), made(content, widths[i])));
}

static void check_texts(void) {
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        check_widths(plain(texts[i]));
    check_widths(mixed());
}

/* One after the other: what was kept in another language serves in none. */
static void what_is_kept_is_what_would_be_set(void **state) {
    (void)state;
    check_texts();
    document->language = "de";
    composer.hyphens = hyphen_open(arena, "de");
    check_texts();
    composer.hyphens = NULL;
    document->language = "ar";
    composer.mirrored = true;
    check_texts();
    document->language = "ja";
    composer.mirrored = false;
    check_texts();
}

static void one_line_serves_every_width_that_holds_it(void **state) {
    (void)state;
    struct content *content = plain("On track");
    const mp natural = paragraph_natural_width(made(content, MM(100)));
    const struct paragraph *first = kept(content, MM(100));
    const struct paragraph *again = kept(content, natural);
    assert_ptr_equal(again->lines, first->lines);
    assert_ptr_not_equal(again, first); /* each is drawn by itself */
    assert_int_equal(again->width, natural);
    assert_int_equal(kept(content, natural - 1)->count, 2);
}

static void several_lines_serve_their_width_alone(void **state) {
    (void)state;
    struct content *content = plain("Wait times at donor centres");
    const struct paragraph *first = kept(content, MM(20));
    assert_true(first->count > 1);
    assert_ptr_equal(kept(content, MM(20))->lines, first->lines);
    assert_ptr_not_equal(kept(content, MM(21))->lines, first->lines);
}

static void equal_contents_share_their_lines(void **state) {
    (void)state;
    const struct line *lines = kept(mixed(), MM(50))->lines;
    assert_ptr_equal(kept(mixed(), MM(50))->lines, lines);
}

static void other_looks_are_set_anew(void **state) {
    (void)state;
    struct content *content = plain("On track");
    const struct line *lines = kept(content, MM(50))->lines;
    struct paragraph_spec spec = spec_of(MM(50));
    spec.colour = NAVY;
    assert_ptr_not_equal(paragraphkeep_make(&composer, content, &spec)->lines, lines);
    spec = spec_of(MM(50));
    spec.style = STYLE_BODY;
    assert_ptr_not_equal(paragraphkeep_make(&composer, content, &spec)->lines, lines);
    spec = spec_of(MM(50));
    spec.align = ALIGN_RIGHT;
    assert_int_equal(paragraphkeep_make(&composer, content, &spec)->align, ALIGN_RIGHT);
    spec = spec_of(MM(50));
    spec.balanced = true;
    assert_ptr_not_equal(paragraphkeep_make(&composer, content, &spec)->lines, lines);
}

/* Each differs from the first in one value. */
static void other_values_are_set_anew(void **state) {
    (void)state;
    const struct inline_item first = {
        .kind = INLINE_TEXT, .text = "On track", .colour = COLOUR_INHERIT};
    struct inline_item others[] = {first, first, first, first, first, first, first, first, first};
    others[0].text = "On trace";
    others[1].kind = INLINE_PILL;
    others[2].style = STYLE_BODY_BOLD;
    others[3].colour = NAVY;
    others[4].size = MM(2);
    others[5].mark = MARK_AMBER;
    others[6].actual = "Off track";
    others[7].target = "first";
    others[8].language = "fr";
    struct content one = {.items = {0}};
    vec_push(arena, &one.items, first);
    const struct line *lines = kept(&one, MM(50))->lines;
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        struct content other = {.items = {0}};
        vec_push(arena, &other.items, others[i]);
        assert_ptr_not_equal(kept(&other, MM(50))->lines, lines);
    }
    vec_push(arena, &one.items, first);
    assert_ptr_not_equal(kept(&one, MM(50))->lines, lines);
}

static void page_numbers_are_never_kept(void **state) {
    (void)state;
    struct content *content = plain("page ");
    content_page(arena, content, "first");
    const mp two = paragraph_natural_width(kept(content, MM(50)));
    composer.page_digits = 3;
    assert_true(paragraph_natural_width(kept(content, MM(50))) > two);
}

static void what_is_kept_outlives_its_document(void **state) {
    (void)state;
    composer.arena = arena_aside(arena);
    struct content *content = arena_alloc(composer.arena, sizeof *content);
    content_text(composer.arena, content, arena_strdup(composer.arena, "On track"))->target =
        arena_strdup(composer.arena, "first");
    const struct line *lines = kept(content, MM(50))->lines;
    arena_free(composer.arena);
    composer.arena = arena;
    assert_string_equal(lines[0].pieces[0].item->text, "On track");
    assert_string_equal(lines[0].pieces[0].item->target, "first");
}

static void a_missing_glyph_is_reported_to_each_who_asks(void **state) {
    (void)state;
    kept(plain("No font has \uE000."), MM(50));
    assert_int_equal(diags_count(diags, DIAG_NOTE), 1);
    composer.diags = diags_new(arena);
    kept(plain("No font has \uE000."), MM(50));
    assert_int_equal(diags_count(composer.diags, DIAG_NOTE), 1);
    const struct line *lines = kept(plain("On track"), MM(50))->lines;
    assert_ptr_equal(kept(plain("On track"), MM(50))->lines, lines);
}

static void more_than_it_has_room_for_is_set_all_the_same(void **state) {
    (void)state;
    const struct line *lines = kept(plain("On track"), MM(50))->lines;
    char words[4096];
    memset(words, 'w', sizeof words - 1);
    words[sizeof words - 1] = '\0';
    for (size_t i = 3; i + 1 < sizeof words; i += 4)
        words[i] = ' ';
    const struct content *last = NULL;
    for (size_t i = 0; i < 60; i++) {
        words[i] = '-';
        last = plain(arena_strdup(arena, words));
        assert_true(kept(last, MM(50))->count > 1);
    }
    assert_ptr_equal(kept(plain("On track"), MM(50))->lines, lines);
    assert_ptr_not_equal(kept(last, MM(50))->lines, kept(last, MM(50))->lines);
}

int main(void) {
    const struct CMUnitTest tests[] = {CASE(what_is_kept_is_what_would_be_set),
                                       CASE(one_line_serves_every_width_that_holds_it),
                                       CASE(several_lines_serve_their_width_alone),
                                       CASE(equal_contents_share_their_lines),
                                       CASE(other_looks_are_set_anew),
                                       CASE(other_values_are_set_anew),
                                       CASE(page_numbers_are_never_kept),
                                       CASE(what_is_kept_outlives_its_document),
                                       CASE(a_missing_glyph_is_reported_to_each_who_asks),
                                       CASE(more_than_it_has_room_for_is_set_all_the_same)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
