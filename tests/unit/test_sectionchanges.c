#include "partcase.h"

PART(changes)

static const struct table_row *row_of(const struct section *section, const char *id) {
    const struct table_row *row =
        partcase_row(partcase_block(section, BLOCK_TABLE, 0)->table, 0, id);
    if (!row)
        fail_msg("no request %s", id);
    return row;
}

static const char *last_words(const struct table_row *row) {
    const struct table_cell *cell = &row->cells.items[row->cells.count - 1];
    return cell->paragraphs.items[cell->paragraphs.count - 1].items.items[0].text;
}

static void old_and_new_value_and_who_approved_stand_in_a_row(void **state) {
    struct reportcase *c = *state;
    const struct table_row *row = row_of(built(c), "CR-05");
    assert_string_equal(partcase_cell(row, 1), "M16");
    assert_string_equal(partcase_cell(row, 2),
                        words_number(c->arena, c->report.words, decimal_of(10800), 0, false));
    assert_string_equal(partcase_cell(row, 3),
                        words_number(c->arena, c->report.words, decimal_of(8000), 0, false));
    assert_string_equal(last_words(row), "submitted");
    row = row_of(built(c), "CR-01");
    assert_string_equal(partcase_cell(row, 3), "2.5");
    assert_string_equal(last_words(row), "Board, 19 Mar");
}

static void what_waits_for_a_decision_comes_first(void **state) {
    struct reportcase *c = *state;
    const struct section *section = built(c);
    const struct table_block *table = partcase_block(section, BLOCK_TABLE, 0)->table;
    assert_string_equal(partcase_cell(&table->rows.items[0], 0), "Waiting for a decision");
    assert_string_equal(partcase_cell(&table->rows.items[1], 0), "CR-05");
    assert_string_equal(partcase_cell(&table->rows.items[table->rows.count - 1], 0), "CR-06");
}

static void a_target_that_moved_without_approval_stands_in_the_title(void **state) {
    struct reportcase *c = *state;
    const struct section *section = built(c);
    assert_string_equal(last_words(row_of(section, "CR-08")), "in the figures already");
    assert_says(partcase_text(c),
                "Eight changes were asked for, and one stands in the figures without approval");
    assert_says(partcase_text(c),
                "Days from opening to signed offer: Target (days) stands at 45, was 42");
}

static void figures_have_the_unit_and_the_decimals_of_their_measure(void **state) {
    struct reportcase *c = *state;
    const struct section *section = built(c);
    assert_string_equal(partcase_cell(row_of(section, "CR-01"), 2), "2.0");
    assert_string_equal(partcase_cell(row_of(section, "CR-01"), 3), "2.5");
    assert_says(partcase_text(c), "Target (%), April 2026");
    assert_says(partcase_text(c), "Target (litres), March 2027");
    assert_says(partcase_text(c), "Budget (CAD) ");
    assert_says(partcase_text(c), "May 2026 (%)");
    assert_string_equal(partcase_cell(row_of(section, "CR-06"), 2), "40"); /* a weight */
    assert_says(partcase_text(c), "Weight \u00b7");
}

static void an_approved_value_that_is_not_there_is_told(void **state) {
    struct reportcase *c = *state;
    struct plan plan = *c->plan;
    struct assessment judged;
    partcase_plan(c, &plan, &judged);
    plan.changes.items = arena_array(c->arena, 1, sizeof *plan.changes.items);
    plan.changes.items[0] = c->plan->changes.items[0];
    plan.changes.items[0].new_value = "2.6";
    plan.changes.count = 1;
    const struct section *section = built(c);
    assert_string_equal(last_words(row_of(section, "CR-01")), "not in the figures yet");
    plan.changes.items[0].effective_from = (struct date){2027, 1, 1};
    section = built(c);
    assert_string_equal(last_words(row_of(section, "CR-01")), "from 1 Jan 2027 on");
    partcase_restore(c);
}

static void a_restated_actual_shows_what_it_was_and_who_approved_it(void **state) {
    struct reportcase *c = *state;
    const struct section *section = built(c);
    const struct table_block *table = partcase_block(section, BLOCK_TABLE, 1)->table;
    const struct table_row *row = partcase_row(table, 0, "M23");
    assert_non_null(row);
    if (!row)
        return;
    assert_string_equal(partcase_cell(row, 1), "3.1");
    assert_string_equal(partcase_cell(row, 2), "3.4");
    assert_string_equal(partcase_cell(row, 4), "CR-03, Chief Financial Officer");
}

static void a_unit_without_changes_has_one_quiet_line(void **state) {
    struct reportcase *c = *state;
    c->report.unit = plan_unit(c->plan, "STD");
    is_quiet(c, "No change requests and no restated figures");
    partcase_restore(c);
}

static void many_requests_with_long_names_go_on_over_pages(void **state) {
    struct reportcase *c = *state;
    enum { MANY = 90 };
    struct plan plan = *c->plan;
    struct assessment judged;
    partcase_plan(c, &plan, &judged);
    plan.changes.items = arena_array(c->arena, MANY, sizeof *plan.changes.items);
    for (size_t i = 0; i < MANY; i++) {
        plan.changes.items[i] = c->plan->changes.items[i % c->plan->changes.count];
        plan.changes.items[i].requested_by = plan.changes.items[i].reason = PARTCASE_LONG;
        plan.changes.items[i].new_value = "123456789012.123456";
    }
    plan.changes.count = MANY;
    assert_in_range(pages_of(c), 6, 20);
    partcase_restore(c);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(old_and_new_value_and_who_approved_stand_in_a_row),
        cmocka_unit_test(what_waits_for_a_decision_comes_first),
        cmocka_unit_test(a_target_that_moved_without_approval_stands_in_the_title),
        cmocka_unit_test(figures_have_the_unit_and_the_decimals_of_their_measure),
        cmocka_unit_test(an_approved_value_that_is_not_there_is_told),
        cmocka_unit_test(a_restated_actual_shows_what_it_was_and_who_approved_it),
        cmocka_unit_test(a_unit_without_changes_has_one_quiet_line),
        cmocka_unit_test(many_requests_with_long_names_go_on_over_pages),
    };
    return cmocka_run_group_tests(tests, reportcase_sample, reportcase_close);
}
