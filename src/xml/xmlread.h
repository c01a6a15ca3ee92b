/* xmlread: streaming, guarded reading of XML from memory.
 *
 * libxml2's push parser runs on chunks; what it finds is queued and handed to the callbacks
 * between chunks.  So callbacks run outside libxml2: they may allocate, report findings and even
 * end the job (the parser is released with the arena).
 *
 * Refused with one diagnostic, at the place where it begins: everything xmlscan refuses, DOCTYPE,
 * nesting beyond BOUND_DEPTH, wrong namespaces, malformed XML.  Nothing is ever loaded: no
 * entities, no DTD, no network (workbook.md section 4, reliability.md section 2). */
#ifndef XML_XMLREAD_H
#define XML_XMLREAD_H

#include "base/diag.h"
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The names and namespaces of one reading that are equal have the same address. */
struct xmlread_attribute {
    const char *name;  /* local name */
    const char *space; /* namespace, "" if none */
    const char *value;
};

struct xmlread_element {
    const char *name;      /* local name */
    const char *space;     /* namespace, "" if none */
    uint32_t line, column; /* of its '<'; exact, column in bytes */
    size_t attribute_count;
    const struct xmlread_attribute *attributes;
    size_t namespace_count;
    const char **namespaces; /* declared on this element */
};

/* Strings live until the callback returns.  A callback that returns false stops the reading;
 * NULL callbacks are skipped. */
struct xmlread_handler {
    bool (*start)(void *user, const struct xmlread_element *element);
    bool (*end)(void *user);
    /* Text and CDATA in pieces, NUL-terminated, white space as it stands. */
    bool (*text)(void *user, const char *text, size_t length);
    void *user;
};

enum xmlread_result {
    XMLREAD_DONE,
    XMLREAD_STOPPED, /* by a callback */
    XMLREAD_REFUSED  /* reported */
};

enum xmlread_result xmlread_parse(struct arena *arena, const char *path, const char *bytes,
                                  size_t length, struct diags *diags,
                                  const struct xmlread_handler *handler);

/* The same, and each breach of a compiled schema becomes BP1016 (see xmlcheck.h, which is the
 * way to call this).  `schema` is an xmlSchemaValidCtxt. */
struct _xmlSchemaValidCtxt;
enum xmlread_result xmlread_validate(struct arena *arena, const char *path, const char *bytes,
                                     size_t length, struct diags *diags,
                                     const struct xmlread_handler *handler,
                                     struct _xmlSchemaValidCtxt *schema);

/* Value of an attribute of the namespace, or of none ("" finds only those of none); NULL if it
 * is absent.  Hand-written files often leave the prefix out. */
const char *xmlread_value(const struct xmlread_element *element, const char *space,
                          const char *name);

#endif
