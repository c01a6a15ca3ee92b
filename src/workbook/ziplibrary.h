/* ziplibrary: the functions of libzip, loaded by the first job that has a package to read or write
 * (base/lateload.h). */
#ifndef WORKBOOK_ZIPLIBRARY_H
#define WORKBOOK_ZIPLIBRARY_H

#include "base/lateload.h"
#include <zip.h>

struct ziplibrary {
#define CALL(name) LATELOAD_FIELD(zip_, name)
#include "workbook/zip.def"
#undef CALL
};

/* False: *why says what is missing. */
bool ziplibrary_load(struct arena *arena, struct ziplibrary *out, const char **why);

#endif
