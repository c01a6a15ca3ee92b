/* wording: figures, dates and lists as a language writes them, for sentences.
 *
 * Rounded at the measure's decimals, half away from zero.  A difference is taken of the unrounded
 * values and then rounded, and where nothing is left of it, it is told as `just under` or `just
 * over`, never as 0.0 (domain.md section 4, rule 1). */
#ifndef REPORT_WORDING_H
#define REPORT_WORDING_H

#include "assess/reading.h"
#include "report/sentence.h"

struct sentence_voice wording_voice(struct arena *arena, const struct catalogue *catalogue,
                                    const struct plan *plan);

/* With the measure's unit where that belongs to the number: "93.1 %", "CAD 412", "3.4 days". */
const char *wording_quantity(const struct sentence_voice *voice, const struct measure *measure,
                             struct decimal value);
/* The same of a difference, without its sign: "1.9 points", "3.4 days". */
const char *wording_difference(const struct sentence_voice *voice, const struct measure *measure,
                               struct decimal value);
/* "1.9 points under target", "just over target", "within the target range".  A gap without a unit
 * would be a bare number beside another: the target is told instead, "under the target of 42". */
const char *wording_place(const struct sentence_voice *voice, const struct measure *measure,
                          enum reading_side side, struct decimal gap, struct decimal target);
/* True if the difference is not 0, but would be printed as 0. */
bool wording_vanishes(const struct measure *measure, struct decimal difference);

const char *wording_percent(const struct sentence_voice *voice, struct decimal value,
                            unsigned places);
const char *wording_points(const struct sentence_voice *voice, struct decimal value,
                           unsigned places);
/* In the base currency, whole units. */
const char *wording_money(const struct sentence_voice *voice, struct decimal value);
/* FTE: two decimals, more where the sheet has more. */
const char *wording_fte(const struct sentence_voice *voice, struct decimal value);
const char *wording_ordinal(const struct sentence_voice *voice, int n);
const char *wording_date(const struct sentence_voice *voice, struct date date);
const char *wording_period(const struct sentence_voice *voice, struct period period);
const char *wording_status(const struct sentence_voice *voice, enum status status);
/* The case of a status in a choice: exceeds green amber red grey. */
const char *wording_status_case(enum status status);
/* "a, b and c". */
const char *wording_list(const struct sentence_voice *voice, const char *const *items,
                         size_t count);

#endif
