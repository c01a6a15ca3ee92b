/* xlsxstrings: the table of texts that the cells of an Excel workbook share. */
#ifndef WORKBOOK_XLSXSTRINGS_H
#define WORKBOOK_XLSXSTRINGS_H

#include "workbook/ooxml.h"

struct xlsxstrings_item {
    const char *text; /* of all its runs, without the reading aids of East Asian text */
    bool overlong;    /* cut at BOUND_FIELD_BYTES */
};

struct xlsxstrings {
    VEC(struct xlsxstrings_item) items;
};

/* part NULL: none.  False after reporting, also of more than BOUND_STRINGS_BYTES. */
bool xlsxstrings_read(struct package *package, const char *part, struct xlsxstrings *out);

#endif
