/* comparesheet: finds the same rows on both sides, and tells what came, went and was changed. */
#ifndef COMPARE_COMPARESHEET_H
#define COMPARE_COMPARESHEET_H

#include "compare/comparing.h"

/* Pairs the rows of all sheets (comparerow.other); before it every table is read, after it ids of
 * the older side are known by their newer names.  A name that two new rows share renames nothing.
 */
void comparesheet_match(struct comparing *c);

/* The differences of a sheet. */
void comparesheet(struct comparing *c, enum schema_sheet sheet);

#endif
