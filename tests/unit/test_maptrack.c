#include "mapfixture.h"
#include "report/maptrack.h"

static void tracks_are_ordered_so_that_nested_links_do_not_cross(void **state) {
    (void)state;
    struct mapfixture *f = map_new(2, 0);
    for (int i = 0; i < 4; i++)
        map_card(f, i / 2, -1, "a");
    map_link(f, 2, 0);
    map_link(f, 3, 1);
    struct route *route = map_route(f, 32, (const int[]){0, 6, 10, 16});
    assert_int_equal(route->crossings, 0);
    assert_int_equal(route->conflicts, 0);
    arena_free(f->arena);
}

static void tracks_that_do_not_meet_share_a_level(void **state) {
    (void)state;
    struct mapfixture *f = map_new(2, 0);
    for (int i = 0; i < 4; i++)
        map_card(f, i / 2, -1, "a");
    map_link(f, 2, 0);
    map_link(f, 3, 1);
    struct route *route = map_route(f, 40, (const int[]){0, 20, 6, 26});
    assert_int_equal(route->levels[1], 1);
    route = map_route(f, 40, (const int[]){0, 6, 16, 22});
    assert_int_equal(route->levels[1], 2);
    arena_free(f->arena);
}

static void a_trunk_counts_a_crossing_once(void **state) {
    (void)state;
    struct mapfixture *f = map_new(3, 0);
    map_card(f, 0, -1, "a");
    map_card(f, 0, -1, "b");
    map_card(f, 1, -1, "c");
    map_card(f, 1, -1, "d");
    map_card(f, 1, -1, "e");
    map_card(f, 2, -1, "x");
    map_link(f, 2, 0);
    map_link(f, 3, 0);
    map_link(f, 4, 1);
    struct route *route = map_route(f, 24, (const int[]){0, 8, 12, 16, 0, 0});
    assert_int_equal(route->net_count, 2);
    assert_true(route->crossings >= 1);
    assert_true(route->crossings <= 2);
    arena_free(f->arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tracks_are_ordered_so_that_nested_links_do_not_cross),
        cmocka_unit_test(tracks_that_do_not_meet_share_a_level),
        cmocka_unit_test(a_trunk_counts_a_crossing_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
