#include "layout/chartplace.h"
#include "layoutcase.h"
#include <stdio.h>

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

static void a_long_text_keeps_whole_words_of_its_beginning_and_end(void **state) {
    (void)state;
    new_page(SCENE_ROOT);
    char text[600] = "";
    for (int i = 100; i < 200; i++)
        snprintf(text + strlen(text), sizeof text - strlen(text), "%d ab ", i);
    chartplace_figure(&composer, SCENE_ROOT, text, 0, place);
    const char *alt = scene_detail(the_tag(composer.scene, TAG_FIGURE, 0))->alt;
    assert_true(strlen(alt) <= 243);
    assert_memory_equal(alt, "100 ab ", 7);
    const char *cut = strstr(alt, " \u2026 ");
    assert_non_null(cut);
    assert_true(strncmp(cut - 2, "ab", 2) == 0 || (cut[-4] == ' ' && cut[-3] == '1'));
    const char *on = cut + strlen(" \u2026 ");
    assert_true(strncmp(on, "ab ", 3) == 0 || (on[0] == '1' && on[3] == ' '));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        CASE(a_chart_with_words_is_a_figure), CASE(a_chart_without_words_is_an_artifact),
        CASE(inside_an_artifact_there_is_no_figure),
        CASE(a_long_text_keeps_whole_words_of_its_beginning_and_end)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
