#include "layout/palette.h"

#include "base/ascii.h"
#include "base/colour.h"
#include "layout/mark.h"
#include "layout/style.h"

#include <string.h>

#define TEXT_LEAST     4.5
#define GRAPHICS_LEAST 3.0
#define APART_LEAST    15.0
#define GREY_LEAST     10.0

/* What is made of a status colour that a house has changed. */
#define TINT_MOST     1.18 /* contrast of a tint with white */
#define TINTED_LEAST  7.0  /* of words with their tint */
#define OUTLINE_LEAST 4.5  /* of the outline of a mark with white */

static const char *const names[PALETTE_ROLES] = {
    "ink",           "grey",          "navy",          "perspective-1", "perspective-2",
    "perspective-3", "perspective-4", "perspective-5", "perspective-6", "exceeds",
    "on-track",      "at-risk",       "off-track"};

struct palette palette_usual(void) {
    struct palette out = {.colours = {INK, GREY, NAVY}};
    for (int i = 0; i < 6; i++)
        out.colours[ROLE_PERSPECTIVE_1 + i] = style_ramp(i);
    for (int i = 0; i < 4; i++)
        out.colours[ROLE_EXCEEDS + i] = mark_colours((enum mark)(MARK_EXCEEDS + i))->solid;
    return out;
}

bool palette_role_named(const char *name, enum palette_role *out) {
    for (int i = 0; i < PALETTE_ROLES; i++)
        if (strcmp(names[i], name) == 0) {
            *out = (enum palette_role)i;
            return true;
        }
    return false;
}

const char *palette_role_name(enum palette_role role) {
    return names[role];
}

bool palette_parse(const char *text, uint32_t *out) {
    uint32_t value = 0;
    if (text[0] != '#' || strlen(text) != 7)
        return false;
    for (int i = 1; i < 7; i++) {
        const char c = ascii_lower(text[i]);
        if (!ascii_digit(c) && (c < 'a' || c > 'f'))
            return false;
        value = value * 16 + (uint32_t)(ascii_digit(c) ? c - '0' : c - 'a' + 10);
    }
    *out = value;
    return true;
}

/* ---- judging -------------------------------------------------------------------------------- */

static bool status(enum palette_role role) {
    return role >= ROLE_EXCEEDS;
}

static struct palette_finding judge_words(uint32_t colour, bool headings) {
    static const uint32_t grounds[] = {WHITE, PANEL, BAND_LIGHT, PLANNED_SPAN};
    /* Only headings stand on the last: heads of themes, and what is to be discussed. */
    const size_t count = sizeof grounds / sizeof *grounds - (headings ? 0 : 1);
    struct palette_finding out = {.fault = PALETTE_SOUND};
    for (size_t i = 0; i < count; i++) {
        const double contrast = colour_contrast(colour, grounds[i]);
        if (contrast < TEXT_LEAST && (!out.fault || contrast < out.figure))
            out = (struct palette_finding){.fault = PALETTE_TEXT, .figure = contrast};
    }
    return out;
}

/* From light to dark: grey print keeps the order of the statuses. */
static struct palette_finding judge_order(const struct palette *palette, enum palette_role role) {
    static const enum palette_role order[] = {ROLE_AT_RISK, ROLE_ON_TRACK, ROLE_OFF_TRACK,
                                              ROLE_EXCEEDS};
    for (size_t i = 0; i + 1 < sizeof order / sizeof *order; i++) {
        const enum palette_role light = order[i], dark = order[i + 1];
        if ((role == light || role == dark) &&
            colour_luminance(palette->colours[light]) <= colour_luminance(palette->colours[dark]))
            return (struct palette_finding){.fault = PALETTE_ORDER,
                                            .other = role == light ? dark : light};
    }
    return (struct palette_finding){.fault = PALETTE_SOUND};
}

static struct palette_finding judge_distance(const struct palette *palette,
                                             enum palette_role role) {
    for (int other = ROLE_EXCEEDS; other < PALETTE_ROLES; other++)
        for (int sight = 0; other != (int)role && sight < SIGHT_COUNT; sight++) {
            const double distance = colour_distance(palette->colours[role], palette->colours[other],
                                                    (enum colour_sight)sight);
            if (distance < (sight == SIGHT_GREY ? GREY_LEAST : APART_LEAST))
                return (struct palette_finding){.fault = PALETTE_ALIKE,
                                                .other = (enum palette_role)other,
                                                .sight = sight,
                                                .figure = distance};
        }
    return (struct palette_finding){.fault = PALETTE_SOUND};
}

/* A name, a count or an id stands on it in white. */
static struct palette_finding judge_ground(uint32_t colour) {
    const double contrast = colour_contrast(colour, WHITE);
    return contrast < TEXT_LEAST
               ? (struct palette_finding){.fault = PALETTE_TEXT, .figure = contrast}
               : (struct palette_finding){.fault = PALETTE_SOUND};
}

struct palette_finding palette_judge(const struct palette *palette, enum palette_role role) {
    const uint32_t colour = palette->colours[role];
    const double on_white = colour_contrast(colour, WHITE);
    if (role <= ROLE_NAVY)
        return judge_words(colour, role == ROLE_NAVY);
    if (!status(role))
        return judge_ground(colour);
    if (role != ROLE_AT_RISK && on_white < GRAPHICS_LEAST) /* that one has an outline */
        return (struct palette_finding){.fault = PALETTE_GRAPHICS, .figure = on_white};
    struct palette_finding found = judge_order(palette, role);
    if (!found.fault)
        found = judge_distance(palette, role);
    const bool ground = role == ROLE_EXCEEDS || role == ROLE_OFF_TRACK;
    return found.fault || !ground ? found : judge_ground(colour);
}

/* ---- recolouring ---------------------------------------------------------------------------- */

struct swap {
    uint32_t from, to;
};

/* Each role, and of each status its tint, its words, its outline, and the cell of a tally. */
struct swaps {
    struct swap items[PALETTE_ROLES + 4 * 4];
    size_t count;
};

/* As dark as words need that are written in it, or in white on it. */
static uint32_t darkened(uint32_t colour, uint32_t ground, double least) {
    int part = 100;
    while (part > 0 && colour_contrast(colour_mixed(colour, 0, part), ground) < least)
        part--;
    return colour_mixed(colour, 0, part);
}

static uint32_t tint_of(uint32_t colour) {
    int part = 100;
    while (part > 0 && colour_contrast(colour_mixed(colour, WHITE, part), WHITE) > TINT_MOST)
        part--;
    return colour_mixed(colour, WHITE, part);
}

static void add_swap(struct swaps *swaps, uint32_t from, uint32_t to) {
    for (size_t i = 0; i < swaps->count; i++)
        if (swaps->items[i].from == from)
            return;
    swaps->items[swaps->count++] = (struct swap){from, to};
}

/* What goes with a status is of its hue. */
static void add_status(struct swaps *swaps, enum mark mark, uint32_t colour) {
    const struct mark_colours *usual = mark_colours(mark);
    const uint32_t tint = tint_of(colour);
    add_swap(swaps, usual->tint, tint);
    add_swap(swaps, usual->text, darkened(colour, tint, TINTED_LEAST));
    add_swap(swaps, usual->outline, darkened(colour, WHITE, OUTLINE_LEAST));
    if (mark == MARK_GREEN)
        add_swap(swaps, ON_TRACK_CELL, darkened(colour, WHITE, TEXT_LEAST));
}

static struct swaps swaps_of(const struct palette *palette) {
    const struct palette usual = palette_usual();
    struct swaps out = {.count = 0};
    for (int i = 0; i < PALETTE_ROLES; i++)
        if (palette->colours[i] != usual.colours[i])
            add_swap(&out, usual.colours[i], palette->colours[i]);
    for (int i = ROLE_EXCEEDS; i < PALETTE_ROLES; i++)
        if (palette->colours[i] != usual.colours[i])
            add_status(&out, (enum mark)(MARK_EXCEEDS + i - ROLE_EXCEEDS), palette->colours[i]);
    return out;
}

static uint32_t swapped(const struct swaps *swaps, uint32_t colour) {
    for (size_t i = 0; i < swaps->count; i++)
        if (swaps->items[i].from == colour)
            return swaps->items[i].to;
    return colour;
}

uint32_t palette_of(const struct palette *palette, uint32_t colour) {
    const struct swaps swaps = swaps_of(palette);
    return swapped(&swaps, colour);
}

void palette_apply(const struct palette *palette, struct scene *scene) {
    const struct swaps swaps = swaps_of(palette);
    for (size_t p = 0; swaps.count > 0 && p < scene->pages.count; p++)
        for (size_t i = 0; i < scene->pages.items[p].items.count; i++) {
            struct scene_item *item = &scene->pages.items[p].items.items[i];
            if (item->kind == SCENE_TEXT) {
                item->as.text.colour = swapped(&swaps, item->as.text.colour);
            } else if (item->kind == SCENE_PATH) {
                item->as.path->fill = swapped(&swaps, item->as.path->fill);
                item->as.path->stroke = swapped(&swaps, item->as.path->stroke);
            }
        }
}
