#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "report/plural.h"
#include <stdio.h>
#include <string.h>

/* The form of a number as printed: "1.0" has one place. */
static const char *form(const char *language, const char *printed) {
    struct decimal value;
    assert_int_equal(decimal_parse(printed, strlen(printed), &value), DECIMAL_OK);
    const char *point = strchr(printed, '.');
    return plural_name(plural_of(language, value, point ? (unsigned)strlen(point + 1) : 0));
}

static void expect(const char *language, const char *printed, const char *expected) {
    const char *found = form(language, printed);
    if (strcmp(found, expected) != 0)
        fail_msg("%s in %s is %s, not %s", printed, language, found, expected);
}

static void english_and_german_have_one_only_for_a_plain_1(void **state) {
    (void)state;
    static const char *const both[] = {"en", "de"};
    for (size_t i = 0; i < 2; i++) {
        expect(both[i], "1", "one");
        expect(both[i], "-1", "one");
        expect(both[i], "1.0", "other");
        expect(both[i], "0", "other");
        expect(both[i], "1.9", "other");
        expect(both[i], "2", "other");
        expect(both[i], "101", "other");
        expect(both[i], "1000000", "other");
    }
}

static void french_has_one_below_two_and_many_for_millions(void **state) {
    (void)state;
    expect("fr", "0", "one");
    expect("fr", "1", "one");
    expect("fr", "0.0", "one");
    expect("fr", "1.9", "one");
    expect("fr", "-1.5", "one");
    expect("fr", "2", "other");
    expect("fr", "2.0", "other");
    expect("fr", "1000000", "many");
    expect("fr", "1000001", "other");
    expect("fr", "1000000.0", "other");
    expect("pt", "0", "one");
    expect("pt", "1.9", "one");
    expect("pt", "2", "other");
    expect("pt", "3000000", "many");
}

static void spanish_counts_1_as_one_however_it_is_printed(void **state) {
    (void)state;
    expect("es", "1", "one");
    expect("es", "1.0", "one");
    expect("es", "1.1", "other");
    expect("es", "0", "other");
    expect("es", "2000000", "many");
}

static void japanese_has_one_form(void **state) {
    (void)state;
    expect("ja", "0", "other");
    expect("ja", "1", "other");
    expect("ja", "2", "other");
}

static void arabic_has_six(void **state) {
    (void)state;
    static const struct {
        const char *number, *form;
    } table[] = {{"0", "zero"},    {"1", "one"},     {"2", "two"},      {"3", "few"},
                 {"10", "few"},    {"11", "many"},   {"26", "many"},    {"99", "many"},
                 {"100", "other"}, {"101", "other"}, {"102", "other"},  {"103", "few"},
                 {"110", "few"},   {"111", "many"},  {"199", "many"},   {"200", "other"},
                 {"1003", "few"},  {"0.1", "other"}, {"10.1", "other"}, {"3.0", "few"},
                 {"-2", "two"}};
    for (size_t i = 0; i < sizeof table / sizeof *table; i++)
        expect("ar", table[i].number, table[i].form);
}

static void a_region_does_not_change_the_language(void **state) {
    (void)state;
    expect("fr-CA", "0", "one");
    assert_true(plural_known("de-AT"));
    assert_false(plural_known("fra"));
    assert_false(plural_known("f"));
    assert_false(plural_known("it"));
    assert_false(plural_known(""));
}

static void english_orders_1st_2nd_3rd_and_11th(void **state) {
    (void)state;
    static const struct {
        int n;
        enum plural form;
    } table[] = {{1, PLURAL_ONE},     {2, PLURAL_TWO},     {3, PLURAL_FEW},    {4, PLURAL_OTHER},
                 {10, PLURAL_OTHER},  {11, PLURAL_OTHER},  {12, PLURAL_OTHER}, {13, PLURAL_OTHER},
                 {14, PLURAL_OTHER},  {21, PLURAL_ONE},    {22, PLURAL_TWO},   {23, PLURAL_FEW},
                 {111, PLURAL_OTHER}, {112, PLURAL_OTHER}, {121, PLURAL_ONE}};
    for (size_t i = 0; i < sizeof table / sizeof *table; i++)
        assert_int_equal(plural_ordinal("en", table[i].n), table[i].form);
    assert_int_equal(plural_ordinal("fr", 1), PLURAL_ONE);
    assert_int_equal(plural_ordinal("fr", 2), PLURAL_OTHER);
    assert_int_equal(plural_ordinal("de", 1), PLURAL_OTHER);
}

/* What a catalogue may write cases for is what some number takes. */
static void the_forms_in_use_are_those_that_numbers_take(void **state) {
    (void)state;
    static const char *const languages[] = {"en", "fr", "es", "de", "pt", "ja", "ar"};
    for (size_t i = 0; i < sizeof languages / sizeof *languages; i++) {
        unsigned seen = 0, seen_in_order = 0;
        for (int n = 0; n < 200; n++) {
            seen |= 1u << plural_of(languages[i], decimal_of(n), 0);
            seen_in_order |= 1u << plural_ordinal(languages[i], n);
        }
        seen |= 1u << plural_of(languages[i], decimal_of(1000000), 0);
        for (int form = PLURAL_ZERO; form <= PLURAL_OTHER; form++) {
            assert_int_equal(plural_used(languages[i], (enum plural)form, false), seen >> form & 1);
            assert_int_equal(plural_used(languages[i], (enum plural)form, true),
                             seen_in_order >> form & 1);
        }
    }
}

static void forms_have_names(void **state) {
    (void)state;
    for (int form = PLURAL_ZERO; form <= PLURAL_OTHER; form++) {
        enum plural found;
        assert_true(plural_parse(plural_name((enum plural)form), &found));
        assert_int_equal(found, form);
    }
    enum plural found;
    assert_false(plural_parse("some", &found));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(english_and_german_have_one_only_for_a_plain_1),
        cmocka_unit_test(french_has_one_below_two_and_many_for_millions),
        cmocka_unit_test(spanish_counts_1_as_one_however_it_is_printed),
        cmocka_unit_test(japanese_has_one_form),
        cmocka_unit_test(arabic_has_six),
        cmocka_unit_test(a_region_does_not_change_the_language),
        cmocka_unit_test(english_orders_1st_2nd_3rd_and_11th),
        cmocka_unit_test(the_forms_in_use_are_those_that_numbers_take),
        cmocka_unit_test(forms_have_names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
