#include "partcase.h"

PART(risks)

static const struct chart_riskmap *map(const struct section *section) {
    const struct chart *chart = partcase_block(section, BLOCK_CHART, 0)->chart;
    assert_int_equal(chart->kind, CHART_RISKMAP);
    return &chart->as.riskmap;
}

static const struct risk *risk_of(const struct plan *plan, const char *id) {
    static const struct risk none;
    for (size_t i = 0; i < plan->risks.count; i++)
        if (strcmp(plan->risks.items[i].id, id) == 0)
            return &plan->risks.items[i];
    fail_msg("no such risk");
    return &none;
}

static void the_map_shows_every_open_risk_as_it_is_rated(void **state) {
    struct reportcase *c = *state;
    const struct chart_riskmap *chart = map(built(c));
    size_t open = 0;
    for (size_t i = 0; i < c->plan->risks.count; i++)
        open += !c->plan->risks.items[i].closed;
    assert_int_equal(chart->count, open);
    for (size_t i = 0; i < chart->count; i++) {
        const struct risk *risk = risk_of(c->plan, chart->risks[i].id);
        assert_int_equal(chart->risks[i].likelihood, risk->residual_likelihood);
        assert_int_equal(chart->risks[i].impact, risk->residual_impact);
        assert_int_equal(chart->risks[i].above,
                         risk->residual_likelihood * risk->residual_impact > risk->appetite);
        assert_true(i == 0 || strcmp(chart->risks[i - 1].id, chart->risks[i].id) < 0);
    }
}

static void what_lies_above_appetite_comes_first_with_its_cause(void **state) {
    struct reportcase *c = *state;
    const struct section *section = built(c);
    const struct table_block *above = partcase_block(section, BLOCK_TABLE, 0)->table;
    const struct table_block *table = partcase_block(section, BLOCK_TABLE, 1)->table;
    assert_int_equal(above->rows.count, 5);
    assert_string_equal(partcase_cell(&above->rows.items[0], 1), "16 against 9. ");
    for (size_t i = 0; i < above->rows.count; i++)
        assert_string_equal(partcase_cell(&above->rows.items[i], 0),
                            partcase_cell(&table->rows.items[i], 0));
    assert_says(partcase_text(c), "Five of nine risks are above appetite, and four of them are "
                                  "getting worse");
}

static void controls_are_counted_and_the_oldest_test_is_told(void **state) {
    struct reportcase *c = *state;
    const struct section *section = built(c);
    const struct table_row *row =
        partcase_row(partcase_block(section, BLOCK_TABLE, 1)->table, 0, "R-06");
    assert_non_null(row);
    if (!row)
        return;
    assert_string_equal(partcase_cell(row, 7), "1 of 2");
    assert_string_equal(partcase_cell(row, 8), "17 Mar");
}

static void a_control_that_was_not_tested_for_a_year_stands_out(void **state) {
    struct reportcase *c = *state;
    struct plan plan = *c->plan;
    struct assessment judged;
    partcase_plan(c, &plan, &judged);
    const struct risk *risk = risk_of(c->plan, "R-06");
    assert_int_equal(risk->controls.count, 2);
    struct control *control = risk->controls.items[0];
    const struct date tested = control->last_tested;
    control->last_tested = (struct date){2025, 9, 29};
    const struct section *section = built(c);
    const struct table_row *row =
        partcase_row(partcase_block(section, BLOCK_TABLE, 1)->table, 0, "R-06");
    assert_non_null(row);
    if (row)
        assert_int_equal(row->cells.items[8].colour, BAD_TEXT);
    control->last_tested = (struct date){2025, 9, 30}; /* a year ago to the day */
    section = built(c);
    row = partcase_row(partcase_block(section, BLOCK_TABLE, 1)->table, 0, "R-06");
    if (row)
        assert_int_not_equal(row->cells.items[8].colour, BAD_TEXT);
    control->last_tested = tested;
    partcase_restore(c);
}

static void a_closed_risk_is_named_but_not_drawn(void **state) {
    struct reportcase *c = *state;
    const struct chart_riskmap *chart = map(built(c));
    for (size_t i = 0; i < chart->count; i++)
        assert_string_not_equal(chart->risks[i].id, "R-10");
    assert_says(partcase_text(c), "Closed, not in the picture: R-10");
}

static void a_unit_has_the_risks_of_its_objectives(void **state) {
    struct reportcase *c = *state;
    c->report.unit = plan_unit(c->plan, "DIG");
    const struct chart_riskmap *chart = map(built(c));
    assert_int_equal(chart->count, 1);
    assert_string_equal(chart->risks[0].id, "R-05");
    c->report.unit = plan_unit(c->plan, "PEO");
    is_quiet(c, "No risks recorded.");
    partcase_restore(c);
}

static void many_risks_with_long_names_go_on_over_pages(void **state) {
    struct reportcase *c = *state;
    enum { MANY = 80 };
    struct plan plan = *c->plan;
    struct assessment judged;
    partcase_plan(c, &plan, &judged);
    plan.risks.items = arena_array(c->arena, MANY, sizeof *plan.risks.items);
    for (size_t i = 0; i < MANY; i++) {
        plan.risks.items[i] = c->plan->risks.items[i % 9];
        plan.risks.items[i].name = plan.risks.items[i].owner = PARTCASE_LONG;
        plan.risks.items[i].id = arena_printf(c->arena, "R-%zu", i);
    }
    plan.risks.count = MANY;
    assert_in_range(pages_of(c), 6, 24);
    partcase_restore(c);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_map_shows_every_open_risk_as_it_is_rated),
        cmocka_unit_test(what_lies_above_appetite_comes_first_with_its_cause),
        cmocka_unit_test(controls_are_counted_and_the_oldest_test_is_told),
        cmocka_unit_test(a_control_that_was_not_tested_for_a_year_stands_out),
        cmocka_unit_test(a_closed_risk_is_named_but_not_drawn),
        cmocka_unit_test(a_unit_has_the_risks_of_its_objectives),
        cmocka_unit_test(many_risks_with_long_names_go_on_over_pages),
    };
    return cmocka_run_group_tests(tests, reportcase_sample, reportcase_close);
}
