/* languagetag: tags of languages (BCP 47), as far as pages need them. */
#ifndef BASE_LANGUAGETAG_H
#define BASE_LANGUAGETAG_H

#include <stdbool.h>

/* "fr" and "fr-CA" are one language; the case of letters says nothing. */
bool languagetag_same(const char *first, const char *second);

#endif
