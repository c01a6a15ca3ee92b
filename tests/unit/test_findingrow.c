#include "app/findingrow.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

static int make_arena(void **state) {
    *state = arena_new(0, NULL, NULL);
    return *state ? 0 : -1;
}

static int drop_arena(void **state) {
    arena_free(*state);
    return 0;
}

#define BOOK(rows)                                                                                 \
    "<workbook xmlns='urn:boardpack:strategy-workbook:1' version='1.0'>\n"                         \
    "<organization id='ORG' name='N' currency='CAD' fiscalYearStart='01-01' asOf='2026-10-31'"     \
    " period='2026-10' conventionVersion='1'/>\n<units>\n" rows "</units>\n</workbook>\n"

/* Line 4 and the next. */
static const char by_line[] = BOOK("<unit id='U0' name='A' kind='enterprise'/>\n"
                                   "<unit id='U1' name='B'\n kind='division' parent='U0'/>\n");
static const char by_cell[] =
    BOOK("<unit id='U0' name='A' kind='enterprise' src='My Units!A7'/>\n"
         "<unit id='U1' name='B' kind='division' parent='U0' src='My Units!A9'/>\n");

static const struct workbook *read(struct arena *arena, struct diags *diags, const char *bytes) {
    struct workbook *workbook = NULL;
    assert_int_equal(workbook_read(arena, "a.xml", bytes, strlen(bytes), diags, &workbook),
                     WORKBOOK_READ);
    return workbook;
}

static const char *id_at(void **state, const char *book, struct place place) {
    struct diags *found = diags_new(*state), *mine = diags_new(*state);
    const struct workbook *workbook = read(*state, found, book);
    diag_report(mine, BP3809, place, "T", NULL);
    size_t count;
    const struct diag *all = diags_sorted(mine, &count);
    const struct record *record = findingrow_all(*state, workbook, all, count)[0];
    return record ? findingrow_id(record) : NULL;
}

static void a_finding_belongs_to_the_last_row_that_starts_before_it(void **state) {
    assert_string_equal(id_at(state, by_line, (struct place){"a.xml", 4, 1, NULL, 0, 0}), "U0");
    assert_string_equal(id_at(state, by_line, (struct place){"a.xml", 5, 30, NULL, 0, 0}), "U1");
    assert_string_equal(id_at(state, by_line, (struct place){"a.xml", 6, 2, NULL, 0, 0}), "U1");
    assert_null(id_at(state, by_line, (struct place){"a.xml", 1, 1, NULL, 0, 0}));
    assert_null(id_at(state, by_line, (struct place){"b.xml", 4, 1, NULL, 0, 0}));
    assert_null(id_at(state, by_line, (struct place){0}));
}

static void a_finding_with_a_cell_belongs_to_the_row_of_the_sheet(void **state) {
    struct place place = {"a.xml", 4, 1, "My Units", 9, 3};
    assert_string_equal(id_at(state, by_cell, place), "U1");
    place.row = 7;
    assert_string_equal(id_at(state, by_cell, place), "U0");
    place.row = 8;
    assert_null(id_at(state, by_cell, place));
    place = (struct place){"a.xml", 4, 1, "Units", 9, 3};
    assert_null(id_at(state, by_cell, place));
}

static void each_of_many_findings_gets_its_own_row(void **state) {
    struct diags *found = diags_new(*state), *mine = diags_new(*state);
    const struct workbook *workbook = read(*state, found, by_cell);
    for (uint32_t i = 0; i < 20; i++)
        diag_report(mine, BP3809, (struct place){"a.xml", 30 - i, 1, "My Units", 7 + i % 3, 1}, "T",
                    NULL);
    size_t count;
    const struct diag *all = diags_sorted(mine, &count);
    const struct record **rows = findingrow_all(*state, workbook, all, count);
    for (size_t i = 0; i < count; i++) {
        if (all[i].place.row == 8)
            assert_null(rows[i]);
        else
            assert_string_equal(findingrow_id(rows[i]), all[i].place.row == 7 ? "U0" : "U1");
    }
}

static void a_row_names_its_own_id_and_those_it_refers_to(void **state) {
    struct diags *found = diags_new(*state);
    const struct workbook *workbook = read(*state, found, by_line);
    const struct record *record = &workbook->tables[SHEET_UNITS].records.items[1];
    assert_true(findingrow_names(record, "U1"));
    assert_true(findingrow_names(record, "U0"));
    assert_false(findingrow_names(record, "B"));
    assert_false(findingrow_names(NULL, "U1"));
    assert_null(findingrow_id(NULL));
}

static void without_a_workbook_there_are_no_rows(void **state) {
    struct diags *mine = diags_new(*state);
    diag_report(mine, BP3809, (struct place){"a.xml", 1, 1, NULL, 0, 0}, "T", NULL);
    size_t count;
    const struct diag *all = diags_sorted(mine, &count);
    assert_null(findingrow_all(*state, NULL, all, count)[0]);
}

int main(void) {
    const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, make_arena, drop_arena)
        TEST(a_finding_belongs_to_the_last_row_that_starts_before_it),
        TEST(a_finding_with_a_cell_belongs_to_the_row_of_the_sheet),
        TEST(each_of_many_findings_gets_its_own_row),
        TEST(a_row_names_its_own_id_and_those_it_refers_to),
        TEST(without_a_workbook_there_are_no_rows),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
