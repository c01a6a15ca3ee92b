/* derivetally: how many objectives of a unit have which status (derivation.h).  For assess only. */
#ifndef ASSESS_DERIVETALLY_H
#define ASSESS_DERIVETALLY_H

#include "assess/derive.h"

/* A step for the tally of a unit, with its objectives as inputs. */
void derivetally(struct deriving *d, const struct group_result *unit);

#endif
