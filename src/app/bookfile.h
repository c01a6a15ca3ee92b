/* bookfile: a workbook as an output: which dialect, and its bytes. */
#ifndef APP_BOOKFILE_H
#define APP_BOOKFILE_H

#include "app/job.h"
#include "export/sheetplan.h"

/* The dialect that --format or the name of the output asks for; canonical XML for standard output.
 * False with a finding if neither says it, or for a folder on standard output. */
bool bookfile_format(struct job *job, enum workbook_format *out);

/* Where the CSV of a sheet goes in a folder. */
const char *bookfile_table(struct arena *arena, const char *folder,
                           const struct sheetplan_sheet *sheet);

/* Writes the workbook to -o, all of it or nothing.  plan: its sheets; not used for canonical XML.
 */
enum outcome bookfile_write(struct job *job, const struct workbook *workbook,
                            const struct sheetplan *plan, enum workbook_format format);

#endif
