#include "layout/document.h"

#include "base/textbuf.h"

static void indent(struct textbuf *out, int depth) {
    for (int i = 0; i < depth; i++)
        textbuf_str(out, "  ");
}

/* ---- content ---------------------------------------------------------------------------------
 */

static const char *style_name(enum style style) {
    static const char *const names[STYLE_COUNT] = {
        [STYLE_INHERIT] = "inherit",
        [STYLE_COVER_TITLE] = "cover-title",
        [STYLE_COVER_PERIOD] = "cover-period",
        [STYLE_COVER_UNIT] = "cover-unit",
        [STYLE_TITLE] = "title",
        [STYLE_TITLE_WIDE] = "title-wide",
        [STYLE_SUBTITLE] = "subtitle",
        [STYLE_HEADING] = "heading",
        [STYLE_HEADING_NOTE] = "heading-note",
        [STYLE_CAPTION] = "caption",
        [STYLE_CAPTION_NAME] = "caption-name",
        [STYLE_BIG_NUMBER] = "big-number",
        [STYLE_BODY] = "body",
        [STYLE_BODY_BOLD] = "body-bold",
        [STYLE_NOTES] = "notes",
        [STYLE_TABLE] = "table",
        [STYLE_TABLE_BOLD] = "table-bold",
        [STYLE_TABLE_SEMIBOLD] = "table-semibold",
        [STYLE_TABLE_GREY] = "table-grey",
        [STYLE_DENSE] = "dense",
        [STYLE_DENSE_BOLD] = "dense-bold",
        [STYLE_DENSE_SEMIBOLD] = "dense-semibold",
        [STYLE_DENSE_GREY] = "dense-grey",
        [STYLE_TABLE_HEAD] = "table-head",
        [STYLE_DENSE_HEAD] = "dense-head",
        [STYLE_CHART_LABEL] = "chart-label",
        [STYLE_CHART_VALUE] = "chart-value",
        [STYLE_KEY] = "key",
        [STYLE_DENSE_KEY] = "dense-key",
        [STYLE_RUNNING] = "running",
        [STYLE_FOOTER] = "footer",
        [STYLE_PILL] = "pill",
    };
    return names[style];
}

static void dump_mark(struct textbuf *out, const struct inline_item *item) {
    static const char *const kinds[] = {
        [INLINE_TEXT] = "text",   [INLINE_PAGE] = "page", [INLINE_MARK] = "mark",
        [INLINE_TREND] = "trend", [INLINE_PILL] = "pill", [INLINE_PURPOSE] = "purpose",
        [INLINE_BREAK] = "break", [INLINE_NOTE] = "note", [INLINE_SPACE] = "space"};
    static const char *const marks[] = {
        [MARK_NONE] = "none",   [MARK_EXCEEDS] = "exceeds", [MARK_GREEN] = "green",
        [MARK_AMBER] = "amber", [MARK_RED] = "red",         [MARK_GREY] = "grey"};
    static const char *const trends[] = {[TREND_NONE] = "none",
                                         [TREND_IMPROVING] = "improving",
                                         [TREND_STEADY] = "steady",
                                         [TREND_WORSENING] = "worsening"};
    textbuf_printf(out, "<%s", kinds[item->kind]);
    if (item->kind == INLINE_MARK || item->kind == INLINE_PILL)
        textbuf_printf(out, " %s", marks[item->mark]);
    if (item->kind == INLINE_TREND)
        textbuf_printf(out, " %s", trends[item->trend]);
    if (item->target)
        textbuf_printf(out, " #%s", item->target);
    if (item->kind != INLINE_NOTE && item->text) {
        textbuf_char(out, ' ');
        textbuf_json(out, item->text);
    }
    textbuf_char(out, '>');
}

static void dump_item(struct textbuf *out, const struct inline_item *item) {
    if (item->kind != INLINE_TEXT) {
        dump_mark(out, item);
        return;
    }
    textbuf_json(out, item->text);
    if (item->style != STYLE_INHERIT)
        textbuf_printf(out, "/%s", style_name(item->style));
    if (item->target)
        textbuf_printf(out, "#%s", item->target);
    if (item->uri)
        textbuf_printf(out, "<%s>", item->uri);
}

static void dump_content(struct textbuf *out, const struct content *content) {
    for (size_t i = 0; i < content->items.count; i++) {
        textbuf_char(out, ' ');
        dump_item(out, &content->items.items[i]);
    }
}

static void dump_line(struct textbuf *out, const char *name, const struct content *content,
                      int depth) {
    if (content->items.count == 0)
        return;
    indent(out, depth);
    textbuf_str(out, name);
    dump_content(out, content);
    textbuf_char(out, '\n');
}

/* ---- tables ----------------------------------------------------------------------------------
 */

static const char *chart_name(const struct chart *chart) {
    static const char *const names[] = {
        [CHART_SPARKLINE] = "sparkline", [CHART_BULLET] = "bullet",
        [CHART_COLUMNS] = "columns",     [CHART_LINE] = "line",
        [CHART_TALLY] = "tally",         [CHART_FTE_ROW] = "fte-row",
        [CHART_FTE_TOTAL] = "fte-total", [CHART_GANTT_HEAD] = "gantt-head",
        [CHART_GANTT_ROW] = "gantt-row", [CHART_RAMP] = "ramp",
        [CHART_SHARE] = "share",         [CHART_WATERFALL] = "waterfall",
        [CHART_VARIANCE] = "variance",   [CHART_RISKMAP] = "riskmap",
        [CHART_MATRIX] = "matrix",       [CHART_RATE] = "rate",
        [CHART_YEAR_HEAD] = "year-head", [CHART_YEAR_ROW] = "year-row",
        [CHART_SCATTER] = "scatter",     [CHART_XMR] = "xmr"};
    return names[chart->kind];
}

static void dump_cell(struct textbuf *out, const struct table_cell *cell) {
    textbuf_str(out, " |");
    for (size_t i = 0; i < cell->paragraphs.count; i++) {
        if (i > 0)
            textbuf_str(out, " /");
        dump_content(out, &cell->paragraphs.items[i]);
    }
    if (cell->chart)
        textbuf_printf(out, " chart:%s", chart_name(cell->chart));
    if (cell->row_span > 1)
        textbuf_printf(out, " rows:%u", cell->row_span);
    if (cell->column_span > 1)
        textbuf_printf(out, " columns:%u", cell->column_span);
}

static void dump_table(struct textbuf *out, const struct table_block *table, int depth) {
    static const char *const kinds[] = {
        [ROW_BODY] = "row", [ROW_GROUP] = "group", [ROW_TOTAL] = "total"};
    indent(out, depth);
    textbuf_str(out, "head");
    for (size_t i = 0; i < table->columns.count; i++) {
        textbuf_str(out, " | ");
        textbuf_json(out, table->columns.items[i].head ? table->columns.items[i].head : "");
    }
    textbuf_char(out, '\n');
    for (size_t i = 0; i < table->rows.count; i++) {
        const struct table_row *row = &table->rows.items[i];
        indent(out, depth);
        textbuf_str(out, kinds[row->kind]);
        for (size_t k = 0; k < row->cells.count; k++)
            dump_cell(out, &row->cells.items[k]);
        if (row->anchor)
            textbuf_printf(out, " @%s", row->anchor);
        textbuf_char(out, '\n');
    }
}

/* ---- blocks ----------------------------------------------------------------------------------
 */

static void dump_blocks(struct textbuf *out, const struct block_list *list, int depth);

static void dump_parts(struct textbuf *out, const struct block *block, int depth) {
    dump_line(out, "content", &block->content, depth);
    dump_line(out, "second", &block->second, depth);
    if (block->chart) {
        indent(out, depth);
        textbuf_printf(out, "chart %s ", chart_name(block->chart));
        textbuf_json(out, block->chart->alt ? block->chart->alt : "");
        textbuf_char(out, '\n');
    }
    for (size_t i = 0; i < block->list.count; i++) {
        dump_line(out, "label", &block->list.items[i].label, depth);
        dump_line(out, "body", &block->list.items[i].body, depth);
    }
    for (size_t i = 0; i < block->toc.count; i++) {
        const struct toc_entry *entry = &block->toc.items[i];
        indent(out, depth);
        textbuf_printf(out, "entry %d ", entry->level);
        textbuf_json(out, entry->title);
        textbuf_printf(out, " #%s\n", entry->anchor);
    }
    if (block->table)
        dump_table(out, block->table, depth);
    dump_blocks(out, &block->children, depth);
    for (size_t i = 0; i < block->columns.count; i++) {
        indent(out, depth);
        textbuf_str(out, "column\n");
        dump_blocks(out, &block->columns.items[i], depth + 1);
    }
}

static void dump_block(struct textbuf *out, const struct block *block, int depth) {
    static const char *const kinds[] = {
        [BLOCK_TITLE] = "title",       [BLOCK_HEADING] = "heading",
        [BLOCK_TEXT] = "text",         [BLOCK_LIST] = "list",
        [BLOCK_BALANCED] = "balanced", [BLOCK_TABLE] = "table",
        [BLOCK_CHART] = "chart",       [BLOCK_DRAWING] = "drawing",
        [BLOCK_COLUMNS] = "columns",   [BLOCK_KEEP] = "keep",
        [BLOCK_PANEL] = "panel",       [BLOCK_RECOMMENDATION] = "recommendation",
        [BLOCK_GAP] = "gap",           [BLOCK_AT] = "at",
        [BLOCK_RULE] = "rule",         [BLOCK_TOC] = "toc",
        [BLOCK_IMAGE] = "image"};
    indent(out, depth);
    textbuf_str(out, kinds[block->kind]);
    if (block->style != STYLE_INHERIT)
        textbuf_printf(out, " %s", style_name(block->style));
    if (block->kind == BLOCK_HEADING)
        textbuf_printf(out, " %d", block->level);
    if (block->height) {
        textbuf_char(out, ' ');
        textbuf_fixed(out, block->height, 3);
    }
    if (block->anchor)
        textbuf_printf(out, " @%s", block->anchor);
    textbuf_char(out, '\n');
    dump_parts(out, block, depth + 1);
}

static void dump_blocks(struct textbuf *out, const struct block_list *list, int depth) {
    for (size_t i = 0; i < list->items.count; i++)
        dump_block(out, list->items.items[i], depth);
}

void document_dump(const struct document *document, struct textbuf *out) {
    textbuf_str(out, "document ");
    textbuf_json(out, document->title ? document->title : "");
    textbuf_printf(out, " %s %s\n", document->paper == PAPER_A4 ? "a4" : "letter",
                   document->language);
    for (size_t i = 0; i < document->sections.count; i++) {
        const struct section *section = document->sections.items[i];
        textbuf_printf(out, "section @%s ", section->anchor ? section->anchor : "");
        textbuf_json(out, section->name ? section->name : "");
        textbuf_printf(out, "%s%s\n", section->orientation == LANDSCAPE ? " landscape" : "",
                       section->appendix ? " appendix" : "");
        dump_blocks(out, &section->blocks, 1);
    }
}
