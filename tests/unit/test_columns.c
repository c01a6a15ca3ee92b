#include "base/columns.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void columns_are_as_wide_as_their_widest_cell(void **state) {
    (void)state;
    struct arena *arena = arena_new(0, NULL, NULL);
    struct columns columns = {.arena = arena, .right = 2};
    struct textbuf out;
    textbuf_init(&out, arena);
    columns_add(&columns, (struct columns_row){{"NAME", "SUM", "END"}});
    columns_add(&columns, (struct columns_row){{"Z\u00fcrich", "12345", "x"}});
    columns_add(&columns, (struct columns_row){{"a"}});
    columns_add(&columns, (struct columns_row){{"b", "1"}});
    columns_print(&columns, &out);
    assert_string_equal(textbuf_text(&out), "  NAME      SUM  END\n"
                                            "  Z\u00fcrich  12345  x\n"
                                            "  a\n"
                                            "  b           1\n");
    arena_free(arena);
}

static void a_row_may_fill_all_columns(void **state) {
    (void)state;
    struct arena *arena = arena_new(0, NULL, NULL);
    struct columns columns = {.arena = arena};
    struct textbuf out;
    textbuf_init(&out, arena);
    columns_add(&columns, (struct columns_row){{"1", "2", "3", "4", "5", "6", "7", "8"}});
    columns_print(&columns, &out);
    assert_string_equal(textbuf_text(&out), "  1  2  3  4  5  6  7  8\n");
    arena_free(arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(columns_are_as_wide_as_their_widest_cell),
        cmocka_unit_test(a_row_may_fill_all_columns),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
