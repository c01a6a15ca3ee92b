#include "workbook/fieldcheck.h"
#include "workbookfixture.h"

struct scene {
    struct arena *arena;
    struct fieldcheck check;
    struct field field;
};

static int set_up(void **state) {
    struct arena *arena = arena_new(0, NULL, NULL);
    struct scene *scene = arena_alloc(arena, sizeof *scene);
    scene->arena = arena;
    scene->check = (struct fieldcheck){
        .arena = arena, .diags = diags_new(arena), .fiscal = {.start_month = 1}};
    *state = scene;
    return 0;
}

static int tear_down(void **state) {
    struct scene *scene = *state;
    arena_free(scene->arena);
    return 0;
}

static const struct field *read_cell(struct scene *scene, enum field_type type, const char *choices,
                                     struct cell cell) {
    struct schema_column column = {.title = "C", .type = type, .choices = choices};
    scene->field = (struct field){.text = ""};
    struct place place = {"in.xml", 3, 4, "S", 5, 6};
    scene->check.diags = diags_new(scene->arena);
    fieldcheck_read(&scene->check, &column, &cell, place, &scene->field);
    return &scene->field;
}

static const struct field *read_text(struct scene *scene, enum field_type type, const char *text) {
    return read_cell(scene, type, NULL, (struct cell){.kind = CELL_TEXT, .text = text});
}

static void expect_text(struct scene *scene, enum field_type type, const char *text,
                        const char *expected) {
    const struct field *field = read_text(scene, type, text);
    if (!field->filled || strcmp(field->text, expected) != 0)
        fail_msg("'%s' gave '%s', not '%s'", text, field->text, expected);
    assert_int_equal(diags_count(scene->check.diags, DIAG_NOTE), 0);
}

static void expect_missing(struct scene *scene, enum field_type type, const char *text) {
    const struct field *field = read_text(scene, type, text);
    assert_false(field->filled);
    assert_false(field->wrong);
    assert_int_equal(diags_count(scene->check.diags, DIAG_NOTE), 0);
}

static void expect_wrong(struct scene *scene, const struct field *field, const char *finding) {
    assert_true(field->wrong);
    assert_false(field->filled);
    struct textbuf out;
    textbuf_init(&out, scene->arena);
    diags_text(scene->check.diags, &out, 9);
    if (!strstr(textbuf_text(&out), finding))
        fail_msg("no '%s' in:\n%s", finding, textbuf_text(&out));
    assert_int_equal(diags_count(scene->check.diags, DIAG_NOTE), 1);
}

static void refuse_text(struct scene *scene, enum field_type type, const char *text,
                        const char *finding) {
    expect_wrong(scene, read_text(scene, type, text), finding);
}

static struct cell number_cell(enum cell_kind kind, int64_t micro) {
    return (struct cell){.kind = kind, .text = "?", .number = {micro}};
}

static void ids_that_became_something_else_are_told(void **state) {
    struct scene *scene = *state;
    struct cell date = {.kind = CELL_DATE, .text = "?", .date = {2026, 3, 1}};
    expect_wrong(scene, read_cell(scene, FIELD_ID, NULL, date),
                 "a date (2026-03-01) stands where an id is expected [BP2051]");
    expect_wrong(scene, read_cell(scene, FIELD_REFERENCES, NULL, date), "[BP2051]");
    const struct field *field =
        read_cell(scene, FIELD_ID, NULL, number_cell(CELL_NUMBER, 11 * DECIMAL_ONE / 10));
    assert_string_equal(field->text, "1.1");
    assert_int_equal(diags_count(scene->check.diags, DIAG_WARNING), 1); /* BP2050 */
    field = read_cell(scene, FIELD_ID, NULL, number_cell(CELL_NUMBER, 7 * DECIMAL_ONE));
    assert_string_equal(field->text, "7");
    assert_int_equal(diags_count(scene->check.diags, DIAG_NOTE), 0);
    expect_text(scene, FIELD_ID, "1.10", "1.10");
}

static void a_point_that_may_divide_thousands_is_not_guessed(void **state) {
    struct scene *scene = *state;
    scene->check.points_doubtful = true;
    refuse_text(scene, FIELD_NUMBER, "1.234", "may stand for thousands or for decimals [BP2052]");
    refuse_text(scene, FIELD_NUMBER, "-123.456", "[BP2052]");
    refuse_text(scene, FIELD_NUMBER, "(12.345)", "[BP2052]");
    expect_text(scene, FIELD_NUMBER, "0.125", "0.125");
    expect_text(scene, FIELD_NUMBER, "1234.567", "1234.567");
    expect_text(scene, FIELD_NUMBER, "1.23", "1.23");
    scene->check.points_doubtful = false;
    expect_text(scene, FIELD_NUMBER, "1.234", "1.234");
}

static void ids_follow_their_grammar(void **state) {
    struct scene *s = *state;
    expect_text(s, FIELD_ID, " M-1.a_b ", "M-1.a_b");
    expect_text(s, FIELD_REFERENCE, "7", "7");
    refuse_text(s, FIELD_ID, "-M1", "in.xml:3:4: error: '-M1' is not an id [BP2012]\n  at S!F5\n");
    refuse_text(s, FIELD_ID, "M 1", "did you mean 'M-1'?");
    refuse_text(s, FIELD_ID,
                "a23456789012345678901234567890123456789012345678901234567890123456789",
                "[BP2012]");
    expect_missing(s, FIELD_ID, "  ");
    expect_missing(s, FIELD_REFERENCE, "n/a");
}

static void numeric_ids_are_written_without_decimals(void **state) {
    struct scene *s = *state;
    const struct field *field =
        read_cell(s, FIELD_ID, NULL, number_cell(CELL_NUMBER, 7 * DECIMAL_ONE));
    assert_string_equal(field->text, "7");
}

static void lists_of_ids_are_divided_by_semicolons(void **state) {
    struct scene *s = *state;
    const struct field *field = read_text(s, FIELD_REFERENCES, "O1; O2 ;;O3;");
    assert_string_equal(field->text, "O1;O2;O3");
    assert_string_equal(field->list[0], "O1");
    assert_string_equal(field->list[2], "O3");
    assert_null(field->list[3]);
    refuse_text(s, FIELD_REFERENCES, "O1, O2", "divide several ids by semicolons");
    refuse_text(s, FIELD_REFERENCES, "O1 & O2", "divide several ids by semicolons");
    refuse_text(s, FIELD_REFERENCES, "O1 Supply", "write ids alone, without names");
    refuse_text(s, FIELD_REFERENCE, "Keep every hospital supplied",
                "write the id alone, not the name");
    refuse_text(s, FIELD_REFERENCE, "O#1", "did you mean 'O-1'?");
    expect_missing(s, FIELD_REFERENCES, " ; ");
}

static void titles_are_one_line_of_bounded_length(void **state) {
    struct scene *s = *state;
    expect_text(s, FIELD_TITLE, "  two\n words\xC2\xA0 ", "two words");
    expect_text(s, FIELD_TITLE, "n/a", "n/a");
    char longest[402];
    memset(longest, 'x', 401);
    longest[401] = '\0';
    refuse_text(s, FIELD_TITLE, longest, "longer than 400 characters [BP2026]");
    longest[400] = '\0';
    expect_text(s, FIELD_TITLE, longest, longest);
}

static void long_text_keeps_its_lines(void **state) {
    expect_text(*state, FIELD_TEXT, " one\n two ", "one\n two");
}

static void typed_numbers_are_taken_as_they_are(void **state) {
    struct scene *s = *state;
    s->check.style = NUMBER_COMMA;
    const struct field *field = read_cell(s, FIELD_NUMBER, NULL, number_cell(CELL_NUMBER, 1500000));
    assert_string_equal(field->text, "1.5");
    assert_int_equal(field->number.micro, 1500000);
    assert_false(field->percent);
}

static void number_texts_follow_the_declared_style(void **state) {
    struct scene *s = *state;
    s->check.style = NUMBER_COMMA;
    expect_text(s, FIELD_NUMBER, "1.234,5", "1234.5");
    expect_text(s, FIELD_NUMBER, "(5)", "-5");
    refuse_text(s, FIELD_NUMBER, "1,234.5",
                "the text '1,234.5' is not a number in the style 1.234,56 [BP2014]");
    s->check.style = NUMBER_POINT;
    expect_text(s, FIELD_NUMBER, "1,234.5", "1234.5");
    s->check.style = NUMBER_SPACED;
    expect_text(s, FIELD_NUMBER,
                "1\xE2\x80\xAF"
                "234,5",
                "1234.5");
    s->check.style = NUMBER_PLAIN;
    refuse_text(s, FIELD_NUMBER, "1,234", "[BP2014]");
    expect_text(s, FIELD_NUMBER, "1.2E3", "1200");
}

static void words_for_missing_are_never_zero(void **state) {
    expect_missing(*state, FIELD_NUMBER, "-");
    expect_missing(*state, FIELD_NUMBER, "N/A");
    expect_missing(*state, FIELD_NUMBER, " tbd ");
    expect_missing(*state, FIELD_DATE, "-");
    expect_missing(*state, FIELD_PERIOD, "n/a");
}

static void other_words_are_no_numbers(void **state) {
    refuse_text(*state, FIELD_NUMBER, "many", "'many' is not a number [BP2013]");
    refuse_text(*state, FIELD_NUMBER, "inf", "[BP2013]");
    refuse_text(*state, FIELD_NUMBER, "0x1A", "[BP2014]");
    refuse_text(*state, FIELD_NUMBER, "1e5,0", "[BP2014]");
    refuse_text(*state, FIELD_NUMBER, "640 kEUR", "'640 kEUR' is not a number [BP2013]");
    refuse_text(*state, FIELD_NUMBER, "about 5", "'about 5' is not a number [BP2013]");
    refuse_text(*state, FIELD_NUMBER, "\u20ac5", "[BP2013]");
    refuse_text(*state, FIELD_NUMBER, "99999999999999", "[BP2015]");
}

static void percentages_keep_their_stored_value(void **state) {
    struct scene *s = *state;
    const struct field *typed = read_cell(s, FIELD_NUMBER, NULL, number_cell(CELL_PERCENT, 870000));
    assert_int_equal(typed->number.micro, 870000);
    assert_true(typed->percent);
    assert_string_equal(typed->text, "87%");
    const struct field *text = read_text(s, FIELD_NUMBER, "87.25 %");
    assert_int_equal(text->number.micro, 872500);
    assert_true(text->percent);
    assert_string_equal(text->text, "87.25%");
}

static void shares_are_percent_points(void **state) {
    struct scene *s = *state;
    assert_int_equal(
        read_cell(s, FIELD_SHARE, NULL, number_cell(CELL_PERCENT, 870000))->number.micro,
        87 * DECIMAL_ONE);
    assert_int_equal(
        read_cell(s, FIELD_SHARE, NULL, number_cell(CELL_NUMBER, 870000))->number.micro, 870000);
    expect_text(s, FIELD_SHARE, "87 %", "87");
    refuse_text(s, FIELD_SHARE, "101", "'101' is not a percentage from 0 to 100 [BP2021]");
    refuse_text(s, FIELD_SHARE, "-1", "[BP2021]");
    expect_text(s, FIELD_SHARE, "100", "100");
    expect_text(s, FIELD_SHARE, "0", "0");
}

static void counts_are_whole_and_not_negative(void **state) {
    expect_text(*state, FIELD_COUNT_OF, "0", "0");
    expect_text(*state, FIELD_COUNT_OF, "12.0", "12");
    refuse_text(*state, FIELD_COUNT_OF, "1.5", "[BP2022]");
    refuse_text(*state, FIELD_COUNT_OF, "-1", "[BP2022]");
    refuse_text(*state, FIELD_COUNT_OF, "1000000000", "[BP2022]");
}

static void rounded_and_too_large_numbers_are_told(void **state) {
    struct scene *s = *state;
    struct cell rounded = number_cell(CELL_NUMBER, 333333);
    rounded.rounded = true;
    read_cell(s, FIELD_NUMBER, NULL, rounded);
    assert_int_equal(s->check.rounded, 1);
    struct cell large = {.kind = CELL_NUMBER, .text = "1E+30", .out_of_range = true};
    expect_wrong(s, read_cell(s, FIELD_NUMBER, NULL, large), "the number '1E+30' is too large");
}

static void dates_are_date_cells_or_iso_text(void **state) {
    struct scene *s = *state;
    struct cell cell = {.kind = CELL_DATE, .text = "?", .date = {2026, 2, 28}};
    assert_string_equal(read_cell(s, FIELD_DATE, NULL, cell)->text, "2026-02-28");
    expect_text(s, FIELD_DATE, "2024-02-29", "2024-02-29");
    refuse_text(s, FIELD_DATE, "2026-02-30", "'2026-02-30' is not a date [BP2017]");
    refuse_text(s, FIELD_DATE, "01/02/2026", "write the date as YYYY-MM-DD");
    refuse_text(s, FIELD_DATE, "2026-02-29", "write the date as YYYY-MM-DD");
    refuse_text(s, FIELD_DATE, "9999-12-31", "only the years 1900 to 2199 are understood");
    expect_wrong(s, read_cell(s, FIELD_DATE, NULL, number_cell(CELL_NUMBER, 46000 * DECIMAL_ONE)),
                 "format the cell as a date");
}

static void a_date_in_a_number_column_is_the_spreadsheets_guess(void **state) {
    struct scene *s = *state;
    struct cell cell = {.kind = CELL_DATE, .text = "?", .date = {2026, 2, 1}};
    expect_wrong(s, read_cell(s, FIELD_NUMBER, NULL, cell), "a date (2026-02-01) stands");
}

static void days_of_the_year_are_month_and_day(void **state) {
    struct scene *s = *state;
    expect_text(s, FIELD_MONTH_DAY, "04-01", "04-01");
    expect_text(s, FIELD_MONTH_DAY, "--04-01", "04-01");
    expect_text(s, FIELD_MONTH_DAY, "02-29", "02-29");
    assert_int_equal(s->field.date.year, 2000);
    refuse_text(s, FIELD_MONTH_DAY, "April", "[BP2023]");
    struct cell cell = {.kind = CELL_DATE, .text = "?", .date = {2026, 4, 1}};
    assert_string_equal(read_cell(s, FIELD_MONTH_DAY, NULL, cell)->text, "04-01");
}

static void periods_are_text_or_a_date_in_them(void **state) {
    struct scene *s = *state;
    expect_text(s, FIELD_PERIOD, "Oct 2026", "2026-10");
    assert_int_equal(s->field.period.frequency, FREQUENCY_MONTHLY);
    expect_text(s, FIELD_PERIOD, "2026-10-15", "2026-10-15");
    assert_false(period_set(s->field.period));
    assert_int_equal(s->field.date.day, 15);
    const struct field *year =
        read_cell(s, FIELD_PERIOD, NULL, number_cell(CELL_NUMBER, 2026 * DECIMAL_ONE));
    assert_int_equal(year->period.frequency, FREQUENCY_YEARLY);
    refuse_text(s, FIELD_PERIOD, "2026-13", "[BP2018]");
}

static void choices_match_without_case_blanks_and_hyphens(void **state) {
    struct scene *s = *state;
    const char *choices = "half-yearly;two levels below;+;-";
    struct cell cell = {.kind = CELL_TEXT, .text = "Half Yearly"};
    assert_int_equal(read_cell(s, FIELD_CHOICE, choices, cell)->choice, 0);
    assert_string_equal(s->field.text, "half-yearly");
    cell.text = "TWO-LEVELS_below";
    assert_int_equal(read_cell(s, FIELD_CHOICE, choices, cell)->choice, 1);
    cell.text = "-";
    assert_int_equal(read_cell(s, FIELD_CHOICE, choices, cell)->choice, 3);
    cell.text = "\xE2\x88\x92";
    assert_int_equal(read_cell(s, FIELD_CHOICE, choices, cell)->choice, 3);
    cell.text = "half-yearli";
    expect_wrong(s, read_cell(s, FIELD_CHOICE, choices, cell), "did you mean 'half-yearly'?");
    cell.text = "-";
    assert_false(read_cell(s, FIELD_CHOICE, "a;b", cell)->wrong);
    assert_false(s->field.filled);
    cell.text = "";
    assert_false(read_cell(s, FIELD_CHOICE, choices, cell)->filled);
}

static void flags_are_yes_or_no(void **state) {
    struct scene *s = *state;
    expect_text(s, FIELD_FLAG, "y", "Y");
    assert_int_equal(s->field.choice, 1);
    expect_text(s, FIELD_FLAG, "False", "N");
    assert_int_equal(s->field.choice, 0);
    struct cell cell = number_cell(CELL_FLAG, DECIMAL_ONE);
    assert_int_equal(read_cell(s, FIELD_FLAG, NULL, cell)->choice, 1);
    refuse_text(s, FIELD_FLAG, "maybe", "'maybe' is neither Y nor N [BP2020]");
}

static void a_boolean_cell_counts_as_one_or_zero(void **state) {
    assert_int_equal(
        read_cell(*state, FIELD_NUMBER, NULL, number_cell(CELL_FLAG, DECIMAL_ONE))->number.micro,
        DECIMAL_ONE);
}

static void errors_and_uncalculated_formulas_are_findings(void **state) {
    struct scene *s = *state;
    struct cell error = {.kind = CELL_ERROR, .text = "#DIV/0!"};
    expect_wrong(s, read_cell(s, FIELD_TEXT, NULL, error), "the cell shows the error #DIV/0!");
    struct cell formula = {.kind = CELL_TEXT, .text = "", .uncalculated = true};
    expect_wrong(s, read_cell(s, FIELD_NUMBER, NULL, formula), "never calculated [BP2025]");
}

static void long_values_are_shortened_in_messages(void **state) {
    struct scene *s = *state;
    char text[4000];
    memset(text, 'x', sizeof text - 1);
    text[sizeof text - 1] = '\0';
    read_text(s, FIELD_NUMBER, text);
    struct textbuf out;
    textbuf_init(&out, s->arena);
    diags_text(s->check.diags, &out, 9);
    assert_true(out.length < 300);
}

int main(void) {
#define T(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        T(ids_that_became_something_else_are_told),
        T(a_point_that_may_divide_thousands_is_not_guessed),
        T(ids_follow_their_grammar),
        T(numeric_ids_are_written_without_decimals),
        T(lists_of_ids_are_divided_by_semicolons),
        T(titles_are_one_line_of_bounded_length),
        T(long_text_keeps_its_lines),
        T(typed_numbers_are_taken_as_they_are),
        T(number_texts_follow_the_declared_style),
        T(words_for_missing_are_never_zero),
        T(other_words_are_no_numbers),
        T(percentages_keep_their_stored_value),
        T(shares_are_percent_points),
        T(counts_are_whole_and_not_negative),
        T(rounded_and_too_large_numbers_are_told),
        T(dates_are_date_cells_or_iso_text),
        T(a_date_in_a_number_column_is_the_spreadsheets_guess),
        T(days_of_the_year_are_month_and_day),
        T(periods_are_text_or_a_date_in_them),
        T(choices_match_without_case_blanks_and_hyphens),
        T(flags_are_yes_or_no),
        T(a_boolean_cell_counts_as_one_or_zero),
        T(errors_and_uncalculated_formulas_are_findings),
        T(long_values_are_shortened_in_messages),
    };
#undef T
    return cmocka_run_group_tests(tests, NULL, NULL);
}
