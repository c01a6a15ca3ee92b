/* woff: a font file in the container that browsers take (WOFF 1.0), and Base64 for data URIs. */
#ifndef OUTPUT_WOFF_H
#define OUTPUT_WOFF_H

#include "base/arena.h"
#include "base/textbuf.h"
#include <stdbool.h>
#include <stddef.h>

/* Appends the container to an empty buffer; false if the bytes are no font file. */
bool woff_pack(struct arena *arena, const void *sfnt, size_t length, struct textbuf *out);
void woff_base64(struct textbuf *out, const void *bytes, size_t length);

#endif
