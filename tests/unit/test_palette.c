#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/colour.h"
#include "layout/mark.h"
#include "layout/palette.h"
#include "layout/style.h"
#include "scene/draw.h"

static struct palette_finding judged(enum palette_role role, uint32_t colour) {
    struct palette palette = palette_usual();
    palette.colours[role] = colour;
    return palette_judge(&palette, role);
}

static void the_usual_colours_are_sound(void **state) {
    (void)state;
    const struct palette usual = palette_usual();
    for (int role = 0; role < PALETTE_ROLES; role++)
        assert_int_equal(palette_judge(&usual, (enum palette_role)role).fault, PALETTE_SOUND);
}

static void roles_are_known_by_their_names(void **state) {
    (void)state;
    enum palette_role role;
    for (int i = 0; i < PALETTE_ROLES; i++) {
        assert_true(palette_role_named(palette_role_name((enum palette_role)i), &role));
        assert_int_equal(role, i);
    }
    assert_false(palette_role_named("violet", &role));
}

static void colours_are_written_in_six_digits(void **state) {
    (void)state;
    uint32_t colour;
    assert_true(palette_parse("#1f3A5F", &colour));
    assert_int_equal(colour, 0x1F3A5F);
    assert_false(palette_parse("1f3a5f", &colour));
    assert_false(palette_parse("#1f3a5", &colour));
    assert_false(palette_parse("#1f3a5g", &colour));
}

static void pale_words_and_pale_marks_are_refused(void **state) {
    (void)state;
    assert_int_equal(judged(ROLE_GREY, 0x8A95A1).fault, PALETTE_TEXT);
    assert_int_equal(judged(ROLE_PERSPECTIVE_3, 0x8AA5C1).fault, PALETTE_TEXT);
    assert_int_equal(judged(ROLE_ON_TRACK, 0xA0E0C0).fault, PALETTE_GRAPHICS);
    assert_int_equal(judged(ROLE_NAVY, 0x5B2245).fault, PALETTE_SOUND);
}

static void statuses_keep_their_order_and_their_distance(void **state) {
    (void)state;
    struct palette_finding found = judged(ROLE_OFF_TRACK, 0x3CB043);
    assert_int_equal(found.fault, PALETTE_GRAPHICS);
    found = judged(ROLE_OFF_TRACK, 0x148A6A);
    assert_int_equal(found.fault, PALETTE_ALIKE);
    assert_int_equal(found.other, ROLE_ON_TRACK);
    found = judged(ROLE_EXCEEDS, 0xC02020);
    assert_int_equal(found.fault, PALETTE_ORDER);
    assert_int_equal(found.other, ROLE_OFF_TRACK);
}

static void words_and_shapes_take_the_new_colours(void **state) {
    (void)state;
    struct arena *arena = arena_new(0, NULL, NULL);
    struct scene *scene = scene_new(arena);
    const uint32_t page = scene_add_page(scene, PT(100), PT(100), "1");
    draw_rect((struct pen){scene, page, SCENE_ARTIFACT}, (struct rect){0, 0, PT(10), PT(10)}, NAVY);
    draw_rect((struct pen){scene, page, SCENE_ARTIFACT}, (struct rect){0, 0, PT(10), PT(10)}, INK);
    struct palette palette = palette_usual();
    palette.colours[ROLE_NAVY] = 0x5B2245;
    palette_apply(&palette, scene);
    assert_int_equal(scene->pages.items[0].items.items[0].as.path->fill, 0x5B2245);
    assert_int_equal(scene->pages.items[0].items.items[1].as.path->fill, INK);
    arena_free(arena);
}

static void what_goes_with_a_status_takes_its_hue_and_can_be_read(void **state) {
    (void)state;
    struct palette palette = palette_usual();
    palette.colours[ROLE_ON_TRACK] = 0x1B7FA8;
    const struct mark_colours *green = mark_colours(MARK_GREEN);
    const uint32_t tint = palette_of(&palette, green->tint);
    const uint32_t text = palette_of(&palette, green->text);
    const uint32_t cell = palette_of(&palette, ON_TRACK_CELL);
    assert_int_equal(palette_of(&palette, green->solid), 0x1B7FA8);
    assert_true((tint & 0xFF) > (tint >> 16));
    assert_true((text & 0xFF) > (text >> 16));
    assert_true(colour_contrast(text, tint) >= 7);
    assert_true(colour_contrast(cell, WHITE) >= 4.5);
    assert_true(colour_contrast(tint, WHITE) < 1.2);
    assert_int_equal(palette_of(&palette, mark_colours(MARK_RED)->tint),
                     mark_colours(MARK_RED)->tint);
}

static void what_white_words_stand_on_is_dark_enough_for_them(void **state) {
    (void)state;
    assert_int_equal(judged(ROLE_PERSPECTIVE_6, 0x7F9DBD).fault, PALETTE_TEXT);
    /* On white it would do, on the head of a theme it does not. */
    assert_int_equal(judged(ROLE_NAVY, 0x686868).fault, PALETTE_TEXT);
    assert_int_equal(judged(ROLE_INK, 0x686868).fault, PALETTE_SOUND);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_usual_colours_are_sound),
        cmocka_unit_test(roles_are_known_by_their_names),
        cmocka_unit_test(colours_are_written_in_six_digits),
        cmocka_unit_test(pale_words_and_pale_marks_are_refused),
        cmocka_unit_test(statuses_keep_their_order_and_their_distance),
        cmocka_unit_test(words_and_shapes_take_the_new_colours),
        cmocka_unit_test(what_goes_with_a_status_takes_its_hue_and_can_be_read),
        cmocka_unit_test(what_white_words_stand_on_is_dark_enough_for_them),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
