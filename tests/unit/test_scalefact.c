#include "planfixture.h"

#include "assess/scalefact.h"

static const struct scalefact *fact(const char *key) {
    size_t count;
    const struct scalefact *all = scalefact_all(&count);
    assert_int_equal(count, 3);
    for (size_t i = 0; i < count; i++)
        if (strcmp(all[i].key, key) == 0)
            return &all[i];
    fail_msg("no %s", key);
    return all;
}

static void the_sizes_of_other_offices_are_those_of_the_reference(void **state) {
    (void)state;
    assert_int_equal(fact("median")->people.micro, dec("6").micro);
    assert_int_equal(fact("blood-services")->people.micro, dec("3").micro);
    assert_int_equal(fact("blood-services")->employees, 4000);
    /* scorecard, alignment, reviews, planning, communication, initiatives */
    assert_int_equal(fact("chrysler")->people.micro,
                     decimal_of(1 + 1 + (3 + 7) + (1 + 3) + (1 + 3) + (2 + 3 + 2)).micro);
    assert_int_equal(fact("chrysler")->part_time, 1);
    assert_int_equal(fact("chrysler")->employees, 90000);
}

static void what_was_published_names_its_source(void **state) {
    (void)state;
    assert_string_equal(fact("chrysler")->source, "Kaplan & Norton (2005)");
    assert_string_equal(fact("median")->source, "");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_sizes_of_other_offices_are_those_of_the_reference),
        cmocka_unit_test(what_was_published_names_its_source),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
