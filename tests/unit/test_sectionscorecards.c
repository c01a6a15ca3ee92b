#include "sectioncase.h"

#include "assess/rollup.h"

report_section_fn section_scorecards;

static const char *said(struct sectioncase *s) {
    return sectioncase_text(s, section_scorecards, "scorecards");
}

static void every_measure_of_every_unit_stands_with_its_figures(void **state) {
    struct sectioncase *s = sectioncase_new(*state);
    const char *text = said(s);
    assert_says(text, "Seven of 44 measures of six units are off track and 17 at risk");
    for (size_t i = 0; i < s->plan.measures.count; i++) {
        const struct measure_result *result = &s->assessment.measures[i];
        const char *row =
            strstr(text, arena_printf(s->report.arena, "row | \"%s\"", result->measure->id));
        if (!row) {
            fail_msg("no row of %s", result->measure->id);
            return;
        }
        row = arena_strndup(s->report.arena, row, strcspn(row, "\n"));
        assert_says(row, compose_figure(&s->report, result->measure, result->has_actual,
                                        result->actual, false));
        assert_says(row, compose_plan(&s->report, result));
        assert_says(row, compose_score(&s->report, result->score));
    }
}

static void a_unit_shows_itself_and_those_below_it_only(void **state) {
    struct sectioncase *s = sectioncase_new(*state);
    s->report.unit = plan_unit(&s->plan, "COL");
    const char *text = said(s);
    assert_says(text, "three measures of one unit");
    assert_says(text, "\"COL-1\"");
    assert_silent(text, "\"PRO-1\"");
    assert_silent(text, "heading");
}

static void units_without_objectives_are_named(void **state) {
    struct sectioncase *s = sectioncase_new(*state);
    struct objective *objectives =
        arena_array(s->report.arena, s->plan.objectives.count, sizeof *objectives);
    memcpy(objectives, s->plan.objectives.items, s->plan.objectives.count * sizeof *objectives);
    for (size_t i = 0; i < s->plan.objectives.count; i++)
        if (strcmp(objectives[i].unit->id, "DIG") == 0)
            ((struct objective *)&s->plan.objectives.items[i])->state = STATE_PROPOSED;
    const char *text = said(s);
    memcpy((void *)(uintptr_t)s->plan.objectives.items, objectives,
           s->plan.objectives.count * sizeof *objectives);
    assert_says(text, "Without objectives of their own: Digital & Data.");
    assert_says(text, "of five units");
}

/* Weights are of any scale; the column is of 100, and of less where objectives of units count too.
 */
static void weights_are_told_as_shares_of_100(void **state) {
    struct sectioncase *s = sectioncase_new(*state);
    assert_says(said(s), "what lacks of 100 is of contributing unit objectives");
    const struct objective *c1 = plan_objective(&s->plan, "C1");
    assert_string_equal(compose_measure_weight(&s->report, c1, plan_measure(&s->plan, "M01")),
                        "50");
    assert_string_equal(compose_objective_weight(&s->report, c1), "40");
    struct objective_result *all =
        arena_array(s->report.arena, s->plan.objectives.count, sizeof *all);
    memcpy(all, s->assessment.objectives, s->plan.objectives.count * sizeof *all);
    s->assessment.objectives = all;
    struct objective_result *own = &all[c1 - s->plan.objectives.items];
    struct rollup_child *children =
        arena_array(s->report.arena, own->child_count, sizeof *children);
    memcpy(children, own->children, own->child_count * sizeof *children);
    for (size_t i = 0; i < own->child_count; i++)
        children[i].weight = decimal_of(children[i].support ? 2 : 3); /* of 8 */
    own->children = children;
    assert_string_equal(compose_measure_weight(&s->report, c1, plan_measure(&s->plan, "M01")),
                        "38");
    own->child_count = 0;
    assert_string_equal(compose_measure_weight(&s->report, c1, plan_measure(&s->plan, "M01")),
                        "\u2013");
    s->report.unit = plan_unit(&s->plan, "DIG");
    assert_silent(said(s), "what lacks of 100");
}

static void nothing_at_all_is_one_quiet_line(void **state) {
    struct sectioncase *s = sectioncase_new(*state);
    s->plan.objectives.count = 0;
    assert_says(said(s), "No objectives recorded.");
    assert_silent(said(s), "table");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_measure_of_every_unit_stands_with_its_figures),
        cmocka_unit_test(a_unit_shows_itself_and_those_below_it_only),
        cmocka_unit_test(units_without_objectives_are_named),
        cmocka_unit_test(weights_are_told_as_shares_of_100),
        cmocka_unit_test(nothing_at_all_is_one_quiet_line),
    };
    return SECTIONCASE_MAIN(tests);
}
