#include "layout/fitpage.h"
#include "layoutcase.h"

static const struct scene_item *item(size_t i) {
    return &composer.scene->pages.items[0].items.items[i];
}

static void a_page_twice_as_large_has_everything_twice_as_large(void **state) {
    (void)state;
    const struct pen pen = new_page(SCENE_ARTIFACT);
    const struct shaped *shaped = shape_text(fonts, FONT_BOLD, "Word", 4, "en", diags);
    draw_dashed(pen, (struct point){MM(10), MM(20)}, (struct point){MM(30), MM(20)}, INK, MM(1),
                MM(2), MM(3));
    scene_add_shaped(composer.scene, 0, SCENE_ARTIFACT, shaped, MM(5), MM(6), PT(9), INK);
    fitpage(composer.scene, 2 * MM(210), 2 * MM(297));
    const struct path *path = item(0)->as.path;
    assert_int_equal(path->points[0].x, 2 * MM(10));
    assert_int_equal(path->points[1].y, 2 * MM(20));
    assert_int_equal(path->width, 2 * MM(1));
    assert_int_equal(path->dash_on, 2 * MM(2));
    assert_int_equal(path->dash_off, 2 * MM(3));
    assert_in_range(item(1)->as.text.x, MM(10) - 1, MM(10) + 1);
    assert_int_equal(item(1)->as.text.size, PT(18));
    assert_int_equal(composer.scene->pages.items[0].width, 2 * MM(210));
    assert_int_equal(composer.scene->pages.items[0].height, 2 * MM(297));
}

static void on_other_proportions_it_stands_in_the_middle(void **state) {
    (void)state;
    const struct pen pen = new_page(SCENE_ARTIFACT);
    draw_rect(pen, (struct rect){0, 0, MM(210), MM(297)}, INK);
    fitpage(composer.scene, MM(410), MM(297));
    const struct point *p = item(0)->as.path->points;
    assert_in_range(p[0].x, MM(100) - 1, MM(100));
    assert_int_equal(p[0].y, 0);
    assert_in_range(p[2].x, MM(310) - 1, MM(310) + 1);
    assert_int_equal(p[2].y, MM(297));
}

static void what_met_still_meets(void **state) {
    (void)state;
    const struct pen pen = new_page(SCENE_ARTIFACT);
    for (mp i = 0; i < 50; i++)
        draw_rect(pen, (struct rect){i * 1237, 7, 1237, 4321}, INK);
    fitpage(composer.scene, MM(148), MM(210));
    for (size_t i = 1; i < 50; i++)
        assert_int_equal(item(i - 1)->as.path->points[1].x, item(i)->as.path->points[0].x);
}

static void boxes_of_figures_links_and_bookmarks_go_along(void **state) {
    (void)state;
    new_page(SCENE_ARTIFACT);
    struct scene *scene = composer.scene;
    struct scene_detail *figure =
        scene_describe(scene, scene_add_element(scene, SCENE_ROOT, TAG_FIGURE));
    figure->bbox = (struct rect){0, 0, MM(210), MM(297)};
    figure->has_bbox = true;
    scene_add_link(scene, 0, (struct scene_link){.rect = {MM(1), MM(2), MM(3), MM(4)}, .y = MM(5)});
    scene_add_outline(scene, 1, "Map", 0, MM(7));
    fitpage(scene, 2 * MM(210), 2 * MM(297));
    assert_int_equal(scene->elements.items[1].detail->bbox.w, 2 * MM(210));
    assert_int_equal(scene->elements.items[1].detail->bbox.h, 2 * MM(297));
    assert_in_range(scene->pages.items[0].links.items[0].rect.h, MM(8) - 1, MM(8) + 1);
    assert_in_range(scene->pages.items[0].links.items[0].y, MM(10) - 1, MM(10) + 1);
    assert_in_range(scene->outline.items[0].y, MM(14) - 1, MM(14) + 1);
}

static void lengths_and_points_can_be_asked_for(void **state) {
    (void)state;
    const struct rect a3 = {0, 0, MM(420), MM(297)}, a4 = {0, 0, MM(297), MM(210)};
    assert_in_range(fitpage_length(PT(10), a3, a4), 7070, 7072);
    assert_int_equal(fitpage_length(-PT(10), a3, a4), -fitpage_length(PT(10), a3, a4));
    const struct point corner = fitpage_point((struct point){MM(420), MM(297)}, a3, a4);
    assert_in_range(corner.x, MM(297) - MM(0.02), MM(297));
    assert_in_range(corner.y, MM(210) - 1, MM(210));
}

int main(void) {
    const struct CMUnitTest tests[] = {CASE(a_page_twice_as_large_has_everything_twice_as_large),
                                       CASE(on_other_proportions_it_stands_in_the_middle),
                                       CASE(what_met_still_meets),
                                       CASE(boxes_of_figures_links_and_bookmarks_go_along),
                                       CASE(lengths_and_points_can_be_asked_for)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
