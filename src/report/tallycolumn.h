/* tallycolumn: how many objectives stand so, as columns: what is worst first. */
#ifndef REPORT_TALLYCOLUMN_H
#define REPORT_TALLYCOLUMN_H

#include "assess/assess.h"
#include "layout/mark.h"

enum { TALLYCOLUMNS = 5 };

enum mark tallycolumn_mark(int column);
/* The key of its word: "status.red". */
const char *tallycolumn_word(int column);
int tallycolumn_count(const struct tally *tally, int column);

#endif
