/* mapplan: how many rows each band has and how wide each theme's column is.
 *
 * Cards stand on a grid of quarter slots; a themed card is one slot wide and stays in its theme's
 * column, a card without a theme stands in a free row of its band and may be wider.  Every row plan
 * is judged by the size its titles could have; the best few are tried out by mapsearch. */
#ifndef REPORT_MAPPLAN_H
#define REPORT_MAPPLAN_H

#include "report/maptask.h"

#define MAP_SLOT 4 /* quarters */

struct map_row {
    int band;
    bool free;
    int span; /* width of a card in quarters, with its gap */
};

struct map_plan {
    struct map_row *rows;
    int row_count;
    int *first, *last; /* row of each band; first > last: no cards */
    int quarters;      /* of the whole width */
    int *column_quarters;
    long score;     /* more is better */
    int level_room; /* levels of tracks beyond one a channel for which there is room */
};

enum { MAP_PLANS = 4 };

/* The best plans, best first; returns how many. */
int mapplan_best(const struct map_task *task, struct map_plan plans[MAP_PLANS]);
/* Sets level_room of a plan made elsewhere. */
void mapplan_level_room(const struct map_task *task, struct map_plan *plan);
/* Titles of this size may have room, before links are routed. */
bool mapplan_holds(const struct map_task *task, const struct map_plan *plan, mp title_size);
/* The largest of the look's sizes that does; else one that titles are not judged below. */
mp mapplan_title_size(const struct map_task *task, const struct map_plan *plan);
/* Width of a card of a row in a plan. */
mp mapplan_card_width(const struct map_task *task, const struct map_plan *plan, int row);
/* Between the upper and lower edges of a card and its text. */
mp mapplan_inset(const struct map_look *look, mp title_size);
/* Height of the line above a title. */
mp mapplan_eyebrow(const struct map_look *look, mp title_size);
/* Height of a card with titles of some lines. */
mp mapplan_card_height(const struct map_look *look, mp title_size, int lines);
/* Eyebrow and bottom row of a card whose title has this size. */
mp mapplan_small_size(const struct map_look *look, mp title_size);
/* Width left for the title in a card. */
mp mapplan_text_width(const struct map_look *look, mp card_width);
/* Left edge of a card that stands at a quarter. */
mp mapplan_x(const struct map_task *task, const struct map_plan *plan, int row, int quarter);

#endif
