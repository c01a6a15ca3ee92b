#include "comparecase.h"

#include "compare/comparejson.h"

static const char *json_of(void **state, struct sections before, struct sections after) {
    struct pair pair = pair_of(state, before, after);
    struct plan old_plan = *pair.before.plan, new_plan = *pair.after.plan;
    memcpy(old_plan.digest, "aaaa", 5);
    memcpy(new_plan.digest, "bbbb", 5);
    struct textbuf out;
    textbuf_init(&out, *state);
    comparejson(compare_plans(*state, &old_plan, NULL, &new_plan, NULL), &out);
    return textbuf_text(&out);
}

#define TARGETS(v) VALUE("M1", "2026-10", "target", v) VALUE("M1", "2026-11", "target", v)

static void the_json_has_exactly_the_promised_shape(void **state) {
    struct sections before = {.values = TARGETS("100")};
    before.more = CHANGES(CHANGE("C1", "M1", APPROVED "field='target' newValue='95'")
                              CHANGE("C2", "O1", APPROVED "field='Weight' newValue='9'"));
    struct sections after = before;
    after.values = TARGETS("95");
    assert_string_equal(
        json_of(state, before, after),
        "{\n"
        " \"format\":1,\n"
        " \"old\":{\"file\":\"old.xml\",\"sha256\":\"aaaa\",\"as_of\":\"2026-10-31\","
        "\"period\":\"2026-10\"},\n"
        " \"new\":{\"file\":\"new.xml\",\"sha256\":\"bbbb\",\"as_of\":\"2026-10-31\","
        "\"period\":\"2026-10\"},\n"
        " \"unapproved\":0,\n"
        " \"approved\":1,\n"
        " \"kinds\":{\"new\":0,\"retired\":0,\"renamed\":0,\"agreed\":1,\"restated\":0,"
        "\"withdrawn\":0,\"added\":0,\"status\":0,\"other\":0},\n"
        " \"differences\":[\n"
        "  {\"kind\":\"agreed\",\"entity\":\"measure\",\"id\":\"M1\",\"name\":\"Measure M1\","
        "\"sheet\":\"Measure Data\",\"part\":\"\",\"field\":\"target\",\"from\":\"2026-10\","
        "\"to\":\"2026-11\",\"count\":2,\"before\":\"100\",\"after\":\"95\","
        "\"score_before\":\"\",\"score_after\":\"\",\"marked\":false,\"needs_approval\":true,"
        "\"approval\":\"given\",\"request\":\"C1\",\"old_cell\":\"13:1\",\"new_cell\":\"13:1\"}\n"
        " ],\n"
        " \"owners\":[\n"
        "  {\"owner\":\"Owner\",\"unapproved\":0,\"targets\":0,\"approved\":1,\"restated\":0}\n"
        " ],\n"
        " \"requests_without_change\":[\n"
        "  {\"id\":\"C2\",\"linked\":\"O1\",\"field\":\"Weight\",\"period\":null,"
        "\"new_value\":\"9\",\"cell\":\"14:207\"}\n"
        " ]\n"
        "}\n");
}

static void without_differences_the_lists_are_empty(void **state) {
    const char *text = json_of(state, (struct sections){0}, (struct sections){0});
    assert_non_null(strstr(
        text, " \"differences\":[],\n \"owners\":[],\n \"requests_without_change\":[]\n}\n"));
}

static void what_one_side_lacks_is_null(void **state) {
    const char *text = json_of(state, (struct sections){0},
                               (struct sections){.themes = "<theme id='T1' "
                                                           "name='Supply'/>"});
    assert_non_null(strstr(text, "\"old_cell\":null,\"new_cell\":\""));
    assert_non_null(strstr(text, "\"from\":null,\"to\":null,\"count\":1"));
    assert_non_null(strstr(text, "\"approval\":\"not-needed\",\"request\":null"));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        fixture_test(the_json_has_exactly_the_promised_shape),
        fixture_test(without_differences_the_lists_are_empty),
        fixture_test(what_one_side_lacks_is_null),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
