/* benefitstatus: whether promised benefits come in (domain.md section 3 and section 4, rule 11).
 *
 * Decisions:
 * - A benefit is due once its period is over on the reporting date.  Until then it is judged by its
 *   forecast, from then on by what was realised; without that figure it has no data.
 * - Bands are those of an initiative's benefit: 95 % of the case green, 80 % amber, else red.
 *   A benefit planned as a fall (fewer days) is judged by the same share of the fall.  A case of 0
 *   is not judged.
 * - Overdue: due, and not realised in full, whether or not anybody has said how much was.
 * - Of a proposed initiative: not due.  Of one that was stopped, or does not apply: not applicable.
 * - Only what is in the base currency (Unit blank or its code) is added up.  A sum has a percentage
 *   only if every benefit in it has an expected value: a missing one is never counted as 0.
 * - An initiative whose own columns Benefit Planned and Benefit Forecast are both blank is judged
 * by the sum of its benefits. */
#ifndef ASSESS_BENEFITSTATUS_H
#define ASSESS_BENEFITSTATUS_H

#include "assess/assess.h"
#include "assess/wide.h"

/* Expected over planned; planned not 0 and, if negative, a fall. */
enum status benefitstatus_band(wide expected, wide planned);
/* currency: the base currency's code. */
struct benefit_result benefitstatus(const struct benefit *benefit, struct date as_of,
                                    const char *currency);

/* The sum of an initiative's benefits in the base currency; false unless each has an expected value
 * and the planned ones come to more than 0. */
bool benefitstatus_case(const struct initiative *initiative, struct date as_of,
                        const char *currency, struct decimal *planned, struct decimal *expected);

/* Fills benefits and totals; current: false in `previous`, where nothing is known of them. */
void benefitstatus_fill(struct arena *arena, struct assessment *assessment, bool current);
/* BP4051, BP4052, BP4055. */
void benefitstatus_findings(struct arena *arena, const struct assessment *assessment,
                            struct diags *diags);

const char *benefitstatus_type_name(enum benefit_type type);

#endif
