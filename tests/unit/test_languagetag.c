#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/languagetag.h"

static void a_region_does_not_make_another_language(void **state) {
    (void)state;
    assert_true(languagetag_same("fr", "fr-CA"));
    assert_true(languagetag_same("pt-BR", "pt-PT"));
    assert_true(languagetag_same("DE", "de-AT"));
    assert_false(languagetag_same("fr", "fry"));
    assert_false(languagetag_same("en", "de"));
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(a_region_does_not_make_another_language)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
