/* tables: whatever is in a table, every cell's text stands on a page once, nothing touches another
 * cell or leaves the body, points of a column stand one below the other, and pages end where they
 * may (packet-look.md sections 6 and 9).
 *
 * Random tables become scenes and paginations; both are asked.  A failure names its round, which is
 * the seed. */
#include "randomtable.h"

#include "layout/paginate.h"
#include <stdio.h>

enum { ROUNDS = 300 };

static unsigned long long round_now;

#define BROKEN(...) fail_msg("round %llu: %s", round_now, arena_printf(arena, __VA_ARGS__))

static struct page_geometry geometry;

/* ---- letters ---------------------------------------------------------------------------------
 */

/* Letters and boxes of each cell, by element and page. */
struct cell_ink {
    scene_element_id element;
    uint32_t page;
    struct rect box;
};

struct inks {
    VEC(struct cell_ink) items;
};

static void add_ink(struct inks *inks, scene_element_id element, uint32_t page, struct rect box) {
    for (size_t i = inks->items.count; i-- > 0 && inks->items.items[i].page == page;) {
        struct cell_ink *ink = &inks->items.items[i];
        if (ink->element != element || !in_tree(element))
            continue;
        ink->box = both(ink->box, box);
        return;
    }
    const struct cell_ink ink = {element, page, box};
    vec_push(arena, &inks->items, ink);
}

static void assert_in_body(const struct scene_item *item, struct rect box, uint32_t page) {
    const mp slack = PT(0.6);
    if (box.x < geometry.margin - slack ||
        box.x + box.w > geometry.margin + geometry.text_width + slack ||
        box.y < geometry.body_top - slack || box.y + box.h > geometry.body_bottom + slack)
        BROKEN("'%s' leaves the body of page %u: %d %d %d %d",
               item->kind == SCENE_TEXT ? item->as.text.run->text : "a path", page + 1, (int)box.x,
               (int)box.y, (int)box.w, (int)box.h);
}

static void look_at_page(const struct scene *scene, uint32_t page, struct inks *inks,
                         struct letters *letters) {
    const struct scene_page *on = &scene->pages.items[page];
    for (size_t i = 0; i < on->items.count; i++) {
        const struct scene_item *item = &on->items.items[i];
        if (is_frame(item) || (item->kind != SCENE_TEXT && item->kind != SCENE_PATH))
            continue;
        const bool text = item->kind == SCENE_TEXT;
        const struct rect box = text ? text_box(item) : path_box(item->as.path);
        assert_in_body(item, box, page);
        const scene_element_id cell = above_with(scene, item->element, TAG_TH, TAG_TD);
        if (text || in_tree(cell))
            add_ink(inks, in_tree(cell) ? cell : SCENE_ARTIFACT, page, box);
        if (text && in_tree(cell) && !is_reference(scene, item->element) &&
            !in_tree(above_with(scene, item->element, TAG_FIGURE, TAG_NOTE)))
            letters_add(&letters[cell],
                        letters_of(item->as.text.run->text, item->as.text.run->bytes));
    }
}

static void assert_apart(const struct inks *inks) {
    for (size_t i = 0; i < inks->items.count; i++)
        for (size_t k = i; k-- > 0 && inks->items.items[k].page == inks->items.items[i].page;) {
            const struct cell_ink *a = &inks->items.items[i];
            const struct cell_ink *b = &inks->items.items[k];
            if (!in_tree(a->element) && !in_tree(b->element))
                continue; /* runs of one head touch */
            if (overlap(a->box, b->box))
                BROKEN("cells touch on page %u: %d %d %d %d and %d %d %d %d", a->page + 1,
                       (int)a->box.x, (int)a->box.y, (int)a->box.w, (int)a->box.h, (int)b->box.x,
                       (int)b->box.y, (int)b->box.w, (int)b->box.h);
        }
}

static bool same_letters(struct letters a, struct letters b) {
    return a.count == b.count && a.sum == b.sum;
}

/* Cells of a row in the tree, in order, against those of the block. */
static void assert_row_told(const struct scene *scene, scene_element_id tr,
                            const struct table_row *row, const struct letters *letters) {
    size_t at = 0;
    for (scene_element_id e = tr + 1; e < scene->elements.count && at < row->cells.count; e++) {
        if (scene->elements.items[e].parent != tr)
            continue;
        const struct table_cell *cell = &row->cells.items[at++];
        struct letters wanted = {0, 0};
        for (size_t i = 0; i < cell->paragraphs.count; i++)
            letters_add(&wanted, letters_in(&cell->paragraphs.items[i]));
        if (!same_letters(wanted, letters[e]))
            BROKEN("a cell has %zu letters instead of %zu", letters[e].count, wanted.count);
    }
    if (at < row->cells.count)
        BROKEN("%zu cells of %zu", at, (size_t)row->cells.count);
}

static void assert_told_once(const struct scene *scene, const struct table_block *block,
                             const struct letters *letters) {
    size_t row = 0;
    for (scene_element_id e = 0; e < scene->elements.count; e++) {
        const struct scene_element *element = &scene->elements.items[e];
        if (element->tag != TAG_TR || scene->elements.items[element->parent].tag != TAG_TBODY)
            continue;
        if (row >= block->rows.count)
            BROKEN("more than %zu rows", row);
        assert_row_told(scene, e, &block->rows.items[row++], letters);
    }
    if (row != block->rows.count)
        BROKEN("%zu rows of %zu", row, (size_t)block->rows.count);
}

static void assert_cells_stand(const struct scene *scene, const struct table_block *block) {
    struct inks inks = {.items = {0}};
    struct letters *letters = arena_array(arena, scene->elements.count, sizeof *letters);
    for (uint32_t page = 0; page < scene->pages.count; page++)
        look_at_page(scene, page, &inks, letters);
    assert_apart(&inks);
    assert_told_once(scene, block, letters);
}

/* A number leads to its note on the same page. */
static void assert_notes_near(const struct scene *scene) {
    for (uint32_t page = 0; page < scene->pages.count; page++)
        for (size_t i = 0; i < scene->pages.items[page].links.count; i++)
            if (scene->pages.items[page].links.items[i].page != page)
                BROKEN("a note of page %u is elsewhere", page + 1);
}

/* ---- decimals --------------------------------------------------------------------------------
 */

/* Where the point of a number stands, or its end; -1: no number. */
static mp point_of(const struct cell_box *box) {
    if (box->columns > 1 || box->count != 1 || box->paragraphs[0]->count != 1 || box->tail < 0)
        return -1;
    const struct line *line = &box->paragraphs[0]->lines[0];
    const char *text = box->cell->paragraphs.items[0].items.items[0].text;
    const size_t length = strlen(text);
    if (line->count != 1 || text[length - 1] < '0' || text[length - 1] > '9')
        return -1;
    const char *point = strchr(text, '.');
    const size_t bytes = point ? (size_t)(point - text) : length;
    const struct shaped *before = shape_text(fonts, line->pieces[0].role, text, bytes, "en", diags);
    return box->x + box->width - box->shift - line->width +
           shape_width(before, line->pieces[0].size);
}

/* The longest parts before and after the point fit the column. */
static bool points_fit(const struct table_flow *table, unsigned column) {
    mp before = 0;
    mp after = 0;
    for (size_t r = 0; r < table->row_count; r++)
        for (size_t i = 0; i < table->rows[r].count; i++) {
            const struct cell_box *box = &table->rows[r].cells[i];
            if (box->column != column || box->tail < 0)
                continue;
            before = length_max(before, box->paragraphs[0]->lines[0].width - box->tail);
            after = length_max(after, box->tail);
        }
    return before + after <= table->columns[column].width;
}

static void assert_points_below(const struct table_flow *table) {
    for (unsigned c = 0; c < table->column_count; c++) {
        mp first = -1;
        const bool decimal = table->columns[c].align == ALIGN_DECIMAL && points_fit(table, c);
        for (size_t r = 0; decimal && r < table->row_count; r++)
            for (size_t i = 0; i < table->rows[r].count; i++) {
                const struct cell_box *box = &table->rows[r].cells[i];
                const mp at =
                    box->column == c && box->cell->paragraphs.count == 1 ? point_of(box) : -1;
                if (at < 0)
                    continue;
                if (first >= 0 && (at - first > PT(0.12) || first - at > PT(0.12)))
                    BROKEN("points of column %u stand at %d and %d", c, (int)first, (int)at);
                first = first < 0 ? at : first;
            }
    }
}

/* ---- pages -----------------------------------------------------------------------------------
 */

static bool is_row(const struct placement *p) {
    return p->item->kind == GALLEY_ROW && p->part == PLACED_ITEM;
}

static const struct row_box *row_of(const struct placement *p) {
    return &p->item->as.table->rows[p->item->line];
}

/* Of a total and of the rows that hold on to it: other totals, the row they sum up, its group. */
static mp held_height(const struct table_flow *table, size_t line) {
    mp height = table->rows[line].height;
    for (; line > 0 && (table->rows[line].row->kind == ROW_TOTAL ||
                        table->rows[line - 1].row->kind == ROW_GROUP);
         line--)
        height += table->rows[line - 1].height;
    return height;
}

/* Head and group stand again above the first row of a page. */
static void assert_page_begins(const struct pagination *p, size_t i) {
    const struct placement *all = p->placements.items;
    size_t row = i;
    while (row < p->placements.count && !is_row(&all[row]))
        row++;
    if (row == p->placements.count || all[row].page != all[i].page)
        return;
    const struct table_flow *table = all[row].item->as.table;
    size_t wanted = i + (all[i].part == PLACED_TITLE_AGAIN);
    if (all[row].item->line == 0 && all[row].item->part == 0)
        return;
    if (table->has_head && all[wanted++].part != PLACED_HEAD_AGAIN)
        BROKEN("page %u goes on without a head", all[i].page + 1);
    const size_t group = row_of(&all[row])->group;
    if (group != TABLE_NONE && table->rows[group].continued &&
        all[wanted++].part != PLACED_GROUP_AGAIN)
        BROKEN("page %u goes on without the name of the group", all[i].page + 1);
    if (wanted != row)
        BROKEN("page %u repeats too much", all[i].page + 1);
    if (all[row].item->part == 0 && row_of(&all[row])->row->kind == ROW_TOTAL &&
        held_height(table, all[row].item->line) <
            (geometry.body_bottom - geometry.body_top) * 8 / 10 &&
        row_of(&all[row])[-1].height < (geometry.body_bottom - geometry.body_top) / 3)
        BROKEN("page %u begins with a total", all[i].page + 1);
}

/* Neither head nor group ends one. */
static void assert_page_ends(const struct placement *last) {
    if (last->item->kind == GALLEY_HEAD || last->part != PLACED_ITEM)
        BROKEN("page %u ends with a head", last->page + 1);
    if (is_row(last) && row_of(last)->row->kind == ROW_GROUP && row_of(last)->lines == 0 &&
        last->item->line + 1 < last->item->as.table->row_count)
        BROKEN("page %u ends with the name of a group", last->page + 1);
}

/* A row goes over to the next page only if it is tall, and with two lines of each paragraph. */
static void assert_parted_well(const struct placement *last, const struct placement *next) {
    if (!is_row(next) || next->item->part == 0)
        return;
    const struct row_box *row = row_of(next);
    if (row->height <= (geometry.body_bottom - geometry.body_top) / 3)
        BROKEN("row %zu is parted and not tall", next->item->line);
    for (size_t i = 0; i < row->count; i++) {
        size_t first = 0;
        for (size_t k = 0; k < row->cells[i].count; k++) {
            const size_t lines = row->cells[i].paragraphs[k]->count;
            const size_t above = next->item->part - first;
            if (next->item->part > first && above < lines && (above == 1 || lines - above == 1))
                BROKEN("row %zu is parted after line %zu of %zu", next->item->line, above, lines);
            first += lines;
        }
    }
    if (next->item->line != last->item->line)
        BROKEN("row %zu does not go on", next->item->line);
}

/* Rows under a span stand on one page if that is easily done. */
static void assert_spans_whole(const struct table_flow *table, const uint32_t *pages) {
    for (size_t r = 0; r < table->row_count;) {
        size_t end = r + 1;
        mp height = table->rows[r].height;
        for (size_t k = r; k < end; k++)
            for (size_t i = 0; i < table->rows[k].count; i++)
                if (k + table->rows[k].cells[i].rows > end)
                    end = k + table->rows[k].cells[i].rows;
        for (size_t k = r + 1; k < end; k++)
            height += table->rows[k].height;
        /* What holds on to the name of their group holds on to them. */
        const size_t above = r > 0 && table->rows[r - 1].row->kind == ROW_GROUP ? r - 1 : r;
        const bool more = (above > 0 && table->rows[above - 1].row->keep_with_next) ||
                          (end < table->row_count && (table->rows[end - 1].row->keep_with_next ||
                                                      table->rows[end].row->kind == ROW_TOTAL));
        if (height < (geometry.body_bottom - geometry.body_top) * 6 / 10 && !more &&
            pages[r] != pages[end - 1])
            BROKEN("rows %zu to %zu under a span are parted", r, end - 1);
        r = end;
    }
}

static void assert_pages_end_well(void) {
    composer.document = document;
    composer.anchors = idmap_new(arena);
    const struct pagination *p = paginate(&composer);
    const struct table_flow *table = NULL;
    uint32_t *pages = arena_array(arena, 1000, sizeof *pages);
    const struct placement *last = NULL; /* that is no note */
    for (size_t i = 0; i < p->placements.count; i++) {
        const struct placement *here = &p->placements.items[i];
        if (here->item->kind == GALLEY_NOTE)
            continue;
        if (is_row(here)) {
            table = here->item->as.table;
            pages[here->item->line] = here->page;
        }
        if (last && last->page != here->page) {
            assert_page_ends(last);
            assert_page_begins(p, i);
            size_t row = i;
            while (!is_row(&p->placements.items[row]))
                row++;
            assert_parted_well(last, &p->placements.items[row]);
        }
        last = here;
    }
    if (!table)
        return;
    assert_spans_whole(table, pages);
    assert_points_below(table);
}

/* ---- rounds ----------------------------------------------------------------------------------
 */

static void assert_same_again(const struct scene *scene) {
    const struct scene *again = layout_document(arena, fonts, document, diags);
    if (strcmp(dump_of(scene), dump_of(again)) != 0)
        BROKEN("a second scene differs");
    document->paper = document->paper == PAPER_A4 ? PAPER_LETTER : PAPER_A4;
    again = layout_document(arena, fonts, document, diags);
    document->paper = document->paper == PAPER_A4 ? PAPER_LETTER : PAPER_A4;
    if (sizes_of(scene) != sizes_of(again))
        BROKEN("another paper has other sizes");
}

/* A row under a span that no page holds is told to its owner; the scene is of no use then. */
static bool told_too_tall(void) {
    size_t count = 0;
    const struct diag *all = diags_sorted(diags, &count);
    for (size_t i = 0; i < count; i++)
        if (all[i].code != BP5003)
            BROKEN("BP%d is told", (int)all[i].code);
    return count > 0;
}

static bool try_table(void) {
    document->paper = chance(50) ? PAPER_A4 : PAPER_LETTER;
    document->language = chance(20) ? "he" : "en";
    section->orientation = chance(40) ? LANDSCAPE : PORTRAIT;
    geometry = layout_geometry(document->paper, section->orientation);
    const mp width = layout_geometry(PAPER_LETTER, section->orientation).text_width;
    if (chance(30))
        block_title(document, &section->blocks, "Table", chance(50) ? "Subtitle" : NULL);
    const struct table_block *block = random_table(&section->blocks, width, chance(20) ? 200 : 50);
    const struct scene *scene = layout_document(arena, fonts, document, diags);
    if (told_too_tall())
        return false;
    assert_null(scene_problem(scene));
    assert_cells_stand(scene, block);
    assert_notes_near(scene);
    assert_pages_end_well();
    assert_same_again(scene);
    return true;
}

static void tables_keep_their_laws(void **state) {
    size_t good = 0;
    const unsigned long long first = round_wanted("FIRST", 1),
                             last = round_wanted("ROUNDS", ROUNDS);
    for (round_now = first; round_now <= last; round_now++) {
        setup(state);
        seed = round_now * 977;
        good += try_table();
        teardown(state);
    }
    assert_true(good >= (last - first + 1) * 9 / 10);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(tables_keep_their_laws)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
