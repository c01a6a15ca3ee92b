/* evidence: does what was measured bear out the links of the strategy? (domain.md section 4,
 * rule 14)
 *
 * A link says that an objective drives another; it is a hypothesis.  Where both have been measured
 * for long enough, the scores of the one are held against those of the other, later by the lag
 * (association.h says how).  The answer is an association and never a proof: two objectives may
 * move together because a third drives both.
 *
 * Decisions:
 * - Scores are those of the policy in force, judged anew at the end of each past period with the
 *   targets and thresholds of then: of the last 36 months.  An objective that is measured less
 * often has its score at its own periods, and a link goes by the rarer of its two: of quarters the
 * last 36, and so on.
 * - A declared lag is rounded to whole steps (half up); without one the best of 0 to 6 months
 * counts, and p is corrected for the choice.
 * - A link is supported if the association is shown and of its sign, contradicted if of the other.
 * - Each link is tested by itself: of a hundred hypotheses without anything in them up to five will
 *   look supported or contradicted, which the outputs say.  Findings are stricter: p times the
 * number of links tested must reach the level. */
#ifndef ASSESS_EVIDENCE_H
#define ASSESS_EVIDENCE_H

#include "assess/assess.h"

/* The same assessment with evidence for every link; findings where it goes against what the
 * workbook declares. */
const struct assessment *evidence_judge(struct arena *arena, const struct assessment *assessment,
                                        struct diags *diags);

/* An assessment of the same plan in other words, with the evidence that was found for the one. */
const struct assessment *evidence_translated(struct arena *arena,
                                             const struct assessment *assessment,
                                             const struct assessment *judged);
/* The findings alone: only links that are at odds with what is declared are tested. */
void evidence_find(struct arena *arena, const struct assessment *assessment, struct diags *diags);

/* "supported", "contradicted", "not shown", "too little data" */
const char *evidence_name(enum evidence_verdict verdict);
/* "S1 drives P1 after 3 months: association shown, rho 0.61, p 0.004, 24 months" */
const char *evidence_sentence(struct arena *arena, const struct evidence_result *result);
/* How many links had enough data, and of those how many may look associated by chance alone. */
size_t evidence_tested(const struct assessment *assessment, const struct unit *unit,
                       size_t *by_chance);
/* True if the link begins or ends at an objective of the unit (NULL: any). */
bool evidence_concerns(const struct evidence_result *result, const struct unit *unit);

#endif
