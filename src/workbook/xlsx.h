/* xlsx: an Excel workbook (.xlsx, .xlsm, .xltx) in memory to sheets of cells (workbook.md 1.5). */
#ifndef WORKBOOK_XLSX_H
#define WORKBOOK_XLSX_H

#include "workbook/sheet.h"

/* False after reporting why the file cannot be trusted.  Cells have no line and column. */
bool xlsx_read(struct arena *arena, const char *path, const char *bytes, size_t length,
               struct diags *diags, struct sheets *out);

#endif
