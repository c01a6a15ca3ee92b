/* chartmatrix: how high a matrix of so many rows stands. */
#ifndef LAYOUT_CHARTMATRIX_H
#define LAYOUT_CHARTMATRIX_H

#include "layout/chart.h"

/* Natural height: heads, rows of 6.2 mm, totals. */
mp chartmatrix_height(const struct chart_matrix *matrix);

#endif
