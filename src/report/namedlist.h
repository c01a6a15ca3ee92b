/* namedlist: columns of short notes on named things, each its id in bold and what is to be said of
 * it: what to step in on, what lacks a link. */
#ifndef REPORT_NAMEDLIST_H
#define REPORT_NAMEDLIST_H

#include "report/report.h"

/* One more column of a BLOCK_COLUMNS under a heading; key of the heading's note, or NULL. */
struct block_list *namedlist_column(struct report *report, struct block *columns, mp width,
                                    const char *key, const char *note);
void namedlist_point(struct report *report, struct block_list *list, const char *id,
                     const char *text);
/* In grey: that there is nothing, or how many more there are. */
void namedlist_quiet(struct report *report, struct block_list *list, const char *text);

#endif
