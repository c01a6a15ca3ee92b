#include "scene/draw.h"

#include <assert.h>

/* A quarter circle as one curve: the handles are this many millionths of the radius long. */
#define QUARTER_HANDLE 552285

struct outline draw_outline(struct pen pen) {
    pen.scene->ops.count = pen.scene->points.count = 0;
    return (struct outline){pen.scene};
}

static void add_op(struct outline *outline, enum path_op op) {
    vec_push(outline->scene->arena, &outline->scene->ops, (uint8_t)op);
}

static void add_point(struct outline *outline, struct point p) {
    vec_push(outline->scene->arena, &outline->scene->points, p);
}

void draw_move_to(struct outline *outline, struct point p) {
    add_op(outline, PATH_MOVE);
    add_point(outline, p);
}

void draw_line_to(struct outline *outline, struct point p) {
    add_op(outline, PATH_LINE);
    add_point(outline, p);
}

static void move_to(struct outline *outline, mp x, mp y) {
    draw_move_to(outline, (struct point){x, y});
}

static void line_to(struct outline *outline, mp x, mp y) {
    draw_line_to(outline, (struct point){x, y});
}

static mp part(mp length, int64_t millionths) {
    int64_t product = (int64_t)length * millionths;
    return (mp)((product + (product < 0 ? -500000 : 500000)) / 1000000);
}

void draw_corner_to(struct outline *outline, struct point from, struct point corner,
                    struct point to) {
    add_op(outline, PATH_CURVE);
    add_point(outline, (struct point){from.x + part(corner.x - from.x, QUARTER_HANDLE),
                                      from.y + part(corner.y - from.y, QUARTER_HANDLE)});
    add_point(outline, (struct point){to.x + part(corner.x - to.x, QUARTER_HANDLE),
                                      to.y + part(corner.y - to.y, QUARTER_HANDLE)});
    add_point(outline, to);
}

void draw_close(struct outline *outline) {
    add_op(outline, PATH_CLOSE);
}

void draw_emit(struct pen pen, const struct outline *outline, struct path look) {
    const struct scene *scene = outline->scene;
    look.ops = scene->ops.items;
    look.op_count = (uint32_t)scene->ops.count;
    look.points = scene->points.items;
    look.point_count = (uint32_t)scene->points.count;
    scene_add_path(pen.scene, pen.page, pen.element, look);
}

static struct path filled(uint32_t fill, uint32_t stroke, mp width) {
    return (struct path){.fill = fill, .stroke = stroke, .width = width};
}

static struct path stroked(uint32_t stroke, mp width, mp on, mp off) {
    return (struct path){
        .fill = COLOUR_NONE, .stroke = stroke, .width = width, .dash_on = on, .dash_off = off};
}

static void rectangle(struct outline *outline, struct rect rect) {
    move_to(outline, rect.x, rect.y);
    line_to(outline, rect.x + rect.w, rect.y);
    line_to(outline, rect.x + rect.w, rect.y + rect.h);
    line_to(outline, rect.x, rect.y + rect.h);
    draw_close(outline);
}

void draw_rect(struct pen pen, struct rect rect, uint32_t fill) {
    draw_frame(pen, rect, fill, COLOUR_NONE, 0);
}

void draw_frame(struct pen pen, struct rect rect, uint32_t fill, uint32_t stroke, mp width) {
    struct outline outline = draw_outline(pen);
    rectangle(&outline, rect);
    draw_emit(pen, &outline, filled(fill, stroke, width));
}

void draw_round_rect(struct pen pen, struct rect rect, mp r, uint32_t fill, uint32_t stroke,
                     mp width) {
    r = length_min(r, length_min(rect.w, rect.h) / 2);
    if (r <= 0) {
        draw_frame(pen, rect, fill, stroke, width);
        return;
    }
    mp left = rect.x, top = rect.y, right = rect.x + rect.w, bottom = rect.y + rect.h;
    struct outline outline = draw_outline(pen);
    move_to(&outline, left + r, top);
    line_to(&outline, right - r, top);
    draw_corner_to(&outline, (struct point){right - r, top}, (struct point){right, top},
                   (struct point){right, top + r});
    line_to(&outline, right, bottom - r);
    draw_corner_to(&outline, (struct point){right, bottom - r}, (struct point){right, bottom},
                   (struct point){right - r, bottom});
    line_to(&outline, left + r, bottom);
    draw_corner_to(&outline, (struct point){left + r, bottom}, (struct point){left, bottom},
                   (struct point){left, bottom - r});
    line_to(&outline, left, top + r);
    draw_corner_to(&outline, (struct point){left, top + r}, (struct point){left, top},
                   (struct point){left + r, top});
    draw_close(&outline);
    draw_emit(pen, &outline, filled(fill, stroke, width));
}

void draw_line(struct pen pen, struct point a, struct point b, uint32_t stroke, mp width) {
    draw_dashed(pen, a, b, stroke, width, 0, 0);
}

void draw_dashed(struct pen pen, struct point a, struct point b, uint32_t stroke, mp width, mp on,
                 mp off) {
    struct outline outline = draw_outline(pen);
    move_to(&outline, a.x, a.y);
    line_to(&outline, b.x, b.y);
    draw_emit(pen, &outline, stroked(stroke, width, on, off));
}

static void chain(struct outline *outline, const struct point *points, size_t count) {
    move_to(outline, points[0].x, points[0].y);
    for (size_t i = 1; i < count; i++)
        line_to(outline, points[i].x, points[i].y);
}

void draw_polyline(struct pen pen, const struct point *points, size_t count, uint32_t stroke,
                   mp width) {
    if (count < 2)
        return;
    struct outline outline = draw_outline(pen);
    chain(&outline, points, count);
    struct path look = stroked(stroke, width, 0, 0);
    look.round_caps = true;
    draw_emit(pen, &outline, look);
}

void draw_polygon(struct pen pen, const struct point *points, size_t count, uint32_t fill,
                  uint32_t stroke, mp width) {
    if (count < 2)
        return;
    struct outline outline = draw_outline(pen);
    chain(&outline, points, count);
    draw_close(&outline);
    draw_emit(pen, &outline, filled(fill, stroke, width));
}

static void circle(struct outline *outline, struct point c, mp r) {
    const struct point ends[] = {{c.x + r, c.y}, {c.x, c.y + r}, {c.x - r, c.y}, {c.x, c.y - r}};
    const struct point corners[] = {
        {c.x + r, c.y + r}, {c.x - r, c.y + r}, {c.x - r, c.y - r}, {c.x + r, c.y - r}};
    move_to(outline, ends[0].x, ends[0].y);
    for (int i = 0; i < 4; i++)
        draw_corner_to(outline, ends[i], corners[i], ends[(i + 1) % 4]);
    draw_close(outline);
}

void draw_circle(struct pen pen, struct point centre, mp r, uint32_t fill, uint32_t stroke,
                 mp width) {
    struct outline outline = draw_outline(pen);
    circle(&outline, centre, r);
    draw_emit(pen, &outline, filled(fill, stroke, width));
}

void draw_ring(struct pen pen, struct point centre, mp r, uint32_t stroke, mp width, mp on,
               mp off) {
    struct outline outline = draw_outline(pen);
    circle(&outline, centre, r);
    draw_emit(pen, &outline, stroked(stroke, width, on, off));
}

void draw_star(struct pen pen, struct point centre, mp outer, mp inner, uint32_t fill,
               uint32_t stroke, mp width) {
    /* Millionths of the sine and minus cosine of i * 36 degrees. */
    static const int32_t sine[] = {0, 587785,  951057,  951057,  587785,
                                   0, -587785, -951057, -951057, -587785};
    static const int32_t height[] = {-1000000, -809017, -309017, 309017,  809017,
                                     1000000,  809017,  309017,  -309017, -809017};
    struct point points[10];
    for (int i = 0; i < 10; i++) {
        mp r = i % 2 ? inner : outer;
        points[i] = (struct point){centre.x + part(r, sine[i]), centre.y + part(r, height[i])};
    }
    draw_polygon(pen, points, 10, fill, stroke, width);
}

void draw_hatch(struct pen pen, struct rect rect, mp pitch, uint32_t stroke, mp width) {
    assert(pitch > 0);
    struct outline outline = draw_outline(pen);
    /* Lines x + y = constant, measured from the top left corner. */
    for (mp sum = pitch; sum < rect.w + rect.h; sum += pitch) {
        mp right = length_min(sum, rect.w), down = length_min(sum, rect.h);
        move_to(&outline, rect.x + right, rect.y + sum - right);
        line_to(&outline, rect.x + sum - down, rect.y + down);
    }
    if (pen.scene->ops.count)
        draw_emit(pen, &outline, stroked(stroke, width, 0, 0));
}
