/* pastscores: how some objectives scored at each of the periods up to the judged one.
 *
 * A light way to what judging the plan anew at each of those periods would give: each measure is
 * walked through once, and of the objectives only the scores are made. */
#ifndef ASSESS_PASTSCORES_H
#define ASSESS_PASTSCORES_H

#include "assess/assess.h"
#include "assess/association.h"

/* Scores at the ends of the last ASSOCIATION_MOST periods of a frequency that ended by the end of
 * the judged period.  wanted: parallel to the objectives; so is what is returned, empty where
 * nobody wanted it. */
const struct association_series *pastscores(struct arena *arena,
                                            const struct assessment *assessment,
                                            enum frequency frequency, const bool *wanted);

/* The longest step in which the objective's score can be expected to change: the shortest
 * frequency of its measures and of those that contribute, monthly at least; FREQUENCY_NONE if none
 * is scored. */
enum frequency pastscores_frequency(const struct objective *objective);

#endif
