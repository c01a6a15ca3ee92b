#include "workbook/cellformat.h"
#include "base/ascii.h"
#include <string.h>

#define MICRO_PER_DAY  DECIMAL_ONE
#define FIRST_SAFE_DAY 61 /* 1900-03-01: day 60 is a 29 February that never was */

enum cellformat cellformat_known(uint32_t id) {
    static const struct {
        uint32_t first, last;
        enum cellformat format;
    } known[] = {
        {9, 10, CELLFORMAT_PERCENT}, {14, 17, CELLFORMAT_DATE}, {18, 21, CELLFORMAT_TIME},
        {22, 22, CELLFORMAT_DATE},   {27, 36, CELLFORMAT_DATE}, {45, 47, CELLFORMAT_TIME},
        {50, 58, CELLFORMAT_DATE},
    };
    for (size_t i = 0; i < sizeof known / sizeof known[0]; i++) {
        if (id >= known[i].first && id <= known[i].last) {
            return known[i].format;
        }
    }
    return CELLFORMAT_NUMBER;
}

/* Length of what stands at `at` and means no digit, day or hour: "text", [colour], \x, _x, *x and
 * the word General. */
static size_t passive(const char *at) {
    const char *close = NULL;
    if (*at == '"') {
        close = strchr(at + 1, '"');
        return close ? (size_t)(close - at) + 1 : strlen(at);
    }
    if (*at == '[') {
        close = strchr(at, ']');
        return close ? (size_t)(close - at) + 1 : strlen(at);
    }
    if ((*at == '\\' || *at == '_' || *at == '*') && at[1]) {
        return 2;
    }
    if (ascii_starts(at, "General")) {
        return strlen("General");
    }
    return ascii_starts(at, "Standard") ? strlen("Standard") : 0;
}

/* True for [h], [mm], [ss]: a count of hours, minutes or seconds. */
static bool elapsed(const char *at) {
    size_t letters = strspn(at + 1, "hHmMsS");
    return letters > 0 && at[letters + 1] == ']';
}

/* Which kinds of placeholder a format holds. */
struct letters {
    bool day, month, clock, percent; /* month: or minutes, beside hours or seconds */
};

static void note_letter(struct letters *letters, char c) {
    switch (ascii_lower(c)) {
    case 'y':
    case 'd':
        letters->day = true;
        break;
    case 'm':
        letters->month = true;
        break;
    case 'h':
    case 's':
        letters->clock = true;
        break;
    case '%':
        letters->percent = true;
        break;
    default:
        break;
    }
}

enum cellformat cellformat_code(const char *code) {
    struct letters letters = {.day = false};
    for (const char *at = code; *at;) {
        letters.clock = letters.clock || (*at == '[' && elapsed(at));
        size_t skip = passive(at);
        if (skip == 0) {
            note_letter(&letters, *at);
            skip = 1;
        }
        at += skip;
    }
    if (letters.day || (letters.month && !letters.clock)) {
        return CELLFORMAT_DATE;
    }
    if (letters.clock) {
        return CELLFORMAT_TIME;
    }
    return letters.percent ? CELLFORMAT_PERCENT : CELLFORMAT_NUMBER;
}

enum cellformat_day cellformat_date(struct decimal serial, enum cellformat_base base,
                                    struct date *out) {
    int64_t day = serial.micro / MICRO_PER_DAY;
    int64_t first = base == CELLFORMAT_1904 ? 0 : FIRST_SAFE_DAY;
    if (serial.micro < 0 || day < first) {
        return CELLFORMAT_EARLY;
    }
    struct date zero =
        base == CELLFORMAT_1904 ? (struct date){1904, 1, 1} : (struct date){1900, 1, 1};
    int64_t since = base == CELLFORMAT_1904 ? day : day - 2; /* from 1899-12-30 */
    struct date last = {2199, 12, 31}, end_of_days = {9999, 12, 31};
    if (since > date_between(zero, end_of_days)) {
        *out = (struct date){.year = 0};
        return CELLFORMAT_FAR;
    }
    *out = date_from_days(date_days(zero) + (int32_t)since);
    return date_compare(*out, last) > 0 ? CELLFORMAT_FAR : CELLFORMAT_GOOD;
}

/* Digits of a number, at least two. */
static char *put_two(char *out, int64_t value) {
    char digits[24];
    size_t at = sizeof digits;
    for (int least = 2; value > 0 || least > 0; least--) {
        digits[--at] = (char)('0' + value % 10);
        value /= 10;
    }
    memcpy(out, digits + at, sizeof digits - at);
    return out + (sizeof digits - at);
}

void cellformat_time(struct decimal serial, char out[32]) {
    int64_t micro = serial.micro < 0 ? -serial.micro : serial.micro;
    /* A minute is 694.4 millionths of a day. */
    int64_t days = micro / MICRO_PER_DAY;
    int64_t minutes = ((micro % MICRO_PER_DAY) * 1440 + MICRO_PER_DAY / 2) / MICRO_PER_DAY;
    minutes += days * 1440;
    if (serial.micro < 0) {
        *out++ = '-';
    }
    out = put_two(out, minutes / 60);
    *out++ = ':';
    out = put_two(out, minutes % 60);
    *out = '\0';
}
