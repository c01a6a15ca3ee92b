#include "unit/plancase.h"

#define INITIATIVE(state)                                                                          \
    "<initiative id='I1' name='Initiative' unit='U0' owner='Ann' objectives='O1' "                 \
    "start='2026-01-01' end='2026-12-31' budget='100' complete='100' state='" state "'/>"
#define BENEFIT(figures, evidence)                                                                 \
    "<benefit id='B1' initiative='I1' name='Benefit' owner='Ann' planned='400' " figures           \
    ">" evidence "</benefit>"
#define SHOWN "<evidence>Ledger</evidence>"
#define WITH(state, figures, evidence)                                                             \
    ((struct sections){.initiatives = INITIATIVE(state),                                           \
                       .more = "<benefits>\n" BENEFIT(figures, evidence) "</benefits>\n"})

static void assert_found(void **state, struct sections sections, const char *codes) {
    struct built built = plan_of(state, sections);
    assert_codes(&built, codes);
}

static void a_realised_value_needs_evidence(void **state) {
    assert_found(state, WITH("active", "realised='5'", SHOWN), "");
    assert_found(state, WITH("active", "realised='0'", ""), "");
    assert_found(state, WITH("active", "", ""), "");
    struct built built = plan_of(state, WITH("active", "realised='5'", ""));
    assert_codes(&built, "3521");
    assert_says(&built, BP3521, "benefit 'B1' is said to have brought 5, but there is no evidence");
}

static void a_closed_initiative_leaves_no_benefit_open(void **state) {
    struct built built = plan_of(state, WITH("done", "", ""));
    assert_codes(&built, "3522");
    assert_says(&built, BP3522,
                "initiative 'I1' is closed, but its benefit 'B1' is still open: it has no realised "
                "value");
    built = plan_of(state, WITH("done", "realised='399' period='2027'", SHOWN));
    assert_says(&built, BP3522,
                "initiative 'I1' is closed, but its benefit 'B1' is still open: only 399 of 400 is "
                "realised");
    assert_found(state, WITH("done", "realised='400'", SHOWN), "");
    assert_found(state, WITH("active", "realised='399'", SHOWN), "");
}

static void a_stopped_initiative_is_closed_too(void **state) {
    assert_found(state, WITH("stopped", "", ""), "3522");
}

static void a_benefit_is_open_until_its_period_is_over(void **state) {
    assert_found(state, WITH("done", "realised='1' period='2026-11'", SHOWN), "3522");
    assert_found(state, WITH("done", "realised='1' period='2026-10'", SHOWN), "");
    assert_found(state, WITH("done", "realised='1'", SHOWN), "3522");
}

static void what_is_no_longer_expected_is_not_open(void **state) {
    assert_found(state, WITH("done", "forecast='0'", ""), "");
    assert_found(state, WITH("done", "forecast='300' realised='300'", SHOWN), "");
    assert_found(state, WITH("done", "forecast='500' realised='400'", SHOWN), "3522");
}

static void a_saving_may_be_negative(void **state) {
    assert_found(state, WITH("done", "forecast='-50' realised='-40'", SHOWN), "3522");
    assert_found(state, WITH("done", "forecast='-50' realised='-60'", SHOWN), "");
}

static void an_unreadable_value_is_not_held_against_the_benefit(void **state) {
    assert_found(state, WITH("done", "realised='much'", SHOWN), "2013");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        fixture_test(a_realised_value_needs_evidence),
        fixture_test(a_closed_initiative_leaves_no_benefit_open),
        fixture_test(a_stopped_initiative_is_closed_too),
        fixture_test(a_benefit_is_open_until_its_period_is_over),
        fixture_test(what_is_no_longer_expected_is_not_open),
        fixture_test(a_saving_may_be_negative),
        fixture_test(an_unreadable_value_is_not_held_against_the_benefit),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
