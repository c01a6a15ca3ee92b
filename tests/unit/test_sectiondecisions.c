#include "sectioncase.h"

report_section_fn section_decisions;

static const char *said(struct sectioncase *s) {
    return sectioncase_text(s, section_decisions, "decisions");
}

/* The sample with only this paper. */
static struct sectioncase *with(struct reportcase *c, struct decision_paper *paper) {
    struct sectioncase *s = sectioncase_new(c);
    *paper = s->plan.papers.items[0];
    s->plan.papers.items = paper;
    s->plan.papers.count = 1;
    return s;
}

static void the_title_adds_up_what_is_asked(void **state) {
    struct sectioncase *s = sectioncase_new(*state);
    const char *text = said(s);
    assert_says(text,
                "Three decisions are asked of the meeting on 22 October 2026; the costs given "
                "come to CAD");
    assert_int_equal(sectioncase_count(text, "Draft resolution"), 3);
    assert_int_equal(sectioncase_count(text, "recommended\""), 3);
    struct decision_paper papers[3];
    memcpy(papers, s->plan.papers.items, sizeof papers);
    papers[1].cost = papers[0].cost;
    s->plan.papers.items = papers;
    assert_says(said(s), "of the meeting on 22 October 2026; together they cost CAD");
}

static void one_decision_is_told_in_the_singular_and_without_a_cost_it_has_none(void **state) {
    struct decision_paper paper;
    struct sectioncase *s = with(*state, &paper);
    assert_says(said(s), "One decision is asked of the meeting on 22 October 2026; it costs");
    paper.cost.known = false;
    assert_says(said(s), "no cost is given");
    assert_says(said(s), "none given");
    paper.meeting = NULL;
    assert_says(said(s), "One decision is asked; no meeting is set for it");
}

static void what_a_paper_lacks_is_said(void **state) {
    struct decision_paper paper;
    struct sectioncase *s = with(*state, &paper);
    paper.recommendation = paper.options = paper.draft_resolution = paper.risk = "";
    paper.linked_id = "";
    const char *text = said(s);
    assert_says(text, "none");
    assert_silent(text, "Draft resolution:");
    assert_silent(text, "Option");
}

static void many_options_stand_below_each_other(void **state) {
    struct decision_paper paper;
    struct sectioncase *s = with(*state, &paper);
    paper.options = "A. One: first\nB. Two\nC. Three\nD. Four\nE. Five: the last; of them";
    const char *text = said(s);
    assert_says(text, "\"What it means\"");
    assert_says(text, "the last");
    paper.options = "A. One: first\nB. Two\nC. Three\nD. Four";
    assert_silent(said(s), "\"What it means\"");
}

static void decisions_are_read_back_with_the_status_of_today(void **state) {
    struct sectioncase *s = sectioncase_new(*state);
    const char *text = strstr(said(s), "Decisions taken, read back");
    assert_non_null(text);
    for (size_t i = 0; i < s->plan.decisions.count; i++)
        assert_says(text, s->plan.decisions.items[i].name);
    assert_says(text, "Plasma centre build-out");
}

static void nothing_asked_and_nothing_taken_is_said_without_a_page_for_it(void **state) {
    struct sectioncase *s = sectioncase_new(*state);
    s->plan.papers.count = s->plan.decisions.count = 0;
    const char *text = said(s);
    assert_says(text, "No decision papers recorded.");
    assert_says(text, "No decisions recorded.");
    assert_true(s->report.document->sections.items[0]->run_on);
}

static void nothing_asked_is_the_message_above_what_was_taken(void **state) {
    struct sectioncase *s = sectioncase_new(*state);
    s->plan.papers.count = 0;
    assert_says(said(s), "No decision is asked of the next meeting");
    assert_false(s->report.document->sections.items[0]->brief);
}

static void a_unit_reads_its_own_papers(void **state) {
    struct sectioncase *s = sectioncase_new(*state);
    s->report.unit = plan_unit(&s->plan, "COL");
    const char *text = said(s);
    assert_says(text, "centres three and four");
    assert_silent(text, "group O reserves");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_title_adds_up_what_is_asked),
        cmocka_unit_test(one_decision_is_told_in_the_singular_and_without_a_cost_it_has_none),
        cmocka_unit_test(what_a_paper_lacks_is_said),
        cmocka_unit_test(many_options_stand_below_each_other),
        cmocka_unit_test(decisions_are_read_back_with_the_status_of_today),
        cmocka_unit_test(nothing_asked_and_nothing_taken_is_said_without_a_page_for_it),
        cmocka_unit_test(nothing_asked_is_the_message_above_what_was_taken),
        cmocka_unit_test(a_unit_reads_its_own_papers),
    };
    return SECTIONCASE_MAIN(tests);
}
