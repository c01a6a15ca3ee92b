#include "monthcase.h"

static void drawn(void) {
    const struct ink ink = new_ink();
    chartline_draw(&ink, &month_chart, month_place);
}

/* Lines of the weight of actual values with more than two points. */
static size_t long_lines(uint32_t colour) {
    size_t count = 0;
    for (size_t i = 0; nth_path(composer.scene, colour, true, i); i++)
        count += the_path(composer.scene, colour, true, i)->point_count > 2 &&
                 the_path(composer.scene, colour, true, i)->width == MM(0.5);
    return count;
}

static void all_months_are_one_line(void **state) {
    (void)state;
    fill_months(CHART_LINE);
    drawn();
    assert_int_equal(long_lines(ACTUAL), 1);
    assert_int_equal(the_path(composer.scene, ACTUAL, true, 0)->point_count, 18);
}

static void a_missing_month_parts_the_line(void **state) {
    (void)state;
    fill_months(CHART_LINE);
    months[5].actual.known = false;
    drawn();
    assert_int_equal(long_lines(ACTUAL), 2);
}

static void the_last_value_is_labelled_and_carries_its_status(void **state) {
    (void)state;
    fill_months(CHART_LINE);
    months[17].status = MARK_RED;
    months[17].actual = (struct chart_value){true, 3.1, "3.1"};
    drawn();
    assert_int_equal(the_word(composer.scene, 0, "3.1", 0)->as.text.colour, INK);
    assert_int_equal(count_paths(composer.scene, mark_colours(MARK_RED)->solid, false), 1);
    the_word(composer.scene, 0, "4.5", 0); /* the last forecast */
}

static void without_values_the_line_says_so(void **state) {
    (void)state;
    fill_months(CHART_LINE);
    for (size_t i = 0; i < 24; i++)
        months[i].actual.known = months[i].forecast.known = false;
    drawn();
    assert_true(the_path(composer.scene, 0x7B8794, true, 0)->dash_on > 0);
    assert_int_equal(long_lines(ACTUAL), 0);
}

static void a_single_value_is_a_dot(void **state) {
    (void)state;
    fill_months(CHART_LINE);
    for (size_t i = 0; i < 24; i++)
        months[i].actual.known = months[i].forecast.known = i == 3;
    drawn();
    assert_int_equal(long_lines(ACTUAL), 0);
    assert_true(count_paths(composer.scene, ACTUAL, false) >= 1);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        CASE(all_months_are_one_line), CASE(a_missing_month_parts_the_line),
        CASE(the_last_value_is_labelled_and_carries_its_status),
        CASE(without_values_the_line_says_so), CASE(a_single_value_is_a_dot)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
