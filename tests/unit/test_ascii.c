#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/ascii.h"

static void classes_know_only_ascii(void **state) {
    (void)state;
    assert_true(ascii_digit('0') && ascii_digit('9'));
    assert_false(ascii_digit('/') || ascii_digit(':'));
    assert_true(ascii_letter('a') && ascii_letter('Z'));
    assert_false(ascii_letter('@') || ascii_letter('[') || ascii_letter((char)0xE4));
    assert_int_equal(ascii_lower('Q'), 'q');
    assert_int_equal(ascii_lower((char)0xC4), (char)0xC4);
}

static void texts_are_compared_without_their_case(void **state) {
    (void)state;
    assert_true(ascii_same("Measure ID", "measure id"));
    assert_true(ascii_same("", ""));
    assert_false(ascii_same("measure", "measures"));
    assert_false(ascii_same("measures", "measure"));
    assert_false(ascii_same("Gr\xC3\x96\xC3\x9F"
                            "e",
                            "gr\xC3\xB6\xC3\x9F"
                            "e"));
}

static void a_prefix_is_found_at_the_start_only(void **state) {
    (void)state;
    assert_true(ascii_starts("boardpack", "board"));
    assert_true(ascii_starts("board", ""));
    assert_false(ascii_starts("boa", "board"));
    assert_false(ascii_starts("aboard", "board"));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(classes_know_only_ascii),
        cmocka_unit_test(texts_are_compared_without_their_case),
        cmocka_unit_test(a_prefix_is_found_at_the_start_only),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
