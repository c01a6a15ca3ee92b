#include "report/references.h"

#include "base/idmap.h"

/* Goes through a document twice: first for its anchors, then for what leads to them. */
struct walk {
    struct idmap *anchors;
    bool settling;
    const char *missing;
};

static void anchor(struct walk *walk, const char *name) {
    if (!walk->settling && name)
        idmap_put(walk->anchors, name, 0);
}

static bool nowhere(const struct walk *walk, const char *target) {
    return walk->settling && target && idmap_find(walk->anchors, target) == IDMAP_NONE;
}

static void content(struct walk *walk, struct content *content) {
    for (size_t i = 0; i < content->items.count; i++) {
        struct inline_item *item = &content->items.items[i];
        if (!nowhere(walk, item->target))
            continue;
        item->target = NULL;
        if (item->kind == INLINE_PAGE) {
            item->kind = INLINE_TEXT;
            item->text = walk->missing;
        }
    }
}

static void table(struct walk *walk, struct table_block *table) {
    for (size_t r = 0; r < table->rows.count; r++) {
        struct table_row *row = &table->rows.items[r];
        anchor(walk, row->anchor);
        for (size_t c = 0; c < row->cells.count; c++) {
            struct table_cell *cell = &row->cells.items[c];
            for (size_t p = 0; p < cell->paragraphs.count; p++)
                content(walk, &cell->paragraphs.items[p]);
        }
    }
}

static void block(void *user, struct block *block) {
    struct walk *walk = user;
    anchor(walk, block->anchor);
    content(walk, &block->content);
    content(walk, &block->second);
    if (block->table)
        table(walk, block->table);
    for (size_t i = 0; i < block->list.count; i++) {
        content(walk, &block->list.items[i].label);
        content(walk, &block->list.items[i].body);
    }
}

static void all(struct walk *walk, struct document *document) {
    for (size_t i = 0; i < document->sections.count; i++)
        anchor(walk, document->sections.items[i]->anchor);
    document_each_block(document, block, walk);
}

void references_settle(struct document *document, const char *missing) {
    struct walk walk = {idmap_new(document->arena), false, missing};
    all(&walk, document);
    walk.settling = true;
    all(&walk, document);
}
