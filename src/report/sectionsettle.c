/* Pre-brief, second page: what the meeting has to decide, whom to see before it and about what, and
 * how its time is spent. */
#include "report/agendatable.h"
#include "report/briefed.h"
#include "report/compose.h"
#include "report/message.h"
#include "report/section.h"

#include <string.h>

enum { PEOPLE_SHOWN = 10, PEOPLE_MOST = 64 };

/* ---- decisions ------------------------------------------------------------------------------ */

static bool paper_here(const struct decision_paper *paper, const struct meeting *meeting) {
    return meeting && paper->meeting == meeting;
}

static int papers(const struct report *report, const struct meeting *meeting) {
    int count = 0;
    for (size_t i = 0; i < report->plan->papers.count; i++)
        count += paper_here(&report->plan->papers.items[i], meeting);
    return count;
}

static void paper_row(struct report *report, struct table_block *table,
                      const struct decision_paper *paper) {
    struct arena *arena = report->arena;
    struct table_row *row = table_row(arena, table, ROW_BODY);
    struct table_cell *cell = table_cell(arena, row);
    cell->header = true;
    content_styled(arena, cell_content(arena, cell), STYLE_TABLE_BOLD, INK, paper->question);
    if (paper->risk && *paper->risk && report->terse < 5)
        content_styled(arena, cell_paragraph(arena, cell), STYLE_TABLE_GREY, GREY,
                       words_fill(arena, report->words, "settle.risk", paper->risk, NULL));
    compose_prose_cell(report, row, paper->recommendation);
    const struct quantity cost = paper->cost;
    table_text(arena, row,
               cost.known ? words_number(arena, report->words, cost.value, 0, false)
                          : words_text(report->words, "missing"));
}

static void decisions(struct report *report, struct section *section,
                      const struct meeting *meeting) {
    const struct words *words = report->words;
    struct arena *arena = report->arena;
    block_heading(report->document, &section->blocks, words_text(words, "settle.decisions"),
                  words_text(words, "settle.decisions.note"));
    if (papers(report, meeting) == 0) {
        compose_none(report, &section->blocks, "settle.decisions.none");
        return;
    }
    struct table_block *table = block_table(report->document, &section->blocks,
                                            words_text(words, "settle.decisions.summary"))
                                    ->table;
    table_column(arena, table, words_text(words, "settle.question"), ALIGN_LEFT, 0, STYLE_TABLE);
    table_column(arena, table, words_text(words, "settle.recommended"), ALIGN_LEFT, MM(66),
                 STYLE_TABLE)
        ->gap = MM(4);
    table_column(arena, table,
                 words_fill(arena, words, "settle.cost", report->plan->organization.currency, NULL),
                 ALIGN_RIGHT, MM(18), STYLE_TABLE);
    for (size_t i = 0; i < report->plan->papers.count; i++)
        if (paper_here(&report->plan->papers.items[i], meeting))
            paper_row(report, table, &report->plan->papers.items[i]);
}

/* ---- people --------------------------------------------------------------------------------- */

/* Whoever owns bad news, in the order of the first; what they are asked about, one line each. */
struct talk {
    const char *owner;
    VEC(const char *) about;
    VEC(enum status) statuses;
    int unexplained;
    bool only_forecast; /* nothing of it stands badly today */
};

struct talks {
    struct talk items[PEOPLE_MOST];
    size_t count;
};

static struct talk *talk_with(struct talks *talks, const char *owner) {
    if (!owner || !*owner)
        return NULL;
    for (size_t i = 0; i < talks->count; i++)
        if (strcmp(talks->items[i].owner, owner) == 0)
            return &talks->items[i];
    if (talks->count == PEOPLE_MOST)
        return NULL;
    talks->items[talks->count] = (struct talk){.owner = owner, .only_forecast = true};
    return &talks->items[talks->count++];
}

static const char *name_of(const struct briefing_fact *fact) {
    if (fact->objective)
        return fact->objective->objective->name;
    if (fact->initiative)
        return fact->initiative->initiative->name;
    if (fact->benefit)
        return fact->benefit->benefit->name;
    if (fact->action)
        return fact->action->name;
    return fact->has_reading ? fact->reading.result->measure->name : "";
}

static void gather(struct report *report, struct talks *talks) {
    const struct briefing *facts = briefed_all(report);
    const struct sentence_voice voice =
        wording_voice(report->arena, report->template->catalogue, report->plan);
    for (size_t i = 0; i < facts->facts.count; i++) {
        const struct briefing_fact *fact = &facts->facts.items[i];
        if (fact->kind == BRIEFING_RECOVERED || fact->kind == BRIEFING_EXCEEDS ||
            fact->kind == BRIEFING_OFFICE)
            continue;
        struct talk *talk = talk_with(talks, fact->owner);
        if (!talk)
            continue;
        const struct message message = message_of(&voice, fact);
        talk->only_forecast &= fact->kind == BRIEFING_WARNING;
        talk->unexplained += message.cause_missing;
        vec_push(report->arena, &talk->about, name_of(fact));
        vec_push(report->arena, &talk->statuses, fact->status);
    }
}

static const char *why_of(struct report *report, const struct talk *talk) {
    if (talk->unexplained == 0)
        return words_text(report->words,
                          talk->only_forecast ? "settle.people.forecast" : "settle.people.plan");
    return words_fill(report->arena, report->words, "settle.people.unexplained",
                      arena_printf(report->arena, "%d", talk->unexplained), NULL);
}

static void talk_row(struct report *report, struct table_block *table, const struct talk *talk) {
    struct arena *arena = report->arena;
    struct table_row *row = table_row(arena, table, ROW_BODY);
    table_text(arena, row, talk->owner)->header = true;
    struct table_cell *cell = table_cell(arena, row);
    for (size_t i = 0; i < talk->about.count; i++) {
        struct content *line = i == 0 ? cell_content(arena, cell) : cell_paragraph(arena, cell);
        content_mark(arena, line, compose_mark(talk->statuses.items[i]), NULL,
                     compose_status_word(report, talk->statuses.items[i]));
        content_text(arena, line, arena_printf(arena, "\u00a0%s", talk->about.items[i]));
    }
    cell = table_text(arena, row, why_of(report, talk));
    if (talk->unexplained > 0)
        cell->colour = BAD_TEXT;
}

static void people(struct report *report, struct section *section, const struct talks *talks) {
    const struct words *words = report->words;
    struct arena *arena = report->arena;
    const size_t most = (size_t)(PEOPLE_SHOWN - report->terse / 2);
    block_heading(report->document, &section->blocks, words_text(words, "settle.people"),
                  talks->count > 0 ? words_text(words, "settle.people.note") : NULL);
    if (talks->count == 0) {
        compose_none(report, &section->blocks, "settle.people.none");
        return;
    }
    struct table_block *table =
        block_table(report->document, &section->blocks, words_text(words, "settle.people.summary"))
            ->table;
    table->padding = MM(0.8);
    table_column(arena, table, words_text(words, "column.owner"), ALIGN_LEFT, MM(46),
                 STYLE_TABLE_BOLD);
    table_column(arena, table, words_text(words, "settle.people.about"), ALIGN_LEFT, 0,
                 STYLE_TABLE);
    table_column(arena, table, words_text(words, "settle.people.why"), ALIGN_LEFT, MM(44),
                 STYLE_TABLE_GREY)
        ->gap = MM(4);
    for (size_t i = 0; i < talks->count && i < most; i++)
        talk_row(report, table, &talks->items[i]);
    if (talks->count > most)
        block_text(report->document, &section->blocks, STYLE_KEY,
                   words_fill(arena, words, "settle.people.more",
                              arena_printf(arena, "%zu", talks->count - most), NULL));
}

static void agenda(struct report *report, struct section *section, const struct meeting *meeting) {
    if (!meeting || meeting->agenda.count == 0)
        return;
    block_heading(report->document, &section->blocks, words_text(report->words, "settle.agenda"),
                  words_date_long(report->arena, report->words, meeting->date));
    agendatable_add(report, &section->blocks, meeting);
}

SECTION(settle) {
    struct section *section = compose_section(report, template);
    const struct meeting *meeting = agendatable_meeting(report);
    struct talks *talks = arena_alloc(report->arena, sizeof *talks);
    gather(report, talks);
    const int decided = papers(report, meeting);
    block_title(report->document, &section->blocks,
                words_fill(report->arena, report->words, "settle.title",
                           words_count(report->arena, report->words, decided, true),
                           arena_printf(report->arena, "%d", decided),
                           words_count(report->arena, report->words, (int)talks->count, false),
                           arena_printf(report->arena, "%zu", talks->count), NULL),
                meeting && meeting->name && *meeting->name ? meeting->name : report->unit->name);
    decisions(report, section, meeting);
    people(report, section, talks);
    agenda(report, section, meeting);
}
