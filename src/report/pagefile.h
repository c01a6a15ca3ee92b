/* pagefile: the XML files of templates/ that pages are made by (templates, words, sentences), each
 * with a schema of its own: checked, read element by element, found among those built in.
 *
 * What such a file says are attributes, and texts that have a key: <word key="yes">yes</word>. */
#ifndef REPORT_PAGEFILE_H
#define REPORT_PAGEFILE_H

#include "base/arena.h"
#include "base/diag.h"
#include "base/number.h"
#include "report/pagetable.h"
#include "xml/xmlread.h"

struct pagefile {
    struct arena *arena;
    struct diags *diags;
    const char *path; /* as shown in findings */
    const char *bytes;
    size_t length;
    const struct pagetable *table; /* or NULL: what stands in the place of bytes */
};

/* Called in document order; what they are given lives as long as the arena, the element as long as
 * the call. */
struct pagefile_reader {
    void (*element)(void *user, const struct xmlread_element *element, struct place place);
    void (*text)(void *user, const char *key, const char *text, struct place place);
    void *user;
};

/* The embedded file of a name; bytes NULL: there is none. */
struct pagefile pagefile_builtin(struct arena *arena, const char *name, struct diags *diags);
/* The catalogue built in, "words.fr.xml", of a language with or without its region; table NULL:
 * there is none. */
struct pagefile pagefile_language(struct arena *arena, const char *family, const char *language,
                                  struct diags *diags);

/* Holds it to an embedded schema ("words.xsd"); findings are located in the file.  A test does that
 * with the files of templates/, so a run need not. */
bool pagefile_valid(const struct pagefile *file, const char *schema);
/* False if it is not well-formed; findings say why. */
bool pagefile_read(const struct pagefile *file, const struct pagefile_reader *reader);

/* An attribute, in the arena; NULL: it is not there. */
const char *pagefile_value(struct arena *arena, const struct xmlread_element *element,
                           const char *name);
/* The attributes of an element "numbers". */
struct number_format pagefile_numbers(struct arena *arena, const struct xmlread_element *element);

#endif
