/* pdfsave: objects to bytes: PDF 1.7 with object streams and a cross-reference stream. */
#ifndef OUTPUT_PDFSAVE_H
#define OUTPUT_PDFSAVE_H

#include "output/pdfobject.h"

/* Appends the file to an empty buffer.  identifier: hex digits.  False: pdfobject_problem(). */
bool pdfsave_write(struct arena *arena, struct pdfobject_store *store, const char *identifier,
                   struct textbuf *out);

#endif
