#include "planfixture.h"

#include "report/mapview.h"
#include "report/template.h"
#include <string.h>

/* A root unit of three rows over two units; one serves it. */
struct scene_of_units {
    struct fixture *f;
    struct unit *root, *below, *aside;
};

static void linked(struct fixture *f, struct objective *from, struct objective *to) {
    vec_push(f->arena, &f->plan.links,
             ((struct link){.from = from, .to = to, .strength = STRENGTH_MEDIUM}));
}

static struct scene_of_units planned(void) {
    struct fixture *f = fixture_new();
    struct unit *root = add_unit(f, "U0"), *below = add_unit(f, "U1"), *aside = add_unit(f, "U2");
    below->parent = aside->parent = root;
    struct perspective *top = add_perspective(f, "P1"), *middle = add_perspective(f, "P2"),
                       *low = add_perspective(f, "P3");
    struct theme *theme = add_theme(f, "T1");
    add_theme(f, "T2");
    struct objective *a = add_objective(f, "A", root, top), *b = add_objective(f, "B", root, top),
                     *c = add_objective(f, "C", root, middle),
                     *d = add_objective(f, "D", root, middle),
                     *e = add_objective(f, "E", root, low), *g = add_objective(f, "G", root, low);
    struct objective *x = add_objective(f, "X", below, middle),
                     *y = add_objective(f, "Y", below, low);
    add_objective(f, "Z", aside, low);
    a->theme = c->theme = theme;
    linked(f, c, a);
    linked(f, d, b);
    linked(f, e, c);
    linked(f, g, e);
    linked(f, y, x);
    f->plan.links.items[1].negative = true;
    vec_push(f->arena, &x->supports, ((struct support){.parent = a, .kind = LINK_IDENTICAL}));
    vec_push(f->arena, &y->supports, ((struct support){.parent = c, .kind = LINK_SHARED}));
    vec_push(f->arena, &a->supported_by, x);
    vec_push(f->arena, &c->supported_by, y);
    f->plan.organization.language = "en";
    f->plan.settings.version = f->plan.settings.prepared_by = "";
    fixture_index(f);
    return (struct scene_of_units){f, root, below, aside};
}

static const struct map_model *seen(struct scene_of_units *s, const struct map_view *view,
                                    const struct unit *unit) {
    const struct words *words = template_builtin(s->f->arena, "board", s->f->diags)->words;
    return mapview_model(s->f->arena, fixture_assess(s->f), unit, view, words, s->f->diags);
}

/* The ids of a map's cards, in order. */
static const char *cards(struct scene_of_units *s, const struct map_model *model) {
    const char *text = "";
    for (size_t i = 0; i < model->cards.count; i++)
        text = arena_printf(s->f->arena, "%s%s", text, model->cards.items[i].id);
    return text;
}

static void the_whole_is_the_map_of_the_unit(void **state) {
    (void)state;
    struct scene_of_units s = planned();
    const struct map_view view = {VIEW_WHOLE, NULL};
    const struct map_model *model = seen(&s, &view, s.root);
    assert_string_equal(cards(&s, model), "BADCEG");
    assert_int_equal(model->links.count, 4);
    fixture_free(s.f);
}

static void a_theme_shows_its_objectives_alone(void **state) {
    (void)state;
    struct scene_of_units s = planned();
    const struct map_view view = {VIEW_THEME, "T1"};
    const struct map_model *model = seen(&s, &view, s.root);
    assert_string_equal(cards(&s, model), "AC");
    assert_int_equal(model->bands.count, 2);
    assert_int_equal(model->links.count, 1);
    assert_int_equal(model->links.items[0].from, 1);
    assert_int_equal(model->counts[4], 2);
    assert_non_null(strstr(model->title, "T1"));
    assert_non_null(strstr(model->mission, "2 of 6 objectives"));
    fixture_free(s.f);
}

static void around_an_objective_stand_its_causes_and_effects_two_steps_away(void **state) {
    (void)state;
    struct scene_of_units s = planned();
    struct map_view view = {VIEW_AROUND, "C"};
    const struct map_model *model = seen(&s, &view, s.root);
    assert_string_equal(cards(&s, model), "ACEG");
    assert_true(model->cards.items[1].focus);
    assert_false(model->cards.items[0].focus);
    assert_int_equal(model->links.count, 3);
    view.id = "A";
    assert_string_equal(cards(&s, seen(&s, &view, s.root)), "ACE");
    view.id = "B";
    assert_string_equal(cards(&s, seen(&s, &view, s.root)), "BD");
    fixture_free(s.f);
}

static void a_unit_stands_under_what_it_serves(void **state) {
    (void)state;
    struct scene_of_units s = planned();
    const struct map_view view = {VIEW_UNIT, "U1"};
    assert_ptr_equal(mapview_unit(&s.f->plan, &view, s.root), s.below);
    const struct map_model *model = seen(&s, &view, s.below);
    assert_string_equal(cards(&s, model), "ACXY");
    assert_string_equal(model->bands.items[0].id, "U0");
    assert_int_equal(model->cards.items[0].band, 0);
    assert_int_equal(model->cards.items[2].band, 1);
    assert_int_equal(model->links.count, 3);
    assert_int_equal(model->links.items[0].look, LOOK_SAME);
    assert_int_equal(model->links.items[1].look, LOOK_SHARED);
    assert_non_null(strstr(model->mission, "2 of 6"));
    fixture_free(s.f);
}

static void BP5097_tells_which_unit_is_not_on_the_cascade(void **state) {
    (void)state;
    struct scene_of_units s = planned();
    const struct map_view view = {VIEW_CASCADE, NULL};
    const struct map_model *model = seen(&s, &view, s.root);
    assert_string_equal(cards(&s, model), "ABCDEGXY");
    assert_int_equal(model->themes.count, 1);
    assert_int_equal(model->cards.items[6].theme, 0);
    assert_int_equal(model->cards.items[0].theme, -1);
    assert_int_equal(model->links.count, 2);
    assert_non_null(strstr(model->mission, "2 of 6 objectives are served by objectives of 1 unit"));
    size_t count, found = 0;
    const struct diag *diag = diags_sorted(s.f->diags, &count);
    for (size_t i = 0; i < count; i++)
        found += diag[i].code == BP5097 && strstr(diag[i].message, "unit 'U2'") != NULL;
    assert_int_equal(found, 1);
    fixture_free(s.f);
}

static void evidence_draws_every_link_by_what_the_figures_say(void **state) {
    (void)state;
    struct scene_of_units s = planned();
    const struct map_view view = {VIEW_EVIDENCE, NULL};
    const struct map_model *model = seen(&s, &view, s.root);
    assert_string_equal(cards(&s, model), "BADCEG");
    for (size_t i = 0; i < model->links.count; i++)
        assert_int_equal(model->links.items[i].look, LOOK_UNKNOWN);
    assert_true(model->links.items[0].bundle != model->links.items[1].bundle);
    assert_non_null(strstr(model->mission, "4 links: 0 shown, 0 against, 0 not shown, 4 with"));
    fixture_free(s.f);
}

static void BP5096_is_for_views_that_would_be_empty(void **state) {
    (void)state;
    struct scene_of_units s = planned();
    const struct map_view views[] = {
        {VIEW_THEME, "T2"}, {VIEW_UNIT, "U0"}, {VIEW_UNIT, "U2"}, {VIEW_CASCADE, NULL}};
    const struct unit *const units[] = {s.root, s.root, s.aside, s.below};
    for (size_t i = 0; i < 4; i++)
        assert_null(seen(&s, &views[i], units[i]));
    s.f->plan.objectives.items[0].state = STATE_RETIRED;
    const struct map_view retired = {VIEW_AROUND, "A"};
    assert_null(seen(&s, &retired, s.root));
    size_t count, found = 0;
    const struct diag *diag = diags_sorted(s.f->diags, &count);
    for (size_t i = 0; i < count; i++)
        found += diag[i].code == BP5096;
    assert_int_equal(found, 5);
    fixture_free(s.f);
}

static bool parsed(struct scene_of_units *s, const char *text, struct map_view *view) {
    return mapview_parse(s->f->arena, &s->f->plan, text, view, s->f->diags);
}

static void BP5094_is_for_views_that_do_not_exist(void **state) {
    (void)state;
    struct scene_of_units s = planned();
    struct map_view view;
    assert_true(parsed(&s, "whole", &view) && view.kind == VIEW_WHOLE);
    assert_true(parsed(&s, "cascade", &view) && view.kind == VIEW_CASCADE);
    assert_true(parsed(&s, "evidence", &view) && view.kind == VIEW_EVIDENCE);
    assert_false(parsed(&s, "sideways", &view));
    assert_false(parsed(&s, "theme:", &view));
    assert_false(parsed(&s, "cascade:U1", &view));
    size_t count;
    const struct diag *diag = diags_sorted(s.f->diags, &count);
    assert_int_equal(count, 3);
    assert_int_equal(diag[0].code, BP5094);
    fixture_free(s.f);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_whole_is_the_map_of_the_unit),
        cmocka_unit_test(a_theme_shows_its_objectives_alone),
        cmocka_unit_test(around_an_objective_stand_its_causes_and_effects_two_steps_away),
        cmocka_unit_test(a_unit_stands_under_what_it_serves),
        cmocka_unit_test(BP5097_tells_which_unit_is_not_on_the_cascade),
        cmocka_unit_test(evidence_draws_every_link_by_what_the_figures_say),
        cmocka_unit_test(BP5096_is_for_views_that_would_be_empty),
        cmocka_unit_test(BP5094_is_for_views_that_do_not_exist),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
