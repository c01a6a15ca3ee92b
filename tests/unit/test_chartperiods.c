#include "layout/chartperiods.h"
#include "monthcase.h"
#include "wordcase.h"

static struct chart_xmr_point points[24];
static struct chart noise;

/* Names of the months, and an XmR chart of the actual ones with three earlier points. */
static void fill(void) {
    fill_months(CHART_COLUMNS);
    for (size_t i = 0; i < 24; i++)
        months[i].name = arena_printf(arena, "Month %zu", i);
    memset(points, 0, sizeof points);
    for (size_t i = 0; i < 21; i++)
        points[i] = (struct chart_xmr_point){
            .name = i < 3 ? arena_printf(arena, "Earlier %zu", i) : months[i - 3].name,
            .value = i < 3 ? (struct chart_value){true, 3, "3.0"} : months[i - 3].actual};
    noise = (struct chart){.kind = CHART_XMR,
                           .as.xmr = {.points = points,
                                      .count = 21,
                                      .year_split = 15,
                                      .mean = {true, 4, "Mean 4.0"},
                                      .lower = {true, 3, "Lower limit 3.0"},
                                      .upper = {true, 5, "Upper limit 5.0"},
                                      .has_limits = true}};
}

static const struct block_list *added(const struct chart *chart, const struct chart *with) {
    struct block *keep = block_add(document, &section->blocks, BLOCK_KEEP);
    chartperiods_add(document, &keep->children, chart, with, "Cover", &english);
    return &keep->children;
}

static const struct table_block *table_of(const struct block_list *list, size_t part) {
    const struct block *block = list->items.items[0];
    return block->kind == BLOCK_TABLE ? block->table
                                      : block->columns.items[part].items.items[0]->table;
}

static const char *cell_text(const struct table_block *table, size_t row, size_t column) {
    const struct table_cell *cell = &table->rows.items[row].cells.items[column];
    return cell->paragraphs.items[0].items.items[0].text;
}

static void two_years_stand_beside_one_another(void **state) {
    (void)state;
    fill();
    months[17].variance_label = "+0.2";
    const struct block_list *list = added(&month_chart, NULL);
    assert_int_equal(list->items.items[0]->kind, BLOCK_COLUMNS);
    const struct table_block *before = table_of(list, 0);
    const struct table_block *now = table_of(list, 1);
    assert_int_equal(before->columns.count, 2); /* no forecast and no plan: no columns of dashes */
    assert_int_equal(before->rows.count, 12);
    assert_string_equal(cell_text(before, 0, 0), "Month 0");
    assert_true(before->rows.items[0].cells.items[0].header);
    assert_string_equal(cell_text(before, 0, 1), "4.0");
    assert_int_equal(now->columns.count, 5);
    assert_string_equal(cell_text(now, 0, 2), "\u2013"); /* no forecast */
    assert_string_equal(cell_text(now, 5, 4), "+0.2");
    assert_string_equal(cell_text(now, 11, 1), "\u2013");
    assert_string_equal(cell_text(now, 11, 2), "4.5");
}

static void a_short_series_is_one_table_with_a_dash_for_each_gap(void **state) {
    (void)state;
    fill();
    month_chart.as.columns.count = 8;
    month_chart.as.columns.year_split = 4;
    months[2].actual = (struct chart_value){0};
    const struct table_block *table = table_of(added(&month_chart, NULL), 0);
    assert_int_equal(table->rows.count, 8);
    assert_int_equal(table->columns.count, 5);
    for (size_t k = 1; k < 5; k++)
        assert_string_equal(cell_text(table, 2, k), "\u2013");
}

static void the_usual_noise_of_the_same_values_stands_in_the_same_table(void **state) {
    (void)state;
    fill();
    points[20].signal = true;
    assert_true(chartperiods_agree(&month_chart, &noise));
    const struct block_list *list = added(&month_chart, &noise);
    const struct table_block *before = table_of(list, 0);
    const struct table_block *now = table_of(list, 1);
    assert_int_equal(before->rows.count, 15); /* with the earlier points */
    assert_string_equal(cell_text(before, 0, 0), "Earlier 0");
    assert_string_equal(cell_text(before, 0, 1), "3.0");
    assert_int_equal(now->columns.count, 6);
    assert_string_equal(cell_text(now, 5, 5), "signal");
    assert_string_equal(cell_text(now, 4, 5), "no");
    assert_string_equal(cell_text(now, 6, 5), "\u2013"); /* nothing to judge yet */
    const struct block *limits = list->items.items[1];
    assert_string_equal(limits->content.items.items[0].text,
                        "Mean 4.0, Lower limit 3.0, Upper limit 5.0");
}

static void other_values_have_a_table_of_their_own(void **state) {
    (void)state;
    fill();
    points[10].value.label = "4.1";
    assert_false(chartperiods_agree(&month_chart, &noise));
    fill();
    points[10].name = "Elsewhere";
    assert_false(chartperiods_agree(&month_chart, &noise));
    fill();
    points[10].name = NULL;
    assert_false(chartperiods_agree(&month_chart, &noise));
    fill();
    noise.as.xmr.count = 3; /* earlier ones only */
    assert_false(chartperiods_agree(&month_chart, &noise));
    assert_false(chartperiods_agree(&noise, &noise));
    fill();
    const struct block_list *list = added(&noise, NULL);
    assert_string_equal(table_of(list, 0)->columns.items[1].head, "Value");
    assert_int_equal(table_of(list, 0)->rows.count + table_of(list, 1)->rows.count, 21);
}

/* A year at the very end of a series is no place to divide it. */
static void parts_are_never_very_unlike(void **state) {
    (void)state;
    fill();
    for (size_t split = 0; split <= 24; split++) {
        month_chart.as.columns.year_split = split;
        const struct block_list *list = added(&month_chart, NULL);
        const size_t first = table_of(list, 0)->rows.count;
        const size_t second = table_of(list, 1)->rows.count;
        assert_int_equal(first + second, 24);
        assert_true(first >= 8 && second >= 8);
    }
}

static void where_two_tables_have_no_room_there_is_one(void **state) {
    (void)state;
    fill();
    for (size_t i = 0; i < 24; i++) {
        months[i].plan.label = months[i].variance_label = "1.0";
        months[i].plan.known = true;
        months[i].forecast = (struct chart_value){true, 1, "1.0"};
    }
    const struct block_list *list = added(&month_chart, &noise);
    assert_int_equal(list->items.items[0]->kind, BLOCK_TABLE);
    assert_int_equal(table_of(list, 0)->rows.count, 27);
}

static void both_tables_lie_within_the_page(void **state) {
    (void)state;
    fill();
    added(&month_chart, &noise);
    const struct scene *scene = laid_out();
    assert_int_equal(count_tags(scene, TAG_TABLE), 2);
    assert_int_equal(diags_count(diags, DIAG_WARNING), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        CASE(two_years_stand_beside_one_another),
        CASE(a_short_series_is_one_table_with_a_dash_for_each_gap),
        CASE(the_usual_noise_of_the_same_values_stands_in_the_same_table),
        CASE(other_values_have_a_table_of_their_own),
        CASE(parts_are_never_very_unlike),
        CASE(where_two_tables_have_no_room_there_is_one),
        CASE(both_tables_lie_within_the_page)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
