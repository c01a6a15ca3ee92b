/* message: what the brief says: exact sentences made from results, ranked.
 *
 * Order of importance: objectives off track, by weight times shortfall; initiatives to step in on;
 * objectives that got worse; core processes under their benchmark; then good news (an objective
 * back on track, a measure beyond its stretch value).  At most two initiatives and one of the last
 * two kinds, so that five messages show the whole. */
#ifndef REPORT_MESSAGE_H
#define REPORT_MESSAGE_H

#include "report/report.h"

struct message {
    enum status status;
    const char *finding; /* one sentence without full stop */
    const char *cause;   /* "" if nobody gave one */
    const char *ask;     /* recommended action, or "" */
    bool cause_missing;  /* a finding in itself */
    const char *anchor;  /* section to read on */
};

enum { MESSAGE_MOST = 5 };

/* Fills messages[MESSAGE_MOST]; returns how many. */
size_t message_rank(struct report *report, struct message *messages);

/* "Fill rate fell from 94.0 to 93.1 %, short of the plan of 97.5 %". */
const char *message_measure(struct report *report, const struct measure_result *result);
/* "15 % over budget and 61 days late". */
const char *message_initiative(struct report *report, const struct initiative_result *result);
/* The measure that pulls an objective down most (or NULL): lowest score, then highest weight. */
const struct measure_result *message_lead(const struct report *report,
                                          const struct objective *objective);

#endif
