#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "scene/draw.h"
#include "scene/scene.h"
#include <string.h>

static struct arena *arena;
static struct scene *scene;
static struct pen pen;

static int setup(void **state) {
    (void)state;
    arena = arena_new(0, NULL, NULL);
    scene = scene_new(arena);
    scene_add_page(scene, PT(200), PT(100), "1");
    pen = (struct pen){scene, 0, SCENE_ARTIFACT};
    return 0;
}

static int teardown(void **state) {
    (void)state;
    arena_free(arena);
    return 0;
}

static void assert_problem(const char *part) {
    const char *problem = scene_problem(scene);
    assert_non_null(problem);
    if (!strstr(problem, part))
        fail_msg("expected '%s', got '%s'", part, problem);
}

static scene_element_id add(scene_element_id parent, enum tag tag) {
    return scene_add_element(scene, parent, tag);
}

static void groups_must_balance(void **state) {
    (void)state;
    scene_group_begin(scene, 0, (struct scene_group){.id = "a"});
    assert_problem("does not end");
    scene_group_end(scene, 0);
    assert_null(scene_problem(scene));
    scene_group_end(scene, 0);
    assert_problem("did not begin");
}

static void items_must_lie_on_their_page(void **state) {
    (void)state;
    draw_rect(pen, (struct rect){PT(-1), 0, PT(202), PT(100)}, 0);
    assert_null(scene_problem(scene));
    draw_line(pen, (struct point){0, 0}, (struct point){0, PT(103)}, 0, PT(1));
    assert_problem("outside its page");
}

static void text_must_lie_on_its_page(void **state) {
    (void)state;
    struct fontset *fonts = fontset_open(arena, diags_new(arena));
    const struct shaped *text = shape_text(fonts, FONT_BOLD, "Wide", 4, NULL, NULL);
    scene_add_shaped(scene, 0, SCENE_FOOTER, text, PT(10), PT(10), PT(10), 0);
    assert_null(scene_problem(scene));
    scene_add_shaped(scene, 0, SCENE_FOOTER, text, PT(190), PT(10), PT(10), 0);
    assert_problem("text lies outside");
}

static void items_must_belong_to_a_known_element(void **state) {
    (void)state;
    pen.element = 5;
    draw_rect(pen, (struct rect){0, 0, PT(1), PT(1)}, 0);
    assert_problem("no known element");
}

static void paths_must_be_complete(void **state) {
    (void)state;
    static const uint8_t ops[] = {PATH_MOVE, PATH_CURVE};
    static const struct point points[] = {{0, 0}, {1, 1}, {2, 2}};
    struct path path = {.ops = ops, .op_count = 2, .points = points, .point_count = 3};
    scene_add_path(scene, 0, SCENE_ARTIFACT, path);
    assert_problem("fewer points");
    scene->pages.items[0].items.count = 0;
    path.op_count = 1;
    scene_add_path(scene, 0, SCENE_ARTIFACT, path);
    assert_problem("more points");
    scene->pages.items[0].items.count = 0;
    path.op_count = path.point_count = 0;
    scene_add_path(scene, 0, SCENE_ARTIFACT, path);
    assert_problem("begin with a move");
}

static void figures_need_words_and_header_cells_a_scope(void **state) {
    (void)state;
    scene_element_id figure = add(SCENE_ROOT, TAG_FIGURE);
    assert_problem("alternative text");
    scene_describe(scene, figure)->alt = "";
    assert_problem("alternative text");
    scene_describe(scene, figure)->alt = "A chart";
    assert_null(scene_problem(scene));
    scene_element_id th = add(SCENE_ROOT, TAG_TH);
    assert_problem("scope");
    scene_element(scene, th)->scope = SCOPE_ROW;
    assert_null(scene_problem(scene));
}

static void notes_need_an_id_of_their_own(void **state) {
    (void)state;
    scene_describe(scene, add(SCENE_ROOT, TAG_NOTE))->note_id = "n1";
    assert_null(scene_problem(scene));
    scene_element_id other = add(SCENE_ROOT, TAG_NOTE);
    assert_problem("no id");
    scene_describe(scene, other)->note_id = "n1";
    assert_problem("same id");
}

static void heading_levels_are_judged_in_the_order_of_reading(void **state) {
    (void)state;
    scene_element_id first = add(SCENE_ROOT, TAG_SECT);
    scene_element_id second = add(SCENE_ROOT, TAG_SECT);
    add(second, TAG_H2);
    assert_problem("skipped");
    add(first, TAG_H1); /* made later, read earlier */
    assert_null(scene_problem(scene));
    add(second, TAG_H4);
    assert_problem("skipped");
}

static void links_need_an_element_an_aim_and_words(void **state) {
    (void)state;
    scene_element_id p = add(SCENE_ROOT, TAG_P);
    struct scene_link link = {.element = p, .page = 0, .contents = "to page 1"};
    scene_add_link(scene, 0, link);
    assert_problem("no Link element");
    scene->pages.items[0].links.items[0].element = add(p, TAG_LINK);
    assert_null(scene_problem(scene));
    scene->pages.items[0].links.items[0].page = 1;
    assert_problem("leads to no page");
    scene->pages.items[0].links.items[0].uri = "https://example.org/";
    assert_null(scene_problem(scene));
    scene->pages.items[0].links.items[0].contents = "";
    assert_problem("where it leads");
}

static void the_outline_must_not_skip_levels(void **state) {
    (void)state;
    scene_add_outline(scene, 1, "One", 0, 0);
    scene_add_outline(scene, 2, "Two", 0, 0);
    scene_add_outline(scene, 1, "Three", 0, 0);
    assert_null(scene_problem(scene));
    scene_add_outline(scene, 3, "Four", 0, 0);
    assert_problem("skips a level");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(groups_must_balance),
        TEST(items_must_lie_on_their_page),
        TEST(text_must_lie_on_its_page),
        TEST(items_must_belong_to_a_known_element),
        TEST(paths_must_be_complete),
        TEST(figures_need_words_and_header_cells_a_scope),
        TEST(notes_need_an_id_of_their_own),
        TEST(heading_levels_are_judged_in_the_order_of_reading),
        TEST(links_need_an_element_an_aim_and_words),
        TEST(the_outline_must_not_skip_levels),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
