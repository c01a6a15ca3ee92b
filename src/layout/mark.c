#include "layout/mark.h"

#include "layout/style.h"
#include <assert.h>
#include <stddef.h>

static const struct mark_colours colours[] = {
    [MARK_NONE] = {INK, INK, WHITE, INK},
    [MARK_EXCEEDS] = {0x0F2350, 0x0F2350, 0xE3E8F5, 0x0F2350},
    [MARK_GREEN] = {0x1A8F70, 0x1A8F70, 0xE3F3ED, 0x0B4A38},
    [MARK_AMBER] = {0xF2B134, 0x8A5A00, 0xFDF1D3, 0x5F4200},
    [MARK_RED] = {0x9F1D20, 0x9F1D20, 0xFAE5E3, 0x7A1512},
    [MARK_GREY] = {0x7B8794, 0x7B8794, 0xEEF1F5, 0x3E4C59},
};

const struct mark_colours *mark_colours(enum mark mark) {
    assert((size_t)mark < sizeof colours / sizeof *colours);
    return &colours[mark];
}

const char *mark_letter(enum mark mark) {
    static const char *const letters[] = {"", "E", "G", "A", "R", "\u2013"};
    assert((size_t)mark < sizeof letters / sizeof *letters);
    return letters[mark];
}

/* A part of a length, in thousandths. */
static mp part(mp length, int thousandths) {
    return (mp)((int64_t)length * thousandths / 1000);
}

static void draw_diamond(struct pen pen, struct point c, mp half, uint32_t fill, uint32_t stroke,
                         mp width) {
    const struct point corners[] = {
        {c.x, c.y - half}, {c.x + half, c.y}, {c.x, c.y + half}, {c.x - half, c.y}};
    draw_polygon(pen, corners, 4, fill, stroke, width);
}

/* The outline lies inside the box, so that the triangle is no larger than its neighbours. */
static void draw_triangle(struct pen pen, struct point c, mp d, uint32_t fill, uint32_t stroke) {
    const struct point corners[] = {{c.x, c.y - part(d, 480)},
                                    {c.x + part(d, 500), c.y + part(d, 400)},
                                    {c.x - part(d, 500), c.y + part(d, 400)}};
    draw_polygon(pen, corners, 3, fill, stroke, part(d, 85));
}

void mark_draw(struct pen pen, enum mark mark, struct point centre, mp d, bool inverse) {
    const struct mark_colours *c = mark_colours(mark);
    const uint32_t solid = inverse ? WHITE : c->solid;
    const mp full = part(d, 575);
    switch (mark) {
    case MARK_NONE:
        break;
    case MARK_EXCEEDS:
        draw_star(pen, centre, full, part(full, 460), solid, COLOUR_NONE, 0);
        break;
    case MARK_GREEN:
        draw_circle(pen, centre, part(d, 460), solid, COLOUR_NONE, 0);
        break;
    case MARK_AMBER:
        draw_triangle(pen, centre, d, solid, c->outline);
        break;
    case MARK_RED:
        draw_diamond(pen, centre, full, solid, COLOUR_NONE, 0);
        break;
    case MARK_GREY:
        /* Eight dashes round the ring: its length is 2.64 d. */
        draw_ring(pen, centre, part(d, 420), solid, part(d, 110), part(d, 200), part(d, 130));
        break;
    default:
        assert(false && "unknown mark");
    }
}

/* Direction in thousandths of the arrow's length; y points down. */
static struct point trend_direction(enum trend_mark trend) {
    if (trend == TREND_IMPROVING)
        return (struct point){707, -707};
    if (trend == TREND_WORSENING)
        return (struct point){707, 707};
    return (struct point){1000, 0};
}

static struct point along(struct point from, struct point direction, mp length) {
    return (struct point){from.x + part(length, direction.x), from.y + part(length, direction.y)};
}

void mark_trend(struct pen pen, enum trend_mark trend, struct point centre, uint32_t colour,
                int scale_percent) {
    if (trend == TREND_NONE)
        return;
    const struct point direction = trend_direction(trend);
    const struct point across = {-direction.y, direction.x};
    const mp length = MM(2.7) * scale_percent / 100;
    const mp head = MM(1.25) * scale_percent / 100;
    const mp half = MM(0.78) * scale_percent / 100;
    const struct point tip = along(centre, direction, length / 2);
    const struct point neck = along(tip, direction, -head);
    const struct point tail = along(centre, direction, -length / 2);
    /* The shaft reaches a little into the head: no seam between the two shapes. */
    draw_line(pen, tail, along(neck, direction, head / 4), colour, MM(0.36) * scale_percent / 100);
    const struct point corners[] = {tip, along(neck, across, half), along(neck, across, -half)};
    draw_polygon(pen, corners, 3, colour, COLOUR_NONE, 0);
}

void mark_milestone(struct pen pen, enum milestone_mark state, struct point centre, mp half) {
    switch (state) {
    case MILESTONE_REACHED:
        draw_diamond(pen, centre, half, NAVY, WHITE, MM(0.22));
        break;
    case MILESTONE_DUE:
        draw_diamond(pen, centre, half, WHITE, NAVY, MM(0.22));
        break;
    case MILESTONE_OVERDUE: {
        draw_diamond(pen, centre, half, BAD_BAR, WHITE, MM(0.22));
        const mp bar = part(half, 170);
        draw_rect(
            pen,
            (struct rect){centre.x - bar / 2, centre.y - part(half, 520), bar, part(half, 600)},
            WHITE);
        draw_circle(pen, (struct point){centre.x, centre.y + part(half, 330)}, part(half, 120),
                    WHITE, COLOUR_NONE, 0);
        break;
    }
    default:
        assert(false && "unknown milestone");
    }
}
