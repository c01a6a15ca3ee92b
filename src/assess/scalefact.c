#include "assess/scalefact.h"

/* Chrysler by process: scorecard 1, alignment 1, reviews 3 + 7, planning 1 + 3, communication
 * 1 + 3, initiatives 2 + 3 + 2; beside them a part-time analyst. */
static const struct scalefact facts[] = {
    {"median", "median of 160 European chiefs of strategy, 2014", {6 * DECIMAL_ONE}, 0, 0, ""},
    {"blood-services",
     "Canadian Blood Services, reporting to the chief executive",
     {3 * DECIMAL_ONE},
     0,
     4000,
     "Kaplan & Norton (2005)"},
    {"chrysler",
     "Chrysler, while it turned itself around",
     {27 * DECIMAL_ONE},
     1,
     90000,
     "Kaplan & Norton (2005)"},
};

const struct scalefact *scalefact_all(size_t *count) {
    *count = sizeof facts / sizeof *facts;
    return facts;
}
