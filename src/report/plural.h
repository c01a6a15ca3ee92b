/* plural: which form of a word goes with a number, by language (facts of the public CLDR plural
 * rules).  Numbers are taken as printed: 1 and 1.0 may take different forms. */
#ifndef REPORT_PLURAL_H
#define REPORT_PLURAL_H

#include "base/decimal.h"
#include <stdbool.h>

enum plural { PLURAL_ZERO, PLURAL_ONE, PLURAL_TWO, PLURAL_FEW, PLURAL_MANY, PLURAL_OTHER };

/* en fr es de pt ja ar; region subtags are ignored ("fr-CA"). */
bool plural_known(const char *language);
/* Of a number already rounded to `places`, as it is printed with them; the language must be known
 * (asserted). */
enum plural plural_of(const char *language, struct decimal value, unsigned places);
/* Of a place in an order: 1st, 2nd, 3rd, 4th. */
enum plural plural_ordinal(const char *language, int n);
/* True if some number of the language takes this form. */
bool plural_used(const char *language, enum plural form, bool ordinal);

const char *plural_name(enum plural form); /* zero one two few many other */
bool plural_parse(const char *name, enum plural *out);

#endif
