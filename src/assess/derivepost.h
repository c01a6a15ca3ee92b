/* derivepost: posts of the strategy office as derivations count them, and what their sum is
 * compared with (derivation.h; domain.md section 2).  For assess only. */
#ifndef ASSESS_DERIVEPOST_H
#define ASSESS_DERIVEPOST_H

#include "assess/derivesum.h"

/* Solid-line posts that have not ended; of these those in post; dotted-line people in post. */
enum derivepost_kind { DERIVEPOST_PLANNED, DERIVEPOST_FILLED, DERIVEPOST_DOTTED };

bool derivepost_counts(const struct deriving *d, const struct staffing *row,
                       enum derivepost_kind kind);
/* "Scorecard Manager, process 1" */
const char *derivepost_name(struct deriving *d, const struct staffing *row);
/* The result of the step: the FTE of the posts of the kind, added up: of the process, or of all
 * (NULL), which are then told with their processes. */
void derivepost_sum(struct deriving *d, const struct process *process, enum derivepost_kind kind,
                    struct decimal result);
/* The result of the step: the least or the most of the benchmarks of the processes in scope, added
 * up; of those that are marked in `begun`, parallel to the plan's processes (NULL: of all). */
void derivepost_benchmarks(struct deriving *d, const bool *begun, bool least,
                           struct decimal result);
/* The verdict of the step: FTE against a band, with the tolerance of 0.005. */
void derivepost_verdict(struct deriving *d, struct decimal planned, struct decimal min,
                        struct decimal max, enum staffing_verdict verdict);

#endif
