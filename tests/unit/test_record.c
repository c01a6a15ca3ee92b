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

/* A field as a reader would make it. */
static void put(struct scene *s, struct record_draft *draft, int column, struct field field) {
    record_set(draft, column, record_share(&s->check, &field));
}

static void fill(struct scene *s, struct record_draft *draft, int column, const char *text) {
    put(s, draft, column, (struct field){.filled = true, .text = text});
}

static const struct record *last_of(struct scene *s, enum schema_sheet sheet) {
    const struct table *table = &s->workbook.tables[sheet];
    assert_true(table->records.count > 0);
    return &table->records.items[table->records.count - 1];
}

static struct place place_of(struct scene *s, enum schema_sheet sheet, int column) {
    return workbook_place(&s->workbook, last_of(s, sheet), column);
}

static void fields_that_were_not_set_are_empty(void **state) {
    struct scene *s = *state;
    struct record_draft draft;
    record_begin(&draft, SHEET_UNITS, 7, 9);
    fill(s, &draft, COLUMN_UNITS_NAME, "Supply");
    fill(s, &draft, COLUMN_UNITS_DESCRIPTION, "Ships");
    fill(s, &draft, COLUMN_UNITS_ID, "U1");
    assert_true(record_keep(&s->check, &s->workbook, &draft));
    const struct record *record = last_of(s, SHEET_UNITS);
    assert_string_equal(workbook_field(record, COLUMN_UNITS_ID)->text, "U1");
    assert_string_equal(workbook_field(record, COLUMN_UNITS_NAME)->text, "Supply");
    assert_string_equal(workbook_field(record, COLUMN_UNITS_DESCRIPTION)->text, "Ships");
    assert_false(workbook_field(record, COLUMN_UNITS_HEAD)->filled);
    assert_false(workbook_field(record, COLUMN_UNITS_HEAD)->wrong);
    assert_string_equal(workbook_field(record, COLUMN_UNITS_HEAD)->text, "");
}

static void the_last_column_of_the_widest_row_is_kept(void **state) {
    struct scene *s = *state;
    struct record_draft draft;
    record_begin(&draft, SHEET_SETTINGS, 1, 1);
    for (int i = 0; i < COLUMNS_SETTINGS; i++)
        fill(s, &draft, i, i % 2 ? "odd" : "even");
    assert_true(record_keep(&s->check, &s->workbook, &draft));
    for (int i = 0; i < COLUMNS_SETTINGS; i++)
        assert_string_equal(workbook_field(last_of(s, SHEET_SETTINGS), i)->text,
                            i % 2 ? "odd" : "even");
}

static void every_sheet_fits_into_a_draft(void **state) {
    (void)state;
    for (int i = 0; i < SHEET_COUNT; i++)
        assert_true(schema_sheet((enum schema_sheet)i)->column_count <= WORKBOOK_COLUMNS_MOST);
}

static void a_field_without_its_own_place_stands_where_the_row_does(void **state) {
    struct scene *s = *state;
    struct record_draft draft;
    record_begin(&draft, SHEET_THEMES, 7, 9);
    fill(s, &draft, COLUMN_THEMES_ID, "T1");
    fill(s, &draft, COLUMN_THEMES_NAME, "Supply");
    assert_true(record_keep(&s->check, &s->workbook, &draft));
    struct place place = place_of(s, SHEET_THEMES, COLUMN_THEMES_NAME);
    assert_int_equal(place.line, 7);
    assert_int_equal(place.column, 9);
    assert_null(place.sheet);
    assert_int_equal(place.row, 0);
}

static void a_row_that_names_one_cell_lends_it_to_its_fields(void **state) {
    struct scene *s = *state;
    struct record_draft draft;
    record_begin(&draft, SHEET_THEMES, 7, 9);
    draft.sheet_title = "Strategic Themes";
    draft.spot.row = 12;
    draft.spot.col = 2;
    fill(s, &draft, COLUMN_THEMES_ID, "T1");
    fill(s, &draft, COLUMN_THEMES_NAME, "Supply");
    fill(s, &draft, COLUMN_THEMES_DESCRIPTION, "Long");
    record_place(&draft, COLUMN_THEMES_DESCRIPTION, (struct record_spot){.line = 8, .column = 3});
    assert_true(record_keep(&s->check, &s->workbook, &draft));
    struct place place = place_of(s, SHEET_THEMES, COLUMN_THEMES_DESCRIPTION);
    assert_int_equal(place.line, 8);
    assert_string_equal(diag_cell(s->arena, place), "'Strategic Themes'!B12");
    place = place_of(s, SHEET_THEMES, COLUMN_THEMES_OWNER);
    assert_int_equal(place.line, 7);
    assert_string_equal(diag_cell(s->arena, place), "'Strategic Themes'!B12");
    place = place_of(s, SHEET_THEMES, -1);
    assert_int_equal(place.col, 0);
}

static void columns_of_the_sheet_place_filled_and_empty_fields(void **state) {
    struct scene *s = *state;
    static const uint16_t cols[COLUMNS_THEMES] = {
        [COLUMN_THEMES_ID] = 3, [COLUMN_THEMES_NAME] = 1, [COLUMN_THEMES_OWNER] = 2};
    struct record_draft draft;
    record_begin(&draft, SHEET_THEMES, 7, 9);
    draft.sheet_title = "Themes";
    draft.spot.row = 4;
    draft.cols = cols;
    fill(s, &draft, COLUMN_THEMES_ID, "T1");
    record_place(&draft, COLUMN_THEMES_ID, (struct record_spot){.line = 7, .column = 40});
    assert_true(record_keep(&s->check, &s->workbook, &draft));
    assert_int_equal(place_of(s, SHEET_THEMES, COLUMN_THEMES_ID).column, 40);
    assert_string_equal(diag_cell(s->arena, place_of(s, SHEET_THEMES, COLUMN_THEMES_ID)),
                        "Themes!C4");
    assert_string_equal(diag_cell(s->arena, place_of(s, SHEET_THEMES, COLUMN_THEMES_OWNER)),
                        "Themes!B4");
    assert_int_equal(place_of(s, SHEET_THEMES, COLUMN_THEMES_OWNER).column, 9);
    assert_string_equal(diag_cell(s->arena, place_of(s, SHEET_THEMES, COLUMN_THEMES_UNIT)),
                        "Themes, row 4");
    assert_int_equal(diags_count(s->check.diags, DIAG_ERROR), 1); /* the name is empty */
}

static void a_field_may_stand_in_another_row_than_its_record(void **state) {
    struct scene *s = *state;
    struct record_draft draft;
    record_begin(&draft, SHEET_SETTINGS, 1, 1);
    draft.sheet_title = "Settings";
    fill(s, &draft, COLUMN_SETTINGS_HEADLINE, "ytd");
    record_place(&draft, COLUMN_SETTINGS_HEADLINE, (struct record_spot){30, 5, 6, 2});
    record_place(&draft, COLUMN_SETTINGS_VERSION, (struct record_spot){31, 5, 7, 2});
    assert_true(record_keep(&s->check, &s->workbook, &draft));
    assert_string_equal(diag_cell(s->arena, place_of(s, SHEET_SETTINGS, COLUMN_SETTINGS_HEADLINE)),
                        "Settings!B6");
    assert_string_equal(diag_cell(s->arena, place_of(s, SHEET_SETTINGS, COLUMN_SETTINGS_VERSION)),
                        "Settings!B7");
}

static void required_fields_that_are_wrong_are_not_called_empty(void **state) {
    struct scene *s = *state;
    struct record_draft draft;
    record_begin(&draft, SHEET_THEMES, 1, 1);
    fill(s, &draft, COLUMN_THEMES_ID, "T1");
    put(s, &draft, COLUMN_THEMES_NAME, (struct field){.wrong = true, .text = ""});
    assert_true(record_keep(&s->check, &s->workbook, &draft));
    assert_int_equal(diags_count(s->check.diags, DIAG_NOTE), 0);
    assert_int_equal(s->workbook.tables[SHEET_THEMES].records.count, 1);
}

static void a_wrong_value_is_kept_and_a_missing_one_is_not(void **state) {
    struct scene *s = *state;
    struct record_draft draft;
    record_begin(&draft, SHEET_VALUES, 1, 1);
    fill(s, &draft, COLUMN_VALUES_MEASURE, "M1");
    assert_true(record_keep(&s->check, &s->workbook, &draft));
    assert_int_equal(s->workbook.tables[SHEET_VALUES].records.count, 0);
    assert_int_equal(diags_count(s->check.diags, DIAG_NOTE), 0);
    put(s, &draft, COLUMN_VALUES_VALUE, (struct field){.wrong = true, .text = ""});
    assert_true(record_keep(&s->check, &s->workbook, &draft));
    assert_int_equal(s->workbook.tables[SHEET_VALUES].records.count, 1);
}

static void a_full_list_of_findings_ends_the_reading(void **state) {
    struct scene *s = *state;
    struct record_draft draft;
    record_begin(&draft, SHEET_THEMES, 1, 1);
    size_t kept = 0;
    while (record_keep(&s->check, &s->workbook, &draft) && kept < 1000)
        kept++;
    assert_true(kept < BOUND_DIAGS);
}

/* Beyond the size from which tables grow by steps. */
static void a_hundred_thousand_rows_take_little_room(void **state) {
    struct scene *s = *state;
    struct cell measure = {.kind = CELL_TEXT, .text = "M1"};
    struct cell period = {.kind = CELL_TEXT, .text = "2026-08"};
    struct cell series = {.kind = CELL_TEXT, .text = "actual"};
    struct place place = {.file = "in.xml"};
    size_t before = arena_used(s->arena);
    for (uint32_t i = 0; i < 150000; i++) {
        struct record_draft draft;
        struct cell value = {.kind = CELL_TEXT, .text = arena_printf(s->arena, "%u", i % 5000)};
        before += 16; /* that text */
        record_begin(&draft, SHEET_VALUES, i, 1);
        record_read(&s->check, &draft, COLUMN_VALUES_MEASURE, &measure, place);
        record_read(&s->check, &draft, COLUMN_VALUES_PERIOD, &period, place);
        record_read(&s->check, &draft, COLUMN_VALUES_SERIES, &series, place);
        record_read(&s->check, &draft, COLUMN_VALUES_VALUE, &value, place);
        assert_true(record_keep(&s->check, &s->workbook, &draft));
    }
    const struct record *rows = s->workbook.tables[SHEET_VALUES].records.items;
    assert_int_equal(s->workbook.tables[SHEET_VALUES].records.count, 150000);
    assert_int_equal(workbook_field(&rows[149999], COLUMN_VALUES_VALUE)->number.micro / DECIMAL_ONE,
                     149999 % 5000);
    assert_int_equal(rows[70000].line, 70000);
    assert_ptr_equal(workbook_field(&rows[0], COLUMN_VALUES_PERIOD),
                     workbook_field(&rows[149999], COLUMN_VALUES_PERIOD));
#if !defined(__SANITIZE_ADDRESS__) /* whose arenas have guards */
    assert_true(arena_used(s->arena) - before < (size_t)150000 * 144);
#endif
}

static void commentary_is_dated_by_the_reporting_period(void **state) {
    struct scene *s = *state;
    struct record_draft draft;
    record_begin(&draft, SHEET_ORGANIZATION, 1, 1);
    fill(s, &draft, COLUMN_ORGANIZATION_REPORTING_PERIOD, "2026-Q3");
    record_keep(&s->check, &s->workbook, &draft);
    record_begin(&draft, SHEET_COMMENTARY, 1, 1);
    put(s, &draft, COLUMN_COMMENTARY_PERIOD,
        (struct field){.filled = true, .text = "2026-08-20", .date = {2026, 8, 20}});
    record_keep(&s->check, &s->workbook, &draft);
    record_settle(&s->check, &s->workbook);
    const struct field *field =
        workbook_field(last_of(s, SHEET_COMMENTARY), COLUMN_COMMENTARY_PERIOD);
    assert_string_equal(field->text, "2026-Q3");
    assert_int_equal(field->period.frequency, FREQUENCY_QUARTERLY);
}

static void values_of_unknown_measures_are_dated_by_month(void **state) {
    struct scene *s = *state;
    struct record_draft draft;
    record_begin(&draft, SHEET_VALUES, 1, 1);
    fill(s, &draft, COLUMN_VALUES_MEASURE, "M9");
    put(s, &draft, COLUMN_VALUES_VALUE, (struct field){.filled = true, .text = "1"});
    put(s, &draft, COLUMN_VALUES_PERIOD,
        (struct field){.filled = true, .text = "2026-08-20", .date = {2026, 8, 20}});
    record_keep(&s->check, &s->workbook, &draft);
    record_settle(&s->check, &s->workbook);
    const struct record *record = last_of(s, SHEET_VALUES);
    assert_string_equal(workbook_field(record, COLUMN_VALUES_PERIOD)->text, "2026-08");
    assert_string_equal(workbook_field(record, COLUMN_VALUES_MEASURE)->text, "M9");
}

/* One date, shared by the rows of three measures, is a period of each one's own frequency. */
static void a_date_becomes_the_period_of_each_measure(void **state) {
    struct scene *s = *state;
    static const char *const expected[] = {"2026-08", "2026-Q3", "2026", "2026-Q3"};
    struct field date = {.filled = true, .text = "2026-08-20", .date = {2026, 8, 20}};
    const struct field *shared = record_share(&s->check, &date);
    struct record_draft draft;
    for (int i = 0; i < 4; i++) {
        static const int16_t choices[] = {1, 2, 4, 2}; /* monthly, quarterly, yearly, quarterly */
        char id[] = {'M', (char)('0' + i), '\0'};
        record_begin(&draft, SHEET_MEASURES, 1, 1);
        fill(s, &draft, COLUMN_MEASURES_ID, id);
        put(s, &draft, COLUMN_MEASURES_FREQUENCY,
            (struct field){.filled = true, .choice = choices[i], .text = "x"});
        record_keep(&s->check, &s->workbook, &draft);
        record_begin(&draft, SHEET_VALUES, 1, 1);
        fill(s, &draft, COLUMN_VALUES_MEASURE, id);
        record_set(&draft, COLUMN_VALUES_PERIOD, shared);
        put(s, &draft, COLUMN_VALUES_VALUE, (struct field){.filled = true, .text = "1"});
        record_keep(&s->check, &s->workbook, &draft);
    }
    record_settle(&s->check, &s->workbook);
    for (size_t i = 0; i < 4; i++)
        assert_string_equal(
            workbook_field(&s->workbook.tables[SHEET_VALUES].records.items[i], COLUMN_VALUES_PERIOD)
                ->text,
            expected[i]);
    assert_false(period_set(shared->period));
}

int main(void) {
#define T(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        T(fields_that_were_not_set_are_empty),
        T(the_last_column_of_the_widest_row_is_kept),
        T(every_sheet_fits_into_a_draft),
        T(a_field_without_its_own_place_stands_where_the_row_does),
        T(a_row_that_names_one_cell_lends_it_to_its_fields),
        T(columns_of_the_sheet_place_filled_and_empty_fields),
        T(a_field_may_stand_in_another_row_than_its_record),
        T(required_fields_that_are_wrong_are_not_called_empty),
        T(a_wrong_value_is_kept_and_a_missing_one_is_not),
        T(a_full_list_of_findings_ends_the_reading),
        T(a_hundred_thousand_rows_take_little_room),
        T(commentary_is_dated_by_the_reporting_period),
        T(values_of_unknown_measures_are_dated_by_month),
        T(a_date_becomes_the_period_of_each_measure),
    };
#undef T
    return cmocka_run_group_tests(tests, NULL, NULL);
}
