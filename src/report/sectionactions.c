/* Actions and decisions since the last meeting, read back. */
#include "report/columnchoice.h"
#include "report/compose.h"
#include "report/section.h"
#include "report/subject.h"

#include <stdlib.h>

enum action_group { ACTIONS_OVERDUE, ACTIONS_DUE, ACTIONS_CLOSED, ACTIONS_DROPPED, ACTION_GROUPS };
enum { CLOSED_SHOWN = 10 };

static int days_late(const struct report *report, const struct action *action) {
    struct date until = action->status == ACTION_OPEN ? report->assessment->as_of : action->closed;
    return date_set(until) ? date_between(action->due, until) : 0;
}

static enum action_group group_of(const struct report *report, const struct action *action) {
    if (action->status == ACTION_DONE)
        return ACTIONS_CLOSED;
    if (action->status == ACTION_DROPPED)
        return ACTIONS_DROPPED;
    return days_late(report, action) > 0 ? ACTIONS_OVERDUE : ACTIONS_DUE;
}

static void columns(struct report *report, struct table_block *table) {
    struct arena *arena = report->arena;
    const struct words *words = report->words;
    table_column(arena, table, words_text(words, "column.id"), ALIGN_LEFT, MM(12),
                 STYLE_TABLE_BOLD);
    table_column(arena, table, words_text(words, "column.action"), ALIGN_LEFT, 0, STYLE_TABLE);
    table_column(arena, table, words_text(words, "column.owner"), ALIGN_LEFT, MM(36),
                 STYLE_TABLE_GREY)
        ->gap = MM(3);
    table_column(arena, table, words_text(words, "column.due"), ALIGN_RIGHT, MM(13.5), STYLE_TABLE);
    table_column(arena, table, words_text(words, "actions.closed"), ALIGN_RIGHT, MM(13.5),
                 STYLE_TABLE);
    table_column(arena, table, words_text(words, "column.days-late"), ALIGN_RIGHT, MM(14),
                 STYLE_TABLE);
}

static void action_row(struct report *report, struct table_block *table,
                       const struct action *action) {
    struct arena *arena = report->arena;
    int year = report->assessment->as_of.year;
    struct table_row *row = table_row(arena, table, ROW_BODY);
    compose_id_cell(report, row, action->id, NULL);
    struct table_cell *cell = table_text(arena, row, action->name);
    cell->header = true;
    if (action->outcome && *action->outcome)
        content_styled(arena, cell_paragraph(arena, cell), STYLE_TABLE_GREY, GREY, action->outcome);
    compose_or_none(report, row, action->owner);
    table_text(arena, row, words_date_short(arena, report->words, action->due, year));
    table_text(arena, row,
               date_set(action->closed)
                   ? words_date_short(arena, report->words, action->closed, year)
                   : words_text(report->words, "missing"));
    int late = days_late(report, action);
    cell = table_text(arena, row,
                      late > 0 ? arena_printf(arena, "%d", late)
                               : words_text(report->words, "missing"));
    if (late > 0 && action->status == ACTION_OPEN) {
        cell->style = STYLE_TABLE_BOLD;
        cell->colour = BAD_TEXT;
    }
}

static void count_groups(const struct report *report, int counts[ACTION_GROUPS]) {
    for (int g = 0; g < ACTION_GROUPS; g++)
        counts[g] = 0;
    for (size_t i = 0; i < report->plan->actions.count; i++)
        if (subject_action_here(report, &report->plan->actions.items[i]))
            counts[group_of(report, &report->plan->actions.items[i])]++;
}

static int by_due_date(const void *a, const void *b) {
    const struct action *const *x = a;
    const struct action *const *y = b;
    int order = date_compare((*x)->due, (*y)->due);
    return order ? order : (*x < *y ? -1 : *x > *y); /* then as on the sheet */
}

/* The actions of the packet's unit by due date; NULL ends the list. */
static const struct action **actions_here(struct report *report) {
    size_t count = 0;
    const struct action **list =
        arena_array(report->arena, report->plan->actions.count + 1, sizeof *list);
    for (size_t i = 0; i < report->plan->actions.count; i++)
        if (subject_action_here(report, &report->plan->actions.items[i]))
            list[count++] = &report->plan->actions.items[i];
    if (count > 1)
        qsort(list, count, sizeof *list, by_due_date);
    return list;
}

static void group_rows(struct report *report, struct table_block *table,
                       const struct action *const *actions, enum action_group group, int count) {
    static const char *const keys[ACTION_GROUPS] = {"actions.overdue", "actions.due",
                                                    "actions.done", "actions.dropped"};
    if (count == 0)
        return;
    compose_group_row(report, table, words_text(report->words, keys[group]),
                      arena_printf(report->arena, " %d", count));
    int shown = 0;
    for (const struct action *const *at = actions; *at; at++) {
        const struct action *action = *at;
        if (group_of(report, action) != group)
            continue;
        /* What is still to be done is never left out. */
        if (action->status == ACTION_OPEN || shown++ < CLOSED_SHOWN)
            action_row(report, table, action);
    }
}

static void beyond(struct report *report, struct section *section, const char *key, int count) {
    if (count > CLOSED_SHOWN)
        block_text(report->document, &section->blocks, STYLE_KEY,
                   words_fill(report->arena, report->words, key,
                              arena_printf(report->arena, "%d", count - CLOSED_SHOWN), NULL));
}

/* Text, names and first dates stand where those of the actions do. */
static void decisions(struct report *report, struct section *section) {
    const struct words *words = report->words;
    struct arena *arena = report->arena;
    block_heading(report->document, &section->blocks, words_text(words, "actions.decisions"), NULL);
    if (report->plan->decisions.count == 0) {
        compose_none(report, &section->blocks, "actions.no-decisions");
        return;
    }
    struct table_block *table = block_table(report->document, &section->blocks,
                                            words_text(words, "actions.decisions.summary"))
                                    ->table;
    table_column(arena, table, words_text(words, "column.id"), ALIGN_LEFT, MM(12),
                 STYLE_TABLE_BOLD);
    table_column(arena, table, words_text(words, "actions.decision"), ALIGN_LEFT, 0, STYLE_TABLE);
    table_column(arena, table, words_text(words, "actions.decided-by"), ALIGN_LEFT, MM(32),
                 STYLE_TABLE_GREY)
        ->gap = MM(3);
    table_column(arena, table, words_text(words, "column.date"), ALIGN_RIGHT, MM(17.5),
                 STYLE_TABLE);
    table_column(arena, table, words_text(words, "actions.review"), ALIGN_RIGHT, MM(27.7),
                 STYLE_TABLE)
        ->gap = MM(3);
    int year = report->assessment->as_of.year;
    for (size_t i = 0; i < report->plan->decisions.count; i++) {
        const struct decision *decision = &report->plan->decisions.items[i];
        struct table_row *row = table_row(arena, table, ROW_BODY);
        compose_id_cell(report, row, decision->id, NULL);
        struct table_cell *cell = table_text(arena, row, decision->name);
        cell->header = true;
        if (decision->rationale && *decision->rationale)
            content_styled(arena, cell_paragraph(arena, cell), STYLE_TABLE_GREY, GREY,
                           decision->rationale);
        compose_or_none(report, row, decision->decided_by);
        table_text(arena, row, words_date_short(arena, words, decision->date, year));
        table_text(arena, row,
                   date_set(decision->review_by)
                       ? words_date_short(arena, words, decision->review_by, year)
                       : words_text(words, "missing"));
    }
}

static const char *actions_title(struct report *report, const int counts[ACTION_GROUPS]) {
    struct arena *arena = report->arena;
    const struct words *words = report->words;
    int total = counts[ACTIONS_OVERDUE] + counts[ACTIONS_DUE] + counts[ACTIONS_CLOSED] +
                counts[ACTIONS_DROPPED];
    if (total == 0)
        return words_text(words, "actions.title.empty");
    if (total == 1)
        return words_fill(arena, words, "actions.title.only",
                          words_text(words, counts[ACTIONS_OVERDUE]  ? "actions.only.overdue"
                                            : counts[ACTIONS_DUE]    ? "actions.only.due"
                                            : counts[ACTIONS_CLOSED] ? "actions.only.done"
                                                                     : "actions.only.dropped"),
                          NULL);
    const char *key = counts[ACTIONS_OVERDUE] > 0 ? "actions.title.overdue" : "actions.title";
    return words_fill(arena, words, key, words_count(arena, words, total, false),
                      words_count(arena, words, counts[ACTIONS_CLOSED], true),
                      arena_printf(arena, "%d", counts[ACTIONS_CLOSED]),
                      words_count(arena, words, counts[ACTIONS_OVERDUE], false),
                      arena_printf(arena, "%d", counts[ACTIONS_OVERDUE]), NULL);
}

SECTION(actions) {
    struct section *section = compose_section(report, template);
    int counts[ACTION_GROUPS];
    count_groups(report, counts);
    block_title(report->document, &section->blocks, actions_title(report, counts),
                words_fill(report->arena, report->words, "actions.subtitle",
                           words_date(report->arena, report->words, report->assessment->as_of),
                           NULL));
    const struct action **actions = actions_here(report);
    if (!actions[0]) {
        compose_none(report, &section->blocks, "actions.none");
    } else {
        struct table_block *table = block_table(report->document, &section->blocks,
                                                words_text(report->words, "actions.summary"))
                                        ->table;
        table->continued = words_text(report->words, "continued");
        columns(report, table);
        for (int g = 0; g < ACTION_GROUPS; g++)
            group_rows(report, table, actions, (enum action_group)g, counts[g]);
        columnchoice_apply(report, table);
        beyond(report, section, "actions.more", counts[ACTIONS_CLOSED]);
        beyond(report, section, "actions.more.dropped", counts[ACTIONS_DROPPED]);
    }
    decisions(report, section);
}
