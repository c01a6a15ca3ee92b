#include "sectioncase.h"

report_section_fn section_trust;

static const char *said(struct sectioncase *s) {
    return sectioncase_text(s, section_trust, "trust");
}

static void the_figures_are_the_assessments(void **state) {
    struct sectioncase *s = sectioncase_new(*state);
    const struct trust_row *whole = &s->assessment.trust[0];
    const char *text = said(s);
    assert_says(text, arena_printf(s->report.arena,
                                   "%d of %d figures are attested as accurate; %s of %d "
                                   "initiatives are reported better than they stand",
                                   whole->attested, whole->measures,
                                   words_count(s->report.arena, s->report.words,
                                               (int)whole->disagreeing, false),
                                   whole->initiatives));
    assert_says(text, arena_printf(s->report.arena, "\"Together\" | \"%d of %d\"",
                                   whole->with_actual, whole->measures));
    for (size_t i = 0; i < s->assessment.trust_count; i++)
        if (s->assessment.trust[i].owner)
            assert_says(text, s->assessment.trust[i].owner);
}

static void a_unit_adds_up_its_own_and_does_not_list_owners_of_others(void **state) {
    struct sectioncase *s = sectioncase_new(*state);
    s->report.unit = plan_unit(&s->plan, "COL");
    const char *text = said(s);
    assert_says(text,
                "Three of three figures are attested as accurate; two of five initiatives are");
    assert_silent(text, "By owner");
    assert_silent(text, "People & Culture");
}

static void every_figure_that_nobody_vouches_for_is_named_with_the_reason(void **state) {
    struct sectioncase *s = sectioncase_new(*state);
    const char *text = strstr(said(s), "Figures to look at twice");
    assert_non_null(text);
    assert_says(text, "no figure for the period; the last is of June 2026");
    assert_says(text, "nobody stands for the figure");
    assert_says(text, "attested as an estimate");
    assert_says(text, "attested with a reservation");
    assert_says(text, "2 bands too good");
}

static void where_all_is_well_that_is_said(void **state) {
    struct sectioncase *s = sectioncase_new(*state);
    s->report.unit = plan_unit(&s->plan, "PEO");
    const char *text = said(s);
    assert_says(text, "None. Somebody stands for every figure as accurate.");
    assert_says(text, "None. Every reported status agrees with the computed one.");
}

static void nothing_due_is_one_quiet_line(void **state) {
    struct sectioncase *s = sectioncase_new(*state);
    s->assessment.trust_count = 0;
    assert_says(said(s), "No measures or initiatives recorded.");
    assert_silent(said(s), "table");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_figures_are_the_assessments),
        cmocka_unit_test(a_unit_adds_up_its_own_and_does_not_list_owners_of_others),
        cmocka_unit_test(every_figure_that_nobody_vouches_for_is_named_with_the_reason),
        cmocka_unit_test(where_all_is_well_that_is_said),
        cmocka_unit_test(nothing_due_is_one_quiet_line),
    };
    return SECTIONCASE_MAIN(tests);
}
