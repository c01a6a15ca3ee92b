#include "layout/chartvalues.h"
#include "layout/style.h"
#include "monthcase.h"

static struct ink ink;
static struct chartmonths m;
static struct chartvalues values;

static void placed(void) {
    ink = new_ink();
    m = chartmonths_make(&ink, &month_chart.as.columns, month_place, MM(30), true);
    chartvalues_place(&m, &values);
}

static const struct chartvalue *the_value(const char *text) {
    static const struct chartvalue none;
    for (size_t i = 0; i < values.count; i++)
        if (strcmp(values.items[i].text, text) == 0)
            return &values.items[i];
    fail_msg("no label %s", text);
    return &none;
}

static void no_label_on_a_plate_lies_on_an_outline_a_column_or_the_red_flag(void **state) {
    (void)state;
    fill_months(CHART_COLUMNS);
    for (size_t i = 12; i < 24; i++) {
        months[i].plan.at = 5.2;
        months[i].actual.label = months[i].forecast.label = "5\u202F000.0";
        months[i].has_red = true;
        months[i].red = 5.3;
    }
    placed();
    assert_true(values.count > 3);
    for (size_t k = 0; k < values.count; k++) {
        for (size_t i = 0; i < 24; i++) {
            struct rect plan;
            double red = 0;
            const struct rect box = values.items[k].box;
            if (chartmonths_plan(&m, i, &plan))
                assert_false(chartink_overlap(box, plan));
            if (!chartmonths_red(&m, i, &red))
                continue;
            const struct rect line = {chartmonths_x(&m, i), chartink_at(&m.value, red), m.pitch, 1};
            assert_false(chartink_overlap(box, line));
        }
    }
}

static void in_wide_tall_columns_labels_are_white_inside(void **state) {
    (void)state;
    fill_months(CHART_COLUMNS);
    placed();
    const struct chartvalue *actual = the_value("5.0");
    assert_int_equal(actual->colour, WHITE);
    assert_false(actual->plate);
    assert_true(actual->box.y > chartink_at(&m.value, 5.0));
    assert_int_equal(the_value("4.0")->colour, GREY);
}

static void a_forecast_stands_in_the_white_end_of_its_column_if_it_fits(void **state) {
    (void)state;
    fill_months(CHART_COLUMNS);
    for (size_t i = 18; i < 24; i++)
        months[i].forecast.label = "5";
    placed();
    const struct chartvalue *inside = the_value("5");
    const struct rect column = chartmonths_column(&m, 18, 4.5);
    assert_true(inside->plate);
    assert_int_equal(inside->box.y, column.y);
    assert_int_equal(inside->box.w, column.w);
    assert_true(inside->box.h < column.h);
    for (size_t i = 18; i < 24; i++)
        months[i].forecast.label = "45.0";
    placed();
    const struct chartvalue *wide = the_value("45.0");
    assert_true(wide->box.y + wide->box.h <= chartink_at(&m.value, 4.8));
}

static void the_highest_label_is_known(void **state) {
    (void)state;
    fill_months(CHART_COLUMNS);
    placed();
    mp top = m.axis;
    for (size_t i = 0; i < values.count; i++)
        top = length_min(top, values.items[i].box.y);
    assert_int_equal(values.top, top);
    memset(months, 0, sizeof months);
    placed();
    assert_int_equal(values.count, 0);
    assert_int_equal(values.top, m.axis);
}

static void below_zero_labels_stand_at_the_lower_end(void **state) {
    (void)state;
    fill_months(CHART_COLUMNS);
    for (size_t i = 0; i < 24; i++)
        months[i] = (struct chart_month){.initial = "J", .actual = {true, -4, "\u22124 000"}};
    months[23].actual.label = "\u2212last";
    month_chart.as.columns.has_red = false;
    placed();
    const struct rect column = chartmonths_column(&m, 23, -4);
    const struct chartvalue *last = the_value("\u2212last");
    assert_true(last->box.y >= column.y + column.h);
    assert_true(last->box.y + last->box.h <= m.axis); /* above the names of the months */
}

static void a_label_driven_far_from_its_column_is_tied_to_it(void **state) {
    (void)state;
    fill_months(CHART_COLUMNS);
    month_chart.as.columns.has_red = false;
    for (size_t i = 0; i < 24; i++)
        months[i] = (struct chart_month){.initial = "J", .actual = {true, 9, "9 000.0"}};
    months[12].actual = (struct chart_value){true, 3, "3 000.0"};
    placed();
    const struct chartvalue *low = the_value("3 000.0");
    const struct rect column = chartmonths_column(&m, 12, 3);
    assert_true(low->tied);
    assert_int_equal(low->from.y, column.y);
    assert_int_equal(low->from.x, column.x + column.w / 2);
    assert_int_equal(low->to.y, low->box.y + low->box.h);
    assert_false(the_value("9 000.0")->tied);
}

static void a_label_above_its_plan_is_tied_to_its_column_too(void **state) {
    (void)state;
    fill_months(CHART_COLUMNS);
    month_chart.as.columns.has_red = false;
    months[17].actual = (struct chart_value){true, 2, "2 000.0"};
    placed();
    const struct chartvalue *value = the_value("2 000.0");
    assert_true(value->box.y + value->box.h <= chartink_at(&m.value, months[17].plan.at));
    assert_true(value->tied);
}

static void a_value_of_nought_has_a_mark_and_its_label_stands_in_the_plan(void **state) {
    (void)state;
    fill_months(CHART_COLUMNS);
    month_chart.as.columns.has_red = false;
    months[12].actual = (struct chart_value){true, 0, "0"};
    months[12].plan = (struct chart_value){true, 5, NULL};
    placed();
    const struct rect column = chartmonths_column(&m, 12, 0);
    assert_true(column.h > 0);
    assert_int_equal(column.y + column.h, chartink_at(&m.value, 0));
    struct rect plan;
    assert_true(chartmonths_plan(&m, 12, &plan));
    const struct chartvalue *nought = the_value("0");
    assert_false(nought->tied);
    assert_true(nought->box.y + nought->box.h < column.y);
    assert_true(column.y - nought->box.y < MM(4));
    assert_true(nought->box.x > plan.x && nought->box.x + nought->box.w < plan.x + plan.w);
}

static void no_label_leaves_the_chart(void **state) {
    (void)state;
    fill_months(CHART_COLUMNS);
    months[0].actual = (struct chart_value){true, 9, "9\u202F200\u202F000"};
    placed();
    const struct chartvalue *first = the_value("9\u202F200\u202F000");
    assert_int_equal(first->box.x, month_place.x);
    for (size_t i = 0; i < values.count; i++)
        assert_true(values.items[i].box.x >= month_place.x);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        CASE(no_label_on_a_plate_lies_on_an_outline_a_column_or_the_red_flag),
        CASE(in_wide_tall_columns_labels_are_white_inside),
        CASE(a_forecast_stands_in_the_white_end_of_its_column_if_it_fits),
        CASE(the_highest_label_is_known),
        CASE(below_zero_labels_stand_at_the_lower_end),
        CASE(a_label_driven_far_from_its_column_is_tied_to_it),
        CASE(a_label_above_its_plan_is_tied_to_its_column_too),
        CASE(a_value_of_nought_has_a_mark_and_its_label_stands_in_the_plan),
        CASE(no_label_leaves_the_chart)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
