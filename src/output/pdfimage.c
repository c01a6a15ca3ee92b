#include "output/pdfimage.h"

#include "output/pngfile.h"
#include <assert.h>
#include <string.h>

#define COLOURS_MOST 256u
#define SLOTS        1024u /* of the table of colours; a power of two */

struct pdfimages {
    struct arena *arena;
    VEC(const struct picture *) pictures;
};

static size_t find(const struct pdfimages *images, const struct picture *picture) {
    size_t i = 0;
    while (i < images->pictures.count && images->pictures.items[i] != picture)
        i++;
    return i;
}

struct pdfimages *pdfimage_collect(struct arena *arena, const struct scene *scene) {
    struct pdfimages *images = arena_alloc(arena, sizeof *images);
    images->arena = arena;
    for (size_t p = 0; p < scene->pages.count; p++) {
        const struct scene_page *page = &scene->pages.items[p];
        for (size_t i = 0; i < page->items.count; i++) {
            const struct scene_item *item = &page->items.items[i];
            if (item->kind == SCENE_IMAGE &&
                find(images, item->as.image.picture) == images->pictures.count)
                vec_push(arena, &images->pictures, item->as.image.picture);
        }
    }
    return images;
}

unsigned pdfimage_index(const struct pdfimages *images, const struct picture *picture) {
    size_t i = find(images, picture);
    assert(i < images->pictures.count);
    return (unsigned)i;
}

/* ---- colours -------------------------------------------------------------------------------- */

/* The colours of a picture in the order of first use, and each pixel's number among them. */
struct palette {
    uint8_t colours[COLOURS_MOST * 3];
    unsigned count;
    uint32_t slots[SLOTS];   /* hashed by colour */
    uint16_t numbers[SLOTS]; /* of the slot's colour, from 1; 0: a free slot */
};

/* The number of a colour, COLOURS_MOST if there is no room for it. */
static unsigned number_of(struct palette *palette, const uint8_t *rgb) {
    const uint32_t colour = (uint32_t)rgb[0] << 16 | (uint32_t)rgb[1] << 8 | rgb[2];
    uint32_t slot = colour * 2654435761u >> 22;
    while (palette->numbers[slot] != 0 && palette->slots[slot] != colour)
        slot = (slot + 1) % SLOTS;
    if (palette->numbers[slot] != 0)
        return palette->numbers[slot] - 1u;
    if (palette->count == COLOURS_MOST)
        return COLOURS_MOST;
    memcpy(palette->colours + palette->count * 3, rgb, 3);
    palette->slots[slot] = colour;
    palette->numbers[slot] = (uint16_t)++palette->count;
    return palette->count - 1;
}

/* One byte a pixel, or NULL for a picture of many colours. */
static uint8_t *numbered(struct arena *arena, const struct picture *picture,
                         struct palette *palette) {
    const size_t count = (size_t)picture->width * picture->height;
    uint8_t *pixels = arena_alloc(arena, count);
    for (size_t i = 0; i < count; i++) {
        unsigned number = number_of(palette, picture->colour + 3 * i);
        if (number == COLOURS_MOST)
            return NULL;
        pixels[i] = (uint8_t)number;
    }
    return pixels;
}

static bool is_grey(const struct picture *picture) {
    const size_t count = (size_t)picture->width * picture->height;
    for (const uint8_t *p = picture->colour, *end = p + 3 * count; p < end; p += 3)
        if (p[0] != p[1] || p[1] != p[2])
            return false;
    return true;
}

/* ---- objects -------------------------------------------------------------------------------- */

struct raster {
    const char *colour_space;
    const uint8_t *pixels;
    unsigned channels;
    bool filtered;    /* neighbours are alike: differences pack better */
    const char *more; /* further entries */
};

static uint32_t write_raster(struct pdfimages const *images, const struct picture *picture,
                             const struct raster *raster, struct pdfobject_store *store) {
    const size_t row = (size_t)picture->width * raster->channels;
    const uint8_t *bytes = raster->pixels;
    size_t length = row * picture->height;
    const char *parameters = "";
    if (raster->filtered) {
        bytes = pngfile_filtered(images->arena, bytes, row, picture->height, raster->channels);
        length += picture->height;
        parameters =
            arena_printf(images->arena, "/DecodeParms<</Predictor 15/Colors %u/Columns %u>>",
                         raster->channels, picture->width);
    }
    size_t deflated = 0;
    const void *packed = pdfobject_deflate(store, bytes, length, &deflated);
    if (deflated == 0)
        pdfobject_fail(store, "compression of a picture failed");
    const char *entries = arena_printf(
        images->arena,
        "/Type/XObject/Subtype/Image/Width %u/Height %u/BitsPerComponent 8/ColorSpace%s%s%s"
        "/Filter/FlateDecode",
        picture->width, picture->height, raster->colour_space, raster->more, parameters);
    return pdfobject_stream(store, entries, arena_strndup(images->arena, packed, deflated),
                            deflated, false);
}

/* The picture's transparency as a picture of its own: "/SMask 12 0 R", or nothing. */
static const char *write_mask(const struct pdfimages *images, const struct picture *picture,
                              struct pdfobject_store *store) {
    if (!picture->alpha)
        return "";
    const struct raster mask = {"/DeviceGray", picture->alpha, 1, true, ""};
    return arena_printf(images->arena, "/SMask %u 0 R",
                        write_raster(images, picture, &mask, store));
}

static const uint8_t *first_channel(struct arena *arena, const struct picture *picture) {
    const size_t count = (size_t)picture->width * picture->height;
    uint8_t *grey = arena_alloc(arena, count);
    for (size_t i = 0; i < count; i++)
        grey[i] = picture->colour[3 * i];
    return grey;
}

static const char *indexed(struct arena *arena, const struct palette *palette) {
    struct textbuf out;
    textbuf_init(&out, arena);
    textbuf_printf(&out, "[/Indexed/DeviceRGB %u<", palette->count - 1);
    static const char digits[] = "0123456789ABCDEF";
    for (unsigned i = 0; i < palette->count * 3; i++) {
        textbuf_char(&out, digits[palette->colours[i] >> 4]);
        textbuf_char(&out, digits[palette->colours[i] & 15]);
    }
    textbuf_str(&out, ">]");
    return textbuf_text(&out);
}

static uint32_t write_pixels(const struct pdfimages *images, const struct picture *picture,
                             struct pdfobject_store *store) {
    struct arena *arena = images->arena;
    struct raster raster = {"/DeviceRGB", picture->colour, 3, true,
                            write_mask(images, picture, store)};
    struct palette *palette = arena_alloc(arena, sizeof *palette);
    const uint8_t *numbers;
    if (is_grey(picture)) {
        raster.colour_space = "/DeviceGray";
        raster.pixels = first_channel(arena, picture);
        raster.channels = 1;
    } else if ((numbers = numbered(arena, picture, palette)) != NULL) {
        raster.colour_space = indexed(arena, palette);
        raster.pixels = numbers;
        raster.channels = 1;
        raster.filtered = false;
    }
    return write_raster(images, picture, &raster, store);
}

static uint32_t write_jpeg(const struct pdfimages *images, const struct picture *picture,
                           struct pdfobject_store *store) {
    const char *entries =
        arena_printf(images->arena,
                     "/Type/XObject/Subtype/Image/Width %u/Height %u/BitsPerComponent 8"
                     "/ColorSpace/Device%s/Filter/DCTDecode",
                     picture->width, picture->height, picture->components == 1 ? "Gray" : "RGB");
    return pdfobject_stream(store, entries, picture->jpeg, picture->jpeg_length, false);
}

void pdfimage_write(const struct pdfimages *images, struct pdfobject_store *store,
                    struct textbuf *resources) {
    if (images->pictures.count == 0)
        return;
    textbuf_str(resources, "/XObject<<");
    for (size_t i = 0; i < images->pictures.count; i++) {
        const struct picture *picture = images->pictures.items[i];
        uint32_t number = picture->jpeg ? write_jpeg(images, picture, store)
                                        : write_pixels(images, picture, store);
        textbuf_printf(resources, "/I%zu ", i);
        pdfobject_reference(resources, number);
    }
    textbuf_str(resources, ">>");
}
