#include "layoutcase.h"

static void bars_fill_the_width_in_the_colours_of_the_ramp(void **state) {
    (void)state;
    const struct chart chart = {.kind = CHART_RAMP, .as.ramp = 5};
    const struct ink ink = new_ink();
    chartramp_draw(&ink, &chart, (struct rect){MM(18), MM(20), MM(174), MM(3)});
    const struct rect first = filled_box(composer.scene, style_ramp(0), 0);
    const struct rect last = filled_box(composer.scene, style_ramp(4), 0);
    assert_int_equal(first.x, MM(18));
    assert_int_equal(last.x + last.w, MM(18) + MM(174));
    assert_near(filled_box(composer.scene, style_ramp(1), 0).x - first.x - first.w, MM(1), 2);
}

static void no_perspective_draws_nothing(void **state) {
    (void)state;
    const struct chart chart = {.kind = CHART_RAMP};
    const struct ink ink = new_ink();
    chartramp_draw(&ink, &chart, (struct rect){MM(18), MM(20), MM(174), MM(3)});
    assert_int_equal(composer.scene->pages.items[0].items.count, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {CASE(bars_fill_the_width_in_the_colours_of_the_ramp),
                                       CASE(no_perspective_draws_nothing)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
