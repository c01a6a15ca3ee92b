/* contentstitle: what the page of contents says first: what the meeting is to decide, in which
 * time, and how long the packet takes to read. */
#ifndef REPORT_CONTENTSTITLE_H
#define REPORT_CONTENTSTITLE_H

#include "report/report.h"

/* For so many pages before the appendix and in it.  Without a meeting that has an agenda the pages
 * alone are told. */
const char *contentstitle(struct report *report, unsigned core, unsigned appendix);

#endif
