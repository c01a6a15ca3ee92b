#include "layout/budget.h"
#include "layoutcase.h"

static struct section *section_of(const char *anchor, const char *name, size_t pages, int rank) {
    section = document_section(document, anchor, name);
    section->detail_rank = rank;
    section->in_outline = true;
    add_lines(pages * 39);
    return section;
}

static const char *order_of_sections(void) {
    struct textbuf out;
    textbuf_init(&out, arena);
    for (size_t i = 0; i < document->sections.count; i++)
        textbuf_str(&out, arena_printf(arena, "%s%s ", document->sections.items[i]->anchor,
                                       document->sections.items[i]->appendix ? "*" : ""));
    return textbuf_text(&out);
}

static void a_core_within_its_budget_stays(void **state) {
    (void)state;
    section_of("a", "A", 2, 1);
    document->core_most = 2;
    assert_int_equal(budget_keep(document, fonts, diags).core, 2);
    document->core_most = 0;
    section_of("b", "B", 9, 1);
    assert_int_equal(budget_keep(document, fonts, diags).core, 11);
    assert_string_equal(order_of_sections(), "first a b ");
    assert_int_equal(diags_count(diags, DIAG_NOTE), 0);
}

static void the_least_important_sections_move_first_BP5071(void **state) {
    (void)state;
    section_of("a", "A", 2, 1);
    section_of("b", "B", 2, 3);
    section_of("c", "C", 2, 2);
    section_of("z", "Z", 1, 0)->appendix = true;
    document->core_most = 4;
    const struct layout_counts counts = budget_keep(document, fonts, diags);
    assert_int_equal(counts.core, 4);
    assert_int_equal(counts.appendix, 3);
    assert_string_equal(order_of_sections(), "first a c b* z* ");
    document->core_most = 1;
    budget_keep(document, fonts, diags);
    assert_string_equal(order_of_sections(), "first a* c* b* z* ");
    size_t count = 0;
    const struct diag *all = diags_sorted(diags, &count);
    assert_int_equal(count, 3);
    for (size_t i = 0; i < count; i++)
        assert_int_equal(all[i].code, BP5071);
}

static void what_is_no_detail_stays_and_is_told_BP5072(void **state) {
    (void)state;
    section_of("a", "A", 3, 0);
    document->core_most = 2;
    assert_int_equal(budget_keep(document, fonts, diags).core, 3);
    size_t count = 0;
    const struct diag *told = diags_sorted(diags, &count);
    assert_int_equal(count, 1);
    assert_int_equal(told[0].code, BP5072);
    assert_string_equal(told[0].hint, "'A' alone has 3");
    assert_string_equal(order_of_sections(), "first a ");
}

static void a_block_leaves_a_signpost(void **state) {
    (void)state;
    section_of("a", "A", 1, 0);
    struct block *keep = block_add(document, &section->blocks, BLOCK_KEEP);
    keep->detail = "Every figure";
    keep->detail_rank = 1;
    for (int i = 0; i < 30; i++)
        block_text(document, &keep->children, STYLE_BODY, "Detail.");
    document->core_most = 1;
    const struct layout_counts counts = budget_keep(document, fonts, diags);
    assert_int_equal(counts.core, 1);
    assert_int_equal(counts.appendix, 1);
    const struct scene *scene = laid_out();
    assert_int_equal(count_words(scene, 0, "Detail."), 0);
    assert_int_equal(count_words(scene, 1, "Detail."), 30);
    assert_int_equal(count_words(scene, 0, "Every"), 1);
    assert_int_equal(count_words(scene, 1, "Every"), 1); /* a heading above it */
    assert_int_equal(scene->pages.items[0].links.count, 1);
    assert_int_equal(scene->pages.items[0].links.items[0].page, 1);
}

static void the_contents_follow(void **state) {
    (void)state;
    struct block *toc = block_add(document, &section->blocks, BLOCK_TOC);
    static const char *const anchors[] = {"a", "b", "z"};
    for (size_t i = 0; i < 3; i++) {
        struct toc_entry *entry = vec_add(arena, &toc->toc);
        *entry = (struct toc_entry){.title = anchors[i], .anchor = anchors[i], .level = 1};
    }
    section_of("a", "A", 2, 1);
    section_of("b", "B", 2, 0);
    section_of("z", "Z", 1, 0)->appendix = true;
    document->core_most = 3;
    budget_keep(document, fonts, diags);
    assert_string_equal(order_of_sections(), "first b a* z* ");
    assert_string_equal(toc->toc.items[0].anchor, "b");
    assert_string_equal(toc->toc.items[1].anchor, "a");
    assert_string_equal(toc->toc.items[2].anchor, "z");
}

static void contents_tell_of_the_details_that_moved(void **state) {
    (void)state;
    struct block *columns = block_add(document, &section->blocks, BLOCK_COLUMNS);
    struct block *toc = block_add(document, vec_add(arena, &columns->columns), BLOCK_TOC);
    struct toc_entry *entry = vec_add(arena, &toc->toc);
    *entry = (struct toc_entry){.title = "A", .anchor = "a", .level = 1};
    section_of(NULL, "Without an anchor", 1, 0);
    section_of("a", "A", 1, 0);
    document->frame.details = "More";
    for (int i = 0; i < 2; i++) {
        struct block *keep = block_add(document, &section->blocks, BLOCK_KEEP);
        keep->detail = "Every figure";
        keep->detail_rank = 1;
        for (int k = 0; k < 30; k++)
            block_text(document, &keep->children, STYLE_BODY, "Detail.");
    }
    document->core_most = 3;
    assert_int_equal(budget_keep(document, fonts, diags).core, 3);
    assert_int_equal(toc->toc.count, 2);
    assert_string_equal(toc->toc.items[0].anchor, "a");
    assert_string_equal(toc->toc.items[1].title, "More");
    const struct scene *scene = laid_out();
    assert_int_equal(diags_count(diags, DIAG_WARNING), 0); /* the entry leads somewhere */
    assert_int_equal(count_words(scene, 0, "More"), 1);
}

int main(void) {
    const struct CMUnitTest tests[] = {CASE(a_core_within_its_budget_stays),
                                       CASE(the_least_important_sections_move_first_BP5071),
                                       CASE(what_is_no_detail_stays_and_is_told_BP5072),
                                       CASE(a_block_leaves_a_signpost),
                                       CASE(the_contents_follow),
                                       CASE(contents_tell_of_the_details_that_moved)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
