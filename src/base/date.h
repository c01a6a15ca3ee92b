/* date: civil dates of the proleptic Gregorian calendar, years 1900 to 2199. */
#ifndef BASE_DATE_H
#define BASE_DATE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct date {
    int16_t year;  /* 0: no date */
    uint8_t month; /* 1..12 */
    uint8_t day;   /* 1..31 */
};

static inline bool date_set(struct date d) {
    return d.year != 0;
}

bool date_valid(int year, int month, int day);
/* Exactly YYYY-MM-DD, or with a time part "T..." that is ignored. */
bool date_parse(const char *text, struct date *out);
/* Days since 1970-01-01 and back. */
int32_t date_days(struct date d);
struct date date_from_days(int32_t days);
/* b - a in days. */
int32_t date_between(struct date a, struct date b);
int date_compare(struct date a, struct date b);
/* 0 = Monday .. 6 = Sunday. */
int date_weekday(struct date d);
int date_month_days(int year, int month);
/* YYYY-MM-DD; out holds 11 bytes. */
void date_format(struct date d, char out[11]);

#endif
