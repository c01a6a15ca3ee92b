/* writexlsx: a planned spreadsheet as an Excel workbook (.xlsx), by libxlsxwriter. */
#ifndef EXPORT_WRITEXLSX_H
#define EXPORT_WRITEXLSX_H

#include "export/sheetplan.h"

/* False if the library could not make it; *why then says so.  The same plan gives the same bytes:
 * the date of creation is fixed. */
bool writexlsx(const struct sheetplan *plan, struct textbuf *out, const char **why);

#endif
