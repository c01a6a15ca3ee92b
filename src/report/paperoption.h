/* paperoption: the options of a decision paper, apart: people write them one a line, as "A. Wait
 * for the permits: no cost; opening in February at best." */
#ifndef REPORT_PAPEROPTION_H
#define REPORT_PAPEROPTION_H

#include "base/vec.h"
#include <stdbool.h>

struct paperoption {
    const char *label;        /* "A"; "" if the line has none */
    const char *name;         /* up to the first colon, or the whole line without its full stop */
    VEC(const char *) points; /* what follows the colon, divided at semicolons */
    bool recommended;
};

typedef VEC(struct paperoption) paperoption_list;

/* Empty lines are left out.  An option is recommended if the recommendation begins with its label
 * as a word; "A" only with a mark or the end behind it, for it is an article as well. */
paperoption_list paperoption_read(struct arena *arena, const char *options,
                                  const char *recommendation);

#endif
