#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/bounds.h"
#include "base/diag.h"
#include <stdio.h>
#include <string.h>

static int setup(void **state) {
    *state = arena_new(0, NULL, NULL);
    return *state ? 0 : -1;
}

static int teardown(void **state) {
    arena_free(*state);
    return 0;
}

static struct place at(uint32_t line, uint32_t column) {
    return (struct place){.file = "plan.xml", .line = line, .column = column};
}

static const char *text_of(void **state, struct diags *diags, size_t most) {
    struct textbuf out;
    textbuf_init(&out, *state);
    diags_text(diags, &out, most);
    return textbuf_text(&out);
}

static void a_finding_shows_place_cell_and_hint(void **state) {
    struct diags *diags = diags_new(*state);
    struct place place = at(412, 17);
    place.sheet = "Measures";
    place.row = 14;
    place.col = 4;
    diag_report_hint(diags, BP3104, place, diag_did_you_mean(*state, "O9"), "measure", "M07",
                     "objective", "O99", NULL);
    assert_string_equal(
        text_of(state, diags, 10),
        "plan.xml:412:17: error: measure 'M07' refers to unknown objective 'O99' [BP3104]\n"
        "  at Measures!D14\n"
        "  did you mean 'O9'?\n");
    assert_null(diag_did_you_mean(*state, NULL));
}

static void unknown_parts_of_a_place_are_left_out(void **state) {
    struct diags *diags = diags_new(*state);
    diag_report(diags, BP9001, (struct place){.file = NULL}, "a", "b", NULL);
    diag_report(diags, BP9001, (struct place){.file = "f"}, "a", "b", NULL);
    diag_report(diags, BP9001, (struct place){.file = "f", .line = 3}, "a", "b", NULL);
    assert_string_equal(text_of(state, diags, 10), "error: cannot read 'a': b [BP9001]\n"
                                                   "f: error: cannot read 'a': b [BP9001]\n"
                                                   "f:3: error: cannot read 'a': b [BP9001]\n");
}

static void findings_are_sorted_by_place_then_code_then_order(void **state) {
    struct diags *diags = diags_new(*state);
    struct place other = {.file = "a.xml", .line = 99};
    diag_report(diags, BP9002, at(2, 1), "1", "", NULL);
    diag_report(diags, BP9001, at(2, 1), "2", "", NULL);
    diag_report(diags, BP9001, at(2, 1), "3", "", NULL);
    diag_report(diags, BP9001, at(1, 9), "4", "", NULL);
    diag_report(diags, BP9001, at(1, 10), "5", "", NULL);
    diag_report(diags, BP9001, other, "6", "", NULL);
    size_t count;
    const struct diag *all = diags_sorted(diags, &count);
    char order[16] = "";
    for (size_t i = 0; i < count; i++)
        strncat(order, strchr(all[i].message, '\'') + 1, 1);
    assert_string_equal(order, "645231");
    diag_report(diags, BP9001, at(1, 1), "7", "", NULL);
    all = diags_sorted(diags, &count);
    assert_int_equal(count, 7);
    assert_int_equal(all[1].place.column, 1);
}

static void duplicates_are_kept(void **state) {
    struct diags *diags = diags_new(*state);
    diag_report(diags, BP9001, at(1, 1), "a", "b", NULL);
    diag_report(diags, BP9001, at(1, 1), "a", "b", NULL);
    assert_int_equal(diags_count(diags, DIAG_ERROR), 2);
}

static void errors_beyond_the_cap_are_only_counted(void **state) {
    struct diags *diags = diags_new(*state);
    for (uint32_t i = 0; i < BOUND_DIAGS + 50; i++) {
        assert_int_equal(diags_full(diags), i >= BOUND_DIAGS);
        diag_report(diags, BP9001, at(i + 1, 1), "a", "b", NULL);
    }
    diag_report(diags, BP4001, at(1, 1), "2026-03", NULL);
    size_t count;
    diags_sorted(diags, &count);
    assert_int_equal(count, BOUND_DIAGS + 1);
    assert_int_equal(diags_count(diags, DIAG_ERROR), BOUND_DIAGS + 50);
    assert_int_equal(diags_count(diags, DIAG_NOTE), BOUND_DIAGS + 51);
    const char *text = text_of(state, diags, 3);
    assert_non_null(strstr(text, "\nand 148 more\n"));
    assert_null(strstr(text_of(state, diags, 1000), "\nand 50 more\nand"));
    assert_non_null(strstr(text_of(state, diags, 1000), "\nand 50 more\n"));
}

static void notes_never_fill_the_collection(void **state) {
    struct diags *diags = diags_new(*state);
    for (uint32_t i = 0; i < BOUND_REMARKS + 10; i++)
        diag_report(diags, BP4001, at(1, 1), "2026-03", NULL);
    assert_false(diags_full(diags));
    size_t count;
    diags_sorted(diags, &count);
    assert_int_equal(count, BOUND_REMARKS);
    assert_int_equal(diags_count(diags, DIAG_NOTE), BOUND_REMARKS + 10);
    assert_int_equal(diags_count(diags, DIAG_WARNING), 0);
}

static void many_of_one_code_do_not_hide_the_first_of_another(void **state) {
    struct diags *diags = diags_new(*state);
    for (uint32_t i = 0; i < BOUND_REMARKS + 10; i++)
        diag_report(diags, BP4001, at(1, 1), "2026-03", NULL);
    for (uint32_t i = 0; i < 3; i++)
        diag_report(diags, BP5071, (struct place){0}, "23", "20", "Alignment", NULL);
    size_t count;
    const struct diag *all = diags_sorted(diags, &count);
    assert_int_equal(count, BOUND_REMARKS + 1);
    assert_int_equal(all[0].code, BP5071);
    assert_int_equal(diags_unlisted(diags, BP5071), 2);
    assert_int_equal(diags_count(diags, DIAG_NOTE), BOUND_REMARKS + 13);
}

static void what_the_user_wrote_cannot_disturb_the_terminal(void **state) {
    struct diags *diags = diags_new(*state);
    struct place place = {.file = "a\x1B"
                                  "b",
                          .sheet = "S\n1",
                          .row = 1,
                          .col = 1};
    diag_report(diags, BP9001, place, "x\xE2\x80\xAEy", "{1}", NULL);
    assert_string_equal(text_of(state, diags, 10),
                        "a\\u{1B}b: error: cannot read 'x\\u{202E}y': {1} [BP9001]\n"
                        "  at 'S\\u{A}1'!A1\n");
}

static void long_and_missing_arguments_are_shown_as_such(void **state) {
    char text[1000];
    memset(text, 'x', sizeof text - 1);
    text[sizeof text - 1] = '\0';
    struct diags *diags = diags_new(*state);
    diag_report(diags, BP9001, at(1, 1), text, NULL);
    size_t count;
    const struct diag *all = diags_sorted(diags, &count);
    assert_int_equal(strlen(all[0].message), strlen("cannot read '': ?") + 200 + 3);
    assert_non_null(strstr(all[0].message, "x\xE2\x80\xA6': ?"));
}

static void cells_are_named_as_spreadsheets_do(void **state) {
    static const struct {
        uint32_t col;
        const char *name;
    } columns[] = {{1, "S!A7"},   {26, "S!Z7"},   {27, "S!AA7"},   {52, "S!AZ7"},
                   {53, "S!BA7"}, {702, "S!ZZ7"}, {703, "S!AAA7"}, {16384, "S!XFD7"}};
    struct place place = {.sheet = "S", .row = 7};
    for (size_t i = 0; i < sizeof columns / sizeof *columns; i++) {
        place.col = columns[i].col;
        assert_string_equal(diag_cell(*state, place), columns[i].name);
    }
    place.col = 0;
    assert_string_equal(diag_cell(*state, place), "S, row 7");
    place.sheet = "Bob's data";
    place.col = 2;
    assert_string_equal(diag_cell(*state, place), "'Bob''s data'!B7");
    place.row = 0;
    assert_null(diag_cell(*state, place));
    place = (struct place){.row = 3, .col = 3};
    assert_null(diag_cell(*state, place));
}

static void every_code_has_a_text_an_explanation_and_a_family(void **state) {
    (void)state;
    size_t count = 0;
    for (unsigned number; (number = diag_number(count)) != 0; count++) {
        assert_non_null(diag_text_of(number));
        if (strlen(diag_explanation(number)) < 20)
            fail_msg("BP%u needs an explanation", number);
        unsigned family = number / 1000;
        if (!(family >= 1 && family <= 5) && family != 9)
            fail_msg("BP%u is of no family", number);
        enum diag_severity severity;
        assert_true(diag_severity_of(number, &severity));
    }
    assert_true(count > 3);
}

static void unknown_codes_are_told(void **state) {
    (void)state;
    enum diag_severity severity = DIAG_ERROR;
    assert_null(diag_text_of(7));
    assert_null(diag_explanation(99999));
    assert_false(diag_severity_of(0, &severity));
    assert_int_equal(severity, DIAG_NOTE);
    assert_true(diag_severity_of(3104, &severity));
    assert_int_equal(severity, DIAG_ERROR);
    assert_string_equal(diag_severity_name(DIAG_WARNING), "warning");
}

static bool knows_the_letter(void *context, const char *message, struct place *out) {
    if (!strstr(message, "U+63D0"))
        return false;
    *out = (struct place){.file = context, .line = 16, .sheet = "Objectives", .row = 4, .col = 2};
    return true;
}

static void a_place_can_be_found_later(void **state) {
    struct diags *diags = diags_new(*state);
    diag_report(diags, BP5001, (struct place){0}, "63D0", "x", NULL);
    diag_report(diags, BP5001, (struct place){0}, "9AD8", "y", NULL);
    char file[] = "book.fods";
    diags_locate(diags, BP5001, knows_the_letter, file);
    size_t count;
    const struct diag *all = diags_sorted(diags, &count);
    assert_int_equal(count, 2);
    assert_null(all[0].place.file);
    assert_string_equal(all[1].place.file, "book.fods");
    assert_int_equal(all[1].place.line, 16);
    assert_string_equal(all[1].place.sheet, "Objectives");
}

static void of_a_file_that_cannot_be_read_only_the_reason_is_kept(void **state) {
    struct diags *diags = diags_new(*state);
    diag_report(diags, BP9001, at(1, 1), "before", "b", NULL);
    const struct diags *mark = diags_mark(diags);
    for (uint32_t i = 0; i < 10; i++)
        diag_report(diags, BP3104, at(5, i), "measure", "M1", "objective", "O9", NULL);
    diag_report(diags, BP9001, at(9, 9), "why", "c", NULL);
    diags_keep_last(diags, mark);
    assert_string_equal(text_of(state, diags, 10),
                        "plan.xml:1:1: error: cannot read 'before': b [BP9001]\n"
                        "plan.xml:9:9: error: cannot read 'why': c [BP9001]\n");
    assert_int_equal(diags_count(diags, DIAG_NOTE), 2);
}

static void with_nothing_new_nothing_is_taken_away(void **state) {
    struct diags *diags = diags_new(*state);
    diag_report(diags, BP9001, at(1, 1), "before", "b", NULL);
    diags_keep_last(diags, diags_mark(diags));
    assert_int_equal(diags_count(diags, DIAG_NOTE), 1);
    assert_string_equal(text_of(state, diags, 10),
                        "plan.xml:1:1: error: cannot read 'before': b [BP9001]\n");
}

static void what_was_only_counted_since_the_mark_is_taken_back(void **state) {
    struct diags *diags = diags_new(*state);
    for (uint32_t i = 0; i < BOUND_DIAGS + 5; i++)
        diag_report(diags, BP9001, at(i + 1, 1), "a", "b", NULL);
    const struct diags *mark = diags_mark(diags);
    diag_report(diags, BP9001, at(1, 1), "a", "b", NULL);
    assert_int_equal(diags_unlisted(diags, BP9001), 6);
    diags_keep_last(diags, mark);
    assert_int_equal(diags_unlisted(diags, BP9001), 5);
    assert_int_equal(diags_count(diags, DIAG_ERROR), BOUND_DIAGS + 5);
}

static void ignored_findings_are_kept_but_neither_told_nor_counted(void **state) {
    struct diags *diags = diags_new(*state);
    diags_ignore(diags, BP3102);
    for (uint32_t i = 0; i < BOUND_REMARKS + 5; i++)
        diag_report(diags, BP3102, at(1, 1), "unit", "a", "A", NULL);
    diag_report(diags, BP3809, at(2, 1), "T1", NULL);
    assert_int_equal(diags_count(diags, DIAG_NOTE), 1);
    assert_int_equal(diags_suppressed(diags, DIAG_IGNORED), BOUND_REMARKS + 5);
    size_t count;
    const struct diag *all = diags_sorted(diags, &count);
    assert_int_equal(count, BOUND_REMARKS + 1);
    assert_int_equal(all[0].suppression, DIAG_IGNORED);
    assert_non_null(all[0].justification);
    assert_string_equal(text_of(state, diags, 10),
                        "plan.xml:2:1: note: theme 'T1' has no objective [BP3809]\n");
}

static bool of_line_two(void *context, struct diag *diag) {
    (*(size_t *)context)++;
    diag->justification = "known";
    return diag->place.line == 2;
}

static void waived_findings_are_neither_told_nor_counted_and_asked_about_once(void **state) {
    struct diags *diags = diags_new(*state);
    diag_report(diags, BP9001, at(2, 1), "a", "b", NULL);
    diag_report(diags, BP3809, at(2, 1), "T1", NULL);
    diag_report(diags, BP3809, at(3, 1), "T2", NULL);
    size_t asked = 0;
    diags_waive(diags, of_line_two, &asked);
    assert_int_equal(asked, 2); /* not about the error */
    diags_waive(diags, of_line_two, &asked);
    assert_int_equal(asked, 3);
    assert_int_equal(diags_suppressed(diags, DIAG_WAIVED), 1);
    assert_int_equal(diags_count(diags, DIAG_NOTE), 2);
    assert_null(strstr(text_of(state, diags, 10), "T1"));
    assert_null(strstr(text_of(state, diags, 10), "more"));
}

static void findings_beyond_the_cap_can_be_waived_by_their_code(void **state) {
    struct diags *diags = diags_new(*state);
    for (uint32_t i = 0; i < BOUND_REMARKS; i++)
        diag_report(diags, BP3809, at(1, 1), "T1", NULL);
    diag_report(diags, BP4001, at(1, 1), "2026-03", NULL);
    diag_report(diags, BP4001, at(2, 1), "2026-04", NULL);
    diag_report(diags, BP3809, at(1, 1), "T1", NULL);
    assert_int_equal(diags_unlisted(diags, BP3809), 1);
    assert_int_equal(diags_unlisted(diags, BP4001), 1);
    assert_int_equal(diags_waive_unlisted(diags, BP3809), 1);
    assert_int_equal(diags_waive_unlisted(diags, BP3809), 0);
    assert_int_equal(diags_count(diags, DIAG_NOTE), BOUND_REMARKS + 2);
    assert_int_equal(diags_suppressed(diags, DIAG_WAIVED), 1);
}

static void a_finding_keeps_what_filled_its_message(void **state) {
    struct diags *diags = diags_new(*state);
    diag_report(diags, BP3102, at(1, 1), "unit", "a\n", "A", NULL);
    size_t count;
    const struct diag *diag = diags_sorted(diags, &count);
    assert_int_equal(diag->argument_count, 3);
    assert_string_equal(diag->arguments[1], "a\\u{A}");
    assert_string_equal(diag->arguments[2], "A");
}

static void findings_of_others_are_adopted_once_and_outlive_them(void **state) {
    struct arena *aside = arena_new(0, NULL, NULL);
    struct diags *diags = diags_new(*state), *others = diags_new(aside);
    diags_ignore(diags, BP3331);
    diag_report(diags, BP9001, at(3, 1), "a", "b", NULL);
    struct place cell = at(2, 7);
    cell.sheet = arena_strdup(aside, "Measures");
    cell.row = 14;
    diag_report(others, BP9001, at(3, 1), "a", "b", NULL); /* the same */
    diag_report(others, BP9001, at(3, 1), "a", "c", NULL);
    diag_report_hint(others, BP9001, cell, "try again", "a", "b", NULL);
    diag_report(others, BP3331, at(1, 1), "M1", "2026-01", "3", "2026-04", NULL);
    diags_adopt(diags, others);
    diags_adopt(diags, others);
    arena_free(aside);
    assert_string_equal(text_of(state, diags, 10),
                        "plan.xml:2:7: error: cannot read 'a': b [BP9001]\n"
                        "  at Measures, row 14\n"
                        "  try again\n"
                        "plan.xml:3:1: error: cannot read 'a': b [BP9001]\n"
                        "plan.xml:3:1: error: cannot read 'a': c [BP9001]\n");
    assert_int_equal(diags_suppressed(diags, DIAG_IGNORED), 1);
    size_t count;
    const struct diag *all = diags_sorted(diags, &count);
    assert_int_equal(count, 4);
    assert_string_equal(all[1].arguments[1], "b");
}

static void of_others_beyond_the_cap_only_the_number_is_adopted(void **state) {
    struct diags *diags = diags_new(*state), *others = diags_new(*state);
    for (uint32_t i = 1; i <= BOUND_DIAGS + 5; i++)
        diag_report(others, BP9001, at(i, 1), "a", "b", NULL);
    diags_adopt(diags, others);
    assert_int_equal(diags_count(diags, DIAG_ERROR), BOUND_DIAGS + 5);
    assert_int_equal(diags_unlisted(diags, BP9001), 5);
}

static void codes_are_read_as_people_write_them(void **state) {
    assert_int_equal(diag_named("BP3104"), 3104);
    assert_int_equal(diag_named("bp3104"), 3104);
    assert_int_equal(diag_named("3104"), 3104);
    assert_int_equal(diag_named("BP31044"), 0);
    assert_int_equal(diag_named("BP310"), 0);
    assert_int_equal(diag_named("BP0007"), 0);
    assert_int_equal(diag_named(""), 0);
    assert_string_equal(diag_did_you_mean_code(*state, "BP3194"), "did you mean 'BP3104'?");
    assert_null(diag_did_you_mean_code(*state, "everything"));
    assert_true(diag_suppressible(3102) && diag_suppressible(3809));
    assert_false(diag_suppressible(3104) || diag_suppressible(7));
    assert_string_equal(diag_headline(*state, 3102),
                        "\u2026 '\u2026' and '\u2026' differ only in case");
    assert_string_equal(diag_family(3102), "plan");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_finding_shows_place_cell_and_hint),
        cmocka_unit_test(unknown_parts_of_a_place_are_left_out),
        cmocka_unit_test(findings_are_sorted_by_place_then_code_then_order),
        cmocka_unit_test(duplicates_are_kept),
        cmocka_unit_test(errors_beyond_the_cap_are_only_counted),
        cmocka_unit_test(notes_never_fill_the_collection),
        cmocka_unit_test(many_of_one_code_do_not_hide_the_first_of_another),
        cmocka_unit_test(what_the_user_wrote_cannot_disturb_the_terminal),
        cmocka_unit_test(long_and_missing_arguments_are_shown_as_such),
        cmocka_unit_test(cells_are_named_as_spreadsheets_do),
        cmocka_unit_test(every_code_has_a_text_an_explanation_and_a_family),
        cmocka_unit_test(unknown_codes_are_told),
        cmocka_unit_test(a_place_can_be_found_later),
        cmocka_unit_test(ignored_findings_are_kept_but_neither_told_nor_counted),
        cmocka_unit_test(waived_findings_are_neither_told_nor_counted_and_asked_about_once),
        cmocka_unit_test(findings_beyond_the_cap_can_be_waived_by_their_code),
        cmocka_unit_test(a_finding_keeps_what_filled_its_message),
        cmocka_unit_test(codes_are_read_as_people_write_them),
        cmocka_unit_test(findings_of_others_are_adopted_once_and_outlive_them),
        cmocka_unit_test(of_others_beyond_the_cap_only_the_number_is_adopted),
        cmocka_unit_test(of_a_file_that_cannot_be_read_only_the_reason_is_kept),
        cmocka_unit_test(with_nothing_new_nothing_is_taken_away),
        cmocka_unit_test(what_was_only_counted_since_the_mark_is_taken_back),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
