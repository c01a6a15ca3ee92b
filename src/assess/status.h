/* status: the words for how things stand (domain.md section 4, rule 2). */
#ifndef ASSESS_STATUS_H
#define ASSESS_STATUS_H

#include <stdbool.h>

enum status {
    STATUS_EXCEEDS, /* measures only */
    STATUS_GREEN,
    STATUS_AMBER,
    STATUS_RED,
    STATUS_NO_DATA,
    STATUS_NOT_DUE,
    STATUS_NOT_APPLICABLE,
    STATUS_STALE,
    STATUS_INSUFFICIENT,
    STATUS_UNSCORED /* info measures: shown, never judged */
};

enum direction { DIRECTION_UNKNOWN, DIRECTION_UP, DIRECTION_DOWN, DIRECTION_FLAT };
enum goodness { GOODNESS_UNKNOWN, GOODNESS_IMPROVING, GOODNESS_STEADY, GOODNESS_WORSENING };

static inline bool status_scored(enum status s) {
    return s <= STATUS_RED;
}

/* In code and data: exceeds green amber red no-data not-due not-applicable stale insufficient
 * unscored. */
const char *status_name(enum status status);
/* The same to be read: exceeds, green, amber, red, no data, not due, not applicable, stale, too
 * little data, not judged. */
const char *status_words(enum status status);
const char *direction_name(enum direction direction); /* up down flat n/a */
const char *goodness_name(enum goodness goodness);    /* improving steady worsening n/a */

#endif
