/* issuetable: what does not stand well, the most important first, and what is to be asked of whom.
 */
#ifndef REPORT_ISSUETABLE_H
#define REPORT_ISSUETABLE_H

#include "report/briefed.h"
#include "report/sentence.h"

/* Adds a heading and the table, at most so many rows, then how many more there are; or that there
 * is nothing to ask. */
void issuetable_add(struct report *report, struct block_list *list, const struct briefing *facts,
                    const struct sentence_voice *voice, int most);
/* True if a fact is something to be glad of. */
bool issuetable_good(const struct briefing_fact *fact);

#endif
