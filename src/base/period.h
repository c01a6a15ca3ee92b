/* period: a week, month, quarter, half or year, as an interval of the calendar.
 *
 * Months and longer are held by the absolute number of their first month, so that FY2026-Q1 of a
 * fiscal year from April and 2026-Q2 are equal.  Weeks are ISO weeks held by their Monday. */
#ifndef BASE_PERIOD_H
#define BASE_PERIOD_H

#include "base/date.h"
#include <stdbool.h>
#include <stdint.h>

enum frequency {
    FREQUENCY_NONE, /* no period */
    FREQUENCY_WEEKLY,
    FREQUENCY_MONTHLY,
    FREQUENCY_QUARTERLY,
    FREQUENCY_HALF_YEARLY,
    FREQUENCY_YEARLY
};

struct period {
    enum frequency frequency;
    int32_t start; /* weekly: days since 1970-01-01 of the Monday; else year * 12 + month - 1 */
};

/* The fiscal calendar of the workbook. */
struct fiscal {
    int start_month;     /* 1..12; 1 = calendar year */
    bool named_by_start; /* FY2026 begins in 2026 (else: ends in 2026; same if start_month is 1) */
};

static inline bool period_set(struct period p) {
    return p.frequency != FREQUENCY_NONE;
}

/* 2026-03, 2026-Q1, 2026-H1, 2026, 2026-W09 (calendar) and FY2026, FY2026-Q1, FY2026-H1 (fiscal).
 * Plain 2026 is the calendar year if the fiscal year starts in January, else the fiscal year of
 * that name. */
bool period_parse(const char *text, const struct fiscal *fiscal, struct period *out);
struct date period_first(struct period p);
struct date period_last(struct period p);
struct period period_next(struct period p, int n); /* n may be negative */
/* The period of a frequency that holds the date; quarters, halves and years follow the fiscal
 * year. */
struct period period_holding(struct date d, enum frequency f, const struct fiscal *fiscal);
/* The last period of frequency f that ends on or before the date. */
struct period period_ended(struct date d, enum frequency f, const struct fiscal *fiscal);
bool period_equal(struct period a, struct period b);
/* By first day, then by length. */
int period_compare(struct period a, struct period b);
/* Number of periods from a to b of the same frequency. */
int period_between(struct period a, struct period b);
/* Periods a year: 52, 12, 4, 2, 1. */
int period_per_year(enum frequency f);
/* Canonical text: 2026-03, 2026-W09, calendar quarters 2026-Q1, fiscal ones FY2026-Q1 where the
 * calendar has no such period; a period of another fiscal calendar shows its first month and its
 * length, 2025-07+12.  out holds 16 bytes. */
void period_format(struct period p, const struct fiscal *fiscal, char out[16]);
/* Fiscal year's name: 2026 for calendar years, else 2025/26.  out holds 16 bytes. */
void period_fiscal_year(struct date d, const struct fiscal *fiscal, char out[16]);
/* First month of the fiscal year that holds d, as a monthly period. */
struct period period_year_start(struct date d, const struct fiscal *fiscal);
const char *period_frequency_name(enum frequency f); /* "monthly" */

#endif
