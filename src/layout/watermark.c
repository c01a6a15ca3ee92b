#include "layout/watermark.h"

#include "base/colour.h"
#include "layout/style.h"
#include "text/glyphshape.h"
#include "text/shape.h"

#include <math.h>
#include <string.h>

#define SIZE_MOST   PT(150)
#define LENGTH_MOST 0.74  /* of the diagonal */
#define CONTRAST    4.5   /* of secondary words with the words behind them */
#define PANEL_LEAST MM(6) /* what is smaller hides too little */
#define PANEL_INSET MM(0.3)
#define RECTANGULAR 0.9 /* of its box, at least, is filled by what counts as a panel */

enum { QUADRATIC_STEPS = 4, CUBIC_STEPS = 6, PALEST = 98, DARKEST = 91 };

/* Shapes of straight lines; a contour runs from its start to that of the next. */
struct contours {
    struct arena *arena;
    VEC(struct point) points;
    VEC(size_t) starts;
    struct rect box;
};

/* From a text that stands level about its middle to the page. */
struct turn {
    double x, y, cosine, sine;
};

static struct point turned(const struct turn *t, double u, double v) {
    return (struct point){(mp)lround(t->x + u * t->cosine - v * t->sine),
                          (mp)lround(t->y - u * t->sine - v * t->cosine)};
}

/* ---- letters as contours -------------------------------------------------------------------- */

struct letter {
    const struct turn *turn;
    double x, y, scale; /* where its origin is, and of font units */
    double last_x, last_y;
};

static void add_point(struct contours *c, const struct letter *l, double x, double y) {
    vec_push(c->arena, &c->points, turned(l->turn, l->x + x * l->scale, l->y + y * l->scale));
}

/* A curve of three or four points as straight lines; n: its numbers without the first point. */
static void add_curve(struct contours *c, struct letter *l, const double *n, bool cubic) {
    const int steps = cubic ? CUBIC_STEPS : QUADRATIC_STEPS;
    for (int i = 1; i <= steps; i++) {
        const double t = (double)i / steps, s = 1 - t;
        const double a = cubic ? s * s * s : s * s, b = cubic ? 3 * s * s * t : 2 * s * t;
        const double d = cubic ? 3 * s * t * t : t * t, e = cubic ? t * t * t : 0;
        const double end_x = cubic ? n[4] : 0, end_y = cubic ? n[5] : 0;
        add_point(c, l, a * l->last_x + b * n[0] + d * n[2] + e * end_x,
                  a * l->last_y + b * n[1] + d * n[3] + e * end_y);
    }
}

static void add_stroke(struct contours *c, struct letter *l, const struct glyphshape_stroke *s) {
    if (s->letter == 'M')
        vec_push(c->arena, &c->starts, c->points.count);
    if (s->letter == 'M' || s->letter == 'L')
        add_point(c, l, s->numbers[0], s->numbers[1]);
    else if (s->letter != 'Z')
        add_curve(c, l, s->numbers, s->letter == 'C');
    if (s->count >= 2) {
        l->last_x = s->numbers[s->count - 2];
        l->last_y = s->numbers[s->count - 1];
    }
}

static void add_run(struct contours *c, const struct turn *turn, const struct run *run, double x,
                    double baseline, mp size) {
    const double scale = (double)size / run->face->upem;
    for (size_t i = 0; i < run->count; i++) {
        const struct glyph *glyph = &run->glyphs[i];
        struct letter letter = {.turn = turn,
                                .x = x + glyph->x_offset * scale,
                                .y = baseline + glyph->y_offset * scale,
                                .scale = scale};
        struct glyphshape shape;
        if (glyphshape_of(c->arena, run->face, glyph->id, &shape))
            for (size_t k = 0; k < shape.strokes.count; k++)
                add_stroke(c, &letter, &shape.strokes.items[k]);
        x += glyph->advance * scale;
    }
}

static void measure(struct contours *c) {
    if (c->points.count == 0)
        return;
    struct point least = c->points.items[0], most = least;
    for (size_t i = 0; i < c->points.count; i++) {
        const struct point p = c->points.items[i];
        least = (struct point){length_min(least.x, p.x), length_min(least.y, p.y)};
        most = (struct point){length_max(most.x, p.x), length_max(most.y, p.y)};
    }
    c->box = (struct rect){least.x, least.y, most.x - least.x, most.y - least.y};
}

/* The words on a page of this size. */
static struct contours words_on(const struct composer *composer, struct arena *arena, mp width,
                                mp height) {
    const char *text = composer->document->frame.watermark;
    const struct shaped *shaped = shape_text(composer->fonts, FONT_BOLD, text, strlen(text),
                                             composer->document->language, composer->diags);
    const double diagonal = sqrt((double)width * width + (double)height * height);
    const double most = diagonal * LENGTH_MOST, wide = shape_width(shaped, SIZE_MOST);
    const mp size = wide <= most ? SIZE_MOST : (mp)(SIZE_MOST * most / wide);
    const struct turn turn = {width / 2.0, height / 2.0, width / diagonal, height / diagonal};
    struct contours out = {.arena = arena};
    double x = -shape_width(shaped, size) / 2.0;
    for (size_t i = 0; i < shaped->count; i++) {
        const struct run *run = shaped->runs[i];
        const double cap = (double)run->face->cap_height * size / run->face->upem;
        add_run(&out, &turn, run, x, -cap / 2, size);
        x += shape_run_width(run, size);
    }
    measure(&out);
    return out;
}

/* ---- drawing -------------------------------------------------------------------------------- */

static struct path path_of(struct arena *arena, const struct contours *c, uint32_t colour) {
    uint8_t *ops = arena_alloc(arena, c->points.count + c->starts.count + 1);
    uint32_t count = 0;
    for (size_t i = 0; i < c->starts.count; i++) {
        const size_t from = c->starts.items[i];
        const size_t to = i + 1 < c->starts.count ? c->starts.items[i + 1] : c->points.count;
        for (size_t k = from; k < to; k++)
            ops[count++] = k == from ? PATH_MOVE : PATH_LINE;
        ops[count++] = PATH_CLOSE;
    }
    return (struct path){.ops = ops,
                         .points = c->points.items,
                         .op_count = count,
                         .point_count = (uint32_t)c->points.count,
                         .fill = colour,
                         .stroke = COLOUR_NONE};
}

/* The ground itself a little darker; COLOUR_NONE if words on it would lose their contrast. */
static uint32_t shade(uint32_t ground) {
    for (int part = DARKEST; part <= PALEST; part++) {
        const uint32_t out = colour_mixed(ground, 0, part);
        if (colour_contrast(out, GREY) >= CONTRAST)
            return out;
    }
    return COLOUR_NONE;
}

static bool asked(const struct composer *composer) {
    const char *text = composer->document->frame.watermark;
    return text && *text;
}

void watermark_draw(struct composer *composer, uint32_t page) {
    if (!asked(composer))
        return;
    struct scene *scene = composer->scene;
    const struct scene_page *on = &scene->pages.items[page];
    struct arena *aside = arena_aside(composer->arena);
    struct contours words = words_on(composer, aside, on->width, on->height);
    for (size_t i = 0; composer->mirrored && i < words.points.count; i++)
        words.points.items[i].x = on->width - words.points.items[i].x; /* it is turned later */
    if (words.points.count > 0)
        scene_add_path(scene, page, SCENE_ARTIFACT, path_of(aside, &words, shade(WHITE)));
    arena_free(aside);
}

/* ---- through panels ------------------------------------------------------------------------- */

/* The sides of a rectangle, and how far inside of one a point is. */
enum side { LEFT, RIGHT, TOP, BOTTOM, SIDES };

static double inside(const struct rect *r, enum side side, struct point p) {
    switch (side) {
    case LEFT:
        return (double)p.x - r->x;
    case RIGHT:
        return (double)r->x + r->w - p.x;
    case TOP:
        return (double)p.y - r->y;
    case BOTTOM:
    case SIDES:
    default:
        return (double)r->y + r->h - p.y;
    }
}

/* One contour, cut along one side. */
static void cut_side(struct arena *arena, const struct rect *r, enum side side,
                     const struct contours *from, struct contours *to) {
    const size_t count = from->points.count;
    to->points.count = 0;
    for (size_t i = 0; i < count; i++) {
        const struct point a = from->points.items[i], b = from->points.items[(i + 1) % count];
        const double at_a = inside(r, side, a), at_b = inside(r, side, b);
        if (at_a >= 0)
            vec_push(arena, &to->points, a);
        if ((at_a < 0) == (at_b < 0))
            continue;
        const double t = at_a / (at_a - at_b);
        vec_push(
            arena, &to->points,
            ((struct point){(mp)lround(a.x + t * (b.x - a.x)), (mp)lround(a.y + t * (b.y - a.y))}));
    }
}

/* The part of the words that lies in the rectangle. */
static struct contours cut(struct arena *arena, const struct contours *words, struct rect r) {
    struct contours out = {.arena = arena}, work[2] = {{.arena = arena}, {.arena = arena}};
    for (size_t i = 0; i < words->starts.count; i++) {
        const size_t from = words->starts.items[i];
        const size_t to =
            i + 1 < words->starts.count ? words->starts.items[i + 1] : words->points.count;
        work[0].points.count = 0;
        for (size_t k = from; k < to; k++)
            vec_push(arena, &work[0].points, words->points.items[k]);
        for (int side = LEFT; side < SIDES; side++)
            cut_side(arena, &r, (enum side)side, &work[side % 2], &work[(side + 1) % 2]);
        if (work[0].points.count < 3)
            continue;
        vec_push(arena, &out.starts, out.points.count);
        for (size_t k = 0; k < work[0].points.count; k++)
            vec_push(arena, &out.points, work[0].points.items[k]);
    }
    return out;
}

/* A filled shape that is nearly a rectangle and large enough to hide something. */
static bool panel_of(const struct scene_item *item, struct rect *out) {
    if (item->kind != SCENE_PATH || item->as.path->fill == COLOUR_NONE ||
        item->as.path->point_count < 4)
        return false;
    const struct path *path = item->as.path;
    double area = 0;
    struct point least = path->points[0], most = least;
    for (uint32_t i = 0; i < path->point_count; i++) {
        const struct point p = path->points[i], q = path->points[(i + 1) % path->point_count];
        area += ((double)p.x * q.y - (double)q.x * p.y) / 2;
        least = (struct point){length_min(least.x, p.x), length_min(least.y, p.y)};
        most = (struct point){length_max(most.x, p.x), length_max(most.y, p.y)};
    }
    const mp wide = most.x - least.x, high = most.y - least.y;
    *out = (struct rect){least.x + PANEL_INSET, least.y + PANEL_INSET, wide - 2 * PANEL_INSET,
                         high - 2 * PANEL_INSET};
    return wide >= PANEL_LEAST && high >= PANEL_LEAST &&
           fabs(area) >= RECTANGULAR * (double)wide * high;
}

static bool meet(const struct rect *a, const struct rect *b) {
    return a->x < b->x + b->w && b->x < a->x + a->w && a->y < b->y + b->h && b->y < a->y + a->h;
}

static void add_through(struct scene *scene, struct scene_page *page, const struct contours *words,
                        const struct scene_item *panel, struct rect r, struct arena *aside) {
    const uint32_t colour = shade(panel->as.path->fill);
    if (colour == COLOUR_NONE)
        return;
    const struct contours inner = cut(aside, words, r);
    if (inner.points.count == 0)
        return;
    struct path *path = arena_alloc(scene->arena, sizeof *path);
    struct contours kept = {.arena = scene->arena, .starts = inner.starts};
    for (size_t i = 0; i < inner.points.count; i++)
        vec_push(scene->arena, &kept.points, inner.points.items[i]);
    *path = path_of(scene->arena, &kept, colour);
    struct scene_item item = *panel;
    item.element = SCENE_ARTIFACT;
    item.as.path = path;
    vec_push(scene->arena, &page->items, item);
}

/* The items again, with what goes on through each panel after it. */
static void renew(struct composer *composer, struct scene_page *page, struct arena *aside) {
    const struct contours words = words_on(composer, aside, page->width, page->height);
    const struct scene_item *items = page->items.items;
    const size_t count = page->items.count;
    struct rect r;
    page->items.items = NULL;
    page->items.count = page->items.capacity = 0;
    for (size_t i = 0; i < count; i++) {
        vec_push(composer->scene->arena, &page->items, items[i]);
        if (i > 0 && panel_of(&items[i], &r) && meet(&r, &words.box)) /* the first is the words */
            add_through(composer->scene, page, &words, &items[i], r, aside);
    }
}

void watermark_through(struct composer *composer) {
    for (size_t p = 0; asked(composer) && p < composer->scene->pages.count; p++) {
        struct scene_page *page = &composer->scene->pages.items[p];
        struct rect r;
        bool any = false;
        for (size_t i = 1; i < page->items.count && !any; i++)
            any = panel_of(&page->items.items[i], &r);
        if (!any)
            continue;
        struct arena *aside = arena_aside(composer->arena);
        renew(composer, page, aside);
        arena_free(aside);
    }
}
