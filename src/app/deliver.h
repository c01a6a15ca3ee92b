/* deliver: the files a command makes, all of them or none. */
#ifndef APP_DELIVER_H
#define APP_DELIVER_H

#include "app/job.h"
#include "base/vec.h"

struct delivery {
    const char *path;
    struct file_sink *sink;
};

struct deliveries {
    VEC(struct delivery) items;
};

/* True if the path is that of anything the job has read and was told to: the workbook or a file of
 * its folder, the last packet's workbook, the template, a catalogue, the logo. */
bool deliver_is_input(const struct job *job, const char *path);

/* A further file with its bytes, still under a temporary name; false with a finding if it may not
 * be (it is an input, another output or, for binary data, a terminal).  A failure to write is told
 * by the commit.
 */
bool deliver_add(struct job *job, struct deliveries *all, const char *path,
                 const struct textbuf *bytes, bool binary);

/* Gives every file its name once all are complete and no finding forbids it; else none of them. */
enum outcome deliver_commit(struct job *job, struct deliveries *all);

/* Text as the one result of a command: to -o or, without it, to standard output.  Findings do not
 * hold it back: what --emit shows is wanted most when something is wrong. */
enum outcome deliver_text(struct job *job, const struct textbuf *text);

#endif
