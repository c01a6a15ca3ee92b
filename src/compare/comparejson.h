/* comparejson: a comparison for programs.  doc/diff.md tells the shape; names are only ever added
 * to it.
 *
 * One difference a line; texts are "" where there is none, periods, cells and requests null. */
#ifndef COMPARE_COMPAREJSON_H
#define COMPARE_COMPAREJSON_H

#include "compare/compare.h"

void comparejson(const struct comparison *comparison, struct textbuf *out);

#endif
