/* writespreadsheetml: a planned spreadsheet as Excel's XML Spreadsheet 2003, one file of XML. */
#ifndef EXPORT_WRITESPREADSHEETML_H
#define EXPORT_WRITESPREADSHEETML_H

#include "export/sheetplan.h"

/* The same plan gives the same bytes. */
void writespreadsheetml(const struct sheetplan *plan, struct textbuf *out);

#endif
