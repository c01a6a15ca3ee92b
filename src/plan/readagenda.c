#include "plan/readagenda.h"

#include <stdlib.h>

#define NUMBER_MOST 100000

/* ---- meetings ---- */

static void read_meeting(struct planbuild *b, const struct record *record,
                         struct meeting *meeting) {
    *meeting = (struct meeting){
        .id = planbuild_text(record, COLUMN_MEETINGS_ID),
        .name = planbuild_text(record, COLUMN_MEETINGS_NAME),
        .chair = planbuild_text(record, COLUMN_MEETINGS_CHAIR),
        .attendees = planbuild_text(record, COLUMN_MEETINGS_ATTENDEES),
        .description = planbuild_text(record, COLUMN_MEETINGS_DESCRIPTION),
        .type = (enum meeting_type)planbuild_choice(record, COLUMN_MEETINGS_TYPE,
                                                    (int)MEETING_OPERATIONAL),
        .date = planbuild_date(record, COLUMN_MEETINGS_DATE),
        .unit = planbuild_unit(b, record, COLUMN_MEETINGS_UNIT),
        .period = planbuild_period(record, COLUMN_MEETINGS_PERIOD),
        .place = planbuild_place(b, record, COLUMN_MEETINGS_ID),
    };
}

/* ---- agenda ---- */

static enum agenda_purpose purpose_of(const struct record *record) {
    return (enum agenda_purpose)planbuild_choice(record, COLUMN_AGENDA_PURPOSE, (int)ITEM_NOTE);
}

/* False if the row can stand on no agenda; the reason is reported. */
static bool read_item(struct planbuild *b, const struct record *record, struct idmap *seen) {
    struct plan *plan = b->plan;
    size_t meeting = planbuild_reference(b, record, COLUMN_AGENDA_MEETING);
    planbuild_reference(b, record, COLUMN_AGENDA_LINKED);
    if (meeting == IDMAP_NONE || !planbuild_filled(record, COLUMN_AGENDA_ITEM))
        return false;
    struct agenda_item *item = &plan->agenda.items[plan->agenda.count];
    *item = (struct agenda_item){
        .number = planbuild_count(record, COLUMN_AGENDA_ITEM, NUMBER_MOST, 0),
        .minutes = planbuild_count(record, COLUMN_AGENDA_MINUTES, NUMBER_MOST, 0),
        .name = planbuild_text(record, COLUMN_AGENDA_NAME),
        .presenter = planbuild_text(record, COLUMN_AGENDA_PRESENTER),
        .linked_id = planbuild_text(record, COLUMN_AGENDA_LINKED),
        .section = planbuild_text(record, COLUMN_AGENDA_SECTION),
        .group = planbuild_text(record, COLUMN_AGENDA_GROUP),
        .purpose = purpose_of(record),
        .meeting = &plan->meetings.items[meeting],
        .place = planbuild_place(b, record, COLUMN_AGENDA_ITEM),
    };
    const char *key = arena_printf(b->arena, "%s %d", item->meeting->id, item->number);
    size_t first = idmap_put(seen, key, plan->agenda.count);
    if (first != plan->agenda.count)
        diag_report(b->diags, BP3958, item->place, item->meeting->id,
                    planbuild_text(record, COLUMN_AGENDA_ITEM),
                    planbuild_where(b, plan->agenda.items[first].place), NULL);
    vec_push(b->arena, &item->meeting->agenda, item);
    return true;
}

/* By number, then as on the sheet (the items stand in one array). */
static int compare_items(const void *a, const void *b) {
    const struct agenda_item *left = *(struct agenda_item *const *)a;
    const struct agenda_item *right = *(struct agenda_item *const *)b;
    if (left->number != right->number)
        return left->number < right->number ? -1 : 1;
    return left < right ? -1 : left > right;
}

/* ---- papers ---- */

static void read_paper(struct planbuild *b, const struct record *record,
                       struct decision_paper *paper) {
    size_t meeting = planbuild_reference(b, record, COLUMN_PAPERS_MEETING);
    planbuild_reference(b, record, COLUMN_PAPERS_LINKED);
    *paper = (struct decision_paper){
        .id = planbuild_text(record, COLUMN_PAPERS_ID),
        .question = planbuild_text(record, COLUMN_PAPERS_QUESTION),
        .background = planbuild_text(record, COLUMN_PAPERS_BACKGROUND),
        .options = planbuild_text(record, COLUMN_PAPERS_OPTIONS),
        .recommendation = planbuild_text(record, COLUMN_PAPERS_RECOMMENDATION),
        .draft_resolution = planbuild_text(record, COLUMN_PAPERS_DRAFT_RESOLUTION),
        .risk = planbuild_text(record, COLUMN_PAPERS_RISK),
        .linked_id = planbuild_text(record, COLUMN_PAPERS_LINKED),
        .meeting = meeting == IDMAP_NONE ? NULL : &b->plan->meetings.items[meeting],
        .cost = planbuild_quantity(b, record, COLUMN_PAPERS_COST),
        .place = planbuild_place(b, record, COLUMN_PAPERS_ID),
    };
    if (paper->cost.known && paper->cost.value.micro < 0)
        diag_report(b->diags, BP3952, paper->cost.place, planbuild_noun(SHEET_PAPERS), paper->id,
                    planbuild_title(record, COLUMN_PAPERS_COST),
                    planbuild_number_text(b, paper->cost.value), NULL);
}

void readagenda(struct planbuild *b) {
    struct plan *plan = b->plan;
    const struct plan_rows *rows = &b->rows[SHEET_MEETINGS];
    planbuild_room(b, SHEET_MEETINGS, &plan->meetings);
    for (size_t i = 0; i < rows->list.count; i++)
        read_meeting(b, rows->list.items[i], &plan->meetings.items[i]);
    rows = &b->rows[SHEET_AGENDA];
    planbuild_room(b, SHEET_AGENDA, &plan->agenda);
    plan->agenda.count = 0;
    struct idmap *seen = idmap_new(b->arena);
    for (size_t i = 0; i < rows->list.count; i++)
        plan->agenda.count += read_item(b, rows->list.items[i], seen);
    for (size_t i = 0; i < plan->meetings.count; i++)
        if (plan->meetings.items[i].agenda.count > 1)
            qsort(plan->meetings.items[i].agenda.items, plan->meetings.items[i].agenda.count,
                  sizeof(struct agenda_item *), compare_items);
    rows = &b->rows[SHEET_PAPERS];
    planbuild_room(b, SHEET_PAPERS, &plan->papers);
    for (size_t i = 0; i < rows->list.count; i++)
        read_paper(b, rows->list.items[i], &plan->papers.items[i]);
}
