#include "sectioncase.h"

#include "report/bearing.h"

static void an_id_leads_to_the_section_that_tells_of_it(void **state) {
    struct sectioncase *s = sectioncase_new(*state);
    assert_string_equal(bearing_anchor(&s->report, "P1"), "scorecard");
    assert_string_equal(bearing_anchor(&s->report, "M07"), "scorecard");
    assert_string_equal(bearing_anchor(&s->report, "N08"), "portfolio");
    assert_string_equal(bearing_anchor(&s->report, "DP-1"), "paper:DP-1");
    assert_null(bearing_anchor(&s->report, "nobody"));
    assert_null(bearing_anchor(&s->report, ""));
    assert_null(bearing_anchor(&s->report, NULL));
}

static void a_section_that_the_template_lacks_is_no_target(void **state) {
    struct sectioncase *s = sectioncase_new(*state);
    struct template bare = *s->report.template;
    bare.sections.count = 0;
    s->report.template = &bare;
    assert_null(bearing_anchor(&s->report, "P1"));
    assert_null(bearing_anchor(&s->report, "DP-1"));
    assert_false(bearing_has(&s->report, "scorecard"));
}

static void the_status_is_the_assessments(void **state) {
    struct sectioncase *s = sectioncase_new(*state);
    enum status status;
    for (size_t i = 0; i < s->plan.objectives.count; i++) {
        assert_true(bearing_status(&s->report, s->plan.objectives.items[i].id, &status));
        assert_int_equal(status, s->assessment.objectives[i].status);
    }
    for (size_t i = 0; i < s->plan.initiatives.count; i++) {
        assert_true(bearing_status(&s->report, s->plan.initiatives.items[i].id, &status));
        assert_int_equal(status, s->assessment.initiatives[i].status);
    }
    assert_false(bearing_status(&s->report, "DP-1", &status));
    assert_false(bearing_status(&s->report, "", &status));
}

static void owners_are_found_whatever_the_id_names(void **state) {
    struct sectioncase *s = sectioncase_new(*state);
    assert_string_equal(bearing_owner(&s->report, "P1"), "Chief People Officer");
    assert_string_equal(bearing_owner(&s->report, s->plan.risks.items[0].id),
                        s->plan.risks.items[0].owner);
    assert_string_equal(bearing_owner(&s->report, s->plan.actions.items[0].id),
                        s->plan.actions.items[0].owner);
    assert_string_equal(bearing_owner(&s->report, "nobody"), "");
    assert_string_equal(bearing_owner(&s->report, NULL), "");
}

static void a_paper_for_a_meeting_that_is_over_is_not_in_the_packet(void **state) {
    struct sectioncase *s = sectioncase_new(*state);
    const struct decision_paper *paper = &s->plan.papers.items[0];
    assert_true(bearing_paper_here(&s->report, paper));
    s->assessment.as_of = (struct date){2026, 10, 23};
    assert_false(bearing_paper_here(&s->report, paper));
    assert_null(bearing_anchor(&s->report, paper->id));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_id_leads_to_the_section_that_tells_of_it),
        cmocka_unit_test(a_section_that_the_template_lacks_is_no_target),
        cmocka_unit_test(the_status_is_the_assessments),
        cmocka_unit_test(owners_are_found_whatever_the_id_names),
        cmocka_unit_test(a_paper_for_a_meeting_that_is_over_is_not_in_the_packet),
    };
    return SECTIONCASE_MAIN(tests);
}
