#include "layout/dark.h"

#include "layout/mark.h"
#include "layout/style.h"

#define LIGHT_INK   0xF2F5F9u
#define LIGHT_GREY  0xB9C5D2u
#define LIGHT_NAVY  0xA9C8F0u
#define LIGHT_LINK  0x9DB2C9u
#define LIGHT_RUST  0xFF9A6Bu
#define CARD        0x27364Au
#define PLATE_EDGE  MM(1.2)
#define PLATE_ROUND MM(0.8)

enum { RAMP = 6 };

struct pair {
    uint32_t light, dark;
};

/* The rows of counterparts for a mark, in the order of enum mark. */
static const struct mark_colours marks[] = {
    [MARK_NONE] = {LIGHT_INK, LIGHT_INK, CARD, LIGHT_INK},
    [MARK_EXCEEDS] = {0xE6EDFF, 0xE6EDFF, 0x1D2C57, 0xC3D3FF},
    [MARK_GREEN] = {0x2FBF8F, 0x2FBF8F, 0x0F362B, 0x93E6C8},
    [MARK_AMBER] = {0xFFDB70, 0xFFDB70, 0x41330F, 0xFFDF94},
    [MARK_RED] = {0xE64545, 0xE64545, 0x4A1A1C, 0xFFBDB8},
    [MARK_GREY] = {0x8F9DAC, 0x8F9DAC, 0x35424F, 0xCDD6E0},
};

static bool paired(const struct pair *pairs, size_t count, uint32_t colour, uint32_t *out) {
    for (size_t i = 0; i < count; i++)
        if (pairs[i].light == colour) {
            *out = pairs[i].dark;
            return true;
        }
    return false;
}

/* Same hue and saturation, the lightness mirrored. */
static uint32_t mirrored(uint32_t colour) {
    const int channels[3] = {(int)(colour >> 16 & 0xFF), (int)(colour >> 8 & 0xFF),
                             (int)(colour & 0xFF)};
    int most = 0, least = 255;
    for (int i = 0; i < 3; i++) {
        most = channels[i] > most ? channels[i] : most;
        least = channels[i] < least ? channels[i] : least;
    }
    uint32_t out = 0;
    for (int i = 0; i < 3; i++)
        out = out << 8 | (uint32_t)(channels[i] + 255 - most - least);
    return out;
}

/* By the weights of the eye for red, green and blue. */
static bool is_light(uint32_t colour) {
    return 2126 * (colour >> 16 & 0xFF) + 7152 * (colour >> 8 & 0xFF) + 722 * (colour & 0xFF) >
           10000 * 140;
}

static bool of_ramp(uint32_t colour, uint32_t *out) {
    static const uint32_t ramp[RAMP] = {0x24487A, 0x2A5082, 0x305889, 0x366191, 0x3B6A9B, 0x4374A4};
    for (int i = 0; i < RAMP; i++)
        if (colour == style_ramp(i)) {
            *out = ramp[i];
            return true;
        }
    return false;
}

static bool of_mark(uint32_t colour, uint32_t *out) {
    for (enum mark mark = MARK_EXCEEDS; mark <= MARK_GREY; mark++) {
        const struct mark_colours *from = mark_colours(mark), *to = &marks[mark];
        const struct pair pairs[] = {
            {from->solid, to->solid}, {from->outline, to->outline}, {from->tint, to->tint}};
        if (paired(pairs, sizeof pairs / sizeof *pairs, colour, out))
            return true;
    }
    return false;
}

uint32_t dark_of(uint32_t colour) {
    static const struct pair pairs[] = {
        {WHITE, CARD},
        {PANEL, 0x18222E},
        {0xE7ECF1, 0x1F2B39},     /* columns of themes */
        {PLANNED_SPAN, 0x2C3E54}, /* and their headers */
        {FOOTER_RULE, 0x5A6D85},  /* and the edges of cards */
        {0xE2E7ED, 0x0A0F15},     /* the shadow under a card */
        {0xC3CCD6, 0x8F9DAC},     /* the stripe of a card without data */
        {INK, LIGHT_INK},
        {GREY, LIGHT_GREY},
        {NAVY, LIGHT_NAVY},
        {0x56677B, LIGHT_LINK},
        {0x9A3412, LIGHT_RUST},
        {0x8A96A3, 0x8F9DAC}, /* links with too little data */
    };
    uint32_t out = colour;
    if (colour == COLOUR_NONE || paired(pairs, sizeof pairs / sizeof *pairs, colour, &out) ||
        of_ramp(colour, &out) || of_mark(colour, &out))
        return out;
    return mirrored(colour);
}

uint32_t dark_text(uint32_t colour) {
    static const struct pair pairs[] = {
        {INK, LIGHT_INK}, {GREY, LIGHT_GREY}, {NAVY, LIGHT_NAVY}, {0x9A3412, LIGHT_RUST}};
    uint32_t out;
    if (paired(pairs, sizeof pairs / sizeof *pairs, colour, &out))
        return out;
    for (enum mark mark = MARK_EXCEEDS; mark <= MARK_GREY; mark++)
        if (colour == mark_colours(mark)->text)
            return marks[mark].text;
    /* Light words stood on a dark ground before, and still do. */
    return is_light(colour) ? colour : mirrored(colour);
}

static void put_ground(struct scene *scene, uint32_t page) {
    const struct pen pen = {scene, page, SCENE_ARTIFACT};
    const struct scene_page *of = &scene->pages.items[page];
    draw_rect(pen, (struct rect){0, 0, of->width, of->height}, DARK_GROUND);
}

static void put_plate(struct scene *scene, uint32_t page, struct rect r) {
    const struct pen pen = {scene, page, SCENE_ARTIFACT};
    const struct rect plate = {r.x - PLATE_EDGE, r.y - PLATE_EDGE, r.w + 2 * PLATE_EDGE,
                               r.h + 2 * PLATE_EDGE};
    draw_round_rect(pen, plate, PLATE_ROUND, WHITE, COLOUR_NONE, 0);
}

static void darken(struct scene *scene, uint32_t page) {
    struct scene_page *of = &scene->pages.items[page];
    const struct scene_item *items = of->items.items;
    const size_t count = of->items.count;
    of->items.items = NULL;
    of->items.count = of->items.capacity = 0;
    put_ground(scene, page);
    for (size_t i = 0; i < count; i++) {
        struct scene_item item = items[i];
        if (item.kind == SCENE_TEXT) {
            item.as.text.colour = dark_text(item.as.text.colour);
        } else if (item.kind == SCENE_PATH) {
            item.as.path->fill = dark_of(item.as.path->fill);
            item.as.path->stroke = dark_of(item.as.path->stroke);
        } else if (item.kind == SCENE_IMAGE && item.as.image.picture->alpha) {
            put_plate(scene, page, item.as.image.rect);
        }
        vec_push(scene->arena, &of->items, item);
    }
}

void dark(struct scene *scene) {
    for (uint32_t page = 0; page < scene->pages.count; page++)
        darken(scene, page);
}
