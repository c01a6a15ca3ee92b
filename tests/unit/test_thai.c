#include "arenacase.h"

#include "text/breaks.h"
#include "text/thai.h"
#include <string.h>

static struct thai *thai;

/* The text with '|' where a line may end. */
static const char *divided(const char *text) {
    static char out[4096];
    static uint8_t kinds[2048];
    const size_t bytes = strlen(text);
    assert_true(bytes <= sizeof kinds);
    breaks_find(text, bytes, "th", thai, kinds);
    size_t to = 0;
    for (size_t i = 0; i < bytes; i++) {
        out[to++] = text[i];
        if (i + 1 < bytes && kinds[i] != BREAK_NO)
            out[to++] = '|';
    }
    out[to] = '\0';
    return out;
}

static void words_are_parted(void **state) {
    (void)state;
    thai = thai_new(arena);
    /* "blood service", "every month" */
    assert_string_equal(
        divided("\u0E1A\u0E23\u0E34\u0E01\u0E32\u0E23\u0E42\u0E25\u0E2B\u0E34\u0E15"),
        "\u0E1A\u0E23\u0E34\u0E01\u0E32\u0E23|\u0E42\u0E25\u0E2B\u0E34\u0E15");
    assert_string_equal(divided("\u0E17\u0E38\u0E01\u0E40\u0E14\u0E37\u0E2D\u0E19"),
                        "\u0E17\u0E38\u0E01|\u0E40\u0E14\u0E37\u0E2D\u0E19");
}

static void other_letters_around_stay_as_they_are(void **state) {
    (void)state;
    thai = thai_new(arena);
    assert_string_equal(divided("Total (\u0E17\u0E38\u0E01\u0E40\u0E14\u0E37\u0E2D\u0E19) 2026"),
                        "Total |(\u0E17\u0E38\u0E01|\u0E40\u0E14\u0E37\u0E2D\u0E19) |2026");
    assert_string_equal(divided("No Thai"), "No |Thai");
}

static void very_long_rows_are_taken(void **state) {
    (void)state;
    thai = thai_new(arena);
    char text[1501] = "";
    for (int i = 0; i < 500; i++)
        memcpy(text + 3 * i, "\u0E01", 3);
    assert_true(strlen(divided(text)) >= 1500);
}

/* What the arena is to release takes memory in it. */
static void the_dictionary_is_opened_once_and_only_for_thai(void **state) {
    (void)state;
    thai = thai_new(arena);
    const size_t before = arena_used(arena);
    divided("\u0420\u0443\u0441");
    assert_int_equal(arena_used(arena), before);
    divided("\u0E17\u0E38\u0E01\u0E40\u0E14\u0E37\u0E2D\u0E19");
    const size_t opened = arena_used(arena);
    assert_true(opened > before);
    divided("\u0E42\u0E25\u0E2B\u0E34\u0E15");
    assert_int_equal(arena_used(arena), opened);
}

int main(void) {
    const struct CMUnitTest tests[] = {ARENA_TEST(words_are_parted),
                                       ARENA_TEST(other_letters_around_stay_as_they_are),
                                       ARENA_TEST(very_long_rows_are_taken),
                                       ARENA_TEST(the_dictionary_is_opened_once_and_only_for_thai)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
