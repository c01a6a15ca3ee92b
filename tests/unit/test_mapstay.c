#include "mapfixture.h"
#include "report/mapkeep.h"
#include "report/maplayout.h"

static const struct map_layout *placed(struct mapfixture *f) {
    mapmodel_finish(f->arena, f->model, f->words);
    f->diags = diags_new(f->arena);
    return strategymap_place(f->arena, f->fonts, f->model, f->words, &f->options, f->diags);
}

static const char *geometry(struct mapfixture *f, const struct map_layout *layout) {
    struct textbuf out;
    textbuf_init(&out, f->arena);
    strategymap_json(f->model, layout, &out);
    return textbuf_text(&out);
}

/* What a layout leaves to be kept, as if read from a file. */
static struct map_kept *kept_of(struct mapfixture *f, const struct map_layout *layout) {
    struct map_kept *kept = arena_alloc(f->arena, sizeof *kept);
    *kept = *layout->arrangement;
    kept->path = "last.json";
    f->options.kept = kept;
    return kept;
}

/* The sample as laid out last month, and this month's options to keep it. */
static struct mapfixture *last_month(struct map_kept **kept) {
    struct mapfixture *f = map_sample();
    f->options.effort = 20;
    *kept = kept_of(f, placed(f));
    return f;
}

static size_t said(struct mapfixture *f, enum diag_code code) {
    size_t count, found = 0;
    const struct diag *diag = diags_sorted(f->diags, &count);
    for (size_t i = 0; i < count; i++)
        found += diag[i].code == code;
    return found;
}

static const char *message(struct mapfixture *f, enum diag_code code) {
    size_t count;
    const struct diag *diag = diags_sorted(f->diags, &count);
    for (size_t i = 0; i < count; i++)
        if (diag[i].code == code)
            return diag[i].message;
    return "";
}

static bool same_box(struct rect a, struct rect b) {
    return a.x == b.x && a.y == b.y && a.w == b.w && a.h == b.h;
}

static size_t standing(const struct map_layout *a, const struct map_layout *b, size_t cards) {
    size_t same = 0;
    for (size_t i = 0; i < cards; i++)
        same += same_box(a->cards[i], b->cards[i]);
    return same;
}

static void nothing_moves_if_only_statuses_changed(void **state) {
    (void)state;
    struct mapfixture *f = map_sample();
    f->options.effort = 20;
    const struct map_layout *before = placed(f);
    const char *first = geometry(f, before);
    f->options.kept = before->arrangement;
    for (size_t i = 0; i < f->model->cards.count; i += 2) {
        f->model->cards.items[i].mark = MARK_RED;
        f->model->cards.items[i].status = STATUS_RED;
        f->model->cards.items[i].trend = TREND_WORSENING;
    }
    assert_string_equal(geometry(f, placed(f)), first);
    size_t count;
    diags_sorted(f->diags, &count);
    assert_int_equal(count, 0);
    arena_free(f->arena);
}

static void BP5091_tells_that_a_new_objective_found_a_place_beside_those_that_stay(void **state) {
    (void)state;
    struct mapfixture *f = map_sample();
    f->options.effort = 20;
    size_t cards = f->model->cards.count;
    const struct map_layout *before = placed(f);
    kept_of(f, before);
    int fresh = map_card(f, 2, 1, "Learn more");
    map_link(f, fresh, 5);
    const struct map_layout *after = placed(f);
    assert_int_equal(standing(before, after, cards), cards);
    assert_int_equal(said(f, BP5090), 0);
    assert_int_equal(said(f, BP5092), 0);
    assert_string_equal(message(f, BP5091), "the layout of 'last.json' is kept for 14 objectives; "
                                            "1 are new, 0 moved, 0 are gone");
    for (size_t i = 0; i < cards; i++)
        assert_false(overlap(after->cards[i], after->cards[fresh]));
    arena_free(f->arena);
}

/* Two cards stand in the free row, neither at its end: one more finds a place beside them, a second
 * only if they move. */
static void neighbours_move_aside_before_the_map_grows(void **state) {
    (void)state;
    struct map_kept *kept;
    struct mapfixture *f = last_month(&kept);
    int last = (int)kept->rows.count - 1, quarter = 2;
    kept->rows.items[last].span = MAP_SLOT;
    for (size_t i = 0; i < kept->cards.count; i++)
        if (kept->cards.items[i].row == last) {
            kept->cards.items[i].quarter = quarter;
            quarter += MAP_SLOT + 1;
        }
    int fresh = map_card(f, 3, -1, "Learn more");
    int second = map_card(f, 3, -1, "Learn even more");
    const struct map_layout *after = placed(f);
    assert_int_equal(after->arrangement->quarters, kept->quarters);
    assert_int_equal(said(f, BP5092), 0);
    assert_in_range(said(f, BP5090), 1, 2);
    assert_non_null(strstr(message(f, BP5090), "it had to make room"));
    assert_false(overlap(after->cards[fresh], after->cards[second]));
    for (int i = 12; i < 14; i++)
        assert_false(overlap(after->cards[fresh], after->cards[i]) ||
                     overlap(after->cards[second], after->cards[i]));
    arena_free(f->arena);
}

static void what_is_gone_leaves_its_place(void **state) {
    (void)state;
    struct mapfixture *f = map_sample();
    f->options.effort = 20;
    const struct map_layout *before = placed(f);
    kept_of(f, before);
    struct mapfixture *g = map_sample();
    g->options = f->options;
    g->model->cards.items[3].id = "N3";
    const struct map_layout *after = placed(g);
    for (size_t i = 0; i < 14; i++)
        if (i != 3)
            assert_true(same_box(before->cards[i], after->cards[i]));
    assert_non_null(strstr(message(g, BP5091), "13 objectives; 1 are new, 0 moved, 1 are gone"));
    arena_free(f->arena);
    arena_free(g->arena);
}

static void BP5090_tells_why_an_objective_moved(void **state) {
    (void)state;
    struct map_kept *kept;
    struct mapfixture *f = last_month(&kept);
    f->model->cards.items[4].theme = 1;
    f->model->cards.items[0].theme = -1;
    f->model->cards.items[13].band = 2;
    placed(f);
    assert_int_equal(said(f, BP5090), 3);
    size_t count;
    const struct diag *diag = diags_sorted(f->diags, &count);
    bool theme = false, none = false, band = false;
    for (size_t i = 0; i < count; i++) {
        theme |= strstr(diag[i].message,
                        "'O4' moved on the map: it belongs to theme 'Theme 1' now") != NULL;
        none |=
            strstr(diag[i].message, "'O0' moved on the map: it belongs to no theme now") != NULL;
        band |= strstr(diag[i].message,
                       "'O13' moved on the map: it belongs to perspective 'Band 2'") != NULL;
    }
    assert_true(theme && none && band);
    arena_free(f->arena);
}

static void BP5092_tells_how_far_all_had_to_shift_for_a_new_theme(void **state) {
    (void)state;
    struct map_kept *kept;
    struct mapfixture *f = last_month(&kept);
    vec_push(f->arena, &f->model->themes, ((struct map_theme){"T9", "Theme 9"}));
    map_card(f, 1, 2, "Do it differently");
    const struct map_layout *after = placed(f);
    assert_int_equal(said(f, BP5092), 1);
    assert_true(after->themes[2].x > after->themes[0].x && after->themes[2].x > after->themes[1].x);
    arena_free(f->arena);
}

static void BP5093_tells_that_the_paper_is_another_one(void **state) {
    (void)state;
    struct map_kept *kept;
    struct mapfixture *f = last_month(&kept);
    f->options.height = MM(325);
    const struct map_layout *after = placed(f);
    assert_int_equal(said(f, BP5093), 1);
    for (size_t i = 0; i < kept->cards.count; i++) {
        assert_int_equal(after->arrangement->cards.items[i].row, kept->cards.items[i].row);
        assert_int_equal(after->arrangement->cards.items[i].quarter, kept->cards.items[i].quarter);
    }
    arena_free(f->arena);
}

static void two_cards_in_one_place_are_parted(void **state) {
    (void)state;
    struct map_kept *kept;
    struct mapfixture *f = last_month(&kept);
    kept->cards.items[2] = kept->cards.items[0];
    kept->cards.items[2].id = "O2";
    const struct map_layout *after = placed(f);
    assert_false(overlap(after->cards[0], after->cards[2]));
    assert_non_null(strstr(message(f, BP5090), "it had to make room"));
    arena_free(f->arena);
}

/* A column that was full gets wider or deeper, whatever the map. */
static void there_is_always_room_for_more(void **state) {
    (void)state;
    struct map_kept *kept;
    struct mapfixture *f = last_month(&kept);
    f->options.effort = 2;
    for (int i = 0; i < 9; i++)
        map_card(f, i % 2, i % 3 ? 0 : -1, "One more thing to do");
    const struct map_layout *after = placed(f);
    for (size_t i = 0; i < f->model->cards.count; i++)
        for (size_t k = 0; k < i; k++)
            assert_false(overlap(after->cards[i], after->cards[k]));
    assert_int_equal(said(f, BP5090), 0);
    arena_free(f->arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_moves_if_only_statuses_changed),
        cmocka_unit_test(BP5091_tells_that_a_new_objective_found_a_place_beside_those_that_stay),
        cmocka_unit_test(neighbours_move_aside_before_the_map_grows),
        cmocka_unit_test(what_is_gone_leaves_its_place),
        cmocka_unit_test(BP5090_tells_why_an_objective_moved),
        cmocka_unit_test(BP5092_tells_how_far_all_had_to_shift_for_a_new_theme),
        cmocka_unit_test(BP5093_tells_that_the_paper_is_another_one),
        cmocka_unit_test(two_cards_in_one_place_are_parted),
        cmocka_unit_test(there_is_always_room_for_more),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
