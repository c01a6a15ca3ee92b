#include "text/housefont.h"

#include <hb-ot.h>
#include <hb.h>
#include <string.h>

enum {
    DIRECTORY = 12,    /* bytes before the list of tables */
    TABLE_ENTRY = 16,  /* bytes of one */
    TABLES_MOST = 128, /* in a file */
    UPEM_LEAST = 16,   /* as the format has it */
    UPEM_MOST = 16384, /* likewise */
    WIDTH_MOST = 16,   /* of a glyph, in ems: the longest ligatures have ten */
    HEIGHT_MOST = 3,   /* of the line, in ems, above and below */
    LICENCE_AT = 8,    /* in OS/2: bits of what may be embedded */
    WEIGHT_AT = 4,     /* likewise: 400 is regular */
    SIZE_AT = 18,      /* in head: units to the em */
    MAGIC_AT = 12,     /* likewise */
    ASCENT_AT = 4,     /* in hhea */
    DESCENT_AT = 6,    /* likewise */
    NO_EMBEDDING = 2,  /* alone in the low four bits */
    NO_PARTS = 0x100,  /* only the whole font */
    PICTURES_ONLY = 0x200
};
#define HEAD_MAGIC 0x5F0F3CF5u

/* A table of the file; length 0: none. */
struct part {
    const unsigned char *bytes;
    size_t length;
};

static uint32_t number(const unsigned char *bytes, int count) {
    uint32_t value = 0;
    for (int i = 0; i < count; i++)
        value = value << 8 | bytes[i];
    return value;
}

/* Signed, of two bytes. */
static int signed_number(const unsigned char *bytes) {
    const int value = (int)number(bytes, 2);
    return value < 0x8000 ? value : value - 0x10000;
}

static struct part part_of(const char *file, const char *tag) {
    const unsigned char *bytes = (const unsigned char *)file;
    const uint32_t count = number(bytes + 4, 2);
    for (uint32_t i = 0; i < count; i++) {
        const unsigned char *entry = bytes + DIRECTORY + (size_t)i * TABLE_ENTRY;
        if (memcmp(entry, tag, 4) == 0)
            return (struct part){bytes + number(entry + 8, 4), number(entry + 12, 4)};
    }
    return (struct part){NULL, 0};
}

/* After this, part_of() may be asked. */
static const char *container_fault(const char *file, size_t length) {
    static const struct {
        const char *begins, *fault;
    } kinds[] = {{"ttcf", "it is a collection of fonts: give the file of one"},
                 {"wOFF", "it is made for the web: give the TTF or OTF file"},
                 {"wOF2", "it is made for the web: give the TTF or OTF file"}};
    const unsigned char *bytes = (const unsigned char *)file;
    if (length < DIRECTORY)
        return "it is no TrueType or OpenType font";
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (memcmp(file, kinds[i].begins, 4) == 0)
            return kinds[i].fault;
    if (number(bytes, 4) != 0x00010000 && memcmp(file, "OTTO", 4) != 0 &&
        memcmp(file, "true", 4) != 0)
        return "it is no TrueType or OpenType font";
    const uint32_t count = number(bytes + 4, 2);
    if (count == 0 || count > TABLES_MOST || DIRECTORY + (size_t)count * TABLE_ENTRY > length)
        return "it is damaged";
    for (uint32_t i = 0; i < count; i++) {
        const unsigned char *entry = bytes + DIRECTORY + (size_t)i * TABLE_ENTRY;
        const uint32_t at = number(entry + 8, 4), size = number(entry + 12, 4);
        if (at > length || size > length - at)
            return "it is damaged";
    }
    return NULL;
}

static const char *tables_fault(struct arena *arena, const char *file) {
    static const struct {
        const char *tag;
        size_t least;
    } needed[] = {{"head", 54}, {"hhea", 36}, {"maxp", 6}, {"hmtx", 4}, {"cmap", 4}, {"OS/2", 68}};
    for (size_t i = 0; i < sizeof needed / sizeof *needed; i++)
        if (part_of(file, needed[i].tag).length < needed[i].least)
            return arena_printf(arena, "its table '%s' is missing", needed[i].tag);
    if (part_of(file, "fvar").length > 0 || part_of(file, "CFF2").length > 0)
        return "it is a variable font: give files of one weight each";
    const bool outlines = part_of(file, "glyf").length > 0 && part_of(file, "loca").length > 0;
    if (!outlines && part_of(file, "CFF ").length == 0)
        return "it has no outlines, only pictures of letters";
    const uint32_t licence = number(part_of(file, "OS/2").bytes + LICENCE_AT, 2);
    if ((licence & 0xF) == NO_EMBEDDING || licence & PICTURES_ONLY)
        return "its maker forbids to embed it";
    return licence & NO_PARTS ? "its maker forbids to embed a part of it" : NULL;
}

static const char *measures_fault(const char *file) {
    const unsigned char *head = part_of(file, "head").bytes, *lines = part_of(file, "hhea").bytes;
    const int upem = (int)number(head + SIZE_AT, 2);
    const int ascent = signed_number(lines + ASCENT_AT),
              descent = signed_number(lines + DESCENT_AT);
    if (number(head + MAGIC_AT, 4) != HEAD_MAGIC || upem < UPEM_LEAST || upem > UPEM_MOST)
        return "it is damaged";
    if (ascent <= 0 || ascent > HEIGHT_MOST * upem || descent > 0 || -descent > HEIGHT_MOST * upem)
        return "the height of its lines is impossible";
    return NULL;
}

/* Asks the shaper, who has sorted out what of the tables is sound. */
static const char *letters_fault(struct arena *arena, hb_face_t *face, hb_font_t *font) {
    const unsigned glyphs = hb_face_get_glyph_count(face);
    const hb_position_t most = (hb_position_t)hb_face_get_upem(face) * WIDTH_MOST;
    for (hb_codepoint_t rune = ' '; rune <= '~'; rune++) {
        hb_codepoint_t glyph = 0;
        if (!hb_font_get_nominal_glyph(font, rune, &glyph) || glyph == 0 || glyph >= glyphs)
            return arena_printf(arena, "it has no letter '%c'", (char)rune);
        if (hb_font_get_glyph_h_advance(font, glyph) <= 0)
            return arena_printf(arena, "its letter '%c' has no width", (char)rune);
    }
    for (unsigned glyph = 0; glyph < glyphs; glyph++) {
        const hb_position_t width = hb_font_get_glyph_h_advance(font, glyph);
        if (width < 0 || width > most)
            return "the width of one of its letters is impossible";
    }
    return NULL;
}

const char *housefont_fault(struct arena *arena, const char *bytes, size_t length) {
    const char *fault = container_fault(bytes, length);
    if (!fault)
        fault = tables_fault(arena, bytes);
    if (!fault)
        fault = measures_fault(bytes);
    if (fault)
        return fault;
    hb_blob_t *blob = hb_blob_create(bytes, (unsigned)length, HB_MEMORY_MODE_READONLY, NULL, NULL);
    hb_face_t *face = hb_face_create(blob, 0);
    hb_font_t *font = hb_font_create(face);
    fault = letters_fault(arena, face, font);
    hb_font_destroy(font);
    hb_face_destroy(face);
    hb_blob_destroy(blob);
    return fault;
}

int housefont_weight(const char *bytes, size_t length) {
    const struct part table = part_of(bytes, "OS/2");
    const int weight = length && table.bytes ? (int)number(table.bytes + WEIGHT_AT, 2) : 0;
    return weight < 1 ? 1 : weight > 1000 ? 1000 : weight;
}
