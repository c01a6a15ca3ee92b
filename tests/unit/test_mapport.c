#include "mapfixture.h"
#include "report/mapport.h"

static void ports_keep_their_distance_and_their_order(void **state) {
    (void)state;
    struct mapfixture *f = map_new(2, 0);
    for (int i = 0; i < 3; i++)
        map_card(f, 0, -1, "a");
    map_card(f, 1, -1, "b");
    for (int i = 0; i < 3; i++)
        map_link(f, 3, i);
    struct route *route = map_route(f, 12, (const int[]){0, 4, 8, 4});
    assert_true(route->port[1] - route->port[0] >= f->look.port_pitch);
    assert_true(route->port[2] - route->port[1] >= f->look.port_pitch);
    assert_int_equal(route->port[1], maproute_centre(route, 1));
    arena_free(f->arena);
}

static void chips_push_ports_further_apart(void **state) {
    (void)state;
    struct mapfixture *f = map_new(2, 0);
    map_card(f, 0, -1, "a");
    map_card(f, 0, -1, "b");
    map_card(f, 1, -1, "c");
    map_link(f, 2, 0)->lag_text = "18m";
    map_link(f, 2, 1)->lag_text = "18m";
    struct route *route = map_route(f, 16, (const int[]){12, 8, 0});
    mp apart = route->port[0] - route->port[1];
    assert_true((apart < 0 ? -apart : apart) >= route->task->chip_width[0]);
    arena_free(f->arena);
}

static void more_ports_than_fit_are_squeezed_into_the_card(void **state) {
    (void)state;
    struct mapfixture *f = map_new(2, 0);
    for (int i = 0; i < 20; i++)
        map_card(f, 0, -1, "a");
    map_card(f, 1, -1, "b");
    for (int i = 0; i < 20; i++)
        map_link(f, 20, i);
    int at[21];
    for (int i = 0; i < 21; i++)
        at[i] = i * 4 % 80;
    struct route *route = map_route(f, 80, at);
    for (int i = 0; i < 20; i++) {
        assert_true(route->port[i] > route->x[20]);
        assert_true(route->port[i] < route->x[20] + route->w[20]);
        assert_true(i == 0 || route->port[i] > route->port[i - 1]);
    }
    arena_free(f->arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ports_keep_their_distance_and_their_order),
        cmocka_unit_test(chips_push_ports_further_apart),
        cmocka_unit_test(more_ports_than_fit_are_squeezed_into_the_card),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
