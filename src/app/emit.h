/* emit: what a stage of the work made of the workbook, as text (--emit). */
#ifndef APP_EMIT_H
#define APP_EMIT_H

#include "app/job.h"

/* Goes as far as the stage asked for and prints it, even if the workbook has errors that stop a
 * later stage. */
enum outcome emit_stage(struct job *job);

#endif
