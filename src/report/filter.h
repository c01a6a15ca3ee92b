/* filter: which part of a strategy a packet is about: one theme, one objective, what one person
 * owns, what one meeting has before it.
 *
 * Names are looked up once; sections then ask for each entity whether it belongs.  Several wishes
 * must all be met.  What nobody filters belongs (a NULL filter is no filter). */
#ifndef REPORT_FILTER_H
#define REPORT_FILTER_H

#include "assess/assess.h"
#include "report/template.h"

struct filter {
    const struct plan *plan;
    const struct theme *theme;         /* NULL: of all, and so on */
    const struct objective *objective; /* itself alone */
    const struct meeting *meeting;     /* what its agenda and papers are about, if they say */
    const char *owner;                 /* as the workbook writes it */
    bool by_purpose;                   /* only the meeting's items of this purpose */
    enum agenda_purpose purpose;
    const char *name; /* what the packet is about, for its title; or NULL */
    bool *objectives, *measures, *initiatives, *actions; /* parallel to the plan's */
};

/* Looks the names up: ids, or names in whatever case.  NULL with a finding (BP5019), at the place
 * of the wishes, if the workbook lacks one.  The theme "weakest" is that of the unit with the
 * lowest score, or none where none has a score. */
const struct filter *filter_of(struct arena *arena, const struct assessment *assessment,
                               const struct unit *unit, const struct template_filter *wishes,
                               struct diags *diags);

bool filter_objective(const struct filter *filter, const struct objective *objective);
/* Of an objective that belongs; if it is by owner: owned, or of an objective that is. */
bool filter_measure(const struct filter *filter, const struct measure *measure);
/* Serves an objective that belongs; if it is by owner: owned or sponsored. */
bool filter_initiative(const struct filter *filter, const struct initiative *initiative);
/* About something that belongs; if it is by owner: theirs; by meeting also what it has asked for.
 */
bool filter_action(const struct filter *filter, const struct action *action);

/* Threatens an objective that belongs; if it is by owner: theirs. */
bool filter_risk(const struct filter *filter, const struct risk *risk);
/* For the meeting, and about an objective that belongs. */
bool filter_paper(struct arena *arena, const struct filter *filter,
                  const struct decision_paper *paper);

/* What is scored as a whole: the unit, or its theme if that is all that is asked for; NULL if what
 * belongs has no score of its own. */
const struct group_result *filter_group(const struct filter *filter,
                                        const struct assessment *assessment,
                                        const struct unit *unit);

#endif
