#include "mapfixture.h"
#include "report/maplayout.h"

static void ways_are_level_or_upright_and_end_at_their_cards(void **state) {
    (void)state;
    struct mapfixture *f = map_sample();
    mapmodel_finish(f->arena, f->model, f->words);
    const struct map_layout *layout =
        strategymap_place(f->arena, f->fonts, f->model, f->words, &f->options, f->diags);
    for (size_t i = 0; i < f->model->links.count; i++) {
        const struct map_way *way = &layout->ways[i];
        const struct map_link *link = &f->model->links.items[i];
        struct rect from = layout->cards[link->from], to = layout->cards[link->to];
        struct point a = way->points[0], b = way->points[way->count - 1];
        assert_true(a.y == from.y || a.y == from.y + from.h || a.x == from.x ||
                    a.x == from.x + from.w);
        assert_true(b.y == to.y || b.y == to.y + to.h || b.x == to.x || b.x == to.x + to.w);
        for (size_t k = 1; k < way->count; k++)
            assert_true(way->points[k].x == way->points[k - 1].x ||
                        way->points[k].y == way->points[k - 1].y);
    }
    arena_free(f->arena);
}

static void chips_stand_by_their_source_and_only_where_there_is_something_to_say(void **state) {
    (void)state;
    struct mapfixture *f = map_sample();
    mapmodel_finish(f->arena, f->model, f->words);
    const struct map_layout *layout =
        strategymap_place(f->arena, f->fonts, f->model, f->words, &f->options, f->diags);
    for (size_t i = 0; i < f->model->links.count; i++) {
        const struct map_way *way = &layout->ways[i];
        assert_int_equal(way->chip.w > 0, f->model->links.items[i].chip_text != NULL);
        if (way->chip.w > 0)
            assert_false(overlap(way->chip, layout->cards[f->model->links.items[i].from]));
    }
    arena_free(f->arena);
}

static void level_lines_pause_where_uprights_of_other_nets_cross(void **state) {
    (void)state;
    struct mapfixture *f = map_new(2, 0);
    /* Three causes of three effects each: no plane holds that without a crossing. */
    for (int i = 0; i < 6; i++)
        map_card(f, i / 3, -1, "Do it");
    for (int from = 3; from < 6; from++)
        for (int to = 0; to < 3; to++)
            map_link(f, from, to);
    mapmodel_finish(f->arena, f->model, f->words);
    const struct map_layout *layout =
        strategymap_place(f->arena, f->fonts, f->model, f->words, &f->options, f->diags);
    assert_true(layout->crossings.count >= 1);
    for (size_t i = 0; i < layout->crossings.count; i++) {
        assert_true(layout->crossings.items[i].half > 0);
        assert_true(inside(
            (struct rect){layout->crossings.items[i].at.x, layout->crossings.items[i].at.y, 0, 0},
            layout->look.drawing));
    }
    arena_free(f->arena);
}

static void dashes_are_not_drawn_over_dashes(void **state) {
    (void)state;
    struct mapfixture *f = map_new(2, 0);
    map_card(f, 0, -1, "Win");
    map_card(f, 1, -1, "Hurry");
    map_card(f, 1, -1, "Save");
    map_link(f, 1, 0)->negative = true;
    map_link(f, 2, 0)->negative = true;
    mapmodel_finish(f->arena, f->model, f->words);
    const struct map_layout *layout =
        strategymap_place(f->arena, f->fonts, f->model, f->words, &f->options, f->diags);
    assert_int_equal(layout->ways[0].net, layout->ways[1].net);
    assert_true(layout->ways[0].tipped);
    assert_false(layout->ways[1].tipped);
    arena_free(f->arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ways_are_level_or_upright_and_end_at_their_cards),
        cmocka_unit_test(chips_stand_by_their_source_and_only_where_there_is_something_to_say),
        cmocka_unit_test(level_lines_pause_where_uprights_of_other_nets_cross),
        cmocka_unit_test(dashes_are_not_drawn_over_dashes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
