#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "report/wording.h"
#include <string.h>

static struct arena *arena;
static struct sentence_voice english, french, german;

static struct sentence_voice voice(const char *language) {
    struct plan plan = {.organization = {.currency = "CAD", .fiscal = {.start_month = 4}}};
    return wording_voice(arena, catalogue_builtin(arena, language, diags_new(arena)), &plan);
}

static int setup(void **state) {
    (void)state;
    arena = arena_new(0, NULL, NULL);
    english = voice("en");
    french = voice("fr");
    german = voice("de");
    return 0;
}

static int teardown(void **state) {
    (void)state;
    arena_free(arena);
    return 0;
}

static struct decimal dec(const char *text) {
    struct decimal out;
    assert_int_equal(decimal_parse(text, strlen(text), &out), DECIMAL_OK);
    return out;
}

static struct measure in(const char *unit, unsigned decimals) {
    return (struct measure){.unit_of_measure = unit, .decimals = decimals};
}

static void quantities_have_the_measure_s_decimals_and_unit(void **state) {
    (void)state;
    const struct measure percent = in("%", 1), litres = in("L", 0), money = in("CAD", 2);
    const struct measure thousands = in("CAD k", 0), count = in("n", 0), bare = in("", 1);
    const struct measure none = in(NULL, 1);
    assert_string_equal(wording_quantity(&english, &percent, dec("93.149")), "93.1\u00a0%");
    assert_string_equal(wording_quantity(&french, &percent, dec("93.15")), "93,2\u202f%");
    assert_string_equal(wording_quantity(&german, &percent, dec("-93.15")), "\u221293,2\u00a0%");
    assert_string_equal(wording_quantity(&english, &litres, dec("7420")), "7\u202f420\u00a0litres");
    assert_string_equal(wording_quantity(&english, &money, dec("412.5")), "CAD\u00a0412.50");
    assert_string_equal(wording_quantity(&french, &money, dec("412.5")), "412,50\u00a0CAD");
    assert_string_equal(wording_quantity(&english, &thousands, dec("4")), "CAD k\u00a04");
    assert_string_equal(wording_quantity(&english, &count, dec("12")), "12");
    assert_string_equal(wording_quantity(&english, &bare, dec("12")), "12.0");
    assert_string_equal(wording_quantity(&english, &none, dec("12")), "12.0");
    struct sentence_voice poor = english;
    poor.currency = "";
    assert_string_equal(wording_quantity(&poor, &money, dec("1")), "1.00\u00a0CAD");
    poor.currency = NULL;
    assert_string_equal(wording_quantity(&poor, &money, dec("1")), "1.00\u00a0CAD");
}

static void differences_of_percentages_are_points_without_a_sign(void **state) {
    (void)state;
    const struct measure percent = in("%", 1), litres = in("L", 0), none = in(NULL, 0);
    assert_string_equal(wording_difference(&english, &percent, dec("-1.9")), "1.9\u00a0points");
    assert_string_equal(wording_difference(&french, &percent, dec("1.9")), "1,9\u00a0point");
    assert_string_equal(wording_difference(&english, &litres, dec("-1635")),
                        "1\u202f635\u00a0litres");
    assert_string_equal(wording_difference(&english, &none, dec("-2")), "2");
}

static const char *place(const struct measure *measure, enum reading_side side, const char *gap) {
    return wording_place(&english, measure, side, dec(gap), dec("42"));
}

static void a_place_has_the_sign_as_a_word(void **state) {
    (void)state;
    const struct measure m = in("%", 1);
    assert_string_equal(place(&m, READING_UNDER, "-1.9"), "1.9\u00a0points under target");
    assert_string_equal(place(&m, READING_OVER, "1.9"), "1.9\u00a0points over target");
    assert_string_equal(place(&m, READING_ON, "0"), "on target");
    assert_string_equal(place(&m, READING_NO_TARGET, "0"), "no target is set");
    assert_string_equal(place(&m, READING_BELOW_BAND, "-2"),
                        "2.0\u00a0points below the target range");
    assert_string_equal(place(&m, READING_IN_BAND, "0"), "within the target range");
    assert_string_equal(place(&m, READING_ABOVE_BAND, "2"),
                        "2.0\u00a0points above the target range");
    assert_string_equal(place(&m, READING_MET, "0"), "on target");
    assert_string_equal(place(&m, READING_NOT_MET, "1"), "no target is set");
}

static void a_gap_without_a_unit_is_told_by_the_target(void **state) {
    (void)state;
    const struct measure count = in("n", 0), bare = in("", 0), none = in(NULL, 1);
    assert_string_equal(place(&count, READING_UNDER, "-2"), "under the target of 42");
    assert_string_equal(place(&bare, READING_OVER, "2"), "over the target of 42");
    assert_string_equal(place(&none, READING_OVER, "2"), "over the target of 42.0");
    assert_string_equal(place(&count, READING_ON, "0"), "on target");
    assert_string_equal(place(&count, READING_BELOW_BAND, "-2"), "below the target range");
    assert_string_equal(place(&count, READING_ABOVE_BAND, "2"), "above the target range");
}

static void units_are_spelled_where_they_have_a_name(void **state) {
    (void)state;
    const struct measure litres = in("L", 0), thousands = in("k", 1), rate = in("/100k", 2);
    const struct measure own = in("beds", 0);
    assert_string_equal(wording_quantity(&english, &litres, dec("1")), "1\u00a0litre");
    assert_string_equal(wording_quantity(&english, &thousands, dec("58.2")), "58.2\u00a0thousand");
    assert_string_equal(wording_quantity(&german, &thousands, dec("58.2")), "58,2\u00a0Tausend");
    assert_string_equal(wording_quantity(&english, &rate, dec("1.7")),
                        "1.70\u00a0per 100\u202f000");
    assert_string_equal(wording_quantity(&english, &own, dec("7")), "7\u00a0beds");
}

static void a_gap_that_rounding_would_hide_is_just_under_or_over(void **state) {
    (void)state;
    const struct measure m = in("%", 1), whole = in("L", 0);
    assert_string_equal(place(&m, READING_UNDER, "-0.04"), "just under target");
    assert_string_equal(place(&m, READING_UNDER, "-0.05"), "0.1\u00a0points under target");
    assert_string_equal(place(&m, READING_OVER, "0.000001"), "just over target");
    assert_string_equal(place(&whole, READING_BELOW_BAND, "-0.4"), "just below the target range");
    assert_string_equal(place(&whole, READING_ABOVE_BAND, "0.4"), "just above the target range");
    assert_true(wording_vanishes(&m, dec("-0.04")));
    assert_false(wording_vanishes(&m, dec("0")));
    assert_false(wording_vanishes(&m, dec("0.05")));
}

static void fte_are_as_exact_as_the_sheet(void **state) {
    (void)state;
    assert_string_equal(wording_fte(&english, dec("1")), "1.00");
    assert_string_equal(wording_fte(&english, dec("0.995")), "0.995");
    assert_string_equal(wording_fte(&german, dec("0.000001")), "0,000001");
}

static void money_is_in_whole_units_of_the_currency(void **state) {
    (void)state;
    assert_string_equal(wording_money(&english, dec("1250000.4")), "CAD\u00a01\u202f250\u202f000");
    assert_string_equal(wording_money(&german, dec("-1250000")), "\u22121.250.000\u00a0CAD");
    assert_string_equal(wording_percent(&french, dec("-7.5"), 0), "\u22128\u202f%");
}

static void dates_follow_the_language(void **state) {
    (void)state;
    const struct date first = {2026, 9, 1}, later = {2026, 12, 30};
    assert_string_equal(wording_date(&english, first), "1 September 2026");
    assert_string_equal(wording_date(&french, first), "1er septembre 2026");
    assert_string_equal(wording_date(&french, later), "30 décembre 2026");
    assert_string_equal(wording_date(&german, later), "30.\u00a0Dezember 2026");
}

static struct period span(const char *text) {
    const struct fiscal fiscal = {.start_month = 4};
    struct period out;
    assert_true(period_parse(text, &fiscal, &out));
    return out;
}

static void periods_are_those_of_the_fiscal_year(void **state) {
    (void)state;
    assert_string_equal(wording_period(&english, span("2026-09")), "September 2026");
    assert_string_equal(wording_period(&french, span("2026-09")), "septembre 2026");
    assert_string_equal(wording_period(&english, span("2026-W40")), "week of 28 September 2026");
    assert_string_equal(wording_period(&german, span("FY2027-Q2")), "2.\u00a0Quartal 2026/27");
    assert_string_equal(wording_period(&french, span("FY2027-H2")), "S2 2026/27");
    assert_string_equal(wording_period(&english, span("FY2027")), "2026/27");
}

static void statuses_have_words(void **state) {
    (void)state;
    assert_string_equal(wording_status(&english, STATUS_RED), "off track");
    assert_string_equal(wording_status(&french, STATUS_AMBER), "à risque");
    assert_string_equal(wording_status(&german, STATUS_EXCEEDS), "besser als geplant");
    assert_string_equal(wording_status(&english, STATUS_STALE), "without status");
    assert_string_equal(wording_status_case(STATUS_INSUFFICIENT), "grey");
}

static void lists_end_with_the_language_s_and(void **state) {
    (void)state;
    static const char *const items[] = {"a", "b", "c"};
    assert_string_equal(wording_list(&english, items, 0), "");
    assert_string_equal(wording_list(&english, items, 1), "a");
    assert_string_equal(wording_list(&french, items, 2), "a et b");
    assert_string_equal(wording_list(&german, items, 3), "a, b und c");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(quantities_have_the_measure_s_decimals_and_unit),
        TEST(differences_of_percentages_are_points_without_a_sign),
        TEST(a_place_has_the_sign_as_a_word),
        TEST(a_gap_without_a_unit_is_told_by_the_target),
        TEST(units_are_spelled_where_they_have_a_name),
        TEST(a_gap_that_rounding_would_hide_is_just_under_or_over),
        TEST(fte_are_as_exact_as_the_sheet),
        TEST(money_is_in_whole_units_of_the_currency),
        TEST(dates_follow_the_language),
        TEST(periods_are_those_of_the_fiscal_year),
        TEST(statuses_have_words),
        TEST(lists_end_with_the_language_s_and),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
