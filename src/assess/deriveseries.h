/* deriveseries: how the figure of one period, or of several, came out of the cells of Measure Data
 * (derivation.h; domain.md section 4, rule 6).  For assess only. */
#ifndef ASSESS_DERIVESERIES_H
#define ASSESS_DERIVESERIES_H

#include "assess/derive.h"
#include "assess/observation.h"

/* One of the figures that are put together. */
struct deriveseries_part {
    struct formula formula;       /* its value */
    const struct formula *weight; /* of a ratio: its denominator; NULL: unknown */
    bool has_parts;               /* a ratio by its parts: */
    struct decimal numerator, denominator;
};

/* Inputs of the step: the value with its cell, or what it was made of: shorter periods, numerator
 * and denominator. */
void deriveseries_inputs(struct deriving *d, const struct measure *measure, enum series series,
                         const struct value *value);
/* A step for the actual of one period, down to the cells. */
void deriveseries_actual(struct deriving *d, const struct measure *measure, const char *figure,
                         const char *words, struct period period, struct decimal actual);
/* Inputs for an actual, as deriveseries_actual() has them. */
void deriveseries_actual_inputs(struct deriving *d, const struct measure *measure,
                                struct period period);
/* What aggregate.h makes of the parts, in the order of time. */
struct formula deriveseries_aggregate(struct deriving *d, const struct measure *measure,
                                      const struct deriveseries_part *parts, size_t count);
/* "sum of", "mean of", "latest of"... as the measure aggregates. */
const char *deriveseries_rule_words(enum aggregation aggregation);

#endif
