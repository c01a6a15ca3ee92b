#include "partcase.h"

PART(benefits)

static const struct benefit_total *total_of(const struct assessment *a, enum benefit_type type) {
    for (size_t i = 0; i < a->benefit_total_count; i++)
        if (!a->benefit_totals[i].initiative && a->benefit_totals[i].type == type)
            return &a->benefit_totals[i];
    fail_msg("no such total");
    return NULL;
}

static const struct chart_waterfall *waterfall(const struct section *section) {
    const struct chart *chart = partcase_block(section, BLOCK_CHART, 0)->chart;
    assert_int_equal(chart->kind, CHART_WATERFALL);
    return &chart->as.waterfall;
}

static void the_sum_of_a_type_is_that_of_the_assessment(void **state) {
    struct reportcase *c = *state;
    const struct section *section = built(c);
    const struct benefit_total *total = total_of(c->assessment, BENEFIT_CASHABLE);
    const struct table_block *table = partcase_block(section, BLOCK_TABLE, 0)->table;
    const struct table_row *row = NULL;
    for (size_t i = 0; i < table->rows.count && !row; i++)
        if (table->rows.items[i].kind == ROW_TOTAL)
            row = &table->rows.items[i];
    assert_non_null(row);
    if (!row || !total)
        return;
    assert_string_equal(partcase_cell(row, 3), compose_in_millions(&c->report, total->planned));
    assert_string_equal(partcase_cell(row, 4), compose_in_millions(&c->report, total->realised));
    assert_string_equal(partcase_cell(row, 5), compose_in_millions(&c->report, total->expected));
    assert_int_equal(row->cells.items[7].paragraphs.items[0].items.items[0].mark,
                     compose_mark(total->status));
}

static void the_waterfall_leads_from_the_case_to_the_forecast(void **state) {
    struct reportcase *c = *state;
    const struct chart_waterfall *fall = waterfall(built(c));
    const struct benefit_total *total = total_of(c->assessment, BENEFIT_CASHABLE);
    if (!total)
        return;
    assert_true(fall->from.at == decimal_double(total->planned));
    assert_true(fall->to.at == decimal_double(total->expected));
    assert_true(fall->done.at == decimal_double(total->realised));
    double level = fall->from.at;
    for (size_t i = 0; i < fall->count; i++)
        level += fall->steps[i].change;
    assert_true(level - fall->to.at < 0.01 && fall->to.at - level < 0.01);
    assert_true(fall->steps[0].change < 0); /* the largest loss first */
}

static void the_title_names_what_is_short_most(void **state) {
    struct reportcase *c = *state;
    built(c);
    assert_says(partcase_text(c), "Cashable benefits are forecast CAD 1.1 m short of the case, "
                                  "most of it at Plasma centre build-out");
}

static void a_benefit_without_a_forecast_is_told_and_left_out_of_the_picture(void **state) {
    struct reportcase *c = *state;
    struct assessment judged = *c->assessment;
    const size_t count = c->plan->benefits.count;
    judged.benefits = arena_array(c->arena, count, sizeof *judged.benefits);
    memcpy(judged.benefits, c->assessment->benefits, count * sizeof *judged.benefits);
    judged.benefits[0].has_expected = false;
    c->report.assessment = &judged;
    const struct section *section = built(c);
    assert_int_equal(waterfall(section)->count, 5);
    assert_says(partcase_text(c), "one of six has no forecast");
    assert_says(partcase_text(c), "one benefit without a forecast is left out");
    partcase_restore(c);
}

static void a_unit_without_initiatives_has_one_quiet_line(void **state) {
    struct reportcase *c = *state;
    c->report.unit = plan_unit(c->plan, "STD");
    is_quiet(c, "No benefits recorded.");
    partcase_restore(c);
}

static void many_benefits_with_long_names_go_on_over_pages(void **state) {
    struct reportcase *c = *state;
    enum { MANY = 60 };
    struct plan plan = *c->plan;
    struct assessment judged;
    partcase_plan(c, &plan, &judged);
    plan.benefits.items = arena_array(c->arena, MANY, sizeof *plan.benefits.items);
    judged.benefits = arena_array(c->arena, MANY, sizeof *judged.benefits);
    for (size_t i = 0; i < MANY; i++) {
        plan.benefits.items[i] = c->plan->benefits.items[i % c->plan->benefits.count];
        plan.benefits.items[i].name = PARTCASE_LONG;
        judged.benefits[i] = c->assessment->benefits[i % c->plan->benefits.count];
        judged.benefits[i].benefit = &plan.benefits.items[i];
    }
    plan.benefits.count = MANY;
    const unsigned pages = pages_of(c);
    assert_in_range(pages, 3, 6);
    const struct section *section = built(c);
    assert_int_equal(waterfall(section)->count, CHART_STEPS_MOST);
    partcase_restore(c);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_sum_of_a_type_is_that_of_the_assessment),
        cmocka_unit_test(the_waterfall_leads_from_the_case_to_the_forecast),
        cmocka_unit_test(the_title_names_what_is_short_most),
        cmocka_unit_test(a_benefit_without_a_forecast_is_told_and_left_out_of_the_picture),
        cmocka_unit_test(a_unit_without_initiatives_has_one_quiet_line),
        cmocka_unit_test(many_benefits_with_long_names_go_on_over_pages),
    };
    return cmocka_run_group_tests(tests, reportcase_sample, reportcase_close);
}
