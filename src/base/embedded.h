/* embedded: files of templates/ that the build puts into the program. */
#ifndef BASE_EMBEDDED_H
#define BASE_EMBEDDED_H

#include <stddef.h>

struct embedded {
    const char *name;  /* "board.xml" */
    const char *bytes; /* NUL after the last byte */
    size_t length;
};

/* NULL if there is none of that name. */
const struct embedded *embedded_file(const char *name);
/* All of them, by name; the last has no name. */
const struct embedded *embedded_files(void);

#endif
