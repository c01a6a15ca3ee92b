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

static void assert_same_routes(const struct route *a, const struct route *b) {
    size_t rows = (size_t)a->plan->row_count;
    assert_true(a->cost == b->cost && a->length == b->length);
    assert_int_equal(a->crossings, b->crossings);
    assert_int_equal(a->crowded, b->crowded);
    assert_int_equal(a->net_count, b->net_count);
    for (int link = 0; link < a->task->links; link++) {
        enum net_kind kind = a->nets[a->net_of[link]].kind;
        assert_int_equal(kind, b->nets[b->net_of[link]].kind);
        assert_true(kind == NET_DOWN || kind == NET_SIDE || a->port[link] == b->port[link]);
        assert_true(kind == NET_UP || kind == NET_SIDE || a->arrival[link] == b->arrival[link]);
    }
    assert_memory_equal(a->levels, b->levels, rows * sizeof(int));
    for (int n = 0; n < a->net_count; n++)
        for (int row = a->nets[n].upper_row + 1; row < a->nets[n].lowest_row; row++)
            assert_int_equal(a->corridor[n * (int)rows + row], b->corridor[n * (int)rows + row]);
    assert_int_equal(a->track_count, b->track_count);
    for (int t = 0; t < a->track_count; t++)
        assert_int_equal(a->tracks[t].level, b->tracks[t].level);
}

/* Cards move a little from one to the next, as in a search; the shortest links lead so far. */
static void compare_with_new_routes(int least) {
    struct mapfixture *f = map_new(5, 0);
    enum { CARDS = 20, QUARTERS = 40 };
    for (int i = 0; i < CARDS; i++)
        map_card(f, i / 4, -1, "a");
    for (int i = 0; i < CARDS; i++)
        for (int by = least; by < 14; by += 4)
            if (i + by < CARDS)
                map_link(f, i % 7 ? i + by : i, i % 7 ? i : i + by);
    int at[CARDS], row[CARDS];
    uint32_t random = 7;
    for (int i = 0; i < CARDS; i++) {
        at[i] = i % 4 * 10;
        row[i] = i / 4;
    }
    struct route *used = map_route(f, QUARTERS, at);
    for (int trial = 0; trial < 150; trial++) {
        int card = (int)((random = random * 1103515245 + 12345) >> 16) % CARDS;
        int old_at = at[card], old_row = row[card];
        at[card] = (int)((random = random * 1103515245 + 12345) >> 16) % (QUARTERS - 3);
        row[card] = trial % 5 ? row[card] : (row[card] + 1) % 5;
        struct map_task *task = maptask_new(f->arena, f->fonts, f->model, &f->look, f->diags);
        struct route *fresh = maproute_new(task, used->plan);
        for (int i = 0; i < CARDS; i++) {
            used->row[i] = fresh->row[i] = row[i];
            used->at[i] = fresh->at[i] = at[i];
        }
        int64_t work = used->work, cost = maproute_find(used);
        assert_true(maproute_find(fresh) == cost);
        assert_true(used->work - work == fresh->work);
        maproute_place(used);
        maproute_place(fresh);
        assert_same_routes(used, fresh);
        for (int i = 0; i < CARDS; i++)
            assert_int_equal(used->x[i],
                             mapplan_x(used->task, used->plan, used->row[i], used->at[i]));
        if (trial % 3) {
            at[card] = old_at;
            row[card] = old_row;
        }
    }
    assert_true(used->crowded + used->crossings > 0);
    arena_free(f->arena);
}

static void a_route_that_has_found_many_ways_finds_what_a_new_one_does(void **state) {
    (void)state;
    compare_with_new_routes(3);
}

static void so_does_one_without_links_within_a_row(void **state) {
    (void)state;
    compare_with_new_routes(7);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_link_to_the_card_above_goes_straight_and_crosses_nothing),
        cmocka_unit_test(two_links_that_must_cross_cross_once),
        cmocka_unit_test(links_into_one_card_are_one_net_by_sign),
        cmocka_unit_test(neighbours_are_joined_sideways_and_others_in_an_arch),
        cmocka_unit_test(a_link_to_a_lower_card_leaves_at_the_bottom),
        cmocka_unit_test(judging_again_costs_the_same),
        cmocka_unit_test(a_route_that_has_found_many_ways_finds_what_a_new_one_does),
        cmocka_unit_test(so_does_one_without_links_within_a_row),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
