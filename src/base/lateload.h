/* lateload: functions of libraries that few jobs need.
 *
 * Loading cairo, libzip and libxlsxwriter with all they bring along (X11, OpenSSL: 17 files) would
 * take as long as a short command works.  So the program is not linked with them: the first use
 * loads them.  Names and types of the functions are those of the library's own header; the name of
 * the file is that of the library found when the program was built (LATE_..., Makefile), so that
 * header and file are of one version.  A library stays loaded until the process ends.
 *
 *     struct cairo_calls { // one pointer to a function after the other
 *     #define CALL(name) LATELOAD_FIELD(cairo_, name)
 *     #include "cairo.def" // CALL(create) CALL(destroy) ...
 *     #undef CALL
 *     };
 * and the same with LATELOAD_NAME for the list of names. */
#ifndef BASE_LATELOAD_H
#define BASE_LATELOAD_H

#include "base/arena.h"
#include <stdbool.h>
#include <stddef.h>

#define LATELOAD_FIELD(prefix, name) __typeof__(prefix##name) *name;
#define LATELOAD_NAME(prefix, name)  #prefix #name,

/* Fills `calls`, a struct as above, with the functions of these names.  False: *why names the file
 * and says what is missing. */
bool lateload_calls(struct arena *arena, const char *file, const char *const *names, size_t count,
                    void *calls, const char **why);

#endif
