/* tallybars: how many objectives stand how: a period ago, now, and as forecast for the year end. */
#ifndef REPORT_TALLYBARS_H
#define REPORT_TALLYBARS_H

#include "report/report.h"

/* counts: of now, as compose_tally() gives them. */
void tallybars_add(struct report *report, struct block_list *list, const int counts[5]);

#endif
