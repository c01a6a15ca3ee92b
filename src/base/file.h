/* file: bounded reading, whole or nothing writing. */
#ifndef BASE_FILE_H
#define BASE_FILE_H

#include "base/arena.h"
#include "base/textbuf.h"
#include <stdbool.h>
#include <stddef.h>

enum file_result {
    FILE_OK,
    FILE_MISSING,   /* cannot be opened: *why says it */
    FILE_IRREGULAR, /* a directory, device or pipe where a file was expected */
    FILE_TOO_LARGE,
    FILE_FAILED /* read or write error */
};

/* Reads a regular file of at most cap bytes ("-": standard input).  *why: the system's reason. */
enum file_result file_read(struct arena *arena, const char *path, size_t cap, char **bytes,
                           size_t *length, const char **why);

/* The same for a name inside an open directory, of which a symbolic link is not followed. */
enum file_result file_read_in(struct arena *arena, int directory, const char *name, size_t cap,
                              char **bytes, size_t *length, const char **why);

/* An output that appears whole or not at all: a temporary name in the target's directory, fsync,
 * rename.  A symbolic link is replaced, not followed; an existing file's permissions are kept.
 * "-" is standard output; devices, pipes and /dev/fd/N are written to directly.  A reader that
 * closed its end of a pipe is no failure (and raises no signal): the rest is dropped.  The first
 * failure is kept; later writes do nothing.  The arena's end abandons what was not committed. At
 * most 64 can be open at once. */
struct file_sink;
struct file_sink *file_sink_open(struct arena *arena, const char *path);
void file_sink_write(struct file_sink *sink, const void *bytes, size_t length);
/* Everything but the name: of several files that belong together finish all, then commit all, and
 * only a rename can still fail.  False if anything failed; nothing may be written afterwards. */
bool file_sink_finish(struct file_sink *sink);
/* Commits; false if anything failed (the temporary file is removed, an old target is intact;
 * only when the directory itself could not be flushed, the new file is already in place). */
bool file_sink_commit(struct file_sink *sink);
void file_sink_abandon(struct file_sink *sink);
/* The first failure's text, or NULL. */
const char *file_sink_error(const struct file_sink *sink);
/* Removes the temporary files of all open sinks; async-signal-safe. */
void file_sinks_remove_all(void);

/* Creates a directory and its parents; false with errno set. */
bool file_make_directory(const char *path);
/* True if both exist and are the same file. */
bool file_same(const char *a, const char *b);
/* True if writing to one would replace what is written to the other: the same name in the same
 * folder, under whatever path, or the same open descriptor. */
bool file_same_entry(const char *a, const char *b);
/* The part after the last '/'; then without everything from its first '.'. */
const char *file_name(const char *path);
const char *file_stem(struct arena *arena, const char *path);

#endif
