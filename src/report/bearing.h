/* bearing: what a row of the workbook bears on: how that stands, who answers for it, and where the
 * packet tells of it. */
#ifndef REPORT_BEARING_H
#define REPORT_BEARING_H

#include "report/report.h"

/* True if the packet's template has a section of this kind. */
bool bearing_has(const struct report *report, const char *kind);
/* Where the packet tells of an id: an anchor; NULL if it does not, or the id is "". */
const char *bearing_anchor(const struct report *report, const char *id);
/* The anchor of a decision paper's heading. */
const char *bearing_paper_anchor(const struct report *report, const struct decision_paper *paper);
/* A paper the packet holds: of this unit, for a meeting that is not over by the as-of date. */
bool bearing_paper_here(const struct report *report, const struct decision_paper *paper);
/* False if the id names nothing that has a status. */
bool bearing_status(const struct report *report, const char *id, enum status *out);
/* Owner of the objective, measure, initiative, risk or action of an id; "" if there is none. */
const char *bearing_owner(const struct report *report, const char *id);
/* Mark, id and name. */
void bearing_put(struct report *report, struct content *content, const char *id);
/* Marks and ids of objectives, "–" for none. */
struct table_cell *bearing_objectives_cell(struct report *report, struct table_row *row,
                                           struct objective *const *objectives, size_t count);

#endif
