/* xmlscan: what must be known about the bytes of a file before an XML parser sees them.
 *
 * The parser is quadratic in the attributes of a tag, and decodes any encoding a file asks for;
 * neither can be bounded by its options.  So the scan accepts only UTF-8 (and UTF-16 with a byte
 * order mark, which it converts itself), no zero bytes, and no tag beyond the caps of bounds.h
 * (reliability.md section 2, rules 1 and 2).  What passes is valid UTF-8, so places can be
 * computed from byte offsets. */
#ifndef XML_XMLSCAN_H
#define XML_XMLSCAN_H

#include "base/diag.h"
#include <stdbool.h>
#include <stddef.h>

/* The text for the parser: without byte order mark, encoding declaration of UTF-16 blanked. */
struct xmlscan_text {
    const char *bytes; /* into the input, or converted in the arena */
    size_t length;
};

/* False after reporting the one reason why the bytes are refused. */
bool xmlscan_accept(struct arena *arena, const char *path, const char *bytes, size_t length,
                    struct diags *diags, struct xmlscan_text *out);

/* Line and column (from 1, in bytes) of an offset into the text, counted from where the last
 * question ended; offsets must not fall.  Start with a zeroed struct. */
struct xmlscan_cursor {
    size_t offset, line_start;
    uint32_t line; /* lines passed */
};
struct place xmlscan_place(struct xmlscan_cursor *cursor, const struct xmlscan_text *text,
                           const char *path, size_t offset);

#endif
