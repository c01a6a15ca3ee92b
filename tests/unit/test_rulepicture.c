#include "unit/plancase.h"

#define MANY                                                                                       \
    PAIR OBJECTIVE("O3", "U0", "P1", "") OBJECTIVE("O4", "U0", "P1", "")                           \
        OBJECTIVE("O5", "U0", "P2", "") OBJECTIVE("O6", "U0", "P1", "")
#define SIX                                                                                        \
    LINK("O2", "O1")                                                                               \
    LINK("O5", "O1") LINK("O2", "O3") LINK("O5", "O3") LINK("O2", "O4") LINK("O4", "O6")

static size_t told(const struct built *built, enum diag_code code) {
    size_t count, found = 0;
    const struct diag *diag = diags_sorted(built->diags, &count);
    for (size_t i = 0; i < count; i++)
        found += diag[i].code == code;
    return found;
}

static void BP3991_is_for_an_upper_objective_that_nothing_drives(void **state) {
    struct built built = plan_of(
        state, (struct sections){.objectives = MANY OBJECTIVE("O7", "U0", "P1", ""), .links = SIX});
    assert_int_equal(told(&built, BP3991), 1);
    assert_says(&built, BP3991, "nothing drives objective 'O7' of perspective 'Row P1'");
    built = plan_of(state, (struct sections){.objectives = MANY, .links = SIX});
    assert_int_equal(told(&built, BP3991), 0);
}

static void a_map_without_links_is_not_told_what_drives_nothing(void **state) {
    struct built built =
        plan_of(state, (struct sections){.objectives = MANY, .links = LINK("O2", "O1")});
    assert_int_equal(told(&built, BP3991), 0);
}

static void BP3992_is_for_names_of_more_than_60_characters(void **state) {
    struct built built = plan_of(
        state,
        (struct sections){.objectives = PAIR
                          "<objective id='O3' unit='U0' perspective='P2' owner='Owner' "
                          "name='1234567890123456789012345678901234567890123456789012345678901'"
                          "/>"});
    assert_says(&built, BP3992, "the name of objective 'O3' has 61 characters, more than 60");
}

static void BP3993_is_for_more_than_two_links_an_objective(void **state) {
    struct built built = plan_of(
        state, (struct sections){.objectives = PAIR OBJECTIVE("O3", "U0", "P2", ""),
                                 .links = LINK("O2", "O1") LINK("O3", "O1") LINK("O2", "O3")});
    assert_int_equal(told(&built, BP3993), 0);
    built = plan_of(state, (struct sections){.objectives = MANY,
                                             .links = SIX LINK("O5", "O4") LINK("O5", "O6")
                                                 LINK("O2", "O6") LINK("O3", "O1") LINK("O4", "O1")
                                                     LINK("O6", "O1") LINK("O4", "O3")});
    assert_says(&built, BP3993, "unit 'U0' has 13 links among 6 objectives, more than two each");
}

#define FOUR_ROWS ROWS PERSPECTIVE("P3", "3", "") PERSPECTIVE("P4", "4", "")
#define FOUR                                                                                       \
    PAIR OBJECTIVE("O3", "U0", "P3", "") OBJECTIVE("O4", "U0", "P4", "")                           \
        OBJECTIVE("O5", "U0", "P4", "")

static void BP3998_is_for_a_link_over_two_rows_of_its_map(void **state) {
    struct built built = plan_of(
        state, (struct sections){.perspectives = FOUR_ROWS,
                                 .objectives = FOUR,
                                 .links = LINK("O4", "O1") LINK("O4", "O2") LINK("O5", "O3")});
    assert_int_equal(told(&built, BP3998), 1);
    assert_says(&built, BP3998, "the link from 'O4' to 'O1' passes over 2 perspectives");
    /* Rows that the unit has no objective in are none of its map. */
    built = plan_of(state, (struct sections){.perspectives = FOUR_ROWS,
                                             .objectives = PAIR OBJECTIVE("O4", "U0", "P4", ""),
                                             .links = LINK("O4", "O1")});
    assert_int_equal(told(&built, BP3998), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        fixture_test(BP3991_is_for_an_upper_objective_that_nothing_drives),
        fixture_test(a_map_without_links_is_not_told_what_drives_nothing),
        fixture_test(BP3992_is_for_names_of_more_than_60_characters),
        fixture_test(BP3998_is_for_a_link_over_two_rows_of_its_map),
        fixture_test(BP3993_is_for_more_than_two_links_an_objective),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
