#include "app/sarifresult.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

static int make_arena(void **state) {
    *state = arena_new(0, NULL, NULL);
    return *state ? 0 : -1;
}

static int drop_arena(void **state) {
    arena_free(*state);
    return 0;
}

static const char *message_of(struct arena *arena, const char *text) {
    struct diagnostics all = {.arena = arena};
    struct sarif sarif = {.all = &all};
    struct textbuf out;
    textbuf_init(&out, arena);
    json_init(&sarif.json, &out);
    json_open(&sarif.json, NULL, '{');
    sarifresult_message(&sarif, "m", text);
    json_close(&sarif.json);
    return textbuf_text(&out);
}

static const char *result_of(struct arena *arena, const struct diagnostic *item) {
    struct diagnostics all = {.arena = arena};
    struct sarif sarif = {.all = &all, .rules = idmap_new(arena)};
    struct textbuf out;
    textbuf_init(&out, arena);
    json_init(&sarif.json, &out);
    idmap_put(sarif.rules, "BP3809", 4);
    sarifresult_write(&sarif, item);
    return textbuf_text(&out);
}

static void braces_and_links_in_a_message_mean_themselves(void **state) {
    assert_string_equal(message_of(*state, "{0} [a] \\"), "{\"m\":{\"text\":\"{{0}} [a] \\\\\"}}");
    assert_string_equal(message_of(*state, "[a](b)"), "{\"m\":{\"text\":\"\\\\[a\\\\](b)\"}}");
}

static void a_path_becomes_a_reference(void **state) {
    struct diag diag = {.code = BP3809, .severity = DIAG_NOTE};
    struct diagnostic item = {.diag = &diag, .sentence = "s", .fingerprint = "f", .line = 3};
    item.path = "a b/%:\u00e9.xml";
    assert_non_null(strstr(result_of(*state, &item), "\"uri\":\"a%20b/%25%3A%C3%A9.xml\""));
    item.path = "/data/a.xml";
    const char *text = result_of(*state, &item);
    assert_non_null(strstr(text, "\"uri\":\"file:///data/a.xml\"},\"region\":{\"startLine\":3}"));
    assert_non_null(strstr(text, "\"ruleIndex\":4,\"level\":\"note\""));
}

static void a_cell_is_a_logical_location_and_a_waiver_has_one_of_its_own(void **state) {
    struct diag diag = {.code = BP3809,
                        .severity = DIAG_NOTE,
                        .suppression = DIAG_WAIVED,
                        .justification = "why",
                        .waiver = {.sheet = "Waivers", .row = 2, .col = 1, .line = 9}};
    struct diagnostic item = {.diag = &diag,
                              .sentence = "s",
                              .fingerprint = "f",
                              .path = "a.fods",
                              .waiver_path = "a.fods",
                              .line = 3,
                              .column = 7,
                              .cell = "'Bob''s'!B2"};
    const char *text = result_of(*state, &item);
    assert_non_null(strstr(text, "\"startLine\":3,\"startColumn\":7"));
    assert_non_null(
        strstr(text, "{\"name\":\"B2\",\"fullyQualifiedName\":\"'Bob''s'!B2\",\"kind\":\"cell\"}"));
    assert_non_null(strstr(text, "\"kind\":\"inSource\",\"status\":\"accepted\","
                                 "\"justification\":\"why\""));
    assert_non_null(strstr(text, "\"fullyQualifiedName\":\"Waivers!A2\""));
}

int main(void) {
    const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, make_arena, drop_arena)
        TEST(braces_and_links_in_a_message_mean_themselves),
        TEST(a_path_becomes_a_reference),
        TEST(a_cell_is_a_logical_location_and_a_waiver_has_one_of_its_own),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
