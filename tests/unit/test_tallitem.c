#include "layout/tallitem.h"
#include "layoutcase.h"

static const char *told(const struct galley_item *item) {
    section->name = "Benefits";
    tallitem_report(&composer, section, item);
    size_t count = 0;
    const struct diag *found = diags_sorted(diags, &count);
    assert_int_equal(count, 1);
    return found[0].message;
}

static void a_row_is_told_by_its_own_words_and_its_table(void **state) {
    (void)state;
    struct table_block *block = add_table(2);
    struct row_box rows[2] = {{.row = &block->rows.items[0]}, {.row = &block->rows.items[1]}};
    struct table_flow table = {.block = block, .rows = rows, .row_count = 2};
    const struct galley_item item = {.kind = GALLEY_ROW, .line = 1, .as.table = &table};
    assert_non_null(strstr(told(&item), "the row 'R1' of the table 'Rows'"));
}

static void anything_else_by_its_title_or_its_section(void **state) {
    (void)state;
    assert_non_null(strstr(told(&(struct galley_item){.kind = GALLEY_CHART}), "Benefits"));
}

int main(void) {
    const struct CMUnitTest tests[] = {CASE(a_row_is_told_by_its_own_words_and_its_table),
                                       CASE(anything_else_by_its_title_or_its_section)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
