#include "layout/chartmatrix.h"
#include "layoutcase.h"

static const struct chart_matrix_group groups[] = {{"Community & Patients", 2}, {"Process", 3}};
static const char *const heads[] = {"S1", "S2", "I1", "I2", "I3"};
static const char *const end_heads[] = {"Traced"};
static struct chart_matrix_cell cells[2][5];
static struct chart_matrix_text ends[2], totals[5], total_end;
static struct chart_matrix_row rows[2];
static struct chart chart;
static const mp left = MM(18), top = MM(20), width = MM(174);

static void fill(void) {
    memset(cells, 0, sizeof cells);
    cells[0][1] = (struct chart_matrix_cell){.label = "3", .level = 3};
    cells[1][4] = (struct chart_matrix_cell){.label = "1", .level = 1};
    ends[0] = (struct chart_matrix_text){"7 of 7", false, false};
    ends[1] = (struct chart_matrix_text){"3 of 6", false, true};
    for (size_t i = 0; i < 5; i++)
        totals[i] = (struct chart_matrix_text){i == 2 ? "0" : "1", true, i == 2};
    total_end = (struct chart_matrix_text){"10 of 13", true, false};
    rows[0] = (struct chart_matrix_row){"Donor Services", cells[0], &ends[0]};
    rows[1] = (struct chart_matrix_row){"HR", cells[1], &ends[1]};
    chart = (struct chart){.kind = CHART_MATRIX,
                           .empty = "No units.",
                           .as.matrix = {.groups = groups,
                                         .group_count = 2,
                                         .heads = heads,
                                         .column_count = 5,
                                         .rows = rows,
                                         .row_count = 2,
                                         .end_heads = end_heads,
                                         .end_count = 1,
                                         .total_name = "Links in all",
                                         .totals = totals,
                                         .total_ends = &total_end}};
}

static void drawn(void) {
    const struct ink ink = new_ink();
    chart.height = chartmatrix_height(&chart.as.matrix);
    chartmatrix_draw(&ink, &chart, (struct rect){left, top, width, chart.height});
    assert_null(scene_problem(composer.scene));
}

static void counts_stand_on_tints_and_nothing_on_pale_cells(void **state) {
    (void)state;
    fill();
    drawn();
    assert_int_equal(count_paths(composer.scene, 0xF4F6F9, false), 8);
    assert_int_equal(count_paths(composer.scene, 0x2B5079, false), 1);
    assert_int_equal(the_word(composer.scene, 0, "3", 0)->as.text.colour, WHITE);
    const struct rect cell = filled_box(composer.scene, 0x2B5079, 0);
    assert_int_equal(cell.w, MM(5.55) - MM(0.4));
    assert_int_equal(cell.h, MM(6.2) - MM(0.4));
}

static void perspectives_have_a_bar_over_their_columns_and_a_gap_between(void **state) {
    (void)state;
    fill();
    drawn();
    const struct rect first = filled_box(composer.scene, style_ramp(0), 0);
    const struct rect second = filled_box(composer.scene, style_ramp(1), 0);
    assert_int_equal(first.y, top);
    assert_int_equal(first.h, MM(1.4));
    assert_true(second.x - first.x - first.w >= MM(1.6) - 2);
    assert_true(first.w >= 2 * MM(5.55) - MM(0.4)); /* or its name */
    the_word(composer.scene, 0, "Process", 0);
    const struct scene_item *head = the_word(composer.scene, 0, "S1", 0);
    assert_near((head->as.text.x + right_end(head)) / 2, first.x + (MM(5.55) - MM(0.4)) / 2, 4);
}

static void a_name_is_not_torn_within_a_word_the_next_perspective_stands_off_for_it(void **state) {
    (void)state;
    fill();
    drawn();
    const struct scene_item *name = the_word(composer.scene, 0, "Community", 0);
    const struct rect next = filled_box(composer.scene, style_ramp(1), 0);
    assert_true(right_end(name) < next.x);
}

static void every_name_stays_under_its_bar_and_apart_from_the_next(void **state) {
    (void)state;
    static const struct chart_matrix_group named[] = {{"Patients", 2}, {"Stewardship", 3}};
    fill();
    chart.as.matrix.groups = named;
    drawn();
    const struct scene_item *first = the_word(composer.scene, 0, "Patients", 0);
    const struct scene_item *last = the_word(composer.scene, 0, "Stewardship", 0);
    const struct rect bars[] = {filled_box(composer.scene, style_ramp(0), 0),
                                filled_box(composer.scene, style_ramp(1), 0)};
    assert_true(right_end(first) <= bars[0].x + bars[0].w);
    assert_true(right_end(last) <= bars[1].x + bars[1].w);
    assert_true(bars[1].x - (bars[0].x + bars[0].w) >= MM(1.5));
}

static void a_total_of_nothing_is_bad_and_the_rule_stands_above(void **state) {
    (void)state;
    fill();
    drawn();
    assert_int_equal(the_word(composer.scene, 0, "0", 0)->as.text.colour, BAD_TEXT);
    assert_int_equal(the_word(composer.scene, 0, "3 of 6", 0)->as.text.colour, BAD_TEXT);
    assert_int_equal(the_word(composer.scene, 0, "7 of 7", 0)->as.text.colour, INK);
    const struct scene_item *total = the_word(composer.scene, 0, "10 of 13", 0);
    assert_int_equal(right_end(total), left + width);
    assert_true(total->as.text.y <= top + chart.height);
    const struct rect rule = path_box(the_path(composer.scene, HEAD_RULE, true, 0));
    assert_int_equal(rule.w, width);
    assert_true(rule.y < total->as.text.y - PT(6));
}

static void statuses_stand_with_shape_and_letter_on_their_tint(void **state) {
    (void)state;
    fill();
    cells[0][0] = (struct chart_matrix_cell){.label = "R", .mark = MARK_RED};
    chart.as.matrix.cell_most = MM(16);
    drawn();
    const struct mark_colours *red = mark_colours(MARK_RED);
    const struct rect cell = filled_box(composer.scene, red->tint, 0);
    const struct rect shape = filled_box(composer.scene, red->solid, 0);
    const struct scene_item *letter = the_word(composer.scene, 0, "R", 0);
    assert_true(shape.x > cell.x && right_end(letter) < cell.x + cell.w);
    assert_true(shape.x + shape.w < letter->as.text.x);
    assert_int_equal(letter->as.text.colour, red->text);
}

static void wide_columns_have_heads_of_several_lines(void **state) {
    (void)state;
    fill();
    static const char *const long_heads[] = {"Community & Patients", "S2", "I1", "I2", "I3"};
    chart.as.matrix.heads = long_heads;
    chart.as.matrix.group_count = 0;
    chart.as.matrix.cell_most = MM(18);
    const mp one = chartmatrix_height(&chart.as.matrix);
    chart.as.matrix.head_lines = 2;
    assert_int_equal(chartmatrix_height(&chart.as.matrix) - one, style_spec(STYLE_KEY)->leading);
    drawn();
    the_word(composer.scene, 0, "Community &", 0);
    the_word(composer.scene, 0, "Patients", 0);
    assert_int_equal(diags_count(diags, DIAG_WARNING), 0);
}

static void a_long_name_takes_two_smaller_lines(void **state) {
    (void)state;
    fill();
    rows[1].name = "Hospital Relations and Community Partnerships of the North and of all its many "
                   "islands";
    drawn();
    assert_null(find_word(composer.scene, 0, rows[1].name));
    size_t small = 0;
    for (size_t i = 0; i < composer.scene->pages.items[0].items.count; i++) {
        const struct scene_item *item = &composer.scene->pages.items[0].items.items[i];
        small += item->kind == SCENE_TEXT && item->as.text.x == left &&
                 item->as.text.size == style_spec(STYLE_DENSE_KEY)->size;
    }
    assert_int_equal(small, 2);
}

static void without_units_it_says_so(void **state) {
    (void)state;
    fill();
    chart.as.matrix.row_count = 0;
    drawn();
    the_word(composer.scene, 0, "No units.", 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        CASE(counts_stand_on_tints_and_nothing_on_pale_cells),
        CASE(perspectives_have_a_bar_over_their_columns_and_a_gap_between),
        CASE(a_name_is_not_torn_within_a_word_the_next_perspective_stands_off_for_it),
        CASE(every_name_stays_under_its_bar_and_apart_from_the_next),
        CASE(a_total_of_nothing_is_bad_and_the_rule_stands_above),
        CASE(statuses_stand_with_shape_and_letter_on_their_tint),
        CASE(wide_columns_have_heads_of_several_lines),
        CASE(a_long_name_takes_two_smaller_lines),
        CASE(without_units_it_says_so)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
