#include "base/languagetag.h"

#include <string.h>
#include <strings.h>

bool languagetag_same(const char *first, const char *second) {
    const size_t length = strcspn(first, "-");
    return length == strcspn(second, "-") && strncasecmp(first, second, length) == 0;
}
