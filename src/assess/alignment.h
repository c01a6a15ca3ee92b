/* alignment: how far units, money and people are turned to the strategy (domain.md section 4,
 * rule 13).
 *
 * Decisions:
 * - A unit's figures are those of the unit with all units below it, but for the executive hours,
 *   which are its own executive team's.
 * - Objectives counted are the active ones of every unit but the root, whose own have nothing above
 *   them.  One is traced if it supports an active objective of the unit above, whatever the kind of
 *   support.
 * - A budget line is linked if its Linked ID names an objective or an initiative, whatever its
 * kind: a strategic line without a link is not linked, and BP4053 says so.  Money for an initiative
 * that serves no objective counts as linked and is told apart (orphaned).
 * - Of each unit the latest workforce fact counts whose period ended by the end of the reporting
 *   period; of two that end together the longer period's, which comes first, stands back.
 * - A unit's own fact stands for the unit with all below it; where it does not tell a figure the
 *   nearest facts below are added up.  So nobody is counted twice, and a figure is always of the
 *   people of those facts that tell it (goals_of and so on), never of people nobody asked.
 * - counted is the period of the oldest fact that went into the headcount. */
#ifndef ASSESS_ALIGNMENT_H
#define ASSESS_ALIGNMENT_H

#include "assess/assess.h"

/* A base rate of the research that rule 13 prints beside the organization's own share. */
struct alignment_rate {
    const char *key;        /* of the text: "units", "budget", "incentives-managers", ... */
    struct decimal percent; /* as published: of those that are NOT aligned */
    bool at_least;          /* "over 90 %" */
    const char *says;       /* what it is a share of, in words */
};

/* All of them, in the order of rule 13.  Their source is alignment_source(). */
const struct alignment_rate *alignment_rates(size_t *count);
const char *alignment_source(void);
/* By key; NULL if there is none. */
const struct alignment_rate *alignment_rate(const char *key);

/* part of whole in percent; false if whole is 0. */
bool alignment_share(struct decimal part, struct decimal whole, struct decimal *out);

/* Parallel to the plan's units. */
struct alignment_result *alignment(struct arena *arena, const struct plan *plan,
                                   struct period reporting);
/* BP4053, BP4054, BP4055. */
void alignment_findings(struct arena *arena, const struct assessment *assessment,
                        struct diags *diags);

#endif
