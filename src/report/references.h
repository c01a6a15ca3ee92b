/* references: sections point to pages that not every kind of packet has: what would lead nowhere is
 * no link, and a dash stands for its page. */
#ifndef REPORT_REFERENCES_H
#define REPORT_REFERENCES_H

#include "layout/document.h"

/* missing: what stands for the number of a page that there is not. */
void references_settle(struct document *document, const char *missing);

#endif
