#include "report/agendatable.h"

#include "base/ascii.h"
#include "report/compose.h"

enum { DAY_MINUTES = 24 * 60 };

const struct meeting *agendatable_meeting(const struct report *report) {
    const struct plan *plan = report->plan;
    if (report->filter && report->filter->meeting)
        return report->filter->meeting;
    if (plan->settings.meeting && *plan->settings.meeting && report->unit == plan_root(plan)) {
        const struct meeting *named = plan_meeting(plan, plan->settings.meeting);
        if (named)
            return named;
    }
    const struct meeting *next = NULL;
    for (size_t i = 0; i < plan->meetings.count; i++) {
        const struct meeting *meeting = &plan->meetings.items[i];
        if (meeting->unit == report->unit &&
            date_compare(meeting->date, report->assessment->as_of) >= 0 &&
            (!next || date_compare(meeting->date, next->date) < 0))
            next = meeting;
    }
    return next;
}

bool agendatable_here(const struct report *report, const struct agenda_item *item) {
    const struct filter *filter = report->filter;
    return !filter || !filter->by_purpose || item->purpose == filter->purpose;
}

int agendatable_minutes(const struct report *report, const struct meeting *meeting) {
    int minutes = 0;
    for (size_t i = 0; i < meeting->agenda.count; i++)
        if (agendatable_here(report, meeting->agenda.items[i]))
            minutes += meeting->agenda.items[i]->minutes;
    return minutes;
}

/* "09:30" in minutes since midnight; -1: none, or written in another way. */
static int begins(const struct report *report, const struct meeting *meeting) {
    const struct settings *settings = &report->plan->settings;
    const char *time = settings->meeting_time ? settings->meeting_time : "";
    if (plan_meeting(report->plan, settings->meeting ? settings->meeting : "") != meeting)
        return -1;
    for (int i = 0; i < 5; i++)
        if (i == 2 ? time[i] != ':' : !ascii_digit(time[i]))
            return -1;
    const int hour = (time[0] - '0') * 10 + time[1] - '0';
    const int minute = (time[3] - '0') * 10 + time[4] - '0';
    return hour * 60 + minute < DAY_MINUTES && minute < 60 ? hour * 60 + minute : -1;
}

static void purpose_cell(struct report *report, struct table_row *row,
                         enum agenda_purpose purpose) {
    static const char *const keys[] = {[ITEM_DECIDE] = "purpose.decide",
                                       [ITEM_DISCUSS] = "purpose.discuss",
                                       [ITEM_NOTE] = "purpose.note",
                                       [ITEM_CONSENT] = "purpose.consent"};
    static const enum purpose_mark marks[] = {[ITEM_DECIDE] = PURPOSE_DECIDE,
                                              [ITEM_DISCUSS] = PURPOSE_DISCUSS,
                                              [ITEM_NOTE] = PURPOSE_NOTE,
                                              [ITEM_CONSENT] = PURPOSE_NOTE};
    struct inline_item *item =
        content_text(report->arena, cell_content(report->arena, table_cell(report->arena, row)),
                     words_text(report->words, keys[purpose]));
    item->kind = INLINE_PURPOSE;
    item->purpose = marks[purpose];
}

static void item_row(struct report *report, struct table_block *table,
                     const struct agenda_item *item, int time) {
    struct arena *arena = report->arena;
    struct table_row *row = table_row(arena, table, ROW_BODY);
    table_text(arena, row,
               time < 0 ? "" : arena_printf(arena, "%02d:%02d", time / 60 % 24, time % 60));
    struct table_cell *name = table_text(arena, row, item->name);
    name->header = true;
    if (item->purpose == ITEM_DECIDE)
        name->style = STYLE_TABLE_SEMIBOLD;
    purpose_cell(report, row, item->purpose);
    compose_or_none(report, row, item->presenter);
    table_text(arena, row,
               item->minutes > 0 ? arena_printf(arena, "%d", item->minutes)
                                 : words_text(report->words, "missing"));
}

static void total_row(struct report *report, struct table_block *table, int time, int minutes) {
    struct arena *arena = report->arena;
    struct table_row *row = table_row(arena, table, ROW_TOTAL);
    table_text(arena, row,
               time < 0 ? "" : arena_printf(arena, "%02d:%02d", time / 60 % 24, time % 60));
    struct table_cell *end = table_text(arena, row, words_text(report->words, "agenda.end"));
    end->style = STYLE_TABLE_GREY;
    end->header = true;
    table_text(arena, row, "");
    table_text(arena, row, "");
    table_text(arena, row, arena_printf(arena, "%d", minutes))->style = STYLE_TABLE_BOLD;
}

void agendatable_add(struct report *report, struct block_list *list,
                     const struct meeting *meeting) {
    struct arena *arena = report->arena;
    const struct words *words = report->words;
    struct table_block *table = NULL;
    int time = begins(report, meeting);
    for (size_t i = 0; i < meeting->agenda.count; i++) {
        const struct agenda_item *item = meeting->agenda.items[i];
        if (agendatable_here(report, item)) {
            if (!table) {
                table =
                    block_table(report->document, list, words_text(words, "agenda.summary"))->table;
                table->padding = MM(0.7);
                table_column(arena, table, words_text(words, "agenda.time"), ALIGN_LEFT, MM(11),
                             STYLE_TABLE_GREY);
                table_column(arena, table, words_text(words, "agenda.item"), ALIGN_LEFT, 0,
                             STYLE_TABLE);
                table_column(arena, table, words_text(words, "agenda.purpose"), ALIGN_LEFT, MM(22),
                             STYLE_TABLE);
                table_column(arena, table, words_text(words, "agenda.presenter"), ALIGN_LEFT,
                             MM(48), STYLE_TABLE_GREY);
                table_column(arena, table, words_text(words, "agenda.minutes"), ALIGN_RIGHT, MM(14),
                             STYLE_TABLE);
            }
            item_row(report, table, item, time);
        }
        if (time >= 0)
            time += item->minutes;
    }
    if (table)
        total_row(report, table, time, agendatable_minutes(report, meeting));
}
