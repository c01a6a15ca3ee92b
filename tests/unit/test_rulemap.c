#include "unit/plancase.h"

static void a_perspective_without_objective_is_a_warning(void **state) {
    struct built built =
        plan_of(state, (struct sections){.perspectives = ROWS PERSPECTIVE("P3", "3", "")});
    assert_codes(&built, "3801");
    assert_says(&built, BP3801, "perspective 'P3' has no objective");
}

static void what_could_not_be_read_is_not_missed(void **state) {
    struct built built =
        plan_of(state, (struct sections){.objectives = OBJECTIVE("O1", "U0", "P1", "")
                                             OBJECTIVE("O2", "U0", "P3", "")});
    assert_codes(&built, "3104");
    built = plan_of(state, (struct sections){.links = LINK("O2", "O9")});
    assert_codes(&built, "3104");
}

static void a_theme_in_one_row_is_a_note(void **state) {
    struct built built =
        plan_of(state, (struct sections){.themes = "<theme id='T1' name='Theme'/>",
                                         .objectives = OBJECTIVE("O1", "U0", "P1", "theme='T1'")
                                             OBJECTIVE("O2", "U0", "P2", "")});
    assert_codes(&built, "3802");
    assert_says(&built, BP3802, "theme 'T1' has objectives in Row P1 only");
}

/* As in a plan of StratML, which has no perspectives: a theme can be nowhere else. */
static void where_there_is_one_row_a_theme_in_it_is_not_told(void **state) {
    struct built built =
        plan_of(state, (struct sections){.perspectives = PERSPECTIVE("P1", "1", ""),
                                         .themes = "<theme id='T1' name='Theme'/>",
                                         .objectives = OBJECTIVE("O1", "U0", "P1", "theme='T1'")
                                             OBJECTIVE("O2", "U0", "P1", "")});
    assert_codes(&built, "");
}

static void a_theme_without_objective_is_a_note(void **state) {
    struct built built =
        plan_of(state, (struct sections){.themes = "<theme id='T1' name='Theme'/>"});
    assert_codes(&built, "3809");
}

#define FOUR                                                                                       \
    (struct sections) {                                                                            \
        .perspectives = ROWS PERSPECTIVE("P3", "3", ""),                                           \
        .objectives = PAIR OBJECTIVE("O3", "U0", "P3", "") OBJECTIVE("O4", "U0", "P3", ""),        \
        .measures = MEASURES MEASURE("M3", "O3", HIGHER) MEASURE("M4", "O4", HIGHER),              \
        .values = VALUES VALUES_OF("M3") VALUES_OF("M4")                                           \
    }

static void chains_of_effects_lead_to_the_top(void **state) {
    struct sections sections = FOUR;
    sections.links = LINK("O2", "O1") LINK("O3", "O2") LINK("O4", "O3");
    struct built built = plan_of(state, sections);
    assert_codes(&built, "");
}

static void an_objective_that_does_not_reach_the_top_is_a_warning(void **state) {
    struct sections sections = FOUR;
    sections.links = LINK("O3", "O2") LINK("O4", "O1");
    struct built built = plan_of(state, sections);
    assert_codes(&built, "3803 3803");
    assert_says(&built, BP3803,
                "no chain of effects leads from objective 'O2' to the top perspective 'Row P1'");
}

static void an_objective_at_the_bottom_that_drives_nothing_is_a_warning(void **state) {
    struct sections sections = FOUR;
    sections.links = LINK("O2", "O1") LINK("O3", "O2");
    struct built built = plan_of(state, sections);
    assert_codes(&built, "3804");
    assert_says(&built, BP3804, "objective 'O4' of perspective 'Row P3' drives nothing");
}

static void support_of_the_unit_above_is_an_effect(void **state) {
    struct built built = plan_of(
        state, (struct sections){.units = TOP UNIT("U1", "kind='business' parent='U0'"),
                                 .objectives = PAIR OBJECTIVE("O3", "U1", "P1", "")
                                     OBJECTIVE("O4", "U1", "P2", "supports='O2' linkKind='shared'"),
                                 .measures = MEASURES MEASURE("M3", "O3", HIGHER)
                                     MEASURE("M4", "O4", HIGHER),
                                 .values = VALUES VALUES_OF("M3") VALUES_OF("M4")});
    assert_codes(&built, "");
}

/* `top` objectives in the first row and `bottom` in the second, each with a link. */
static struct built crowded(void **state, int top, int bottom) {
    struct textbuf objectives, links;
    textbuf_init(&objectives, *state);
    textbuf_init(&links, *state);
    for (int i = 0; i < top + bottom; i++) {
        textbuf_printf(&objectives,
                       "<objective id='O%d' name='O' unit='U0' perspective='P%d' owner='X' "
                       "state='proposed'/>\n",
                       i, i < top ? 1 : 2);
        if (i >= top)
            textbuf_printf(&links, "<link from='O%d' to='O0'/>\n", i);
    }
    return plan_of(state, (struct sections){.objectives = textbuf_text(&objectives),
                                            .links = textbuf_text(&links),
                                            .measures = "",
                                            .values = ""});
}

static void more_than_eight_objectives_in_a_row_are_a_warning(void **state) {
    struct built built = crowded(state, 8, 8);
    assert_codes(&built, "");
    built = crowded(state, 8, 9);
    assert_codes(&built, "3808");
    assert_says(&built, BP3808, "unit 'U0' has 9 objectives in perspective 'Row P2', more than 8");
}

static void the_density_of_a_map_is_note_warning_and_error(void **state) {
    struct built built = crowded(state, 10, 10);
    assert_codes(&built, "3808 3808");
    built = crowded(state, 10, 11);
    assert_codes(&built, "3805 3808 3808");
    built = crowded(state, 10, 15);
    assert_codes(&built, "3805 3808 3808");
    built = crowded(state, 10, 16);
    assert_codes(&built, "3806 3808 3808");
    built = crowded(state, 20, 20);
    assert_codes(&built, "3806 3808 3808");
    built = crowded(state, 20, 21);
    assert_codes(&built, "3807 3808 3808");
    assert_says(&built, BP3807, "unit 'U0' has 41 objectives, more than 40");
    assert_int_equal(finding(&built, BP3807)->severity, DIAG_ERROR);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        fixture_test(a_perspective_without_objective_is_a_warning),
        fixture_test(what_could_not_be_read_is_not_missed),
        fixture_test(a_theme_in_one_row_is_a_note),
        fixture_test(where_there_is_one_row_a_theme_in_it_is_not_told),
        fixture_test(a_theme_without_objective_is_a_note),
        fixture_test(chains_of_effects_lead_to_the_top),
        fixture_test(an_objective_that_does_not_reach_the_top_is_a_warning),
        fixture_test(an_objective_at_the_bottom_that_drives_nothing_is_a_warning),
        fixture_test(support_of_the_unit_above_is_an_effect),
        fixture_test(more_than_eight_objectives_in_a_row_are_a_warning),
        fixture_test(the_density_of_a_map_is_note_warning_and_error),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
