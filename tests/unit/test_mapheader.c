#include "mapfixture.h"
#include "report/mapheader.h"

static void the_name_of_a_theme_keeps_clear_of_links(void **state) {
    (void)state;
    struct mapfixture *f = map_new(2, 1);
    map_card(f, 0, -1, "Win");
    map_card(f, 1, 0, "Work");
    map_card(f, 1, 0, "Learn");
    map_link(f, 1, 0);
    map_link(f, 2, 0);
    struct route *route = mapsearch_best(map_task(f));
    struct rect box = mapheader_box(route, 0);
    int row = route->row[1];
    struct rect open = mapheader_free(route, row, box);
    assert_true(open.w < box.w);
    assert_true(open.x >= box.x && open.x + open.w <= box.x + box.w);
    for (int i = 0; i < 2; i++)
        assert_true(route->port[i] <= open.x || route->port[i] >= open.x + open.w ||
                    route->row[i + 1] != row);
    assert_int_equal(mapheader_free(route, -1, box).w, box.w);
    assert_true(mapheader_fits(route, row));
    arena_free(f->arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_name_of_a_theme_keeps_clear_of_links),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
