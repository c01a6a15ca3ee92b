/* columnchoice: which columns of its table a section shows, and in which order, where a template
 * says so: <section kind="portfolio" columns="id name owner schedule time"/>.
 *
 * A section builds its table in full and hands it over; what a template did not name goes.  The
 * scorecard, whose columns differ from row to row, chooses by itself (scorecardcolumns.h). */
#ifndef REPORT_COLUMNCHOICE_H
#define REPORT_COLUMNCHOICE_H

#include "report/report.h"

/* Leaves the columns the section at hand is asked for; all of them if it is asked for none.  A cell
 * over several columns covers those of them that still stand side by side. */
void columnchoice_apply(struct report *report, struct table_block *table);
/* True if a section of that kind has that column; else a finding (BP5013) with what was meant. */
bool columnchoice_check(struct arena *arena, const char *section, const char *name,
                        struct place place, struct diags *diags);

#endif
