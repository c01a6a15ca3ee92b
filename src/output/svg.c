#include "output/svg.h"

#include "base/ascii.h"
#include "base/idmap.h"
#include "base/utf8.h"
#include "base/version.h"
#include "output/address.h"
#include "output/pngfile.h"
#include "output/subset.h"
#include "output/svgglyphs.h"
#include "output/woff.h"
#include <assert.h>
#include <hb.h>
#include <string.h>

#define FALLBACK_FAMILIES "'Noto Sans','Segoe UI',Arial,sans-serif"

/* Round what has the keyboard; seen on white and on dark grounds. */
#define FOCUS "#3b82d6"

/* Gaps in thousandths of the size: how far a blank may be from its natural width, and what is no
 * gap at all. */
#define BLANK_TOLERANCE 40
#define NO_GAP          15

/* The characters of one face. */
struct face_use {
    const struct face *face;
    VEC(uint32_t) runes; /* in the order of first use */
    uint8_t *seen;       /* a bit for each character of the first two planes */
};

/* Texts of one line that can be one element. */
struct line {
    const struct scene_text *first;
    const struct face *face;
    struct textbuf text;
    mp end; /* where the last run ends */
    bool mergeable;
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
    struct line line;
};

/* ---- writing XML ---------------------------------------------------------------------------- */

static void put_attribute(struct svg *svg, const char *name, const char *value) {
    textbuf_printf(svg->out, " %s=\"", name);
    textbuf_xml(svg->out, value);
    textbuf_char(svg->out, '"');
}

static void put_optional(struct svg *svg, const char *name, const char *value) {
    if (value && *value)
        put_attribute(svg, name, value);
}

/* Hundredths of a pixel. */
static int64_t pixels(mp length) {
    int64_t doubled = (int64_t)length * 2;
    return (doubled + (doubled < 0 ? -7 : 7)) / 15;
}

static void put_pixels(struct textbuf *out, mp length) {
    textbuf_fixed(out, pixels(length), 2);
}

static void put_length(struct svg *svg, const char *name, mp length) {
    textbuf_printf(svg->out, " %s=\"", name);
    put_pixels(svg->out, length);
    textbuf_char(svg->out, '"');
}

static void put_colour(struct svg *svg, const char *name, uint32_t colour) {
    if (colour == COLOUR_NONE)
        textbuf_printf(svg->out, " %s=\"none\"", name);
    else
        textbuf_printf(svg->out, " %s=\"#%06x\"", name, colour & 0xFFFFFF);
}

static void put_element(struct svg *svg, const char *name, const char *id, const char *text) {
    if (!text || !*text)
        return;
    textbuf_printf(svg->out, "<%s", name);
    put_optional(svg, "id", id);
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

/* ---- text ----------------------------------------------------------------------------------- */

static bool outer_blanks(const char *text) {
    size_t length = strlen(text);
    return length && (text[0] == ' ' || text[length - 1] == ' ' || strstr(text, "  "));
}

static void flush_line(struct svg *svg) {
    struct line *line = &svg->line;
    if (!line->first)
        return;
    const char *text = textbuf_text(&line->text);
    textbuf_str(svg->out, "<text");
    put_length(svg, "x", line->first->x);
    put_length(svg, "y", line->first->y);
    if (strcmp(line->face->family, "Lato") != 0)
        put_attribute(svg, "font-family",
                      arena_printf(svg->arena, "'%s'," FALLBACK_FAMILIES, line->face->family));
    put_length(svg, "font-size", line->first->size);
    if (line->face->css_weight != 400)
        textbuf_printf(svg->out, " font-weight=\"%d\"", line->face->css_weight);
    put_colour(svg, "fill", line->first->colour);
    if (outer_blanks(text))
        textbuf_str(svg->out, " xml:space=\"preserve\"");
    textbuf_char(svg->out, '>');
    textbuf_xml(svg->out, text);
    textbuf_str(svg->out, "</text>\n");
    line->first = NULL;
}

/* Natural width of a blank in thousandths of the size. */
static int64_t blank_width(const struct face *face) {
    hb_codepoint_t glyph;
    if (!hb_font_get_nominal_glyph(face->shaper, ' ', &glyph))
        return 0;
    return (int64_t)hb_font_get_glyph_h_advance(face->shaper, glyph) * 1000 / face->upem;
}

/* What joins a text to the line: "" or a blank; NULL if it begins a line of its own. */
static const char *joint(const struct line *line, const struct scene_text *text) {
    const struct scene_text *first = line->first;
    if (!first || !line->mergeable || text->run->rtl || text->run->face != line->face ||
        text->size != first->size || text->y != first->y || text->colour != first->colour)
        return NULL;
    int64_t gap = ((int64_t)text->x - line->end) * 1000 / first->size;
    int64_t over = gap - blank_width(line->face);
    if (gap > -NO_GAP && gap < NO_GAP)
        return "";
    return over > -BLANK_TOLERANCE && over < BLANK_TOLERANCE ? " " : NULL;
}

static void put_text(struct svg *svg, const struct scene_text *text) {
    struct line *line = &svg->line;
    const char *between = joint(line, text);
    if (between) {
        textbuf_str(&line->text, between);
    } else {
        flush_line(svg);
        line->first = text;
        line->face = text->run->face;
        line->mergeable = !text->run->rtl;
        textbuf_clear(&line->text);
    }
    textbuf_bytes(&line->text, text->run->text, text->run->bytes);
    line->end = text->x + shape_run_width(text->run, text->size);
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
    put_length(svg, "x", left);
    put_length(svg, "y", top);
    put_length(svg, "width", length_max(a.x, b.x) - left);
    put_length(svg, "height", length_max(a.y, b.y) - top);
    if (radius > 0)
        put_length(svg, "rx", radius);
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
    put_length(svg, "cx", c.x);
    put_length(svg, "cy", c.y);
    put_length(svg, "r", r);
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
            put_pixels(svg->out, p->x);
            textbuf_char(svg->out, ' ');
            put_pixels(svg->out, p->y);
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
    put_colour(svg, "fill", path->fill);
    if (path->even_odd && path->fill != COLOUR_NONE)
        textbuf_str(svg->out, " fill-rule=\"evenodd\"");
    if (stroke) {
        put_colour(svg, "stroke", path->stroke);
        put_length(svg, "stroke-width", path->width);
        if (path->round_caps)
            textbuf_str(svg->out, " stroke-linecap=\"round\" stroke-linejoin=\"round\"");
        if (path->dash_on > 0) {
            textbuf_str(svg->out, " stroke-dasharray=\"");
            put_pixels(svg->out, path->dash_on);
            textbuf_char(svg->out, ' ');
            put_pixels(svg->out, path->dash_off);
            textbuf_char(svg->out, '"');
        }
    }
    textbuf_str(svg->out, "/>\n");
}

/* ---- groups --------------------------------------------------------------------------------- */

static void begin_group(struct svg *svg, const struct scene_group *group) {
    bool linked = address_allowed(group->href);
    if (linked) {
        textbuf_str(svg->out, "<a");
        put_attribute(svg, "xlink:href", group->href);
        put_optional(svg, "aria-label", group->label ? group->label : group->title);
        textbuf_str(svg->out, ">\n");
    }
    textbuf_str(svg->out, "<g");
    if (group->id && *group->id)
        put_attribute(svg, "id", unique_id(svg, group->id));
    put_optional(svg, "class", group->css_class);
    put_optional(svg, "role", group->role);
    put_optional(svg, "aria-label", group->label);
    put_optional(svg, "data-status", group->data_status);
    if (group->focusable)
        textbuf_str(svg->out, " tabindex=\"0\"");
    if (svg->linked.count == 0) {
        const char *name = group->label ? group->label : group->title ? group->title : group->id;
        textbuf_str(svg->out, " inkscape:groupmode=\"layer\"");
        put_optional(svg, "inkscape:label", name);
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
    put_length(svg, "x", image->rect.x);
    put_length(svg, "y", image->rect.y);
    put_length(svg, "width", image->rect.w);
    put_length(svg, "height", image->rect.h);
    const char *alt = item->element < svg->scene->elements.count
                          ? scene_detail(&svg->scene->elements.items[item->element])->alt
                          : NULL;
    if (alt) {
        put_attribute(svg, "role", "img");
        put_attribute(svg, "aria-label", alt);
    } else {
        put_attribute(svg, "aria-hidden", "true");
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
            flush_line(svg);
        switch (item->kind) {
        case SCENE_TEXT:
            if (item->as.text.run->bytes && svg->letters == SVG_OUTLINES)
                svgglyphs_use(&item->as.text, svg->ids, svg->out);
            else if (item->as.text.run->bytes)
                put_text(svg, &item->as.text);
            break;
        case SCENE_PATH:
            put_path(svg, item->as.path);
            break;
        case SCENE_IMAGE:
            why = why ? why : put_image(svg, item);
            break;
        case SCENE_GROUP_BEGIN:
            begin_group(svg, item->as.group);
            break;
        case SCENE_GROUP_END:
            end_group(svg);
            break;
        }
    }
    flush_line(svg);
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
                          " xmlns:inkscape=\"http://www.inkscape.org/namespaces/inkscape\"");
    put_millimetres(svg, "width", svg->page->width);
    put_millimetres(svg, "height", svg->page->height);
    textbuf_str(svg->out, " viewBox=\"0 0 ");
    put_pixels(svg->out, svg->page->width);
    textbuf_char(svg->out, ' ');
    put_pixels(svg->out, svg->page->height);
    textbuf_char(svg->out, '"');
    const char *language = scene->language && *scene->language ? scene->language : "en";
    put_attribute(svg, "xml:lang", language);
    put_attribute(svg, "lang", language);
    textbuf_str(svg->out, " role=\"graphics-document document\" aria-labelledby=\"t\""
                          " aria-describedby=\"d\" text-rendering=\"geometricPrecision\"");
    put_attribute(svg, "font-family", "Lato," FALLBACK_FAMILIES);
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
    assert(!scene_problem(scene) && page < scene->pages.count);
    struct svg svg = {.arena = arena,
                      .scene = scene,
                      .page = &scene->pages.items[page],
                      .out = out,
                      .letters = letters,
                      .ids = idmap_new(arena)};
    textbuf_init(&svg.line.text, arena);
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
