#include "report/foreign.h"

#include "base/ascii.h"
#include "base/idmap.h"
#include "report/compose.h"
#include <string.h>

enum { WORD_MOST = 64, NAMES_MOST = 20000 };

struct name {
    const char *text;
    size_t bytes;
    size_t next; /* with the same first word, or IDMAP_NONE */
};

struct names {
    struct arena *arena;
    const char *language;
    struct idmap *whole;  /* all of them */
    struct idmap *firsts; /* first words of those of several words, to the latest of them */
    VEC(struct name) items;
};

/* ---- names ----------------------------------------------------------------------------------- */

/* The first word of a text of several; false if it is one, or too long. */
static bool first_word(const char *text, char word[WORD_MOST]) {
    const size_t bytes = strcspn(text, " ");
    if (text[bytes] == '\0' || bytes >= WORD_MOST)
        return false;
    memcpy(word, text, bytes);
    word[bytes] = '\0';
    return true;
}

static bool has_letters(const char *text) {
    for (; *text; text++)
        if (ascii_letter(*text) || (unsigned char)*text >= 0xC3)
            return true;
    return false;
}

static void add_name(struct names *names, const char *text) {
    char word[WORD_MOST];
    const size_t count = idmap_count(names->whole);
    if (!has_letters(text) || count >= NAMES_MOST || idmap_put(names->whole, text, count) < count)
        return;
    if (!first_word(text, word))
        return;
    const struct name name = {text, strlen(text), idmap_find(names->firsts, word)};
    idmap_set(names->firsts, word, names->items.count);
    vec_push(names->arena, &names->items, name);
}

static void add_names(struct names *names, const struct workbook *workbook) {
    for (int sheet = 0; sheet < SHEET_COUNT; sheet++) {
        const struct table *table = &workbook->tables[sheet];
        const struct schema_sheet_def *about = schema_sheet((enum schema_sheet)sheet);
        for (size_t c = 0; c < about->column_count; c++) {
            if (about->columns[c].type != FIELD_TITLE)
                continue;
            for (size_t r = 0; r < table->records.count; r++) {
                const struct field *field = workbook_field(&table->records.items[r], (int)c);
                if (field->filled && field->text)
                    add_name(names, field->text);
            }
        }
    }
}

/* ---- texts ----------------------------------------------------------------------------------- */

/* True for a letter or digit that begins here; blanks and marks beyond ASCII are none, and scripts
 * that put no blanks between words end a name anywhere. */
static bool in_word(const char *at) {
    const unsigned char c = (unsigned char)at[0];
    if (c < 0x80)
        return ascii_letter(at[0]) || ascii_digit(at[0]);
    return c >= 0xC3 && c < 0xE3 && !(c == 0xE2 && (unsigned char)at[1] == 0x80);
}

static bool word_before(const char *text, size_t at) {
    if (at == 0)
        return false;
    do
        at--;
    while (at > 0 && ((unsigned char)text[at] & 0xC0) == 0x80);
    return in_word(text + at);
}

/* Bytes of the longest name of several words that a text begins with. */
static size_t name_at(const struct names *names, const char *text) {
    char word[WORD_MOST];
    size_t longest = 0;
    if (!first_word(text, word))
        return 0;
    for (size_t i = idmap_find(names->firsts, word); i != IDMAP_NONE;
         i = names->items.items[i].next) {
        const struct name *name = &names->items.items[i];
        if (name->bytes > longest && strncmp(text, name->text, name->bytes) == 0 &&
            !in_word(text + name->bytes))
            longest = name->bytes;
    }
    return longest;
}

static bool is_name(const struct names *names, const char *text) {
    return text && *text && idmap_find(names->whole, text) != IDMAP_NONE;
}

static void push_part(struct names *names, struct content *out, struct inline_item item,
                      const char *text, size_t bytes, const char *language) {
    if (bytes == 0)
        return;
    item.text = arena_strndup(names->arena, text, bytes);
    item.language = language;
    vec_push(names->arena, &out->items, item);
}

/* The item in parts: names, and what stands between them. */
static void push_parts(struct names *names, struct content *out, const struct inline_item *item) {
    const char *text = item->text;
    size_t from = 0;
    for (size_t at = 0; text[at];) {
        const size_t bytes = word_before(text, at) ? 0 : name_at(names, text + at);
        if (bytes > 0) {
            push_part(names, out, *item, text + from, at - from, NULL);
            push_part(names, out, *item, text + at, bytes, names->language);
            from = at + bytes;
        }
        at += bytes > 0 ? bytes : 1;
    }
    push_part(names, out, *item, text + from, strlen(text) - from, NULL);
}

/* A link, and what a voice says otherwise, stay in one piece. */
static void mark_content(struct names *names, struct content *content) {
    struct content out = {.items = {0}};
    for (size_t i = 0; i < content->items.count; i++) {
        struct inline_item item = content->items.items[i];
        const bool text = item.kind == INLINE_TEXT && item.text && !item.language;
        if (text && is_name(names, item.actual ? item.actual : item.text))
            item.language = names->language;
        else if (text && !item.actual && !item.target && !item.uri) {
            push_parts(names, &out, &item);
            continue;
        }
        vec_push(names->arena, &out.items, item);
    }
    *content = out;
}

/* ---- documents ------------------------------------------------------------------------------- */

static void mark_table(struct names *names, struct table_block *table) {
    if (is_name(names, table->summary))
        table->language = names->language;
    for (size_t i = 0; i < table->columns.count; i++) {
        struct table_column *column = &table->columns.items[i];
        if (is_name(names, column->head_actual ? column->head_actual : column->head))
            column->language = names->language;
    }
    for (size_t r = 0; r < table->rows.count; r++) {
        struct table_row *row = &table->rows.items[r];
        for (size_t c = 0; c < row->cells.count; c++)
            for (size_t p = 0; p < row->cells.items[c].paragraphs.count; p++)
                mark_content(names, &row->cells.items[c].paragraphs.items[p]);
    }
}

static void mark_block(void *user, struct block *block) {
    struct names *names = user;
    mark_content(names, &block->content);
    mark_content(names, &block->second);
    if (block->table)
        mark_table(names, block->table);
    for (size_t i = 0; i < block->list.count; i++) {
        mark_content(names, &block->list.items[i].label);
        mark_content(names, &block->list.items[i].body);
    }
}

void foreign_mark(struct report *report) {
    struct names names = {.arena = report->arena, .language = compose_foreign(report)};
    if (!names.language)
        return;
    names.whole = idmap_new(report->arena);
    names.firsts = idmap_new(report->arena);
    add_names(&names, report->plan->workbook);
    document_each_block(report->document, mark_block, &names);
}
