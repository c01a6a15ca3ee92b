#include "unit/plancase.h"

#define PINNED(id, row, theme, pins)                                                               \
    "<objective id='" id "' unit='U0' perspective='" row "' name='" id "' owner='Owner' " theme    \
    " " pins "/>"
#define LEFT  "theme='T1'"
#define RIGHT "theme='T2'"
#define THEMES                                                                                     \
    "<theme id='T1' name='First' owner='Owner'/><theme id='T2' name='Second' owner='Owner'/>"

static struct built pinned(void **state, const char *objectives) {
    return plan_of(state, (struct sections){.objectives = objectives, .themes = THEMES});
}

static size_t told(const struct built *built, enum diag_code code) {
    size_t count, found = 0;
    const struct diag *diag = diags_sorted(built->diags, &count);
    for (size_t i = 0; i < count; i++)
        found += diag[i].code == code;
    return found;
}

static void pins_are_read_into_the_plan(void **state) {
    struct built built =
        pinned(state, PINNED("O1", "P1", "", "mapRow='1' mapPlace='2'") PINNED("O2", "P1", "", ""));
    assert_int_equal(built.plan->objectives.items[0].map_row, 1);
    assert_int_equal(built.plan->objectives.items[0].map_place, 2);
    assert_int_equal(built.plan->objectives.items[1].map_row, 0);
    for (int code = BP3994; code <= BP3997; code++)
        assert_int_equal(told(&built, (enum diag_code)code), 0);
}

static void BP3994_is_for_two_in_the_same_place(void **state) {
    struct built built = pinned(state, PINNED("O1", "P1", "", "mapRow='1' mapPlace='2'")
                                           PINNED("O2", "P1", "", "mapRow='1' mapPlace='2'"));
    assert_says(
        &built, BP3994,
        "objectives 'O1' and 'O2' are both pinned to place 2 of row 1 of perspective 'Row P1'");
}

static void the_same_place_in_other_rows_is_another_place(void **state) {
    struct built built = pinned(state, PINNED("O1", "P1", "", "mapRow='1' mapPlace='2'")
                                           PINNED("O2", "P1", "", "mapRow='2' mapPlace='2'")
                                               PINNED("O3", "P2", "", "mapRow='1' mapPlace='2'"));
    assert_int_equal(told(&built, BP3994), 0);
}

static void BP3995_is_for_rows_that_no_map_has(void **state) {
    struct built built =
        pinned(state, PINNED("O1", "P1", "", "mapRow='4'") PINNED("O2", "P1", "", "")
                          PINNED("O3", "P1", "", "") PINNED("O4", "P1", "", ""));
    assert_says(
        &built, BP3995,
        "objective 'O1' cannot be pinned to Map Row 4: a perspective has at most 3 rows on the "
        "map");
    built = pinned(state, PINNED("O1", "P1", "", "mapRow='2'") PINNED("O2", "P2", "", ""));
    assert_says(
        &built, BP3995,
        "objective 'O1' cannot be pinned to Map Row 2: the unit has 1 in perspective 'Row P1'");
    built = pinned(state, PINNED("O1", "P1", "", "mapPlace='0'"));
    assert_says(&built, BP3995,
                "objective 'O1' cannot be pinned to Map Place 0: they are counted from 1");
}

static void BP3996_is_for_a_row_with_and_without_themes(void **state) {
    struct built built =
        pinned(state, PINNED("O1", "P1", LEFT, "mapRow='1'") PINNED("O2", "P1", "", "mapRow='1'"));
    assert_says(
        &built, BP3996,
        "objective 'O2' has no theme and cannot share row 1 of perspective 'Row P1' with 'O1', "
        "which has one");
}

static void BP3997_is_for_columns_that_would_have_to_be_on_both_sides(void **state) {
    struct built built = pinned(state, PINNED("O1", "P1", LEFT, "mapPlace='1'")
                                           PINNED("O2", "P1", RIGHT, "mapPlace='2'")
                                               PINNED("O3", "P2", RIGHT, "mapPlace='1'")
                                                   PINNED("O4", "P2", LEFT, "mapPlace='2'"));
    assert_int_equal(told(&built, BP3997), 1);
    assert_says(&built, BP3997,
                "the place of objective 'O4' wants the column of theme 'Second' left of "
                "'First', and another place wants it right");
    built = pinned(state, PINNED("O1", "P1", LEFT, "mapPlace='1'")
                              PINNED("O2", "P1", RIGHT, "mapPlace='2'")
                                  PINNED("O3", "P1", LEFT, "mapPlace='3'"));
    assert_int_equal(told(&built, BP3997), 1);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        fixture_test(pins_are_read_into_the_plan),
        fixture_test(BP3994_is_for_two_in_the_same_place),
        fixture_test(the_same_place_in_other_rows_is_another_place),
        fixture_test(BP3995_is_for_rows_that_no_map_has),
        fixture_test(BP3996_is_for_a_row_with_and_without_themes),
        fixture_test(BP3997_is_for_columns_that_would_have_to_be_on_both_sides),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
