/* picturepng: PNG pictures of any colour type, at 1 to 16 bits, interlaced or not. */
#ifndef PICTURE_PICTUREPNG_H
#define PICTURE_PICTUREPNG_H

#include "picture/picture.h"

/* True if the bytes begin like a PNG. */
bool picturepng_is(const void *bytes, size_t length);
/* Walks the chunks and keeps those that make the picture: header, palette, transparency, data.
 * Animations and unknown critical chunks are refused. */
struct picture_form picturepng_form(struct arena *arena, const uint8_t *bytes, size_t length);
/* Decodes a good form.  Takes memory by arena_try() alone, so it may run in a child process; wrong
 * check sums are faults. */
void picturepng_decode(struct arena *arena, const struct picture_form *form,
                       struct picture_canvas *canvas);

#endif
