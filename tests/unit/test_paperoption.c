#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "report/paperoption.h"

static int open_arena(void **state) {
    *state = arena_new(0, NULL, NULL);
    return 0;
}

static int close_arena(void **state) {
    arena_free(*state);
    return 0;
}

static void an_option_has_a_label_a_name_and_points(void **state) {
    const paperoption_list list = paperoption_read(
        *state, "A. Wait: no cost; opening in February at best.\nB) Go now.\n\n- Stop", "");
    assert_int_equal(list.count, 3);
    assert_string_equal(list.items[0].label, "A");
    assert_string_equal(list.items[0].name, "Wait");
    assert_int_equal(list.items[0].points.count, 2);
    assert_string_equal(list.items[0].points.items[0], "no cost");
    assert_string_equal(list.items[0].points.items[1], "opening in February at best");
    assert_string_equal(list.items[1].label, "B");
    assert_string_equal(list.items[1].name, "Go now");
    assert_int_equal(list.items[1].points.count, 0);
    assert_string_equal(list.items[2].label, "");
    assert_string_equal(list.items[2].name, "Stop");
}

static const char *recommended(struct arena *arena, const char *recommendation) {
    const paperoption_list list =
        paperoption_read(arena, "A. One\nB. Two\nC. Three", recommendation);
    const char *label = "";
    for (size_t i = 0; i < list.count; i++)
        if (list.items[i].recommended)
            label = list.items[i].label;
    return label;
}

static void the_recommendation_names_its_option_first(void **state) {
    assert_string_equal(recommended(*state, "B for both centres, and C until they open."), "B");
    assert_string_equal(recommended(*state, "B, with the old target beside it"), "B");
    assert_string_equal(recommended(*state, "A."), "A");
    assert_string_equal(recommended(*state, "C"), "C");
}

static void words_that_only_begin_like_a_label_recommend_nothing(void **state) {
    assert_string_equal(recommended(*state, "A new plan in spring"), "");
    assert_string_equal(recommended(*state, "Build all twelve"), "");
    assert_string_equal(recommended(*state, "Close"), "");
    assert_string_equal(recommended(*state, NULL), "");
}

static void nothing_gives_no_options(void **state) {
    assert_int_equal(paperoption_read(*state, NULL, NULL).count, 0);
    assert_int_equal(paperoption_read(*state, "\n \n", "A.").count, 0);
}

static void a_line_of_odd_marks_is_an_option_as_it_stands(void **state) {
    const paperoption_list list = paperoption_read(*state, ": ;;\nA.\nВ. Ждать", "");
    assert_int_equal(list.count, 3);
    assert_string_equal(list.items[0].name, "");
    assert_int_equal(list.items[0].points.count, 0);
    assert_string_equal(list.items[1].name, "A");
    assert_string_equal(list.items[2].name, "В. Ждать");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_option_has_a_label_a_name_and_points),
        cmocka_unit_test(the_recommendation_names_its_option_first),
        cmocka_unit_test(words_that_only_begin_like_a_label_recommend_nothing),
        cmocka_unit_test(nothing_gives_no_options),
        cmocka_unit_test(a_line_of_odd_marks_is_an_option_as_it_stands),
    };
    return cmocka_run_group_tests(tests, open_arena, close_arena);
}
