/* sniffpackage: what kind of file is this zip package?  Foreign kinds are refused by name. */
#ifndef WORKBOOK_SNIFFPACKAGE_H
#define WORKBOOK_SNIFFPACKAGE_H

#include "workbook/workbook.h"

/* WORKBOOK_XLSX or WORKBOOK_ODS; WORKBOOK_UNKNOWN after reporting what the file is instead. */
enum workbook_format sniffpackage_format(struct arena *arena, const char *path, const char *bytes,
                                         size_t length, struct diags *diags);

#endif
