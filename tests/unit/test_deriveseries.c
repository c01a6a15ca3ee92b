#include "derivebook.h"
#include "workbookfixture.h"

#define QUARTERLY(rule, unit)                                                                      \
    MEASURE("M1", "O1",                                                                            \
            "unitOfMeasure='" unit "' polarity='higher' frequency='quarterly' aggregation='" rule  \
            "'")
#define OTHER             MEASURE("M2", "O2", HIGHER) /* the small workbook's second measure */
#define ACTUAL(period, v) VALUE("M1", period, "actual", v)
#define TARGET            VALUE("M1", "2026-Q3", "target", "8") VALUES_OF("M2")
#define MONTHS            ACTUAL("2026-07", "1") ACTUAL("2026-08", "2") ACTUAL("2026-09", "4")
#define PARTS(period, top, bottom)                                                                 \
    VALUE("M1", period, "numerator", top) VALUE("M1", period, "denominator", bottom)

static const struct derivation *quarter(void **state, const char *measure, const char *values) {
    return derived_of(state, (struct sections){.measures = measure, .values = values}, "M1");
}

static void shorter_periods_are_put_together_as_the_measure_aggregates(void **state) {
    static const struct {
        const char *measure, *words, *result, *formula;
    } cases[] = {
        {QUARTERLY("sum", "days") OTHER, "the sum of", "7", "1 + 2 + 4 = 7"},
        {QUARTERLY("mean", "days") OTHER, "the mean of", "2.333333",
         "(1 + 2 + 4) / 3 = (7/3) = 2.333333 rounded"},
        {QUARTERLY("last", "days") OTHER, "the latest of", "4", ""},
        {QUARTERLY("min", "days") OTHER, "the least of", "1", "min(1, 2, 4) = 1"},
        {QUARTERLY("max", "days") OTHER, "the greatest of", "4", "max(1, 2, 4) = 4"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct derivation *d = quarter(state, cases[i].measure, MONTHS TARGET);
        step_is(d, "actual", cases[i].result, cases[i].formula);
        assert_string_equal(
            step_of(d, "actual")->words,
            arena_printf(*state, "It is %s the shorter periods of 2026-Q3.", cases[i].words));
        assert_string_equal(cells_of(*state, step_of(d, "actual")),
                            "actual of 2026-07 1, actual of 2026-08 2, actual of 2026-09 4");
    }
}

static void the_order_of_the_sheet_does_not_matter(void **state) {
    const struct derivation *d =
        quarter(state, QUARTERLY("sum", "days") OTHER,
                ACTUAL("2026-09", "4") ACTUAL("2026-07", "1") ACTUAL("2026-08", "2") TARGET);
    step_is(d, "actual", "7", "1 + 2 + 4 = 7");
}

static void a_value_that_stands_twice_counts_once(void **state) {
    const struct derivation *d =
        quarter(state, QUARTERLY("sum", "days") OTHER, MONTHS ACTUAL("2026-08", "2") TARGET);
    step_is(d, "actual", "7", "1 + 2 + 4 = 7");
}

static void other_quarters_take_no_part(void **state) {
    const struct derivation *d =
        quarter(state, QUARTERLY("sum", "days") OTHER,
                ACTUAL("2026-04", "9") ACTUAL("2026-05", "9") ACTUAL("2026-06", "9")
                    MONTHS VALUE("M1", "2026-07", "forecast", "5") TARGET);
    step_is(d, "actual", "7", "1 + 2 + 4 = 7");
}

#define OF_UNIT(period, v, unit)                                                                   \
    "<value measure='M1' period='" period "' series='actual' v='" v "' unit='" unit "'/>"

static void rows_of_another_frequency_take_no_part(void **state) {
    const struct derivation *d =
        quarter(state, QUARTERLY("last", "days") OTHER, ACTUAL("2026-W39", "9") MONTHS TARGET);
    step_is(d, "actual", "4", "");
    assert_string_equal(cells_of(*state, step_of(d, "actual")),
                        "actual of 2026-07 1, actual of 2026-08 2, actual of 2026-09 4");
}

static void values_of_other_units_take_no_part(void **state) {
    const struct derivation *d = derived_of(
        state,
        (struct sections){.units = TOP UNIT("U1", "kind='business' parent='U0'"),
                          .measures = QUARTERLY("sum", "days") OTHER,
                          .values = OF_UNIT("2026-07", "50", "U1") OF_UNIT("2026-07", "1", "U0")
                              ACTUAL("2026-08", "2") ACTUAL("2026-09", "4") TARGET},
        "M1");
    step_is(d, "actual", "7", "1 + 2 + 4 = 7");
}

static void weeks_belong_where_their_thursday_lies(void **state) {
    const struct derivation *d = derived_of(
        state,
        (struct sections){
            .organization =
                ORGANIZATION_WITH("fiscalYearStart='01-01' asOf='2026-11-02' period='2026-10'", ""),
            .measures = MEASURE("M1", "O1",
                                "unitOfMeasure='days' polarity='higher' frequency='monthly' "
                                "aggregation='sum'") OTHER,
            .values = ACTUAL("2026-W40", "1") ACTUAL("2026-W41", "2") ACTUAL("2026-W42", "3")
                ACTUAL("2026-W43", "4") ACTUAL("2026-W44", "5")
                    VALUE("M1", "2026-10", "target", "15") VALUES_OF("M2")},
        "M1");
    step_is(d, "actual", "15", "1 + 2 + 3 + 4 + 5 = 15");
}

static void a_ratio_adds_up_its_parts(void **state) {
    const struct derivation *d = quarter(state, QUARTERLY("ratio", "%") OTHER,
                                         PARTS("2026-07", "1", "10") PARTS("2026-08", "2", "10")
                                             PARTS("2026-09", "4", "20") TARGET);
    step_is(d, "actual", "17.5", "100 x (1 + 2 + 4) / (10 + 10 + 20) = 17.5");
    assert_string_equal(cells_of(*state, step_of(d, "actual")),
                        "numerator of 2026-07 1, numerator of 2026-08 2, numerator of 2026-09 4, "
                        "denominator of 2026-07 10, denominator of 2026-08 10, denominator of "
                        "2026-09 20, aggregation ratio");
}

static void parts_of_the_year_to_date_are_settled_first(void **state) {
    const struct derivation *d =
        derived_of(state,
                   (struct sections){.settings = "<settings headline='ytd'/>",
                                     .measures = QUARTERLY("ratio", "days") OTHER,
                                     .values = PARTS("2026-07", "1", "10") PARTS(
                                         "2026-08", "2", "10") PARTS("2026-09", "4", "20") TARGET},
                   "M1");
    step_is(d, "numerator of 2026-Q3", "7", "1 + 2 + 4 = 7");
    assert_string_equal(step_of(d, "numerator of 2026-Q3")->words,
                        "It is the sum of the shorter periods of 2026-Q3.");
    step_is(d, "denominator of 2026-Q3", "40", "10 + 10 + 20 = 40");
    step_is(d, "actual", "0.175", "7 / 40 = 0.175");
    assert_null(input_of(step_of(d, "actual"), "numerator of 2026-Q3")->place.file);
}

static void targets_of_a_ratio_are_a_mean(void **state) {
    const struct derivation *d =
        quarter(state, QUARTERLY("ratio", "days") OTHER,
                PARTS("2026-Q3", "30", "4") VALUE("M1", "2026-07", "target", "8")
                    VALUE("M1", "2026-08", "target", "8") VALUE("M1", "2026-09", "target", "9")
                        VALUES_OF("M2"));
    step_is(d, "target", "8.333333", "(8 + 8 + 9) / 3 = (25/3) = 8.333333 rounded");
    assert_string_equal(step_of(d, "target")->words,
                        "It is the mean of the shorter periods of 2026-Q3.");
}

static void a_ratio_that_is_written_is_not_put_together(void **state) {
    const struct derivation *d =
        quarter(state, QUARTERLY("ratio", "days") OTHER,
                ACTUAL("2026-Q3", "7.5") PARTS("2026-Q3", "30", "4") TARGET);
    step_is(d, "actual", "7.5", "");
    assert_string_equal(step_of(d, "actual")->words, "The actual of 2026-Q3.");
}

#define BOOK_MEASURES(rule)                                                                        \
    "#Measures\n"                                                                                  \
    "Measure ID|Measure|Objective ID|Definition/Formula|Unit of Measure|Polarity|Frequency|"       \
    "Aggregation|Measure Owner|Data Source\n"                                                      \
    "M1|Orders filled|O1|Delivered|%|higher|quarterly|" rule "|Head|Orders\n"                      \
    "M2|Stock|O1|Days of stock|days|higher|quarterly|" rule "|Head|Stock\n"
#define BOOK_VALUES "#Measure Data\nMeasure ID|Period|Series|Value\n"

static const struct derivation *of_book(struct book *book, const char *measures, const char *values,
                                        const char *id) {
    book_read(book, book_flat(book, arena_printf(book->arena, "%s%s%s",
                                                 FIXTURE_CORE FIXTURE_UNITS FIXTURE_PERSPECTIVES
                                                     FIXTURE_OBJECTIVES,
                                                 measures, values)));
    assert_int_equal(book->result, WORKBOOK_READ);
    const struct plan_options none = {0};
    const struct plan *plan = plan_build(book->arena, book->workbook, &none, book->diags);
    return derived_from(book->arena, plan, book->diags, id);
}

static void a_cell_that_shows_percent_counts_in_percent(void **state) {
    struct book *book = *state;
    const struct derivation *d =
        of_book(book, BOOK_MEASURES("mean"),
                BOOK_VALUES "M1|FY2027-Q2|target|n:90\n"
                            "M1|2026-07|actual|p:0.87\nM1|2026-08|actual|n:88\n"
                            "M1|2026-09|actual|p:0.92\n",
                "M1");
    step_is(d, "actual", "89", "(87 + 88 + 92) / 3 = 89");
}

static void a_count_that_shows_percent_stays_a_count(void **state) {
    struct book *book = *state;
    const struct derivation *d =
        of_book(book, BOOK_MEASURES("ratio"),
                BOOK_VALUES "M1|FY2027-Q2|target|n:90\n"
                            "M1|2026-07|numerator|p:3\nM1|2026-08|numerator|n:3\n"
                            "M1|2026-09|numerator|n:3\n"
                            "M1|2026-07|denominator|n:4\nM1|2026-08|denominator|n:4\n"
                            "M1|2026-09|denominator|p:4\n",
                "M1");
    step_is(d, "actual", "75", "100 x (3 + 3 + 3) / (4 + 4 + 4) = 75");
}

static void percent_of_another_unit_of_measure_is_the_number_itself(void **state) {
    struct book *book = *state;
    const struct derivation *d =
        of_book(book, BOOK_MEASURES("sum"),
                BOOK_VALUES "M2|FY2027-Q2|target|n:2\n"
                            "M2|2026-07|actual|p:0.5\nM2|2026-08|actual|n:1\n"
                            "M2|2026-09|actual|n:1\n",
                "M2");
    step_is(d, "actual", "2.5", "0.5 + 1 + 1 = 2.5");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        fixture_test(shorter_periods_are_put_together_as_the_measure_aggregates),
        fixture_test(the_order_of_the_sheet_does_not_matter),
        fixture_test(a_value_that_stands_twice_counts_once),
        fixture_test(other_quarters_take_no_part),
        fixture_test(rows_of_another_frequency_take_no_part),
        fixture_test(values_of_other_units_take_no_part),
        fixture_test(weeks_belong_where_their_thursday_lies),
        fixture_test(a_ratio_adds_up_its_parts),
        fixture_test(parts_of_the_year_to_date_are_settled_first),
        fixture_test(targets_of_a_ratio_are_a_mean),
        fixture_test(a_ratio_that_is_written_is_not_put_together),
        BOOK_TEST(a_cell_that_shows_percent_counts_in_percent),
        BOOK_TEST(a_count_that_shows_percent_stays_a_count),
        BOOK_TEST(percent_of_another_unit_of_measure_is_the_number_itself),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
