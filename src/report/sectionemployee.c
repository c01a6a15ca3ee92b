/* The strategy on a page for everyone who works on it: what the goals are, how they stand, where
 * help is needed most and what went well; in plain words, without ids. */
#include "report/briefed.h"
#include "report/compose.h"
#include "report/message.h"
#include "report/section.h"
#include "report/tallybars.h"

enum { NEEDS_SHOWN = 3, GOOD_SHOWN = 4 };

static const char *employee_title(struct report *report, const int counts[5]) {
    const char *plain = compose_plain_title(report, counts);
    struct arena *arena = report->arena;
    const int good = counts[0] + counts[1];
    const int total = good + counts[2] + counts[3] + counts[4];
    if (plain)
        return plain;
    return words_fill(arena, report->words, "employee.title",
                      words_count(arena, report->words, good, true),
                      arena_printf(arena, "%d", good), arena_printf(arena, "%d", total),
                      words_count(arena, report->words, counts[3], false),
                      arena_printf(arena, "%d", counts[3]), NULL);
}

/* What it is all for. */
static void purpose(struct report *report, struct section *section) {
    const struct organization *organization = &report->plan->organization;
    const char *vision = organization->vision ? organization->vision : "";
    const char *mission = organization->mission ? organization->mission : "";
    if (!*vision && !*mission)
        return;
    struct block *panel = block_add(report->document, &section->blocks, BLOCK_PANEL);
    if (*mission)
        block_text(report->document, &panel->children, STYLE_HEADING, mission);
    if (*vision && report->terse < 4)
        block_text(report->document, &panel->children, STYLE_BODY, vision);
    block_gap(report->document, &section->blocks, UNIT_U);
}

/* ---- goals ---------------------------------------------------------------------------------- */

static size_t goals_in(const struct report *report, const struct perspective *perspective) {
    size_t count = 0;
    for (size_t i = 0; i < report->plan->objectives.count; i++)
        count += compose_objective_here(report, &report->plan->objectives.items[i]) &&
                 report->plan->objectives.items[i].perspective == perspective;
    return count;
}

static void perspective_row(struct report *report, struct table_block *table,
                            const struct perspective *perspective) {
    const char *question = perspective->question;
    const bool asked = question && *question && report->terse < 3;
    compose_group_row(report, table, perspective->name,
                      asked ? arena_printf(report->arena, "  %s", question) : NULL);
}

/* The measure that tells most of it, as a figure beside its plan. */
static const char *figure_of(struct report *report, const struct objective *objective) {
    const struct measure_result *lead = reading_lead(report->assessment, objective, false);
    if (!lead && objective->measures.count > 0)
        lead = assess_measure(report->assessment, objective->measures.items[0]);
    if (!lead || !lead->has_actual)
        return words_text(report->words, "employee.no-figure");
    const char *actual = compose_quantity(report, lead->measure, true, lead->actual);
    if (!lead->has_target && lead->measure->polarity != POLARITY_RANGE)
        return words_fill(report->arena, report->words, "employee.figure.alone",
                          lead->measure->name, actual, NULL);
    return words_fill(report->arena, report->words, "employee.figure", lead->measure->name, actual,
                      compose_plan(report, lead), NULL);
}

static void goal_row(struct report *report, struct table_block *table, size_t i) {
    struct arena *arena = report->arena;
    const struct objective_result *result = &report->assessment->objectives[i];
    const struct objective *objective = result->objective;
    struct table_row *row = table_row(arena, table, ROW_BODY);
    struct table_cell *cell = table_text(arena, row, objective->name);
    cell->header = true;
    if (report->unit->parent && objective->supports.count > 0 && report->terse < 2)
        content_styled(arena, cell_paragraph(arena, cell), STYLE_KEY, GREY,
                       words_fill(arena, report->words, "employee.serves",
                                  objective->supports.items[0].parent->name, NULL));
    table_text(arena, row, figure_of(report, objective));
    compose_trend_cell(report, row, result->trend.goodness);
    cell = table_cell(arena, row);
    struct content *content = cell_content(arena, cell);
    content_mark(arena, content, compose_mark(result->status), NULL, NULL);
    content_text(arena, content,
                 arena_printf(arena, "\u00a0%s", compose_status_word(report, result->status)));
}

static void goals(struct report *report, struct section *section) {
    static const double paddings[] = {1.0, 0.85, 0.75, 0.65, 0.55, 0.45, 0.35, 0.3, 0.25};
    struct arena *arena = report->arena;
    const struct words *words = report->words;
    block_heading(report->document, &section->blocks, words_text(words, "employee.goals"),
                  words_text(words, "employee.goals.note"));
    struct table_block *table =
        block_table(report->document, &section->blocks, words_text(words, "employee.goals.summary"))
            ->table;
    table->padding = MM(paddings[report->terse]);
    table->continued = words_text(words, "continued");
    table_column(arena, table, words_text(words, "employee.goal"), ALIGN_LEFT, 0,
                 STYLE_TABLE_SEMIBOLD)
        ->share = 9;
    struct table_column *figure = table_column(
        arena, table, words_text(words, "employee.figure.head"), ALIGN_LEFT, 0, STYLE_TABLE_GREY);
    figure->share = 11;
    figure->gap = MM(4);
    table_column(arena, table, words_text(words, "scorecard.trend"), ALIGN_CENTRE, MM(9),
                 STYLE_TABLE);
    table_column(arena, table, words_text(words, "column.status"), ALIGN_LEFT, MM(24), STYLE_TABLE)
        ->gap = MM(3);
    for (size_t p = 0; p < report->plan->perspectives.count; p++) {
        const struct perspective *perspective = &report->plan->perspectives.items[p];
        if (goals_in(report, perspective) == 0)
            continue;
        perspective_row(report, table, perspective);
        for (size_t i = 0; i < report->plan->objectives.count; i++)
            if (compose_objective_here(report, &report->plan->objectives.items[i]) &&
                report->plan->objectives.items[i].perspective == perspective)
                goal_row(report, table, i);
    }
}

/* ---- what matters now ----------------------------------------------------------------------- */

static bool wanted(const struct briefing_fact *fact, bool good) {
    if (good)
        return fact->kind == BRIEFING_RECOVERED || fact->kind == BRIEFING_EXCEEDS;
    return fact->kind == BRIEFING_OFF_TRACK || fact->kind == BRIEFING_CRITICAL ||
           fact->kind == BRIEFING_WORSENED;
}

/* Short: what fails or shines, and what follows from it. */
static void news(struct report *report, struct block_list *list, const struct briefing *facts,
                 const struct sentence_voice *voice, bool good) {
    const int most = good ? GOOD_SHOWN - report->terse / 3 : NEEDS_SHOWN - report->terse / 4;
    int shown = 0;
    block_heading(report->document, list,
                  words_text(report->words, good ? "employee.good" : "employee.needs"), NULL);
    for (size_t i = 0; i < facts->facts.count && shown < most; i++) {
        const struct briefing_fact *fact = &facts->facts.items[i];
        if (!wanted(fact, good))
            continue;
        const struct message message = message_of(voice, fact);
        struct block *text = block_add(report->document, list, BLOCK_TEXT);
        text->style = STYLE_NOTES;
        content_mark(report->arena, &text->content, compose_mark(fact->status), NULL,
                     compose_status_word(report, fact->status));
        content_styled(report->arena, &text->content, STYLE_BODY_BOLD, INK,
                       arena_printf(report->arena, "\u00a0%s", briefed_head(report, &message)));
        if (*message.ask && !good) {
            content_break(report->arena, &text->content);
            content_text(report->arena, &text->content, message.ask);
        }
        shown++;
    }
    if (shown == 0)
        block_text(report->document, list, STYLE_NOTES,
                   words_text(report->words, good ? "employee.good.none" : "employee.needs.none"))
            ->colour = GREY;
}

static void news_columns(struct report *report, struct section *section) {
    const struct briefing *facts = briefed_all(report);
    const struct sentence_voice voice =
        wording_voice(report->arena, report->template->catalogue, report->plan);
    struct block *columns = block_add(report->document, &section->blocks, BLOCK_COLUMNS);
    news(report, vec_add(report->arena, &columns->columns), facts, &voice, false);
    news(report, vec_add(report->arena, &columns->columns), facts, &voice, true);
    vec_push(report->arena, &columns->column_widths, MM(84));
    vec_push(report->arena, &columns->column_widths, MM(84));
}

SECTION(employee) {
    struct section *section = compose_section(report, template);
    int counts[5];
    compose_tally(report, report->assessment, counts);
    block_title(report->document, &section->blocks, employee_title(report, counts),
                words_fill(report->arena, report->words, "employee.subtitle", report->unit->name,
                           report->document->frame.period, NULL));
    purpose(report, section);
    if (counts[0] + counts[1] + counts[2] + counts[3] + counts[4] == 0) {
        compose_none(report, &section->blocks, "scorecard.none");
        return;
    }
    if (report->terse < 6)
        tallybars_add(report, &section->blocks, counts);
    goals(report, section);
    news_columns(report, section);
}
