#include "layout/blockgap.h"

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

mp blockgap(const struct block *above, const struct block *block) {
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
