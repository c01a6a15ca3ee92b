/* mapmetrics: how large the titles are, how high rows and channels, and where the tracks lie. */
#ifndef REPORT_MAPMETRICS_H
#define REPORT_MAPMETRICS_H

#include "report/maproute.h"

struct map_metrics {
    mp title_size;
    int *percent; /* of each card's title: 100, 92 or 84 */
    mp *row_y, *row_height;
    mp *channel_low, *channel_high; /* y between which tracks may lie */
    mp *chip_tier;                  /* one a link: lift above the others of its card */
    mp pitch;
    int header_row; /* themed row above which the theme headers stand; -1: none */
    mp header_y;
    mp top, bottom; /* of the bands */
    mp *band_top, *band_bottom;
};

/* Largest titles for which everything fits; what is left over goes to the channels, then to the
 * cards. */
struct map_metrics *mapmetrics_solve(const struct map_task *task, const struct route *route);
/* Level of a track as y. */
mp mapmetrics_track_y(const struct map_metrics *metrics, const struct route *route, int channel,
                      const struct track *track);

#endif
