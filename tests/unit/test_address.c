#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "output/address.h"
#include <string.h>

static void only_harmless_schemes_and_relative_addresses_are_allowed(void **state) {
    (void)state;
    static const char *const good[] = {
        "https://a.example/x", "HTTP://a", "mailto:a@b.example", "#obj", "sub/page.html",
        "page?x=1:2",          "/top"};
    static const char *const bad[] = {NULL,
                                      "",
                                      "javascript:alert(1)",
                                      "data:text/html,x",
                                      "//evil.example",
                                      "file:///x",
                                      "java\nscript:x",
                                      " https:",
                                      "https",
                                      "ht tp:x",
                                      "vbscript:x",
                                      "\\\\host"};
    for (size_t i = 0; i < sizeof good / sizeof *good; i++)
        assert_true(address_allowed(good[i]));
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        if (!bad[i] || strcmp(bad[i], "https") != 0)
            assert_false(address_allowed(bad[i]));
    assert_true(address_allowed("https")); /* a file of that name */
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(only_harmless_schemes_and_relative_addresses_are_allowed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
