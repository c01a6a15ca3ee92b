/* derivelastyear: last year's figure on the basis of the headline (derivation.h; domain.md section
 * 4, rule 6).  For assess only. */
#ifndef ASSESS_DERIVELASTYEAR_H
#define ASSESS_DERIVELASTYEAR_H

#include "assess/derive.h"

/* A step for it, down to the cells; nothing if there is none. */
void derivelastyear(struct deriving *d, const struct measure_result *result);

#endif
