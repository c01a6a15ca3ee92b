#include "sectioncase.h"

#include "report/pagetext.h"

static void a_term_is_found_whatever_its_case_and_ending(void **state) {
    (void)state;
    assert_true(pagetext_has("the coverage of it", "Coverage"));
    assert_true(pagetext_has("40 figures are attested as", "Attested"));
    assert_true(pagetext_has("three scenarios", "Scenario"));
    assert_true(pagetext_has("drei szenarien", "Szenario"));
    assert_true(pagetext_has("\xE6\x88\xA6\xE7\x95\xA5\xE7\x9B\xAE", "\xE7\x95\xA5"));
    assert_false(pagetext_has("nothing of it", "Scenario"));
    assert_false(pagetext_has("", "Scenario"));
    assert_false(pagetext_has("anything", ""));
}

static void a_short_term_is_a_word_of_its_own(void **state) {
    (void)state;
    assert_false(pagetext_has("supply and often", "pp"));
    assert_false(pagetext_has("soften", "FTE"));
    assert_false(pagetext_has("ftes", "FTE"));
    assert_true(pagetext_has("3.2 pp", "pp"));
    assert_true(pagetext_has("plans 6 fte and", "FTE"));
}

static void all_that_stands_on_a_page_is_in_its_text(void **state) {
    struct reportcase *c = *state;
    struct document *document = document_new(c->arena);
    struct section *one = document_section(document, "one", "One");
    struct section *two = document_section(document, "two", "Two");
    block_title(document, &one->blocks, "Message", "Subtitle");
    struct block *columns = block_add(document, &one->blocks, BLOCK_COLUMNS);
    struct block_list *list = vec_add(c->arena, &columns->columns);
    struct table_block *table = block_table(document, list, "Summary")->table;
    table_column(c->arena, table, "Head", ALIGN_LEFT, 0, STYLE_TABLE);
    table_text(c->arena, table_row(c->arena, table, ROW_BODY), "Cell");
    struct block *keep = block_add(document, list, BLOCK_KEEP);
    block_text(document, &keep->children, STYLE_BODY, "Inside");
    block_text(document, &two->blocks, STYLE_BODY, "Elsewhere");
    const char *text = pagetext(c->arena, document, "two");
    assert_says(text, "message");
    assert_says(text, "subtitle");
    assert_says(text, "head");
    assert_says(text, "cell");
    assert_says(text, "inside");
    assert_silent(text, "elsewhere");
    assert_says(pagetext(c->arena, document, NULL), "elsewhere");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_term_is_found_whatever_its_case_and_ending),
        cmocka_unit_test(a_short_term_is_a_word_of_its_own),
        cmocka_unit_test(all_that_stands_on_a_page_is_in_its_text),
    };
    return SECTIONCASE_MAIN(tests);
}
