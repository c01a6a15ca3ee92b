/* ooxml: what all parts of an Excel workbook have in common: namespaces, which part refers to
 * which, and escapes in text (workbook.md 1.5).
 *
 * The format exists in two dialects, "transitional" (what Excel writes) and "strict", which differ
 * in their namespaces only; readers see the transitional ones. */
#ifndef WORKBOOK_OOXML_H
#define WORKBOOK_OOXML_H

#include "base/textbuf.h"
#include "base/vec.h"
#include "workbook/package.h"

#define OOXML_SHEET     "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#define OOXML_RELATIONS "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

/* Reads a part of the package; elements and attributes come in the transitional namespaces. */
enum xmlread_result ooxml_parse(struct package *package, const char *part,
                                const struct xmlread_handler *handler);

/* "This part uses that one": what its part of relationships says. */
struct ooxml_relation {
    const char *id;
    const char
        *type; /* "worksheet", "styles": the end of the type's address; "" for a foreign one */
    const char *target; /* as written */
    bool external;
};

struct ooxml_relations {
    const char *part; /* whose relations they are; "" for the package's own */
    VEC(struct ooxml_relation) items;
};

/* The relations of a part ("" for the package itself), none if it has no part of them; false after
 * reporting. */
bool ooxml_relations_read(struct package *package, const char *part, struct ooxml_relations *out);
/* The first of a type, or the one of an id; NULL if there is none. */
const struct ooxml_relation *ooxml_relation_of_type(const struct ooxml_relations *relations,
                                                    const char *type);
const struct ooxml_relation *ooxml_relation_of_id(const struct ooxml_relations *relations,
                                                  const char *id);
/* The name of the part a relation points to; NULL after reporting that it leads out of the file. */
const char *ooxml_target(struct package *package, const struct ooxml_relations *relations,
                         const struct ooxml_relation *relation);

/* Text as Excel writes it, with _xHHHH_ for characters that XML cannot hold: line ends become a
 * line feed, other control characters stay visible as they are written. */
const char *ooxml_text(struct arena *arena, const char *text);

/* A flag of the markup: 1, true or on. */
bool ooxml_true(const struct xmlread_element *element, const char *name);

#endif
