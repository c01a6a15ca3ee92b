#include "mapfixture.h"

static void smaller_papers_are_exact_reductions_of_a3(void **state) {
    (void)state;
    struct map_options a3 = {.width = MM(420), .height = MM(297), .framed = true},
                       half = {.width = MM(210), .height = MM(148.5), .framed = true};
    struct map_look large = maplook_of(&a3, 20), small = maplook_of(&half, 20);
    assert_int_equal(large.thousandths, 1000);
    assert_int_equal(small.thousandths, 500);
    assert_in_range(small.card_gap * 2, large.card_gap - 2, large.card_gap + 2);
    assert_in_range(small.title_most * 2, large.title_most - 2, large.title_most + 2);
}

static void inside_the_packet_no_label_is_under_7_pt(void **state) {
    (void)state;
    struct map_options body = {.width = MM(264), .height = MM(156), .framed = false};
    struct map_look look = maplook_of(&body, 20);
    assert_true(look.compact);
    assert_int_equal(look.small, PT(7));
    assert_true(look.title_least >= PT(7));
    assert_int_equal(look.drawing.x, 0);
}

static void few_objectives_may_speak_louder_and_strong_links_are_thicker(void **state) {
    (void)state;
    struct map_options a3 = {.width = MM(420), .height = MM(297), .framed = true};
    struct map_look few = maplook_of(&a3, 12), many = maplook_of(&a3, 21);
    assert_int_equal(few.title_most, PT(13));
    assert_int_equal(many.title_most, PT(11));
    assert_true(maplook_stroke(&few, STRENGTH_WEAK) < maplook_stroke(&few, STRENGTH_MEDIUM));
    assert_true(maplook_stroke(&few, STRENGTH_MEDIUM) < maplook_stroke(&few, STRENGTH_STRONG));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(smaller_papers_are_exact_reductions_of_a3),
        cmocka_unit_test(inside_the_packet_no_label_is_under_7_pt),
        cmocka_unit_test(few_objectives_may_speak_louder_and_strong_links_are_thicker),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
