#include "sectioncase.h"

report_section_fn section_environment;

static const char *said(struct sectioncase *s) {
    return sectioncase_text(s, section_environment, "environment");
}

static bool troubled(const struct sectioncase *s, const struct environment_item *item) {
    for (size_t i = 0; i < item->objectives.count; i++) {
        enum status status = assess_objective(&s->assessment, item->objectives.items[i])->status;
        if (status == STATUS_RED || status == STATUS_AMBER)
            return true;
    }
    return false;
}

static void the_title_counts_what_bears_on_trouble(void **state) {
    struct sectioncase *s = sectioncase_new(*state);
    int count = 0;
    for (size_t i = 0; i < s->plan.environment.count; i++)
        count += troubled(s, &s->plan.environment.items[i]);
    assert_says(said(s),
                arena_printf(s->report.arena,
                             "%s of %zu findings bear on objectives that are off track or at risk",
                             words_count(s->report.arena, s->report.words, count, true),
                             s->plan.environment.count));
}

static void every_finding_stands_once_in_its_frame(void **state) {
    struct sectioncase *s = sectioncase_new(*state);
    const char *text = said(s);
    for (size_t i = 0; i < s->plan.environment.count; i++)
        assert_int_equal(sectioncase_count(text, s->plan.environment.items[i].text), 1);
    assert_says(text, "The five forces");
    assert_says(text, "Scenarios");
    assert_silent(text, "Not recorded");
}

static void a_frame_without_findings_is_named(void **state) {
    struct sectioncase *s = sectioncase_new(*state);
    s->plan.environment.count = 8; /* SWOT only */
    assert_says(said(s), "Not recorded: ");
    assert_says(said(s), "The five forces and Scenarios.");
}

static void a_side_of_the_workbooks_own_makes_a_table(void **state) {
    struct sectioncase *s = sectioncase_new(*state);
    struct environment_item items[2] = {s->plan.environment.items[0], s->plan.environment.items[1]};
    items[1].side = "Things we are proud of";
    s->plan.environment.items = items;
    s->plan.environment.count = 2;
    const char *text = said(s);
    assert_says(text, "\"Things we are proud of\"");
    assert_silent(text, "None recorded.");
    s->plan.environment.count = 1;
    assert_says(said(s), "None recorded.");
}

static void no_finding_is_one_quiet_line(void **state) {
    struct sectioncase *s = sectioncase_new(*state);
    s->plan.environment.count = 0;
    assert_says(said(s), "No findings recorded.");
    assert_silent(said(s), "table");
}

static void a_unit_sees_what_bears_on_its_objectives(void **state) {
    struct sectioncase *s = sectioncase_new(*state);
    s->report.unit = plan_unit(&s->plan, "STD");
    const char *text = said(s);
    assert_says(text, "A third of the regions' people");
    assert_silent(text, "Nursing posts stay empty");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_title_counts_what_bears_on_trouble),
        cmocka_unit_test(every_finding_stands_once_in_its_frame),
        cmocka_unit_test(a_frame_without_findings_is_named),
        cmocka_unit_test(a_side_of_the_workbooks_own_makes_a_table),
        cmocka_unit_test(no_finding_is_one_quiet_line),
        cmocka_unit_test(a_unit_sees_what_bears_on_its_objectives),
    };
    return SECTIONCASE_MAIN(tests);
}
