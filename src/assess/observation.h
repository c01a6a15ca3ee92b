/* observation: what a measure's sheet says of one of its own periods. */
#ifndef ASSESS_OBSERVATION_H
#define ASSESS_OBSERVATION_H

#include "assess/assess.h"
#include "assess/threshold.h"

struct observation {
    struct period period;
    bool has_actual, has_target;
    struct exact actual, target;
    bool percent;   /* the measure is in % */
    bool has_parts; /* of a ratio: numerator and a denominator above 0 */
    struct decimal numerator, denominator;
    enum threshold_result resolved; /* of the thresholds in force on the period's last day */
    struct judged_thresholds thresholds;
};

/* The unit of measure is %: variances in points, ratios times 100. */
bool observation_percent(const struct measure *measure);
/* The value of a series at a period of the measure's own frequency, or NULL. */
const struct value *observation_value(const struct measure *measure, enum series series,
                                      struct period period);
/* A value with its fraction. */
struct exact observation_exact(const struct value *value);
/* The actual; for a ratio without one in the sheet, numerator over denominator. */
bool observation_actual(struct arena *arena, const struct measure *measure, struct period period,
                        struct exact *out);
/* The same to six decimals, which is for showing it; and whether there is one. */
bool observation_shown(const struct measure *measure, struct period period, struct decimal *out);
bool observation_has_actual(const struct measure *measure, struct period period);
/* The same period of the year before: the prior-year series of this period, else that actual. */
bool observation_last_year(struct arena *arena, const struct measure *measure, struct period period,
                           struct exact *out);
void observation_read(struct arena *arena, const struct measure *measure,
                      const struct settings *settings, struct period period,
                      struct observation *out);

#endif
