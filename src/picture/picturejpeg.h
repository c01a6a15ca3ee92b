/* picturejpeg: JPEG pictures, grey or colour: baseline, extended or progressive, 8 bits. */
#ifndef PICTURE_PICTUREJPEG_H
#define PICTURE_PICTUREJPEG_H

#include "picture/picture.h"

/* True if the bytes begin like a JPEG. */
bool picturejpeg_is(const void *bytes, size_t length);
/* Walks the segments from start to end of the image and keeps what makes the picture.  One frame
 * header, at most PICTURE_SCANS_MOST scans, 1 or 3 components; no turning by camera data. */
struct picture_form picturejpeg_form(struct arena *arena, const uint8_t *bytes, size_t length);
/* Decodes a good form; what the library only warns of (data that ends early) is a fault.  May run
 * in a child process. */
void picturejpeg_decode(const struct picture_form *form, struct picture_canvas *canvas);

#endif
