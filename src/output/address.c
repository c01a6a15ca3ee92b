#include "output/address.h"

#include "base/ascii.h"
#include <stddef.h>
#include <string.h>

bool address_allowed(const char *address) {
    if (!address || !*address || strncmp(address, "//", 2) == 0)
        return false;
    for (const char *c = address; *c; c++)
        if ((unsigned char)*c <= 0x20 || *c == 0x7F || *c == '\\')
            return false;
    size_t scheme = strcspn(address, ":/?#");
    if (address[scheme] != ':')
        return true;
    static const char *const allowed[] = {"http", "https", "mailto"};
    for (size_t i = 0; i < sizeof allowed / sizeof *allowed; i++) {
        size_t k = 0;
        while (k < scheme && allowed[i][k] && ascii_lower(address[k]) == allowed[i][k])
            k++;
        if (k == scheme && !allowed[i][k])
            return true;
    }
    return false;
}
