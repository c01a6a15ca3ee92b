/* subject: what the rows around the strategy are about, and whether that belongs to the packet's
 * unit: its own and those of the units below it. */
#ifndef REPORT_SUBJECT_H
#define REPORT_SUBJECT_H

#include "report/report.h"

/* True if the unit is the packet's or stands below it. */
bool subject_within(const struct report *report, const struct unit *unit);
/* The name of the objective, measure, initiative, unit, risk or other entity of an id; NULL if it
 * names none. */
const char *subject_name(const struct report *report, const char *id);
/* What an id names belongs here; what belongs to no unit belongs to the enterprise. */
bool subject_here(const struct report *report, const char *id);
/* The enterprise reads all actions back, a unit those about its own entities and those below. */
bool subject_action_here(const struct report *report, const struct action *action);
/* Of an objective here, or of a unit below; a risk of no objective belongs to the enterprise. */
bool subject_risk_here(const struct report *report, const struct risk *risk);
/* Of an initiative of this packet. */
bool subject_benefit_here(const struct report *report, const struct benefit *benefit);

/* A section has nothing to say: its name and one quiet line below what comes before, no page of its
 * own (packet-look.md section 10). */
void subject_quiet(struct report *report, struct section *section, const char *line);

#endif
