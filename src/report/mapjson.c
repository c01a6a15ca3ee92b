#include "report/mapjson.h"

#include "layout/fitpage.h"
#include "report/mapkeep.h"

#include <string.h>

/* Thousandths of a millimetre: 25.4 mm are 72000 mp. */
static int64_t micrometres(mp length) {
    int64_t scaled = (int64_t)length * 25400;
    return (scaled + (scaled < 0 ? -36000 : 36000)) / 72000;
}

static void put_number(struct textbuf *out, mp length) {
    textbuf_fixed(out, micrometres(length), 3);
}

static void put_rect(struct textbuf *out, struct rect r) {
    textbuf_str(out, "\"x\":");
    put_number(out, r.x);
    textbuf_str(out, ",\"y\":");
    put_number(out, r.y);
    textbuf_str(out, ",\"w\":");
    put_number(out, r.w);
    textbuf_str(out, ",\"h\":");
    put_number(out, r.h);
}

/* What stands between the items of an array. */
static void comma(struct textbuf *out, bool *first) {
    textbuf_str(out, *first ? "\n" : ",\n");
    *first = false;
}

static void put_box(struct textbuf *out, bool *first, const char *id, struct rect r) {
    comma(out, first);
    textbuf_str(out, "{\"id\":");
    textbuf_json(out, id);
    textbuf_char(out, ',');
    put_rect(out, r);
    textbuf_char(out, '}');
}

static void put_points(struct textbuf *out, mp size) {
    textbuf_fixed(out, size, 3);
}

static void boxes(struct textbuf *out, const struct map_model *model,
                  const struct map_layout *layout) {
    bool first = true;
    textbuf_str(out, "\"bands\":[");
    for (size_t i = 0; i < model->bands.count; i++)
        if (layout->bands[i].h > 0)
            put_box(out, &first, model->bands.items[i].id, layout->bands[i]);
    textbuf_str(out, "],\n\"themes\":[");
    first = true;
    for (size_t i = 0; i < model->themes.count; i++)
        if (layout->themes[i].w > 0)
            put_box(out, &first, model->themes.items[i].id, layout->themes[i]);
    textbuf_str(out, "],\n\"nodes\":[");
    first = true;
    for (size_t i = 0; i < model->cards.count; i++)
        put_box(out, &first, model->cards.items[i].id, layout->cards[i]);
    textbuf_str(out, "],\n");
}

static void put_ends(struct textbuf *out, const struct map_model *model,
                     const struct map_link *link, const char *before, const char *between) {
    textbuf_str(out, before);
    textbuf_json(out, model->cards.items[link->from].id);
    textbuf_str(out, between);
    textbuf_json(out, model->cards.items[link->to].id);
}

static void ways(struct textbuf *out, const struct map_model *model,
                 const struct map_layout *layout) {
    bool first = true;
    textbuf_str(out, "\"edges\":[");
    for (size_t i = 0; i < model->links.count; i++) {
        const struct map_way *way = &layout->ways[i];
        comma(out, &first);
        put_ends(out, model, &model->links.items[i], "{\"from\":", ",\"to\":");
        textbuf_str(out, ",\"points\":[");
        for (size_t k = 0; k < way->count; k++) {
            textbuf_str(out, k ? ",[" : "[");
            put_number(out, way->points[k].x);
            textbuf_char(out, ',');
            put_number(out, way->points[k].y);
            textbuf_char(out, ']');
        }
        textbuf_str(out, "],\"curve\":\"polyline\"}");
    }
    textbuf_str(out, "],\n");
}

static void put_holder(struct textbuf *out, const struct map_model *model,
                       const struct map_piece *piece) {
    size_t i = (size_t)piece->index;
    const char *kind = "page", *id = NULL;
    if (piece->holder == HOLDER_BAND) {
        kind = "band:";
        id = model->bands.items[i].id;
    } else if (piece->holder == HOLDER_THEME) {
        kind = "theme:";
        id = model->themes.items[i].id;
    } else if (piece->holder == HOLDER_CARD) {
        kind = "node:";
        id = model->cards.items[i].id;
    }
    struct textbuf name;
    textbuf_init(&name, out->arena);
    textbuf_printf(&name, "%s%s", kind, id ? id : "");
    textbuf_json(out, textbuf_text(&name));
}

static void put_text(struct textbuf *out, const struct map_model *model,
                     const struct map_piece *piece) {
    textbuf_str(out, "{\"in\":");
    put_holder(out, model, piece);
    textbuf_str(out, ",\"role\":");
    textbuf_json(out, piece->role);
    textbuf_char(out, ',');
    put_rect(out, piece->rect);
    textbuf_str(out, ",\"pt\":");
    put_points(out, piece->size);
    textbuf_str(out, ",\"text\":");
    textbuf_json(out, piece->text);
    if (piece->truncated)
        textbuf_str(out, ",\"truncated\":true");
    if (piece->holder == HOLDER_LINK) {
        put_ends(out, model, &model->links.items[piece->index], ",\"edge\":[", ",");
        textbuf_char(out, ']');
    }
    textbuf_char(out, '}');
}

/* ---- the paper ------------------------------------------------------------------------------ */

struct fit {
    struct arena *arena;
    struct rect from, to;
};

static struct rect fit_rect(const struct fit *fit, struct rect r) {
    struct point a = fitpage_point((struct point){r.x, r.y}, fit->from, fit->to);
    struct point b = fitpage_point((struct point){r.x + r.w, r.y + r.h}, fit->from, fit->to);
    return (struct rect){a.x, a.y, b.x - a.x, b.y - a.y};
}

static struct rect *fit_rects(const struct fit *fit, const struct rect *rects, size_t count) {
    struct rect *out = arena_array(fit->arena, count + 1, sizeof *out);
    for (size_t i = 0; i < count; i++)
        out[i] = fit_rect(fit, rects[i]);
    return out;
}

static struct map_way *fit_ways(const struct fit *fit, const struct map_way *ways, size_t count) {
    struct map_way *out = arena_array(fit->arena, count + 1, sizeof *out);
    for (size_t i = 0; i < count; i++) {
        out[i] = ways[i];
        out[i].points = arena_array(fit->arena, ways[i].count + 1, sizeof *out[i].points);
        for (size_t k = 0; k < ways[i].count; k++)
            out[i].points[k] = fitpage_point(ways[i].points[k], fit->from, fit->to);
    }
    return out;
}

/* What is told of the layout, as it lies on the paper. */
static struct map_layout on_paper(struct arena *arena, const struct map_model *model,
                                  const struct map_layout *layout) {
    struct map_layout out = *layout;
    const struct fit fit = {
        arena, layout->look.page, {0, 0, layout->sheet_width, layout->sheet_height}};
    out.look.page = fit.to;
    out.bands = fit_rects(&fit, layout->bands, model->bands.count);
    out.themes = fit_rects(&fit, layout->themes, model->themes.count);
    out.cards = fit_rects(&fit, layout->cards, model->cards.count);
    out.ways = fit_ways(&fit, layout->ways, model->links.count);
    out.pieces.items = arena_array(arena, layout->pieces.count + 1, sizeof *out.pieces.items);
    for (size_t i = 0; i < layout->pieces.count; i++) {
        struct map_piece *piece = &out.pieces.items[i];
        *piece = layout->pieces.items[i];
        piece->rect = fit_rect(&fit, piece->rect);
        piece->size = fitpage_length(piece->size, fit.from, fit.to);
    }
    return out;
}

static void write(const struct map_model *model, const struct map_layout *layout,
                  struct textbuf *out) {
    textbuf_str(out, "{\"format\":\"strategy-map-layout/1\",\"map\":");
    textbuf_json(out, model->id);
    textbuf_str(out, ",\"unit\":\"mm\",\n\"page\":{\"w\":");
    put_number(out, layout->look.page.w);
    textbuf_str(out, ",\"h\":");
    put_number(out, layout->look.page.h);
    textbuf_str(out, "},\n");
    boxes(out, model, layout);
    ways(out, model, layout);
    bool first = true;
    textbuf_str(out, "\"texts\":[");
    for (size_t i = 0; i < layout->pieces.count; i++) {
        if (layout->pieces.items[i].kind != PIECE_TEXT)
            continue;
        comma(out, &first);
        put_text(out, model, &layout->pieces.items[i]);
    }
    textbuf_char(out, ']');
    if (layout->arrangement) {
        textbuf_str(out, ",\n");
        mapkeep_write(layout->arrangement, out);
    }
    textbuf_str(out, "}\n");
}

void mapjson_write(const struct map_model *model, const struct map_layout *layout,
                   struct textbuf *out) {
    const struct map_layout printed = on_paper(out->arena, model, layout);
    write(model, &printed, out);
}
