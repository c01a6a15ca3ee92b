#include "mapfixture.h"

static void the_same_map_is_arranged_the_same_way_twice(void **state) {
    (void)state;
    struct mapfixture *a = map_sample(), *b = map_sample();
    struct route *first = mapsearch_best(map_task(a)), *second = mapsearch_best(map_task(b));
    assert_true(first->cost == second->cost);
    for (size_t i = 0; i < a->model->cards.count; i++) {
        assert_int_equal(first->row[i], second->row[i]);
        assert_int_equal(first->at[i], second->at[i]);
    }
    arena_free(a->arena);
    arena_free(b->arena);
}

static void cards_stay_in_their_band_and_column_and_never_overlap(void **state) {
    (void)state;
    struct mapfixture *f = map_sample();
    struct route *route = mapsearch_best(map_task(f));
    for (int i = 0; i < route->task->cards; i++) {
        assert_int_equal(route->plan->rows[route->row[i]].band, f->model->cards.items[i].band);
        int column = route->task->theme_of[i];
        if (column >= 0) {
            assert_true(route->at[i] >= route->column_start[column]);
            assert_true(route->at[i] + MAP_SLOT <=
                        route->column_start[column] + route->plan->column_quarters[column]);
        }
        for (int j = 0; j < i; j++)
            assert_true(route->row[i] != route->row[j] ||
                        route->x[i] >= route->x[j] + route->w[j] ||
                        route->x[j] >= route->x[i] + route->w[i]);
    }
    assert_int_equal(route->conflicts, 0);
    arena_free(f->arena);
}

static void crossed_wires_are_uncrossed(void **state) {
    (void)state;
    struct mapfixture *f = map_new(2, 0);
    for (int i = 0; i < 8; i++)
        map_card(f, i / 4, -1, "Do it");
    for (int i = 0; i < 4; i++)
        map_link(f, 4 + i, 3 - i);
    struct route *route = mapsearch_best(map_task(f));
    assert_int_equal(route->crossings, 0);
    assert_int_equal(route->bends, 0);
    arena_free(f->arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_same_map_is_arranged_the_same_way_twice),
        cmocka_unit_test(cards_stay_in_their_band_and_column_and_never_overlap),
        cmocka_unit_test(crossed_wires_are_uncrossed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
