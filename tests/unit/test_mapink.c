#include "mapfixture.h"
#include "report/mapink.h"
#include "report/mapstroke.h"

/* Draws a way alone and gives its line's operators as letters. */
static const char *line_of(struct mapfixture *f, const struct map_layout *layout,
                           const struct scene_page **page) {
    struct scene *scene = scene_new(f->arena);
    scene_add_page(scene, MM(420), MM(297), "1");
    mapink_way((struct pen){scene, 0, SCENE_ARTIFACT}, layout, 0);
    *page = &scene->pages.items[0];
    const struct path *path = (*page)->items.items[0].as.path;
    char *letters = arena_alloc(f->arena, path->op_count + 1);
    for (size_t i = 0; i < path->op_count; i++)
        letters[i] = "MLCZ"[path->ops[i]];
    return letters;
}

static struct map_layout *one_way(struct mapfixture *f, struct point *points, size_t count) {
    struct map_layout *layout = arena_alloc(f->arena, sizeof *layout);
    layout->look = maplook_of(&f->options, 5);
    layout->ways = arena_alloc(f->arena, sizeof *layout->ways);
    *layout->ways = (struct map_way){.points = points,
                                     .count = count,
                                     .drawn = points,
                                     .drawn_count = count,
                                     .stroke = MM(0.5),
                                     .tipped = true};
    return layout;
}

static void a_line_turns_round_corners_and_ends_in_an_arrow(void **state) {
    (void)state;
    struct mapfixture *f = map_new(1, 0);
    struct point points[] = {
        {MM(10), MM(90)}, {MM(10), MM(50)}, {MM(60), MM(50)}, {MM(60), MM(20)}};
    const struct scene_page *page;
    assert_string_equal(line_of(f, one_way(f, points, 4), &page), "MLCLCL");
    assert_int_equal(page->items.count, 2);
    const struct path *arrow = page->items.items[1].as.path;
    assert_int_equal(arrow->points[0].x, MM(60));
    assert_int_equal(arrow->points[0].y, MM(20));
    assert_int_equal(arrow->fill, MAPSTROKE_LINK);
    arena_free(f->arena);
}

static void a_level_line_pauses_at_a_crossing(void **state) {
    (void)state;
    struct mapfixture *f = map_new(1, 0);
    struct point points[] = {
        {MM(10), MM(90)}, {MM(10), MM(50)}, {MM(60), MM(50)}, {MM(60), MM(20)}};
    struct map_layout *layout = one_way(f, points, 4);
    vec_push(f->arena, &layout->crossings, ((struct map_crossing){{MM(30), MM(50)}, MM(1), 0}));
    vec_push(f->arena, &layout->crossings, ((struct map_crossing){{MM(40), MM(50)}, MM(1), 7}));
    const struct scene_page *page;
    assert_string_equal(line_of(f, layout, &page), "MLCLMLCL");
    arena_free(f->arena);
}

static void effects_that_work_against_are_dashed_in_their_own_colour(void **state) {
    (void)state;
    struct mapfixture *f = map_new(1, 0);
    struct point points[] = {{MM(10), MM(90)}, {MM(10), MM(50)}};
    struct map_layout *layout = one_way(f, points, 2);
    layout->ways[0].negative = true;
    const struct scene_page *page;
    assert_string_equal(line_of(f, layout, &page), "ML");
    assert_int_equal(page->items.items[0].as.path->stroke, MAPSTROKE_NEGATIVE);
    assert_true(page->items.items[0].as.path->dash_on > 0);
    arena_free(f->arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_line_turns_round_corners_and_ends_in_an_arrow),
        cmocka_unit_test(a_level_line_pauses_at_a_crossing),
        cmocka_unit_test(effects_that_work_against_are_dashed_in_their_own_colour),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
