#include "report/boardagenda.h"

#include "base/ascii.h"
#include "layout/measures.h"
#include "report/agendatable.h"
#include "report/bearing.h"
#include "report/compose.h"

#include <string.h>

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
struct agenda_line {
    const struct agenda_item *item; /* NULL: the consent block */
    const char *group;              /* of the item, or of the first one of consent */
    int minutes;                    /* 0: not given */
    int first, last;                /* numbers of the items */
};

struct agenda_lines {
    VEC(struct agenda_line) items;
    int total, decide; /* minutes */
    bool complete;     /* every line has minutes */
};

static struct agenda_lines lines_of(struct report *report, const struct meeting *meeting) {
    struct agenda_lines lines = {.complete = true};
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
        struct agenda_line line = {item->purpose == ITEM_CONSENT ? NULL : item, item->group,
                                   item->minutes, item->number, item->number};
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

/* ---- what to read for an item ---------------------------------------------------------------- */

/* Which page, and how long it takes: told when the pages are there (boardagenda_settle()). */
static void reading_cells(struct report *report, struct block *block, struct table_row *row,
                          const struct agenda_item *item, bool minutes) {
    const struct report_reading reading = {.block = block,
                                           .row = block->table->rows.count - 1,
                                           .cell = row->cells.count,
                                           .item = item,
                                           .minutes = minutes};
    vec_push(report->arena, &report->readings, reading);
    table_text(report->arena, row, words_text(report->words, "missing"));
    if (minutes)
        table_text(report->arena, row, words_text(report->words, "missing"));
}

static const struct section *section_of(const struct report *report, const char *anchor) {
    const struct document *document = report->document;
    const size_t place = document_place(document, anchor);
    return place < document->sections.count ? document->sections.items[place] : NULL;
}

/* The section an item names, if the packet has come to have it; else what tells most of its
 * subject: a page of its own, if there is one. */
static const char *anchor_of(const struct report *report, const struct agenda_item *item) {
    if (*item->section)
        return section_of(report, item->section) ? item->section : NULL;
    const struct document *document = report->document;
    for (size_t i = 0; i < document->sections.count; i++)
        if (document->sections.items[i]->subject &&
            strcmp(document->sections.items[i]->subject, item->linked_id) == 0)
            return document->sections.items[i]->anchor;
    return bearing_anchor(report, item->linked_id);
}

/* Sections with a page for each subject have names that begin alike. */
static unsigned pages_of_kind(const struct report *report, const char *kind) {
    const size_t length = strlen(kind);
    unsigned pages = 0;
    for (size_t i = 0; i < report->document->sections.count; i++) {
        const struct section *section = report->document->sections.items[i];
        if (strncmp(section->anchor, kind, length) == 0 &&
            (section->anchor[length] == '\0' || section->anchor[length] == ':'))
            pages += section->pages;
    }
    return pages > 0 ? pages : 1;
}

/* The share of a paper in the pages of all papers. */
static int paper_minutes(const struct report *report) {
    unsigned papers = 0;
    for (size_t i = 0; i < report->plan->papers.count; i++)
        papers += bearing_paper_here(report, &report->plan->papers.items[i]);
    const unsigned minutes = pages_of_kind(report, "decisions") * MINUTES_A_PAGE;
    return (int)(papers > 0 ? (minutes + papers - 1) / papers : minutes);
}

/* 0: nothing to read. */
static int minutes_of(const struct report *report, const struct agenda_item *item) {
    const char *anchor = anchor_of(report, item);
    if (!anchor)
        return 0;
    const struct section *section = section_of(report, anchor);
    if (!section)
        return paper_minutes(report);
    const unsigned pages =
        section->subject && !*item->section ? section->pages : pages_of_kind(report, anchor);
    return (int)(pages > 0 ? pages : 1) * MINUTES_A_PAGE;
}

/* Of one item, or of all of consent. */
static int minutes_of_line(const struct report *report, const struct agenda_item *item) {
    if (item)
        return minutes_of(report, item);
    const struct meeting *meeting = agendatable_meeting(report);
    int minutes = 0;
    for (size_t i = 0; meeting && i < meeting->agenda.count; i++)
        if (meeting->agenda.items[i]->purpose == ITEM_CONSENT &&
            agendatable_here(report, meeting->agenda.items[i]))
            minutes += minutes_of(report, meeting->agenda.items[i]);
    return minutes;
}

static struct content *cell_at(const struct report_reading *reading, size_t further) {
    struct table_row *row = &reading->block->table->rows.items[reading->row];
    struct content *content = &row->cells.items[reading->cell + further].paragraphs.items[0];
    content->items.count = 0;
    return content;
}

void boardagenda_settle(struct report *report) {
    for (size_t i = 0; i < report->readings.count; i++) {
        const struct report_reading *reading = &report->readings.items[i];
        const char *anchor = reading->item ? anchor_of(report, reading->item) : NULL;
        if (anchor)
            content_page(report->arena, cell_at(reading, 0), anchor);
    }
}

void boardagenda_reading(struct report *report) {
    for (size_t i = 0; i < report->readings.count; i++) {
        const struct report_reading *reading = &report->readings.items[i];
        const int minutes = reading->minutes ? minutes_of_line(report, reading->item) : 0;
        if (minutes == 0)
            continue;
        content_text(report->arena, cell_at(reading, 1),
                     arena_printf(report->arena, "%d", minutes));
        measures_forget(report->document->measures, report->document, reading->block);
    }
}

/* ---- lines ----------------------------------------------------------------------------------- */

static const char *numbers(struct report *report, const struct agenda_line *line) {
    struct arena *arena = report->arena;
    const char *first = arena_printf(arena, "%d", line->first);
    if (line->first == line->last)
        return first;
    return words_fill(arena, report->words, "range", first, arena_printf(arena, "%d", line->last),
                      NULL);
}

static void line_row(struct report *report, struct block *block, const struct agenda_line *line,
                     int start, const char *chair) {
    struct arena *arena = report->arena;
    struct table_block *table = block->table;
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
    reading_cells(report, block, row, item, true);
    table_text(arena, row, line->minutes > 0 ? arena_printf(arena, "%d", line->minutes) : missing);
}

static void columns(struct report *report, struct table_block *table) {
    static const struct compose_column heads[] = {
        {"agenda.time", ALIGN_LEFT, MM(11), STYLE_TABLE_GREY},
        {"agenda.number", ALIGN_LEFT, MM(7), STYLE_TABLE_BOLD},
        {"agenda.item", ALIGN_LEFT, 0, STYLE_TABLE},
        {"agenda.purpose", ALIGN_LEFT, MM(20), STYLE_TABLE},
        {"agenda.presenter", ALIGN_LEFT, MM(35), STYLE_TABLE_GREY},
        {"column.page", ALIGN_RIGHT, MM(9), STYLE_TABLE},
        {"agenda.reading", ALIGN_RIGHT, MM(13), STYLE_TABLE_GREY},
        {"agenda.meeting-minutes", ALIGN_RIGHT, MM(14), STYLE_TABLE}};
    compose_columns(report, table, heads, sizeof heads / sizeof heads[0], MM(3), MM(1.6));
}

static void timed(struct report *report, struct section *section, const struct meeting *meeting,
                  const struct agenda_lines *lines) {
    enum { BEFORE_MINUTES = 7 };
    struct arena *arena = report->arena;
    const struct words *words = report->words;
    struct block *block =
        block_table(report->document, &section->blocks, words_text(words, "agenda.summary"));
    struct table_block *table = block->table;
    table->padding = MM(0.8);
    table->continued = words_text(words, "continued");
    columns(report, table);
    int start = start_of(report, meeting);
    for (size_t i = 0; i < lines->items.count; i++) {
        const struct agenda_line *line = &lines->items.items[i];
        if (*line->group && (i == 0 || strcmp(line->group, lines->items.items[i - 1].group) != 0))
            table_text(arena, table_row(arena, table, ROW_GROUP), line->group);
        line_row(report, block, line, start, meeting->chair);
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

static struct block *consent_table(struct report *report, struct block_list *list) {
    static const struct compose_column heads[] = {
        {"agenda.number", ALIGN_LEFT, MM(8), STYLE_TABLE_BOLD},
        {"agenda.item", ALIGN_LEFT, 0, STYLE_TABLE},
        {"column.page", ALIGN_RIGHT, MM(9), STYLE_TABLE}};
    struct block *block =
        block_table(report->document, list, words_text(report->words, "agenda.consent"));
    block->table->no_head = true;
    compose_columns(report, block->table, heads, sizeof heads / sizeof heads[0], MM(1.6), MM(1.6));
    return block;
}

void boardagenda_consent(struct report *report, struct block_list *outer) {
    if (!boardagenda_there(report))
        return;
    const struct meeting *meeting = agendatable_meeting(report);
    struct arena *arena = report->arena;
    const struct words *words = report->words;
    struct block_list *list = NULL;
    struct block *block = NULL;
    for (size_t i = 0; i < meeting->agenda.count; i++) {
        const struct agenda_item *item = meeting->agenda.items[i];
        if (item->purpose != ITEM_CONSENT || !agendatable_here(report, item))
            continue;
        if (!block) {
            list = &block_add(report->document, outer, BLOCK_PANEL)->children;
            block_heading(report->document, list, words_text(words, "agenda.consent"), NULL);
            block_text(report->document, list, STYLE_KEY, words_text(words, "agenda.consent.note"));
            block = consent_table(report, list);
        }
        struct table_row *row = table_row(arena, block->table, ROW_BODY);
        table_text(arena, row, arena_printf(arena, "%d", item->number));
        table_text(arena, row, item->name)->header = true;
        reading_cells(report, block, row, item, false);
    }
}

void boardagenda_add(struct report *report, struct section *section) {
    const struct meeting *meeting = agendatable_meeting(report);
    const struct words *words = report->words;
    if (!boardagenda_there(report)) {
        if (report->unit->parent)
            return; /* meetings are the enterprise's, as a rule */
        block_heading(report->document, &section->blocks, words_text(words, "agenda.head"), NULL);
        compose_none(report, &section->blocks, "agenda.none");
        return;
    }
    const struct agenda_lines lines = lines_of(report, meeting);
    block_heading(report->document, &section->blocks, words_text(words, "agenda.head"),
                  words_fill(report->arena, words, "agenda.meeting", meeting->name,
                             words_date_long(report->arena, words, meeting->date), NULL));
    timed(report, section, meeting, &lines);
}
