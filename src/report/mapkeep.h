/* mapkeep: where a map's cards stand, in the grid of its rows and columns, to be written down and
 * read again, so that next month's map keeps its places (strategy map design section 3.3).
 *
 * It is the object "arrangement" of a layout JSON.  Lengths are millipoints, exact; places on the
 * grid are quarter slots (mapplan.h). */
#ifndef REPORT_MAPKEEP_H
#define REPORT_MAPKEEP_H

#include "base/jsonread.h"
#include "report/maproute.h"

struct map_kept_row {
    const char *band;
    bool free;
    int span;
    mp top, height;
};

struct map_kept_column {
    const char *theme;
    int start, quarters;
};

struct map_kept_card {
    const char *id;
    int row, quarter;
};

struct map_kept {
    const char *path; /* of the file, for messages */
    const char *map;  /* id of the unit */
    mp width, height; /* of the picture */
    mp title_size, pitch;
    int quarters;
    int header_row; /* above which the themes' names stand; -1: above all */
    VEC(struct map_kept_row) rows;
    VEC(struct map_kept_column) columns;
    VEC(struct map_kept_card) cards;
};

struct map_metrics;

/* What is to be kept of a finished layout. */
const struct map_kept *mapkeep_of(const struct map_task *task, const struct route *route,
                                  const struct map_metrics *metrics);
/* As "arrangement":{...}. */
void mapkeep_write(const struct map_kept *kept, struct textbuf *out);
/* Out of a whole layout JSON; NULL with a finding at its line if it is none. */
const struct map_kept *mapkeep_read(struct arena *arena, const char *path, const char *bytes,
                                    size_t length, struct diags *diags);

#endif
