/* xlsxsheet: one sheet of an Excel workbook to cells (workbook.md 1.5). */
#ifndef WORKBOOK_XLSXSHEET_H
#define WORKBOOK_XLSXSHEET_H

#include "workbook/sheet.h"
#include "workbook/xlsxbook.h"
#include "workbook/xlsxstrings.h"
#include "workbook/xlsxstyles.h"

/* Everything of the workbook that its sheets refer to. */
struct xlsxsheet_context {
    struct package *package;
    const struct xlsxbook *book;
    const struct xlsxstyles *styles;
    const struct xlsxstrings *strings;
};

/* Reads a part into the builder's current sheet; false after reporting. */
bool xlsxsheet_read(const struct xlsxsheet_context *context, const char *part,
                    struct sheet_builder *builder);

#endif
