/* spreadsheetml: Excel's "XML Spreadsheet 2003" to sheets of cells (workbook.md 1.2, 1.3).
 *
 * LibreOffice writes a dialect of it that puts values into wrong columns below merged cells; a
 * file of that origin is refused by name if it holds what the export is known to spoil. */
#ifndef WORKBOOK_SPREADSHEETML_H
#define WORKBOOK_SPREADSHEETML_H

#include "workbook/sheet.h"

#define SPREADSHEETML_NAMESPACE "urn:schemas-microsoft-com:office:spreadsheet"

/* False after reporting why the file cannot be trusted. */
bool spreadsheetml_read(struct arena *arena, const char *path, const char *bytes, size_t length,
                        struct diags *diags, struct sheets *out);

#endif
