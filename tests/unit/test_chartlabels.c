#include "layout/chartlabels.h"
#include "layoutcase.h"

static struct chart_month months[6];

static void set(const double values[6]) {
    for (size_t i = 0; i < 6; i++)
        months[i] = (struct chart_month){.actual = {values[i] >= 0, values[i], "x"}};
}

static void the_ends_and_extremes_go_first(void **state) {
    (void)state;
    set((const double[]){3, 1, 4, 9, 5, 6});
    size_t order[6];
    size_t key = 0;
    assert_int_equal(chartlabels_order(months, 6, order, &key), 6);
    assert_int_equal(key, 4);
    assert_int_equal(order[0], 5);
    assert_int_equal(order[1], 0);
    assert_int_equal(order[2], 1);
    assert_int_equal(order[3], 3);
    assert_int_equal(order[4], 2);
}

static void nothing_is_named_twice_and_gaps_are_left_out(void **state) {
    (void)state;
    set((const double[]){-1, 2, -1, 2, -1, -1});
    size_t order[6];
    size_t key = 0;
    assert_int_equal(chartlabels_order(months, 6, order, &key), 2);
    assert_int_equal(key, 2);
    assert_int_equal(order[0], 3);
    assert_int_equal(order[1], 1);
    set((const double[]){-1, -1, -1, -1, -1, -1});
    assert_int_equal(chartlabels_order(months, 6, order, &key), 0);
    assert_int_equal(key, 0);
}

static void a_place_is_taken_once(void **state) {
    (void)state;
    struct chartlabels *labels = arena_alloc(arena, sizeof *labels);
    assert_true(chartlabels_take(labels, (struct rect){0, 0, 10, 10}));
    assert_false(chartlabels_take(labels, (struct rect){5, 5, 10, 10}));
    assert_true(chartlabels_take(labels, (struct rect){10, 0, 10, 10}));
}

static void no_label_leaves_the_bounds(void **state) {
    (void)state;
    struct chartlabels *labels = arena_alloc(arena, sizeof *labels);
    labels->bounds = (struct rect){0, 0, 100, 100};
    assert_false(chartlabels_take(labels, (struct rect){95, 0, 10, 10}));
    assert_false(chartlabels_take(labels, (struct rect){0, -1, 10, 10}));
    assert_true(chartlabels_take(labels, (struct rect){90, 90, 10, 10}));
}

static void no_label_lies_on_a_line(void **state) {
    (void)state;
    struct chartlabels *labels = arena_alloc(arena, sizeof *labels);
    chartlabels_block_line(labels, (struct point){0, 0}, (struct point){100, 100});
    assert_false(chartlabels_take(labels, (struct rect){45, 45, 10, 10}));
    assert_true(chartlabels_take(labels, (struct rect){60, 0, 10, 10}));
}

static void the_first_free_place_is_taken(void **state) {
    (void)state;
    struct chartlabels *labels = arena_alloc(arena, sizeof *labels);
    struct point places[CHARTLABELS_AROUND];
    struct rect box = {0, 0, 20, 10};
    chartlabels_around((struct point){100, 100}, 5, 20, 10, places);
    assert_true(chartlabels_first(labels, places, CHARTLABELS_AROUND, &box));
    assert_int_equal(box.x, 90); /* above, centred */
    assert_int_equal(box.y, 85);
    assert_true(chartlabels_first(labels, places, CHARTLABELS_AROUND, &box));
    assert_int_equal(box.y, 105); /* below */
    chartlabels_block(labels, (struct rect){0, 0, 200, 200});
    assert_false(chartlabels_first(labels, places, CHARTLABELS_AROUND, &box));
}

static void blocked_places_leave_room_for_labels(void **state) {
    (void)state;
    struct chartlabels *labels = arena_alloc(arena, sizeof *labels);
    for (mp i = 0; i < 1000; i++)
        chartlabels_block(labels, (struct rect){10 * i, 0, 5, 5});
    assert_int_equal(labels->count, CHARTLABELS_MOST / 2);
    assert_true(chartlabels_take(labels, (struct rect){0, 100, 5, 5}));
}

int main(void) {
    const struct CMUnitTest tests[] = {CASE(the_ends_and_extremes_go_first),
                                       CASE(nothing_is_named_twice_and_gaps_are_left_out),
                                       CASE(a_place_is_taken_once),
                                       CASE(no_label_leaves_the_bounds),
                                       CASE(no_label_lies_on_a_line),
                                       CASE(the_first_free_place_is_taken),
                                       CASE(blocked_places_leave_room_for_labels)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
