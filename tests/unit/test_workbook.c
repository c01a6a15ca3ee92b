#include "workbookfixture.h"
#include "xml/xmlcheck.h"

#define DATA                                                                                       \
    "#Thresholds\n"                                                                                \
    "Measure ID|Red Flag|Lower|Upper|Margin\n"                                                     \
    "M1|p:0.9|||\n"                                                                                \
    "M2||n:5|n:9|n:1.5\n"                                                                          \
    "#Measure Data\n"                                                                              \
    "Measure ID|Period|Series|Value|Note\n"                                                        \
    "M1|2026-09|actual|p:0.915|late~twice\n"                                                       \
    "M1|d:2026-10-15|target|p:0.95|\n"                                                             \
    "M2|d:2026-08-15|actual|7,5|\n"                                                                \
    "M2|FY2026-Q3|actual|n:6.25|\n"                                                                \
    "#Monthly Data\n"                                                                              \
    "Measure ID|Series|Aug-26|d:2026-07-31|YTD\n"                                                  \
    "M1|actual|p:0.9|p:0.89|p:0.9\n"                                                               \
    "#Initiatives\n"                                                                               \
    "Initiative ID|Strategic Initiative|Unit ID|Initiative Owner|Objective IDs|Start Date|"        \
    "End Date|% Complete|Cross-functional|Budget\n"                                                \
    "I1|Vans|U1|Fleet|O1|d:2026-01-01|2026-12-31|p:0.55|b:1|1.200.000\n"

/* The dump without the places. */
static const char *plain_dump(struct book *book) {
    struct textbuf dump, out;
    textbuf_init(&dump, book->arena);
    textbuf_init(&out, book->arena);
    workbook_dump(book->workbook, &dump);
    for (const char *at = textbuf_text(&dump); *at;) {
        size_t line = strcspn(at, "\n");
        const char *place = memmem(at, line, " @", 2);
        textbuf_bytes(&out, at, place ? (size_t)(place - at) : line);
        textbuf_char(&out, '\n');
        at += line + 1;
    }
    return textbuf_text(&out);
}

static void the_dump_differs_between_dialects_only_in_places(void **state) {
    struct book *excel = *state, *flat = book_new();
    book_read(excel, book_excel(excel, FIXTURE_ALL DATA));
    book_read(flat, book_flat(flat, FIXTURE_ALL DATA));
    assert_string_equal(plain_dump(excel), plain_dump(flat));
    assert_non_null(strstr(plain_dump(excel), "value\n"
                                              "  measure = M1\n"
                                              "  period = 2026-09\n"
                                              "  series = actual\n"
                                              "  v = 91.5%\n"
                                              "  note = late\\ntwice\n"));
    arena_free(flat->arena);
}

static void a_date_means_the_period_of_the_measure_that_holds_it(void **state) {
    struct book *book = *state;
    book_read(book, book_excel(book, FIXTURE_ALL DATA));
    const struct field *month = book_field(book, SHEET_VALUES, 1, COLUMN_VALUES_PERIOD);
    const struct field *quarter = book_field(book, SHEET_VALUES, 2, COLUMN_VALUES_PERIOD);
    assert_string_equal(month->text, "2026-10");
    assert_int_equal(month->period.frequency, FREQUENCY_MONTHLY);
    assert_string_equal(quarter->text, "2026-Q3");
    assert_int_equal(quarter->period.frequency, FREQUENCY_QUARTERLY);
}

static void fiscal_periods_follow_the_fiscal_year_of_the_organization(void **state) {
    struct book *book = *state;
    book_read(book, book_excel(book, FIXTURE_ALL DATA));
    assert_int_equal(book->workbook->fiscal.start_month, 4);
    assert_false(book->workbook->fiscal.named_by_start);
    /* The fiscal year 2026 ends in March 2026, its third quarter is the last of 2025. */
    assert_string_equal(book_field(book, SHEET_VALUES, 3, COLUMN_VALUES_PERIOD)->text, "2025-Q4");
}

static void a_fiscal_year_named_by_its_start_moves_the_quarters(void **state) {
    struct book *book = *state;
    book_read(book, book_excel(book, "#Settings\nFiscal year named by|start\n" FIXTURE_ALL DATA));
    assert_string_equal(book_field(book, SHEET_VALUES, 3, COLUMN_VALUES_PERIOD)->text, "2026-Q4");
}

static void the_reporting_period_may_be_fiscal_or_a_date(void **state) {
    struct book *book = *state;
    book_read(book, book_excel(book, "#Organization\n"
                                     "Reporting Period|FY2026-Q3\nFiscal Year Start|04-01\n"));
    const struct field *field =
        book_field(book, SHEET_ORGANIZATION, 0, COLUMN_ORGANIZATION_REPORTING_PERIOD);
    assert_string_equal(field->text, "2025-Q4");
    struct book *other = book_new();
    book_read(other, book_flat(other, "#Organization\nReporting Period|d:2026-10-31\n"));
    assert_string_equal(
        book_field(other, SHEET_ORGANIZATION, 0, COLUMN_ORGANIZATION_REPORTING_PERIOD)->text,
        "2026-10");
    arena_free(other->arena);
}

static void an_impossible_reporting_period_is_reported_at_its_cell(void **state) {
    struct book *book = *state;
    book_read(book, book_excel(book, "#Organization\nProperty|Value\nReporting Period|soon\n"));
    book_assert_finding(book, "error: 'soon' is not a period [BP2018]\n  at Organization!B2\n");
}

static void wide_and_long_values_stand_in_one_table(void **state) {
    struct book *book = *state;
    book_read(book, book_excel(book, FIXTURE_ALL DATA));
    assert_int_equal(book_count(book, SHEET_VALUES), 6);
    const struct field *wide = book_field(book, SHEET_VALUES, 4, COLUMN_VALUES_VALUE);
    assert_string_equal(book_field(book, SHEET_VALUES, 4, COLUMN_VALUES_PERIOD)->text, "2026-08");
    assert_string_equal(wide->text, "90%");
    assert_true(wide->percent);
    assert_int_equal(wide->number.micro, 900000);
    assert_int_equal(book_place(book, SHEET_VALUES, 4, COLUMN_VALUES_VALUE).row, 2);
    assert_int_equal(book_place(book, SHEET_VALUES, 4, COLUMN_VALUES_VALUE).col, 3);
}

static void missing_sheets_are_named_with_the_likely_one(void **state) {
    struct book *book = *state;
    book_read(book, book_excel(book, FIXTURE_CORE FIXTURE_UNITS FIXTURE_PERSPECTIVES
                               "#Objektives\nx\n" FIXTURE_MEASURES));
    book_assert_finding(book, "in.xml: error: the sheet 'Objectives' is missing [BP2001]\n"
                              "  is it the sheet 'Objektives'?\n");
    book_assert_finding(book, "note: the sheet 'Objektives' is not known and was not read");
}

static void hidden_sheets_rows_and_columns_are_read_and_counted(void **state) {
    struct book *book = *state;
    book_read(book, FIXTURE_EXCEL_HEAD
              "<Worksheet ss:Name='Themes'><Table><Column ss:Hidden='1' ss:Span='1'/>"
              "<Column ss:Index='9' ss:Hidden='1'/>"
              "<Row><Cell><Data ss:Type='String'>Theme ID</Data></Cell>"
              "<Cell><Data ss:Type='String'>Theme</Data></Cell></Row>"
              "<Row ss:Hidden='1'><Cell><Data ss:Type='String'>T1</Data></Cell>"
              "<Cell><Data ss:Type='String'>Supply</Data></Cell></Row><Row ss:Hidden='1'/>"
              "</Table><x:WorksheetOptions><x:Visible>SheetHidden</x:Visible></x:WorksheetOptions>"
              "</Worksheet></Workbook>");
    assert_int_equal(book_count(book, SHEET_THEMES), 1);
    assert_int_equal(book->workbook->hidden_sheets, 1);
    assert_int_equal(book->workbook->hidden_rows, 1);
    assert_int_equal(book->workbook->hidden_columns, 2);
}

static void a_place_names_file_line_and_cell(void **state) {
    struct book *book = *state;
    book_read(book, book_excel(book, FIXTURE_ALL DATA));
    const struct record *record = &book->workbook->tables[SHEET_UNITS].records.items[1];
    struct place place = workbook_place(book->workbook, record, COLUMN_UNITS_KIND);
    assert_string_equal(place.file, "in.xml");
    assert_string_equal(diag_cell(book->arena, place), "Units!C3");
    assert_int_equal(place.line, 19);
    /* A field the row does not have lies in its row. */
    place = workbook_place(book->workbook, record, COLUMN_UNITS_HEAD);
    assert_int_equal(place.row, 3);
}

static void more_errors_than_the_cap_end_the_reading(void **state) {
    struct book *book = *state;
    struct textbuf text;
    textbuf_init(&text, book->arena);
    textbuf_str(&text, FIXTURE_ALL "#Themes\nTheme ID|Theme\n");
    for (int i = 0; i < 5000; i++)
        textbuf_str(&text, "not an id|x\n");
    book_read(book, book_flat(book, textbuf_text(&text)));
    assert_true(book_count(book, SHEET_THEMES) < 200);
    assert_true(diags_full(book->diags));
}

static jmp_buf full;

static void on_full(void *user) {
    (void)user;
    longjmp(full, 1);
}

/* Reads with a cap on memory; true if it was enough. */
static bool read_within(size_t cap, const char *text) {
    struct arena *arena = arena_new(cap, on_full, NULL);
    if (!arena)
        return false;
    volatile bool enough = false;
    if (setjmp(full) == 0) {
        struct diags *diags = diags_new(arena);
        struct workbook *workbook;
        assert_int_equal(workbook_read(arena, "in.xml", text, strlen(text), diags, &workbook),
                         WORKBOOK_READ);
        enough = true;
    }
    arena_free(arena);
    return enough;
}

static void memory_may_run_out_at_any_point(void **state) {
    struct book *book = *state;
    struct textbuf xml;
    textbuf_init(&xml, book->arena);
    textbuf_str(&xml, "<workbook xmlns='" SCHEMA_NAMESPACE "' version='1.0'><themes>");
    for (unsigned i = 0; i < 500; i++)
        textbuf_printf(&xml, "<theme id='T%u' name='Theme %u'/>", i, i);
    textbuf_str(&xml, "</themes></workbook>");
    const char *const texts[] = {book_excel(book, FIXTURE_ALL DATA),
                                 book_flat(book, FIXTURE_ALL DATA), textbuf_text(&xml)};
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        size_t failures = 0;
        size_t cap = 4096;
        for (; !read_within(cap, texts[i]); cap += 1024)
            failures++;
        assert_true(failures > 20);
        assert_true(cap < 4 * 1024 * 1024);
    }
}

static void part(struct workbook_part *out, const char *name, const char *text) {
    *out = (struct workbook_part){name, name, text, strlen(text)};
}

static void read_folder(struct book *book, const struct workbook_part *parts, size_t count) {
    book->result =
        workbook_read_parts(book->arena, "in", parts, count, book->diags, &book->workbook);
}

static void files_of_a_folder_are_sheets_and_findings_name_them(void **state) {
    struct book *book = *state;
    struct workbook_part parts[3];
    part(&parts[0], "in/organization.csv", "Property,Value\nOrganization ID,ORG\nFax,1\n");
    parts[0].name = "organization.csv";
    part(&parts[1], "in/units.csv", "Unit ID,Unit Name,Unit Kind\nU0,Head,chief\n");
    parts[1].name = "Units.csv";
    part(&parts[2], "in/photos.csv", "\x89PNG");
    parts[2].name = "photos.csv";
    read_folder(book, parts, 3);
    assert_int_equal(book->result, WORKBOOK_READ);
    assert_int_equal(book->workbook->format, WORKBOOK_CSV);
    assert_string_equal(book_field(book, SHEET_UNITS, 0, COLUMN_UNITS_ID)->text, "U0");
    book_assert_finding(book, "in/units.csv:2:9: error: 'chief' is not one of");
    book_assert_finding(book, "  at Units!C2");
    book_assert_finding(book, "in/organization.csv:3:1: warning: the property 'Fax'");
    book_assert_finding(book, "in/photos.csv:1:1: note: the sheet 'photos' is not known");
    book_assert_finding(book, "in: error: the sheet 'Objectives' is missing [BP2001]");
    const struct record *unit = &book->workbook->tables[SHEET_UNITS].records.items[0];
    assert_string_equal(workbook_place(book->workbook, unit, COLUMN_UNITS_NAME).file,
                        "in/units.csv");
}

static void a_folder_without_files_is_refused_BP1065(void **state) {
    struct book *book = *state;
    read_folder(book, NULL, 0);
    assert_int_equal(book->result, WORKBOOK_UNREADABLE);
    book_assert_finding(book, "in: error: the folder holds no .csv file [BP1065]");
}

static void two_files_of_one_sheet_are_reported_BP1066(void **state) {
    struct book *book = *state;
    struct workbook_part parts[2];
    part(&parts[0], "KPIs.csv", "Measure ID,Measure\n");
    part(&parts[1], "measures.csv", "Measure ID,Measure\n");
    read_folder(book, parts, 2);
    book_assert_finding(book, "measures.csv: error: this file is the sheet 'Measures', and so is "
                              "KPIs.csv [BP1066]");
}

static void one_damaged_file_of_a_folder_stops_the_judgement(void **state) {
    struct book *book = *state;
    struct workbook_part parts[3];
    part(&parts[0], "measures.csv", "Measure ID,Measure\nM1,\"open\n");
    part(&parts[1], "themes.csv", "");
    part(&parts[2], "units.csv", "Unit ID\nU 1\n");
    read_folder(book, parts, 3);
    assert_int_equal(book->result, WORKBOOK_UNREADABLE);
    book_assert_finding(book, "measures.csv:2:4: error");
    book_assert_finding(book, "themes.csv: error: the file is empty");
    assert_int_equal(diags_count(book->diags, DIAG_NOTE), 2);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        BOOK_TEST(the_dump_differs_between_dialects_only_in_places),
        BOOK_TEST(a_date_means_the_period_of_the_measure_that_holds_it),
        BOOK_TEST(fiscal_periods_follow_the_fiscal_year_of_the_organization),
        BOOK_TEST(a_fiscal_year_named_by_its_start_moves_the_quarters),
        BOOK_TEST(the_reporting_period_may_be_fiscal_or_a_date),
        BOOK_TEST(an_impossible_reporting_period_is_reported_at_its_cell),
        BOOK_TEST(wide_and_long_values_stand_in_one_table),
        BOOK_TEST(missing_sheets_are_named_with_the_likely_one),
        BOOK_TEST(hidden_sheets_rows_and_columns_are_read_and_counted),
        BOOK_TEST(a_place_names_file_line_and_cell),
        BOOK_TEST(memory_may_run_out_at_any_point),
        BOOK_TEST(more_errors_than_the_cap_end_the_reading),
        BOOK_TEST(files_of_a_folder_are_sheets_and_findings_name_them),
        BOOK_TEST(a_folder_without_files_is_refused_BP1065),
        BOOK_TEST(two_files_of_one_sheet_are_reported_BP1066),
        BOOK_TEST(one_damaged_file_of_a_folder_stops_the_judgement),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
