/* folder: the files of one kind in one directory, read as a whole.
 *
 * Names are sorted by their bytes, so that the order a file system keeps does not matter.  Names
 * that begin with a dot are nobody's data (locks, resource forks) and are passed over.  Only
 * regular files count: links are not followed, so nothing outside the folder is read. */
#ifndef BASE_FOLDER_H
#define BASE_FOLDER_H

#include "base/file.h"
#include "base/vec.h"

struct folder_file {
    const char *name; /* in the folder */
    const char *path; /* with the folder's, as given */
    char *bytes;
    size_t length;
};

struct folder {
    VEC(struct folder_file) files;
    const char *culprit; /* path of what could not be read; the folder's own if it was that */
};

/* Reads the files whose names end in suffix (ASCII letters in any case): `most` files of `cap`
 * bytes together.  FILE_TOO_LARGE beyond either, FILE_IRREGULAR for a link or device of such a
 * name; *why: the reason. */
enum file_result folder_read(struct arena *arena, const char *path, const char *suffix, size_t most,
                             size_t cap, struct folder *out, const char **why);

#endif
