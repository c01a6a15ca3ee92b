/* scorecardcolumns: what the scorecard can tell of an objective and of a measure, a column each; a
 * template chooses some of them in an order of its own (<section kind="scorecard"
 * columns="perspective objective score measure actual plan status">). */
#ifndef REPORT_SCORECARDCOLUMNS_H
#define REPORT_SCORECARDCOLUMNS_H

#include "base/idmap.h"
#include "report/compose.h"

/* What a cell is about; a cell of an objective or perspective spans the rows of its measures. */
struct scorecard_subject {
    const struct perspective *perspective;
    int order; /* of the perspective, from 0 */
    const struct objective *objective;
    const struct measure *measure; /* NULL: the objective has none */
};

enum scorecard_level { LEVEL_PERSPECTIVE, LEVEL_OBJECTIVE, LEVEL_MEASURE };

struct scorecard_column {
    const char *name; /* as templates call it */
    enum scorecard_level level;
    int width;     /* how many columns of the table it is */
    unsigned drop; /* the order in which it goes where a page has too little room; 0: it stays */
    void (*head)(struct report *report, struct table_block *table);
    void (*cell)(struct report *report, struct table_row *row,
                 const struct scorecard_subject *subject, unsigned span);
};

/* All of them in their usual order; the last has no name. */
const struct scorecard_column *scorecardcolumns_all(void);
/* NULL if there is none of that name. */
const struct scorecard_column *scorecardcolumns_named(const char *name);
/* Puts in the names of all there are. */
void scorecardcolumns_names(struct idmap *names);

#endif
