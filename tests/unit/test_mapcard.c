#include "mapfixture.h"
#include "report/maplayout.h"

static void every_text_of_a_card_stands_inside_it(void **state) {
    (void)state;
    struct mapfixture *f = map_sample();
    mapmodel_finish(f->arena, f->model, f->words);
    const struct map_layout *layout =
        strategymap_place(f->arena, f->fonts, f->model, f->words, &f->options, f->diags);
    int texts = 0;
    for (size_t i = 0; i < layout->pieces.count; i++) {
        const struct map_piece *p = &layout->pieces.items[i];
        if (p->holder != HOLDER_CARD || p->kind != PIECE_TEXT)
            continue;
        texts++;
        assert_true(inside(p->rect, layout->cards[p->index]));
    }
    assert_true(texts >= (int)f->model->cards.count * 4);
    arena_free(f->arena);
}

static void all_cards_of_a_map_show_the_same_details(void **state) {
    (void)state;
    struct mapfixture *f = map_sample();
    f->model->cards.items[3].score_text = "An uncommonly long status word indeed";
    mapmodel_finish(f->arena, f->model, f->words);
    const struct map_layout *layout =
        strategymap_place(f->arena, f->fonts, f->model, f->words, &f->options, f->diags);
    for (size_t i = 0; i < layout->pieces.count; i++)
        if (layout->pieces.items[i].kind == PIECE_TEXT)
            assert_string_not_equal(layout->pieces.items[i].text, "2 measures");
    arena_free(f->arena);
}

static void a_changed_status_is_ringed(void **state) {
    (void)state;
    struct mapfixture *f = map_sample();
    f->model->cards.items[5].changed = true;
    mapmodel_finish(f->arena, f->model, f->words);
    const struct map_layout *layout =
        strategymap_place(f->arena, f->fonts, f->model, f->words, &f->options, f->diags);
    int rings = 0;
    for (size_t i = 0; i < layout->pieces.count; i++) {
        const struct map_piece *p = &layout->pieces.items[i];
        if (p->holder == HOLDER_CARD && p->kind == PIECE_BOX && p->stroke == NAVY) {
            assert_int_equal(p->index, 5);
            rings++;
        }
    }
    assert_int_equal(rings, 1);
    arena_free(f->arena);
}

static void inside_the_packet_the_id_stands_at_the_bottom_and_no_owner(void **state) {
    (void)state;
    struct mapfixture *f = map_sample();
    f->options = (struct map_options){.width = MM(264), .height = MM(156), .framed = false};
    mapmodel_finish(f->arena, f->model, f->words);
    const struct map_layout *layout =
        strategymap_place(f->arena, f->fonts, f->model, f->words, &f->options, f->diags);
    int ids = 0;
    for (size_t i = 0; i < layout->pieces.count; i++) {
        const struct map_piece *p = &layout->pieces.items[i];
        if (p->kind != PIECE_TEXT || p->holder != HOLDER_CARD)
            continue;
        assert_string_not_equal(p->text, "Head of Work");
        assert_true(p->size >= PT(7));
        ids += strcmp(p->text, f->model->cards.items[p->index].id) == 0;
    }
    assert_int_equal(ids, f->model->cards.count);
    arena_free(f->arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_text_of_a_card_stands_inside_it),
        cmocka_unit_test(all_cards_of_a_map_show_the_same_details),
        cmocka_unit_test(a_changed_status_is_ringed),
        cmocka_unit_test(inside_the_packet_the_id_stands_at_the_bottom_and_no_owner),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
