#include "reportcase.h"

#include "report/divechoice.h"

static const char *ids(const struct divechoice *choice) {
    static char out[64];
    out[0] = '\0';
    for (size_t i = 0; i < choice->count; i++) {
        strcat(out, i ? " " : "");
        strcat(out, choice->items[i]->objective->id);
    }
    return out;
}

static void the_worst_objectives_are_chosen_critical_ones_first(void **state) {
    struct reportcase *c = *state;
    struct template_section section = {.kind = "dives"};
    struct divechoice choice = divechoice_make(&c->report, &section);
    assert_string_equal(ids(&choice), "P1 I2 C3");
    section.pages = 2;
    choice = divechoice_make(&c->report, &section);
    assert_int_equal(choice.count, 2);
    c->report.terse = TERSE_MOST; /* one stays whatever is left out */
    choice = divechoice_make(&c->report, &section);
    assert_int_equal(choice.count, 1);
}

static void a_packet_promises_what_it_surely_shows(void **state) {
    struct reportcase *c = *state;
    c->report.terse = 2; /* of the section that asks */
    struct divechoice choice = divechoice_promised(&c->report);
    assert_int_equal(choice.count, 3);
    c->report.template = template_builtin(c->arena, "monthly", c->diags); /* those of a theme */
    choice = divechoice_promised(&c->report);
    assert_int_equal(choice.count, 0);
    c->report.template = template_builtin(c->arena, "committee", c->diags);
    choice = divechoice_promised(&c->report);
    assert_int_equal(choice.count, 0);
}

static void a_dive_shows_the_measure_that_pulls_its_objective_down_most(void **state) {
    struct reportcase *c = *state;
    const struct divechoice choice = divechoice_promised(&c->report);
    const char *shown = "";
    for (size_t i = 0; i < c->plan->measures.count; i++)
        if (divechoice_shows(&c->report, &choice, &c->assessment->measures[i]))
            shown = arena_printf(c->arena, "%s %s", shown, c->plan->measures.items[i].id);
    assert_string_equal(shown, " M05 M16 M25");
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, reportcase_sample, reportcase_close)

int main(void) {
    const struct CMUnitTest tests[] = {
        CASE(the_worst_objectives_are_chosen_critical_ones_first),
        CASE(a_packet_promises_what_it_surely_shows),
        CASE(a_dive_shows_the_measure_that_pulls_its_objective_down_most)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
