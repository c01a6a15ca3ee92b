#include "unit/plancase.h"

#define THREE                                                                                      \
    OBJECTIVE("O1", "U0", "P1", "") OBJECTIVE("O2", "U0", "P1", "") OBJECTIVE("O3", "U0", "P1", "")
#define AROUND(more)                                                                               \
    (struct sections) {                                                                            \
        .objectives = THREE, .perspectives = PERSPECTIVE("P1", "1", ""),                           \
        .measures = MEASURES MEASURE("M3", "O3", HIGHER), .values = VALUES VALUES_OF("M3"),        \
        .links = more                                                                              \
    }

static void a_circle_of_causes_is_an_error_that_names_the_chain(void **state) {
    struct built built =
        plan_of(state, AROUND(LINK("O1", "O2") LINK("O2", "O3") "\n" LINK("O3", "O1")));
    assert_codes(&built, "3201");
    assert_says(&built, BP3201, "causes and effects run in a circle: O1, O2, O3, O1");
    assert_int_equal(finding(&built, BP3201)->place.line, 10);
}

static void two_ways_to_one_effect_are_no_circle(void **state) {
    struct built built = plan_of(state, AROUND(LINK("O1", "O2") LINK("O2", "O3") LINK("O1", "O3")));
    assert_codes(&built, "");
}

static void a_negative_link_may_close_a_circle(void **state) {
    struct built built = plan_of(
        state, AROUND(LINK("O1", "O2") LINK("O2", "O3") "<link from='O3' to='O1' sign='-'/>"));
    assert_codes(&built, "");
}

static void each_of_two_circles_is_reported(void **state) {
    struct built built =
        plan_of(state, AROUND(LINK("O1", "O2") LINK("O2", "O1") LINK("O2", "O3") LINK("O3", "O2")));
    assert_codes(&built, "3201 3201");
}

static void a_link_down_is_a_warning_unless_negative(void **state) {
    struct built built = plan_of(state, (struct sections){.links = LINK("O1", "O2")});
    assert_codes(&built, "3804 3204");
    assert_says(&built, BP3204,
                "the link from 'O1' to 'O2' points down, from 'Row P1' to 'Row P2'");
    built = plan_of(
        state, (struct sections){.links = LINK("O2", "O1") "<link from='O1' to='O2' sign='-'/>"});
    assert_codes(&built, "");
}

static void a_long_chain_of_objectives_is_walked_without_recursion(void **state) {
    struct textbuf objectives, links;
    textbuf_init(&objectives, *state);
    textbuf_init(&links, *state);
    for (int i = 0; i < 100000; i++) {
        textbuf_printf(&objectives,
                       "<objective id='O%d' name='O' unit='U0' perspective='P1' owner='X'/>\n", i);
        textbuf_printf(&links, "<link from='O%d' to='O%d'/>\n", i, (i + 1) % 100000);
    }
    struct built built =
        plan_of(state, (struct sections){.objectives = textbuf_text(&objectives),
                                         .links = textbuf_text(&links),
                                         .measures = MEASURE("M1", "O1", HIGHER),
                                         .values = VALUES_OF("M1"),
                                         .perspectives = PERSPECTIVE("P1", "1", "")});
    assert_says(&built, BP3201,
                "causes and effects run in a circle: O0, O1, O2, O3, O4, O5, O6, O7, O8, O9, O10, "
                "O11, 99988 more, O0");
}

static void a_circle_is_reported_at_the_link_that_points_down(void **state) {
    struct built built =
        plan_of(state, (struct sections){.objectives = PAIR OBJECTIVE("O3", "U0", "P2", ""),
                                         .measures = MEASURES MEASURE("M3", "O3", HIGHER),
                                         .values = VALUES VALUES_OF("M3"),
                                         .links = LINK("O1", "O2") "\n" LINK("O2", "O3") "\n" LINK(
                                             "O3", "O1") LINK("O2", "O1")});
    assert_codes(&built, "3201"); /* that it points down as well goes without saying */
}

int main(void) {
    const struct CMUnitTest tests[] = {
        fixture_test(a_circle_of_causes_is_an_error_that_names_the_chain),
        fixture_test(two_ways_to_one_effect_are_no_circle),
        fixture_test(a_negative_link_may_close_a_circle),
        fixture_test(each_of_two_circles_is_reported),
        fixture_test(a_link_down_is_a_warning_unless_negative),
        fixture_test(a_circle_is_reported_at_the_link_that_points_down),
        fixture_test(a_long_chain_of_objectives_is_walked_without_recursion),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
