/* attach: the files a workbook came in, to travel inside the packet (--attach-workbook). */
#ifndef APP_ATTACH_H
#define APP_ATTACH_H

#include "app/job.h"
#include "output/pdfattach.h"

/* Nothing unless the options ask for it; else a note (BP5062) that says what that means. */
struct pdfattach attach_workbook(struct job *job);

#endif
