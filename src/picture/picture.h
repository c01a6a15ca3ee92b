/* picture: a stranger's PNG or JPEG as pixels, or a finding that says why not (reliability.md 3).
 *
 * Formats are looked through by our own code first: size, kind and every segment are known before a
 * library sees a byte, and what does not make the picture (profiles, comments, camera data) never
 * reaches one.  The libraries decode in a child process without files, in bounded memory and time;
 * if it dies, the picture is refused and nothing else happens. */
#ifndef PICTURE_PICTURE_H
#define PICTURE_PICTURE_H

#include "base/arena.h"
#include "base/diag.h"
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define PICTURE_BYTES_MOST  (1024u * 1024)
#define PICTURE_SIDE_MOST   4096u
#define PICTURE_PIXELS_MOST 8000000u
#define PICTURE_SCANS_MOST  100u /* of a JPEG; programs write about ten */

struct picture {
    uint32_t width, height; /* pixels */
    const uint8_t *colour;  /* rows of red, green, blue; width * height * 3 bytes */
    const uint8_t *alpha;   /* one byte a pixel, 255 opaque; NULL: all of them are */
    const uint8_t *jpeg;    /* NULL, or a JPEG of the same pixels that any reader shows alike: the
                               file without what is said about the picture */
    size_t jpeg_length;
    unsigned components; /* of the JPEG: 1 grey, 3 colour */
};

/* The picture of a file's bytes, which must live as long as it; name is how the user called the
 * file.  NULL with one finding at the file (BP5055 to BP5060) if it is not to be had; BP5026 at one
 * that is meant in other colours than those of the pages. */
const struct picture *picture_read(struct arena *arena, const char *name, const void *bytes,
                                   size_t length, struct diags *diags);

/* ---- for picturepng.c and picturejpeg.c ---- */
enum picture_fault {
    PICTURE_GOOD,
    PICTURE_TOO_LARGE,
    PICTURE_DAMAGED,
    PICTURE_UNSUITABLE, /* sound, but of a kind that is not taken: `hint` says what to do */
    PICTURE_TURNED,     /* to be shown turned, as the camera was held */
    PICTURE_NO_MEMORY
};

/* What is known of a picture before it is decoded. */
struct picture_form {
    enum picture_fault fault;
    const char *why, *hint; /* of a fault; hint may be NULL */
    uint32_t width, height;
    const uint8_t *bytes; /* the file with nothing in it but what makes the picture */
    size_t length;
    unsigned components; /* of a JPEG */
    bool plain;          /* a JPEG that every reader takes for the same colours */
    const char *tint;    /* NULL, or the colours other than sRGB that it is meant in */
};

#define PICTURE_WHY_BYTES 128

/* Where a decoder writes: pixels that the caller has made room for, and its verdict. */
struct picture_canvas {
    uint8_t *colour; /* width * height * 3 */
    uint8_t *alpha;  /* width * height */
    enum picture_fault fault;
    char why[PICTURE_WHY_BYTES]; /* the library's words */
};

/* The fault of these dimensions, PICTURE_GOOD if they are within the limits. */
struct picture_form picture_measured(struct arena *arena, uint32_t width, uint32_t height);
struct picture_form picture_faulty(enum picture_fault fault, const char *why, const char *hint);
/* True if camera data (EXIF, which is a TIFF file) want the picture shown turned or mirrored. */
bool picture_turned(const uint8_t *tiff, size_t length);
#define PICTURE_TURN_IT "turn it in a program for pictures and save it"
/* Sets the verdict, with words in what a library says made harmless. */
void picture_blame(struct picture_canvas *canvas, enum picture_fault fault, const char *why);

#endif
