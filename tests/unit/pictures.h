/* Pictures made for tests, byte by byte where a fault is wanted. */
#ifndef TESTS_UNIT_PICTURES_H
#define TESTS_UNIT_PICTURES_H

#include "base/textbuf.h"
#include "picture/picture.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jpeglib.h>
#include <zlib.h>

/* ---- PNG ---- */

static inline void pictures_big32(struct textbuf *out, uint32_t value) {
    for (int shift = 24; shift >= 0; shift -= 8)
        textbuf_char(out, (char)(unsigned char)(value >> shift & 255));
}

static inline void pictures_chunk(struct textbuf *out, const char *name, const void *body,
                                  size_t length) {
    pictures_big32(out, (uint32_t)length);
    textbuf_bytes(out, name, 4);
    textbuf_bytes(out, body, length);
    uLong sum = crc32(0, (const Bytef *)name, 4);
    if (length)
        sum = crc32(sum, body, (uInt)length);
    pictures_big32(out, (uint32_t)sum);
}

struct pictures_png {
    uint32_t width, height;
    int bits, colour_type; /* 0 grey, 2 RGB, 3 palette, 4 grey alpha, 6 RGBA */
    bool interlaced;
    const char *transparent; /* body of a tRNS chunk, or NULL */
    size_t transparent_length;
    int value; /* of every byte of the rows; -1: a ramp */
};

static inline void pictures_begin_png(struct textbuf *out, const struct pictures_png *png) {
    struct textbuf header;
    textbuf_init(&header, out->arena);
    textbuf_bytes(out, "\x89PNG\r\n\x1A\n", 8);
    pictures_big32(&header, png->width);
    pictures_big32(&header, png->height);
    const char form[] = {(char)png->bits, (char)png->colour_type, 0, 0, (char)png->interlaced};
    textbuf_bytes(&header, form, sizeof form);
    pictures_chunk(out, "IHDR", header.bytes, header.length);
}

static inline size_t pictures_row(const struct pictures_png *png, uint32_t width) {
    static const int channels[] = {1, 0, 3, 1, 2, 0, 4};
    return ((size_t)width * (size_t)(channels[png->colour_type] * png->bits) + 7) / 8;
}

static inline void pictures_rows(struct textbuf *rows, const struct pictures_png *png,
                                 uint32_t width, uint32_t height) {
    size_t length = pictures_row(png, width);
    for (uint32_t y = 0; width > 0 && y < height; y++) {
        textbuf_char(rows, 0);
        for (size_t i = 0; i < length; i++)
            textbuf_char(rows, (char)(png->value < 0 ? (int)((i * 7 + y * 3) & 127) : png->value));
    }
}

static inline void pictures_data(struct textbuf *out, const struct textbuf *rows) {
    uLongf size = compressBound((uLong)rows->length);
    Bytef *packed = arena_alloc(out->arena, size);
    compress(packed, &size, (const Bytef *)rows->bytes, (uLong)rows->length);
    pictures_chunk(out, "IDAT", packed, size);
}

static inline struct textbuf pictures_png(struct arena *arena, const struct pictures_png *png) {
    static const uint32_t first_x[] = {0, 4, 0, 2, 0, 1, 0}, first_y[] = {0, 0, 4, 0, 2, 0, 1};
    static const uint32_t step_x[] = {8, 8, 4, 4, 2, 2, 1}, step_y[] = {8, 8, 8, 4, 4, 2, 2};
    struct textbuf out, rows;
    textbuf_init(&out, arena);
    textbuf_init(&rows, arena);
    pictures_begin_png(&out, png);
    if (png->colour_type == 3) {
        static const char palette[] = {10, 20, 30, 40, 50, 60, 70, 80, 90};
        pictures_chunk(&out, "PLTE", palette, sizeof palette);
    }
    if (png->transparent)
        pictures_chunk(&out, "tRNS", png->transparent, png->transparent_length);
    for (int pass = 0; png->interlaced && pass < 7; pass++)
        pictures_rows(&rows, png,
                      png->width <= first_x[pass]
                          ? 0
                          : (png->width - first_x[pass] + step_x[pass] - 1) / step_x[pass],
                      png->height <= first_y[pass]
                          ? 0
                          : (png->height - first_y[pass] + step_y[pass] - 1) / step_y[pass]);
    if (!png->interlaced)
        pictures_rows(&rows, png, png->width, png->height);
    pictures_data(&out, &rows);
    pictures_chunk(&out, "IEND", NULL, 0);
    return out;
}

/* ---- JPEG ---- */

struct pictures_jpeg {
    unsigned width, height;
    int components; /* 1, 3, 4 (CMYK) */
    bool progressive, arithmetic, stored_as_rgb;
};

static inline struct textbuf pictures_jpeg(struct arena *arena, const struct pictures_jpeg *form) {
    struct jpeg_compress_struct jpeg;
    struct jpeg_error_mgr errors;
    unsigned char *bytes = NULL;
    unsigned long length = 0;
    jpeg.err = jpeg_std_error(&errors);
    jpeg_create_compress(&jpeg);
    jpeg_mem_dest(&jpeg, &bytes, &length);
    jpeg.image_width = form->width;
    jpeg.image_height = form->height;
    jpeg.input_components = form->components;
    jpeg.in_color_space = form->components == 1   ? JCS_GRAYSCALE
                          : form->components == 3 ? JCS_RGB
                                                  : JCS_CMYK;
    jpeg_set_defaults(&jpeg);
    if (form->stored_as_rgb)
        jpeg_set_colorspace(&jpeg, JCS_RGB);
    jpeg_set_quality(&jpeg, 95, TRUE);
    jpeg.arith_code = form->arithmetic;
    if (form->progressive)
        jpeg_simple_progression(&jpeg);
    jpeg_start_compress(&jpeg, TRUE);
    unsigned char *row = arena_alloc(arena, (size_t)form->width * (size_t)form->components);
    while (jpeg.next_scanline < jpeg.image_height) {
        for (unsigned i = 0; i < form->width * (unsigned)form->components; i++)
            row[i] = (unsigned char)(i * 5 + jpeg.next_scanline * 3);
        jpeg_write_scanlines(&jpeg, &row, 1);
    }
    jpeg_finish_compress(&jpeg);
    jpeg_destroy_compress(&jpeg);
    struct textbuf out;
    textbuf_init(&out, arena);
    textbuf_bytes(&out, bytes, length);
    free(bytes);
    return out;
}

/* The same with bytes put in at an offset. */
static inline struct textbuf pictures_with(const struct textbuf *file, size_t at, const void *more,
                                           size_t length) {
    struct textbuf out;
    textbuf_init(&out, file->arena);
    textbuf_bytes(&out, file->bytes, at);
    textbuf_bytes(&out, more, length);
    textbuf_bytes(&out, file->bytes + at, file->length - at);
    return out;
}

#endif
