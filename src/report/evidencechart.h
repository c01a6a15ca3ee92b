/* evidencechart: the moves of a cause and, some months later, of its effect, as points: of the link
 * whose figures move together most clearly, and beside it of the clearest that was found to do the
 * opposite; where none was, of the one whose do so least. */
#ifndef REPORT_EVIDENCECHART_H
#define REPORT_EVIDENCECHART_H

#include "report/report.h"

/* The pairs that were tested for a link, oldest first: as many as its moves. */
struct chart_scatter evidencechart_pairs(const struct report *report,
                                         const struct evidence_result *result);
/* Side by side; one alone if only one link was tested, nothing if none was. */
void evidencechart_add(struct report *report, struct section *section);

#endif
