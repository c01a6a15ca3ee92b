/* sniff: what kind of file is this?  Known foreign kinds are refused by name, with a way out. */
#ifndef WORKBOOK_SNIFF_H
#define WORKBOOK_SNIFF_H

#include "workbook/workbook.h"

/* WORKBOOK_UNKNOWN after reporting what the file is instead.  Of a kind that can be read only the
 * beginning has been looked at. */
enum workbook_format sniff_format(struct arena *arena, const char *path, const char *bytes,
                                  size_t length, struct diags *diags);

#endif
