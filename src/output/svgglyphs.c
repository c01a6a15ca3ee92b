#include "output/svgglyphs.h"

#include "output/glyphpath.h"
#include "output/svgput.h"
#include <string.h>

static const char *id_of(struct arena *arena, const struct run *run, uint32_t glyph) {
    return arena_printf(arena, "glyph-%d-%u", run->face->index, glyph);
}

/* Blanks have no outline and get no definition; they are known all the same, as 0. */
static bool define(const struct run *run, uint32_t glyph, struct idmap *ids, struct textbuf *out) {
    const char *id = id_of(out->arena, run, glyph);
    if (idmap_find(ids, id) != IDMAP_NONE)
        return true;
    struct textbuf path;
    textbuf_init(&path, out->arena);
    if (!glyphpath_append(run->face, glyph, &path))
        return false;
    idmap_put(ids, id, path.length > 0);
    if (path.length > 0)
        textbuf_printf(out, "<path id=\"%s\" d=\"%s\"/>\n", id, textbuf_text(&path));
    return true;
}

bool svgglyphs_define(const struct scene_page *page, struct idmap *ids, struct textbuf *out,
                      const char **why) {
    textbuf_str(out, "<defs>\n");
    for (size_t i = 0; i < page->items.count; i++) {
        const struct scene_item *item = &page->items.items[i];
        const struct run *run = item->kind == SCENE_TEXT ? item->as.text.run : NULL;
        for (size_t k = 0; run && k < run->count; k++)
            if (!define(run, run->glyphs[k].id, ids, out)) {
                *why = "out of memory";
                return false;
            }
    }
    textbuf_str(out, "</defs>\n");
    return true;
}

/* From font units to pixels: y turns round.  Nine places are exact for the longest line. */
static void put_matrix(struct textbuf *out, const struct scene_text *text) {
    const int64_t upem = text->run->face->upem;
    const int64_t scale = ((int64_t)text->size * 4000000 + 3 * upem / 2) / (3 * upem);
    textbuf_str(out, " transform=\"matrix(");
    textbuf_fixed(out, scale, 9);
    textbuf_str(out, " 0 0 ");
    textbuf_fixed(out, -scale, 9);
    textbuf_char(out, ' ');
    svgput_pixels(out, text->x);
    textbuf_char(out, ' ');
    svgput_pixels(out, text->y);
    textbuf_str(out, ")\"");
}

static void put_glyph(struct textbuf *out, const char *id, int64_t x, int32_t y) {
    textbuf_printf(out, "<use xlink:href=\"#%s\"", id);
    if (x) {
        textbuf_str(out, " x=\"");
        textbuf_int(out, x);
        textbuf_char(out, '"');
    }
    if (y) {
        textbuf_str(out, " y=\"");
        textbuf_int(out, y);
        textbuf_char(out, '"');
    }
    textbuf_str(out, "/>");
}

void svgglyphs_use(const struct scene_text *text, const struct idmap *ids, struct textbuf *out) {
    const struct run *run = text->run;
    textbuf_str(out, "<g role=\"img\" aria-label=\"");
    textbuf_xml(out, run->text);
    textbuf_char(out, '"');
    put_matrix(out, text);
    textbuf_printf(out, " fill=\"#%06x\">", text->colour & 0xFFFFFF);
    int64_t x = 0;
    for (size_t i = 0; i < run->count; i++) {
        const struct glyph *glyph = &run->glyphs[i];
        const char *id = id_of(out->arena, run, glyph->id);
        const size_t drawn = idmap_find(ids, id);
        if (drawn != IDMAP_NONE && drawn != 0)
            put_glyph(out, id, x + glyph->x_offset, glyph->y_offset);
        x += glyph->advance;
    }
    textbuf_str(out, "</g>\n");
}
