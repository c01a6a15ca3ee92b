#include "layoutcase.h"

static const struct rect place = {MM(20), MM(20), MM(100), MM(7.2)};
static const int32_t quarters[] = {1000, 1025, 1050, 1075, 1100};

static void draw_row(int32_t start, int32_t end, double done) {
    static const struct chart_gantt_milestone marks[] = {
        {1010, MILESTONE_REACHED}, {1060, MILESTONE_DUE}, {1200, MILESTONE_DUE}};
    const struct chart chart = {.kind = CHART_GANTT_ROW,
                                .as.gantt = {.from = 1000,
                                             .to = 1100,
                                             .as_of = 1040,
                                             .quarters = quarters,
                                             .quarter_count = 5,
                                             .start = start,
                                             .end = end,
                                             .done = done,
                                             .milestones = marks,
                                             .milestone_count = 3}};
    const struct ink ink = new_ink();
    chartgantt_draw_row(&ink, &chart, place);
}

static void a_span_shows_its_plan_and_what_is_done_of_it(void **state) {
    (void)state;
    draw_row(1010, 1090, 0.5);
    const struct rect plan = filled_box(composer.scene, PLANNED_SPAN, 0);
    assert_near(plan.x, place.x + MM(10), 2);
    assert_near(plan.w, MM(80), 2);
    assert_int_equal(plan.h, MM(2.4));
    assert_near(filled_box(composer.scene, ACTUAL, 0).w, MM(40), 2);
}

static void what_lies_outside_ends_in_an_arrowhead(void **state) {
    (void)state;
    draw_row(900, 1200, 0.5);
    assert_int_equal(the_path(composer.scene, ACTUAL, false, 1)->point_count, 3);
    const struct rect left = path_box(the_path(composer.scene, ACTUAL, false, 1));
    assert_near(left.x, place.x, 2);
    assert_near(left.w, MM(1.5), 2);
    const struct rect right = filled_box(composer.scene, PLANNED_SPAN, 1);
    assert_near(right.x + right.w, place.x + place.w, 2);
}

static void a_span_wholly_outside_is_only_an_arrowhead(void **state) {
    (void)state;
    draw_row(800, 900, 1);
    assert_int_equal(count_paths(composer.scene, ACTUAL, false), 1);
    assert_int_equal(count_paths(composer.scene, PLANNED_SPAN, false), 0);
    draw_row(1150, 1200, 0);
    assert_int_equal(count_paths(composer.scene, PLANNED_SPAN, false), 1);
}

static void today_and_milestones_inside_the_window_are_drawn(void **state) {
    (void)state;
    draw_row(1010, 1090, 0.5);
    const struct rect today = path_box(the_path(composer.scene, INK, true, 0));
    assert_near(today.x, place.x + MM(40), 2);
    assert_int_equal(today.h, place.h);
    assert_int_equal(count_paths(composer.scene, NAVY, false), 1);
    assert_int_equal(count_paths(composer.scene, NAVY, true), 1);
}

static void a_milestone_at_the_edge_stays_within_the_chart(void **state) {
    (void)state;
    static const struct chart_gantt_milestone marks[] = {{1000, MILESTONE_DUE},
                                                         {1100, MILESTONE_DUE}};
    const struct chart chart = {.kind = CHART_GANTT_ROW,
                                .as.gantt = {.from = 1000,
                                             .to = 1100,
                                             .start = 1010,
                                             .end = 1090,
                                             .milestones = marks,
                                             .milestone_count = 2}};
    const struct ink ink = new_ink();
    chartgantt_draw_row(&ink, &chart, place);
    const struct rect first = path_box(the_path(composer.scene, NAVY, true, 0));
    const struct rect last = path_box(the_path(composer.scene, NAVY, true, 1));
    assert_true(first.x >= place.x);
    assert_true(last.x + last.w <= place.x + place.w);
}

static void the_head_names_years_and_months(void **state) {
    (void)state;
    static const int32_t years[] = {1000};
    static const char *const names[] = {"2025/26"};
    static const char *const initials[] = {"A", "M", "J", "J", "A"};
    const struct chart chart = {.kind = CHART_GANTT_HEAD,
                                .as.gantt = {.from = 1000,
                                             .to = 1100,
                                             .months = quarters,
                                             .month_initials = initials,
                                             .month_count = 5,
                                             .years = years,
                                             .year_labels = names,
                                             .year_count = 1}};
    const struct ink ink = new_ink();
    chartgantt_draw_head(&ink, &chart, place);
    the_word(composer.scene, 0, "2025/26", 0);
    const struct scene_item *may = the_word(composer.scene, 0, "M", 0);
    assert_near((may->as.text.x + right_end(may)) / 2, place.x + MM(37.5), MM(0.1));
}

int main(void) {
    const struct CMUnitTest tests[] = {CASE(a_span_shows_its_plan_and_what_is_done_of_it),
                                       CASE(what_lies_outside_ends_in_an_arrowhead),
                                       CASE(a_span_wholly_outside_is_only_an_arrowhead),
                                       CASE(a_milestone_at_the_edge_stays_within_the_chart),
                                       CASE(today_and_milestones_inside_the_window_are_drawn),
                                       CASE(the_head_names_years_and_months)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
