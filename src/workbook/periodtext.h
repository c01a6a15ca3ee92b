/* periodtext: the ways people write a period (workbook.md 2.3).
 *
 * 2026-03, 2026-Q1, FY2026-Q1 and their like as period.h reads them, and besides: Mar-26,
 * March 2026, 2026 March, Q1 2026, H2 26, FY26 Q1.  Month names in English and in the declared
 * language, whole or from three letters on; two digits of a year are 20YY.  Nothing is guessed:
 * 03/26 is no period. */
#ifndef WORKBOOK_PERIODTEXT_H
#define WORKBOOK_PERIODTEXT_H

#include "base/period.h"
#include <stdbool.h>

/* language: a language tag such as "de" or "de-CH", or NULL. */
bool periodtext_parse(const char *text, const struct fiscal *fiscal, const char *language,
                      struct period *out);

#endif
