#include "export/readback.h"
#include "workbookfixture.h"

/* What is read back of a plan of one sheet with these cells, and the plan. */
struct both {
    struct sheetplan plan;
    struct sheets sheets;
};

static struct both both_of(struct book *book) {
    struct both both = {.plan = {.arena = book->arena}};
    struct sheetplan_sheet *meant = vec_add(book->arena, &both.plan.sheets);
    meant->title = "Units";
    meant->kind = SHEET_UNITS;
    struct sheet *read = vec_add(book->arena, &both.sheets.items);
    read->title = "Units";
    return both;
}

static void mean(struct book *book, struct both *both, struct sheetplan_cell cell) {
    vec_push(book->arena, &both->plan.sheets.items[0].cells, cell);
}

static void read_cell(struct book *book, struct both *both, struct cell cell) {
    vec_push(book->arena, &both->sheets.items.items[0].cells, cell);
}

static bool same(const struct both *both) {
    return readback_same(&both->plan, &both->sheets);
}

static void equal_cells_are_the_same(void **state) {
    struct both both = both_of(*state);
    mean(*state, &both, (struct sheetplan_cell){.row = 1, .col = 1, .text = "a\r\nb\rc"});
    mean(*state, &both, (struct sheetplan_cell){.row = 1, .col = 2, .text = ""});
    mean(*state, &both,
         (struct sheetplan_cell){
             .row = 1, .col = 3, .kind = CELL_NUMBER, .text = "?", .number = decimal_of(2)});
    mean(*state, &both,
         (struct sheetplan_cell){
             .row = 2, .col = 1, .kind = CELL_DATE, .text = "?", .date = {2026, 10, 31}});
    read_cell(*state, &both, (struct cell){.row = 1, .col = 1, .text = "a\nb\nc"});
    read_cell(*state, &both,
              (struct cell){.row = 1, .col = 3, .kind = CELL_NUMBER, .number = decimal_of(2)});
    assert_false(same(&both)); /* the last is not there */
    read_cell(*state, &both,
              (struct cell){.row = 2, .col = 1, .kind = CELL_DATE, .date = {2026, 10, 31}});
    assert_true(same(&both));
    read_cell(*state, &both, (struct cell){.row = 2, .col = 2, .text = "more"});
    assert_false(same(&both));
}

static void another_place_kind_or_value_is_not_the_same(void **state) {
    struct both both = both_of(*state);
    mean(*state, &both,
         (struct sheetplan_cell){
             .row = 1, .col = 1, .kind = CELL_NUMBER, .text = "5", .number = decimal_of(5)});
    struct cell good = {
        .row = 1, .col = 1, .kind = CELL_NUMBER, .text = "5", .number = decimal_of(5)};
    read_cell(*state, &both, good);
    struct cell *cell = &both.sheets.items.items[0].cells.items[0];
    assert_true(same(&both));
    cell->col = 2;
    assert_false(same(&both));
    *cell = good;
    cell->kind = CELL_TEXT;
    assert_false(same(&both));
    *cell = good;
    cell->number = decimal_of(6);
    assert_false(same(&both));
}

static void texts_must_be_equal_to_the_end(void **state) {
    struct both both = both_of(*state);
    mean(*state, &both, (struct sheetplan_cell){.row = 1, .col = 1, .text = "whole\n"});
    read_cell(*state, &both, (struct cell){.row = 1, .col = 1, .text = "whole"});
    assert_false(same(&both));
    both.sheets.items.items[0].cells.items[0].text = "whole\n";
    assert_true(same(&both));
}

static void sheets_must_be_those_of_the_plan(void **state) {
    struct both both = both_of(*state);
    both.sheets.items.items[0].title = "Themes";
    assert_false(same(&both));
    both.sheets.items.items[0].title = "Units";
    both.sheets.items.count = 0;
    assert_false(same(&both));
}

static void prose_is_not_read(void **state) {
    struct both both = both_of(*state);
    both.plan.sheets.items[0].kind = SHEET_NONE;
    mean(*state, &both, (struct sheetplan_cell){.row = 1, .col = 1, .text = "Read me"});
    assert_true(same(&both));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        BOOK_TEST(equal_cells_are_the_same),
        BOOK_TEST(another_place_kind_or_value_is_not_the_same),
        BOOK_TEST(texts_must_be_equal_to_the_end),
        BOOK_TEST(sheets_must_be_those_of_the_plan),
        BOOK_TEST(prose_is_not_read),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
