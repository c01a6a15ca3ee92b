#include "derivecase.h"

static struct derivation one(const char *entity, const char *id, const char *answer) {
    return (struct derivation){.entity = entity, .id = id, .name = "Name", .answer = answer};
}

static void ids_stand_kind_by_kind_before_their_answers(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct derivation items[] = {
        one("measure", "M1", "M1 Rate is amber"), one("person", "Ann B\xc3\xa9", "Ann Bé: 1 FTE"),
        one("measure", "M10", "M10 Time is red"), one("person", "Al", "2 FTE")};
    struct derivations all = {.list = {0}};
    for (size_t i = 0; i < 4; i++)
        vec_push(f->arena, &all.list, &items[i]);
    struct textbuf out;
    textbuf_init(&out, f->arena);
    derivation_list_text(&all, &out);
    assert_string_equal(textbuf_text(&out), "measure\n"
                                            "  M1   Rate is amber\n"
                                            "  M10  Time is red\n"
                                            "\nperson\n"
                                            "  Ann Bé  1 FTE\n"
                                            "  Al      2 FTE\n");
    fixture_free(f);
}

static void a_very_long_id_pushes_its_answer_along(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct derivation items[] = {
        one("person", "A name that is longer than what there is room for", "x"),
        one("person", "Al", "y")};
    struct derivations all = {.list = {0}};
    vec_push(f->arena, &all.list, &items[0]);
    vec_push(f->arena, &all.list, &items[1]);
    struct textbuf out;
    textbuf_init(&out, f->arena);
    derivation_list_text(&all, &out);
    assert_string_equal(textbuf_text(&out),
                        "person\n  A name that is longer than what there is room for  x\n"
                        "  Al                                        y\n");
    fixture_free(f);
}

static void as_json_there_are_no_steps(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct derivation items[] = {one("measure", "M1", "a"), one("unit", "U1", "b")};
    items[1].place = (struct place){.file = "x.xml", .line = 3, .sheet = "Units", .row = 2};
    struct derivations all = {.list = {0}};
    vec_push(f->arena, &all.list, &items[0]);
    vec_push(f->arena, &all.list, &items[1]);
    struct textbuf out;
    textbuf_init(&out, f->arena);
    derivation_list_json(&all, &out);
    assert_non_null(strstr(textbuf_text(&out), "\"answer\":\"a\",\"cell\":null}"));
    assert_null(strstr(textbuf_text(&out), "steps"));
    fixture_free(f);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ids_stand_kind_by_kind_before_their_answers),
        cmocka_unit_test(a_very_long_id_pushes_its_answer_along),
        cmocka_unit_test(as_json_there_are_no_steps),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
