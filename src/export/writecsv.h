/* writecsv: one sheet of a planned spreadsheet as comma-separated values (RFC 4180): UTF-8, lines
 * end with CR LF, cells with a comma, quote or line break stand in quotes.
 *
 * The types of cells are lost, which the reader makes up for by the types of the columns: numbers
 * stand in the workbook's number style, dates as YYYY-MM-DD. */
#ifndef EXPORT_WRITECSV_H
#define EXPORT_WRITECSV_H

#include "export/sheetplan.h"

void writecsv(const struct sheetplan_sheet *sheet, struct textbuf *out);
/* The name of the sheet's file: "Measure Data.csv". */
const char *writecsv_name(struct arena *arena, const struct sheetplan_sheet *sheet);

#endif
