#include "sectioncase.h"

#include "report/happening.h"

static struct calendar_event event(const char *name, struct date start, enum recurrence recurs) {
    return (struct calendar_event){.id = name,
                                   .name = name,
                                   .owner = "Office",
                                   .start = start,
                                   .end = start,
                                   .recurrence = recurs};
}

/* Only this event, and no meeting. */
static struct sectioncase *alone(struct reportcase *c, struct calendar_event *event) {
    struct sectioncase *s = sectioncase_new(c);
    s->plan.calendar.items = event;
    s->plan.calendar.count = 1;
    s->plan.meetings.count = 0;
    return s;
}

static void events_come_back_as_the_sheet_says(void **state) {
    static const struct {
        enum recurrence recurs;
        size_t dates;
    } cases[] = {{RECURS_ONCE, 1},        {RECURS_MONTHLY, 12}, {RECURS_QUARTERLY, 4},
                 {RECURS_HALF_YEARLY, 2}, {RECURS_YEARLY, 1},   {RECURS_WEEKLY, 52}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct calendar_event one = event("Review", (struct date){2026, 4, 8}, cases[i].recurs);
        struct sectioncase *s = alone(*state, &one);
        assert_int_equal(happening_year(&s->report).items.count, cases[i].dates);
    }
}

static void a_recurrence_of_earlier_years_goes_on_and_its_first_days_are_left_out(void **state) {
    struct calendar_event one = event("Review", (struct date){2024, 1, 31}, RECURS_MONTHLY);
    struct sectioncase *s = alone(*state, &one);
    const struct happening_year year = happening_year(&s->report);
    assert_int_equal(year.items.count, 12);
    assert_int_equal(date_compare(year.items.items[0].start, (struct date){2026, 4, 30}), 0);
    assert_int_equal(date_compare(year.items.items[10].start, (struct date){2027, 2, 28}), 0);
    assert_int_equal(year.past, 6); /* April to September, which ends on the as-of date */
    assert_int_equal(date_compare(year.next->start, (struct date){2026, 10, 31}), 0);
}

static void what_goes_on_over_the_as_of_date_is_not_past_and_not_next(void **state) {
    struct calendar_event one = event("Weeks", (struct date){2026, 9, 20}, RECURS_ONCE);
    one.end = (struct date){2026, 10, 5};
    struct sectioncase *s = alone(*state, &one);
    const struct happening_year year = happening_year(&s->report);
    assert_int_equal(year.past, 0);
    assert_null(year.next);
}

static void a_meeting_stands_for_the_event_it_is_named_after(void **state) {
    struct sectioncase *s = sectioncase_new(*state);
    const struct happening_year year = happening_year(&s->report);
    const struct happening *found = NULL;
    for (size_t i = 0; i < year.items.count; i++) {
        const struct happening *one = &year.items.items[i];
        if (strcmp(happening_name(one), "Operational review of October") == 0)
            found = one;
        assert_false(one->event && !one->meeting && one->start.month == 11 &&
                     strcmp(one->event->name, "Operational review") == 0);
    }
    if (!found || !found->event) {
        fail_msg("the meeting stands for no event");
        return;
    }
    assert_int_equal(found->start.day, 19);
    assert_string_equal(happening_owner(found), found->event->owner);
}

static void dates_come_in_order(void **state) {
    struct sectioncase *s = sectioncase_new(*state);
    const struct happening_year year = happening_year(&s->report);
    for (size_t i = 1; i < year.items.count; i++)
        assert_true(date_compare(year.items.items[i - 1].start, year.items.items[i].start) <= 0);
}

static void meetings_of_other_units_are_left_out(void **state) {
    struct sectioncase *s = sectioncase_new(*state);
    s->report.unit = plan_unit(&s->plan, "COL");
    const struct happening_year year = happening_year(&s->report);
    for (size_t i = 0; i < year.items.count; i++)
        assert_null(year.items.items[i].meeting);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(events_come_back_as_the_sheet_says),
        cmocka_unit_test(a_recurrence_of_earlier_years_goes_on_and_its_first_days_are_left_out),
        cmocka_unit_test(what_goes_on_over_the_as_of_date_is_not_past_and_not_next),
        cmocka_unit_test(a_meeting_stands_for_the_event_it_is_named_after),
        cmocka_unit_test(dates_come_in_order),
        cmocka_unit_test(meetings_of_other_units_are_left_out),
    };
    return SECTIONCASE_MAIN(tests);
}
