#include "unit/plancase.h"

#define WEIGHED(a, b, c)                                                                           \
    (struct sections) {                                                                            \
        .measures = MEASURE("M1", "O1", HIGHER a) MEASURE("M2", "O2", HIGHER)                      \
            MEASURE("M3", "O1", HIGHER b) MEASURE("M4", "O1", HIGHER c),                           \
        .values = VALUES VALUES_OF("M3") VALUES_OF("M4")                                           \
    }

static void all_weights_or_none_are_fine(void **state) {
    struct built built = plan_of(state, WEIGHED("weight='50'", "weight='30'", "weight='20'"));
    assert_codes(&built, "");
    built = plan_of(state, WEIGHED("", "", ""));
    assert_codes(&built, "");
    built = plan_of(state, WEIGHED("weight='3'", "weight='2'", "weight='0'"));
    assert_codes(&built, "");
}

static void a_blank_among_weights_is_an_error(void **state) {
    struct built built = plan_of(state, WEIGHED("weight='50'", "", "weight='20'"));
    assert_codes(&built, "3301");
    assert_says(&built, BP3301,
                "measure 'M3' has no weight, but other measures of objective 'O1' have");
}

static void weights_that_add_up_to_0_are_an_error(void **state) {
    struct built built = plan_of(state, WEIGHED("weight='0'", "weight='0'", "weight='0'"));
    assert_codes(&built, "3302");
    assert_says(&built, BP3302, "the weights of the measures of objective 'O1' add up to 0");
}

static void a_negative_weight_is_an_error(void **state) {
    struct built built = plan_of(state, WEIGHED("weight='50'", "weight='-50'", "weight='100'"));
    assert_codes(&built, "3303");
    assert_says(&built, BP3303, "the weight of measure 'M3' is negative");
}

static void weights_near_100_are_a_note(void **state) {
    struct built built = plan_of(state, WEIGHED("weight='50'", "weight='30'", "weight='25'"));
    assert_codes(&built, "3304");
    assert_says(&built, BP3304,
                "the weights of the measures of objective 'O1' add up to 105, not 100");
    assert_int_equal(finding(&built, BP3304)->severity, DIAG_NOTE);
}

static void three_thirds_of_100_are_no_note(void **state) {
    struct built built =
        plan_of(state, WEIGHED("weight='33.33'", "weight='33.33'", "weight='33.33'"));
    assert_codes(&built, "");
}

static void retired_siblings_do_not_count(void **state) {
    struct built built = plan_of(state, WEIGHED("weight='50'", "state='retired'", "weight='50'"));
    assert_codes(&built, "");
}

static void perspectives_are_siblings(void **state) {
    struct built built =
        plan_of(state, (struct sections){.perspectives = PERSPECTIVE("P1", "1", "weight='1'")
                                             PERSPECTIVE("P2", "2", "")});
    assert_codes(&built, "3301");
    assert_says(&built, BP3301, "perspective 'P2' has no weight, but other perspectives have");
}

static void a_units_own_perspective_is_a_sibling_of_the_shared_ones(void **state) {
    struct built built =
        plan_of(state, (struct sections){.perspectives = PERSPECTIVE("P1", "1", "weight='1'")
                                             PERSPECTIVE("P2", "2", "unit='U0'")});
    assert_codes(&built, "3301");
    assert_says(&built, BP3301,
                "perspective 'P2' has no weight, but other perspectives of unit 'U0' have");
}

static void objectives_of_a_perspective_are_siblings(void **state) {
    struct built built =
        plan_of(state, (struct sections){.objectives = OBJECTIVE("O1", "U0", "P1", "weight='2'")
                                             OBJECTIVE("O2", "U0", "P2", "")
                                                 OBJECTIVE("O3", "U0", "P1", ""),
                                         .measures = MEASURES MEASURE("M3", "O3", HIGHER),
                                         .values = VALUES VALUES_OF("M3")});
    assert_codes(&built, "3301");
    assert_says(&built, BP3301,
                "objective 'O3' has no weight, but other objectives of perspective 'P1' in unit "
                "'U0' have");
}

static void objectives_of_a_theme_are_siblings(void **state) {
    struct built built = plan_of(
        state, (struct sections){.themes = "<theme id='T1' name='Theme'/>",
                                 .objectives = OBJECTIVE("O1", "U0", "P1", "weight='2' theme='T1'")
                                     OBJECTIVE("O2", "U0", "P2", "theme='T1'")});
    assert_codes(&built, "3301");
    assert_says(&built, BP3301,
                "objective 'O2' has no weight, but other objectives of theme 'T1' in unit 'U0' "
                "have");
}

static void a_contributory_support_is_a_sibling_of_the_measures(void **state) {
    struct sections sections = {
        .units = TOP UNIT("U1", "kind='business' parent='U0'"),
        .objectives = PAIR OBJECTIVE("O3", "U1", "P1", "supports='O1' linkKind='contributory'"),
        .measures = MEASURE("M1", "O1", HIGHER "weight='1'") MEASURE("M2", "O2", HIGHER)
            MEASURE("M3", "O3", HIGHER),
        .values = VALUES VALUES_OF("M3")};
    struct built built = plan_of(state, sections);
    assert_codes(&built, "3301");
    assert_says(&built, BP3301,
                "support by objective 'O3' has no weight, but other measures of objective 'O1' "
                "have");
    sections.objectives = PAIR OBJECTIVE("O3", "U1", "P1", "supports='O1' linkKind='identical'");
    built = plan_of(state, sections);
    assert_codes(&built, "");
}

static void a_support_comes_on_top_of_100(void **state) {
    struct built built = plan_of(
        state,
        (struct sections){
            .units = TOP UNIT("U1", "kind='business' parent='U0'"),
            .objectives = PAIR OBJECTIVE(
                "O3", "U1", "P1", "supports='O1' linkKind='contributory' supportWeight='20'"),
            .measures = MEASURE("M1", "O1", HIGHER "weight='60'") MEASURE("M2", "O2", HIGHER)
                MEASURE("M3", "O3", HIGHER) MEASURE("M4", "O1", HIGHER "weight='40'"),
            .values = VALUES VALUES_OF("M3") VALUES_OF("M4")});
    assert_codes(&built, "");
}

static void milestones_of_an_initiative_are_siblings(void **state) {
    struct built built = plan_of(
        state,
        (struct sections){
            .initiatives = "<initiative id='I1' name='I' unit='U0' owner='X' objectives='O1' "
                           "start='2026-01-01' end='2026-12-31' budget='1'/>",
            .milestones =
                "<milestone id='S1' initiative='I1' name='S' planned='2026-05-01' weight='0'/>"
                "<milestone id='S2' initiative='I1' name='S' planned='2026-06-01' weight='0'/>"});
    assert_codes(&built, "3302");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        fixture_test(all_weights_or_none_are_fine),
        fixture_test(a_blank_among_weights_is_an_error),
        fixture_test(weights_that_add_up_to_0_are_an_error),
        fixture_test(a_negative_weight_is_an_error),
        fixture_test(weights_near_100_are_a_note),
        fixture_test(three_thirds_of_100_are_no_note),
        fixture_test(retired_siblings_do_not_count),
        fixture_test(perspectives_are_siblings),
        fixture_test(a_units_own_perspective_is_a_sibling_of_the_shared_ones),
        fixture_test(objectives_of_a_perspective_are_siblings),
        fixture_test(objectives_of_a_theme_are_siblings),
        fixture_test(a_contributory_support_is_a_sibling_of_the_measures),
        fixture_test(a_support_comes_on_top_of_100),
        fixture_test(milestones_of_an_initiative_are_siblings),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
