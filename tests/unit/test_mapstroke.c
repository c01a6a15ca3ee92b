#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "report/mapstroke.h"

static void no_two_kinds_of_a_view_look_alike_without_colour(void **state) {
    (void)state;
    for (int a = LOOK_SHOWN; a <= LOOK_UNKNOWN; a++)
        for (int b = LOOK_SHOWN; b < a; b++) {
            struct map_stroke one = mapstroke_of((enum map_link_look)a, false);
            struct map_stroke two = mapstroke_of((enum map_link_look)b, false);
            assert_true(one.dash_on != two.dash_on || one.dash_off != two.dash_off);
        }
    assert_true(mapstroke_of(LOOK_SHARED, false).dash_on > 0);
    assert_int_equal(mapstroke_of(LOOK_SAME, false).dash_on, 0);
}

static void only_causes_tell_their_sign_by_the_line(void **state) {
    (void)state;
    assert_int_equal(mapstroke_of(LOOK_CAUSE, false).colour, MAPSTROKE_LINK);
    assert_int_equal(mapstroke_of(LOOK_CAUSE, true).colour, MAPSTROKE_NEGATIVE);
    assert_true(mapstroke_of(LOOK_CAUSE, true).dash_on > 0);
    assert_int_equal(mapstroke_of(LOOK_SHOWN, true).dash_on, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_two_kinds_of_a_view_look_alike_without_colour),
        cmocka_unit_test(only_causes_tell_their_sign_by_the_line),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
