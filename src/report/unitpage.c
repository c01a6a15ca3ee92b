#include "report/unitpage.h"

#include "base/embedded.h"
#include "layout/mirror.h"
#include "layout/style.h"
#include "report/compose.h"
#include "report/tallycolumn.h"
#include <assert.h>
#include <string.h>

enum { MARKS = MARK_GREY + 1 };
enum { MANY = 30 }; /* units on more than a screen or two */

/* The shapes of layout/mark in a box of 20 by 20 about its centre. */
static const char *const shapes[MARKS] = {
    [MARK_EXCEEDS] =
        ("<path d=\"M0-10 2.6-3.6 9.5-3.1 4.3 1.4 5.9 8.1 0 4.5-5.9 8.1-4.3 1.4-9.5-3.1"
         "-2.6-3.6Z\""),
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

/* The colours of the house in place of those of the style sheet; it has its own for the dark. */
static void put_brand(const struct writer *w) {
    static const struct {
        const char *name;
        uint32_t colour;
    } roles[] = {{"ink", INK}, {"soft", GREY}, {"head", NAVY}, {"link", NAVY}};
    bool any = false;
    for (size_t i = 0; i < sizeof roles / sizeof *roles; i++) {
        if (brand(w, roles[i].colour) == roles[i].colour)
            continue;
        textbuf_printf(w->out, "%s --%s: #%06x;",
                       any ? "" : "@media not all and (prefers-color-scheme: dark) { :root {",
                       roles[i].name, brand(w, roles[i].colour));
        any = true;
    }
    put(w, any ? " } }\n" : "");
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
    put(w, w->page->style ? w->page->style : "");
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

static void logo(const struct writer *w) {
    if (!w->page->logo)
        return;
    textbuf_printf(w->out, "<img class=\"logo\" src=\"");
    text(w, w->page->logo);
    put(w, "\" alt=\"");
    text(w, w->page->logo_alt ? w->page->logo_alt : "");
    put(w, "\">\n");
}

static void header(const struct writer *w, const char *title) {
    const struct assessment *a = w->page->assessment;
    const struct plan *plan = a->plan;
    put(w, "<header>\n");
    logo(w);
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

/* A bar of all units, as long a part for each status as it has units; the list beneath says it. */
static void bar(const struct writer *w, const int counts[MARKS]) {
    put(w, "<div class=\"bar\" aria-hidden=\"true\">");
    for (int i = 0; i < TALLYCOLUMNS; i++) {
        const enum mark of = tallycolumn_mark(i);
        const struct mark_colours *colours = mark_colours(of);
        if (counts[of] > 0)
            textbuf_printf(w->out, "<i style=\"flex-grow:%d;background:#%06x\"></i>", counts[of],
                           brand(w, of == MARK_GREY ? colours->outline : colours->solid));
    }
    put(w, "</div>\n");
}

/* How many units stand so: what an executive wants first. */
static void summary(const struct writer *w) {
    int counts[MARKS] = {0};
    for (size_t i = 0; i < w->page->count; i++) {
        const struct group_result *r = assess_unit(w->page->assessment, w->page->rows[i].unit);
        counts[compose_mark(r->status)]++;
    }
    element(w, "p class=\"lead\"",
            words_fill(w->arena, w->words, "units.message",
                       arena_printf(w->arena, "%d", counts[MARK_RED]),
                       arena_printf(w->arena, "%zu", w->page->count),
                       arena_printf(w->arena, "%d", counts[MARK_AMBER]), NULL));
    put(w, "\n");
    bar(w, counts);
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

/* To another part of this page. */
static void jump_to(const struct writer *w, const char *kind, const char *id, const char *words) {
    textbuf_printf(w->out, "<a class=\"jump\" href=\"#%s", kind);
    text(w, id);
    put(w, "\">");
    text(w, words);
    put(w, "</a>");
}

/* True if further rows belong to the unit of this one. */
static bool leads(const struct unitpage *page, size_t at) {
    return at + 1 < page->count && page->rows[at + 1].unit->depth > page->rows[at].unit->depth;
}

/* Where there are many: the ways to the units right below the first that lead others. */
static void ways(const struct writer *w) {
    const struct unitpage *page = w->page;
    size_t groups = 0;
    for (int round = 0; round < 2; round++) {
        if (round == 1 && (page->count < MANY || groups < 2))
            return;
        if (round == 1)
            put(w, "<nav aria-labelledby=\"units\">\n<ul class=\"ways\">\n");
        for (size_t i = 1; i < page->count; i++) {
            const struct unit *unit = page->rows[i].unit;
            if (unit->depth != page->rows[0].unit->depth + 1 || !leads(page, i))
                continue;
            groups++;
            if (round == 0)
                continue;
            put(w, "<li>");
            jump_to(w, "unit-", unit->id, unit->name);
            put(w, "</li>\n");
        }
    }
    put(w, "</ul>\n</nav>\n");
}

static const char *pages(const struct writer *w, const char *key, size_t count) {
    return words_fill(w->arena, w->words, key, arena_printf(w->arena, "%zu", count), NULL);
}

/* What the number counts stands in its heading, and beside it where there is no room for that. */
static void tally(const struct writer *w, const struct tally *of) {
    for (int i = 0; i < TALLYCOLUMNS; i++) {
        const int count = tallycolumn_count(of, i);
        textbuf_printf(w->out, "<td role=\"cell\" class=\"figure count%s\" data-of=\"",
                       count ? "" : " none");
        text(w, word(w, tallycolumn_word(i)));
        textbuf_printf(w->out, "\">%d</td>", count);
    }
}

/* Roles are said again because some browsers forget them of rows that are set otherwise. */
static void row(const struct writer *w, size_t at) {
    const struct unitpage_row *row = &w->page->rows[at];
    const struct group_result *r = assess_unit(w->page->assessment, row->unit);
    const int depth = row->unit->depth - w->page->rows[0].unit->depth;
    textbuf_printf(w->out, "<tr role=\"row\"%s style=\"--depth:%d\" id=\"unit-",
                   leads(w->page, at) ? " class=\"leads\"" : "", depth > 9 ? 9 : depth);
    text(w, row->unit->id);
    put(w, "\">");
    element(w, "th scope=\"row\" role=\"rowheader\"", row->unit->name);
    put(w, "<td role=\"cell\" class=\"status\">");
    mark(w, compose_mark(r->status));
    put(w, " ");
    text(w, compose_status_word(&w->report, r->status));
    put(w, "</td><td role=\"cell\" class=\"figure score\" data-of=\"");
    text(w, word(w, "scorecard.score"));
    put(w, "\">");
    text(w, compose_score(&w->report, r->score));
    put(w, "</td>");
    tally(w, &r->tally);
    put(w, "<td role=\"cell\" class=\"files\">");
    link_to(w, row->packet, pages(w, "units.packet", row->pages), row->unit->name);
    link_to(w, row->map, word(w, "units.map"), row->unit->name);
    link_to(w, row->data, word(w, "units.figures"), row->unit->name);
    put(w, "</td></tr>\n");
}

static void columns(const struct writer *w) {
    static const char single[] = "th scope=\"col\" role=\"columnheader\" rowspan=\"2\"";
    put(w, "<thead role=\"rowgroup\">\n<tr role=\"row\">");
    element(w, single, word(w, "units.unit"));
    element(w, single, word(w, "column.status"));
    element(w, "th scope=\"col\" role=\"columnheader\" rowspan=\"2\" class=\"figure\"",
            word(w, "scorecard.score"));
    textbuf_printf(w->out,
                   "<th scope=\"colgroup\" role=\"columnheader\" colspan=\"%d\" class=\"over\">",
                   TALLYCOLUMNS);
    text(w, word(w, "units.objectives"));
    put(w, "</th>");
    element(w, "th scope=\"col\" role=\"columnheader\" rowspan=\"2\" class=\"files\"",
            word(w, "units.files"));
    put(w, "</tr>\n<tr role=\"row\">");
    for (int i = 0; i < TALLYCOLUMNS; i++)
        element(w, "th scope=\"col\" role=\"columnheader\" class=\"figure\"",
                word(w, tallycolumn_word(i)));
    put(w, "</tr>\n</thead>\n");
}

static void table(const struct writer *w) {
    element(w, "h2 id=\"units\"", word(w, "units.caption"));
    put(w, "\n");
    ways(w);
    put(w, "<table role=\"table\" class=\"units\">\n");
    element(w, "caption class=\"heard\"", word(w, "units.summary"));
    put(w, "\n");
    columns(w);
    put(w, "<tbody role=\"rowgroup\">\n");
    for (size_t i = 0; i < w->page->count; i++)
        row(w, i);
    put(w, "</tbody>\n</table>\n");
}

/* Without the declaration, which HTML does not know. */
static void map(const struct writer *w) {
    if (!w->page->map)
        return;
    const char *svg = strstr(w->page->map, "<svg");
    assert(svg);
    put(w, "<section class=\"map\">\n");
    element(w, "h2 id=\"map\"", word(w, "section.map"));
    put(w, "\n<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-labelledby=\"map\">\n");
    textbuf_bytes(w->out, svg, w->page->map_length - (size_t)(svg - w->page->map));
    put(w, "</div>\n</section>\n");
}

static void footer(const struct writer *w) {
    const struct plan *plan = w->page->assessment->plan;
    put(w, "</main>\n<footer>\n");
    element(w, "p",
            words_fill(w->arena, w->words, "cover.source", plan->source, plan->digest, NULL));
    put(w, "\n</footer>\n</body>\n</html>\n");
}

/* What is of all units. */
static void entries(const struct writer *w) {
    const struct unitpage *page = w->page;
    if (!page->book && !page->map)
        return;
    put(w, "<p class=\"entries\">");
    if (page->book)
        link_to(w, page->book, pages(w, "units.book", page->book_pages), page->rows[0].unit->name);
    if (page->map)
        jump_to(w, "", "map", word(w, "section.map"));
    put(w, "</p>\n");
}

void unitpage_html(struct arena *arena, const struct unitpage *page, struct textbuf *out) {
    const struct words *words = page->template->words;
    const struct writer w = {
        arena, page, words, {.arena = arena, .assessment = page->assessment, .words = words}, out};
    const char *title = words_fill(arena, w.words, "units.title", page->rows[0].unit->name, NULL);
    head(&w, title);
    header(&w, title);
    summary(&w);
    entries(&w);
    table(&w);
    map(&w);
    footer(&w);
}
