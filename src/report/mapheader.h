/* mapheader: where a theme's name may stand without a link running through it. */
#ifndef REPORT_MAPHEADER_H
#define REPORT_MAPHEADER_H

#include "report/maproute.h"

/* The header box of a column, without its y. */
struct rect mapheader_box(const struct route *route, int column);
/* The widest stretch of a header over the cards of a row that no upright passes. */
struct rect mapheader_free(const struct route *route, int row, struct rect header);
/* True if each theme's name fits in its free stretch over a row. */
bool mapheader_fits(const struct route *route, int row);

#endif
