#include "layoutcase.h"

static const struct rect place = {MM(60), MM(20), MM(120), MM(4.6)};
static enum year_mark marks[12];

static void drawn(struct chart_year year) {
    const struct ink ink = new_ink();
    const struct chart chart = {.kind = CHART_YEAR_ROW, .as.year = year};
    assert_true(chart_fills_row(&chart));
    chartyear_draw_row(&ink, &chart, place);
}

static void done_is_solid_and_to_come_hollow_in_its_month(void **state) {
    (void)state;
    memset(marks, 0, sizeof marks);
    marks[2] = YEAR_DONE;
    marks[8] = YEAR_TO_COME;
    drawn((struct chart_year){.marks = marks, .count = 12, .now = 12});
    const struct rect done = filled_box(composer.scene, ACTUAL, 0);
    const struct rect later = filled_box(composer.scene, WHITE, 0);
    assert_near(done.x + done.w / 2, place.x + MM(25), 4);
    assert_near(later.x + later.w / 2, place.x + MM(85), 4);
    assert_near(done.w, 2 * MM(1.05), MM(0.31));
    assert_int_equal(count_paths(composer.scene, BAND_LIGHT, false), 0);
}

static void consecutive_months_are_joined_unless_they_are_events(void **state) {
    (void)state;
    memset(marks, 0, sizeof marks);
    marks[4] = marks[5] = YEAR_DONE;
    marks[6] = YEAR_TO_COME;
    marks[9] = YEAR_TO_COME;
    drawn((struct chart_year){.marks = marks, .count = 12, .now = 6});
    assert_int_equal(count_paths(composer.scene, 0x7F9DBD, true), 2);
    drawn((struct chart_year){.marks = marks, .count = 12, .now = 6, .separate = true});
    assert_int_equal(count_paths(composer.scene, 0x7F9DBD, true), 0);
}

static void the_current_month_is_shaded_over_the_height_of_the_row(void **state) {
    (void)state;
    memset(marks, 0, sizeof marks);
    drawn((struct chart_year){.marks = marks, .count = 12, .now = 6});
    const struct rect now = filled_box(composer.scene, BAND_LIGHT, 0);
    assert_near(now.x, place.x + MM(60), 2);
    assert_near(now.w, MM(10), 2);
    assert_int_equal(now.y, place.y);
    assert_int_equal(now.h, place.h);
}

static void the_head_names_months_and_marks_the_current_one(void **state) {
    (void)state;
    static const char *const names[] = {"Apr", "May"};
    const struct ink ink = new_ink();
    const struct chart chart = {.kind = CHART_YEAR_HEAD,
                                .as.year = {.count = 2, .now = 1, .names = names}};
    chartyear_draw_head(&ink, &chart, place);
    assert_int_equal(the_word(composer.scene, 0, "Apr", 0)->as.text.colour, GREY);
    assert_int_equal(the_word(composer.scene, 0, "May", 0)->as.text.colour, INK);
    const struct scene_item *first = the_word(composer.scene, 0, "Apr", 0);
    assert_near((first->as.text.x + right_end(first)) / 2, place.x + MM(30), 4);
}

static void one_name_wider_than_its_month_makes_all_months_initials(void **state) {
    (void)state;
    static const char *const names[] = {"Mai", "September September September September Sept."};
    static const char *const initials[] = {"M", "S"};
    const struct ink ink = new_ink();
    const struct chart chart = {
        .kind = CHART_YEAR_HEAD,
        .as.year = {.count = 2, .now = 1, .names = names, .initials = initials}};
    chartyear_draw_head(&ink, &chart, (struct rect){place.x, place.y, MM(40), place.h});
    the_word(composer.scene, 0, "M", 0);
    the_word(composer.scene, 0, "S", 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        CASE(done_is_solid_and_to_come_hollow_in_its_month),
        CASE(consecutive_months_are_joined_unless_they_are_events),
        CASE(the_current_month_is_shaded_over_the_height_of_the_row),
        CASE(the_head_names_months_and_marks_the_current_one),
        CASE(one_name_wider_than_its_month_makes_all_months_initials)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
