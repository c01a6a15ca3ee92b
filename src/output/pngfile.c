#include "output/pngfile.h"

#include <libdeflate.h>
#include <string.h>

#define BEST_LEVEL 9

/* ---- chunks --------------------------------------------------------------------------------- */

static void store32(unsigned char *at, uint32_t value) {
    for (int i = 0; i < 4; i++)
        at[i] = (unsigned char)(value >> (24 - 8 * i) & 255);
}

static void put_chunk(struct textbuf *out, const char name[4], const void *bytes, size_t length) {
    unsigned char number[4];
    store32(number, (uint32_t)length);
    textbuf_bytes(out, number, 4);
    textbuf_bytes(out, name, 4);
    textbuf_bytes(out, bytes, length);
    uint32_t sum = libdeflate_crc32(0, name, 4);
    store32(number, length ? libdeflate_crc32(sum, bytes, length) : sum);
    textbuf_bytes(out, number, 4);
}

static void put_header(const struct pngfile *file, struct textbuf *out) {
    unsigned char header[13] = {0}, density[9];
    textbuf_bytes(out, "\x89PNG\r\n\x1A\n", 8);
    store32(header, file->width);
    store32(header + 4, file->height);
    header[8] = 8;                           /* bits */
    header[9] = file->channels == 4 ? 6 : 2; /* RGB with alpha, or RGB */
    put_chunk(out, "IHDR", header, sizeof header);
    if (file->dpi <= 0)
        return;
    uint32_t a_metre = (uint32_t)(((int64_t)file->dpi * 10000 + 127) / 254);
    store32(density, a_metre);
    store32(density + 4, a_metre);
    density[8] = 1;
    put_chunk(out, "pHYs", density, sizeof density);
}

static void release_compressor(void *compressor) {
    libdeflate_free_compressor(compressor);
}

const char *pngfile_write(struct arena *arena, const struct pngfile *file, struct textbuf *out) {
    struct libdeflate_compressor *compressor = libdeflate_alloc_compressor(file->level);
    if (!compressor)
        return "out of memory";
    arena_defer(arena, release_compressor, compressor);
    size_t length = (size_t)file->height * ((size_t)file->width * file->channels + 1);
    size_t bound = libdeflate_zlib_compress_bound(compressor, length);
    void *packed = arena_alloc(arena, bound);
    size_t size = libdeflate_zlib_compress(compressor, file->rows, length, packed, bound);
    if (size == 0 || size > INT32_MAX)
        return "the picture is too large";
    put_header(file, out);
    put_chunk(out, "IDAT", packed, size);
    put_chunk(out, "IEND", NULL, 0);
    return NULL;
}

/* ---- filters -------------------------------------------------------------------------------- */

enum filter { FILTER_NONE, FILTER_LEFT, FILTER_UP, FILTER_MEAN, FILTER_PAETH, FILTERS };

static unsigned difference(unsigned a, unsigned b) {
    return a > b ? a - b : b - a;
}

/* Of the left, upper and upper left neighbours the one nearest to their plane. */
static unsigned paeth(unsigned left, unsigned up, unsigned corner) {
    unsigned by_left = difference(up, corner), by_up = difference(left, corner);
    unsigned by_corner = difference(left + up, 2 * corner);
    if (by_left <= by_up && by_left <= by_corner)
        return left;
    return by_up <= by_corner ? up : corner;
}

static unsigned foreseen(enum filter filter, unsigned left, unsigned up, unsigned corner) {
    switch (filter) {
    case FILTER_LEFT:
        return left;
    case FILTER_UP:
        return up;
    case FILTER_MEAN:
        return (left + up) / 2;
    case FILTER_PAETH:
        return paeth(left, up, corner);
    case FILTER_NONE:
    case FILTERS:
    default:
        return 0;
    }
}

/* Gives the sum of what is left, each byte taken as a number from -128 to 127. */
static uint64_t apply(enum filter filter, const uint8_t *row, const uint8_t *above, size_t length,
                      unsigned channels, uint8_t *to) {
    uint64_t sum = 0;
    to[0] = (uint8_t)filter;
    for (size_t i = 0; i < length; i++) {
        unsigned left = i >= channels ? row[i - channels] : 0, up = above ? above[i] : 0;
        unsigned corner = above && i >= channels ? above[i - channels] : 0;
        uint8_t rest = (uint8_t)(row[i] - foreseen(filter, left, up, corner));
        to[i + 1] = rest;
        sum += rest < 128 ? rest : 256u - rest;
    }
    return sum;
}

void pngfile_filter(const uint8_t *row, const uint8_t *above, size_t length, unsigned channels,
                    uint8_t *to) {
    enum filter best = FILTER_NONE;
    uint64_t least = UINT64_MAX;
    for (enum filter filter = FILTER_NONE; filter < FILTERS; filter++) {
        uint64_t sum = apply(filter, row, above, length, channels, to);
        if (sum < least) {
            least = sum;
            best = filter;
        }
    }
    apply(best, row, above, length, channels, to);
}

uint8_t *pngfile_filtered(struct arena *arena, const uint8_t *pixels, size_t length, size_t height,
                          unsigned channels) {
    uint8_t *rows = arena_array(arena, height, length + 1);
    for (size_t y = 0; y < height; y++)
        pngfile_filter(pixels + y * length, y ? pixels + (y - 1) * length : NULL, length, channels,
                       rows + y * (length + 1));
    return rows;
}

/* ---- pictures ------------------------------------------------------------------------------- */

const char *pngfile_picture(struct arena *arena, const struct picture *picture,
                            struct textbuf *out) {
    const size_t count = (size_t)picture->width * picture->height;
    const unsigned channels = picture->alpha ? 4 : 3;
    const uint8_t *pixels = picture->colour;
    if (picture->alpha) {
        uint8_t *joined = arena_array(arena, count, channels);
        for (size_t i = 0; i < count; i++) {
            memcpy(joined + 4 * i, picture->colour + 3 * i, 3);
            joined[4 * i + 3] = picture->alpha[i];
        }
        pixels = joined;
    }
    const struct pngfile file = {
        .width = picture->width,
        .height = picture->height,
        .channels = channels,
        .level = BEST_LEVEL,
        .rows = pngfile_filtered(arena, pixels, (size_t)picture->width * channels, picture->height,
                                 channels),
    };
    return pngfile_write(arena, &file, out);
}
