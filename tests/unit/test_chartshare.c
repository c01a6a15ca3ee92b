#include "layoutcase.h"

static void drawn(const char *label, bool outlined, int tint) {
    const struct chart chart = {.kind = CHART_SHARE, .as.share = {label, outlined, tint}};
    const struct ink ink = new_ink();
    chartshare_draw(&ink, &chart, (struct rect){MM(20), MM(20), MM(9), MM(4)});
}

static void the_darkest_cell_has_white_text(void **state) {
    (void)state;
    drawn("1.00", false, 3);
    assert_int_equal(the_word(composer.scene, 0, "1.00", 0)->as.text.colour, WHITE);
    drawn(".25", false, 1);
    assert_int_equal(the_word(composer.scene, 0, ".25", 0)->as.text.colour, INK);
    assert_int_equal(count_paths(composer.scene, 0xC9D7E5, false), 1);
}

static void a_vacancy_is_outlined(void **state) {
    (void)state;
    drawn(".50", true, 3);
    assert_int_equal(count_paths(composer.scene, INK, true), 1);
    assert_int_equal(the_word(composer.scene, 0, ".50", 0)->as.text.colour, INK);
}

static void no_share_is_an_empty_pale_cell(void **state) {
    (void)state;
    drawn(NULL, false, 2);
    assert_int_equal(count_paths(composer.scene, 0xF4F6F9, false), 1);
    assert_int_equal(composer.scene->pages.items[0].items.count, 1);
}

int main(void) {
    const struct CMUnitTest tests[] = {CASE(the_darkest_cell_has_white_text),
                                       CASE(a_vacancy_is_outlined),
                                       CASE(no_share_is_an_empty_pale_cell)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
