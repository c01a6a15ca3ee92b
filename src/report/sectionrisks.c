/* Risks and controls: likelihood by impact, before and after controls; what lies above appetite;
 * how the controls tested. */
#include "layout/chartalt.h"
#include "report/chartwording.h"
#include "report/columnchoice.h"
#include "report/compose.h"
#include "report/section.h"
#include "report/subject.h"
#include <string.h>

#define MAP_WIDTH  MM(102)
#define SIDE_WIDTH MM(66)
#define MAP_HEIGHT MM(82)
enum { ABOVE_SHOWN = 6 };

/* The open risks of this packet: above appetite first, then by residual rating. */
struct risk_register {
    const struct risk **items;
    size_t count, above, rising; /* of those above: reported as getting worse */
    size_t closed;
};

/* 0: not rated. */
static int residual(const struct risk *risk) {
    return risk->residual_likelihood * risk->residual_impact;
}

static bool above(const struct risk *risk) {
    return risk->appetite > 0 && residual(risk) > risk->appetite;
}

static bool precedes(const struct risk *a, const struct risk *b) {
    if (above(a) != above(b))
        return above(a);
    return residual(a) > residual(b);
}

static struct risk_register collect(struct report *report) {
    const struct plan *plan = report->plan;
    struct risk_register risks = {
        .items = arena_array(report->arena, plan->risks.count, sizeof *risks.items)};
    for (size_t i = 0; i < plan->risks.count; i++) {
        const struct risk *risk = &plan->risks.items[i];
        if (!subject_risk_here(report, risk))
            continue;
        if (risk->closed) {
            risks.closed++;
            continue;
        }
        size_t at = risks.count++;
        for (; at > 0 && precedes(risk, risks.items[at - 1]); at--)
            risks.items[at] = risks.items[at - 1];
        risks.items[at] = risk;
        risks.above += above(risk);
        risks.rising += above(risk) && risk->trend == RISK_RISING;
    }
    return risks;
}

/* ---- the map --------------------------------------------------------------------------------- */

static bool by_id(const struct risk *a, const struct risk *b) {
    return strcmp(a->id, b->id) < 0;
}

static const struct chart *risk_map(struct report *report, const struct risk_register *risks) {
    struct arena *arena = report->arena;
    const struct risk **ordered = arena_array(arena, risks->count, sizeof *ordered);
    for (size_t i = 0; i < risks->count; i++) {
        size_t at = i;
        for (; at > 0 && by_id(risks->items[i], ordered[at - 1]); at--)
            ordered[at] = ordered[at - 1];
        ordered[at] = risks->items[i];
    }
    struct chart_risk *drawn = arena_array(arena, risks->count, sizeof *drawn);
    for (size_t i = 0; i < risks->count; i++)
        drawn[i] = (struct chart_risk){.id = ordered[i]->id,
                                       .likelihood = ordered[i]->residual_likelihood,
                                       .impact = ordered[i]->residual_impact,
                                       .inherent_likelihood = ordered[i]->inherent_likelihood,
                                       .inherent_impact = ordered[i]->inherent_impact,
                                       .above = above(ordered[i])};
    struct chart *chart = arena_alloc(arena, sizeof *chart);
    chart->kind = CHART_RISKMAP;
    chart->height = MAP_HEIGHT;
    chart->empty = words_text(report->words, "risks.unrated");
    chart->as.riskmap =
        (struct chart_riskmap){.risks = drawn,
                               .count = risks->count,
                               .likelihood_label = words_text(report->words, "risks.likelihood"),
                               .impact_label = words_text(report->words, "risks.impact")};
    const struct chartwords spoken = chartwording(report->words);
    chart->alt = chartalt_text(arena, chart, words_text(report->words, "risks.map"), &spoken);
    return chart;
}

static void map_column(struct report *report, struct block *columns,
                       const struct risk_register *risks) {
    struct block_list *list = vec_add(report->arena, &columns->columns);
    vec_push(report->arena, &columns->column_widths, MAP_WIDTH);
    struct block *block = block_add(report->document, list, BLOCK_CHART);
    block->chart = risk_map(report, risks);
    content_text(report->arena, &block->second, words_text(report->words, "risks.key"));
}

static void above_row(struct report *report, struct table_block *table, const struct risk *risk) {
    struct arena *arena = report->arena;
    struct table_row *row = table_row(arena, table, ROW_BODY);
    compose_id_cell(report, row, risk->id, NULL)->header = true;
    struct content *content = cell_content(arena, table_cell(arena, row));
    content_styled(arena, content, STYLE_TABLE_BOLD, INK,
                   words_fill(arena, report->words, "risks.against",
                              arena_printf(arena, "%d", residual(risk)),
                              arena_printf(arena, "%d", risk->appetite), NULL));
    if (risk->cause && *risk->cause)
        content_text(arena, content, risk->cause);
}

static void above_column(struct report *report, struct block *columns,
                         const struct risk_register *risks) {
    struct arena *arena = report->arena;
    const struct words *words = report->words;
    struct block_list *list = vec_add(arena, &columns->columns);
    vec_push(arena, &columns->column_widths, SIDE_WIDTH);
    block_heading(report->document, list, words_text(words, "risks.above"), NULL);
    if (risks->above == 0) {
        block_text(report->document, list, STYLE_NOTES, words_text(words, "risks.above.none"))
            ->colour = GREY;
        return;
    }
    struct table_block *table =
        block_table(report->document, list, words_text(words, "risks.above.summary"))->table;
    table->no_head = true;
    table_column(arena, table, words_text(words, "column.id"), ALIGN_LEFT, MM(10),
                 STYLE_TABLE_BOLD);
    table_column(arena, table, words_text(words, "risks.why"), ALIGN_LEFT, 0, STYLE_TABLE);
    for (size_t i = 0; i < risks->above && i < ABOVE_SHOWN; i++)
        above_row(report, table, risks->items[i]);
    if (risks->above > ABOVE_SHOWN)
        block_text(report->document, list, STYLE_KEY,
                   words_fill(arena, words, "risks.above.more",
                              arena_printf(arena, "%zu", risks->above - ABOVE_SHOWN), NULL));
}

/* ---- the register ---------------------------------------------------------------------------- */

static const char *product(struct report *report, int likelihood, int impact) {
    return likelihood > 0 && impact > 0 ? arena_printf(report->arena, "%d", likelihood * impact)
                                        : words_text(report->words, "missing");
}

static struct table_cell *finding(struct report *report, struct table_row *row, const char *text) {
    struct table_cell *cell = table_text(report->arena, row, text);
    cell->style = STYLE_TABLE_BOLD;
    cell->colour = BAD_TEXT;
    return cell;
}

static void position_cell(struct report *report, struct table_row *row, const struct risk *risk) {
    struct arena *arena = report->arena;
    if (risk->appetite == 0 || residual(risk) == 0) {
        finding(report, row, words_text(report->words, "none.finding"));
        return;
    }
    const bool bad = above(risk);
    const char *word = words_text(report->words, bad ? "chart.is.above" : "risks.within");
    struct table_cell *cell = table_cell(arena, row);
    struct content *content = cell_content(arena, cell);
    content_mark(arena, content, bad ? MARK_RED : MARK_GREEN, NULL, NULL);
    content_styled(arena, content, bad ? STYLE_TABLE_BOLD : STYLE_TABLE, bad ? BAD_TEXT : INK,
                   arena_printf(arena, "\u00a0%s", word));
}

static void movement_cell(struct report *report, struct table_row *row, const struct risk *risk) {
    static const struct {
        enum trend_mark mark;
        const char *key;
    } moves[] = {[RISK_RISING] = {TREND_WORSENING, "risks.worse"},
                 [RISK_STEADY] = {TREND_STEADY, "risks.same"},
                 [RISK_FALLING] = {TREND_IMPROVING, "risks.better"}};
    struct arena *arena = report->arena;
    if (risk->trend == RISK_TREND_UNKNOWN) {
        table_text(arena, row, words_text(report->words, "missing"));
        return;
    }
    struct content *content = cell_content(arena, table_cell(arena, row));
    content_trend(arena, content, moves[risk->trend].mark, NULL);
    content_text(
        arena, content,
        arena_printf(arena, "\u00a0%s", words_text(report->words, moves[risk->trend].key)));
}

static bool untested(const struct report *report, const struct control *control) {
    if (!date_set(control->last_tested))
        return true;
    const struct date day = control->last_tested;
    const struct date as_of = report->assessment->as_of;
    if (as_of.year - day.year != 1)
        return as_of.year - day.year > 1;
    return as_of.month > day.month || (as_of.month == day.month && as_of.day > day.day);
}

/* The control that was tested longest ago, or never. */
static const struct control *oldest(const struct risk *risk) {
    const struct control *found = NULL;
    for (size_t i = 0; i < risk->controls.count; i++) {
        const struct control *control = risk->controls.items[i];
        if (!found || !date_set(control->last_tested) ||
            (date_set(found->last_tested) &&
             date_compare(control->last_tested, found->last_tested) < 0))
            found = control;
    }
    return found;
}

static void tested_cell(struct report *report, struct table_row *row,
                        const struct control *control) {
    const char *text = date_set(control->last_tested)
                           ? words_date_short(report->arena, report->words, control->last_tested,
                                              report->assessment->as_of.year)
                           : words_text(report->words, "risks.never");
    if (untested(report, control))
        finding(report, row, text);
    else
        table_text(report->arena, row, text);
}

static void controls_cells(struct report *report, struct table_row *row, const struct risk *risk) {
    struct arena *arena = report->arena;
    if (risk->controls.count == 0) {
        finding(report, row, words_text(report->words, "none.finding"));
        table_text(arena, row, words_text(report->words, "missing"));
        return;
    }
    size_t effective = 0;
    for (size_t i = 0; i < risk->controls.count; i++)
        effective += risk->controls.items[i]->effectiveness == EFFECTIVENESS_EFFECTIVE;
    table_text(arena, row,
               words_fill(arena, report->words, "risks.of", arena_printf(arena, "%zu", effective),
                          arena_printf(arena, "%zu", risk->controls.count), NULL));
    tested_cell(report, row, oldest(risk));
}

/* "C1, PRO-2 · VP Supply Operations" */
static void about_risk(struct report *report, struct table_cell *cell, const struct risk *risk) {
    struct arena *arena = report->arena;
    struct content *content = cell_paragraph(arena, cell);
    for (size_t i = 0; i < risk->objectives.count; i++)
        content_styled(arena, content, STYLE_TABLE_GREY, NAVY,
                       arena_printf(arena, "%s%s",
                                    i > 0 ? words_text(report->words, "list.comma") : "",
                                    risk->objectives.items[i]->id));
    const bool owned = risk->owner && *risk->owner;
    content_styled(
        arena, content, owned ? STYLE_TABLE_GREY : STYLE_TABLE_BOLD, owned ? GREY : BAD_TEXT,
        words_fill(arena, report->words,
                   risk->objectives.count > 0 ? "risks.owner.after" : "risks.owner",
                   owned ? risk->owner : words_text(report->words, "risks.no-owner"), NULL));
}

static void risk_row(struct report *report, struct table_block *table, const struct risk *risk) {
    struct arena *arena = report->arena;
    struct table_row *row = table_row(arena, table, ROW_BODY);
    compose_id_cell(report, row, risk->id, NULL);
    struct table_cell *cell = table_text(arena, row, risk->name);
    cell->header = true;
    about_risk(report, cell, risk);
    table_text(arena, row, product(report, risk->inherent_likelihood, risk->inherent_impact));
    table_text(arena, row, product(report, risk->residual_likelihood, risk->residual_impact));
    if (risk->appetite > 0)
        table_text(arena, row, arena_printf(arena, "%d", risk->appetite));
    else
        table_text(arena, row, words_text(report->words, "missing"));
    position_cell(report, row, risk);
    movement_cell(report, row, risk);
    controls_cells(report, row, risk);
}

static void risk_columns(struct report *report, struct table_block *table) {
    struct arena *arena = report->arena;
    const struct words *words = report->words;
    table->continued = words_text(words, "continued");
    table->padding = MM(0.6);
    table_column(arena, table, "", ALIGN_LEFT, MM(10), STYLE_TABLE_BOLD)->head_actual =
        words_text(words, "column.id");
    table_column(arena, table, words_text(words, "risks.risk"), ALIGN_LEFT, 0, STYLE_TABLE);
    table_column(arena, table, words_text(words, "chart.head.inherent"), ALIGN_RIGHT, MM(12),
                 STYLE_TABLE);
    table_column(arena, table, words_text(words, "chart.head.residual"), ALIGN_RIGHT, MM(12),
                 STYLE_TABLE_BOLD);
    table_column(arena, table, words_text(words, "risks.appetite"), ALIGN_RIGHT, MM(12),
                 STYLE_TABLE);
    table_column(arena, table, words_text(words, "chart.head.position"), ALIGN_LEFT, MM(20),
                 STYLE_TABLE)
        ->gap = MM(3);
    table_column(arena, table, words_text(words, "risks.moved"), ALIGN_LEFT, MM(15), STYLE_TABLE);
    table_column(arena, table, words_text(words, "risks.effective"), ALIGN_RIGHT, MM(14),
                 STYLE_TABLE);
    table_column(arena, table, words_text(words, "risks.oldest"), ALIGN_RIGHT, MM(13), STYLE_TABLE);
}

/* "Closed: R-10 ..." */
static void closed(struct report *report, struct section *section) {
    struct arena *arena = report->arena;
    const struct plan *plan = report->plan;
    const char **names = arena_array(arena, plan->risks.count, sizeof *names);
    size_t count = 0;
    for (size_t i = 0; i < plan->risks.count; i++) {
        const struct risk *risk = &plan->risks.items[i];
        if (risk->closed && subject_risk_here(report, risk))
            names[count++] = arena_printf(arena, "%s\u00a0%s", risk->id, risk->name);
    }
    if (count > 0)
        block_text(report->document, &section->blocks, STYLE_KEY,
                   words_fill(arena, report->words, "risks.closed",
                              words_list(arena, report->words, names, count), NULL));
}

static void risk_table(struct report *report, struct section *section,
                       const struct risk_register *risks) {
    const struct words *words = report->words;
    block_heading(report->document, &section->blocks, words_text(words, "risks.list"),
                  words_text(words, "risks.list.note"));
    struct table_block *table =
        block_table(report->document, &section->blocks, words_text(words, "risks.list.summary"))
            ->table;
    risk_columns(report, table);
    for (size_t i = 0; i < risks->count; i++)
        risk_row(report, table, risks->items[i]);
    columnchoice_apply(report, table);
    closed(report, section);
}

/* ---- controls -------------------------------------------------------------------------------- */

static void control_row(struct report *report, struct table_block *table,
                        const struct control *control) {
    static const struct {
        enum mark mark;
        const char *key;
    } results[] = {[EFFECTIVENESS_NOT_TESTED] = {MARK_GREY, "risks.control.not-tested"},
                   [EFFECTIVENESS_EFFECTIVE] = {MARK_GREEN, "risks.control.effective"},
                   [EFFECTIVENESS_PARTIAL] = {MARK_AMBER, "risks.control.partial"},
                   [EFFECTIVENESS_INEFFECTIVE] = {MARK_RED, "risks.control.ineffective"}};
    static const char *const types[] = {[CONTROL_TYPE_UNKNOWN] = "missing",
                                        [CONTROL_PREVENTIVE] = "risks.type.preventive",
                                        [CONTROL_DETECTIVE] = "risks.type.detective",
                                        [CONTROL_CORRECTIVE] = "risks.type.corrective"};
    struct arena *arena = report->arena;
    struct table_row *row = table_row(arena, table, ROW_BODY);
    compose_id_cell(report, row, control->id, NULL);
    table_text(arena, row, control->name)->header = true;
    compose_or_none(report, row, control->owner);
    table_text(arena, row, words_text(report->words, types[control->type]));
    struct content *content = cell_content(arena, table_cell(arena, row));
    content_mark(arena, content, results[control->effectiveness].mark, NULL, NULL);
    content_text(arena, content,
                 arena_printf(arena, "\u00a0%s",
                              words_text(report->words, results[control->effectiveness].key)));
    tested_cell(report, row, control);
}

static void control_columns(struct report *report, struct table_block *table) {
    struct arena *arena = report->arena;
    const struct words *words = report->words;
    table->continued = words_text(words, "continued");
    table->padding = MM(0.7);
    table_column(arena, table, "", ALIGN_LEFT, MM(10), STYLE_TABLE_BOLD)->head_actual =
        words_text(words, "column.id");
    table_column(arena, table, words_text(words, "risks.control"), ALIGN_LEFT, 0, STYLE_TABLE);
    table_column(arena, table, words_text(words, "column.owner"), ALIGN_LEFT, MM(42),
                 STYLE_TABLE_GREY);
    table_column(arena, table, words_text(words, "risks.type"), ALIGN_LEFT, MM(19),
                 STYLE_TABLE_GREY);
    table_column(arena, table, words_text(words, "risks.result"), ALIGN_LEFT, MM(24), STYLE_TABLE);
    table_column(arena, table, words_text(words, "risks.tested"), ALIGN_RIGHT, MM(19), STYLE_TABLE);
}

static void control_table(struct report *report, struct section *section,
                          const struct risk_register *risks) {
    struct arena *arena = report->arena;
    const struct words *words = report->words;
    struct table_block *table = NULL;
    for (size_t i = 0; i < risks->count; i++) {
        const struct risk *risk = risks->items[i];
        if (risk->controls.count == 0)
            continue;
        if (!table) {
            block_heading(report->document, &section->blocks, words_text(words, "risks.controls"),
                          words_text(words, "risks.controls.note"));
            table = block_table(report->document, &section->blocks,
                                words_text(words, "risks.controls.summary"))
                        ->table;
            control_columns(report, table);
        }
        compose_group_row(report, table, arena_printf(arena, "%s\u2002%s", risk->id, risk->name),
                          NULL);
        for (size_t k = 0; k < risk->controls.count; k++)
            control_row(report, table, risk->controls.items[k]);
    }
    if (!table)
        compose_none(report, &section->blocks, "risks.controls.none");
}

static const char *risks_title(struct report *report, const struct risk_register *risks) {
    struct arena *arena = report->arena;
    const char *key = risks->above == 0              ? "risks.title.within"
                      : risks->rising == 0           ? "risks.title.above"
                      : risks->rising < risks->above ? "risks.title.some"
                                                     : "risks.title.all";
    return words_fill(arena, report->words, key,
                      words_count(arena, report->words, (int)risks->above, true),
                      arena_printf(arena, "%zu", risks->above),
                      words_count(arena, report->words, (int)risks->count, false),
                      arena_printf(arena, "%zu", risks->count),
                      words_count(arena, report->words, (int)risks->rising, false),
                      arena_printf(arena, "%zu", risks->rising), NULL);
}

SECTION(risks) {
    struct section *section = compose_section(report, template);
    const struct risk_register risks = collect(report);
    if (risks.count == 0) {
        subject_quiet(report, section, risks.closed > 0 ? "risks.all-closed" : "risks.none");
        return;
    }
    block_title(report->document, &section->blocks, risks_title(report, &risks),
                words_fill(report->arena, report->words, "risks.subtitle",
                           arena_printf(report->arena, "%zu", risks.count),
                           words_date(report->arena, report->words, report->assessment->as_of),
                           NULL));
    struct block *columns = block_add(report->document, &section->blocks, BLOCK_COLUMNS);
    map_column(report, columns, &risks);
    above_column(report, columns, &risks);
    risk_table(report, section, &risks);
    control_table(report, section, &risks);
}
