#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "scene/draw.h"
#include "scene/scene.h"

static void a_scene_is_written_one_line_an_item(void **state) {
    (void)state;
    struct arena *arena = arena_new(0, NULL, NULL);
    struct fontset *fonts = fontset_open(arena, diags_new(arena));
    struct scene *scene = scene_new(arena);
    scene->title = "Packet";
    scene_add_page(scene, PT(200), PT(100.5), "A1");
    scene_element_id h1 = scene_add_element(scene, SCENE_ROOT, TAG_H1);
    scene_element_id link = scene_add_element(scene, h1, TAG_LINK);
    scene_element_id figure = scene_add_element(scene, SCENE_ROOT, TAG_FIGURE);
    struct scene_detail *element = scene_describe(scene, figure);
    element->alt = "A \"chart\"";
    element->has_bbox = true;
    element->bbox = (struct rect){0, 0, PT(1), PT(2)};
    scene_add_shaped(scene, 0, h1, shape_text(fonts, FONT_HEAVY, "Hi", 2, NULL, NULL), PT(10.25),
                     PT(20), PT(9), 0xABC);
    struct pen pen = {scene, 0, SCENE_HEADER};
    scene_group_begin(scene, 0, (struct scene_group){.id = "g", .focusable = true});
    draw_dashed(pen, (struct point){0, 0}, (struct point){PT(5), 0}, 0xFF, PT(0.5), PT(1), PT(2));
    scene_group_end(scene, 0);
    scene_add_link(scene, 0,
                   (struct scene_link){.element = link, .contents = "Page 1", .page = 0, .y = 0});
    scene_add_outline(scene, 1, "Hi", 0, PT(20));

    struct textbuf out;
    textbuf_init(&out, arena);
    scene_dump(scene, &out);
    assert_string_equal(textbuf_text(&out),
                        "scene title=\"Packet\"\n"
                        "element e1 in e0 H1\n"
                        "element e2 in e1 Link\n"
                        "element e3 in e0 Figure alt=\"A \\\"chart\\\"\" page 1 box 0 0 1 2\n"
                        "page 1 200 100.5 label=\"A1\"\n"
                        "  text e1 10.25 20 9 Lato-Heavy #000abc \"Hi\"\n"
                        "  group id=\"g\" focusable\n"
                        "  path header stroke=#0000ff width 0.5 dash 1 2 M 0 0 L 5 0\n"
                        "  end\n"
                        "  link e2 0 0 0 0 to page 1 0 contents=\"Page 1\"\n"
                        "outline 1 page 1 20 \"Hi\"\n");
    arena_free(arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(a_scene_is_written_one_line_an_item)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
