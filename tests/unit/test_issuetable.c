#include "sectioncase.h"

#include "assess/briefing.h"

report_section_fn section_prebrief;

static const char *said(struct sectioncase *s) {
    return sectioncase_text(s, section_prebrief, "prebrief");
}

/* What is asked where nobody has proposed anything suits what is asked about. */
static void a_question_is_about_its_finding(void **state) {
    const char *text = said(sectioncase_new(*state));
    assert_says(text, "“Find a second supplier for temperature loggers” is 47 days overdue");
    assert_int_equal(sectioncase_count(text, "What holds it up, and by when is it done?"), 2);
    assert_int_equal(sectioncase_count(text, "What holds the figure up, and when does it come?"),
                     1);
    assert_int_equal(sectioncase_count(text, "Who fills the gap, and from when?"), 1);
    assert_int_equal(sectioncase_count(text, "What prevents that, and by when?"), 1);
    assert_int_equal(sectioncase_count(text, "Why is it so? Nobody has explained it."), 2);
}

/* An objective at risk, with a measure off track, is no reason to call on anybody: it stood so. */
static void a_unit_without_an_issue_claims_no_more_than_is_judged(void **state) {
    struct sectioncase *s = sectioncase_new(*state);
    s->report.unit = plan_unit(&s->plan, "PEO");
    const char *text = said(s);
    assert_says(text, "No objective is off track, and none got worse.");
    assert_silent(text, "Nothing that is judged");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_question_is_about_its_finding),
        cmocka_unit_test(a_unit_without_an_issue_claims_no_more_than_is_judged),
    };
    return SECTIONCASE_MAIN(tests);
}
