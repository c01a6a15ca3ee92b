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

int main(void) {
    const struct CMUnitTest tests[] = {CASE(the_ends_and_extremes_go_first),
                                       CASE(nothing_is_named_twice_and_gaps_are_left_out),
                                       CASE(a_place_is_taken_once)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
