#include "base/languagetag.h"

#include "base/ascii.h"

static char of_language(char c) {
    return c == '-' ? '\0' : ascii_lower(c);
}

bool languagetag_same(const char *first, const char *second) {
    while (of_language(*first) && of_language(*first) == of_language(*second)) {
        first++;
        second++;
    }
    return of_language(*first) == of_language(*second);
}
