/* Contents: what is where, and how to read the marks. */
#include "report/bearing.h"
#include "report/boardagenda.h"
#include "report/compose.h"
#include "report/contentstitle.h"
#include "report/section.h"

#include <string.h>

static const char *number(struct report *report, int n) {
    return arena_printf(report->arena, "%d", n);
}

static const char *subtitle(struct report *report) {
    int objectives = 0, measures = 0, initiatives = 0;
    for (size_t i = 0; i < report->plan->objectives.count; i++)
        objectives += compose_objective_here(report, &report->plan->objectives.items[i]);
    for (size_t i = 0; i < report->plan->measures.count; i++)
        measures += compose_measure_here(report, &report->plan->measures.items[i]);
    for (size_t i = 0; i < report->plan->initiatives.count; i++)
        initiatives += compose_initiative_here(report, &report->plan->initiatives.items[i]);
    return words_fill(report->arena, report->words, "contents.subtitle", report->unit->name,
                      report->document->frame.period, number(report, objectives),
                      number(report, measures), number(report, initiatives), NULL);
}

static bool listed(const struct template_section *entry) {
    return strcmp(entry->kind, "cover") != 0 && strcmp(entry->kind, "contents") != 0 &&
           !entry->each_unit /* the section of the units leads to them */;
}

/* What is in the core as a list; the appendices, which are looked up rather than read, in a
 * paragraph.  Without room for one (NULL) all are in the list, with a note on each. */
static void entries(struct report *report, struct block_list *list, struct block_list *appendices) {
    block_heading(report->document, list, words_text(report->words, "section.contents"), NULL);
    struct block *toc = block_add(report->document, list, BLOCK_TOC);
    report->contents_list = toc;
    if (appendices) {
        report->contents_rest = block_add(report->document, appendices, BLOCK_TEXT);
        report->contents_rest->style = STYLE_NOTES;
    }
    for (size_t i = 0; i < report->template->sections.count; i++) {
        const struct template_section *entry = &report->template->sections.items[i];
        if (!listed(entry))
            continue;
        const bool apart = appendices && entry->appendix;
        struct toc_entry *line =
            vec_add(report->arena, apart ? &report->contents_rest->toc : &toc->toc);
        *line = (struct toc_entry){.title = entry->name, .anchor = entry->kind, .level = 1};
        if (!appendices)
            line->note = words_text(report->words,
                                    arena_printf(report->arena, "contents.note.%s", entry->kind));
    }
    if (appendices)
        contentstitle_rest(report);
}

static void key_row(struct report *report, struct table_block *table, enum status status,
                    const char *key) {
    struct table_row *row = table_row(report->arena, table, ROW_BODY);
    compose_mark_cell(report, row, status, true);
    struct table_cell *word = table_text(report->arena, row, compose_status_word(report, status));
    word->style = STYLE_TABLE_BOLD;
    word->header = true;
    table_text(report->arena, row, words_text(report->words, key));
}

static void status_key(struct report *report, struct block_list *list, mp status_width,
                       const char *note) {
    const struct words *words = report->words;
    block_heading(report->document, list, words_text(words, "contents.key"), note);
    struct table_block *table =
        block_table(report->document, list, words_text(words, "contents.key.summary"))->table;
    table_column(report->arena, table, words_text(words, "column.mark"), ALIGN_LEFT, MM(12),
                 STYLE_TABLE);
    table_column(report->arena, table, words_text(words, "column.status"), ALIGN_LEFT, status_width,
                 STYLE_TABLE);
    table_column(report->arena, table, words_text(words, "column.meaning"), ALIGN_LEFT, 0,
                 STYLE_TABLE);
    key_row(report, table, STATUS_EXCEEDS, "contents.meaning.exceeds");
    key_row(report, table, STATUS_GREEN, "contents.meaning.green");
    key_row(report, table, STATUS_AMBER, "contents.meaning.amber");
    key_row(report, table, STATUS_RED, "contents.meaning.red");
    key_row(report, table, STATUS_NO_DATA, "contents.meaning.grey");
}

/* The same in a line, without what each of them means. */
static void status_line(struct report *report, struct block_list *list) {
    static const enum status order[] = {STATUS_EXCEEDS, STATUS_GREEN, STATUS_AMBER, STATUS_RED,
                                        STATUS_NO_DATA};
    block_heading(report->document, list, words_text(report->words, "contents.key"), NULL);
    struct block *block = block_text(report->document, list, STYLE_NOTES, "");
    block->content.items.count = 0;
    for (size_t i = 0; i < sizeof order / sizeof order[0]; i++) {
        const char *word = compose_status_word(report, order[i]);
        content_mark(report->arena, &block->content, compose_mark(order[i]), NULL, NULL);
        content_text(report->arena, &block->content,
                     arena_printf(report->arena, "\u00a0%s%s", word,
                                  i + 1 < sizeof order / sizeof order[0] ? "   " : ""));
    }
}

static void trend_key(struct report *report, struct block_list *list) {
    static const enum goodness order[] = {GOODNESS_IMPROVING, GOODNESS_STEADY, GOODNESS_WORSENING};
    struct block *block =
        block_text(report->document, list, STYLE_KEY, words_text(report->words, "contents.trend"));
    for (size_t i = 0; i < sizeof order / sizeof order[0]; i++) {
        content_text(report->arena, &block->content, "  ");
        content_trend(report->arena, &block->content, compose_trend(order[i]), NULL);
        content_text(
            report->arena, &block->content,
            arena_printf(report->arena, "\u00a0%s", compose_goodness_word(report, order[i])));
    }
}

/* Where there is little room the terms that tell most. */
static bool told(int term, bool brief) {
    enum { TARGET = 3, SCORE = 5, COVERAGE, FORECAST = 8 };
    return !brief || term == TARGET || term == SCORE || term == COVERAGE || term == FORECAST;
}

enum { TERMS = 8 };

static void terms(struct report *report, struct section *section, bool brief) {
    struct arena *arena = report->arena;
    const struct words *words = report->words;
    block_heading(report->document, &section->blocks, words_text(words, "contents.terms"), NULL);
    struct block *columns = block_add(report->document, &section->blocks, BLOCK_BALANCED);
    for (int i = 1; i <= TERMS; i++) {
        if (!told(i, brief))
            continue;
        struct block *keep = block_add(report->document, &columns->children, BLOCK_KEEP);
        struct block *term = block_add(report->document, &keep->children, BLOCK_TEXT);
        term->style = STYLE_NOTES;
        content_styled(arena, &term->content, STYLE_BODY_BOLD, INK,
                       words_text(words, arena_printf(arena, "contents.term.%d.name", i)));
        content_text(arena, &term->content,
                     arena_printf(arena, "%s%s", words_text(words, "colon"),
                                  words_text(words, arena_printf(arena, "contents.term.%d", i))));
    }
}

static struct block_list *half(struct report *report, struct block *columns) {
    vec_push(report->arena, &columns->column_widths, MM(84));
    return vec_add(report->arena, &columns->columns);
}

/* Below the agenda: what is taken in one vote and how to read the marks; what is where.  A list of
 * few sections stands below the vote, so that the terms find room on the same page. */
static void beside(struct report *report, struct section *section, bool brief) {
    enum { FEW = 10 };
    struct block *columns = block_add(report->document, &section->blocks, BLOCK_COLUMNS);
    struct block_list *column = half(report, columns);
    const bool few = report->template->sections.count <= FEW;
    boardagenda_consent(report, column);
    if (few) {
        entries(report, column, column);
        column = half(report, columns);
    }
    if (brief && !few)
        status_line(report, column);
    else
        status_key(report, column, MM(22), NULL);
    trend_key(report, column);
    if (few)
        return;
    struct block_list *second = half(report, columns);
    entries(report, second, brief ? &columns->columns.items[0] : second);
}

/* Before pages are counted. */
enum { LIKELY_PAGES = 20 };

/* The contents beside the vote, so that they and the agenda are one page; or one below the other.
 */
enum beside { BESIDE, BESIDE_IN_BRIEF, BESIDE_ALONE /* without terms */, BELOW };
struct arrangement {
    const struct template_section *template;
    enum beside beside;
};

static void build(struct report *report, void *user) {
    const struct arrangement *arrangement = user;
    struct section *section = compose_section(report, arrangement->template);
    report->contents_title =
        block_title(report->document, &section->blocks,
                    contentstitle(report, LIKELY_PAGES, LIKELY_PAGES), subtitle(report));
    boardagenda_add(report, section);
    if (arrangement->beside != BELOW) {
        beside(report, section, arrangement->beside != BESIDE);
    } else {
        boardagenda_consent(report, &section->blocks);
        status_key(report, &section->blocks, MM(30),
                   words_text(report->words, "contents.key.note"));
        trend_key(report, &section->blocks);
        entries(report, &block_add(report->document, &section->blocks, BLOCK_KEEP)->children, NULL);
    }
    if (!bearing_has(report, "glossary") && arrangement->beside != BESIDE_ALONE)
        terms(report, section, arrangement->beside == BESIDE_IN_BRIEF);
}

SECTION(contents) {
    struct arrangement arrangement = {template, boardagenda_there(report) ? BESIDE : BELOW};
    while (arrangement.beside != BELOW && report_pages(report, build, &arrangement) > 1)
        arrangement.beside++;
    build(report, &arrangement);
}
