#include "base/csvline.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void quotes_stand_only_where_needed(void **state) {
    (void)state;
    struct arena *arena = arena_new(0, NULL, NULL);
    struct textbuf out;
    textbuf_init(&out, arena);
    csvline(&out,
            (const char *const[]){"plain", NULL, "a,b", "say \"so\"", "two\nlines", "", "it's"}, 7);
    csvline(&out, NULL, 0);
    assert_string_equal(textbuf_text(&out),
                        "plain,,\"a,b\",\"say \"\"so\"\"\",\"two\nlines\",,it's\r\n\r\n");
    arena_free(arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(quotes_stand_only_where_needed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
