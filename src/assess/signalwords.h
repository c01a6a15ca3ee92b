/* signalwords: what stands out in a measure, in words (signal.h; domain.md section 4, rule 10). */
#ifndef ASSESS_SIGNALWORDS_H
#define ASSESS_SIGNALWORDS_H

#include "assess/signal.h"

/* "7 months above the mean since 2026-03", "below the lower limit in 2026-05" */
const char *signalwords(struct arena *arena, const struct assessment *assessment,
                        const struct signal_result *result, const struct signal *signal);
/* All that hold the last point, with "; " between them, "trial: " before them under 12 points; NULL
 * if there is none. */
const char *signalwords_now(struct arena *arena, const struct assessment *assessment,
                            const struct signal_result *result);
/* One of them, that which has lasted longest, for a line: "signal: 7 months above the mean since
 * 2026-03", "signal (trial): ..."; NULL if there is none. */
const char *signalwords_line(struct arena *arena, const struct assessment *assessment,
                             const struct signal_result *result);
/* True if the signal holds the last point. */
bool signalwords_present(const struct signal_result *result, const struct signal *signal);
/* "above", "below", "rising", "falling" */
const char *signalwords_side(const struct signal *signal);

#endif
