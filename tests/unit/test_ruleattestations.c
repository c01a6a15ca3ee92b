#include "unit/plancase.h"

#define ATTESTATION(measure, period, statement)                                                    \
    "<attestation measure='" measure "' period='" period "' attestedBy='Ann' "                     \
    "attestedOn='2026-11-03' statement='" statement "'/>"
#define WITH(rows) ((struct sections){.more = "<attestations>\n" rows "</attestations>\n"})
#define SECOND     ATTESTATION("M2", "2026-10", "accurate")

static void assert_found(void **state, struct sections sections, const char *codes) {
    struct built built = plan_of(state, sections);
    assert_codes(&built, codes);
}

static void each_judged_actual_is_attested(void **state) {
    struct built built = plan_of(state, WITH(SECOND));
    assert_codes(&built, "3761");
    assert_says(&built, BP3761, "measure 'M1': nobody has attested the actual of 2026-10");
    assert_found(state, WITH(SECOND ATTESTATION("M1", "2026-10", "estimated")), "");
    assert_found(state, WITH(SECOND ATTESTATION("M1", "2026-10", "qualified")), "");
    assert_found(state, WITH(SECOND ATTESTATION("M1", "2026-09", "accurate")), "3761");
}

static void an_empty_sheet_asks_for_none(void **state) {
    assert_found(state, WITH(""), "");
    assert_found(state, (struct sections){.path = "plan.xml"}, "");
}

static void who_does_not_stand_for_a_figure_is_named(void **state) {
    struct built built = plan_of(state, WITH(SECOND ATTESTATION("M1", "2026-10", "not attested")));
    assert_codes(&built, "3762");
    assert_says(&built, BP3762,
                "measure 'M1': the actual of 2026-10 is marked as not attested by Ann");
}

static void a_value_that_is_not_there_needs_no_word(void **state) {
    struct sections sections = WITH(SECOND);
    sections.values = VALUES_OF("M2") VALUE("M1", "2026-10", "target", "100")
        VALUE("M1", "2026-09", "actual", "98");
    assert_found(state, sections, "");
}

static void a_quarterly_measure_is_attested_by_its_quarter(void **state) {
    struct sections sections = WITH(SECOND ATTESTATION("M1", "2026-Q3", "accurate"));
    sections.measures = MEASURE("M1", "O1",
                                "unitOfMeasure='days' polarity='higher' frequency='quarterly' "
                                "aggregation='mean'") MEASURE("M2", "O2", HIGHER);
    sections.values = VALUES_OF("M2") VALUE("M1", "2026-Q3", "target", "100")
        VALUE("M1", "2026-Q3", "actual", "98");
    assert_found(state, sections, "");
}

static void a_row_that_could_not_be_read_may_be_the_one(void **state) {
    assert_found(state, WITH(SECOND ATTESTATION("M1", "yesterday", "accurate")), "2018");
    assert_found(state, WITH(SECOND ATTESTATION("M1", "2026-10", "acurate")), "2019");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        fixture_test(each_judged_actual_is_attested),
        fixture_test(an_empty_sheet_asks_for_none),
        fixture_test(who_does_not_stand_for_a_figure_is_named),
        fixture_test(a_value_that_is_not_there_needs_no_word),
        fixture_test(a_quarterly_measure_is_attested_by_its_quarter),
        fixture_test(a_row_that_could_not_be_read_may_be_the_one),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
