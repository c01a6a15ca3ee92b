/* boardagenda: the timed agenda of the meeting the packet is for, with pages and the consent block
 * (domain.md section 5, page 2).
 *
 * Times follow from the meeting's start and the minutes of the items; without a start, or behind an
 * item without minutes, there are none.  Items of consent are taken in one vote, at the place of
 * the first of them. */
#ifndef REPORT_BOARDAGENDA_H
#define REPORT_BOARDAGENDA_H

#include "report/report.h"

/* True if there is an agenda to show. */
bool boardagenda_there(const struct report *report);
/* Heading and table of agendatable_meeting(); one quiet line if the enterprise has none with
 * an agenda, nothing for another unit. */
void boardagenda_add(struct report *report, struct section *section);
/* Says on which page each item is prepared: of the section it names, else where its subject has a
 * page of its own or is listed.  Once all sections are built. */
void boardagenda_settle(struct report *report);
/* Says how long that takes to read, at MINUTES_A_PAGE; papers share the minutes of their pages.
 * Once pages are counted. */
void boardagenda_reading(struct report *report);
/* The panel of what is taken in one vote; nothing if there is no such item. */
void boardagenda_consent(struct report *report, struct block_list *list);

#endif
