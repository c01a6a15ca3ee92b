/* foreign: names of the workbook on pages of another language.
 *
 * The language of what is said is known to voices by its marks: texts that people wrote carry
 * theirs where they are set (compose.h), but names of objectives, measures and the like stand in
 * cells, headings and sentences everywhere.  They are looked for once the document is complete. */
#ifndef REPORT_FOREIGN_H
#define REPORT_FOREIGN_H

#include "report/report.h"

/* Marks them if the workbook speaks another language than the pages; one word alone only where it
 * is all of a text, since languages share words. */
void foreign_mark(struct report *report);

#endif
