#include "mapfixture.h"

static void only_themes_that_have_cards_become_columns(void **state) {
    (void)state;
    struct mapfixture *f = map_new(1, 3);
    map_card(f, 0, 2, "a");
    map_card(f, 0, -1, "b");
    map_card(f, 0, 0, "c");
    struct map_task *task = map_task(f);
    assert_int_equal(task->columns, 2);
    assert_int_equal(task->column_theme[0], 0);
    assert_int_equal(task->column_theme[1], 2);
    assert_int_equal(task->theme_of[0], 1);
    assert_int_equal(task->theme_of[1], -1);
    arena_free(f->arena);
}

static void links_without_sign_and_lag_have_no_chip(void **state) {
    (void)state;
    struct mapfixture *f = map_new(2, 0);
    map_card(f, 0, -1, "a");
    map_card(f, 1, -1, "b");
    map_link(f, 1, 0);
    map_link(f, 1, 0)->lag_text = "6m";
    map_link(f, 1, 0)->negative = true;
    struct map_task *task = map_task(f);
    assert_int_equal(task->chip_width[0], 0);
    assert_true(task->chip_width[1] > 0);
    assert_true(task->chip_width[2] >= f->look.chip_height);
    arena_free(f->arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(only_themes_that_have_cards_become_columns),
        cmocka_unit_test(links_without_sign_and_lag_have_no_chip),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
