#include "report/issuetable.h"

#include "report/compose.h"
#include "report/message.h"

bool issuetable_good(const struct briefing_fact *fact) {
    return fact->kind == BRIEFING_RECOVERED || fact->kind == BRIEFING_EXCEEDS;
}

static void issue_columns(struct report *report, struct table_block *table) {
    struct arena *arena = report->arena;
    const struct words *words = report->words;
    table->padding = MM(0.9);
    table_column(arena, table, "", ALIGN_LEFT, MM(5), STYLE_TABLE)->head_actual =
        words_text(words, "column.status");
    table_column(arena, table, words_text(words, "brief.finding"), ALIGN_LEFT, 0, STYLE_TABLE);
    table_column(arena, table, words_text(words, "prebrief.ask"), ALIGN_LEFT, MM(62), STYLE_TABLE)
        ->gap = MM(4);
}

/* What to ask where nobody has proposed anything: key of a word. */
static const char *question_of(const struct message *message) {
    if (message->cause_missing)
        return "prebrief.ask.cause";
    switch (message->fact->kind) {
    case BRIEFING_WARNING:
        return "prebrief.ask.warning";
    case BRIEFING_UNJUDGED:
    case BRIEFING_NO_VALUE:
        return "prebrief.ask.figure";
    case BRIEFING_ACTION:
        return "prebrief.ask.action";
    case BRIEFING_OFFICE:
        return "prebrief.ask.office";
    case BRIEFING_OFF_TRACK:
    case BRIEFING_STEP_IN:
    case BRIEFING_CRITICAL:
    case BRIEFING_WORSENED:
    case BRIEFING_FLATTERED:
    case BRIEFING_BENEFIT:
    case BRIEFING_RECOVERED:
    case BRIEFING_EXCEEDS:
    case BRIEFING_KIND_COUNT:
        break;
    }
    return "prebrief.ask.plan";
}

static void issue_row(struct report *report, struct table_block *table,
                      const struct message *message) {
    struct arena *arena = report->arena;
    struct table_row *row = table_row(arena, table, ROW_BODY);
    compose_mark_cell(report, row, message->fact->status, false);
    struct table_cell *cell = table_cell(arena, row);
    content_styled(arena, cell_content(arena, cell), STYLE_TABLE_BOLD, INK,
                   briefed_head(report, message));
    const char *why = *message->cause ? message->cause : message->drivers;
    if (*why)
        content_styled(arena, cell_paragraph(arena, cell), STYLE_TABLE_GREY, GREY, why);
    cell = table_cell(arena, row);
    struct content *content = cell_content(arena, cell);
    const char *owner = message->fact->owner;
    content_styled(arena, content, STYLE_TABLE_BOLD, NAVY,
                   owner && *owner ? owner : words_text(report->words, "none.finding"));
    const char *ask =
        *message->ask ? message->ask : words_text(report->words, question_of(message));
    content_styled(arena, cell_paragraph(arena, cell), STYLE_TABLE, INK, ask);
}

void issuetable_add(struct report *report, struct block_list *list, const struct briefing *facts,
                    const struct sentence_voice *voice, int most) {
    const struct words *words = report->words;
    int bad = 0, shown = 0;
    for (size_t i = 0; i < facts->facts.count; i++)
        bad += !issuetable_good(&facts->facts.items[i]);
    block_heading(report->document, list, words_text(words, "prebrief.issues"),
                  bad > 0 ? words_text(words, "prebrief.issues.note") : NULL);
    if (bad == 0) {
        compose_none(report, list, "prebrief.issues.none");
        return;
    }
    struct table_block *table =
        block_table(report->document, list, words_text(words, "prebrief.issues.summary"))->table;
    issue_columns(report, table);
    for (size_t i = 0; i < facts->facts.count && shown < most; i++)
        if (!issuetable_good(&facts->facts.items[i])) {
            const struct message message = message_of(voice, &facts->facts.items[i]);
            issue_row(report, table, &message);
            shown++;
        }
    if (bad > shown)
        block_text(report->document, list, STYLE_KEY,
                   words_fill(report->arena, words, "prebrief.issues.more",
                              arena_printf(report->arena, "%d", bad - shown), NULL));
}
