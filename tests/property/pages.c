/* pages: whatever a document holds, every word is on a page once, pages end where they may, and
 * notes stand below the text that refers to them (packet-look.md section 9).
 *
 * Random documents of all kinds of blocks become scenes and paginations; both are asked.  A failure
 * names its round, which is the seed. */
#include "randomtable.h"

#include "property/pagelaws.h"

enum { ROUNDS = 150, NOTED_ROUNDS = 60 };

static uint32_t words_told;
static bool noted; /* notes everywhere, and long ones */

/* ---- documents -------------------------------------------------------------------------------
 */

/* Words that are there once: w0, w1 ... */
static const char *new_words(uint32_t most) {
    const char *text = arena_printf(arena, "w%u", words_told++);
    for (uint32_t i = draw_number(most); i > 0; i--)
        text = arena_printf(arena, "%s w%u", text, words_told++);
    return text;
}

static void add_note(struct content *content) {
    const uint32_t most = noted && chance(5) ? 500 : chance(20) ? 60 : 8;
    content_text(arena, document_note(arena, content), new_words(most));
}

static void maybe_note(struct content *content, uint32_t percent) {
    if (chance(noted ? percent * 6 : percent))
        add_note(content);
    for (int i = 0; noted && i < 3 && chance(20); i++) {
        content_text(arena, content, arena_printf(arena, " %s", new_words(8)));
        add_note(content);
    }
}

static void add_random_text(struct block_list *list) {
    struct block *block = block_text(document, list, STYLE_BODY, new_words(chance(10) ? 400 : 60));
    maybe_note(&block->content, 8);
}

static void add_random_list(struct block_list *list) {
    struct block *block = block_add(document, list, BLOCK_LIST);
    for (uint32_t i = 1 + draw_number(6); i > 0; i--) {
        struct list_item *item = vec_add(arena, &block->list);
        *item = (struct list_item){.label = {.items = {0}}};
        content_text(arena, &item->label, "\u2022");
        content_text(arena, &item->body, new_words(30));
        maybe_note(&item->body, 4);
    }
}

static void add_random_rows(struct block_list *list) {
    struct table_block *table = block_table(document, list, "Random rows")->table;
    table->continued = "(continued)";
    const uint32_t columns = 1 + draw_number(2);
    table_column(arena, table, "Name", ALIGN_LEFT, 0, STYLE_TABLE)->min_width = MM(20);
    for (uint32_t i = 1; i < columns; i++)
        table_column(arena, table, "More", ALIGN_LEFT, MM(20), STYLE_TABLE);
    const bool groups = chance(40);
    const uint32_t rows = 1 + draw_number(chance(20) ? 120 : 12);
    const bool total = chance(30);
    for (uint32_t r = 0; r < rows; r++) {
        const enum row_kind kind = total && r + 1 == rows ? ROW_TOTAL
                                   : groups && r % 7 == 0 ? ROW_GROUP
                                                          : ROW_BODY;
        struct table_row *row = table_row(arena, table, kind);
        for (uint32_t c = 0; c < (kind == ROW_GROUP ? 1 : columns); c++) {
            struct table_cell *cell = table_text(arena, row, new_words(chance(2) ? 300 : 12));
            maybe_note(cell_content(arena, cell), 2);
        }
    }
}

static void add_random_chart(struct block_list *list) {
    struct block *block = block_add(document, list, BLOCK_CHART);
    struct chart *chart = arena_alloc(arena, sizeof *chart);
    *chart = (struct chart){.kind = CHART_RAMP, .height = MM(8) + (mp)draw_number(90) * MM(1)};
    chart->alt = "A chart";
    block->chart = chart;
    if (chance(60))
        content_text(arena, &block->content, new_words(8));
    if (chance(40))
        content_text(arena, &block->second, new_words(20));
}

static void add_random_drawing(struct block_list *list) {
    struct block *block = block_add(document, list, BLOCK_DRAWING);
    struct scene *drawing = scene_new(arena);
    block->width = MM(30);
    block->height = MM(10) + (mp)draw_number(120) * MM(1);
    scene_add_page(drawing, block->width, block->height, "1");
    draw_rect((struct pen){drawing, 0, SCENE_ARTIFACT},
              (struct rect){0, 0, block->width, block->height}, PANEL);
    block->drawing = drawing;
    block->alt = "A drawing";
}

static void add_blocks(struct block_list *list, uint32_t most, bool plain_only);

static void add_columns(struct block_list *list) {
    struct block *block = block_add(document, list, BLOCK_COLUMNS);
    for (int i = 0; i < 2; i++) {
        struct block_list *column = vec_add(arena, &block->columns);
        *column = (struct block_list){.items = {0}};
    }
    for (int i = 0; i < 2; i++)
        add_blocks(&block->columns.items[i], 8, false);
}

static void add_holder(struct block_list *list, enum block_kind kind) {
    struct block *block = block_add(document, list, kind);
    add_blocks(&block->children, kind == BLOCK_BALANCED ? 12 : 3, kind == BLOCK_BALANCED);
}

/* A heading, as often as not, and what stands below it. */
static void add_block(struct block_list *list, bool plain_only) {
    static const enum block_kind kinds[] = {
        BLOCK_TEXT,  BLOCK_TEXT,    BLOCK_TEXT,    BLOCK_LIST,     BLOCK_TABLE, BLOCK_TABLE,
        BLOCK_CHART, BLOCK_DRAWING, BLOCK_COLUMNS, BLOCK_BALANCED, BLOCK_KEEP,  BLOCK_PANEL};
    const uint32_t some = sizeof kinds / sizeof *kinds;
    if (chance(30))
        block_heading(document, list, new_words(5), chance(30) ? new_words(3) : NULL)->level =
            chance(70) ? 2 : 3;
    const bool top = list == &section->blocks;
    switch ((int)kinds[draw_number(plain_only ? 4 : top ? some : 8)]) {
    case BLOCK_LIST:
        add_random_list(list);
        break;
    case BLOCK_TABLE:
        add_random_rows(list);
        break;
    case BLOCK_CHART:
        add_random_chart(list);
        break;
    case BLOCK_DRAWING:
        add_random_drawing(list);
        break;
    case BLOCK_COLUMNS:
        add_columns(list);
        break;
    case BLOCK_BALANCED:
        add_holder(list, BLOCK_BALANCED);
        break;
    case BLOCK_KEEP:
        add_holder(list, BLOCK_KEEP);
        break;
    case BLOCK_PANEL:
        add_holder(list, BLOCK_PANEL);
        break;
    default:
        add_random_text(list);
        break;
    }
}

static void add_blocks(struct block_list *list, uint32_t most, bool plain_only) {
    for (uint32_t i = 1 + draw_number(most); i > 0; i--)
        add_block(list, plain_only);
}

static void random_document(void) {
    document->paper = chance(50) ? PAPER_A4 : PAPER_LETTER;
    document->frame.note = "Note";
    for (uint32_t i = 1 + draw_number(3); i > 0; i--) {
        section->orientation = chance(30) ? LANDSCAPE : PORTRAIT;
        section->run_on = chance(40);
        if (chance(70))
            block_title(document, &section->blocks, new_words(8), chance(50) ? new_words(8) : NULL);
        add_blocks(&section->blocks, 14, false);
        if (i > 1)
            section = document_section(document, arena_printf(arena, "s%u", i), "Next");
    }
}

/* ---- words -----------------------------------------------------------------------------------
 */

static void count_page(const struct scene_page *page, uint8_t *seen) {
    for (size_t i = 0; i < page->items.count; i++) {
        const struct scene_item *item = &page->items.items[i];
        if (item->kind != SCENE_TEXT || !in_tree(item->element) ||
            item->as.text.run->text[0] != 'w')
            continue;
        const unsigned long word = strtoul(item->as.text.run->text + 1, NULL, 10);
        if (word >= words_told)
            BROKEN("an unknown word");
        seen[word]++;
    }
}

static void assert_words_once(const struct scene *scene) {
    uint8_t *seen = arena_array(arena, words_told, sizeof *seen);
    for (uint32_t page = 0; page < scene->pages.count; page++)
        count_page(&scene->pages.items[page], seen);
    for (uint32_t i = 0; i < words_told; i++)
        if (seen[i] != 1)
            BROKEN("w%u is told %d times", i, (int)seen[i]);
}

static void assert_letters_apart(const struct scene_page *page, uint32_t number) {
    VEC(struct rect) boxes = {0};
    const mp slack = PT(0.2);
    for (size_t i = 0; i < page->items.count; i++) {
        const struct scene_item *item = &page->items.items[i];
        if (item->kind != SCENE_TEXT)
            continue;
        struct rect box = text_box(item);
        box = (struct rect){box.x + slack, box.y + slack, box.w - 2 * slack, box.h - 2 * slack};
        for (size_t k = 0; k < boxes.count && box.w > 0; k++)
            if (boxes.items[k].w > 0 && overlap(box, boxes.items[k]))
                BROKEN("'%s' on page %u touches another word", item->as.text.run->text, number + 1);
        vec_push(arena, &boxes, box);
    }
}

/* ---- rounds ----------------------------------------------------------------------------------
 */

/* A number leads to its note on the same page or, behind those that fill it, on a later one. */
static void assert_note_near(uint32_t page, uint32_t note) {
    if (noted ? note < page : note != page)
        BROKEN("a note of page %u is elsewhere", page + 1);
}

static void assert_notes_near(const struct scene *scene) {
    for (uint32_t page = 0; page < scene->pages.count; page++)
        for (size_t i = 0; i < scene->pages.items[page].links.count; i++)
            assert_note_near(page, scene->pages.items[page].links.items[i].page);
}

static void assert_same_again(const struct scene *scene) {
    const struct scene *again = layout_document(arena, fonts, document, diags);
    if (strcmp(dump_of(scene), dump_of(again)) != 0)
        BROKEN("a second scene differs");
    document->paper = document->paper == PAPER_A4 ? PAPER_LETTER : PAPER_A4;
    again = layout_document(arena, fonts, document, diags);
    if (sizes_of(scene) != sizes_of(again))
        BROKEN("another paper has other sizes");
    assert_null(scene_problem(again));
    assert_words_once(again);
}

static void try_document(void) {
    random_document();
    const struct scene *scene = layout_document(arena, fonts, document, diags);
    if (diags_count(diags, DIAG_ERROR) > 0)
        BROKEN("an error is told");
    assert_null(scene_problem(scene));
    assert_words_once(scene);
    for (uint32_t page = 0; page < scene->pages.count; page++)
        assert_letters_apart(&scene->pages.items[page], page);
    assert_notes_near(scene);
    composer.document = document;
    const struct pagination *p = paginate(&composer);
    assert_page_laws(p);
    assert_same_again(scene);
}

static void try_rounds(void **state, unsigned long long rounds) {
    const unsigned long long last = round_wanted("ROUNDS", rounds);
    for (unsigned long long round = round_wanted("FIRST", 1); round <= last; round++) {
        setup(state);
        pages_of = arena_printf(arena, "round %llu", round);
        seed = round * 7919;
        words_told = 0;
        if (noted && round % 3 == 0)
            document->language = "ar";
        try_document();
        teardown(state);
    }
}

static void pages_keep_their_laws(void **state) {
    noted = false;
    try_rounds(state, ROUNDS);
}

static void pages_full_of_notes_keep_them(void **state) {
    noted = true;
    try_rounds(state, NOTED_ROUNDS);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(pages_keep_their_laws),
                                       cmocka_unit_test(pages_full_of_notes_keep_them)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
