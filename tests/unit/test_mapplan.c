#include "mapfixture.h"

static void every_card_finds_a_place_in_its_bands_rows(void **state) {
    (void)state;
    struct mapfixture *f = map_sample();
    struct map_task *task = map_task(f);
    struct map_plan plans[MAP_PLANS];
    int count = mapplan_best(task, plans);
    assert_true(count > 0);
    for (int p = 0; p < count; p++) {
        for (int band = 0; band < 4; band++) {
            assert_true(plans[p].first[band] <= plans[p].last[band]);
            assert_int_equal(plans[p].rows[plans[p].first[band]].free, band == 3);
        }
        assert_true(plans[p].column_quarters[0] + plans[p].column_quarters[1] <= plans[p].quarters);
        assert_true(p == 0 || plans[p].score <= plans[p - 1].score);
    }
    arena_free(f->arena);
}

static void a_chain_within_a_band_asks_for_rows(void **state) {
    (void)state;
    struct mapfixture *f = map_new(2, 0);
    for (int i = 0; i < 3; i++)
        map_card(f, 0, -1, "Do well");
    map_card(f, 1, -1, "Begin");
    map_link(f, 1, 0);
    map_link(f, 2, 1);
    struct map_task *task = map_task(f);
    struct map_plan plans[MAP_PLANS];
    mapplan_best(task, plans);
    assert_int_equal(plans[0].last[0] - plans[0].first[0] + 1, 3);
    arena_free(f->arena);
}

static void free_cards_of_a_themed_map_are_wider_but_stay_in_the_grid(void **state) {
    (void)state;
    struct mapfixture *f = map_sample();
    struct map_task *task = map_task(f);
    struct map_plan plans[MAP_PLANS];
    mapplan_best(task, plans);
    int free = plans[0].last[3];
    assert_true(mapplan_card_width(task, &plans[0], free) > mapplan_card_width(task, &plans[0], 0));
    int last = plans[0].quarters - plans[0].rows[free].span;
    assert_true(mapplan_x(task, &plans[0], free, last) +
                    mapplan_card_width(task, &plans[0], free) <=
                task->left + task->width);
    arena_free(f->arena);
}

static void more_lines_make_a_taller_card(void **state) {
    (void)state;
    struct mapfixture *f = map_sample();
    map_task(f);
    mp one = mapplan_card_height(&f->look, PT(11), 1),
       two = mapplan_card_height(&f->look, PT(11), 2);
    assert_int_equal(two - one, PT(11) * 12 / 10);
    f->look.compact = true;
    assert_true(mapplan_card_height(&f->look, PT(11), 1) < one);
    arena_free(f->arena);
}

static void titles_are_as_large_as_trying_one_size_after_another_makes_them(void **state) {
    (void)state;
    const char *titles[] = {"Do well", "Do the next thing in the right way", "Replace",
                            "Simplify incomprehensible organizational responsibilities"};
    int different = 0;
    for (int cards = 2; cards < 40; cards += 3) {
        struct mapfixture *f = map_new(3, 2);
        f->options.height = MM(120 + 4 * cards);
        for (int i = 0; i < cards; i++)
            map_card(f, i % 3, i % 4 ? i % 2 : -1, titles[i % 4]);
        struct map_task *task = map_task(f);
        struct map_plan plans[MAP_PLANS];
        int count = mapplan_best(task, plans);
        for (int i = 0; i < count; i++) {
            mp size = f->look.title_most;
            while (size > f->look.title_step * 14 && !mapplan_holds(task, &plans[i], size))
                size -= f->look.title_step;
            assert_int_equal(mapplan_title_size(task, &plans[i]), size);
            different += size < f->look.title_most && size > f->look.title_step * 14;
        }
        arena_free(f->arena);
    }
    assert_true(different > 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_card_finds_a_place_in_its_bands_rows),
        cmocka_unit_test(a_chain_within_a_band_asks_for_rows),
        cmocka_unit_test(free_cards_of_a_themed_map_are_wider_but_stay_in_the_grid),
        cmocka_unit_test(more_lines_make_a_taller_card),
        cmocka_unit_test(titles_are_as_large_as_trying_one_size_after_another_makes_them),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
