#include "comparecase.h"

#define RESULT(v)                                                                                  \
    VALUE("M1", "2026-10", "target", "100") VALUE("M1", "2026-10", "actual", v) VALUES_OF("M2")

static void a_status_is_told_with_its_scores(void **state) {
    const struct comparison *comparison =
        judged_of(state, (struct sections){.values = RESULT("100")},
                  (struct sections){.values = RESULT("50")});
    assert_differences(comparison, "restated measure M1 actual 2026-10..2026-10: 100 > 50\n"
                                   "status unit U0 status: amber > red\n"
                                   "status objective O1 status: green > red\n"
                                   "status measure M1 status: green > red\n");
    const struct difference *d = &comparison->differences.items[3];
    assert_string_equal(d->score_before, "66.67");
    assert_string_equal(d->score_after, "0.00");
    assert_int_equal(d->approval, APPROVAL_NOT_NEEDED);
}

static void a_score_within_its_status_is_not_told(void **state) {
    assert_differences(judged_of(state, (struct sections){.values = RESULT("100")},
                                 (struct sections){.values = RESULT("101")}),
                       "restated measure M1 actual 2026-10..2026-10: 100 > 101\n");
}

static void without_judgement_no_statuses(void **state) {
    assert_int_equal(compare_of(state, (struct sections){.values = RESULT("100")},
                                (struct sections){.values = RESULT("50")})
                         ->kinds[CHANGED_STATUS],
                     0);
}

static void a_status_follows_its_entity_to_another_id(void **state) {
    struct sections after = {
        .measures = "<measure id='N1' name='Measure M1' objectives='O1' owner='Owner' "
                    "dataSource='Source' " HIGHER
                    "><definition>What it is.</definition></measure>" MEASURE("M2", "O2", HIGHER),
        .values = VALUE("N1", "2026-10", "target", "100") VALUE("N1", "2026-10", "actual", "80")
            VALUES_OF("M2")};
    const struct comparison *comparison = judged_of(state, (struct sections){0}, after);
    const struct difference *last =
        &comparison->differences.items[comparison->differences.count - 1];
    assert_int_equal(last->kind, CHANGED_STATUS);
    assert_string_equal(last->id, "N1");
}

static void a_process_is_judged_by_its_staff(void **state) {
    struct sections before = {
        .processes = "<process id='PR1' name='Reviews' group='integrative' owner='CFO'/>",
        .staffing = "<share name='Ann' process='PR1' fte='0.5'/>",
        .benchmarks = "<benchmark process='PR1' fteMin='0.5' fteMax='1'/>"};
    struct sections after = before;
    after.staffing = "<share name='Ann' process='PR1' fte='0.2'/>";
    assert_differences(judged_of(state, before, after),
                       "other process PR1 post of Ann FTE: 0.5 > 0.2\n"
                       "status process PR1 staffing: within > under\n");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        fixture_test(a_status_is_told_with_its_scores),
        fixture_test(a_score_within_its_status_is_not_told),
        fixture_test(without_judgement_no_statuses),
        fixture_test(a_status_follows_its_entity_to_another_id),
        fixture_test(a_process_is_judged_by_its_staff),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
