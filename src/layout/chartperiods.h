/* chartperiods: values over time as tables: columns, lines, XmR charts, and an XmR chart together
 * with the chart of the same values.
 *
 * A long table of narrow columns stands as two beside one another, where the chart's second year
 * begins or in the middle; each is a table for itself, so that a voice reads one period after the
 * other.  The later one has all columns, a dash where there is no value; the earlier one only those
 * that hold something. */
#ifndef LAYOUT_CHARTPERIODS_H
#define LAYOUT_CHARTPERIODS_H

#include "layout/chartwords.h"
#include "layout/document.h"

/* True if an XmR chart shows the actual values of the other chart, and none that it has not, but
 * earlier ones: then one table holds both. */
bool chartperiods_agree(const struct chart *chart, const struct chart *noise);
/* Columns or a line with its XmR chart (NULL: none), or an XmR chart alone; mean and limits stand
 * below. */
void chartperiods_add(struct document *document, struct block_list *list, const struct chart *chart,
                      const struct chart *noise, const char *summary,
                      const struct chartwords *words);

#endif
