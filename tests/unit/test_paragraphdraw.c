#include "layout/paragraphdraw.h"
#include "layoutcase.h"

static struct paragraph *made(const struct content *content, enum align align, mp width) {
    const struct paragraph_spec spec = {
        .style = STYLE_BODY, .colour = COLOUR_INHERIT, .width = width, .align = align};
    return paragraph_make(&composer, content, &spec);
}

/* Draws into a P on a fresh page, at 20 mm from left and top. */
static void drawn(struct paragraph *paragraph, mp width) {
    struct pen pen = new_page(SCENE_ROOT);
    pen.element = scene_add_element(pen.scene, SCENE_ROOT, TAG_P);
    paragraphdraw_all(&composer, paragraph, pen, MM(20), MM(20), width);
}

static void lines_align_left_right_and_centred(void **state) {
    (void)state;
    const mp word = composer_text_width(&composer, STYLE_BODY, "Word");
    drawn(made(plain("Word"), ALIGN_LEFT, MM(50)), MM(50));
    assert_int_equal(the_word(composer.scene, 0, "Word", 0)->as.text.x, MM(20));
    drawn(made(plain("Word"), ALIGN_RIGHT, MM(50)), MM(50));
    assert_near(right_end(the_word(composer.scene, 0, "Word", 0)), MM(70), 2);
    drawn(made(plain("Word"), ALIGN_CENTRE, MM(50)), MM(50));
    assert_near(the_word(composer.scene, 0, "Word", 0)->as.text.x, MM(45) - word / 2, 2);
}

static void a_page_number_is_filled_in_and_what_follows_moves_up(void **state) {
    (void)state;
    composer_place(&composer, "there", "There", 3, MM(20));
    struct content *content = plain("page ");
    content_page(arena, content, "there");
    content_text(arena, content, ", then");
    drawn(made(content, ALIGN_RIGHT, MM(50)), MM(50));
    const struct scene_item *number = the_word(composer.scene, 0, "4", 0);
    assert_int_equal(number->as.text.colour, NAVY);
    assert_near(the_word(composer.scene, 0, ",", 0)->as.text.x, right_end(number), 2);
    assert_near(right_end(the_word(composer.scene, 0, "then", 0)), MM(70), 2);
}

static void a_page_number_is_a_link_with_a_name(void **state) {
    (void)state;
    composer_place(&composer, "there", "There", 3, MM(20));
    struct content *content = plain("page ");
    content_page(arena, content, "there");
    drawn(made(content, ALIGN_LEFT, MM(50)), MM(50));
    assert_int_equal(composer.scene->pages.items[0].links.count, 1);
    const struct scene_link *link = &composer.scene->pages.items[0].links.items[0];
    assert_int_equal(link->page, 3);
    assert_int_equal(link->y, MM(20));
    assert_string_equal(link->contents, "There");
    assert_int_equal(scene_element(composer.scene, link->element)->tag, TAG_LINK);
}

static void an_unknown_page_shows_a_dash(void **state) {
    (void)state;
    struct content *content = plain("page ");
    content_page(arena, content, "nowhere");
    drawn(made(content, ALIGN_LEFT, MM(50)), MM(50));
    the_word(composer.scene, 0, "\u2013", 0);
    assert_int_equal(diags_count(diags, DIAG_ERROR), 1);
    assert_int_equal(composer.scene->pages.items[0].links.count, 0);
    assert_int_equal(count_tags(composer.scene, TAG_LINK), 0);
}

static void a_link_over_two_lines_is_one_element_with_two_boxes(void **state) {
    (void)state;
    struct content *content = arena_alloc(arena, sizeof *content);
    content_text(arena, content, "a name that goes on over the end")->uri = "https://example.org/";
    drawn(made(content, ALIGN_LEFT, MM(30)), MM(30));
    assert_int_equal(composer.scene->pages.items[0].links.count, 2);
    assert_int_equal(count_tags(composer.scene, TAG_LINK), 1);
    const struct scene_link *links = composer.scene->pages.items[0].links.items;
    assert_true(links[1].rect.y > links[0].rect.y);
    assert_string_equal(links[0].uri, "https://example.org/");
}

static void a_mark_says_its_word(void **state) {
    (void)state;
    struct content *content = arena_alloc(arena, sizeof *content);
    content_mark(arena, content, MARK_RED, "R", "off track");
    drawn(made(content, ALIGN_LEFT, MM(30)), MM(30));
    assert_string_equal(scene_detail(the_tag(composer.scene, TAG_SPAN, 0))->actual, "off track");
    assert_int_equal(the_word(composer.scene, 0, "R", 0)->as.text.colour,
                     mark_colours(MARK_RED)->text);
    /* The shape stands on the middle of the letter. */
    const struct rect box = filled_box(composer.scene, 0x9F1D20, 0);
    const mp baseline = the_word(composer.scene, 0, "R", 0)->as.text.y;
    assert_near(box.y + box.h / 2, baseline - PT(9) * 36 / 100, PT(0.2));
}

static void a_mark_without_a_word_is_decoration(void **state) {
    (void)state;
    struct content *content = arena_alloc(arena, sizeof *content);
    content_mark(arena, content, MARK_RED, NULL, NULL);
    drawn(made(content, ALIGN_LEFT, MM(30)), MM(30));
    assert_int_equal(composer.scene->pages.items[0].items.items[0].element, SCENE_ARTIFACT);
}

static void pills_hold_shape_and_word_on_a_tint(void **state) {
    (void)state;
    struct content *content = arena_alloc(arena, sizeof *content);
    struct inline_item *pill = content_text(arena, content, "Off track");
    pill->kind = INLINE_PILL;
    pill->mark = MARK_RED;
    drawn(made(content, ALIGN_LEFT, MM(60)), MM(60));
    const struct rect tint = filled_box(composer.scene, 0xFAE5E3, 0);
    const struct scene_item *word = the_word(composer.scene, 0, "Off track", 0);
    assert_int_equal(tint.h, PT(11.5));
    assert_near(tint.x + tint.w - right_end(word), MM(2.0), 200);
    assert_int_equal(count_paths(composer.scene, 0x9F1D20, false), 1);
}

static void purposes_differ_in_ground_and_text(void **state) {
    (void)state;
    static const uint32_t grounds[] = {NAVY, PLANNED_SPAN, WHITE};
    for (int i = PURPOSE_DECIDE; i <= PURPOSE_NOTE; i++) {
        struct content *content = arena_alloc(arena, sizeof *content);
        struct inline_item *pill = content_text(arena, content, "Purpose");
        pill->kind = INLINE_PURPOSE;
        pill->purpose = (enum purpose_mark)i;
        drawn(made(content, ALIGN_LEFT, MM(60)), MM(60));
        assert_int_equal(count_paths(composer.scene, grounds[i], false), 1);
    }
}

static void in_artifacts_nothing_is_tagged(void **state) {
    (void)state;
    composer_place(&composer, "there", "There", 3, MM(20));
    struct content *content = arena_alloc(arena, sizeof *content);
    content_page(arena, content, "there");
    content_mark(arena, content, MARK_RED, "R", "off track");
    const struct pen pen = new_page(SCENE_HEADER);
    paragraphdraw_all(&composer, made(content, ALIGN_LEFT, MM(60)), pen, 0, 0, MM(60));
    assert_int_equal(composer.scene->elements.count, 1);
    assert_int_equal(composer.scene->pages.items[0].links.count, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {CASE(lines_align_left_right_and_centred),
                                       CASE(a_page_number_is_filled_in_and_what_follows_moves_up),
                                       CASE(a_page_number_is_a_link_with_a_name),
                                       CASE(an_unknown_page_shows_a_dash),
                                       CASE(a_link_over_two_lines_is_one_element_with_two_boxes),
                                       CASE(a_mark_says_its_word),
                                       CASE(a_mark_without_a_word_is_decoration),
                                       CASE(pills_hold_shape_and_word_on_a_tint),
                                       CASE(purposes_differ_in_ground_and_text),
                                       CASE(in_artifacts_nothing_is_tagged)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
