/* xmlcheck: is XML valid by one of our own schemas?
 *
 * The schema is text that the program carries (never a name from the input); it is streamed over
 * the document with all guards of xmlread.h.  Breaches are BP1016 at their element. */
#ifndef XML_XMLCHECK_H
#define XML_XMLCHECK_H

#include "base/diag.h"
#include <stdbool.h>
#include <stddef.h>

/* True if the bytes are well-formed and valid; else everything wrong is in diags.  A schema that
 * does not compile is a bug (asserted). */
bool xmlcheck_valid(struct arena *arena, const char *path, const char *bytes, size_t length,
                    const char *schema, size_t schema_length, struct diags *diags);

#endif
