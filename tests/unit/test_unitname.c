#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "report/unitname.h"

static void short_forms_have_a_name_and_other_units_none(void **state) {
    (void)state;
    assert_string_equal(unitname_of("L"), "litre");
    assert_string_equal(unitname_of("/100k"), "per-100k");
    assert_string_equal(unitname_of("/100000"), "per-100k");
    assert_string_equal(unitname_of("days"), "day");
    assert_string_equal(unitname_of("FTE"), "fte");
    assert_null(unitname_of("beds"));
    assert_null(unitname_of("%"));
    assert_null(unitname_of(""));
    assert_null(unitname_of(NULL));
}

static void a_mere_number_has_no_unit_to_be_told(void **state) {
    (void)state;
    assert_true(unitname_bare("n"));
    assert_true(unitname_bare("#"));
    assert_true(unitname_bare(""));
    assert_true(unitname_bare(NULL));
    assert_false(unitname_bare("%"));
    assert_false(unitname_bare("L"));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(short_forms_have_a_name_and_other_units_none),
        cmocka_unit_test(a_mere_number_has_no_unit_to_be_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
