#include "mapfixture.h"
#include "report/mapdraw.h"
#include "report/mapspeech.h"

static void the_scene_is_sound_and_says_what_it_shows(void **state) {
    (void)state;
    struct mapfixture *f = map_sample();
    mapmodel_finish(f->arena, f->model, f->words);
    const struct map_layout *layout =
        strategymap_place(f->arena, f->fonts, f->model, f->words, &f->options, f->diags);
    const struct scene *scene = mapdraw_scene(f->arena, f->model, layout, f->words);
    assert_null(scene_problem(scene));
    assert_string_equal(scene->title, "Map");
    assert_non_null(strstr(scene->description, "14 objectives"));
    assert_non_null(strstr(scene->description, "main chain"));
    assert_int_equal(scene->elements.items[1].tag, TAG_H1);
    const struct scene_element *figure = &scene->elements.items[1];
    while (figure->tag != TAG_FIGURE)
        figure++;
    assert_string_equal(scene_detail(figure)->alt, "Map");
    const struct scene_element *told = figure + 1;
    assert_int_equal(told->tag, TAG_P);
    assert_string_equal(scene_detail(told)->actual, mapspeech_of(f->arena, f->model, f->words));
    arena_free(f->arena);
}

static void objectives_and_links_are_named_groups(void **state) {
    (void)state;
    struct mapfixture *f = map_sample();
    mapmodel_finish(f->arena, f->model, f->words);
    const struct map_layout *layout =
        strategymap_place(f->arena, f->fonts, f->model, f->words, &f->options, f->diags);
    const struct scene *scene = mapdraw_scene(f->arena, f->model, layout, f->words);
    const struct scene_page *page = &scene->pages.items[0];
    size_t cards = 0, links = 0, titles = 0;
    for (size_t i = 0; i < page->items.count; i++) {
        if (page->items.items[i].kind != SCENE_GROUP_BEGIN)
            continue;
        const struct scene_group *g = page->items.items[i].as.group;
        if (!g->id)
            continue;
        titles += strncmp(g->id, "title-", 6) == 0;
        if (strncmp(g->id, "obj-", 4) == 0) {
            cards++;
            assert_string_equal(g->data_status, "amber");
            assert_true(g->focusable);
            assert_non_null(strstr(g->title, "At risk, 52 of 100, improving"));
            assert_non_null(strstr(g->description, "Owner: Head of Work."));
        }
        if (strncmp(g->id, "link-", 5) == 0) {
            links++;
            assert_non_null(strstr(g->title, "→"));
        }
    }
    assert_int_equal(cards, f->model->cards.count);
    assert_int_equal(links, f->model->links.count);
    assert_int_equal(titles, cards);
    arena_free(f->arena);
}

static void a_card_that_is_pointed_at_or_has_the_focus_darkens_its_links(void **state) {
    (void)state;
    struct mapfixture *f = map_new(2, 0);
    const int cause = map_card(f, 1, -1, "Learn how"), effect = map_card(f, 0, -1, "Do it");
    map_link(f, cause, effect);
    mapmodel_finish(f->arena, f->model, f->words);
    const struct map_layout *layout =
        strategymap_place(f->arena, f->fonts, f->model, f->words, &f->options, f->diags);
    const struct scene *scene =
        strategymap_draw(f->arena, f->fonts, f->model, layout, f->words, f->diags);
    assert_string_equal(
        scene->style, "svg:has(#obj-O0:is(:hover,:focus)) :is(#link-O0-O1) path{stroke:#16202c}\n"
                      "svg:has(#obj-O1:is(:hover,:focus)) :is(#link-O0-O1) path{stroke:#16202c}\n");
    f->model->cards.items[0].id = "O{0";
    scene = strategymap_draw(f->arena, f->fonts, f->model, layout, f->words, f->diags);
    assert_null(scene->style);
    arena_free(f->arena);
}

static void cards_of_a_poster_that_lead_elsewhere_are_links(void **state) {
    (void)state;
    struct mapfixture *f = map_sample();
    mapmodel_finish(f->arena, f->model, f->words);
    f->model->cards.items[2].href = "https://example.org/O2";
    const struct map_layout *layout =
        strategymap_place(f->arena, f->fonts, f->model, f->words, &f->options, f->diags);
    const struct scene *scene = mapdraw_scene(f->arena, f->model, layout, f->words);
    assert_null(scene_problem(scene));
    assert_int_equal(scene->pages.items[0].links.count, 1);
    const struct scene_link *link = &scene->pages.items[0].links.items[0];
    assert_string_equal(link->uri, "https://example.org/O2");
    assert_non_null(strstr(link->contents, "At risk, 52 of 100"));
    assert_int_equal(link->rect.x, layout->cards[2].x);
    size_t told = 0;
    for (size_t i = 0; i < scene->elements.count; i++)
        told += scene_detail(&scene->elements.items[i])->actual != NULL;
    assert_int_equal(told, 2); /* the map, and the card */
    arena_free(f->arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_scene_is_sound_and_says_what_it_shows),
        cmocka_unit_test(objectives_and_links_are_named_groups),
        cmocka_unit_test(cards_of_a_poster_that_lead_elsewhere_are_links),
        cmocka_unit_test(a_card_that_is_pointed_at_or_has_the_focus_darkens_its_links),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
