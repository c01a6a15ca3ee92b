/* scratch: a file in memory, without a name in any folder, for libraries that write to a path and
 * to nothing else.  It is gone when the arena ends. */
#ifndef BASE_SCRATCH_H
#define BASE_SCRATCH_H

#include "base/arena.h"
#include "base/textbuf.h"
#include <stdbool.h>

struct scratch;

/* NULL if the system has none to give. */
struct scratch *scratch_new(struct arena *arena);
/* The path under which this process, and nobody else, can open it. */
const char *scratch_path(const struct scratch *scratch);
/* Appends what was written to it; false if it cannot be read. */
bool scratch_bytes(const struct scratch *scratch, struct textbuf *out);

#endif
