#include "derivecase.h"

static const char *json_of(struct fixture *f, const char *id, unsigned depth) {
    struct derivations all = {.list = {0}};
    derivation_of(f->arena, fixture_assess(f), id, depth, &all);
    derivation_of(f->arena, fixture_assess(f), id, depth, &all);
    struct textbuf out;
    textbuf_init(&out, f->arena);
    derivation_json(&all, &out);
    return textbuf_text(&out);
}

static size_t count(const char *text, const char *part) {
    size_t found = 0;
    for (const char *at = strstr(text, part); at; at = strstr(at + 1, part))
        found++;
    return found;
}

static void each_entity_stands_once(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    add_simple(f, "M1", one_objective(f), "95");
    const char *text = json_of(f, "O1", 1);
    assert_int_equal(count(text, "\"entity\":"), 2);
    assert_int_equal(count(text, "\"entity\":\"measure\""), 1);
    assert_int_equal(count(json_of(f, "O1", 0), "\"entity\":"), 1);
    fixture_free(f);
}

static void steps_carry_rule_formula_inputs_and_cells(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct threshold *t = add_threshold(f, add_simple(f, "M1", one_objective(f), "95"), "90");
    t->red.place =
        (struct place){.file = "b.fods", .line = 7, .sheet = "Thresholds", .row = 2, .col = 4};
    const char *text = json_of(f, "M1", 0);
    assert_non_null(strstr(text, "\"figure\":\"status\",\"rule\":2,"));
    assert_non_null(
        strstr(text, "\"formula\":\"95 < 100 and 95 >= 90 -> amber\",\"result\":\"amber\""));
    assert_non_null(strstr(text,
                           "{\"name\":\"red flag\",\"value\":\"90\",\"cell\":\"Thresholds!D2\","
                           "\"default\":false,\"of\":null}"));
    assert_non_null(strstr(json_of(f, "O1", 0), "\"of\":\"M1\""));
    fixture_free(f);
}

static void what_no_rule_of_the_page_covers_has_none(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct process *p = FIXTURE_NEXT(f, processes);
    *p = (struct process){.id = "3", .name = "Reviews", .owner = "", .in_scope = true};
    assert_non_null(strstr(json_of(f, "3", 0), "\"figure\":\"planned FTE\",\"rule\":null,"));
    fixture_free(f);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_entity_stands_once),
        cmocka_unit_test(steps_carry_rule_formula_inputs_and_cells),
        cmocka_unit_test(what_no_rule_of_the_page_covers_has_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
