#include "layout/tallitem.h"

#include "base/utf8.h"
#include <string.h>

enum { NAME_RUNES = 60 }; /* enough to find a row by */

/* The row by its own words: the head of it, or else its first text. */
static const char *row_name(struct composer *composer, const struct galley_item *item) {
    const struct table_block *block = item->as.table->block;
    const struct table_row *row = item->as.table->rows[item->line].row;
    const char *text = NULL;
    for (size_t i = 0; row && i < row->cells.count; i++) {
        const struct table_cell *cell = &row->cells.items[i];
        if (cell->paragraphs.count == 0 || (text && *text && !cell->header))
            continue;
        text = composer_plain(composer, &cell->paragraphs.items[0]);
        if (*text && cell->header)
            break;
    }
    text = text ? text : "";
    size_t shown = 0;
    for (int i = 0; i < NAME_RUNES && text[shown]; i++)
        utf8_next(text, strlen(text), &shown);
    return arena_printf(composer->arena, "the row '%.*s' of the table '%s'", (int)shown, text,
                        block->summary ? block->summary : "");
}

void tallitem_report(struct composer *composer, const struct section *section,
                     const struct galley_item *item) {
    const char *name = item->title ? item->title : section->name;
    if (item->kind == GALLEY_ROW)
        name = row_name(composer, item);
    diag_report(composer->diags, BP5003, (struct place){0}, name ? name : "?", (char *)NULL);
}
