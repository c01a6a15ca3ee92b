/* divechoice: which objectives get a deep dive of their own (domain.md section 5): those off track,
 * critical ones first, then the lowest score, then those at risk that get worse; of a theme or an
 * objective that a template asks for all of them. */
#ifndef REPORT_DIVECHOICE_H
#define REPORT_DIVECHOICE_H

#include "report/report.h"

struct divechoice {
    const struct objective_result **items;
    size_t count;
};

/* At most as many as the section may have pages, else three; fewer where it says less. */
struct divechoice divechoice_make(struct report *report, const struct template_section *section);
/* Those whose months the deep dives of this packet show for sure, whatever comes of their pages;
 * none where it has no such section. */
struct divechoice divechoice_promised(struct report *report);

/* The measure whose months a deep dive shows, the one that pulls its objective down most; NULL if
 * none is scored. */
const struct measure_result *divechoice_lead(const struct report *report,
                                             const struct objective_result *result);
/* True if one of them shows the months of this measure. */
bool divechoice_shows(const struct report *report, const struct divechoice *choice,
                      const struct measure_result *result);

#endif
