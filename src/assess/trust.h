/* trust: how far the figures can be relied on: of the whole, of each unit, of each owner.
 *
 * Decisions:
 * - Counted are active measures that are due.  A measure belongs to the unit of its home objective
 *   and to its owner; an initiative to its unit and its owner.  A unit's row is its own, not that
 * of the units below, so that the rows of units add up to the whole.  Owners stand by name, letter
 *   for letter as on the sheets; what has no owner is in no owner's row.
 * - An actual counts if the period judged has its own, whatever may be carried forward.
 * - Stale: no actual for the period judged nor for the one before, though there once was one.
 * - Attested: somebody stands for the actual of the period judged as accurate; estimated: as
 *   estimated or qualified; unattested: there is an actual, and nobody stands for it.
 * - Restated and provisional values are the actuals of the reporting period's fiscal year, up to
 * the period judged.
 * - Initiatives: running ones.  Their owner's status is compared with the one that comes out, in
 *   bands: green instead of red is two.
 * - Which targets moved without approval only a comparison with the last workbook can tell. */
#ifndef ASSESS_TRUST_H
#define ASSESS_TRUST_H

#include "assess/assess.h"

/* Fills the assessment's trust: the whole first, then units as in the plan, then owners by name. */
void trust(struct arena *arena, struct assessment *assessment);

#endif
