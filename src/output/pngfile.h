/* pngfile: the bytes of a PNG file from rows of pixels, and the filters that make rows pack well.
 */
#ifndef OUTPUT_PNGFILE_H
#define OUTPUT_PNGFILE_H

#include "base/arena.h"
#include "base/textbuf.h"
#include "picture/picture.h"
#include <stddef.h>
#include <stdint.h>

struct pngfile {
    uint32_t width, height;
    unsigned channels;   /* 3: RGB, 4: with alpha */
    int dpi;             /* 0: not said */
    int level;           /* of compression, 1 to 12 */
    const uint8_t *rows; /* height times a filter's number and width * channels bytes */
};

/* Appends the file to a buffer; NULL, or why it cannot be. */
const char *pngfile_write(struct arena *arena, const struct pngfile *file, struct textbuf *out);
/* Writes a row (NULL above: the first) with the filter that leaves the smallest numbers: its number
 * and `length` bytes. */
void pngfile_filter(const uint8_t *row, const uint8_t *above, size_t length, unsigned channels,
                    uint8_t *to);
/* The same for `height` rows of `length` bytes each, one after the other. */
uint8_t *pngfile_filtered(struct arena *arena, const uint8_t *pixels, size_t length, size_t height,
                          unsigned channels);
/* A picture as a file. */
const char *pngfile_picture(struct arena *arena, const struct picture *picture,
                            struct textbuf *out);

#endif
