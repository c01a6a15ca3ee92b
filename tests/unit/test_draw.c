#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "scene/draw.h"
#include <string.h>

static struct arena *arena;
static struct scene *scene;
static struct pen pen;

static int setup(void **state) {
    (void)state;
    arena = arena_new(0, NULL, NULL);
    scene = scene_new(arena);
    scene_add_page(scene, PT(200), PT(200), "1");
    pen = (struct pen){scene, 0, SCENE_ARTIFACT};
    return 0;
}

static int teardown(void **state) {
    (void)state;
    assert_null(scene_problem(scene));
    arena_free(arena);
    return 0;
}

/* Operators of the newest path as letters. */
static const char *shape_of(void) {
    static char letters[64];
    const struct scene_page *page = &scene->pages.items[0];
    const struct path *path = page->items.items[page->items.count - 1].as.path;
    assert_true(path->op_count < sizeof letters);
    for (size_t i = 0; i < path->op_count; i++)
        letters[i] = "MLCZ"[path->ops[i]];
    letters[path->op_count] = '\0';
    return letters;
}

static const struct path *newest(void) {
    const struct scene_page *page = &scene->pages.items[0];
    return page->items.items[page->items.count - 1].as.path;
}

static void rectangles_are_closed_and_carry_their_colours(void **state) {
    (void)state;
    draw_rect(pen, (struct rect){PT(1), PT(2), PT(30), PT(40)}, 0x123456);
    assert_string_equal(shape_of(), "MLLLZ");
    assert_int_equal(newest()->fill, 0x123456);
    assert_int_equal(newest()->stroke, COLOUR_NONE);
    assert_int_equal(newest()->points[2].x, PT(31));
    assert_int_equal(newest()->points[2].y, PT(42));
}

static void round_corners_are_clamped_to_half_the_shorter_side(void **state) {
    (void)state;
    draw_round_rect(pen, (struct rect){0, 0, PT(20), PT(10)}, PT(50), 1, 2, PT(1));
    assert_string_equal(shape_of(), "MLCLCLCLCZ");
    assert_int_equal(newest()->points[0].x, PT(5));
    draw_round_rect(pen, (struct rect){0, 0, PT(20), PT(10)}, 0, 1, 2, PT(1));
    assert_string_equal(shape_of(), "MLLLZ");
}

static void circles_are_four_curves_within_a_thousandth(void **state) {
    (void)state;
    draw_circle(pen, (struct point){PT(50), PT(60)}, PT(10), 1, COLOUR_NONE, 0);
    assert_string_equal(shape_of(), "MCCCCZ");
    const struct point *p = newest()->points;
    /* Middle of the first curve by de Casteljau, against r / sqrt 2. */
    double x = (p[0].x + 3.0 * p[1].x + 3.0 * p[2].x + p[3].x) / 8 - PT(50);
    assert_true(x > 7071 - 10 && x < 7071 + 10);
    draw_ring(pen, (struct point){PT(50), PT(60)}, PT(10), 3, PT(1), PT(2), PT(1));
    assert_int_equal(newest()->dash_on, PT(2));
    assert_int_equal(newest()->fill, COLOUR_NONE);
}

static void a_star_points_upwards(void **state) {
    (void)state;
    draw_star(pen, (struct point){PT(50), PT(50)}, PT(10), PT(4), 1, 2, PT(1));
    assert_string_equal(shape_of(), "MLLLLLLLLLZ");
    assert_int_equal(newest()->points[0].x, PT(50));
    assert_int_equal(newest()->points[0].y, PT(40));
    assert_int_equal(newest()->points[5].y, PT(54));
}

static void lines_and_polygons_need_two_points(void **state) {
    (void)state;
    static const struct point points[] = {{0, 0}, {PT(1), PT(1)}, {PT(2), 0}};
    draw_polyline(pen, points, 1, 1, PT(1));
    draw_polygon(pen, points, 0, 1, 1, PT(1));
    assert_int_equal(scene->pages.items[0].items.count, 0);
    draw_polyline(pen, points, 3, 1, PT(1));
    assert_string_equal(shape_of(), "MLL");
    draw_polygon(pen, points, 3, 1, 1, PT(1));
    assert_string_equal(shape_of(), "MLLZ");
    draw_dashed(pen, points[0], points[1], 1, PT(1), PT(2), PT(3));
    assert_string_equal(shape_of(), "ML");
    assert_int_equal(newest()->dash_off, PT(3));
}

static void hatching_stays_inside_its_rectangle(void **state) {
    (void)state;
    struct rect rect = {PT(10), PT(20), PT(30), PT(8)};
    draw_hatch(pen, rect, PT(3), 1, PT(0.5));
    const struct path *path = newest();
    assert_true(path->point_count > 10);
    for (size_t i = 0; i < path->point_count; i++) {
        struct point p = path->points[i];
        assert_true(p.x >= rect.x && p.x <= rect.x + rect.w);
        assert_true(p.y >= rect.y && p.y <= rect.y + rect.h);
    }
    for (size_t i = 0; i + 1 < path->point_count; i += 2)
        assert_int_equal(path->points[i].x - path->points[i + 1].x,
                         path->points[i + 1].y - path->points[i].y);
    draw_hatch(pen, (struct rect){0, 0, 0, 0}, PT(3), 1, PT(0.5));
    assert_int_equal(scene->pages.items[0].items.count, 1);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(rectangles_are_closed_and_carry_their_colours),
        TEST(round_corners_are_clamped_to_half_the_shorter_side),
        TEST(circles_are_four_curves_within_a_thousandth),
        TEST(a_star_points_upwards),
        TEST(lines_and_polygons_need_two_points),
        TEST(hatching_stays_inside_its_rectangle),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
