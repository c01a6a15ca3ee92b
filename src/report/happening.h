/* happening: the dates of the strategy year: what the calendar sheet says, repeated as it says, and
 * the meetings (domain.md section 5, page 14).
 *
 * The year is the fiscal year that holds the as-of date.  A meeting whose name begins with that of
 * an event, in a month of the event, is that event's: its date is the exact one and stands in the
 * event's place.  Monthly and longer recurrences keep the day of the month, or take its last. */
#ifndef REPORT_HAPPENING_H
#define REPORT_HAPPENING_H

#include "report/report.h"

struct happening {
    const struct calendar_event *event; /* NULL: a meeting of its own */
    const struct meeting *meeting;      /* NULL: the date is the calendar's */
    struct date start, end;
};

struct happening_year {
    struct date from, to;         /* of the fiscal year */
    VEC(struct happening) items;  /* by start, then events as on the sheet, then meetings */
    size_t past;                  /* of these over by the as-of date */
    const struct happening *next; /* the first that begins after the as-of date, or NULL */
};

/* Of all units, of the packet's unit and of those below it. */
struct happening_year happening_year(const struct report *report);
const char *happening_name(const struct happening *happening);
/* Who calls it: the owner of the event, else the chair of the meeting; "" if nobody is named. */
const char *happening_owner(const struct happening *happening);

#endif
