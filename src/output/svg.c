#include "output/svg.h"

#include "base/ascii.h"
#include "base/idmap.h"
#include "base/utf8.h"
#include "base/version.h"
#include "output/address.h"
#include "output/pngfile.h"
#include "output/subset.h"
#include "output/svgglyphs.h"
#include "output/svgput.h"
#include "output/svgtext.h"
#include "output/woff.h"
#include <assert.h>
#include <string.h>

/* Round what has the keyboard; seen on white and on dark grounds. */
#define FOCUS "#3b82d6"

/* The characters of one face. */
struct face_use {
    const struct face *face;
    VEC(uint32_t) runes; /* in the order of first use */
    uint8_t *seen;       /* a bit for each character of the first two planes */
};

struct svg {
    struct arena *arena;
    const struct scene *scene;
    const struct scene_page *page;
    struct textbuf *out;
    struct idmap *ids;
    enum svg_letters letters;
    VEC(struct face_use) faces;
    VEC(bool) linked; /* of each open group: it stands in an <a> */
    struct svgtext line;
};

/* ---- writing XML ---------------------------------------------------------------------------- */

static void put_element(struct svg *svg, const char *name, const char *id, const char *text) {
    if (!text || !*text)
        return;
    textbuf_printf(svg->out, "<%s", name);
    svgput_optional(svg->out, "id", id);
    textbuf_char(svg->out, '>');
    textbuf_xml(svg->out, text);
    textbuf_printf(svg->out, "</%s>\n", name);
}

/* ---- names ---------------------------------------------------------------------------------- */

/* An id of letters, digits, '.', '-' and '_' that no other element has. */
static const char *unique_id(struct svg *svg, const char *wanted) {
    char *id = arena_printf(svg->arena, "%s%s",
                            ascii_letter(wanted[0]) || wanted[0] == '_' ? "" : "id-", wanted);
    for (char *c = id; *c; c++)
        if (!ascii_letter(*c) && !ascii_digit(*c) && !strchr("._-", *c))
            *c = '-';
    const char *name = id;
    for (int i = 2; idmap_find(svg->ids, name) != IDMAP_NONE; i++)
        name = arena_printf(svg->arena, "%s-%d", id, i);
    idmap_put(svg->ids, name, 0);
    return name;
}

/* ---- fonts ---------------------------------------------------------------------------------- */

static struct face_use *face_use(struct svg *svg, const struct face *face) {
    for (size_t i = 0; i < svg->faces.count; i++)
        if (svg->faces.items[i].face == face)
            return &svg->faces.items[i];
    struct face_use *use = vec_add(svg->arena, &svg->faces);
    *use = (struct face_use){.face = face, .seen = arena_alloc(svg->arena, 0x20000 / 8)};
    return use;
}

static void note_rune(struct svg *svg, struct face_use *use, uint32_t rune) {
    if (rune >= 0x20000) {
        vec_push(svg->arena, &use->runes, rune);
        return;
    }
    if (use->seen[rune / 8] & 1u << rune % 8)
        return;
    use->seen[rune / 8] |= (uint8_t)(1u << rune % 8);
    vec_push(svg->arena, &use->runes, rune);
}

static void collect_faces(struct svg *svg) {
    for (size_t i = 0; i < svg->page->items.count; i++) {
        const struct scene_item *item = &svg->page->items.items[i];
        if (item->kind != SCENE_TEXT)
            continue;
        const struct run *run = item->as.text.run;
        struct face_use *use = face_use(svg, run->face);
        note_rune(svg, use, ' ');
        for (size_t at = 0; at < run->bytes;)
            note_rune(svg, use, utf8_next(run->text, run->bytes, &at));
    }
}

static bool put_face(struct svg *svg, const struct face_use *use, const char **why) {
    struct subset subset;
    struct textbuf woff;
    textbuf_init(&woff, svg->arena);
    if (!subset_characters(svg->arena, use->face, use->runes.items, use->runes.count, &subset, why))
        return false;
    if (!woff_pack(svg->arena, subset.bytes, subset.length, &woff)) {
        *why = "a font cannot be packed for the web";
        return false;
    }
    textbuf_printf(svg->out,
                   "@font-face{font-family:'%s';font-weight:%d;"
                   "src:url(data:font/woff;base64,",
                   use->face->family, use->face->css_weight);
    woff_base64(svg->out, woff.bytes, woff.length);
    textbuf_str(svg->out, ") format('woff')}\n");
    return true;
}

static bool put_style(struct svg *svg, const char **why) {
    textbuf_str(svg->out, "<style>\n");
    for (size_t i = 0; i < svg->faces.count; i++)
        if (!put_face(svg, &svg->faces.items[i], why))
            return false;
    if (svg->letters == SVG_TEXT)
        textbuf_str(svg->out, "text{font-kerning:normal;font-variant-ligatures:common-ligatures;"
                              "font-variant-numeric:lining-nums tabular-nums}\n");
    textbuf_str(svg->out, "g[tabindex]:focus{outline:2px solid " FOCUS "}\n");
    if (svg->scene->style)
        textbuf_str(svg->out, svg->scene->style);
    textbuf_str(svg->out, "</style>\n");
    return true;
}

/* ---- paths ---------------------------------------------------------------------------------- */

static bool has_shape(const struct path *path, const char *shape) {
    if (path->op_count != strlen(shape))
        return false;
    for (size_t i = 0; i < path->op_count; i++)
        if ("MLCZ"[path->ops[i]] != shape[i])
            return false;
    return true;
}

static void put_rect(struct svg *svg, struct point a, struct point b, mp radius) {
    mp left = length_min(a.x, b.x), top = length_min(a.y, b.y);
    textbuf_str(svg->out, "<rect");
    svgput_length(svg->out, "x", left);
    svgput_length(svg->out, "y", top);
    svgput_length(svg->out, "width", length_max(a.x, b.x) - left);
    svgput_length(svg->out, "height", length_max(a.y, b.y) - top);
    if (radius > 0)
        svgput_length(svg->out, "rx", radius);
}

static bool put_plain_rect(struct svg *svg, const struct path *path) {
    const struct point *p = path->points;
    if (!has_shape(path, "MLLLZ"))
        return false;
    bool across = p[0].y == p[1].y && p[1].x == p[2].x && p[2].y == p[3].y && p[3].x == p[0].x;
    bool down = p[0].x == p[1].x && p[1].y == p[2].y && p[2].x == p[3].x && p[3].y == p[0].y;
    if (!across && !down)
        return false;
    put_rect(svg, p[0], p[2], 0);
    return true;
}

/* Lengths that were the same before the page was brought to its paper, each rounded there. */
static bool same_length(mp a, mp b) {
    return a - b <= 1 && b - a <= 1;
}

/* As draw_round_rect() draws it. */
static bool put_round_rect(struct svg *svg, const struct path *path) {
    const struct point *p = path->points;
    if (!has_shape(path, "MLCLCLCLCZ"))
        return false;
    mp r = p[4].y - p[1].y;
    struct point a = {p[12].x, p[0].y}, b = {p[4].x, p[8].y};
    bool same = same_length(p[4].x - p[1].x, r) && same_length(p[0].x - a.x, r) &&
                same_length(p[8].y - p[5].y, r) && p[5].x == b.x && p[9].y == b.y &&
                p[13].x == a.x && p[16].y == a.y && r > 0;
    if (same)
        put_rect(svg, a, b, r);
    return same;
}

/* As draw_circle() draws it. */
static bool put_circle(struct svg *svg, const struct path *path) {
    const struct point *p = path->points;
    if (!has_shape(path, "MCCCCZ"))
        return false;
    mp r = (p[0].x - p[6].x) / 2;
    struct point c = {p[6].x + r, p[0].y};
    if (!same_length(p[3].x, c.x) || p[9].x != p[3].x || !same_length(p[3].y, c.y + r) ||
        !same_length(p[9].y, c.y - r) || p[6].y != c.y || r <= 0)
        return false;
    textbuf_str(svg->out, "<circle");
    svgput_length(svg->out, "cx", c.x);
    svgput_length(svg->out, "cy", c.y);
    svgput_length(svg->out, "r", r);
    return true;
}

static void put_outline(struct svg *svg, const struct path *path) {
    static const int points[] = {1, 1, 3, 0};
    const struct point *p = path->points;
    textbuf_str(svg->out, "<path d=\"");
    for (size_t i = 0; i < path->op_count; i++) {
        textbuf_char(svg->out, "MLCZ"[path->ops[i]]);
        for (int k = 0; k < points[path->ops[i]]; k++, p++) {
            if (k > 0)
                textbuf_char(svg->out, ' ');
            svgput_pixels(svg->out, p->x);
            textbuf_char(svg->out, ' ');
            svgput_pixels(svg->out, p->y);
        }
    }
    textbuf_char(svg->out, '"');
}

static void put_path(struct svg *svg, const struct path *path) {
    bool stroke = path->stroke != COLOUR_NONE && path->width > 0;
    if (path->fill == COLOUR_NONE && !stroke)
        return;
    if (!put_plain_rect(svg, path) && !put_round_rect(svg, path) && !put_circle(svg, path))
        put_outline(svg, path);
    svgput_colour(svg->out, "fill", path->fill);
    if (path->even_odd && path->fill != COLOUR_NONE)
        textbuf_str(svg->out, " fill-rule=\"evenodd\"");
    if (stroke) {
        svgput_colour(svg->out, "stroke", path->stroke);
        svgput_length(svg->out, "stroke-width", path->width);
        if (path->round_caps)
            textbuf_str(svg->out, " stroke-linecap=\"round\" stroke-linejoin=\"round\"");
        if (path->dash_on > 0) {
            textbuf_str(svg->out, " stroke-dasharray=\"");
            svgput_pixels(svg->out, path->dash_on);
            textbuf_char(svg->out, ' ');
            svgput_pixels(svg->out, path->dash_off);
            textbuf_char(svg->out, '"');
        }
    }
    textbuf_str(svg->out, "/>\n");
}

/* ---- groups --------------------------------------------------------------------------------- */

/* id: where it is known already. */
static void begin_group(struct svg *svg, const struct scene_group *group, const char *id) {
    bool linked = address_allowed(group->href);
    if (linked) {
        textbuf_str(svg->out, "<a");
        svgput_attribute(svg->out, "xlink:href", group->href);
        svgput_optional(svg->out, "aria-label", group->label ? group->label : group->title);
        textbuf_str(svg->out, ">\n");
    }
    textbuf_str(svg->out, "<g");
    svgput_optional(svg->out, "id",
                    id || !group->id || !*group->id ? id : unique_id(svg, group->id));
    svgput_optional(svg->out, "class", group->css_class);
    svgput_optional(svg->out, "role", group->role);
    svgput_optional(svg->out, "aria-label", group->label);
    svgput_optional(svg->out, "data-status", group->data_status);
    if (group->focusable)
        textbuf_str(svg->out, " tabindex=\"0\"");
    if (svg->linked.count == 0) {
        const char *name = group->label ? group->label : group->title ? group->title : group->id;
        textbuf_str(svg->out, " inkscape:groupmode=\"layer\"");
        svgput_optional(svg->out, "inkscape:label", name);
    }
    textbuf_str(svg->out, ">\n");
    put_element(svg, "title", NULL, group->title);
    put_element(svg, "desc", NULL, group->description);
    vec_push(svg->arena, &svg->linked, linked);
}

static void end_group(struct svg *svg) {
    assert(svg->linked.count > 0);
    textbuf_str(svg->out, svg->linked.items[--svg->linked.count] ? "</g>\n</a>\n" : "</g>\n");
}

/* Begins a group; one whose texts are lines of words is written at once, up to its end. Returns the
 * item that is done. */
static size_t begin_words(struct svg *svg, size_t at) {
    const struct scene_item *items = svg->page->items.items;
    const struct scene_group *group = items[at].as.group;
    size_t end = at + 1;
    while (items[end].kind == SCENE_TEXT)
        end++;
    bool lines = group->words && svg->letters == SVG_TEXT && items[end].kind == SCENE_GROUP_END;
    const char *id = lines && group->id ? unique_id(svg, group->id) : NULL;
    if (lines && svgtext_words(&svg->line, &items[at + 1], end - at - 1, group, id))
        return end;
    begin_group(svg, group, id);
    return at;
}

/* ---- pictures ------------------------------------------------------------------------------- */

/* The picture travels with the file. */
static const char *put_image(struct svg *svg, const struct scene_item *item) {
    const struct scene_image *image = &item->as.image;
    const struct picture *picture = image->picture;
    struct textbuf file;
    textbuf_init(&file, svg->arena);
    const char *why = picture->jpeg ? NULL : pngfile_picture(svg->arena, picture, &file);
    if (why)
        return why;
    textbuf_str(svg->out, "<image");
    svgput_length(svg->out, "x", image->rect.x);
    svgput_length(svg->out, "y", image->rect.y);
    svgput_length(svg->out, "width", image->rect.w);
    svgput_length(svg->out, "height", image->rect.h);
    const char *alt = item->element < svg->scene->elements.count
                          ? scene_detail(&svg->scene->elements.items[item->element])->alt
                          : NULL;
    if (alt) {
        svgput_attribute(svg->out, "role", "img");
        svgput_attribute(svg->out, "aria-label", alt);
    } else {
        svgput_attribute(svg->out, "aria-hidden", "true");
    }
    textbuf_printf(svg->out, " preserveAspectRatio=\"none\" xlink:href=\"data:image/%s;base64,",
                   picture->jpeg ? "jpeg" : "png");
    woff_base64(svg->out, picture->jpeg ? (const char *)picture->jpeg : file.bytes,
                picture->jpeg ? picture->jpeg_length : file.length);
    textbuf_str(svg->out, "\"/>\n");
    return NULL;
}

static const char *put_items(struct svg *svg) {
    const char *why = NULL;
    for (size_t i = 0; i < svg->page->items.count; i++) {
        const struct scene_item *item = &svg->page->items.items[i];
        if (item->kind != SCENE_TEXT)
            svgtext_flush(&svg->line);
        switch (item->kind) {
        case SCENE_TEXT:
            if (item->as.text.run->bytes && svg->letters == SVG_OUTLINES)
                svgglyphs_use(&item->as.text, svg->ids, svg->out);
            else if (item->as.text.run->bytes)
                svgtext_add(&svg->line, &item->as.text);
            break;
        case SCENE_PATH:
            put_path(svg, item->as.path);
            break;
        case SCENE_IMAGE:
            why = why ? why : put_image(svg, item);
            break;
        case SCENE_GROUP_BEGIN:
            i = begin_words(svg, i);
            break;
        case SCENE_GROUP_END:
            end_group(svg);
            break;
        }
    }
    svgtext_flush(&svg->line);
    return why;
}

/* ---- the file ------------------------------------------------------------------------------- */

static void put_millimetres(struct svg *svg, const char *name, mp length) {
    textbuf_printf(svg->out, " %s=\"", name);
    textbuf_fixed(svg->out, ((int64_t)length * 254 + 3600) / 7200, 2);
    textbuf_str(svg->out, "mm\"");
}

static void begin_root(struct svg *svg) {
    const struct scene *scene = svg->scene;
    textbuf_str(svg->out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                          "<svg xmlns=\"http://www.w3.org/2000/svg\""
                          " xmlns:xlink=\"http://www.w3.org/1999/xlink\""
                          " xmlns:inkscape=\"http://www.inkscape.org/namespaces/inkscape\""
                          " xmlns:sodipodi=\"http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd\"");
    put_millimetres(svg, "width", svg->page->width);
    put_millimetres(svg, "height", svg->page->height);
    textbuf_str(svg->out, " viewBox=\"0 0 ");
    svgput_pixels(svg->out, svg->page->width);
    textbuf_char(svg->out, ' ');
    svgput_pixels(svg->out, svg->page->height);
    textbuf_char(svg->out, '"');
    const char *language = scene->language && *scene->language ? scene->language : "en";
    svgput_attribute(svg->out, "xml:lang", language);
    svgput_attribute(svg->out, "lang", language);
    textbuf_str(svg->out, " role=\"graphics-document document\" aria-labelledby=\"t\""
                          " aria-describedby=\"d\" text-rendering=\"geometricPrecision\"");
    svgput_attribute(svg->out, "font-family", "Lato," SVGTEXT_FALLBACK);
    textbuf_str(svg->out, ">\n");
    idmap_put(svg->ids, "t", 0);
    idmap_put(svg->ids, "d", 0);
    const char *title = scene->title && *scene->title ? scene->title : "Drawing";
    put_element(svg, "title", "t", title);
    put_element(svg, "desc", "d",
                scene->description && *scene->description ? scene->description : title);
    put_element(svg, "metadata", NULL,
                arena_printf(svg->arena, "%s %s%s%s", BOARDPACK_NAME, BOARDPACK_VERSION,
                             scene->source_digest ? "; source sha256:" : "",
                             scene->source_digest ? scene->source_digest : ""));
}

/* The paper itself, unless the drawing begins with a ground of its own: viewers have backgrounds.
 */
static void put_paper(struct svg *svg) {
    const struct scene_page *page = svg->page;
    const struct path *first = page->items.count && page->items.items[0].kind == SCENE_PATH
                                   ? page->items.items[0].as.path
                                   : NULL;
    if (first && has_shape(first, "MLLLZ") && first->fill != COLOUR_NONE &&
        first->points[0].x == 0 && first->points[0].y == 0 && first->points[2].x == page->width &&
        first->points[2].y == page->height)
        return;
    textbuf_str(svg->out, "<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n");
}

bool svg_render(struct arena *arena, const struct scene *scene, uint32_t page,
                enum svg_letters letters, struct textbuf *out, const char **why) {
    assert(page < scene->pages.count);
    *why = scene_problem(scene);
    if (*why)
        return false;
    struct svg svg = {.arena = arena,
                      .scene = scene,
                      .page = &scene->pages.items[page],
                      .out = out,
                      .letters = letters,
                      .ids = idmap_new(arena)};
    svgtext_init(&svg.line, arena, out);
    begin_root(&svg);
    if (letters == SVG_TEXT)
        collect_faces(&svg);
    if (!put_style(&svg, why))
        return false;
    if (letters == SVG_OUTLINES && !svgglyphs_define(svg.page, svg.ids, out, why))
        return false;
    put_paper(&svg);
    *why = put_items(&svg);
    textbuf_str(out, "</svg>\n");
    return !*why;
}
