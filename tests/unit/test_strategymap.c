#include "mapfixture.h"
#include "report/maplayout.h"

static bool through(struct point a, struct point b, struct rect r) {
    mp low = length_min(a.x, b.x), high = length_max(a.x, b.x);
    mp top = length_min(a.y, b.y), bottom = length_max(a.y, b.y);
    return high > r.x && low < r.x + r.w && bottom > r.y && top < r.y + r.h;
}

static void cards_do_not_overlap_and_no_link_runs_through_one(void **state) {
    (void)state;
    struct mapfixture *f = map_sample();
    mapmodel_finish(f->arena, f->model, f->words);
    const struct map_layout *layout =
        strategymap_place(f->arena, f->fonts, f->model, f->words, &f->options, f->diags);
    size_t cards = f->model->cards.count;
    for (size_t i = 0; i < cards; i++) {
        assert_true(inside(layout->cards[i], layout->look.drawing));
        for (size_t j = 0; j < i; j++)
            assert_false(overlap(layout->cards[i], layout->cards[j]));
    }
    for (size_t i = 0; i < f->model->links.count; i++)
        for (size_t k = 1; k < layout->ways[i].count; k++)
            for (size_t c = 0; c < cards; c++)
                assert_false(through(layout->ways[i].points[k - 1], layout->ways[i].points[k],
                                     layout->cards[c]));
    arena_free(f->arena);
}

/* Four full bands; the lowest drives the one above and, past two bands, the highest. */
static void links_over_two_bands_keep_clear_of_all_cards_between(void **state) {
    (void)state;
    struct mapfixture *f = map_new(4, 0);
    for (int i = 0; i < 16; i++)
        map_card(f, i / 4, -1, "Renew what we all rely on");
    for (int i = 4; i < 16; i++)
        map_link(f, i, i - 4);
    map_link(f, 12, 3);
    map_link(f, 15, 0);
    map_link(f, 13, 1)->negative = true;
    mapmodel_finish(f->arena, f->model, f->words);
    const struct map_layout *layout =
        strategymap_place(f->arena, f->fonts, f->model, f->words, &f->options, f->diags);
    for (size_t i = 0; i < f->model->links.count; i++)
        for (size_t k = 1; k < layout->ways[i].count; k++) {
            const struct point *p = &layout->ways[i].points[k];
            assert_true(p[0].y <= p[-1].y); /* never down, so never round a card from above */
            for (size_t c = 0; c < f->model->cards.count; c++)
                assert_false(through(p[-1], p[0], layout->cards[c]));
        }
    for (size_t i = 12; i < f->model->links.count; i++) /* a few turns in each channel at most */
        assert_true(layout->ways[i].count <= 10);
    arena_free(f->arena);
}

static void links_do_not_run_through_texts_but_their_own_chips(void **state) {
    (void)state;
    struct mapfixture *f = map_sample();
    mapmodel_finish(f->arena, f->model, f->words);
    const struct map_layout *layout =
        strategymap_place(f->arena, f->fonts, f->model, f->words, &f->options, f->diags);
    for (size_t i = 0; i < f->model->links.count; i++)
        for (size_t t = 0; t < layout->pieces.count; t++) {
            const struct map_piece *p = &layout->pieces.items[t];
            if (p->kind != PIECE_TEXT || (p->holder == HOLDER_LINK && p->index == (int)i))
                continue;
            for (size_t k = 1; k < layout->ways[i].count; k++)
                assert_false(
                    through(layout->ways[i].points[k - 1], layout->ways[i].points[k], p->rect));
        }
    arena_free(f->arena);
}

static void titles_too_small_to_read_are_warned_of(void **state) {
    (void)state;
    struct mapfixture *f = map_sample();
    mapmodel_finish(f->arena, f->model, f->words);
    strategymap_place(f->arena, f->fonts, f->model, f->words, &f->options, f->diags);
    assert_int_equal(diags_count(f->diags, DIAG_NOTE), 0);
    f->options.width = MM(105);
    f->options.height = MM(74);
    strategymap_place(f->arena, f->fonts, f->model, f->words, &f->options, f->diags);
    size_t count;
    const struct diag *diag = diags_sorted(f->diags, &count);
    assert_int_equal(count, 1);
    assert_int_equal(diag->code, BP5005);
    arena_free(f->arena);
}

static void the_paper_decides_what_is_too_small_to_read(void **state) {
    (void)state;
    struct mapfixture *f = map_sample();
    mapmodel_finish(f->arena, f->model, f->words);
    f->options.sheet_width = MM(105);
    f->options.sheet_height = MM(74);
    f->options.sheet_name = "A7";
    const struct map_layout *layout =
        strategymap_place(f->arena, f->fonts, f->model, f->words, &f->options, f->diags);
    size_t count;
    const struct diag *diag = diags_sorted(f->diags, &count);
    assert_int_equal(count, 1);
    assert_int_equal(diag->code, BP5005);
    assert_non_null(strstr(diag->message, "too dense for A7"));
    /* It is laid out on its board, and drawn and told on its paper. */
    assert_int_equal(layout->look.page.w, MM(420));
    const struct scene *scene =
        strategymap_draw(f->arena, f->fonts, f->model, layout, f->words, f->diags);
    assert_int_equal(scene->pages.items[0].width, MM(105));
    struct textbuf out;
    textbuf_init(&out, f->arena);
    strategymap_json(f->model, layout, &out);
    assert_non_null(strstr(textbuf_text(&out), "\"page\":{\"w\":105,\"h\":74}"));
    arena_free(f->arena);
}

static void the_same_map_gives_the_same_numbers(void **state) {
    (void)state;
    struct textbuf out[2];
    struct mapfixture *f[2];
    for (int i = 0; i < 2; i++) {
        f[i] = map_sample();
        mapmodel_finish(f[i]->arena, f[i]->model, f[i]->words);
        textbuf_init(&out[i], f[i]->arena);
        strategymap_json(f[i]->model,
                         strategymap_place(f[i]->arena, f[i]->fonts, f[i]->model, f[i]->words,
                                           &f[i]->options, f[i]->diags),
                         &out[i]);
    }
    assert_string_equal(textbuf_text(&out[0]), textbuf_text(&out[1]));
    arena_free(f[0]->arena);
    arena_free(f[1]->arena);
}

static void statuses_may_change_without_moving_a_box(void **state) {
    (void)state;
    struct mapfixture *f = map_sample();
    mapmodel_finish(f->arena, f->model, f->words);
    const struct map_layout *before =
        strategymap_place(f->arena, f->fonts, f->model, f->words, &f->options, f->diags);
    for (size_t i = 0; i < f->model->cards.count; i++) {
        f->model->cards.items[i].mark = MARK_RED;
        f->model->cards.items[i].score_text = "7";
        f->model->cards.items[i].trend = TREND_WORSENING;
    }
    const struct map_layout *after =
        strategymap_place(f->arena, f->fonts, f->model, f->words, &f->options, f->diags);
    for (size_t i = 0; i < f->model->cards.count; i++)
        assert_memory_equal(&before->cards[i], &after->cards[i], sizeof(struct rect));
    arena_free(f->arena);
}

static void a_map_without_objectives_says_so(void **state) {
    (void)state;
    struct mapfixture *f = map_new(2, 1);
    mapmodel_finish(f->arena, f->model, f->words);
    const struct map_layout *layout =
        strategymap_place(f->arena, f->fonts, f->model, f->words, &f->options, f->diags);
    const struct scene *scene =
        strategymap_draw(f->arena, f->fonts, f->model, layout, f->words, f->diags);
    assert_null(scene_problem(scene));
    bool said = false;
    for (size_t i = 0; i < layout->pieces.count; i++)
        said = said || (layout->pieces.items[i].kind == PIECE_TEXT &&
                        strcmp(layout->pieces.items[i].text, "This map has no objectives.") == 0);
    assert_true(said);
    arena_free(f->arena);
}

static void one_lonely_objective_is_a_map(void **state) {
    (void)state;
    struct mapfixture *f = map_new(3, 2);
    map_card(f, 1, 1, "Win");
    mapmodel_finish(f->arena, f->model, f->words);
    const struct map_layout *layout =
        strategymap_place(f->arena, f->fonts, f->model, f->words, &f->options, f->diags);
    assert_true(inside(layout->cards[0], layout->bands[1]));
    assert_int_equal(layout->bands[0].h, 0);
    assert_null(
        scene_problem(strategymap_draw(f->arena, f->fonts, f->model, layout, f->words, f->diags)));
    arena_free(f->arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cards_do_not_overlap_and_no_link_runs_through_one),
        cmocka_unit_test(links_over_two_bands_keep_clear_of_all_cards_between),
        cmocka_unit_test(links_do_not_run_through_texts_but_their_own_chips),
        cmocka_unit_test(titles_too_small_to_read_are_warned_of),
        cmocka_unit_test(the_paper_decides_what_is_too_small_to_read),
        cmocka_unit_test(the_same_map_gives_the_same_numbers),
        cmocka_unit_test(statuses_may_change_without_moving_a_box),
        cmocka_unit_test(a_map_without_objectives_says_so),
        cmocka_unit_test(one_lonely_objective_is_a_map),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
