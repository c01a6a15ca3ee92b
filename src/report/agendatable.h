/* agendatable: a meeting's agenda with the hour of each item: what it is for, who presents it, how
 * long it takes (domain.md section 5, page 2). */
#ifndef REPORT_AGENDATABLE_H
#define REPORT_AGENDATABLE_H

#include "report/report.h"

/* The meeting a packet is for: that of its filter, else that of the settings, else the unit's next;
 * NULL if there is none to come. */
const struct meeting *agendatable_meeting(const struct report *report);
/* True if the packet is about this item: of every purpose, unless its filter names one. */
bool agendatable_here(const struct report *report, const struct agenda_item *item);
/* Minutes of the items that say how long they take. */
int agendatable_minutes(const struct report *report, const struct meeting *meeting);
/* The items; nothing if there are none. */
void agendatable_add(struct report *report, struct block_list *list, const struct meeting *meeting);

#endif
