/* mapstay: the arrangement of a map that keeps an earlier one's places: what was on it stays, what
 * is new gets the best of the places that are free (strategy map design section 3.3).
 *
 * A card stays if its row and its column are still those of its perspective and theme.  Rows and
 * columns stay also where cards are gone, so that the others need not move.  If there is no free
 * place, neighbours move aside; if there is no room for that either, a column is widened or a row
 * added, whichever costs a reader less. */
#ifndef REPORT_MAPSTAY_H
#define REPORT_MAPSTAY_H

#include "report/mapkeep.h"
#include "report/mapmetrics.h"

struct map_stay {
    struct route *route;
    bool *stays;     /* of each card: it has the place that it had */
    int *kept_as;    /* of each card: which of the earlier cards it is; -1: new */
    bool other_size; /* the earlier picture had another size */
};

/* Routed.  Also sets task->heights if every row can be where it was. */
struct map_stay mapstay_best(struct map_task *task, const struct map_kept *kept);
/* Says what moved, what is new and gone, and how far the rest had to shift; nothing if nothing
 * changed. */
void mapstay_report(const struct map_task *task, const struct map_kept *kept,
                    const struct map_stay *stay, const struct map_metrics *metrics,
                    struct diags *diags);

#endif
