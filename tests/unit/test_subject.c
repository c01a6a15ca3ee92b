#include "report/subject.h"
#include "reportcase.h"

static void an_id_is_called_by_the_name_of_what_it_names(void **state) {
    struct reportcase *c = *state;
    const struct report *r = &c->report;
    assert_string_equal(subject_name(r, "C1"), "Supply every hospital order on time");
    assert_string_equal(subject_name(r, "M18"), "Sessions cancelled or cut short");
    assert_string_equal(subject_name(r, "N02"), "Plasma donor campaign");
    assert_string_equal(subject_name(r, "DIG"), "Digital & Data");
    assert_string_equal(subject_name(r, "K-01"), "Hub reserves released by the duty manager");
    assert_null(subject_name(r, "X99"));
    assert_null(subject_name(r, ""));
    assert_null(subject_name(r, NULL));
}

static void the_enterprise_has_all_and_a_unit_its_own_and_those_below(void **state) {
    struct reportcase *c = *state;
    assert_true(subject_here(&c->report, "M44"));
    assert_true(subject_here(&c->report, "X99"));
    c->report.unit = plan_unit(c->plan, "DIG");
    assert_true(subject_within(&c->report, plan_unit(c->plan, "DIG")));
    assert_false(subject_within(&c->report, plan_root(c->plan)));
    assert_true(subject_here(&c->report, "M44"));
    assert_false(subject_here(&c->report, "M18"));
    assert_false(subject_here(&c->report, "X99"));
    assert_false(subject_here(&c->report, ""));
    c->report.unit = plan_root(c->plan);
}

static void a_unit_reads_back_its_own_actions(void **state) {
    struct reportcase *c = *state;
    int all = 0;
    int own = 0;
    for (size_t i = 0; i < c->plan->actions.count; i++)
        all += subject_action_here(&c->report, &c->plan->actions.items[i]);
    c->report.unit = plan_unit(c->plan, "PRO");
    for (size_t i = 0; i < c->plan->actions.count; i++)
        own += subject_action_here(&c->report, &c->plan->actions.items[i]);
    c->report.unit = plan_root(c->plan);
    assert_int_equal(all, 10);
    assert_in_range(own, 1, 9);
}

static void a_packet_about_a_theme_has_what_belongs_to_it(void **state) {
    struct reportcase *c = *state;
    const struct template_filter wishes = {.theme = "T1"};
    c->report.filter = filter_of(c->arena, c->assessment, plan_root(c->plan), &wishes, c->diags);
    assert_non_null(c->report.filter);
    size_t here = 0;
    for (size_t i = 0; i < c->plan->risks.count; i++) {
        const struct risk *risk = &c->plan->risks.items[i];
        bool of_theme = false;
        for (size_t k = 0; k < risk->objectives.count; k++)
            of_theme |= risk->objectives.items[k]->theme &&
                        strcmp(risk->objectives.items[k]->theme->id, "T1") == 0;
        assert_int_equal(subject_risk_here(&c->report, risk), of_theme);
        here += of_theme;
    }
    assert_in_range(here, 1, c->plan->risks.count - 1);
    assert_false(subject_here(&c->report, "RBS"));
    c->report.filter = NULL;
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_id_is_called_by_the_name_of_what_it_names),
        cmocka_unit_test(the_enterprise_has_all_and_a_unit_its_own_and_those_below),
        cmocka_unit_test(a_unit_reads_back_its_own_actions),
        cmocka_unit_test(a_packet_about_a_theme_has_what_belongs_to_it),
    };
    return cmocka_run_group_tests(tests, reportcase_sample, reportcase_close);
}
