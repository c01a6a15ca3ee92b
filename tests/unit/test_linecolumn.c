#include "app/linecolumn.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

static struct linecolumn over(const char *text) {
    return (struct linecolumn){.bytes = text, .length = strlen(text)};
}

static void characters_are_counted_not_bytes(void **state) {
    (void)state;
    struct linecolumn reader = over("abc\n\u00e9\u6f22\U0001F600x\r\n\nend");
    assert_int_equal(linecolumn_runes(&reader, 1, 1), 1);
    assert_int_equal(linecolumn_runes(&reader, 1, 3), 3);
    assert_int_equal(linecolumn_runes(&reader, 2, 1), 1);
    assert_int_equal(linecolumn_runes(&reader, 2, 3), 2);
    assert_int_equal(linecolumn_runes(&reader, 2, 10), 4);
    assert_int_equal(linecolumn_runes(&reader, 4, 3), 3);
}

static void the_mark_at_the_start_of_a_file_is_no_character(void **state) {
    (void)state;
    struct linecolumn reader = over("\xEF\xBB\xBF<a>");
    assert_int_equal(linecolumn_runes(&reader, 1, 4), 1);
}

static void what_is_not_known_is_nought(void **state) {
    (void)state;
    struct linecolumn reader = over("ab\n\xE9 is Latin 1\nx");
    assert_int_equal(linecolumn_runes(&reader, 0, 1), 0);
    assert_int_equal(linecolumn_runes(&reader, 1, 0), 0);
    assert_int_equal(linecolumn_runes(&reader, 2, 1), 1);
    assert_int_equal(linecolumn_runes(&reader, 2, 2), 0);
    assert_int_equal(linecolumn_runes(&reader, 3, 9), 0);
    assert_int_equal(linecolumn_runes(&reader, 4, 1), 0);
    assert_int_equal(linecolumn_runes(&reader, 1, 1), 0); /* it does not go back */
    struct linecolumn none = {.bytes = NULL};
    assert_int_equal(linecolumn_runes(&none, 1, 1), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(characters_are_counted_not_bytes),
        cmocka_unit_test(the_mark_at_the_start_of_a_file_is_no_character),
        cmocka_unit_test(what_is_not_known_is_nought),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
