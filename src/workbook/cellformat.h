/* cellformat: what a number format makes of the number in a cell.
 *
 * An .xlsx file keeps dates, times and percentages as plain numbers; only the format of the cell
 * tells them apart (workbook.md 1.5). */
#ifndef WORKBOOK_CELLFORMAT_H
#define WORKBOOK_CELLFORMAT_H

#include "base/date.h"
#include "base/decimal.h"
#include <stdbool.h>
#include <stdint.h>

enum cellformat {
    CELLFORMAT_NUMBER,
    CELLFORMAT_PERCENT,
    CELLFORMAT_DATE, /* with or without a time of day */
    CELLFORMAT_TIME  /* a time of day or a duration */
};

/* Of a format that every program knows by its number; NUMBER for one it does not. */
enum cellformat cellformat_known(uint32_t id);
/* Of a format written out, such as dd.mm.yyyy or 0.0%. */
enum cellformat cellformat_code(const char *code);

/* Day 0 of the serial numbers. */
enum cellformat_base { CELLFORMAT_1900, CELLFORMAT_1904 };

enum cellformat_day {
    CELLFORMAT_GOOD,
    CELLFORMAT_EARLY, /* before 1900-03-01, where programs disagree */
    CELLFORMAT_FAR    /* after 2199 */
};

/* The date of a serial number; its time of day is left out.  Of one too far it is what a program
 * shows, to be told, and unset where that is no date either. */
enum cellformat_day cellformat_date(struct decimal serial, enum cellformat_base base,
                                    struct date *out);
/* A serial number as hours and minutes: 0.5 is 12:00, 1.5 is 36:00.  out holds 32 bytes. */
void cellformat_time(struct decimal serial, char out[32]);

#endif
