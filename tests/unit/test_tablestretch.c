#include "layout/galley.h"
#include "layout/tablestretch.h"
#include "layoutcase.h"

static struct galley *galley_of(size_t rows, mp most) {
    add_table(rows)->row_most = most;
    return galley_make(&composer, &section->blocks, MM(174));
}

static void rows_share_the_room_of_the_page(void **state) {
    (void)state;
    struct galley *galley = galley_of(10, MM(20));
    const mp before = galley->items.items[3].height;
    const mp content = galley->items.items[3].as.table->rows[2].content_top;
    tablestretch_rows(galley, MM(100));
    assert_near(galley_height(galley, 0, galley->items.count), MM(98), 20);
    const mp grown = galley->items.items[3].height - before;
    assert_true(grown > 0);
    assert_near(galley->items.items[3].as.table->rows[2].content_top, content + grown / 2, 2);
}

static void no_row_grows_beyond_its_most(void **state) {
    (void)state;
    struct galley *galley = galley_of(3, MM(7));
    tablestretch_rows(galley, MM(250));
    assert_int_equal(galley->items.items[1].height, MM(7));
}

static void a_table_that_does_not_fit_stays_as_it_is(void **state) {
    (void)state;
    struct galley *galley = galley_of(30, MM(20));
    const mp before = galley_height(galley, 0, galley->items.count);
    tablestretch_rows(galley, MM(100));
    assert_int_equal(galley_height(galley, 0, galley->items.count), before);
}

static void only_tables_that_ask_for_it_grow(void **state) {
    (void)state;
    struct galley *galley = galley_of(3, 0);
    const mp before = galley_height(galley, 0, galley->items.count);
    tablestretch_rows(galley, MM(250));
    assert_int_equal(galley_height(galley, 0, galley->items.count), before);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        CASE(rows_share_the_room_of_the_page), CASE(no_row_grows_beyond_its_most),
        CASE(a_table_that_does_not_fit_stays_as_it_is), CASE(only_tables_that_ask_for_it_grow)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
