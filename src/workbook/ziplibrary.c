#include "workbook/ziplibrary.h"

static const char *const names[] = {
#define CALL(name) LATELOAD_NAME(zip_, name)
#include "workbook/zip.def"
#undef CALL
};

bool ziplibrary_load(struct arena *arena, struct ziplibrary *out, const char **why) {
    return lateload_calls(arena, LATE_zip, names, sizeof names / sizeof *names, out, why);
}
