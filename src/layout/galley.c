#include "layout/galley.h"

#include "layout/balance.h"
#include "layout/density.h"
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

/* ---- distances -------------------------------------------------------------------------------
 */

static bool small_print(const struct block *block) {
    return block->kind == BLOCK_TEXT &&
           (block->style == STYLE_KEY || block->style == STYLE_DENSE_KEY ||
            block->style == STYLE_CAPTION || block->style == STYLE_CAPTION_NAME);
}

static bool begins_with_heading(const struct block *block) {
    for (size_t i = 0; i < block->columns.count; i++)
        if (block->columns.items[i].items.count > 0 &&
            block->columns.items[i].items.items[0]->kind == BLOCK_HEADING)
            return true;
    return false;
}

static mp gap_below(const struct block *above, const struct block *block) {
    switch (above->kind) {
    case BLOCK_TITLE:
        return 3 * UNIT_U;
    case BLOCK_HEADING:
    case BLOCK_RULE:
        return block->kind == BLOCK_HEADING ? 2 * UNIT_U : UNIT_U;
    case BLOCK_TEXT:
        if (small_print(above))
            return UNIT_U;
        return block->kind == BLOCK_TEXT || block->kind == BLOCK_LIST ? UNIT_U : 2 * UNIT_U;
    case BLOCK_TABLE:
        return block->kind == BLOCK_TABLE ? 4 * UNIT_U : 2 * UNIT_U;
    case BLOCK_LIST:
    case BLOCK_CHART:
    case BLOCK_DRAWING:
    case BLOCK_COLUMNS:
    case BLOCK_BALANCED:
    case BLOCK_KEEP:
    case BLOCK_PANEL:
    case BLOCK_RECOMMENDATION:
    case BLOCK_GAP:
    case BLOCK_AT:
    case BLOCK_TOC:
    case BLOCK_IMAGE:
    default:
        return 2 * UNIT_U;
    }
}

/* Packet-look.md section 1: multiples of u; a heading needs more above than below. */
static mp gap_between(const struct block *above, const struct block *block) {
    if (!above)
        return 0;
    if (above->kind == BLOCK_TITLE || above->kind == BLOCK_HEADING)
        return gap_below(above, block);
    if (block->kind == BLOCK_HEADING)
        return block->level > 2 ? 3 * UNIT_U : 4 * UNIT_U;
    if (block->kind == BLOCK_PANEL || (block->kind == BLOCK_COLUMNS && begins_with_heading(block)))
        return 4 * UNIT_U;
    if (small_print(block) && above->kind != BLOCK_TEXT)
        return UNIT_U;
    return gap_below(above, block);
}

static mp take_gap(struct building *b, const struct block *block) {
    const mp gap = b->gap >= 0 ? b->gap : gap_between(b->above, block);
    b->gap = -1;
    b->above = block;
    return density_gap(b->composer->density, gap);
}

/* ---- text ------------------------------------------------------------------------------------
 */

/* A line may not stand alone at either side of a break. */
static enum keep line_keeps(size_t line, size_t count) {
    return line + 1 < count && (line == 0 || line + 2 == count) ? KEEP_FIRM : KEEP_NONE;
}

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
        item->keep = line_keeps(i, paragraph->count);
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

static void hold(struct galley_item *item, enum keep keep) {
    if (item->keep < keep)
        item->keep = keep;
}

/* What explains the marks of a table stands on a page with its last rows. */
static void hold_key(struct building *b, enum style style) {
    const size_t count = b->galley->items.count;
    if ((style == STYLE_KEY || style == STYLE_DENSE_KEY) && count > 0 &&
        b->galley->items.items[count - 1].kind == GALLEY_ROW)
        hold(&b->galley->items.items[count - 1], KEEP_SOFT);
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

static bool is_total(const struct table_flow *table, size_t row) {
    return row < table->row_count && table->rows[row].row->kind == ROW_TOTAL;
}

/* A group's name and its first row, a total and the row before it are one.  The first three rows,
 * the last two, and a total with two rows stay together if a page holds all that. */
static enum keep row_keeps(const struct table_flow *table, size_t row) {
    const struct table_row *here = table->rows[row].row;
    if (row + 1 >= table->row_count)
        return KEEP_NONE;
    if (here->kind == ROW_GROUP || is_total(table, row + 1))
        return KEEP_FIRM;
    if (here->keep_with_next)
        return KEEP_SOFT;
    return row < 2 || row + 2 == table->row_count || is_total(table, row + 2) ? KEEP_LOOSE
                                                                              : KEEP_NONE;
}

/* Lines of a tall row: no paragraph leaves one line of its own at either side of a break. */
static enum keep part_keeps(const struct row_box *row, size_t part) {
    for (size_t i = 0; i < row->count; i++) {
        size_t first = 0;
        for (size_t k = 0; k < row->cells[i].count; k++) {
            const size_t lines = row->cells[i].paragraphs[k]->count;
            if (part >= first && part < first + lines &&
                line_keeps(part - first, lines) != KEEP_NONE)
                return KEEP_FIRM;
            first += lines;
        }
    }
    return line_keeps(part, row->lines);
}

/* The text of a cell that spans rows stands on one page: it ends so many rows below its first. */
static void hold_span_text(struct galley_item *items, size_t end, size_t at) {
    const struct table_flow *table = items[at].as.table;
    const struct row_box *row = &table->rows[items[at].line];
    for (size_t i = 0; i < row->count; i++) {
        const struct cell_box *box = &row->cells[i];
        if (box->rows <= 1)
            continue;
        const mp needed = row->content_top + box->top + box->height;
        mp height = items[at].height;
        for (size_t k = at; height < needed && k + 1 < end; k++) {
            items[k].keep = KEEP_WHOLE;
            height += items[k + 1].height;
        }
    }
}

/* Rows under one span stay together as long as they fit a page. */
static void keep_spans(struct building *b, size_t first) {
    struct galley_item *items = b->galley->items.items;
    for (size_t end = b->galley->items.count; end > first && items[end - 1].kind == GALLEY_ROW;) {
        const struct table_flow *table = items[end - 1].as.table;
        size_t from = end - 1;
        size_t origin = table->rows[items[from].line].covered_by;
        while (from > first && items[from - 1].kind == GALLEY_ROW &&
               items[from - 1].line >= origin) {
            from--;
            if (table->rows[items[from].line].covered_by < origin)
                origin = table->rows[items[from].line].covered_by;
        }
        const bool spanned = items[end - 1].line > items[from].line;
        if (spanned && galley_height(b->galley, from, end) < b->composer->body_height * 9 / 10)
            for (size_t i = from; i + 1 < end; i++)
                hold(&items[i], KEEP_SOFT);
        for (size_t i = from; spanned && i < end; i++)
            hold_span_text(items, end, i);
        end = from;
    }
}

static void add_row(struct building *b, struct table_flow *table, size_t row, mp gap,
                    const struct block *block) {
    const struct row_box *box = &table->rows[row];
    const size_t parts = box->lines ? box->lines : 1;
    for (size_t part = 0; part < parts; part++) {
        struct galley_item *item =
            galley_add(b->composer, b->galley, GALLEY_ROW, part == 0 ? gap : 0);
        item->as.table = table;
        item->block = block;
        item->line = row;
        item->part = part;
        item->height = table_row_height(table, row, part);
        item->keep = part + 1 == parts ? row_keeps(table, row) : part_keeps(box, part);
        item->anchor = part == 0 ? box->row->anchor : NULL;
    }
}

static void build_table(struct building *b, const struct block *block) {
    const mp width = b->galley->width;
    struct table_flow *table = tablefit_make(b->composer, block->table, width);
    if (table->row_count == 0)
        return;
    mp gap = take_gap(b, block);
    const size_t first = b->galley->items.count;
    if (table->has_head) {
        struct galley_item *item = galley_add(b->composer, b->galley, GALLEY_HEAD, gap);
        item->as.table = table;
        item->height = table->head.height;
        item->keep = KEEP_FIRM;
        gap = 0;
    }
    for (size_t row = 0; row < table->row_count; row++, gap = 0)
        add_row(b, table, row, gap, block);
    keep_spans(b, first);
    struct galley_item *item = &b->galley->items.items[first];
    if (block->anchor)
        item->anchor = block->anchor;
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
            hold(item, KEEP_SOFT);
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
