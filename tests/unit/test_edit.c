#include "plancase.h"

#include "workbook/edit.h"

/* A workbook with requests tried on it. */
struct tried {
    struct arena *arena;
    struct diags *diags;
    const struct workbook *before, *after; /* after: NULL if refused */
    struct edits edits;
};

#define SETTINGS "<settings rollupPolicy='majority'/>"
#define LIMITS                                                                                     \
    "<threshold measure='M1' redFlag='90'/>"                                                       \
    "<threshold measure='M2' redFlag='90'/><threshold measure='M2' from='2026-05-01' "             \
    "redFlag='80'/>"

static struct sections book(void) {
    return (struct sections){.settings = SETTINGS, .thresholds = LIMITS};
}

/* As plan_of() makes them, without the plan: it is no business of the workbook's. */
static const struct workbook *read(void **state, struct sections sections) {
    struct textbuf xml;
    struct workbook *workbook;
    textbuf_init(&xml, *state);
    fixture_xml(&xml, &sections);
    enum workbook_result result = workbook_read(*state, "plan.xml", textbuf_text(&xml), xml.length,
                                                diags_new(*state), &workbook);
    assert_int_equal(result, WORKBOOK_READ);
    return workbook;
}

static struct tried tried_on(void **state, struct sections sections, const char *const *requests,
                             size_t count) {
    struct tried t = {.arena = *state, .diags = diags_new(*state), .before = read(state, sections)};
    t.after = edit_workbook(t.arena, t.before, requests, count, t.diags, &t.edits);
    return t;
}

static struct tried tried(void **state, const char *request) {
    return tried_on(state, book(), &request, 1);
}

static const char *cell(const struct workbook *workbook, enum schema_sheet sheet, size_t row,
                        int column) {
    return workbook_field(&workbook->tables[sheet].records.items[row], column)->text;
}

static const struct edit *only(const struct tried *t) {
    if (!t->after) {
        struct textbuf text;
        textbuf_init(&text, t->arena);
        diags_text(t->diags, &text, 10);
        fail_msg("%s", textbuf_text(&text));
    }
    assert_int_equal(t->edits.list.count, 1);
    return &t->edits.list.items[0];
}

static void edit_is(const struct tried *t, const char *name, const char *before,
                    const char *after) {
    const struct edit *edit = only(t);
    assert_string_equal(edit->name, name);
    assert_string_equal(edit->before, before);
    assert_string_equal(edit->after, after);
}

/* Refused, and why: there is one finding. */
static const struct diag *only_finding(const struct tried *t) {
    size_t count;
    const struct diag *diags = diags_sorted(t->diags, &count);
    assert_null(t->after);
    assert_int_equal(count, 1);
    return diags;
}

struct refusal {
    const char *request, *message;
    const char *hint; /* NULL: there is none */
};

/* Refused with one finding, at the request and in no cell. */
static void refused(void **state, enum diag_code code, struct refusal expected) {
    struct tried t = tried(state, expected.request);
    const struct diag *diag = only_finding(&t);
    assert_int_equal(diag->code, code);
    assert_string_equal(diag->message, expected.message);
    assert_string_equal(diag->place.file, arena_printf(t.arena, "--what-if %s", expected.request));
    assert_int_equal(diag->place.line, 0);
    assert_null(diag_cell(t.arena, diag->place));
    if (expected.hint)
        assert_string_equal(diag->hint, expected.hint);
    else
        assert_null(diag->hint);
}

static void all_refused(void **state, enum diag_code code, const struct refusal *all,
                        size_t count) {
    for (size_t i = 0; i < count; i++)
        refused(state, code, all[i]);
}

#define ALL_REFUSED(state, code, all) all_refused(state, code, all, sizeof(all) / sizeof *(all))

static void an_option_has_a_short_name(void **state) {
    static const char *const ways[] = {"policy.rollup=worst",          "rollup=worst",
                                       "Rollup Policy=worst",          " policy.ROLLUP = Worst ",
                                       "Settings/Rollup Policy=worst", "settings / rollup = worst"};
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
        struct tried t = tried(state, ways[i]);
        edit_is(&t, "Settings/Rollup Policy", "majority", "worst");
        assert_string_equal(cell(t.after, SHEET_SETTINGS, 0, COLUMN_SETTINGS_ROLLUP_POLICY),
                            "worst");
        assert_string_equal(t.edits.list.items[0].place.file, "plan.xml");
    }
}

static void every_option_of_scoring_has_one(void **state) {
    static const char *const requests[][2] = {
        {"policy.missing=strict", "Settings/Missing Data Policy"},
        {"policy.carry=2", "Settings/Carry Periods"},
        {"policy.tolerance=5", "Settings/Default Tolerance %"},
        {"policy.tolerance-unit=points", "Settings/Tolerance Unit"},
        {"policy.coverage=80", "Settings/Minimum Coverage %"},
        {"policy.headline=ytd", "Settings/Headline"},
        {"policy.dead-band=2", "Settings/Trend Dead Band %"}};
    for (size_t i = 0; i < sizeof requests / sizeof *requests; i++) {
        struct tried t = tried(state, requests[i][0]);
        assert_string_equal(only(&t)->name, requests[i][1]);
    }
}

static void the_workbook_stays_as_it_was(void **state) {
    static const char *const requests[] = {"policy.rollup=worst", "Measures/M1/Weight=40",
                                           "M1/2026-10/actual=50", "M2/2026-09/actual=70",
                                           "M2/2026-10/actual="};
    const struct workbook *workbook = read(state, book());
    struct textbuf before, after;
    textbuf_init(&before, *state);
    textbuf_init(&after, *state);
    workbook_dump(workbook, &before);
    struct edits edits;
    assert_non_null(edit_workbook(*state, workbook, requests, 5, diags_new(*state), &edits));
    workbook_dump(workbook, &after);
    assert_string_equal(textbuf_text(&before), textbuf_text(&after));
    assert_int_equal(edits.list.count, 5);
}

static void a_workbook_without_settings_gets_them(void **state) {
    const char *request = "policy.rollup=worst";
    struct tried t = tried_on(state, (struct sections){0}, &request, 1);
    edit_is(&t, "Settings/Rollup Policy", "", "worst");
    assert_null(t.edits.list.items[0].place.file);
    assert_true(t.after->tables[SHEET_SETTINGS].present);
    assert_int_equal(t.before->tables[SHEET_SETTINGS].records.count, 0);
}

static void a_cell_is_named_by_sheet_id_and_column(void **state) {
    struct tried t = tried(state, "kpis/m2/weight=40");
    edit_is(&t, "Measures/M2/Weight", "", "40");
    assert_string_equal(cell(t.after, SHEET_MEASURES, 1, COLUMN_MEASURES_WEIGHT), "40");
    assert_string_equal(cell(t.after, SHEET_MEASURES, 0, COLUMN_MEASURES_WEIGHT), "");
    /* The fields around it are those that were there. */
    assert_string_equal(cell(t.after, SHEET_MEASURES, 1, COLUMN_MEASURES_OWNER), "Owner");
}

static void a_title_may_have_a_slash_in_it(void **state) {
    struct tried t = tried(state, "Measures/M1/Definition/Formula=Other = words/more");
    edit_is(&t, "Measures/M1/Definition/Formula", "What it is.", "Other = words/more");
}

static void a_property_of_the_organization_needs_no_id(void **state) {
    struct tried t = tried(state, "Organization/Mission=To serve");
    edit_is(&t, "Organization/Mission", "", "To serve");
    t = tried(state, "Organization/ORG/Mission=To serve");
    edit_is(&t, "Organization/Mission", "", "To serve");
}

static void a_row_without_an_id_is_named_by_its_first_column(void **state) {
    struct tried t = tried(state, "Thresholds/M1/Red Flag=95");
    edit_is(&t, "Thresholds/M1/Red Flag", "90", "95");
}

static void several_such_rows_are_too_many_BP9054(void **state) {
    refused(state, BP9054,
            (struct refusal){"Thresholds/M2/Red Flag=95",
                             "the sheet Thresholds has 2 rows for 'M2': they have no cells", NULL});
}

static void a_value_is_named_by_measure_period_and_series(void **state) {
    static const char *const ways[] = {"M1/2026-10/actual=50", "m1 / October 2026 / Actual = 50",
                                       "Measure Data/M1/2026-10/actual=50",
                                       "Monthly Data/M1/2026-10/actual=50"};
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
        struct tried t = tried(state, ways[i]);
        edit_is(&t, "M1/2026-10/actual", "98", "50");
        assert_int_equal(t.after->tables[SHEET_VALUES].records.count, 4);
        assert_string_equal(cell(t.after, SHEET_VALUES, 1, COLUMN_VALUES_VALUE), "50");
        assert_string_equal(cell(t.after, SHEET_VALUES, 0, COLUMN_VALUES_VALUE), "100");
        assert_string_equal(cell(t.after, SHEET_VALUES, 3, COLUMN_VALUES_VALUE), "98");
    }
}

static void a_value_that_is_not_there_is_added(void **state) {
    struct tried t = tried(state, "M1/2026-09/actual=50");
    edit_is(&t, "M1/2026-09/actual", "", "50");
    assert_null(t.edits.list.items[0].place.file);
    const struct table *values = &t.after->tables[SHEET_VALUES];
    assert_int_equal(values->records.count, 5);
    const struct record *added = &values->records.items[4];
    assert_string_equal(workbook_place(t.after, added, -1).file, "--what-if M1/2026-09/actual=50");
    for (int column = COLUMN_VALUES_MEASURE; column <= COLUMN_VALUES_VALUE; column++)
        assert_string_equal(workbook_place(t.after, added, column).file,
                            "--what-if M1/2026-09/actual=50");
    assert_string_equal(workbook_place(t.after, added, COLUMN_VALUES_NOTE).file, "plan.xml");
}

static void a_value_without_one_goes(void **state) {
    struct tried t = tried(state, "M1/2026-10/actual=");
    edit_is(&t, "M1/2026-10/actual", "98", "");
    assert_int_equal(t.after->tables[SHEET_VALUES].records.count, 3);
    refused(state, BP9053,
            (struct refusal){"M1/2026-08/actual=", "the workbook has no value 'M1/2026-08/actual'",
                             NULL});
}

static void the_rows_of_both_forms_change_together(void **state) {
    const char *request = "M1/2026-10/actual=50";
    struct sections twice = {.values = VALUES VALUE("M1", "2026-10", "actual", "98")};
    struct tried t = tried_on(state, twice, &request, 1);
    edit_is(&t, "M1/2026-10/actual", "98", "50");
    assert_string_equal(cell(t.after, SHEET_VALUES, 1, COLUMN_VALUES_VALUE), "50");
    assert_string_equal(cell(t.after, SHEET_VALUES, 4, COLUMN_VALUES_VALUE), "50");
}

static void without_any_values_the_first_is_added(void **state) {
    const char *request = "M1/2026-10/actual=50";
    struct sections bare = {.values = ""};
    struct tried t = tried_on(state, bare, &request, 1);
    edit_is(&t, "M1/2026-10/actual", "", "50");
    assert_int_equal(t.after->tables[SHEET_VALUES].records.count, 1);
}

static void numbers_are_written_as_in_the_workbook(void **state) {
    const char *request = "M1/2026-10/actual=1.250,5";
    struct sections comma = {.organization = ORGANIZATION_WITH(
                                 "fiscalYearStart='01-01' asOf='2026-10-31' period='2026-10'",
                                 "numberStyle='1.234,56'")};
    struct tried t = tried_on(state, comma, &request, 1);
    edit_is(&t, "M1/2026-10/actual", "98", "1250.5");
    t = tried(state, "M1/2026-10/actual=95 %");
    edit_is(&t, "M1/2026-10/actual", "98", "95%");
}

static void what_stands_there_already_is_known(void **state) {
    struct tried t = tried(state, "policy.rollup=majority");
    assert_true(only(&t)->same);
    t = tried(state, "M1/2026-10/actual=98");
    assert_true(only(&t)->same);
    t = tried(state, "M1/2026-10/actual=99");
    assert_false(only(&t)->same);
}

static void a_request_is_a_name_and_a_value_BP9052(void **state) {
    static const char *const wrong[] = {
        "policy.rollup",         "=worst",           "", "Measures/M1=4", "Measures//Weight=4",
        "M1/2026-10/actual/x=3", "Measure Data/M1=3"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        struct tried t = tried(state, wrong[i]);
        enum diag_code code = only_finding(&t)->code;
        if (code != BP9052 && code != BP9053)
            fail_msg("%s: %d", wrong[i], (int)code);
    }
    refused(
        state, BP9052,
        (struct refusal){"policy.rollup", "--what-if is NAME=VALUE, not 'policy.rollup'", NULL});
}

static void a_name_that_is_not_there_is_told_with_the_nearest_BP9053(void **state) {
    static const struct refusal cases[] = {
        {"polcy.rollup=worst", "the workbook has no setting 'polcy.rollup'",
         "did you mean 'policy.rollup'?"},
        {"rolup=worst", "the workbook has no setting 'rolup'", "did you mean 'rollup'?"},
        {"Packet Knd=board", "the workbook has no setting 'Packet Knd'",
         "did you mean 'Packet Kind'?"},
        {"Mesures/M1/Weight=4", "the workbook has no sheet 'Mesures'", "did you mean 'Measures'?"},
        {"Objectives/O11/Weight=4", "the workbook has no row of the sheet Objectives 'O11'",
         "did you mean 'O1'?"},
        {"Measures/M1/Wieght=4", "the workbook has no column of the sheet Measures 'Wieght'",
         "did you mean 'Weight'?"},
        {"M11/2026-10/actual=4", "the workbook has no row of the sheet Measures 'M11'",
         "did you mean 'M1'?"},
        {"Organization/Zzzzzz=4", "the workbook has no column of the sheet Organization 'Zzzzzz'",
         NULL},
        {"Organization/ORG/Zzzzzz=4",
         "the workbook has no column of the sheet Organization 'Zzzzzz'", NULL}};
    ALL_REFUSED(state, BP9053, cases);
}

static void a_wrong_value_is_told_as_in_a_cell_BP2019(void **state) {
    static const struct refusal words[] = {
        {"policy.rollup=worts", "'worts' is not one of: weighted; worst; majority",
         "did you mean 'worst'?"},
        {"M1/2026-10/actuals=4",
         "'actuals' is not one of: actual; target; forecast; prior-year; benchmark; numerator; "
         "denominator",
         "did you mean 'actual'?"}};
    static const struct refusal periods[] = {
        {"M1/2026-13/actual=4", "'2026-13' is not a period", NULL},
        {"M1/2026-10-31/actual=4", "'2026-10-31' is not a period", NULL}};
    ALL_REFUSED(state, BP2019, words);
    ALL_REFUSED(state, BP2018, periods);
}

static void what_names_rows_or_decides_reading_cannot_be_tried_BP9055(void **state) {
    static const struct refusal cases[] = {
        {"Measures/M1/Measure ID=M3", "Measures/M1/Measure ID cannot be tried: it names the row",
         "change what other rows say of it instead"},
        {"Measures/M1/Frequency=weekly",
         "Measures/M1/Frequency cannot be tried: it decides how other cells are read",
         "change it in the workbook"},
        {"Organization/Number Style=1.234,56",
         "Organization/Number Style cannot be tried: it decides how other cells are read",
         "change it in the workbook"},
        {"Fiscal Year Named By=start",
         "Settings/Fiscal Year Named By cannot be tried: it decides how other cells are read",
         "change it in the workbook"},
        {"Organization/Reporting Date=2026-09-30",
         "Organization/Reporting Date cannot be tried: both sides are judged as of one day",
         "give the day with --as-of"},
        {"Organization/Reporting Period=2026-09",
         "Organization/Reporting Period cannot be tried: both sides are judged at one period",
         "give the period with --period"},
        {"Measures/M1/Polarity=", "Measures/M1/Polarity cannot be tried: it must not be empty",
         NULL}};
    ALL_REFUSED(state, BP9055, cases);
    static const char *const more[] = {"Organization/Language=de",
                                       "Organization/Fiscal Year Start=04-01",
                                       "Organization/Convention Version=1"};
    for (size_t i = 0; i < sizeof more / sizeof *more; i++)
        assert_null(tried(state, more[i]).after);
}

static void a_cell_has_one_value_BP9056(void **state) {
    static const char *const pairs[][2] = {
        {"policy.rollup=worst", "Settings/Rollup Policy=weighted"},
        {"M1/2026-10/actual=1", "m1/2026-10/actual=2"},
        {"M1/2026-09/actual=1", "M1/2026-09/actual=2"},
        {"Measures/M1/Weight=", "Measures/M1/Weight=3"}};
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        struct tried t = tried_on(state, book(), pairs[i], 2);
        assert_int_equal(only_finding(&t)->code, BP9056);
    }
}

static void several_requests_hold_together(void **state) {
    static const char *const requests[] = {"Measures/M1/Weight=40", "Measures/M2/Weight=60",
                                           "Measures/M2/Measure Owner=New"};
    struct tried t = tried_on(state, book(), requests, 3);
    assert_non_null(t.after);
    assert_string_equal(cell(t.after, SHEET_MEASURES, 0, COLUMN_MEASURES_WEIGHT), "40");
    assert_string_equal(cell(t.after, SHEET_MEASURES, 1, COLUMN_MEASURES_WEIGHT), "60");
    assert_string_equal(cell(t.after, SHEET_MEASURES, 1, COLUMN_MEASURES_OWNER), "New");
}

static void everything_wrong_is_told_at_once(void **state) {
    static const char *const requests[] = {"policy.rollup=worts", "x=1", "Measures/M1/Weight=4"};
    struct tried t = tried_on(state, book(), requests, 3);
    assert_null(t.after);
    assert_int_equal(diags_count(t.diags, DIAG_ERROR), 2);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        fixture_test(an_option_has_a_short_name),
        fixture_test(every_option_of_scoring_has_one),
        fixture_test(the_workbook_stays_as_it_was),
        fixture_test(a_workbook_without_settings_gets_them),
        fixture_test(a_cell_is_named_by_sheet_id_and_column),
        fixture_test(a_title_may_have_a_slash_in_it),
        fixture_test(a_property_of_the_organization_needs_no_id),
        fixture_test(a_row_without_an_id_is_named_by_its_first_column),
        fixture_test(several_such_rows_are_too_many_BP9054),
        fixture_test(a_value_is_named_by_measure_period_and_series),
        fixture_test(a_value_that_is_not_there_is_added),
        fixture_test(a_value_without_one_goes),
        fixture_test(the_rows_of_both_forms_change_together),
        fixture_test(without_any_values_the_first_is_added),
        fixture_test(numbers_are_written_as_in_the_workbook),
        fixture_test(what_stands_there_already_is_known),
        fixture_test(a_request_is_a_name_and_a_value_BP9052),
        fixture_test(a_name_that_is_not_there_is_told_with_the_nearest_BP9053),
        fixture_test(a_wrong_value_is_told_as_in_a_cell_BP2019),
        fixture_test(what_names_rows_or_decides_reading_cannot_be_tried_BP9055),
        fixture_test(a_cell_has_one_value_BP9056),
        fixture_test(several_requests_hold_together),
        fixture_test(everything_wrong_is_told_at_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
