#include "base/bounds.h"
#include "workbook/record.h"
#include "workbookfixture.h"

struct scene {
    struct arena *arena;
    struct fieldcheck check;
    struct workbook workbook;
};

static int set_up(void **state) {
    struct arena *arena = arena_new(0, NULL, NULL);
    struct scene *scene = arena_alloc(arena, sizeof *scene);
    scene->arena = arena;
    scene->workbook.path = "in.xml";
    scene->workbook.fiscal.start_month = 1;
    scene->check = (struct fieldcheck){
        .arena = arena, .diags = diags_new(arena), .fiscal = scene->workbook.fiscal};
    *state = scene;
    return 0;
}

static int tear_down(void **state) {
    struct scene *scene = *state;
    arena_free(scene->arena);
    return 0;
}

static void fill(struct record *record, int column, const char *text) {
    record->fields[column].filled = true;
    record->fields[column].text = text;
}

static void new_records_are_empty_and_know_their_place(void **state) {
    struct scene *s = *state;
    struct record record = record_new(s->arena, SHEET_UNITS, 7, 9);
    assert_false(record.fields[COLUMN_UNITS_ID].filled);
    assert_string_equal(record.fields[COLUMN_UNITS_DESCRIPTION].text, "");
    assert_int_equal(record.fields[COLUMN_UNITS_KIND].line, 7);
}

static void required_fields_that_are_wrong_are_not_called_empty(void **state) {
    struct scene *s = *state;
    struct record record = record_new(s->arena, SHEET_THEMES, 1, 1);
    fill(&record, COLUMN_THEMES_ID, "T1");
    record.fields[COLUMN_THEMES_NAME].wrong = true;
    assert_true(record_keep(&s->check, &s->workbook, &record));
    assert_int_equal(diags_count(s->check.diags, DIAG_NOTE), 0);
    assert_int_equal(s->workbook.tables[SHEET_THEMES].records.count, 1);
}

static void a_wrong_value_is_kept_and_a_missing_one_is_not(void **state) {
    struct scene *s = *state;
    struct record record = record_new(s->arena, SHEET_VALUES, 1, 1);
    fill(&record, COLUMN_VALUES_MEASURE, "M1");
    assert_true(record_keep(&s->check, &s->workbook, &record));
    assert_int_equal(s->workbook.tables[SHEET_VALUES].records.count, 0);
    assert_int_equal(diags_count(s->check.diags, DIAG_NOTE), 0);
    record.fields[COLUMN_VALUES_VALUE].wrong = true;
    assert_true(record_keep(&s->check, &s->workbook, &record));
    assert_int_equal(s->workbook.tables[SHEET_VALUES].records.count, 1);
}

static void a_full_list_of_findings_ends_the_reading(void **state) {
    struct scene *s = *state;
    struct record record = record_new(s->arena, SHEET_THEMES, 1, 1);
    size_t kept = 0;
    while (record_keep(&s->check, &s->workbook, &record) && kept < 1000)
        kept++;
    assert_true(kept < BOUND_DIAGS);
}

static void commentary_is_dated_by_the_reporting_period(void **state) {
    struct scene *s = *state;
    struct record organization = record_new(s->arena, SHEET_ORGANIZATION, 1, 1);
    fill(&organization, COLUMN_ORGANIZATION_REPORTING_PERIOD, "2026-Q3");
    vec_push(s->arena, &s->workbook.tables[SHEET_ORGANIZATION].records, organization);
    struct record comment = record_new(s->arena, SHEET_COMMENTARY, 1, 1);
    fill(&comment, COLUMN_COMMENTARY_PERIOD, "2026-08-20");
    comment.fields[COLUMN_COMMENTARY_PERIOD].date = (struct date){2026, 8, 20};
    vec_push(s->arena, &s->workbook.tables[SHEET_COMMENTARY].records, comment);
    record_settle(&s->check, &s->workbook);
    assert_string_equal(comment.fields[COLUMN_COMMENTARY_PERIOD].text, "2026-Q3");
}

static void values_of_unknown_measures_are_dated_by_month(void **state) {
    struct scene *s = *state;
    struct record value = record_new(s->arena, SHEET_VALUES, 1, 1);
    fill(&value, COLUMN_VALUES_MEASURE, "M9");
    fill(&value, COLUMN_VALUES_PERIOD, "2026-08-20");
    value.fields[COLUMN_VALUES_PERIOD].date = (struct date){2026, 8, 20};
    vec_push(s->arena, &s->workbook.tables[SHEET_VALUES].records, value);
    record_settle(&s->check, &s->workbook);
    assert_string_equal(value.fields[COLUMN_VALUES_PERIOD].text, "2026-08");
}

int main(void) {
#define T(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        T(new_records_are_empty_and_know_their_place),
        T(required_fields_that_are_wrong_are_not_called_empty),
        T(a_wrong_value_is_kept_and_a_missing_one_is_not),
        T(a_full_list_of_findings_ends_the_reading),
        T(commentary_is_dated_by_the_reporting_period),
        T(values_of_unknown_measures_are_dated_by_month),
    };
#undef T
    return cmocka_run_group_tests(tests, NULL, NULL);
}
