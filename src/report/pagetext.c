#include "report/pagetext.h"

#include "base/ascii.h"
#include "base/textbuf.h"
#include <string.h>

enum { WHOLE_WORD_MOST = 3, INFLECTED_LEAST = 7, ENDING = 2 };

static void put(struct textbuf *out, const char *text) {
    const size_t from = out->length;
    textbuf_str(out, text ? text : "");
    textbuf_char(out, '\n');
    for (char *at = out->bytes + from; *at; at++)
        *at = ascii_lower(*at);
}

static void put_content(struct textbuf *out, const struct content *content) {
    for (size_t i = 0; i < content->items.count; i++) {
        const struct inline_item *item = &content->items.items[i];
        if (item->kind == INLINE_NOTE)
            put_content(out, item->note);
        else if (item->text)
            put(out, item->text);
    }
}

static void put_table(struct textbuf *out, const struct table_block *table) {
    for (size_t i = 0; i < table->columns.count; i++)
        put(out, table->columns.items[i].head);
    for (size_t r = 0; r < table->rows.count; r++) {
        const struct table_row *row = &table->rows.items[r];
        for (size_t c = 0; c < row->cells.count; c++)
            for (size_t p = 0; p < row->cells.items[c].paragraphs.count; p++)
                put_content(out, &row->cells.items[c].paragraphs.items[p]);
    }
}

static void put_list(struct textbuf *out, const struct block_list *list);

static void put_block(struct textbuf *out, const struct block *block) {
    put_content(out, &block->content);
    put_content(out, &block->second);
    if (block->table)
        put_table(out, block->table);
    for (size_t i = 0; i < block->list.count; i++) {
        put_content(out, &block->list.items[i].label);
        put_content(out, &block->list.items[i].body);
    }
    put_list(out, &block->children);
    for (size_t i = 0; i < block->columns.count; i++)
        put_list(out, &block->columns.items[i]);
}

static void put_list(struct textbuf *out, const struct block_list *list) {
    for (size_t i = 0; i < list->items.count; i++)
        put_block(out, list->items.items[i]);
}

const char *pagetext(struct arena *arena, const struct document *document, const char *without) {
    struct textbuf out;
    textbuf_init(&out, arena);
    for (size_t i = 0; i < document->sections.count; i++)
        if (!without || strcmp(document->sections.items[i]->anchor, without) != 0)
            put_list(&out, &document->sections.items[i]->blocks);
    return textbuf_text(&out);
}

static bool here(const char *text, const char *term, size_t length) {
    for (size_t i = 0; i < length; i++)
        if (text[i] != ascii_lower(term[i]))
            return false;
    return true;
}

/* Languages inflect: the last two letters of a longer term may be others. */
static size_t stem_of(const char *term) {
    size_t length = strlen(term);
    bool inflected = length >= INFLECTED_LEAST && ascii_letter(term[length - 1]) &&
                     ascii_letter(term[length - ENDING]);
    return inflected ? length - ENDING : length;
}

bool pagetext_has(const char *text, const char *term) {
    const size_t length = stem_of(term);
    const char first = ascii_lower(term[0]);
    for (const char *at = text; length > 0 && (at = strchr(at, first)); at++) {
        if ((at > text && ascii_letter(at[-1])) || !here(at, term, length))
            continue;
        if (length > WHOLE_WORD_MOST || !ascii_letter(at[length]))
            return true;
    }
    return false;
}
