/* writefods: a planned spreadsheet as one file of flat OpenDocument XML (.fods). */
#ifndef EXPORT_WRITEFODS_H
#define EXPORT_WRITEFODS_H

#include "export/sheetplan.h"

/* The same plan gives the same bytes. */
void writefods(const struct sheetplan *plan, struct textbuf *out);

#endif
