/* briefed: the facts of the brief (assess/briefing.h) that belong to a packet: those of its unit,
 * less what its filter leaves out. */
#ifndef REPORT_BRIEFED_H
#define REPORT_BRIEFED_H

#include "assess/briefing.h"
#include "report/message.h"
#include "report/report.h"

/* The facts of a page, at most BRIEFING_MOST; returns how many. */
size_t briefed_choose(const struct report *report, const struct briefing_fact **chosen);
/* All of them, the most important first. */
const struct briefing *briefed_all(const struct report *report);

/* What happened, without whose it is: for where that stands beside it. */
const char *briefed_head(const struct report *report, const struct message *message);

#endif
