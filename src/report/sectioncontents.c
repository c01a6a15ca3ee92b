/* Contents: what is where, and how to read the marks. */
#include "report/agendatable.h"
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

/* Beside other things without their notes: they would fill half a page. */
static void entries(struct report *report, struct block_list *list, bool notes) {
    block_heading(report->document, list, words_text(report->words, "section.contents"), NULL);
    struct block *toc = block_add(report->document, list, BLOCK_TOC);
    report->contents_list = toc;
    for (size_t i = 0; i < report->template->sections.count; i++) {
        const struct template_section *entry = &report->template->sections.items[i];
        if (strcmp(entry->kind, "cover") == 0 || strcmp(entry->kind, "contents") == 0 ||
            entry->each_unit /* the section of the units leads to them */ ||
            !report_has_section(report, entry->kind))
            continue;
        struct toc_entry *line = vec_add(report->arena, &toc->toc);
        line->title = entry->name;
        line->anchor = entry->kind;
        line->level = 1;
        if (notes)
            line->note = words_text(report->words,
                                    arena_printf(report->arena, "contents.note.%s", entry->kind));
    }
}

/* True if the agenda leaves room for all sections on its page. */
static bool fits_beside(const struct report *report) {
    enum { LINES_A4 = 39, LINES_LETTER = 33 };
    const size_t most = report->template->paper == PAPER_LETTER ? LINES_LETTER : LINES_A4;
    return boardagenda_there(report) &&
           agendatable_meeting(report)->agenda.count + report->template->sections.count <= most;
}

static void key_row(struct report *report, struct table_block *table, enum status status,
                    const char *key) {
    struct table_row *row = table_row(report->arena, table, ROW_BODY);
    compose_mark_cell(report, row, status, true);
    table_text(report->arena, row, compose_status_word(report, status))->style = STYLE_TABLE_BOLD;
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

/* On a page with less room below an agenda the terms that tell most. */
static bool told(const struct report *report, int term) {
    enum { TARGET = 3, SCORE = 5, COVERAGE, FORECAST = 8 };
    return report->template->paper != PAPER_LETTER || !boardagenda_there(report) ||
           term == TARGET || term == SCORE || term == COVERAGE || term == FORECAST;
}

enum { TERMS = 8 };

static void terms(struct report *report, struct section *section) {
    struct arena *arena = report->arena;
    const struct words *words = report->words;
    block_heading(report->document, &section->blocks, words_text(words, "contents.terms"), NULL);
    struct block *columns = block_add(report->document, &section->blocks, BLOCK_BALANCED);
    for (int i = 1; i <= TERMS; i++) {
        if (!told(report, i))
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
static void beside(struct report *report, struct section *section) {
    enum { FEW = 10 };
    struct block *columns = block_add(report->document, &section->blocks, BLOCK_COLUMNS);
    struct block_list *column = half(report, columns);
    const bool few = report->template->sections.count <= FEW;
    boardagenda_consent(report, column);
    if (few) {
        entries(report, column, false);
        column = half(report, columns);
    }
    status_key(report, column, MM(22), NULL);
    trend_key(report, column);
    if (!few)
        entries(report, half(report, columns), false);
}

/* Before pages are counted. */
enum { LIKELY_PAGES = 20 };

SECTION(contents) {
    struct section *section = compose_section(report, template);
    report->contents_title =
        block_title(report->document, &section->blocks,
                    contentstitle(report, LIKELY_PAGES, LIKELY_PAGES), subtitle(report));
    boardagenda_add(report, section);
    if (fits_beside(report)) {
        beside(report, section);
    } else {
        boardagenda_consent(report, &section->blocks);
        status_key(report, &section->blocks, MM(30),
                   words_text(report->words, "contents.key.note"));
        trend_key(report, &section->blocks);
        entries(report, &block_add(report->document, &section->blocks, BLOCK_KEEP)->children, true);
    }
    if (!bearing_has(report, "glossary"))
        terms(report, section);
}
