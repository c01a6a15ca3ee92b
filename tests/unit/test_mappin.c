#include "mapfixture.h"
#include "report/mapkeep.h"
#include "report/maplayout.h"
#include "report/mappin.h"

/* Eight cards of one band, and a band below that drives them. */
static struct mapfixture *wide_map(void) {
    struct mapfixture *f = map_new(2, 0);
    for (int i = 0; i < 8; i++)
        map_card(f, 0, -1, "Do what must be done");
    for (int i = 0; i < 4; i++)
        map_link(f, map_card(f, 1, -1, "Learn how"), i);
    f->options.effort = 20;
    return f;
}

static void pin(struct mapfixture *f, int card, int row, int place) {
    f->model->cards.items[card].pin_row = row;
    f->model->cards.items[card].pin_place = place;
}

static const struct map_layout *placed(struct mapfixture *f) {
    mapmodel_finish(f->arena, f->model, f->words);
    return strategymap_place(f->arena, f->fonts, f->model, f->words, &f->options, f->diags);
}

static size_t said(struct mapfixture *f, enum diag_code code) {
    size_t count, found = 0;
    const struct diag *diag = diags_sorted(f->diags, &count);
    for (size_t i = 0; i < count; i++)
        found += diag[i].code == code;
    return found;
}

static void cards_stand_in_the_row_and_order_they_are_pinned_to(void **state) {
    (void)state;
    struct mapfixture *f = wide_map();
    pin(f, 6, 1, 1);
    pin(f, 1, 1, 2);
    pin(f, 0, 2, 1);
    pin(f, 5, 2, 2);
    const struct map_layout *layout = placed(f);
    const struct rect *box = layout->cards;
    assert_int_equal(said(f, BP5080), 0);
    assert_int_equal(box[6].y, box[1].y);
    assert_int_equal(box[0].y, box[5].y);
    assert_true(box[0].y > box[6].y);
    assert_true(box[6].x < box[1].x);
    assert_true(box[0].x < box[5].x);
    for (int i = 0; i < 8; i++)
        if (i != 6 && i != 1 && box[i].y == box[6].y)
            assert_true(box[i].x > box[1].x);
    arena_free(f->arena);
}

static void pins_order_the_columns_of_themes(void **state) {
    for (int turn = 0; turn < 2; turn++) {
        (void)state;
        struct mapfixture *f = map_sample();
        int first = -1, second = -1;
        for (int i = 0; i < (int)f->model->cards.count; i++) {
            const struct map_card *card = &f->model->cards.items[i];
            if (card->theme == 0 && first < 0)
                first = i;
        }
        for (int i = 0; i < (int)f->model->cards.count; i++) {
            const struct map_card *card = &f->model->cards.items[i];
            if (card->theme == 1 && card->band == f->model->cards.items[first].band && second < 0)
                second = i;
        }
        assert_true(second >= 0);
        pin(f, first, 1, 1 + turn);
        pin(f, second, 1, 2 - turn);
        const struct map_layout *layout = placed(f);
        assert_int_equal(said(f, BP5080), 0);
        assert_true((layout->cards[first].x < layout->cards[second].x) == (turn == 0));
        arena_free(f->arena);
    }
}

static void BP5080_is_for_a_pin_that_nothing_can_honour(void **state) {
    (void)state;
    struct mapfixture *f = map_new(1, 0);
    map_card(f, 0, -1, "Do it");
    map_card(f, 0, -1, "Do more");
    pin(f, 1, 3, 0);
    placed(f);
    assert_int_equal(said(f, BP5080), 1);
    arena_free(f->arena);
}

static void a_kept_card_goes_where_it_is_pinned(void **state) {
    (void)state;
    struct mapfixture *f = wide_map();
    const struct map_layout *before = placed(f);
    int left = 0, right = 0;
    for (int i = 0; i < 8; i++) {
        if (before->cards[i].y != before->cards[0].y)
            continue;
        left = before->cards[i].x < before->cards[left].x ? i : left;
        right = before->cards[i].x > before->cards[right].x ? i : right;
    }
    struct map_kept *kept = arena_alloc(f->arena, sizeof *kept);
    *kept = *before->arrangement;
    kept->path = "last.json";
    f->options.kept = kept;
    pin(f, right, 0, 1);
    pin(f, left, 0, 2);
    f->diags = diags_new(f->arena);
    const struct map_layout *after = placed(f);
    assert_int_equal(said(f, BP5080), 0);
    assert_true(after->cards[right].y != after->cards[left].y ||
                after->cards[right].x < after->cards[left].x);
    assert_true(said(f, BP5090) > 0);
    arena_free(f->arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cards_stand_in_the_row_and_order_they_are_pinned_to),
        cmocka_unit_test(pins_order_the_columns_of_themes),
        cmocka_unit_test(BP5080_is_for_a_pin_that_nothing_can_honour),
        cmocka_unit_test(a_kept_card_goes_where_it_is_pinned),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
