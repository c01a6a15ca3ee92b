/* locate: from a finding about printed text back to the cell it was read from. */
#ifndef APP_LOCATE_H
#define APP_LOCATE_H

#include "app/job.h"

/* Gives each missing glyph (BP5001) the first cell of the workbook that holds its character, and
 * each text that had no room (BP5050, BP5053, BP5073) the one that it stands in. */
void locate_printed(struct job *job);

#endif
