#include "layout/charttable.h"
#include "monthcase.h"
#include "wordcase.h"

/* What is kept together: heading, table and note. */
static const struct block_list *kept_of(const struct charttable *figures) {
    const size_t before = section->blocks.items.count;
    charttable_add(document, &section->blocks, figures, &english);
    assert_int_equal(section->blocks.items.count, before + 1);
    assert_int_equal(section->blocks.items.items[before]->kind, BLOCK_KEEP);
    return &section->blocks.items.items[before]->children;
}

static const struct table_block *added(const struct chart *chart) {
    const struct block_list *kept =
        kept_of(&(struct charttable){.chart = chart, .name = "Cover", .anchor = "figures-cover"});
    assert_string_equal(kept->items.items[0]->anchor, "figures-cover");
    return kept->items.items[1]->table;
}

static const char *cell_text(const struct table_block *table, size_t row, size_t column) {
    const struct table_cell *cell = &table->rows.items[row].cells.items[column];
    return cell->paragraphs.items[0].items.items[0].text;
}

static void the_caption_links_to_the_table(void **state) {
    (void)state;
    fill_months(CHART_COLUMNS);
    struct block *block = block_add(document, &section->blocks, BLOCK_CHART);
    month_chart.height = MM(60);
    month_chart.alt = "Cover";
    block->chart = &month_chart;
    content_text(arena, &block->content, "Cover");
    charttable_link(document, &block->content, "figures-cover", &english);
    kept_of(&(struct charttable){
        .chart = &month_chart, .name = "Figures of cover", .anchor = "figures-cover"});
    const struct scene *scene = laid_out();
    assert_int_equal(scene->pages.items[0].links.count, 1);
    assert_int_equal(scene->pages.items[0].links.items[0].page, 0);
    assert_int_equal(count_tags(scene, TAG_TABLE), 2); /* a year each */
    assert_int_equal(count_tags(scene, TAG_FIGURE), 1);
    assert_int_equal(diags_count(diags, DIAG_WARNING), 0);
}

static void a_waterfall_lists_its_steps_and_ends_with_the_total(void **state) {
    (void)state;
    static const struct chart_step steps[] = {{"Scope cut", -2, "\u22122.0", EFFECT_BAD}};
    const struct chart chart = {.kind = CHART_WATERFALL,
                                .as.waterfall = {.from_name = "Case",
                                                 .to_name = "Forecast",
                                                 .from = {true, 14.2, "14.2"},
                                                 .to = {true, 12.2, "12.2"},
                                                 .steps = steps,
                                                 .count = 1}};
    const struct table_block *table = added(&chart);
    assert_int_equal(table->rows.count, 3);
    assert_string_equal(cell_text(table, 1, 1), "\u22122.0");
    assert_int_equal(table->rows.items[2].kind, ROW_TOTAL);
    assert_string_equal(cell_text(table, 2, 1), "12.2");
}

static void risks_show_both_ratings_and_their_position(void **state) {
    (void)state;
    static const struct chart_risk risks[] = {{"R1", 4, 4, 5, 4, true}, {"R2", 2, 1, 0, 0, false}};
    const struct chart chart = {.kind = CHART_RISKMAP, .as.riskmap = {.risks = risks, .count = 2}};
    const struct table_block *table = added(&chart);
    assert_string_equal(cell_text(table, 0, 1), "5\u00A0\u00D7\u00A04\u00A0=\u00A020");
    assert_string_equal(cell_text(table, 0, 3), "above");
    assert_int_equal(table->rows.items[0].cells.items[3].style, STYLE_DENSE_BOLD);
    assert_string_equal(cell_text(table, 1, 1), "\u2013");
    assert_string_equal(cell_text(table, 1, 3), "within");
}

static void a_matrix_keeps_its_rows_columns_and_totals(void **state) {
    (void)state;
    static const char *const heads[] = {"S1", "S2"};
    static const char *const end_heads[] = {"Traced"};
    static const struct chart_matrix_cell cells[] = {{.label = "3", .level = 3}, {.label = NULL}};
    static const struct chart_matrix_text ends[] = {{"3 of 3", false, false}};
    static const struct chart_matrix_row rows[] = {{"HR", cells, ends}};
    static const struct chart_matrix_text totals[] = {{"3", true, false}, {"0", true, true}};
    const struct chart chart = {.kind = CHART_MATRIX,
                                .as.matrix = {.heads = heads,
                                              .column_count = 2,
                                              .rows = rows,
                                              .row_count = 1,
                                              .end_heads = end_heads,
                                              .end_count = 1,
                                              .total_name = "All",
                                              .totals = totals,
                                              .total_ends = ends}};
    const struct table_block *table = added(&chart);
    assert_int_equal(table->columns.count, 4);
    assert_int_equal(table->rows.count, 2);
    assert_string_equal(cell_text(table, 0, 2), "\u2013"); /* the picture shows nothing there */
    assert_string_equal(cell_text(table, 1, 2), "0");
    assert_string_equal(cell_text(table, 1, 0), "All");
    assert_string_equal(cell_text(table, 1, 3), "3 of 3");
}

/* Of so many columns with that head and an end; gives its tables, as many as *count says. */
static const struct block_list *wide_matrix(size_t columns, const char *head, size_t *count) {
    const char **heads = arena_array(arena, columns, sizeof *heads);
    struct chart_matrix_cell *cells = arena_array(arena, columns, sizeof *cells);
    struct chart_matrix_text *totals = arena_array(arena, columns, sizeof *totals);
    static const char *const end_heads[] = {"Traced"};
    static const struct chart_matrix_text ends[] = {{"3 of 3", false, false}};
    for (size_t i = 0; i < columns; i++) {
        heads[i] = head;
        cells[i].label = totals[i].text = arena_printf(arena, "%zu", i);
    }
    const struct chart_matrix_row rows[] = {{"HR", cells, ends}};
    const struct chart chart = {.kind = CHART_MATRIX,
                                .as.matrix = {.heads = heads,
                                              .column_count = columns,
                                              .rows = rows,
                                              .row_count = 1,
                                              .end_heads = end_heads,
                                              .end_count = 1,
                                              .total_name = "All",
                                              .totals = totals,
                                              .total_ends = ends}};
    const struct block_list *kept = kept_of(&(struct charttable){.chart = &chart, .name = "Wide"});
    *count = kept->items.count - 1;
    return kept;
}

static void columns_that_do_not_fit_side_by_side_go_on_below(void **state) {
    (void)state;
    size_t count;
    wide_matrix(24, "C1", &count);
    assert_int_equal(count, 1);
    wide_matrix(24, "Perspective", &count);
    assert_int_equal(count, 3);
    const struct block_list *kept = wide_matrix(40, "C1", &count);
    assert_int_equal(count, 2);
    const struct table_block *first = kept->items.items[1]->table;
    const struct table_block *second = kept->items.items[2]->table;
    assert_int_equal(first->columns.count, 21);
    assert_int_equal(second->columns.count, 22); /* and what stands at its end */
    assert_string_equal(cell_text(first, 0, 20), "19");
    assert_string_equal(cell_text(second, 0, 0), "HR");
    assert_string_equal(cell_text(second, 0, 1), "20");
    assert_string_equal(cell_text(second, 1, 20), "39");
    assert_string_equal(cell_text(second, 1, 21), "3 of 3");
}

static void a_status_is_told_by_shape_letter_and_word(void **state) {
    (void)state;
    static const char *const heads[] = {"Overall", "Donors", "Staff"};
    static const struct chart_matrix_cell cells[] = {
        {.label = "57", .mark = MARK_AMBER, .word = "At risk"},
        {.label = NULL},
        {.label = "\u2013", .mark = MARK_GREY, .word = "No data"}};
    static const struct chart_matrix_row rows[] = {{"Plasma", cells, NULL}};
    const struct chart chart = {
        .kind = CHART_MATRIX,
        .as.matrix = {.heads = heads, .column_count = 3, .rows = rows, .row_count = 1}};
    const struct table_block *table = added(&chart);
    const struct content *content = &table->rows.items[0].cells.items[1].paragraphs.items[0];
    assert_int_equal(content->items.count, 2);
    assert_int_equal(content->items.items[0].kind, INLINE_MARK);
    assert_string_equal(content->items.items[0].text, "A");
    assert_string_equal(content->items.items[0].actual, "At risk");
    assert_string_equal(content->items.items[1].text, "\u00A057");
    assert_string_equal(cell_text(table, 0, 2), "\u2013");
    assert_int_equal(table->rows.items[0].cells.items[3].paragraphs.items[0].items.count, 1);
}

static void a_note_stands_below_its_table(void **state) {
    (void)state;
    fill_months(CHART_COLUMNS);
    const struct block_list *kept = kept_of(&(struct charttable){.chart = &month_chart,
                                                                 .name = "Cover",
                                                                 .about = "%, monthly",
                                                                 .note = "A key",
                                                                 .anchor = "f1"});
    assert_string_equal(kept->items.items[0]->second.items.items[0].text, "%, monthly");
    const struct block *last = kept->items.items[kept->items.count - 1];
    assert_string_equal(last->content.items.items[0].text, "A key");
    assert_int_equal(last->style, STYLE_KEY);
}

static void control_charts_and_scatters_have_tables_too(void **state) {
    (void)state;
    static const struct chart_xmr_point points[] = {
        {.initial = "A", .value = {true, 5, "5.0"}, .signal = true}};
    const struct chart xmr = {
        .kind = CHART_XMR,
        .as.xmr = {
            .points = points, .count = 1, .has_limits = true, .mean = {true, 5, "Mean 5.0"}}};
    const struct table_block *table = added(&xmr);
    assert_int_equal(table->rows.count, 1);
    assert_string_equal(cell_text(table, 0, 2), "signal");
    static const struct chart_pair pairs[] = {{1, 2, NULL, "April 2025", "+1.0", "+2.0"},
                                              {1, 2, NULL, NULL, NULL, NULL}};
    const struct chart scatter = {
        .kind = CHART_SCATTER,
        .as.scatter = {.pairs = pairs, .count = 2, .x_label = "Driver", .y_label = "Outcome"}};
    table = added(&scatter);
    assert_string_equal(table->columns.items[2].head, "Outcome");
    assert_string_equal(cell_text(table, 0, 0), "April 2025");
    assert_string_equal(cell_text(table, 1, 0), "2");
    assert_string_equal(cell_text(table, 1, 2), "\u2013");
}

static void empty_charts_and_bars_beside_numbers_have_none(void **state) {
    (void)state;
    const struct chart empty = {.kind = CHART_LINE};
    const struct chart bar = {.kind = CHART_VARIANCE, .as.variance.value = {true, 1, "1"}};
    assert_false(charttable_has(&empty));
    assert_false(charttable_has(&bar));
    charttable_add(document, &section->blocks, &(struct charttable){.chart = &empty, .name = "No"},
                   &english);
    assert_int_equal(section->blocks.items.count, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {CASE(the_caption_links_to_the_table),
                                       CASE(a_waterfall_lists_its_steps_and_ends_with_the_total),
                                       CASE(risks_show_both_ratings_and_their_position),
                                       CASE(a_matrix_keeps_its_rows_columns_and_totals),
                                       CASE(columns_that_do_not_fit_side_by_side_go_on_below),
                                       CASE(a_status_is_told_by_shape_letter_and_word),
                                       CASE(a_note_stands_below_its_table),
                                       CASE(control_charts_and_scatters_have_tables_too),
                                       CASE(empty_charts_and_bars_beside_numbers_have_none)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
