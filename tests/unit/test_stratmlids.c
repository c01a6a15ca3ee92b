#include "stratmlcase.h"
#include "workbook/stratmlids.h"

/* The ids that objectives with these identifiers get, divided by blanks. */
static const char *ids_of(struct book *book, const char *const *identifiers, size_t count) {
    struct textbuf text, out;
    textbuf_init(&text, book->arena);
    textbuf_init(&out, book->arena);
    textbuf_str(&text, "<StrategicPlan xmlns='http://www.stratml.net'><StrategicPlanCore><Goal>\n");
    for (size_t i = 0; i < count; i++)
        textbuf_printf(&text, "<Objective><Name>O</Name><Identifier>%s</Identifier></Objective>\n",
                       identifiers[i]);
    textbuf_str(&text, "</Goal></StrategicPlanCore></StrategicPlan>");
    struct stratmltree *tree =
        stratmltree_read(book->arena, "in.xml", textbuf_text(&text), text.length, book->diags);
    struct stratmlids *ids = stratmlids_new(book->arena, book->diags, tree);
    struct stratmltree_node *goal = stratmltree_child(
        stratmltree_child(stratmltree_top(tree), STRATMLTREE_CORE), STRATMLTREE_GOAL);
    for (struct stratmltree_node *node = stratmltree_child(goal, STRATMLTREE_OBJECTIVE); node;
         node = stratmltree_next(node))
        textbuf_printf(&out, "%s%s", out.length ? " " : "",
                       stratmlids_take(ids, node, SHEET_OBJECTIVES, "O"));
    stratmlids_report(ids);
    return textbuf_text(&out);
}
#define IDS(...)                                                                                   \
    ids_of(*state, (const char *const[]){__VA_ARGS__},                                             \
           sizeof((const char *const[]){__VA_ARGS__}) / sizeof(const char *))

static void an_underscore_in_front_is_dropped_without_a_word(void **state) {
    assert_string_equal(IDS("_78901c50-230a-4997-a95e-eeaf289a484e", "O.1", "a_b"),
                        "78901c50-230a-4997-a95e-eeaf289a484e O.1 a_b");
    assert_string_equal(book_findings(*state), "");
}

static void what_is_no_id_is_made_one_and_said_BP2080(void **state) {
    assert_string_equal(IDS("goal #2 / north"), "goal-2-north");
    assert_string_equal(book_findings(*state),
                        "in.xml:2:26: note: the identifier 'goal #2 / north' "
                        "became the id 'goal-2-north' [BP2080]\n");
}

static void a_second_of_the_name_is_numbered_BP2081(void **state) {
    assert_string_equal(IDS("a", "a-2", "a", "_a"), "a a-2 a-3 a-4");
    book_assert_finding(*state,
                        "in.xml:4:26: warning: the identifier 'a' stands in line 2 already; "
                        "here it became 'a-3' [BP2081]");
}

static void ids_are_made_where_there_are_none_BP2082(void **state) {
    assert_string_equal(IDS("", "o2", "__", "\xC3\xA9"), "O1 o2 O3 O4");
    assert_string_equal(book_findings(*state), "in.xml:2:1: note: ids were made for elements "
                                               "'Objective' without an identifier: 3, from 'O1' on "
                                               "[BP2082]\n");
}

static void long_identifiers_are_cut_to_an_id(void **state) {
    struct book *book = *state;
    char text[201];
    memset(text, 'x', 200);
    text[200] = '\0';
    assert_int_equal(strlen(stratmlids_clean(book->arena, text)), 64);
    assert_string_equal(stratmlids_clean(book->arena, "--"), "");
    assert_string_equal(stratmlids_clean(book->arena, "(1)"), "1");
}

static void thousands_of_one_name_take_no_time(void **state) {
    struct book *book = *state;
    size_t count = 20000;
    const char **all = arena_array(book->arena, count, sizeof *all);
    for (size_t i = 0; i < count; i++)
        all[i] = "same-name";
    const char *ids = ids_of(book, all, count);
    assert_non_null(strstr(ids, "same-name-20000"));
}

static void an_identifier_is_found_again(void **state) {
    struct book *book = *state;
    const char *text = stratml_objective(book, "");
    struct stratmltree *tree =
        stratmltree_read(book->arena, "in.xml", text, strlen(text), book->diags);
    struct stratmlids *ids = stratmlids_new(book->arena, book->diags, tree);
    struct stratmltree_node *goal = stratmltree_child(
        stratmltree_child(stratmltree_top(tree), STRATMLTREE_CORE), STRATMLTREE_GOAL);
    enum schema_sheet sheet;
    stratmlids_take(ids, goal, SHEET_THEMES, "G");
    assert_string_equal(stratmlids_find(ids, "g", &sheet), "g");
    assert_int_equal(sheet, SHEET_THEMES);
    assert_null(stratmlids_find(ids, "o", &sheet));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        BOOK_TEST(an_underscore_in_front_is_dropped_without_a_word),
        BOOK_TEST(what_is_no_id_is_made_one_and_said_BP2080),
        BOOK_TEST(a_second_of_the_name_is_numbered_BP2081),
        BOOK_TEST(ids_are_made_where_there_are_none_BP2082),
        BOOK_TEST(long_identifiers_are_cut_to_an_id),
        BOOK_TEST(thousands_of_one_name_take_no_time),
        BOOK_TEST(an_identifier_is_found_again),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
