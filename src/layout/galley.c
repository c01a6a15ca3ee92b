#include "layout/galley.h"

#include "layout/balance.h"
#include "layout/blockgap.h"
#include "layout/density.h"
#include "layout/galleytable.h"
#include "layout/paragraphkeep.h"
#include "layout/tablefit.h"

#include <assert.h>

#define PANEL_INSET_X  MM(4.2)
#define PANEL_INSET_Y  MM(3.4)
#define PANEL_INSET_AT MM(4.4) /* text beside the bar of a recommendation */
#define LABEL_GAP      MM(2)
#define LIST_GAP       UNIT_U / 2
#define TOC_INDENT     MM(4)
#define NOTE_SPACE     MM(2.4)

/* Blocks become items: what stood above decides the distance. */
struct building {
    struct composer *composer;
    struct galley *galley;
    const struct block *above; /* NULL at the top */
    mp gap;                    /* an explicit one, or -1 */
    unsigned owed;             /* lines that a heading above still has to have below it */
};

static void build_list(struct building *b, const struct block_list *blocks);

struct galley_item *galley_add(struct composer *composer, struct galley *galley,
                               enum galley_kind kind, mp gap) {
    const struct galley_item item = {.kind = kind, .gap = gap};
    vec_push(composer->arena, &galley->items, item);
    return &galley->items.items[galley->items.count - 1];
}

mp galley_height(const struct galley *galley, size_t from, size_t to) {
    mp height = 0;
    for (size_t i = from; i < to; i++)
        height += galley->items.items[i].height + (i > from ? galley->items.items[i].gap : 0);
    return height;
}

enum keep galley_line_keeps(size_t line, size_t count) {
    return line + 1 < count && (line == 0 || line + 2 == count) ? KEEP_FIRM : KEEP_NONE;
}

void galley_hold(struct galley_item *item, enum keep keep) {
    if (item->keep < keep)
        item->keep = keep;
}

static mp take_gap(struct building *b, const struct block *block) {
    const mp gap = b->gap >= 0 ? b->gap : blockgap(b->above, block);
    b->gap = -1;
    b->above = block;
    return density_gap(b->composer->density, gap);
}

/* ---- text ------------------------------------------------------------------------------------
 */

/* A heading has two lines below it, also if they are two paragraphs; a further heading, or the end,
 * ends that. */
static void pay_line(struct building *b, struct galley_item *line) {
    if (b->owed == 0)
        return;
    if (--b->owed > 0 && line->keep == KEEP_NONE)
        line->keep = KEEP_FIRM;
}

static void stop_owing(struct building *b) {
    const size_t count = b->galley->items.count;
    if (b->owed > 0 && count > 0 && b->galley->items.items[count - 1].keep == KEEP_FIRM)
        b->galley->items.items[count - 1].keep = KEEP_NONE;
    b->owed = 0;
}

static void add_lines(struct building *b, struct text_flow *text, mp gap, mp indent) {
    const struct paragraph *paragraph = text->paragraph;
    for (size_t i = 0; i < paragraph->count; i++) {
        struct galley_item *item =
            galley_add(b->composer, b->galley, GALLEY_LINE, i == 0 ? gap : 0);
        item->as.text = text;
        item->line = i;
        item->indent = indent;
        item->height = paragraph->lines[i].height;
        item->keep = galley_line_keeps(i, paragraph->count);
        pay_line(b, item);
    }
}

static struct paragraph *make_paragraph(struct building *b, const struct content *content,
                                        enum style style, uint32_t colour, enum align align,
                                        mp width) {
    const struct paragraph_spec spec = {.style = style == STYLE_INHERIT ? STYLE_BODY : style,
                                        .colour = colour,
                                        .width = width,
                                        .align = align,
                                        .balanced = style == STYLE_COVER_TITLE};
    return paragraphkeep_make(b->composer, content, &spec);
}

/* What explains the marks of a table stands on a page with its last rows. */
static void hold_key(struct building *b, enum style style) {
    const size_t count = b->galley->items.count;
    if ((style == STYLE_KEY || style == STYLE_DENSE_KEY) && count > 0 &&
        b->galley->items.items[count - 1].kind == GALLEY_ROW)
        galley_hold(&b->galley->items.items[count - 1], KEEP_SOFT);
}

static void build_text(struct building *b, const struct block *block) {
    struct text_flow *text = arena_alloc(b->composer->arena, sizeof *text);
    const mp width = block->width ? length_min(block->width, b->galley->width) : b->galley->width;
    text->tag = block->level == 1 || block->style == STYLE_COVER_TITLE ? TAG_H1 : TAG_P;
    text->paragraph =
        make_paragraph(b, &block->content, block->style, block->colour, block->align, width);
    if (text->paragraph->count == 0)
        return;
    const size_t first = b->galley->items.count;
    hold_key(b, block->style);
    add_lines(b, text, take_gap(b, block), 0);
    b->galley->items.items[first].anchor = block->anchor;
}

/* The note stands on the heading's line, smaller and grey. */
static struct content *with_note(struct building *b, const struct block *block) {
    struct content *both = arena_alloc(b->composer->arena, sizeof *both);
    for (size_t i = 0; i < block->content.items.count; i++)
        vec_push(b->composer->arena, &both->items, block->content.items.items[i]);
    if (block->second.items.count == 0)
        return both;
    const struct inline_item space = {
        .kind = INLINE_SPACE, .size = NOTE_SPACE, .colour = COLOUR_INHERIT};
    vec_push(b->composer->arena, &both->items, space);
    for (size_t i = 0; i < block->second.items.count; i++) {
        struct inline_item item = block->second.items.items[i];
        if (item.style == STYLE_INHERIT)
            item.style = STYLE_HEADING_NOTE;
        vec_push(b->composer->arena, &both->items, item);
    }
    return both;
}

static void build_heading(struct building *b, const struct block *block) {
    struct text_flow *text = arena_alloc(b->composer->arena, sizeof *text);
    text->tag = block->level > 2 ? TAG_H3 : TAG_H2;
    const enum style style = block->style != STYLE_INHERIT ? block->style
                             : block->level > 2            ? STYLE_BODY_BOLD
                                                           : STYLE_HEADING;
    text->paragraph = make_paragraph(b, with_note(b, block), style,
                                     block->colour == COLOUR_INHERIT ? NAVY : block->colour,
                                     ALIGN_LEFT, b->galley->width);
    if (text->paragraph->count == 0)
        return;
    stop_owing(b);
    const size_t first = b->galley->items.count;
    add_lines(b, text, take_gap(b, block), 0);
    b->owed = 2;
    for (size_t i = first; i < b->galley->items.count; i++)
        b->galley->items.items[i].keep = KEEP_FIRM;
    struct galley_item *item = &b->galley->items.items[first];
    item->anchor = block->anchor;
    item->title = composer_plain(b->composer, &block->content);
    if (block->in_outline)
        item->outline = item->title;
}

static void build_title(struct building *b, const struct block *block) {
    const struct paragraph_spec message = {.style =
                                               b->composer->wide ? STYLE_TITLE_WIDE : STYLE_TITLE,
                                           .colour = COLOUR_INHERIT,
                                           .width = b->galley->width - TITLE_INDENT,
                                           .balanced = true};
    const struct paragraph_spec subtitle = {.style = STYLE_SUBTITLE,
                                            .colour = COLOUR_INHERIT,
                                            .width = b->galley->width - TITLE_INDENT};
    struct title_flow *title = arena_alloc(b->composer->arena, sizeof *title);
    title->message = paragraphkeep_make(b->composer, &block->content, &message);
    mp height = title->message->height;
    if (block->second.items.count > 0) {
        title->subtitle = paragraphkeep_make(b->composer, &block->second, &subtitle);
        height += UNIT_U / 2 + title->subtitle->height;
    }
    struct galley_item *item = galley_add(b->composer, b->galley, GALLEY_TITLE, take_gap(b, block));
    item->as.title = title;
    item->block = block;
    item->height = height;
    item->keep = KEEP_FIRM;
    item->anchor = block->anchor;
    item->title = composer_plain(b->composer, &block->content);
}

static struct paragraph *title_again(struct composer *composer, const struct block *block,
                                     mp width) {
    const struct paragraph_spec spec = {
        .style = STYLE_HEADING, .colour = INK, .width = width - TITLE_INDENT, .balanced = true};
    const char *continued = composer->document->frame.continued;
    struct content *both = arena_alloc(composer->arena, sizeof *both);
    content_text(composer->arena, both, composer_plain(composer, &block->content));
    if (continued && *continued) {
        content_text(composer->arena, both, " ");
        content_styled(composer->arena, both, STYLE_HEADING_NOTE, COLOUR_INHERIT, continued);
    }
    return paragraphkeep_make(composer, both, &spec);
}

void galley_say_again(struct composer *composer, const struct galley *galley) {
    for (size_t i = 0; i < galley->items.count; i++) {
        const struct galley_item *item = &galley->items.items[i];
        if (item->kind == GALLEY_TITLE)
            item->as.title->again = title_again(composer, item->block, galley->width);
    }
}

static void build_bullets(struct building *b, const struct block *block) {
    struct list_flow *list = arena_alloc(b->composer->arena, sizeof *list);
    const size_t count = block->list.count;
    struct paragraph **labels = arena_array(b->composer->arena, count, sizeof(struct paragraph *));
    mp label_width = 0;
    for (size_t i = 0; i < count; i++) {
        labels[i] = make_paragraph(b, &block->list.items[i].label, block->style, block->colour,
                                   ALIGN_LEFT, b->galley->width / 3);
        label_width = length_max(label_width, paragraph_natural_width(labels[i]));
    }
    const mp indent = label_width + LABEL_GAP;
    mp gap = take_gap(b, block);
    for (size_t i = 0; i < count; i++) {
        struct text_flow *text = arena_alloc(b->composer->arena, sizeof *text);
        text->tag = TAG_LBODY;
        text->list = list;
        text->label = labels[i];
        text->label_indent = indent;
        text->paragraph = make_paragraph(b, &block->list.items[i].body, block->style, block->colour,
                                         ALIGN_LEFT, b->galley->width - indent);
        add_lines(b, text, gap, indent);
        gap = LIST_GAP;
    }
}

/* ---- tables, pictures ------------------------------------------------------------------------
 */

static void build_table(struct building *b, const struct block *block) {
    struct table_flow *table = tablefit_make(b->composer, block->table, b->galley->width);
    if (table->row_count > 0)
        galleytable_add(b->composer, b->galley, block, table, take_gap(b, block));
}

static void build_chart(struct building *b, const struct block *block) {
    mp gap = take_gap(b, block);
    if (block->content.items.count > 0) {
        struct text_flow *caption = arena_alloc(b->composer->arena, sizeof *caption);
        caption->tag = TAG_P;
        caption->paragraph = make_paragraph(b, &block->content, STYLE_CAPTION, COLOUR_INHERIT,
                                            ALIGN_LEFT, b->galley->width);
        add_lines(b, caption, gap, 0);
        for (size_t i = 0; i < caption->paragraph->count; i++)
            b->galley->items.items[b->galley->items.count - 1 - i].keep = KEEP_FIRM;
        gap = UNIT_U;
    }
    struct galley_item *item = galley_add(b->composer, b->galley, GALLEY_CHART, gap);
    item->block = block;
    item->height = density_chart(b->composer->density, block->chart);
    item->anchor = block->anchor;
    if (block->second.items.count == 0)
        return;
    item->keep = KEEP_FIRM;
    struct text_flow *key = arena_alloc(b->composer->arena, sizeof *key);
    key->tag = TAG_P;
    key->paragraph =
        make_paragraph(b, &block->second, STYLE_KEY, COLOUR_INHERIT, ALIGN_LEFT, b->galley->width);
    add_lines(b, key, UNIT_U / 2, 0);
}

static void build_drawing(struct building *b, const struct block *block) {
    struct galley_item *item =
        galley_add(b->composer, b->galley, GALLEY_DRAWING, take_gap(b, block));
    item->block = block;
    item->height = block->height;
    item->anchor = block->anchor;
    item->title = block->alt;
}

static void build_toc(struct building *b, const struct block *block) {
    struct arena *arena = b->composer->arena;
    struct list_flow *list = arena_alloc(arena, sizeof *list);
    mp gap = take_gap(b, block);
    for (size_t i = 0; i < block->toc.count; i++, gap = 0) {
        const struct toc_entry *entry = &block->toc.items[i];
        struct toc_flow *toc = arena_alloc(arena, sizeof *toc);
        const mp indent = entry->level > 1 ? (entry->level - 1) * TOC_INDENT : 0;
        struct content *title = arena_alloc(arena, sizeof *title);
        struct content *page = arena_alloc(arena, sizeof *page);
        content_text(arena, title, entry->title)->target = entry->anchor;
        title->items.items[0].colour = entry->level > 1 ? GREY : INK;
        if (entry->note) {
            content_text(arena, title, "  ");
            content_styled(arena, title, STYLE_TABLE_GREY, COLOUR_INHERIT, entry->note);
        }
        content_page(arena, page, entry->anchor);
        toc->toc = list;
        toc->entry = entry;
        toc->title = make_paragraph(b, title, STYLE_TABLE, COLOUR_INHERIT, ALIGN_LEFT,
                                    b->galley->width - indent - MM(12));
        toc->page = make_paragraph(b, page, STYLE_TABLE, COLOUR_INHERIT, ALIGN_RIGHT, MM(10));
        struct galley_item *item = galley_add(b->composer, b->galley, GALLEY_TOC, gap);
        item->as.toc = toc;
        item->indent = indent;
        item->height = toc->title->height + 2 * MM(0.9);
        item->keep = i + 1 < block->toc.count && (i < 2 || i + 2 == block->toc.count) ? KEEP_FIRM
                                                                                      : KEEP_NONE;
    }
}

/* ---- what holds other blocks -----------------------------------------------------------------
 */

/* Columns inside columns or panels are not divided again. */
static void make_whole(struct galley *galley, size_t from) {
    for (size_t i = from; i < galley->items.count; i++) {
        struct galley_item *item = &galley->items.items[i];
        if (item->kind == GALLEY_COLUMNS)
            item->as.columns->whole = true;
        else if (item->kind == GALLEY_BALANCED)
            item->as.balanced->whole = true;
    }
}

/* Widths that are given for another paper, in the proportions that they have. */
static mp narrowed(const struct building *b, const struct block *block, mp width, mp gutter) {
    const mp room = b->galley->width - gutter * (mp)(block->columns.count - 1);
    int64_t given = 0;
    for (size_t i = 0; i < block->column_widths.count && i < block->columns.count; i++)
        given += block->column_widths.items[i];
    /* Rounded lengths may sum up to a little more. */
    return given <= room + MM(0.1) ? width : (mp)(width * (int64_t)room / given);
}

static void build_columns(struct building *b, const struct block *block) {
    struct columns_flow *columns = arena_alloc(b->composer->arena, sizeof *columns);
    const mp gutter = block->gutter ? block->gutter : MM(6);
    columns->count = block->columns.count;
    if (columns->count == 0)
        return;
    columns->galleys = arena_array(b->composer->arena, columns->count, sizeof(struct galley *));
    columns->xs = arena_array(b->composer->arena, columns->count, sizeof *columns->xs);
    const mp share = (b->galley->width - gutter * (mp)(columns->count - 1)) / (mp)columns->count;
    mp x = 0;
    mp height = 0;
    for (size_t i = 0; i < columns->count; i++) {
        const bool given = i < block->column_widths.count && block->column_widths.items[i] > 0;
        const mp width = given ? narrowed(b, block, block->column_widths.items[i], gutter) : share;
        columns->xs[i] = x;
        columns->galleys[i] = galley_make(b->composer, &block->columns.items[i], width);
        make_whole(columns->galleys[i], 0);
        height = length_max(
            height, galley_height(columns->galleys[i], 0, columns->galleys[i]->items.count));
        x += width + gutter;
    }
    struct galley_item *item =
        galley_add(b->composer, b->galley, GALLEY_COLUMNS, take_gap(b, block));
    item->as.columns = columns;
    item->height = height;
    item->anchor = block->anchor;
}

/* One text in columns of about equal height; a page that is too short takes what it can. */
static void build_balanced(struct building *b, const struct block *block) {
    struct balanced_flow *balanced = arena_alloc(b->composer->arena, sizeof *balanced);
    const mp gutter = block->gutter ? block->gutter : MM(6);
    balanced->count = block->column_count ? block->column_count : 2;
    balanced->xs = arena_array(b->composer->arena, balanced->count, sizeof *balanced->xs);
    const mp width = (b->galley->width - gutter * (mp)(balanced->count - 1)) / (mp)balanced->count;
    for (size_t i = 0; i < balanced->count; i++)
        balanced->xs[i] = (width + gutter) * (mp)i;
    balanced->inner = galley_make(b->composer, &block->children, width);
    make_whole(balanced->inner, 0);
    if (balanced->inner->items.count == 0)
        return;
    struct galley_item *item =
        galley_add(b->composer, b->galley, GALLEY_BALANCED, take_gap(b, block));
    item->as.balanced = balanced;
    item->height = balance_height(balanced->inner, 0, balanced->count);
    item->anchor = block->anchor;
}

/* Too tall for a page, with a title or heading above it and notes below: its blocks stand in the
 * galley by themselves. */
static void build_unboxed(struct building *b, const struct block *block) {
    build_list(b, &block->children);
}

static void build_box(struct building *b, const struct block *block) {
    const bool panel = block->kind == BLOCK_PANEL;
    struct box_flow *box = arena_alloc(b->composer->arena, sizeof *box);
    box->kind = block->kind;
    box->inset_x = panel ? PANEL_INSET_X : PANEL_INSET_AT;
    box->inset_y = panel ? PANEL_INSET_Y : 0;
    const mp width = b->galley->width - box->inset_x - (panel ? PANEL_INSET_X : 0);
    box->inner = galley_make(b->composer, &block->children, width);
    const mp height = galley_height(box->inner, 0, box->inner->items.count) + 2 * box->inset_y;
    if (height > b->composer->body_height * 3 / 4) {
        build_unboxed(b, block);
        return;
    }
    b->owed = 0;
    make_whole(box->inner, 0);
    struct galley_item *item = galley_add(b->composer, b->galley, GALLEY_BOX, take_gap(b, block));
    item->as.box = box;
    item->height = height;
    item->anchor = block->anchor;
}

static void build_keep(struct building *b, const struct block *block) {
    const size_t first = b->galley->items.count;
    build_list(b, &block->children);
    const size_t end = b->galley->items.count;
    if (end == first || galley_height(b->galley, first, end) > b->composer->body_height)
        return;
    for (size_t i = first; i < end; i++) {
        struct galley_item *item = &b->galley->items.items[i];
        if (i + 1 < end)
            galley_hold(item, KEEP_SOFT);
    }
    make_whole(b->galley, first);
    if (block->anchor && !b->galley->items.items[first].anchor)
        b->galley->items.items[first].anchor = block->anchor;
}

static void build_at(struct building *b, const struct block *block) {
    take_gap(b, block);
    struct galley_item *item = galley_add(b->composer, b->galley, GALLEY_AT, 0);
    item->block = block;
    item->keep = KEEP_FIRM;
    b->gap = 0;
}

static void build_rule(struct building *b, const struct block *block) {
    struct galley_item *item = galley_add(b->composer, b->galley, GALLEY_RULE, take_gap(b, block));
    item->height = MM(0.3);
    item->keep = KEEP_FIRM;
}

/* What is itself enough below a heading; a panel is, unless it comes apart. */
static bool is_enough(enum block_kind kind) {
    return kind == BLOCK_TABLE || kind == BLOCK_CHART || kind == BLOCK_DRAWING ||
           kind == BLOCK_IMAGE || kind == BLOCK_COLUMNS || kind == BLOCK_BALANCED ||
           kind == BLOCK_TOC;
}

static void build_block(struct building *b, const struct block *block) {
    if (is_enough(block->kind))
        b->owed = 0;
    switch (block->kind) {
    case BLOCK_TITLE:
        build_title(b, block);
        break;
    case BLOCK_HEADING:
        build_heading(b, block);
        break;
    case BLOCK_TEXT:
        build_text(b, block);
        break;
    case BLOCK_LIST:
        build_bullets(b, block);
        break;
    case BLOCK_TABLE:
        build_table(b, block);
        break;
    case BLOCK_CHART:
        build_chart(b, block);
        break;
    case BLOCK_DRAWING:
    case BLOCK_IMAGE:
        build_drawing(b, block);
        break;
    case BLOCK_COLUMNS:
        build_columns(b, block);
        break;
    case BLOCK_BALANCED:
        build_balanced(b, block);
        break;
    case BLOCK_KEEP:
        build_keep(b, block);
        break;
    case BLOCK_PANEL:
    case BLOCK_RECOMMENDATION:
        build_box(b, block);
        break;
    case BLOCK_GAP:
        b->gap = length_max(b->gap, 0) + block->height;
        break;
    case BLOCK_AT:
        build_at(b, block);
        break;
    case BLOCK_RULE:
        build_rule(b, block);
        break;
    case BLOCK_TOC:
        build_toc(b, block);
        break;
    default:
        assert(false && "unknown block");
    }
}

static void build_list(struct building *b, const struct block_list *blocks) {
    for (size_t i = 0; i < blocks->items.count; i++)
        build_block(b, blocks->items.items[i]);
}

struct galley *galley_make(struct composer *composer, const struct block_list *blocks, mp width) {
    struct galley *galley = arena_alloc(composer->arena, sizeof *galley);
    galley->width = width;
    struct building b = {.composer = composer, .galley = galley, .gap = -1};
    build_list(&b, blocks);
    stop_owing(&b);
    return galley;
}
