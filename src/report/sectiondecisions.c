/* Decision papers: what is asked of the meeting, between what it may choose, and what it would say;
 * then what became of the decisions taken. */
#include "layout/markup.h"
#include "report/bearing.h"
#include "report/compose.h"
#include "report/paperoption.h"
#include "report/section.h"
#include "report/subject.h"

#include <string.h>

enum { FACTS = 4, SIDE_BY_SIDE_MOST = 4 };

static const struct markup_styles prose = {STYLE_BODY, STYLE_BODY_BOLD, COLOUR_INHERIT};

static const char *money(struct report *report, struct decimal amount) {
    return words_fill(report->arena, report->words, "quantity.money",
                      words_number(report->arena, report->words, amount, 0, false),
                      report->plan->organization.currency, NULL);
}

/* ---- facts ------------------------------------------------------------------------------------
 */

static struct content *fact(struct report *report, struct block *columns, const char *key) {
    struct block_list *list = vec_add(report->arena, &columns->columns);
    vec_push(report->arena, &columns->column_widths, MM(39));
    block_add(report->document, list, BLOCK_RULE);
    block_text(report->document, list, STYLE_CAPTION, words_text(report->words, key))->colour =
        GREY;
    return &block_text(report->document, list, STYLE_BODY, "")->content;
}

static void strong(struct report *report, struct content *content, const char *text) {
    if (text && *text)
        content_styled(report->arena, content, STYLE_BODY_BOLD, INK, text);
    else
        content_styled(report->arena, content, STYLE_BODY_BOLD, BAD_TEXT,
                       words_text(report->words, "none.finding"));
}

static const struct agenda_item *item_of(const struct decision_paper *paper) {
    for (size_t i = 0; paper->meeting && i < paper->meeting->agenda.count; i++)
        if (strcmp(paper->meeting->agenda.items[i]->linked_id, paper->id) == 0)
            return paper->meeting->agenda.items[i];
    return NULL;
}

static void facts(struct report *report, struct block_list *list,
                  const struct decision_paper *paper) {
    struct arena *arena = report->arena;
    const struct words *words = report->words;
    const struct agenda_item *item = item_of(paper);
    struct block *columns = block_add(report->document, list, BLOCK_COLUMNS);
    struct content *wanted = fact(report, columns, "decisions.wanted");
    strong(report, wanted, paper->meeting ? words_date(arena, words, paper->meeting->date) : "");
    if (item)
        content_text(arena, wanted,
                     words_fill(arena, words, "decisions.item",
                                arena_printf(arena, "%d", item->number), NULL));
    const char *owner = bearing_owner(report, paper->linked_id);
    if (item && item->presenter && *item->presenter)
        owner = item->presenter;
    strong(report, fact(report, columns, "column.owner"), owner);
    struct content *cost = fact(report, columns, "decisions.cost");
    if (paper->cost.known)
        strong(report, cost, money(report, paper->cost.value));
    else
        content_text(arena, cost, words_text(words, "decisions.no-cost"));
    struct content *bears = fact(report, columns, "decisions.bears-on");
    if (paper->linked_id && *paper->linked_id)
        bearing_put(report, bears, paper->linked_id);
    else
        content_text(arena, bears, words_text(words, "missing"));
}

/* ---- options ----------------------------------------------------------------------------------
 */

static const char *option_head(struct report *report, const struct paperoption *option,
                               size_t number) {
    struct arena *arena = report->arena;
    const char *label = *option->label ? option->label : arena_printf(arena, "%zu", number + 1);
    return words_fill(arena, report->words,
                      option->recommended ? "decisions.option.recommended" : "decisions.option",
                      label, NULL);
}

static void option_points(struct report *report, struct table_cell *cell,
                          const struct paperoption *option) {
    for (size_t i = 0; i < option->points.count; i++)
        content_styled(report->arena, cell_paragraph(report->arena, cell), STYLE_TABLE, INK,
                       arena_printf(report->arena, "\u2022\u2002%s", option->points.items[i]));
}

static void options_side_by_side(struct report *report, struct table_block *table,
                                 const paperoption_list *options) {
    struct table_row *row = NULL;
    for (size_t i = 0; i < options->count; i++) {
        struct table_column *column =
            table_column(report->arena, table, option_head(report, &options->items[i], i),
                         ALIGN_LEFT, 0, STYLE_TABLE);
        column->min_width = MM(30);
        column->gap = MM(4);
    }
    row = table_row(report->arena, table, ROW_BODY);
    for (size_t i = 0; i < options->count; i++) {
        struct table_cell *cell = table_cell(report->arena, row);
        content_styled(report->arena, cell_content(report->arena, cell), STYLE_TABLE_BOLD,
                       options->items[i].recommended ? NAVY : INK, options->items[i].name);
        option_points(report, cell, &options->items[i]);
    }
}

static void options_below_each_other(struct report *report, struct table_block *table,
                                     const paperoption_list *options) {
    table_column(report->arena, table, words_text(report->words, "decisions.option.head"),
                 ALIGN_LEFT, MM(62), STYLE_TABLE_BOLD);
    table_column(report->arena, table, words_text(report->words, "decisions.option.means"),
                 ALIGN_LEFT, 0, STYLE_TABLE)
        ->gap = MM(4);
    for (size_t i = 0; i < options->count; i++) {
        const struct paperoption *option = &options->items[i];
        struct table_row *row = table_row(report->arena, table, ROW_BODY);
        struct table_cell *cell = table_text(report->arena, row, option->name);
        cell->header = true;
        content_styled(report->arena, cell_paragraph(report->arena, cell), STYLE_TABLE_GREY,
                       option->recommended ? NAVY : GREY, option_head(report, option, i));
        cell = table_cell(report->arena, row);
        if (option->points.count == 0)
            content_text(report->arena, cell_content(report->arena, cell),
                         words_text(report->words, "missing"));
        option_points(report, cell, option);
    }
}

static void options(struct report *report, struct block_list *list,
                    const struct decision_paper *paper) {
    const paperoption_list read =
        paperoption_read(report->arena, paper->options, paper->recommendation);
    if (read.count == 0)
        return;
    struct table_block *table =
        block_table(report->document, list, words_text(report->words, "decisions.options.summary"))
            ->table;
    if (read.count <= SIDE_BY_SIDE_MOST)
        options_side_by_side(report, table, &read);
    else
        options_below_each_other(report, table, &read);
}

/* ---- a paper ----------------------------------------------------------------------------------
 */

static void lead_in(struct report *report, struct block_list *list, const char *key,
                    const char *text) {
    struct block *block = block_add(report->document, list, BLOCK_TEXT);
    block->style = STYLE_BODY;
    content_styled(report->arena, &block->content, STYLE_BODY_BOLD, INK,
                   arena_printf(report->arena, "%s%s", words_text(report->words, key),
                                words_text(report->words, "colon")));
    if (text && *text)
        compose_prose(report, &block->content, text);
    else
        strong(report, &block->content, "");
}

static void paper_blocks(struct report *report, struct section *section,
                         const struct decision_paper *paper) {
    struct block_list *list = &block_add(report->document, &section->blocks, BLOCK_KEEP)->children;
    struct block *heading = block_heading(report->document, list, paper->question, paper->id);
    heading->anchor = bearing_paper_anchor(report, paper);
    heading->in_outline = true;
    facts(report, list, paper);
    if (paper->background && *paper->background)
        markup_blocks(report->document, list, paper->background, prose);
    options(report, list, paper);
    if (paper->risk && *paper->risk)
        lead_in(report, list, "decisions.risk", paper->risk);
    lead_in(report, &block_add(report->document, list, BLOCK_RECOMMENDATION)->children,
            "decisions.recommendation", paper->recommendation);
    if (paper->draft_resolution && *paper->draft_resolution)
        lead_in(report, &block_add(report->document, list, BLOCK_PANEL)->children,
                "decisions.resolution", paper->draft_resolution);
}

/* ---- decisions taken --------------------------------------------------------------------------
 */

static void review_cell(struct report *report, struct table_row *row,
                        const struct decision *decision) {
    struct date review = decision->review_by;
    struct table_cell *cell =
        table_text(report->arena, row,
                   date_set(review) ? words_date_short(report->arena, report->words, review,
                                                       report->assessment->as_of.year)
                                    : words_text(report->words, "missing"));
    if (date_set(review) && date_compare(review, report->assessment->as_of) < 0) {
        cell->style = STYLE_TABLE_BOLD;
        cell->colour = BAD_TEXT;
    }
}

static void taken_row(struct report *report, struct table_block *table,
                      const struct decision *decision) {
    struct arena *arena = report->arena;
    struct table_row *row = table_row(arena, table, ROW_BODY);
    compose_id_cell(report, row, decision->id, NULL);
    table_text(arena, row, decision->name)->header = true;
    struct table_cell *cell = table_text(
        arena, row,
        words_date_short(arena, report->words, decision->date, report->assessment->as_of.year));
    if (decision->decided_by && *decision->decided_by)
        content_styled(arena, cell_paragraph(arena, cell), STYLE_TABLE_GREY, GREY,
                       decision->decided_by);
    cell = table_cell(arena, row);
    if (decision->linked_id && *decision->linked_id)
        bearing_put(report, cell_content(arena, cell), decision->linked_id);
    else
        content_text(arena, cell_content(arena, cell), words_text(report->words, "missing"));
    review_cell(report, row, decision);
}

static bool any_taken(const struct report *report) {
    for (size_t i = 0; i < report->plan->decisions.count; i++)
        if (subject_here(report, report->plan->decisions.items[i].linked_id))
            return true;
    return false;
}

static void taken(struct report *report, struct section *section) {
    struct arena *arena = report->arena;
    const struct words *words = report->words;
    struct table_block *table = NULL;
    block_heading(report->document, &section->blocks, words_text(words, "decisions.taken"),
                  words_text(words, "decisions.taken.note"));
    for (size_t i = 0; i < report->plan->decisions.count; i++) {
        const struct decision *decision = &report->plan->decisions.items[i];
        if (!subject_here(report, decision->linked_id))
            continue;
        if (!table) {
            table = block_table(report->document, &section->blocks,
                                words_text(words, "decisions.taken.summary"))
                        ->table;
            table->continued = words_text(words, "continued");
            table_column(arena, table, words_text(words, "column.id"), ALIGN_LEFT, MM(10),
                         STYLE_TABLE_BOLD);
            table_column(arena, table, words_text(words, "decisions.decision"), ALIGN_LEFT, 0,
                         STYLE_TABLE);
            table_column(arena, table, words_text(words, "decisions.when"), ALIGN_LEFT, MM(30),
                         STYLE_TABLE)
                ->gap = MM(3);
            table_column(arena, table, words_text(words, "decisions.now"), ALIGN_LEFT, MM(58),
                         STYLE_TABLE)
                ->gap = MM(3);
            table_column(arena, table, words_text(words, "actions.review"), ALIGN_RIGHT, MM(20),
                         STYLE_TABLE);
        }
        taken_row(report, table, decision);
    }
    if (!table)
        compose_none(report, &section->blocks, "actions.no-decisions");
}

struct asked {
    int count, costed;
    struct date until; /* the last meeting */
    struct decimal cost;
};

static struct asked asked_of(const struct report *report) {
    struct asked asked = {0};
    for (size_t i = 0; i < report->plan->papers.count; i++) {
        const struct decision_paper *paper = &report->plan->papers.items[i];
        if (!bearing_paper_here(report, paper))
            continue;
        struct decimal sum;
        asked.count++;
        if (paper->cost.known && decimal_add(asked.cost, paper->cost.value, &sum)) {
            asked.cost = sum;
            asked.costed++;
        }
        if (paper->meeting &&
            (!date_set(asked.until) || date_compare(paper->meeting->date, asked.until) > 0))
            asked.until = paper->meeting->date;
    }
    return asked;
}

static const char *decisions_title(struct report *report, const struct asked *asked) {
    struct arena *arena = report->arena;
    const struct words *words = report->words;
    if (asked->count == 0)
        return words_text(words, "decisions.title.empty");
    const char *key = !date_set(asked->until) ? "decisions.title.undated"
                      : asked->costed > 0     ? "decisions.title"
                                              : "decisions.title.free";
    return words_fill(arena, words, key, words_count(arena, words, asked->count, true),
                      arena_printf(arena, "%d", asked->count),
                      words_date(arena, words, asked->until), money(report, asked->cost),
                      arena_printf(arena, "%d", asked->count - asked->costed), NULL);
}

SECTION(decisions) {
    struct section *section = compose_section(report, template);
    const struct asked asked = asked_of(report);
    if (asked.count == 0 && !any_taken(report)) {
        subject_quiet(report, section, "decisions.none");
        compose_none(report, &section->blocks, "actions.no-decisions");
        return;
    }
    block_title(report->document, &section->blocks, decisions_title(report, &asked),
                words_text(report->words, "decisions.subtitle"));
    if (asked.count == 0)
        compose_none(report, &section->blocks, "decisions.none");
    for (size_t i = 0; i < report->plan->papers.count; i++)
        if (bearing_paper_here(report, &report->plan->papers.items[i]))
            paper_blocks(report, section, &report->plan->papers.items[i]);
    taken(report, section);
}
