/* ods: an OpenDocument spreadsheet (.ods, .ots) in memory to sheets of cells.  Its part content.xml
 * is flat ODF under another name (flatodf.h, workbook.md 1.4). */
#ifndef WORKBOOK_ODS_H
#define WORKBOOK_ODS_H

#include "workbook/sheet.h"

/* False after reporting why the file cannot be trusted.  Cells have no line and column. */
bool ods_read(struct arena *arena, const char *path, const char *bytes, size_t length,
              struct diags *diags, struct sheets *out);

#endif
