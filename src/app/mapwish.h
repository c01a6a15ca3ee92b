/* mapwish: which view of which map is wanted, and which earlier layout it keeps. */
#ifndef APP_MAPWISH_H
#define APP_MAPWISH_H

#include "app/job.h"
#include "report/mapview.h"

struct mapwish {
    struct map_view view;
    const struct unit *unit;     /* whose map it is */
    const struct map_kept *kept; /* NULL: laid out anew */
};

/* Of --view and --keep-layout; needs a judged plan. */
enum outcome mapwish_read(struct job *job, struct mapwish *out);

#endif
