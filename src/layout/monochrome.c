#include "layout/monochrome.h"

#include "layout/mark.h"
#include "layout/style.h"

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

/* Text on a ground that turned white turns dark with it: white words stay on dark grounds only, and
 * those of the amber status are dark already. */
void monochrome(struct scene *scene) {
    for (size_t p = 0; p < scene->pages.count; p++)
        for (size_t i = 0; i < scene->pages.items[p].items.count; i++) {
            struct scene_item *item = &scene->pages.items[p].items.items[i];
            if (item->kind == SCENE_TEXT)
                item->as.text.colour = as_light(item->as.text.colour);
            else if (item->kind == SCENE_PATH)
                recolour(item->as.path);
        }
}
