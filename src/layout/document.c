#include "layout/document.h"

#include <assert.h>
#include <string.h>

struct document *document_new(struct arena *arena) {
    struct document *document = arena_alloc(arena, sizeof *document);
    document->arena = arena;
    document->language = "en";
    return document;
}

struct section *document_section(struct document *document, const char *anchor, const char *name) {
    struct section *section = arena_alloc(document->arena, sizeof *section);
    section->anchor = anchor;
    section->name = name;
    section->in_outline = true;
    vec_push(document->arena, &document->sections, section);
    return section;
}

/* Sections need no anchor; then nothing leads to them. */
static bool is_called(const struct section *section, const char *anchor) {
    return anchor && section->anchor && strcmp(section->anchor, anchor) == 0;
}

size_t document_place(const struct document *document, const char *anchor) {
    size_t i = 0;
    while (i < document->sections.count && !is_called(document->sections.items[i], anchor))
        i++;
    return i;
}

struct block *block_add(struct document *document, struct block_list *list, enum block_kind kind) {
    struct block *block = arena_alloc(document->arena, sizeof *block);
    block->kind = kind;
    block->level = kind == BLOCK_HEADING ? 2 : 0;
    block->colour = COLOUR_INHERIT;
    vec_push(document->arena, &list->items, block);
    return block;
}

struct block *block_title(struct document *document, struct block_list *list, const char *message,
                          const char *subtitle) {
    struct block *block = block_add(document, list, BLOCK_TITLE);
    block->level = 1;
    content_text(document->arena, &block->content, message);
    if (subtitle)
        content_text(document->arena, &block->second, subtitle);
    return block;
}

struct block *block_heading(struct document *document, struct block_list *list, const char *text,
                            const char *note) {
    struct block *block = block_add(document, list, BLOCK_HEADING);
    content_text(document->arena, &block->content, text);
    if (note)
        content_text(document->arena, &block->second, note);
    return block;
}

struct block *block_text(struct document *document, struct block_list *list, enum style style,
                         const char *text) {
    struct block *block = block_add(document, list, BLOCK_TEXT);
    block->style = style;
    if (text)
        content_text(document->arena, &block->content, text);
    return block;
}

struct rect document_fitted(const struct picture *picture, mp width, mp height) {
    const int64_t across = picture->width, down = picture->height;
    int64_t w = length_min(width, (mp)(across * PT(1))), h = w * down / across;
    if (h > height) {
        h = height;
        w = h * across / down;
    }
    return (struct rect){0, 0, length_max((mp)w, 1), length_max((mp)h, 1)};
}

struct block *document_image(struct document *document, struct block_list *list,
                             const struct picture *picture, mp width, mp height, const char *alt) {
    struct block *block = block_add(document, list, BLOCK_IMAGE);
    const struct rect size = document_fitted(picture, width, height);
    block->picture = picture;
    block->width = size.w;
    block->height = size.h;
    block->alt = alt;
    return block;
}

struct block *block_gap(struct document *document, struct block_list *list, mp height) {
    struct block *block = block_add(document, list, BLOCK_GAP);
    block->height = height;
    return block;
}

static void each_block(struct block_list *blocks, void (*act)(void *user, struct block *block),
                       void *user) {
    for (size_t i = 0; i < blocks->items.count; i++) {
        struct block *block = blocks->items.items[i];
        act(user, block);
        each_block(&block->children, act, user);
        for (size_t k = 0; k < block->columns.count; k++)
            each_block(&block->columns.items[k], act, user);
    }
}

void document_each_block(struct document *document, void (*act)(void *user, struct block *block),
                         void *user) {
    for (size_t i = 0; i < document->sections.count; i++)
        each_block(&document->sections.items[i]->blocks, act, user);
}

struct block *block_table(struct document *document, struct block_list *list, const char *summary) {
    struct block *block = block_add(document, list, BLOCK_TABLE);
    block->table = arena_alloc(document->arena, sizeof *block->table);
    block->table->summary = summary;
    block->table->head_style = STYLE_TABLE_HEAD;
    block->table->continued = "(continued)";
    return block;
}

static struct inline_item *item_add(struct arena *arena, struct content *content,
                                    enum inline_kind kind) {
    struct inline_item *item = vec_add(arena, &content->items);
    *item = (struct inline_item){.kind = kind, .colour = COLOUR_INHERIT};
    return item;
}

struct inline_item *content_text(struct arena *arena, struct content *content, const char *text) {
    assert(text);
    struct inline_item *item = item_add(arena, content, INLINE_TEXT);
    item->text = text;
    return item;
}

struct inline_item *content_styled(struct arena *arena, struct content *content, enum style style,
                                   uint32_t colour, const char *text) {
    struct inline_item *item = content_text(arena, content, text);
    item->style = style;
    item->colour = colour;
    return item;
}

struct inline_item *content_page(struct arena *arena, struct content *content, const char *anchor) {
    struct inline_item *item = item_add(arena, content, INLINE_PAGE);
    item->target = anchor;
    return item;
}

struct inline_item *content_mark(struct arena *arena, struct content *content, enum mark mark,
                                 const char *letter, const char *word) {
    struct inline_item *item = item_add(arena, content, INLINE_MARK);
    item->mark = mark;
    item->text = letter;
    item->actual = word;
    return item;
}

struct inline_item *content_trend(struct arena *arena, struct content *content,
                                  enum trend_mark trend, const char *word) {
    struct inline_item *item = item_add(arena, content, INLINE_TREND);
    item->trend = trend;
    item->actual = word;
    return item;
}

struct content *document_note(struct arena *arena, struct content *content) {
    struct content *note = arena_alloc(arena, sizeof *note);
    item_add(arena, content, INLINE_NOTE)->note = note;
    return note;
}

struct inline_item *content_break(struct arena *arena, struct content *content) {
    return item_add(arena, content, INLINE_BREAK);
}

struct table_column *table_column(struct arena *arena, struct table_block *table, const char *head,
                                  enum align align, mp width, enum style style) {
    struct table_column *column = vec_add(arena, &table->columns);
    *column = (struct table_column){.head = head, .align = align, .width = width, .style = style};
    return column;
}

struct table_row *table_row(struct arena *arena, struct table_block *table, enum row_kind kind) {
    struct table_row *row = vec_add(arena, &table->rows);
    *row = (struct table_row){.kind = kind};
    if (kind != ROW_GROUP && table->columns.count > 0) {
        /* Cells come one by one with their texts between them: no list would grow in place. */
        row->cells.items = arena_array(arena, table->columns.count, sizeof *row->cells.items);
        row->cells.capacity = table->columns.count;
    }
    if (kind == ROW_GROUP)
        row->rule = RULE_GROUP;
    else if (kind == ROW_TOTAL)
        row->rule = RULE_NONE;
    return row;
}

struct table_cell *table_cell(struct arena *arena, struct table_row *row) {
    struct table_cell *cell = vec_add(arena, &row->cells);
    *cell = (struct table_cell){.colour = COLOUR_INHERIT};
    return cell;
}

struct table_cell *table_text(struct arena *arena, struct table_row *row, const char *text) {
    struct table_cell *cell = table_cell(arena, row);
    content_text(arena, cell_content(arena, cell), text);
    return cell;
}

struct table_cell *table_chart(struct arena *arena, struct table_row *row,
                               const struct chart *chart) {
    struct table_cell *cell = table_cell(arena, row);
    cell->chart = chart;
    return cell;
}

struct content *cell_content(struct arena *arena, struct table_cell *cell) {
    return cell->paragraphs.count > 0 ? &cell->paragraphs.items[0] : cell_paragraph(arena, cell);
}

struct content *cell_paragraph(struct arena *arena, struct table_cell *cell) {
    if (!cell->paragraphs.items) {
        /* Most cells have no second. */
        cell->paragraphs.items = arena_alloc(arena, sizeof *cell->paragraphs.items);
        cell->paragraphs.capacity = 1;
    }
    struct content *content = vec_add(arena, &cell->paragraphs);
    *content = (struct content){.items = {0}};
    return content;
}
