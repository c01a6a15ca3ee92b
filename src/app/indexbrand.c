#include "app/indexbrand.h"

#include "base/utf8.h"
#include "output/pngfile.h"
#include "output/subset.h"
#include "output/woff.h"
#include "text/housefont.h"

#define OTHERS "\"Segoe UI\",\"Helvetica Neue\",Roboto,Arial,sans-serif"

struct runes {
    uint8_t seen[0x110000 / 8];
    VEC(uint32_t) items;
};

static struct runes *runes_of(struct arena *arena, const struct textbuf *page) {
    struct runes *out = arena_alloc(arena, sizeof *out);
    for (size_t at = 0; at < page->length;) {
        const uint32_t rune = utf8_next(textbuf_text(page), page->length, &at);
        if (rune < ' ' || out->seen[rune / 8] & 1u << rune % 8)
            continue;
        out->seen[rune / 8] |= (uint8_t)(1u << rune % 8);
        vec_push(arena, &out->items, rune);
    }
    return out;
}

static bool put_face(struct arena *arena, const struct face *face, const struct runes *runes,
                     const char *family, int weight, struct textbuf *out, const char **why) {
    struct subset subset;
    struct textbuf woff;
    textbuf_init(&woff, arena);
    if (!subset_characters(arena, face, runes->items.items, runes->items.count, &subset, why))
        return false;
    if (!woff_pack(arena, subset.bytes, subset.length, &woff)) {
        *why = "a font cannot be packed for the web";
        return false;
    }
    textbuf_printf(out,
                   "@font-face { font-family: \"%s\"; font-weight: %d; "
                   "src: url(data:font/woff;base64,",
                   family, weight);
    woff_base64(out, woff.bytes, woff.length);
    textbuf_str(out, ") format(\"woff\"); }\n");
    return true;
}

/* The rules for text and for headings; each has names of its own, because the map beside them
 * brings parts of the same fonts. */
static bool put_fonts(const struct job *job, const struct runes *runes, struct textbuf *out,
                      const char **why) {
    static const struct {
        enum font_role role;
        const char *family;
        int weight;
    } faces[] = {{FONT_REGULAR, "House", 400},
                 {FONT_BOLD, "House", 600},
                 {FONT_HEADING, "House Headings", 600}};
    struct fontset *fonts = fontset_open_house(job->arena, job->house, job->diags);
    *why = "its fonts cannot be opened";
    for (size_t i = 0; i < sizeof faces / sizeof *faces; i++) {
        if (!fonts)
            return false;
        if (job->house->files[faces[i].role] &&
            !put_face(job->arena, fontset_face(fonts, faces[i].role), runes, faces[i].family,
                      faces[i].weight, out, why))
            return false;
    }
    textbuf_str(out, "body { font-family: House," OTHERS "; }\n"
                     "h1, h2, caption { font-family: \"House Headings\",House," OTHERS
                     "; font-weight: 600; }\n");
    return true;
}

/* Pixels only: what a file may tell about who made it stays behind. */
static const char *logo_of(const struct job *job, const char **why) {
    struct textbuf file, out;
    textbuf_init(&file, job->arena);
    textbuf_init(&out, job->arena);
    *why = pngfile_picture(job->arena, job->logo.picture, &file);
    if (*why)
        return NULL;
    textbuf_str(&out, "data:image/png;base64,");
    woff_base64(&out, file.bytes, file.length);
    return textbuf_text(&out);
}

bool indexbrand_html(const struct job *job, const struct unitpage *page, struct textbuf *out) {
    struct unitpage own = *page;
    const char *why = NULL;
    struct textbuf style;
    textbuf_init(&style, job->arena);
    if (job->logo.picture) {
        own.logo = logo_of(job, &why);
        own.logo_alt = report_logo_alt(job->arena, page->template->words, job->plan, job->logo);
    }
    unitpage_html(job->arena, &own, out);
    if (!why && job->house && put_fonts(job, runes_of(job->arena, out), &style, &why)) {
        own.style = textbuf_text(&style);
        why = NULL;
        textbuf_clear(out);
        unitpage_html(job->arena, &own, out);
    }
    if (why)
        job_complain(job, BP9014, "index.html", why, NULL);
    return !why;
}
