#include "reportcase.h"

#include "report/filter.h"

static const struct filter *filter(struct reportcase *c, struct template_filter wishes) {
    return filter_of(c->arena, c->assessment, plan_root(c->plan), &wishes, c->diags);
}

static int objectives(const struct reportcase *c, const struct filter *f) {
    int count = 0;
    for (size_t i = 0; i < c->plan->objectives.count; i++)
        count += filter_objective(f, &c->plan->objectives.items[i]);
    return count;
}

static void nothing_asked_leaves_everything_in(void **state) {
    struct reportcase *c = *state;
    assert_int_equal(objectives(c, NULL), c->plan->objectives.count);
    assert_int_equal(objectives(c, filter(c, (struct template_filter){0})),
                     c->plan->objectives.count);
    assert_true(filter_action(NULL, &c->plan->actions.items[0]));
    assert_ptr_equal(filter_group(NULL, c->assessment, plan_root(c->plan)),
                     assess_unit(c->assessment, plan_root(c->plan)));
}

static void a_theme_is_found_by_id_or_name_whatever_the_case(void **state) {
    struct reportcase *c = *state;
    const struct filter *by_id = filter(c, (struct template_filter){.theme = "T1"});
    const struct filter *by_name = filter(c, (struct template_filter){.theme = "secure SUPPLY"});
    assert_ptr_equal(by_id->theme, by_name->theme);
    assert_string_equal(by_id->name, "Secure supply");
    for (size_t i = 0; i < c->plan->objectives.count; i++)
        assert_int_equal(filter_objective(by_id, &c->plan->objectives.items[i]),
                         c->plan->objectives.items[i].theme == by_id->theme);
    assert_ptr_equal(filter_group(by_id, c->assessment, plan_root(c->plan))->theme, by_id->theme);
}

static void the_weakest_theme_has_the_lowest_score(void **state) {
    struct reportcase *c = *state;
    const struct filter *f = filter(c, (struct template_filter){.theme = "weakest"});
    const struct group_result *lowest = filter_group(f, c->assessment, plan_root(c->plan));
    for (size_t i = 0; i < c->assessment->theme_count; i++) {
        const struct group_result *other = &c->assessment->themes[i];
        if (other->unit == plan_root(c->plan) && other->score.exact)
            assert_true(rational_compare(lowest->score.exact, other->score.exact) <= 0);
    }
}

static void an_owner_keeps_what_they_own_and_no_other_action(void **state) {
    struct reportcase *c = *state;
    const struct filter *f =
        filter(c, (struct template_filter){.owner = "director, logistics & fleet"});
    int actions = 0;
    for (size_t i = 0; i < c->plan->actions.count; i++)
        if (filter_action(f, &c->plan->actions.items[i])) {
            assert_string_equal(c->plan->actions.items[i].owner, "Director, Logistics & Fleet");
            actions++;
        }
    assert_true(actions > 0);
    for (size_t i = 0; i < c->plan->risks.count; i++)
        assert_int_equal(filter_risk(f, &c->plan->risks.items[i]),
                         strcmp(c->plan->risks.items[i].owner, "Director, Logistics & Fleet") == 0);
}

static void a_person_is_found_by_id_too(void **state) {
    struct reportcase *c = *state;
    assert_string_equal(filter(c, (struct template_filter){.owner = "of-08"})->owner,
                        "VP Plasma Program");
}

static void a_meeting_is_about_what_its_agenda_and_papers_name(void **state) {
    struct reportcase *c = *state;
    const struct filter *all = filter(c, (struct template_filter){.meeting = "BM-2026-10"});
    const struct filter *some =
        filter(c, (struct template_filter){.meeting = "BM-2026-10", .purpose = "discuss"});
    assert_true(filter_objective(all, plan_objective(c->plan, "P1")));
    assert_false(filter_objective(all, plan_objective(c->plan, "C4")));
    assert_true(some->by_purpose);
    assert_int_equal(some->purpose, ITEM_DISCUSS);
    for (size_t i = 0; i < c->plan->papers.count; i++)
        assert_int_equal(filter_paper(c->arena, all, &c->plan->papers.items[i]),
                         c->plan->papers.items[i].meeting == all->meeting);
    assert_null(filter_group(all, c->assessment, plan_root(c->plan)));
}

static void several_wishes_must_all_be_met(void **state) {
    struct reportcase *c = *state;
    const struct filter *f =
        filter(c, (struct template_filter){.theme = "T1", .owner = "VP Plasma Program"});
    const struct filter *owner = filter(c, (struct template_filter){.owner = "VP Plasma Program"});
    assert_true(objectives(c, f) > 0);
    assert_true(objectives(c, f) <= objectives(c, owner));
}

static void what_there_is_not_gets_the_nearest_BP5019(void **state) {
    struct reportcase *c = *state;
    const size_t before = diags_count(c->diags, DIAG_ERROR);
    const struct template_filter wishes = {.objective = "C33",
                                           .place = {.file = "my.xml", .line = 4}};
    assert_null(filter(c, wishes));
    assert_null(filter(c, (struct template_filter){.theme = "T9"}));
    assert_null(filter(c, (struct template_filter){.owner = "Nobody at all"}));
    assert_null(filter(c, (struct template_filter){.meeting = "BM-1"}));
    assert_int_equal(diags_count(c->diags, DIAG_ERROR), before + 4);
}

#define CASE(test) cmocka_unit_test_setup_teardown(test, reportcase_sample, reportcase_close)

int main(void) {
    const struct CMUnitTest tests[] = {
        CASE(nothing_asked_leaves_everything_in),
        CASE(a_theme_is_found_by_id_or_name_whatever_the_case),
        CASE(the_weakest_theme_has_the_lowest_score),
        CASE(an_owner_keeps_what_they_own_and_no_other_action),
        CASE(a_person_is_found_by_id_too),
        CASE(a_meeting_is_about_what_its_agenda_and_papers_name),
        CASE(several_wishes_must_all_be_met),
        CASE(what_there_is_not_gets_the_nearest_BP5019),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
