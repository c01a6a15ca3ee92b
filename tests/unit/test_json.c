#include "base/json.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

struct desk {
    struct arena *arena;
    struct textbuf out;
    struct json json;
};

static int setup(void **state) {
    struct arena *arena = arena_new(0, NULL, NULL);
    struct desk *desk = arena_alloc(arena, sizeof *desk);
    desk->arena = arena;
    textbuf_init(&desk->out, arena);
    json_init(&desk->json, &desk->out);
    *state = desk;
    return 0;
}

static int teardown(void **state) {
    struct desk *desk = *state;
    arena_free(desk->arena);
    return 0;
}

static void commas_stand_between_values_only(void **state) {
    struct desk *desk = *state;
    struct json *json = &desk->json;
    json_open(json, NULL, '{');
    json_text(json, "text", "a \"b\"\n");
    json_number(json, "number", -7);
    json_flag(json, "flag", true);
    json_open(json, "list", '[');
    json_null(json, NULL);
    json_decimal(json, NULL, decimal_micro(1500000));
    json_open(json, NULL, '{');
    json_close(json);
    json_close(json);
    json_text(json, "nothing", NULL);
    json_close(json);
    assert_string_equal(textbuf_text(&desk->out), "{\"text\":\"a \\\"b\\\"\\n\",\"number\":-7,"
                                                  "\"flag\":true,\"list\":[null,1.5,{}],"
                                                  "\"nothing\":null}");
}

static void containers_may_have_a_line_for_each_value(void **state) {
    struct desk *desk = *state;
    struct json *json = &desk->json;
    json_open_lines(json, NULL, '{');
    json_open_lines(json, "rows", '[');
    json_number(json, NULL, 1);
    json_open(json, NULL, '[');
    json_number(json, NULL, 2);
    json_number(json, NULL, 3);
    json_close(json);
    json_close(json);
    json_open_lines(json, "none", '[');
    json_close(json);
    json_close(json);
    assert_string_equal(textbuf_text(&desk->out),
                        "{\n \"rows\":[\n  1,\n  [2,3]\n ],\n \"none\":[]\n}");
}

static void several_values_may_stand_at_the_top(void **state) {
    struct desk *desk = *state;
    for (int i = 0; i < 2; i++) {
        json_open(&desk->json, NULL, '{');
        json_close(&desk->json);
        textbuf_char(&desk->out, '\n');
    }
    assert_string_equal(textbuf_text(&desk->out), "{}\n{}\n");
}

int main(void) {
    const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
        TEST(commas_stand_between_values_only),
        TEST(containers_may_have_a_line_for_each_value),
        TEST(several_values_may_stand_at_the_top),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
