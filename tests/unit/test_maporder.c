#include "mapfixture.h"
#include "report/maporder.h"

static const char *ids(struct mapfixture *f) {
    const char *text = "";
    for (size_t i = 0; i < f->model->cards.count; i++)
        text = arena_printf(f->arena, "%s%s ", text, f->model->cards.items[i].id);
    return text;
}

static struct mapfixture *shuffled(const int *order) {
    static const struct {
        const char *id;
        int band, theme;
    } cards[] = {{"O2", 0, 1}, {"O10", 0, 1}, {"O1", 1, 0}, {"O3", 0, 0}};
    struct mapfixture *f = map_new(2, 2);
    int place[4];
    for (int i = 0; i < 4; i++) {
        place[order[i]] = map_card(f, cards[order[i]].band, cards[order[i]].theme, "Do it");
        f->model->cards.items[i].id = cards[order[i]].id;
    }
    map_link(f, place[2], place[1]);
    map_link(f, place[2], place[0]);
    maporder_model(f->arena, f->model);
    return f;
}

static void cards_stand_by_band_theme_and_number_whatever_the_order_of_the_rows(void **state) {
    static const int orders[][4] = {{0, 1, 2, 3}, {3, 2, 1, 0}, {1, 3, 0, 2}};
    (void)state;
    for (int i = 0; i < 3; i++) {
        struct mapfixture *f = shuffled(orders[i]);
        assert_string_equal(ids(f), "O3 O2 O10 O1 ");
        arena_free(f->arena);
    }
}

static void links_follow_their_cards(void **state) {
    static const int order[] = {2, 1, 0, 3};
    (void)state;
    struct mapfixture *f = shuffled(order);
    assert_int_equal(f->model->links.items[0].from, 3);
    assert_int_equal(f->model->links.items[0].to, 1);
    assert_int_equal(f->model->links.items[1].to, 2);
    arena_free(f->arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cards_stand_by_band_theme_and_number_whatever_the_order_of_the_rows),
        cmocka_unit_test(links_follow_their_cards),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
