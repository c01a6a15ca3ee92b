#include "layout/dark.h"
#include "layoutcase.h"
#include <math.h>

/* ---- light as the eye weighs it (WCAG) ------------------------------------------------------- */

static double linear(uint32_t channel) {
    const double c = channel / 255.0;
    return c <= 0.04045 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4);
}

static double luminance(uint32_t colour) {
    return 0.2126 * linear(colour >> 16 & 0xFF) + 0.7152 * linear(colour >> 8 & 0xFF) +
           0.0722 * linear(colour & 0xFF);
}

static double contrast(uint32_t a, uint32_t b) {
    const double x = luminance(a), y = luminance(b);
    return x > y ? (x + 0.05) / (y + 0.05) : (y + 0.05) / (x + 0.05);
}

static void assert_contrast(uint32_t front, uint32_t ground, double least) {
    if (contrast(front, ground) < least)
        fail_msg("#%06x on #%06x: %.2f", front, ground, contrast(front, ground));
}

/* What words of the map stand on: page, band, column, header, card. */
static const uint32_t grounds[] = {PANEL, 0xE7ECF1, PLANNED_SPAN, WHITE};
enum { GROUNDS = sizeof grounds / sizeof *grounds };

static void words_are_readable_on_every_ground(void **state) {
    (void)state;
    static const uint32_t words[] = {INK, GREY, NAVY, 0x9A3412};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        assert_contrast(dark_text(words[i]), DARK_GROUND, 4.5);
        for (size_t g = 0; g < GROUNDS; g++)
            assert_contrast(dark_text(words[i]), dark_of(grounds[g]), 4.5);
    }
    for (int i = 0; i < 6; i++)
        assert_contrast(dark_text(WHITE), dark_of(style_ramp(i)), 4.5);
    for (int i = 0; i < 5; i++)
        assert_contrast(dark_text(0xE8EEF5), dark_of(style_ramp(i)), 4.5);
}

static void a_status_is_readable_and_seen_on_its_pill_and_its_card(void **state) {
    (void)state;
    for (enum mark mark = MARK_EXCEEDS; mark <= MARK_GREY; mark++) {
        const struct mark_colours *c = mark_colours(mark);
        assert_contrast(dark_text(c->text), dark_of(c->tint), 4.5);
        assert_contrast(dark_of(c->solid), dark_of(c->tint), 3);
        assert_contrast(dark_of(c->solid), dark_of(WHITE), 3);
        assert_contrast(dark_of(c->solid), DARK_GROUND, 3);
    }
}

static void lines_are_seen_on_every_ground(void **state) {
    (void)state;
    static const uint32_t lines[] = {0x56677B, 0x9A3412, 0x8A96A3, NAVY, INK};
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
        for (size_t g = 0; g < GROUNDS; g++)
            assert_contrast(dark_of(lines[i]), dark_of(grounds[g]), 3);
}

static void statuses_differ_by_lightness_too(void **state) {
    (void)state;
    const double amber = luminance(dark_of(mark_colours(MARK_AMBER)->solid));
    const double green = luminance(dark_of(mark_colours(MARK_GREEN)->solid));
    const double red = luminance(dark_of(mark_colours(MARK_RED)->solid));
    assert_true(amber > 1.5 * green && green > 1.5 * red);
}

static void other_colours_keep_their_hue_and_swap_their_lightness(void **state) {
    (void)state;
    assert_int_equal(dark_of(0x000000), 0xFFFFFF);
    assert_int_equal(dark_of(0x400000), 0xFFBFBF);
    assert_int_equal(dark_text(0x203040), 0xBFCFDF);
    assert_int_equal(dark_text(0xBFCFDF), 0xBFCFDF);
    assert_int_equal(dark_of(COLOUR_NONE), COLOUR_NONE);
}

static void the_ground_comes_first_and_covers_the_page(void **state) {
    (void)state;
    const struct pen pen = new_page(SCENE_ARTIFACT);
    const struct shaped *shaped = shape_text(fonts, FONT_BOLD, "Word", 4, "en", diags);
    draw_rect(pen, (struct rect){0, 0, MM(9), MM(9)}, WHITE);
    scene_add_shaped(composer.scene, 0, SCENE_ARTIFACT, shaped, MM(5), MM(6), PT(9), INK);
    dark(composer.scene);
    const struct scene_page *page = &composer.scene->pages.items[0];
    assert_int_equal(page->items.count, 3);
    assert_int_equal(page->items.items[0].as.path->fill, DARK_GROUND);
    assert_int_equal(page->items.items[0].as.path->points[2].x, page->width);
    assert_int_equal(page->items.items[0].as.path->points[2].y, page->height);
    assert_int_equal(page->items.items[1].as.path->fill, dark_of(WHITE));
    assert_int_equal(page->items.items[2].as.text.colour, dark_text(INK));
}

static void a_logo_that_can_be_seen_through_stands_on_white(void **state) {
    (void)state;
    static const uint8_t alpha[1] = {0}, colour[3] = {0};
    const struct picture clear = {.width = 1, .height = 1, .colour = colour, .alpha = alpha};
    const struct picture full = {.width = 1, .height = 1, .colour = colour};
    const struct rect box = {MM(20), MM(20), MM(30), MM(10)};
    new_page(SCENE_ARTIFACT);
    scene_add_image(composer.scene, 0, SCENE_ARTIFACT, &full, box);
    scene_add_image(composer.scene, 0, SCENE_ARTIFACT, &clear, box);
    dark(composer.scene);
    const struct scene_page *page = &composer.scene->pages.items[0];
    assert_int_equal(page->items.count, 4);
    assert_int_equal(page->items.items[1].kind, SCENE_IMAGE);
    assert_int_equal(page->items.items[2].as.path->fill, WHITE);
    assert_int_equal(page->items.items[3].kind, SCENE_IMAGE);
}

int main(void) {
    const struct CMUnitTest tests[] = {CASE(words_are_readable_on_every_ground),
                                       CASE(a_status_is_readable_and_seen_on_its_pill_and_its_card),
                                       CASE(lines_are_seen_on_every_ground),
                                       CASE(statuses_differ_by_lightness_too),
                                       CASE(other_colours_keep_their_hue_and_swap_their_lightness),
                                       CASE(the_ground_comes_first_and_covers_the_page),
                                       CASE(a_logo_that_can_be_seen_through_stands_on_white)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
