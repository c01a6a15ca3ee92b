#include "layout/monochrome.h"
#include "layoutcase.h"

static bool is_grey(uint32_t colour) {
    return (colour >> 16 & 0xFF) == (colour >> 8 & 0xFF) && (colour & 0xFF) == (colour >> 8 & 0xFF);
}

static void statuses_differ_by_darkness_in_their_order(void **state) {
    (void)state;
    const uint32_t amber = monochrome_of(mark_colours(MARK_AMBER)->solid);
    const uint32_t green = monochrome_of(mark_colours(MARK_GREEN)->solid);
    const uint32_t red = monochrome_of(mark_colours(MARK_RED)->solid);
    assert_true(amber > green && green > red);
    assert_int_equal(monochrome_of(mark_colours(MARK_EXCEEDS)->solid), 0);
    assert_int_equal(monochrome_of(mark_colours(MARK_AMBER)->outline), 0);
    for (enum mark mark = MARK_EXCEEDS; mark <= MARK_GREY; mark++)
        assert_int_equal(monochrome_of(mark_colours(mark)->tint), WHITE);
}

static void the_ramp_runs_from_dark_to_middle(void **state) {
    (void)state;
    assert_int_equal(monochrome_of(style_ramp(0)), 0x2E2E2E);
    assert_int_equal(monochrome_of(style_ramp(5)), 0x6E6E6E);
    for (int i = 0; i < 5; i++)
        assert_true(monochrome_of(style_ramp(i)) < monochrome_of(style_ramp(i + 1)));
}

static void other_colours_keep_their_lightness(void **state) {
    (void)state;
    assert_int_equal(monochrome_of(WHITE), WHITE);
    assert_int_equal(monochrome_of(0x000000), 0x000000);
    assert_int_equal(monochrome_of(0x00FF00), 0xB6B6B6);
    assert_int_equal(monochrome_of(COLOUR_NONE), COLOUR_NONE);
    assert_true(monochrome_of(BAND_LIGHT) > monochrome_of(BAND_MIDDLE));
    assert_true(monochrome_of(BAND_MIDDLE) > monochrome_of(BAND_DARK));
}

static void what_turns_white_gets_an_outline(void **state) {
    (void)state;
    const struct pen pen = new_page(SCENE_ARTIFACT);
    draw_rect(pen, (struct rect){0, 0, MM(9), MM(9)}, mark_colours(MARK_GREEN)->tint);
    draw_rect(pen, (struct rect){0, 0, MM(9), MM(9)}, WHITE);
    mark_draw(pen, MARK_AMBER, (struct point){MM(20), MM(20)}, MM(3), false);
    monochrome(composer.scene);
    const struct scene_item *items = composer.scene->pages.items[0].items.items;
    assert_int_equal(items[0].as.path->fill, WHITE);
    assert_int_equal(items[0].as.path->width, MM(0.2));
    assert_true(is_grey(items[0].as.path->stroke) && items[0].as.path->stroke != COLOUR_NONE);
    assert_int_equal(items[1].as.path->stroke, COLOUR_NONE);
    assert_int_equal(items[2].as.path->fill, WHITE);
    assert_int_equal(items[2].as.path->stroke, 0);
}

static void pictures_turn_grey_and_stay_one_on_all_pages(void **state) {
    (void)state;
    static const uint8_t colours[] = {0, 255, 0, 255, 255, 255}, file[] = {1, 2};
    static const uint8_t alpha[] = {255, 9};
    static const struct picture logo = {2, 1, colours, alpha, file, 2, 3};
    static const struct picture grey = {2, 1, colours, NULL, file, 2, 1};
    const struct pen pen = new_page(SCENE_ARTIFACT);
    const struct rect place = {0, 0, MM(9), MM(9)};
    for (int i = 0; i < 2; i++)
        scene_add_image(pen.scene, pen.page, pen.element, &logo, place);
    scene_add_image(pen.scene, pen.page, pen.element, &grey, place);
    monochrome(composer.scene);
    const struct scene_item *items = composer.scene->pages.items[0].items.items;
    const struct picture *found = items[0].as.image.picture;
    static const uint8_t expected[] = {182, 182, 182, 255, 255, 255};
    assert_memory_equal(found->colour, expected, sizeof expected);
    assert_null(found->jpeg);
    assert_ptr_equal(found->alpha, alpha);
    assert_ptr_equal(items[1].as.image.picture, found);
    assert_ptr_equal(items[2].as.image.picture, &grey);
}

static void nothing_coloured_is_left(void **state) {
    (void)state;
    document->monochrome = true;
    struct block *block = add_text("Words ");
    for (enum mark mark = MARK_EXCEEDS; mark <= MARK_GREY; mark++)
        content_mark(arena, &block->content, mark, mark_letter(mark), "word");
    block_heading(document, &section->blocks, "Heading", "note");
    const struct scene *scene = laid_out();
    size_t dark = 0;
    for (size_t i = 0; i < scene->pages.items[0].items.count; i++) {
        const struct scene_item *item = &scene->pages.items[0].items.items[i];
        if (item->kind == SCENE_TEXT) {
            assert_true(is_grey(item->as.text.colour));
            dark += item->as.text.colour < 0x808080;
        }
        if (item->kind == SCENE_PATH && item->as.path->fill != COLOUR_NONE)
            assert_true(is_grey(item->as.path->fill));
        if (item->kind == SCENE_PATH && item->as.path->stroke != COLOUR_NONE)
            assert_true(is_grey(item->as.path->stroke));
    }
    assert_true(dark > 5);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        CASE(statuses_differ_by_darkness_in_their_order),   CASE(the_ramp_runs_from_dark_to_middle),
        CASE(other_colours_keep_their_lightness),           CASE(what_turns_white_gets_an_outline),
        CASE(pictures_turn_grey_and_stay_one_on_all_pages), CASE(nothing_coloured_is_left)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
