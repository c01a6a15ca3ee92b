#include "report/divework.h"

#include "layout/markup.h"
#include "report/compose.h"
#include "text/bidi.h"
#include <string.h>

#define HALF MM(84)
enum { SAID_SHOWN = 3, ROWS_SHOWN = 6 };

static struct block_list *column(struct report *report, struct block *columns) {
    struct block_list *list = vec_add(report->arena, &columns->columns);
    vec_push(report->arena, &columns->column_widths, HALF);
    return list;
}

static void quiet(struct report *report, struct block_list *list, const char *key) {
    block_text(report->document, list, STYLE_NOTES, words_text(report->words, key))->colour = GREY;
}

/* ---- what is said ---------------------------------------------------------------------------- */

/* Of this objective or one of its measures, in the reporting period. */
static bool about(const struct report *report, const struct commentary *commentary,
                  const struct objective *objective) {
    if (!period_equal(commentary->period, report->assessment->period))
        return false;
    if (strcmp(commentary->linked_id, objective->id) == 0)
        return true;
    for (size_t i = 0; i < objective->measures.count; i++)
        if (strcmp(commentary->linked_id, objective->measures.items[i]->id) == 0)
            return true;
    return false;
}

struct said {
    const struct commentary **items;
    size_t count;
};

/* The objective's own first, then those of its measures. */
static struct said said_of(struct report *report, const struct objective *objective) {
    const struct plan *plan = report->plan;
    struct said said = {arena_array(report->arena, plan->commentaries.count, sizeof *said.items),
                        0};
    for (int own = 1; own >= 0; own--)
        for (size_t i = 0; i < plan->commentaries.count; i++) {
            const struct commentary *commentary = &plan->commentaries.items[i];
            if (about(report, commentary, objective) &&
                (strcmp(commentary->linked_id, objective->id) == 0) == (own == 1))
                said.items[said.count++] = commentary;
        }
    return said;
}

static void paragraph(struct report *report, struct block_list *list, const char *text) {
    static const struct markup_styles styles = {STYLE_NOTES, STYLE_BODY_BOLD, COLOUR_INHERIT};
    if (text && *text)
        markup_blocks(report->document, list, text, styles);
}

enum reading { EITHER, FROM_LEFT, FROM_RIGHT };

/* How a paragraph of this text alone is written; EITHER: it has no letters. */
static enum reading direction_of(struct arena *arena, const char *text) {
    const size_t bytes = strlen(text);
    if (!bidi_has_right(text, bytes))
        return bidi_left_to_right(text, bytes) ? FROM_LEFT : EITHER;
    return bidi_levels(arena, text, bytes, arena_alloc(arena, bytes)) ? FROM_RIGHT : FROM_LEFT;
}

/* Analysis, cause and outlook as one text; what has lines of its own keeps them, and what is
 * written the other way has a paragraph of its own. */
static const char *joined(struct arena *arena, const struct commentary *commentary) {
    const char *const parts[] = {commentary->analysis, commentary->cause, commentary->outlook};
    struct textbuf text;
    textbuf_init(&text, arena);
    bool lines = false;
    enum reading before = EITHER;
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        if (!parts[i] || !*parts[i])
            continue;
        const bool more = strchr(parts[i], '\n') != NULL;
        const enum reading now = direction_of(arena, parts[i]);
        const bool turns = before != EITHER && now != EITHER && now != before;
        if (text.length > 0)
            textbuf_str(&text, lines || more || turns ? "\n\n" : " ");
        textbuf_str(&text, parts[i]);
        lines = more;
        before = now != EITHER ? now : before;
    }
    return textbuf_finish(&text);
}

static void comment(struct report *report, struct block_list *list,
                    const struct commentary *commentary, const struct objective *objective) {
    struct arena *arena = report->arena;
    const struct measure *measure = plan_measure(report->plan, commentary->linked_id);
    struct block *block = block_add(report->document, list, BLOCK_TEXT);
    block->style = STYLE_KEY;
    block->colour = GREY;
    content_text(
        arena, &block->content,
        words_fill(
            arena, report->words, "dives.by",
            strcmp(commentary->linked_id, objective->id) == 0 || !measure ? objective->name
                                                                          : measure->name,
            commentary->author && *commentary->author ? commentary->author
                                                      : words_text(report->words, "none.finding"),
            date_set(commentary->date) ? words_date_short(arena, report->words, commentary->date,
                                                          report->assessment->as_of.year)
                                       : words_text(report->words, "missing"),
            NULL));
    paragraph(report, list, joined(arena, commentary));
}

static void recommendation(struct report *report, struct block_list *list,
                           const struct said *said) {
    block_heading(report->document, list, words_text(report->words, "dives.recommendation"), NULL);
    struct block *bar = NULL;
    for (size_t i = 0; i < said->count; i++) {
        const char *text = said->items[i]->recommended_action;
        if (!text || !*text)
            continue;
        if (!bar)
            bar = block_add(report->document, list, BLOCK_RECOMMENDATION);
        paragraph(report, &bar->children, text);
    }
    if (!bar)
        quiet(report, list, "dives.recommendation.none");
}

void divework_said(struct report *report, struct block *columns,
                   const struct objective *objective) {
    struct block_list *list = column(report, columns);
    const struct said said = said_of(report, objective);
    block_heading(report->document, list, words_text(report->words, "dives.commentary"), NULL);
    if (said.count == 0) {
        struct block *block = block_text(report->document, list, STYLE_NOTES, NULL);
        content_styled(report->arena, &block->content, STYLE_BODY_BOLD, BAD_TEXT,
                       words_text(report->words, "dives.commentary.none"));
    }
    const size_t most = report->terse >= DIVEWORK_TERSE ? 1 : SAID_SHOWN;
    for (size_t i = 0; i < said.count && i < most; i++)
        comment(report, list, said.items[i], objective);
    recommendation(report, list, &said);
}

/* ---- what moves it --------------------------------------------------------------------------- */

static void initiatives(struct report *report, struct block_list *list,
                        const struct objective *objective) {
    static const char *const heads[] = {"portfolio.schedule", "portfolio.budget",
                                        "portfolio.benefit"};
    struct arena *arena = report->arena;
    const struct words *words = report->words;
    block_heading(report->document, list, words_text(words, "dives.initiatives"), NULL);
    if (objective->initiatives.count == 0) {
        quiet(report, list, "dives.initiatives.none");
        return;
    }
    struct table_block *table =
        block_table(report->document, list, words_text(words, "dives.initiatives.summary"))->table;
    table->padding = MM(0.6);
    table_column(arena, table, words_text(words, "portfolio.initiative"), ALIGN_LEFT, MM(9),
                 STYLE_TABLE_BOLD);
    table_column(arena, table, "", ALIGN_LEFT, 0, STYLE_TABLE)->head_actual =
        words_text(words, "portfolio.initiative");
    for (size_t i = 0; i < 3; i++)
        table_column(arena, table, words_text(words, heads[i]), ALIGN_LEFT, MM(11), STYLE_TABLE);
    for (size_t i = 0; i < objective->initiatives.count && i < ROWS_SHOWN; i++) {
        const struct initiative *initiative = objective->initiatives.items[i];
        const struct initiative_result *result =
            &report->assessment->initiatives[initiative - report->plan->initiatives.items];
        struct table_row *row = table_row(arena, table, ROW_BODY);
        compose_id_cell(report, row, initiative->id, NULL);
        table_text(arena, row, initiative->name)->header = true;
        compose_mark_cell(report, row, result->schedule, true);
        compose_mark_cell(report, row, result->budget, true);
        compose_mark_cell(report, row, result->benefit, true);
    }
}

static void risk_row(struct report *report, struct table_block *table, const struct risk *risk) {
    struct arena *arena = report->arena;
    const int rating = risk->residual_likelihood * risk->residual_impact;
    struct table_row *row = table_row(arena, table, ROW_BODY);
    compose_id_cell(report, row, risk->id, NULL);
    table_text(arena, row, risk->name)->header = true;
    struct table_cell *cell = table_text(arena, row,
                                         rating > 0 ? arena_printf(arena, "%d", rating)
                                                    : words_text(report->words, "missing"));
    cell->style = STYLE_TABLE_BOLD;
    if (risk->appetite > 0 && rating > risk->appetite)
        cell->colour = BAD_TEXT;
    table_text(arena, row,
               risk->appetite > 0 ? arena_printf(arena, "%d", risk->appetite)
                                  : words_text(report->words, "missing"));
}

static void risks(struct report *report, struct block_list *list,
                  const struct objective *objective) {
    struct arena *arena = report->arena;
    const struct words *words = report->words;
    struct table_block *table = NULL;
    size_t shown = 0;
    block_heading(report->document, list, words_text(words, "risks.list"), NULL);
    for (size_t i = 0; i < objective->risks.count && shown < ROWS_SHOWN; i++) {
        if (objective->risks.items[i]->closed)
            continue;
        if (!table) {
            table = block_table(report->document, list, words_text(words, "dives.risks.summary"))
                        ->table;
            table->padding = MM(0.6);
            table_column(arena, table, words_text(words, "risks.risk"), ALIGN_LEFT, MM(9),
                         STYLE_TABLE_BOLD);
            table_column(arena, table, "", ALIGN_LEFT, 0, STYLE_TABLE)->head_actual =
                words_text(words, "risks.risk");
            table_column(arena, table, words_text(words, "chart.head.residual"), ALIGN_RIGHT,
                         MM(14), STYLE_TABLE);
            table_column(arena, table, words_text(words, "risks.appetite"), ALIGN_RIGHT, MM(14),
                         STYLE_TABLE);
        }
        shown++;
        risk_row(report, table, objective->risks.items[i]);
    }
    if (!table)
        quiet(report, list, "dives.risks.none");
}

/* ---- cause and effect ------------------------------------------------------------------------ */

static const char *how(struct report *report, const struct link *link) {
    static const char *const keys[] = {"map.strength.weak", "map.strength.medium",
                                       "map.strength.strong"};
    const char *strength = words_text(report->words, keys[link->strength]);
    if (link->negative)
        strength = words_fill(report->arena, report->words, "dives.link", strength,
                              words_text(report->words, "map.link.negative"), NULL);
    if (!link->lag_given || link->lag_months == 0)
        return strength;
    return words_fill(report->arena, report->words, "dives.link", strength,
                      words_fill(report->arena, report->words, "map.link.lag",
                                 arena_printf(report->arena, "%d", link->lag_months), NULL),
                      NULL);
}

static bool counts(const struct objective *objective) {
    return objective->state == STATE_ACTIVE;
}

/* Drivers stand on the one side of its links, effects on the other. */
static void links(struct report *report, struct block_list *list, const struct objective *objective,
                  bool drivers) {
    struct arena *arena = report->arena;
    const struct words *words = report->words;
    struct table_block *table = NULL;
    block_heading(report->document, list,
                  words_text(words, drivers ? "dives.drivers" : "dives.effects"), NULL);
    size_t shown = 0;
    for (size_t i = 0; i < report->plan->links.count && shown < ROWS_SHOWN; i++) {
        const struct link *link = &report->plan->links.items[i];
        const struct objective *other = drivers ? link->from : link->to;
        if ((drivers ? link->to : link->from) != objective || !counts(other))
            continue;
        if (!table) {
            table = block_table(report->document, list,
                                words_text(words, drivers ? "dives.drivers.summary"
                                                          : "dives.effects.summary"))
                        ->table;
            table->no_head = true;
            table->padding = MM(0.6);
            table_column(arena, table, words_text(words, "column.status"), ALIGN_LEFT, MM(3.4),
                         STYLE_TABLE);
            table_column(arena, table, words_text(words, "column.objective"), ALIGN_LEFT, 0,
                         STYLE_TABLE);
            table_column(arena, table, words_text(words, "map.how"), ALIGN_RIGHT, MM(30),
                         STYLE_TABLE_GREY);
        }
        shown++;
        struct table_row *row = table_row(arena, table, ROW_BODY);
        compose_mark_cell(report, row, assess_objective(report->assessment, other)->status, false);
        struct table_cell *cell = table_cell(arena, row);
        cell->header = true;
        content_styled(arena, cell_content(arena, cell), STYLE_TABLE_BOLD, NAVY, other->id);
        content_text(arena, cell_content(arena, cell), arena_printf(arena, " %s", other->name));
        table_text(arena, row, how(report, link));
    }
    if (!table)
        quiet(report, list, drivers ? "dives.drivers.none" : "dives.effects.none");
}

void divework_moves(struct report *report, struct block *columns,
                    const struct objective *objective) {
    struct block_list *list = column(report, columns);
    initiatives(report, list, objective);
    risks(report, list, objective);
    if (report->terse >= DIVEWORK_TERSE)
        return;
    links(report, list, objective, true);
    links(report, list, objective, false);
}
