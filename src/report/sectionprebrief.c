/* Pre-brief, first page: what the scorecard reveals before the meeting, the worst first, and what
 * is to be asked of whom (domain.md section 1). */
#include "report/briefed.h"
#include "report/compose.h"
#include "report/message.h"
#include "report/section.h"
#include "report/tallybars.h"

enum { ISSUES_SHOWN = 14, GOOD_SHOWN = 4 };

static bool good_news(const struct briefing_fact *fact) {
    return fact->kind == BRIEFING_RECOVERED || fact->kind == BRIEFING_EXCEEDS;
}

/* What the next meeting is asked to decide. */
static int papers_waiting(const struct report *report) {
    int count = 0;
    for (size_t i = 0; i < report->plan->papers.count; i++) {
        const struct meeting *meeting = report->plan->papers.items[i].meeting;
        count += meeting && meeting->unit == report->unit &&
                 date_compare(meeting->date, report->assessment->as_of) >= 0;
    }
    return count;
}

static const char *prebrief_title(struct report *report, const int counts[5]) {
    struct arena *arena = report->arena;
    const char *plain = compose_plain_title(report, counts);
    if (plain)
        return plain;
    const int papers = papers_waiting(report);
    return words_fill(
        arena, report->words, "prebrief.title", words_count(arena, report->words, counts[3], true),
        arena_printf(arena, "%d", counts[3]), words_count(arena, report->words, papers, false),
        arena_printf(arena, "%d", papers), NULL);
}

static const char *subtitle(struct report *report) {
    const struct date meeting = report->plan->settings.meeting_date;
    if (!date_set(meeting))
        return words_fill(report->arena, report->words, "prebrief.subtitle.plain",
                          report->unit->name, report->document->frame.period, NULL);
    return words_fill(report->arena, report->words, "prebrief.subtitle", report->unit->name,
                      report->document->frame.period,
                      words_date_long(report->arena, report->words, meeting), NULL);
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
    const char *ask = *message->ask
                          ? message->ask
                          : words_text(report->words, message->cause_missing ? "prebrief.ask.cause"
                                                                             : "prebrief.ask.plan");
    content_styled(arena, cell_paragraph(arena, cell), STYLE_TABLE, INK, ask);
}

static void issues(struct report *report, struct section *section, const struct briefing *facts,
                   const struct sentence_voice *voice) {
    const struct words *words = report->words;
    const int most = ISSUES_SHOWN - report->terse;
    int bad = 0, shown = 0;
    for (size_t i = 0; i < facts->facts.count; i++)
        bad += !good_news(&facts->facts.items[i]);
    block_heading(report->document, &section->blocks, words_text(words, "prebrief.issues"),
                  bad > 0 ? words_text(words, "prebrief.issues.note") : NULL);
    if (bad == 0) {
        block_text(report->document, &section->blocks, STYLE_BODY,
                   words_text(words, "prebrief.issues.none"))
            ->colour = GREY;
        return;
    }
    struct table_block *table = block_table(report->document, &section->blocks,
                                            words_text(words, "prebrief.issues.summary"))
                                    ->table;
    issue_columns(report, table);
    for (size_t i = 0; i < facts->facts.count && shown < most; i++)
        if (!good_news(&facts->facts.items[i])) {
            const struct message message = message_of(voice, &facts->facts.items[i]);
            issue_row(report, table, &message);
            shown++;
        }
    if (bad > shown)
        block_text(report->document, &section->blocks, STYLE_KEY,
                   words_fill(report->arena, words, "prebrief.issues.more",
                              arena_printf(report->arena, "%d", bad - shown), NULL));
}

/* One line each: who has earned a word of thanks. */
static void good(struct report *report, struct section *section, const struct briefing *facts,
                 const struct sentence_voice *voice) {
    const int most = GOOD_SHOWN - report->terse / 3;
    struct block *text = NULL;
    int shown = 0;
    for (size_t i = 0; i < facts->facts.count && shown < most; i++) {
        if (!good_news(&facts->facts.items[i]))
            continue;
        const struct message message = message_of(voice, &facts->facts.items[i]);
        if (text) {
            content_break(report->arena, &text->content);
        } else {
            block_heading(report->document, &section->blocks,
                          words_text(report->words, "prebrief.good"),
                          words_text(report->words, "prebrief.good.note"));
            text = block_add(report->document, &section->blocks, BLOCK_TEXT);
            text->style = STYLE_NOTES;
        }
        content_mark(report->arena, &text->content, compose_mark(message.fact->status), NULL,
                     compose_status_word(report, message.fact->status));
        content_text(report->arena, &text->content,
                     arena_printf(report->arena, "\u00a0 %s", message.finding));
        shown++;
    }
}

SECTION(prebrief) {
    struct section *section = compose_section(report, template);
    int counts[5];
    compose_tally(report, report->assessment, counts);
    const struct sentence_voice voice =
        wording_voice(report->arena, report->template->catalogue, report->plan);
    const struct briefing *facts = briefed_all(report);
    block_title(report->document, &section->blocks, prebrief_title(report, counts),
                subtitle(report));
    if (counts[0] + counts[1] + counts[2] + counts[3] + counts[4] > 0)
        tallybars_add(report, &section->blocks, counts);
    issues(report, section, facts, &voice);
    good(report, section, facts, &voice);
}
