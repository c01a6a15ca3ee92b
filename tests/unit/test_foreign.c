#include "reportcase.h"

#include "report/foreign.h"

/* The sample is English, and its pages here are not. */
static int open_foreign(void **state) {
    reportcase_sample(state);
    struct reportcase *c = *state;
    struct template *own = arena_alloc(c->arena, sizeof *own);
    *own = *c->template;
    own->language = "fr";
    c->report.template = own;
    return 0;
}

static struct section *new_section(struct reportcase *c) {
    return document_section(c->report.document, "first", "First");
}

static void names_within_a_sentence_carry_their_language(void **state) {
    struct reportcase *c = *state;
    struct section *section = new_section(c);
    struct block *block =
        block_text(c->report.document, &section->blocks, STYLE_BODY,
                   "\u00AB\u00A0Cut losses between vein and ward\u00A0\u00BB va mieux");
    foreign_mark(&c->report);
    assert_int_equal(block->content.items.count, 3);
    assert_null(block->content.items.items[0].language);
    assert_string_equal(block->content.items.items[1].text, "Cut losses between vein and ward");
    assert_string_equal(block->content.items.items[1].language, "en");
    assert_null(block->content.items.items[2].language);
}

static void a_name_that_is_part_of_a_word_is_none(void **state) {
    struct reportcase *c = *state;
    struct section *section = new_section(c);
    struct block *block = block_text(c->report.document, &section->blocks, STYLE_BODY,
                                     "Cut losses between vein and wards");
    foreign_mark(&c->report);
    assert_int_equal(block->content.items.count, 1);
    assert_null(block->content.items.items[0].language);
}

static void heads_and_summaries_of_tables_carry_theirs(void **state) {
    struct reportcase *c = *state;
    struct section *section = new_section(c);
    struct table_block *table =
        block_table(c->report.document, &section->blocks, "Source plasma collected")->table;
    table_column(c->arena, table, "Internal Process", ALIGN_LEFT, 0, STYLE_TABLE);
    table_column(c->arena, table, "P\u00E9riode", ALIGN_LEFT, 0, STYLE_TABLE);
    table_text(c->arena, table_row(c->arena, table, ROW_BODY), "Internal Process");
    foreign_mark(&c->report);
    assert_string_equal(table->language, "en");
    assert_string_equal(table->columns.items[0].language, "en");
    assert_null(table->columns.items[1].language);
    const struct content *cell = &table->rows.items[0].cells.items[0].paragraphs.items[0];
    assert_string_equal(cell->items.items[0].language, "en");
}

static void pages_in_the_language_of_the_workbook_need_no_marks(void **state) {
    struct reportcase *c = *state;
    c->report.template = c->template;
    struct section *section = new_section(c);
    struct block *block =
        block_text(c->report.document, &section->blocks, STYLE_BODY, "Source plasma collected");
    foreign_mark(&c->report);
    assert_null(block->content.items.items[0].language);
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, open_foreign, reportcase_close)

int main(void) {
    const struct CMUnitTest tests[] = {CASE(names_within_a_sentence_carry_their_language),
                                       CASE(a_name_that_is_part_of_a_word_is_none),
                                       CASE(heads_and_summaries_of_tables_carry_theirs),
                                       CASE(pages_in_the_language_of_the_workbook_need_no_marks)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
