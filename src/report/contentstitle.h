/* contentstitle: what the page of contents says first: what the meeting is to decide, in which
 * time, and how long the packet takes to read; then the sections as they follow. */
#ifndef REPORT_CONTENTSTITLE_H
#define REPORT_CONTENTSTITLE_H

#include "report/report.h"

/* For so many pages before the appendix and in it.  Without a meeting that has an agenda the pages
 * alone are told. */
const char *contentstitle(struct report *report, unsigned core, unsigned appendix);

/* Leaves out what turned out to have no section.  Once all are built. */
void contentstitle_present(struct report *report);

/* Puts the lines of the contents in the order in which the sections stand in the document: those
 * that had to go to the appendix come where they are. */
void contentstitle_order(struct report *report);

/* Writes the paragraph of the appendices from its entries. */
void contentstitle_rest(struct report *report);

#endif
