#include "mapfixture.h"
#include "report/mapmetrics.h"

static void rows_channels_and_bands_follow_each_other_down_the_page(void **state) {
    (void)state;
    struct mapfixture *f = map_sample();
    struct map_task *task = map_task(f);
    struct route *route = mapsearch_best(task);
    struct map_metrics *m = mapmetrics_solve(task, route);
    for (int row = 1; row < route->plan->row_count; row++)
        assert_true(m->row_y[row] >= m->row_y[row - 1] + m->row_height[row - 1]);
    int last = route->plan->row_count - 1;
    assert_true(m->row_y[last] + m->row_height[last] <= m->bottom);
    for (int band = 0; band < 4; band++) {
        assert_true(m->band_top[band] < m->row_y[route->plan->first[band]]);
        int end = route->plan->last[band];
        assert_true(m->band_bottom[band] > m->row_y[end] + m->row_height[end]);
        assert_true(band == 0 || m->band_top[band] > m->band_bottom[band - 1]);
    }
    assert_in_range(m->title_size, f->look.title_least, f->look.title_most);
    arena_free(f->arena);
}

static void tracks_lie_between_their_rows_in_order(void **state) {
    (void)state;
    struct mapfixture *f = map_sample();
    struct map_task *task = map_task(f);
    struct route *route = mapsearch_best(task);
    struct map_metrics *m = mapmetrics_solve(task, route);
    for (int c = 1; c < route->plan->row_count; c++)
        for (int t = route->channel_first[c]; t < route->channel_first[c + 1]; t++) {
            mp y = mapmetrics_track_y(m, route, c, &route->tracks[t]);
            assert_true(y > m->row_y[c - 1] + m->row_height[c - 1]);
            assert_true(y < m->row_y[c]);
        }
    struct track upper = {.level = 0}, lower = {.level = 1};
    assert_true(mapmetrics_track_y(m, route, 1, &upper) < mapmetrics_track_y(m, route, 1, &lower));
    arena_free(f->arena);
}

static void a_long_word_shrinks_its_own_card_only(void **state) {
    (void)state;
    struct mapfixture *f = map_new(1, 0);
    for (int i = 0; i < 6; i++)
        map_card(f, 0, -1, i ? "Do it well" : "Qualitätssicherungsmaßnahmen");
    struct map_task *task = map_task(f);
    struct map_metrics *m = mapmetrics_solve(task, mapsearch_best(task));
    assert_int_equal(m->percent[1], 100);
    assert_int_equal(m->title_size, f->look.title_most);
    arena_free(f->arena);
}

static void what_no_paper_holds_is_pressed_into_it(void **state) {
    (void)state;
    struct mapfixture *f = map_new(6, 0);
    f->options = (struct map_options){.width = MM(420), .height = MM(60), .framed = true};
    for (int i = 0; i < 36; i++)
        map_card(f, i / 6, -1, "A title that needs some room in every card");
    for (int i = 0; i < 30; i++)
        map_link(f, i + 6, (i * 7) % (i / 6 * 6 + 6));
    struct map_task *task = map_task(f);
    struct route *route = mapsearch_best(task);
    struct map_metrics *m = mapmetrics_solve(task, route);
    int last = route->plan->row_count - 1;
    assert_true(m->row_y[last] + m->row_height[last] <= m->bottom);
    arena_free(f->arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_channels_and_bands_follow_each_other_down_the_page),
        cmocka_unit_test(tracks_lie_between_their_rows_in_order),
        cmocka_unit_test(a_long_word_shrinks_its_own_card_only),
        cmocka_unit_test(what_no_paper_holds_is_pressed_into_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
