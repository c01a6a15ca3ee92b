/* observation: what a measure's sheet says of one of its own periods. */
#ifndef ASSESS_OBSERVATION_H
#define ASSESS_OBSERVATION_H

#include "assess/assess.h"
#include "assess/threshold.h"

struct observation {
    struct period period;
    bool has_actual, has_target;
    struct decimal actual, target;
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
/* The actual; for a ratio without one in the sheet, numerator over denominator. */
bool observation_actual(const struct measure *measure, struct period period, struct decimal *out);
/* The same period of the year before: the prior-year series of this period, else that actual. */
bool observation_last_year(const struct measure *measure, struct period period,
                           struct decimal *out);
void observation_read(const struct measure *measure, const struct settings *settings,
                      struct period period, struct observation *out);

#endif
