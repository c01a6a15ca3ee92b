#include "unit/plancase.h"

#define CHANGE(id, status, more)                                                                   \
    "<change id='" id "' requestedOn='2026-09-30' requestedBy='Ann' linked='M1' status='" status   \
    "' " more "><reason>Why.</reason></change>"
#define APPROVED      "approvedBy='Ben' approvedOn='2026-10-06' "
#define CHANGES(rows) ((struct sections){.more = "<changes>\n" rows "</changes>"})
#define ATTEST(measure, period, on)                                                                \
    "<attestation measure='" measure "' period='" period "' attestedBy='Ann' attestedOn='" on      \
    "' statement='accurate'/>"
#define OTHER ATTEST("M2", "2026-10", "2026-11-02")
#define ATTESTATIONS(rows)                                                                         \
    ((struct sections){.more = "<attestations>\n" rows "\n" OTHER "</attestations>"})
#define WAIVER(code, more)                                                                         \
    "<waiver code='" code "' approvedBy='Ann' expires='2027-01-31' " more                          \
    "><reason>Why.</reason></waiver>"
#define WAIVERS(rows) ((struct sections){.more = "<waivers>\n" rows "</waivers>"})

/* ---- change requests ---- */

static void change_requests_tell_what_moves(void **state) {
    struct built built =
        plan_of(state, CHANGES(CHANGE("CR1", "approved",
                                      APPROVED "field='target' period='2026-10' oldValue='96' "
                                               "newValue='95' effectiveFrom='2026-10-01'")));
    assert_codes(&built, "");
    const struct change_request *change = &built.plan->changes.items[0];
    assert_string_equal(change->id, "CR1");
    assert_string_equal(change->linked_id, "M1");
    assert_string_equal(change->field, "target");
    assert_string_equal(change->old_value, "96");
    assert_string_equal(change->new_value, "95");
    assert_string_equal(change->reason, "Why.");
    assert_string_equal(change->requested_by, "Ann");
    assert_string_equal(change->approved_by, "Ben");
    assert_int_equal(change->requested_on.day, 30);
    assert_int_equal(change->approved_on.day, 6);
    assert_int_equal(change->effective_from.day, 1);
    assert_int_equal(change->status, CHANGE_APPROVED);
    assert_true(period_set(change->period));
}

static void an_approval_without_author_or_day_is_a_warning_BP3966(void **state) {
    struct built built = plan_of(
        state, CHANGES(CHANGE("CR1", "approved", "") "\n" CHANGE(
                   "CR2", "implemented", "approvedBy='Ben'") CHANGE("CR3", "rejected", "")));
    assert_codes(&built, "3966 3966 3966");
    assert_says(&built, BP3966, "change request 'CR1' is approved but has no Approved By");
}

static void an_approval_before_the_request_is_an_error_BP3967(void **state) {
    struct built built = plan_of(
        state, CHANGES(CHANGE("CR1", "rejected", "approvedBy='Ben' approvedOn='2026-09-29'")));
    assert_codes(&built, "3967");
    assert_says(&built, BP3967,
                "change request 'CR1' was decided on 2026-09-29, before it was made on 2026-09-30");
}

static void an_approved_draft_is_a_warning_BP3968(void **state) {
    struct built built = plan_of(state, CHANGES(CHANGE("CR1", "draft", "approvedBy='Ben'")));
    assert_codes(&built, "3968");
    assert_says(&built, BP3968, "change request 'CR1' is draft although it has Approved By");
}

static void a_figure_that_nothing_has_is_a_warning_BP3969(void **state) {
    struct built built =
        plan_of(state, CHANGES(CHANGE("CR1", "submitted", "field='targets'") "\n" CHANGE(
                           "CR2", "submitted", "field='red flag'")
                                   CHANGE("CR3", "submitted", "field='Weight'")));
    assert_codes(&built, "3969");
    assert_says(&built, BP3969, "change request 'CR1': 'targets' is no figure of measure 'M1'");
    assert_string_equal(finding(&built, BP3969)->hint, "did you mean 'target'?");
}

/* BP3969 is for what nothing has: these belong to the row that is named. */
static void a_figure_may_be_that_of_a_part_or_of_the_policy(void **state) {
#define FIELD_OF(id, linked, name)                                                                 \
    "<change id='" id "' requestedOn='2026-09-30' requestedBy='Ann' linked='" linked               \
    "' field='" name "' status='draft'><reason>Why.</reason></change>"
    struct built built = plan_of(
        state, (struct sections){
                   .processes = "<process id='PR1' name='Reviews' group='integrative' "
                                "owner='CFO'/>",
                   .more = "<changes>" FIELD_OF("CR1", "ORG", "Rollup Policy")
                       FIELD_OF("CR2", "ORG", "Fiscal Year Start") FIELD_OF("CR3", "PR1", "FTE Min")
                           FIELD_OF("CR4", "O2", "Strength") "</changes>"});
    assert_codes(&built, "");
}

static void a_change_of_something_unknown_is_an_error(void **state) {
    struct built built =
        plan_of(state, CHANGES("<change id='CR1' requestedOn='2026-09-30' requestedBy='Ann' "
                               "linked='M9' status='draft'><reason>Why.</reason></change>"));
    assert_codes(&built, "3104");
}

/* ---- attestations ---- */

static void attestations_are_found_by_measure_and_period(void **state) {
    struct built built = plan_of(state, ATTESTATIONS(ATTEST("M1", "2026-09", "2026-10-05")
                                                         ATTEST("M1", "2026-10", "2026-10-31")));
    assert_codes(&built, "");
    const struct measure *measure = plan_measure(built.plan, "M1");
    struct period october = built.plan->organization.period;
    const struct attestation *found = plan_attestation(built.plan, measure, october);
    assert_non_null(found);
    assert_int_equal(found->on.month, 10);
    assert_int_equal(found->on.day, 31);
    assert_int_equal(found->statement, ATTESTED_ACCURATE);
    assert_string_equal(found->by, "Ann");
    found = plan_attestation(built.plan, measure, period_next(october, -1));
    assert_int_equal(found->on.day, 5);
    assert_null(plan_attestation(built.plan, measure, period_next(october, -2)));
}

static void an_attestation_before_the_period_is_over_is_an_error_BP3961(void **state) {
    struct built built = plan_of(state, ATTESTATIONS(ATTEST("M1", "2026-10", "2026-10-30")));
    assert_codes(&built, "3961");
    assert_says(&built, BP3961,
                "measure 'M1': 2026-10 was attested on 2026-10-30, but it ends on 2026-10-31");
}

static void a_second_attestation_is_an_error_BP3962(void **state) {
    struct built built =
        plan_of(state, ATTESTATIONS(ATTEST("M1", "2026-10", "2026-11-02") "\n" ATTEST(
                           "M1", "2026-10", "2026-11-03")));
    assert_codes(&built, "3962");
    assert_int_equal(built.plan->attestations.count, 2);
}

static void an_attestation_of_another_frequency_is_an_error_BP3963(void **state) {
    struct built built = plan_of(state, ATTESTATIONS(ATTEST("M1", "2026-Q3", "2026-11-02")
                                                         ATTEST("M1", "2026-10", "2026-11-02")));
    assert_codes(&built, "3963");
    assert_says(&built, BP3963, "measure 'M1' is monthly, so 2026-Q3 has no value to attest");
}

static void an_attestation_is_not_held_against_a_frequency_that_was_mistyped(void **state) {
    struct sections sections = ATTESTATIONS(ATTEST("M1", "2026-Q3", "2026-11-02"));
    sections.measures = MEASURE("M1", "O1",
                                "unitOfMeasure='days' polarity='higher' frequency='quaterly' "
                                "aggregation='mean'") MEASURE("M2", "O2", HIGHER);
    struct built built = plan_of(state, sections);
    assert_null(strstr(codes_of(&built), "3963"));
}

static void an_attestation_of_an_unknown_measure_is_an_error(void **state) {
    struct built built = plan_of(state, ATTESTATIONS(ATTEST("M3", "2026-10", "2026-11-02")
                                                         ATTEST("M1", "2026-10", "2026-11-02")));
    assert_codes(&built, "3104");
    assert_int_equal(built.plan->attestations.count, 2);
}

/* ---- waivers ---- */

static void waivers_name_a_code_in_any_of_its_forms(void **state) {
    struct built built = plan_of(state, WAIVERS(WAIVER("BP3502", "linked='O1'") WAIVER("bp3401", "")
                                                    WAIVER("3802", "") WAIVER("[BP3304]", "")));
    size_t count = built.plan->waivers.count;
    assert_int_equal(count, 4);
    static const unsigned codes[] = {3502, 3401, 3802, 3304};
    for (size_t i = 0; i < count; i++)
        assert_int_equal(built.plan->waivers.items[i].code, codes[i]);
    const struct waiver *waiver = &built.plan->waivers.items[0];
    assert_string_equal(waiver->linked_id, "O1");
    assert_string_equal(waiver->reason, "Why.");
    assert_string_equal(waiver->approved_by, "Ann");
    assert_int_equal(waiver->expires.year, 2027);
}

static void a_waiver_of_no_code_is_an_error_BP3964(void **state) {
    static const char *const wrong[] = {"BP350", "BP35020", "BPX502", "BP3999", "[BP3502", "P3502"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        char xml[256];
        snprintf(xml, sizeof xml, "<waivers>" WAIVER("%s", "") "</waivers>", wrong[i]);
        struct built built = plan_of(state, (struct sections){.more = xml});
        assert_non_null(finding(&built, BP3964));
        assert_int_equal(built.plan->waivers.count, 0);
    }
}

static void a_waiver_of_an_error_is_an_error_BP3965(void **state) {
    struct built built = plan_of(state, WAIVERS(WAIVER("BP3104", "")));
    assert_says(&built, BP3965, "BP3104 is an error, and errors cannot be waived");
    assert_int_equal(built.plan->waivers.count, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        fixture_test(change_requests_tell_what_moves),
        fixture_test(an_approval_without_author_or_day_is_a_warning_BP3966),
        fixture_test(an_approval_before_the_request_is_an_error_BP3967),
        fixture_test(an_approved_draft_is_a_warning_BP3968),
        fixture_test(a_figure_that_nothing_has_is_a_warning_BP3969),
        fixture_test(a_figure_may_be_that_of_a_part_or_of_the_policy),
        fixture_test(a_change_of_something_unknown_is_an_error),
        fixture_test(attestations_are_found_by_measure_and_period),
        fixture_test(an_attestation_before_the_period_is_over_is_an_error_BP3961),
        fixture_test(a_second_attestation_is_an_error_BP3962),
        fixture_test(an_attestation_of_another_frequency_is_an_error_BP3963),
        fixture_test(an_attestation_of_an_unknown_measure_is_an_error),
        fixture_test(an_attestation_is_not_held_against_a_frequency_that_was_mistyped),
        fixture_test(waivers_name_a_code_in_any_of_its_forms),
        fixture_test(a_waiver_of_no_code_is_an_error_BP3964),
        fixture_test(a_waiver_of_an_error_is_an_error_BP3965),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
