#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "workbook/fieldcheck.h"
#include "workbook/schemadoc.h"
#include <string.h>

static void every_sheet_and_column_is_told(void **state) {
    (void)state;
    struct arena *arena = arena_new(0, NULL, NULL);
    struct textbuf out;
    textbuf_init(&out, arena);
    schemadoc_markdown(&out);
    const char *at = textbuf_text(&out);
    for (int s = 0; s < SHEET_COUNT; s++) {
        const struct schema_sheet_def *sheet = schema_sheet((enum schema_sheet)s);
        at = strstr(at, arena_printf(arena, "\n### %s\n", sheet->title));
        if (!at)
            fail_msg("no chapter on %s in its place", sheet->title);
        for (size_t c = 0; c < sheet->column_count; c++) {
            at = strstr(at, arena_printf(arena, "\n| **%s**", sheet->columns[c].title));
            if (!at)
                fail_msg("no row on %s of %s in its place", sheet->columns[c].title, sheet->title);
        }
    }
    arena_free(arena);
}

static void the_plain_list_has_a_line_a_column(void **state) {
    (void)state;
    struct arena *arena = arena_new(0, NULL, NULL);
    struct textbuf out;
    textbuf_init(&out, arena);
    schemadoc_text(&out);
    assert_non_null(strstr(textbuf_text(&out), "\n  Measure ID *: an id of its own, on no other "
                                               "row. Id of the measure. (M1)\n"));
    assert_null(strchr(textbuf_text(&out), '`'));
    arena_free(arena);
}

static const char *rule_of(struct arena *arena, enum schema_sheet sheet, int column) {
    struct textbuf out;
    textbuf_init(&out, arena);
    schemadoc_rule(&schema_sheet(sheet)->columns[column], &out);
    return textbuf_text(&out);
}

static void a_rule_names_choices_targets_and_units(void **state) {
    (void)state;
    struct arena *arena = arena_new(0, NULL, NULL);
    assert_string_equal(rule_of(arena, SHEET_MEASURES, COLUMN_MEASURES_POLARITY),
                        "one of `higher`, `lower`, `range`, `binary`, `info`");
    assert_string_equal(rule_of(arena, SHEET_OBJECTIVES, COLUMN_OBJECTIVES_SUPPORTS),
                        "ids divided by `;` of the sheet Objectives");
    assert_string_equal(rule_of(arena, SHEET_COMMENTARY, COLUMN_COMMENTARY_LINKED),
                        "an id of any sheet");
    assert_string_equal(rule_of(arena, SHEET_STAFFING, COLUMN_STAFFING_FTE), "a number; unit: FTE");
    arena_free(arena);
}

/* What the guide shows as an example must pass the check it explains. */
static void every_example_of_the_table_is_good(void **state) {
    (void)state;
    struct arena *arena = arena_new(0, NULL, NULL);
    struct diags *diags = diags_new(arena);
    struct fieldcheck check = {.arena = arena, .diags = diags, .fiscal = {.start_month = 1}};
    for (int s = 0; s < SHEET_COUNT; s++) {
        const struct schema_sheet_def *sheet = schema_sheet((enum schema_sheet)s);
        for (size_t c = 0; c < sheet->column_count; c++) {
            const struct schema_column *column = &sheet->columns[c];
            struct cell cell = {.kind = CELL_TEXT, .row = 2, .col = 1, .text = column->example};
            struct field field = {.filled = false};
            fieldcheck_read(&check, column, &cell, (struct place){.file = "example"}, &field);
            if (!field.filled || field.wrong)
                fail_msg("%s, %s: '%s' is no example", sheet->title, column->title,
                         column->example);
        }
    }
    assert_int_equal(diags_count(diags, DIAG_NOTE), 0);
    arena_free(arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_sheet_and_column_is_told),
        cmocka_unit_test(the_plain_list_has_a_line_a_column),
        cmocka_unit_test(a_rule_names_choices_targets_and_units),
        cmocka_unit_test(every_example_of_the_table_is_good),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
