/* charttable: the figures of a chart as a table, for those who read numbers rather than pictures
 * and for voices.  A section puts the tables of its charts into an appendix and writes into each
 * chart's caption where they stand:
 *
 *     block->chart = chart;
 *     charttable_link(document, &block->content, "figures-cover", words);
 *     ...
 *     charttable_add(document, &appendix->blocks, chart, "Red-cell cover", "figures-cover", words);
 */
#ifndef LAYOUT_CHARTTABLE_H
#define LAYOUT_CHARTTABLE_H

#include "layout/chartwords.h"
#include "layout/document.h"

/* True for charts whose figures do not stand beside them: columns, lines, XmR charts, waterfalls,
 * risk maps, matrices and scatters that hold values. */
bool charttable_has(const struct chart *chart);
/* A heading with the name and the table under it, both kept together; the anchor is the heading's.
 * Nothing for a chart without a table. */
void charttable_add(struct document *document, struct block_list *list, const struct chart *chart,
                    const char *name, const char *anchor, const struct chartwords *words);
/* "figures on page 31", a link to the table, at the end of a caption. */
void charttable_link(struct document *document, struct content *caption, const char *anchor,
                     const struct chartwords *words);

#endif
