#include "unit/plancase.h"

#define INITIATIVE                                                                                 \
    "<initiative id='I1' name='Initiative' unit='U0' owner='Owner' objectives='O1' "               \
    "start='2026-02-01' end='2026-12-31' budget='100'/>"
#define BENEFIT(id, more)                                                                          \
    "<benefit id='" id "' initiative='I1' name='Benefit " id "' planned='400' owner='Ann' " more   \
    "/>"
#define BENEFITS(rows) "<benefits>\n" rows "</benefits>\n"

static struct built benefits_of(void **state, const char *rows) {
    return plan_of(state, (struct sections){.initiatives = INITIATIVE, .more = rows});
}

static void benefits_belong_to_their_initiative(void **state) {
    struct built built = benefits_of(
        state, BENEFITS("<benefit id='B1' initiative='I1' name='Fewer trips' measure='M1' "
                        "type='cashable' period='2026' planned='400' forecast='380.5' "
                        "realised='250' unitOfValue='CAD' owner='Ann' reconciledBy='Finance' "
                        "reconciledOn='2026-11-03'><evidence>Ledger.</evidence></benefit>"
                        "\n" BENEFIT("B2", "")));
    assert_codes(&built, "");
    assert_int_equal(built.plan->benefits.count, 2);
    const struct benefit *benefit = &built.plan->benefits.items[0];
    const struct initiative *initiative = plan_initiative(built.plan, "I1");
    assert_int_equal(initiative->benefits.count, 2);
    assert_ptr_equal(initiative->benefits.items[0], benefit);
    assert_ptr_equal(benefit->initiative, initiative);
    assert_ptr_equal(benefit->measure, plan_measure(built.plan, "M1"));
    assert_int_equal(benefit->type, BENEFIT_CASHABLE);
    assert_int_equal(benefit->due.frequency, FREQUENCY_YEARLY);
    assert_int_equal(benefit->forecast.value.micro, 380500000);
    assert_int_equal(benefit->realised.value.micro, 250 * DECIMAL_ONE);
    assert_string_equal(benefit->unit_of_value, "CAD");
    assert_string_equal(benefit->evidence, "Ledger.");
    assert_string_equal(benefit->reconciled_by, "Finance");
    assert_int_equal(benefit->reconciled_on.day, 3);
    assert_int_equal(built.plan->benefits.items[1].type, BENEFIT_NON_FINANCIAL);
    assert_false(built.plan->benefits.items[1].realised.known);
}

static void a_benefit_of_an_unknown_initiative_is_an_error(void **state) {
    struct built built =
        benefits_of(state, BENEFITS("<benefit id='B1' initiative='I2' measure='M3' name='Benefit' "
                                    "planned='1' owner='Ann'/>"));
    assert_codes(&built, "3104 3104");
    assert_says(&built, BP3104, "benefit 'B1' refers to unknown initiative 'I2'");
    assert_string_equal(finding(&built, BP3104)->hint, "did you mean 'I1'?");
    assert_null(built.plan->benefits.items[0].initiative);
}

static void money_planned_below_0_is_an_error_BP3952(void **state) {
    struct built built = benefits_of(
        state, BENEFITS("<benefit id='B1' initiative='I1' name='Cash' type='cashable' "
                        "planned='-5' owner='Ann'/>\n"
                        "<benefit id='B2' initiative='I1' name='Days' planned='-5' owner='Ann'/>"));
    assert_codes(&built, "3952");
    assert_says(&built, BP3952, "benefit 'B1': Planned Value is -5, which is negative");
}

static void a_benefit_before_its_initiative_starts_is_a_warning_BP3953(void **state) {
    struct built built = benefits_of(
        state, BENEFITS(BENEFIT("B1", "period='2026-01'") "\n" BENEFIT("B2", "period='2026-02'")));
    assert_codes(&built, "3953");
    assert_says(&built, BP3953,
                "benefit 'B1' is due in 2026-01, before initiative 'I1' starts on 2026-02-01");
}

static void half_a_reconciliation_is_a_warning_BP3955(void **state) {
    struct built built =
        benefits_of(state, BENEFITS(BENEFIT("B1", "reconciledOn='2026-10-01'") "\n" BENEFIT(
                               "B2", "reconciledBy='Finance'")));
    assert_codes(&built, "3955 3955 3955");
    assert_says(&built, BP3955, "benefit 'B1' has Reconciled On but no Realised Value");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        fixture_test(benefits_belong_to_their_initiative),
        fixture_test(a_benefit_of_an_unknown_initiative_is_an_error),
        fixture_test(money_planned_below_0_is_an_error_BP3952),
        fixture_test(a_benefit_before_its_initiative_starts_is_a_warning_BP3953),
        fixture_test(half_a_reconciliation_is_a_warning_BP3955),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
