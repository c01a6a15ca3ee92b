/* columns: a table of text whose columns are as wide as their widest cell.
 *
 * Two blanks stand before every cell; the last of a row is not padded. */
#ifndef BASE_COLUMNS_H
#define BASE_COLUMNS_H

#include "base/textbuf.h"
#include "base/vec.h"

#define COLUMNS_MOST 8

struct columns_row {
    const char *cells[COLUMNS_MOST]; /* NULL: nothing from here on */
};

struct columns {
    struct arena *arena;
    unsigned right; /* bit i: column i is aligned to the right */
    VEC(struct columns_row) rows;
};

/* The texts are kept, not copied. */
void columns_add(struct columns *columns, struct columns_row row);
void columns_print(const struct columns *columns, struct textbuf *out);

#endif
