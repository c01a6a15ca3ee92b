#include "mapfixture.h"
#include "planfixture.h"

static void links_to_a_lower_band_and_links_that_close_a_cycle_are_feedback(void **state) {
    (void)state;
    struct mapfixture *f = map_new(2, 0);
    for (int i = 0; i < 4; i++)
        map_card(f, i / 3, -1, "a");
    map_link(f, 0, 1);
    map_link(f, 1, 2);
    map_link(f, 2, 0);
    map_link(f, 0, 3);
    map_link(f, 3, 0);
    mapmodel_finish(f->arena, f->model, f->words);
    const struct map_link *links = f->model->links.items;
    assert_false(links[0].feedback);
    assert_false(links[1].feedback);
    assert_true(links[2].feedback);
    assert_true(links[3].feedback);
    assert_false(links[4].feedback);
    arena_free(f->arena);
}

static void the_main_chain_follows_the_strongest_links(void **state) {
    (void)state;
    struct mapfixture *f = map_new(3, 0);
    for (int i = 0; i < 4; i++)
        map_card(f, i / 2, -1, "a");
    map_link(f, 3, 1)->strength = STRENGTH_STRONG;
    map_link(f, 2, 1)->strength = STRENGTH_WEAK;
    map_link(f, 1, 0);
    mapmodel_finish(f->arena, f->model, f->words);
    int chain[4];
    assert_int_equal(mapmodel_chain(f->arena, f->model, chain), 3);
    assert_int_equal(chain[0], 3);
    assert_int_equal(chain[1], 1);
    assert_int_equal(chain[2], 0);
    arena_free(f->arena);
}

static void lags_are_told_in_months_or_whole_years(void **state) {
    (void)state;
    struct mapfixture *f = map_new(1, 0);
    assert_null(mapmodel_lag(f->arena, f->words, 0));
    assert_string_equal(mapmodel_lag(f->arena, f->words, 6), "6m");
    assert_string_equal(mapmodel_lag(f->arena, f->words, 18), "18m");
    assert_string_equal(mapmodel_lag(f->arena, f->words, 24), "2y");
    arena_free(f->arena);
}

static void chips_tell_sign_and_lag_and_cards_speak_their_status(void **state) {
    (void)state;
    struct mapfixture *f = map_new(1, 0);
    map_card(f, 0, -1, "Win");
    map_card(f, 0, -1, "Work");
    f->model->cards.items[1].scored = false;
    f->model->cards.items[1].trend = TREND_NONE;
    map_link(f, 0, 1)->lag_text = "6m";
    map_link(f, 0, 1)->negative = true;
    map_link(f, 0, 1);
    mapmodel_finish(f->arena, f->model, f->words);
    assert_string_equal(f->model->links.items[0].chip_text, "6m");
    assert_string_equal(f->model->links.items[1].chip_text, "\u2212");
    assert_null(f->model->links.items[2].chip_text);
    assert_string_equal(f->model->cards.items[0].spoken, "O0 Win: At risk, 52 of 100, improving");
    assert_string_equal(f->model->cards.items[1].spoken, "O1 Work: At risk");
    arena_free(f->arena);
}

static struct fixture *planned(struct unit **unit) {
    struct fixture *f = fixture_new();
    struct unit *u = add_unit(f, "U1"), *other = add_unit(f, "U2");
    other->parent = u;
    struct perspective *top = add_perspective(f, "P1"), *unused = add_perspective(f, "P2"),
                       *low = add_perspective(f, "P3");
    (void)unused;
    struct theme *theme = add_theme(f, "T1");
    struct objective *a = add_objective(f, "A", u, top), *b = add_objective(f, "B", u, low),
                     *c = add_objective(f, "C", other, low), *d = add_objective(f, "D", u, low);
    a->theme = theme;
    d->state = STATE_RETIRED;
    add_simple(f, "M1", a, "95");
    add_simple(f, "M2", b, NULL);
    add_simple(f, "M3", c, "100");
    vec_push(f->arena, &f->plan.links,
             ((struct link){.from = b, .to = a, .strength = STRENGTH_STRONG, .lag_months = 12}));
    vec_push(f->arena, &f->plan.links, ((struct link){.from = c, .to = a}));
    vec_push(f->arena, &f->plan.links, ((struct link){.from = d, .to = a}));
    f->plan.organization.mission = "Serve";
    f->plan.organization.language = "en";
    f->plan.settings.version = f->plan.settings.prepared_by = "";
    *unit = u;
    return f;
}

static void a_unit_shows_its_own_objectives_in_force_and_the_links_among_them(void **state) {
    (void)state;
    struct unit *unit;
    struct fixture *f = planned(&unit);
    const struct words *words = template_builtin(f->arena, "board", f->diags)->words;
    const struct map_model *model = mapmodel_of(f->arena, fixture_assess(f), unit, words);
    assert_int_equal(model->cards.count, 2);
    assert_int_equal(model->bands.count, 2);
    assert_string_equal(model->bands.items[1].id, "P3");
    assert_int_equal(model->cards.items[0].theme, 0);
    assert_int_equal(model->cards.items[1].theme, -1);
    assert_int_equal(model->cards.items[1].band, 1);
    assert_int_equal(model->links.count, 1);
    assert_string_equal(model->links.items[0].chip_text, "1y");
    assert_string_equal(model->links.items[0].description, "strong, takes 12 months");
    assert_string_equal(model->mission, "Serve");
    fixture_free(f);
}

static void a_card_shows_its_score_or_the_word_for_having_none(void **state) {
    (void)state;
    struct unit *unit;
    struct fixture *f = planned(&unit);
    const struct words *words = template_builtin(f->arena, "board", f->diags)->words;
    const struct map_model *model = mapmodel_of(f->arena, fixture_assess(f), unit, words);
    const struct map_card *a = &model->cards.items[0], *b = &model->cards.items[1];
    assert_int_equal(a->mark, MARK_AMBER);
    assert_string_equal(a->score_text, "50");
    assert_string_equal(a->measures_text, "1 measure");
    assert_int_equal(b->mark, MARK_GREY);
    assert_false(b->scored);
    assert_null(strpbrk(b->score_text, "0123456789"));
    assert_int_equal(model->counts[2], 1);
    assert_int_equal(model->counts[4], 1);
    fixture_free(f);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_unit_shows_its_own_objectives_in_force_and_the_links_among_them),
        cmocka_unit_test(a_card_shows_its_score_or_the_word_for_having_none),
        cmocka_unit_test(links_to_a_lower_band_and_links_that_close_a_cycle_are_feedback),
        cmocka_unit_test(the_main_chain_follows_the_strongest_links),
        cmocka_unit_test(lags_are_told_in_months_or_whole_years),
        cmocka_unit_test(chips_tell_sign_and_lag_and_cards_speak_their_status),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
