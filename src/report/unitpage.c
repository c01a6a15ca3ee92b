#include "report/unitpage.h"

#include "base/embedded.h"
#include "layout/mirror.h"
#include "layout/style.h"
#include "report/compose.h"
#include "report/tallycolumn.h"
#include <assert.h>
#include <string.h>

enum { MARKS = MARK_GREY + 1 };

/* The shapes of layout/mark in a box of 20 by 20 about its centre. */
static const char *const shapes[MARKS] = {
    [MARK_EXCEEDS] = "<path d=\"M0-10 2.6-3.6 9.5-3.1 4.3 1.4 5.9 8.1 0 4.5-5.9 8.1-4.3 1.4-9.5-3.1"
                     "-2.6-3.6Z\"",
    [MARK_GREEN] = "<circle r=\"9\"",
    [MARK_AMBER] = "<path d=\"M0-9 9.4 8H-9.4Z\" stroke-width=\"1.6\"",
    [MARK_RED] = "<path d=\"M0-10 10 0 0 10-10 0Z\"",
    [MARK_GREY] = "<circle r=\"8\" stroke-width=\"2\" stroke-dasharray=\"3.6 2.7\"",
};

struct writer {
    struct arena *arena;
    const struct unitpage *page;
    const struct words *words;
    struct report report; /* for what the packet's sections say alike */
    struct textbuf *out;
};

static void put(const struct writer *w, const char *html) {
    textbuf_str(w->out, html);
}

static void text(const struct writer *w, const char *words) {
    textbuf_xml(w->out, words);
}

/* <name>words</name>; name may hold attributes. */
static void element(const struct writer *w, const char *name, const char *words) {
    textbuf_printf(w->out, "<%s>", name);
    text(w, words);
    textbuf_printf(w->out, "</%.*s>", (int)strcspn(name, " "), name);
}

static const char *word(const struct writer *w, const char *key) {
    return words_text(w->words, key);
}

static void mark(const struct writer *w, enum mark of) {
    textbuf_printf(w->out,
                   "<svg class=\"mark\" viewBox=\"-11 -11 22 22\" aria-hidden=\"true\">"
                   "<use href=\"#mark%d\"/></svg>",
                   (int)of);
}

static uint32_t brand(const struct writer *w, uint32_t colour) {
    return palette_of(&w->page->template->brand.palette, colour);
}

static void shape(const struct writer *w, enum mark of) {
    const struct mark_colours *colours = mark_colours(of);
    const bool ring = of == MARK_GREY;
    textbuf_printf(w->out, "<g id=\"mark%d\">%s fill=\"#%06x\"", (int)of, shapes[of],
                   brand(w, ring ? colours->tint : colours->solid));
    if (ring || colours->outline != colours->solid)
        textbuf_printf(w->out, " stroke=\"#%06x\"", brand(w, colours->outline));
    put(w, "/></g>");
}

/* The colours of the house in place of those of the style sheet. */
static void put_brand(const struct writer *w) {
    static const struct {
        const char *name;
        uint32_t colour;
    } roles[] = {{"ink", INK}, {"soft", GREY}, {"head", NAVY}, {"link", NAVY}};
    bool any = false;
    for (size_t i = 0; i < sizeof roles / sizeof *roles; i++) {
        if (brand(w, roles[i].colour) == roles[i].colour)
            continue;
        textbuf_printf(w->out, "%s --%s: #%06x;", any ? "" : ":root {", roles[i].name,
                       brand(w, roles[i].colour));
        any = true;
    }
    put(w, any ? " }\n" : "");
}

static void head(const struct writer *w, const char *title) {
    const char *language = w->page->template->language;
    const struct embedded *css = embedded_file("units.css");
    assert(css);
    textbuf_printf(w->out, "<!DOCTYPE html>\n<html lang=\"%s\" dir=\"%s\">\n<head>\n", language,
                   mirror_language(language) ? "rtl" : "ltr");
    put(w, "<meta charset=\"utf-8\">\n"
           "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    element(w, "title", title);
    put(w, "\n<style>\n");
    textbuf_bytes(w->out, css->bytes, css->length);
    put_brand(w);
    put(w, "</style>\n</head>\n<body>\n");
    put(w, "<svg class=\"shapes\" width=\"0\" height=\"0\" aria-hidden=\"true\">");
    for (int m = MARK_EXCEEDS; m < MARKS; m++)
        shape(w, (enum mark)m);
    put(w, "</svg>\n");
}

/* Each language is named in its own words, for those who read only that one. */
static void languages(const struct writer *w) {
    if (w->page->language_count < 2)
        return;
    put(w, "<nav aria-label=\"");
    text(w, word(w, "units.languages"));
    put(w, "\">\n<ul class=\"languages\">\n");
    for (size_t i = 0; i < w->page->language_count; i++) {
        const struct unitpage_language *of = &w->page->languages[i];
        const bool here = strcmp(of->language, w->page->template->language) == 0;
        textbuf_printf(w->out, "<li><a href=\"%s\" hreflang=\"%s\" lang=\"%s\" dir=\"%s\"%s>",
                       of->path, of->language, of->language,
                       mirror_language(of->language) ? "rtl" : "ltr",
                       here ? " aria-current=\"page\"" : "");
        text(w, of->name);
        put(w, "</a></li>\n");
    }
    put(w, "</ul>\n</nav>\n");
}

static void header(const struct writer *w, const char *title) {
    const struct assessment *a = w->page->assessment;
    const struct plan *plan = a->plan;
    put(w, "<header>\n");
    languages(w);
    element(w, "h1", title);
    put(w, "\n<p>");
    text(w, words_period(w->arena, w->words, a->period, &plan->organization.fiscal));
    put(w, " \u00B7 ");
    text(w, words_fill(w->arena, w->words, "frame.as-of", words_date(w->arena, w->words, a->as_of),
                       NULL));
    if (plan->settings.classification && *plan->settings.classification) {
        put(w, " \u00B7 ");
        element(w, "strong", plan->settings.classification);
    }
    put(w, "</p>\n</header>\n<main>\n");
}

/* How many units stand so: what an executive wants first. */
static void summary(const struct writer *w) {
    int counts[MARKS] = {0};
    for (size_t i = 0; i < w->page->count; i++) {
        const struct group_result *r = assess_unit(w->page->assessment, w->page->rows[i].unit);
        counts[compose_mark(r->status)]++;
    }
    put(w, "<ul class=\"tally\">\n");
    for (int i = 0; i < TALLYCOLUMNS; i++) {
        const enum mark of = tallycolumn_mark(i);
        if (counts[of] == 0)
            continue;
        put(w, "<li>");
        mark(w, of);
        textbuf_printf(w->out, " <b>%d</b> ", counts[of]);
        text(w, word(w, tallycolumn_word(i)));
        put(w, "</li>\n");
    }
    put(w, "</ul>\n");
}

static void link_to(const struct writer *w, const char *path, const char *words, const char *of) {
    if (!path)
        return;
    put(w, "<a href=\"");
    text(w, path);
    put(w, "\">");
    text(w, words);
    put(w, "<span class=\"heard\">: ");
    text(w, of);
    put(w, "</span></a> ");
}

static const char *pages(const struct writer *w, const char *key, size_t count) {
    return words_fill(w->arena, w->words, key, arena_printf(w->arena, "%zu", count), NULL);
}

static void row(const struct writer *w, const struct unitpage_row *row) {
    const struct group_result *r = assess_unit(w->page->assessment, row->unit);
    const int depth = row->unit->depth - w->page->rows[0].unit->depth;
    const enum mark of = compose_mark(r->status);
    textbuf_printf(w->out, "<tr><th scope=\"row\" style=\"--depth:%d\">", depth > 9 ? 9 : depth);
    text(w, row->unit->name);
    put(w, "</th><td class=\"status\">");
    mark(w, of);
    put(w, " ");
    text(w, compose_status_word(&w->report, r->status));
    put(w, "</td><td class=\"figure\">");
    text(w, compose_score(&w->report, r->score));
    put(w, "</td>");
    for (int i = 0; i < TALLYCOLUMNS; i++) {
        int count = tallycolumn_count(&r->tally, i);
        textbuf_printf(w->out,
                       count ? "<td class=\"figure\">%d</td>" : "<td class=\"figure none\">%d</td>",
                       count);
    }
    put(w, "<td class=\"files\">");
    link_to(w, row->packet, pages(w, "units.packet", row->pages), row->unit->name);
    link_to(w, row->map, word(w, "units.map"), row->unit->name);
    link_to(w, row->data, word(w, "units.figures"), row->unit->name);
    put(w, "</td></tr>\n");
}

static void table(const struct writer *w) {
    put(w, "<div class=\"scroll\" role=\"region\" tabindex=\"0\" "
           "aria-labelledby=\"units\">\n<table>\n");
    element(w, "caption id=\"units\"", word(w, "units.caption"));
    put(w, "\n<thead>\n<tr>");
    element(w, "th scope=\"col\" rowspan=\"2\"", word(w, "units.unit"));
    element(w, "th scope=\"col\" rowspan=\"2\"", word(w, "column.status"));
    element(w, "th scope=\"col\" rowspan=\"2\" class=\"figure\"", word(w, "scorecard.score"));
    textbuf_printf(w->out, "<th scope=\"colgroup\" colspan=\"%d\" class=\"over\">", TALLYCOLUMNS);
    text(w, word(w, "units.objectives"));
    put(w, "</th>");
    element(w, "th scope=\"col\" rowspan=\"2\"", word(w, "units.files"));
    put(w, "</tr>\n<tr>");
    for (int i = 0; i < TALLYCOLUMNS; i++)
        element(w, "th scope=\"col\" class=\"figure\"", word(w, tallycolumn_word(i)));
    put(w, "</tr>\n</thead>\n<tbody>\n");
    for (size_t i = 0; i < w->page->count; i++)
        row(w, &w->page->rows[i]);
    put(w, "</tbody>\n</table>\n</div>\n");
}

/* Without the declaration, which HTML does not know. */
static void map(const struct writer *w) {
    if (!w->page->map)
        return;
    const char *svg = strstr(w->page->map, "<svg");
    assert(svg);
    put(w, "<section class=\"map\">\n");
    element(w, "h2", word(w, "section.map"));
    put(w, "\n");
    textbuf_bytes(w->out, svg, w->page->map_length - (size_t)(svg - w->page->map));
    put(w, "</section>\n");
}

static void footer(const struct writer *w) {
    const struct plan *plan = w->page->assessment->plan;
    put(w, "</main>\n<footer>\n");
    element(w, "p",
            words_fill(w->arena, w->words, "cover.source", plan->source, plan->digest, NULL));
    put(w, "\n</footer>\n</body>\n</html>\n");
}

void unitpage_html(struct arena *arena, const struct unitpage *page, struct textbuf *out) {
    const struct words *words = page->template->words;
    const struct writer w = {
        arena, page, words, {.arena = arena, .assessment = page->assessment, .words = words}, out};
    const char *title = words_fill(arena, w.words, "units.title", page->rows[0].unit->name, NULL);
    head(&w, title);
    header(&w, title);
    summary(&w);
    if (page->book) {
        put(&w, "<p>");
        link_to(&w, page->book, pages(&w, "units.book", page->book_pages),
                page->rows[0].unit->name);
        put(&w, "</p>\n");
    }
    table(&w);
    map(&w);
    footer(&w);
}
