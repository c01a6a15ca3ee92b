/* aggregate: one figure from several periods, actuals and targets by the same rule over the same
 * periods (domain.md section 4, rule 6).
 *
 * A running aggregate: feed periods oldest first and read a result at any time.
 *
 * Decisions:
 * - Nothing is rounded: where a mean or ratio has more than six decimals its fraction is kept
 * beside the decimal it is shown by.
 * - `ratio` is the sum of numerators over the sum of denominators (times 100 for measures in %);
 *   its targets and thresholds are weighted by the same denominators.  If any period lacks them
 *   the plain mean is taken for all.
 * - Thresholds are resolved in each period and then aggregated like the target, so that a monthly
 *   red flag of a sum measure becomes one for the year to date.
 * - A period counts in the year to date if it has an actual and something to judge it by. */
#ifndef ASSESS_AGGREGATE_H
#define ASSESS_AGGREGATE_H

#include "assess/observation.h"
#include "assess/wide.h"

struct aggregate {
    struct arena *arena; /* for fractions */
    enum aggregation rule;
    size_t count;
    wide plain;             /* sum of values, rounded, 10^-6 */
    wide products, weights; /* of value, rounded, x weight, 10^-12, and of weights, 10^-6 */
    /* What rounding left of those two sums, 10^-6; NULL: nothing. */
    const struct rational *plain_rest, *products_rest;
    bool unweighted; /* a value came without its weight */
    bool overflow;
    struct exact last, min, max;
};

void aggregate_start(struct aggregate *aggregate, struct arena *arena, enum aggregation rule);
/* weight: the denominator of a ratio, NULL if unknown; other rules ignore it. */
void aggregate_add(struct aggregate *aggregate, struct exact value, const struct decimal *weight);
/* A ratio by its parts; percent: times 100.  denominator > 0, else it counts as a plain value. */
void aggregate_add_parts(struct aggregate *aggregate, struct exact value, struct decimal numerator,
                         struct decimal denominator, bool percent);
/* False if nothing was added or the result does not fit. */
bool aggregate_result(const struct aggregate *aggregate, struct exact *out);

/* Everything a status needs, over some periods of one fiscal year. */
struct aggregate_basis {
    enum polarity polarity;
    size_t periods, targets, judged; /* seen; with a target; with thresholds */
    struct aggregate actual, target;
    struct aggregate target_judged, red, stretch, worst; /* higher, lower, binary */
    struct aggregate lower, upper, margin;               /* range */
    bool stretch_all, worst_all, red_default;
};

void aggregate_basis_start(struct aggregate_basis *basis, struct arena *arena,
                           const struct measure *measure);
/* Adds the actual if take_actual, and target and thresholds as far as the period has them. */
void aggregate_basis_add(struct aggregate_basis *basis, const struct observation *observation,
                         bool take_actual);
/* True if the period belongs in the year to date: both sides of the comparison are there. */
bool aggregate_pairs(enum polarity polarity, const struct observation *observation);
/* Thresholds over the periods added; all of them must have had some. */
enum threshold_result aggregate_basis_thresholds(const struct aggregate_basis *basis,
                                                 struct judged_thresholds *out);

#endif
