#include "assess/alignment.h"
#include "partcase.h"
#include "report/cascadematrix.h"

PART(alignment)

static const struct chart_matrix *matrix(const struct section *section, size_t n) {
    const struct chart *chart = partcase_block(section, BLOCK_CHART, n)->chart;
    assert_int_equal(chart->kind, CHART_MATRIX);
    return &chart->as.matrix;
}

static size_t column_of(const struct chart_matrix *chart, const char *id) {
    size_t i = 0;
    while (i < chart->column_count && strcmp(chart->heads[i], id) != 0)
        i++;
    assert_true(i < chart->column_count);
    return i;
}

static void every_link_stands_in_the_cell_of_its_unit_and_objective(void **state) {
    struct reportcase *c = *state;
    const struct chart_matrix *chart = matrix(built(c), 0);
    size_t links = 0;
    for (size_t i = 0; i < c->plan->objectives.count; i++)
        if (c->plan->objectives.items[i].state == STATE_ACTIVE)
            links += c->plan->objectives.items[i].supports.count;
    size_t told = 0;
    for (size_t i = 0; i < chart->column_count; i++)
        told += (size_t)(chart->totals[i].text[0] - '0');
    assert_int_equal(told, links);
    assert_int_equal(chart->row_count, 5);
    assert_string_equal(chart->rows[4].name, "Digital & Data");
    assert_string_equal(chart->rows[4].cells[column_of(chart, "P2")].label, "I");
    assert_string_equal(chart->rows[1].cells[column_of(chart, "C1")].label, "C");
    assert_string_equal(chart->rows[1].cells[column_of(chart, "D1")].label, "S");
    assert_string_equal(chart->rows[0].cells[column_of(chart, "I2")].label, "2");
    assert_true(chart->totals[column_of(chart, "C2")].bad);
}

static void traced_objectives_are_those_of_the_assessment(void **state) {
    struct reportcase *c = *state;
    const struct chart_matrix *chart = matrix(built(c), 0);
    const struct alignment_result *root = &c->assessment->alignment[0];
    assert_ptr_equal(root->unit, plan_root(c->plan));
    assert_string_equal(chart->total_ends[0].text,
                        arena_printf(c->arena, "%d of %d", root->traced, root->objectives));
}

static void the_heat_map_shows_status_and_score_of_each_unit(void **state) {
    struct reportcase *c = *state;
    const struct chart_matrix *chart = matrix(built(c), 1);
    assert_int_equal(chart->row_count, c->plan->units.count);
    for (size_t i = 0; i < chart->row_count; i++) {
        const struct group_result *unit = &c->assessment->units[i];
        assert_string_equal(chart->rows[i].name, unit->unit->name);
        assert_string_equal(chart->rows[i].cells[0].label, compose_score(&c->report, unit->score));
        assert_int_equal(chart->rows[i].cells[0].mark, compose_mark(unit->status));
    }
}

static void shares_stand_beside_the_base_rates_turned_round(void **state) {
    struct reportcase *c = *state;
    const struct section *section = built(c);
    const struct table_block *table = partcase_block(section, BLOCK_TABLE, 1)->table;
    const struct table_row *row = partcase_row(table, 0, "Budget linked to the strategy");
    assert_non_null(row);
    if (!row)
        return;
    const struct chart_rate *rate = &row->cells.items[1].chart->as.rate;
    struct decimal share;
    const struct alignment_result *root = &c->assessment->alignment[0];
    assert_true(alignment_share(root->linked, root->budget, &share));
    assert_true(rate->own.at == decimal_double(share));
    assert_true(rate->base.at == 40.0);
    row = partcase_row(table, 0, "The same, beside the front line");
    assert_non_null(row);
    if (row)
        assert_string_equal(row->cells.items[1].chart->as.rate.base.label, "<10");
    assert_says(partcase_text(c), "Kaplan & Norton (2005)");
}

static void what_lacks_a_link_is_named(void **state) {
    struct reportcase *c = *state;
    built(c);
    assert_says(partcase_text(c), "Report reference tests within 48 hours");
    assert_says(partcase_text(c), "Fixed sites, whole blood, CAD 58.4 m");
    assert_says(partcase_text(c), "Seven of eight unit objectives and 42");
}

static void a_unit_without_units_stands_beside_the_one_above(void **state) {
    struct reportcase *c = *state;
    c->report.unit = plan_unit(c->plan, "COL");
    const struct chart_matrix *chart = matrix(built(c), 0);
    assert_int_equal(chart->row_count, 1);
    assert_string_equal(chart->rows[0].name, "Blood & Plasma Collection");
    assert_string_equal(chart->rows[0].cells[column_of(chart, "I2")].label, "2");
    partcase_restore(c);
}

static void an_organization_without_units_and_budget_has_one_quiet_line(void **state) {
    struct reportcase *c = *state;
    struct plan plan = *c->plan;
    struct assessment judged;
    partcase_plan(c, &plan, &judged);
    plan.units.count = 1;
    judged.alignment = arena_array(c->arena, 1, sizeof *judged.alignment);
    judged.alignment[0].unit = &plan.units.items[0];
    is_quiet(c, "No units, budget lines");
    partcase_restore(c);
}

static void many_objectives_turn_the_page(void **state) {
    struct reportcase *c = *state;
    enum { MANY = 60 };
    struct plan plan = *c->plan;
    struct assessment judged;
    partcase_plan(c, &plan, &judged);
    plan.objectives.items = arena_array(c->arena, MANY, sizeof *plan.objectives.items);
    for (size_t i = 0; i < MANY; i++) {
        plan.objectives.items[i] = c->plan->objectives.items[i % 20];
        plan.objectives.items[i].name = PARTCASE_LONG;
    }
    plan.objectives.count = MANY;
    const struct section *section = built(c);
    assert_int_equal(section->orientation, LANDSCAPE);
    assert_int_equal(matrix(section, 0)->column_count + matrix(section, 1)->column_count, MANY);
    assert_in_range(pages_of(c), 2, 5);
    partcase_restore(c);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_link_stands_in_the_cell_of_its_unit_and_objective),
        cmocka_unit_test(traced_objectives_are_those_of_the_assessment),
        cmocka_unit_test(the_heat_map_shows_status_and_score_of_each_unit),
        cmocka_unit_test(shares_stand_beside_the_base_rates_turned_round),
        cmocka_unit_test(what_lacks_a_link_is_named),
        cmocka_unit_test(a_unit_without_units_stands_beside_the_one_above),
        cmocka_unit_test(an_organization_without_units_and_budget_has_one_quiet_line),
        cmocka_unit_test(many_objectives_turn_the_page),
    };
    return cmocka_run_group_tests(tests, reportcase_sample, reportcase_close);
}
