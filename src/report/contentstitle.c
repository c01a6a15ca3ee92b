#include "report/contentstitle.h"

#include "report/agendatable.h"

static void sort(const struct document *document, struct block *list) {
    for (size_t i = 1; i < list->toc.count; i++) {
        const struct toc_entry entry = list->toc.items[i];
        const size_t place = document_place(document, entry.anchor);
        size_t at = i;
        for (; at > 0 && document_place(document, list->toc.items[at - 1].anchor) > place; at--)
            list->toc.items[at] = list->toc.items[at - 1];
        list->toc.items[at] = entry;
    }
}

static void keep_present(const struct document *document, struct block *list) {
    size_t kept = 0;
    for (size_t i = 0; i < list->toc.count; i++)
        if (document_place(document, list->toc.items[i].anchor) < document->sections.count)
            list->toc.items[kept++] = list->toc.items[i];
    list->toc.count = kept;
}

void contentstitle_present(struct report *report) {
    if (report->contents_list)
        keep_present(report->document, report->contents_list);
    if (!report->contents_rest)
        return;
    keep_present(report->document, report->contents_rest);
    contentstitle_rest(report);
}

/* What has become an appendix since (budget.h) is told with the others. */
static void move_appendices(struct report *report) {
    const struct document *document = report->document;
    struct block *list = report->contents_list;
    size_t kept = 0;
    for (size_t i = 0; i < list->toc.count; i++) {
        const struct toc_entry entry = list->toc.items[i];
        const size_t place = document_place(document, entry.anchor);
        if (place < document->sections.count && document->sections.items[place]->appendix)
            vec_push(report->arena, &report->contents_rest->toc, entry);
        else
            list->toc.items[kept++] = entry;
    }
    list->toc.count = kept;
}

void contentstitle_rest(struct report *report) {
    struct arena *arena = report->arena;
    struct content *content = &report->contents_rest->content;
    content->items.count = 0;
    for (size_t i = 0; i < report->contents_rest->toc.count; i++) {
        const struct toc_entry *entry = &report->contents_rest->toc.items[i];
        if (i == 0)
            content_styled(arena, content, STYLE_BODY_BOLD, INK,
                           arena_printf(arena, "%s%s",
                                        words_text(report->words, "contents.appendices"),
                                        words_text(report->words, "colon")));
        else
            content_text(arena, content, " \u00b7 ");
        content_text(arena, content, arena_printf(arena, "%s\u00a0", entry->title));
        content_page(arena, content, entry->anchor);
    }
}

void contentstitle_order(struct report *report) {
    if (!report->contents_list)
        return;
    if (report->contents_rest) {
        move_appendices(report);
        sort(report->document, report->contents_rest);
        contentstitle_rest(report);
    }
    sort(report->document, report->contents_list);
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
