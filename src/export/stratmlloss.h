/* stratmlloss: what of a workbook a StratML file cannot hold, listed for its owner. */
#ifndef EXPORT_STRATMLLOSS_H
#define EXPORT_STRATMLLOSS_H

#include "workbook/workbook.h"

/* Notes the sheets and columns in which something stands that is not written. */
void stratmlloss_report(struct arena *arena, const struct workbook *workbook, struct diags *diags);

/* True for what is no longer part of the strategy and therefore not written: retired objectives
 * and measures. */
bool stratmlloss_retired(const struct record *record);

/* For each row of the sheet Measures the row of the objective under which it is written: the first
 * of its own that is there and not retired.  IDMAP_NONE: it is not written, for want of one or
 * because it is retired itself. */
const size_t *stratmlloss_homes(struct arena *arena, const struct workbook *workbook);

/* True for a value that is written, provided that its measure is: a target or actual of the
 * objective's own unit. */
bool stratmlloss_value_kept(const struct record *value);

#endif
