/* carry: whether a dialect can hold what a workbook says.
 *
 * Nothing may be lost in a conversion: what the dialect cannot hold, or would not read back as the
 * same record, is an error at its cell.  What stays behind without harm is a note. */
#ifndef EXPORT_CARRY_H
#define EXPORT_CARRY_H

#include "workbook/workbook.h"

/* target: the dialect that is to be written.  Errors mean that it must not be. */
void carry_check(struct arena *arena, const struct workbook *workbook, enum workbook_format target,
                 struct diags *diags);

#endif
