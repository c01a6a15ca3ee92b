/* staging: many files of one folder that appear together or not at all.
 *
 * They are written under numbers into a hidden folder inside the target and get their names once
 * all are complete: then only a rename can still fail.  What a run that failed or was stopped by
 * a signal leaves is nothing; what one leaves that was killed the next one removes.  One staging a
 * process at a time. */
#ifndef BASE_STAGING_H
#define BASE_STAGING_H

#include "base/arena.h"
#include <stdbool.h>
#include <stddef.h>

struct staging;

/* Makes the folder with its parents, if it is not there; a failure is told by staging_error(). */
struct staging *staging_open(struct arena *arena, const char *folder);
/* Writes the file of this number, each number once; may be called by several threads at once. */
void staging_write(struct staging *staging, size_t number, const void *bytes, size_t length);
/* Gives the file its name below the folder, making folders as they are wanted; false if anything
 * failed up to now. */
bool staging_name(struct staging *staging, size_t number, const char *path);
/* Flushes all to the disk; false if anything failed up to now.  Before the first name. */
bool staging_finish(struct staging *staging);
/* Removes what has got no name.  The arena's end does it too. */
void staging_close(struct staging *staging);
/* The first failure's text, or NULL. */
const char *staging_error(const struct staging *staging);
/* For signal handlers: removes what has got no name. */
void staging_remove(void);

#endif
