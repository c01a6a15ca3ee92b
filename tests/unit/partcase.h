/* One part of the packet, built alone: its blocks, its tables, what it says, how many pages it
 * takes. */
#ifndef TESTS_PARTCASE_H
#define TESTS_PARTCASE_H

#include "reportcase.h"

struct partcase {
    report_section_fn *build;
    struct template_section template;
};

static inline struct partcase partcase_of(report_section_fn *build, const char *kind) {
    return (struct partcase){build, {.kind = kind, .name = kind}};
}

/* Builds into a document of its own. */
static inline const struct section *partcase_build(struct reportcase *c,
                                                   const struct partcase *part) {
    c->report.document = document_new(c->arena);
    part->build(&c->report, &part->template);
    assert_true(c->report.document->sections.count > 0);
    return c->report.document->sections.items[0];
}

/* All that the document built last says. */
static inline const char *partcase_text(struct reportcase *c) {
    struct textbuf text;
    textbuf_init(&text, c->arena);
    document_dump(c->report.document, &text);
    return textbuf_text(&text);
}

/* The n-th block of a kind, looking into what holds others. */
static inline const struct block *partcase_find(const struct block_list *list, enum block_kind kind,
                                                size_t *n) {
    for (size_t i = 0; i < list->items.count; i++) {
        const struct block *block = list->items.items[i];
        if (block->kind == kind && (*n)-- == 0)
            return block;
        const struct block *inner = partcase_find(&block->children, kind, n);
        for (size_t k = 0; !inner && k < block->columns.count; k++)
            inner = partcase_find(&block->columns.items[k], kind, n);
        if (inner)
            return inner;
    }
    return NULL;
}

static inline const struct block *partcase_block(const struct section *section,
                                                 enum block_kind kind, size_t n) {
    static const struct block none;
    const struct block *block = partcase_find(&section->blocks, kind, &n);
    if (!block)
        fail_msg("no such block");
    return block ? block : &none;
}

/* First words of a cell. */
static inline const char *partcase_cell(const struct table_row *row, size_t column) {
    assert_true(column < row->cells.count);
    const struct table_cell *cell = &row->cells.items[column];
    return cell->paragraphs.count > 0 && cell->paragraphs.items[0].items.count > 0
               ? cell->paragraphs.items[0].items.items[0].text
               : "";
}

/* The row whose cell in a column begins with these words. */
static inline const struct table_row *partcase_row(const struct table_block *table, size_t column,
                                                   const char *words) {
    static const struct table_row none;
    for (size_t i = 0; i < table->rows.count; i++) {
        const struct table_row *row = &table->rows.items[i];
        const char *text = column < row->cells.count ? partcase_cell(row, column) : NULL;
        if (text && strcmp(text, words) == 0)
            return row;
    }
    fail_msg("no row of %s", words);
    return &none;
}

/* A section that has nothing to say needs no page, and says so in one line. */
static inline void partcase_quiet(struct reportcase *c, const struct partcase *part,
                                  const char *line) {
    const struct section *section = partcase_build(c, part);
    assert_true(section->run_on);
    assert_int_equal(section->blocks.items.count, 2);
    assert_int_equal(section->blocks.items.items[0]->kind, BLOCK_HEADING);
    assert_says(partcase_text(c), line);
}

static inline void partcase_add(struct report *report, void *user) {
    const struct partcase *part = user;
    part->build(report, &part->template);
}

static inline unsigned partcase_pages(struct reportcase *c, struct partcase *part) {
    return report_pages(&c->report, partcase_add, part);
}

/* The same assessment of other rows of the plan, for one test. */
static inline void partcase_plan(struct reportcase *c, const struct plan *plan,
                                 struct assessment *judged) {
    *judged = *c->assessment;
    judged->plan = plan;
    c->report.plan = plan;
    c->report.assessment = judged;
}

static inline void partcase_restore(struct reportcase *c) {
    c->report.plan = c->plan;
    c->report.assessment = c->assessment;
    c->report.unit = plan_root(c->plan);
    c->report.terse = 0;
}

/* A program about one section says PART(risks): what follows then is about it. */
#define PART(name)                                                                                 \
    report_section_fn section_##name;                                                              \
    static struct partcase part(void) {                                                            \
        return partcase_of(section_##name, #name);                                                 \
    }                                                                                              \
    static const struct section *built(struct reportcase *c) {                                     \
        const struct partcase whole = part();                                                      \
        return partcase_build(c, &whole);                                                          \
    }                                                                                              \
    static unsigned pages_of(struct reportcase *c) {                                               \
        struct partcase whole = part();                                                            \
        return partcase_pages(c, &whole);                                                          \
    }                                                                                              \
    static void is_quiet(struct reportcase *c, const char *line) {                                 \
        const struct partcase whole = part();                                                      \
        partcase_quiet(c, &whole, line);                                                           \
    }

#define PARTCASE_LONG                                                                              \
    "Donaudampfschifffahrtsgesellschaftskapitänsstellvertretung keeps every promise it ever made"

#endif
