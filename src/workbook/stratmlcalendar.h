/* stratmlcalendar: what the results of a StratML plan tell of its calendar (workbook.md 5.3): the
 * fiscal year, the day it reports on and how often.  `results`: of each indicator. */
#ifndef WORKBOOK_STRATMLCALENDAR_H
#define WORKBOOK_STRATMLCALENDAR_H

#include "workbook/stratmlresults.h"

/* The fiscal year begins with the month in which most results of a whole year do; else with that of
 * the plan's first day, if it and the last one bound whole years.  Returns what says so for a
 * finding; NULL: nothing does, and `out` is the calendar year. */
const char *stratmlcalendar_fiscal(const struct stratmlresults *const *results, size_t count,
                                   struct date first, struct date last, struct fiscal *out);
/* The last day of an actual result; unset if there is none. */
struct date stratmlcalendar_last_actual(const struct stratmlresults *const *results, size_t count);
/* The frequency of most indicators that have values; of two the shorter, yearly without any. */
enum frequency stratmlcalendar_frequency(const struct stratmlresults *const *results, size_t count);

#endif
