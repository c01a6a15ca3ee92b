/* charttable: the figures of a chart as a table, for those who read numbers rather than pictures
 * and for voices.  A section puts the tables of its charts into an appendix and writes into each
 * chart's caption where they stand:
 *
 *     const struct charttable figures = {.chart = chart, .name = "Red-cell cover", .anchor = "f1"};
 *     block->chart = chart;
 *     charttable_link(document, &block->content, "f1", words);
 *     ...
 *     charttable_add(document, &appendix->blocks, &figures, words);
 *
 * What the picture leaves blank is a dash here; a status is told by shape, letter and word. */
#ifndef LAYOUT_CHARTTABLE_H
#define LAYOUT_CHARTTABLE_H

#include "layout/chartwords.h"
#include "layout/document.h"

struct charttable {
    const struct chart *chart;
    const struct chart *noise; /* an XmR chart whose signals stand in the same table (only if
                                  chartperiods_agree()); NULL: none */
    const char *name;          /* the heading */
    const char *about;         /* after it, "%, monthly"; NULL: nothing */
    const char *note;          /* below the table: its key; NULL: none */
    const char *anchor;        /* of the heading */
};

/* True for charts whose figures do not stand beside them: columns, lines, XmR charts, waterfalls,
 * risk maps, matrices and scatters that hold values. */
bool charttable_has(const struct chart *chart);
/* A heading with the name, the table under it and its note, all kept together.  Nothing for a chart
 * without a table. */
void charttable_add(struct document *document, struct block_list *list,
                    const struct charttable *figures, const struct chartwords *words);
/* "figures on page 31", a link to the table, at the end of a caption. */
void charttable_link(struct document *document, struct content *caption, const char *anchor,
                     const struct chartwords *words);

#endif
