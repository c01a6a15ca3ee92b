/* pagelaws: where pages may end and what must stand on them (packet-look.md sections 5, 6 and 9),
 * for random documents and for the packets of the samples.  Of an `arena` that the program has. */
#ifndef TESTS_PROPERTY_PAGELAWS_H
#define TESTS_PROPERTY_PAGELAWS_H

#include "layout/footnote.h"
#include "layout/paginate.h"

static const char *pages_of; /* what is looked at, for failures */

#define BROKEN(...) fail_msg("%s: %s", pages_of, arena_printf(arena, __VA_ARGS__))

static inline mp bottom_of(const struct placement *p) {
    return p->part == PLACED_HEAD_AGAIN    ? p->y + p->item->as.table->head.height
           : p->part == PLACED_GROUP_AGAIN ? p->y
                                           : p->y + p->item->height;
}

/* Where the notes of a page begin, with their rule; else the end of the body. */
static inline mp body_ends(const struct pagination *p, uint32_t page) {
    for (size_t i = 0; i < p->placements.count; i++) {
        const struct placement *here = &p->placements.items[i];
        if (here->item->kind == GALLEY_NOTE && here->page == page)
            return here->y - FOOTNOTE_ABOVE;
    }
    return p->pages.items[page].geometry.body_bottom;
}

static inline void assert_in_body(const struct pagination *p) {
    mp *ends = arena_array(arena, p->pages.count, sizeof *ends);
    for (uint32_t page = 0; page < p->pages.count; page++)
        ends[page] = body_ends(p, page);
    for (size_t i = 0; i < p->placements.count; i++) {
        const struct placement *here = &p->placements.items[i];
        const struct page_geometry *g = &p->pages.items[here->page].geometry;
        const bool note = here->item->kind == GALLEY_NOTE;
        if (here->y < g->body_top || bottom_of(here) > (note ? g->body_bottom : ends[here->page]))
            BROKEN("kind %d leaves the body of page %u", (int)here->item->kind, here->page + 1);
    }
}

static inline bool is_heading(const struct placement *p) {
    return p->item->kind == GALLEY_LINE &&
           (p->item->as.text->tag == TAG_H2 || p->item->as.text->tag == TAG_H3);
}

/* Lines of one text that stand together. */
static inline size_t lines_together(const struct pagination *p, size_t i) {
    const struct placement *all = p->placements.items;
    size_t count = 1;
    while (i + count < p->placements.count && all[i + count].item->kind == GALLEY_LINE &&
           all[i + count].item->as.text == all[i].item->as.text &&
           all[i + count].page == all[i].page && all[i + count].x == all[i].x)
        count++;
    return count;
}

/* Two lines at either side of a break. */
static inline void assert_no_line_alone(const struct pagination *p) {
    for (size_t i = 0; i < p->placements.count;) {
        const struct placement *here = &p->placements.items[i];
        if (here->item->kind != GALLEY_LINE) {
            i++;
            continue;
        }
        const size_t count = lines_together(p, i);
        const size_t line = here->item->line;
        const size_t all = here->item->as.text->paragraph->count;
        if (count == 1 && all > 1 && (line == 0 || line + 1 == all))
            BROKEN("a line stands alone on page %u", here->page + 1);
        i += count;
    }
}

/* What stands below a heading on its page: lines, or rows, or something whole. */
static inline void assert_heading_has_body(const struct pagination *p, size_t i) {
    const struct placement *all = p->placements.items;
    size_t lines = 0;
    size_t k = i + 1;
    if (all[k].width < all[i].width - MM(20))
        return; /* balanced columns are whole */
    for (; k < p->placements.count && all[k].page == all[i].page; k++) {
        if (is_heading(&all[k]) || all[k].item->kind != GALLEY_LINE)
            break;
        lines++;
    }
    if (k < p->placements.count && all[k].page == all[i].page && !is_heading(&all[k]))
        return; /* the laws of tables say the rest */
    const bool ended = k == p->placements.count || is_heading(&all[k]) ||
                       all[k].section != all[i].section || all[k].x < all[i].x ||
                       all[k].width > all[i].width + MM(20) || all[k].x > all[i].x + MM(20) ||
                       all[k].item->kind == GALLEY_NOTE;
    if (lines == 0 && k < p->placements.count && all[k].item->notes > 0)
        return; /* more notes than a page has room for beside a heading */
    if (lines < (ended ? 1 : 2))
        BROKEN("a heading has %zu lines below it on page %u", lines, all[i].page + 1);
}

static inline void assert_headings_hold(const struct pagination *p) {
    const struct placement *all = p->placements.items;
    for (size_t i = 0; i + 1 < p->placements.count; i++)
        if (is_heading(&all[i]) && !is_heading(&all[i + 1]) && all[i + 1].x == all[i].x)
            assert_heading_has_body(p, i);
}

/* Something whole, and too high to begin on the page before. */
static inline bool begins_whole(const struct pagination *p, uint32_t page) {
    for (size_t i = 0; i < p->placements.count; i++) {
        const struct placement *here = &p->placements.items[i];
        if (here->page == page && here->item->kind != GALLEY_LINE &&
            here->item->kind != GALLEY_ROW && here->item->kind != GALLEY_HEAD &&
            here->item->kind != GALLEY_TITLE && here->item->kind != GALLEY_NOTE)
            return true;
        if (here->page == page && here->item->notes > 0)
            return true;
    }
    return false;
}

static inline void assert_pages_filled(const struct pagination *p) {
    mp *lowest = arena_array(arena, p->pages.count, sizeof *lowest);
    for (size_t i = 0; i < p->placements.count; i++) {
        const struct placement *here = &p->placements.items[i];
        lowest[here->page] = length_max(lowest[here->page], bottom_of(here));
    }
    for (uint32_t page = 0; page < p->pages.count; page++) {
        const struct page_geometry *g = &p->pages.items[page].geometry;
        if (lowest[page] == 0)
            BROKEN("page %u is empty", page + 1);
        const bool last = page + 1 == p->pages.count || !p->pages.items[page + 1].continued;
        if (!last && lowest[page] - g->body_top < (g->body_bottom - g->body_top) / 5 &&
            !begins_whole(p, page + 1))
            BROKEN("page %u is nearly empty", page + 1);
    }
}

/* ---- tables ----------------------------------------------------------------------------------
 */

/* Rows, or lines of a tall row, that stand below a head on its page. */
static inline size_t rows_below(const struct pagination *p, size_t head) {
    const struct placement *all = p->placements.items;
    const struct table_flow *table = all[head].item->as.table;
    size_t rows = 0;
    for (size_t k = head + 1; k < p->placements.count && all[k].page == all[head].page &&
                              (all[k].item->kind == GALLEY_ROW) && all[k].item->as.table == table &&
                              all[k].part != PLACED_HEAD_AGAIN;
         k++)
        rows += all[k].part == PLACED_ITEM && table->rows[all[k].item->line].row->kind != ROW_GROUP;
    return rows;
}

static inline size_t rows_of(const struct table_flow *table) {
    size_t rows = 0;
    for (size_t i = 0; i < table->row_count; i++)
        rows += table->rows[i].row->kind != ROW_GROUP;
    return rows;
}

/* A head has two rows below it, also where it is said again. */
static inline void assert_heads_hold(const struct pagination *p) {
    for (size_t i = 0; i < p->placements.count; i++) {
        const struct placement *here = &p->placements.items[i];
        const bool head = here->item->kind == GALLEY_HEAD || here->part == PLACED_HEAD_AGAIN;
        if (head && rows_below(p, i) < 2 && rows_of(here->item->as.table) >= 2)
            BROKEN("the head of the table '%s' has %zu rows below it on page %u",
                   here->item->as.table->block->summary, rows_below(p, i), here->page + 1);
    }
}

static inline void assert_page_laws(const struct pagination *p) {
    assert_in_body(p);
    assert_no_line_alone(p);
    assert_headings_hold(p);
    assert_pages_filled(p);
}

#endif
