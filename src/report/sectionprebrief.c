/* Pre-brief, first page: what the scorecard reveals before the meeting, the worst first, and what
 * is to be asked of whom (domain.md section 1). */
#include "report/briefed.h"
#include "report/compose.h"
#include "report/issuetable.h"
#include "report/message.h"
#include "report/section.h"
#include "report/tallybars.h"

enum { ISSUES_SHOWN = 14, GOOD_SHOWN = 4 };

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

/* One line each: who has earned a word of thanks. */
static void good(struct report *report, struct section *section, const struct briefing *facts,
                 const struct sentence_voice *voice) {
    const int most = GOOD_SHOWN - report->terse / 3;
    struct block *text = NULL;
    int shown = 0;
    for (size_t i = 0; i < facts->facts.count && shown < most; i++) {
        if (!issuetable_good(&facts->facts.items[i]))
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
                     arena_printf(report->arena, "\u00a0%s", message.finding));
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
    issuetable_add(report, &section->blocks, facts, &voice, ISSUES_SHOWN - report->terse);
    good(report, section, facts, &voice);
}
