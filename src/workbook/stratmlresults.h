/* stratmlresults: the target and actual results of a StratML plan as values of periods.
 *
 * A result names its days, a value its period.  A result counts where its days are the first and
 * last of a week, month, quarter, half or year; of one with a single day that day must end (or,
 * alone as StartDate, begin) a period of its measure.  A measure has one frequency: that of most
 * of its results, of two the longer.  The fiscal year is the one in which most results of a year
 * lie.  What fits no period, is no number, or contradicts another result is reported and not read
 * (workbook.md 5.3). */
#ifndef WORKBOOK_STRATMLRESULTS_H
#define WORKBOOK_STRATMLRESULTS_H

#include "base/decimal.h"
#include "base/period.h"
#include "base/vec.h"
#include "workbook/stratmltree.h"

struct stratmlresults_value {
    struct stratmltree_node *node;   /* TargetResult or ActualResult */
    struct stratmltree_node *number; /* its NumberOfUnits */
    struct date start, end;          /* unset if not given */
    struct decimal amount;
    struct period period; /* unset: not a value */
};

/* Those of one PerformanceIndicator. */
struct stratmlresults {
    VEC(struct stratmlresults_value) values;
    enum frequency frequency; /* NONE: no value has a period */
    struct date last_actual;  /* the last day any ActualResult names, number or not; or unset */
};

/* Gathers the results that have a number; numbers and dates that are none are reported. */
void stratmlresults_gather(struct arena *arena, struct diags *diags, const struct stratmltree *tree,
                           struct stratmltree_node *indicator, struct stratmlresults *out);

/* Adds one to votes[month - 1] for each result of a whole year from the first of that month. */
void stratmlresults_vote(const struct stratmlresults *results, size_t votes[12]);

/* Finds the periods of the values. */
void stratmlresults_settle(struct arena *arena, struct diags *diags, const struct stratmltree *tree,
                           const struct fiscal *fiscal, struct stratmlresults *results);

/* The day that a child says; unset, and reported if it says something else.  Does not take it. */
struct date stratmlresults_day(struct diags *diags, const struct stratmltree *tree,
                               const struct stratmltree_node *node, enum stratmltree_kind kind);

#endif
