#include "report/mapink.h"

#include "layout/style.h"
#include "report/mapstroke.h"
#include <stdlib.h>

/* ---- heads ---------------------------------------------------------------------------------- */

/* The point `length` from a on the way to b. */
static struct point toward(struct point a, struct point b, mp length) {
    if (a.x == b.x)
        return (struct point){a.x, a.y + (b.y > a.y ? length : -length)};
    return (struct point){a.x + (b.x > a.x ? length : -length), a.y};
}

/* An arrow's head, notched at its back, its tip where the way from `from` ends. */
static void draw_head(struct pen pen, const struct map_look *look, struct point from,
                      struct point tip, enum map_head head, uint32_t colour) {
    mp length = look->arrow_length, half = look->arrow_width / 2;
    struct point back = toward(tip, from, length), notch = toward(tip, from, length * 8 / 10);
    bool level = from.y == tip.y;
    const struct point points[4] = {tip,
                                    {back.x + (level ? 0 : half), back.y + (level ? half : 0)},
                                    notch,
                                    {back.x - (level ? 0 : half), back.y - (level ? half : 0)}};
    if (head == HEAD_SOLID) {
        draw_polygon(pen, points, 4, colour, COLOUR_NONE, 0);
        return;
    }
    draw_polygon(pen, points, 4, WHITE, colour, maplook_length(look, MM(0.3)));
    if (head == HEAD_HALF)
        draw_polygon(pen, points, 3, colour, COLOUR_NONE, 0);
}

/* ---- pieces --------------------------------------------------------------------------------- */

/* A box whose left corners only are round; the right ones of a map that is turned. */
static void left_round(struct pen pen, const struct map_piece *piece) {
    struct rect r = piece->rect;
    mp radius = length_min(piece->radius, length_min(r.w, r.h / 2));
    const mp near = piece->turned ? r.x + r.w : r.x, far = piece->turned ? r.x : r.x + r.w;
    const mp inner = piece->turned ? near - radius : near + radius;
    struct outline o = draw_outline(pen);
    struct point top = {near, r.y}, bottom = {near, r.y + r.h};
    draw_move_to(&o, (struct point){far, r.y});
    draw_line_to(&o, (struct point){far, r.y + r.h});
    draw_line_to(&o, (struct point){inner, bottom.y});
    draw_corner_to(&o, (struct point){inner, bottom.y}, bottom,
                   (struct point){near, bottom.y - radius});
    draw_line_to(&o, (struct point){near, r.y + radius});
    draw_corner_to(&o, (struct point){near, r.y + radius}, top, (struct point){inner, r.y});
    draw_close(&o);
    draw_emit(pen, &o, (struct path){.fill = piece->fill, .stroke = COLOUR_NONE});
}

static struct point middle(struct rect r) {
    return (struct point){r.x + r.w / 2, r.y + r.h / 2};
}

static void stroke(struct pen pen, const struct map_piece *piece) {
    mp y = piece->rect.y + piece->rect.h / 2;
    draw_dashed(pen, (struct point){piece->rect.x, y},
                (struct point){piece->rect.x + piece->rect.w, y}, piece->stroke, piece->width,
                piece->dash_on, piece->dash_off);
}

static void head(struct pen pen, const struct map_piece *piece) {
    const struct map_look look = {
        .thousandths = piece->width, .arrow_length = piece->rect.w, .arrow_width = piece->rect.h};
    mp y = piece->rect.y + piece->rect.h / 2;
    const struct point left = {piece->rect.x, y}, right = {piece->rect.x + piece->rect.w, y};
    draw_head(pen, &look, piece->turned ? right : left, piece->turned ? left : right,
              (enum map_head)piece->percent, piece->stroke);
}

void mapink_piece(struct pen pen, const struct map_piece *piece) {
    switch (piece->kind) {
    case PIECE_BOX:
        if (piece->left_only)
            left_round(pen, piece);
        else
            draw_round_rect(pen, piece->rect, piece->radius, piece->fill, piece->stroke,
                            piece->width);
        break;
    case PIECE_TEXT:
        scene_add_shaped(pen.scene, pen.page, pen.element, piece->shaped, piece->x, piece->baseline,
                         piece->size, piece->fill);
        break;
    case PIECE_MARK:
        mark_draw(pen, piece->mark, middle(piece->rect), piece->rect.h, false);
        break;
    case PIECE_TREND:
        mark_trend(pen, piece->trend, middle(piece->rect), piece->fill, piece->percent);
        break;
    case PIECE_HEAD:
        head(pen, piece);
        break;
    case PIECE_STROKE:
    default:
        stroke(pen, piece);
        break;
    }
}

/* ---- ways ----------------------------------------------------------------------------------- */

static mp distance(struct point a, struct point b) {
    return abs(a.x - b.x) + abs(a.y - b.y);
}

/* The nearest crossing ahead on the level stretch from a to b, or NULL. */
static const struct map_crossing *next_crossing(const struct map_layout *layout, int net,
                                                struct point a, struct point b) {
    const struct map_crossing *best = NULL;
    for (size_t i = 0; i < layout->crossings.count; i++) {
        const struct map_crossing *c = &layout->crossings.items[i];
        if (c->net != net || c->at.y != a.y)
            continue;
        bool ahead = b.x > a.x ? c->at.x - c->half >= a.x && c->at.x + c->half <= b.x
                               : c->at.x + c->half <= a.x && c->at.x - c->half >= b.x;
        if (ahead && (!best || abs(c->at.x - a.x) < abs(best->at.x - a.x)))
            best = c;
    }
    return best;
}

/* A straight stretch, with its pauses. */
static void stretch(struct outline *o, const struct map_layout *layout, int net, struct point a,
                    struct point b) {
    if (a.y == b.y) {
        const struct map_crossing *c;
        while ((c = next_crossing(layout, net, a, b)) != NULL) {
            mp sign = b.x > a.x ? 1 : -1;
            draw_line_to(o, (struct point){c->at.x - sign * c->half, a.y});
            a = (struct point){c->at.x + sign * c->half, a.y};
            draw_move_to(o, a);
        }
    }
    draw_line_to(o, b);
}

void mapink_way(struct pen pen, const struct map_layout *layout, int link) {
    const struct map_way *way = &layout->ways[link];
    const struct map_look *look = &layout->look;
    size_t count = way->drawn_count;
    if (count < 2)
        return;
    struct map_stroke stroke = mapstroke_of(way->look, way->negative);
    struct outline o = draw_outline(pen);
    struct point at = way->drawn[0];
    draw_move_to(&o, at);
    for (size_t i = 1; i < count; i++) {
        struct point p = way->drawn[i];
        if (i + 1 == count) {
            stretch(&o, layout, way->net, at,
                    way->tipped ? toward(p, way->drawn[i - 1], look->arrow_length * 8 / 10) : p);
            break;
        }
        struct point next = way->drawn[i + 1];
        mp radius = length_min(
            look->radius, length_min(distance(way->drawn[i - 1], p) / 2, distance(p, next) / 2));
        struct point start = toward(p, way->drawn[i - 1], radius), after = toward(p, next, radius);
        stretch(&o, layout, way->net, at, start);
        draw_corner_to(&o, start, p, after);
        at = after;
    }
    draw_emit(pen, &o,
              (struct path){.fill = COLOUR_NONE,
                            .stroke = stroke.colour,
                            .width = way->stroke,
                            .dash_on = maplook_length(look, stroke.dash_on),
                            .dash_off = maplook_length(look, stroke.dash_off)});
    if (way->tipped)
        draw_head(pen, look, way->drawn[count - 2], way->drawn[count - 1], way->head,
                  stroke.colour);
}
