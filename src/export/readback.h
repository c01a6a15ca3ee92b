/* readback: whether a file that was just made says what it should.
 *
 * The library that writes .xlsx puts its sheets into temporary files and does not look whether they
 * were written: on a full disk it packs what there is of them and reports success.  So what it made
 * is read again, before it takes the place of anything. */
#ifndef EXPORT_READBACK_H
#define EXPORT_READBACK_H

#include "export/sheetplan.h"

/* True if the sheets hold the cells of the plan and no others; line breaks of any kind are equal,
 * and of sheets of prose only the names count. */
bool readback_same(const struct sheetplan *plan, const struct sheets *sheets);

#endif
