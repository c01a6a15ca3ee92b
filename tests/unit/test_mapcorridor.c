#include "mapfixture.h"
#include "report/mapcorridor.h"

static void a_long_link_passes_between_the_cards_of_the_rows_between(void **state) {
    (void)state;
    struct mapfixture *f = map_new(3, 0);
    map_card(f, 0, -1, "a");
    map_card(f, 1, -1, "b");
    map_card(f, 2, -1, "c");
    map_link(f, 2, 0);
    struct route *route = map_route(f, 12, (const int[]){4, 4, 4});
    mp x = route->corridor[1];
    mp clear = f->look.corridor_clear;
    assert_true(x <= route->x[1] - clear || x >= route->x[1] + route->w[1] + clear);
    arena_free(f->arena);
}

static void where_nothing_is_in_the_way_it_goes_straight(void **state) {
    (void)state;
    struct mapfixture *f = map_new(3, 0);
    map_card(f, 0, -1, "a");
    map_card(f, 1, -1, "b");
    map_card(f, 2, -1, "c");
    map_link(f, 2, 0);
    struct route *route = map_route(f, 12, (const int[]){0, 8, 0});
    assert_int_equal(route->corridor[1], route->nets[0].upper_x);
    assert_int_equal(route->bends, 0);
    arena_free(f->arena);
}

static void two_nets_never_share_a_corridor(void **state) {
    (void)state;
    struct mapfixture *f = map_new(3, 0);
    for (int i = 0; i < 6; i++)
        map_card(f, i / 2, -1, "a");
    map_link(f, 4, 0);
    map_link(f, 4, 1);
    map_link(f, 5, 0);
    map_link(f, 5, 1);
    struct route *route = map_route(f, 16, (const int[]){4, 8, 4, 8, 4, 8});
    mp apart = route->corridor[1] - route->corridor[4];
    assert_int_equal(route->net_count, 2);
    assert_true(apart >= f->look.corridor_pitch || -apart >= f->look.corridor_pitch);
    arena_free(f->arena);
}

static void openings_leave_room_on_both_sides_of_a_card(void **state) {
    (void)state;
    struct mapfixture *f = map_new(1, 0);
    map_card(f, 0, -1, "a");
    map_card(f, 0, -1, "b");
    struct route *route = map_route(f, 16, (const int[]){2, 10});
    assert_int_equal(mapcorridor_openings(route, 0), 3);
    assert_int_equal(route->gap_low[1], route->x[0] + route->w[0] + f->look.corridor_clear);
    assert_int_equal(route->gap_high[1], route->x[1] - f->look.corridor_clear);
    arena_free(f->arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_long_link_passes_between_the_cards_of_the_rows_between),
        cmocka_unit_test(where_nothing_is_in_the_way_it_goes_straight),
        cmocka_unit_test(two_nets_never_share_a_corridor),
        cmocka_unit_test(openings_leave_room_on_both_sides_of_a_card),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
