#include "layoutcase.h"

static const char *dumped(void) {
    struct textbuf *out = arena_alloc(arena, sizeof *out);
    textbuf_init(out, arena);
    document_dump(document, out);
    return textbuf_text(out);
}

static void the_tree_is_written_block_by_block(void **state) {
    (void)state;
    block_title(document, &section->blocks, "Message", "Subtitle");
    struct block *text = add_text("See page ");
    content_page(arena, &text->content, "first");
    content_mark(arena, &text->content, MARK_RED, "R", "off track");
    assert_string_equal(dumped(), "document \"Packet\" a4 en\n"
                                  "section @first \"First\"\n"
                                  "  title\n"
                                  "    content \"Message\"\n"
                                  "    second \"Subtitle\"\n"
                                  "  text body\n"
                                  "    content \"See page \" <page #first> <mark red \"R\">\n");
}

static void tables_show_their_heads_and_cells(void **state) {
    (void)state;
    struct table_block *table = add_table(1);
    table_text(arena, table_row(arena, table, ROW_GROUP), "Group");
    table->rows.items[0].anchor = "here";
    const char *text = dumped();
    assert_non_null(strstr(text, "    head | \"Name\" | \"Value\"\n"
                                 "    row | \"R0\" | \"12.5\" @here\n"
                                 "    group | \"Group\"\n"));
}

static void what_holds_blocks_shows_them_indented(void **state) {
    (void)state;
    struct block *columns = block_add(document, &section->blocks, BLOCK_COLUMNS);
    struct block_list *column = vec_add(arena, &columns->columns);
    block_text(document, column, STYLE_KEY, "Inside");
    section->orientation = LANDSCAPE;
    section->appendix = true;
    const char *text = dumped();
    assert_non_null(strstr(text, "section @first \"First\" landscape appendix\n"));
    assert_non_null(strstr(text, "    column\n"
                                 "      text key\n"
                                 "        content \"Inside\"\n"));
}

static void charts_lists_and_contents_are_named(void **state) {
    (void)state;
    static const struct chart chart = {.kind = CHART_LINE, .alt = "A line"};
    block_add(document, &section->blocks, BLOCK_CHART)->chart = &chart;
    struct block *toc = block_add(document, &section->blocks, BLOCK_TOC);
    const struct toc_entry entry = {"First", "first", 1, NULL};
    vec_push(arena, &toc->toc, entry);
    struct block *list = block_add(document, &section->blocks, BLOCK_LIST);
    struct list_item *item = vec_add(arena, &list->list);
    content_text(arena, &item->label, "1");
    const char *text = dumped();
    assert_non_null(strstr(text, "chart line \"A line\"\n"));
    assert_non_null(strstr(text, "entry 1 \"First\" #first\n"));
    assert_non_null(strstr(text, "label \"1\"\n"));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        CASE(the_tree_is_written_block_by_block), CASE(tables_show_their_heads_and_cells),
        CASE(what_holds_blocks_shows_them_indented), CASE(charts_lists_and_contents_are_named)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
