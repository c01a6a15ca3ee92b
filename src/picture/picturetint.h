/* picturetint: whether a picture's numbers are meant as the colours that all pages have (sRGB).
 *
 * Nothing is converted and no profile reaches a library: what is said about colours is compared
 * with the primaries and the curve of sRGB (IEC 61966-2-1, and the PNG specification,
 * section 11.3.2). */
#ifndef PICTURE_PICTURETINT_H
#define PICTURE_PICTURETINT_H

#include <stddef.h>
#include <stdint.h>

/* NULL if the chunk (gAMA, cHRM, iCCP) means sRGB, says nothing or is not understood; else what it
 * says instead, in words.  Of an iCCP, which is compressed, only the name is read. */
const char *picturetint_of_chunk(const uint8_t *name, const uint8_t *body, size_t size);
/* The same of an ICC profile, or of the beginning of one: its three primaries. */
const char *picturetint_of_profile(const uint8_t *profile, size_t size);

#endif
