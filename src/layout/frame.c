#include "layout/frame.h"

#include "base/utf8.h"
#include "layout/mirror.h"
#include "layout/watermark.h"
#include "text/shape.h"
#include <string.h>

#define HEAD_BASELINE   MM(12.5)
#define RULE_HEIGHT     MM(13)  /* from the bottom */
#define FOOTER_BASELINE MM(9.2) /* from the bottom */
#define LEAST_BETWEEN   MM(6)
#define LONG_TEXT       MM(40)
#define LEFT_OF_LONG    MM(20)
#define LOGO_WIDTH      MM(26)
#define LOGO_HEIGHT     MM(5.6)
#define LOGO_MIDDLE     MM(11.6) /* half the height of its line's letters */
#define LOGO_GAP        MM(3)
#define SEPARATOR       "  \u00B7  "

/* A line of parts in different weights. */
struct part {
    const char *text;
    enum font_role role;
    uint32_t colour;
};

struct parts {
    struct part items[12];
    size_t count;
    mp size;
};

static void add_part(struct parts *parts, const char *text, enum font_role role, uint32_t colour) {
    if (text && *text && parts->count < sizeof parts->items / sizeof *parts->items)
        parts->items[parts->count++] = (struct part){text, role, colour};
}

/* Joins with what stands before it by a dot. */
static void join_part(struct parts *parts, const char *text, enum font_role role, uint32_t colour) {
    if (!text || !*text)
        return;
    if (parts->count > 0)
        add_part(parts, SEPARATOR, FONT_REGULAR, GREY);
    add_part(parts, text, role, colour);
}

static mp parts_width(struct composer *composer, const struct parts *parts) {
    mp width = 0;
    for (size_t i = 0; i < parts->count; i++)
        width += shape_measure(composer->fonts, parts->items[i].role, parts->size,
                               parts->items[i].text, composer->diags);
    return width;
}

static void draw_parts(struct composer *composer, struct pen pen, const struct parts *parts, mp x,
                       mp y) {
    for (size_t i = 0; i < parts->count; i++) {
        const struct part *part = &parts->items[i];
        const struct shaped *shaped = shape_text(composer->fonts, part->role, part->text,
                                                 strlen(part->text), NULL, composer->diags);
        mirror_begin(composer, pen.page, x, shape_width(shaped, parts->size));
        x = scene_add_shaped(pen.scene, pen.page, pen.element, shaped, x, y, parts->size,
                             part->colour);
        mirror_end(composer);
    }
}

/* The only ellipsis of a packet: the beginning of a text that fits the width. */
static const char *shortened(struct composer *composer, const char *text, enum font_role role,
                             mp size, mp width) {
    const size_t bytes = strlen(text);
    const char *best = "\u2026";
    for (size_t at = 0; at < bytes;) {
        utf8_next(text, bytes, &at);
        const char *candidate = arena_printf(composer->arena, "%.*s\u2026", (int)at, text);
        if (shape_measure(composer->fonts, role, size, candidate, NULL) > width)
            break;
        best = candidate;
    }
    composer_cut(composer, text);
    return best;
}

/* ---- running head ----------------------------------------------------------------------------
 */

static void head_right(struct parts *parts, const struct frame *frame, const char *unit,
                       bool with_kind) {
    *parts = (struct parts){.size = style_spec(STYLE_RUNNING)->size};
    join_part(parts, unit, FONT_REGULAR, GREY);
    if (with_kind)
        join_part(parts, frame->packet_kind, FONT_REGULAR, GREY);
    join_part(parts, frame->period, FONT_REGULAR, GREY);
}

/* The organization's mark at the right end; gives the room it takes. */
static mp draw_logo(struct composer *composer, const struct frame_page *page, uint32_t number) {
    const struct picture *logo = composer->document->frame.logo;
    const struct page_geometry *geometry = &page->geometry;
    if (!logo)
        return 0;
    struct rect rect = document_fitted(logo, LOGO_WIDTH, LOGO_HEIGHT);
    rect.x = geometry->margin + geometry->text_width - rect.w;
    rect.y = LOGO_MIDDLE - rect.h / 2;
    scene_add_image(composer->scene, number, SCENE_HEADER, logo, rect);
    return rect.w + LOGO_GAP;
}

/* The section's name: two thirds of the line are its own. */
static const char *head_name(struct composer *composer, const char *name, mp size, mp width) {
    const mp most = width * 2 / 3;
    const mp whole = shape_measure(composer->fonts, FONT_BOLD, size, name, NULL);
    return whole > most ? shortened(composer, name, FONT_BOLD, size, most) : name;
}

static void draw_head(struct composer *composer, const struct frame_page *page, uint32_t number) {
    const struct frame *frame = &composer->document->frame;
    const struct page_geometry *geometry = &page->geometry;
    const struct pen pen = {composer->scene, number, SCENE_HEADER};
    struct parts left = {.size = style_spec(STYLE_RUNNING)->size};
    const mp width = geometry->text_width - draw_logo(composer, page, number);
    add_part(&left, head_name(composer, page->section->name, left.size, width), FONT_BOLD, NAVY);
    if (page->continued && frame->continued && *frame->continued) {
        add_part(&left, " ", FONT_REGULAR, GREY);
        add_part(&left, frame->continued, FONT_REGULAR, GREY);
    }
    const mp room = width - parts_width(composer, &left) - LEAST_BETWEEN;
    struct parts right;
    head_right(&right, frame, frame->unit, true);
    if (parts_width(composer, &right) > room)
        head_right(&right, frame, frame->unit, false);
    mp over = parts_width(composer, &right) - room;
    if (over > 0 && frame->unit) {
        const mp unit = shape_measure(composer->fonts, FONT_REGULAR, right.size, frame->unit, NULL);
        head_right(&right, frame,
                   shortened(composer, frame->unit, FONT_REGULAR, right.size, unit - over), false);
    }
    draw_parts(composer, pen, &left, geometry->margin, HEAD_BASELINE);
    draw_parts(composer, pen, &right, geometry->margin + width - parts_width(composer, &right),
               HEAD_BASELINE);
}

/* ---- footer ----------------------------------------------------------------------------------
 */

static const char *digits(struct composer *composer, uint32_t value) {
    return arena_printf(composer->arena, "%u", value);
}

/* "Page {page} of {pages}" with the page in bold. */
static void add_page_of(struct composer *composer, struct parts *parts, uint32_t page,
                        uint32_t pages) {
    const char *text = composer->document->frame.page_of;
    if (!text)
        text = "{page} / {pages}";
    while (*text) {
        const char *brace = strchr(text, '{');
        const size_t plain = brace ? (size_t)(brace - text) : strlen(text);
        if (plain > 0)
            add_part(parts, arena_strndup(composer->arena, text, plain), FONT_REGULAR, GREY);
        text += plain;
        if (strncmp(text, "{page}", 6) == 0) {
            add_part(parts, digits(composer, page + 1), FONT_BOLD, INK);
            text += 6;
        } else if (strncmp(text, "{pages}", 7) == 0) {
            add_part(parts, digits(composer, pages), FONT_REGULAR, GREY);
            text += 7;
        } else if (*text) {
            add_part(parts, "{", FONT_REGULAR, GREY);
            text++;
        }
    }
}

static void footer_left(struct parts *parts, const struct section *section,
                        const struct frame *frame, const char *classification, bool with_version) {
    *parts = (struct parts){.size = style_spec(STYLE_FOOTER)->size};
    join_part(parts, classification, FONT_SEMIBOLD, INK);
    if (section->bare) {
        join_part(parts, frame->cover_note, FONT_REGULAR, GREY);
        return;
    }
    if (with_version)
        join_part(parts, frame->version, FONT_REGULAR, GREY);
    join_part(parts, frame->as_of, FONT_REGULAR, GREY);
    join_part(parts, frame->source, FONT_REGULAR, GREY);
}

static void footer_right(struct composer *composer, struct parts *parts, const char *source,
                         uint32_t number, uint32_t pages) {
    *parts = (struct parts){.size = style_spec(STYLE_FOOTER)->size};
    join_part(parts, source, FONT_REGULAR, GREY);
    if (parts->count > 0)
        add_part(parts, SEPARATOR, FONT_REGULAR, GREY);
    add_page_of(composer, parts, number, pages);
}

/* By so much the two sides of the footer are too wide for the line. */
static mp footer_over(struct composer *composer, const struct parts *left,
                      const struct parts *right, mp width) {
    return parts_width(composer, left) + parts_width(composer, right) + LEAST_BETWEEN - width;
}

/* A long text without what makes it `over` too wide; a short one stays whole. */
static const char *less(struct composer *composer, const char *text, mp size, mp over) {
    if (!text || !*text)
        return text;
    const mp width = shape_measure(composer->fonts, FONT_SEMIBOLD, size, text, NULL);
    if (width < LONG_TEXT)
        return text;
    return shortened(composer, text, FONT_REGULAR, size,
                     length_max(width - over, LEFT_OF_LONG) * 9 / 10);
}

static void draw_footer(struct composer *composer, const struct frame_page *page, uint32_t number,
                        uint32_t pages) {
    const struct frame *frame = &composer->document->frame;
    const struct section *section = page->section;
    const struct page_geometry *geometry = &page->geometry;
    const struct pen pen = {composer->scene, number, SCENE_FOOTER};
    const mp from = geometry->margin;
    const mp to = geometry->margin + geometry->text_width;
    const mp rule = geometry->height - RULE_HEIGHT;
    const mp baseline = geometry->height - FOOTER_BASELINE;
    draw_line(pen, (struct point){from, rule}, (struct point){to, rule}, FOOTER_RULE, MM(0.2));
    const char *classification = frame->classification;
    struct parts left, right;
    footer_right(composer, &right, section->bare ? frame->cover_source : NULL, number, pages);
    footer_left(&left, section, frame, classification, true);
    if (footer_over(composer, &left, &right, geometry->text_width) > 0)
        footer_left(&left, section, frame, classification, false);
    mp over = footer_over(composer, &left, &right, geometry->text_width);
    if (over > 0) {
        classification = less(composer, classification, left.size, over);
        footer_left(&left, section, frame, classification, false);
        over = footer_over(composer, &left, &right, geometry->text_width);
    }
    if (over > 0 && section->bare)
        footer_right(composer, &right, less(composer, frame->cover_source, right.size, over),
                     number, pages);
    draw_parts(composer, pen, &left, from, baseline);
    draw_parts(composer, pen, &right, to - parts_width(composer, &right), baseline);
}

void frame_draw(struct composer *composer, const struct frame_page *page, uint32_t number,
                uint32_t pages) {
    watermark_draw(composer, number);
    if (!page->section->bare)
        draw_head(composer, page, number);
    draw_footer(composer, page, number, pages);
}
