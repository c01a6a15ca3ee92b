/* mapstroke: how the line of a link is drawn, so that its kind is told by more than its colour. */
#ifndef REPORT_MAPSTROKE_H
#define REPORT_MAPSTROKE_H

#include "report/strategymap.h"

#define MAPSTROKE_LINK     0x56677Bu
#define MAPSTROKE_NEGATIVE 0x9A3412u

struct map_stroke {
    uint32_t colour;
    mp dash_on, dash_off; /* on A3; 0: drawn through */
};

struct map_stroke mapstroke_of(enum map_link_look look, bool negative);

#endif
