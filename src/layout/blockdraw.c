#include "layout/blockdraw.h"

#include "layout/chartplace.h"
#include "layout/footnote.h"
#include "layout/mirror.h"
#include "layout/paragraphdraw.h"
#include "layout/tabledraw.h"
#include <assert.h>

#define PANEL_RADIUS MM(1.6)
#define NOTE_RULE    MM(20)

static struct pen pen_of(const struct composer *composer, const struct placement *p,
                         scene_element_id element) {
    return (struct pen){composer->scene, p->page, element};
}

/* Levels of headings may not skip: the first is 1, the next at most one deeper. */
static enum tag heading_tag(struct composer *composer, enum tag tag) {
    if (tag < TAG_H1 || tag > TAG_H4)
        return tag;
    const int wanted = (int)(tag - TAG_H1) + 1;
    composer->heading = wanted > composer->heading + 1 ? composer->heading + 1 : wanted;
    return (enum tag)(TAG_H1 + (composer->heading - 1));
}

/* ---- text ------------------------------------------------------------------------------------
 */

static void draw_label(struct composer *composer, const struct placement *p,
                       const struct text_flow *text, scene_element_id item) {
    if (text->label->count == 0)
        return;
    const struct pen pen = pen_of(composer, p, scene_add_element(composer->scene, item, TAG_LBL));
    paragraphdraw_line(composer, text->label, 0, pen, p->x - text->label_indent, p->y,
                       text->label->width);
}

static void begin_text(struct composer *composer, const struct placement *p,
                       struct text_flow *text) {
    if (text->begun)
        return;
    text->begun = true;
    scene_element_id parent = composer->section;
    if (text->list) {
        if (!text->list->begun)
            text->list->element = scene_add_element(composer->scene, parent, TAG_L);
        text->list->begun = true;
        parent = scene_add_element(composer->scene, text->list->element, TAG_LI);
        draw_label(composer, p, text, parent);
    }
    text->element = scene_add_element(composer->scene, parent, heading_tag(composer, text->tag));
}

static void draw_line_item(struct composer *composer, const struct placement *p) {
    struct text_flow *text = p->item->as.text;
    begin_text(composer, p, text);
    paragraphdraw_line(composer, text->paragraph, p->item->line, pen_of(composer, p, text->element),
                       p->x, p->y, text->paragraph->width);
}

static void draw_title(struct composer *composer, const struct placement *p) {
    const struct title_flow *title = p->item->as.title;
    draw_rect(pen_of(composer, p, SCENE_ARTIFACT),
              (struct rect){p->x, p->y, BAR_WIDTH, title->message->height}, NAVY);
    const mp x = p->x + TITLE_INDENT;
    scene_element_id element =
        scene_add_element(composer->scene, composer->section, heading_tag(composer, TAG_H1));
    const mp y = paragraphdraw_all(composer, title->message, pen_of(composer, p, element), x, p->y,
                                   title->message->width);
    if (!title->subtitle)
        return;
    element = scene_add_element(composer->scene, composer->section, TAG_P);
    paragraphdraw_all(composer, title->subtitle, pen_of(composer, p, element), x, y + UNIT_U / 2,
                      title->subtitle->width);
}

static void draw_title_again(struct composer *composer, const struct placement *p) {
    struct paragraph *again = p->item->as.title->again;
    const struct pen pen = pen_of(composer, p, SCENE_ARTIFACT);
    draw_rect(pen, (struct rect){p->x, p->y, BAR_WIDTH, again->height}, NAVY);
    paragraphdraw_all(composer, again, pen, p->x + TITLE_INDENT, p->y, again->width);
}

static void draw_toc(struct composer *composer, const struct placement *p) {
    struct toc_flow *toc = p->item->as.toc;
    if (!toc->toc->begun)
        toc->toc->element = scene_add_element(composer->scene, composer->section, TAG_TOC);
    toc->toc->begun = true;
    const scene_element_id entry = scene_add_element(composer->scene, toc->toc->element, TAG_TOCI);
    const struct pen pen =
        pen_of(composer, p, scene_add_element(composer->scene, entry, TAG_REFERENCE));
    const mp top = p->y + MM(0.9);
    paragraphdraw_all(composer, toc->title, pen, p->x, top, toc->title->width);
    const mp last = toc->title->count > 0
                        ? toc->title->height - toc->title->lines[toc->title->count - 1].height
                        : 0;
    const mp right = p->x + p->width;
    paragraphdraw_all(composer, toc->page, pen, right - toc->page->width, top + last,
                      toc->page->width);
    const mp bottom = p->y + p->item->height;
    draw_line(pen_of(composer, p, SCENE_ARTIFACT), (struct point){p->x, bottom},
              (struct point){right, bottom}, HAIRLINE, MM(0.12));
}

static void begin_note(struct composer *composer, const struct placement *p, struct footnote *note,
                       mp left) {
    const scene_element_id element =
        scene_add_element(composer->scene, composer->section, TAG_NOTE);
    scene_describe(composer->scene, element)->note_id = note->anchor;
    const scene_element_id label = scene_add_element(composer->scene, element, TAG_LBL);
    paragraphdraw_all(composer, note->label, pen_of(composer, p, label), left, p->y,
                      note->label->width);
    note->body = scene_add_element(composer->scene, element, TAG_P);
}

static void draw_note(struct composer *composer, const struct placement *p) {
    struct footnote *note = p->item->as.note;
    const mp left = p->x - p->item->indent;
    if (p->first)
        draw_line(pen_of(composer, p, SCENE_ARTIFACT), (struct point){left, p->y - FOOTNOTE_ABOVE},
                  (struct point){left + NOTE_RULE, p->y - FOOTNOTE_ABOVE}, GROUP_RULE, MM(0.2));
    if (p->item->line == 0)
        begin_note(composer, p, note, left);
    mp y = p->y;
    for (size_t i = p->item->line; i < p->item->part; i++) {
        paragraphdraw_line(composer, note->text, i, pen_of(composer, p, note->body), p->x, y,
                           note->text->width);
        y += note->text->lines[i].height;
    }
}

/* ---- pictures --------------------------------------------------------------------------------
 */

static void draw_chart_item(struct composer *composer, const struct placement *p) {
    const struct chart *chart = p->item->block->chart;
    const mp width = chart->width ? length_min(chart->width, p->width) : p->width;
    chartplace_draw(composer, chart, composer->section, p->page,
                    (struct rect){p->x, p->y, width, p->item->height});
}

static void draw_whole(struct composer *composer, const struct placement *p,
                       scene_element_id element, struct rect rect) {
    mirror_begin(composer, p->page, rect.x, rect.w);
    scene_add_drawing(composer->scene, p->page, element, p->item->block->drawing, rect.x, rect.y);
    mirror_end(composer);
}

static void draw_drawing(struct composer *composer, const struct placement *p) {
    const struct block *block = p->item->block;
    const struct rect rect = {p->x, p->y, block->width ? block->width : p->width, block->height};
    const scene_element_id element =
        block->alt ? chartplace_figure(composer, composer->section, block->alt, p->page, rect)
                   : SCENE_ARTIFACT;
    if (block->kind == BLOCK_IMAGE)
        scene_add_image(composer->scene, p->page, element, block->picture, rect);
    else
        draw_whole(composer, p, element, rect);
}

static void draw_box(struct composer *composer, const struct placement *p) {
    const struct pen pen = pen_of(composer, p, SCENE_ARTIFACT);
    if (p->item->as.box->kind == BLOCK_PANEL)
        draw_round_rect(pen, (struct rect){p->x, p->y, p->width, p->item->height}, PANEL_RADIUS,
                        PANEL, COLOUR_NONE, 0);
    else
        draw_rect(pen, (struct rect){p->x, p->y, BAR_WIDTH, p->item->height}, NAVY);
}

/* ---- tables ----------------------------------------------------------------------------------
 */

static void draw_row_item(struct composer *composer, const struct placement *p) {
    struct table_flow *table = p->item->as.table;
    switch (p->part) {
    case PLACED_HEAD_AGAIN:
        tabledraw_head(composer, table, p->page, p->x, p->y, true);
        break;
    case PLACED_GROUP_AGAIN:
        tabledraw_continued(composer, table, p->item->line, p->page, p->x, p->y);
        break;
    case PLACED_ITEM:
    case PLACED_TITLE_AGAIN:
    default:
        tabledraw_row(composer, table, p->item->line, p->item->part,
                      (struct row_slot){p->page, p->x, p->y, p->last, p->first});
    }
}

void blockdraw(struct composer *composer, const struct placement *p) {
    switch (p->item->kind) {
    case GALLEY_LINE:
        draw_line_item(composer, p);
        break;
    case GALLEY_TITLE:
        (p->part == PLACED_TITLE_AGAIN ? draw_title_again : draw_title)(composer, p);
        break;
    case GALLEY_CHART:
        draw_chart_item(composer, p);
        break;
    case GALLEY_DRAWING:
        draw_drawing(composer, p);
        break;
    case GALLEY_RULE:
        draw_line(pen_of(composer, p, SCENE_ARTIFACT), (struct point){p->x, p->y},
                  (struct point){p->x + p->width, p->y}, HEAD_RULE, MM(0.3));
        break;
    case GALLEY_HEAD:
        tabledraw_head(composer, p->item->as.table, p->page, p->x, p->y, false);
        break;
    case GALLEY_ROW:
        draw_row_item(composer, p);
        break;
    case GALLEY_TOC:
        draw_toc(composer, p);
        break;
    case GALLEY_BOX:
        draw_box(composer, p);
        break;
    case GALLEY_NOTE:
        draw_note(composer, p);
        break;
    case GALLEY_COLUMNS:
    case GALLEY_BALANCED:
    case GALLEY_AT:
    default:
        assert(false && "places nothing itself");
    }
}
