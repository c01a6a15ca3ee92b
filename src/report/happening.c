#include "report/happening.h"

#include "report/subject.h"
#include <stdlib.h>
#include <string.h>

enum { MONTHS = 12, DAYS_A_WEEK = 7 };

const char *happening_name(const struct happening *happening) {
    return happening->meeting ? happening->meeting->name : happening->event->name;
}

const char *happening_owner(const struct happening *happening) {
    const char *owner = happening->event ? happening->event->owner : happening->meeting->chair;
    return owner ? owner : "";
}

static struct date months_later(struct date date, int months) {
    int index = date.year * MONTHS + date.month - 1 + months;
    int last = date_month_days(index / MONTHS, index % MONTHS + 1);
    return (struct date){.year = (int16_t)(index / MONTHS),
                         .month = (uint8_t)(index % MONTHS + 1),
                         .day = (uint8_t)(date.day > last ? last : date.day)};
}

/* The n-th date of an event, from 0; unset if there is none. */
static struct date nth(const struct calendar_event *event, int n) {
    static const int months[] = {[RECURS_MONTHLY] = 1,
                                 [RECURS_QUARTERLY] = 3,
                                 [RECURS_HALF_YEARLY] = 6,
                                 [RECURS_YEARLY] = MONTHS};
    switch (event->recurrence) {
    case RECURS_WEEKLY:
        return date_from_days(date_days(event->start) + DAYS_A_WEEK * n);
    case RECURS_MONTHLY:
    case RECURS_QUARTERLY:
    case RECURS_HALF_YEARLY:
    case RECURS_YEARLY:
        return months_later(event->start, months[event->recurrence] * n);
    case RECURS_ONCE:
    default:
        return n == 0 ? event->start : (struct date){0};
    }
}

static bool same_month(struct date a, struct date b) {
    return a.year == b.year && a.month == b.month;
}

static bool begins_with(const char *text, const char *start) {
    return *start && strncmp(text, start, strlen(start)) == 0;
}

/* taken: the meetings that stand in the place of an event. */
static const struct meeting *meeting_of(const struct report *report, const struct happening *one,
                                        bool *taken) {
    for (size_t i = 0; i < report->plan->meetings.count; i++) {
        const struct meeting *meeting = &report->plan->meetings.items[i];
        if (taken[i] || !same_month(meeting->date, one->start) ||
            !begins_with(meeting->name, one->event->name) || !subject_within(report, meeting->unit))
            continue;
        taken[i] = true;
        return meeting;
    }
    return NULL;
}

static void add_event(const struct report *report, struct happening_year *year,
                      const struct calendar_event *event, bool *taken) {
    int length = date_set(event->end) ? date_between(event->start, event->end) : 0;
    for (int n = 0;; n++) {
        struct date start = nth(event, n);
        if (!date_set(start) || date_compare(start, year->to) > 0)
            return;
        struct happening one = {event, NULL, start, date_from_days(date_days(start) + length)};
        if (date_compare(one.end, year->from) < 0)
            continue;
        one.meeting = meeting_of(report, &one, taken);
        if (one.meeting && length == 0)
            one.start = one.end = one.meeting->date;
        vec_push(report->arena, &year->items, one);
    }
}

static int by_start(const void *a, const void *b) {
    const struct happening *x = a;
    const struct happening *y = b;
    int order = date_compare(x->start, y->start);
    if (order)
        return order;
    if (!x->event != !y->event)
        return x->event ? -1 : 1;
    return x->event ? (x->event > y->event) - (x->event < y->event)
                    : (x->meeting > y->meeting) - (x->meeting < y->meeting);
}

struct happening_year happening_year(const struct report *report) {
    const struct plan *plan = report->plan;
    struct date today = report->assessment->as_of;
    struct period first = period_year_start(today, &plan->organization.fiscal);
    struct happening_year year = {.from = period_first(first),
                                  .to = period_last(period_next(first, MONTHS - 1))};
    bool *taken = arena_array(report->arena, plan->meetings.count + 1, sizeof *taken);
    for (size_t i = 0; i < plan->calendar.count; i++) {
        const struct calendar_event *event = &plan->calendar.items[i];
        if (!event->unit || subject_within(report, event->unit))
            add_event(report, &year, event, taken);
    }
    for (size_t i = 0; i < plan->meetings.count; i++) {
        const struct meeting *meeting = &plan->meetings.items[i];
        if (taken[i] || !subject_within(report, meeting->unit) ||
            date_compare(meeting->date, year.from) < 0 || date_compare(meeting->date, year.to) > 0)
            continue;
        struct happening one = {NULL, meeting, meeting->date, meeting->date};
        vec_push(report->arena, &year.items, one);
    }
    if (year.items.count > 1)
        qsort(year.items.items, year.items.count, sizeof *year.items.items, by_start);
    for (size_t i = 0; i < year.items.count; i++) {
        const struct happening *one = &year.items.items[i];
        year.past += date_compare(one->end, today) <= 0;
        if (!year.next && date_compare(one->start, today) > 0)
            year.next = one;
    }
    return year;
}
