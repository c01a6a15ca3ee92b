/* association: do two series of scores move together, more than two unrelated ones would?
 * (domain.md section 4, rule 14; doc/evidence.md tells it in plain words and gives the rates of
 * right and wrong answers that were measured)
 *
 * Two series that rise over the same two years correlate whatever they mean, and so do two that
 * change slowly.  So the test is not made on the scores but on their moves: what is left of each
 * series after its own straight trend and its own memory of the step before are taken away.  Their
 * rank correlation at a lag is compared with those of the driver's moves in shuffled order.  Moves
 * are only shuffled among neighbours (about four): what both series do over the long run is in the
 * shuffled ones as well and cannot look like an association.
 *
 * Decisions:
 * - A lag needs 12 paired scores, and 11 paired moves.  A step on which a score stays at 0 or stays
 *   at 100 is no move: it shows that the scale ends there.
 * - Strength at a lag is rho^2 (pairs - 1).  Of several lags the strongest is taken, and each
 *   shuffle is given the same choice, which makes p right for the search.
 * - p counts both directions: shuffles at least as strong, itself included, among 2,000.  Once 100
 *   are at least as strong p is known to be above 0.05 and no more are made: p is 100 / made.
 * - Whole numbers only: scores in 10^-6, ranks doubled, strengths compared as fractions.  The
 *   shuffles come from a generator of our own with a fixed seed, so that every machine and every
 *   order of rows gives the same p. */
#ifndef ASSESS_ASSOCIATION_H
#define ASSESS_ASSOCIATION_H

#include "base/decimal.h"
#include <stdint.h>

#define ASSOCIATION_MOST     36   /* steps of a series */
#define ASSOCIATION_POINTS   12   /* paired scores, at least */
#define ASSOCIATION_SHUFFLES 2000 /* with the order that was found */
#define ASSOCIATION_EARLY    100  /* shuffles as strong, after which p is known to be large */
#define ASSOCIATION_BLOCK    4    /* neighbours that are shuffled, about */
#define ASSOCIATION_SEED     UINT64_C(0x626f617264706163)
/* Shown from this p down, in millionths.  Not 0.05: trend and memory are estimates, and on a dozen
 * points those cost about one wrong answer in a hundred; so at most 5 in 100 are wrong. */
#define ASSOCIATION_LEVEL 40000

/* Scores at steps of the same length, oldest first. */
struct association_series {
    bool known[ASSOCIATION_MOST];
    struct decimal score[ASSOCIATION_MOST]; /* 0 to 100 */
};

struct association {
    bool enough;          /* else only lag and points are set */
    bool shown;           /* p at the level or below, and rho and moved of one sign */
    int lag;              /* in steps; of several the strongest, or the first if none is enough */
    int points, moves;    /* paired at the lag */
    struct decimal rho;   /* Spearman's, of the scores */
    struct decimal moved; /* Spearman's, of the moves: what is tested */
    int strong, made;     /* shuffles at least as strong, itself included; of so many */
    struct decimal p;     /* strong / made */
};

/* The orders of shuffled moves, by how many moves there are: the same for every pair of series, so
 * that they are drawn once.  Begins as zeros; association_test() fills what it needs. */
struct association_orders {
    bool made[ASSOCIATION_MOST + 1];
    uint8_t places[ASSOCIATION_MOST + 1][ASSOCIATION_SHUFFLES][ASSOCIATION_MOST];
};

/* What is tested: of each score what trend and memory leave.  Rounded to 10^-6. */
struct association_moves {
    bool known[ASSOCIATION_MOST];
    struct decimal level[ASSOCIATION_MOST]; /* the trend: a straight line */
    struct decimal rest[ASSOCIATION_MOST];  /* of each score, less the trend */
    struct decimal memory;                  /* share of a rest that is left one step later */
    struct decimal size[ASSOCIATION_MOST];  /* rest less memory x the rest before */
};

/* Of `count` steps; lags first to last, 0 <= first <= last: the outcome so many steps after the
 * driver.  Orders NULL: not tested, so that shown, strong, made and p are not set. */
struct association association_test(const struct association_series *driver,
                                    const struct association_series *outcome, int count, int first,
                                    int last, struct association_orders *orders);
/* The moves of a series of `count` steps. */
struct association_moves association_moves(const struct association_series *series, int count);

#endif
