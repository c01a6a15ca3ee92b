/* writecanonical: records as canonical workbook XML, made to be kept and compared.
 *
 * One row a line, attributes in the order of the schema, long texts as elements below it; only
 * what is filled.  Rows whose order nobody sees are sorted (values by measure, period and series;
 * thresholds, attestations and the like by what they are about), so that a spreadsheet sorted anew
 * makes no difference.  All other rows keep the order of the workbook, because a packet or map
 * shows it. */
#ifndef EXPORT_WRITECANONICAL_H
#define EXPORT_WRITECANONICAL_H

#include "workbook/workbook.h"

/* places: rows from spreadsheets say where they stood, src="Sheet!B12"; this makes every row after
 * an inserted one differ.  The same records give the same bytes. */
void writecanonical(const struct workbook *workbook, bool places, struct textbuf *out);

#endif
