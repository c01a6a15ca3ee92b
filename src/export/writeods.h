/* writeods: a planned spreadsheet as an OpenDocument package (.ods). */
#ifndef EXPORT_WRITEODS_H
#define EXPORT_WRITEODS_H

#include "export/sheetplan.h"

/* False if the archive could not be made; *why then says so.  The same plan gives the same bytes:
 * the members' times are fixed. */
bool writeods(const struct sheetplan *plan, struct textbuf *out, const char **why);

#endif
