#include "layout/longword.h"
#include "layoutcase.h"

static struct longword word;

static size_t part(const char *text, mp width) {
    word = (struct longword){.fonts = fonts, .role = FONT_REGULAR, .size = PT(9), .width = width};
    return longword_part(&word, text, strlen(text));
}

static void a_part_ends_after_a_joint(void **state) {
    (void)state;
    assert_int_equal(part("left-right", MM(40)), strlen("left-"));
    assert_int_equal(part("left/right", MM(40)), strlen("left/"));
    assert_int_equal(part("left_right", MM(40)), strlen("left_"));
    assert_int_equal(part("left.right", MM(40)), strlen("left."));
    assert_int_equal(part("left@right", MM(40)), strlen("left@"));
}

static void a_joint_is_what_a_word_may_end_a_line_with(void **state) {
    (void)state;
    assert_true(longword_joint('-') && longword_joint('/') && longword_joint('@'));
    assert_false(longword_joint('a') || longword_joint('\0'));
}

static void a_part_without_joints_fits_the_line_as_well_as_it_can(void **state) {
    (void)state;
    const char *text = "abcdefghijklmnopqrstuvwxyz";
    const size_t bytes = part(text, MM(15));
    assert_in_range(bytes, 5, 20);
    const mp width = shape_width(shape_text(fonts, FONT_REGULAR, text, bytes, NULL, diags), PT(9));
    const mp next =
        shape_width(shape_text(fonts, FONT_REGULAR, text, bytes + 1, NULL, diags), PT(9));
    assert_true(width <= MM(15) + 100);
    assert_true(next > MM(15));
}

static void there_is_always_a_part(void **state) {
    (void)state;
    assert_int_equal(part("WWW", 1), 1);
    assert_int_equal(part("\u20AC\u20AC", 1), strlen("\u20AC"));
}

static void accents_stay_with_their_letters(void **state) {
    (void)state;
    assert_int_equal(part("e\u0301\u0302e", 1), strlen("e\u0301\u0302"));
}

static void blanks_after_the_word_go_with_it(void **state) {
    (void)state;
    assert_int_equal(part("word  ", MM(40)), 6);
}

static void right_to_left_words_break_at_their_reading_order(void **state) {
    (void)state;
    const char *text = "\u05D0\u05D1\u05D2\u05D3\u05D4\u05D5\u05D6\u05D7\u05D8\u05D9\u05DA";
    const size_t bytes = part(text, MM(8));
    assert_in_range(bytes, 2, strlen(text) - 2);
    assert_int_equal(bytes % 2, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {CASE(a_part_ends_after_a_joint),
                                       CASE(a_joint_is_what_a_word_may_end_a_line_with),
                                       CASE(a_part_without_joints_fits_the_line_as_well_as_it_can),
                                       CASE(there_is_always_a_part),
                                       CASE(accents_stay_with_their_letters),
                                       CASE(blanks_after_the_word_go_with_it),
                                       CASE(right_to_left_words_break_at_their_reading_order)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
