/* manifest: what a build made, for programs: manifest.json.
 *
 *   {"version": 1, "program": "boardpack 0.1.0", "workbook": NAME, "sha256": of its content,
 *    "as_of", "period", "languages": [CODE...], "kind",
 *    "units": [{"id", "name", "parent", "status", "score", "files": [PATH...]}],
 *    "files": [{"path", "media_type", "language", "bytes", "sha256", "pages"}]}
 *
 * version is that of this form: it rises when a key changes its meaning or goes, not when one is
 * added.  score and parent may be null; pages only of PDF; a file's language only if it speaks one
 * of several, and not all of them.  No time and no name of user or machine: the same workbook gives
 * the same manifest. */
#ifndef APP_MANIFEST_H
#define APP_MANIFEST_H

#include "app/job.h"

struct manifest_file {
    const char *path;     /* NULL: not made */
    const char *language; /* that it speaks alone; NULL: all there are */
    size_t bytes, pages;
    char sha256[65];
};

struct manifest_unit {
    const struct unit *unit;
    const struct manifest_file *files;
    size_t count;
};

struct manifest {
    const struct manifest_unit *units;
    size_t unit_count;
    const struct manifest_file *files; /* of the whole: index, book */
    size_t count;
};

void manifest_note(struct manifest_file *file, const char *path, const struct textbuf *bytes,
                   size_t pages);
void manifest_json(const struct job *job, const struct manifest *manifest, struct textbuf *out);

#endif
