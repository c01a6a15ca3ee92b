/* scalefact: how large offices of strategy management have been (domain.md sections 2 and 7).
 *
 * Notes for scale, never benchmarks: nothing is judged by them.  The benchmark is the workbook's.
 */
#ifndef ASSESS_SCALEFACT_H
#define ASSESS_SCALEFACT_H

#include "base/decimal.h"
#include <stddef.h>

struct scalefact {
    const char *key;       /* of the text on a page: "chrysler", "blood-services", "median" */
    const char *says;      /* in words, without the numbers */
    struct decimal people; /* in the office; a part-time post counts nothing */
    int part_time;         /* posts beside them, of unknown share */
    int64_t employees;     /* of the organization; 0: not known */
    const char *source;    /* "" where none is published */
};

/* All of them, in the order they are printed in. */
const struct scalefact *scalefact_all(size_t *count);

#endif
