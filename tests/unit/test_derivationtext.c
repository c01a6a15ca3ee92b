#include "derivecase.h"

static const char *text_of(struct fixture *f, const char *id, unsigned depth) {
    struct derivations all = {.list = {0}};
    derivation_of(f->arena, fixture_assess(f), id, depth, &all);
    struct textbuf out;
    textbuf_init(&out, f->arena);
    derivation_text(&all, &out);
    return textbuf_text(&out);
}

static void the_first_line_is_the_answer_and_the_steps_follow(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct measure *m = add_simple(f, "M1", one_objective(f), "95");
    struct threshold *t = add_threshold(f, m, "90");
    t->red.place =
        (struct place){.file = "b.fods", .line = 7, .sheet = "Thresholds", .row = 2, .col = 4};
    const char *text = text_of(f, "M1", 0);
    assert_memory_equal(text, "M1 M1 is amber (score 50.0) in 2026-10\n\n  1. period: 2026-10\n",
                        61);
    assert_non_null(strstr(text, "  4. red flag: 90\n"
                                 "      As given. (rule 2)\n"
                                 "      - red flag: 90 [Thresholds!D2]\n"));
    assert_non_null(strstr(text, "      95 < 100 and 95 >= 90 -> amber\n"));
    fixture_free(f);
}

static void a_place_without_a_cell_is_a_line(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct threshold *t = add_threshold(f, add_simple(f, "M1", one_objective(f), "95"), "90");
    t->red.place = (struct place){.file = "b.xml", .line = 7};
    assert_non_null(strstr(text_of(f, "M1", 0), "- red flag: 90 [line 7]\n"));
    fixture_free(f);
}

static void lines_stay_within_100_columns(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct measure *m = add_measure(f, "M1", one_objective(f));
    m->aggregation = AGGREGATE_SUM;
    m->name = "A name with many words that goes on and on until no line of this width could hold "
              "it, let alone its status";
    add_months(f, m, "2026-01", "1234.5",
               (const char *[]){"1234.1", "1234.2", "1234.3", "1234.4", "1234.5", "1234.6",
                                "1234.7", "1234.8", "1234.9", "1235"},
               10);
    const char *text = text_of(f, "O1", 2);
    for (const char *line = text; *line; line += strcspn(line, "\n") + 1)
        if (strcspn(line, "\n") > 100)
            fail_msg("%zu columns: %.*s", strcspn(line, "\n"), 120, line);
    fixture_free(f);
}

static void children_follow_and_are_indented(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    add_simple(f, "M1", one_objective(f), "95");
    assert_null(strstr(text_of(f, "O1", 0), "\n    M1 M1 is amber"));
    assert_non_null(strstr(text_of(f, "O1", 1), "\n    M1 M1 is amber (score 50.0) in 2026-10\n"));
    assert_non_null(strstr(text_of(f, "O1", 0), "- weight of M1: 1 [default]\n"));
    fixture_free(f);
}

static void the_last_line_says_once_where_the_rules_are(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    add_simple(f, "M1", one_objective(f), "95");
    static const char line[] = "\nRules have the numbers that they have in the packet, on its page "
                               "Basis of preparation.\n";
    const char *text = text_of(f, "O1", 1);
    const char *found = strstr(text, line);
    assert_non_null(found);
    assert_string_equal(found, line); /* nothing follows */
    struct derivation plain = {.answer = "S1:P1 drives"};
    struct derivation_step step = {.figure = "p", .words = "Odds.", .formula = "", .result = "1"};
    vec_push(f->arena, &plain.steps, step);
    struct derivations one = {.list = {0}};
    vec_push(f->arena, &one.list, &plain);
    struct textbuf out;
    textbuf_init(&out, f->arena);
    derivation_text(&one, &out); /* no rule is named */
    assert_string_equal(textbuf_text(&out), "S1:P1 drives\n\n  1. p: 1\n      Odds.\n");
    fixture_free(f);
}

static void several_derivations_are_divided_by_an_empty_line(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct objective *o = one_objective(f);
    add_simple(f, "O1", o, "95");
    const char *text = text_of(f, "O1", 0);
    assert_memory_equal(text, "O1 O1 is amber", 14);
    assert_non_null(strstr(text, "\n\nO1 O1 is amber (score 50.0, coverage 100 %) in 2026-10\n"));
    fixture_free(f);
}

static void a_line_break_in_a_name_is_a_blank(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    add_simple(f, "M1", one_objective(f), "95")->name = "Orders \n filled";
    assert_memory_equal(text_of(f, "M1", 0), "M1 Orders filled is amber", 25);
    fixture_free(f);
}

static void a_step_of_no_rule_names_none(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct process *p = FIXTURE_NEXT(f, processes);
    *p = (struct process){.id = "PR", .name = "Reviews", .owner = "", .in_scope = true};
    const char *text = text_of(f, "PR", 0);
    assert_non_null(strstr(text, "      Of these, those in post.\n"));
    assert_null(strstr(text, "(rule "));
    fixture_free(f);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_first_line_is_the_answer_and_the_steps_follow),
        cmocka_unit_test(a_place_without_a_cell_is_a_line),
        cmocka_unit_test(lines_stay_within_100_columns),
        cmocka_unit_test(children_follow_and_are_indented),
        cmocka_unit_test(the_last_line_says_once_where_the_rules_are),
        cmocka_unit_test(several_derivations_are_divided_by_an_empty_line),
        cmocka_unit_test(a_line_break_in_a_name_is_a_blank),
        cmocka_unit_test(a_step_of_no_rule_names_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
