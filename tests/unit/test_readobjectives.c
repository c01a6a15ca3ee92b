#include "unit/plancase.h"

#define TREE TOP UNIT("U1", "kind='business' parent='U0'") UNIT("U2", "kind='business' parent='U1'")

static void an_objective_supports_one_of_the_parent_unit(void **state) {
    struct built built = plan_of(
        state, (struct sections){
                   .units = TREE,
                   .objectives = PAIR OBJECTIVE(
                       "O3", "U1", "P1", "supports='O1; O2' linkKind='shared' supportWeight='20'"),
                   .measures = MEASURES MEASURE("M3", "O3", HIGHER),
                   .values = VALUES VALUES_OF("M3")});
    assert_codes(&built, "");
    const struct objective *child = plan_objective(built.plan, "O3");
    assert_int_equal(child->supports.count, 2);
    assert_string_equal(child->supports.items[1].parent->id, "O2");
    assert_int_equal(child->supports.items[0].kind, LINK_SHARED);
    assert_int_equal(child->supports.items[0].weight.value.micro, 20 * DECIMAL_ONE);
    assert_ptr_equal(plan_objective(built.plan, "O1")->supported_by.items[0], child);
}

static void support_of_any_other_unit_is_an_error(void **state) {
    struct built built = plan_of(
        state, (struct sections){.units = TREE,
                                 .objectives = PAIR OBJECTIVE("O3", "U2", "P1", "supports='O1'"),
                                 .measures = MEASURES MEASURE("M3", "O3", HIGHER),
                                 .values = VALUES VALUES_OF("M3")});
    assert_codes(&built, "3108");
    assert_says(&built, BP3108,
                "objective 'O3' of unit 'U2' supports 'O1' of unit 'U0', which is not its parent "
                "unit");
    assert_int_equal(plan_objective(built.plan, "O3")->supports.count, 0);
}

static void support_within_the_unit_is_an_error(void **state) {
    struct built built =
        plan_of(state, (struct sections){.objectives = OBJECTIVE("O1", "U0", "P1", "")
                                             OBJECTIVE("O2", "U0", "P2", "supports='O1'")});
    assert_codes(&built, "3108");
}

static void a_perspective_of_another_unit_is_a_warning(void **state) {
    struct built built = plan_of(state, (struct sections){.units = TREE,
                                                          .perspectives = PERSPECTIVE("P1", "1", "")
                                                              PERSPECTIVE("P2", "2", "unit='U1'")});
    assert_codes(&built, "3110");
    assert_says(&built, BP3110,
                "objective 'O2' of unit 'U0' uses perspective 'P2', which belongs to unit 'U1'");
}

#define DECLARED(more)                                                                             \
    (struct sections) {                                                                            \
        .objectives =                                                                              \
            "<objective id='O1' name='One' unit='U0' perspective='P1' owner='Owner' "              \
            "declaredStatus='green' " more "</objective>" OBJECTIVE("O2", "U0", "P2", "")          \
    }

static void a_declared_status_is_kept_with_its_reason(void **state) {
    struct built built = plan_of(
        state, DECLARED("declaredBy='Owner' declaredOn='2026-10-01' declaredExpires='2026-10-31'>"
                        "<declaredReason>New contract.</declaredReason>"));
    assert_codes(&built, "");
    const struct objective *objective = plan_objective(built.plan, "O1");
    assert_int_equal(objective->declared, DECLARED_GREEN);
    assert_string_equal(objective->declared_reason, "New contract.");
    assert_int_equal(plan_objective(built.plan, "O2")->declared, DECLARED_NONE);
}

static void an_expired_declared_status_is_an_error(void **state) {
    struct built built = plan_of(state, DECLARED("declaredBy='Owner' declaredExpires='2026-10-30'>"
                                                 "<declaredReason>New contract.</declaredReason>"));
    assert_codes(&built, "3911");
    assert_says(&built, BP3911, "the declared status of objective 'O1' expired on 2026-10-30");
}

static void a_declared_status_without_reason_is_an_error(void **state) {
    struct built built = plan_of(state, DECLARED("declaredBy='Owner'>"));
    assert_codes(&built, "3912");
}

static void a_declared_status_without_author_is_a_warning(void **state) {
    struct built built =
        plan_of(state, DECLARED("><declaredReason>New contract.</declaredReason>"));
    assert_codes(&built, "3913");
}

static void an_objective_that_ends_before_it_starts_is_an_error(void **state) {
    struct built built = plan_of(
        state, (struct sections){
                   .objectives = OBJECTIVE("O1", "U0", "P1", "start='2026-02-01' end='2026-01-31'")
                       OBJECTIVE("O2", "U0", "P2", "")});
    assert_codes(&built, "3405");
}

static void a_link_to_itself_is_an_error(void **state) {
    struct built built =
        plan_of(state, (struct sections){.links = LINK("O2", "O1") LINK("O1", "O1")});
    assert_codes(&built, "3203");
    assert_int_equal(built.plan->links.count, 1);
}

static void a_link_that_stands_twice_is_an_error(void **state) {
    struct built built =
        plan_of(state, (struct sections){.links = LINK("O2", "O1") "\n" LINK("O2", "O1")});
    assert_codes(&built, "3202");
    assert_says(&built, BP3202, "the link from 'O2' to 'O1' stands twice; the first is in line 9");
    assert_int_equal(built.plan->links.count, 1);
}

static void a_link_has_strength_sign_and_lag(void **state) {
    struct built built = plan_of(
        state,
        (struct sections){.links = "<link from='O2' to='O1' strength='strong' lag='3' "
                                   "sign='-'><hypothesis>Less is more.</hypothesis></link>"});
    assert_codes(&built, "");
    const struct link *link = &built.plan->links.items[0];
    assert_int_equal(link->strength, STRENGTH_STRONG);
    assert_int_equal(link->lag_months, 3);
    assert_true(link->negative);
    assert_string_equal(link->hypothesis, "Less is more.");
}

static void a_lag_of_0_is_another_thing_than_none(void **state) {
    struct built built =
        plan_of(state, (struct sections){.links = "<link from='O2' to='O1' lag='0'/>"});
    assert_true(built.plan->links.items[0].lag_given);
    assert_int_equal(built.plan->links.items[0].lag_months, 0);
    built = plan_of(state, (struct sections){.links = LINK("O2", "O1")});
    assert_false(built.plan->links.items[0].lag_given);
    assert_int_equal(built.plan->links.items[0].lag_months, 0);
}

static void support_from_a_unit_without_known_parent_is_not_reported_again(void **state) {
    struct built built = plan_of(
        state, (struct sections){.units = TOP UNIT("U1", "kind='business' parent='UX'"),
                                 .objectives = PAIR OBJECTIVE("O3", "U1", "P1", "supports='O1'"),
                                 .measures = MEASURES MEASURE("M3", "O3", HIGHER),
                                 .values = VALUES VALUES_OF("M3")});
    assert_codes(&built, "3104");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        fixture_test(an_objective_supports_one_of_the_parent_unit),
        fixture_test(support_of_any_other_unit_is_an_error),
        fixture_test(support_within_the_unit_is_an_error),
        fixture_test(a_perspective_of_another_unit_is_a_warning),
        fixture_test(a_declared_status_is_kept_with_its_reason),
        fixture_test(an_expired_declared_status_is_an_error),
        fixture_test(a_declared_status_without_reason_is_an_error),
        fixture_test(a_declared_status_without_author_is_a_warning),
        fixture_test(an_objective_that_ends_before_it_starts_is_an_error),
        fixture_test(a_link_to_itself_is_an_error),
        fixture_test(a_link_that_stands_twice_is_an_error),
        fixture_test(a_link_has_strength_sign_and_lag),
        fixture_test(a_lag_of_0_is_another_thing_than_none),
        fixture_test(support_from_a_unit_without_known_parent_is_not_reported_again),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
