#include "stratmlcase.h"

#define PLAN(core, rest)                                                                           \
    "<PerformancePlanOrReport xmlns=\"" STRATML_SPACE "\">\n<StrategicPlanCore>\n" core            \
    "</StrategicPlanCore>\n" rest "</PerformancePlanOrReport>"
#define ADMIN(inside) "<AdministrativeInformation>" inside "</AdministrativeInformation>\n"
#define PUBLISHED     ADMIN("<PublicationDate>2026-02-10</PublicationDate>")
#define GOAL(inside)                                                                               \
    "<Goal><Name>G</Name><Description/><Identifier>g</Identifier>" inside "</Goal>\n"

static const char *text_of(struct book *book, enum schema_sheet sheet, size_t row, int column) {
    return book_field(book, sheet, row, column)->text;
}

static void an_organization_and_its_statements_are_read(void **state) {
    struct book *book = *state;
    book_read(book, PLAN("<Organization><Name>Harbour  Authority</Name><Acronym>HA</Acronym>"
                         "<Description>Runs it.</Description></Organization>"
                         "<Organization><Name>Other</Name></Organization>"
                         "<Vision><Description>V</Description></Vision>"
                         "<Mission><Description>M</Description></Mission>"
                         "<Value><Name>Care; trust</Name></Value><Value><Description>Openness"
                         "</Description></Value>" GOAL(""),
                         PUBLISHED));
    assert_int_equal(book->result, WORKBOOK_READ);
    assert_int_equal(book->workbook->format, WORKBOOK_STRATML);
    assert_string_equal(text_of(book, SHEET_ORGANIZATION, 0, COLUMN_ORGANIZATION_ID), "HA");
    assert_string_equal(text_of(book, SHEET_ORGANIZATION, 0, COLUMN_ORGANIZATION_NAME),
                        "Harbour Authority");
    assert_string_equal(text_of(book, SHEET_ORGANIZATION, 0, COLUMN_ORGANIZATION_VISION), "V");
    assert_string_equal(text_of(book, SHEET_ORGANIZATION, 0, COLUMN_ORGANIZATION_MISSION), "M");
    assert_string_equal(text_of(book, SHEET_ORGANIZATION, 0, COLUMN_ORGANIZATION_VALUES),
                        "Care, trust; Openness");
    assert_string_equal(text_of(book, SHEET_ORGANIZATION, 0, COLUMN_ORGANIZATION_DESCRIPTION),
                        "Runs it.");
    assert_string_equal(text_of(book, SHEET_UNITS, 0, COLUMN_UNITS_ID), "HA");
    book_assert_finding(book,
                        "a workbook has no place for these parts of 'Organization': Name (1)");
    assert_int_equal(diags_count(book->diags, DIAG_ERROR), 0);
}

static void what_stratml_cannot_say_of_an_organization_is_listed_BP2090(void **state) {
    struct book *book = *state;
    book_read(book, PLAN(GOAL(""), PUBLISHED));
    assert_string_equal(text_of(book, SHEET_ORGANIZATION, 0, COLUMN_ORGANIZATION_ID), "ORG");
    assert_false(
        book_field(book, SHEET_ORGANIZATION, 0, COLUMN_ORGANIZATION_BASE_CURRENCY)->filled);
    book_assert_finding(book,
                        "note: the plan does not say: Base Currency, Fiscal Year Start [BP2090]");
}

static void reporting_date_and_period_are_taken_from_dates_BP2089(void **state) {
    struct book *book = *state;
    book_read(book, stratml_results(book, STRATML_ACTUAL("2025-10-01", "2025-10-31", "1")));
    assert_string_equal(text_of(book, SHEET_ORGANIZATION, 0, COLUMN_ORGANIZATION_REPORTING_DATE),
                        "2026-02-10");
    assert_string_equal(text_of(book, SHEET_ORGANIZATION, 0, COLUMN_ORGANIZATION_REPORTING_PERIOD),
                        "2026-01");
    book_assert_finding(book,
                        "the plan does not say its Reporting Date; 2026-02-10 was taken, from "
                        "PublicationDate [BP2089]");
    struct book *last = book_new();
    book_read(last, PLAN(GOAL("<Objective><Name>O</Name><PerformanceIndicator>"
                              "<MeasurementDimension>M</"
                              "MeasurementDimension><MeasurementInstance>" STRATML_ACTUAL(
                                  "2024-07-01", "2025-06-30",
                                  "1") "</MeasurementInstance></PerformanceIndicator></Objective>"),
                         ""));
    assert_string_equal(text_of(last, SHEET_ORGANIZATION, 0, COLUMN_ORGANIZATION_REPORTING_DATE),
                        "2025-06-30");
    assert_string_equal(text_of(last, SHEET_ORGANIZATION, 0, COLUMN_ORGANIZATION_REPORTING_PERIOD),
                        "FY2025");
    assert_string_equal(text_of(last, SHEET_ORGANIZATION, 0, COLUMN_ORGANIZATION_FISCAL_YEAR_START),
                        "07-01");
    assert_int_equal(last->workbook->fiscal.start_month, 7);
    arena_free(last->arena);
}

static void the_days_of_the_plan_tell_the_fiscal_year_where_results_do_not(void **state) {
    struct book *book = *state;
    book_read(book, PLAN(GOAL(""), ADMIN("<StartDate>2024-04-01</StartDate>"
                                         "<EndDate>2027-03-31</EndDate>")));
    book_assert_finding(book, "Fiscal Year Start; 04-01 was taken, from StartDate and EndDate");
    book_assert_finding(book, "Reporting Date; 2024-04-01 was taken, from StartDate");
    assert_string_equal(text_of(book, SHEET_ORGANIZATION, 0, COLUMN_ORGANIZATION_REPORTING_PERIOD),
                        "FY2024");
}

/* The plan can still become a workbook, in which the date is filled in. */
static void a_plan_without_any_date_leaves_it_blank(void **state) {
    struct book *book = *state;
    book_read(book, PLAN(GOAL(""), ""));
    book_assert_finding(book, "note: the plan does not say: Base Currency, Fiscal Year Start, "
                              "Reporting Date, Reporting Period [BP2090]");
    assert_false(
        book_field(book, SHEET_ORGANIZATION, 0, COLUMN_ORGANIZATION_REPORTING_DATE)->filled);
    assert_int_equal(diags_count(book->diags, DIAG_ERROR), 0);
}

#define ACTUAL_IN_WORDS(dates)                                                                     \
    PLAN(GOAL("<Objective><Name>O</Name><PerformanceIndicator><MeasurementInstance><ActualResult>" \
              "<Description>Published.</Description>" dates "</ActualResult><TargetResult>"        \
              "<Description>More.</Description><EndDate>2030-12-31</EndDate></TargetResult>"       \
              "</MeasurementInstance></PerformanceIndicator></Objective>"),                        \
         "")

static void a_result_without_number_or_period_still_tells_the_reporting_date(void **state) {
    struct book *book = *state;
    book_read(book, ACTUAL_IN_WORDS("<EndDate>2012-01-26</EndDate>"));
    book_assert_finding(book, "Reporting Date; 2012-01-26 was taken, from the last ActualResult");
    assert_string_equal(text_of(book, SHEET_ORGANIZATION, 0, COLUMN_ORGANIZATION_REPORTING_PERIOD),
                        "2011");
    struct book *soon = book_new();
    book_read(soon, ACTUAL_IN_WORDS("<EndDate>soon</EndDate>"));
    assert_false(
        book_field(soon, SHEET_ORGANIZATION, 0, COLUMN_ORGANIZATION_REPORTING_DATE)->filled);
    arena_free(soon->arena);
}

static void a_plan_without_a_goal_is_reported_BP2093(void **state) {
    book_read(*state, PLAN("<Goal><Name/></Goal>", PUBLISHED));
    book_assert_finding(*state, "in.xml:2:1: error: the plan has no goal [BP2093]");
    struct book *bare = book_new();
    book_read(bare, "<StrategicPlan/>");
    assert_int_equal(bare->result, WORKBOOK_READ);
    book_assert_finding(bare, "[BP2093]");
    arena_free(bare->arena);
}

static void goals_are_themes_and_all_stands_in_one_perspective_BP2084(void **state) {
    struct book *book = *state;
    book_read(book, stratml_objective(book, ""));
    assert_string_equal(text_of(book, SHEET_THEMES, 0, COLUMN_THEMES_ID), "g");
    assert_string_equal(text_of(book, SHEET_OBJECTIVES, 0, COLUMN_OBJECTIVES_THEME), "g");
    assert_string_equal(text_of(book, SHEET_OBJECTIVES, 0, COLUMN_OBJECTIVES_PERSPECTIVE),
                        text_of(book, SHEET_PERSPECTIVES, 0, COLUMN_PERSPECTIVES_ID));
    assert_int_equal(book_count(book, SHEET_PERSPECTIVES), 1);
    book_assert_finding(book, "all objectives stand in one, 'Strategy' [BP2084]");
}

static void the_first_performer_owns(void **state) {
    struct book *book = *state;
    book_read(book, stratml_objective(
                        book, "<Stakeholder><Name>A</Name><Role><RoleType>Beneficiary</RoleType>"
                              "</Role></Stakeholder><Stakeholder><Name>B</Name><Role/><Role>"
                              "<RoleType>Beneficiary</RoleType><RoleType>Performer</RoleType>"
                              "</Role></Stakeholder><Stakeholder><Name>C</Name><Role><RoleType>"
                              "Performer</RoleType></Role></Stakeholder>"));
    assert_string_equal(text_of(book, SHEET_OBJECTIVES, 0, COLUMN_OBJECTIVES_OWNER), "B");
    book_assert_finding(book, "a workbook has no place for these parts of 'Stakeholder': Name (2)");
}

static void an_objective_without_a_performer_has_no_owner_BP2091(void **state) {
    struct book *book = *state;
    book_read(book, stratml_objective(book, "<Stakeholder><Name>A</Name></Stakeholder>"));
    assert_false(book_field(book, SHEET_OBJECTIVES, 0, COLUMN_OBJECTIVES_OWNER)->filled);
    book_assert_finding(book,
                        "in.xml:4:1: warning: the objective 'O' names no stakeholder with the "
                        "role Performer, so it has no owner [BP2091]");
}

static void names_are_made_where_there_are_none_BP2083(void **state) {
    struct book *book = *state;
    book_read(book, PLAN("<Goal><Name/><Description>Be the harbour that every captain knows and "
                         "recommends to every other captain in every port along this coast and "
                         "beyond it</Description><Objective><OtherInformation>x"
                         "</OtherInformation></Objective></Goal>\n",
                         PUBLISHED));
    assert_string_equal(text_of(book, SHEET_THEMES, 0, COLUMN_THEMES_NAME),
                        "Be the harbour that every captain knows and recommends to every other "
                        "captain in every port along this coast and…");
    assert_string_equal(text_of(book, SHEET_OBJECTIVES, 0, COLUMN_OBJECTIVES_NAME), "Objective 1");
    book_assert_finding(book, "warning: the 'Objective' has no 'Name'; it is called 'Objective 1' "
                              "[BP2083]");
}

static void names_too_long_to_print_are_cut_BP2094(void **state) {
    struct book *cut = *state;
    char name[501];
    memset(name, 'x', 500);
    for (int i = 9; i < 500; i += 10)
        name[i] = ' ';
    name[499] = '\0';
    book_read(cut, arena_printf(cut->arena, PLAN("<Goal><Name>%s</Name></Goal>", PUBLISHED), name));
    book_assert_finding(cut,
                        "warning: the 'Name' is longer than 400 characters; it was cut [BP2094]");
    assert_int_equal(diags_count(cut->diags, DIAG_ERROR), 0);
    assert_true(strlen(text_of(cut, SHEET_THEMES, 0, COLUMN_THEMES_NAME)) < 403);
}

static void an_indicator_is_a_measure_and_nothing_is_assumed_of_it_BP2085(void **state) {
    struct book *book = *state;
    book_read(book, stratml_objective(
                        book, "<PerformanceIndicator ValueChainStage='Outcome'>"
                              "<MeasurementDimension>Accidents</MeasurementDimension>"
                              "<UnitOfMeasurement>n</UnitOfMeasurement><Identifier>m</Identifier>"
                              "<OtherInformation>Those reported.</OtherInformation>"
                              "</PerformanceIndicator><PerformanceIndicator "
                              "ValueChainStage='Input'><MeasurementDimension>Money"
                              "</MeasurementDimension></PerformanceIndicator>"));
    assert_string_equal(text_of(book, SHEET_MEASURES, 0, COLUMN_MEASURES_NAME), "Accidents");
    assert_string_equal(text_of(book, SHEET_MEASURES, 0, COLUMN_MEASURES_OBJECTIVE), "o");
    assert_string_equal(text_of(book, SHEET_MEASURES, 0, COLUMN_MEASURES_DEFINITION),
                        "Those reported.");
    assert_string_equal(text_of(book, SHEET_MEASURES, 0, COLUMN_MEASURES_LEADING_LAGGING),
                        "lagging");
    assert_string_equal(text_of(book, SHEET_MEASURES, 1, COLUMN_MEASURES_LEADING_LAGGING),
                        "leading");
    assert_false(book_field(book, SHEET_MEASURES, 0, COLUMN_MEASURES_POLARITY)->filled);
    book_assert_finding(book, "in.xml:5:1: warning: the plan does not say of 'Accidents': "
                              "Polarity, Frequency, Aggregation, Measure Owner, Data Source "
                              "[BP2085]\n"
                              "  until then it is shown but not scored");
}

static void results_are_values(void **state) {
    struct book *book = *state;
    book_read(book, stratml_results(
                        book, "<TargetResult><StartDate>2025-01-01</StartDate><EndDate>2025-03-31"
                              "</EndDate><NumberOfUnits>1200.50</NumberOfUnits><Description>Budget"
                              "</Description></TargetResult>" STRATML_ACTUAL("2025-01-01",
                                                                             "2025-03-31", "-3")));
    assert_int_equal(book_count(book, SHEET_VALUES), 2);
    assert_string_equal(text_of(book, SHEET_VALUES, 0, COLUMN_VALUES_SERIES), "target");
    assert_string_equal(text_of(book, SHEET_VALUES, 0, COLUMN_VALUES_PERIOD), "2025-Q1");
    assert_string_equal(text_of(book, SHEET_VALUES, 0, COLUMN_VALUES_VALUE), "1200.5");
    assert_string_equal(text_of(book, SHEET_VALUES, 0, COLUMN_VALUES_NOTE), "Budget");
    assert_string_equal(text_of(book, SHEET_VALUES, 1, COLUMN_VALUES_SERIES), "actual");
    assert_string_equal(text_of(book, SHEET_VALUES, 1, COLUMN_VALUES_VALUE), "-3");
    assert_string_equal(text_of(book, SHEET_MEASURES, 0, COLUMN_MEASURES_FREQUENCY), "quarterly");
}

#define RELATED(type, referent)                                                                    \
    "<PerformanceIndicator><MeasurementDimension>M</MeasurementDimension><Identifier>m"            \
    "</Identifier><Relationship RelationshipType='" type "'><ReferentIdentifier>" referent         \
    "</ReferentIdentifier><Description>because</Description></Relationship>"                       \
    "</PerformanceIndicator><PerformanceIndicator><MeasurementDimension>N</MeasurementDimension>"  \
    "<Identifier>_n</Identifier></PerformanceIndicator></Objective><Objective><Name>P</Name>"      \
    "<Identifier>p</Identifier>"

static void narrower_indicators_feed_measures_and_drive_objectives(void **state) {
    struct book *book = *state;
    book_read(book, stratml_objective(book, RELATED("Narrower_Than", "_n")));
    assert_string_equal(text_of(book, SHEET_MEASURES, 0, COLUMN_MEASURES_PARENT), "n");
    struct book *link = book_new();
    book_read(link, stratml_objective(link, RELATED("Narrower_Than", "p")));
    assert_string_equal(text_of(link, SHEET_LINKS, 0, COLUMN_LINKS_FROM), "o");
    assert_string_equal(text_of(link, SHEET_LINKS, 0, COLUMN_LINKS_TO), "p");
    assert_string_equal(text_of(link, SHEET_LINKS, 0, COLUMN_LINKS_HYPOTHESIS), "because");
    struct book *peer = book_new();
    book_read(peer, stratml_objective(peer, RELATED("Peer_To", "p")));
    assert_int_equal(book_count(peer, SHEET_LINKS), 0);
    book_assert_finding(peer, "no place for these parts of 'Relationship': ReferentIdentifier (1)");
    arena_free(link->arena);
    arena_free(peer->arena);
}

static void relationships_to_nothing_are_counted_BP2092(void **state) {
    book_read(*state, stratml_objective(*state, RELATED("Narrower_Than", "elsewhere")));
    book_assert_finding(*state, "note: relationships to nothing in this plan were not read: 1, the "
                                "first to 'elsewhere' [BP2092]");
}

static void many_decimals_are_noted(void **state) {
    book_read(*state,
              stratml_results(*state, STRATML_ACTUAL("2025-01-01", "2025-03-31", "0.12345678")));
    book_assert_finding(*state, "numbers rounded to six decimals on 'workbook': 1 [BP2016]");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        BOOK_TEST(an_organization_and_its_statements_are_read),
        BOOK_TEST(what_stratml_cannot_say_of_an_organization_is_listed_BP2090),
        BOOK_TEST(reporting_date_and_period_are_taken_from_dates_BP2089),
        BOOK_TEST(the_days_of_the_plan_tell_the_fiscal_year_where_results_do_not),
        BOOK_TEST(a_plan_without_any_date_leaves_it_blank),
        BOOK_TEST(a_result_without_number_or_period_still_tells_the_reporting_date),
        BOOK_TEST(a_plan_without_a_goal_is_reported_BP2093),
        BOOK_TEST(goals_are_themes_and_all_stands_in_one_perspective_BP2084),
        BOOK_TEST(the_first_performer_owns),
        BOOK_TEST(an_objective_without_a_performer_has_no_owner_BP2091),
        BOOK_TEST(names_are_made_where_there_are_none_BP2083),
        BOOK_TEST(names_too_long_to_print_are_cut_BP2094),
        BOOK_TEST(an_indicator_is_a_measure_and_nothing_is_assumed_of_it_BP2085),
        BOOK_TEST(results_are_values),
        BOOK_TEST(narrower_indicators_feed_measures_and_drive_objectives),
        BOOK_TEST(relationships_to_nothing_are_counted_BP2092),
        BOOK_TEST(many_decimals_are_noted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
