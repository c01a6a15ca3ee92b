/* approvalpile: the change requests that name one figure of one row.
 *
 * A workbook may hold thousands of requests and of moves of one measure.  A pile keeps the requests
 * by the value they ask for, so that a move is compared with those it may be covered by and not
 * with each.  What covers what is said in approval.h; this is the same, made ready. */
#ifndef COMPARE_APPROVALPILE_H
#define COMPARE_APPROVALPILE_H

#include "compare/compare.h"

struct approvalpile;

#define APPROVALPILE_NONE ((size_t)-1)

struct approvalpile_request {
    size_t number; /* in the workbook */
    const char
        *value; /* equal texts for equal values; "": any value, NULL: one that never stands */
    enum change_status status;
    bool spent;           /* the older workbook had it as implemented */
    int32_t from, period; /* first day on which it holds, and of its period; INT32_MIN: none */
};

struct approvalpile_move {
    const char *value;   /* what stands there now, as above; NULL: no value */
    int32_t day, period; /* on which it holds, and first day of its period; INT32_MAX: none */
};

struct approvalpile_answer {
    enum approval approval;
    size_t number; /* of the request, APPROVALPILE_NONE: there is none */
};

struct approvalpile *approvalpile_new(struct arena *arena);

/* Requests are added from the last to the first of the workbook; their texts are kept, not copied.
 * One that asks for any value must not be spent. */
void approvalpile_add(struct approvalpile *pile, const struct approvalpile_request *request);

/* The best that can be said of the move, and the last request that says it. */
struct approvalpile_answer approvalpile_ask(const struct approvalpile *pile,
                                            const struct approvalpile_move *move);

#endif
