/* sametext: whether two texts are the same where each may be missing (NULL), which is a text of its
 * own: missing and "" differ. */
#ifndef BASE_SAMETEXT_H
#define BASE_SAMETEXT_H

#include <stdbool.h>
#include <string.h>

static inline bool sametext(const char *a, const char *b) {
    return a == b || (a && b && strcmp(a, b) == 0);
}

#endif
