#include "sectioncase.h"

report_section_fn section_evidence;

static const char *said(struct sectioncase *s) {
    return sectioncase_text(s, section_evidence, "evidence");
}

static void every_tested_link_stands_with_its_figures(void **state) {
    struct sectioncase *s = sectioncase_new(*state);
    const char *text = said(s);
    assert_says(text, "One of 19 tested links moves together as the strategy assumes; one goes");
    for (size_t i = 0; i < s->plan.links.count; i++) {
        const struct evidence_result *result = &s->assessment.evidence[i];
        if (result->verdict == FOUND_TOO_LITTLE)
            continue;
        assert_says(text, words_number(s->report.arena, s->report.words, result->p, 3, false));
        assert_says(text, words_number(s->report.arena, s->report.words, result->moved, 2, true));
    }
}

static void nothing_is_worded_as_a_proof(void **state) {
    struct sectioncase *s = sectioncase_new(*state);
    const char *text = said(s);
    assert_says(text, "An association is never a cause");
    assert_says(text, "of 19 tested links up to 1 may look associated by chance alone");
    assert_says(text, "* the best of 0 to 6 months");
    assert_silent(text, "proves");
    assert_silent(text, "proven");
}

static void links_that_cannot_be_tested_yet_are_a_line_with_their_pairs(void **state) {
    struct sectioncase *s = sectioncase_new(*state);
    assert_says(said(s), "D4 \xE2\x86\x92 C1 (8)");
    struct evidence_result *all = arena_array(s->report.arena, s->plan.links.count, sizeof *all);
    for (size_t i = 0; i < s->plan.links.count; i++) {
        all[i] = s->assessment.evidence[i];
        all[i].verdict = FOUND_TOO_LITTLE;
    }
    s->assessment.evidence = all;
    const char *text = said(s);
    assert_says(text, "None of the 27 links can be tested yet");
    assert_silent(text, "table");
    assert_silent(text, "by chance");
    assert_silent(text, "the best of 0 to 6 months");
}

static void nothing_goes_against_the_strategy_is_said_in_the_title(void **state) {
    struct sectioncase *s = sectioncase_new(*state);
    struct evidence_result *all = arena_array(s->report.arena, s->plan.links.count, sizeof *all);
    for (size_t i = 0; i < s->plan.links.count; i++) {
        all[i] = s->assessment.evidence[i];
        if (all[i].verdict == FOUND_CONTRADICTED)
            all[i].verdict = FOUND_SUPPORTED;
    }
    s->assessment.evidence = all;
    assert_says(said(s), "Two of 19 tested links move together as the strategy assumes; none go");
}

static void without_links_or_without_a_test_there_is_one_quiet_line(void **state) {
    struct sectioncase *s = sectioncase_new(*state);
    s->report.unit = plan_unit(&s->plan, "COL");
    assert_says(said(s), "No links recorded.");
    s->report.unit = plan_root(&s->plan);
    s->assessment.evidence = NULL;
    assert_says(said(s), "No links recorded.");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_tested_link_stands_with_its_figures),
        cmocka_unit_test(nothing_is_worded_as_a_proof),
        cmocka_unit_test(links_that_cannot_be_tested_yet_are_a_line_with_their_pairs),
        cmocka_unit_test(nothing_goes_against_the_strategy_is_said_in_the_title),
        cmocka_unit_test(without_links_or_without_a_test_there_is_one_quiet_line),
    };
    return SECTIONCASE_MAIN(tests);
}
