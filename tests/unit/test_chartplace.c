#include "layout/chartplace.h"
#include "layoutcase.h"

static const struct rect place = {MM(20), MM(30), MM(40), MM(5)};

static void a_chart_with_words_is_a_figure(void **state) {
    (void)state;
    new_page(SCENE_ROOT);
    const struct chart chart = {.kind = CHART_RAMP, .alt = "Two bars", .as.ramp = 2};
    chartplace_draw(&composer, &chart, SCENE_ROOT, 0, place);
    const struct scene_detail *figure = scene_detail(the_tag(composer.scene, TAG_FIGURE, 0));
    assert_string_equal(figure->alt, "Two bars");
    assert_true(figure->has_bbox);
    assert_int_equal(figure->bbox.x, MM(20));
    assert_int_equal(composer.scene->pages.items[0].items.items[0].element, 1);
}

static void a_chart_without_words_is_an_artifact(void **state) {
    (void)state;
    new_page(SCENE_ROOT);
    const struct chart chart = {.kind = CHART_RAMP, .as.ramp = 2};
    chartplace_draw(&composer, &chart, SCENE_ROOT, 0, place);
    assert_int_equal(composer.scene->elements.count, 1);
    assert_int_equal(composer.scene->pages.items[0].items.items[0].element, SCENE_ARTIFACT);
}

static void inside_an_artifact_there_is_no_figure(void **state) {
    (void)state;
    new_page(SCENE_ROOT);
    assert_int_equal(chartplace_figure(&composer, SCENE_ARTIFACT, "x", 0, place), SCENE_ARTIFACT);
}

int main(void) {
    const struct CMUnitTest tests[] = {CASE(a_chart_with_words_is_a_figure),
                                       CASE(a_chart_without_words_is_an_artifact),
                                       CASE(inside_an_artifact_there_is_no_figure)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
