#include "report/boardagenda.h"

#include "base/ascii.h"
#include "report/agendatable.h"
#include "report/bearing.h"
#include "report/compose.h"

enum { MINUTES_AN_HOUR = 60, MINUTES_A_DAY = 24 * 60 };

/* Minutes after midnight from "09:30 ..."; -1 if it does not begin with a time. */
static int start_of(const struct report *report, const struct meeting *meeting) {
    const char *text = report->plan->settings.meeting_time;
    if (!text || date_compare(meeting->date, report->plan->settings.meeting_date) != 0)
        return -1;
    int hour = 0;
    size_t digits = 0;
    for (; digits < 2 && ascii_digit(text[digits]); digits++)
        hour = hour * 10 + (text[digits] - '0');
    const char *rest = text + digits;
    if (digits == 0 || *rest != ':' || !ascii_digit(rest[1]) || !ascii_digit(rest[2]))
        return -1;
    return hour * MINUTES_AN_HOUR + (rest[1] - '0') * 10 + (rest[2] - '0');
}

/* A line of the agenda: an item, or all of consent. */
struct line {
    const struct agenda_item *item; /* NULL: the consent block */
    int minutes;                    /* 0: not given */
    int first, last;                /* numbers of the items */
};

struct lines {
    VEC(struct line) items;
    int total, decide; /* minutes */
    bool complete;     /* every line has minutes */
};

static struct lines lines_of(struct report *report, const struct meeting *meeting) {
    struct lines lines = {.complete = true};
    size_t consent = SIZE_MAX;
    for (size_t i = 0; i < meeting->agenda.count; i++) {
        const struct agenda_item *item = meeting->agenda.items[i];
        if (!agendatable_here(report, item))
            continue;
        lines.total += item->minutes;
        lines.complete = lines.complete && item->minutes > 0;
        if (item->purpose == ITEM_DECIDE || item->purpose == ITEM_CONSENT)
            lines.decide += item->minutes;
        if (item->purpose == ITEM_CONSENT && consent != SIZE_MAX) {
            lines.items.items[consent].minutes += item->minutes;
            lines.items.items[consent].last = item->number;
            continue;
        }
        if (item->purpose == ITEM_CONSENT)
            consent = lines.items.count;
        struct line line = {item->purpose == ITEM_CONSENT ? NULL : item, item->minutes,
                            item->number, item->number};
        vec_push(report->arena, &lines.items, line);
    }
    return lines;
}

static void purpose_cell(struct report *report, struct table_row *row,
                         enum agenda_purpose purpose) {
    static const struct {
        enum purpose_mark mark;
        const char *key;
    } purposes[] = {[ITEM_DECIDE] = {PURPOSE_DECIDE, "purpose.decide"},
                    [ITEM_DISCUSS] = {PURPOSE_DISCUSS, "purpose.discuss"},
                    [ITEM_NOTE] = {PURPOSE_NOTE, "purpose.note"},
                    [ITEM_CONSENT] = {PURPOSE_DECIDE, "purpose.decide"}};
    struct table_cell *cell = table_cell(report->arena, row);
    struct inline_item *pill = content_text(report->arena, cell_content(report->arena, cell),
                                            words_text(report->words, purposes[purpose].key));
    pill->kind = INLINE_PURPOSE;
    pill->purpose = purposes[purpose].mark;
}

/* The page an item is prepared on, as a link. */
static void page_cell(struct report *report, struct table_row *row,
                      const struct agenda_item *item) {
    const char *anchor = item ? bearing_anchor(report, item->linked_id) : NULL;
    struct content *content = cell_content(report->arena, table_cell(report->arena, row));
    if (anchor)
        content_page(report->arena, content, anchor);
    else
        content_text(report->arena, content, words_text(report->words, "missing"));
}

static const char *numbers(struct report *report, const struct line *line) {
    struct arena *arena = report->arena;
    const char *first = arena_printf(arena, "%d", line->first);
    if (line->first == line->last)
        return first;
    return words_fill(arena, report->words, "range", first, arena_printf(arena, "%d", line->last),
                      NULL);
}

static void line_row(struct report *report, struct table_block *table, const struct line *line,
                     int start, const char *chair) {
    struct arena *arena = report->arena;
    const char *missing = words_text(report->words, "missing");
    const struct agenda_item *item = line->item;
    struct table_row *row = table_row(arena, table, ROW_BODY);
    table_text(arena, row,
               start < 0 ? missing
                         : arena_printf(arena, "%02d:%02d", start % MINUTES_A_DAY / MINUTES_AN_HOUR,
                                        start % MINUTES_AN_HOUR));
    table_text(arena, row, numbers(report, line));
    struct table_cell *cell = table_text(
        arena, row, item ? item->name : words_text(report->words, "agenda.consent.line"));
    cell->header = true;
    if (!item || item->purpose == ITEM_DECIDE)
        cell->style = STYLE_TABLE_SEMIBOLD;
    purpose_cell(report, row, item ? item->purpose : ITEM_CONSENT);
    compose_or_none(report, row, item ? item->presenter : chair);
    page_cell(report, row, item);
    table_text(arena, row, line->minutes > 0 ? arena_printf(arena, "%d", line->minutes) : missing);
}

static void columns(struct report *report, struct table_block *table) {
    static const struct compose_column heads[] = {
        {"agenda.time", ALIGN_LEFT, MM(11), STYLE_TABLE_GREY},
        {"agenda.number", ALIGN_LEFT, MM(7), STYLE_TABLE_BOLD},
        {"agenda.item", ALIGN_LEFT, 0, STYLE_TABLE},
        {"agenda.purpose", ALIGN_LEFT, MM(22), STYLE_TABLE},
        {"agenda.presenter", ALIGN_LEFT, MM(44), STYLE_TABLE_GREY},
        {"column.page", ALIGN_RIGHT, MM(9), STYLE_TABLE},
        {"agenda.minutes", ALIGN_RIGHT, MM(13), STYLE_TABLE}};
    compose_columns(report, table, heads, sizeof heads / sizeof heads[0], MM(3), MM(1.6));
}

static void timed(struct report *report, struct section *section, const struct meeting *meeting,
                  const struct lines *lines) {
    enum { BEFORE_MINUTES = 6 };
    struct arena *arena = report->arena;
    const struct words *words = report->words;
    struct table_block *table =
        block_table(report->document, &section->blocks, words_text(words, "agenda.summary"))->table;
    table->padding = MM(0.9);
    table->continued = words_text(words, "continued");
    columns(report, table);
    int start = start_of(report, meeting);
    for (size_t i = 0; i < lines->items.count; i++) {
        const struct line *line = &lines->items.items[i];
        line_row(report, table, line, start, meeting->chair);
        start = start < 0 || line->minutes == 0 ? -1 : start + line->minutes;
    }
    struct table_row *total = table_row(arena, table, ROW_TOTAL);
    struct table_cell *cell = table_text(
        arena, total,
        words_fill(arena, words, "agenda.total", arena_printf(arena, "%d", lines->decide), NULL));
    cell->column_span = BEFORE_MINUTES;
    cell->style = STYLE_TABLE_BOLD;
    table_text(arena, total,
               lines->complete ? arena_printf(arena, "%d", lines->total)
                               : words_fill(arena, words, "agenda.at-least",
                                            arena_printf(arena, "%d", lines->total), NULL))
        ->style = STYLE_TABLE_BOLD;
}

bool boardagenda_there(const struct report *report) {
    const struct meeting *meeting = agendatable_meeting(report);
    return meeting && meeting->agenda.count > 0;
}

void boardagenda_consent(struct report *report, struct block_list *outer) {
    if (!boardagenda_there(report))
        return;
    const struct meeting *meeting = agendatable_meeting(report);
    struct arena *arena = report->arena;
    const struct words *words = report->words;
    struct block_list *list = NULL;
    struct table_block *table = NULL;
    for (size_t i = 0; i < meeting->agenda.count; i++) {
        const struct agenda_item *item = meeting->agenda.items[i];
        if (item->purpose != ITEM_CONSENT || !agendatable_here(report, item))
            continue;
        if (!table) {
            list = &block_add(report->document, outer, BLOCK_PANEL)->children;
            block_heading(report->document, list, words_text(words, "agenda.consent"), NULL);
            block_text(report->document, list, STYLE_KEY, words_text(words, "agenda.consent.note"));
            table = block_table(report->document, list, words_text(words, "agenda.consent"))->table;
            table->no_head = true;
            table_column(arena, table, words_text(words, "agenda.number"), ALIGN_LEFT, MM(8),
                         STYLE_TABLE_BOLD);
            table_column(arena, table, words_text(words, "agenda.item"), ALIGN_LEFT, 0,
                         STYLE_TABLE);
            table_column(arena, table, words_text(words, "column.page"), ALIGN_RIGHT, MM(9),
                         STYLE_TABLE);
        }
        struct table_row *row = table_row(arena, table, ROW_BODY);
        table_text(arena, row, arena_printf(arena, "%d", item->number));
        table_text(arena, row, item->name)->header = true;
        page_cell(report, row, item);
    }
}

void boardagenda_add(struct report *report, struct section *section) {
    const struct meeting *meeting = agendatable_meeting(report);
    const struct words *words = report->words;
    if (!boardagenda_there(report)) {
        if (report->unit->parent)
            return; /* meetings are the enterprise's, as a rule */
        block_heading(report->document, &section->blocks, words_text(words, "agenda.head"), NULL);
        block_text(report->document, &section->blocks, STYLE_BODY, words_text(words, "agenda.none"))
            ->colour = GREY;
        return;
    }
    const struct lines lines = lines_of(report, meeting);
    block_heading(report->document, &section->blocks, words_text(words, "agenda.head"),
                  words_fill(report->arena, words, "agenda.meeting", meeting->name,
                             words_date_long(report->arena, words, meeting->date), NULL));
    timed(report, section, meeting, &lines);
}
