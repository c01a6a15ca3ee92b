#include "layout/chartlines.h"
#include "layoutcase.h"

static void assert_line(const struct chartlines *lines, size_t i, const char *text) {
    assert_true(i < lines->count);
    assert_int_equal(lines->bytes[i], strlen(text));
    assert_memory_equal(lines->starts[i], text, strlen(text));
}

static void lines_break_at_blanks_and_at_given_ends(void **state) {
    (void)state;
    const struct ink ink = new_ink();
    const struct chartlines wide = chartlines_break(&ink, STYLE_KEY, "Scope cut", MM(60));
    assert_int_equal(wide.count, 1);
    const struct chartlines narrow = chartlines_break(&ink, STYLE_KEY, "Scope cut", MM(9));
    assert_int_equal(narrow.count, 2);
    assert_line(&narrow, 0, "Scope");
    assert_line(&narrow, 1, "cut");
    assert_true(narrow.width <= MM(9));
    const struct chartlines given = chartlines_break(&ink, STYLE_KEY, "Scope\ncut", MM(60));
    assert_line(&given, 0, "Scope");
    assert_line(&given, 1, "cut");
    assert_int_equal(chartlines_break(&ink, STYLE_KEY, NULL, MM(60)).count, 0);
}

static void a_word_too_long_is_broken_between_characters(void **state) {
    (void)state;
    const struct ink ink = new_ink();
    const struct chartlines lines =
        chartlines_break(&ink, STYLE_KEY, "\u00C4\u00C4\u00C4\u00C4", 1);
    assert_int_equal(lines.count, 4);
    assert_line(&lines, 3, "\u00C4");
    assert_int_equal(diags_count(diags, DIAG_NOTE), 0);
}

static void what_is_cut_is_reported_BP5050(void **state) {
    (void)state;
    const struct ink ink = new_ink();
    struct chartlines lines = chartlines_break(&ink, STYLE_KEY, "one two three", MM(7));
    assert_int_equal(lines.count, 3);
    chartlines_keep(&ink, &lines, 3);
    assert_int_equal(diags_count(diags, DIAG_WARNING), 0);
    chartlines_keep(&ink, &lines, 2);
    assert_int_equal(lines.count, 2);
    assert_int_equal(diags_count(diags, DIAG_WARNING), 1);
    chartlines_break(&ink, STYLE_KEY, "1 2 3 4 5 6 7 8 9 10", 1);
    assert_int_equal(diags_count(diags, DIAG_WARNING), 2);
}

static void lines_stand_below_one_another_by_their_alignment(void **state) {
    (void)state;
    const struct ink ink = new_ink();
    const struct chartlines lines = chartlines_break(&ink, STYLE_KEY, "Scope cut", MM(9));
    chartlines_draw(&ink, &lines, STYLE_KEY, INK, ALIGN_RIGHT, (struct point){MM(50), MM(50)});
    const struct scene_item *first = the_word(composer.scene, 0, "Scope", 0);
    const struct scene_item *second = the_word(composer.scene, 0, "cut", 0);
    assert_int_equal(right_end(first), MM(50));
    assert_int_equal(right_end(second), MM(50));
    assert_int_equal(second->as.text.y - first->as.text.y, style_spec(STYLE_KEY)->leading);
}

int main(void) {
    const struct CMUnitTest tests[] = {CASE(lines_break_at_blanks_and_at_given_ends),
                                       CASE(a_word_too_long_is_broken_between_characters),
                                       CASE(what_is_cut_is_reported_BP5050),
                                       CASE(lines_stand_below_one_another_by_their_alignment)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
