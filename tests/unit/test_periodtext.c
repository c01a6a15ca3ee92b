#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "workbook/periodtext.h"

static const struct fiscal april = {.start_month = 4, .named_by_start = false};

static void expect(const char *text, const char *language, const char *expected) {
    struct period period;
    char out[16];
    if (!periodtext_parse(text, &april, language, &period))
        fail_msg("'%s' was refused", text);
    period_format(period, &april, out);
    assert_string_equal(out, expected);
}

static void refuse(const char *text, const char *language) {
    struct period period;
    if (periodtext_parse(text, &april, language, &period))
        fail_msg("'%s' was taken", text);
}

static void canonical_periods_are_taken(void **state) {
    (void)state;
    expect("2026-03", NULL, "2026-03");
    expect("2026-Q1", NULL, "2026-Q1");
    expect("2026-W09", NULL, "2026-W09");
    expect("FY2026-Q1", NULL, "2025-Q2");
}

static void months_are_known_by_name(void **state) {
    (void)state;
    expect("Mar-26", NULL, "2026-03");
    expect("March 2026", NULL, "2026-03");
    expect("  mar. 2026 ", NULL, "2026-03");
    expect("2026 March", NULL, "2026-03");
    expect("SEPT 26", NULL, "2026-09");
    expect("Sep '26", NULL, "2026-09");
    expect("May\xC2\xA0"
           "2026",
           NULL, "2026-05");
}

static void months_are_known_in_the_declared_language(void **state) {
    (void)state;
    expect("M\xC3\xA4rz 2026", "de", "2026-03");
    expect("Okt 26", "de-CH", "2026-10");
    expect("d\xC3\xA9"
           "c. 2026",
           "fr", "2026-12");
    expect("enero 2026", "es", "2026-01");
    expect("maart 2026", "nl", "2026-03");
    expect("M\xC3\x84RZ 2026", "de", "2026-03");
    expect("Mrz 26", "de", "2026-03");
    expect("J\xC3\xA4nner 26", "de-AT", "2026-01");
    expect("mrt-26", "nl", "2026-03");
    expect("D\xC3\x89"
           "C. 2026",
           "fr", "2026-12");
    expect("set/26", "pt-BR", "2026-09");
    expect("setiembre 2026", "es", "2026-09");
    expect("Okt 26", "sv", "2026-10");
    expect("maj 2026", "da", "2026-05");
    expect("desember 2026", "nb", "2026-12");
    refuse("Mrz 26", "nl");
    refuse("M\xC3\xA4rz 2026", NULL);
    refuse("Okt 26", "fr");
}

static void too_few_letters_of_a_month_are_refused(void **state) {
    (void)state;
    refuse("Ju 2026", NULL);
    refuse("jui 2026", "fr"); /* juin or juillet */
    refuse("M 26", NULL);
}

static void quarters_and_halves_are_known(void **state) {
    (void)state;
    expect("Q1 2026", NULL, "2026-Q1");
    expect("Q3-26", NULL, "2026-Q3");
    expect("2026 Q4", NULL, "2026-Q4");
    expect("T1 2026", "fr", "2026-Q1");
    expect("T4-26", "es", "2026-Q4");
    refuse("T1 2026", "de");
    refuse("T5 2026", "fr");
}

static void fiscal_years_count_by_the_fiscal_calendar(void **state) {
    (void)state;
    expect("FY26 Q1", NULL, "2025-Q2");
    expect("Q1 FY26", NULL, "2025-Q2");
    expect("FY 26 Q1", NULL, "2025-Q2");
    struct period period;
    assert_true(periodtext_parse("FY26", &april, NULL, &period));
    assert_int_equal(period.frequency, FREQUENCY_YEARLY);
}

static void nothing_is_guessed(void **state) {
    (void)state;
    refuse("", NULL);
    refuse("03/26", NULL);
    refuse("03/2026", NULL);
    refuse("26", NULL);
    refuse("Q5 2026", NULL);
    refuse("Total", NULL);
    refuse("March", NULL);
    refuse("March 2026 final version", NULL);
    refuse("FY26 March", NULL);
    refuse("a very long heading that is no period at all 2026", NULL);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(canonical_periods_are_taken),
        cmocka_unit_test(months_are_known_by_name),
        cmocka_unit_test(months_are_known_in_the_declared_language),
        cmocka_unit_test(too_few_letters_of_a_month_are_refused),
        cmocka_unit_test(quarters_and_halves_are_known),
        cmocka_unit_test(fiscal_years_count_by_the_fiscal_calendar),
        cmocka_unit_test(nothing_is_guessed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
