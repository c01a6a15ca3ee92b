#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "scene/draw.h"
#include "scene/scene.h"
#include <string.h>

static struct arena *arena;
static struct fontset *fonts;
static struct scene *scene;

static int setup(void **state) {
    (void)state;
    arena = arena_new(0, NULL, NULL);
    fonts = fontset_open(arena, diags_new(arena));
    scene = scene_new(arena);
    scene_add_page(scene, PT(200), PT(100), "1");
    return fonts ? 0 : -1;
}

static int teardown(void **state) {
    (void)state;
    arena_free(arena);
    return 0;
}

static const struct shaped *shape(const char *text) {
    return shape_text(fonts, FONT_REGULAR, text, strlen(text), NULL, NULL);
}

static void a_new_scene_has_its_root_and_is_sound(void **state) {
    (void)state;
    assert_int_equal(scene_element(scene, SCENE_ROOT)->tag, TAG_DOCUMENT);
    assert_null(scene_problem(scene));
}

static void shaped_text_is_placed_run_after_run(void **state) {
    (void)state;
    scene_element_id p = scene_add_element(scene, SCENE_ROOT, TAG_P);
    const struct shaped *text = shape("ab \u05D0\u05D1");
    mp end = scene_add_shaped(scene, 0, p, text, PT(10), PT(20), PT(9), 0x112233);
    assert_int_equal(end, PT(10) + shape_width(text, PT(9)));
    assert_int_equal(scene->pages.items[0].items.count, text->count);
    assert_int_equal(scene->pages.items[0].items.items[1].as.text.x,
                     PT(10) + shape_run_width(text->runs[0], PT(9)));
    assert_null(scene_problem(scene));
}

static void paths_and_groups_are_copied(void **state) {
    (void)state;
    uint8_t ops[] = {PATH_MOVE, PATH_LINE};
    struct point points[] = {{0, 0}, {PT(5), 0}};
    char name[] = "card";
    scene_group_begin(scene, 0, (struct scene_group){.id = name});
    scene_add_path(scene, 0, SCENE_ARTIFACT,
                   (struct path){.ops = ops, .op_count = 2, .points = points, .point_count = 2});
    scene_group_end(scene, 0);
    points[1].x = 7;
    ops[0] = PATH_CLOSE;
    name[0] = 'h';
    const struct scene_item *items = scene->pages.items[0].items.items;
    assert_string_equal(items[0].as.group->id, "card");
    assert_int_equal(items[1].as.path->points[1].x, PT(5));
    assert_null(scene_problem(scene));
}

static void a_drawing_is_copied_to_its_place_without_its_groups(void **state) {
    (void)state;
    struct scene *drawing = scene_new(arena);
    scene_add_page(drawing, PT(50), PT(50), NULL);
    scene_group_begin(drawing, 0, (struct scene_group){.id = "g"});
    struct pen pen = {drawing, 0, SCENE_ARTIFACT};
    draw_rect(pen, (struct rect){PT(1), PT(2), PT(3), PT(4)}, 0xFF0000);
    scene_add_shaped(drawing, 0, SCENE_ARTIFACT, shape("x"), PT(5), PT(6), PT(9), 0);
    scene_group_end(drawing, 0);

    scene_element_id figure = scene_add_element(scene, SCENE_ROOT, TAG_FIGURE);
    scene_describe(scene, figure)->alt = "A map";
    scene_add_drawing(scene, 0, figure, drawing, PT(100), PT(10));
    const struct scene_page *page = &scene->pages.items[0];
    assert_int_equal(page->items.count, 2);
    assert_int_equal(page->items.items[0].element, figure);
    assert_int_equal(page->items.items[0].as.path->points[0].x, PT(101));
    assert_int_equal(page->items.items[0].as.path->points[0].y, PT(12));
    assert_int_equal(page->items.items[1].as.text.x, PT(105));
    assert_int_equal(page->items.items[1].as.text.y, PT(16));
    assert_null(scene_problem(scene));
    assert_int_equal(drawing->pages.items[0].items.items[1].as.path->points[0].x, PT(1));
}

static void drafts_are_copied_to_their_size(void **state) {
    (void)state;
    const struct pen pen = {scene, 0, SCENE_ARTIFACT};
    draw_rect(pen, (struct rect){0, 0, PT(1), PT(1)}, 1);
    for (uint32_t round = 0; round < 2; round++) {
        struct arena *drafts = arena_aside(arena);
        scene_draft(scene, drafts);
        for (uint32_t i = 0; i < 100; i++)
            draw_rect(pen, (struct rect){0, 0, PT(1), PT(1)}, 2 + round * 100 + i);
        scene_add_page(scene, PT(10), PT(10), "2");
        scene_settle(scene);
        arena_free(drafts);
    }
    draw_rect(pen, (struct rect){0, 0, PT(1), PT(1)}, 202);
    assert_int_equal(scene->pages.items[0].items.count, 202);
    for (uint32_t i = 0; i < 202; i++)
        assert_int_equal(scene->pages.items[0].items.items[i].as.path->fill, i + 1);
    assert_int_equal(scene->pages.items[1].items.count, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_new_scene_has_its_root_and_is_sound, setup, teardown),
        cmocka_unit_test_setup_teardown(drafts_are_copied_to_their_size, setup, teardown),
        cmocka_unit_test_setup_teardown(shaped_text_is_placed_run_after_run, setup, teardown),
        cmocka_unit_test_setup_teardown(paths_and_groups_are_copied, setup, teardown),
        cmocka_unit_test_setup_teardown(a_drawing_is_copied_to_its_place_without_its_groups, setup,
                                        teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
