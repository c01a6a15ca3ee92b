#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "report/tallycolumn.h"

static void every_status_has_one_column_the_worst_first(void **state) {
    (void)state;
    const struct tally tally = {.exceeds = 4, .green = 3, .amber = 2, .red = 1, .grey = 5};
    for (int i = 0; i < TALLYCOLUMNS; i++)
        assert_int_equal(tallycolumn_count(&tally, i), i + 1);
    assert_int_equal(tallycolumn_mark(0), MARK_RED);
    assert_int_equal(tallycolumn_mark(3), MARK_EXCEEDS);
    assert_string_equal(tallycolumn_word(0), "status.red");
    assert_string_equal(tallycolumn_word(4), "status.no-data");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_status_has_one_column_the_worst_first),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
