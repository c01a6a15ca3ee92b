/* A committee's first page: its agenda with the hour of each item, how what it is about stands, and
 * what it asked for earlier. */
#include "report/agendatable.h"
#include "report/compose.h"
#include "report/section.h"
#include "report/tallybars.h"

static int decisions_asked(const struct report *report, const struct meeting *meeting) {
    int count = 0;
    for (size_t i = 0; i < meeting->agenda.count; i++)
        count += agendatable_here(report, meeting->agenda.items[i]) &&
                 meeting->agenda.items[i]->purpose == ITEM_DECIDE;
    return count;
}

static void meeting_facts(struct report *report, struct section *section,
                          const struct meeting *meeting) {
    struct arena *arena = report->arena;
    const struct words *words = report->words;
    struct table_block *table = block_table(report->document, &section->blocks,
                                            words_text(words, "committee.facts.summary"))
                                    ->table;
    table->no_head = true;
    table_column(arena, table, words_text(words, "committee.item"), ALIGN_LEFT, MM(34),
                 STYLE_TABLE_GREY);
    table_column(arena, table, words_text(words, "committee.entry"), ALIGN_LEFT, 0, STYLE_TABLE);
    struct table_row *row = table_row(arena, table, ROW_BODY);
    table_text(arena, row, words_text(words, "committee.chair"))->header = true;
    compose_or_none(report, row, meeting->chair);
    if (meeting->attendees && *meeting->attendees) {
        row = table_row(arena, table, ROW_BODY);
        table_text(arena, row, words_text(words, "committee.attendees"))->header = true;
        table_text(arena, row, meeting->attendees);
    }
    if (meeting->description && *meeting->description) {
        row = table_row(arena, table, ROW_BODY);
        table_text(arena, row, words_text(words, "committee.about"))->header = true;
        table_text(arena, row, meeting->description);
    }
}

/* One row an objective that the agenda touches. */
static void objectives(struct report *report, struct section *section) {
    static const struct compose_column heads[] = {
        {"column.objective", ALIGN_LEFT, MM(12), STYLE_TABLE_BOLD},
        {NULL, ALIGN_LEFT, 0, STYLE_TABLE},
        {"column.status", ALIGN_LEFT, MM(10), STYLE_TABLE},
        {"scorecard.score", ALIGN_RIGHT, MM(12), STYLE_TABLE_BOLD},
        {"column.owner", ALIGN_LEFT, MM(48), STYLE_TABLE_GREY}};
    struct arena *arena = report->arena;
    const struct words *words = report->words;
    struct table_block *table = NULL;
    for (size_t i = 0; i < report->plan->objectives.count; i++) {
        const struct objective_result *result = &report->assessment->objectives[i];
        const struct objective *objective = result->objective;
        if (!compose_objective_here(report, objective))
            continue;
        if (!table) {
            table = block_table(report->document, &section->blocks,
                                words_text(words, "committee.objectives.summary"))
                        ->table;
            table->padding = MM(0.7);
            compose_columns(report, table, heads, sizeof heads / sizeof heads[0], MM(4), MM(1.6));
        }
        struct table_row *row = table_row(arena, table, ROW_BODY);
        compose_id_cell(report, row, objective->id, "scorecard");
        table_text(arena, row, objective->name)->header = true;
        compose_mark_cell(report, row, result->status, true);
        table_text(arena, row, compose_score(report, result->score));
        compose_or_none(report, row, objective->owner);
    }
}

SECTION(committee) {
    struct section *section = compose_section(report, template);
    const struct words *words = report->words;
    const struct meeting *meeting = agendatable_meeting(report);
    if (!meeting) {
        block_title(report->document, &section->blocks, words_text(words, "committee.none"), NULL);
        return;
    }
    const int minutes = agendatable_minutes(report, meeting),
              asked = decisions_asked(report, meeting);
    block_title(report->document, &section->blocks,
                words_fill(report->arena, words, "committee.title",
                           words_count(report->arena, words, asked, false),
                           arena_printf(report->arena, "%d", asked),
                           arena_printf(report->arena, "%d", minutes), NULL),
                words_fill(report->arena, words, "committee.subtitle",
                           meeting->name && *meeting->name ? meeting->name : meeting->id,
                           words_date_long(report->arena, words, meeting->date), NULL));
    meeting_facts(report, section, meeting);
    block_heading(report->document, &section->blocks, words_text(words, "settle.agenda"), NULL);
    if (meeting->agenda.count == 0)
        compose_none(report, &section->blocks, "committee.no-agenda");
    agendatable_add(report, &section->blocks, meeting);
    block_heading(report->document, &section->blocks, words_text(words, "committee.objectives"),
                  words_text(words, "committee.objectives.note"));
    int counts[5];
    compose_tally(report, report->assessment, counts);
    tallybars_add(report, &section->blocks, counts);
    objectives(report, section);
}
