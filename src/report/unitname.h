/* unitname: units of measure that readers are told in words: "L" is litres, "n" a number.
 *
 * What a sheet calls a unit is for people who know the sheet.  The usual short forms have a name
 * here, which catalogues spell out; all others stand on the pages as they were written. */
#ifndef REPORT_UNITNAME_H
#define REPORT_UNITNAME_H

#include <stdbool.h>

/* The name under which catalogues spell a unit ("litre"), or NULL; NULL is no unit. */
const char *unitname_of(const char *unit);
/* True if there is no unit to be told beside a figure: none is given, or it is a mere number. */
bool unitname_bare(const char *unit);

#endif
