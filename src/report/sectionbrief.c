/* Executive brief: where the unit stands, five messages, what changed, what is late. */
#include "assess/lastpacket.h"
#include "report/briefed.h"
#include "report/compose.h"
#include "report/message.h"
#include "report/section.h"
#include "report/subject.h"
#include "report/tallybars.h"

#include <string.h>

enum { CHANGES_SHOWN = 8, OVERDUE_SHOWN = 8 };

static const char *brief_title(struct report *report, const int counts[5]) {
    struct arena *arena = report->arena;
    const struct words *words = report->words;
    const char *plain = compose_plain_title(report, counts);
    if (plain)
        return plain;
    int good = counts[0] + counts[1];
    const char *on_track = arena_printf(arena, "%d", good);
    if (counts[3] > 0)
        return words_fill(
            arena, words, "brief.title.red", words_count(arena, words, counts[3], true),
            arena_printf(arena, "%d", counts[3]), words_count(arena, words, counts[2], false),
            words_count(arena, words, good, false), on_track, NULL);
    if (counts[2] > 0)
        return words_fill(arena, words, "brief.title.amber",
                          words_count(arena, words, counts[2], true),
                          arena_printf(arena, "%d", counts[2]), "",
                          words_count(arena, words, good, false), on_track, NULL);
    return words_fill(
        arena, words, counts[4] > 0 ? "brief.title.green.some" : "brief.title.green", "", "",
        words_count(arena, words, good, true), words_count(arena, words, good, false), on_track,
        words_count(arena, words, counts[4], false), arena_printf(arena, "%d", counts[4]), NULL);
}

/* Good news asks nothing of anyone. */
static const char *no_ask(const struct report *report, const struct message *message) {
    const enum briefing_kind kind = message->fact->kind;
    bool good = kind == BRIEFING_RECOVERED || kind == BRIEFING_EXCEEDS;
    return words_text(report->words, good ? "brief.no-ask.good" : "brief.no-ask");
}

/* What happened is read first; whose it is and what drives it follows in the same sentence. */
static void finding(struct report *report, struct content *content, const struct message *message) {
    const char *rest = message->finding + message->finding_head;
    content_styled(
        report->arena, content, STYLE_BODY_BOLD, INK,
        arena_printf(report->arena, "%.*s", (int)message->finding_head, message->finding));
    if (*rest)
        content_styled(report->arena, content, STYLE_BODY, INK, rest);
}

static void message_row(struct report *report, struct table_block *table, size_t number,
                        const struct message *message) {
    struct arena *arena = report->arena;
    struct table_row *row = table_row(arena, table, ROW_BODY);
    struct table_cell *cell = table_text(arena, row, arena_printf(arena, "%zu", number));
    cell->style = STYLE_BIG_NUMBER;
    cell->colour = NAVY;
    cell->header = true; /* a finding with its cause is too long to be said before every cell */
    compose_mark_cell(report, row, message->fact->status, false);
    cell = table_cell(arena, row);
    finding(report, cell_content(arena, cell), message);
    const char *blank = *message->cause && *message->drivers ? " " : "";
    const char *why = arena_printf(arena, "%s%s%s", message->cause, blank, message->drivers);
    if (*why)
        content_styled(arena, cell_paragraph(arena, cell), STYLE_BODY, GREY, why);
    else if (message->cause_missing)
        content_styled(arena, cell_paragraph(arena, cell), STYLE_TABLE_BOLD, BAD_TEXT,
                       words_text(report->words, "brief.no-cause"));
    cell = table_text(arena, row, *message->ask ? message->ask : no_ask(report, message));
    cell->style = *message->ask ? STYLE_BODY : STYLE_TABLE_GREY;
    content_page(arena, cell_content(arena, table_cell(arena, row)), message->anchor);
}

static void messages(struct report *report, struct section *section, bool judged) {
    const struct briefing_fact *facts[BRIEFING_MOST];
    size_t count = briefed_choose(report, facts);
    const struct sentence_voice voice =
        wording_voice(report->arena, report->template->catalogue, report->plan);
    const struct words *words = report->words;
    block_heading(report->document, &section->blocks,
                  words_fill(report->arena, words,
                             count > 0 ? "brief.messages" : "brief.messages.none",
                             words_count(report->arena, words, (int)count, true),
                             arena_printf(report->arena, "%zu", count), NULL),
                  count > 0 ? words_text(words, "brief.messages.note") : NULL);
    if (count == 0) {
        compose_none(report, &section->blocks,
                     judged ? "brief.no-messages" : "brief.no-messages.unjudged");
        return;
    }
    struct table_block *table =
        block_table(report->document, &section->blocks, words_text(words, "brief.messages.summary"))
            ->table;
    table_column(report->arena, table, "", ALIGN_LEFT, MM(6), STYLE_BODY)->head_actual =
        words_text(words, "column.number");
    table_column(report->arena, table, "", ALIGN_LEFT, MM(5), STYLE_BODY)->head_actual =
        words_text(words, "column.status");
    table_column(report->arena, table, words_text(words, "brief.finding"), ALIGN_LEFT, 0,
                 STYLE_BODY);
    table_column(report->arena, table, words_text(words, "brief.ask"), ALIGN_LEFT, MM(56),
                 STYLE_BODY)
        ->gap = MM(4);
    table_column(report->arena, table, words_text(words, "column.page"), ALIGN_RIGHT, MM(10),
                 STYLE_BODY);
    for (size_t i = 0; i < count; i++) {
        struct message message = message_of(&voice, facts[i]);
        message_row(report, table, i + 1, &message);
    }
}

static void change_row(struct report *report, struct table_block *table,
                       const struct objective_result *now, enum status before) {
    struct arena *arena = report->arena;
    struct table_row *row = table_row(arena, table, ROW_BODY);
    compose_id_cell(report, row, now->objective->id, "scorecard")->style = STYLE_TABLE_BOLD;
    table_text(arena, row, now->objective->name)->header = true;
    compose_change(report, cell_content(arena, table_cell(arena, row)), before, now->status);
}

/* The day of the last packet, else the period before; NULL if nothing is known of then. */
static const char *since_when(const struct report *report) {
    const struct assessment *a = report->assessment;
    const char *when =
        a->last_packet ? words_date(report->arena, report->words, a->last_packet->as_of)
        : a->previous  ? words_period(report->arena, report->words, a->previous->period,
                                      &report->plan->organization.fiscal)
                       : NULL;
    return when ? words_fill(report->arena, report->words, "brief.changed.since", when, NULL)
                : NULL;
}

static void changes(struct report *report, struct block_list *list) {
    const struct words *words = report->words;
    block_heading(report->document, list, words_text(words, "brief.changed"), since_when(report));
    struct table_block *table = NULL;
    int changed = 0;
    int kept = 0;
    for (size_t i = 0; i < report->plan->objectives.count; i++) {
        const struct objective_result *now = &report->assessment->objectives[i];
        enum status before;
        if (!compose_objective_here(report, now->objective) ||
            !lastpacket_objective(report->assessment, now->objective, &before))
            continue;
        if (now->status == before) {
            kept++;
            continue;
        }
        if (++changed > CHANGES_SHOWN)
            continue;
        if (!table) {
            table = block_table(report->document, list, words_text(words, "brief.changed.summary"))
                        ->table;
            table_column(report->arena, table, words_text(words, "column.objective"), ALIGN_LEFT,
                         MM(8), STYLE_TABLE);
            table_column(report->arena, table, "", ALIGN_LEFT, 0, STYLE_TABLE);
            table_column(report->arena, table, words_text(words, "brief.from-to"), ALIGN_LEFT,
                         MM(19), STYLE_TABLE);
        }
        change_row(report, table, now, before);
    }
    const char *key = changed > CHANGES_SHOWN ? "brief.kept.more" : "brief.kept";
    block_text(report->document, list, STYLE_KEY,
               words_fill(report->arena, words, key, arena_printf(report->arena, "%d", kept),
                          arena_printf(report->arena, "%d", changed - CHANGES_SHOWN),
                          kept > 0 ? compose_or_no(report, kept) : words_text(words, "count.No"),
                          compose_or_no(report, kept), NULL));
}

static void overdue(struct report *report, struct block_list *list) {
    const struct words *words = report->words;
    struct arena *arena = report->arena;
    block_heading(report->document, list, words_text(words, "brief.overdue"), NULL);
    struct table_block *table = NULL;
    int found = 0;
    for (size_t i = 0; i < report->plan->actions.count; i++) {
        const struct action *action = &report->plan->actions.items[i];
        int late = date_between(action->due, report->assessment->as_of);
        if (action->status != ACTION_OPEN || late <= 0 || !subject_action_here(report, action) ||
            ++found > OVERDUE_SHOWN)
            continue;
        if (!table) {
            table = block_table(report->document, list, words_text(words, "brief.overdue.summary"))
                        ->table;
            table_column(arena, table, words_text(words, "column.action"), ALIGN_LEFT, 0,
                         STYLE_TABLE);
            table_column(arena, table, words_text(words, "column.days-late"), ALIGN_RIGHT, MM(17),
                         STYLE_TABLE_BOLD);
        }
        struct table_row *row = table_row(arena, table, ROW_BODY);
        struct table_cell *cell = table_text(arena, row, action->name);
        cell->header = true;
        content_styled(arena, cell_paragraph(arena, cell), STYLE_TABLE_GREY, GREY, action->owner);
        table_text(arena, row, arena_printf(arena, "%d", late))->colour = BAD_TEXT;
    }
    if (!table)
        compose_none(report, list,
                     report->plan->actions.count > 0 ? "brief.no-overdue" : "actions.none");
    else
        block_text(report->document, list, STYLE_KEY,
                   words_fill(arena, words,
                              found > OVERDUE_SHOWN ? "brief.overdue.rest" : "brief.overdue.more",
                              arena_printf(arena, "%d", found - OVERDUE_SHOWN), NULL));
}

/* What the owners of off-track objectives expect. */
static void outlook(struct report *report, struct block_list *list) {
    struct arena *arena = report->arena;
    struct block *text = NULL;
    for (size_t i = 0; i < report->plan->objectives.count; i++) {
        const struct objective_result *result = &report->assessment->objectives[i];
        if (!compose_objective_here(report, result->objective) || result->status != STATUS_RED)
            continue;
        const struct commentary *commentary = compose_commentary(report, result->objective->id);
        if (!commentary || !commentary->outlook || !*commentary->outlook)
            continue;
        if (text) { /* close together, so that the last does not end alone on a page of its own */
            content_break(arena, &text->content);
        } else {
            block_heading(report->document, list, words_text(report->words, "brief.outlook"),
                          words_text(report->words, "brief.outlook.note"));
            text = block_add(report->document, list, BLOCK_TEXT);
            text->style = STYLE_NOTES;
        }
        content_styled(arena, &text->content, STYLE_BODY_BOLD, NAVY,
                       arena_printf(arena, "%s ", result->objective->id));
        content_styled(arena, &text->content, STYLE_BODY_BOLD, INK, result->objective->name);
        content_text(arena, &text->content, words_text(report->words, "colon"));
        compose_prose(report, &text->content, commentary->outlook);
    }
}

SECTION(brief) {
    struct section *section = compose_section(report, template);
    int counts[5];
    compose_tally(report, report->assessment, counts);
    block_title(report->document, &section->blocks, brief_title(report, counts),
                words_fill(report->arena, report->words, "brief.subtitle", report->unit->name,
                           report->document->frame.period, compose_fiscal_year(report), NULL));
    const int judged = counts[0] + counts[1] + counts[2] + counts[3];
    if (judged + counts[4] == 0) { /* bars and comparisons of nothing say nothing */
        compose_none(report, &section->blocks, "scorecard.none");
        overdue(report, &section->blocks);
        return;
    }
    tallybars_add(report, &section->blocks, counts);
    messages(report, section, judged > 0);
    struct block *columns = block_add(report->document, &section->blocks, BLOCK_COLUMNS);
    struct block_list *left = vec_add(report->arena, &columns->columns);
    changes(report, left);
    struct block_list *right = vec_add(report->arena, &columns->columns);
    overdue(report, right);
    vec_push(report->arena, &columns->column_widths, MM(84));
    vec_push(report->arena, &columns->column_widths, MM(84));
    outlook(report, &section->blocks);
}
