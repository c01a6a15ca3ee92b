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

/* In what follows there is a figure of the period (asserted). */

/* A step for the figure of a period, down to the cells: the rows of shorter periods, numerator and
 * denominator.  figure: its name; NULL: "actual of 2026-Q1". */
void deriveseries_step(struct deriving *d, const struct measure *measure, enum series series,
                       struct period period, const char *figure);
/* That step, unless a row gives the figure as it is or the step is there already.  To be called
 * before the step that uses the figure begins. */
void deriveseries_settle(struct deriving *d, const struct measure *measure, enum series series,
                         struct period period);
/* The figure as an input of the step: with its cell if a row gives it, else settled before. */
void deriveseries_input(struct deriving *d, const struct measure *measure, enum series series,
                        struct period period);
/* What aggregate.h makes of the parts, in the order of time. */
struct formula deriveseries_aggregate(struct deriving *d, const struct measure *measure,
                                      const struct deriveseries_part *parts, size_t count);
/* "sum of", "mean of", "latest of"... as the measure aggregates. */
const char *deriveseries_rule_words(enum aggregation aggregation);

#endif
