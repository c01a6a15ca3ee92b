#include "mapfixture.h"
#include "report/maplayout.h"

/* The same map for both directions. */
static const struct map_layout *placed(struct mapfixture *f, const char *language) {
    f->model->language = language;
    mapmodel_finish(f->arena, f->model, f->words);
    return strategymap_place(f->arena, f->fonts, f->model, f->words, &f->options, f->diags);
}

static void assert_turned(struct rect a, struct rect b, mp page) {
    assert_int_equal(a.x, page - b.x - b.w);
    assert_int_equal(a.y, b.y);
    assert_int_equal(a.w, b.w);
    assert_int_equal(a.h, b.h);
}

static void a_map_read_from_the_right_is_the_other_one_turned(void **state) {
    (void)state;
    struct mapfixture *f = map_sample();
    const struct map_layout *left = placed(f, "en"), *right = placed(f, "ar");
    const mp page = left->look.page.w;
    for (size_t i = 0; i < f->model->cards.count; i++)
        assert_turned(right->cards[i], left->cards[i], page);
    for (size_t i = 0; i < f->model->bands.count; i++)
        assert_turned(right->bands[i], left->bands[i], page);
    for (size_t i = 0; i < f->model->links.count; i++)
        for (size_t k = 0; k < left->ways[i].count; k++) {
            assert_int_equal(right->ways[i].points[k].x, page - left->ways[i].points[k].x);
            assert_int_equal(right->ways[i].points[k].y, left->ways[i].points[k].y);
        }
    assert_int_equal(left->pieces.count, right->pieces.count);
    arena_free(f->arena);
}

static void its_texts_move_but_are_not_turned(void **state) {
    (void)state;
    struct mapfixture *f = map_sample();
    const struct map_layout *left = placed(f, "en"), *right = placed(f, "ar");
    for (size_t i = 0; i < left->pieces.count; i++) {
        const struct map_piece *a = &left->pieces.items[i], *b = &right->pieces.items[i];
        if (a->kind != PIECE_TEXT)
            continue;
        assert_int_equal(a->x - a->rect.x, b->x - b->rect.x);
        assert_true(b->rect.x >= 0 && b->rect.x + b->rect.w <= right->look.page.w);
    }
    arena_free(f->arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_map_read_from_the_right_is_the_other_one_turned),
        cmocka_unit_test(its_texts_move_but_are_not_turned),
    };
    return cmocka_run_group_tests_name("mapturn", tests, NULL, NULL);
}
