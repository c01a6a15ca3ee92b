#include "mapfixture.h"
#include "report/mappolish.h"

static void polishing_never_makes_a_route_worse_and_stays_clear_of_cards(void **state) {
    (void)state;
    struct mapfixture *f = map_new(4, 0);
    for (int i = 0; i < 12; i++)
        map_card(f, i / 3, -1, "a");
    for (int i = 0; i < 3; i++) {
        map_link(f, 9 + i, (i + 1) % 3);
        map_link(f, 6 + i, (i + 2) % 3);
    }
    struct route *route = map_route(f, 16, (const int[]){0, 6, 12, 2, 6, 10, 0, 5, 12, 1, 6, 11});
    int64_t before = route->cost;
    mappolish_corridors(route, 10 * 1000 * 1000);
    assert_true(route->cost <= before);
    assert_true(maproute_judge(route) == route->cost);
    for (int n = 0; n < route->net_count; n++)
        for (int row = route->nets[n].upper_row + 1; row < route->nets[n].lowest_row; row++)
            for (int i = 0; i < 12; i++) {
                mp x = route->corridor[n * 4 + row];
                assert_true(route->row[i] != row || x < route->x[i] ||
                            x > route->x[i] + route->w[i]);
            }
    arena_free(f->arena);
}

static void without_work_nothing_changes(void **state) {
    (void)state;
    struct mapfixture *f = map_new(3, 0);
    for (int i = 0; i < 3; i++)
        map_card(f, i, -1, "a");
    map_link(f, 2, 0);
    struct route *route = map_route(f, 12, (const int[]){4, 4, 4});
    mp x = route->corridor[1];
    mappolish_corridors(route, 0);
    assert_int_equal(route->corridor[1], x);
    arena_free(f->arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(polishing_never_makes_a_route_worse_and_stays_clear_of_cards),
        cmocka_unit_test(without_work_nothing_changes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
