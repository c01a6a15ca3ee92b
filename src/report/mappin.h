/* mappin: cards that the workbook pins to a row of their band or to an order in that row (strategy
 * map design section 3.3).
 *
 * A pinned row is counted from the top of the band, 1 first.  In a row a card with a place stands
 * left of those with a greater place, and left of the cards of its own column without one. */
#ifndef REPORT_MAPPIN_H
#define REPORT_MAPPIN_H

#include "report/mapplan.h"

/* Some card of the map is pinned. */
bool mappin_any(const struct map_task *task);
/* The row of a plan that a card is pinned to; -1: any, or the plan has no such row for it. */
int mappin_row(const struct map_task *task, const struct map_plan *plan, int card);
/* How many cards are pinned to rows that the plan does not have for them. */
int mappin_rowless(const struct map_task *task, const struct map_plan *plan);
/* The most cards of a band and a column (-1: without) that are pinned to the same row. */
int mappin_crowd(const struct map_task *task, int band, int column);
/* What rows and places of the cards cost that are not the pinned ones (at: from the left, in any
 * unit): more than any way of a link. */
int64_t mappin_cost(const struct map_task *task, const struct map_plan *plan, const int *row,
                    const int *at);
/* How much is wrong with one card. */
int mappin_faults_of(const struct map_task *task, const struct map_plan *plan, const int *row,
                     const int *at, int card);
/* A finding for each card that does not stand where it is pinned. */
void mappin_report(const struct map_task *task, const struct map_plan *plan, const int *row,
                   const int *at, struct diags *diags);

#endif
