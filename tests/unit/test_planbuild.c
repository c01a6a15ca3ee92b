#include "unit/plancase.h"

static void the_small_workbook_of_these_tests_has_no_finding(void **state) {
    struct built built = plan_of(state, (struct sections){0});
    assert_codes(&built, "");
    assert_int_equal(built.plan->objectives.count, 2);
}

static void an_id_on_two_rows_is_an_error_that_names_the_first(void **state) {
    struct built built = plan_of(state, (struct sections){
                                            .objectives = PAIR "\n" OBJECTIVE("O1", "U0", "P1", ""),
                                        });
    assert_codes(&built, "3101");
    assert_says(&built, BP3101, "objective 'O1' stands on two rows; the first is in line 7");
    assert_int_equal(built.plan->objectives.count, 2);
}

static void ids_that_differ_in_case_only_are_two_things_and_a_warning(void **state) {
    struct built built =
        plan_of(state, (struct sections){.units = TOP UNIT("u0", "parent='U0' kind='business'")});
    assert_codes(&built, "3102");
    assert_says(&built, BP3102, "unit 'u0' and 'U0' differ only in case");
    assert_int_equal(built.plan->units.count, 2);
}

static void the_same_id_on_two_sheets_is_no_finding(void **state) {
    struct built built =
        plan_of(state, (struct sections){.units = UNIT("P1", "kind='enterprise'"),
                                         .objectives = OBJECTIVE("O1", "P1", "P1", "")
                                             OBJECTIVE("O2", "P1", "P2", "")});
    assert_codes(&built, "");
}

static void an_unknown_id_is_an_error_with_the_nearest_known_one(void **state) {
    struct built built = plan_of(state, (struct sections){.measures = MEASURE("M1", "O1", HIGHER)
                                                              MEASURE("M2", "OO2", HIGHER)});
    assert_codes(&built, "3104");
    assert_says(&built, BP3104, "measure 'M2' refers to unknown objective 'OO2'");
    assert_string_equal(finding(&built, BP3104)->hint, "did you mean 'O2'?");
}

static void a_number_may_have_lost_its_zeros(void **state) {
    struct sections sections = {.objectives = OBJECTIVE("007", "U0", "P1", "")
                                    OBJECTIVE("O2", "U0", "P2", ""),
                                .links = LINK("O2", "007"),
                                .measures = MEASURE("M1", "7", HIGHER) MEASURE("M2", "O2", HIGHER)};
    struct built built = plan_of(state, sections);
    assert_codes(&built, "3104");
    assert_string_equal(finding(&built, BP3104)->hint,
                        "did you mean '007'? Format the cell as text");
}

static void ids_of_a_sheet_that_is_missing_are_not_unknown(void **state) {
    struct sections sections = {.units = "", .values = ""};
    struct built built = plan_of(state, sections);
    assert_int_equal(finding(&built, BP3111)->severity, DIAG_ERROR);
    assert_null(strstr(codes_of(&built), "3104"));
    assert_null(strstr(codes_of(&built), "3801"));
}

static void an_unknown_id_far_from_all_others_has_no_hint(void **state) {
    struct built built =
        plan_of(state, (struct sections){.themes = "<theme id='T1' name='Supply'/>",
                                         .objectives = OBJECTIVE("O1", "U0", "P1", "theme='Growth'")
                                             OBJECTIVE("O2", "U0", "P2", "theme='T1'")});
    assert_int_equal(finding(&built, BP3104)->severity, DIAG_ERROR);
    assert_null(finding(&built, BP3104)->hint);
}

static void a_sheet_that_is_not_there_is_told_once_for_all_ids(void **state) {
    struct built built =
        plan_of(state, (struct sections){.objectives = OBJECTIVE("O1", "U0", "P1", "theme='T1'")
                                             OBJECTIVE("O2", "U0", "P2", "theme='T2'")});
    assert_codes(&built, "3104");
    assert_string_equal(finding(&built, BP3104)->hint, "the workbook has no sheet 'Themes'");
}

/* The row without its id may be the one that is meant; a mere change of case is not. */
static void ids_that_an_unnamed_row_may_have_are_not_unknown(void **state) {
    struct sections sections = {
        .measures = MEASURE("M 7", "O1", HIGHER) MEASURE("M2", "O2", HIGHER),
        .values = VALUE("M7", "2026-10", "actual", "1") VALUE("m2", "2026-10", "actual", "1")};
    struct built built = plan_of(state, sections);
    assert_string_equal(finding(&built, BP3104)->hint, "did you mean 'M2'?");
    assert_null(strstr(codes_of(&built), "3104 3104"));
    assert_null(strstr(codes_of(&built), "3401"));
}

static void a_link_to_anything_finds_every_kind_of_entity(void **state) {
    struct built built = plan_of(
        state, (struct sections){.commentary = "<comment linked='U0' period='2026-10' author='A'>"
                                               "<analysis>a</analysis></comment>"
                                               "<comment linked='M2' period='2026-10' author='A'>"
                                               "<analysis>b</analysis></comment>"
                                               "<comment linked='ORG' period='2026-10' author='A'>"
                                               "<analysis>c</analysis></comment>"
                                               "<comment linked='M3' period='2026-10' author='A'>"
                                               "<analysis>d</analysis></comment>"});
    assert_codes(&built, "3104");
    assert_says(&built, BP3104, "commentary on 'M3' refers to unknown id 'M3'");
    assert_null(finding(&built, BP3104)->hint); /* M1 and M2 are equally near */
}

static void a_link_to_an_id_of_two_sheets_is_a_warning(void **state) {
    struct built built = plan_of(
        state, (struct sections){.units = UNIT("P1", "kind='enterprise'"),
                                 .objectives = OBJECTIVE("O1", "P1", "P1", "")
                                     OBJECTIVE("O2", "P1", "P2", ""),
                                 .commentary = "<comment linked='P1' period='2026-10' author='A'>"
                                               "<analysis>a</analysis></comment>"});
    assert_codes(&built, "3103");
    assert_says(&built, BP3103,
                "commentary on 'P1' refers to 'P1', which stands on two sheets: as unit and as "
                "perspective");
}

static void an_id_twice_in_one_cell_counts_once(void **state) {
    struct built built =
        plan_of(state, (struct sections){.measures = MEASURE("M1", "O1; O1", HIGHER)
                                             MEASURE("M2", "O2", HIGHER)});
    assert_codes(&built, "3109");
    assert_says(&built, BP3109, "measure 'M1' names objective 'O1' twice in one cell");
    assert_int_equal(plan_measure(built.plan, "M1")->objectives.count, 1);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        fixture_test(the_small_workbook_of_these_tests_has_no_finding),
        fixture_test(an_id_on_two_rows_is_an_error_that_names_the_first),
        fixture_test(ids_that_differ_in_case_only_are_two_things_and_a_warning),
        fixture_test(the_same_id_on_two_sheets_is_no_finding),
        fixture_test(an_unknown_id_is_an_error_with_the_nearest_known_one),
        fixture_test(a_number_may_have_lost_its_zeros),
        fixture_test(ids_of_a_sheet_that_is_missing_are_not_unknown),
        fixture_test(an_unknown_id_far_from_all_others_has_no_hint),
        fixture_test(a_sheet_that_is_not_there_is_told_once_for_all_ids),
        fixture_test(ids_that_an_unnamed_row_may_have_are_not_unknown),
        fixture_test(a_link_to_anything_finds_every_kind_of_entity),
        fixture_test(a_link_to_an_id_of_two_sheets_is_a_warning),
        fixture_test(an_id_twice_in_one_cell_counts_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
