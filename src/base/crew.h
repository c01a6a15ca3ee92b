/* crew: pieces of work that need nothing of one another, done side by side.
 *
 * The pieces are numbered and handed out in order; who does which is chance, so that the result of
 * a piece must not depend on it.  What they share must not change meanwhile: each piece has an
 * arena and findings of its own. */
#ifndef BASE_CREW_H
#define BASE_CREW_H

#include <stddef.h>

typedef void crew_fn(void *context, size_t piece);

/* How many hands the machine has; at least 1. */
size_t crew_hands(void);

/* Does pieces 0 to count - 1 with so many hands, the caller's own among them; returns when all are
 * done.  If the system refuses a thread, the others do its work.  Signals go to the caller. */
void crew_run(size_t hands, size_t count, crew_fn *work, void *context);

#endif
