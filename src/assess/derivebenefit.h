/* derivebenefit: the share of a case that comes in, and its band (derivation.h; domain.md section
 * 4, rule 11).  For assess only. */
#ifndef ASSESS_DERIVEBENEFIT_H
#define ASSESS_DERIVEBENEFIT_H

#include "assess/derive.h"

/* 100 x expected / planned; planned is not 0. */
struct formula derivebenefit_percent(struct deriving *d, struct decimal expected,
                                     struct decimal planned);
/* The conditions that lead to a status: green from 95 %, amber from 80 %, else red. */
const char *derivebenefit_band(struct deriving *d, struct formula percent, enum status status);

#endif
