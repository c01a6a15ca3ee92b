#include "derivecase.h"

#include "assess/evidence.h"

static void an_id_on_several_sheets_gives_all(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct objective *o = one_objective(f);
    add_simple(f, "O1", o, "95");
    struct derivations all = {.list = {0}};
    derivation_of(f->arena, fixture_assess(f), "O1", 0, &all);
    assert_int_equal(all.list.count, 2);
    assert_string_equal(all.list.items[0]->entity, "measure");
    assert_string_equal(all.list.items[1]->entity, "objective");
    fixture_free(f);
}

static void perspectives_are_those_of_every_unit_or_of_one(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct objective *o = one_objective(f);
    add_objective(f, "O2", add_unit(f, "U2"), o->perspective);
    struct derivations all = {.list = {0}};
    derivation_of(f->arena, fixture_assess(f), "P1", 0, &all);
    assert_int_equal(all.list.count, 2);
    assert_string_equal(derived(f, "U2/P1")->id, "U2/P1");
    fixture_free(f);
}

static void depth_says_how_far_children_are_derived(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    add_simple(f, "M1", one_objective(f), "95");
    const struct assessment *a = fixture_assess(f);
    for (unsigned depth = 0; depth <= 3; depth++) {
        struct derivations all = {.list = {0}};
        derivation_of(f->arena, a, "U1", depth, &all);
        const struct derivation *d = all.list.items[0];
        unsigned levels = 0;
        while (d && has_step(d, "children")) {
            d = step_of(d, "children")->inputs.items[0].source;
            levels += d != NULL;
        }
        assert_int_equal(levels, depth);
    }
    fixture_free(f);
}

static void an_unknown_id_has_a_nearest_one(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    add_simple(f, "Fill-rate", one_objective(f), "95");
    struct derivations all = {.list = {0}};
    const struct assessment *a = fixture_assess(f);
    derivation_of(f->arena, a, "Fil-rate", 0, &all);
    assert_int_equal(all.list.count, 0);
    assert_string_equal(derivation_nearest(f->arena, a, "Fil-rate"), "Fill-rate");
    assert_null(derivation_nearest(f->arena, a, "something else altogether"));
    fixture_free(f);
}

static void the_nearest_id_may_be_of_anything_that_is_judged(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct objective *o = one_objective(f);
    o->theme = add_theme(f, "Safety");
    struct initiative *i = FIXTURE_NEXT(f, initiatives);
    *i = (struct initiative){.id = "Refit", .name = "Refit", .unit = o->unit};
    struct process *p = FIXTURE_NEXT(f, processes);
    *p = (struct process){.id = "Cascade", .name = "Cascade", .owner = "", .in_scope = true};
    const struct assessment *a = fixture_assess(f);
    assert_string_equal(derivation_nearest(f->arena, a, "Safty"), "Safety");
    assert_string_equal(derivation_nearest(f->arena, a, "U1/Safty"), "U1/Safety");
    assert_string_equal(derivation_nearest(f->arena, a, "Refitt"), "Refit");
    assert_string_equal(derivation_nearest(f->arena, a, "Cascad"), "Cascade");
    fixture_free(f);
}

static void a_link_is_derived_once_there_is_evidence(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct objective *o = one_objective(f);
    struct objective *to = add_objective(f, "O2", o->unit, o->perspective);
    FIXTURE_LIST(f, links, 1);
    *FIXTURE_NEXT(f, links) = (struct link){.from = o, .to = to, .hypothesis = ""};
    const struct assessment *a = fixture_assess(f);
    struct derivations without = {.list = {0}}, with = {.list = {0}};
    derivation_all(f->arena, a, &without);
    a = evidence_judge(f->arena, a, f->diags);
    derivation_all(f->arena, a, &with);
    assert_int_equal(with.list.count, without.list.count + 1);
    assert_string_equal(derived(f, "O1")->entity, "objective");
    struct derivations link = {.list = {0}};
    derivation_of(f->arena, a, "O1:O2", 0, &link);
    assert_int_equal(link.list.count, 1);
    assert_string_equal(link.list.items[0]->entity, "link");
    fixture_free(f);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_id_on_several_sheets_gives_all),
        cmocka_unit_test(perspectives_are_those_of_every_unit_or_of_one),
        cmocka_unit_test(depth_says_how_far_children_are_derived),
        cmocka_unit_test(an_unknown_id_has_a_nearest_one),
        cmocka_unit_test(the_nearest_id_may_be_of_anything_that_is_judged),
        cmocka_unit_test(a_link_is_derived_once_there_is_evidence),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
