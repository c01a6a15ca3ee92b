#include "layout/chartwords.h"
#include "layoutcase.h"
#include "wordcase.h"

static void every_word_has_a_key_of_its_own(void **state) {
    (void)state;
    for (int i = 0; i < CHARTWORD_COUNT; i++) {
        assert_memory_equal(chartwords_key((enum chartword)i), "chart.", 6);
        for (int k = 0; k < i; k++)
            assert_string_not_equal(chartwords_key((enum chartword)i),
                                    chartwords_key((enum chartword)k));
    }
}

static void names_and_values_are_filled_in_any_order(void **state) {
    (void)state;
    assert_string_equal(chartwords_fill(arena, &english, CHARTWORD_LOWEST, "May", "3.4"),
                        "lowest 3.4 in May");
    assert_string_equal(chartwords_fill(arena, &english, CHARTWORD_PLAN, "{2}", NULL), "plan {2}");
}

static void facts_are_joined_and_nothing_is_left_out(void **state) {
    (void)state;
    assert_string_equal(chartwords_join(arena, &english, "a", "b"), "a, b");
    assert_string_equal(chartwords_join(arena, &english, NULL, "b"), "b");
    assert_string_equal(chartwords_join(arena, &english, "a", NULL), "a");
    assert_null(chartwords_join(arena, &english, NULL, NULL));
}

int main(void) {
    const struct CMUnitTest tests[] = {CASE(every_word_has_a_key_of_its_own),
                                       CASE(names_and_values_are_filled_in_any_order),
                                       CASE(facts_are_joined_and_nothing_is_left_out)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
