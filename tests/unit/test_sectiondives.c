#include "assess/signal.h"
#include "partcase.h"

PART(dives)

static void the_worst_objectives_have_a_page_each_critical_ones_first(void **state) {
    struct reportcase *c = *state;
    built(c);
    const struct document *document = c->report.document;
    assert_int_equal(document->sections.count, 3);
    assert_string_equal(document->sections.items[0]->anchor, "dives");
    assert_string_equal(document->sections.items[1]->anchor, "dives:I2");
    assert_string_equal(document->sections.items[2]->anchor, "dives:C3");
    assert_int_equal(pages_of(c), 3);
}

static void a_page_says_how_its_objective_stands(void **state) {
    struct reportcase *c = *state;
    built(c);
    const struct objective_result *result =
        assess_objective(c->assessment, plan_objective(c->plan, "P1"));
    const char *text = partcase_text(c);
    assert_says(text, "Front-line nursing vacancy rate rose to 11.8");
    assert_says(
        text, arena_printf(c->arena, "Score %s of 100", compose_score(&c->report, result->score)));
    assert_says(text, "Discuss a market supplement for nurses");
}

static void the_table_has_the_figures_of_the_assessment(void **state) {
    struct reportcase *c = *state;
    const struct section *section = built(c);
    const struct table_block *table = partcase_block(section, BLOCK_TABLE, 0)->table;
    const struct objective *objective = plan_objective(c->plan, "P1");
    assert_int_equal(table->rows.count, objective->measures.count);
    for (size_t i = 0; i < objective->measures.count; i++) {
        const struct measure_result *result =
            assess_measure(c->assessment, objective->measures.items[i]);
        const struct table_row *row = &table->rows.items[i];
        assert_string_equal(partcase_cell(row, 0), result->measure->name);
        assert_string_equal(
            partcase_cell(row, 2),
            compose_figure(&c->report, result->measure, result->has_actual, result->actual, false));
        assert_int_equal(row->cells.items[6].paragraphs.items[0].items.items[0].mark,
                         compose_mark(result->status));
    }
}

static void a_signal_has_its_chart_and_its_words(void **state) {
    struct reportcase *c = *state;
    const struct section *section = built(c);
    const struct chart *chart = partcase_block(section, BLOCK_CHART, 1)->chart;
    const struct measure *measure = plan_objective(c->plan, "P1")->measures.items[0];
    const struct signal_result *signals = c->assessment->signals[measure - c->plan->measures.items];
    assert_int_equal(chart->kind, CHART_XMR);
    assert_int_equal(chart->as.xmr.count, signals->count);
    assert_true(chart->as.xmr.mean.at == decimal_double(signals->mean));
    assert_true(chart->as.xmr.points[signals->count - 1].signal);
    assert_false(chart->as.xmr.points[0].signal); /* that one is over */
    assert_says(partcase_text(c), "7 values in a row rising, since March 2026");
}

static void initiatives_risks_drivers_and_effects_stand_beside_the_words(void **state) {
    struct reportcase *c = *state;
    built(c);
    const char *text = partcase_text(c);
    assert_says(text, "Nurse recruitment drive");
    assert_says(text, "Nurses leave faster than they are hired");
    assert_says(text, "Agree three-year funding with all regions");
    assert_says(text, "Run every donor session as scheduled");
}

static void without_an_objective_off_track_one_quiet_line_is_enough(void **state) {
    struct reportcase *c = *state;
    c->report.unit = plan_unit(c->plan, "STD");
    is_quiet(c, "No objective needs a closer look");
    partcase_restore(c);
}

static void the_template_says_how_many(void **state) {
    struct reportcase *c = *state;
    const struct template_section template = {.kind = "dives", .name = "Dive", .pages = 1};
    c->report.document = document_new(c->arena);
    section_dives(&c->report, &template);
    assert_int_equal(c->report.document->sections.count, 1);
}

static void an_objective_without_figures_says_so(void **state) {
    struct reportcase *c = *state;
    struct plan plan = *c->plan;
    struct assessment judged;
    partcase_plan(c, &plan, &judged);
    const size_t count = plan.objectives.count;
    judged.objectives = arena_array(c->arena, count, sizeof *judged.objectives);
    memcpy(judged.objectives, c->assessment->objectives, count * sizeof *judged.objectives);
    const struct objective *bare = plan_objective(c->plan, "I7"); /* nothing of it is scored */
    judged.objectives[bare - c->plan->objectives.items].status = STATUS_RED;
    const struct template_section template = {.kind = "dives", .name = "Dive", .pages = 9};
    c->report.document = document_new(c->arena);
    section_dives(&c->report, &template);
    assert_says(partcase_text(c), "No values recorded for its measures");
    partcase_restore(c);
}

static void a_cause_written_the_other_way_has_its_own_paragraph(void **state) {
    struct reportcase *c = *state;
    struct plan plan = *c->plan;
    struct assessment judged;
    partcase_plan(c, &plan, &judged);
    const size_t count = plan.commentaries.count;
    plan.commentaries.items = arena_array(c->arena, count, sizeof *plan.commentaries.items);
    for (size_t i = 0; i < count; i++) {
        struct commentary *one = &plan.commentaries.items[i];
        *one = c->plan->commentaries.items[i];
        one->analysis = "It fell. 7 %.";
        one->cause = "\u05E2\u05D5\u05D1\u05D3\u05D9\u05DD";
        one->outlook = "12 %";
    }
    built(c);
    assert_says(partcase_text(c), "\u05D9\u05DD 12 %"); /* no letters: stays */
    assert_null(strstr(partcase_text(c), "7 %. \u05E2"));
    assert_says(partcase_text(c), "It fell. 7 %.");
    partcase_restore(c);
}

static mp bullets_of(struct reportcase *c) {
    const struct table_block *table = partcase_block(built(c), BLOCK_TABLE, 0)->table;
    assert_int_equal(table->rows.items[0].cells.items[1].chart->width,
                     table->columns.items[1].width);
    return table->columns.items[1].width;
}

static void bullets_give_room_to_long_figures(void **state) {
    struct reportcase *c = *state;
    const mp usual = bullets_of(c);
    struct plan plan = *c->plan;
    struct assessment judged;
    partcase_plan(c, &plan, &judged);
    const size_t count = plan.measures.count;
    judged.measures = arena_array(c->arena, count, sizeof *judged.measures);
    memcpy(judged.measures, c->assessment->measures, count * sizeof *judged.measures);
    const struct measure *lead = plan_objective(c->plan, "P1")->measures.items[0];
    struct measure_result *result = &judged.measures[lead - c->plan->measures.items];
    result->actual = result->forecast = decimal_of(123456789);
    result->has_actual = true;
    const mp narrow = bullets_of(c);
    assert_true(narrow < usual);
    assert_true(narrow >= MM(30));
    result->actual = result->forecast = decimal_of(1234);
    assert_int_equal(bullets_of(c), usual);
    partcase_restore(c);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_worst_objectives_have_a_page_each_critical_ones_first),
        cmocka_unit_test(a_page_says_how_its_objective_stands),
        cmocka_unit_test(the_table_has_the_figures_of_the_assessment),
        cmocka_unit_test(bullets_give_room_to_long_figures),
        cmocka_unit_test(a_signal_has_its_chart_and_its_words),
        cmocka_unit_test(initiatives_risks_drivers_and_effects_stand_beside_the_words),
        cmocka_unit_test(without_an_objective_off_track_one_quiet_line_is_enough),
        cmocka_unit_test(the_template_says_how_many),
        cmocka_unit_test(an_objective_without_figures_says_so),
        cmocka_unit_test(a_cause_written_the_other_way_has_its_own_paragraph),
    };
    return cmocka_run_group_tests(tests, reportcase_sample, reportcase_close);
}
