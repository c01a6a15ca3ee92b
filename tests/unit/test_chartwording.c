#include "report/chartwording.h"

#include "layout/chartalt.h"
#include "reportcase.h"

static void the_template_has_every_word_of_the_charts(void **state) {
    const struct reportcase *c = *state;
    const struct words *words = c->report.words;
    for (int i = 0; i < CHARTWORD_COUNT; i++)
        assert_true(words_have(words, chartwords_key((enum chartword)i)));
    const struct chartwords chart = chartwording(words);
    for (int i = 0; i < CHARTWORD_COUNT; i++)
        assert_string_equal(chart.text[i], words_text(words, chartwords_key((enum chartword)i)));
}

static void a_chart_is_told_in_the_templates_words(void **state) {
    const struct reportcase *c = *state;
    static const struct chart_month months[] = {
        {.name = "April 2025", .actual = {true, 4.5, "4.5"}, .plan = {true, 5, "5.0"}},
        {.name = "May 2025", .actual = {true, 3.4, "3.4"}, .plan = {true, 5, "5.0"}},
        {.name = "June 2025", .forecast = {true, 3.9, "3.9"}}};
    const struct chart chart = {.kind = CHART_LINE, .as.columns = {.months = months, .count = 3}};
    const struct chartwords words = chartwording(c->report.words);
    assert_string_equal(
        chartalt_text(c->arena, &chart, "Red-cell cover", &words),
        "Red-cell cover: May 2025 3.4, plan 5.0, forecast for June 2025 3.9, lowest "
        "3.4 in May 2025, highest 4.5 in April 2025.");
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(the_template_has_every_word_of_the_charts),
                                       cmocka_unit_test(a_chart_is_told_in_the_templates_words)};
    return cmocka_run_group_tests(tests, reportcase_sample, reportcase_close);
}
