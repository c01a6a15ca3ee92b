#include "base/date.h"

#include "base/ascii.h"
#include <string.h>

#define FIRST_YEAR 1900
#define LAST_YEAR  2199

static bool leap(int year) {
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

int date_month_days(int year, int month) {
    static const uint8_t days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && leap(year) ? 29 : days[month - 1];
}

bool date_valid(int year, int month, int day) {
    return year >= FIRST_YEAR && year <= LAST_YEAR && month >= 1 && month <= 12 && day >= 1 &&
           day <= date_month_days(year, month);
}

static int digits(const char *text, size_t count) {
    int value = 0;
    for (size_t i = 0; i < count; i++)
        value = value * 10 + (text[i] - '0');
    return value;
}

bool date_parse(const char *text, struct date *out) {
    static const char shape[] = "dddd-dd-dd";
    for (size_t i = 0; shape[i]; i++)
        if (shape[i] == 'd' ? !ascii_digit(text[i]) : text[i] != shape[i])
            return false;
    if (text[10] != '\0' && text[10] != 'T')
        return false;
    int year = digits(text, 4), month = digits(text + 5, 2), day = digits(text + 8, 2);
    if (!date_valid(year, month, day))
        return false;
    *out = (struct date){(int16_t)year, (uint8_t)month, (uint8_t)day};
    return true;
}

/* Years are counted from March here, so that the leap day is the last of its year; an era is the
 * 400 years after which the calendar repeats. */
int32_t date_days(struct date d) {
    int32_t year = d.month > 2 ? d.year : d.year - 1;
    int32_t era = (year >= 0 ? year : year - 399) / 400;
    int32_t year_of_era = year - era * 400;
    int32_t month = d.month > 2 ? d.month - 3 : d.month + 9;
    int32_t day_of_year = (153 * month + 2) / 5 + d.day - 1;
    int32_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return era * 146097 + day_of_era - 719468;
}

struct date date_from_days(int32_t days) {
    int32_t shifted = days + 719468;
    int32_t era = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
    int32_t day_of_era = shifted - era * 146097;
    int32_t year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    int32_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    int32_t month = (5 * day_of_year + 2) / 153;
    int32_t day = day_of_year - (153 * month + 2) / 5 + 1;
    int32_t year = year_of_era + era * 400 + (month >= 10);
    return (struct date){(int16_t)year, (uint8_t)(month < 10 ? month + 3 : month - 9),
                         (uint8_t)day};
}

int32_t date_between(struct date a, struct date b) {
    return date_days(b) - date_days(a);
}

int date_compare(struct date a, struct date b) {
    int32_t days = date_between(b, a);
    return (days > 0) - (days < 0);
}

int date_weekday(struct date d) {
    /* 1970-01-01 was a Thursday. */
    return (date_days(d) % 7 + 7 + 3) % 7;
}

void date_format(struct date d, char out[11]) {
    memcpy(out, "0000-00-00", 11);
    int year = d.year;
    for (int i = 3; i >= 0; i--, year /= 10)
        out[i] = (char)('0' + year % 10);
    out[5] = (char)('0' + d.month / 10 % 10);
    out[6] = (char)('0' + d.month % 10);
    out[8] = (char)('0' + d.day / 10 % 10);
    out[9] = (char)('0' + d.day % 10);
}
