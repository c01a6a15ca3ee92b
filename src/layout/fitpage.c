#include "layout/fitpage.h"

#include <assert.h>

/* As much as fits: the scale is part / whole. */
struct scale {
    int64_t part, whole;
    mp left, top;
};

static mp resized(const struct scale *s, mp length) {
    const int64_t twice = 2 * (int64_t)length * s->part;
    return (mp)((twice + (twice < 0 ? -s->whole : s->whole)) / (2 * s->whole));
}

static struct scale scale_of(struct rect from, struct rect to) {
    assert(from.w > 0 && from.h > 0 && to.w > 0 && to.h > 0);
    const bool by_width = (int64_t)to.w * from.h <= (int64_t)to.h * from.w;
    struct scale s = {by_width ? to.w : to.h, by_width ? from.w : from.h, 0, 0};
    s.left = (to.w - resized(&s, from.w)) / 2;
    s.top = (to.h - resized(&s, from.h)) / 2;
    return s;
}

static struct point moved(const struct scale *s, struct point p) {
    return (struct point){s->left + resized(s, p.x), s->top + resized(s, p.y)};
}

/* Edges are moved and not sizes, so that what met still meets. */
static struct rect moved_rect(const struct scale *s, struct rect r) {
    const struct point a = moved(s, (struct point){r.x, r.y});
    const struct point b = moved(s, (struct point){r.x + r.w, r.y + r.h});
    return (struct rect){a.x, a.y, b.x - a.x, b.y - a.y};
}

static void fit_path(const struct scale *s, struct arena *arena, struct path *path) {
    struct point *points = arena_array(arena, path->point_count + 1, sizeof *points);
    for (size_t i = 0; i < path->point_count; i++)
        points[i] = moved(s, path->points[i]);
    path->points = points;
    path->width = resized(s, path->width);
    path->dash_on = resized(s, path->dash_on);
    path->dash_off = resized(s, path->dash_off);
}

static void fit_text(const struct scale *s, struct scene_text *text) {
    const struct point p = moved(s, (struct point){text->x, text->y});
    text->x = p.x;
    text->y = p.y;
    text->size = resized(s, text->size);
}

static void fit_item(const struct scale *s, struct arena *arena, struct scene_item *item) {
    switch (item->kind) {
    case SCENE_TEXT:
        fit_text(s, &item->as.text);
        break;
    case SCENE_PATH:
        fit_path(s, arena, item->as.path);
        break;
    case SCENE_IMAGE:
        item->as.image.rect = moved_rect(s, item->as.image.rect);
        break;
    case SCENE_GROUP_BEGIN:
    case SCENE_GROUP_END:
        break;
    }
}

void fitpage(struct scene *scene, mp width, mp height) {
    assert(scene->pages.count == 1);
    struct scene_page *page = &scene->pages.items[0];
    const struct scale s = scale_of((struct rect){0, 0, page->width, page->height},
                                    (struct rect){0, 0, width, height});
    for (size_t i = 0; i < page->items.count; i++)
        fit_item(&s, scene->arena, &page->items.items[i]);
    for (size_t i = 0; i < page->links.count; i++) {
        page->links.items[i].rect = moved_rect(&s, page->links.items[i].rect);
        page->links.items[i].y = s.top + resized(&s, page->links.items[i].y);
    }
    for (size_t i = 0; i < scene->elements.count; i++) {
        struct scene_detail *detail = scene->elements.items[i].detail;
        if (detail && detail->has_bbox)
            detail->bbox = moved_rect(&s, detail->bbox);
    }
    for (size_t i = 0; i < scene->outline.count; i++)
        scene->outline.items[i].y = s.top + resized(&s, scene->outline.items[i].y);
    page->width = width;
    page->height = height;
}

mp fitpage_length(mp length, struct rect from, struct rect to) {
    const struct scale s = scale_of(from, to);
    return resized(&s, length);
}

struct point fitpage_point(struct point point, struct rect from, struct rect to) {
    const struct scale s = scale_of(from, to);
    return moved(&s, point);
}
