#include "mapfixture.h"
#include "report/maplayout.h"

static void the_title_block_says_what_when_and_how_it_stands(void **state) {
    (void)state;
    struct mapfixture *f = map_sample();
    f->model->mission = "Every patient";
    f->model->period = "September 2026";
    f->model->as_of = "30 Sep 2026";
    f->model->source = "0123456789abcdef";
    mapmodel_finish(f->arena, f->model, f->words);
    const struct map_layout *layout =
        strategymap_place(f->arena, f->fonts, f->model, f->words, &f->options, f->diags);
    struct textbuf all;
    textbuf_init(&all, f->arena);
    for (size_t i = 0; i < layout->pieces.count; i++)
        if (layout->pieces.items[i].kind == PIECE_TEXT &&
            (layout->pieces.items[i].holder == HOLDER_PAGE ||
             layout->pieces.items[i].holder == HOLDER_FOOTER))
            textbuf_printf(&all, "[%s]", layout->pieces.items[i].text);
    assert_non_null(strstr(textbuf_text(&all), "[Map]"));
    assert_non_null(strstr(textbuf_text(&all), "[Every patient]"));
    assert_non_null(strstr(textbuf_text(&all), "[September 2026]"));
    assert_non_null(strstr(textbuf_text(&all), "[14 at risk]"));
    assert_non_null(strstr(textbuf_text(&all), "As of 30 Sep 2026"));
    assert_non_null(strstr(textbuf_text(&all), "0123456789]"));
    arena_free(f->arena);
}

static void the_legend_explains_what_the_map_shows_and_stays_on_the_page(void **state) {
    (void)state;
    struct mapfixture *f = map_sample();
    mapmodel_finish(f->arena, f->model, f->words);
    const struct map_layout *layout =
        strategymap_place(f->arena, f->fonts, f->model, f->words, &f->options, f->diags);
    bool negative = false, lag = false, ring = false;
    for (size_t i = 0; i < layout->pieces.count; i++) {
        const struct map_piece *p = &layout->pieces.items[i];
        if (p->holder != HOLDER_LEGEND || p->kind != PIECE_TEXT)
            continue;
        assert_true(inside(p->rect, layout->look.page));
        negative = negative || strcmp(p->text, "works against") == 0;
        lag = lag || strcmp(p->text, "time to effect") == 0;
        ring = ring || strcmp(p->text, "status changed") == 0;
    }
    assert_true(negative && lag);
    assert_false(ring);
    arena_free(f->arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_title_block_says_what_when_and_how_it_stands),
        cmocka_unit_test(the_legend_explains_what_the_map_shows_and_stays_on_the_page),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
