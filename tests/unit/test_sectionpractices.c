#include "sectioncase.h"

report_section_fn section_practices;

static const char *said(struct sectioncase *s) {
    return sectioncase_text(s, section_practices, "practices");
}

static void a_practice_that_nobody_took_up_is_the_message(void **state) {
    struct sectioncase *s = sectioncase_new(*state);
    const char *text = said(s);
    assert_says(text, "Four practices are on offer; one has not been taken up by any other unit");
    assert_says(text, "\"none\"");
    for (size_t i = 0; i < s->plan.practices.count; i++)
        assert_says(text, s->plan.practices.items[i].evidence);
}

static void practices_in_use_elsewhere_are_shared(void **state) {
    struct sectioncase *s = sectioncase_new(*state);
    s->plan.practices.count = 2;
    assert_says(said(s), "Two practices are shared; each is used beyond the unit it comes from");
    s->plan.practices.count = 1;
    assert_says(said(s), "One practice is shared; it is used beyond the unit it comes from");
}

static void a_practice_without_evidence_says_so(void **state) {
    struct sectioncase *s = sectioncase_new(*state);
    struct best_practice one = s->plan.practices.items[0];
    one.evidence = "";
    one.objective = NULL;
    s->plan.practices.items = &one;
    s->plan.practices.count = 1;
    assert_says(said(s), "no evidence given");
}

static void none_is_one_quiet_line(void **state) {
    struct sectioncase *s = sectioncase_new(*state);
    s->plan.practices.count = 0;
    assert_says(said(s), "No best practices recorded.");
    assert_silent(said(s), "table");
}

static void a_unit_sees_what_it_gave_and_what_it_took(void **state) {
    struct sectioncase *s = sectioncase_new(*state);
    s->report.unit = plan_unit(&s->plan, "COL");
    const char *text = said(s);
    assert_says(text, "BP-1");
    assert_says(text, "BP-2");
    assert_silent(text, "BP-3");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_practice_that_nobody_took_up_is_the_message),
        cmocka_unit_test(practices_in_use_elsewhere_are_shared),
        cmocka_unit_test(a_practice_without_evidence_says_so),
        cmocka_unit_test(none_is_one_quiet_line),
        cmocka_unit_test(a_unit_sees_what_it_gave_and_what_it_took),
    };
    return SECTIONCASE_MAIN(tests);
}
