#include "layout/style.h"
#include "mapfixture.h"
#include "report/maplayout.h"

static void band_labels_and_theme_names_stand_in_their_boxes(void **state) {
    (void)state;
    struct mapfixture *f = map_sample();
    mapmodel_finish(f->arena, f->model, f->words);
    const struct map_layout *layout =
        strategymap_place(f->arena, f->fonts, f->model, f->words, &f->options, f->diags);
    for (size_t i = 0; i < layout->pieces.count; i++) {
        const struct map_piece *p = &layout->pieces.items[i];
        if (p->kind != PIECE_TEXT)
            continue;
        if (p->holder == HOLDER_BAND)
            assert_true(inside(p->rect, layout->bands[p->index]));
        if (p->holder == HOLDER_THEME)
            assert_true(inside(p->rect, layout->themes[p->index]));
    }
    arena_free(f->arena);
}

static void cards_stand_in_their_bands_and_themed_ones_under_their_headers(void **state) {
    (void)state;
    struct mapfixture *f = map_sample();
    mapmodel_finish(f->arena, f->model, f->words);
    const struct map_layout *layout =
        strategymap_place(f->arena, f->fonts, f->model, f->words, &f->options, f->diags);
    for (size_t i = 0; i < f->model->cards.count; i++) {
        const struct map_card *card = &f->model->cards.items[i];
        assert_true(inside(layout->cards[i], layout->bands[card->band]));
        if (card->theme >= 0) {
            struct rect head = layout->themes[card->theme];
            assert_true(layout->cards[i].x >= head.x);
            assert_true(layout->cards[i].x + layout->cards[i].w <= head.x + head.w);
            assert_true(layout->cards[i].y > head.y);
        }
    }
    arena_free(f->arena);
}

static void questions_stand_in_all_bands_or_in_none(void **state) {
    (void)state;
    struct mapfixture *f = map_sample();
    struct textbuf question;
    textbuf_init(&question, f->arena);
    for (int i = 0; i < 80; i++)
        textbuf_str(&question, "and then what ");
    f->model->bands.items[1].question = textbuf_text(&question);
    mapmodel_finish(f->arena, f->model, f->words);
    const struct map_layout *layout =
        strategymap_place(f->arena, f->fonts, f->model, f->words, &f->options, f->diags);
    for (size_t i = 0; i < layout->pieces.count; i++)
        if (layout->pieces.items[i].kind == PIECE_TEXT &&
            layout->pieces.items[i].holder == HOLDER_BAND)
            assert_true(strncmp(layout->pieces.items[i].text, "Band", 4) == 0);
    arena_free(f->arena);
}

/* Fill of the plain rectangle that the band's name stands on, and colour of the name. */
static void label_of(const struct map_layout *layout, int band, uint32_t *fill, uint32_t *words) {
    for (size_t i = 0; i < layout->pieces.count; i++) {
        const struct map_piece *p = &layout->pieces.items[i];
        if (p->holder != HOLDER_BAND || p->index != band)
            continue;
        if (p->kind == PIECE_BOX)
            *fill = p->fill;
        if (p->kind == PIECE_TEXT)
            *words = p->fill;
    }
}

static void a_perspective_of_its_own_colour_has_words_that_can_be_read_on_it(void **state) {
    (void)state;
    struct mapfixture *f = map_sample();
    f->model->bands.items[0].colour = 0xFFD700;
    f->model->bands.items[1].colour = 0x5B2245;
    mapmodel_finish(f->arena, f->model, f->words);
    uint32_t fill = 0, words = 0;
    for (int dark = 0; dark < 2; dark++) {
        f->options.dark = dark;
        const struct map_layout *layout =
            strategymap_place(f->arena, f->fonts, f->model, f->words, &f->options, f->diags);
        label_of(layout, 0, &fill, &words);
        assert_int_equal(fill, dark ? style_ramp(0) : 0xFFD700);
        assert_int_equal(words == 0x16202C, !dark);
        label_of(layout, 1, &fill, &words);
        assert_int_equal(fill, dark ? style_ramp(1) : 0x5B2245);
        assert_int_not_equal(words, 0x16202C);
    }
    arena_free(f->arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(band_labels_and_theme_names_stand_in_their_boxes),
        cmocka_unit_test(cards_stand_in_their_bands_and_themed_ones_under_their_headers),
        cmocka_unit_test(a_perspective_of_its_own_colour_has_words_that_can_be_read_on_it),
        cmocka_unit_test(questions_stand_in_all_bands_or_in_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
