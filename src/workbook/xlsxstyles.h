/* xlsxstyles: which cell formats of an Excel workbook make numbers dates, times or percentages. */
#ifndef WORKBOOK_XLSXSTYLES_H
#define WORKBOOK_XLSXSTYLES_H

#include "workbook/cellformat.h"
#include "workbook/ooxml.h"

struct xlsxstyles {
    VEC(unsigned char) formats; /* enum cellformat, by the number that cells use */
};

/* part NULL: a workbook without formats, whose cells may use number 0 only.  False after
 * reporting. */
bool xlsxstyles_read(struct package *package, const char *part, struct xlsxstyles *out);

#endif
