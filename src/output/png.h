/* png: a page of a scene as a picture: 8-bit RGB on white, with its resolution. */
#ifndef OUTPUT_PNG_H
#define OUTPUT_PNG_H

#include "base/arena.h"
#include "base/textbuf.h"
#include "scene/scene.h"
#include <stdbool.h>

/* Pixels of a length: millimetres times dpi, exactly rounded, where the length is one of whole
 * tenths of a millimetre, as sides of papers are; else to the nearest. */
int64_t png_pixels(mp length, int dpi);

/* Appends the file to an empty buffer.  dpi: 10 to 1200; neither side may exceed 32,767 pixels.
 * An unsound scene is refused (scene_problem()).  The same scene gives the same bytes with the same
 * cairo. False: *why says what failed. */
bool png_render(struct arena *arena, const struct scene *scene, uint32_t page, int dpi,
                struct textbuf *out, const char **why);

#endif
