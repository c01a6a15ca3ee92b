#include "sectioncase.h"

#include "report/happening.h"

report_section_fn section_calendar, section_office;

static const char *said(struct sectioncase *s) {
    return sectioncase_text(s, section_calendar, "calendar");
}

static void the_title_counts_the_dates_of_the_year(void **state) {
    struct sectioncase *s = sectioncase_new(*state);
    const struct happening_year year = happening_year(&s->report);
    assert_says(said(s), arena_printf(s->report.arena,
                                      "%zu of %zu dates of the strategy year are "
                                      "past; the next is on 5 October 2026",
                                      year.past, year.items.count));
}

static void a_process_without_a_date_is_the_message(void **state) {
    struct sectioncase *s = sectioncase_new(*state);
    struct calendar_event one = s->plan.calendar.items[0];
    s->plan.calendar.items = &one;
    s->plan.calendar.count = 1;
    const char *text = said(s);
    assert_says(text, "Eight processes have no date in the strategy year");
    assert_says(text, "\"none\"");
}

static void a_weekly_event_is_named_once(void **state) {
    struct sectioncase *s = sectioncase_new(*state);
    struct calendar_event weeks[52];
    for (size_t i = 0; i < 52; i++)
        weeks[i] = s->plan.calendar.items[0];
    s->plan.calendar.items = weeks;
    s->plan.calendar.count = 52;
    const char *text = said(s);
    assert_says(text, weeks[0].name);
    assert_silent(text, arena_printf(s->report.arena, "%s, %s", weeks[0].name, weeks[0].name));
    assert_silent(text, arena_printf(s->report.arena, "%s and %s", weeks[0].name, weeks[0].name));
}

static void a_year_of_meetings_alone_promises_no_date_of_other_processes(void **state) {
    struct sectioncase *s = sectioncase_new(*state);
    s->plan.calendar.count = 0;
    struct meeting board = *plan_meeting(&s->plan, "BM-2026-10");
    s->plan.meetings.items = &board;
    s->plan.meetings.count = 1;
    assert_says(said(s), "No process has a date of its own in the strategy year; the next date is "
                         "22 October 2026");
    s->assessment.as_of = (struct date){2026, 10, 31};
    const char *text = said(s);
    assert_says(text, "No process has a date of its own in the strategy year");
    assert_silent(text, "the next date is");
}

static void a_year_that_is_over_says_so(void **state) {
    struct sectioncase *s = sectioncase_new(*state);
    s->assessment.as_of = (struct date){2027, 3, 31};
    const char *text = said(s);
    assert_says(text, "dates of the strategy year are past; those of the next are still to be set");
    assert_says(text, "None. No date of this fiscal year is still to come.");
}

static void no_date_at_all_is_one_quiet_line(void **state) {
    struct sectioncase *s = sectioncase_new(*state);
    s->plan.calendar.count = s->plan.meetings.count = 0;
    const char *text = said(s);
    assert_says(text, "No dates recorded.");
    assert_silent(text, "table");
}

static void what_comes_next_is_limited_and_the_rest_is_counted(void **state) {
    struct sectioncase *s = sectioncase_new(*state);
    const struct happening_year year = happening_year(&s->report);
    int left = 0;
    for (size_t i = 0; i < year.items.count; i++)
        left += date_compare(year.items.items[i].end, s->assessment.as_of) > 0;
    assert_says(said(s),
                arena_printf(s->report.arena, "And %d more until 31 March 2027.", left - 8));
}

static void the_reporting_line_is_told_once_with_the_office(void **state) {
    struct sectioncase *s = sectioncase_new(*state);
    assert_silent(said(s), "The office reports to the chief executive.");
    const char *text = sectioncase_text(s, section_office, "office");
    assert_int_equal(sectioncase_count(text, "The office reports to the chief executive."), 1);
    s->plan.settings.reporting_line = LINE_THREE_BELOW;
    assert_says(sectioncase_text(s, section_office, "office"), "three or more levels below");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_title_counts_the_dates_of_the_year),
        cmocka_unit_test(a_process_without_a_date_is_the_message),
        cmocka_unit_test(a_weekly_event_is_named_once),
        cmocka_unit_test(a_year_of_meetings_alone_promises_no_date_of_other_processes),
        cmocka_unit_test(a_year_that_is_over_says_so),
        cmocka_unit_test(no_date_at_all_is_one_quiet_line),
        cmocka_unit_test(what_comes_next_is_limited_and_the_rest_is_counted),
        cmocka_unit_test(the_reporting_line_is_told_once_with_the_office),
    };
    return SECTIONCASE_MAIN(tests);
}
