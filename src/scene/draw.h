/* draw: shapes as paths, so that charts, marks and maps say what they mean. */
#ifndef SCENE_DRAW_H
#define SCENE_DRAW_H

#include "scene/scene.h"

/* Where the next shapes go. */
struct pen {
    struct scene *scene;
    uint32_t page;
    scene_element_id element;
};

/* A path that is put together step by step in the scene's work space: one at a time, begun with
 * draw_outline, finished with draw_emit before anything else is drawn on the scene. */
struct outline {
    struct scene *scene;
};

struct outline draw_outline(struct pen pen);
void draw_move_to(struct outline *outline, struct point p);
void draw_line_to(struct outline *outline, struct point p);
/* A quarter of an ellipse from the current point `from` to `to`, leaving towards `corner`. */
void draw_corner_to(struct outline *outline, struct point from, struct point corner,
                    struct point to);
void draw_close(struct outline *outline);
/* Adds the path to the page, with the colours, width and dashes of `look`. */
void draw_emit(struct pen pen, const struct outline *outline, struct path look);

void draw_rect(struct pen pen, struct rect rect, uint32_t fill);
void draw_frame(struct pen pen, struct rect rect, uint32_t fill, uint32_t stroke, mp width);
/* Corner radius r (clamped to half the shorter side). */
void draw_round_rect(struct pen pen, struct rect rect, mp r, uint32_t fill, uint32_t stroke,
                     mp width);
void draw_line(struct pen pen, struct point a, struct point b, uint32_t stroke, mp width);
void draw_dashed(struct pen pen, struct point a, struct point b, uint32_t stroke, mp width, mp on,
                 mp off);
void draw_polyline(struct pen pen, const struct point *points, size_t count, uint32_t stroke,
                   mp width);
void draw_polygon(struct pen pen, const struct point *points, size_t count, uint32_t fill,
                  uint32_t stroke, mp width);
void draw_circle(struct pen pen, struct point centre, mp r, uint32_t fill, uint32_t stroke,
                 mp width);
/* Dashed ring of the "no data" mark. */
void draw_ring(struct pen pen, struct point centre, mp r, uint32_t stroke, mp width, mp on, mp off);
void draw_star(struct pen pen, struct point centre, mp outer, mp inner, uint32_t fill,
               uint32_t stroke, mp width);
/* 45 degree hatch inside a rectangle, clipped by geometry, not by a clip path. */
void draw_hatch(struct pen pen, struct rect rect, mp pitch, uint32_t stroke, mp width);

#endif
