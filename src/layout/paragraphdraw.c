#include "layout/paragraphdraw.h"

#include "layout/footnote.h"
#include "layout/linkname.h"
#include "layout/mirror.h"
#include "layout/paragraphwords.h"
#include "text/shape.h"
#include <string.h>

#define NOTE_RISE PT(2.6) /* of the number of a footnote, above the baseline */

/* One line being drawn. */
struct drawing {
    struct composer *composer;
    struct paragraph *paragraph;
    const struct line *line;
    struct pen pen;
    mp x, top, baseline;
    /* The stretch of the line that one link covers. */
    const struct inline_item *link;
    scene_element_id link_element;
    mp link_from, link_to;
};

/* Where a link leads: an anchor, or the note that a number refers to. */
static const char *target_of(const struct drawing *d, const struct inline_item *item) {
    return item->kind == INLINE_NOTE ? footnote_of(d->composer, item)->anchor : item->target;
}

static const char *page_text(struct composer *composer, const struct inline_item *item) {
    const struct anchor_place *place = composer_find(composer, item->target);
    return place ? arena_printf(composer->arena, "%u", place->page + 1) : "\u2013";
}

/* What points nowhere is no link: it was reported. */
static bool is_link(const struct drawing *d, const struct inline_item *item) {
    const char *target = target_of(d, item);
    return item->uri || (target && composer_find(d->composer, target));
}

/* Words and shapes that are not their own text, links, other languages: an element of their own. */
static scene_element_id element_of(struct drawing *d, const struct inline_item *item) {
    struct paragraph *paragraph = d->paragraph;
    if (composer_artifact(d->pen.element))
        return d->pen.element;
    const bool shape = item->kind == INLINE_MARK || item->kind == INLINE_TREND;
    if (shape && !item->actual)
        return item->text ? d->pen.element : SCENE_ARTIFACT;
    const bool link = is_link(d, item);
    if (!link && !item->actual && !item->language)
        return d->pen.element;
    if (paragraph->open_item == item && paragraph->open_parent == d->pen.element)
        return paragraph->open_element;
    const scene_element_id id =
        scene_add_element(d->composer->scene, d->pen.element, link ? TAG_LINK : TAG_SPAN);
    if (item->actual || item->language) {
        struct scene_detail *detail = scene_describe(d->composer->scene, id);
        detail->actual = item->actual;
        detail->language = item->language;
    }
    paragraph->open_item = item;
    paragraph->open_element = id;
    paragraph->open_parent = d->pen.element;
    return id;
}

/* What a link is called: where it leads. */
static const char *link_name(struct drawing *d, const struct inline_item *item) {
    if (item->uri)
        return linkname(d->composer->arena, item->uri, item->text);
    const struct anchor_place *place = composer_find(d->composer, target_of(d, item));
    if (item->kind == INLINE_TEXT && item->text)
        return item->text;
    return place && place->title ? place->title : page_text(d->composer, item);
}

static void close_link(struct drawing *d) {
    const struct inline_item *item = d->link;
    d->link = NULL;
    if (!item || composer_artifact(d->link_element))
        return;
    struct scene_link link = {
        .element = d->link_element,
        .rect = {d->link_from, d->top, d->link_to - d->link_from, d->line->height},
        .uri = item->uri,
        .contents = link_name(d, item)};
    if (!item->uri) {
        const struct anchor_place *place = composer_find(d->composer, target_of(d, item));
        if (!place)
            return;
        link.page = place->page;
        link.y = place->y;
    }
    scene_add_link(d->composer->scene, d->pen.page, link);
}

static void extend_link(struct drawing *d, const struct inline_item *item, scene_element_id element,
                        mp from, mp to) {
    if (d->link != item) {
        close_link(d);
        d->link = item;
        d->link_element = element;
        d->link_from = from;
        d->link_to = to;
    }
    d->link_from = length_min(d->link_from, from);
    d->link_to = length_max(d->link_to, to);
}

/* ---- pieces ----------------------------------------------------------------------------------
 */

/* Shapes stand on the middle of their letters, not of the line: of a capital where the status
 * letter follows, else between the middles of small letters and capitals. */
static mp shape_middle(const struct drawing *d, const struct piece *piece) {
    const struct face *face = fontset_face(d->composer->fonts, piece->role);
    const int32_t height =
        piece->shaped ? face->cap_height : (face->cap_height + face->x_height) / 2;
    return d->baseline - (mp)((int64_t)piece->size * height / face->upem / 2);
}

/* Where a part of a piece begins that is `width` wide and stands `at` from where reading begins: a
 * shape comes before its letter or word from the right too. */
static mp part_x(const struct drawing *d, const struct piece *piece, mp x, mp at, mp width) {
    return d->composer->mirrored ? x + piece->width - at - width : x + at;
}

static void draw_mark(struct drawing *d, const struct piece *piece, struct pen pen, mp x) {
    const mp side = paragraphwords_mark_size(piece->item, piece->size);
    const mp letter = side + MARK_GAP;
    const struct point centre = {part_x(d, piece, x, 0, side) + side / 2, shape_middle(d, piece)};
    mark_draw(pen, piece->item->mark, centre, side, false);
    if (piece->shaped)
        scene_add_shaped(pen.scene, pen.page, pen.element, piece->shaped,
                         part_x(d, piece, x, letter, piece->width - letter), d->baseline,
                         piece->size, piece->colour);
}

static void draw_trend(struct drawing *d, const struct piece *piece, struct pen pen, mp x) {
    const struct point centre = {x + piece->width / 2, shape_middle(d, piece)};
    mark_trend(pen, piece->item->trend, centre, piece->colour, 100);
}

/* Height of a pill, and its text's middle above the baseline. */
static struct rect pill_rect(const struct drawing *d, const struct piece *piece, mp x) {
    const mp height = PT(11.5);
    const mp middle = d->baseline - (mp)((int64_t)piece->size * 36 / 100);
    return (struct rect){x, middle - height / 2, piece->width, height};
}

static void draw_pill(struct drawing *d, const struct piece *piece, struct pen pen, mp x) {
    const struct mark_colours *colours = mark_colours(piece->item->mark);
    const struct rect rect = pill_rect(d, piece, x);
    const mp side = paragraphwords_mark_size(piece->item, piece->size);
    struct pen ground = pen;
    ground.element = SCENE_ARTIFACT;
    draw_round_rect(ground, rect, rect.h / 2, colours->tint, COLOUR_NONE, 0);
    const struct point centre = {part_x(d, piece, x, MM(1.3), side) + side / 2,
                                 rect.y + rect.h / 2};
    mark_draw(ground, piece->item->mark, centre, side, false);
    const mp word = MM(1.3) + side + MARK_GAP;
    scene_add_shaped(pen.scene, pen.page, pen.element, piece->shaped,
                     part_x(d, piece, x, word, piece->width - word - MM(2.0)), d->baseline,
                     piece->size, colours->text);
}

static void draw_purpose(struct drawing *d, const struct piece *piece, struct pen pen, mp x) {
    static const struct {
        uint32_t fill, outline, text;
    } looks[] = {[PURPOSE_DECIDE] = {NAVY, COLOUR_NONE, WHITE},
                 [PURPOSE_DISCUSS] = {PLANNED_SPAN, COLOUR_NONE, NAVY},
                 [PURPOSE_NOTE] = {WHITE, GROUP_RULE, GREY}};
    const uint32_t outline = looks[piece->item->purpose].outline;
    const struct rect rect = pill_rect(d, piece, x);
    struct pen ground = pen;
    ground.element = SCENE_ARTIFACT;
    draw_round_rect(ground, rect, rect.h / 2, looks[piece->item->purpose].fill, outline,
                    outline == COLOUR_NONE ? 0 : MM(0.16));
    scene_add_shaped(pen.scene, pen.page, pen.element, piece->shaped, x + MM(2.0), d->baseline,
                     piece->size, looks[piece->item->purpose].text);
}

static void draw_text(struct drawing *d, const struct piece *piece, struct pen pen, mp x, mp rise) {
    scene_add_shaped(pen.scene, pen.page, pen.element, piece->shaped, x, d->baseline - rise,
                     piece->size, piece->colour);
}

/* The number that the reserved digits stood for, and how much narrower it is. */
static const struct shaped *page_number(struct composer *composer, const struct piece *piece,
                                        mp *saved) {
    const char *text = page_text(composer, piece->item);
    const struct shaped *shaped =
        shape_text(composer->fonts, piece->role, text, strlen(text), NULL, composer->diags);
    *saved = piece->width - shape_width(shaped, piece->size);
    return shaped;
}

static void draw_piece(struct drawing *d, const struct piece *piece, mp x, mp width) {
    struct pen pen = d->pen;
    pen.element = element_of(d, piece->item);
    switch (piece->item->kind) {
    case INLINE_TEXT:
    case INLINE_PAGE:
        draw_text(d, piece, pen, x, 0);
        break;
    case INLINE_NOTE:
        draw_text(d, piece, pen, x, NOTE_RISE);
        break;
    case INLINE_MARK:
        draw_mark(d, piece, pen, x);
        break;
    case INLINE_TREND:
        draw_trend(d, piece, pen, x);
        break;
    case INLINE_PILL:
        draw_pill(d, piece, pen, x);
        break;
    case INLINE_PURPOSE:
        draw_purpose(d, piece, pen, x);
        break;
    case INLINE_BREAK:
    case INLINE_SPACE:
    default:
        return;
    }
    if (is_link(d, piece->item))
        extend_link(d, piece->item, pen.element, x, x + width - piece->trailing);
}

/* How much narrower the line is than measured. */
static mp line_saving(struct composer *composer, const struct line *line) {
    mp sum = 0;
    for (size_t i = 0; line->has_page && i < line->count; i++) {
        mp saved = 0;
        if (line->pieces[i].item->kind == INLINE_PAGE)
            page_number(composer, &line->pieces[i], &saved);
        sum += saved;
    }
    return sum;
}

void paragraphdraw_line(struct composer *composer, struct paragraph *paragraph, size_t line,
                        struct pen pen, mp x, mp y, mp width) {
    struct drawing d = {.composer = composer,
                        .paragraph = paragraph,
                        .line = &paragraph->lines[line],
                        .pen = pen,
                        .x = x,
                        .top = y,
                        .baseline = y + paragraph->lines[line].baseline};
    const mp free = width - d.line->width + line_saving(composer, d.line);
    if (paragraph->align == ALIGN_CENTRE)
        d.x += free / 2;
    else if (paragraph->align != ALIGN_LEFT)
        d.x += free;
    /* Numbers keep their right ends one below the other, also in a cell that changes sides. */
    if (paragraph->align == ALIGN_LEFT || paragraph->align == ALIGN_CENTRE)
        mirror_begin(composer, pen.page, d.x, width - free);
    else
        mirror_begin(composer, pen.page, x, width);
    mp shift = 0;
    for (size_t i = 0; i < d.line->count; i++) {
        struct piece piece = d.line->pieces[i];
        mp saved = 0;
        if (piece.item->kind == INLINE_PAGE)
            piece.shaped = page_number(composer, &piece, &saved);
        draw_piece(&d, &piece, d.x + piece.x - shift, piece.width - saved);
        shift += saved;
    }
    close_link(&d);
    mirror_end(composer);
}

mp paragraphdraw_all(struct composer *composer, struct paragraph *paragraph, struct pen pen, mp x,
                     mp y, mp width) {
    for (size_t i = 0; i < paragraph->count; i++) {
        paragraphdraw_line(composer, paragraph, i, pen, x, y, width);
        y += paragraph->lines[i].height;
    }
    return y;
}
