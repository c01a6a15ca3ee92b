/* csvline: writes CSV as RFC 4180 has it: quotes only where needed, quotes doubled, CR LF. */
#ifndef BASE_CSVLINE_H
#define BASE_CSVLINE_H

#include "base/textbuf.h"

/* A row of cells; NULL is an empty one. */
void csvline(struct textbuf *out, const char *const *cells, size_t count);

#endif
