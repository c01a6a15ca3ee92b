/* comparetext: a comparison for people: what has no approval first, then what has, then the rest
 * by kind.  Lines are at most 100 columns wide; a longer word stands alone. */
#ifndef COMPARE_COMPARETEXT_H
#define COMPARE_COMPARETEXT_H

#include "compare/compare.h"

/* verbose: with the cells (else places in the files) of both workbooks. */
void comparetext(const struct comparison *comparison, bool verbose, struct textbuf *out);

/* "2026-10 to 2026-12"; the first alone if it is the only one.  For pages too. */
const char *comparetext_periods(struct arena *arena, const struct plan *plan, struct period first,
                                struct period last);

#endif
