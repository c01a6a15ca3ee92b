#include "mapfixture.h"
#include "report/mapchannel.h"

static struct mapfixture *two_rows(void) {
    struct mapfixture *f = map_new(2, 0);
    for (int i = 0; i < 6; i++)
        map_card(f, i / 3, -1, "a");
    for (int i = 3; i < 6; i++) {
        map_link(f, i, 0);
        map_link(f, i, 2);
    }
    map_link(f, 1, 4);
    map_link(f, 3, 5);
    return f;
}

static void a_channel_met_again_costs_what_it_cost(void **state) {
    (void)state;
    struct mapfixture *f = two_rows();
    const int places[][6] = {{0, 8, 16, 0, 8, 16}, {4, 8, 12, 20, 6, 0}};
    struct route *first = map_route(f, 24, places[0]);
    int64_t costs[2], work[2];
    for (int again = 0; again < 2; again++)
        for (int i = 0; i < 2; i++) {
            memcpy(first->at, places[i], sizeof places[i]);
            int64_t before = first->work, cost = maproute_find(first);
            assert_true(again == 0 || (cost == costs[i] && first->work - before == work[i]));
            costs[i] = cost;
            work[i] = first->work - before;
        }
    assert_true(costs[0] != costs[1]);
    arena_free(f->arena);
}

static void what_is_known_leaves_ports_and_tracks_to_be_placed(void **state) {
    (void)state;
    struct mapfixture *f = two_rows();
    struct route *route = map_route(f, 24, (const int[]){0, 8, 16, 0, 8, 16});
    mp port = route->port[0];
    int level = route->tracks[0].level;
    route->port[0] = route->tracks[0].level = -1;
    maproute_judge(route);
    assert_false(route->placed);
    assert_int_equal(route->port[0], -1);
    maproute_place(route);
    assert_int_equal(route->port[0], port);
    assert_int_equal(route->tracks[0].level, level);
    arena_free(f->arena);
}

static void the_same_places_of_other_cards_are_another_channel(void **state) {
    (void)state;
    struct mapfixture *f = two_rows();
    struct route *route = map_route(f, 24, (const int[]){0, 8, 16, 0, 8, 16});
    int64_t cost = maproute_find(route);
    memcpy(route->at, (const int[]){0, 8, 16, 0, 16, 8}, sizeof(int) * 6);
    int64_t other = maproute_find(route);
    struct map_task *task = maptask_new(f->arena, f->fonts, f->model, &f->look, f->diags);
    struct route *fresh = maproute_new(task, route->plan);
    memcpy(fresh->row, route->row, sizeof(int) * 6);
    memcpy(fresh->at, route->at, sizeof(int) * 6);
    assert_true(maproute_find(fresh) == other);
    assert_true(other != cost);
    arena_free(f->arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_channel_met_again_costs_what_it_cost),
        cmocka_unit_test(what_is_known_leaves_ports_and_tracks_to_be_placed),
        cmocka_unit_test(the_same_places_of_other_cards_are_another_channel),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
