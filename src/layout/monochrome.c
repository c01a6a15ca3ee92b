#include "layout/monochrome.h"

#include "layout/mark.h"
#include "layout/style.h"
#include "picture/picture.h"
#include <string.h>

#define BLACK   0x000000u
#define OUTLINE 0x555555u

#define OUTLINE_WIDTH MM(0.2)

enum { RAMP = 6 };

static uint32_t grey(unsigned value) {
    return value << 16 | value << 8 | value;
}

/* As light as the colour, by the weights of the eye for red, green and blue. */
static uint32_t as_light(uint32_t colour) {
    const unsigned red = colour >> 16 & 0xFF, green = colour >> 8 & 0xFF, blue = colour & 0xFF;
    return grey((2126 * red + 7152 * green + 722 * blue + 5000) / 10000);
}

/* The ramp and the status colours lose too much by their lightness alone. */
static bool replaced(uint32_t colour, uint32_t *out) {
    static const uint32_t solids[] = {
        [MARK_NONE] = BLACK,  [MARK_EXCEEDS] = BLACK, [MARK_GREEN] = 0x6E6E6E,
        [MARK_AMBER] = WHITE, [MARK_RED] = BLACK,     [MARK_GREY] = 0x6E6E6E};
    for (int i = 0; i < RAMP; i++)
        if (colour == style_ramp(i)) {
            *out = grey(0x2E + (0x6Eu - 0x2E) * (unsigned)i / (RAMP - 1));
            return true;
        }
    for (enum mark mark = MARK_EXCEEDS; mark <= MARK_GREY; mark++) {
        const struct mark_colours *colours = mark_colours(mark);
        if (colour == colours->tint) {
            *out = WHITE;
            return true;
        }
        if (colour == colours->solid || (mark == MARK_GREEN && colour == ON_TRACK_CELL)) {
            *out = solids[mark];
            return true;
        }
        if (colour == colours->outline) {
            *out = BLACK;
            return true;
        }
    }
    return false;
}

uint32_t monochrome_of(uint32_t colour) {
    uint32_t out = colour;
    if (colour == COLOUR_NONE || replaced(colour, &out))
        return out;
    return as_light(colour);
}

/* A shape that turns white would vanish without an outline. */
static void recolour(struct path *path) {
    const uint32_t fill = monochrome_of(path->fill);
    if (fill == WHITE && path->fill != WHITE && path->stroke == COLOUR_NONE) {
        path->stroke = OUTLINE;
        path->width = OUTLINE_WIDTH;
    } else {
        path->stroke = monochrome_of(path->stroke);
    }
    path->fill = fill;
}

/* ---- pictures --------------------------------------------------------------------------------
 */

/* A picture that stands on many pages is one object of the file, in grey too. */
struct grey_pair {
    const struct picture *coloured, *grey;
};

struct greys {
    VEC(struct grey_pair) pairs;
};

/* The JPEG a file came with has its colours: the pixels go without it. */
static const struct picture *grey_picture(struct arena *arena, const struct picture *picture) {
    const size_t count = (size_t)picture->width * picture->height;
    uint8_t *pixels = arena_alloc(arena, count * 3);
    for (size_t i = 0; i < count; i++) {
        const uint8_t *rgb = &picture->colour[3 * i];
        const uint32_t light = as_light((uint32_t)rgb[0] << 16 | (uint32_t)rgb[1] << 8 | rgb[2]);
        memset(&pixels[3 * i], (int)(light & 0xFF), 3);
    }
    struct picture *copy = arena_alloc(arena, sizeof *copy);
    *copy = *picture;
    copy->colour = pixels;
    copy->jpeg = NULL;
    copy->jpeg_length = 0;
    return copy;
}

static const struct picture *in_grey(struct arena *arena, struct greys *greys,
                                     const struct picture *picture) {
    if (picture->jpeg && picture->components == 1)
        return picture;
    for (size_t i = 0; i < greys->pairs.count; i++)
        if (greys->pairs.items[i].coloured == picture)
            return greys->pairs.items[i].grey;
    const struct picture *copy = grey_picture(arena, picture);
    vec_push(arena, &greys->pairs, ((struct grey_pair){picture, copy}));
    return copy;
}

/* Text on a ground that turned white turns dark with it: white words stay on dark grounds only, and
 * those of the amber status are dark already. */
void monochrome(struct scene *scene) {
    struct greys greys = {0};
    for (size_t p = 0; p < scene->pages.count; p++)
        for (size_t i = 0; i < scene->pages.items[p].items.count; i++) {
            struct scene_item *item = &scene->pages.items[p].items.items[i];
            if (item->kind == SCENE_TEXT)
                item->as.text.colour = as_light(item->as.text.colour);
            else if (item->kind == SCENE_PATH)
                recolour(item->as.path);
            else if (item->kind == SCENE_IMAGE)
                item->as.image.picture = in_grey(scene->arena, &greys, item->as.image.picture);
        }
}
