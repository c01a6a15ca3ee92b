#include "workbook/stratmllines.h"
#include "workbookfixture.h"

/* What is read, as "column=value" words, then the rest. */
static const char *read_lines(struct book *book, const char *text) {
    struct fieldcheck check = {.arena = book->arena, .diags = book->diags};
    struct stratmllines lines;
    struct textbuf out;
    textbuf_init(&out, book->arena);
    stratmllines_read(&check, text, &lines);
    for (size_t i = 0; i < lines.count; i++)
        textbuf_printf(&out, "[%s=%s]",
                       schema_sheet(SHEET_MEASURES)->columns[lines.items[i].column].title,
                       lines.items[i].value);
    textbuf_str(&out, lines.rest);
    return textbuf_text(&out);
}

static void lines_at_the_end_are_properties(void **state) {
    assert_string_equal(read_lines(*state, "Delivered / ordered.\nIn full.\n\nPolarity: higher\n"
                                           "measure owner :  J. Lind \nWeight: 2.5"),
                        "[Weight=2.5][Measure Owner=J. Lind][Polarity=higher]"
                        "Delivered / ordered.\nIn full.");
}

static void only_the_end_counts(void **state) {
    assert_string_equal(read_lines(*state, "Polarity: higher\nis what we mean."),
                        "Polarity: higher\nis what we mean.");
}

static void a_value_that_does_not_fit_is_text(void **state) {
    assert_string_equal(read_lines(*state, "x\nPolarity: upward\nDecimals: 1"),
                        "[Decimals=1]x\nPolarity: upward");
    assert_string_equal(read_lines(*state, "Baseline Date: spring"), "Baseline Date: spring");
    assert_string_equal(read_lines(*state, "Polarity:"), "Polarity:");
    assert_string_equal(book_findings(*state), "");
}

static void other_titles_are_text(void **state) {
    assert_string_equal(read_lines(*state, "x\nMeasure ID: M9"), "x\nMeasure ID: M9");
    assert_string_equal(read_lines(*state, "x\nSource: the register"), "x\nSource: the register");
}

static void a_property_said_twice_counts_once(void **state) {
    assert_string_equal(read_lines(*state, "Weight: 1\nWeight: 2"), "[Weight=2]Weight: 1");
}

static void nothing_is_nothing(void **state) {
    assert_string_equal(read_lines(*state, ""), "");
    assert_string_equal(read_lines(*state, "Weight: 1"), "[Weight=1]");
}

static const struct record *measure(struct book *book, const char *polarity) {
    book_read(book, book_excel(book, arena_printf(book->arena,
                                                  FIXTURE_CORE FIXTURE_UNITS FIXTURE_PERSPECTIVES
                                                      FIXTURE_OBJECTIVES
                                                  "#Measures\n"
                                                  "Measure ID|Measure|Objective ID|"
                                                  "Definition/Formula|Unit of Measure|Polarity|"
                                                  "Frequency|Aggregation|Measure Owner|"
                                                  "Data Source|Baseline\n"
                                                  "M1|Orders|O1|a / b~c|%%|%s|monthly|mean|Head|"
                                                  "Orders|p:0.87\n",
                                                  polarity)));
    return &book->workbook->tables[SHEET_MEASURES].records.items[0];
}

static void what_is_written_is_read_again(void **state) {
    struct book *book = *state;
    const char *text = stratmllines_write(book->arena, measure(book, "higher"));
    assert_string_equal(text, "a / b\nc\nPolarity: higher\nFrequency: monthly\nAggregation: mean\n"
                              "Measure Owner: Head\nData Source: Orders\nBaseline: 87%");
    assert_string_equal(read_lines(book, text),
                        "[Baseline=87%][Data Source=Orders][Measure Owner=Head][Aggregation=mean]"
                        "[Frequency=monthly][Polarity=higher]a / b\nc");
}

static void a_range_without_its_limits_is_not_written(void **state) {
    struct book *book = *state;
    const struct record *record = measure(book, "range");
    assert_true(stratmllines_range(record));
    assert_null(strstr(stratmllines_write(book->arena, record), "Polarity"));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        BOOK_TEST(lines_at_the_end_are_properties),
        BOOK_TEST(only_the_end_counts),
        BOOK_TEST(a_value_that_does_not_fit_is_text),
        BOOK_TEST(other_titles_are_text),
        BOOK_TEST(a_property_said_twice_counts_once),
        BOOK_TEST(nothing_is_nothing),
        BOOK_TEST(what_is_written_is_read_again),
        BOOK_TEST(a_range_without_its_limits_is_not_written),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
