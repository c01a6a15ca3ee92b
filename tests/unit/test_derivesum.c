#include "derivecase.h"

#include "assess/derivesum.h"

static struct deriving begin(struct fixture *f) {
    one_objective(f);
    struct deriving d = derive_begin(f->arena, fixture_assess(f), 0, "sum", "S", "Sum");
    derive_step(&d, "sum", RULE_NONE, "Added up.");
    return d;
}

static void a_sum_names_its_items(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct deriving d = begin(f);
    struct derivesum sum = derivesum_begin(&d);
    derivesum_add(&d, &sum, "one", dec("1.5"), (struct place){0});
    derivesum_other(&d, &sum, "two", dec("2"), "M2");
    derivesum_result(&d, &sum, dec("3.5"));
    step_is(d.out, "sum", "3.5", "1.5 + 2 = 3.5");
    assert_string_equal(input_of(step_of(d.out, "sum"), "two")->of, "M2");
    fixture_free(f);
}

static void a_sum_of_nothing_is_zero(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct deriving d = begin(f);
    struct derivesum sum = derivesum_begin(&d);
    derivesum_result(&d, &sum, dec("0"));
    step_is(d.out, "sum", "0", "");
    fixture_free(f);
}

static void a_sum_that_fits_no_number_says_so(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct deriving d = begin(f);
    struct derivesum sum = derivesum_begin(&d);
    derivesum_add(&d, &sum, "one", dec("9000000000000"), (struct place){0});
    derivesum_add(&d, &sum, "two", dec("9000000000000"), (struct place){0});
    derivesum_result(&d, &sum, decimal_micro(INT64_MAX));
    step_is(d.out, "sum", "too large", "");
    fixture_free(f);
}

static void a_share_is_in_percent(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct deriving d = begin(f);
    derivesum_share(&d, dec("1"), dec("8"), dec("12.5"));
    step_is(d.out, "sum", "12.5", "100 x 1 / 8 = 12.5");
    fixture_free(f);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_sum_names_its_items),
        cmocka_unit_test(a_sum_of_nothing_is_zero),
        cmocka_unit_test(a_sum_that_fits_no_number_says_so),
        cmocka_unit_test(a_share_is_in_percent),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
