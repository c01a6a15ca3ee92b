/* mapcard: what stands in a card: id, owner, title, status, trend and how many measures. */
#ifndef REPORT_MAPCARD_H
#define REPORT_MAPCARD_H

#include "report/mapmetrics.h"

/* Adds the pieces of all cards, each with the same details. */
void mapcard_fill(const struct map_task *task, struct fontset *fonts,
                  const struct map_metrics *metrics, struct map_layout *layout,
                  struct diags *diags);

#endif
