#include "output/woff.h"

#include <libdeflate.h>
#include <stdint.h>
#include <string.h>

#define HEADER_BYTES  44u
#define ENTRY_BYTES   20u
#define SFNT_HEADER   12u
#define SFNT_ENTRY    16u
#define MOST_TABLES   64u
#define DEFLATE_LEVEL 9

struct table {
    const unsigned char *entry; /* in the directory of the font */
    size_t offset, length;      /* in the font */
};

static uint32_t big32(const unsigned char *at) {
    return (uint32_t)at[0] << 24 | (uint32_t)at[1] << 16 | (uint32_t)at[2] << 8 | at[3];
}

static void store32(unsigned char *at, size_t value) {
    for (int i = 0; i < 4; i++)
        at[i] = (unsigned char)(value >> (24 - 8 * i) & 255);
}

static void store16(unsigned char *at, size_t value) {
    at[0] = (unsigned char)(value >> 8 & 255);
    at[1] = (unsigned char)(value & 255);
}

static size_t padded(size_t length) {
    return (length + 3) / 4 * 4;
}

/* Tables by rising tag; false if one lies outside the file. */
static bool read_directory(const unsigned char *sfnt, size_t length, struct table *tables,
                           size_t *count) {
    if (length < SFNT_HEADER)
        return false;
    *count = (size_t)sfnt[4] << 8 | sfnt[5];
    if (*count == 0 || *count > MOST_TABLES || length < SFNT_HEADER + *count * SFNT_ENTRY)
        return false;
    for (size_t i = 0; i < *count; i++) {
        const unsigned char *entry = sfnt + SFNT_HEADER + i * SFNT_ENTRY;
        struct table table = {entry, big32(entry + 8), big32(entry + 12)};
        if (table.offset > length || table.length > length - table.offset)
            return false;
        size_t at = i;
        for (; at > 0 && memcmp(tables[at - 1].entry, entry, 4) > 0; at--)
            tables[at] = tables[at - 1];
        tables[at] = table;
    }
    return true;
}

static void put_table(struct textbuf *out, struct libdeflate_compressor *compressor,
                      const unsigned char *data, size_t length, void *scratch, size_t *packed) {
    *packed = libdeflate_zlib_compress(compressor, data, length, scratch, length);
    if (*packed == 0 || *packed >= length) {
        *packed = length;
        textbuf_bytes(out, data, length);
    } else {
        textbuf_bytes(out, scratch, *packed);
    }
    textbuf_bytes(out, "\0\0\0", padded(*packed) - *packed);
}

static void release_compressor(void *compressor) {
    libdeflate_free_compressor(compressor);
}

bool woff_pack(struct arena *arena, const void *sfnt, size_t length, struct textbuf *out) {
    struct table tables[MOST_TABLES];
    size_t count = 0, sfnt_size = 0, packed = 0;
    if (!read_directory(sfnt, length, tables, &count))
        return false;
    struct libdeflate_compressor *compressor = libdeflate_alloc_compressor(DEFLATE_LEVEL);
    if (!compressor)
        return false;
    arena_defer(arena, release_compressor, compressor);
    void *scratch = arena_alloc(arena, length);
    unsigned char directory[HEADER_BYTES + MOST_TABLES * ENTRY_BYTES] = {0};
    size_t directory_size = HEADER_BYTES + count * ENTRY_BYTES;
    sfnt_size = SFNT_HEADER + count * SFNT_ENTRY;
    textbuf_bytes(out, directory, directory_size);
    for (size_t i = 0; i < count; i++) {
        const struct table *table = &tables[i];
        unsigned char *entry = directory + HEADER_BYTES + i * ENTRY_BYTES;
        memcpy(entry, table->entry, 4);
        store32(entry + 4, out->length);
        put_table(out, compressor, (const unsigned char *)sfnt + table->offset, table->length,
                  scratch, &packed);
        store32(entry + 8, packed);
        store32(entry + 12, table->length);
        memcpy(entry + 16, table->entry + 4, 4); /* checksum */
        sfnt_size += padded(table->length);
    }
    store32(directory, 0x774F4646); /* wOFF */
    memcpy(directory + 4, sfnt, 4);
    store32(directory + 8, out->length);
    store16(directory + 12, count);
    store32(directory + 16, sfnt_size);
    store16(directory + 20, 1);
    memcpy(out->bytes, directory, directory_size);
    return true;
}

void woff_base64(struct textbuf *out, const void *bytes, size_t length) {
    static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    const unsigned char *from = bytes;
    for (size_t i = 0; i < length; i += 3) {
        size_t left = length - i;
        uint32_t group = (uint32_t)from[i] << 16;
        if (left > 1)
            group |= (uint32_t)from[i + 1] << 8;
        if (left > 2)
            group |= from[i + 2];
        char four[4] = {digits[group >> 18], digits[group >> 12 & 63],
                        left > 1 ? digits[group >> 6 & 63] : '=',
                        left > 2 ? digits[group & 63] : '='};
        textbuf_bytes(out, four, sizeof four);
    }
}
