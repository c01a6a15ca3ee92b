/* xlsxbook: which sheets an Excel workbook has, in which order, and where its parts are. */
#ifndef WORKBOOK_XLSXBOOK_H
#define WORKBOOK_XLSXBOOK_H

#include "workbook/cellformat.h"
#include "workbook/ooxml.h"

struct xlsxbook_sheet {
    const char *title;
    const char *part; /* NULL: a sheet without cells, such as a chart's */
    bool hidden;
};

struct xlsxbook {
    const char *part;             /* "xl/workbook.xml" */
    const char *styles, *strings; /* parts; NULL if there are none */
    enum cellformat_base base;
    bool uncalculated; /* the program that wrote the file left formulas to be calculated by the
                          next one: a result of 0 is none */
    VEC(struct xlsxbook_sheet) sheets;
};

/* False after reporting. */
bool xlsxbook_read(struct package *package, struct xlsxbook *out);

#endif
