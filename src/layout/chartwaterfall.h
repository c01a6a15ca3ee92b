/* chartwaterfall: which changes a waterfall names: the largest losses and gains; the smaller ones
 * join the others (packet-look.md section 7). */
#ifndef LAYOUT_CHARTWATERFALL_H
#define LAYOUT_CHARTWATERFALL_H

#include "layout/chart.h"

/* Order of `count` changes: at most `most` large ones that are not zero, first the losses from the
 * largest on, then the gains from the largest on; after them the rest, as they came.  Returns how
 * many stand alone.  Ties go by place. */
size_t chartwaterfall_order(const double *changes, size_t count, size_t most, size_t *order);

#endif
