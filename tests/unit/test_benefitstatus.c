#include "planfixture.h"

#include "assess/benefitstatus.h"

static const struct date today = {2026, 10, 31};

static struct initiative *add_initiative(struct fixture *f, const char *id) {
    struct initiative *i = FIXTURE_NEXT(f, initiatives);
    *i = (struct initiative){.id = id, .name = id, .owner = "Owner"};
    return i;
}

/* Cashable, in the base currency, not due. */
static struct benefit *add_benefit(struct fixture *f, struct initiative *initiative,
                                   const char *planned, const char *forecast) {
    struct benefit *b = FIXTURE_NEXT(f, benefits);
    *b = (struct benefit){.id = arena_printf(f->arena, "B%zu", f->plan.benefits.count),
                          .name = "B",
                          .unit_of_value = "",
                          .initiative = initiative,
                          .due = span(f, "2027"),
                          .planned = known(planned)};
    if (forecast)
        b->forecast = known(forecast);
    vec_push(f->arena, &initiative->benefits, b);
    return b;
}

static struct benefit_result judged(const struct benefit *b) {
    return benefitstatus(b, today, "EUR");
}

static void bands_are_cut_at_95_and_80_percent_exactly(void **state) {
    (void)state;
    assert_int_equal(benefitstatus_band(95, 100), STATUS_GREEN);
    assert_int_equal(benefitstatus_band(9499999, 10000000), STATUS_AMBER);
    assert_int_equal(benefitstatus_band(80, 100), STATUS_AMBER);
    assert_int_equal(benefitstatus_band(7999999, 10000000), STATUS_RED);
    assert_int_equal(benefitstatus_band(-5, 100), STATUS_RED);
    /* ten days fewer were planned */
    assert_int_equal(benefitstatus_band(-95, -100), STATUS_GREEN);
    assert_int_equal(benefitstatus_band(-120, -100), STATUS_GREEN);
    assert_int_equal(benefitstatus_band(-79, -100), STATUS_RED);
    assert_int_equal(benefitstatus_band(5, -100), STATUS_RED);
}

static void until_it_is_due_the_forecast_is_judged(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct benefit *b = add_benefit(f, add_initiative(f, "I1"), "300", "270");
    b->realised = known("10");
    struct benefit_result r = judged(b);
    assert_int_equal(r.status, STATUS_AMBER);
    assert_true(r.has_percent);
    assert_int_equal(r.percent.micro, dec("90").micro);
    assert_false(r.due);
    assert_false(r.overdue);
    b->forecast.known = false;
    r = judged(b);
    assert_int_equal(r.status, STATUS_NO_DATA);
    assert_false(r.has_percent);
    assert_false(r.has_expected);
    fixture_free(f);
}

static void once_due_what_was_realised_is_judged(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct benefit *b = add_benefit(f, add_initiative(f, "I1"), "300", "300");
    b->due = span(f, "2026-10"); /* ends today */
    struct benefit_result r = judged(b);
    assert_true(r.due);
    assert_true(r.overdue);
    assert_int_equal(r.status, STATUS_NO_DATA); /* nobody said anything: not 0 */
    b->realised = known("299.999999");
    r = judged(b);
    assert_true(r.overdue);
    assert_int_equal(r.status, STATUS_GREEN);
    b->realised = known("300");
    assert_false(judged(b).overdue);
    b->due = span(f, "2026-11");
    assert_false(judged(b).due);
    b->due = (struct period){.frequency = FREQUENCY_NONE};
    assert_false(judged(b).due);
    fixture_free(f);
}

static void a_fall_is_realised_once_it_is_as_low_as_planned(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct benefit *b = add_benefit(f, add_initiative(f, "I1"), "-10", "-9");
    struct benefit_result r = judged(b);
    assert_int_equal(r.status, STATUS_AMBER);
    assert_int_equal(r.percent.micro, dec("90").micro);
    b->due = span(f, "2026-Q3");
    b->realised = known("-9");
    assert_true(judged(b).overdue);
    b->realised = known("-11");
    assert_false(judged(b).overdue);
    assert_int_equal(judged(b).percent.micro, dec("110").micro);
    b->realised = known("2");
    assert_int_equal(judged(b).percent.micro, dec("-20").micro);
    fixture_free(f);
}

static void a_case_of_nothing_is_not_judged(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct benefit *b = add_benefit(f, add_initiative(f, "I1"), "0", "5");
    assert_int_equal(judged(b).status, STATUS_NO_DATA);
    b->due = span(f, "2025");
    assert_false(judged(b).overdue);
    b->planned.known = false;
    assert_false(judged(b).overdue);
    fixture_free(f);
}

static void the_state_of_the_initiative_comes_first(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct initiative *i = add_initiative(f, "I1");
    struct benefit *b = add_benefit(f, i, "100", "100");
    b->due = span(f, "2025");
    i->state = STATE_PROPOSED;
    assert_int_equal(judged(b).status, STATUS_NOT_DUE);
    assert_false(judged(b).overdue);
    i->state = STATE_RETIRED;
    assert_int_equal(judged(b).status, STATUS_NOT_APPLICABLE);
    i->state = STATE_NOT_APPLICABLE;
    assert_int_equal(judged(b).status, STATUS_NOT_APPLICABLE);
    i->state = STATE_ACTIVE;
    i->closed = true;
    assert_true(judged(b).overdue);
    fixture_free(f);
}

static void reconciled_needs_a_value_and_a_day(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct benefit *b = add_benefit(f, add_initiative(f, "I1"), "100", "100");
    b->reconciled_on = today;
    assert_false(judged(b).reconciled);
    b->realised = known("3");
    assert_true(judged(b).reconciled);
    b->reconciled_on = (struct date){0};
    assert_false(judged(b).reconciled);
    fixture_free(f);
}

static void an_initiative_without_a_case_of_its_own_has_that_of_its_benefits(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    f->plan.organization.currency = "EUR";
    struct initiative *i = add_initiative(f, "I1");
    struct decimal planned, expected;
    assert_false(benefitstatus_case(i, today, "EUR", &planned, &expected));
    add_benefit(f, i, "60", "60");
    struct benefit *due = add_benefit(f, i, "40", "40");
    due->due = span(f, "2026-Q3");
    due->realised = known("24");
    due->unit_of_value = "eur";
    add_benefit(f, i, "1000", "1000")->unit_of_value = "days";
    assert_true(benefitstatus_case(i, today, "EUR", &planned, &expected));
    assert_int_equal(planned.micro, dec("100").micro);
    assert_int_equal(expected.micro, dec("84").micro);
    const struct initiative_result *r = &fixture_assess(f)->initiatives[0];
    assert_int_equal(r->benefit, STATUS_AMBER);
    assert_true(r->benefit_summed);
    assert_int_equal(r->benefit_percent.micro, dec("84").micro);
    i->benefit_planned = known("100");
    i->benefit_forecast = known("100");
    r = &fixture_assess(f)->initiatives[0];
    assert_false(r->benefit_summed);
    assert_int_equal(r->benefit, STATUS_GREEN);
    i->benefit_forecast.known = false; /* half a case of its own is no blank one */
    r = &fixture_assess(f)->initiatives[0];
    assert_false(r->benefit_summed);
    assert_int_equal(r->benefit, STATUS_NO_DATA);
    i->benefit_planned.known = false;
    i->benefit_forecast.known = true; /* the other half */
    assert_int_equal(fixture_assess(f)->initiatives[0].benefit, STATUS_NO_DATA);
    i->benefit_forecast.known = false;
    due->realised.known = false;
    assert_false(benefitstatus_case(i, today, "EUR", &planned, &expected));
    assert_int_equal(fixture_assess(f)->initiatives[0].benefit, STATUS_NO_DATA);
    fixture_free(f);
}

static void sums_stand_by_type_and_leave_other_units_out(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    f->plan.organization.currency = "EUR";
    struct initiative *i1 = add_initiative(f, "I1"), *i2 = add_initiative(f, "I2");
    struct initiative *gone = add_initiative(f, "I3");
    gone->state = STATE_RETIRED;
    add_benefit(f, i1, "100", "90")->realised = known("7");
    add_benefit(f, i2, "100", "100");
    add_benefit(f, i2, "50", NULL)->type = BENEFIT_NON_CASHABLE;
    struct benefit *trips = add_benefit(f, i2, "9", "9");
    trips->type = BENEFIT_NON_FINANCIAL;
    trips->unit_of_value = "trips";
    trips->due = span(f, "2025");
    add_benefit(f, gone, "1000", "1000");
    const struct assessment *a = fixture_assess(f);
    assert_int_equal(a->benefit_total_count, 3 + 1 + 3);
    const struct benefit_total *t = a->benefit_totals;
    assert_null(t[0].initiative);
    assert_int_equal(t[0].type, BENEFIT_CASHABLE);
    assert_int_equal(t[0].count, 2);
    assert_int_equal(t[0].planned.micro, dec("200").micro);
    assert_int_equal(t[0].expected.micro, dec("190").micro);
    assert_int_equal(t[0].realised.micro, dec("7").micro);
    assert_int_equal(t[0].realised_of, 1);
    assert_int_equal(t[0].status, STATUS_GREEN);
    assert_int_equal(t[0].percent.micro, dec("95").micro);
    assert_int_equal(t[1].type, BENEFIT_NON_CASHABLE);
    assert_int_equal(t[1].status, STATUS_NO_DATA);
    assert_false(t[1].has_percent);
    assert_int_equal(t[2].count, 0);
    assert_int_equal(t[2].other, 1);
    assert_int_equal(t[2].overdue, 1);
    assert_ptr_equal(t[3].initiative, i1);
    assert_int_equal(t[3].status, STATUS_AMBER);
    assert_ptr_equal(t[4].initiative, i2);
    assert_int_equal(a->previous->benefit_total_count, 0);
    assert_int_equal(a->previous->benefits[0].status, STATUS_NO_DATA);
    fixture_free(f);
}

static void BP4051_two_cases_of_one_initiative_are_told(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct initiative *i = add_initiative(f, "I1");
    i->benefit_planned = known("150");
    add_benefit(f, i, "100", "100");
    add_benefit(f, i, "50", "50")->type = BENEFIT_NON_CASHABLE;
    fixture_assess(f);
    assert_int_equal(count_code(f, BP4051), 0);
    i->benefit_planned = known("150.000001");
    fixture_assess(f);
    assert_int_equal(count_code(f, BP4051), 1);
    fixture_free(f);
}

static void BP4052_an_overdue_benefit_is_told_unless_its_initiative_is_closed(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct initiative *i = add_initiative(f, "I1");
    add_benefit(f, i, "100", "100")->due = span(f, "2026-Q3");
    i->closed = true;
    fixture_assess(f);
    assert_int_equal(count_code(f, BP4052), 0);
    i->closed = false;
    fixture_assess(f);
    assert_int_equal(count_code(f, BP4052), 1);
    size_t count;
    const char *said = NULL;
    const struct diag *all = diags_sorted(f->diags, &count);
    for (size_t d = 0; d < count; d++)
        said = all[d].code == BP4052 ? all[d].message : said;
    assert_non_null(strstr(said, "nobody has said what is realised"));
    fixture_free(f);
}

static void BP4055_benefits_too_large_to_add_up_are_told_at_the_largest(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct initiative *i = add_initiative(f, "I1");
    add_benefit(f, i, "5000000000000", "1");
    struct benefit *larger = add_benefit(f, i, "6000000000000", "1");
    larger->place.line = 88;
    const struct assessment *a = fixture_assess(f);
    assert_true(a->benefit_totals[0].too_large);
    assert_int_equal(a->benefit_totals[0].status, STATUS_NO_DATA);
    assert_int_equal(a->initiatives[0].benefit, STATUS_NO_DATA);
    assert_int_equal(count_code(f, BP4055), 1);
    size_t count;
    const struct diag *all = diags_sorted(f->diags, &count);
    for (size_t d = 0; d < count; d++)
        if (all[d].code == BP4055)
            assert_int_equal(all[d].place.line, 88);
    fixture_free(f);
}

static void types_have_the_names_of_the_workbook(void **state) {
    (void)state;
    assert_string_equal(benefitstatus_type_name(BENEFIT_CASHABLE), "cashable");
    assert_string_equal(benefitstatus_type_name(BENEFIT_NON_CASHABLE), "non-cashable");
    assert_string_equal(benefitstatus_type_name(BENEFIT_NON_FINANCIAL), "non-financial");
}

static void without_a_plan_there_is_no_case(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct initiative *i = add_initiative(f, "I1");
    struct benefit *b = add_benefit(f, i, "300", "270");
    b->planned.known = false;
    struct benefit_result r = judged(b);
    assert_int_equal(r.status, STATUS_NO_DATA);
    assert_true(r.has_expected);
    struct decimal planned, expected;
    assert_false(benefitstatus_case(i, today, "EUR", &planned, &expected));
    const struct assessment *a = fixture_assess(f);
    assert_int_equal(a->benefit_total_count, 2); /* of all, and of the initiative */
    assert_int_equal(a->benefit_totals[0].count, 0);
    assert_int_equal(a->benefit_totals[0].other, 1);
    assert_false(a->benefit_totals[0].has_percent);
    fixture_free(f);
}

static void a_case_needs_an_expectation_of_each_benefit_and_sums_that_fit(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct initiative *i = add_initiative(f, "I1");
    struct benefit *first = add_benefit(f, i, "300", "270");
    struct benefit *second = add_benefit(f, i, "100", NULL);
    struct decimal planned, expected;
    assert_false(benefitstatus_case(i, today, "EUR", &planned, &expected));
    second->forecast = known("100");
    assert_true(benefitstatus_case(i, today, "EUR", &planned, &expected));
    assert_int_equal(planned.micro, dec("400").micro);
    assert_int_equal(expected.micro, dec("370").micro);
    first->forecast = second->forecast = known("9000000000000");
    assert_false(benefitstatus_case(i, today, "EUR", &planned, &expected));
    first->planned = second->planned = known("9000000000000");
    assert_false(benefitstatus_case(i, today, "EUR", &planned, &expected));
    first->planned = second->planned = known("-1");
    assert_false(benefitstatus_case(i, today, "EUR", &planned, &expected));
    fixture_free(f);
}

static void a_sum_of_falls_has_no_colour(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    add_benefit(f, add_initiative(f, "I1"), "-300", "-270");
    const struct assessment *a = fixture_assess(f);
    assert_int_equal(a->benefits[0].status, STATUS_AMBER);
    assert_int_equal(a->benefit_totals[0].status, STATUS_NO_DATA);
    assert_false(a->benefit_totals[0].has_percent);
    assert_int_equal(a->benefit_totals[0].planned.micro, dec("-300").micro);
    fixture_free(f);
}

static void BP4055_any_sum_of_benefits_may_be_too_large(void **state) {
    (void)state;
    for (int which = 0; which < 3; which++) {
        struct fixture *f = fixture_new();
        struct initiative *i = add_initiative(f, "I1");
        for (int n = 0; n < 2; n++) {
            struct benefit *b = add_benefit(f, i, "5", "5");
            struct quantity *const figures[] = {&b->planned, &b->forecast, &b->realised};
            *figures[which] = known("9000000000000");
        }
        struct benefit *other = add_benefit(f, i, "9100000000000", "5");
        other->type = BENEFIT_NON_CASHABLE; /* larger, but of a sum that fits */
        other->place.line = 7;
        const struct assessment *a = fixture_assess(f);
        assert_true(a->benefit_totals[0].too_large);
        assert_int_equal(a->benefit_totals[0].status, STATUS_NO_DATA);
        assert_false(a->benefit_totals[1].too_large);
        size_t count;
        const struct diag *all = diags_sorted(f->diags, &count);
        assert_int_equal(count_code(f, BP4055), 1);
        for (size_t d = 0; d < count; d++)
            if (all[d].code == BP4055)
                assert_int_not_equal(all[d].place.line, 7);
        fixture_free(f);
    }
}

static void BP4051_a_sum_over_types_is_told_however_large(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct initiative *i = add_initiative(f, "I1");
    i->benefit_planned = known("5");
    add_benefit(f, i, "9000000000000", "5");
    add_benefit(f, i, "9000000000000", "5")->type = BENEFIT_NON_CASHABLE;
    fixture_assess(f);
    size_t count;
    const struct diag *all = diags_sorted(f->diags, &count);
    assert_int_equal(count_code(f, BP4051), 1);
    for (size_t d = 0; d < count; d++)
        if (all[d].code == BP4051)
            assert_non_null(strstr(all[d].message, "18000000000000"));
    fixture_free(f);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(bands_are_cut_at_95_and_80_percent_exactly),
        cmocka_unit_test(until_it_is_due_the_forecast_is_judged),
        cmocka_unit_test(once_due_what_was_realised_is_judged),
        cmocka_unit_test(a_fall_is_realised_once_it_is_as_low_as_planned),
        cmocka_unit_test(a_case_of_nothing_is_not_judged),
        cmocka_unit_test(the_state_of_the_initiative_comes_first),
        cmocka_unit_test(reconciled_needs_a_value_and_a_day),
        cmocka_unit_test(an_initiative_without_a_case_of_its_own_has_that_of_its_benefits),
        cmocka_unit_test(sums_stand_by_type_and_leave_other_units_out),
        cmocka_unit_test(BP4051_two_cases_of_one_initiative_are_told),
        cmocka_unit_test(BP4052_an_overdue_benefit_is_told_unless_its_initiative_is_closed),
        cmocka_unit_test(BP4055_benefits_too_large_to_add_up_are_told_at_the_largest),
        cmocka_unit_test(types_have_the_names_of_the_workbook),
        cmocka_unit_test(without_a_plan_there_is_no_case),
        cmocka_unit_test(a_case_needs_an_expectation_of_each_benefit_and_sums_that_fit),
        cmocka_unit_test(a_sum_of_falls_has_no_colour),
        cmocka_unit_test(BP4055_any_sum_of_benefits_may_be_too_large),
        cmocka_unit_test(BP4051_a_sum_over_types_is_told_however_large),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
