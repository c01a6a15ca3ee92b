/* pagetable: the catalogues of templates/ (words, sentences) as tables.
 *
 * They are read by the program's own XML reader when it is built (templates/tabulate.c), so that a
 * run need not read them again; pagefile_read() tells of them what it tells of a file. */
#ifndef REPORT_PAGETABLE_H
#define REPORT_PAGETABLE_H

#include <stddef.h>
#include <stdint.h>

enum { PAGETABLE_ATTRIBUTES = 8 }; /* of an element, at most */

struct pagetable_element {
    uint16_t line, column, attributes;
};

struct pagetable {
    const char *name; /* "words.fr.xml" */
    const struct pagetable_element *elements;
    size_t count;
    /* One after the other, each with its NUL: of each element its name, the name and value of each
     * attribute, and its text if one of them is "key".  Addresses in the table itself would have to
     * be set each time the program starts. */
    const char *strings;
};

extern const struct pagetable pagetables[]; /* the last has no name */

#endif
