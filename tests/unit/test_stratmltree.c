#include "base/bounds.h"
#include "stratmlcase.h"
#include "workbook/stratmltree.h"

static struct stratmltree *grow(struct book *book, const char *text) {
    return stratmltree_read(book->arena, "in.xml", text, strlen(text), book->diags);
}

static void elements_become_nodes_in_their_places(void **state) {
    struct stratmltree *tree = grow(*state, stratml_objective(*state, ""));
    struct stratmltree_node *core = stratmltree_child(stratmltree_top(tree), STRATMLTREE_CORE);
    struct stratmltree_node *goal = stratmltree_child(core, STRATMLTREE_GOAL);
    struct stratmltree_node *objective = stratmltree_child(goal, STRATMLTREE_OBJECTIVE);
    assert_int_equal(stratmltree_place(tree, objective).line, 4);
    assert_int_equal(stratmltree_place(tree, objective).column, 1);
    assert_string_equal(stratmltree_take(objective, STRATMLTREE_NAME), "O");
    assert_null(stratmltree_next(goal));
    assert_true(goal->content);
    assert_string_equal(book_findings(*state), "");
}

static void any_prefix_and_cdata_are_read(void **state) {
    struct stratmltree *tree = grow(
        *state, "<s:StrategicPlan xmlns:s='http://www.stratml.net'><s:Name> <![CDATA[R & D]]>\n"
                "</s:Name></s:StrategicPlan>");
    assert_string_equal(stratmltree_take(stratmltree_top(tree), STRATMLTREE_NAME), "R & D");
    assert_string_equal(book_findings(*state), "");
}

static void placeholders_and_blanks_are_nothing(void **state) {
    struct stratmltree *tree = grow(
        *state, "<StrategicPlan xmlns='http://www.stratml.net'><Name>[To be determined]</Name>"
                "<Name> \n</Name><Name>[to BE named]</Name><Name>[To_be_identified]</Name><Name>"
                "PLACEHOLDER_12</Name><Name>[Total]</Name><OtherInformation>Placeholder text"
                "</OtherInformation></StrategicPlan>");
    assert_string_equal(stratmltree_take(stratmltree_top(tree), STRATMLTREE_OTHER),
                        "Placeholder text");
    assert_string_equal(stratmltree_take(stratmltree_top(tree), STRATMLTREE_NAME), "[Total]");
}

static void an_invented_namespace_is_noted_BP2075(void **state) {
    assert_non_null(grow(*state, "<StrategicPlan xmlns='urn:own'/>"));
    book_assert_finding(*state, "in.xml:1:1: note: the plan's namespace (urn:own) is none of "
                                "StratML's; it was read by the names of its elements [BP2075]");
}

static void disorder_is_one_finding_for_elements_of_a_name_BP2076(void **state) {
    struct book *book = *state;
    struct stratmltree *tree =
        grow(book, stratml_objective(book, "<PerformanceIndicator><Identifier>m</Identifier>"
                                           "<MeasurementDimension>M</MeasurementDimension>"
                                           "</PerformanceIndicator>\n"
                                           "<PerformanceIndicator><Identifier>n</Identifier>"
                                           "<MeasurementDimension>N</MeasurementDimension>"
                                           "</PerformanceIndicator>\n"));
    stratmltree_take_all(stratmltree_top(tree));
    stratmltree_report(tree);
    assert_string_equal(book_findings(book),
                        "in.xml:5:49: note: parts of 'PerformanceIndicator' stand out of order: "
                        "MeasurementDimension (2) [BP2076]\n");
}

static void the_elder_edition_orders_results_otherwise(void **state) {
    static const char text[] =
        "<PerformancePlanOrReport xmlns='http://www.stratml.net/PerformancePlanOrReport'>"
        "<StrategicPlanCore><Goal><Objective><PerformanceIndicator><MeasurementInstance>"
        "<TargetResult><Description>d</Description><StartDate>2025-01-01</StartDate></TargetResult>"
        "</MeasurementInstance></PerformanceIndicator></Objective></Goal></StrategicPlanCore>"
        "</PerformancePlanOrReport>";
    struct stratmltree *tree = grow(*state, text);
    stratmltree_take_all(stratmltree_top(tree));
    stratmltree_report(tree);
    assert_string_equal(book_findings(*state), "");
}

static void strangers_are_passed_over_with_all_they_hold_BP2077(void **state) {
    struct book *book = *state;
    struct stratmltree *tree = grow(
        book,
        stratml_objective(book, "<Budget><Name>no</Name></Budget>\n<Budget n='1'/>loose<Role><B "
                                "c=''/><B c='1'/></Role>\n"));
    stratmltree_take_all(stratmltree_top(tree));
    stratmltree_report(tree);
    assert_string_equal(
        book_findings(book),
        "in.xml:4:1: warning: 'text' has no place in 'Objective' by StratML: 1 [BP2077]\n"
        "in.xml:5:1: warning: 'Budget' has no place in 'Objective' by StratML: 2 [BP2077]\n"
        "in.xml:6:21: warning: 'Role' has no place in 'Objective' by StratML: 1 [BP2077]\n");
}

static void empty_strangers_are_left_behind_by_forms(void **state) {
    struct book *book = *state;
    struct stratmltree *tree =
        grow(book, stratml_objective(book, "<id/>\n<Budget a=''>\n <Role> </Role>\n</Budget>"));
    stratmltree_take_all(stratmltree_top(tree));
    stratmltree_report(tree);
    assert_string_equal(book_findings(book), "");
}

static void a_place_belongs_to_a_measurement(void **state) {
    struct book *book = *state;
    struct stratmltree *tree =
        grow(book, stratml_results(book, "<Place><Name>North</Name></Place>" STRATML_ACTUAL(
                                             "2025-01-01", "2025-01-31", "1")));
    stratmltree_report(tree);
    book_assert_finding(book, "a workbook has no place for these parts of 'Place': Name (1)");
    assert_null(strstr(book_findings(book), "BP2077"));
}

static void elements_inside_a_text_only_format_it(void **state) {
    struct book *book = *state;
    struct stratmltree *tree =
        grow(book,
             "<StrategicPlan xmlns='http://www.stratml.net'><Name>a<p>b</p><p>c <i>d</i></p></Name>"
             "</StrategicPlan>");
    assert_string_equal(stratmltree_take(stratmltree_top(tree), STRATMLTREE_NAME), "a\nb\nc d");
    stratmltree_report(tree);
    book_assert_finding(book, "'p' has no place in 'Name' by StratML: 2 [BP2077]");
}

static void what_nobody_took_is_one_finding_for_elements_of_a_name_BP2078(void **state) {
    struct book *book = *state;
    struct stratmltree *tree =
        grow(book, "<StrategicPlan xmlns='http://www.stratml.net' Type='x'>\n<Name>N</Name>\n"
                   "<Description>D</Description><AdministrativeInformation>\n"
                   "<Submitter><Surname>A</Surname></Submitter>\n"
                   "<Submitter><GivenName>B</GivenName><Surname>C</Surname></Submitter>"
                   "</AdministrativeInformation></StrategicPlan>");
    stratmltree_take(stratmltree_top(tree), STRATMLTREE_NAME);
    stratmltree_report(tree);
    assert_string_equal(
        book_findings(book),
        "in.xml:1:1: note: a workbook has no place for these parts of 'StrategicPlan': @Type (1), "
        "Description (1) [BP2078]\n"
        "in.xml:4:12: note: a workbook has no place for these parts of 'Submitter': Surname (2), "
        "GivenName (1) [BP2078]\n");
}

/* A finding has room for so much of a list: attributes may have any names. */
static void a_list_too_long_for_a_finding_is_divided(void **state) {
    struct book *book = *state;
    struct textbuf out;
    textbuf_init(&out, book->arena);
    textbuf_str(&out, "<StrategicPlan xmlns='http://www.stratml.net'");
    for (int i = 10; i < 40; i++)
        textbuf_printf(&out, " attribute%d='x'", i);
    textbuf_str(&out, "/>");
    stratmltree_report(grow(book, textbuf_text(&out)));
    const char *found = book_findings(book);
    size_t lists = 0;
    for (const char *at = found; (at = strstr(at, "[BP2078]")); at++)
        lists++;
    assert_int_equal(lists, 3);
    for (int i = 10; i < 40; i++)
        assert_non_null(strstr(found, arena_printf(book->arena, "@attribute%d (1)", i)));
}

static void empty_rows_are_counted_BP2079(void **state) {
    struct book *book = *state;
    struct stratmltree *tree =
        grow(book, stratml_objective(book, "<PerformanceIndicator><UnitOfMeasurement/>"
                                           "</PerformanceIndicator>\n<PerformanceIndicator>"
                                           "<SequenceIndicator>1</SequenceIndicator><Identifier>_1"
                                           "</Identifier><Relationship><Identifier>_2</Identifier>"
                                           "</Relationship></PerformanceIndicator>\n"));
    struct stratmltree_node *core = stratmltree_child(stratmltree_top(tree), STRATMLTREE_CORE);
    struct stratmltree_node *goal = stratmltree_child(core, STRATMLTREE_GOAL);
    stratmltree_report(tree);
    book_assert_finding(book, "in.xml:5:1: note: an empty 'PerformanceIndicator' in 'Objective' "
                              "was passed over: 2 [BP2079]\n");
    assert_null(strstr(book_findings(book), "parts of 'PerformanceIndicator'"));
    assert_null(strstr(book_findings(book), "parts of 'Relationship'"));
    assert_true(goal->content);
}

/* Where the indicator says something, it is not known what the identifier was meant for. */
static void the_identifier_of_a_relationship_is_told(void **state) {
    struct book *book = *state;
    struct stratmltree *tree =
        grow(book, stratml_objective(book, "<PerformanceIndicator><MeasurementDimension>M"
                                           "</MeasurementDimension><Relationship><Identifier>_2"
                                           "</Identifier></Relationship></PerformanceIndicator>"));
    stratmltree_report(tree);
    book_assert_finding(book, "parts of 'Relationship': Identifier (1) [BP2078]");
}

static void a_text_longer_than_a_cell_is_reported(void **state) {
    struct book *book = *state;
    char *text = arena_alloc(book->arena, 100);
    struct textbuf out;
    textbuf_init(&out, book->arena);
    memset(text, 'x', 99);
    textbuf_str(&out, "<StrategicPlan xmlns='http://www.stratml.net'><Name>");
    for (int i = 0; i < 400; i++)
        textbuf_str(&out, text);
    textbuf_str(&out, "</Name></StrategicPlan>");
    assert_non_null(grow(book, textbuf_text(&out)));
    book_assert_finding(book, "the text is longer than 32768 characters [BP2026]");
}

static void more_elements_than_rows_are_refused(void **state) {
    struct book *book = *state;
    struct textbuf out;
    textbuf_init(&out, book->arena);
    textbuf_str(&out, "<StrategicPlan xmlns='http://www.stratml.net'>");
    for (unsigned i = 0; i < BOUND_ROWS; i++)
        textbuf_str(&out, "<Name/>");
    textbuf_str(&out, "</StrategicPlan>");
    assert_null(grow(book, textbuf_text(&out)));
    book_assert_finding(book, " elements [BP1019]");
}

static void part_three_is_another_language(void **state) {
    (void)state;
    assert_true(stratmltree_root("StrategicPlan", ""));
    assert_true(stratmltree_root("PerformancePlanOrReport", STRATML_SPACE));
    assert_false(stratmltree_root("PerformancePlanOrReport", "http://schemas.stratml.us/3.5"));
    assert_false(stratmltree_root("StrategicPlan", "urn:schemas:AIIM:org:03201408:Extension"));
    assert_false(stratmltree_root("Goal", STRATML_SPACE));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        BOOK_TEST(elements_become_nodes_in_their_places),
        BOOK_TEST(any_prefix_and_cdata_are_read),
        BOOK_TEST(placeholders_and_blanks_are_nothing),
        BOOK_TEST(an_invented_namespace_is_noted_BP2075),
        BOOK_TEST(disorder_is_one_finding_for_elements_of_a_name_BP2076),
        BOOK_TEST(the_elder_edition_orders_results_otherwise),
        BOOK_TEST(strangers_are_passed_over_with_all_they_hold_BP2077),
        BOOK_TEST(empty_strangers_are_left_behind_by_forms),
        BOOK_TEST(a_place_belongs_to_a_measurement),
        BOOK_TEST(elements_inside_a_text_only_format_it),
        BOOK_TEST(what_nobody_took_is_one_finding_for_elements_of_a_name_BP2078),
        BOOK_TEST(a_list_too_long_for_a_finding_is_divided),
        BOOK_TEST(empty_rows_are_counted_BP2079),
        BOOK_TEST(the_identifier_of_a_relationship_is_told),
        BOOK_TEST(a_text_longer_than_a_cell_is_reported),
        BOOK_TEST(more_elements_than_rows_are_refused),
        BOOK_TEST(part_three_is_another_language),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
