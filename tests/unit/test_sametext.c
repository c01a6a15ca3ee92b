#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/sametext.h"

static void a_missing_text_is_the_same_as_no_other(void **state) {
    (void)state;
    const char copy[] = "one";
    assert_true(sametext("one", copy));
    assert_false(sametext("one", "two"));
    assert_true(sametext(NULL, NULL));
    assert_false(sametext(NULL, ""));
    assert_false(sametext("", NULL));
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(a_missing_text_is_the_same_as_no_other)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
