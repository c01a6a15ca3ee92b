#include "unit/plancase.h"

#define CHILD(id, parent) UNIT(id, "kind='business' parent='" parent "'")

static void units_form_a_tree_with_depths(void **state) {
    struct built built =
        plan_of(state, (struct sections){.units = CHILD("U2", "U1") TOP CHILD("U1", "U0")});
    assert_codes(&built, "");
    assert_string_equal(plan_root(built.plan)->id, "U0");
    assert_ptr_equal(plan_unit(built.plan, "U2")->parent, plan_unit(built.plan, "U1"));
    assert_int_equal(plan_unit(built.plan, "U2")->depth, 2);
    assert_int_equal(plan_unit(built.plan, "U1")->depth, 1);
}

static void a_second_unit_without_parent_is_an_error(void **state) {
    struct built built =
        plan_of(state, (struct sections){.units = TOP UNIT("U1", "kind='business'")});
    assert_codes(&built, "3106");
    assert_says(&built, BP3106,
                "unit 'U1' has no parent although 'U0' is already the top of the tree");
}

static void a_circle_of_units_is_an_error_that_names_it(void **state) {
    struct built built = plan_of(state, (struct sections){.units = TOP CHILD("U1", "U3")
                                                              CHILD("U2", "U1") CHILD("U3", "U2")});
    assert_codes(&built, "3107");
    assert_says(&built, BP3107, "units are each other's parents in a circle: U1, U3, U2, U1");
}

static void a_unit_that_is_its_own_parent_is_a_circle(void **state) {
    struct built built = plan_of(state, (struct sections){.units = TOP CHILD("U1", "U1")});
    assert_codes(&built, "3107");
    assert_says(&built, BP3107, "units are each other's parents in a circle: U1, U1");
}

static void a_unit_with_an_unknown_parent_is_no_second_top(void **state) {
    struct built built = plan_of(state, (struct sections){.units = TOP CHILD("U1", "UX")});
    assert_codes(&built, "3104");
}

static void a_workbook_without_units_says_so(void **state) {
    struct built built = plan_of(state, (struct sections){.units = "",
                                                          .objectives = "",
                                                          .links = "",
                                                          .measures = "",
                                                          .values = "",
                                                          .perspectives = ""});
    assert_non_null(finding(&built, BP3111));
    assert_null(plan_root(built.plan));
}

static const char *chain_of(struct arena *arena, int units, bool closed) {
    struct textbuf text;
    textbuf_init(&text, arena);
    textbuf_str(&text, TOP);
    for (int i = 1; i <= units; i++) {
        int parent = i > 1 || !closed ? i - 1 : units;
        textbuf_printf(&text, "<unit id='U%d' name='Unit' kind='business' parent='U%d'/>\n", i,
                       parent);
    }
    return textbuf_text(&text);
}

static void a_chain_of_200000_units_is_walked_without_recursion(void **state) {
    struct built built =
        plan_of(state, (struct sections){.units = chain_of(*state, 200000, false)});
    assert_codes(&built, "");
    assert_int_equal(plan_unit(built.plan, "U200000")->depth, 200000);
}

static void a_circle_of_200000_units_is_one_finding(void **state) {
    struct built built = plan_of(state, (struct sections){.units = chain_of(*state, 200000, true)});
    assert_codes(&built, "3107");
}

static void perspectives_and_themes_stand_in_display_order(void **state) {
    struct built built = plan_of(
        state, (struct sections){
                   .perspectives = PERSPECTIVE("P2", "2", "colour='#1F4e79'")
                       PERSPECTIVE("P1", "1", "weight='40'"),
                   .themes = "<theme id='T1' name='One' order='2'/><theme id='T2' name='Two' "
                             "order='1'/>",
                   .objectives = OBJECTIVE("O1", "U0", "P1", "theme='T1'")
                       OBJECTIVE("O2", "U0", "P2", "theme='T2'")});
    assert_string_equal(built.plan->perspectives.items[0].id, "P1");
    assert_string_equal(built.plan->themes.items[0].id, "T2");
    assert_int_equal(built.plan->perspectives.items[1].colour, 0x1F4E79);
    assert_int_equal(built.plan->perspectives.items[0].colour, UINT32_MAX);
    assert_string_equal(plan_objective(built.plan, "O1")->perspective->id, "P1");
    assert_string_equal(plan_objective(built.plan, "O2")->theme->id, "T2");
}

static void a_colour_of_another_form_is_a_warning(void **state) {
    struct built built =
        plan_of(state, (struct sections){.perspectives = PERSPECTIVE("P1", "1", "colour='navy'")
                                             PERSPECTIVE("P2", "2", "colour='#12345G'")});
    assert_codes(&built, "3811 3811");
    assert_says(&built, BP3811, "perspective 'P1': 'navy' is no colour of the form #RRGGBB");
}

static void BP3812_is_for_a_colour_on_which_no_words_can_be_read(void **state) {
    struct built built =
        plan_of(state, (struct sections){.perspectives = PERSPECTIVE("P1", "1", "colour='#808080'")
                                             PERSPECTIVE("P2", "2", "colour='#FFEE00'")});
    assert_codes(&built, "3812");
    assert_says(&built, BP3812,
                "perspective 'P1': neither white nor dark words can be read on the colour #808080");
    assert_int_equal(built.plan->perspectives.items[0].colour, UINT32_MAX);
    assert_int_equal(built.plan->perspectives.items[1].colour, 0xFFEE00);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        fixture_test(BP3812_is_for_a_colour_on_which_no_words_can_be_read),
        fixture_test(units_form_a_tree_with_depths),
        fixture_test(a_second_unit_without_parent_is_an_error),
        fixture_test(a_circle_of_units_is_an_error_that_names_it),
        fixture_test(a_unit_that_is_its_own_parent_is_a_circle),
        fixture_test(a_unit_with_an_unknown_parent_is_no_second_top),
        fixture_test(a_workbook_without_units_says_so),
        fixture_test(a_chain_of_200000_units_is_walked_without_recursion),
        fixture_test(a_circle_of_200000_units_is_one_finding),
        fixture_test(perspectives_and_themes_stand_in_display_order),
        fixture_test(a_colour_of_another_form_is_a_warning),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
