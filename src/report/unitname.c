#include "report/unitname.h"

#include <stddef.h>
#include <string.h>

const char *unitname_of(const char *unit) {
    static const struct {
        const char *unit, *name;
    } names[] = {
        {"n", "number"},     {"#", "number"},       {"k", "thousand"},      {"L", "litre"},
        {"l", "litre"},      {"pts", "point"},      {"min", "minute"},      {"h", "hour"},
        {"t", "tonne"},      {"d", "day"},          {"day", "day"},         {"days", "day"},
        {"FTE", "fte"},      {"/1k", "per-1k"},     {"/10k", "per-10k"},    {"/100k", "per-100k"},
        {"/1000", "per-1k"}, {"/10000", "per-10k"}, {"/100000", "per-100k"}};
    for (size_t i = 0; unit && i < sizeof names / sizeof *names; i++)
        if (strcmp(names[i].unit, unit) == 0)
            return names[i].name;
    return NULL;
}

bool unitname_bare(const char *unit) {
    const char *name = unitname_of(unit);
    return !unit || !*unit || (name && strcmp(name, "number") == 0);
}
