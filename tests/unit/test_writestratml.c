#include "export/writestratml.h"
#include "workbookfixture.h"
#include "xml/xmlcheck.h"
#include <stdio.h>

static const char *written(struct book *book, const char *notation) {
    struct textbuf out;
    textbuf_init(&out, book->arena);
    book_read(book, book_excel(book, notation));
    assert_int_equal(diags_count(book->diags, DIAG_ERROR), 0);
    book->diags = diags_new(book->arena);
    writestratml(book->arena, book->workbook, book->diags, &out);
    return textbuf_text(&out);
}

static void assert_holds(const char *text, const char *expected) {
    if (!strstr(text, expected))
        fail_msg("no '%s' in:\n%s", expected, text);
}

/* Without the blanks that only indent. */
static const char *dense(struct book *book, const char *text) {
    struct textbuf out;
    textbuf_init(&out, book->arena);
    while (*text) {
        text += strspn(text, " ");
        size_t length = strcspn(text, "\n");
        textbuf_bytes(&out, text, length);
        text += length + (text[length] == '\n');
    }
    return textbuf_text(&out);
}

#define THEMES                                                                                     \
    "#Themes\nTheme ID|Strategic Theme|Theme Owner|Description\nT1|Supply|COO|Never out.\n"
#define THEMED                                                                                     \
    "#Objectives\nObjective ID|Objective|Unit ID|Perspective ID|Theme ID|Objective Owner|"         \
    "Intended Result\nO1|Keep supplied|U0|P1|T1|COO|No one waits.\nO2|Recruit|U1|P1||CMO|\n"
#define DATA                                                                                       \
    "#Measure Data\nMeasure ID|Period|Series|Value|Note\n"                                         \
    "M2|2026-Q3|actual|n:6.25|\n"                                                                  \
    "M1|2026-09|actual|p:0.915|late\n"                                                             \
    "M1|2026-08|actual|n:90|\n"                                                                    \
    "M1|2026-09|target|p:0.95|\n"                                                                  \
    "M1|2026-09|forecast|n:99|\n"

static void themes_are_goals_and_perspectives_their_information(void **state) {
    struct book *book = *state;
    const char *text = dense(book, written(book, FIXTURE_CORE FIXTURE_UNITS FIXTURE_PERSPECTIVES
                                                     THEMES THEMED FIXTURE_MEASURES));
    assert_holds(text, "<Goal><Name>Supply</Name><Description>Never out.</Description>"
                       "<Identifier>T1</Identifier><SequenceIndicator>1</SequenceIndicator>"
                       "<Stakeholder><Name>COO</Name><Role><Name>Owner</Name><RoleType>Performer"
                       "</RoleType></Role></Stakeholder><OtherInformation>Perspectives: "
                       "Stakeholders: O1</OtherInformation><Objective><Name>Keep supplied</Name>"
                       "<Description>No one waits.</Description><Identifier>O1</Identifier>"
                       "<SequenceIndicator>1.1</SequenceIndicator>");
    assert_holds(text, "</Goal><Goal><Name>Further objectives</Name><Description/>"
                       "<SequenceIndicator>2</SequenceIndicator>");
    assert_holds(text, "<SequenceIndicator>2.1</SequenceIndicator>");
}

static void without_themes_perspectives_are_goals(void **state) {
    struct book *book = *state;
    const char *text = dense(book, written(book, FIXTURE_ALL));
    assert_holds(text, "<Goal><Name>Stakeholders</Name><Description/><Identifier>P1</Identifier>");
    assert_null(strstr(text, "Further objectives"));
    assert_null(strstr(text, "Perspectives:"));
}

static void the_organization_comes_first(void **state) {
    struct book *book = *state;
    const char *text = dense(
        book, written(book, "#Organization\nProperty|Value\nOrganization ID|42\n"
                            "Organization Name|R & D\nVision|V\nMission|M\nValues|Care; ;Trust\n"
                            "Description|About.\nBase Currency|EUR\nFiscal Year Start|01-01\n"
                            "Reporting Date|2026-10-31\nReporting Period|2026-09\n"
                            "Convention Version|1\n" FIXTURE_UNITS FIXTURE_PERSPECTIVES
                                FIXTURE_OBJECTIVES FIXTURE_MEASURES));
    assert_holds(text, "Type=\"Strategic_Plan\"><Name>R &amp; D</Name><StrategicPlanCore>"
                       "<Organization><Name>R &amp; D</Name><Identifier>_42</Identifier>"
                       "<Description>About.</Description></Organization>"
                       "<Vision><Description>V</Description></Vision>"
                       "<Mission><Description>M</Description></Mission>"
                       "<Value><Name>Care</Name></Value><Value><Name>Trust</Name></Value>"
                       "<Goal>");
    assert_holds(text, "<AdministrativeInformation><PublicationDate>2026-10-31</PublicationDate>"
                       "</AdministrativeInformation></PerformancePlanOrReport>");
}

static void a_period_is_one_instance_with_its_target_first(void **state) {
    struct book *book = *state;
    const char *text = dense(book, written(book, FIXTURE_ALL DATA));
    assert_holds(text, "Type=\"Performance_Report\"");
    assert_holds(text,
                 "<Identifier>M1</Identifier><MeasurementInstance><ActualResult><StartDate>"
                 "2026-08-01</StartDate><EndDate>2026-08-31</EndDate><NumberOfUnits>90"
                 "</NumberOfUnits></ActualResult></MeasurementInstance><MeasurementInstance>"
                 "<TargetResult><StartDate>2026-09-01</StartDate><EndDate>2026-09-30</EndDate>"
                 "<NumberOfUnits>95</NumberOfUnits></TargetResult><ActualResult><StartDate>"
                 "2026-09-01</StartDate><EndDate>2026-09-30</EndDate><NumberOfUnits>91.5"
                 "</NumberOfUnits><Description>late</Description></ActualResult>"
                 "</MeasurementInstance><OtherInformation>");
    assert_null(strstr(text, "<NumberOfUnits>99<"));
}

static void targets_alone_make_a_performance_plan(void **state) {
    struct book *book = *state;
    assert_holds(written(book, FIXTURE_ALL "#Measure Data\nMeasure ID|Period|Series|Value\n"
                                           "M1|2026-09|target|n:90\n"),
                 "Type=\"Performance_Plan\"");
}

static void a_parent_measure_is_a_relationship(void **state) {
    struct book *book = *state;
    const char *text = dense(
        book,
        written(book, FIXTURE_CORE FIXTURE_UNITS FIXTURE_PERSPECTIVES FIXTURE_OBJECTIVES
                "#Measures\nMeasure ID|Measure|Objective ID|Definition/Formula|Unit of Measure|"
                "Polarity|Frequency|Aggregation|Measure Owner|Data Source|Parent Measure ID|"
                "Leading/Lagging\n"
                "1|A|O1|d|n|higher|monthly|sum|x|y||leading\nM2|B|O2|d|n|higher|monthly|sum|x|y|1|"
                "lagging\n"));
    assert_holds(text, "<Relationship RelationshipType=\"Narrower_Than\"><ReferentIdentifier>_1"
                       "</ReferentIdentifier></Relationship>");
    assert_holds(text, "ValueChainStage=\"Output\"");
    assert_holds(text, "ValueChainStage=\"Outcome\"");
}

static void one_identifier_is_used_once_in_the_file_BP2098(void **state) {
    struct book *book = *state;
    const char *text = dense(
        book, written(book, FIXTURE_CORE FIXTURE_UNITS FIXTURE_MEASURES
                      "#Perspectives\nPerspective ID|Perspective Name|Display Order\nO1|S|n:1\n"
                      "#Objectives\nObjective ID|Objective|Unit ID|Perspective ID|Objective Owner\n"
                      "O1|A|U0|O1|X\nO2|B|U0|O1|X\n"));
    assert_holds(text, "<Name>A</Name><Identifier>O1-2</Identifier>");
    book_assert_finding(book, "note: the id 'O1' of 'Objectives' was written as 'O1-2' [BP2098]");
}

#define CHAIN(state)                                                                               \
    FIXTURE_CORE FIXTURE_UNITS FIXTURE_PERSPECTIVES FIXTURE_OBJECTIVES                             \
        "#Measures\nMeasure ID|Measure|Objective ID|Definition/Formula|Unit of Measure|"           \
        "Polarity|Frequency|Aggregation|Measure Owner|Data Source|Parent Measure ID|"              \
        "Measure State\nM1|A|O1|d|n|higher|monthly|sum|x|y||" state                                \
        "\nM2|B|O2|d|n|higher|monthly|sum|x|y|M1|\n"

static void a_parent_that_is_not_written_is_not_referred_to(void **state) {
    struct book *book = *state;
    assert_holds(written(book, CHAIN("active")), "<ReferentIdentifier>M1<");
    struct book *other = book_new();
    const char *text = written(other, CHAIN("retired"));
    assert_null(strstr(text, "Relationship"));
    book_assert_finding(other, "parents that are not written (1) [BP2096]");
    arena_free(other->arena);
}

static void rows_of_one_id_have_identifiers_of_their_own(void **state) {
    struct book *book = *state;
    const char *text = dense(
        book, written(book, FIXTURE_CORE FIXTURE_UNITS FIXTURE_PERSPECTIVES FIXTURE_MEASURES
                      "#Objectives\nObjective ID|Objective|Unit ID|Perspective ID|Objective Owner\n"
                      "O1|A|U0|P1|X\nO1|B|U0|P1|X\nO1|C|U0|P1|X\n"));
    assert_holds(text, "<Name>A</Name><Identifier>O1</Identifier>");
    assert_holds(text, "<Name>B</Name><Identifier>O1-2</Identifier>");
    assert_holds(text, "<Name>C</Name><Identifier>O1-3</Identifier>");
    book_assert_finding(book, "note: the id 'O1' of 'Objectives' was written as 'O1-3' [BP2098]");
}

static void retired_rows_stay_behind(void **state) {
    struct book *book = *state;
    const char *text =
        written(book, FIXTURE_CORE FIXTURE_UNITS FIXTURE_PERSPECTIVES FIXTURE_MEASURES
                "#Objectives\nObjective ID|Objective|Unit ID|Perspective ID|Objective Owner|State\n"
                "O1|Alpha|U0|P1|X|retired\nO2|Beta|U0|P1|X|active\n");
    assert_null(strstr(text, "Alpha"));
    assert_holds(text, "Beta");
}

static void a_workbook_of_next_to_nothing_is_still_a_plan(void **state) {
    struct book *book = *state;
    struct workbook *workbook = arena_alloc(book->arena, sizeof *workbook);
    struct textbuf out;
    textbuf_init(&out, book->arena);
    workbook->path = "in.xml";
    writestratml(book->arena, workbook, book->diags, &out);
    assert_holds(textbuf_text(&out), "<Goal>");
}

static const char *schema(struct book *book, size_t *length) {
    FILE *file = fopen("tests/schemas/stratml-part2.xsd", "rb");
    assert_non_null(file);
    char *text = arena_alloc(book->arena, 65536);
    *length = fread(text, 1, 65535, file);
    fclose(file);
    return text;
}

static void what_is_written_is_valid(void **state) {
    struct book *book = *state;
    size_t length;
    const char *xsd = schema(book, &length);
    const char *text = written(
        book, FIXTURE_CORE FIXTURE_UNITS FIXTURE_PERSPECTIVES THEMES THEMED FIXTURE_MEASURES DATA);
    struct diags *diags = diags_new(book->arena);
    assert_true(xmlcheck_valid(book->arena, "out.stratml", text, strlen(text), xsd, length, diags));
    assert_int_equal(diags_count(diags, DIAG_NOTE), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        BOOK_TEST(themes_are_goals_and_perspectives_their_information),
        BOOK_TEST(without_themes_perspectives_are_goals),
        BOOK_TEST(the_organization_comes_first),
        BOOK_TEST(a_period_is_one_instance_with_its_target_first),
        BOOK_TEST(targets_alone_make_a_performance_plan),
        BOOK_TEST(a_parent_measure_is_a_relationship),
        BOOK_TEST(one_identifier_is_used_once_in_the_file_BP2098),
        BOOK_TEST(a_parent_that_is_not_written_is_not_referred_to),
        BOOK_TEST(rows_of_one_id_have_identifiers_of_their_own),
        BOOK_TEST(retired_rows_stay_behind),
        BOOK_TEST(a_workbook_of_next_to_nothing_is_still_a_plan),
        BOOK_TEST(what_is_written_is_valid),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
