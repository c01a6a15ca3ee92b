#include "mapfixture.h"

static void a_link_to_the_card_above_goes_straight_and_crosses_nothing(void **state) {
    (void)state;
    struct mapfixture *f = map_new(2, 0);
    map_card(f, 0, -1, "a");
    map_card(f, 1, -1, "b");
    map_link(f, 1, 0);
    struct route *route = map_route(f, 8, (const int[]){2, 2});
    assert_int_equal(route->net_count, 1);
    assert_int_equal(route->nets[0].kind, NET_UP);
    assert_int_equal(route->bends, 0);
    assert_int_equal(route->crossings, 0);
    assert_int_equal(route->port[0], route->nets[0].upper_x);
    arena_free(f->arena);
}

static void two_links_that_must_cross_cross_once(void **state) {
    (void)state;
    struct mapfixture *f = map_new(2, 0);
    for (int i = 0; i < 4; i++)
        map_card(f, i / 2, -1, "a");
    map_link(f, 2, 1);
    map_link(f, 3, 0);
    assert_int_equal(map_route(f, 16, (const int[]){0, 8, 0, 8})->crossings, 1);
    assert_int_equal(map_route(f, 16, (const int[]){8, 0, 0, 8})->crossings, 0);
    arena_free(f->arena);
}

static void links_into_one_card_are_one_net_by_sign(void **state) {
    (void)state;
    struct mapfixture *f = map_new(2, 0);
    map_card(f, 0, -1, "a");
    for (int i = 0; i < 3; i++)
        map_card(f, 1, -1, "b");
    map_link(f, 1, 0);
    map_link(f, 2, 0)->negative = true;
    map_link(f, 3, 0);
    struct route *route = map_route(f, 12, (const int[]){4, 0, 4, 8});
    assert_int_equal(route->net_count, 2);
    assert_int_equal(route->net_of[0], route->net_of[2]);
    assert_int_not_equal(route->net_of[0], route->net_of[1]);
    assert_int_equal(route->nets[route->net_of[0]].members, 2);
    assert_int_not_equal(route->nets[0].upper_x, route->nets[1].upper_x);
    arena_free(f->arena);
}

static void neighbours_are_joined_sideways_and_others_in_an_arch(void **state) {
    (void)state;
    struct mapfixture *f = map_new(1, 0);
    for (int i = 0; i < 3; i++)
        map_card(f, 0, -1, "a");
    map_link(f, 0, 1);
    map_link(f, 0, 2);
    struct route *route = map_route(f, 24, (const int[]){0, 8, 16});
    assert_int_equal(route->nets[route->net_of[0]].kind, NET_SIDE);
    assert_int_equal(route->nets[route->net_of[1]].kind, NET_ARCH);
    assert_int_equal(route->misdirected, 1);
    arena_free(f->arena);
}

static void a_link_to_a_lower_card_leaves_at_the_bottom(void **state) {
    (void)state;
    struct mapfixture *f = map_new(2, 0);
    map_card(f, 0, -1, "a");
    map_card(f, 1, -1, "b");
    map_link(f, 0, 1);
    struct route *route = map_route(f, 8, (const int[]){0, 4});
    assert_int_equal(route->nets[0].kind, NET_DOWN);
    assert_int_equal(route->nets[0].upper, 0);
    assert_int_equal(maproute_above(route, 0, 1), maproute_centre(route, 0));
    arena_free(f->arena);
}

static void judging_again_costs_the_same(void **state) {
    (void)state;
    struct mapfixture *f = map_new(3, 0);
    for (int i = 0; i < 6; i++)
        map_card(f, i / 2, -1, "a");
    map_link(f, 4, 1);
    map_link(f, 5, 0);
    map_link(f, 2, 0);
    struct route *route = map_route(f, 12, (const int[]){0, 8, 2, 6, 0, 8});
    int64_t cost = route->cost;
    assert_true(maproute_judge(route) == cost);
    assert_true(maproute_find(route) == cost);
    arena_free(f->arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_link_to_the_card_above_goes_straight_and_crosses_nothing),
        cmocka_unit_test(two_links_that_must_cross_cross_once),
        cmocka_unit_test(links_into_one_card_are_one_net_by_sign),
        cmocka_unit_test(neighbours_are_joined_sideways_and_others_in_an_arch),
        cmocka_unit_test(a_link_to_a_lower_card_leaves_at_the_bottom),
        cmocka_unit_test(judging_again_costs_the_same),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
