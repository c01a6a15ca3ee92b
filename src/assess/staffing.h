/* staffing: people against the processes of strategy management (domain.md section 2).
 *
 * Decisions:
 * - A row counts from its start to its end date: one that has ended counts nowhere, one still to
 *   start is planned but not filled.  Dotted-line people are listed, not counted.
 * - A process is vacant if FTE are planned for it and none of them is filled; a partner's people
 *   on a dotted line do not change that.  Colours follow the plan, not the vacancy.
 * - People are listed once for each name and kind (filled or vacancy, solid or dotted).
 * - Coverage of a process without a lower benchmark or with one of 0 is full.
 * - A process out of scope is not compared, and its benchmark is left out of the sum of rows;
 *   its people count in the total.
 * - A plan over the benchmark has no colour: that is a note, never a fault.
 * - The roadmap has the phases of the sheet in natural order ("2" before "10"), and within a phase
 *   no order of its own; posts without a phase stand last.  If no post has a phase the roadmap is
 *   that of domain.md: core first, then desirable, then integrative.  Dotted-line people are listed
 *   in their phase and not counted.
 * - A phase is compared, with those before it, with the benchmarks of the processes that have a
 *   solid-line post by then: what has not been begun is not missed yet.
 * - Sums that do not fit stop at the largest number and are told (BP4055). */
#ifndef ASSESS_STAFFING_H
#define ASSESS_STAFFING_H

#include "assess/assess.h"

/* Against a band with the tolerance of 0.005 FTE.  *gap: planned - min, planned - max or 0. */
enum staffing_verdict staffing_verdict_of(struct decimal planned, struct decimal min,
                                          struct decimal max, struct decimal *gap);
/* gap as above; partner: the function that runs an integrative process is named. */
enum status staffing_colour(enum process_group group, enum staffing_verdict verdict,
                            struct decimal gap, bool partner);
/* min(1, planned / min) in percent. */
struct decimal staffing_coverage(struct decimal planned, struct decimal min);
/* filled / planned in percent; false for planned 0 (or if it does not fit). */
bool staffing_fill_rate(struct decimal filled, struct decimal planned, struct decimal *out);
enum status staffing_line(enum reporting_line line);
/* Names of phases in natural order: runs of digits by their value, all else letter by letter. */
int staffing_compare_phases(const char *a, const char *b);

struct staffing_result staffing_judge(struct arena *arena, const struct plan *plan,
                                      struct date as_of);

#endif
