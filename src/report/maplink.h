/* maplink: where the cards of a map lead: to an address of each objective, or to the pages of a
 * packet. */
#ifndef REPORT_MAPLINK_H
#define REPORT_MAPLINK_H

#include "layout/document.h"
#include "report/strategymap.h"

/* What stands for the objective's id in a pattern. */
#define MAPLINK_ID "{id}"

/* The pattern with the id in place of each "{id}"; letters that mean something in addresses are
 * written as %XX. */
const char *maplink_address(struct arena *arena, const char *pattern, const char *id);
/* The model with cards that lead to the pattern's addresses. */
const struct map_model *maplink_pattern(struct arena *arena, const struct map_model *model,
                                        const char *pattern);
/* The model with cards that lead into a packet, which stands in `file` after so many pages: to the
 * deep dive of the objective, else to the scorecard; nowhere if the packet has neither. */
const struct map_model *maplink_pages(struct arena *arena, const struct map_model *model,
                                      const struct document *document, const struct scene *packet,
                                      uint32_t pages_before, const char *file);

#endif
