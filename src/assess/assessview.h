/* assessview: what the three outputs of an assessment have in common: which entities belong to a
 * unit, and which of several figures is printed as "the" variance.
 *
 * Decisions: a measure belongs to the unit of its home objective; staffing is the organization's
 * and stands in every output.  The variance printed is rule 8's: percent of the target (range:
 * of the edge of the band that was passed) for absolute figures, points for measures in %. */
#ifndef ASSESS_ASSESSVIEW_H
#define ASSESS_ASSESSVIEW_H

#include "assess/assess.h"

/* unit NULL: every unit. */
bool assessview_shows(const struct unit *unit, const struct unit *of);
const struct unit *assessview_measure_unit(const struct measure *measure);
/* How an objective supports its parent: identical contributory shared.  The first support that
 * names the parent, NULL if none does. */
const struct support *assessview_support(const struct objective *child,
                                         const struct objective *parent);
const char *assessview_support_name(enum link_kind kind);
/* True if every benefit in the sum has an expected value: else the sum says too little. */
bool assessview_expected(const struct benefit_total *total);
/* False if there is none to print. */
bool assessview_variance(const struct measure_result *r, struct decimal *out);

#endif
