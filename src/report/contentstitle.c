#include "report/contentstitle.h"

#include "report/agendatable.h"

static int decisions_of(const struct report *report, const struct meeting *meeting) {
    int count = 0;
    for (size_t i = 0; i < meeting->agenda.count; i++)
        count += meeting->agenda.items[i]->purpose == ITEM_DECIDE &&
                 agendatable_here(report, meeting->agenda.items[i]);
    return count;
}

const char *contentstitle(struct report *report, unsigned core, unsigned appendix) {
    struct arena *arena = report->arena;
    const struct words *words = report->words;
    const struct meeting *meeting = agendatable_meeting(report);
    const int minutes = meeting ? agendatable_minutes(report, meeting) : 0;
    const char *reading = arena_printf(arena, "%u", core * MINUTES_A_PAGE);
    if (minutes == 0)
        return words_fill(arena, words, "contents.title.pages", arena_printf(arena, "%u", core),
                          reading, arena_printf(arena, "%u", appendix), NULL);
    const int decisions = decisions_of(report, meeting);
    return words_fill(
        arena, words, "contents.title.meeting", words_count(arena, words, decisions, true),
        arena_printf(arena, "%d", decisions), arena_printf(arena, "%d", minutes), reading, NULL);
}
