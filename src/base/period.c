#include "base/period.h"

#include "base/ascii.h"
#include <assert.h>

#define FIRST_YEAR 1900
#define LAST_YEAR  2199

/* Months of a period; weeks have none. */
static int32_t months_of(enum frequency f) {
    static const int32_t months[] = {0, 0, 1, 3, 6, 12};
    return months[f];
}

static int32_t month_of(struct date d) {
    return d.year * 12 + d.month - 1;
}

static int32_t rest_of(int32_t value, int32_t divisor) {
    int32_t rest = value % divisor;
    return rest < 0 ? rest + divisor : rest;
}

static struct period months(enum frequency f, int32_t start) {
    return (struct period){f, start};
}

static int32_t monday_of(struct date d) {
    return date_days(d) - date_weekday(d);
}

/* The week that holds 4 January is the first of its year. */
static int32_t first_monday(int year) {
    return monday_of((struct date){(int16_t)year, 1, 4});
}

/* First month of the fiscal year of that name. */
static int32_t fiscal_start(int year, const struct fiscal *fiscal) {
    bool earlier = fiscal->start_month != 1 && !fiscal->named_by_start;
    return (year - earlier) * 12 + fiscal->start_month - 1;
}

static bool parse_week(int year, const char *text, struct period *out) {
    if (!ascii_digit(text[0]) || !ascii_digit(text[1]) || text[2] != '\0')
        return false;
    int week = (text[0] - '0') * 10 + text[1] - '0';
    int32_t start = first_monday(year) + (week - 1) * 7;
    if (week < 1 || start >= first_monday(year + 1))
        return false;
    *out = (struct period){FREQUENCY_WEEKLY, start};
    return true;
}

static bool parse_month(int year, const char *text, struct period *out) {
    if (!ascii_digit(text[0]) || !ascii_digit(text[1]) || text[2] != '\0')
        return false;
    int month = (text[0] - '0') * 10 + text[1] - '0';
    if (month < 1 || month > 12)
        return false;
    *out = months(FREQUENCY_MONTHLY, year * 12 + month - 1);
    return true;
}

/* Qn or Hn of the year that begins with the month `start`. */
static bool parse_part(int32_t start, const char *text, struct period *out) {
    bool quarter = ascii_lower(text[0]) == 'q';
    if (!quarter && ascii_lower(text[0]) != 'h')
        return false;
    enum frequency f = quarter ? FREQUENCY_QUARTERLY : FREQUENCY_HALF_YEARLY;
    int part = text[1] - '0';
    if (part < 1 || part > period_per_year(f) || text[2] != '\0')
        return false;
    *out = months(f, start + (part - 1) * months_of(f));
    return true;
}

bool period_parse(const char *text, const struct fiscal *fiscal, struct period *out) {
    bool named_fiscal = ascii_lower(text[0]) == 'f' && ascii_lower(text[1]) == 'y';
    if (named_fiscal)
        text += 2;
    int year = 0;
    for (int i = 0; i < 4; i++) {
        if (!ascii_digit(text[i]))
            return false;
        year = year * 10 + (text[i] - '0');
    }
    if (year < FIRST_YEAR || year > LAST_YEAR)
        return false;
    text += 4;
    if (text[0] == '\0') {
        *out = months(FREQUENCY_YEARLY, fiscal_start(year, fiscal));
        return true;
    }
    if (*text++ != '-')
        return false;
    if (named_fiscal)
        return parse_part(fiscal_start(year, fiscal), text, out);
    if (ascii_lower(text[0]) == 'w')
        return parse_week(year, text + 1, out);
    if (ascii_digit(text[0]))
        return parse_month(year, text, out);
    return parse_part(year * 12, text, out);
}

struct date period_first(struct period p) {
    assert(period_set(p));
    if (p.frequency == FREQUENCY_WEEKLY)
        return date_from_days(p.start);
    return (struct date){(int16_t)(p.start / 12), (uint8_t)(p.start % 12 + 1), 1};
}

struct date period_last(struct period p) {
    return date_from_days(date_days(period_first(period_next(p, 1))) - 1);
}

struct period period_next(struct period p, int n) {
    assert(period_set(p));
    int32_t step = p.frequency == FREQUENCY_WEEKLY ? 7 : months_of(p.frequency);
    p.start += n * step;
    return p;
}

struct period period_holding(struct date d, enum frequency f, const struct fiscal *fiscal) {
    assert(f != FREQUENCY_NONE);
    if (f == FREQUENCY_WEEKLY)
        return (struct period){f, monday_of(d)};
    int32_t month = month_of(d);
    return months(f, month - rest_of(month - (fiscal->start_month - 1), months_of(f)));
}

struct period period_ended(struct date d, enum frequency f, const struct fiscal *fiscal) {
    struct period p = period_holding(d, f, fiscal);
    return date_compare(period_last(p), d) <= 0 ? p : period_next(p, -1);
}

bool period_equal(struct period a, struct period b) {
    return a.frequency == b.frequency && a.start == b.start;
}

int period_compare(struct period a, struct period b) {
    int order = date_compare(period_first(a), period_first(b));
    return order ? order : date_compare(period_last(a), period_last(b));
}

int period_between(struct period a, struct period b) {
    assert(a.frequency == b.frequency && period_set(a));
    int32_t step = a.frequency == FREQUENCY_WEEKLY ? 7 : months_of(a.frequency);
    return (b.start - a.start) / step;
}

int period_per_year(enum frequency f) {
    static const int counts[] = {0, 52, 12, 4, 2, 1};
    return counts[f];
}

/* Name of the fiscal year that begins with that month. */
static int fiscal_name(int32_t start, const struct fiscal *fiscal) {
    bool later = fiscal->start_month != 1 && !fiscal->named_by_start;
    return start / 12 + later;
}

/* Puts digits behind `used`; a row of these cannot outgrow the 16 bytes. */
static size_t put_number(char *out, size_t used, int value, int digits) {
    for (int i = digits - 1; i >= 0; i--, value /= 10)
        out[used + (size_t)i] = (char)('0' + value % 10);
    return used + (size_t)digits;
}

static size_t put_text(char *out, size_t used, const char *text) {
    while (*text)
        out[used++] = *text++;
    return used;
}

static void put_part(char *out, const char *prefix, int year, const char *letter, int part) {
    size_t used = put_number(out, put_text(out, 0, prefix), year, 4);
    out[put_number(out, put_text(out, used, letter), part, 1)] = '\0';
}

/* Two digits behind the year: 2026-03, 2026-W09, 2025/26. */
static void put_pair(char *out, int year, const char *mark, int number) {
    size_t used = put_text(out, put_number(out, 0, year, 4), mark);
    out[put_number(out, used, number, 2)] = '\0';
}

static void put_year(char *out, const char *prefix, int year) {
    out[put_number(out, put_text(out, 0, prefix), year, 4)] = '\0';
}

static void format_week(struct period p, char out[16]) {
    /* Thursday lies in the year that the week belongs to. */
    int year = date_from_days(p.start + 3).year;
    put_pair(out, year, "-W", (p.start - first_monday(year)) / 7 + 1);
}

static void format_year(struct period p, const struct fiscal *fiscal, char out[16]) {
    int year = p.start / 12, month = p.start % 12;
    if (month == fiscal->start_month - 1) {
        put_year(out, month == 0 ? "" : "FY", fiscal_name(p.start, fiscal));
        return;
    }
    /* Belongs to another fiscal calendar: its first month, and that twelve begin there. */
    put_pair(out, year, "-", month + 1);
    out[put_text(out, 7, "+12")] = '\0';
}

static void format_part(struct period p, const struct fiscal *fiscal, char out[16]) {
    int year = p.start / 12, month = p.start % 12;
    int32_t size = months_of(p.frequency);
    const char *letter = p.frequency == FREQUENCY_QUARTERLY ? "-Q" : "-H";
    int32_t offset = rest_of(p.start - (fiscal->start_month - 1), 12);
    if (month % size == 0) {
        put_part(out, "", year, letter, month / size + 1);
    } else if (offset % size == 0) {
        put_part(out, "FY", fiscal_name(p.start - offset, fiscal), letter, offset / size + 1);
    } else { /* of another fiscal calendar, as above */
        put_pair(out, year, "-", month + 1);
        out[put_number(out, put_text(out, 7, "+"), size, 2)] = '\0';
    }
}

void period_format(struct period p, const struct fiscal *fiscal, char out[16]) {
    assert(period_set(p));
    switch (p.frequency) {
    case FREQUENCY_WEEKLY:
        format_week(p, out);
        break;
    case FREQUENCY_MONTHLY:
        put_pair(out, p.start / 12, "-", p.start % 12 + 1);
        break;
    case FREQUENCY_QUARTERLY:
    case FREQUENCY_HALF_YEARLY:
        format_part(p, fiscal, out);
        break;
    case FREQUENCY_YEARLY:
        format_year(p, fiscal, out);
        break;
    case FREQUENCY_NONE:
        break;
    }
}

void period_fiscal_year(struct date d, const struct fiscal *fiscal, char out[16]) {
    int year = period_year_start(d, fiscal).start / 12;
    if (fiscal->start_month == 1)
        put_year(out, "", year);
    else
        put_pair(out, year, "/", (year + 1) % 100);
}

struct period period_year_start(struct date d, const struct fiscal *fiscal) {
    return months(FREQUENCY_MONTHLY, period_holding(d, FREQUENCY_YEARLY, fiscal).start);
}

const char *period_frequency_name(enum frequency f) {
    static const char *const names[] = {"none",      "weekly",      "monthly",
                                        "quarterly", "half-yearly", "yearly"};
    return names[f];
}
