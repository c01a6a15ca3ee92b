#include "mapfixture.h"

#include "report/maplink.h"

static void an_id_stands_in_the_address_and_cannot_change_what_it_is(void **state) {
    (void)state;
    struct mapfixture *f = map_new(2, 0);
    assert_string_equal(maplink_address(f->arena, "https://a.example/{id}?of={id}", "C1"),
                        "https://a.example/C1?of=C1");
    assert_string_equal(maplink_address(f->arena, "p.pdf#{id}", "a/b?c#d %\u00e9"),
                        "p.pdf#a%2Fb%3Fc%23d%20%25%C3%A9");
    assert_string_equal(maplink_address(f->arena, "p.pdf", "C1"), "p.pdf");
    arena_free(f->arena);
}

static void cards_of_a_pattern_lead_each_to_its_own_address(void **state) {
    (void)state;
    struct mapfixture *f = map_new(2, 0);
    map_card(f, 0, -1, "Do it");
    map_card(f, 1, -1, "Learn how");
    const struct map_model *linked = maplink_pattern(f->arena, f->model, "o/{id}.html");
    assert_string_equal(linked->cards.items[0].href, "o/O0.html");
    assert_string_equal(linked->cards.items[1].href, "o/O1.html");
    assert_null(f->model->cards.items[0].href);
    arena_free(f->arena);
}

static void section(struct document *document, struct scene *scene, const char *anchor,
                    const char *name, uint32_t page) {
    document_section(document, anchor, name);
    scene_add_outline(scene, 1, name, page, 0);
}

static void cards_lead_to_their_deep_dive_else_to_the_scorecard(void **state) {
    (void)state;
    struct mapfixture *f = map_new(2, 0);
    map_card(f, 0, -1, "Do it");
    map_card(f, 1, -1, "Learn how");
    struct document *document = document_new(f->arena);
    struct scene *scene = scene_new(f->arena);
    const struct map_model *linked =
        maplink_pages(f->arena, f->model, document, scene, 0, "packet.pdf");
    assert_null(linked->cards.items[0].href);
    section(document, scene, "scorecard", "Scorecard", 2);
    section(document, scene, "dives", "Deep dive \u00b7 O1 Learn how", 6);
    section(document, scene, "dives:O10", "Deep dive \u00b7 O10 Do it", 7);
    linked = maplink_pages(f->arena, f->model, document, scene, 0, "packet.pdf");
    assert_string_equal(linked->cards.items[0].href, "packet.pdf#page=3");
    assert_string_equal(linked->cards.items[1].href, "packet.pdf#page=7");
    linked =
        maplink_pages(f->arena, f->model, document, scene, 40, "packet.pdf"); /* a second part */
    assert_string_equal(linked->cards.items[1].href, "packet.pdf#page=47");
    arena_free(f->arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_id_stands_in_the_address_and_cannot_change_what_it_is),
        cmocka_unit_test(cards_of_a_pattern_lead_each_to_its_own_address),
        cmocka_unit_test(cards_lead_to_their_deep_dive_else_to_the_scorecard),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
