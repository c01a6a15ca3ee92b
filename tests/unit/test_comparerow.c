#include "comparecase.h"

#include "compare/comparerow.h"

static const char *text_of(void **state, const struct built *built, enum schema_sheet sheet,
                           size_t row, int column) {
    struct comparerow_table table = comparerow_read(*state, built->plan, sheet);
    assert_true(row < table.count);
    return table.rows[row].texts[column];
}

static void fields_are_told_by_what_they_mean(void **state) {
    struct built built = plan_of(
        state,
        (struct sections){.measures = MEASURE("M1", "O2; O1", HIGHER "weight='50.0' critical='y'")
                              MEASURE("M2", "O2", HIGHER "baselineDate='2025-12-31'"),
                          .links = "<link from='O2' to='O1' lag='3'/>",
                          .commentary = "<comment linked='M1' period='2026-Q3' author='A'>"
                                        "<analysis>Fine.</analysis></comment>"});
    assert_string_equal(text_of(state, &built, SHEET_MEASURES, 0, COLUMN_MEASURES_WEIGHT), "50");
    assert_string_equal(text_of(state, &built, SHEET_MEASURES, 0, COLUMN_MEASURES_CRITICAL), "Y");
    assert_string_equal(text_of(state, &built, SHEET_MEASURES, 1, COLUMN_MEASURES_CRITICAL), "N");
    assert_string_equal(text_of(state, &built, SHEET_MEASURES, 0, COLUMN_MEASURES_POLARITY),
                        "higher");
    assert_string_equal(text_of(state, &built, SHEET_MEASURES, 0, COLUMN_MEASURES_STATE), "active");
    assert_string_equal(text_of(state, &built, SHEET_MEASURES, 1, COLUMN_MEASURES_BASELINE_DATE),
                        "2025-12-31");
    assert_string_equal(text_of(state, &built, SHEET_LINKS, 0, COLUMN_LINKS_LAG), "3");
    assert_string_equal(text_of(state, &built, SHEET_COMMENTARY, 0, COLUMN_COMMENTARY_PERIOD),
                        "2026-Q3");
}

static void the_first_objective_of_a_measure_is_its_home(void **state) {
    struct built built = plan_of(
        state, (struct sections){.objectives = PAIR OBJECTIVE("O3", "U0", "P2", ""),
                                 .measures = MEASURE("M1", "O3; O2; O1", HIGHER)
                                     MEASURE("M2", "O2", HIGHER),
                                 .initiatives = "<initiative id='I1' name='I' unit='U0' owner='A' "
                                                "objectives='O3; O1' start='2026-01-01' "
                                                "end='2026-12-31'/>"});
    assert_string_equal(text_of(state, &built, SHEET_MEASURES, 0, COLUMN_MEASURES_OBJECTIVE),
                        "O3; O1; O2");
    assert_string_equal(text_of(state, &built, SHEET_INITIATIVES, 0, COLUMN_INITIATIVES_OBJECTIVES),
                        "O1; O3");
}

static void properties_have_a_row_even_when_unsaid(void **state) {
    struct built built = plan_of(state, (struct sections){0});
    assert_string_equal(text_of(state, &built, SHEET_SETTINGS, 0, COLUMN_SETTINGS_ROLLUP_POLICY),
                        "weighted");
    assert_string_equal(
        text_of(state, &built, SHEET_ORGANIZATION, 0, COLUMN_ORGANIZATION_REPORTING_DATE), "");
}

static void a_label_joins_what_makes_the_row(void **state) {
    struct built built =
        plan_of(state, (struct sections){.thresholds = "<threshold measure='M1' from='2026-01-01' "
                                                       "redFlag='90'/><threshold measure='M2' "
                                                       "redFlag='90'/>"});
    struct comparerow_table links = comparerow_read(*state, built.plan, SHEET_LINKS);
    struct compared_entity link = compared_entity(SHEET_LINKS);
    assert_string_equal(comparerow_label(*state, &links.rows[0], &link, 0), "O2 to O1");
    struct comparerow_table bands = comparerow_read(*state, built.plan, SHEET_THRESHOLDS);
    struct compared_entity band = compared_entity(SHEET_THRESHOLDS);
    assert_string_equal(comparerow_label(*state, &bands.rows[0], &band, 0), "M1 from 2026-01-01");
    assert_string_equal(comparerow_label(*state, &bands.rows[0], &band, 1), " from 2026-01-01");
    assert_string_equal(comparerow_label(*state, &bands.rows[1], &band, 0), "M2");
}

static const char *other_id(void *context, enum schema_sheet target, const char *id) {
    (void)context;
    return target == SHEET_OBJECTIVES && strcmp(id, "O2") == 0 ? "A9" : id;
}

static void references_are_translated(void **state) {
    struct built built =
        plan_of(state, (struct sections){.measures = MEASURE("M1", "O1; O2", HIGHER)
                                             MEASURE("M2", "O2", HIGHER)});
    struct comparerow_table table = comparerow_read(*state, built.plan, SHEET_MEASURES);
    comparerow_translate(*state, &table.rows[0], other_id, NULL);
    assert_string_equal(table.rows[0].texts[COLUMN_MEASURES_OBJECTIVE], "O1; A9");
    assert_string_equal(table.rows[0].id, "M1");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        fixture_test(fields_are_told_by_what_they_mean),
        fixture_test(the_first_objective_of_a_measure_is_its_home),
        fixture_test(properties_have_a_row_even_when_unsaid),
        fixture_test(a_label_joins_what_makes_the_row),
        fixture_test(references_are_translated),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
