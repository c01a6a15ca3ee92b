#include "report/contentstitle.h"

#include "report/agendatable.h"

#include <string.h>

static size_t place_of(const struct document *document, const char *anchor) {
    size_t at = 0;
    while (at < document->sections.count &&
           strcmp(document->sections.items[at]->anchor, anchor) != 0)
        at++;
    return at;
}

void contentstitle_order(struct report *report) {
    struct block *list = report->contents_list;
    for (size_t i = 1; list && i < list->toc.count; i++) {
        const struct toc_entry entry = list->toc.items[i];
        const size_t place = place_of(report->document, entry.anchor);
        size_t at = i;
        for (; at > 0 && place_of(report->document, list->toc.items[at - 1].anchor) > place; at--)
            list->toc.items[at] = list->toc.items[at - 1];
        list->toc.items[at] = entry;
    }
}

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
